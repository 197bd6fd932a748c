//! The Go files of a package's directory that belong to a build.

use super::{Loader, read_source};
use crate::error::{Failure, Result, os_error};
use crate::paths::short;
use std::path::{Path, PathBuf};

/// Names and texts, in order of name.
#[derive(Default)]
pub(super) struct DirectoryFiles {
    /// The package's own files.
    pub(super) sources: Vec<(PathBuf, Vec<u8>)>,
    /// `_test.go` files.
    pub(super) tests: Vec<(PathBuf, Vec<u8>)>,
}

impl Loader<'_> {
    /// The files in `dir` that names and constraints leave in; `None` after an error about the package, which a
    /// directory without any file is too.
    pub(super) fn directory_files(&mut self, path: &str, dir: &Path) -> Result<Option<DirectoryFiles>> {
        let mut names: Vec<String> = std::fs::read_dir(dir)
            .map_err(|e| Failure::new(format!("open {}: {}", dir.display(), os_error(&e))))?
            .flatten()
            .filter_map(|e| e.file_name().into_string().ok())
            .filter(|n| n.ends_with(".go") && !n.starts_with(['_', '.']))
            .collect();
        names.sort();
        let mut found = DirectoryFiles::default();
        for name in names.iter().filter(|n| self.cx.matches_name(n)) {
            let file = dir.join(name);
            let bytes = read_source(&file, &file.display().to_string())?;
            match self.cx.matches_text(&String::from_utf8_lossy(&bytes)) {
                Ok(true) if name.ends_with("_test.go") => found.tests.push((file, bytes)),
                Ok(true) => found.sources.push((file, bytes)),
                Ok(false) => {}
                Err(message) => {
                    let message = format!("{}: {message}", short(&file, &self.cwd));
                    self.fail(path, message);
                    return Ok(None);
                }
            }
        }
        if found.sources.is_empty() && found.tests.is_empty() {
            let mut stack: Vec<&str> = self.stack.iter().map(|v| v.path.as_str()).collect();
            stack.push(path);
            let why = if names.is_empty() { "no Go files in" } else { "build constraints exclude all Go files in" };
            let message = format!("package {}: {why} {}", stack.join("\n\timports "), dir.display());
            self.fail(path, message);
            return Ok(None);
        }
        Ok(Some(found))
    }
}
