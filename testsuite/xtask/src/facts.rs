//! `xtask facts`: measures what the official compiler says of the standard library's exported functions.
//!
//! Input: what `go build -gcflags=all=-m=2` prints about the packages that golift embeds, and their official sources, in
//! which parameters are found by position. Output: the table that the model of the official compiler reads
//! (`gcmodel/std_facts.txt`): a line a function with its inlining cost and, a parameter, what leaks.

use clap::Args;
use regex::Regex;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What to measure.
#[derive(Args)]
pub(crate) struct Config {
    /// The official go command.
    #[arg(long, default_value = "go")]
    go: PathBuf,
    /// The embedded library.
    #[arg(long, default_value = "runtime/std")]
    std: PathBuf,
    /// The table.
    #[arg(long, short, default_value = "crates/middle/src/gcmodel/std_facts.txt")]
    output: PathBuf,
}

/// A function: its package and name.
type Key = (String, String);

/// What was said of a function.
#[derive(Default)]
struct Fact {
    /// The cost, if it is inlinable.
    cost: Option<String>,
    /// Leaks by parameter; `r` is the receiver.
    params: BTreeMap<String, BTreeSet<String>>,
}

/// A line about a parameter: line, column and text.
type Remark = (usize, usize, String);

/// All lines about one file.
#[derive(Default)]
struct FileLines {
    /// Functions by position.
    funcs: BTreeMap<(usize, usize), Key>,
    remarks: Vec<Remark>,
}

/// Writes the table.
///
/// # Errors
/// The official command fails, or a file cannot be read or written.
pub(crate) fn run(config: &Config) -> Result<(), String> {
    let ours = embedded(&config.std)?;
    let root = output(Command::new(&config.go).args(["env", "GOROOT"]))?.0;
    let root = format!("{}/src/", root.trim());
    let text = messages(&config.go, &ours)?;
    let mut facts: BTreeMap<Key, Fact> = BTreeMap::new();
    let files = read_messages(&text, &root, &mut facts)?;
    for (path, lines) in &files {
        let source = std::fs::read_to_string(path).map_err(|e| format!("{path}: {e}"))?;
        note_leaks(&source, lines, &mut facts)?;
    }
    let mut table = String::new();
    let mut package = "";
    for ((path, name), fact) in facts.iter().filter(|(key, _)| ours.contains(*key)) {
        if path != package {
            let _ = writeln!(table, "package {path}");
            package = path;
        }
        let _ = write!(table, "{name} {}", fact.cost.as_deref().unwrap_or("-"));
        for (param, tags) in &fact.params {
            let tags: Vec<&str> = tags.iter().map(String::as_str).collect();
            let _ = write!(table, " {param}={}", tags.join(","));
        }
        table.push('\n');
    }
    std::fs::write(&config.output, table).map_err(|e| format!("{}: {e}", config.output.display()))
}

/// The functions and methods of the embedded library that are not generic.
fn embedded(std: &Path) -> Result<BTreeSet<Key>, String> {
    let header = regex(r"(?m)^func (?:\((?:\w+ )?(\*?)(\w+)(\[.*?\])?\) )?(\w+)(\[)?")?;
    let mut out = BTreeSet::new();
    let mut folders = vec![std.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).map_err(|e| format!("{}: {e}", folder.display()))? {
            let path = entry.map_err(|e| e.to_string())?.path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            if path.extension().is_none_or(|e| e != "go") {
                continue;
            }
            let package = folder.strip_prefix(std).map_err(|e| e.to_string())?.display().to_string();
            let text = std::fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))?;
            for m in header.captures_iter(&text) {
                if m.get(3).is_some() || m.get(5).is_some() {
                    continue;
                }
                let name = match m.get(2) {
                    Some(ty) if m[1].is_empty() => format!("{}.{}", ty.as_str(), &m[4]),
                    Some(ty) => format!("(*{}).{}", ty.as_str(), &m[4]),
                    None => m[4].to_string(),
                };
                out.insert((package.clone(), name));
            }
        }
    }
    Ok(out)
}

