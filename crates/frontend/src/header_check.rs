//! The go command's own look at a file's package clause and imports.
//!
//! Before it compiles anything the go command reads the head of every file to find the imports, with a parser
//! whose words differ from the compiler's: `expected ';', found 'import'`. What it finds is printed instead of
//! the compiler's errors. Only the clauses themselves are looked at; if they can be skipped over by a simple
//! reader, what stands behind them is not.

use crate::lexer::lex;
use crate::token::{Kind, SemiOrigin, Token};
use golift_base::{Pos, SourceFile};

/// What the go command reports about the head of a file: the first thing that is wrong there.
/// The driver prints it as `file.go:1:2: message` (no `./`), and compiles nothing.
pub fn header_error(src: &SourceFile) -> Option<(Pos, String)> {
    let lexed = lex(&src.text);
    let text = lexed.cleaned.as_deref().unwrap_or(&src.text);
    let torn = lexed.errors.first().map_or(usize::MAX, |e| e.token as usize);
    let end = skip_header(&lexed.tokens, text, torn);
    let mut c = Checker { src, text, tokens: &lexed.tokens[..end], i: 0, errors: Vec::new() };
    c.package_clause();
    if c.errors.is_empty() {
        while c.tok() == Kind::Import {
            c.imports();
        }
    }
    let read_to = c.tokens.get(c.i.min(end.saturating_sub(1))).map_or(0, |t| src.base.0 + t.end);
    let lexical = lexed.errors.first().map(|e| {
        let words = scanner_words(&e.message);
        // Open literals are reported at their start.
        let start = lexed.tokens.get(e.token as usize).filter(|_| words.ends_with("literal not terminated"));
        (Pos(src.base.0 + start.map_or(e.off, |t| lexed.gaps.original(t.start))), words)
    });
    let grammar = c.errors.into_iter().next();
    [lexical.filter(|e| e.0.0 < read_to), grammar].into_iter().flatten().min_by_key(|e| e.0)
}

/// The go command's words for a lexical error.
fn scanner_words(message: &str) -> String {
    let words = match message {
        "newline in string" | "string not terminated" => "string literal not terminated",
        "newline in rune literal" => "rune literal not terminated",
        "invalid UTF-8 encoding" => "illegal UTF-8 encoding",
        "invalid NUL character" => "illegal character NUL",
        "invalid BOM in the middle of the file" => "illegal byte order mark",
        other => return other.replace("invalid character", "illegal character"),
    };
    words.to_string()
}

/// How many tokens the simple reader takes for the head: `package name`, then imports, semicolons ignored.
/// All of them if it fails. The token `torn` is malformed or stands behind what is no token.
fn skip_header(tokens: &[Token], text: &str, torn: usize) -> usize {
    let mut i = 0;
    let kind = |i: usize| if i == torn { Kind::Eof } else { tokens.get(i).map_or(Kind::Eof, |t| t.kind) };
    let skip_semis = |i: &mut usize| {
        while kind(*i) == Kind::Semi {
            *i += 1;
        }
    };
    let import = |i: &mut usize| {
        skip_semis(i);
        if matches!(kind(*i), Kind::Name | Kind::Dot) {
            *i += 1;
            skip_semis(i);
        }
        *i += 1;
        kind(*i - 1) == Kind::String
    };
    let fail = tokens.len();
    if kind(0) != Kind::Package || kind(1) != Kind::Name {
        return fail;
    }
    i += 2;
    loop {
        let before = i;
        skip_semis(&mut i);
        if kind(i) != Kind::Import {
            // The reader takes any word that begins like `import` for a misspelt one.
            let misspelt = i != torn && tokens.get(i).is_some_and(|t| text[t.start as usize..].starts_with('i'));
            return if misspelt { fail } else { before };
        }
        i += 1;
        if kind(i) != Kind::Lparen {
            if !import(&mut i) {
                return fail;
            }
            continue;
        }
        i += 1;
        loop {
            skip_semis(&mut i);
            if kind(i) == Kind::Rparen {
                i += 1;
                break;
            }
            if !import(&mut i) {
                return fail;
            }
        }
    }
}

struct Checker<'a> {
    src: &'a SourceFile,
    text: &'a str,
    tokens: &'a [Token],
    i: usize,
    errors: Vec<(Pos, String)>,
}

impl Checker<'_> {
    fn tok(&self) -> Kind {
        self.tokens.get(self.i).map_or(Kind::Eof, |t| t.kind)
    }

    fn next(&mut self) {
        self.i += 1;
    }

    fn pos(&self) -> Pos {
        Pos(self.src.base.0 + self.tokens.get(self.i).map_or(self.text.len() as u32, |t| t.start))
    }

    /// Reports at the cursor; one error a line.
    fn error(&mut self, message: String) {
        let at = self.pos();
        let line = self.src.line_col(at).line;
        if self.errors.last().is_none_or(|e| self.src.line_col(e.0).line != line) {
            self.errors.push((at, message));
        }
    }

    fn error_expected(&mut self, what: &str) {
        let found = match self.tokens.get(self.i) {
            Some(t) if t.kind == Kind::Semi && t.flag != SemiOrigin::Semicolon as u8 => "newline".to_string(),
            Some(t) if t.kind == Kind::Name || t.kind.is_literal() => {
                self.text[t.start as usize..t.end as usize].to_string()
            }
            Some(t) => format!("'{}'", t.kind.as_str()),
            None => "'EOF'".to_string(),
        };
        self.error(format!("expected '{what}', found {found}"));
    }

    fn expect(&mut self, kind: Kind, name: &str) {
        if self.tok() != kind {
            self.error_expected(name);
        }
        self.next();
    }

    /// The `;` that ends a clause; optional before what closes a group.
    fn expect_semi(&mut self) {
        match self.tok() {
            Kind::Rparen | Kind::Rbrace => {}
            Kind::Semi => self.next(),
            Kind::Comma => {
                self.error_expected(";");
                self.next();
            }
            // The simple reader stopped here, so there may be more.
            Kind::Eof if self.i == self.tokens.len() => {}
            _ => {
                self.error_expected(";");
                self.skip_to(|k| {
                    matches!(
                        k,
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
                });
            }
        }
    }

    fn skip_to(&mut self, stop: impl Fn(Kind) -> bool) {
        while self.tok() != Kind::Eof && !stop(self.tok()) {
            self.next();
        }
    }

    fn package_clause(&mut self) {
        if self.tok() != Kind::Package {
            self.error_expected("package");
            return;
        }
        self.next();
        self.expect(Kind::Name, "IDENT");
        if self.errors.is_empty() {
            self.expect_semi();
        }
    }

    fn imports(&mut self) {
        self.next();
        if self.tok() != Kind::Lparen {
            self.import();
            return;
        }
        self.next();
        while !matches!(self.tok(), Kind::Rparen | Kind::Eof) {
            let before = self.i;
            self.import();
            if self.i == before {
                self.next();
            }
        }
        self.expect(Kind::Rparen, ")");
        self.expect_semi();
    }

    fn import(&mut self) {
        if matches!(self.tok(), Kind::Name | Kind::Dot) {
            self.next();
        }
        match self.tok() {
            Kind::String => self.next(),
            k if k.is_literal() || k == Kind::Name => {
                self.error("import path must be a string".to_string());
                self.next();
            }
            _ => {
                self.error("missing import path".to_string());
                self.skip_to(|k| {
                    matches!(k, Kind::Comma | Kind::Colon | Kind::Rparen | Kind::Rbrack | Kind::Rbrace)
                });
            }
        }
        self.expect_semi();
    }
}
