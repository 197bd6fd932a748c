//! The parser: tokens → AST.
//!
//! chumsky drives it: the file and its declarations are combinators, and what stands inside them is written as
//! functions over chumsky's [`InputRef`] (`custom`), which are ten times faster than the combinator forms
//! and can report and recover token for token as the official compiler does.
//! Every function leaves a tree behind, whatever it read; errors are emitted beside it.
//! Recovery: after an error, tokens are skipped up to a follow set, or, inside a function,
//! up to a keyword that begins a statement.
//! Source: Go spec; messages and recovery behave as `cmd/compile`.

mod branches;
mod composite;
mod decl;
mod directive;
mod error;
mod expr;
mod file;
mod func;
mod header;
mod interface;
mod param;
mod stmt;
mod structs;
mod tparams;
mod types;

use crate::ast::{Expr, ExprKind, File, Ident, NodeId};
use crate::lexer::{Gaps, Lexed, SAME_FILE, lex};
use crate::outline::LexedFile;
use crate::token::{Kind, Token};
use chumsky::input::{Checkpoint, Cursor, InputRef};
use chumsky::inspector::Inspector;
use chumsky::{Parser, extra};
use error::SyntaxError;
use golift_base::{Diagnostics, FileId, LineDirective, Pos, SourceFile, Span, Symbol};
use rustc_hash::FxHashMap;

/// How deep constructs may nest; deeper ones are reported. The phases after the parser recurse over the tree,
/// so whoever runs them gives them a stack that this depth fits in.
pub const MAX_NESTING: u32 = 100_000;

/// How deep a file may nest before it is parsed again on a stack of its own.
const SHALLOW: u32 = 100;

/// The stack for deep files; only touched pages cost memory.
const DEEP_STACK: usize = 4 << 30;

/// Parses one file. Node ids are dense from `*next_node` on. What is wrong goes to `diags`, in the official
/// compiler's words: code `Syntax` for grammar errors, after which later phases should not run,
/// and `Lexical` for the scanner's and for labels, after which they may; `Late` for what the official compiler
/// only reports if a file has no syntax errors. The returned tree holds all that could be made sense of.
pub fn parse_file(file: FileId, src: &SourceFile, next_node: &mut u32, diags: &mut Diagnostics) -> File {
    parse(file, src, next_node, diags, Extent::Whole)
}

/// Parses the package clause and the imports only; `decls` of the result is empty.
pub fn parse_header(file: FileId, src: &SourceFile, next_node: &mut u32, diags: &mut Diagnostics) -> File {
    parse(file, src, next_node, diags, Extent::Imports)
}

/// How much of a file is wanted.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Extent {
    Whole,
    Imports,
}

/// Parses the tokens of a file, as [`parse_file`] parses its text.
pub fn parse_lexed(file: FileId, src: &SourceFile, lexed: &LexedFile, next_node: &mut u32, diags: &mut Diagnostics) -> File {
    parse_tokens(file, src, &lexed.lexed, next_node, diags, Extent::Whole)
}

fn parse(file: FileId, src: &SourceFile, next_node: &mut u32, diags: &mut Diagnostics, extent: Extent) -> File {
    let lexed = lex(&src.text);
    record_line_directives(src, &lexed);
    parse_tokens(file, src, &lexed, next_node, diags, extent)
}

/// Tells the file which line directives it has.
pub(crate) fn record_line_directives(src: &SourceFile, lexed: &Lexed) {
    if !lexed.line_directives.is_empty() {
        src.set_line_directives(named_directives(src, lexed));
    }
}

fn parse_tokens(
    file: FileId,
    src: &SourceFile,
    lexed: &Lexed,
    next_node: &mut u32,
    diags: &mut Diagnostics,
    extent: Extent,
) -> File {
    let mut parsed = run(lexed, file, src, *next_node, SHALLOW, extent);
    if parsed.too_deep {
        let start = *next_node;
        let deep = std::thread::scope(|scope| {
            std::thread::Builder::new()
                .stack_size(DEEP_STACK)
                .spawn_scoped(scope, || {
                    let deep = run(lexed, file, src, start, MAX_NESTING, extent);
                    // The shallow parse's tree is small enough to be dropped anywhere.
                    deep
                })
                .ok()
                .and_then(|t| t.join().ok())
        });
        match deep {
            Some(deep) => parsed = deep,
            None => parsed.errors.push(SyntaxError::new(parsed.file.eof, "cannot get a stack to parse deep nesting on", 0)),
        }
    }
    *next_node = parsed.next_node;
    directive::check(lexed, &mut parsed, src.path.starts_with("$GOROOT"));
    error::report(src, lexed, parsed.errors, parsed.read, diags);
    parsed.file
}

