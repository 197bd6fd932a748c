//! How `golift tool compile` finds what a package imports, and how it prints errors.
//!
//! As for the official compiler: `-importcfg` maps import paths to archives, `-I` names folders that hold
//! `import/path.a` or `.o`, and a relative import path is joined to the package path of `-D`.
//! Embedded standard packages need no archive.

use crate::archive::{ArchivedPackage, read_archive};
use crate::error::{Failure, Result, os_error};
use golift_base::{Diagnostics, SourceMap};
use rustc_hash::FxHashMap;
use std::path::{Path, PathBuf};

/// How errors are printed.
#[derive(Clone, Copy, Debug)]
pub struct ToolReport {
    /// How many errors to print at most; 0 for all.
    pub limit: usize,
    /// Whether positions have columns.
    pub columns: bool,
}

impl ToolReport {
    /// The lines that are printed.
    pub(crate) fn render(&self, diags: &Diagnostics, sources: &SourceMap) -> String {
        diags.render_columns(sources, self.limit, self.columns)
    }
}

/// Where imports are looked for.
#[derive(Clone, Debug)]
pub struct ToolImports {
    /// The folders of `-I`, in order.
    pub folders: Vec<PathBuf>,
    /// The package path that relative imports are below: `-D`, or the package's own path.
    pub base: String,
    /// `importmap` lines of `-importcfg`.
    pub renamed: FxHashMap<String, String>,
    /// `packagefile` lines of `-importcfg`.
    pub archives: FxHashMap<String, PathBuf>,
    /// How errors are printed.
    pub report: ToolReport,
}

impl ToolImports {
    /// Reads a file of `importmap a=b` and `packagefile path=file` lines.
    ///
    /// # Errors
    /// A file that cannot be read, or a line of another form.
    pub fn read_config(&mut self, file: &Path) -> Result<()> {
        let text = std::fs::read_to_string(file)
            .map_err(|e| Failure::new(format!("open {}: {}", file.display(), os_error(&e))))?;
        for (n, line) in text.lines().enumerate() {
            let line = line.trim();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let (verb, rest) = line.split_once(' ').unwrap_or((line, ""));
            let pair = rest.trim().split_once('=').filter(|(a, b)| !a.is_empty() && !b.is_empty());
            match (verb, pair) {
                ("importmap", Some((from, to))) => drop(self.renamed.insert(from.into(), to.into())),
                ("packagefile", Some((path, archive))) => drop(self.archives.insert(path.into(), archive.into())),
                ("importmap" | "packagefile", None) => {
                    return Err(Failure::new(format!("{}:{}: invalid {verb}: syntax is \"{verb} path=value\"", file.display(), n + 1)));
                }
                _ => return Err(Failure::new(format!("{}:{}: unknown directive {verb:?}", file.display(), n + 1))),
            }
        }
        Ok(())
    }

    /// The imports of a package that was read from an archive: it says itself what its paths mean.
    pub(crate) fn of_archived(package: &ArchivedPackage) -> ToolImports {
        ToolImports {
            folders: Vec::new(),
            base: package.path.clone(),
            renamed: package.imports.iter().cloned().collect(),
            archives: FxHashMap::default(),
            report: ToolReport { limit: 10, columns: true },
        }
    }

    /// The package that an import path as written in the source means.
    pub(crate) fn target(&self, import: &str) -> String {
        if let Some(to) = self.renamed.get(import) {
            return to.clone();
        }
        if !(import == "." || import == ".." || import.starts_with("./") || import.starts_with("../")) {
            return import.to_string();
        }
        let mut parts: Vec<&str> = Vec::new();
        for part in self.base.split('/').chain(import.split('/')) {
            match part {
                "" | "." => {}
                ".." if parts.last().is_some_and(|p| *p != "..") => drop(parts.pop()),
                other => parts.push(other),
            }
        }
        parts.join("/")
    }

    /// The packages of the archive of an import path, if there is one.
    pub(crate) fn archive(&self, path: &str) -> Result<Option<Vec<ArchivedPackage>>> {
        let in_folders = self.folders.iter().flat_map(|d| ["a", "o"].map(|ext| d.join(format!("{path}.{ext}"))));
        let Some(file) = self.archives.get(path).cloned().into_iter().chain(in_folders).find(|f| f.is_file()) else {
            return Ok(None);
        };
        let bytes = std::fs::read(&file).map_err(|e| Failure::new(format!("open {}: {}", file.display(), os_error(&e))))?;
        // An importcfg may name archives of the official toolchain for standard packages; ours are embedded.
        match read_archive(&bytes) {
            Ok(packages) => Ok(Some(packages)),
            Err(_) if crate::std_sources::has_std_package(path) => Ok(None),
            Err(why) => Err(Failure::new(format!("{}: {why}", file.display()))),
        }
    }
}
