//! The gauntlet of `benches/escape`: the allocations of each case are those that its table records.
//!
//! A table `CLASS.allocs` has a line a case: name, what no compiler can do without, the official compiler's count, ours.
//! The cases `needs_…` look like others but truly need their allocations: they check that what they keep survives.
//! `GOLIFT_BLESS=1` rewrites ours; `benches/escape/oracle.sh` writes the official compiler's.

use golift_testsuite::{check_files, check_golden, golift, root, run};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

/// The programs of the gauntlet, one a class.
fn classes() -> Vec<PathBuf> {
    let folder = root().join("../benches/escape");
    let mut classes: Vec<PathBuf> = std::fs::read_dir(&folder)
        .expect("the gauntlet")
        .map(|entry| entry.expect("an entry").path())
        .filter(|p| p.extension().is_some_and(|e| e == "go") && !p.ends_with("measure.go") && !p.ends_with("gauntlet_test.go"))
        .collect();
    classes.sort();
    assert!(classes.len() >= 13, "a class is missing: {classes:?}");
    classes
}

/// The run of a class.
fn measured(class: &Path) -> Command {
    let mut command = Command::new(golift());
    command.current_dir(class.parent().expect("a folder")).arg("run");
    command.arg(class.file_name().expect("a name")).arg("measure.go");
    command
}

#[test]
fn objects_survive_stress() {
    check_files(&classes(), |class| {
        let got = run(measured(class).env("GOLIFT_GCSTRESS", "61"), Duration::from_secs(120));
        match got.status {
            Some(0) => Ok(()),
            _ => Err(format!("{}: {:?}\n{}", class.display(), got.status, String::from_utf8_lossy(&got.stderr))),
        }
    });
}

#[test]
fn allocations_are_those_of_the_tables() {
    check_files(&classes(), |class| {
        let got = run(&mut measured(class), Duration::from_secs(60));
        let counts = String::from_utf8_lossy(&got.stdout);
        let table = class.with_extension("allocs");
        let recorded = std::fs::read_to_string(&table).unwrap_or_default();
        let mut new = String::new();
        for line in counts.lines() {
            let fields: Vec<&str> = line.split_whitespace().collect();
            let [name, least, ours] = fields[..] else {
                return Err(format!("{}: {line}\n{}", class.display(), String::from_utf8_lossy(&got.stderr)));
            };
            let official = recorded.lines().find_map(|l| {
                let mut fields = l.split_whitespace();
                (fields.next() == Some(name)).then(|| fields.nth(1))?
            });
            let _ = writeln!(new, "{name} {least} {} {ours}", official.unwrap_or("?"));
        }
        check_golden(&table, &new)
    });
}
