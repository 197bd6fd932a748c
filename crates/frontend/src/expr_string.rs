//! Expressions as the official compiler's messages print them, on one line: bodies of function and composite literals
//! shortened to `…`, single blanks around binary operators.
//!
//! Chains that grow at their left, like `a+b+c` and `a.b().c[i]`, are printed without recursion.

use crate::ast::{ChanDir, Expr, ExprKind, Field, FuncType, InterfaceElem};
use std::fmt::Write;

/// The expression as messages print it.
pub fn expr_string(x: &Expr) -> String {
    let mut out = String::new();
    write_expr(&mut out, x);
    out
}

/// The texts of several expressions, separated by `, `.
pub fn expr_list_string<'e>(list: impl IntoIterator<Item = &'e Expr>) -> String {
    let mut out = String::new();
    for (i, x) in list.into_iter().enumerate() {
        if i > 0 {
            out.push_str(", ");
        }
        write_expr(&mut out, x);
    }
    out
}

/// Types and expressions separated by commas.
fn write_list(out: &mut String, xs: &[Expr]) {
    for (i, x) in xs.iter().enumerate() {
        if i > 0 {
            out.push_str(", ");
        }
        write_expr(out, x);
    }
}

fn write_opt(out: &mut String, x: &Option<Box<Expr>>) {
    if let Some(x) = x {
        write_expr(out, x);
    }
}

fn write_expr(out: &mut String, x: &Expr) {
    let mut spine = Vec::new();
    let mut first = x;
    while let Some(left) = left_operand(first) {
        spine.push(first);
        first = left;
    }
    write_first(out, first);
    for x in spine.into_iter().rev() {
        write_rest(out, x);
    }
}

/// The expression that `x` begins with, if its text is that one's text and something behind it.
fn left_operand(x: &Expr) -> Option<&Expr> {
    match &x.kind {
        ExprKind::Selector(x, _)
        | ExprKind::Index { x, .. }
        | ExprKind::Slice { x, .. }
        | ExprKind::TypeAssert { x, .. }
        | ExprKind::Call { fun: x, .. }
        | ExprKind::Binary { x, .. } => Some(x),
        _ => None,
    }
}

/// What stands behind the left operand.
fn write_rest(out: &mut String, x: &Expr) {
    match &x.kind {
        ExprKind::Selector(_, sel) => {
            out.push('.');
            out.push_str(sel.name.as_str());
        }
        ExprKind::Index { indices, .. } => {
            out.push('[');
            write_list(out, indices);
            out.push(']');
        }
        ExprKind::Slice { lo, hi, max, three, .. } => {
            out.push('[');
            write_opt(out, lo);
            out.push(':');
            write_opt(out, hi);
            if *three {
                out.push(':');
                write_opt(out, max);
            }
            out.push(']');
        }
        ExprKind::TypeAssert { ty, .. } => {
            out.push_str(".(");
            match ty {
                Some(ty) => write_expr(out, ty),
                None => out.push_str("type"),
            }
            out.push(')');
        }
        ExprKind::Call { args, spread, .. } => {
            out.push('(');
            write_list(out, args);
            if *spread {
                out.push_str("...");
            }
            out.push(')');
        }
        ExprKind::Binary { op, y, .. } => {
            let _ = write!(out, " {} ", op.as_str());
            write_expr(out, y);
        }
        _ => {}
    }
}

fn write_first(out: &mut String, x: &Expr) {
    match &x.kind {
        ExprKind::Selector(..)
        | ExprKind::Index { .. }
        | ExprKind::Slice { .. }
        | ExprKind::TypeAssert { .. }
        | ExprKind::Call { .. }
        | ExprKind::Binary { .. } => unreachable!("expr_string: a left operand is not the first"),
        ExprKind::Bad => out.push_str("BadExpr"),
        ExprKind::Name(name) => out.push_str(name.as_str()),
        ExprKind::Lit { text, .. } => out.push_str(text),
        ExprKind::Composite { ty, elems, .. } => {
            write_opt(out, ty);
            out.push_str(if elems.is_empty() { "{}" } else { "{…}" });
        }
        ExprKind::KeyValue(k, v) => {
            write_expr(out, k);
            out.push_str(": ");
            write_expr(out, v);
        }
        ExprKind::FuncLit(f) => {
            out.push_str("func");
            write_signature(out, &f.ty);
            out.push_str(if f.body.stmts.is_empty() { " {}" } else { " {…}" });
        }
        ExprKind::Paren(x) => {
            out.push('(');
            write_expr(out, x);
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
        ExprKind::Ellipsis(x) => {
            out.push_str("...");
            write_opt(out, x);
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
        ExprKind::MapType(key, value) => {
            out.push_str("map[");
            write_expr(out, key);
            out.push(']');
            write_expr(out, value);
        }
        ExprKind::ChanType(dir, elem) => {
            out.push_str(match dir {
                ChanDir::Both => "chan ",
                ChanDir::Send => "chan<- ",
                ChanDir::Recv => "<-chan ",
            });
            if matches!(elem.kind, ExprKind::ChanType(ChanDir::Recv, _)) && *dir == ChanDir::Both {
                out.push('(');
                write_expr(out, elem);
                out.push(')');
            } else {
                write_expr(out, elem);
            }
        }
        ExprKind::FuncType(ty) => {
            out.push_str("func");
            write_signature(out, ty);
        }
        ExprKind::StructType(fields) => {
            out.push_str("struct{");
            for (i, f) in fields.iter().enumerate() {
                out.push_str(if i > 0 { "; " } else { "" });
                write_field(out, f);
                if let Some(tag) = &f.tag {
                    let _ = write!(out, " {tag:?}");
                }
            }
            out.push('}');
        }
        ExprKind::InterfaceType(elems) => write_interface(out, elems),
    }
}

fn write_interface(out: &mut String, elems: &[InterfaceElem]) {
    out.push_str("interface{");
    for (i, e) in elems.iter().enumerate() {
        out.push_str(if i > 0 { "; " } else { "" });
        match e {
            InterfaceElem::Method(name, ty) => {
                out.push_str(name.name.as_str());
                write_signature(out, ty);
            }
            InterfaceElem::Embed(x) => write_expr(out, x),
        }
    }
    out.push('}');
}

/// `(a, b int) (T, error)`.
fn write_signature(out: &mut String, ty: &FuncType) {
    write_params(out, &ty.params);
    match &ty.results[..] {
        [] => {}
        [one] if one.names.is_empty() => {
            out.push(' ');
            write_expr(out, &one.ty);
        }
        many => {
            out.push(' ');
            write_params(out, many);
        }
    }
}

fn write_params(out: &mut String, fields: &[Field]) {
    out.push('(');
    for (i, f) in fields.iter().enumerate() {
        if i > 0 {
            out.push_str(", ");
        }
        write_field(out, f);
    }
    out.push(')');
}

/// `a, b T`, or only `T`.
fn write_field(out: &mut String, f: &Field) {
    for (i, name) in f.names.iter().enumerate() {
        out.push_str(if i > 0 { ", " } else { "" });
        out.push_str(name.name.as_str());
    }
    if !f.names.is_empty() {
        out.push(' ');
    }
    write_expr(out, &f.ty);
}