/// What the official compiler prints about all packages that a program with these imports consists of.
fn messages(go: &Path, ours: &BTreeSet<Key>) -> Result<String, String> {
    let folder = tempfile::tempdir().map_err(|e| e.to_string())?;
    let known = output(Command::new(go).args(["list", "std"]))?.0;
    let known: BTreeSet<&str> = known.lines().filter(|p| !p.split('/').any(|part| part == "internal" || part == "vendor")).collect();
    let packages: BTreeSet<&str> = ours.iter().map(|(package, _)| package.as_str()).filter(|p| known.contains(p)).collect();
    let mut program = String::from("package main\n\nimport (\n");
    for package in packages {
        let _ = writeln!(program, "\t_ {package:?}");
    }
    program.push_str(")\n\nfunc main() {}\n");
    let write = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).map_err(|e| format!("{name}: {e}"));
    write("main.go", &program)?;
    write("go.mod", "module facts\n\ngo 1.27\n")?;
    let mut build = Command::new(go);
    build.current_dir(folder.path()).env("GOFLAGS", "").env("GOTOOLCHAIN", "local");
    Ok(output(build.args(["build", "-gcflags=all=-m=2", "-o", "facts.exe", "."]))?.1)
}

/// Standard output and standard error of a command that must succeed.
fn output(command: &mut Command) -> Result<(String, String), String> {
    let done = command.output().map_err(|e| format!("{command:?}: {e}"))?;
    let (out, err) = (String::from_utf8_lossy(&done.stdout).into_owned(), String::from_utf8_lossy(&done.stderr).into_owned());
    if done.status.success() { Ok((out, err)) } else { Err(format!("{command:?}: {err}")) }
}

fn regex(pattern: &str) -> Result<Regex, String> {
    Regex::new(pattern).map_err(|e| e.to_string())
}

/// Costs into `facts`; the lines about parameters, a file.
fn read_messages(text: &str, root: &str, facts: &mut BTreeMap<Key, Fact>) -> Result<BTreeMap<String, FileLines>, String> {
    let line_form = regex(r"^(/\S+?\.go):(\d+):(\d+): (.*)$")?;
    let can = regex(r"^can inline (\S+) with cost (\d+) as")?;
    let cannot = regex(r"^cannot inline (\S+): ")?;
    let remark = regex(r"^(leaking param( content)?: \w+( to result \S+ level=\d+)?|\w+ does not escape|moved to heap: \w+)$")?;
    let exported = |name: &str| {
        let bare: String = name.chars().filter(|c| !matches!(c, '(' | ')' | '*')).collect();
        !name.contains('[') && bare.split('.').all(|part| part.starts_with(|c: char| c.is_uppercase()))
    };
    let mut files: BTreeMap<String, FileLines> = BTreeMap::new();
    let mut package = String::new();
    for line in text.lines() {
        if let Some(path) = line.strip_prefix("# ") {
            path.clone_into(&mut package);
            continue;
        }
        let Some(m) = line_form.captures(line).filter(|m| m[1].starts_with(root)) else { continue };
        let at = (m[2].parse().unwrap_or(0), m[3].parse().unwrap_or(0));
        let said = &m[4];
        let file = files.entry(m[1].to_string()).or_default();
        let cost = can.captures(said).map(|c| (c[1].to_string(), Some(c[2].to_string())));
        if let Some((name, cost)) = cost.or_else(|| cannot.captures(said).map(|c| (c[1].to_string(), None))) {
            let key = (package.clone(), name);
            file.funcs.insert(at, key.clone());
            if exported(&key.1) {
                let fact = facts.entry(key).or_default();
                fact.cost = cost.or(fact.cost.take());
            }
        } else if remark.is_match(said) {
            file.remarks.push((at.0, at.1, said.to_string()));
        }
    }
    Ok(files)
}

