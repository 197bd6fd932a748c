//! What phases ask of an expression's shape: what is inside of its parentheses, and where messages about it point.

use crate::ast::{Expr, ExprKind, UnaryOp};
use golift_base::Pos;

/// `x` without the parentheses around it.
pub fn unparen(mut x: &Expr) -> &Expr {
    while let ExprKind::Paren(inner) = &x.kind {
        x = inner;
    }
    x
}

/// Where the checker's messages about an expression point: its leftmost position, except that slicing hides its operand.
pub fn start_pos(mut x: &Expr) -> Pos {
    loop {
        x = match &x.kind {
            ExprKind::Slice { lbrack, .. } => return *lbrack,
            ExprKind::Binary { x, .. }
            | ExprKind::Index { x, .. }
            | ExprKind::Selector(x, _)
            | ExprKind::TypeAssert { x, .. } => x,
            ExprKind::Call { fun, .. } => fun,
            ExprKind::Composite { ty: Some(ty), .. } => ty,
            _ => return x.span.lo,
        };
    }
}

/// The position of the node itself, as the official compiler has it: of the operator, bracket or dot, not of the
/// leftmost operand.
pub fn node_pos(x: &Expr) -> Pos {
    match &x.kind {
        ExprKind::Binary { op_pos, .. } => *op_pos,
        ExprKind::Call { lparen, .. } => *lparen,
        ExprKind::Index { lbrack, .. } | ExprKind::Slice { lbrack, .. } => *lbrack,
        ExprKind::Selector(x, _) | ExprKind::TypeAssert { x, .. } => x.span.hi,
        _ => x.span.lo,
    }
}

/// Whether the outermost operator of `x`, without parentheses, is a receive.
pub fn is_receive(x: &Expr) -> bool {
    matches!(unparen(x).kind, ExprKind::Unary(UnaryOp::Recv, _))
}
