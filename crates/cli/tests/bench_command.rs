//! `golift bench`: what is measured, and in which forms it is written. Times are never looked at.

use std::path::Path;
use std::process::{Command, Output};

/// Runs `golift bench` without an official toolchain below a folder with these files.
fn golift_bench(dir: &Path, files: &[(&str, &str)], args: &[&str]) -> Output {
    std::fs::write(dir.join("go.mod"), "module m\n\ngo 1.27\n").expect("a file");
    files.iter().for_each(|(path, text)| std::fs::write(dir.join(path), text).expect("a file"));
    let mut command = Command::new(env!("CARGO_BIN_EXE_golift"));
    command.current_dir(dir).env("GOWORK", "off").args(["bench", "-go", ""]).args(args).output().expect("golift starts")
}

const POINT: (&str, &str) = (
    "a_test.go",
    "package a\n\nimport \"testing\"\n\ntype point struct{ x, y int }\n\n//go:noinline\nfunc (p *point) sum() int { return p.x + p.y }\n\n\
     func BenchmarkPoint(b *testing.B) {\n\tfor i := 0; i < b.N; i++ {\n\t\t(&point{i, 1}).sum()\n\t}\n}\n\n\
     func BenchmarkOther(b *testing.B) {\n\tb.Run(\"sub\", func(b *testing.B) {\n\t\tfor b.Loop() {\n\t\t}\n\t})\n}\n",
);

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// The line of the table that begins with a unit, in words.
fn row(table: &str, benchmark: &str, unit: &str) -> Vec<String> {
    let lines = table.lines().skip_while(|l| !l.starts_with(benchmark));
    let line = lines.take_while(|l| !l.is_empty()).find(|l| l.trim_start().starts_with(unit));
    line.unwrap_or_default().split_whitespace().map(str::to_string).collect()
}

#[test]
fn benchmarks_of_a_package() {
    let dir = tempfile::tempdir().expect("a scratch folder");
    let out = golift_bench(dir.path(), &[POINT], &["-count", "2", "-benchtime=50x", "-policy", "heap,full", "-o", "out"]);
    let table = text(&out.stdout);
    assert_eq!((out.status.code(), text(&out.stderr).as_str()), (Some(0), ""), "{table}");
    assert_eq!(row(&table, "BenchmarkPoint", "allocs/op"), ["allocs/op", "1", "(1.00)", "0", "(0.00)"]);
    assert_eq!(row(&table, "BenchmarkPoint", "stack-allocs/op"), ["stack-allocs/op", "0", "1"]);
    assert_eq!(row(&table, "BenchmarkPoint", "B/op"), ["B/op", "16", "(1.00)", "0", "(0.00)"]);
    assert!(!row(&table, "BenchmarkOther/sub", "ns/op").is_empty(), "{table}");
    let full = std::fs::read_to_string(dir.path().join("out/full.txt")).expect("a file for benchstat");
    let lines: Vec<&str> = full.lines().collect();
    assert_eq!(lines[0], "goos: linux");
    assert_eq!(lines[2], "pkg: m");
    assert_eq!(lines.iter().filter(|l| l.starts_with("BenchmarkPoint") && l.contains(" ns/op\t") && l.contains("\t0 allocs/op")).count(), 2);
    assert!(dir.path().join("out/heap.txt").is_file() && !dir.path().join("out/go.txt").exists());
    let chart = std::fs::read_to_string(dir.path().join("out/chart.svg")).expect("a chart");
    assert!(chart.starts_with("<svg") && chart.contains("BenchmarkPoint"));
}

#[test]
fn benchmarks_are_chosen_and_told_as_json() {
    let dir = tempfile::tempdir().expect("a scratch folder");
    let out = golift_bench(dir.path(), &[POINT], &["-count=1", "-benchtime=1x", "-bench", "Other/sub", "-json", "."]);
    let json = text(&out.stdout);
    let lines: Vec<&str> = json.lines().collect();
    assert!(lines.len() >= 2, "{json}{}", text(&out.stderr));
    assert!(lines.iter().all(|l| l.starts_with("{\"Package\":\"m\",\"Name\":\"BenchmarkOther/sub") && l.contains("\"allocs/op\":{\"median\":0,")));
    assert!(lines[0].contains("\"Policy\":\"heap\""));
}

#[test]
fn the_whole_run_of_a_program() {
    let dir = tempfile::tempdir().expect("a scratch folder");
    let program = "package main\n\nimport \"os\"\n\nvar kept []*[4]int\n\nfunc main() {\n\tif len(os.Args) != 2 {\n\t\tos.Exit(3)\n\t}\n\tfor range 1000 {\n\t\tkept = append(kept[:0], new([4]int))\n\t}\n}\n";
    let out = golift_bench(dir.path(), &[("points.go", program)], &["-count", "1", "points.go", "-args", "x"]);
    let table = text(&out.stdout);
    assert_eq!(out.status.code(), Some(0), "{}", text(&out.stderr));
    assert!(table.starts_with("pkg: command-line-arguments\nBenchmarkPoints "), "{table}");
    let allocs = row(&table, "BenchmarkPoints", "allocs/op");
    assert!(allocs[1].parse::<f64>().is_ok_and(|n| (1000.0..1100.0).contains(&n)), "{table}");
    let out = golift_bench(dir.path(), &[], &["-count", "1", "points.go"]);
    assert_eq!(out.status.code(), Some(1));
    assert!(text(&out.stderr).contains("golift bench: the program failed: exit status: 3"), "{}", text(&out.stderr));
}

#[test]
fn nothing_to_measure() {
    let dir = tempfile::tempdir().expect("a scratch folder");
    let out = golift_bench(dir.path(), &[("a.go", "package a\n"), POINT], &["-bench", "None"]);
    assert_eq!(text(&out.stderr), "golift bench: m has no benchmark that matches \"None\" and is no program\n");
    let out = golift_bench(dir.path(), &[], &["-policy", "stack"]);
    assert!(text(&out.stderr).starts_with("invalid value \"stack\" for flag -policy: want some of heap, "));
    assert_eq!(out.status.code(), Some(2));
}
