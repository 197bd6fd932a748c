//! Channel operations.

use super::func::FuncLowerer;
use super::value::{SAFE, Val};
use golift_abi::Builtin;
use golift_base::Pos;
use golift_frontend::ast::Expr;
use golift_ssa::ValueId;
use golift_types::{Type, TypeId};

impl<'p> FuncLowerer<'p, '_> {
    /// The element type of a channel type.
    pub fn chan_elem(&mut self, ty: TypeId) -> TypeId {
        let Type::Chan(_, elem) = *self.w.under(ty) else {
            panic!("lower: a channel operation on another type");
        };
        self.m.subst(elem)
    }

    /// `ch <- x`.
    pub fn send(&mut self, ch: &'p Expr, x: &'p Expr, pos: Pos) {
        let ty = self.ty(ch);
        let elem = self.chan_elem(ty);
        self.hoist_all(&[ch, x]);
        let c = self.scalar(ch);
        let v = self.expr_as(x, elem);
        self.b.set_pos(pos);
        let p = self.spill(&v, elem);
        self.builtin(Builtin::rt_chansend, &[c, p], None);
    }

    /// `<-ch`, and with `comma_ok` whether a value was received.
    pub fn recv(&mut self, e: &'p Expr, ch: &'p Expr, comma_ok: bool) -> (Val, Option<ValueId>) {
        let ty = self.ty(ch);
        let elem = self.chan_elem(ty);
        let c = self.scalar(ch);
        self.b.set_pos(e.span.lo);
        let t = self.temp(elem);
        let ok = self.builtin1(Builtin::rt_chanrecv, &[c, t], None);
        (self.load(t, 0, elem, SAFE), comma_ok.then_some(ok))
    }
}
