//! Assignments to local variables that nothing reads are dropped, if the value has no effects.

use super::ir::{Class, Data, F, N, Node, Op, Program, V};
use golift_types::{Basic, Const};
use rustc_hash::FxHashMap;

/// One assignment: the statement, and the index of the pair in it.
type Site = (N, usize);

struct Visitor<'a> {
    p: &'a Program,
    /// Assignments that go if the variable does; `None` once it is used.
    defs: FxHashMap<V, Option<Vec<Site>>>,
    order: Vec<V>,
}

/// Drops dead assignments of a declared function and its literals; gives the literals that were assigned.
pub fn drop_dead_locals(p: &mut Program, f: F) -> Vec<F> {
    let mut dropped = Vec::new();
    let mut v = Visitor { p, defs: FxHashMap::default(), order: Vec::new() };
    for &n in p.f(f).body.iter().flatten() {
        v.node(n);
    }
    let Visitor { mut defs, order, .. } = v;
    for var in order {
        let Some(Some(sites)) = defs.remove(&var) else { continue };
        for (stmt, i) in sites {
            let pos = p.n(stmt).pos;
            let zero = p.add(Node::new(Op::Literal, pos, Basic::Int.id()).data(Data::Const(Const::Int(0))));
            let blank = p.add(Node::new(Op::Name, pos, super::ir::NO_TYPE));
            let node = p.n(stmt);
            let value = if node.op == Op::Assign { node.y } else { node.rhs.get(i).copied() };
            if let Some(Data::Func(literal)) = value.map(|v| p.n(v)).filter(|v| v.op == Op::Closure).map(|v| v.data.clone()) {
                dropped.push(literal);
            }
            let node = p.n_mut(stmt);
            if node.op == Op::Assign {
                node.x = Some(blank);
                node.y = Some(zero);
            } else {
                node.list[i] = blank;
                node.rhs[i] = zero;
            }
            p.v_mut(var).defn = None;
        }
    }
    dropped
}

impl Visitor<'_> {
    fn node(&mut self, n: N) {
        let node = self.p.n(n);
        match node.op {
            Op::Name => {
                if let Some(v) = self.p.var_of(n) {
                    self.used(v);
                }
            }
            Op::Dcl => {}
            Op::Assign => {
                self.nodes(&node.init);
                if let (Some(x), Some(y)) = (node.x, node.y) {
                    self.assign((n, 0), x, y);
                } else if let Some(x) = node.x
                    && self.p.var_of(x).is_none()
                {
                    self.node(x);
                }
            }
            Op::AssignPair => {
                self.nodes(&node.init);
                for (i, (&l, &r)) in node.list.iter().zip(&node.rhs).enumerate() {
                    self.assign((n, i), l, r);
                }
            }
            Op::Closure => {
                if let Data::Func(f) = node.data {
                    for &(v, _) in &self.p.f(f).captures {
                        self.used(v);
                    }
                    let body = self.p.f(f).body.clone().unwrap_or_default();
                    self.nodes(&body);
                }
            }
            _ => {
                let children = node.children();
                self.nodes(&children);
            }
        }
    }

    fn nodes(&mut self, list: &[N]) {
        for &n in list {
            self.node(n);
        }
    }

    fn used(&mut self, v: V) {
        if let Some(Some(sites)) = self.defs.insert(v, None) {
            for (stmt, i) in sites {
                let node = self.p.n(stmt);
                let value = if node.op == Op::Assign { node.y } else { node.rhs.get(i).copied() };
                if let Some(y) = value {
                    self.node(y);
                }
            }
        }
    }

    fn assign(&mut self, site: Site, lhs: N, rhs: N) {
        let local = self.p.var_of(lhs).filter(|&v| self.p.v(v).class == Class::Auto);
        match local {
            Some(v) if !self.has_effects(rhs) => {
                let entry = self.defs.entry(v).or_insert_with(|| {
                    self.order.push(v);
                    Some(Vec::new())
                });
                if let Some(sites) = entry {
                    sites.push(site);
                    return;
                }
            }
            Some(_) => {}
            None if self.p.is_blank(lhs) => {}
            None => self.node(lhs),
        }
        self.node(rhs);
    }

    fn has_effects(&self, n: N) -> bool {
        let node = self.p.n(n);
        !node.init.is_empty() || !matches!(node.op, Op::Name | Op::Literal | Op::Nil | Op::Closure)
    }
}
