//! Prints an expression on one line, as messages quote it: bodies and elements are shortened to `…`.
//!
//! Input: an expression of the AST. Output: its text, normalised (single blanks around binary operators, none elsewhere).
//! Long left spines of binary operators are printed without recursion.

use golift_base::Pos;
use golift_frontend::ast::{ChanDir, Expr, ExprKind, Field, FuncType, InterfaceElem, UnaryOp};

/// The text of `e` for messages.
pub(crate) fn expr_string(e: &Expr) -> String {
    let mut out = String::new();
    write_expr(&mut out, e);
    out
}

/// The texts of several expressions, separated by `, `.
pub(crate) fn expr_list_string<'e>(list: impl IntoIterator<Item = &'e Expr>) -> String {
    let mut out = String::new();
    for (i, e) in list.into_iter().enumerate() {
        if i > 0 {
            out.push_str(", ");
        }
        write_expr(&mut out, e);
    }
    out
}

fn write_expr(out: &mut String, e: &Expr) {
    match &e.kind {
        ExprKind::Bad => out.push_str("BadExpr"),
        ExprKind::Name(name) => out.push_str(name.as_str()),
        ExprKind::Lit { text, .. } => out.push_str(text),
        ExprKind::Composite { ty, elems, .. } => {
            if let Some(ty) = ty {
                write_expr(out, ty);
            }
            out.push('{');
            if !elems.is_empty() {
                out.push('…');
            }
            out.push('}');
        }
        ExprKind::KeyValue(k, v) => {
            write_expr(out, k);
            out.push_str(": ");
            write_expr(out, v);
        }
        ExprKind::FuncLit(lit) => {
            out.push_str("func");
            write_signature(out, &lit.ty);
            out.push_str(" {");
            if !lit.body.stmts.is_empty() {
                out.push('…');
            }
            out.push('}');
        }
        ExprKind::Paren(x) => {
            out.push('(');
            write_expr(out, x);
            out.push(')');
        }
        ExprKind::Selector(x, sel) => {
            write_expr(out, x);
            out.push('.');
            out.push_str(sel.name.as_str());
        }
        ExprKind::Index { x, indices, .. } => {
            write_expr(out, x);
            out.push('[');
            write_list(out, indices);
            out.push(']');
        }
        ExprKind::Slice { x, lo, hi, max, .. } => {
            write_expr(out, x);
            out.push('[');
            if let Some(lo) = lo {
                write_expr(out, lo);
            }
            out.push(':');
            if let Some(hi) = hi {
                write_expr(out, hi);
            }
            if let Some(max) = max {
                out.push(':');
                write_expr(out, max);
            }
            out.push(']');
        }
        ExprKind::TypeAssert { x, ty } => {
            write_expr(out, x);
            out.push_str(".(");
            match ty {
                Some(ty) => write_expr(out, ty),
                None => out.push_str("type"),
            }
            out.push(')');
        }
        ExprKind::Call { fun, args, spread, .. } => {
            write_expr(out, fun);
            out.push('(');
            write_list(out, args);
            if *spread {
                out.push_str("...");
            }
            out.push(')');
        }
        ExprKind::Star(x) => {
            out.push('*');
            write_expr(out, x);
        }
        ExprKind::Unary(op, x) => {
            out.push_str(op.as_str());
            write_expr(out, x);
        }
        ExprKind::Binary { .. } => write_binary(out, e),
        ExprKind::Ellipsis(elem) => {
            out.push_str("...");
            if let Some(elem) = elem {
                write_expr(out, elem);
            }
        }
        ExprKind::ArrayType { len, elem } => {
            out.push('[');
            write_expr(out, len);
            out.push(']');
            write_expr(out, elem);
        }
        ExprKind::SliceType(elem) => {
            out.push_str("[]");
            write_expr(out, elem);
        }
        ExprKind::MapType(k, v) => {
            out.push_str("map[");
            write_expr(out, k);
            out.push(']');
            write_expr(out, v);
        }
        ExprKind::ChanType(dir, elem) => write_chan(out, *dir, elem),
        ExprKind::FuncType(ty) => {
            out.push_str("func");
            write_signature(out, ty);
        }
        ExprKind::StructType(fields) => {
            out.push_str("struct{");
            for (i, f) in fields.iter().enumerate() {
                if i > 0 {
                    out.push_str("; ");
                }
                write_field(out, f);
            }
            out.push('}');
        }
        ExprKind::InterfaceType(elems) => {
            out.push_str("interface{");
            for (i, elem) in elems.iter().enumerate() {
                if i > 0 {
                    out.push_str("; ");
                }
                match elem {
                    InterfaceElem::Method(name, ty) => {
                        out.push_str(name.name.as_str());
                        write_signature(out, ty);
                    }
                    InterfaceElem::Embed(x) => write_expr(out, x),
                }
            }
            out.push('}');
        }
    }
}

