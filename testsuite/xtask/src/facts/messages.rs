//! What the official compiler prints, read by function: costs, inlined calls, and what parameters leak.

use super::Key;
use super::header::Header;
use regex::Regex;
use std::collections::{BTreeMap, BTreeSet};

/// The path of the program that uses generic functions: what is said of them counts where it says so of this program's code.
pub(super) const PROGRAM: &str = "facts";

/// What was said of a function.
#[derive(Default)]
pub(super) struct Fact {
    /// The cost, if it is inlinable.
    pub(super) cost: Option<String>,
    /// Leaks by parameter; `r` is the receiver.
    pub(super) params: BTreeMap<String, BTreeSet<String>>,
    /// The calls that are inlined in it, those in inlined bodies too, with their packages.
    pub(super) calls: Vec<String>,
    /// Whether a generic function takes a function or an iterator: what is inlined there depends on the argument.
    pub(super) calls_arguments: bool,
    /// Whether it is generic: then what is said in [`PROGRAM`] counts, and nothing else.
    generic: bool,
}

/// What was said of all functions.
pub(super) type Facts = BTreeMap<Key, Fact>;

/// Line and column.
type At = (usize, usize);

/// All lines about one file.
#[derive(Default)]
struct FileLines {
    /// Functions by position.
    funcs: BTreeMap<At, Key>,
    /// Lines about parameters, and the package that was compiled.
    remarks: Vec<(At, String, String)>,
    /// Inlined calls, likewise.
    calls: Vec<(At, String, String)>,
}

/// Reads messages about files below `root`, in which it looks for parameters.
pub(super) fn read(text: &str, root: &str) -> Result<Facts, String> {
    let mut facts = Facts::new();
    let files = read_messages(text, root, &mut facts)?;
    let declared: BTreeSet<&Key> = files.values().flat_map(|lines| lines.funcs.values()).collect();
    for (path, lines) in &files {
        let source = std::fs::read_to_string(path).map_err(|e| format!("{path}: {e}"))?;
        note_leaks(&source, lines, &mut facts)?;
        note_flows(&source, lines, &mut facts)?;
        note_calls(&source, lines, &declared, &mut facts);
    }
    Ok(facts)
}

/// Whether a function's name is exported, and its receiver's.
pub(super) fn is_exported(name: &str) -> bool {
    let bare: String = name.chars().filter(|c| !matches!(c, '(' | ')' | '*')).collect();
    !bare.contains(['[', '-']) && bare.split('.').all(|part| part.starts_with(|c: char| c.is_uppercase()))
}

fn regex(pattern: &str) -> Result<Regex, String> {
    Regex::new(pattern).map_err(|e| e.to_string())
}

/// Costs into `facts`; the other lines, a file.
fn read_messages(text: &str, root: &str, facts: &mut Facts) -> Result<BTreeMap<String, FileLines>, String> {
    let line_form = regex(r"^(/\S+?\.go):(\d+):(\d+): (.*)$")?;
    let can = regex(r"^can inline (\S+) with cost (\d+) as")?;
    let cannot = regex(r"^cannot inline (\S+): ")?;
    let remark = regex(r"^(leaking param( content)?: \w+( to result \S+ level=\d+)?|\w+ does not escape|moved to heap: \w+)$")?;
    // Of instances the compiler says no more than this.
    let flow = regex(r"^parameter \w+\.[^.]\S* leaks to (.+) for \S*\[go\.shape\..* with derefs=(\d+):$")?;
    let shaped = regex(r"^\w+\.(.*?)\[go\.shape\.[^)]*\](\)?\.\w+)?$")?;
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
            let generic = shaped.captures(&name).filter(|_| package == PROGRAM);
            let key = match generic {
                Some(c) => {
                    let path = m[1].strip_prefix(root).and_then(|p| p.rsplit_once('/')).map_or("", |(p, _)| p);
                    (path.to_string(), format!("{}{}", &c[1], c.get(2).map_or("", |m| m.as_str())))
                }
                None if package == PROGRAM => continue,
                None => (package.clone(), name),
            };
            if is_exported(&key.1) {
                let fact = facts.entry(key.clone()).or_default();
                fact.cost = cost.or(fact.cost.take());
                fact.generic = package == PROGRAM;
            }
            if package == PROGRAM {
                file.funcs.insert(at, key);
            } else {
                file.funcs.entry(at).or_insert(key);
            }
        } else if let Some(callee) = said.strip_prefix("inlining call to ") {
            file.calls.push((at, package.clone(), callee.to_string()));
        } else if (if package == PROGRAM { &flow } else { &remark }).is_match(said) {
            file.remarks.push((at, package.clone(), said.to_string()));
        }
    }
    Ok(files)
}

