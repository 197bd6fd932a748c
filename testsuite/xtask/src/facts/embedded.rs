//! The functions of the embedded library, and a program of which the official compiler speaks about all of them.

use super::Key;
use super::header::split_list;
use regex::Regex;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// The functions and methods that golift's library and the official one have.
pub(super) struct Embedded {
    /// The packages that programs may import.
    packages: BTreeSet<String>,
    /// Those that are not generic, of golift's library alone too.
    pub(super) plain: BTreeSet<Key>,
    /// Exported generic ones, with their type parameters.
    pub(super) generic: BTreeMap<Key, String>,
}

/// What one folder declares.
#[derive(Default)]
struct Declared {
    plain: Vec<String>,
    /// Name and type parameters: for methods those of the receiver.
    generic: Vec<(String, String)>,
}

/// Looks for them below `std`; `known` has a line an official package, whose sources are below `root`.
pub(super) fn embedded(std: &Path, known: &str, root: &str) -> Result<Embedded, String> {
    let known: BTreeSet<&str> = known.lines().filter(|p| !p.split('/').any(|part| part == "internal" || part == "vendor")).collect();
    let mut out = Embedded { packages: BTreeSet::new(), plain: BTreeSet::new(), generic: BTreeMap::new() };
    let mut folders = vec![std.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).map_err(|e| format!("{}: {e}", folder.display()))? {
            let path = entry.map_err(|e| e.to_string())?.path();
            if path.is_dir() {
                folders.push(path);
            }
        }
        let package = folder.strip_prefix(std).map_err(|e| e.to_string())?.display().to_string();
        let ours = declared(&folder)?;
        out.plain.extend(ours.plain.into_iter().map(|name| (package.clone(), name)));
        if !known.contains(package.as_str()) {
            continue;
        }
        let official: BTreeSet<String> = declared(&PathBuf::from(format!("{root}{package}")))?.generic.into_iter().map(|(n, _)| n).collect();
        let common = ours.generic.into_iter().filter(|(name, _)| official.contains(name));
        out.generic.extend(common.map(|(name, params)| ((package.clone(), name), params)));
        out.packages.insert(package);
    }
    Ok(out)
}

fn declared(folder: &Path) -> Result<Declared, String> {
    let regex = |pattern: &str| Regex::new(pattern).map_err(|e| e.to_string());
    let header = regex(r"(?m)^func (?:\((?:\w+ )?(\*?)(\w+)(\[.*?\])?\) )?(\w+)(?:\[(.*?)\]\()?")?;
    let types = regex(r"(?m)^type (\w+)\[(\w+ .*?)\] ")?;
    let mut texts = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(|e| format!("{}: {e}", folder.display()))? {
        let path = entry.map_err(|e| e.to_string())?.path();
        if path.extension().is_some_and(|e| e == "go") && !path.to_string_lossy().ends_with("_test.go") {
            texts.push(std::fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))?);
        }
    }
    let of_types: BTreeMap<&str, &str> = texts
        .iter()
        .flat_map(|text| types.captures_iter(text))
        .filter_map(|m| Some((m.get(1)?.as_str(), m.get(2)?.as_str())))
        .collect();
    let mut out = Declared::default();
    for m in texts.iter().flat_map(|text| header.captures_iter(text)) {
        let name = match m.get(2) {
            Some(ty) if m[1].is_empty() => format!("{}.{}", ty.as_str(), &m[4]),
            Some(ty) => format!("(*{}).{}", ty.as_str(), &m[4]),
            None => m[4].to_string(),
        };
        let params = match (m.get(3), m.get(2), m.get(5)) {
            (Some(_), Some(ty), _) => of_types.get(ty.as_str()).copied(),
            // Methods with type parameters of their own are not measured.
            (None, Some(_), Some(_)) => None,
            (None, None, Some(params)) => Some(params.as_str()),
            _ => {
                out.plain.push(name);
                continue;
            }
        };
        if let Some(params) = params.filter(|_| super::messages::is_exported(&name)) {
            out.generic.push((name, params.to_string()));
        }
    }
    Ok(out)
}

impl Embedded {
    /// The program.
    pub(super) fn program(&self) -> String {
        let mut out = String::from("package main\n\nimport (\n");
        for (i, package) in self.packages.iter().enumerate() {
            let _ = writeln!(out, "\t_ {package:?}");
            if self.generic.keys().any(|(p, _)| p == package) {
                let _ = writeln!(out, "\tp{i} {package:?}");
            }
        }
        out.push_str(")\n\nvar Uses = []any{\n");
        for ((package, name), params) in &self.generic {
            let Some(i) = self.packages.iter().position(|p| p == package) else { continue };
            let args = arguments(params);
            let _ = match name.rsplit_once('.') {
                None => writeln!(out, "\tp{i}.{name}[{args}],"),
                Some((ty, method)) => match ty.strip_prefix("(*").and_then(|t| t.strip_suffix(')')) {
                    Some(ty) => writeln!(out, "\t(*p{i}.{ty}[{args}]).{method},"),
                    None => writeln!(out, "\tp{i}.{ty}[{args}].{method},"),
                },
            };
        }
        out.push_str("}\n\nfunc main() {}\n");
        out
    }
}

/// Arguments for type parameters, with pointers wherever the constraint lets them have some: only then is it seen what leaks.
fn arguments(params: &str) -> String {
    let mut constraint = "any";
    let mut list: Vec<(String, String)> = Vec::new();
    let items = split_list(params);
    for item in items.iter().rev() {
        let name = match item.split_once(' ') {
            Some((name, of)) => {
                constraint = of.trim();
                name
            }
            None => item,
        };
        list.push((name.to_string(), constraint.to_string()));
    }
    list.reverse();
    list.iter().map(|(name, _)| argument(name, &list)).collect::<Vec<_>>().join(", ")
}

fn argument(name: &str, list: &[(String, String)]) -> String {
    let Some((_, constraint)) = list.iter().find(|(n, _)| n == name) else { return name.to_string() };
    if let Some(elem) = constraint.strip_prefix("~[]") {
        return format!("[]{}", argument(elem, list));
    }
    if let Some((key, elem)) = constraint.strip_prefix("~map[").and_then(|c| c.split_once(']')) {
        return format!("map[{}]{}", argument(key, list), argument(elem, list));
    }
    match constraint.as_str() {
        "any" | "comparable" | "Ordered" | "cmp.Ordered" => String::from("string"),
        "error" => String::from("error"),
        _ => String::from("int"),
    }
}
