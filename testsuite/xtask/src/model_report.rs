//! What `xtask model` prints: a row for each file, shares of lines, and the commonest kinds of differences.
//!
//! Lines are compared as multisets: the order of functions in the official output is not part of the figure.

use std::collections::BTreeMap;

/// One file's lines.
pub(crate) struct Row {
    file: String,
    inlined: bool,
    expected: usize,
    printed: usize,
    missing: Vec<String>,
    extra: Vec<String>,
    /// Why golift printed nothing.
    broken: Option<String>,
}

impl Row {
    /// Compares the official output with golift's.
    pub(crate) fn of(file: &str, inlined: bool, want: &str, got: Result<String, String>) -> Row {
        let (got, broken) = match got {
            Ok(text) => (text, None),
            Err(why) => (String::new(), Some(why)),
        };
        let (want, got) = (lines(want), lines(&got));
        let mut count: BTreeMap<&str, i64> = BTreeMap::new();
        for l in &want {
            *count.entry(l).or_default() += 1;
        }
        for l in &got {
            *count.entry(l).or_default() -= 1;
        }
        let of = |sign: i64| -> Vec<String> {
            let repeat = |(l, n): (&&str, &i64)| vec![l.to_string(); (n * sign).max(0) as usize];
            count.iter().flat_map(repeat).collect()
        };
        let (missing, extra) = (of(1), of(-1));
        Row { file: file.to_string(), inlined, expected: want.len(), printed: got.len(), missing, extra, broken }
    }
}

/// The lines that count: those about the program. Instances of the standard packages' generic code are compiled with
/// it, too, but golift's packages have other bodies.
fn lines(text: &str) -> Vec<String> {
    let of_library = |l: &str| l.starts_with("$GOROOT") || l.starts_with('/');
    text.lines().filter(|l| !l.starts_with('#') && !l.trim().is_empty() && !of_library(l)).map(same_import_error).collect()
}

/// The same words for a package that neither compiler finds.
fn same_import_error(line: &str) -> String {
    line.replace("(open : no such file or directory)", "(file not found)")
}

struct Sum {
    files: usize,
    equal: usize,
    expected: usize,
    missing: usize,
    extra: usize,
}

fn sum<'r>(rows: impl Iterator<Item = &'r Row>) -> Sum {
    let mut s = Sum { files: 0, equal: 0, expected: 0, missing: 0, extra: 0 };
    for r in rows {
        s.files += 1;
        s.equal += usize::from(r.missing.is_empty() && r.extra.is_empty());
        s.expected += r.expected;
        s.missing += r.missing.len();
        s.extra += r.extra.len();
    }
    s
}

fn percent(part: usize, all: usize) -> String {
    if all == 0 { "-".to_string() } else { format!("{:.2}%", 100.0 * part as f64 / all as f64) }
}

/// The rows (all of them with `all`, else only those that differ), then the sums.
pub(crate) fn table(rows: &[Row], all: bool) -> String {
    let mut out = format!("{:44} {:>8} {:>8} {:>8} {:>8}\n", "file", "official", "golift", "missing", "extra");
    for r in rows.iter().filter(|r| all || !r.missing.is_empty() || !r.extra.is_empty()) {
        out += &format!("{:44} {:>8} {:>8} {:>8} {:>8}\n", r.file, r.expected, r.printed, r.missing.len(), r.extra.len());
        if let Some(why) = &r.broken {
            out += &format!("    {why}\n");
        }
    }
    for (name, inlined) in [("without inlining", false), ("with inlining", true)] {
        let s = sum(rows.iter().filter(|r| r.inlined == inlined));
        if s.files == 0 {
            continue;
        }
        out += &format!(
            "{name}: {} files ({} equal), {} of {} lines ({}), {} extra ({})\n",
            s.files,
            s.equal,
            s.expected - s.missing,
            s.expected,
            percent(s.expected - s.missing, s.expected),
            s.extra,
            percent(s.extra, s.expected)
        );
    }
    out
}

/// Every difference.
pub(crate) fn differences(rows: &[Row]) -> String {
    let mut out = String::new();
    for r in rows.iter().filter(|r| !r.missing.is_empty() || !r.extra.is_empty()) {
        out += &format!("{}\n", r.file);
        let list = |sign: char, lines: &[String]| lines.iter().map(|l| format!("  {sign} {l}\n")).collect::<String>();
        out += &list('-', &r.missing);
        out += &list('+', &r.extra);
    }
    out
}

/// The commonest kinds of differing messages: the words that do not depend on the program.
pub(crate) fn classes(rows: &[Row], most: usize) -> String {
    let mut count: BTreeMap<String, (usize, String)> = BTreeMap::new();
    for r in rows {
        for (sign, lines) in [('-', &r.missing), ('+', &r.extra)] {
            for l in lines {
                let entry = count.entry(format!("{sign} {}", kind_of(l))).or_insert_with(|| (0, format!("{}: {l}", r.file)));
                entry.0 += 1;
            }
        }
    }
    let mut list: Vec<_> = count.into_iter().collect();
    list.sort_by_key(|(_, (n, _))| std::cmp::Reverse(*n));
    list.iter().take(most).map(|(kind, (n, example))| format!("{n:>6} {kind}\n         {example}\n")).collect()
}

/// The words of a message without names and positions.
fn kind_of(line: &str) -> String {
    const KINDS: &[&str] = &[
        "does not escape", "escapes to heap", "moved to heap", "leaking param content", "leaking param", "can inline",
        "cannot inline", "inlining call to", "devirtualizing", "index bounds check elided", "ignoring self-assignment",
        "mutates", "calls", "flow:", "from ",
    ];
    let text = line.splitn(2, ": ").nth(1).unwrap_or(line);
    let auto = if line.starts_with("<autogenerated>") { "(autogenerated) " } else { "" };
    let shape = if line.contains("go.shape") { " (shape)" } else { "" };
    let iterator = if line.contains("-range") { " (range function)" } else { "" };
    let what = KINDS.iter().find(|k| text.contains(**k)).copied().unwrap_or(text);
    format!("{auto}{what}{shape}{iterator}")
}

/// Whether the shares of printed and extra lines keep within the bounds, in per mille, without and with inlining.
pub(crate) fn is_better_than(rows: &[Row], bounds: [(usize, usize); 2]) -> bool {
    bounds.iter().zip([false, true]).all(|(&(least, most), inlined)| {
        let s = sum(rows.iter().filter(|r| r.inlined == inlined));
        1000 * (s.expected - s.missing) >= least * s.expected && 1000 * s.extra <= most * s.expected
    })
}