fn write_binary(out: &mut String, e: &Expr) {
    let mut spine = Vec::new();
    let mut cur = e;
    while let ExprKind::Binary { op, x, y, .. } = &cur.kind {
        spine.push((*op, &**y));
        cur = x;
    }
    write_expr(out, cur);
    for (op, y) in spine.into_iter().rev() {
        out.push(' ');
        out.push_str(op.as_str());
        out.push(' ');
        write_expr(out, y);
    }
}

fn write_chan(out: &mut String, dir: ChanDir, elem: &Expr) {
    out.push_str(match dir {
        ChanDir::Both => "chan ",
        ChanDir::Send => "chan<- ",
        ChanDir::Recv => "<-chan ",
    });
    let needs_parens = dir != ChanDir::Send && matches!(elem.kind, ExprKind::ChanType(ChanDir::Recv, _));
    if needs_parens {
        out.push('(');
    }
    write_expr(out, elem);
    if needs_parens {
        out.push(')');
    }
}

fn write_list(out: &mut String, list: &[Expr]) {
    for (i, e) in list.iter().enumerate() {
        if i > 0 {
            out.push_str(", ");
        }
        write_expr(out, e);
    }
}

fn write_field(out: &mut String, f: &Field) {
    for (i, n) in f.names.iter().enumerate() {
        if i > 0 {
            out.push_str(", ");
        }
        out.push_str(n.name.as_str());
    }
    if !f.names.is_empty() {
        out.push(' ');
    }
    write_expr(out, &f.ty);
}

fn write_signature(out: &mut String, ty: &FuncType) {
    out.push('(');
    for (i, f) in ty.params.iter().enumerate() {
        if i > 0 {
            out.push_str(", ");
        }
        write_field(out, f);
    }
    out.push(')');
    match &ty.results[..] {
        [] => {}
        [f] if f.names.is_empty() => {
            out.push(' ');
            write_expr(out, &f.ty);
        }
        fields => {
            out.push_str(" (");
            for (i, f) in fields.iter().enumerate() {
                if i > 0 {
                    out.push_str(", ");
                }
                write_field(out, f);
            }
            out.push(')');
        }
    }
}

/// `x` without enclosing parentheses.
pub(crate) fn unparen(mut e: &Expr) -> &Expr {
    while let ExprKind::Paren(x) = &e.kind {
        e = x;
    }
    e
}

/// Where messages about an expression point: its leftmost position, except that slicing hides its operand.
pub(crate) fn start_pos(e: &Expr) -> Pos {
    let mut e = e;
    loop {
        e = match &e.kind {
            ExprKind::Slice { lbrack, .. } => return *lbrack,
            ExprKind::Binary { x, .. }
            | ExprKind::Index { x, .. }
            | ExprKind::Selector(x, _)
            | ExprKind::TypeAssert { x, .. } => x,
            ExprKind::Call { fun, .. } => fun,
            ExprKind::Composite { ty: Some(ty), .. } => ty,
            _ => return e.span.lo,
        };
    }
}

/// The position of the node itself, as the official compiler has it: of the operator, bracket or dot, not of the
/// leftmost operand.
pub(crate) fn node_pos(e: &Expr) -> Pos {
    match &e.kind {
        ExprKind::Binary { op_pos, .. } => *op_pos,
        ExprKind::Call { lparen, .. } => *lparen,
        ExprKind::Index { lbrack, .. } | ExprKind::Slice { lbrack, .. } => *lbrack,
        ExprKind::Selector(x, _) | ExprKind::TypeAssert { x, .. } => x.span.hi,
        _ => e.span.lo,
    }
}

/// Whether the outermost operator of `e`, without parentheses, is a receive.
pub(crate) fn is_receive(e: &Expr) -> bool {
    matches!(unparen(e).kind, ExprKind::Unary(UnaryOp::Recv, _))
}
