//! `go` and `defer`: calls with arguments or results become literals without, which hold the evaluated operands.

use super::Builder;
use crate::gcmodel::ir::{Data, N, NO_TYPE, Node, Op};
use golift_base::{Pos, Symbol};
use golift_frontend::ast::Expr;
use golift_types::{Signature, Type};

impl<'w> Builder<'w> {
    pub(super) fn go_defer(&mut self, op: Op, call: &Expr, pos: Pos) -> N {
        let n = self.expr(call);
        let mut init = std::mem::take(&mut self.p.n_mut(n).init);
        let simple = self.p.n(n).op == Op::Call
            && self.p.n(n).list.is_empty()
            && self.p.n(n).x.is_some_and(|f| {
                let ty = self.nty(f);
                self.w.as_signature(self.w.under_id(ty)).is_some_and(|s| s.results.is_empty())
            });
        let call = if simple { n } else { self.wrap(op, n, pos, &mut init) };
        let mut node = Node::new(op, pos, NO_TYPE).x(call);
        node.init = init;
        self.add(node)
    }

    /// `tmps = operands; func() { call(tmps) }()`.
    fn wrap(&mut self, op: Op, call: N, pos: Pos, init: &mut Vec<N>) -> N {
        let sig = self.w.add_type(Type::Signature(Signature::default()));
        let mut slots: Vec<N> = Vec::new();
        self.operands(call, &mut slots);
        let mut temps = Vec::new();
        let mut values = Vec::new();
        for &slot in &slots {
            let ty = self.nty(slot);
            let at = if self.p.n(slot).op == Op::Name { pos } else { self.p.n(slot).pos };
            let v = self.temp(ty, at);
            temps.push(v);
            // The operand moves to a node of its own; its place becomes the temporary.
            let moved = self.p.n(slot).clone();
            let moved = self.add(moved);
            if let (Op::Closure, Data::Func(f)) = (self.p.n(moved).op, self.p.n(moved).data.clone()) {
                self.p.f_mut(f).closure = Some(moved);
            }
            values.push(moved);
        }
        if !temps.is_empty() {
            let mut dcls = Vec::new();
            let mut names = Vec::new();
            for &v in &temps {
                let n = self.p.name(v, pos);
                dcls.push(self.add(Node::new(Op::Dcl, pos, NO_TYPE).x(n)));
                names.push(self.p.name(v, pos));
            }
            let mut node = Node::new(Op::AssignPair, pos, NO_TYPE).list(names);
            node.rhs = values;
            node.init = dcls;
            let n = self.add(node);
            for &v in &temps {
                self.p.v_mut(v).defn = Some(n);
            }
            init.push(n);
        }
        let f = self.begin_literal(pos, sig, true);
        let kind = if op == Op::Go { "gowrap" } else { "deferwrap" };
        let name = self.p.f(f).name.as_str();
        if let Some((outer, i)) = name.rsplit_once('.') {
            self.p.f_mut(f).name = Symbol::new(&format!("{outer}.{kind}{i}"));
        }
        for (&slot, &v) in slots.iter().zip(&temps) {
            let at = self.p.n(slot).pos;
            let name = self.use_var(v, at);
            let node = self.p.n(name).clone();
            *self.p.n_mut(slot) = node;
        }
        self.p.f_mut(f).body = Some(vec![call]);
        let clo = self.end_literal(f, pos, sig);
        self.add(Node::new(Op::Call, pos, NO_TYPE).x(clo))
    }

    /// The operands of a call that must be evaluated at the statement.
    fn operands(&self, call: N, out: &mut Vec<N>) {
        let node = self.p.n(call);
        match node.op {
            Op::CallInter => {
                if let Some(x) = node.x.and_then(|d| self.p.n(d).x) {
                    self.operand(x, out);
                }
            }
            Op::Call => {
                if let Some(f) = node.x {
                    self.operand(f, out);
                }
            }
            _ => {}
        }
        for &a in &node.list {
            self.operand(a, out);
        }
    }

    fn operand(&self, n: N, out: &mut Vec<N>) {
        let node = self.p.n(n);
        match node.op {
            Op::Literal | Op::Nil | Op::FuncName | Op::MethExpr | Op::TypeExpr => {}
            Op::SliceLit | Op::ArrayLit | Op::StructLit => {
                for &x in &node.list {
                    self.operand(x, out);
                }
            }
            Op::StructKey => {
                if let Some(x) = node.x {
                    self.operand(x, out);
                }
            }
            Op::Key => {
                if let Some(y) = node.y {
                    self.operand(y, out);
                }
            }
            Op::New if node.x.is_none() => {}
            _ => out.push(n),
        }
    }
}
