//! Assignments that store nothing new: `b.buf = b.buf[n:m]`, `v.x = v.y`.

use super::Batch;
use crate::gcmodel::ir::{Data, N, Op};
use golift_frontend::ast::BinaryOp;

impl Batch<'_, '_> {
    pub(super) fn is_self_assign(&self, dst: N, src: N) -> bool {
        if self.is_slice_self_assign(dst, src) {
            return true;
        }
        let (d, s) = (self.p.n(dst), self.p.n(src));
        if d.op != s.op {
            return false;
        }
        match d.op {
            Op::Dot | Op::DotPtr => self.same(d.x, s.x),
            Op::Index => !self.may_affect_memory(d.y) && !self.may_affect_memory(s.y) && self.same(d.x, s.x),
            _ => false,
        }
    }

    fn is_slice_self_assign(&self, dst: N, src: N) -> bool {
        let (d, s) = (self.p.n(dst), self.p.n(src));
        if !matches!(d.op, Op::Deref | Op::DotPtr) || s.op != Op::Slice {
            return false;
        }
        let Some(dst_var) = d.x.and_then(|x| self.p.var_of(x)) else { return false };
        let Some(base) = s.x else { return false };
        let base = self.p.n(base);
        // A slice of an array in the object is a new pointer to the object.
        if matches!(s.data, Data::Slice(_, true)) && base.op == Op::Addr {
            return false;
        }
        if !matches!(base.op, Op::Deref | Op::DotPtr) {
            return false;
        }
        base.x.and_then(|x| self.p.var_of(x)) == Some(dst_var)
    }

    /// Whether two expressions are the same and safe to evaluate twice.
    fn same(&self, a: Option<N>, b: Option<N>) -> bool {
        let (Some(a), Some(b)) = (a, b) else { return false };
        let (x, y) = (self.p.n(a), self.p.n(b));
        if x.op != y.op || !self.w.identical(x.ty, y.ty) {
            return false;
        }
        match (x.op, &x.data, &y.data) {
            (Op::Name, ..) => self.p.var_of(a).is_some() && self.p.var_of(a) == self.p.var_of(b),
            (Op::Dot | Op::DotPtr, Data::Field(f, i), Data::Field(g, j)) => f == g && i == j && self.same(x.x, y.x),
            (Op::Deref | Op::Conv, ..) => self.same(x.x, y.x),
            (Op::Unary, Data::Un(o), Data::Un(q)) => o == q && self.same(x.x, y.x),
            (Op::Index | Op::IndexMap, ..) => self.same(x.x, y.x) && self.same(x.y, y.y),
            (Op::Binary, Data::Bin(o), Data::Bin(q)) => o == q && self.same(x.x, y.x) && self.same(x.y, y.y),
            (Op::Literal, Data::Const(c), Data::Const(d)) => c == d,
            _ => false,
        }
    }

    fn may_affect_memory(&self, n: Option<N>) -> bool {
        let Some(n) = n else { return false };
        let node = self.p.n(n);
        match (node.op, &node.data) {
            (Op::Name | Op::Literal | Op::Nil, _) => false,
            (Op::Binary, Data::Bin(BinaryOp::Div | BinaryOp::Rem)) => true,
            (Op::Binary | Op::Logic | Op::Index, _) => self.may_affect_memory(node.x) || self.may_affect_memory(node.y),
            (Op::Dot | Op::Unary | Op::Conv, _) => self.may_affect_memory(node.x),
            (Op::BuiltinCall, _) => node.list.iter().any(|&a| self.may_affect_memory(Some(a))),
            _ => true,
        }
    }
}
