//! go.work files: several main modules at once (Go Modules Reference, "Workspaces").

use crate::module::{GoMod, Replace};
use crate::paths::{normalize, short};
use std::path::Path;

/// A workspace.
pub(crate) struct Workspace {
    /// The modules that `use` names, in order.
    pub(crate) modules: Vec<GoMod>,
    /// The workspace's own replacements.
    pub(crate) replaces: Vec<Replace>,
}

/// The workspace that `cwd` belongs to: the nearest go.work upwards, or what `GOWORK` says.
///
/// # Errors
/// A go.work that cannot be read.
pub(crate) fn find_workspace(cwd: &Path) -> Result<Option<Workspace>, String> {
    let file = match std::env::var("GOWORK") {
        Ok(v) if v == "off" => return Ok(None),
        Ok(v) if !v.is_empty() => normalize(&cwd.join(v)),
        _ => match cwd.ancestors().map(|d| d.join("go.work")).find(|f| f.is_file()) {
            Some(file) => file,
            None => return Ok(None),
        },
    };
    let text = std::fs::read_to_string(&file)
        .map_err(|e| format!("go: reading {}: {}", file.display(), crate::error::os_error(&e)))?;
    let dir = file.parent().unwrap_or(Path::new("/"));
    let shown = short(&file, cwd);
    let mut work = Workspace { modules: Vec::new(), replaces: Vec::new() };
    let mut block: Option<String> = None;
    for (i, line) in text.lines().enumerate() {
        let words: Vec<&str> = line.split("//").next().unwrap_or("").split_whitespace().collect();
        let (verb, words) = match (&block, words.as_slice()) {
            (_, []) => continue,
            (Some(_), [")"]) => {
                block = None;
                continue;
            }
            (None, [verb, "("]) => {
                block = Some(verb.to_string());
                continue;
            }
            (Some(verb), words) => (verb.clone(), words.to_vec()),
            (None, [verb, words @ ..]) => (verb.to_string(), words.to_vec()),
        };
        match (verb.as_str(), words.as_slice()) {
            ("use", [used]) => {
                let used = normalize(&dir.join(used.trim_matches('"')));
                if !used.join("go.mod").is_file() {
                    return Err(format!(
                        "go: cannot load module {} listed in go.work file: open {}: no such file or directory",
                        short(&used, dir),
                        short(&used.join("go.mod"), cwd)
                    ));
                }
                work.modules.push(GoMod::read(&used, cwd)?);
            }
            ("replace", words) => {
                if let Some(arrow) = words.iter().position(|w| *w == "=>")
                    && let (Some(old), Some(new)) = (words.first(), words.get(arrow + 1))
                {
                    let local = new.starts_with('.') || new.starts_with('/');
                    work.replaces.push(Replace {
                        old: old.to_string(),
                        version: (arrow == 2).then(|| words[1].to_string()),
                        new: new.to_string(),
                        dir: local.then(|| normalize(&dir.join(new))),
                    });
                }
            }
            ("go" | "toolchain" | "godebug", _) => {}
            (other, _) => return Err(format!("go: errors parsing {shown}:\n{shown}:{}: unknown directive: {other}", i + 1)),
        }
    }
    Ok(Some(work))
}