/// The file's line directives, with its own name where they leave it out.
fn named_directives(src: &SourceFile, lexed: &Lexed) -> Vec<LineDirective> {
    let own = src.name.rsplit('/').next().unwrap_or_default();
    let mut list = lexed.line_directives.clone();
    for d in &mut list {
        if d.name == SAME_FILE {
            d.name = own.to_string();
        }
    }
    list
}

/// What one run over the tokens made.
struct Parsed {
    file: File,
    next_node: u32,
    errors: Vec<SyntaxError>,
    too_deep: bool,
    read: u32,
}

fn run(lexed: &Lexed, file: FileId, src: &SourceFile, next_node: u32, limit: u32, extent: Extent) -> Parsed {
    let text = lexed.cleaned.as_deref().unwrap_or(&src.text);
    let mut state = State {
        src,
        text,
        base: src.base,
        gaps: &lexed.gaps,
        lexed,
        names: FxHashMap::default(),
        next_node,
        prev_end: 0,
        xnest: 0,
        fnest: 0,
        depth: 0,
        limit,
        too_deep: false,
        error_count: 0,
        group: 0,
        directive: 0,
        prev_decl: None,
        decl_pos: Pos::NONE,
        read: u32::MAX,
        bodyless: false,
    };
    let (out, errors) =
        file::source_file(extent).parse_with_state(&lexed.tokens[..], &mut state).into_output_errors();
    let eof = state.pos_of(text.len() as u32);
    let eof_span = Span::new(eof, eof);
    let mut parts = out.unwrap_or_default();
    let package = parts.package.take().unwrap_or_else(|| Ident {
        id: state.fresh(),
        name: Symbol::new("_"),
        span: eof_span,
    });
    let directives: Vec<_> = lexed
        .directives
        .iter()
        .map(|d| crate::ast::Directive {
            pos: state.pos_of(d.start.saturating_sub(2)),
            text: text[d.start as usize..d.end as usize].to_string(),
        })
        .collect();
    let go_version = build_version(&directives, package.span.lo);
    Parsed {
        file: File { file, package, imports: parts.imports, decls: parts.decls, directives, go_version, eof },
        next_node: state.next_node,
        errors: errors.into_iter().filter(SyntaxError::is_real).collect(),
        too_deep: state.too_deep && limit < MAX_NESTING,
        read: state.read,
    }
}

/// The language version that the `//go:build` line above the package clause asks for.
fn build_version(directives: &[crate::ast::Directive], package: Pos) -> Option<u32> {
    let line = directives.iter().take_while(|d| d.pos < package).find_map(|d| d.text.strip_prefix("go:build "))?;
    crate::build_line::parse_line(line).ok()?.go_version()
}

/// chumsky's input: a token slice that ends with `Eof`.
type Input<'s> = &'s [Token];
/// chumsky's parameters for this grammar.
type Extra<'s> = extra::Full<SyntaxError, State<'s>, ()>;

/// The parser's state besides the cursor. chumsky may rewind the cursor only to where no state was changed since,
/// because alternatives are chosen by their first token.
struct State<'s> {
    src: &'s SourceFile,
    text: &'s str,
    base: Pos,
    gaps: &'s Gaps,
    lexed: &'s Lexed,
    names: FxHashMap<&'s str, Symbol>,
    next_node: u32,
    /// The end of the token before the cursor.
    prev_end: u32,
    /// Composite-literal context: negative in control clause headers, where `{` begins the block.
    xnest: i32,
    /// How many function bodies the cursor is in.
    fnest: u32,
    /// How many nested constructs the cursor is in.
    depth: u32,
    limit: u32,
    too_deep: bool,
    error_count: u32,
    /// The next `var (…)`/`const (…)` group number.
    group: u32,
    /// The first directive that no declaration has taken.
    directive: usize,
    /// The keyword that began the declaration before.
    prev_decl: Option<Kind>,
    /// Where the top-level declaration around the cursor began.
    decl_pos: Pos,
    /// How far the file was read, as an offset in it.
    read: u32,
    /// Whether the declaration before is a function without a body.
    bodyless: bool,
}

impl State<'_> {
    #[inline]
    fn pos_of(&self, off: u32) -> Pos {
        Pos(self.base.0 + self.gaps.original(off))
    }

    #[inline]
    fn fresh(&mut self) -> NodeId {
        let id = NodeId(self.next_node);
        self.next_node += 1;
        id
    }
}

impl<'s> Inspector<'s, Input<'s>> for State<'s> {
    type Checkpoint = u32;
    #[inline(always)]
    fn on_token(&mut self, token: &Token) {
        self.prev_end = token.end;
    }
    #[inline(always)]
    fn on_save<'p>(&self, _: &Cursor<'s, 'p, Input<'s>>) -> u32 {
        self.prev_end
    }
    #[inline(always)]
    fn on_rewind<'p>(&mut self, at: &Checkpoint<'s, 'p, Input<'s>, u32>) {
        self.prev_end = *at.inspector();
    }
}

