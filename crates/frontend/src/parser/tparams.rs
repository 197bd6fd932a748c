//! The ambiguity of `type T[P …`: array length or type parameter list.
//!
//! The bracket's content is read as an expression as far as it goes; then its form decides:
//! `P *C` is a product unless a comma follows or `C` can only be a type; `P (C)` is a call likewise;
//! a single name before `]` is a length (spec, "Type parameter declarations").

use super::P;
use crate::ast::{BinaryOp, Expr, ExprKind, Ident};
use crate::token::Kind;
use golift_base::Span;

/// What begins after `type T[`.
pub(super) enum FirstParam {
    /// A type parameter's name, and its constraint as far as it was read.
    Param(Ident, Option<Expr>),
    /// An array length.
    Length(Expr),
}

impl P<'_, '_, '_> {
    /// Reads what follows `type T[` up to the point where it is decided; the cursor is at a name.
    pub(super) fn first_type_param(&mut self) -> FirstParam {
        let name = self.name();
        let mut x = self.name_expr(name);
        if self.tok() != Kind::Lbrack {
            self.st().xnest += 1;
            x = self.pexpr_after(x);
            x = self.binary_expr_after(x, 0);
            self.st().xnest -= 1;
        }
        let comma = self.tok() == Kind::Comma;
        if !splits(&x, comma) {
            return match x.kind {
                ExprKind::Name(name) if self.tok() != Kind::Rbrack => {
                    FirstParam::Param(Ident { id: x.id, name, span: x.span }, None)
                }
                _ => FirstParam::Length(x),
            };
        }
        match self.split(x) {
            Ok((name, ty)) => FirstParam::Param(name, Some(ty)),
            Err(x) => FirstParam::Length(x),
        }
    }

    /// Takes the leftmost name off an expression that [`splits`].
    fn split(&mut self, x: Expr) -> Result<(Ident, Expr), Expr> {
        let Expr { id, span, kind } = x;
        match kind {
            ExprKind::Binary { op: BinaryOp::Mul, op_pos, x, y } => match x.kind {
                ExprKind::Name(name) => {
                    let star = Expr { id, span: Span::new(op_pos, span.hi), kind: ExprKind::Star(y) };
                    Ok((Ident { id: x.id, name, span: x.span }, star))
                }
                _ => Err(Expr { id, span, kind: ExprKind::Binary { op: BinaryOp::Mul, op_pos, x, y } }),
            },
            ExprKind::Binary { op: BinaryOp::Or, op_pos, x, y } => match self.split(*x) {
                Ok((name, left)) => {
                    let span = Span::new(left.span.lo, span.hi);
                    let kind = ExprKind::Binary { op: BinaryOp::Or, op_pos, x: Box::new(left), y };
                    Ok((name, Expr { id, span, kind }))
                }
                Err(x) => Err(Expr { id, span, kind: ExprKind::Binary { op: BinaryOp::Or, op_pos, x: Box::new(x), y } }),
            },
            ExprKind::Call { fun, mut args, spread, lparen, rparen } => match (fun.kind, args.pop()) {
                (ExprKind::Name(name), Some(arg)) if args.is_empty() => {
                    let kind = ExprKind::Paren(Box::new(arg));
                    let ty = Expr { id, span: Span::new(lparen, span.hi), kind };
                    Ok((Ident { id: fun.id, name, span: fun.span }, ty))
                }
                (kind, last) => {
                    args.extend(last);
                    let fun = Box::new(Expr { id: fun.id, span: fun.span, kind });
                    Err(Expr { id, span, kind: ExprKind::Call { fun, args, spread, lparen, rparen } })
                }
            },
            kind => Err(Expr { id, span, kind }),
        }
    }
}

/// Whether an expression is a type parameter name with a constraint behind it. `force`: nothing but a type
/// can stand there.
fn splits(x: &Expr, force: bool) -> bool {
    match &x.kind {
        ExprKind::Binary { op: BinaryOp::Mul, x, y, .. } => {
            matches!(x.kind, ExprKind::Name(_)) && (force || P::is_type_form(y))
        }
        ExprKind::Binary { op: BinaryOp::Or, x, y, .. } => splits(x, force || P::is_type_form(y)),
        ExprKind::Call { fun, args, spread, .. } => {
            matches!(fun.kind, ExprKind::Name(_))
                && args.len() == 1
                && !spread
                && (force || P::is_type_form(&args[0]))
        }
        _ => false,
    }
}
