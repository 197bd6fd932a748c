//! Slice expressions. (Spec, Slice expressions.)
//!
//! The new pointer never leaves the object: it advances only if the new capacity is not 0.

use super::func::{FuncLowerer, expr_pos};
use super::place::{Place, Spot};
use super::value::Val;
use golift_abi::BoundsKind;
use golift_frontend::ast::{Expr, ExprKind};
use golift_ssa::{BinOp, Op, Ty, UnOp, ValueId};
use golift_types::Type;

impl<'p> FuncLowerer<'p, '_> {
    /// `x[lo:hi:max]`.
    pub fn slice_expr(&mut self, e: &'p Expr) -> Val {
        let ExprKind::Slice { x, lo, hi, max, .. } = &e.kind else {
            panic!("lower: slice expression of another sort");
        };
        let mut operands: Vec<&'p Expr> = vec![x];
        operands.extend([lo, hi, max].into_iter().flatten().map(|b| &**b));
        self.hoist_all(&operands);
        let xt = self.ty(x);
        let is_string = !self.w.is_interface(xt) && self.w.is_string(xt);
        let (ptr, len, cap, size, is_slice) = match *self.w.under(xt) {
            Type::Slice(elem) => {
                let s = self.expr(x);
                (s.at(0), s.at(1), s.at(2), self.size_of(elem), true)
            }
            Type::Pointer(arr) => {
                let p = self.scalar(x);
                self.b.set_pos(expr_pos(e));
                self.check_nil(p);
                self.array_parts(p, arr)
            }
            Type::Array(..) => {
                let place = match self.spot(x) {
                    Spot::Place(p) => p,
                    Spot::Val(v) => Place::Mem { addr: self.spill(&v, xt), off: 0, nil: false },
                };
                self.b.set_pos(expr_pos(e));
                let p = self.place_addr(place);
                self.array_parts(p, xt)
            }
            _ => {
                let s = self.expr(x);
                (s.at(0), s.at(1), s.at(1), 1, false)
            }
        };
        let bound = |this: &mut Self, b: &'p Option<Box<Expr>>| b.as_ref().map(|b| this.index_value(b));
        let lo = bound(self, lo);
        let hi = bound(self, hi);
        let max = bound(self, max);
        self.b.set_pos(expr_pos(e));
        let (j, j_signed) = hi.unwrap_or((len, true));
        let (i, i_signed) = match lo {
            Some(l) => l,
            None => (self.int(0), true),
        };
        let new_cap_end = match max {
            Some((k, k_signed)) => {
                let kind = if is_slice { BoundsKind::Slice3Acap } else { BoundsKind::Slice3Alen };
                self.bounds(k, cap, kind, k_signed);
                self.bounds(j, k, BoundsKind::Slice3B, j_signed);
                if self.b.as_iconst(i) != Some(0) {
                    self.bounds(i, j, BoundsKind::Slice3C, i_signed);
                }
                k
            }
            None => {
                if hi.is_some() {
                    let kind = if is_slice { BoundsKind::SliceAcap } else { BoundsKind::SliceAlen };
                    self.bounds(j, cap, kind, j_signed);
                }
                if self.b.as_iconst(i) != Some(0) {
                    self.bounds(i, j, BoundsKind::SliceB, i_signed);
                }
                cap
            }
        };
        let new_len = self.sub(j, i);
        if is_string {
            let ptr = self.advance(ptr, i, new_len, 1);
            return Val::of(&[ptr, new_len]);
        }
        let new_cap = self.sub(new_cap_end, i);
        let ptr = self.advance(ptr, i, new_cap, size);
        Val::of(&[ptr, new_len, new_cap])
    }

    fn array_parts(&mut self, p: ValueId, arr: golift_types::TypeId) -> (ValueId, ValueId, ValueId, u64, bool) {
        let Type::Array(elem, n) = *self.w.under(arr) else {
            panic!("lower: slice of a pointer to another type");
        };
        let n = self.int(n as i64);
        (p, n, n, self.size_of(elem), false)
    }

    /// `x - y`, folded for constants.
    pub fn sub(&mut self, x: ValueId, y: ValueId) -> ValueId {
        match (self.b.as_iconst(x), self.b.as_iconst(y)) {
            (_, Some(0)) => x,
            (Some(a), Some(b)) => self.int(a.wrapping_sub(b)),
            _ => self.bin(BinOp::Sub, x, y),
        }
    }

    /// `ptr + i*size`, or `ptr` if nothing is left there.
    fn advance(&mut self, ptr: ValueId, i: ValueId, left: ValueId, size: u64) -> ValueId {
        if size == 0 || self.b.as_iconst(i) == Some(0) {
            return ptr;
        }
        match self.b.as_iconst(left) {
            Some(0) => return ptr,
            Some(_) => return self.elem_addr(ptr, i, size),
            None => {}
        }
        // All ones if something is left: sign of -left.
        let neg = self.b.emit(Op::Un(UnOp::Neg), &[left], Ty::I64);
        let by = self.int(63);
        let mask = self.bin(BinOp::SShr, neg, by);
        let i = self.bin(BinOp::And, i, mask);
        self.elem_addr(ptr, i, size)
    }
}
