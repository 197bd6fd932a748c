//! `-diagnostics=pretty`: errors with the source line and carets below.
//!
//! The words and the order are those of the plain form; what a message adds in continuation lines becomes notes.

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};
use golift_base::{Diagnostic, Diagnostics, SourceMap};

/// The errors as [`Diagnostics::render`] orders them, in the long form; `color`: for a terminal.
pub(crate) fn render_pretty(diags: &Diagnostics, sources: &SourceMap, limit: usize, color: bool) -> String {
    let limit = if limit == 0 { usize::MAX } else { limit };
    let mut sorted: Vec<&Diagnostic> = diags.iter().take(limit).collect();
    let cut = sorted.len() == limit;
    sorted.sort_by_key(|d| d.pos);
    sorted.dedup_by(|a, b| a.pos == b.pos && a.message == b.message);
    let renderer = if color { Renderer::styled() } else { Renderer::plain() };
    let mut out = String::new();
    for d in sorted {
        let mut lines = d.message.lines();
        let title = lines.next().unwrap_or_default();
        let notes: Vec<&str> = lines.map(str::trim).collect();
        let Some(file) = sources.file_of(d.pos) else {
            out.push_str(&format!("error: {}\n\n", d.message));
            continue;
        };
        let at = (d.pos.0 - file.base.0) as usize;
        let shown = file.name.strip_prefix("./").unwrap_or(&file.name);
        let snippet = Snippet::source(file.text.as_str())
            .path(shown)
            .annotation(AnnotationKind::Primary.span(at..at + token_len(&file.text[at.min(file.text.len())..])));
        let mut group = Level::ERROR.primary_title(title).element(snippet);
        for note in &notes {
            group = group.element(Level::NOTE.message(*note));
        }
        out.push_str(&renderer.render(&[group]));
        out.push_str("\n\n");
    }
    if cut {
        out.push_str("too many errors\n");
    }
    out
}

/// How much of the text the carets mark: a word, a string, or one character.
fn token_len(text: &str) -> usize {
    let Some(first) = text.chars().next() else { return 0 };
    if first.is_alphanumeric() || first == '_' {
        return text.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(text.len());
    }
    if let '"' | '`' = first {
        let line = text.lines().next().unwrap_or(text);
        return line[1..].find(first).map_or(line.len(), |i| i + 2);
    }
    if first == '\n' { 0 } else { first.len_utf8() }
}
