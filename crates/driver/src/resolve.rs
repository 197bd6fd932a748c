//! Import paths → directories: the main modules, their local replacements, the vendor directory.
//!
//! Nothing is downloaded; what is not on disk gives the go command's message.

use crate::module::{GoMod, Replace, below};
use crate::vendor::{Lookup, Vendor};
use crate::workspace::find_workspace;
use std::path::{Path, PathBuf};

/// The modules of a build.
#[derive(Debug, Default)]
pub(crate) struct Modules {
    /// The modules being worked on: one, or those of a workspace. Empty outside of modules.
    pub(crate) main: Vec<GoMod>,
    replaces: Vec<Replace>,
    /// Modules in the directories that replace others, with the path that they stand for.
    replaced: Vec<GoMod>,
    vendor: Option<Vendor>,
    workspace: bool,
}

/// Where a package is.
pub(crate) enum Resolved {
    /// In this directory, in a module of this language version.
    Dir(PathBuf, (u32, u32)),
    /// Nowhere: what to say about it, without a position.
    Missing(String),
}

impl Modules {
    /// The modules that `cwd` is in.
    ///
    /// # Errors
    /// Bad go.mod and go.work files and vendor directories.
    pub(crate) fn find(cwd: &Path) -> Result<Modules, String> {
        let mut modules = match find_workspace(cwd)? {
            Some(work) => Modules { main: work.modules, replaces: work.replaces, workspace: true, ..Modules::default() },
            None => Modules { main: GoMod::find(cwd)?.into_iter().collect(), ..Modules::default() },
        };
        if !modules.workspace
            && let [main] = &modules.main[..]
        {
            modules.vendor = Vendor::open(main)?;
        }
        for m in &modules.main {
            modules.replaces.extend(m.replaces.iter().cloned());
        }
        if modules.vendor.is_none() {
            for r in &modules.replaces {
                let Some(dir) = r.dir.as_ref().filter(|d| d.join("go.mod").is_file()) else { continue };
                // The replacement stands for the old path, whatever its go.mod says.
                modules.replaced.push(GoMod { path: r.old.clone(), ..GoMod::read(dir, cwd)? });
            }
        }
        Ok(modules)
    }

    /// The import path of a directory of a main module; the innermost one counts.
    pub(crate) fn import_path(&self, dir: &Path) -> Option<String> {
        self.module_of_dir(dir)?.import_path(dir)
    }

    /// The main module that a directory lies in.
    pub(crate) fn module_of_dir(&self, dir: &Path) -> Option<&GoMod> {
        self.main.iter().filter(|m| dir.starts_with(&m.dir)).max_by_key(|m| m.dir.components().count())
    }

    /// The directory of the package `import_path`; `importer` is who asks for it.
    pub(crate) fn resolve(&self, import_path: &str, importer: Option<&str>) -> Resolved {
        let mains = self.main.iter().filter_map(|m| Some((m.package_dir(import_path)?, m.path.len(), m.go_version)));
        let others = self.replaced.iter().filter(|m| self.is_required(&m.path));
        let others = others.filter_map(|m| Some((below(&m.path, &m.dir, import_path)?, m.path.len(), m.go_version)));
        let found = mains.chain(others).filter(|(dir, ..)| has_go_files(dir) && self.is_innermost(dir));
        if let Some((dir, _, version)) = found.max_by_key(|(_, len, _)| *len) {
            return Resolved::Dir(dir, version);
        }
        let mut warning = String::new();
        match self.vendor.as_ref().map(|v| v.lookup(import_path)) {
            Some(Lookup::Found(dir, version)) => return Resolved::Dir(dir, version),
            Some(Lookup::Unlisted) => {
                warning = format!(
                    "go: ignoring package {import_path} which exists in the vendor directory but is missing from vendor/modules.txt. To sync the vendor directory run go mod vendor.\n"
                );
            }
            _ => {}
        }
        if !warning.is_empty() {
            eprint!("{warning}");
        }
        Resolved::Missing(self.missing(import_path, importer))
    }

    /// Whether no other module begins between a package's directory and its module's.
    fn is_innermost(&self, dir: &Path) -> bool {
        let owner = dir.ancestors().find(|d| d.join("go.mod").is_file());
        owner.is_none_or(|d| self.main.iter().chain(&self.replaced).any(|m| m.dir == d))
    }

