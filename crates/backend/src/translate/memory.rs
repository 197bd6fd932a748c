//! Loads, stores, address arithmetic, copying and clearing.
//!
//! An access that may meet nil is emitted as one that may fault: the fault handler recognises addresses below
//! `NIL_PAGE`. Farther offsets get an explicit check.

use super::Translator;
use crate::callconv::clif_type;
use cranelift_codegen::ir::condcodes::IntCC;
use cranelift_codegen::ir::{AliasRegion, AliasRegionData, AtomicRmwOp, InstBuilder, MemFlagsData, Value, types};
use golift_abi::{Builtin, NIL_PAGE};
use golift_ssa::{AtomicOp, Inst, MemFlags};

/// Copies of more bytes call the runtime.
const COPY_INLINE: u64 = 128;
/// Clearing more bytes calls the runtime.
const ZERO_INLINE: u64 = 256;
/// Up to this many bytes moves go by words, which later loads of words can forward from.
const BY_WORDS: u64 = 64;

impl Translator<'_> {
    pub(crate) fn load(&mut self, offset: i32, flags: MemFlags, inst: &Inst) {
        let p = self.arg(inst, 0);
        let ty = clif_type(self.func.ty(inst.results[0]));
        let flags = self.access(p, i64::from(offset), flags, false);
        let v = self.b.ins().load(ty, flags, p, offset);
        self.define(inst.results[0], v);
    }

    pub(crate) fn store(&mut self, offset: i32, flags: MemFlags, inst: &Inst) {
        let (p, v) = (self.arg(inst, 0), self.arg(inst, 1));
        let flags = self.access(p, i64::from(offset), flags, true);
        self.b.ins().store(flags, v, p, offset);
    }

    /// A nil pointer faults like in other accesses.
    pub(crate) fn atomic(&mut self, op: AtomicOp, inst: &Inst) {
        let flags = MemFlagsData::new();
        let p = self.arg(inst, 0);
        let rmw = match op {
            AtomicOp::Load => {
                let ty = clif_type(self.func.ty(inst.results[0]));
                let v = self.b.ins().atomic_load(ty, flags, p);
                return self.define(inst.results[0], v);
            }
            AtomicOp::Cas => {
                let (old, new) = (self.arg(inst, 1), self.arg(inst, 2));
                let found = self.b.ins().atomic_cas(flags, p, old, new);
                let same = self.b.ins().icmp(IntCC::Equal, found, old);
                return self.define(inst.results[0], same);
            }
            // An exchange is cheaper than a store and a fence.
            AtomicOp::Store | AtomicOp::Swap => AtomicRmwOp::Xchg,
            AtomicOp::Add => AtomicRmwOp::Add,
            AtomicOp::And => AtomicRmwOp::And,
            AtomicOp::Or => AtomicRmwOp::Or,
        };
        let x = self.arg(inst, 1);
        let old = self.b.ins().atomic_rmw(clif_type(self.func.ty(inst.args[1])), flags, rmw, p, x);
        if let Some(&result) = inst.results.first() {
            self.define(result, old);
        }
    }

    /// The flags of an access at `p + offset`, after an explicit check where a fault would not be recognised.
    fn access(&mut self, p: Value, offset: i64, flags: MemFlags, store: bool) -> MemFlagsData {
        let mut data = if !flags.nil_check {
            MemFlagsData::new().with_notrap()
        } else if (0..NIL_PAGE as i64).contains(&offset) {
            MemFlagsData::new()
        } else {
            self.check_nil(p);
            MemFlagsData::new().with_notrap()
        };
        if flags.readonly && !store {
            data = data.with_readonly();
        }
        if flags.region != 0 && (!store || self.region_stores) {
            data = data.with_alias_region(Some(self.region(flags.region)));
        }
        data
    }

    fn region(&mut self, region: u16) -> AliasRegion {
        if let Some(&r) = self.regions.get(&region) {
            return r;
        }
        let r = self
            .b
            .func
            .dfg
            .alias_regions
            .insert(AliasRegionData { user_id: u32::from(region), description: "".into() });
        self.regions.insert(region, r);
        r
    }

    pub(crate) fn offset_addr(&mut self, p: Value, offset: i64) -> Value {
        if offset == 0 { p } else { self.b.ins().iadd_imm_s(p, offset) }
    }

    pub(crate) fn elem_addr(&mut self, scale: u64, offset: i64, inst: &Inst) {
        let p = self.arg(inst, 0);
        let v = if let Some(index) = self.const_of(inst.args[1]) {
            self.offset_addr(p, index.wrapping_mul(scale as i64).wrapping_add(offset))
        } else {
            let index = self.arg(inst, 1);
            let scaled = match scale {
                0 => self.iconst(types::I64, 0),
                1 => index,
                s if s.is_power_of_two() => self.b.ins().ishl_imm_u(index, i64::from(s.trailing_zeros())),
                s => self.multiple(index, s as i64).unwrap_or_else(|| self.b.ins().imul_imm_s(index, s as i64)),
            };
            let element = self.b.ins().iadd(p, scaled);
            self.offset_addr(element, offset)
        };
        self.define(inst.results[0], v);
    }

    pub(crate) fn mem_copy(&mut self, size: u64, flags: MemFlags, inst: &Inst) {
        let (dst, src) = (self.arg(inst, 0), self.arg(inst, 1));
        if size == 0 || size > COPY_INLINE {
            if flags.nil_check {
                self.probe(src);
                self.probe(dst);
            }
            if size > 0 {
                let n = self.iconst(types::I64, size as i64);
                self.runtime_call(Builtin::rt_memmove, &[dst, src, n]);
            }
            return;
        }
        let load = self.access(src, 0, flags, false);
        let store = self.access(dst, 0, flags, true);
        let pieces = pieces(size);
        let values: Vec<Value> = pieces.iter().map(|&(at, ty)| self.b.ins().load(ty, load, src, at)).collect();
        for (&(at, _), value) in pieces.iter().zip(values) {
            self.b.ins().store(store, value, dst, at);
        }
    }

    pub(crate) fn mem_zero(&mut self, size: u64, flags: MemFlags, inst: &Inst) {
        let dst = self.arg(inst, 0);
        if flags.nil_check && (size == 0 || size > ZERO_INLINE) {
            self.probe(dst);
        }
        let flags = self.access(dst, 0, flags, true);
        self.zero(dst, size, flags);
    }

    /// Clears memory.
    pub(crate) fn zero(&mut self, dst: Value, size: u64, flags: MemFlagsData) {
        if size > ZERO_INLINE {
            let n = self.iconst(types::I64, size as i64);
            self.runtime_call(Builtin::rt_memclr, &[dst, n]);
            return;
        }
        let mut zeros: Vec<(cranelift_codegen::ir::Type, Value)> = Vec::new();
        for (at, ty) in pieces(size) {
            let zero = match zeros.iter().find(|z| z.0 == ty) {
                Some(z) => z.1,
                None => {
                    let zero = if ty == types::I64X2 {
                        let word = self.iconst(types::I64, 0);
                        self.b.ins().splat(types::I64X2, word)
                    } else {
                        self.iconst(ty, 0)
                    };
                    zeros.push((ty, zero));
                    zero
                }
            };
            self.b.ins().store(flags, zero, dst, at);
        }
    }

    /// Faults if the pointer is nil.
    pub(crate) fn probe(&mut self, p: Value) {
        self.b.ins().load(types::I8, MemFlagsData::new(), p, 0);
    }
}

/// Offsets and types of the moves that cover `size` bytes, the last ones overlapping where that saves one.
fn pieces(size: u64) -> Vec<(i32, cranelift_codegen::ir::Type)> {
    let mut out = Vec::new();
    let mut at = 0;
    let units = [(16, types::I64X2), (8, types::I64), (4, types::I32), (2, types::I16), (1, types::I8)];
    for (bytes, ty) in units {
        if bytes == 16 && size <= BY_WORDS {
            continue;
        }
        while size - at >= bytes {
            out.push((at as i32, ty));
            at += bytes;
        }
        // What is left is smaller than this unit: one move that ends at the end covers it.
        let left = size - at;
        if left > 0 && at > 0 && bytes <= 8 && !left.is_power_of_two() && size >= bytes {
            out.push(((size - bytes) as i32, ty));
            break;
        }
    }
    out
}
