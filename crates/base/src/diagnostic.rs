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

    /// Keeps those for which `keep` holds.
    pub fn retain(&mut self, keep: impl FnMut(&Diagnostic) -> bool) {
        self.list.retain(keep);
    }

    /// Takes all of `other`'s.
    pub fn append(&mut self, other: Diagnostics) {
        self.list.extend(other.list);
    }

    /// The lines that the official compiler would print: the first `limit` errors (0: all of them) in the order they
    /// were found, sorted by position, and where the limit was reached `too many errors`. Repetitions are left out.
    pub fn render(&self, sources: &SourceMap, limit: usize) -> String {
        self.render_columns(sources, limit, true)
    }

    /// [`Self::render`], with or without the columns of positions.
    pub fn render_columns(&self, sources: &SourceMap, limit: usize, columns: bool) -> String {
        let limit = if limit == 0 { usize::MAX } else { limit };
        let mut sorted: Vec<&Diagnostic> = self.list.iter().take(limit).collect();
        let end = (sorted.len() == limit).then(|| sorted[limit - 1].pos);
        sorted.sort_by_key(|d| d.pos);
        let place = |d: &Diagnostic| if columns { String::new() } else { sources.display_columns(d.pos, false) };
        sorted.dedup_by(|a, b| (a.pos == b.pos || !columns && place(a) == place(b)) && a.message == b.message);
        let mut out = String::new();
        let mut line = |pos: Pos, message: &str| {
            let pos = sources.display_columns(pos, columns);
            if !pos.is_empty() {
                out.push_str(&pos);
                out.push_str(": ");
            }
            out.push_str(message);
            out.push('\n');
        };
        for d in sorted {
            line(d.pos, &d.message);
        }
        if let Some(pos) = end {
            line(pos, "too many errors");
        }
        out
    }
}
