//! Syntax errors: their words, where gc suppresses them, and skipping to where parsing can go on.

use super::{Input, P};
use crate::lexer::Lexed;
use crate::token::{Kind, SemiOrigin, Token};
use chumsky::error::{Error, LabelError};
use chumsky::util::MaybeRef;
use golift_base::{Diagnostics, Pos, SourceFile};

/// An error of the grammar; chumsky's error type here. Those that chumsky makes itself for an alternative
/// that did not match carry no message and are dropped.
#[derive(Clone, Debug)]
pub(super) struct SyntaxError {
    pos: Pos,
    message: String,
    /// The index of the token up to which the lexer had read.
    seen: u32,
    /// Whether this belongs to the checks after parsing, which files with syntax errors do not reach.
    late: bool,
}

impl SyntaxError {
    pub(super) fn new(pos: Pos, message: impl Into<String>, seen: u32) -> SyntaxError {
        SyntaxError { pos, message: message.into(), seen, late: false }
    }

    /// What the official compiler finds only after parsing.
    pub(super) fn late(pos: Pos, message: impl Into<String>) -> SyntaxError {
        SyntaxError { late: true, ..SyntaxError::new(pos, message, u32::MAX) }
    }

    /// An alternative that did not match; never shown.
    pub(super) fn mismatch() -> SyntaxError {
        SyntaxError { pos: Pos::NONE, message: String::new(), seen: 0, late: false }
    }

    fn is_syntax(&self) -> bool {
        self.message.starts_with("syntax error")
    }

    pub(super) fn is_real(&self) -> bool {
        !self.message.is_empty()
    }
}

impl<'s> Error<'s, Input<'s>> for SyntaxError {}

impl<'s, L> LabelError<'s, Input<'s>, L> for SyntaxError {
    fn expected_found<E: IntoIterator<Item = L>>(
        _: E,
        _: Option<MaybeRef<'s, Token>>,
        _: chumsky::span::SimpleSpan<usize>,
    ) -> Self {
        SyntaxError::mismatch()
    }
}

/// Hands the lexer's and the parser's errors over, in the order in which they were met; the lexer's only up to
/// the token `read`. As in the official compiler, of those that say `syntax error` only the first one of a line
/// counts, and of the others only the first of several equal ones.
pub(super) fn report(src: &SourceFile, lexed: &Lexed, errors: Vec<SyntaxError>, read: u32, diags: &mut Diagnostics) {
    let mut lexical = lexed.errors.iter().filter(|e| e.token <= read).peekable();
    let mut filter = Filter { src, diags, syntax_line: 0, other_line: 0, other_message: String::new() };
    let (late, errors): (Vec<_>, Vec<_>) = errors.into_iter().partition(|e| e.late);
    let late = if errors.iter().any(SyntaxError::is_syntax) { Vec::new() } else { late };
    for e in errors {
        while let Some(l) = lexical.next_if(|l| l.token <= e.seen) {
            filter.push(Pos(src.base.0 + l.off), l.message.clone());
        }
        filter.push(e.pos, e.message);
    }
    for l in lexical {
        filter.push(Pos(src.base.0 + l.off), l.message.clone());
    }
    for e in late {
        diags.error("Late", e.pos, e.message);
    }
}

struct Filter<'a> {
    src: &'a SourceFile,
    diags: &'a mut Diagnostics,
    syntax_line: u32,
    other_line: u32,
    other_message: String,
}

impl Filter<'_> {
    fn push(&mut self, pos: Pos, message: String) {
        let line = self.src.line_col(pos).line;
        if message.starts_with("syntax error") {
            if line != self.syntax_line {
                self.syntax_line = line;
                self.diags.error("Syntax", pos, message);
            }
        } else if line != self.other_line || message != self.other_message {
            self.other_line = line;
            self.other_message.clone_from(&message);
            self.diags.error("Lexical", pos, message);
        }
    }
}

/// The keywords that begin a statement: inside functions recovery stops there.
fn begins_statement(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Break
            | Kind::Const
            | Kind::Continue
            | Kind::Defer
            | Kind::Fallthrough
            | Kind::For
            | Kind::Go
            | Kind::Goto
            | Kind::If
            | Kind::Return
            | Kind::Select
            | Kind::Switch
            | Kind::Type
            | Kind::Var
    )
}

