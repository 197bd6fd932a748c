//! Declarations but for functions: imports, constants, types, variables (spec, "Declarations and scope").

use super::P;
use super::param::ListKind;
use super::tparams::FirstParam;
use crate::ast::{Decl, Expr, ExprKind, Ident, ImportSpec, TypeSpec, ValueSpec};
use crate::lexer::unquote;
use crate::token::Kind;
use golift_base::Symbol;

/// Where a spec stands in its group.
#[derive(Clone, Copy)]
pub(super) struct InGroup {
    index: u32,
    group: u32,
}

impl P<'_, '_, '_> {
    /// One spec, or a parenthesised group of them; the cursor is behind the keyword.
    pub(super) fn grouped<T>(&mut self, spec: impl Fn(&mut Self, InGroup) -> T) -> Vec<T> {
        let st = self.st();
        let group = st.group;
        st.group += 1;
        let mut specs = Vec::new();
        if self.got(Kind::Lparen) {
            self.list("grouped declaration", Kind::Semi, Kind::Rparen, |p| {
                let at = InGroup { index: specs.len() as u32, group };
                specs.push(spec(p, at));
                false
            });
        } else {
            specs.push(spec(self, InGroup { index: 0, group }));
        }
        if !specs.is_empty() {
            self.st().bodyless = false;
        }
        specs
    }

    /// `name "path"`.
    pub(super) fn import_spec(&mut self, _: InGroup) -> Option<ImportSpec> {
        let name = match self.tok() {
            Kind::Name => Some(self.name()),
            Kind::Dot => {
                let at = self.pos();
                self.next();
                let span = self.span_from(at);
                Some(Ident { id: self.st().fresh(), name: Symbol::new("."), span })
            }
            _ => None,
        };
        let t = self.peek();
        if !t.kind.is_literal() {
            self.syntax_error("missing import path");
            self.advance(&[Kind::Semi, Kind::Rparen]);
            return None;
        }
        let at = self.pos();
        self.next();
        if t.is_bad() {
            return None;
        }
        if t.kind != Kind::String {
            self.syntax_error_at(at, "import path must be a string");
            return None;
        }
        let path = String::from_utf8_lossy(&unquote(self.text(t))).into_owned();
        Some(ImportSpec { id: self.st().fresh(), name, path, path_span: self.span_from(at) })
    }

    /// `a, b T = x, y`, everything but the names optional.
    pub(super) fn const_spec(&mut self, at: InGroup) -> Decl {
        let lo = self.pos();
        let names = self.name_list();
        let mut ty = None;
        let mut values = Vec::new();
        if !matches!(self.tok(), Kind::Eof | Kind::Semi | Kind::Rparen) {
            ty = self.type_or_none();
            if self.got_assign() {
                values = self.expr_list();
            }
        }
        Decl::Const(self.value_spec(lo, names, ty, values, at))
    }

    /// `a, b T`, `a, b = x, y`, or both.
    pub(super) fn var_spec(&mut self, at: InGroup) -> Decl {
        let lo = self.pos();
        let names = self.name_list();
        let mut ty = None;
        let mut values = Vec::new();
        if self.got_assign() {
            values = self.expr_list();
        } else {
            ty = Some(self.type_());
            if self.got_assign() {
                values = self.expr_list();
            }
        }
        Decl::Var(self.value_spec(lo, names, ty, values, at))
    }

    fn value_spec(
        &mut self,
        lo: golift_base::Pos,
        names: Vec<Ident>,
        ty: Option<Expr>,
        values: Vec<Expr>,
        at: InGroup,
    ) -> ValueSpec {
        let span = self.span_from(lo);
        ValueSpec { id: self.st().fresh(), span, names, ty, values, iota: at.index, group: at.group }
    }

    /// `a, b, c`.
    pub(super) fn name_list(&mut self) -> Vec<Ident> {
        let first = self.name();
        self.name_list_after(first)
    }

    pub(super) fn name_list_after(&mut self, first: Ident) -> Vec<Ident> {
        let mut names = vec![first];
        while self.got(Kind::Comma) {
            names.push(self.name());
        }
        names
    }

    /// Steps over `=`; complains about `:=` but takes it.
    fn got_assign(&mut self) -> bool {
        match self.tok() {
            Kind::Define => {
                self.syntax_error("expected =");
                self.next();
                true
            }
            Kind::Assign => {
                self.next();
                true
            }
            _ => false,
        }
    }

    /// `Name T`, `Name = T`, `Name[P C] T`. After `Name [` it is open whether an array length
    /// or a type parameter list follows; see [`FirstParam`].
    pub(super) fn type_spec(&mut self, _: InGroup) -> Decl {
        let lo = self.pos();
        let name = self.name();
        let mut tparams = Vec::new();
        let mut alias = false;
        let ty = if self.tok() == Kind::Lbrack {
            let lbrack = self.pos();
            self.next();
            match self.tok() {
                Kind::Name => match self.first_type_param() {
                    FirstParam::Param(name, ty) => {
                        tparams = self.param_list(Some((name, ty)), ListKind::TypeParams);
                        alias = self.got_assign();
                        self.type_or_none()
                    }
                    FirstParam::Length(len) => Some(self.array_type(lbrack, Some(len))),
                },
                Kind::Rbrack => {
                    self.next();
                    Some(self.slice_type(lbrack))
                }
                _ => Some(self.array_type(lbrack, None)),
            }
        } else {
            alias = self.got_assign();
            self.type_or_none()
        };
        let ty = ty.unwrap_or_else(|| {
            let bad = self.bad();
            self.syntax_error("in type declaration");
            self.advance(&[Kind::Semi, Kind::Rparen]);
            bad
        });
        let span = self.span_from(lo);
        Decl::Type(Box::new(TypeSpec { id: self.st().fresh(), span, name, tparams, alias, ty }))
    }

    /// Whether an expression certainly is a type or type set, by its form.
    pub(super) fn is_type_form(x: &Expr) -> bool {
        match &x.kind {
            ExprKind::ArrayType { .. }
            | ExprKind::SliceType(_)
            | ExprKind::StructType(_)
            | ExprKind::FuncType(_)
            | ExprKind::InterfaceType(_)
            | ExprKind::MapType(..)
            | ExprKind::ChanType(..) => true,
            ExprKind::Binary { x, y, .. } => Self::is_type_form(x) || Self::is_type_form(y),
            ExprKind::Unary(op, x) => *op == crate::ast::UnaryOp::Tilde || Self::is_type_form(x),
            ExprKind::Star(x) | ExprKind::Paren(x) => Self::is_type_form(x),
            _ => false,
        }
    }
}
