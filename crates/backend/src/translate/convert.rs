//! Conversions.
//!
//! Floats out of range become `0x8000…` as with the official amd64 compiler: Cranelift's saturating conversion gives
//! that below the range; above it and for NaN a comparison selects it. To unsigned: both x and x - 2^63 are
//! converted, and combined as `r | (y & (r >> 63))`.

use super::Translator;
use crate::callconv::clif_type;
use cranelift_codegen::ir::condcodes::FloatCC;
use cranelift_codegen::ir::{InstBuilder, MemFlagsData, Type, Value, types};
use golift_ssa::{ConvOp, Inst};

impl Translator<'_> {
    pub(crate) fn conv(&mut self, op: ConvOp, inst: &Inst) {
        let x = self.arg(inst, 0);
        let from = self.b.func.dfg.value_type(x);
        let to = clif_type(self.func.ty(inst.results[0]));
        let v = match op {
            ConvOp::Trunc if from == to => x,
            ConvOp::Trunc => self.b.ins().ireduce(to, x),
            ConvOp::SExt if from == to => x,
            ConvOp::SExt => self.b.ins().sextend(to, x),
            ConvOp::ZExt if from == to => x,
            ConvOp::ZExt => self.b.ins().uextend(to, x),
            ConvOp::SToF => {
                let x = if from.bits() < 32 { self.b.ins().sextend(types::I32, x) } else { x };
                self.b.ins().fcvt_from_sint(to, x)
            }
            ConvOp::UToF if from.bits() < 64 => {
                // All values are positive in 64 bits, where the signed conversion is one instruction.
                let x = self.b.ins().uextend(types::I64, x);
                self.b.ins().fcvt_from_sint(to, x)
            }
            ConvOp::UToF => self.b.ins().fcvt_from_uint(to, x),
            ConvOp::FToS => self.float_to_signed(x, to),
            ConvOp::FToU => self.float_to_unsigned(x),
            ConvOp::FPromote => self.b.ins().fpromote(to, x),
            ConvOp::FDemote => self.b.ins().fdemote(to, x),
            ConvOp::Bitcast => self.b.ins().bitcast(to, MemFlagsData::new(), x),
            ConvOp::PtrToInt | ConvOp::IntToPtr => x,
        };
        self.define(inst.results[0], v);
    }

    fn float_const(&mut self, like: Value, c: f64) -> Value {
        if self.b.func.dfg.value_type(like) == types::F32 {
            self.b.ins().f32const(c as f32)
        } else {
            self.b.ins().f64const(c)
        }
    }

    fn float_to_signed(&mut self, x: Value, to: Type) -> Value {
        let wide = if to.bits() < 32 { types::I32 } else { to };
        let saturated = self.b.ins().fcvt_to_sint_sat(wide, x);
        let limit = self.float_const(x, if wide == types::I64 { (1u64 << 63) as f64 } else { (1u64 << 31) as f64 });
        let below = self.b.ins().fcmp(FloatCC::LessThan, x, limit);
        let indefinite = self.iconst(wide, if wide == types::I64 { i64::MIN } else { 1 << 31 });
        let v = self.b.ins().select(below, saturated, indefinite);
        if wide == to { v } else { self.b.ins().ireduce(to, v) }
    }

    fn float_to_unsigned(&mut self, x: Value) -> Value {
        let r = self.float_to_signed(x, types::I64);
        let half = self.float_const(x, (1u64 << 63) as f64);
        let lower = self.b.ins().fsub(x, half);
        let y = self.float_to_signed(lower, types::I64);
        let mask = self.b.ins().sshr_imm_u(r, 63);
        let high = self.b.ins().band(y, mask);
        self.b.ins().bor(r, high)
    }
}
