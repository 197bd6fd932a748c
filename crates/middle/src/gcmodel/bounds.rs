//! Index expressions whose bounds need no check whatever the index holds, which `-m` reports too.

use super::ir::{Data, F, N, Op, Program};
use super::escape::Messages;
use golift_frontend::ast::BinaryOp;
use golift_types::{Const, Type, World};

/// Reports index expressions in functions, those with the most statements first.
pub fn report(w: &World, p: &Program, funcs: &[F], out: &mut Messages<'_>) {
    let mut order: Vec<F> = funcs.to_vec();
    order.sort_by_key(|&f| std::cmp::Reverse(p.f(f).body.as_ref().map_or(0, Vec::len)));
    for f in order {
        for &n in p.f(f).body.iter().flatten() {
            visit(w, p, n, out);
        }
    }
}

fn visit(w: &World, p: &Program, n: N, out: &mut Messages<'_>) {
    let node = p.n(n);
    for c in node.children() {
        visit(w, p, c, out);
    }
    let (Op::Index, Some(x), Some(i)) = (node.op, node.x, node.y) else { return };
    let len = match (w.under(p.n(x).ty), &p.n(x).data) {
        (Type::Array(_, n), _) => *n as i64,
        (_, Data::Const(Const::String(s))) => s.len() as i64,
        _ => return,
    };
    if p.n(i).op != Op::Literal && bounded(w, p, i, len) {
        out.say(node.pos, "index bounds check elided");
    }
}

fn constant(p: &Program, n: Option<N>) -> Option<i64> {
    match &p.n(n?).data {
        Data::Const(c) => c.as_i64(),
        _ => None,
    }
}

/// Whether `0 <= n < max` whatever the operands are.
fn bounded(w: &World, p: &Program, n: N, max: i64) -> bool {
    let node = p.n(n);
    if !w.is_integer(node.ty) {
        return false;
    }
    let signed = !w.is_unsigned(node.ty);
    let mut bits = 8 * w.size_of(node.ty) as i64;
    if let (Op::Binary, Data::Bin(op)) = (node.op, &node.data) {
        match op {
            BinaryOp::And | BinaryOp::AndNot => {
                let mask = match (constant(p, node.x), constant(p, node.y)) {
                    (Some(v), _) => v,
                    (_, Some(v)) if *op == BinaryOp::AndNot => {
                        let v = !v;
                        if signed || bits > 62 { v } else { v & ((1 << bits) - 1) }
                    }
                    (_, Some(v)) => v,
                    _ => -1,
                };
                if (0..max).contains(&mask) {
                    return true;
                }
            }
            BinaryOp::Rem if !signed => {
                if constant(p, node.y).is_some_and(|v| 0 <= v && v <= max) {
                    return true;
                }
            }
            BinaryOp::Div if !signed => {
                let mut v = constant(p, node.y).unwrap_or(0);
                while bits > 0 && v >= 2 {
                    bits -= 1;
                    v >>= 1;
                }
            }
            BinaryOp::Shr if !signed => {
                if let Some(v) = constant(p, node.y) {
                    if v > bits {
                        return true;
                    }
                    bits -= v;
                }
            }
            _ => {}
        }
    }
    !signed && bits <= 62 && 1i64 << bits <= max
}
