//! Loop variables that an iteration's code may keep are a new variable in each iteration.
//!
//! `for k := range x { … }` becomes `for t := range x { k := t; … }` when a literal uses k or its address is taken; a
//! three-clause loop copies the variable in and out of the body likewise.

use super::ir::{Class, Data, F, N, NO_TYPE, Node, Op, Program, V, Var};
use super::static_value::outer_var;
use golift_base::Symbol;
use rustc_hash::FxHashSet;

/// Rewrites the loops of a declared function and its literals.
pub fn separate_loop_variables(p: &mut Program, f: F) {
    let mut kept = FxHashSet::default();
    let mut loops = Vec::new();
    let mut funcs = vec![f];
    while let Some(f) = funcs.pop() {
        let mut todo: Vec<N> = p.f(f).body.iter().flatten().copied().collect();
        while let Some(n) = todo.pop() {
            let node = p.n(n);
            match (node.op, &node.data) {
                (Op::Addr, _) => kept.extend(node.x.and_then(|x| outer_var(p, x))),
                (Op::Closure, Data::Func(inner)) => {
                    kept.extend(p.f(*inner).captures.iter().map(|&(v, _)| v));
                    funcs.push(*inner);
                }
                (Op::Range, _) if node.flag => loops.push((f, n)),
                (Op::For, _) => loops.push((f, n)),
                _ => {}
            }
            todo.extend(node.children());
        }
    }
    for (f, n) in loops {
        match p.n(n).op {
            Op::Range => separate_range(p, f, n, &kept),
            _ => separate_for(p, f, n, &kept),
        }
    }
}

fn temp(p: &mut Program, f: F, like: V) -> V {
    let var = p.v(like);
    let name = Symbol::new(&format!(".autotmp_{}", p.f(f).dcls.len()));
    let var = Var { name, class: Class::Auto, ty: var.ty, func: f, pos: var.pos, defn: None, pristine_defn: None, pkg: var.pkg, written: var.written, inlined: var.inlined };
    let v = p.add_var(var);
    p.f_mut(f).dcls.push(v);
    v
}

fn separate_range(p: &mut Program, f: F, n: N, kept: &FxHashSet<V>) {
    for second in [true, false] {
        let node = p.n(n);
        let Some(name) = (if second { node.z } else { node.y }) else { continue };
        let Some(v) = p.var_of(name).filter(|v| kept.contains(v)) else { continue };
        let pos = node.pos;
        let t = temp(p, f, v);
        let (outer, inner, target) = (p.name(t, pos), p.name(t, pos), p.name(v, pos));
        let dcl_name = p.name(v, pos);
        let dcl = p.add(Node::new(Op::Dcl, pos, NO_TYPE).x(dcl_name));
        let mut assign = Node::new(Op::Assign, pos, NO_TYPE).x(target).y(inner);
        assign.flag = true;
        assign.init = vec![dcl];
        let assign = p.add(assign);
        p.v_mut(v).defn = Some(assign);
        p.v_mut(t).defn = Some(n);
        let node = p.n_mut(n);
        if second { node.z = Some(outer) } else { node.y = Some(outer) }
        node.body.insert(0, assign);
    }
}

fn separate_for(p: &mut Program, f: F, n: N, kept: &FxHashSet<V>) {
    let mut vars = Vec::new();
    for &s in &p.n(n).init {
        let node = p.n(s);
        if node.flag && matches!(node.op, Op::Assign | Op::AssignPair | Op::AssignFunc | Op::AssignMapIndex | Op::AssignRecv | Op::AssignDotType) {
            let names: Vec<N> = if node.op == Op::Assign { node.x.into_iter().collect() } else { node.list.clone() };
            vars.extend(names.into_iter().filter_map(|l| p.var_of(l)).filter(|v| kept.contains(v) && p.v(*v).class == Class::Auto));
        }
    }
    for v in vars {
        let t = temp(p, f, v);
        // The initial statement sets the temporary.
        for s in p.n(n).init.clone() {
            rename(p, s, v, t);
            p.v_mut(t).defn = Some(s);
        }
        let pos = p.n(n).pos;
        let (from, target, dcl_name) = (p.name(t, pos), p.name(v, pos), p.name(v, pos));
        let dcl = p.add(Node::new(Op::Dcl, pos, NO_TYPE).x(dcl_name));
        let mut copy_in = Node::new(Op::Assign, pos, NO_TYPE).x(target).y(from);
        copy_in.flag = true;
        copy_in.init = vec![dcl];
        let copy_in = p.add(copy_in);
        p.v_mut(v).defn = Some(copy_in);
        let (to, value) = (p.name(t, pos), p.name(v, pos));
        let copy_out = p.add(Node::new(Op::Assign, pos, NO_TYPE).x(to).y(value));
        let node = p.n_mut(n);
        node.body.insert(0, copy_in);
        node.body.push(copy_out);
    }
    // Condition and step now run inside of the body.
    if let Some(Op::Assign) = p.n(n).body.first().map(|&b| p.n(b).op)
        && p.n(n).body.first().is_some_and(|&b| p.n(b).pos == p.n(n).pos)
    {
        let node = p.n_mut(n);
        let at = 1;
        if let Some(post) = node.y.take() {
            node.body.insert(at, post);
        }
        if let Some(cond) = node.x.take() {
            let pos = node.pos;
            let mut check = Node::new(Op::If, pos, NO_TYPE).x(cond);
            check.implicit = true;
            let check = p.add(check);
            let at = p.n(n).body.len().min(at + 1);
            p.n_mut(n).body.insert(at, check);
        }
    }
}

/// Replaces a variable where a definition declares and sets it.
fn rename(p: &mut Program, s: N, from: V, to: V) {
    let node = p.n(s).clone();
    let names = node.x.into_iter().chain(node.list.iter().copied());
    for l in names {
        if p.var_of(l) == Some(from) {
            p.n_mut(l).data = Data::Var(to);
        }
    }
    for d in node.init {
        if let Some(x) = p.n(d).x.filter(|_| p.n(d).op == Op::Dcl)
            && p.var_of(x) == Some(from)
        {
            p.n_mut(x).data = Data::Var(to);
        }
    }
}
