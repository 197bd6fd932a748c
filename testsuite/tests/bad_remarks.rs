//! The 59 remarks `BAD` in the official escape tests: what each asks for and whether golift answers it.
//!
//! A program of `bad_remarks/` has for each remark a function of the same shape, with the number of allocations that is
//! left when the remark is answered. The table `bad_remarks/remarks.table` has a line a remark: file and line in the
//! official suite (Go 1.19), our program, the allocations wanted, golift's, the state, what the remark asks for.
//! `GOLIFT_BLESS=1` rewrites it, but a remark that was answered stays answered.

use golift_testsuite::{check_golden, golift, programs, root, run};
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

/// The remarks in the official files.
const REMARKS: usize = 59;

/// The name of a state in the table.
fn state(answered: bool) -> &'static str {
    if answered { "answered" } else { "not yet" }
}

/// The lines of the table for a program, by file and line of the remark.
fn measure(program: &Path) -> Vec<((String, u32), String)> {
    let mut command = Command::new(golift());
    command.current_dir(program.parent().expect("a folder")).arg("run");
    let got = run(command.arg(program.file_name().expect("a name")).arg("measure.go"), Duration::from_secs(60));
    let (out, err) = (String::from_utf8_lossy(&got.stdout), String::from_utf8_lossy(&got.stderr));
    assert_eq!(got.status, Some(0), "{}: {err}", program.display());
    let mut lines = Vec::new();
    for line in out.lines() {
        let mut fields = line.split_whitespace();
        let mut field = || fields.next().unwrap_or_else(|| panic!("{}: {line}", program.display()));
        let (place, wanted, ours) = (field(), field(), field());
        let asks: Vec<&str> = fields.collect();
        let (file, number) = place.split_once(':').expect("file:line");
        let count = |s: &str| s.parse::<u64>().expect("a count");
        let row = format!(
            "{place} | {} | wanted {wanted} | golift {ours} | {} | {}",
            program.file_name().expect("a name").to_string_lossy(),
            state(count(ours) <= count(wanted)),
            asks.join(" ")
        );
        lines.push(((file.to_string(), number.parse().expect("a line")), row));
    }
    lines
}

#[test]
fn the_table_only_improves() {
    let all: Vec<_> = programs("bad_remarks").into_iter().filter(|p| !p.ends_with("measure.go")).collect();
    let rows: BTreeMap<(String, u32), String> = all.par_iter().flat_map(|p| measure(p)).collect();
    assert_eq!(rows.len(), REMARKS, "each remark has one function");
    let table = root().join("bad_remarks/remarks.table");
    let recorded = std::fs::read_to_string(&table).unwrap_or_default();
    let answered = |row: &str| row.split(" | ").nth(4) == Some(state(true));
    let mut new = String::new();
    let mut lost = Vec::new();
    for row in rows.values() {
        let place = row.split(" | ").next();
        let before = recorded.lines().find(|l| l.split(" | ").next() == place);
        if before.is_some_and(answered) && !answered(row) {
            lost.push(row);
        }
        let _ = writeln!(new, "{row}");
    }
    assert!(lost.is_empty(), "these were answered:\n{lost:#?}");
    let _ = writeln!(new, "answered: {} of {REMARKS}", rows.values().filter(|r| answered(r)).count());
    if let Err(difference) = check_golden(&table, &new) {
        panic!("{difference}");
    }
}
