//! Function declarations, signatures, bodies (spec, "Function declarations", "Method declarations").

use super::P;
use super::param::ListKind;
use crate::ast::{Block, Decl, Expr, ExprKind, Field, FuncDecl, FuncType};
use crate::token::Kind;
use golift_base::Pos;

/// Where a signature stands; some places forbid type parameters.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Signature {
    /// A function or method declaration.
    Decl,
    /// A function type or literal.
    Type,
    /// A method of an interface.
    InterfaceMethod,
}

impl P<'_, '_, '_> {
    /// A function or method; the cursor is behind `func`.
    pub(super) fn func_decl(&mut self) -> Decl {
        let directives = self.take_directives();
        let lo = self.st().decl_pos;
        let mut recv = None;
        let mut method = false;
        if self.got(Kind::Lparen) {
            method = true;
            let mut list = self.param_list(None, ListKind::Receiver);
            let count: usize = list.iter().map(|f| f.names.len().max(1)).sum();
            match count {
                0 => self.plain_error("method has no receiver"),
                1 => {}
                _ => self.plain_error("method has multiple receivers"),
            }
            if !list.is_empty() {
                let mut field = list.swap_remove(0);
                field.names.truncate(1);
                recv = Some(field);
            }
        }
        let (name, tparams, ty);
        if self.tok() == Kind::Name {
            name = self.name();
            let at = self.pos();
            (tparams, ty) = self.signature(at, Signature::Decl);
        } else {
            name = self.blank_name();
            let at = self.pos();
            (tparams, ty) = (Vec::new(), FuncType { pos: at, params: Vec::new(), results: Vec::new(), rparen: at });
            self.syntax_error(if method { "expected name" } else { "expected name or (" });
            self.advance(&[Kind::Lbrace, Kind::Semi]);
        }
        let body = (self.tok() == Kind::Lbrace).then(|| self.func_body());
        self.st().bodyless = body.is_none();
        let span = self.span_from(lo);
        let ty = FuncType { pos: lo, ..ty };
        Decl::Func(Box::new(FuncDecl { id: self.st().fresh(), span, recv, name, tparams, ty, body, directives }))
    }

    /// `[P C](params) results`; `at` is the position the type is given.
    pub(super) fn signature(&mut self, at: Pos, place: Signature) -> (Vec<Field>, FuncType) {
        let mut tparams = Vec::new();
        let lbrack = self.pos();
        if self.got(Kind::Lbrack) {
            match place {
                Signature::Decl => {}
                Signature::Type => self.syntax_error_at(lbrack, "function type must have no type parameters"),
                Signature::InterfaceMethod => {
                    self.syntax_error_at(lbrack, "interface method must have no type parameters");
                }
            }
            if self.tok() == Kind::Rbrack {
                self.syntax_error("empty type parameter list");
                self.next();
            } else {
                tparams = self.param_list(None, ListKind::TypeParams);
            }
        }
        self.want(Kind::Lparen);
        let params = self.param_list(None, ListKind::Params);
        let rparen = self.last_token_pos();
        let results = self.results();
        (tparams, FuncType { pos: at, params, results, rparen })
    }

    /// The position of the last byte before the cursor: of the closing token just read.
    pub(super) fn last_token_pos(&mut self) -> Pos {
        let end = self.prev_end();
        Pos(end.0.saturating_sub(1))
    }

    fn results(&mut self) -> Vec<Field> {
        if self.got(Kind::Lparen) {
            return self.param_list(None, ListKind::Results);
        }
        match self.type_or_none() {
            Some(ty) => {
                let span = ty.span;
                vec![Field { id: self.st().fresh(), names: Vec::new(), ty, tag: None, embedded: false, span }]
            }
            None => Vec::new(),
        }
    }

    /// A function's block, with its labels and branches checked unless it had syntax errors.
    pub(super) fn func_body(&mut self) -> Block {
        let before = self.errors_so_far();
        self.st().fnest += 1;
        let body = self.block("");
        self.st().fnest -= 1;
        if self.errors_so_far() == before {
            self.check_branches(&body);
        }
        body
    }

    /// `func(…) …` and perhaps a body; the cursor is at `func`.
    pub(super) fn func_type_or_lit(&mut self) -> Expr {
        let lo = self.pos();
        self.next();
        // Messages about a function type point behind its `func`, as the official compiler's do.
        let paren = self.pos();
        let (_, ty) = self.signature(lo, Signature::Type);
        if self.tok() != Kind::Lbrace {
            return self.mk(paren, ExprKind::FuncType(Box::new(ty)));
        }
        self.st().xnest += 1;
        let body = self.func_body();
        self.st().xnest -= 1;
        self.mk(lo, ExprKind::FuncLit(Box::new(crate::ast::FuncLit { ty, body })))
    }
}
