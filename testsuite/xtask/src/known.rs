//! The list of known failures: `file  reason`, a line each, in order of file; `#` begins a comment.
//!
//! Reasons that begin with [`OUTDATED`] are about files that the official compiler of today fails, too; those that begin
//! with `unsteady` about files that pass at times.

use std::collections::BTreeMap;
use std::path::Path;

/// The reason of files whose expectation is that of Go 1.19 and not of Go 1.27.
pub(crate) const OUTDATED: &str = "wording of 1.19 differs from 1.27";

/// File → reason.
#[derive(Clone, Debug, Default)]
pub(crate) struct Known {
    /// The entries.
    pub(crate) reasons: BTreeMap<String, String>,
    head: String,
}

impl Known {
    /// Reads the list; one that is not there is empty.
    ///
    /// # Errors
    /// A line without reason.
    pub(crate) fn read(path: &Path) -> Result<Known, String> {
        let text = std::fs::read_to_string(path).unwrap_or_default();
        let mut known = Known::default();
        for (n, line) in text.lines().enumerate() {
            if line.starts_with('#') || line.trim().is_empty() {
                if known.reasons.is_empty() {
                    known.head.push_str(line);
                    known.head.push('\n');
                }
                continue;
            }
            let Some((file, reason)) = line.split_once(char::is_whitespace) else {
                return Err(format!("{}:{}: no reason given", path.display(), n + 1));
            };
            known.reasons.insert(file.to_string(), reason.trim().to_string());
        }
        Ok(known)
    }

    /// Writes the list.
    ///
    /// # Errors
    /// What the file system says.
    pub(crate) fn write(&self, path: &Path) -> Result<(), String> {
        let mut text = self.head.clone();
        for (file, reason) in &self.reasons {
            text.push_str(&format!("{file}  {reason}\n"));
        }
        if let Some(dir) = path.parent() {
            std::fs::create_dir_all(dir).map_err(|e| e.to_string())?;
        }
        std::fs::write(path, text).map_err(|e| format!("{}: {e}", path.display()))
    }

    /// Whether a reason says that the file passes at times.
    pub(crate) fn is_unsteady(reason: &str) -> bool {
        reason.starts_with("unsteady")
    }

    /// Whether a reason says that the expectation is out of date.
    pub(crate) fn is_outdated(reason: &str) -> bool {
        reason.starts_with(OUTDATED)
    }
}
