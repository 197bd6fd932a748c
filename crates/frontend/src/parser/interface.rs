//! Interface types and type sets (spec, "Interface types").

use super::P;
use super::func::Signature;
use super::param::ListKind;
use crate::ast::{BinaryOp, Expr, ExprKind, Field, Ident, InterfaceElem, UnaryOp};
use crate::token::Kind;

impl P<'_, '_, '_> {
    /// `interface { … }`; the cursor is at `interface`.
    pub(super) fn interface_type(&mut self) -> Expr {
        let lo = self.pos();
        self.next();
        self.want(Kind::Lbrace);
        let mut elems = Vec::new();
        self.list("interface type", Kind::Semi, Kind::Rbrace, |p| {
            let elem = if p.tok() == Kind::Name {
                match p.method_or_name() {
                    InterfaceElem::Embed(first) => InterfaceElem::Embed(p.embedded_elem(Some(first))),
                    method => method,
                }
            } else {
                InterfaceElem::Embed(p.embedded_elem(None))
            };
            elems.push(elem);
            false
        });
        self.mk(lo, ExprKind::InterfaceType(elems))
    }

    /// A method, or a type name that is embedded.
    fn method_or_name(&mut self) -> InterfaceElem {
        let name = self.name();
        match self.tok() {
            Kind::Lparen => self.interface_method(name),
            Kind::Lbrack => {
                let lbrack = self.pos();
                self.next();
                if self.tok() == Kind::Rbrack {
                    let at = self.pos();
                    self.next();
                    if self.tok() == Kind::Lparen {
                        self.error_at(at, "empty type parameter list".to_string());
                        return self.interface_method(name);
                    }
                    self.error_at(at, "empty type argument list".to_string());
                    return InterfaceElem::Embed(self.name_expr(name));
                }
                // Type arguments look like parameters without names; afterwards it is known which they are.
                let list = self.param_list(None, ListKind::TypeArgs);
                let rbrack = self.last_token_pos();
                match list.first() {
                    None => InterfaceElem::Embed(self.name_expr(name)),
                    Some(Field { names, .. }) if !names.is_empty() => {
                        let method = self.interface_method(name);
                        self.error_at(lbrack, "interface method must have no type parameters".to_string());
                        method
                    }
                    Some(_) => {
                        let indices = list.into_iter().map(|f| f.ty).collect();
                        let lo = name.span.lo;
                        let x = Box::new(self.name_expr(name));
                        InterfaceElem::Embed(self.mk(lo, ExprKind::Index { x, indices, lbrack, rbrack }))
                    }
                }
            }
            _ => InterfaceElem::Embed(self.qualified_name(Some(name))),
        }
    }

    fn interface_method(&mut self, name: Ident) -> InterfaceElem {
        let at = self.pos();
        let (_, ty) = self.signature(at, Signature::InterfaceMethod);
        InterfaceElem::Method(name, ty)
    }

    /// A union of terms; the first may have been read already.
    pub(super) fn embedded_elem(&mut self, first: Option<Expr>) -> Expr {
        let mut x = match first {
            Some(x) => x,
            None => self.embedded_term(),
        };
        let mut links = 0;
        while self.tok() == Kind::Or {
            links += 1;
            if !self.chain(links) {
                break;
            }
            let op_pos = self.pos();
            self.next();
            let y = self.embedded_term();
            x = self.mk(x.span.lo, ExprKind::Binary { op: BinaryOp::Or, op_pos, x: Box::new(x), y: Box::new(y) });
        }
        x
    }

    /// `T` or `~T`.
    fn embedded_term(&mut self) -> Expr {
        let lo = self.pos();
        if self.got(Kind::Tilde) {
            let ty = self.type_();
            return self.mk(lo, ExprKind::Unary(UnaryOp::Tilde, Box::new(ty)));
        }
        if let Some(ty) = self.type_or_none() {
            return ty;
        }
        let bad = self.bad();
        self.syntax_error("expected ~ term or type");
        self.advance_where(|k| {
            k.is_operator() || matches!(k, Kind::Semi | Kind::Rparen | Kind::Rbrack | Kind::Rbrace)
        });
        bad
    }
}
