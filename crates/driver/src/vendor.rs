//! Vendor directories: `vendor/modules.txt` says which packages they hold, from which module and language version.
//!
//! It must agree with go.mod, or nothing is built (Go Modules Reference, "Vendoring").

use crate::module::{GoMod, parse_version};
use std::path::PathBuf;

/// A vendor directory in use.
#[derive(Clone, Debug)]
pub(crate) struct Vendor {
    dir: PathBuf,
    modules: Vec<Vendored>,
}

#[derive(Clone, Debug)]
struct Vendored {
    path: String,
    version: String,
    replacement: Option<String>,
    explicit: bool,
    go_version: (u32, u32),
    packages: Vec<String>,
}

/// What a vendor directory knows about a package.
pub(crate) enum Lookup {
    /// It lies in this directory.
    Found(PathBuf, (u32, u32)),
    /// The directory exists, but modules.txt does not list it.
    Unlisted,
    /// It does not exist.
    Absent,
}

impl Vendor {
    /// The module's vendor directory if there is one that counts (from language version 1.14 on).
    ///
    /// # Errors
    /// The go command's complaint about a list that contradicts go.mod.
    pub(crate) fn open(module: &GoMod) -> Result<Option<Vendor>, String> {
        let dir = module.dir.join("vendor");
        if module.go_version < (1, 14) || !dir.is_dir() {
            return Ok(None);
        }
        let text = std::fs::read_to_string(dir.join("modules.txt")).unwrap_or_default();
        let vendor = Vendor { dir, modules: parse(&text) };
        vendor.check(module)?;
        Ok(Some(vendor))
    }

    fn check(&self, module: &GoMod) -> Result<(), String> {
        let mut problems = String::new();
        for (path, version) in &module.requires {
            let listed = self.modules.iter().find(|m| m.path == *path && m.version == *version);
            if !listed.is_some_and(|m| m.explicit) {
                problems.push_str(&format!(
                    "\n\t{path}@{version}: is explicitly required in go.mod, but not marked as explicit in vendor/modules.txt"
                ));
            }
        }
        for r in &module.replaces {
            let listed = self.modules.iter().find(|m| m.path == r.old && r.version.as_ref().is_none_or(|v| m.version == *v));
            let old = r.version.as_ref().map_or(r.old.clone(), |v| format!("{}@{v}", r.old));
            match listed.map(|m| m.replacement.as_deref()) {
                None | Some(None) => problems.push_str(&format!(
                    "\n\t{old}: is replaced in go.mod, but not marked as replaced in vendor/modules.txt"
                )),
                Some(Some(new)) if new.split(' ').next() != Some(&r.new) => problems.push_str(&format!(
                    "\n\t{old}: is replaced by {} in go.mod, but marked as replaced by {new} in vendor/modules.txt",
                    r.new
                )),
                _ => {}
            }
        }
        for m in self.modules.iter().filter(|m| m.explicit) {
            if !module.requires.iter().any(|(p, v)| *p == m.path && *v == m.version) {
                problems.push_str(&format!(
                    "\n\t{}@{}: is marked as explicit in vendor/modules.txt, but not explicitly required in go.mod",
                    m.path, m.version
                ));
            }
        }
        if problems.is_empty() {
            return Ok(());
        }
        Err(format!(
            "go: inconsistent vendoring in {}:{problems}\n\n\tTo ignore the vendor directory, use -mod=readonly or -mod=mod.\n\tTo sync the vendor directory, run:\n\t\tgo mod vendor",
            module.dir.display()
        ))
    }

    /// Where a package lies.
    pub(crate) fn lookup(&self, import_path: &str) -> Lookup {
        let dir = self.dir.join(import_path);
        let owner = self.modules.iter().find(|m| m.packages.iter().any(|p| p == import_path));
        match owner {
            Some(m) if dir.is_dir() => Lookup::Found(dir, m.go_version),
            _ if crate::resolve::has_go_files(&dir) => Lookup::Unlisted,
            _ => Lookup::Absent,
        }
    }
}

fn parse(text: &str) -> Vec<Vendored> {
    let mut modules: Vec<Vendored> = Vec::new();
    for line in text.lines() {
        if let Some(notes) = line.strip_prefix("## ") {
            let Some(m) = modules.last_mut() else { continue };
            for note in notes.split(';').map(str::trim) {
                m.explicit |= note == "explicit";
                if let Some(v) = note.strip_prefix("go ").and_then(parse_version) {
                    m.go_version = v;
                }
            }
        } else if let Some(head) = line.strip_prefix("# ") {
            let (old, new) = head.split_once(" => ").map_or((head, None), |(o, n)| (o, Some(n)));
            let mut words = old.split(' ');
            modules.push(Vendored {
                path: words.next().unwrap_or_default().to_string(),
                version: words.next().unwrap_or_default().to_string(),
                replacement: new.map(str::to_string),
                explicit: false,
                go_version: (1, 16),
                packages: Vec::new(),
            });
        } else if let Some(m) = modules.last_mut()
            && !line.trim().is_empty()
        {
            m.packages.push(line.trim().to_string());
        }
    }
    modules
}
