//! The model of the official compiler's decisions: for every program of `gcmodel/` what `golift tool compile` prints
//! with the flags of its first line (several sets stand apart by ` | `), against what go1.27.3 prints (`oracle.sh` writes it, never this test).

use golift_testsuite::{check_files, golift, programs, run};
use std::path::Path;
use std::process::Command;
use std::time::Duration;

#[test]
fn messages() {
    check_files(&programs("gcmodel"), |file| {
        let source = std::fs::read_to_string(file).map_err(|e| e.to_string())?;
        let line = source.lines().next().and_then(|l| l.strip_prefix("// ")).unwrap_or("-m");
        let sets: Vec<&str> = line.split(" | ").collect();
        let mut got = String::new();
        for flags in &sets {
            if sets.len() > 1 {
                got += &format!("# {flags}\n");
            }
            got += &compile(file, flags);
        }
        let want = std::fs::read_to_string(file.with_extension("m")).map_err(|e| e.to_string())?;
        let (mut left, mut right) = (want.lines(), got.lines());
        loop {
            match (left.next(), right.next()) {
                (None, None) => return Ok(()),
                (a, b) if a == b => {}
                (a, b) => return Err(format!("{}\n  official: {}\n  golift:   {}", file.display(), a.unwrap_or("(end)"), b.unwrap_or("(end)"))),
            }
        }
    });
}

/// What `golift tool compile` prints.
fn compile(file: &Path, flags: &str) -> String {
    let object = std::env::temp_dir().join(format!("golift-{}-{}.o", std::process::id(), file.file_stem().unwrap_or_default().display()));
    let mut command = Command::new(golift());
    command.current_dir(file.parent().expect("a folder")).args(["tool", "compile"]).args(flags.split(' '));
    command.args(["-p", "main", "-o"]).arg(&object).arg(file.file_name().expect("a name"));
    let got = run(&mut command, Duration::from_secs(30));
    let _ = std::fs::remove_file(&object);
    String::from_utf8_lossy(&got.stdout).into_owned()
}
