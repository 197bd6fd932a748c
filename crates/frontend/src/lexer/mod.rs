//! The lexer: text → tokens, directives, lexical errors.
//!
//! Hand-written over bytes. Semicolons are inserted here (spec, "Semicolons"); the last token is always [`Kind::Eof`].
//! Messages and their positions are the official scanner's; a malformed literal is still a literal token.

mod comment;
mod encoding;
mod line_directive;
mod literal;
mod number;
mod unicode;

pub use encoding::decode_source;
pub(crate) use encoding::Gaps;
pub(crate) use line_directive::SAME_FILE;
pub(crate) use literal::{unquote, unquote_rune};

use crate::token::{Kind, SemiOrigin, Token};
use golift_base::LineDirective;
use unicode::{describe, is_digit, is_letter};

/// Everything the lexer found in a file.
pub(crate) struct Lexed {
    /// The text the offsets count in, when it is not the file's own.
    pub(crate) cleaned: Option<String>,
    /// The way from those offsets to the file's.
    pub(crate) gaps: Gaps,
    /// The tokens; the last one is `Eof`.
    pub(crate) tokens: Vec<Token>,
    /// Directive comments in order.
    pub(crate) directives: Vec<RawDirective>,
    /// `//line` comments in order, their offsets in the file.
    pub(crate) line_directives: Vec<LineDirective>,
    /// Errors in the order of their offsets.
    pub(crate) errors: Vec<LexError>,
}

/// A lexical error.
pub(crate) struct LexError {
    /// Offset in the file.
    pub(crate) off: u32,
    /// The official compiler's text.
    pub(crate) message: String,
    /// The index of the token that was being read.
    pub(crate) token: u32,
}

/// A directive comment: its byte range without `//`, and whether only blanks stand before it in its line.
pub(crate) struct RawDirective {
    pub(crate) start: u32,
    pub(crate) end: u32,
    pub(crate) blank_line: bool,
}

/// Lexes a whole file.
pub(crate) fn lex(text: &str) -> Lexed {
    let (cleaned, gaps, early) = match encoding::clean(text) {
        Some(c) => (Some(c.text), c.gaps, c.errors),
        None => (None, Gaps::default(), Vec::new()),
    };
    let text = cleaned.as_deref().unwrap_or(text);
    let mut lexer = Lexer {
        text,
        src: text.as_bytes(),
        gaps: &gaps,
        dirty: cleaned.is_some(),
        i: 0,
        start: 0,
        tokens: Vec::with_capacity(text.len() / 4 + 2),
        directives: Vec::new(),
        line_directives: Vec::new(),
        errors: Vec::new(),
    };
    lexer.run();
    let Lexer { tokens, directives, mut line_directives, mut errors, .. } = lexer;
    for d in &mut line_directives {
        d.from = gaps.original(d.from);
    }
    for e in &mut errors {
        e.off = gaps.original(e.off);
    }
    errors.extend(early.into_iter().map(|(off, message)| {
        let token = tokens.partition_point(|t| gaps.original(t.end) <= off) as u32;
        LexError { off, message, token }
    }));
    errors.sort_by_key(|e| e.off);
    Lexed { cleaned, gaps, tokens, directives, line_directives, errors }
}

struct Lexer<'s> {
    text: &'s str,
    src: &'s [u8],
    gaps: &'s Gaps,
    /// Whether there are gaps.
    dirty: bool,
    /// The offset of the next byte.
    i: usize,
    /// The offset of the current token's first byte.
    start: usize,
    tokens: Vec<Token>,
    directives: Vec<RawDirective>,
    line_directives: Vec<LineDirective>,
    errors: Vec<LexError>,
}

