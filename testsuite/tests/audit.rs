//! The audit of the escape analysis: sites that the official compiler keeps on the stack and golift allocates.
//!
//! `golift build -emit=audit` over the run programs, the benchmarks and every package of the embedded library, against the
//! list of what is known, `escape/AUDIT_KNOWN`: a line a site, `file: expression (kind) in function`. The list may only
//! shrink: a site that is not in it fails the test, and so does a line without a site (`GOLIFT_BLESS=1` writes the list
//! anew).

use golift_testsuite::{check_golden, golift, parallel, programs, root, run};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

/// What is audited: where the command runs, and its arguments.
type Subject = (PathBuf, Vec<String>);

#[test]
fn no_site_is_worse_than_before() {
    let mut subjects: Vec<Subject> = Vec::new();
    for folder in ["run", "std", "escape", "fixedbugs", "go1_20_to_27"] {
        subjects.extend(programs(folder).iter().map(|p| (root(), vec![p.display().to_string()])));
    }
    let benches = root().join("../benches");
    for file in go_files(&benches.join("programs")) {
        subjects.push((benches.join("programs"), vec![file]));
    }
    for class in go_files(&benches.join("escape")).into_iter().filter(|f| f != "measure.go" && !f.ends_with("_test.go")) {
        subjects.push((benches.join("escape"), vec![class, String::from("measure.go")]));
    }
    let library = root().join("../runtime/std");
    packages(&library, &library, &mut subjects);
    let found: BTreeSet<String> = parallel(&subjects, audit).into_iter().flatten().collect();
    let text: String = found.iter().map(|line| format!("{line}\n")).collect();
    if let Err(difference) = check_golden(&root().join("escape/AUDIT_KNOWN"), &text) {
        panic!("the audit's list is not {difference}");
    }
}

fn go_files(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).expect("a folder of programs");
    let mut files: Vec<String> =
        entries.filter_map(|e| e.ok()?.file_name().into_string().ok()).filter(|name| name.ends_with(".go")).collect();
    files.sort();
    files
}

/// The packages of the library below a folder.
fn packages(library: &Path, folder: &Path, out: &mut Vec<Subject>) {
    let mut entries: Vec<PathBuf> = std::fs::read_dir(folder).expect("the library").filter_map(|e| Some(e.ok()?.path())).collect();
    entries.sort();
    if let Ok(path) = folder.strip_prefix(library)
        && entries.iter().any(|p| p.extension().is_some_and(|e| e == "go"))
    {
        out.push((root(), vec![path.display().to_string()]));
    }
    entries.iter().filter(|p| p.is_dir()).for_each(|dir| packages(library, dir, out));
}

/// The sites of a program or package that are worse, without lines and reasons.
fn audit((folder, args): &Subject) -> Vec<String> {
    let mut command = Command::new(golift());
    command.current_dir(folder).args(["build", "-emit=audit"]).args(args);
    let got = run(&mut command, Duration::from_secs(60));
    let text = String::from_utf8_lossy(&got.stdout);
    assert!(text.ends_with("worse\n"), "{args:?}: {text}{}", String::from_utf8_lossy(&got.stderr));
    text.lines().filter_map(|line| line.strip_prefix("worse: ")).map(site).collect()
}

/// `dir/f.go:3:9: x (Var) in main.f; reason` → `f.go: x (Var) in main.f`; files of the library keep their folder.
fn site(line: &str) -> String {
    let line = line.rsplit_once("; ").map_or(line, |(site, _)| site);
    let (position, rest) = line.split_once(": ").unwrap_or((line, ""));
    let file = position.splitn(2, ":").next().unwrap_or(position);
    let file = if file.starts_with("$GOROOT") { file } else { file.rsplit('/').next().unwrap_or(file) };
    format!("{file}: {rest}")
}