    fn is_required(&self, module: &str) -> bool {
        self.workspace || self.required(module).is_some()
    }

    fn required(&self, module: &str) -> Option<&str> {
        let mut all = self.main.iter().chain(&self.replaced).flat_map(|m| &m.requires);
        all.find(|(p, _)| p == module).map(|(_, v)| v.as_str())
    }

    /// The go command's words for a package that is nowhere.
    fn missing(&self, import_path: &str, importer: Option<&str>) -> String {
        let first = import_path.split('/').next().unwrap_or("");
        if !first.contains('.') {
            return format!("package {import_path} is not in std ($GOROOT/src/{import_path})");
        }
        let Some(main) = self.main.first() else {
            return format!(
                "no required module provides package {import_path}: go.mod file not found in current directory or any parent directory; see 'go help modules'"
            );
        };
        if self.vendor.is_some() {
            return format!(
                "cannot find module providing package {import_path}: import lookup disabled by -mod=vendor\n\t(Go version in go.mod is at least 1.14 and vendor directory exists.)"
            );
        }
        let provider = |p: &str| below(p, Path::new(""), import_path).is_some();
        let mut requires: Vec<&(String, String)> = self.main.iter().flat_map(|m| &m.requires).collect();
        requires.sort();
        for (path, version) in &requires {
            let replacement = self.replaces.iter().find(|r| r.old == *path && r.version.as_ref().is_none_or(|v| v == version));
            if let Some(Replace { dir: Some(dir), new, .. }) = replacement {
                if !dir.is_dir() && provider(path) {
                    return format!("{path}@{version}: replacement directory {new} does not exist");
                }
                let file = dir.join("go.mod");
                if !file.is_file() {
                    return format!(
                        "{path}@{version} (replaced by {new}): reading {}/go.mod: open {}: no such file or directory",
                        new.trim_start_matches("./"),
                        file.display()
                    );
                }
                continue;
            }
            if provider(path) {
                return match importer.filter(|_| !main.dir.join("go.sum").is_file()) {
                    Some(importer) => format!(
                        "missing go.sum entry for module providing package {import_path} (imported by {importer}); to add:\n\tgo get {importer}"
                    ),
                    None => format!("{path}@{version}: module lookup disabled by GOPROXY=off"),
                };
            }
        }
        if let Some(r) = self.replaced.iter().find(|m| provider(&m.path) && self.required(&m.path).is_none())
            && r.package_dir(import_path).is_some_and(|d| has_go_files(&d))
        {
            let module = &r.path;
            return format!(
                "module {module} provides package {import_path} and is replaced but not required; to add it:\n\tgo get {module}"
            );
        }
        if let Some((path, version)) = requires.iter().find(|(p, _)| !self.replaces.iter().any(|r| r.old == *p)) {
            return if main.dir.join("go.sum").is_file() {
                format!("{path}@{version}: module lookup disabled by GOPROXY=off")
            } else {
                format!("{path}@{version}: missing go.sum entry for go.mod file; to add it:\n\tgo mod download {path}")
            };
        }
        format!("no required module provides package {import_path}; to add it:\n\tgo get {import_path}")
    }
}

/// Whether a directory holds Go files of any kind.
pub(crate) fn has_go_files(dir: &Path) -> bool {
    let Ok(entries) = std::fs::read_dir(dir) else { return false };
    entries.flatten().any(|e| e.file_name().to_str().is_some_and(|n| n.ends_with(".go")) && !e.path().is_dir())
}

/// What is wrong with an import path, in the go command's words (`malformed import path "a//b": double slash`).
pub(crate) fn malformed_path(path: &str) -> Option<String> {
    let why = if path.starts_with('-') {
        "leading dash".to_string()
    } else if path.contains("//") {
        "double slash".to_string()
    } else if path.ends_with('/') {
        "trailing slash".to_string()
    } else if let Some(e) = path.split('/').find(|e| e.chars().all(|c| c == '.')) {
        format!("invalid path element {e:?}")
    } else if let Some(c) = path.chars().find(|&c| !(c.is_ascii_alphanumeric() || "-._~+/".contains(c) || c as u32 >= 0x80)) {
        format!("invalid char {c:?}")
    } else {
        return None;
    };
    Some(format!("malformed import path {path:?}: {why}"))
}