impl P<'_, '_, '_> {
    /// Reports at the cursor. A message that begins with `in `, `at `, `after ` or `expected ` is completed
    /// with the token that was not expected.
    #[cold]
    pub(super) fn syntax_error(&mut self, msg: &str) {
        let at = self.pos();
        self.syntax_error_at(at, msg);
    }

    #[cold]
    pub(super) fn syntax_error_at(&mut self, at: Pos, msg: &str) {
        let t = self.peek();
        if t.kind == Kind::Eof && self.has_errors() {
            // What is missing at the end follows from what was reported before.
            return;
        }
        let msg = if msg.starts_with("in ") || msg.starts_with("at ") || msg.starts_with("after ") {
            format!("syntax error: unexpected {} {msg}", self.describe(t))
        } else if msg.starts_with("expected ") {
            format!("syntax error: unexpected {}, {msg}", self.describe(t))
        } else {
            format!("syntax error: {msg}")
        };
        self.error_at(at, msg);
    }

    /// Reports at the cursor without `syntax error:`.
    #[cold]
    pub(super) fn plain_error(&mut self, msg: &str) {
        let at = self.pos();
        self.error_at(at, msg.to_string());
    }

    #[cold]
    pub(super) fn error_at(&mut self, at: Pos, msg: String) {
        let seen = self.seen();
        let st = self.st();
        st.error_count += 1;
        if st.too_deep {
            return;
        }
        self.inp.emit(SyntaxError::new(at, msg, seen));
    }

    /// Whether anything was reported up to the cursor, by the lexer or the parser.
    pub(super) fn has_errors(&mut self) -> bool {
        self.errors_so_far() > 0
    }

    /// Reports what the official compiler finds only after parsing, but the tree cannot show.
    #[cold]
    pub(super) fn late_error_at(&mut self, at: Pos, msg: String) {
        self.inp.emit(SyntaxError::late(at, msg));
    }

    /// How many errors were reported up to the cursor, by the lexer and the parser.
    pub(super) fn errors_so_far(&mut self) -> u32 {
        let seen = self.seen();
        let st = self.st();
        if st.lexed.errors.is_empty() {
            return st.error_count;
        }
        st.error_count + st.lexed.errors.partition_point(|e| e.token <= seen) as u32
    }

    /// The index of the token that the official compiler's scanner has read now: the one at the cursor.
    pub(super) fn seen(&mut self) -> u32 {
        *self.inp.cursor().inner() as u32
    }

    /// A token as messages spell it where it was not expected.
    fn describe(&mut self, t: Token) -> String {
        match t.kind {
            Kind::Name => format!("name {}", self.text(t)),
            Kind::Semi if t.flag == SemiOrigin::Semicolon as u8 => "semicolon".to_string(),
            Kind::Semi if t.flag == SemiOrigin::Newline as u8 => "newline".to_string(),
            Kind::Semi => "EOF".to_string(),
            Kind::AssignOp => self.text(t).to_string(),
            k if k.is_literal() => format!("literal {}", self.text(t)),
            k if k.is_keyword() => format!("keyword {}", k.as_str()),
            Kind::Comma => "comma".to_string(),
            k => k.as_str().to_string(),
        }
    }

    /// Steps over a token that must stand here, or reports it missing and skips one token.
    #[inline]
    pub(super) fn want(&mut self, kind: Kind) {
        if !self.got(kind) {
            self.syntax_error(&format!("expected {}", kind.expected()));
            self.advance(&[]);
        }
    }

    /// Skips tokens up to one of `follow`, or inside functions up to one that begins a statement.
    /// With an empty `follow`, skips one token.
    #[cold]
    pub(super) fn advance(&mut self, follow: &[Kind]) {
        if follow.is_empty() {
            self.next();
            return;
        }
        self.advance_where(|k| follow.contains(&k));
    }

    /// Skips tokens up to one that `stop` accepts, or inside functions up to one that begins a statement.
    pub(super) fn advance_where(&mut self, stop: impl Fn(Kind) -> bool) {
        let inside = self.st().fnest > 0;
        loop {
            let t = self.tok();
            if t == Kind::Eof || stop(t) || inside && begins_statement(t) {
                return;
            }
            self.next();
        }
    }

    /// A list up to `close`: `item` reads one element and returns whether it must be the last one.
    /// Returns the position of `close`.
    pub(super) fn list(&mut self, context: &str, sep: Kind, close: Kind, mut item: impl FnMut(&mut Self) -> bool) -> Pos {
        let mut done = false;
        loop {
            let t = self.tok();
            if t == Kind::Eof || t == close || done {
                break;
            }
            done = item(self);
            if !self.got(sep) && self.tok() != close {
                let (sep, close_text) = (sep.expected(), close.expected());
                self.syntax_error(&format!("in {context}; possibly missing {sep} or {close_text}"));
                self.advance(&[Kind::Rparen, Kind::Rbrack, Kind::Rbrace]);
                if self.tok() != close {
                    return self.pos();
                }
            }
        }
        let at = self.pos();
        self.want(close);
        at
    }
}
