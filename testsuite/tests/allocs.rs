//! `golift run -allocs` is exact: its total equals `MemStats.Mallocs` at the program's end, and the sum of its lines.
//!
//! The programs of `allocs/` read MemStats at their end and print a line `mallocs N` without allocating.

use golift_testsuite::{check_files, golift, programs, run};
use std::process::Command;
use std::time::Duration;

/// The numbers in `…: N allocations, M bytes…`.
fn counts(line: &str) -> Option<(u64, u64)> {
    let (before, after) = line.rsplit_once(" allocations, ")?;
    let (bytes, _) = after.split_once(" bytes")?;
    Some((before.rsplit(' ').next()?.parse().ok()?, bytes.parse().ok()?))
}

#[test]
fn totals_equal_mallocs() {
    check_files(&programs("allocs"), |file| {
        for flags in [&[][..], &["-escape=heap"], &["-opt=none"]] {
            let mut command = Command::new(golift());
            command.current_dir(file.parent().expect("a folder")).args(["run", "-allocs"]).args(flags);
            let got = run(command.arg(file.file_name().expect("a name")), Duration::from_secs(60));
            let (out, err) = (String::from_utf8_lossy(&got.stdout), String::from_utf8_lossy(&got.stderr));
            let fail = |what: String| Err(format!("{} {flags:?}: {what}\n{out}{err}", file.display()));
            let Some(mallocs) = err.lines().find_map(|l| l.strip_prefix("mallocs ")?.parse::<u64>().ok()) else {
                return fail("the program does not print its count".to_string());
            };
            let Some(total) = err.lines().last().filter(|l| l.starts_with("total: ")).and_then(counts) else {
                return fail("no total".to_string());
            };
            let sites: Vec<(u64, u64)> = err.lines().filter(|l| !l.starts_with("total: ")).filter_map(counts).collect();
            let sum = sites.iter().fold((0, 0), |(n, b), s| (n + s.0, b + s.1));
            if total != sum {
                return fail(format!("the lines give {sum:?}, the total is {total:?}"));
            }
            if total.0 != mallocs {
                return fail(format!("{} allocations are reported, Mallocs is {mallocs}", total.0));
            }
        }
        Ok(())
    });
}
