//! `append`: in place while the capacity lasts, else through the runtime. (Spec, Appending to and copying slices.)

use super::func::{FuncLowerer, expr_pos};
use super::value::{SAFE, Val};
use golift_abi::Builtin as Rt;
use golift_frontend::ast::Expr;
use golift_ssa::{BinOp, BlockCall, CmpOp, SiteKind, Terminator, Ty, ValueId};
use golift_types::{Type, TypeId};

impl<'p> FuncLowerer<'p, '_> {
    /// `append(s, xs...)`: in place while the capacity lasts, else through the runtime.
    pub(super) fn append(&mut self, e: &'p Expr, args: &'p [Expr], spread: bool) -> Val {
        let pos = expr_pos(e);
        let ty = self.ty(e);
        let Type::Slice(elem) = *self.w.under(ty) else {
            panic!("lower: append to another type");
        };
        let elem = self.m.subst(elem);
        self.hoist_all(&args.iter().collect::<Vec<_>>());
        if spread {
            return self.append_slice(e, args, elem, pos);
        }
        let s = self.expr_as(&args[0], ty);
        let mut values: Vec<Val> = Vec::new();
        for a in &args[1..] {
            values.push(self.expr_owned_unless_single(a, elem, args.len() == 2));
        }
        self.b.set_pos(pos);
        self.append_values(&s, &values, elem, pos)
    }

    pub(super) fn append_values(&mut self, s: &Val, values: &[Val], elem: TypeId, pos: golift_base::Pos) -> Val {
        if values.is_empty() {
            return s.clone();
        }
        let n = self.int(values.len() as i64);
        let new_len = self.bin(BinOp::Add, s.at(1), n);
        let (ptr, cap) = self.grow(s, new_len, elem, pos);
        let size = self.size_of(elem);
        let end = self.elem_addr(ptr, s.at(1), size);
        for (i, v) in values.iter().enumerate() {
            self.store(end, (i as u64 * size) as i64, elem, v, SAFE);
        }
        Val::of(&[ptr, new_len, cap])
    }

    fn expr_owned_unless_single(&mut self, a: &'p Expr, elem: TypeId, single: bool) -> Val {
        if single { self.expr_as(a, elem) } else { self.expr_owned(a, elem) }
    }

    /// `append(s, t...)`.
    fn append_slice(&mut self, e: &'p Expr, args: &'p [Expr], elem: TypeId, pos: golift_base::Pos) -> Val {
        let ty = self.ty(e);
        let s = self.expr_as(&args[0], ty);
        let t = if self.mode(&args[1]) == golift_types::Mode::Nil {
            return s;
        } else {
            match self.string_behind_bytes(&args[1]) {
                Some(b) if !self.has_call(b) => self.expr(b),
                _ => self.expr(&args[1]),
            }
        };
        self.b.set_pos(pos);
        let new_len = self.bin(BinOp::Add, s.at(1), t.at(1));
        let (ptr, cap) = self.grow(&s, new_len, elem, pos);
        let size = self.size_of(elem);
        let end = self.elem_addr(ptr, s.at(1), size);
        let bytes = self.bytes_of(t.at(1), elem);
        self.move_elements(end, t.at(0), bytes, elem);
        Val::of(&[ptr, new_len, cap])
    }

    /// Copies `bytes` bytes of elements.
    pub(super) fn move_elements(&mut self, to: ValueId, from: ValueId, bytes: ValueId, elem: TypeId) {
        let builtin = if self.w.has_pointers(elem) { Rt::rt_memmove } else { Rt::rt_memmove_scalars };
        self.builtin(builtin, &[to, from, bytes], None);
    }

    /// Pointer and capacity of `s` with room for `new_len` elements.
    fn grow(&mut self, s: &Val, new_len: ValueId, elem: TypeId, pos: golift_base::Pos) -> (ValueId, ValueId) {
        let (cold, join) = (self.b.new_cold_block(), self.b.new_block());
        let ptr = self.b.block_param(join, Ty::Ptr);
        let cap = self.b.block_param(join, Ty::I64);
        let short = self.cmp(CmpOp::Ugt, new_len, s.at(2));
        self.b.terminate(Terminator::Branch {
            cond: short,
            then: BlockCall { block: cold, args: Vec::new() },
            else_: BlockCall { block: join, args: vec![s.at(0), s.at(2)] },
        });
        self.b.enter_sealed(cold);
        let d = self.desc(elem);
        let layout = self.m.layout(elem);
        let site = self.site(pos, String::from("append"), SiteKind::Append, Some(layout));
        let room = self.nil();
        let r = self.builtin(Rt::rt_growslice, &[d, s.at(0), s.at(1), s.at(2), new_len, room], Some(site));
        self.b.jump_with(join, &[r[0], r[1]]);
        self.b.enter_sealed(join);
        (ptr, cap)
    }
}
