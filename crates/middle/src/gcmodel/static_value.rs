//! Values known without running the program: what a local variable that is assigned once holds, which function a call
//! reaches.

use super::ir::{Class, Data, F, N, Node, Op, Program, V};
use golift_types::{Builtin, Const, Type, World};
use rustc_hash::FxHashSet;

/// The variables of a function and its literals that are assigned again or have their address taken.
#[derive(Debug, Default)]
pub struct Reassigned {
    vars: FxHashSet<V>,
}

impl Reassigned {
    /// Looks through the outermost function that contains `f`.
    pub fn of(p: &Program, f: F) -> Reassigned {
        let mut r = Reassigned::default();
        let mut funcs = vec![p.top_level(f)];
        while let Some(f) = funcs.pop() {
            let mut todo: Vec<N> = p.f(f).body.iter().flatten().copied().collect();
            while let Some(n) = todo.pop() {
                let node = p.n(n);
                r.visit(p, n, node);
                if let (Op::Closure, Data::Func(inner)) = (node.op, &node.data) {
                    funcs.push(*inner);
                }
                todo.extend(node.children());
            }
        }
        r
    }

    fn assigned(&mut self, p: &Program, to: N, by: N) {
        if let Some(v) = p.var_of(to)
            && p.v(v).defn != Some(by)
        {
            self.vars.insert(v);
        }
    }

    fn visit(&mut self, p: &Program, n: N, node: &Node) {
        match node.op {
            Op::Assign | Op::AssignOp => {
                let declaration = node.op == Op::Assign && node.y.is_none() && node.flag;
                if let (Some(x), false) = (node.x, declaration) {
                    self.assigned(p, x, n);
                }
            }
            Op::AssignPair | Op::AssignFunc | Op::AssignMapIndex | Op::AssignRecv | Op::AssignDotType => {
                for &x in &node.list {
                    self.assigned(p, x, n);
                }
            }
            Op::Range => {
                for x in [node.y, node.z].into_iter().flatten() {
                    self.assigned(p, x, n);
                }
            }
            Op::Addr => {
                if let Some(v) = node.x.and_then(|x| outer_var(p, x)) {
                    self.vars.insert(v);
                }
            }
            _ => {}
        }
    }

    /// Whether the variable may hold anything but its definition's value.
    pub fn contains(&self, v: V) -> bool {
        self.vars.contains(&v)
    }
}

/// The variable that a place lies in.
pub fn outer_var(p: &Program, mut n: N) -> Option<V> {
    loop {
        let node = p.n(n);
        match node.op {
            Op::Name => return p.var_of(n),
            Op::Dot => n = node.x?,
            // Only arrays are indexed in place; slices and strings hold pointers.
            Op::Index => n = node.x?,
            _ => return None,
        }
    }
}

/// Whether a conversion changes nothing but the type.
pub fn is_no_op(w: &World, p: &Program, node: &Node) -> bool {
    let Some(x) = node.x else { return false };
    let (from, to) = (p.n(x).ty, node.ty);
    node.op == Op::Conv && (w.identical(w.under_id(from), w.under_id(to)) || !w.is_numeric(to) && !w.is_string(to))
}

/// The expression whose value `n` has, as far as that is known.
pub fn static_value(w: &World, p: &Program, r: &Reassigned, mut n: N) -> N {
    loop {
        let node = p.n(n);
        match node.op {
            Op::Conv if is_no_op(w, p, node) => match node.x {
                Some(x) => n = x,
                None => return n,
            },
            Op::InlCall if node.list.len() == 1 => n = node.list[0],
            Op::Name => match definition(p, r, n) {
                Some(m) => n = m,
                None => return n,
            },
            _ => return n,
        }
    }
}

fn definition(p: &Program, r: &Reassigned, n: N) -> Option<N> {
    let v = p.var_of(n)?;
    let var = p.v(v);
    if var.class != Class::Auto || r.contains(v) {
        return None;
    }
    let defn = p.n(var.defn?);
    match defn.op {
        Op::Assign => defn.y,
        Op::AssignPair => defn.list.iter().zip(&defn.rhs).find(|(l, _)| p.var_of(**l) == Some(v)).map(|(_, &r)| r),
        _ => None,
    }
}

