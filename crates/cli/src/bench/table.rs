//! The results as text, as JSON lines, and as files that benchstat reads.

use super::results::{PackageResults, Results, UNITS, number};
use golift_driver::json_string;
use std::fmt::Write;

/// The table: a block a benchmark, a line a unit, a column a contender; the ratio to the base stands behind the median.
pub(crate) fn table(results: &Results) -> String {
    let mut out = String::new();
    for package in &results.packages {
        let separator = if out.is_empty() { "" } else { "\n" };
        let _ = writeln!(out, "{separator}pkg: {}", package.path);
        for (i, benchmark) in package.benchmarks.iter().enumerate() {
            if i > 0 {
                out.push('\n');
            }
            let mut rows = vec![std::iter::once(benchmark.name.clone()).chain(results.contenders.iter().cloned()).collect::<Vec<_>>()];
            for unit in UNITS {
                let cells: Vec<String> = (0..results.contenders.len())
                    .map(|c| match benchmark.summary(c, unit) {
                        None => "-".to_string(),
                        Some(s) => {
                            // Counts are the same in every round, or nearly.
                            let spread = if s.spread < 0.0005 { String::new() } else { format!(" ±{:.0}%", (s.spread * 100.0).ceil()) };
                            let ratio = benchmark.ratio(c, results.base, unit).filter(|_| unit != "stack-allocs/op");
                            let ratio = ratio.map_or(String::new(), |r| format!(" ({r:.2})"));
                            format!("{}{spread}{ratio}", number(s.median))
                        }
                    })
                    .collect();
                if cells.iter().any(|c| c != "-") {
                    rows.push(std::iter::once(format!("  {unit}")).chain(cells).collect());
                }
            }
            out.push_str(&aligned(&rows));
        }
    }
    let means: Vec<String> = results
        .contenders
        .iter()
        .enumerate()
        .filter_map(|(c, name)| results.mean_ratio(c, "ns/op").map(|r| format!("{name} {r:.2}")))
        .collect();
    let _ = writeln!(out, "\ngeometric mean of ns/op ratios to {}: {}", results.contenders[results.base], means.join(", "));
    out
}

/// Rows with the first column flush left and the others flush right.
fn aligned(rows: &[Vec<String>]) -> String {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let width = |c: usize| rows.iter().filter_map(|r| r.get(c)).map(|cell| cell.chars().count()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..columns).map(width).collect();
    let mut out = String::new();
    for row in rows {
        let mut line = String::new();
        for (c, (cell, width)) in row.iter().zip(&widths).enumerate() {
            let _ = if c == 0 { write!(line, "{cell:<width$}") } else { write!(line, "  {cell:>width$}") };
        }
        out.push_str(line.trim_end());
        out.push('\n');
    }
    out
}

/// One object a benchmark and contender.
pub(crate) fn json(results: &Results) -> String {
    let mut out = String::new();
    for package in &results.packages {
        for benchmark in &package.benchmarks {
            for (c, contender) in results.contenders.iter().enumerate() {
                let metrics: Vec<String> = UNITS
                    .iter()
                    .filter_map(|unit| {
                        let s = benchmark.summary(c, unit)?;
                        let ratio = benchmark.ratio(c, results.base, unit).map_or("null".to_string(), |r| format!("{r}"));
                        let values: Vec<String> = benchmark.samples[c].iter().filter_map(|s| s.value(unit)).map(|v| v.to_string()).collect();
                        let values = values.join(",");
                        Some(format!("{}:{{\"median\":{},\"spread\":{},\"ratio\":{ratio},\"values\":[{values}]}}", json_string(unit), s.median, s.spread))
                    })
                    .collect();
                let [path, name, policy] = [&package.path, &benchmark.name, contender].map(|s| json_string(s));
                let metrics = metrics.join(",");
                let _ = writeln!(out, "{{\"Package\":{path},\"Name\":{name},\"Policy\":{policy},\"Metrics\":{{{metrics}}}}}");
            }
        }
    }
    out
}

/// The samples of one contender in the Go benchmark data format.
pub(crate) fn benchstat_file(packages: &[PackageResults], contender: usize, goarch: &str) -> String {
    let mut out = format!("goos: linux\ngoarch: {goarch}\n");
    for package in packages {
        let _ = writeln!(out, "pkg: {}", package.path);
        for sample in package.benchmarks.iter().flat_map(|b| &b.samples[contender]) {
            out.push_str(&sample.line());
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::results::Sample;
    use super::*;

    fn results() -> Results {
        let mut package = PackageResults { path: "m/p".into(), benchmarks: Vec::new() };
        let lines = ["BenchmarkA 10 200 ns/op 64 B/op 2 allocs/op 0 stack-allocs/op", "BenchmarkA 10 100 ns/op 0 B/op 0 allocs/op"];
        for (c, line) in lines.iter().enumerate() {
            package.add(Sample::parse(line).expect("a line"), c, 2);
        }
        Results { contenders: vec!["heap".into(), "go1.27".into()], base: 1, packages: vec![package] }
    }

    #[test]
    fn the_table() {
        let want = "pkg: m/p\n\
            BenchmarkA               heap      go1.27\n  \
            ns/op            200 (2.00)  100 (1.00)\n  \
            B/op                     64           0\n  \
            allocs/op                 2           0\n  \
            stack-allocs/op           0           -\n\n\
            geometric mean of ns/op ratios to go1.27: heap 2.00, go1.27 1.00\n";
        assert_eq!(table(&results()), want);
    }

    #[test]
    fn the_files() {
        let r = results();
        let want = "goos: linux\ngoarch: amd64\npkg: m/p\nBenchmarkA\t      10\t100 ns/op\t0 B/op\t0 allocs/op\n";
        assert_eq!(benchstat_file(&r.packages, 1, "amd64"), want);
        let first = json(&r).lines().next().map(str::to_string).unwrap_or_default();
        let want = r#"{"Package":"m/p","Name":"BenchmarkA","Policy":"heap","Metrics":{"ns/op":{"median":200,"spread":0,"ratio":2,"values":[200]},"#;
        assert!(first.starts_with(want), "{first}");
    }
}
