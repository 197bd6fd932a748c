//! Assignments and definitions.

use super::Builder;
use crate::gcmodel::ir::{Class, Data, N, NO_TYPE, Node, Op, V};
use crate::lower::func::expr_pos;
use golift_frontend::unparen;
use golift_base::Pos;
use golift_frontend::ast::{BinaryOp, Expr, ExprKind, ValueSpec};
use golift_types::{Basic, Mode, ObjId, TypeId};

impl<'w> Builder<'w> {
    /// `lhs = rhs` with as many values as variables, one call, or one two-value form.
    pub(super) fn assign_values(&mut self, lhs: Vec<N>, rhs: &[Expr], define: bool, pos: Pos) -> N {
        let tys: Vec<TypeId> = lhs.iter().map(|&n| if self.p.is_blank(n) { NO_TYPE } else { self.nty(n) }).collect();
        if lhs.len() == 1 && rhs.len() == 1 {
            let y = self.expr_as(&rhs[0], tys[0]);
            let mut node = Node::new(Op::Assign, pos, NO_TYPE).x(lhs[0]).y(y);
            node.flag = define;
            return self.add(node);
        }
        if lhs.len() == rhs.len() {
            let list: Vec<N> = rhs.iter().zip(&tys).map(|(e, &t)| self.expr_as(e, t)).collect();
            return self.pair(lhs, list, define, pos);
        }
        let e = unparen(&rhs[0]);
        let op = match (self.tv(e).map(|t| t.mode), &e.kind) {
            (Some(Mode::CommaOk), ExprKind::Index { .. }) => Op::AssignMapIndex,
            (Some(Mode::CommaOk), ExprKind::TypeAssert { .. }) => Op::AssignDotType,
            (Some(Mode::CommaOk), _) => Op::AssignRecv,
            _ => Op::AssignFunc,
        };
        let value = self.expr(e);
        let from: Vec<TypeId> = match self.tuple(e) {
            Some(ts) => ts,
            None => vec![self.nty(value), Basic::Bool.id()],
        };
        // The values go through temporaries, where they may be converted.
        let mut init = Vec::new();
        let temps: Vec<N> = from.iter().map(|&t| self.temp_name(t, pos, &mut init)).collect();
        let mut node = Node::new(op, pos, NO_TYPE).list(temps.clone());
        node.rhs = vec![value];
        node.flag = true;
        node.init = init;
        let first = self.add(node);
        let mut list = Vec::new();
        for (t, &to) in temps.into_iter().zip(&tys) {
            if let Some(v) = self.p.var_of(t) {
                self.p.v_mut(v).defn = Some(first);
                let n = self.p.name(v, pos);
                list.push(self.implicit(n, to, pos));
            }
        }
        if let Some(one) = list.first_mut() {
            let ty = self.nty(*one);
            let mut node = Node::new(Op::Conv, pos, ty).x(*one);
            node.init = vec![first];
            *one = self.add(node);
        }
        self.pair(lhs, list, define, pos)
    }

    fn temp_name(&mut self, ty: TypeId, pos: Pos, init: &mut Vec<N>) -> N {
        let v = self.temp(ty, pos);
        let n = self.p.name(v, pos);
        init.push(self.p.add(Node::new(Op::Dcl, pos, NO_TYPE).x(n)));
        self.p.name(v, pos)
    }

    /// Declares a variable and gives it its value.
    pub(super) fn define(&mut self, v: V, value: N, pos: Pos) -> N {
        let (declared, target) = (self.p.name(v, pos), self.p.name(v, pos));
        let dcl = self.add(Node::new(Op::Dcl, pos, NO_TYPE).x(declared));
        let mut assign = Node::new(Op::Assign, pos, NO_TYPE).x(target).y(value);
        assign.flag = true;
        assign.init = vec![dcl];
        let assign = self.add(assign);
        self.p.v_mut(v).defn = Some(assign);
        assign
    }

