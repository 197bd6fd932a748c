//! Functions bottom-up: strongly connected components of the static call graph, callees first.
//!
//! Literals that capture variables belong to the component of the function that they stand in. (Tarjan's algorithm.)

use super::ir::{Data, F, N, Op, Program};
use rustc_hash::FxHashMap;

/// The functions, then all literals in them.
pub fn with_literals(p: &Program, funcs: &[F]) -> Vec<F> {
    let mut out = funcs.to_vec();
    for &f in funcs {
        let mut todo: Vec<N> = p.f(f).body.iter().flatten().rev().copied().collect();
        // Literals that were dropped after inlining are compiled all the same.
        out.extend(p.f(f).own_literals.iter().copied());
        while let Some(n) = todo.pop() {
            let node = p.n(n);
            if let (Op::Closure, Data::Func(g)) = (node.op, &node.data)
                && !out.contains(g)
            {
                out.push(*g);
                todo.extend(p.f(*g).body.iter().flatten().rev());
            }
            todo.extend(node.children().into_iter().rev());
        }
    }
    out
}

struct Visitor<'a> {
    p: &'a Program,
    ids: FxHashMap<F, u32>,
    next: u32,
    stack: Vec<F>,
    out: Vec<Vec<F>>,
}

/// The components of `funcs` and what they contain, callees first; functions of other packages are not followed.
pub fn bottom_up(p: &Program, funcs: &[F]) -> Vec<Vec<F>> {
    let mut v = Visitor { p, ids: FxHashMap::default(), next: 0, stack: Vec::new(), out: Vec::new() };
    for &f in funcs {
        if !p.is_closure(f) {
            v.visit(f);
        }
    }
    v.out
}

impl Visitor<'_> {
    fn visit(&mut self, f: F) -> u32 {
        if let Some(&id) = self.ids.get(&f) {
            return id;
        }
        self.next += 1;
        let id = self.next;
        self.ids.insert(f, id);
        self.next += 1;
        let mut min = self.next;
        self.stack.push(f);
        let mut callees = Vec::new();
        for &n in self.p.f(f).body.iter().flatten() {
            self.callees(n, &mut callees);
        }
        for g in callees {
            if self.p.f(g).tagged {
                continue;
            }
            min = min.min(self.visit(g));
        }
        if (min == id || min == id + 1) && !self.p.is_closure(f) {
            let at = self.stack.iter().rposition(|&g| g == f).unwrap_or(0);
            let block = self.stack.split_off(at);
            for &g in &block {
                self.ids.insert(g, u32::MAX);
            }
            self.out.push(block);
        }
        min
    }

    fn callees(&self, n: N, out: &mut Vec<F>) {
        let node = self.p.n(n);
        match (&node.op, &node.data) {
            (Op::FuncName | Op::Closure, Data::Func(f)) => out.push(*f),
            (Op::MethExpr | Op::MethValue, Data::Method(Some(f), ..)) => out.push(*f),
            _ => {}
        }
        for c in node.children() {
            self.callees(c, out);
        }
    }
}
