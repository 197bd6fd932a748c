//! Translation to Cranelift's IR: the functions of `clif/x.go` (all of its package but `main`), beside it as `x.clif`.

use golift_testsuite::{check_files, check_golden, golift, programs, run};
use std::process::Command;
use std::time::Duration;

#[test]
fn translation() {
    check_files(&programs("clif"), |file| {
        let mut command = Command::new(golift());
        command.current_dir(file.parent().expect("a folder")).args(["build", "-emit=clif::main."]);
        let got = run(command.arg(file.file_name().expect("a name")), Duration::from_secs(30));
        let text = String::from_utf8_lossy(&got.stdout);
        let mut out = String::new();
        for func in text.split_inclusive("\n}\n").filter(|f| !f.contains("; runtime.main\n") && !f.contains("; main.main\n")) {
            // Source lines name the folder of the clone.
            for line in func.trim_start().lines() {
                let line = match line.split_once("; /") {
                    Some((head, path)) => format!("{head}; {}", path.rsplit('/').next().unwrap_or(path)),
                    None => line.to_string(),
                };
                out.push_str(line.trim_end());
                out.push('\n');
            }
            out.push('\n');
        }
        if got.status != Some(0) {
            return Err(format!("{}: {}", file.display(), String::from_utf8_lossy(&got.stderr)));
        }
        check_golden(&file.with_extension("clif"), &out)
    });
}