    fn pair(&mut self, lhs: Vec<N>, rhs: Vec<N>, define: bool, pos: Pos) -> N {
        let mut node = Node::new(Op::AssignPair, pos, NO_TYPE).list(lhs);
        node.rhs = rhs;
        node.flag = define;
        self.add(node)
    }

    /// The left side of an assignment.
    fn target(&mut self, e: &Expr) -> N {
        self.expr(e)
    }

    pub(super) fn assign_stmt(&mut self, lhs: &[Expr], op: Option<BinaryOp>, rhs: &[Expr], pos: Pos) -> N {
        if let Some(op) = op {
            let x = self.target(&lhs[0]);
            let y = self.expr(&rhs[0]);
            return self.add(Node::new(Op::AssignOp, pos, NO_TYPE).x(x).y(y).data(Data::Bin(op)));
        }
        let left: Vec<N> = lhs.iter().map(|e| self.target(e)).collect();
        self.assign_values(left, rhs, false, pos)
    }

    pub(super) fn define_stmt(&mut self, lhs: &[Expr], rhs: &[Expr], pos: Pos) -> N {
        // The right side does not see the new variables, which are numbered first.
        let mut dcls = Vec::new();
        let mut fresh = Vec::new();
        let mut left = Vec::new();
        for e in lhs {
            let at = expr_pos(e);
            match self.def(e.id) {
                Some(obj) if !self.w.obj(obj).name.is_blank() => {
                    let v = self.declare_local(obj, at, &mut dcls);
                    fresh.push((obj, v));
                    left.push(self.p.name(v, at));
                }
                Some(_) => left.push(self.blank(at)),
                None => left.push(self.target(e)),
            }
        }
        let n = self.assign_values(left, rhs, true, pos);
        self.define_locals(n, fresh, dcls);
        n
    }

    /// `var a, b T = x, y` in a function.
    pub(super) fn var_spec(&mut self, spec: &ValueSpec, out: &mut Vec<N>) {
        let pos = spec.span.lo;
        let objs: Vec<_> = spec.names.iter().map(|n| (n, self.def(n.id))).collect();
        let mut left = Vec::new();
        let mut dcls = Vec::new();
        let mut fresh = Vec::new();
        for (name, obj) in objs {
            match obj {
                Some(obj) if !name.name.is_blank() => {
                    let v = self.declare_local(obj, name.span.lo, &mut dcls);
                    fresh.push((obj, v));
                    left.push(self.p.name(v, name.span.lo));
                }
                _ => left.push(self.blank(name.span.lo)),
            }
        }
        if spec.values.is_empty() {
            for (i, (obj, v)) in fresh.into_iter().enumerate() {
                self.env.insert(obj, v);
                let at = self.p.v(v).pos;
                let x = self.p.name(v, at);
                let mut node = Node::new(Op::Assign, pos, NO_TYPE).x(x);
                node.flag = true;
                node.init = vec![dcls[i]];
                out.push(self.add(node));
            }
            return;
        }
        let n = self.assign_values(left, &spec.values, true, pos);
        self.define_locals(n, fresh, dcls);
        out.push(n);
    }

    /// A new local variable for an object; its declaration at `at` joins `dcls`.
    fn declare_local(&mut self, obj: ObjId, at: Pos, dcls: &mut Vec<N>) -> V {
        let o = self.w.obj(obj);
        self.note_type(o.ty);
        let ty = self.sub(o.ty);
        let v = self.new_local(o.name, Class::Auto, ty, o.pos);
        let name = self.p.name(v, at);
        dcls.push(self.add(Node::new(Op::Dcl, at, NO_TYPE).x(name)));
        v
    }

    /// The variables that assignment `n` defines are known from here on; their declarations go before it.
    fn define_locals(&mut self, n: N, fresh: Vec<(ObjId, V)>, mut dcls: Vec<N>) {
        for (obj, v) in fresh {
            self.env.insert(obj, v);
            self.p.v_mut(v).defn = Some(n);
        }
        let node = self.p.n_mut(n);
        dcls.append(&mut node.init);
        node.init = dcls;
    }
}