/// The grammar's functions: methods over chumsky's cursor.
struct P<'a, 's: 'p, 'p> {
    inp: &'a mut InputRef<'s, 'p, Input<'s>, Extra<'s>>,
}

impl<'s> P<'_, 's, '_> {
    /// The token at the cursor.
    #[inline(always)]
    fn peek(&mut self) -> Token {
        self.inp.peek().unwrap_or(Token { kind: Kind::Eof, flag: 0, start: 0, end: 0 })
    }

    /// The kind of the token at the cursor.
    #[inline(always)]
    fn tok(&mut self) -> Kind {
        self.peek().kind
    }

    /// Steps over the token at the cursor, but never over the end, and returns it.
    #[inline(always)]
    fn next(&mut self) -> Token {
        let t = self.peek();
        if t.kind != Kind::Eof {
            self.inp.skip();
        }
        t
    }

    /// Steps over the token at the cursor if it is of this kind.
    #[inline(always)]
    fn got(&mut self, kind: Kind) -> bool {
        let found = self.tok() == kind;
        if found {
            self.next();
        }
        found
    }

    /// The position of the token at the cursor.
    #[inline]
    fn pos(&mut self) -> Pos {
        let off = self.peek().start;
        self.st().pos_of(off)
    }

    #[inline(always)]
    fn st(&mut self) -> &mut State<'s> {
        self.inp.state()
    }

    /// The end of the token before the cursor.
    #[inline]
    fn prev_end(&mut self) -> Pos {
        let st = self.st();
        st.pos_of(st.prev_end)
    }

    /// From `lo` to the end of the token before the cursor.
    #[inline]
    fn span_from(&mut self, lo: Pos) -> Span {
        let hi = self.prev_end();
        Span::new(lo, if hi < lo { lo } else { hi })
    }

    /// A new expression from `lo` to the end of the token before the cursor.
    #[inline]
    fn mk(&mut self, lo: Pos, kind: ExprKind) -> Expr {
        Expr { id: self.st().fresh(), span: self.span_from(lo), kind }
    }

    /// What stands for an expression that is not there.
    fn bad(&mut self) -> Expr {
        let at = self.pos();
        Expr { id: self.st().fresh(), span: Span::new(at, at), kind: ExprKind::Bad }
    }

    /// A token's text.
    #[inline]
    fn text(&mut self, t: Token) -> &'s str {
        &self.st().text[t.start as usize..t.end as usize]
    }

    #[inline]
    fn intern(&mut self, text: &'s str) -> Symbol {
        *self.st().names.entry(text).or_insert_with(|| Symbol::new(text))
    }

    /// A name where one must stand; reports it missing.
    fn name(&mut self) -> Ident {
        let t = self.peek();
        if t.kind == Kind::Name {
            self.next();
            let text = self.text(t);
            let name = self.intern(text);
            let st = self.st();
            return Ident { id: st.fresh(), name, span: Span::new(st.pos_of(t.start), st.pos_of(t.end)) };
        }
        let missing = self.blank_name();
        self.syntax_error("expected name");
        self.advance(&[]);
        missing
    }

    /// `_` at the cursor, for a name that is not there.
    fn blank_name(&mut self) -> Ident {
        let at = self.pos();
        Ident { id: self.st().fresh(), name: Symbol::new("_"), span: Span::new(at, at) }
    }

    /// A name as an expression.
    fn name_expr(&mut self, name: Ident) -> Expr {
        Expr { id: name.id, span: name.span, kind: ExprKind::Name(name.name) }
    }

    /// Enters a nested construct. When it lies too deep, reports that, skips the rest of the file and returns false.
    #[inline]
    fn enter(&mut self) -> bool {
        let st = self.st();
        st.depth += 1;
        if st.depth <= st.limit {
            return true;
        }
        self.give_up();
        false
    }

    #[inline]
    fn leave(&mut self) {
        self.st().depth -= 1;
    }

    /// Checks a tree that grows at its left, `links` operations long, as `a+b+c+…` does.
    #[inline]
    fn chain(&mut self, links: u32) -> bool {
        if links < SHALLOW || self.st().depth + links <= MAX_NESTING {
            return true;
        }
        self.give_up();
        false
    }

    #[cold]
    fn give_up(&mut self) {
        if !self.st().too_deep {
            self.syntax_error("exceeded max nesting depth");
            self.st().too_deep = true;
        }
        while self.tok() != Kind::Eof {
            self.next();
        }
    }
}
