//! The model of the official compiler's decisions: for every program of `gcmodel/` what `golift tool compile` prints
//! with the flags of its first line (several sets stand apart by ` | `; `any order` ends them where
//! lines may come in any order), against what go1.27.3 prints (`oracle.sh` writes it, never this test).

use golift_testsuite::{check_files, golift, programs, run};
use std::path::Path;
use std::process::Command;
use std::time::Duration;

#[test]
fn messages() {
    check_files(&programs("gcmodel"), |file| {
        let source = std::fs::read_to_string(file).map_err(|e| e.to_string())?;
        let line = source.lines().next().and_then(|l| l.strip_prefix("// ")).unwrap_or("-m");
        // Wrappers and instances are met in an order of the official compiler's own.
        let (line, any_order) = line.strip_suffix(" any order").map_or((line, false), |l| (l, true));
        let sets: Vec<&str> = line.split(" | ").collect();
        let mut got = String::new();
        for flags in &sets {
            if sets.len() > 1 {
                got += &format!("# {flags}\n");
            }
            got += &compile(file, flags);
        }
        let want = std::fs::read_to_string(file.with_extension("m")).map_err(|e| e.to_string())?;
        let lines = |text: &str| {
            let mut lines: Vec<String> = text.lines().map(String::from).collect();
            if any_order {
                lines.sort();
            }
            lines
        };
        let (want, got) = (lines(&want), lines(&got));
        let (mut left, mut right) = (want.iter(), got.iter());
        loop {
            match (left.next(), right.next()) {
                (None, None) => return Ok(()),
                (a, b) if a == b => {}
                (a, b) => return Err(format!("{}\n  official: {}\n  golift:   {}", file.display(), a.map_or("(end)", |l| l), b.map_or("(end)", |l| l))),
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
