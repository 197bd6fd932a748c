//! `//line name:line:col` comments, which tell where generated text came from.
//!
//! Form and messages are the official compiler's: without a column, columns are unknown from there on;
//! with one, an empty name repeats the name before.

use super::Lexer;
use golift_base::LineDirective;

/// The largest line and column.
const MAX: u64 = 1 << 30;

impl Lexer<'_> {
    /// Reads the directive's text at `lo..hi`; it holds from offset `from` on.
    pub(super) fn line_directive(&mut self, lo: usize, hi: usize, from: usize) {
        let text = self.text[lo..hi].trim_end_matches('\r');
        let Some((head, last)) = trailing_number(text) else { return };
        let Some(last) = last else {
            return self.error_at(lo + head + 1, format!("invalid line number: {}", &text[head + 1..]));
        };
        let (mut colon, mut line, mut col) = (head, last, 0);
        let mut has_col = false;
        let mut shown = &text[head + 1..];
        if let Some((before, Some(number))) = trailing_number(&text[..head]) {
            (colon, line, col) = (before, number, last);
            has_col = true;
            shown = &text[before + 1..head];
            if col == 0 || col > MAX {
                return self.error_at(lo + head + 1, format!("invalid column number: {}", &text[head + 1..]));
            }
        }
        if line == 0 || line > MAX {
            return self.error_at(lo + colon + 1, format!("invalid line number: {shown}"));
        }
        let mut name = text[..colon].to_string();
        if name.is_empty() && has_col {
            // A path that names this file itself is left to whoever shows the position.
            name = self.line_directives.last().map_or_else(|| SAME_FILE.to_string(), |d| d.name.clone());
        }
        self.line_directives.push(LineDirective { from: from as u32, name, line: line as u32, col: col as u32 });
    }
}

/// Stands for the name of the file that the directive is in.
pub(crate) const SAME_FILE: &str = "\0";

/// The offset of the last `:` and the number behind it, `None` if that is no number.
fn trailing_number(text: &str) -> Option<(usize, Option<u64>)> {
    let colon = text.rfind(':')?;
    let digits = &text[colon + 1..];
    let number = digits.bytes().all(|b| b.is_ascii_digit()).then(|| digits.parse().ok()).flatten();
    Some((colon, number))
}
