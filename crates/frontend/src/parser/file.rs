//! A source file: package clause, imports, top-level declarations (spec, "Source file organization").

use super::error::SyntaxError;
use super::{Extent, Extra, Input, P};
use crate::ast::{Decl, Ident, ImportSpec};
use crate::token::Kind;
use chumsky::primitive::{any, choice, custom};
use chumsky::{IterParser, Parser};

/// What a file is made of.
#[derive(Default)]
pub(super) struct Parts {
    pub(super) package: Option<Ident>,
    pub(super) imports: Vec<ImportSpec>,
    pub(super) decls: Vec<Decl>,
}

/// What one top-level declaration gave.
enum Item {
    Imports(Vec<ImportSpec>),
    Decls(Vec<Decl>),
}

/// The keywords that begin a top-level declaration.
const DECL_START: [Kind; 5] = [Kind::Import, Kind::Const, Kind::Type, Kind::Var, Kind::Func];

/// The whole file, or as far as its imports go.
pub(super) fn source_file<'s>(extent: Extent) -> impl Parser<'s, Input<'s>, Parts, Extra<'s>> {
    let item = choice((
        keyword(Kind::Import).ignore_then(rule(|p| Item::Imports(p.grouped(|p, at| p.import_spec(at)).into_iter().flatten().collect()))),
        beyond_imports(extent).ignore_then(choice((
            keyword(Kind::Const).ignore_then(rule(|p| Item::Decls(p.grouped(|p, at| p.const_spec(at))))),
            keyword(Kind::Type).ignore_then(rule(|p| Item::Decls(p.grouped(|p, at| p.type_spec(at))))),
            keyword(Kind::Var).ignore_then(rule(|p| Item::Decls(p.grouped(|p, at| p.var_spec(at))))),
            keyword(Kind::Func).ignore_then(rule(|p| Item::Decls(vec![p.func_decl()]))),
        ))),
    ))
    .then_ignore(rule(end_of_decl))
    .map(Some);
    let stray = beyond_imports(extent).ignore_then(custom(|inp| stray(&mut P { inp })));
    package_clause()
        .then(item.or(stray).repeated().collect::<Vec<_>>())
        .then_ignore(any().repeated())
        .map(|(package, items)| {
            let mut parts = Parts { package: Some(package), ..Parts::default() };
            for item in items.into_iter().flatten() {
                match item {
                    Item::Imports(list) => parts.imports.extend(list),
                    Item::Decls(list) => parts.decls.extend(list),
                }
            }
            parts
        })
}

/// A rule of the grammar that always leaves a result.
fn rule<'s, T>(f: impl Fn(&mut P<'_, 's, '_>) -> T) -> impl Parser<'s, Input<'s>, T, Extra<'s>> {
    custom(move |inp| Ok(f(&mut P { inp })))
}

/// Matches nothing, where more than the imports is wanted.
fn beyond_imports<'s>(extent: Extent) -> impl Parser<'s, Input<'s>, (), Extra<'s>> {
    custom(move |inp| {
        if extent == Extent::Whole {
            return Ok(());
        }
        let p = &mut P { inp };
        let seen = p.seen();
        p.st().read = seen;
        Err(SyntaxError::mismatch())
    })
}

/// The keyword of a top-level declaration.
fn keyword<'s>(kind: Kind) -> impl Parser<'s, Input<'s>, (), Extra<'s>> {
    custom(move |inp| {
        let p = &mut P { inp };
        if p.tok() != kind {
            return Err(SyntaxError::mismatch());
        }
        p.begin_decl(kind);
        p.next();
        Ok(())
    })
}

/// `package name ;`: without a good one the file is given up.
fn package_clause<'s>() -> impl Parser<'s, Input<'s>, Ident, Extra<'s>> {
    custom(|inp| {
        let p = &mut P { inp };
        if !p.got(Kind::Package) {
            p.syntax_error("package statement must be first");
            let seen = p.seen();
            p.st().read = seen;
            return Err(SyntaxError::mismatch());
        }
        p.take_directives();
        let name = p.name();
        p.want(Kind::Semi);
        if p.has_errors() {
            let seen = p.seen();
            p.st().read = seen;
            return Err(SyntaxError::mismatch());
        }
        Ok(name)
    })
}

/// The `;` after a declaration.
fn end_of_decl(p: &mut P<'_, '_, '_>) {
    p.take_directives();
    if p.tok() != Kind::Eof && !p.got(Kind::Semi) {
        p.syntax_error("after top level declaration");
        p.advance(&DECL_START);
    }
}

/// Anything else at top level: reported and skipped. Fails at the end of the file.
fn stray(p: &mut P<'_, '_, '_>) -> Result<Option<Item>, SyntaxError> {
    if p.tok() == Kind::Eof {
        return Err(SyntaxError::mismatch());
    }
    if p.tok() == Kind::Lbrace && p.st().bodyless {
        p.syntax_error("unexpected semicolon or newline before {");
    } else {
        p.syntax_error("non-declaration statement outside function body");
    }
    let kind = p.tok();
    p.st().prev_decl = Some(kind);
    p.advance(&DECL_START);
    Ok(None)
}

impl P<'_, '_, '_> {
    /// Notes that the declaration at the cursor begins.
    fn begin_decl(&mut self, kind: Kind) {
        let at = self.pos();
        let st = self.st();
        st.decl_pos = at;
        let before = st.prev_decl.replace(kind);
        if kind == Kind::Import && before.is_some_and(|k| k != Kind::Import) {
            self.syntax_error("imports must appear before other declarations");
        }
    }

    /// The directives that stand before the cursor and were not taken yet, as indices.
    pub(super) fn take_directives(&mut self) -> Vec<u32> {
        let at = self.peek().start;
        let st = self.st();
        let from = st.directive;
        while st.lexed.directives.get(st.directive).is_some_and(|d| d.start <= at) {
            st.directive += 1;
        }
        (from as u32..st.directive as u32).collect()
    }
}
