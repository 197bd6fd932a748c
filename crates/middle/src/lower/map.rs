//! Map operations; 4-byte, 8-byte and string keys have entry points of their own.

use super::func::{FuncLowerer, expr_pos};
use super::value::{SAFE, Val};
use golift_abi::Builtin;
use golift_base::Pos;
use golift_frontend::ast::Expr;
use golift_ssa::{BlockCall, CmpOp, ConvOp, SiteKind, Terminator, Ty, ValueId};
use golift_types::{Type, TypeId};

/// How a map's keys are passed to the runtime.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum KeyKind {
    /// As an I32.
    Word32,
    /// As an I64.
    Word64,
    /// As a string.
    Str,
    /// In memory.
    Memory,
}

impl<'p> FuncLowerer<'p, '_> {
    /// Key and element type of a map type.
    pub fn map_types(&mut self, ty: TypeId) -> (TypeId, TypeId) {
        let Type::Map(k, v) = *self.w.under(ty) else {
            panic!("lower: a map operation on another type");
        };
        (self.m.subst(k), self.m.subst(v))
    }

    /// How keys of this type travel. Keys with pointers go through memory when the map is written, so that the
    /// collector sees them.
    pub fn key_kind(&mut self, key: TypeId) -> KeyKind {
        if !self.w.is_interface(key) && self.w.is_string(key) {
            return KeyKind::Str;
        }
        let repr = self.m.repr(key);
        if !self.is_regular_memory(key) || repr.pointers {
            return KeyKind::Memory;
        }
        match (repr.single(), repr.size) {
            (Some(Ty::I32), 4) => KeyKind::Word32,
            (Some(Ty::I64), 8) => KeyKind::Word64,
            _ => KeyKind::Memory,
        }
    }

    /// The address of the element for a key, nil if there is none.
    pub fn map_access(&mut self, map: ValueId, ty: TypeId, key: &Val) -> ValueId {
        let (kt, _) = self.map_types(ty);
        let d = self.desc(ty);
        match self.key_kind(kt) {
            KeyKind::Word32 => self.builtin1(Builtin::rt_mapaccess32, &[d, map, key.scalar()], None),
            KeyKind::Word64 => self.builtin1(Builtin::rt_mapaccess64, &[d, map, key.scalar()], None),
            KeyKind::Str => self.builtin1(Builtin::rt_mapaccessstr, &[d, map, key.at(0), key.at(1)], None),
            KeyKind::Memory => {
                let k = self.spill(key, kt);
                self.builtin1(Builtin::rt_mapaccess, &[d, map, k], None)
            }
        }
    }

    /// The address of the element for a key, made if there is none. Panics on a nil map.
    pub fn map_assign(&mut self, map: ValueId, ty: TypeId, key: &Val) -> ValueId {
        let (kt, _) = self.map_types(ty);
        let d = self.desc(ty);
        let site = self.site(self.pos(), String::new(), SiteKind::MapGrow, None);
        let site = Some(site);
        match self.key_kind(kt) {
            KeyKind::Word32 => self.builtin1(Builtin::rt_mapassign32, &[d, map, key.scalar()], site),
            KeyKind::Word64 => self.builtin1(Builtin::rt_mapassign64, &[d, map, key.scalar()], site),
            KeyKind::Str => self.builtin1(Builtin::rt_mapassignstr, &[d, map, key.at(0), key.at(1)], site),
            KeyKind::Memory => {
                let k = self.spill(key, kt);
                self.builtin1(Builtin::rt_mapassign, &[d, map, k], site)
            }
        }
    }

    /// `m[k]` as a value.
    pub fn map_read(&mut self, map: ValueId, ty: TypeId, key: &Val) -> Val {
        let (_, elem) = self.map_types(ty);
        let p = self.map_access(map, ty, key);
        self.load_or_zero(p, elem).0
    }

    /// The value behind a pointer, zero if it is nil; and whether it is not.
    fn load_or_zero(&mut self, p: ValueId, elem: TypeId) -> (Val, ValueId) {
        let nil = self.nil();
        let ok = self.cmp(CmpOp::Ne, p, nil);
        let zero = self.zero(elem);
        let (some, join) = (self.b.new_block(), self.b.new_block());
        let parts: Vec<ValueId> = match &zero {
            Val::Flat(vs) => vs.to_vec(),
            Val::Mem(a) => vec![*a],
        };
        if parts.is_empty() {
            // Nothing to load; the blocks stay out of the function.
            return (zero, ok);
        }
        let params: Vec<ValueId> = parts
            .iter()
            .map(|&v| {
                let t = self.b.func.ty(v);
                self.b.block_param(join, t)
            })
            .collect();
        self.b.terminate(Terminator::Branch {
            cond: ok,
            then: BlockCall { block: some, args: Vec::new() },
            else_: BlockCall { block: join, args: parts },
        });
        self.b.enter_sealed(some);
        match self.load(p, 0, elem, SAFE) {
            Val::Flat(vs) => self.b.jump_with(join, &vs),
            Val::Mem(a) => self.b.jump_with(join, &[a]),
        }
        self.b.enter_sealed(join);
        let v = match zero {
            Val::Flat(_) => Val::of(&params),
            Val::Mem(_) => Val::Mem(params[0]),
        };
        (v, ok)
    }

    /// Evaluates a map and a key for reading: `string(b)` as key needs no copy.
    fn map_operands(&mut self, m: &'p Expr, key: &'p Expr) -> (ValueId, TypeId, Val) {
        self.hoist_all(&[m, key]);
        let ty = self.ty(m);
        let map = self.scalar(m);
        let (kt, _) = self.map_types(ty);
        let k = match self.bytes_behind_string(key) {
            Some(b) if self.w.is_string(kt) => {
                let s = self.expr(b);
                Val::of(&[s.at(0), s.at(1)])
            }
            _ => self.expr_as(key, kt),
        };
        (map, ty, k)
    }

    /// `m[k]`.
    pub fn map_index(&mut self, e: &'p Expr, m: &'p Expr, key: &'p Expr) -> Val {
        let (map, ty, k) = self.map_operands(m, key);
        self.b.set_pos(expr_pos(e));
        self.map_read(map, ty, &k)
    }

    /// `v, ok = m[k]`.
    pub fn map_lookup(&mut self, e: &'p Expr, m: &'p Expr, key: &'p Expr) -> (Val, ValueId) {
        let (map, ty, k) = self.map_operands(m, key);
        self.b.set_pos(expr_pos(e));
        let (_, elem) = self.map_types(ty);
        let p = self.map_access(map, ty, &k);
        self.load_or_zero(p, elem)
    }

    /// `len(m)`.
    pub fn map_len(&mut self, map: ValueId) -> ValueId {
        self.word_or_zero(map, golift_abi::MAP_COUNT_OFFSET)
    }

    /// A word of a runtime object, 0 if the pointer is nil.
    pub fn word_or_zero(&mut self, p: ValueId, offset: i32) -> ValueId {
        let (some, join) = (self.b.new_block(), self.b.new_block());
        let result = self.b.block_param(join, Ty::I64);
        let nil = self.is_nil(p);
        let zero = self.int(0);
        self.b.terminate(Terminator::Branch {
            cond: nil,
            then: BlockCall { block: join, args: vec![zero] },
            else_: BlockCall { block: some, args: Vec::new() },
        });
        self.b.enter_sealed(some);
        let n = self.load_scalar(p, offset as i64, Ty::I64, SAFE);
        self.b.jump_with(join, &[n]);
        self.b.enter_sealed(join);
        result
    }

    /// `delete(m, k)`.
    pub fn map_delete(&mut self, m: &'p Expr, key: &'p Expr, pos: Pos) {
        self.hoist_all(&[m, key]);
        let ty = self.ty(m);
        let map = self.scalar(m);
        let (kt, _) = self.map_types(ty);
        let k = self.expr_as(key, kt);
        self.b.set_pos(pos);
        self.map_delete_value(map, ty, &k);
    }

    /// Deletes an evaluated key.
    pub fn map_delete_value(&mut self, map: ValueId, ty: TypeId, key: &Val) {
        let (kt, _) = self.map_types(ty);
        let d = self.desc(ty);
        let p = self.spill(key, kt);
        self.builtin(Builtin::rt_mapdelete, &[d, map, p], None);
    }

    /// An integer of any type as a size for `make`; unsigned values beyond the signed range stay too large.
    pub fn size_value(&mut self, e: &'p Expr) -> ValueId {
        if let Some(c) = self.const_value(e) {
            return self.int(c.to_int().as_i64().unwrap_or(i64::MAX));
        }
        let ty = self.ty(e);
        let v = self.scalar(e);
        let _ = ConvOp::SExt;
        self.extend(v, !self.w.is_unsigned(ty))
    }
}
