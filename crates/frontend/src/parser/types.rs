//! Types (spec, "Types").

use super::P;
use super::func::Signature;
use crate::ast::{ChanDir, Expr, ExprKind, Ident};
use crate::token::Kind;
use golift_base::Pos;

impl P<'_, '_, '_> {
    /// A type where one must stand.
    pub(super) fn type_(&mut self) -> Expr {
        if let Some(ty) = self.type_or_none() {
            return ty;
        }
        let bad = self.bad();
        self.syntax_error("expected type");
        self.advance(&[Kind::Comma, Kind::Colon, Kind::Semi, Kind::Rparen, Kind::Rbrack, Kind::Rbrace]);
        bad
    }

    /// A type, if one begins at the cursor.
    pub(super) fn type_or_none(&mut self) -> Option<Expr> {
        if self.tok() == Kind::Name {
            return Some(self.qualified_name(None));
        }
        if !self.enter() {
            self.leave();
            return Some(self.bad());
        }
        let ty = self.type_literal();
        self.leave();
        ty
    }

    fn type_literal(&mut self) -> Option<Expr> {
        let lo = self.pos();
        Some(match self.tok() {
            Kind::Star => {
                self.next();
                let elem = self.type_();
                self.mk(lo, ExprKind::Star(Box::new(elem)))
            }
            Kind::Arrow => {
                self.next();
                self.want(Kind::Chan);
                let elem = self.chan_elem();
                self.mk(lo, ExprKind::ChanType(ChanDir::Recv, Box::new(elem)))
            }
            Kind::Func => {
                self.next();
                let (_, ty) = self.signature(lo, Signature::Type);
                self.mk(lo, ExprKind::FuncType(Box::new(ty)))
            }
            Kind::Lbrack => {
                self.next();
                if self.got(Kind::Rbrack) { self.slice_type(lo) } else { self.array_type(lo, None) }
            }
            Kind::Chan => {
                self.next();
                let dir = if self.got(Kind::Arrow) { ChanDir::Send } else { ChanDir::Both };
                let elem = self.chan_elem();
                self.mk(lo, ExprKind::ChanType(dir, Box::new(elem)))
            }
            Kind::Map => {
                self.next();
                self.want(Kind::Lbrack);
                let key = self.type_();
                self.want(Kind::Rbrack);
                let value = self.type_();
                self.mk(lo, ExprKind::MapType(Box::new(key), Box::new(value)))
            }
            Kind::Struct => self.struct_type(),
            Kind::Interface => self.interface_type(),
            Kind::Lparen => {
                self.next();
                // Parentheses around types are no part of the tree, nor of messages.
                let ty = self.type_();
                self.want(Kind::Rparen);
                ty
            }
            _ => return None,
        })
    }

    fn chan_elem(&mut self) -> Expr {
        match self.type_or_none() {
            Some(ty) => ty,
            None => {
                let bad = self.bad();
                self.syntax_error("missing channel element type");
                bad
            }
        }
    }

    /// The rest of an array type; the cursor is behind `[`, or behind the length.
    pub(super) fn array_type(&mut self, lo: Pos, len: Option<Expr>) -> Expr {
        let len = match len {
            Some(len) => len,
            None if self.tok() == Kind::Ellipsis => {
                let at = self.pos();
                self.next();
                self.mk(at, ExprKind::Ellipsis(None))
            }
            None => {
                self.st().xnest += 1;
                let len = self.expr();
                self.st().xnest -= 1;
                len
            }
        };
        if self.tok() == Kind::Comma {
            // Type parameter lists may end in a comma, array lengths not.
            self.syntax_error("unexpected comma; expected ]");
            self.next();
        }
        self.want(Kind::Rbrack);
        let elem = self.type_();
        self.mk(lo, ExprKind::ArrayType { len: Box::new(len), elem: Box::new(elem) })
    }

    /// The element type of a slice type that began at `lo`.
    pub(super) fn slice_type(&mut self, lo: Pos) -> Expr {
        let elem = self.type_();
        self.mk(lo, ExprKind::SliceType(Box::new(elem)))
    }

    /// `T`, `p.T`, `T[A, B]`, `p.T[A]`; the first name may have been read already.
    pub(super) fn qualified_name(&mut self, name: Option<Ident>) -> Expr {
        let name = match name {
            Some(name) => name,
            None if self.tok() == Kind::Name => self.name(),
            None => {
                let missing = self.blank_name();
                self.syntax_error("expected name");
                self.advance(&[Kind::Dot, Kind::Semi, Kind::Rbrace]);
                missing
            }
        };
        let lo = name.span.lo;
        let mut x = self.name_expr(name);
        if self.got(Kind::Dot) {
            let sel = self.name();
            x = self.mk(lo, ExprKind::Selector(Box::new(x), sel));
        }
        if self.tok() == Kind::Lbrack {
            x = self.type_instance(x);
        }
        x
    }

    /// `[A, B]` behind a generic type's name.
    fn type_instance(&mut self, x: Expr) -> Expr {
        let lbrack = self.pos();
        self.want(Kind::Lbrack);
        let indices = if self.tok() == Kind::Rbrack {
            self.syntax_error("expected type argument list");
            vec![self.bad()]
        } else {
            self.type_list(true).0
        };
        let rbrack = self.pos();
        self.want(Kind::Rbrack);
        self.mk(x.span.lo, ExprKind::Index { x: Box::new(x), indices, lbrack, rbrack })
    }

    /// `A, B,`: types, or unless `strict` an expression first. Returns whether a comma was read.
    pub(super) fn type_list(&mut self, strict: bool) -> (Vec<Expr>, bool) {
        self.st().xnest += 1;
        let mut list = vec![if strict { self.type_() } else { self.expr() }];
        let mut comma = false;
        while self.got(Kind::Comma) {
            comma = true;
            match self.type_or_none() {
                Some(ty) => list.push(ty),
                None => break,
            }
        }
        self.st().xnest -= 1;
        (list, comma)
    }

    /// What follows a name at `[`: an array or slice type that the name has, or type arguments of the name.
    /// In the first case the name is handed back.
    pub(super) fn array_or_type_args(&mut self, name: Ident) -> (Expr, Option<Ident>) {
        let lbrack = self.pos();
        self.want(Kind::Lbrack);
        if self.got(Kind::Rbrack) {
            return (self.slice_type(lbrack), Some(name));
        }
        let (mut indices, comma) = self.type_list(false);
        let rbrack = self.pos();
        self.want(Kind::Rbrack);
        if !comma
            && let Some(elem) = self.type_or_none()
        {
            let len = indices.swap_remove(0);
            let kind = ExprKind::ArrayType { len: Box::new(len), elem: Box::new(elem) };
            return (self.mk(lbrack, kind), Some(name));
        }
        let lo = name.span.lo;
        let x = Box::new(self.name_expr(name));
        (self.mk(lo, ExprKind::Index { x, indices, lbrack, rbrack }), None)
    }
}
