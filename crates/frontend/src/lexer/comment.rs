//! Comments, and the directives among them.

use super::{Lexer, RawDirective};

impl Lexer<'_> {
    /// A `//` comment, up to the newline (which stays). Keeps it if it is a directive.
    pub(super) fn line_comment(&mut self) {
        let body = self.i + 2;
        let end = self.src[body..].iter().position(|&b| b == b'\n').map_or(self.src.len(), |n| body + n);
        self.i = end;
        let text = &self.src[body..end];
        let kept = text.starts_with(b"go:")
            || text.starts_with(b"golift:")
            || text.starts_with(b"export ");
        if text.starts_with(b"line ") && (self.start == 0 || self.src[self.start - 1] == b'\n') {
            self.line_directive(body + 5, end, end + 1);
        }
        if kept {
            let before = self.src[..self.start].iter().rev().find(|b| !matches!(b, b' ' | b'\t' | b'\r'));
            let blank_line = matches!(before, None | Some(b'\n'));
            let trimmed = text.len() - text.iter().rev().take_while(|&&b| b == b'\r').count();
            self.directives.push(RawDirective { start: body as u32, end: (body + trimmed) as u32, blank_line });
        }
    }

    /// A `/* */` comment; returns whether it holds a newline.
    pub(super) fn full_comment(&mut self) -> bool {
        let body = self.i + 2;
        let rest = &self.src[body..];
        let mut at = 0;
        loop {
            match rest[at..].iter().position(|&b| b == b'*') {
                None => {
                    self.error_at(self.start, "comment not terminated");
                    self.i = self.src.len();
                    break;
                }
                Some(n) => {
                    at += n + 1;
                    if rest.get(at) == Some(&b'/') {
                        self.i = body + at + 1;
                        if rest.starts_with(b"line ") {
                            self.line_directive(body + 5, self.i - 2, self.i);
                        }
                        break;
                    }
                }
            }
        }
        self.src[self.start..self.i].contains(&b'\n')
    }
}
