//! Package-level variables whose initial values are data need no code: their initialisers are dropped.
//!
//! Input: the initialiser function after inlining. Output: the same with what must run at start only: calls, maps,
//! dynamic elements of literals.

use super::ir::{Class, Data, F, N, NO_TYPE, Node, Op, Program, V};
use golift_types::World;

/// Drops what is known statically from an initialiser.
pub fn drop_static(w: &World, p: &mut Program, init: F) {
    let Some(body) = p.f(init).body.clone() else { return };
    let mut out = Vec::new();
    for stmt in body {
        let node = p.n(stmt).clone();
        let (Op::Assign, Some(x), Some(y)) = (node.op, node.x, node.y) else {
            out.push(stmt);
            continue;
        };
        if p.is_blank(x) {
            out.push(stmt);
            continue;
        }
        let mut leaves = Vec::new();
        dynamic_leaves(w, p, y, &mut leaves);
        for leaf in leaves {
            if leaf == y {
                out.push(stmt);
            } else {
                let pos = p.n(leaf).pos;
                out.push(p.add(Node::new(Op::Assign, pos, NO_TYPE).x(x).y(leaf)));
            }
        }
    }
    p.f_mut(init).body = Some(out);
}

fn dynamic_leaves(w: &World, p: &Program, n: N, out: &mut Vec<N>) {
    let node = p.n(n);
    match node.op {
        Op::SliceLit | Op::ArrayLit | Op::StructLit => {
            for &el in &node.list {
                let value = match p.n(el).op {
                    Op::Key => p.n(el).y,
                    Op::StructKey => p.n(el).x,
                    _ => Some(el),
                };
                if let Some(v) = value {
                    dynamic_leaves(w, p, v, out);
                }
            }
        }
        Op::PtrLit => {
            if let Some(x) = node.x {
                dynamic_leaves(w, p, x, out);
            }
        }
        _ if is_static(w, p, n, &[]) => {}
        _ => out.push(n),
    }
}

/// Whether a value is known before the program starts; `known` are variables with static values.
fn is_static(w: &World, p: &Program, n: N, known: &[V]) -> bool {
    let node = p.n(n);
    let operand = || node.x.is_some_and(|x| is_static(w, p, x, known));
    match (&node.op, &node.data) {
        (Op::Literal | Op::Nil | Op::FuncName | Op::MethExpr, _) => true,
        (Op::Name, Data::Var(v)) => known.contains(v),
        (Op::Closure, Data::Func(f)) => p.f(*f).captures.is_empty(),
        (Op::Addr, _) => node.x.and_then(|x| p.var_of(x)).is_some_and(|v| p.v(v).class == Class::Global),
        (Op::ConvIface, _) => node.x.is_some_and(|x| !w.is_interface(p.n(x).ty)) && operand(),
        (Op::Conv | Op::PtrLit, _) => operand(),
        (Op::StrToBytes, _) => node.x.is_some_and(|x| p.n(x).op == Op::Literal),
        (Op::SliceLit | Op::ArrayLit | Op::StructLit, _) => node.list.iter().all(|&el| {
            let value = match p.n(el).op {
                Op::Key => p.n(el).y,
                Op::StructKey => p.n(el).x,
                _ => Some(el),
            };
            value.is_none_or(|v| is_static(w, p, v, known))
        }),
        (Op::InlCall, _) => is_static_call(w, p, node),
        _ => false,
    }
}

/// An inlined call whose arguments and only result are static.
fn is_static_call(w: &World, p: &Program, call: &Node) -> bool {
    let mut known: Vec<V> = Vec::new();
    let mut todo: Vec<N> = call.body.iter().rev().copied().collect();
    while let Some(n) = todo.pop() {
        let node = p.n(n);
        match node.op {
            Op::Label | Op::Goto => {}
            Op::Block => todo.extend(node.body.iter().rev()),
            Op::AssignPair => {
                for (&l, &r) in node.list.iter().zip(&node.rhs) {
                    if !is_static(w, p, r, &known) {
                        return false;
                    }
                    known.extend(p.var_of(l));
                }
            }
            Op::Dcl => {}
            _ => return false,
        }
    }
    call.list.len() == 1 && p.var_of(call.list[0]).is_some_and(|v| known.contains(&v))
}