/// The integer that an expression is known to be.
pub fn static_int(w: &World, p: &Program, r: &Reassigned, n: N) -> Option<i64> {
    let m = static_value(w, p, r, n);
    let node = p.n(m);
    match (&node.op, &node.data) {
        (Op::Literal, Data::Const(c)) => c.as_i64(),
        (Op::BuiltinCall, Data::Builtin(Builtin::Len | Builtin::Cap)) => {
            let arg = static_value(w, p, r, node.list[0]);
            let arg = p.n(arg);
            match (&arg.op, &arg.data) {
                (Op::SliceLit, Data::Const(Const::Int(n))) => Some(*n),
                _ => None,
            }
        }
        _ => None,
    }
}

/// The function that a callee expression names.
pub fn static_callee(w: &World, p: &Program, r: &Reassigned, fun: N) -> Option<F> {
    let n = static_value(w, p, r, fun);
    callee_of(p, n)
}

/// The function that a node is.
pub fn callee_of(p: &Program, n: N) -> Option<F> {
    match (&p.n(n).op, &p.n(n).data) {
        (Op::FuncName | Op::Closure, Data::Func(f)) => Some(*f),
        (Op::MethExpr, Data::Method(f, ..)) => *f,
        _ => None,
    }
}

/// All expressions assigned to a variable; `None` if not all are known.
pub fn assigned_values(p: &Program, f: F, v: V) -> Option<Vec<N>> {
    let mut out = Vec::new();
    let mut funcs = vec![p.top_level(f)];
    while let Some(f) = funcs.pop() {
        let mut todo: Vec<N> = p.f(f).body.iter().flatten().copied().collect();
        while let Some(n) = todo.pop() {
            let node = p.n(n);
            let is = |x: N| p.var_of(x) == Some(v);
            match node.op {
                Op::Assign if node.x.is_some_and(is) => out.extend(node.y),
                Op::AssignPair => {
                    for (&l, &r) in node.list.iter().zip(&node.rhs) {
                        if is(l) {
                            out.push(r);
                        }
                    }
                }
                Op::AssignDotType if node.list.first().is_some_and(|&l| is(l)) => out.push(node.rhs[0]),
                Op::AssignFunc | Op::AssignMapIndex | Op::AssignRecv if node.list.iter().any(|&l| is(l)) => return None,
                Op::AssignOp if node.x.is_some_and(is) => return None,
                Op::Range if [node.y, node.z].into_iter().flatten().any(is) => return None,
                Op::Addr if node.x.and_then(|x| outer_var(p, x)) == Some(v) => return None,
                Op::Case if matches!(node.data, Data::Var(c) if c == v) => return None,
                Op::Closure => {
                    if let Data::Func(inner) = node.data {
                        funcs.push(inner);
                    }
                }
                _ => {}
            }
            todo.extend(node.children());
        }
    }
    Some(out)
}

/// The functions that a callee expression may be: those that are assigned to a local variable.
pub fn possible_callees(p: &Program, f: F, fun: N) -> Vec<F> {
    let Some(v) = p.var_of(fun).filter(|&v| p.v(v).class == Class::Auto) else { return Vec::new() };
    let Some(values) = assigned_values(p, f, v) else { return Vec::new() };
    let mut out = Vec::new();
    for value in values.into_iter().filter(|&n| p.n(n).op != Op::Nil) {
        match callee_of(p, value) {
            Some(callee) => out.push(callee),
            None => return Vec::new(),
        }
    }
    out.sort();
    out.dedup();
    out
}

/// Whether interfaces hold values of the type themselves rather than a pointer to a copy.
pub fn is_direct(w: &World, ty: golift_types::TypeId) -> bool {
    match w.under(ty) {
        Type::Pointer(_) | Type::Map(..) | Type::Chan(..) | Type::Signature(_) => true,
        Type::Basic(golift_types::Basic::UnsafePointer) => true,
        Type::Array(elem, 1) => is_direct(w, *elem),
        Type::Struct(fields) => fields.len() == 1 && is_direct(w, fields[0].ty),
        _ => false,
    }
}
