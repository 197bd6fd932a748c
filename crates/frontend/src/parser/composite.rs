//! Composite literals (spec, "Composite literals"), and which `{` begins one.

use super::P;
use crate::ast::{Expr, ExprKind};
use crate::token::Kind;
use crate::unparen;

impl P<'_, '_, '_> {
    /// Whether the `{` behind `x` begins a composite literal of type `x`: always behind a literal type,
    /// behind a name only where no block can begin.
    pub(super) fn begins_composite(&mut self, x: &Expr) -> bool {
        let names_allowed = self.st().xnest >= 0;
        let x = unparen(x);
        match &x.kind {
            ExprKind::Name(_) | ExprKind::Selector(..) => names_allowed,
            ExprKind::Index { .. } => names_allowed && !is_value(x),
            ExprKind::ArrayType { .. } | ExprKind::SliceType(_) | ExprKind::StructType(_) | ExprKind::MapType(..) => true,
            _ => false,
        }
    }

    /// `T{…}`; the cursor is at `{`.
    pub(super) fn composite_of(&mut self, ty: Expr) -> Expr {
        if matches!(ty.kind, ExprKind::Paren(_)) {
            self.syntax_error("cannot parenthesize type in composite literal");
        }
        self.composite(Some(ty))
    }

    fn composite(&mut self, ty: Option<Expr>) -> Expr {
        let lbrace = self.pos();
        let lo = ty.as_ref().map_or(lbrace, |t| t.span.lo);
        self.st().xnest += 1;
        self.want(Kind::Lbrace);
        let mut elems = Vec::new();
        let rbrace = self.list("composite literal", Kind::Comma, Kind::Rbrace, |p| {
            let mut e = p.element();
            if p.got(Kind::Colon) {
                let value = p.element();
                e = p.mk(e.span.lo, ExprKind::KeyValue(Box::new(e), Box::new(value)));
            }
            elems.push(e);
            false
        });
        self.st().xnest -= 1;
        self.mk(lo, ExprKind::Composite { ty: ty.map(Box::new), elems, lbrace, rbrace })
    }

    /// An element: an expression, or a literal whose type is left out.
    fn element(&mut self) -> Expr {
        if self.tok() != Kind::Lbrace {
            return self.expr();
        }
        if !self.enter() {
            self.leave();
            return self.bad();
        }
        let x = self.composite(None);
        self.leave();
        x
    }
}

/// Whether an expression cannot be a type, by its form.
fn is_value(x: &Expr) -> bool {
    match &x.kind {
        ExprKind::Lit { .. }
        | ExprKind::Composite { .. }
        | ExprKind::FuncLit(_)
        | ExprKind::Slice { .. }
        | ExprKind::TypeAssert { .. }
        | ExprKind::Call { .. }
        | ExprKind::Unary(..)
        | ExprKind::Binary { .. } => true,
        ExprKind::Paren(x) => is_value(x),
        ExprKind::Index { x, indices, .. } => is_value(x) || matches!(&indices[..], [i] if is_value(i)),
        _ => false,
    }
}
