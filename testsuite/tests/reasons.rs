//! The reasons of the escape analysis: for every program of `reasons/` what `-m=2` prints (`x.m2`) and what `-m -json`
//! prints (`x.json`).

use golift_testsuite::{check_files, check_golden, golift, programs, run};
use std::path::Path;
use std::process::Command;
use std::time::Duration;

fn build(file: &Path, flags: &[&str]) -> golift_testsuite::Outcome {
    let mut command = Command::new(golift());
    command.current_dir(file.parent().expect("a folder")).arg("build").args(flags).args(["-o", "/dev/null"]);
    run(command.arg(file.file_name().expect("a name")), Duration::from_secs(30))
}

#[test]
fn chains() {
    check_files(&programs("reasons"), |file| {
        let got = build(file, &["-m=2"]);
        check_golden(&file.with_extension("m2"), &String::from_utf8_lossy(&got.stderr))
    });
}

#[test]
fn objects() {
    check_files(&programs("reasons"), |file| {
        let got = build(file, &["-m", "-json"]);
        check_golden(&file.with_extension("json"), &String::from_utf8_lossy(&got.stdout))
    });
}
