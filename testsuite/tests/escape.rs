//! The verdicts of the escape analysis: `-m` for every program of `escape/`, beside it as `x.m`.

use golift_testsuite::{check_files, check_golden, golift, programs, run};
use std::process::Command;
use std::time::Duration;

#[test]
fn verdicts() {
    check_files(&programs("escape"), |file| {
        let mut command = Command::new(golift());
        command.current_dir(file.parent().expect("a folder")).args(["build", "-m", "-o", "/dev/null"]);
        let got = run(command.arg(file.file_name().expect("a name")), Duration::from_secs(30));
        check_golden(&file.with_extension("m"), &String::from_utf8_lossy(&got.stderr))
    });
}
