//! Diagnostics: what phases report about the user's program.
//!
//! A message is the official compiler's text without its position; continuation lines
//! are part of `message`, separated by `\n\t`. Phases collect diagnostics and go on.

use crate::{Pos, SourceMap};

/// The error code of a diagnostic, as in the official `internal/types/errors` (`UnusedVar`, `MismatchedTypes`),
/// or `Syntax`.
pub type Code = &'static str;

/// One message about one position.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Diagnostic {
    /// The kind of error.
    pub code: Code,
    /// Where.
    pub pos: Pos,
    /// The official compiler's text.
    pub message: String,
    /// A soft error does not stop later phases from being meaningful (unused variables and imports).
    pub soft: bool,
}

/// A growing list of diagnostics.
#[derive(Default, Debug)]
pub struct Diagnostics {
    list: Vec<Diagnostic>,
}

impl Diagnostics {
    /// Adds an error.
    pub fn error(&mut self, code: Code, pos: Pos, message: impl Into<String>) {
        self.list.push(Diagnostic { code, pos, message: message.into(), soft: false });
    }

    /// Adds a soft error.
    pub fn soft(&mut self, code: Code, pos: Pos, message: impl Into<String>) {
        self.list.push(Diagnostic { code, pos, message: message.into(), soft: true });
    }

    /// Adds a finished diagnostic.
    pub fn push(&mut self, d: Diagnostic) {
        self.list.push(d);
    }

    /// Whether anything was reported.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// How many were reported.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// The reported diagnostics in the order they were found.
    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.list.iter()
    }

    /// Takes all of `other`'s.
    pub fn append(&mut self, other: Diagnostics) {
        self.list.extend(other.list);
    }

    /// The lines that the official compiler would print: sorted by position, one a line and message,
    /// `too many errors` after `limit` of them (0: no limit).
    pub fn render(&self, sources: &SourceMap, limit: usize) -> String {
        let mut sorted: Vec<&Diagnostic> = self.list.iter().collect();
        sorted.sort_by_key(|d| d.pos);
        let mut out = String::new();
        let mut last: Option<(u32, &str)> = None;
        let mut count = 0;
        for d in sorted {
            let line = sources.file_of(d.pos).map_or(0, |f| f.line_col(d.pos).line + f.base.0);
            if last == Some((line, &d.message)) {
                continue;
            }
            last = Some((line, &d.message));
            if limit > 0 && count == limit {
                out.push_str("too many errors\n");
                break;
            }
            count += 1;
            let pos = sources.display(d.pos);
            if !pos.is_empty() {
                out.push_str(&pos);
                out.push_str(": ");
            }
            out.push_str(&d.message);
            out.push('\n');
        }
        out
    }
}