impl Lexer<'_> {
    /// The byte at the cursor, 0 at the end (texts hold no NUL).
    #[inline]
    fn ch(&self) -> u8 {
        self.src.get(self.i).copied().unwrap_or(0)
    }

    #[inline]
    fn at_end(&self) -> bool {
        self.i >= self.src.len()
    }

    /// The character at the cursor.
    fn char(&self) -> Option<char> {
        self.text[self.i..].chars().next()
    }

    /// Steps over the character at the cursor.
    #[inline]
    fn bump_char(&mut self) {
        self.i += 1;
        while self.i < self.src.len() && self.src[self.i] & 0xC0 == 0x80 {
            self.i += 1;
        }
    }

    /// Reports an error at the cursor.
    fn error(&mut self, msg: impl Into<String>) {
        self.error_at(self.i, msg);
    }

    fn error_at(&mut self, at: usize, msg: impl Into<String>) {
        self.errors.push(LexError { off: at as u32, message: msg.into(), token: self.tokens.len() as u32 });
    }

    #[inline]
    fn push(&mut self, kind: Kind, flag: u8) {
        self.tokens.push(Token { kind, flag, start: self.start as u32, end: self.i as u32 });
    }

    fn run(&mut self) {
        // Whether a newline here ends a statement.
        let mut nlsemi = false;
        loop {
            while let b' ' | b'\t' | b'\r' = self.ch() {
                self.i += 1;
            }
            self.start = self.i;
            let Some(&c) = self.src.get(self.i) else {
                if nlsemi {
                    self.push(Kind::Semi, SemiOrigin::Eof as u8);
                }
                self.push(Kind::Eof, 0);
                return;
            };
            match c {
                b'a'..=b'z' | b'A'..=b'Z' | b'_' => nlsemi = self.word(),
                b'\n' => {
                    self.i += 1;
                    if nlsemi {
                        self.push(Kind::Semi, SemiOrigin::Newline as u8);
                        nlsemi = false;
                    }
                }
                b'0'..=b'9' => {
                    self.number(false);
                    nlsemi = true;
                }
                b'"' => {
                    self.std_string();
                    nlsemi = true;
                }
                b'`' => {
                    self.raw_string();
                    nlsemi = true;
                }
                b'\'' => {
                    self.rune();
                    nlsemi = true;
                }
                b'/' if matches!(self.src.get(self.i + 1), Some(b'/')) => {
                    self.line_comment();
                }
                b'/' if matches!(self.src.get(self.i + 1), Some(b'*')) => {
                    if self.full_comment() && nlsemi {
                        self.push(Kind::Semi, SemiOrigin::Newline as u8);
                        nlsemi = false;
                    }
                }
                0x80.. => {
                    let c = self.char().unwrap_or('\u{FFFD}');
                    if !is_letter(c) {
                        if is_digit(c) {
                            self.error(format!("identifier cannot begin with digit {}", describe(c)));
                        } else {
                            self.error(format!("invalid character {} in identifier", describe(c)));
                        }
                    }
                    self.bump_char();
                    nlsemi = self.word();
                }
                _ => match self.operator(c) {
                    Some(semi) => nlsemi = semi,
                    None => {
                        self.error(format!("invalid character {}", describe(c as char)));
                        self.i += 1;
                    }
                },
            }
        }
    }

    /// A name or keyword; returns whether a newline ends a statement after it.
    #[inline]
    fn word(&mut self) -> bool {
        loop {
            while self.i < self.src.len() && IDENT[self.src[self.i] as usize] {
                self.i += 1;
            }
            if self.ch() < 0x80 {
                break;
            }
            let c = self.char().unwrap_or('\u{FFFD}');
            if !is_letter(c) && !is_digit(c) {
                self.error(format!("invalid character {} in identifier", describe(c)));
            }
            self.bump_char();
        }
        let mut kind = Kind::of_word(&self.src[self.start..self.i]);
        if self.dirty && kind != Kind::Name && self.is_torn() {
            kind = Kind::Name;
        }
        self.push(kind, 0);
        matches!(kind, Kind::Name | Kind::Break | Kind::Continue | Kind::Fallthrough | Kind::Return)
    }

    /// Whether bytes were left out of the current token; then it is no keyword.
    fn is_torn(&self) -> bool {
        let (start, end) = (self.start as u32, self.i as u32);
        self.gaps.original(end) - self.gaps.original(start) != end - start
    }

    /// An operator or punctuation; `None` when `c` begins none.
    #[inline]
    fn operator(&mut self, c: u8) -> Option<bool> {
        let next = self.src.get(self.i + 1).copied().unwrap_or(0);
        let next2 = self.src.get(self.i + 2).copied().unwrap_or(0);
        // (kind, length, index of the assigning operator or NONE)
        const NONE: u8 = u8::MAX;
        let (kind, len, assign) = match c {
            b'(' => (Kind::Lparen, 1, NONE),
            b'[' => (Kind::Lbrack, 1, NONE),
            b'{' => (Kind::Lbrace, 1, NONE),
            b',' => (Kind::Comma, 1, NONE),
            b';' => (Kind::Semi, 1, NONE),
            b')' => (Kind::Rparen, 1, NONE),
            b']' => (Kind::Rbrack, 1, NONE),
            b'}' => (Kind::Rbrace, 1, NONE),
            b':' if next == b'=' => (Kind::Define, 2, NONE),
            b':' => (Kind::Colon, 1, NONE),
            b'.' if next.is_ascii_digit() => {
                self.i += 1;
                self.number(true);
                return Some(true);
            }
            b'.' if next == b'.' && next2 == b'.' => (Kind::Ellipsis, 3, NONE),
            b'.' => (Kind::Dot, 1, NONE),
            b'+' if next == b'+' => (Kind::Inc, 2, NONE),
            b'+' => (Kind::Add, 1, 0),
            b'-' if next == b'-' => (Kind::Dec, 2, NONE),
            b'-' => (Kind::Sub, 1, 1),
            b'*' => (Kind::Star, 1, 2),
            b'/' => (Kind::Slash, 1, 3),
            b'%' => (Kind::Percent, 1, 4),
            b'&' if next == b'&' => (Kind::AndAnd, 2, NONE),
            b'&' if next == b'^' => (Kind::AndNot, 2, 8),
            b'&' => (Kind::And, 1, 5),
            b'|' if next == b'|' => (Kind::OrOr, 2, NONE),
            b'|' => (Kind::Or, 1, 6),
            b'^' => (Kind::Caret, 1, 7),
            b'<' if next == b'<' => (Kind::Shl, 2, 9),
            b'<' if next == b'=' => (Kind::Le, 2, NONE),
            b'<' if next == b'-' => (Kind::Arrow, 2, NONE),
            b'<' => (Kind::Lt, 1, NONE),
            b'>' if next == b'>' => (Kind::Shr, 2, 10),
            b'>' if next == b'=' => (Kind::Ge, 2, NONE),
            b'>' => (Kind::Gt, 1, NONE),
            b'=' if next == b'=' => (Kind::Eq, 2, NONE),
            b'=' => (Kind::Assign, 1, NONE),
            b'!' if next == b'=' => (Kind::Ne, 2, NONE),
            b'!' => (Kind::Not, 1, NONE),
            b'~' => (Kind::Tilde, 1, NONE),
            _ => return None,
        };
        self.i += len;
        if assign != NONE && self.ch() == b'=' {
            self.i += 1;
            self.push(Kind::AssignOp, assign);
            return Some(false);
        }
        self.push(kind, 0);
        Some(matches!(kind, Kind::Rparen | Kind::Rbrack | Kind::Rbrace | Kind::Inc | Kind::Dec))
    }
}

/// The ASCII bytes that continue a name.
static IDENT: [bool; 256] = {
    let mut t = [false; 256];
    let mut i = 0;
    while i < 128 {
        let c = i as u8;
        t[i] = c.is_ascii_alphanumeric() || c == b'_';
        i += 1;
    }
    t
};
