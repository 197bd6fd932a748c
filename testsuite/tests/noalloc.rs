//! `//golift:noalloc`: what building each program of `noalloc/` reports stands beside it as `x.err`; without that file
//! there must be nothing.

use golift_testsuite::{check_files, check_golden, golift, programs, run};
use std::process::Command;
use std::time::Duration;

#[test]
fn assertions() {
    check_files(&programs("noalloc"), |file| {
        let mut command = Command::new(golift());
        command.current_dir(file.parent().expect("a folder")).args(["build", "-e", "-o", "/dev/null"]);
        let got = run(command.arg(file.file_name().expect("a name")), Duration::from_secs(30));
        let expected = file.with_extension("err");
        let text = String::from_utf8_lossy(&got.stderr);
        if text.is_empty() && !expected.exists() {
            return Ok(());
        }
        check_golden(&expected, &text)
    });
}