/// Notes the calls that are inlined in functions, their literals among them.
fn note_calls(source: &str, lines: &FileLines, declared: &BTreeSet<&Key>, facts: &mut Facts) {
    let name = source.lines().find_map(|l| l.strip_prefix("package ")).unwrap_or_default();
    let name = name.split([' ', '/', ';']).next().unwrap_or_default();
    let is_literal = |name: &str| [".func", ".gowrap", ".deferwrap", "-range"].iter().any(|part| name.contains(part));
    for (at, package, callee) in &lines.calls {
        let Some((from, key)) = lines.funcs.range(..=*at).rev().find(|(_, key)| !is_literal(&key.1)) else { continue };
        // A wrapper of an instance has its function's position.
        if *package == PROGRAM && from == at {
            continue;
        }
        let Some(fact) = facts.get_mut(key).filter(|fact| fact.generic == (*package == PROGRAM)) else { continue };
        // What the package that is compiled declares has no package in its name.
        let bare = callee.split('[').next().unwrap_or_default();
        let is_local = [callee.as_str(), bare].iter().any(|name| declared.contains(&(package.clone(), name.to_string())));
        let other = callee.contains('[') && bare.contains('.') && !bare.starts_with('(');
        fact.calls.push(if is_local && !other { format!("{name}.{callee}") } else { callee.clone() });
    }
}

/// Notes the parameters of generic functions, and which of them flow to the heap, to escaping memory or to results.
fn note_flows(source: &str, lines: &FileLines, facts: &mut Facts) -> Result<(), String> {
    let flow = regex(r"leaks to (.+) for .* with derefs=(\d+):$")?;
    let starts = line_starts(source);
    for (&from, key) in &lines.funcs {
        let Some(fact) = facts.get_mut(key).filter(|fact| fact.generic) else { continue };
        let Some(start) = offset(&starts, from) else { continue };
        let header = Header::parse(source.as_bytes(), start);
        fact.calls_arguments = header.takes_functions(source.as_bytes());
        for param in header.all_params(source.as_bytes()) {
            fact.params.entry(param).or_default();
        }
        // For each parameter and target the fewest dereferences.
        let mut flows: BTreeMap<(String, String), u32> = BTreeMap::new();
        for (at, package, said) in &lines.remarks {
            let Some(m) = flow.captures(said).filter(|_| package == PROGRAM) else { continue };
            let param = offset(&starts, *at).and_then(|at| header.param(source.as_bytes(), at));
            let (Some(param), Ok(derefs)) = (param, m[2].parse()) else { continue };
            let name = m[1].split_once('.').map_or(&m[1], |(_, name)| name);
            let target = header.result(name).map_or(String::from("h"), |i| format!("{i}."));
            let fewest = flows.entry((param, target)).or_insert(derefs);
            *fewest = derefs.min(*fewest);
        }
        for ((param, target), derefs) in flows {
            fact.params.entry(param).or_default().insert(format!("{target}{derefs}"));
        }
    }
    Ok(())
}

/// The offsets at which lines begin.
fn line_starts(source: &str) -> Vec<usize> {
    std::iter::once(0).chain(source.match_indices('\n').map(|(i, _)| i + 1)).collect()
}

fn offset(starts: &[usize], (line, column): At) -> Option<usize> {
    Some(starts.get(line.checked_sub(1)?)? + column - 1)
}

/// Finds the parameter that each remark is about.
fn note_leaks(source: &str, lines: &FileLines, facts: &mut Facts) -> Result<(), String> {
    let leak = regex(r"^leaking param( content)?: \w+(?: to result (\S+) level=(\d+))?$")?;
    let starts = line_starts(source);
    for (at, package, said) in &lines.remarks {
        let Some((&from, key)) = lines.funcs.range(..=*at).next_back() else { continue };
        let Some(fact) = facts.get_mut(key).filter(|fact| !fact.generic && package != PROGRAM) else { continue };
        let (Some(start), Some(at)) = (offset(&starts, from), offset(&starts, *at)) else { continue };
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
                if let Some(i) = header.result(result) {
                    tags.insert(format!("{i}.{}", &m[3]));
                }
            }
        }
    }
    Ok(())
}
