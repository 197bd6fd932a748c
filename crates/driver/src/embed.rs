//! The files that `//go:embed` patterns name, as the go command finds them. (Package embed, Directives.)

use crate::error::os_error;
use golift_frontend::ast::File;
use golift_types::EmbeddedFile;
use golift_types::embed_patterns;
use std::collections::BTreeMap;
use std::path::Path;

/// Reads what the directives of a file name: the directive's offset from the file's start with the files.
///
/// # Errors
/// The offset of a pattern, and what is wrong with it.
pub(crate) fn embedded_files(file: &File, dir: &Path) -> Result<Vec<(golift_base::Pos, Vec<EmbeddedFile>)>, (golift_base::Pos, String)> {
    let mut out = Vec::new();
    if !file.imports.iter().any(|i| i.path == "embed") {
        return Ok(out);
    }
    for d in &file.directives {
        let Some(Ok(patterns)) = embed_patterns(&d.text) else { continue };
        let mut files = BTreeMap::new();
        for (pattern, at) in patterns {
            let failed = |why: String| (d.pos.offset(2 + at as u32), format!("pattern {pattern}: {why}"));
            for name in matches(dir, &pattern).map_err(failed)? {
                let data = std::fs::read(dir.join(&name)).map_err(|e| failed(os_error(&e)))?;
                files.insert(name, data);
            }
        }
        out.push((d.pos, files.into_iter().map(|(name, data)| EmbeddedFile { name, data }).collect()));
    }
    Ok(out)
}

/// The files that a pattern names, as slash-separated paths below the folder.
fn matches(dir: &Path, pattern: &str) -> Result<Vec<String>, String> {
    let (all, glob) = pattern.strip_prefix("all:").map_or((false, pattern), |g| (true, g));
    let parts: Vec<&str> = glob.split('/').collect();
    if glob.is_empty() || glob != "." && parts.iter().any(|p| p.is_empty() || *p == "." || *p == "..") {
        return Err("invalid pattern syntax".to_string());
    }
    if parts.iter().any(|p| !well_formed(p)) {
        return Err("invalid pattern syntax".to_string());
    }
    let mut found = vec![String::new()];
    if glob != "." {
        for part in parts {
            let mut next = Vec::new();
            for base in &found {
                next.extend(names(&dir.join(base)).into_iter().filter(|n| glob_matches(part, n)).map(|n| join(base, &n)));
            }
            found = next;
        }
    }
    let mut out = Vec::new();
    for name in &found {
        let path = dir.join(name);
        let meta = std::fs::symlink_metadata(&path).map_err(|e| os_error(&e))?;
        if meta.is_dir() {
            if !name.is_empty() && path.join("go.mod").exists() {
                return Err(format!("cannot embed directory {name}: in different module"));
            }
            let before = out.len();
            walk(dir, name, all, &mut out);
            if out.len() == before {
                return Err(format!("cannot embed directory {}: contains no embeddable files", if name.is_empty() { "." } else { name }));
            }
        } else if Path::new(name).ancestors().skip(1).any(|d| d != Path::new("") && dir.join(d).join("go.mod").exists()) {
            return Err(format!("cannot embed file {name}: in different module"));
        } else if meta.is_file() {
            out.push(name.clone());
        } else {
            return Err(format!("cannot embed irregular file {name}"));
        }
    }
    if out.is_empty() { Err("no matching files found".to_string()) } else { Ok(out) }
}

fn walk(dir: &Path, name: &str, all: bool, out: &mut Vec<String>) {
    for entry in names(&dir.join(name)) {
        if !all && entry.starts_with(['.', '_']) {
            continue;
        }
        let below = join(name, &entry);
        let Ok(meta) = std::fs::symlink_metadata(dir.join(&below)) else { continue };
        if meta.is_file() {
            out.push(below);
        } else if meta.is_dir() && !dir.join(&below).join("go.mod").exists() {
            walk(dir, &below, all, out);
        }
    }
}

fn join(base: &str, name: &str) -> String {
    if base.is_empty() { name.to_string() } else { format!("{base}/{name}") }
}

/// The names in a folder, sorted.
fn names(dir: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(dir).into_iter().flatten().flatten();
    let mut out: Vec<String> = entries.filter_map(|e| e.file_name().into_string().ok()).collect();
    out.sort();
    out
}

/// Whether a pattern of one path element can be read: brackets are closed, backslashes followed by something.
fn well_formed(pattern: &str) -> bool {
    let mut chars = pattern.chars();
    while let Some(c) = chars.next() {
        let ok = match c {
            '\\' => chars.next().is_some(),
            '[' => {
                let first = chars.next();
                let first = if first == Some('^') { chars.next() } else { first };
                first.is_some_and(|c| c != ']') && chars.by_ref().any(|c| c == ']')
            }
            _ => true,
        };
        if !ok {
            return false;
        }
    }
    true
}

/// Whether a path element matches: `*`, `?`, `[a-z]`, `[^a-z]`, `\x`.
fn glob_matches(pattern: &str, name: &str) -> bool {
    let mut chars = pattern.chars();
    let Some(c) = chars.next() else { return name.is_empty() };
    let rest = chars.as_str();
    let mut left = name.chars();
    match c {
        '*' => {
            let ends = name.char_indices().map(|(i, _)| i).chain([name.len()]);
            ends.into_iter().any(|i| glob_matches(rest, &name[i..]))
        }
        '?' => left.next().is_some() && glob_matches(rest, left.as_str()),
        '[' => {
            let Some(end) = rest.char_indices().skip(1).find(|(_, c)| *c == ']').map(|(i, _)| i) else { return false };
            let Some(have) = left.next() else { return false };
            let (not, class) = rest[..end].strip_prefix('^').map_or((false, &rest[..end]), |c| (true, c));
            let class: Vec<char> = class.chars().collect();
            let mut hit = false;
            let mut i = 0;
            while i < class.len() {
                let to = if class.get(i + 1) == Some(&'-') { class.get(i + 2).copied() } else { None };
                hit |= class[i] <= have && have <= to.unwrap_or(class[i]);
                i += if to.is_some() { 3 } else { 1 };
            }
            hit != not && glob_matches(&rest[end + 1..], left.as_str())
        }
        '\\' => {
            let mut escaped = rest.chars();
            escaped.next() == left.next() && glob_matches(escaped.as_str(), left.as_str())
        }
        _ => left.next() == Some(c) && glob_matches(rest, left.as_str()),
    }
}

#[cfg(test)]
mod tests {
    use super::glob_matches;

    #[test]
    fn globs() {
        assert!(glob_matches("*.txt", "a.txt") && glob_matches("a?[b-d].*", "axc.") && glob_matches("\\*", "*"));
        assert!(!glob_matches("*.txt", "a.tx") && !glob_matches("[^a]", "a") && glob_matches("*", ""));
    }
}