/// Finds the parameter that each remark is about.
fn note_leaks(source: &str, lines: &FileLines, facts: &mut BTreeMap<Key, Fact>) -> Result<(), String> {
    let leak = regex(r"^leaking param( content)?: \w+(?: to result (\S+) level=(\d+))?$")?;
    let unnamed = regex(r"^~[rb](\d+)$")?;
    let starts: Vec<usize> = std::iter::once(0).chain(source.match_indices('\n').map(|(i, _)| i + 1)).collect();
    let offset = |line: usize, column: usize| Some(starts.get(line.checked_sub(1)?)? + column - 1);
    for (line, column, said) in &lines.remarks {
        let Some((&(at_line, at_column), key)) = lines.funcs.range(..=(*line, *column)).next_back() else { continue };
        let Some(fact) = facts.get_mut(key) else { continue };
        let (Some(start), Some(at)) = (offset(at_line, at_column), offset(*line, *column)) else { continue };
        let header = Header::parse(source.as_bytes(), start);
        let Some(param) = header.param(source.as_bytes(), at) else { continue };
        let tags = fact.params.entry(param).or_default();
        if said.starts_with("moved to heap") {
            tags.insert(String::from("h0"));
        }
        let Some(m) = leak.captures(said) else { continue };
        match m.get(2).map(|r| r.as_str()) {
            None => {
                tags.insert(String::from(if m.get(1).is_some() { "h1" } else { "h0" }));
            }
            Some(result) => {
                let number = unnamed.captures(result).and_then(|u| u[1].parse().ok());
                if let Some(i) = number.or_else(|| header.results.iter().position(|r| r == result)) {
                    tags.insert(format!("{i}.{}", &m[3]));
                }
            }
        }
    }
    Ok(())
}

/// Where the parts of a function's header are, as offsets of their parentheses.
struct Header {
    receiver: Option<(usize, usize)>,
    params: (usize, usize),
    results: Vec<String>,
}

impl Header {
    /// Parses the header whose name, or whose receiver's parenthesis, stands at `at`.
    fn parse(text: &[u8], mut at: usize) -> Header {
        let mut receiver = None;
        if text.get(at) == Some(&b'(') {
            let end = group(text, at);
            receiver = Some((at, end));
            at = end + 1;
        }
        while at < text.len() && text[at] != b'(' {
            if text[at] == b'[' {
                at = group(text, at);
            }
            at += 1;
        }
        let end = group(text, at);
        let mut next = end + 1;
        while text.get(next) == Some(&b' ') {
            next += 1;
        }
        let mut results = Vec::new();
        if text.get(next) == Some(&b'(') {
            let list = String::from_utf8_lossy(&text[next + 1..group(text, next)]).into_owned();
            results = split_list(&list).iter().map(|p| p.split(' ').next().unwrap_or_default().to_string()).collect();
        }
        Header { receiver, params: (at, end), results }
    }

    /// The number of the parameter at an offset; `r` for the receiver.
    fn param(&self, text: &[u8], at: usize) -> Option<String> {
        if self.receiver.is_some_and(|(from, to)| from < at && at < to) {
            return Some(String::from("r"));
        }
        let (from, to) = self.params;
        if at <= from || at >= to {
            return None;
        }
        let before = String::from_utf8_lossy(&text[from + 1..at]).into_owned();
        Some((split_list(&before).len() - 1).to_string())
    }
}

/// The offset of the bracket that closes the one at `at`.
fn group(text: &[u8], at: usize) -> usize {
    let mut depth = 0;
    for (i, c) in text.iter().enumerate().skip(at) {
        match c {
            b'(' | b'[' | b'{' => depth += 1,
            b')' | b']' | b'}' => {
                depth -= 1;
                if depth == 0 {
                    return i;
                }
            }
            _ => {}
        }
    }
    text.len().saturating_sub(1)
}

/// The parts between commas that stand in no brackets, without the blanks around them.
fn split_list(text: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut depth = 0;
    for c in text.chars() {
        match c {
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth -= 1,
            ',' if depth == 0 => {
                parts.push(String::new());
                continue;
            }
            _ => {}
        }
        if let Some(last) = parts.last_mut() {
            last.push(c);
        }
    }
    parts.iter().map(|p| p.trim().to_string()).collect()
}
