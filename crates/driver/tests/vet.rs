//! File tests of the checks: `testsuite/vet/*.go` with the findings beside them in `.vet`.
//!
//! The lines are those of the official `go vet x.go`; their order is golift's own.

use golift_driver::{BuildContext, vet_packages};
use golift_testsuite::{check_files, check_golden, programs};

#[test]
fn findings_are_as_expected() {
    check_files(&programs("vet"), |input| {
        let path = input.display().to_string();
        let lines = match vet_packages(std::slice::from_ref(&path), &BuildContext::host()) {
            Ok(lines) => lines,
            Err(failure) => failure.message,
        };
        let name = input.file_name().unwrap_or_default().to_string_lossy();
        let lines: String =
            lines.lines().map(|l| format!("{}\n", l.find(&*name).map_or(l, |at| &l[at..]))).collect();
        check_golden(&input.with_extension("vet"), &lines)
    });
}
