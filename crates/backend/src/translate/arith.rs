//! Integer and float arithmetic.
//!
//! What differs from Cranelift's operations: shifts by the width or more, `MIN / -1`, `AndNot`.
//! Go's `min` and `max` for floats are Cranelift's (NaN wins, -0 is below +0).

use super::Translator;
use crate::callconv::clif_type;
use crate::symbol::Symbol;
use cranelift_codegen::ir::condcodes::{FloatCC, IntCC};
use cranelift_codegen::ir::{InstBuilder, Type, Value, types};
use golift_abi::Builtin;
use golift_ssa::{BinOp, CmpOp, FCmpOp, Inst, Op, UnOp, ValueId};

impl Translator<'_> {
    /// A multiple by three, five or nine times a power of two: one addition with a shifted operand, and a shift, which
    /// addresses do.
    pub(crate) fn multiple(&mut self, x: Value, factor: i64) -> Option<Value> {
        let shift = factor.trailing_zeros();
        let odd = (factor as u64) >> shift.min(63);
        if !matches!(odd, 3 | 5 | 9) {
            return None;
        }
        let more = self.b.ins().ishl_imm_u(x, i64::from((odd - 1).trailing_zeros()));
        let multiple = self.b.ins().iadd(x, more);
        Some(if shift == 0 { multiple } else { self.b.ins().ishl_imm_u(multiple, i64::from(shift)) })
    }

    pub(crate) fn bin(&mut self, op: BinOp, inst: &Inst) {
        let (x, y) = (self.arg(inst, 0), self.arg(inst, 1));
        let ty = clif_type(self.func.ty(inst.results[0]));
        let v = match op {
            BinOp::Add => self.b.ins().iadd(x, y),
            BinOp::Sub => self.b.ins().isub(x, y),
            BinOp::Mul => {
                let multiple = self.const_of(inst.args[1]).and_then(|factor| self.multiple(x, factor));
                multiple.unwrap_or_else(|| self.b.ins().imul(x, y))
            }
            BinOp::SDiv => self.sdiv(x, y, ty, inst.args[1]),
            BinOp::UDiv => self.b.ins().udiv(x, y),
            BinOp::SRem => self.b.ins().srem(x, y),
            BinOp::URem => self.b.ins().urem(x, y),
            BinOp::And => self.b.ins().band(x, y),
            BinOp::Or => self.b.ins().bor(x, y),
            BinOp::Xor => self.b.ins().bxor(x, y),
            BinOp::AndNot => self.b.ins().band_not(x, y),
            BinOp::Shl | BinOp::UShr | BinOp::SShr => self.shift(op, x, y, ty, inst.args[1]),
            BinOp::Rotl => self.b.ins().rotl(x, y),
            BinOp::SMulHi => self.b.ins().smulhi(x, y),
            BinOp::UMulHi => self.b.ins().umulhi(x, y),
            BinOp::FAdd => self.b.ins().fadd(x, y),
            BinOp::FSub => self.b.ins().fsub(x, y),
            BinOp::FMul => self.b.ins().fmul(x, y),
            BinOp::FDiv => self.b.ins().fdiv(x, y),
            BinOp::FMin => self.b.ins().fmin(x, y),
            BinOp::FMax => self.b.ins().fmax(x, y),
            BinOp::FCopysign => self.b.ins().fcopysign(x, y),
        };
        self.define(inst.results[0], v);
    }

    /// `MIN / -1` is `MIN`: narrow types divide in 32 bits, where it cannot overflow; wide ones never divide by -1.
    fn sdiv(&mut self, x: Value, y: Value, ty: Type, divisor: ValueId) -> Value {
        match self.const_of(divisor) {
            Some(-1) => return self.b.ins().ineg(x),
            Some(c) if c != 0 => return self.b.ins().sdiv(x, y),
            _ => {}
        }
        if ty.bits() < 32 {
            let (wide_x, wide_y) = (self.b.ins().sextend(types::I32, x), self.b.ins().sextend(types::I32, y));
            let q = self.b.ins().sdiv(wide_x, wide_y);
            return self.b.ins().ireduce(ty, q);
        }
        let minus_one = self.b.ins().icmp_imm_s(IntCC::Equal, y, -1);
        let one = self.iconst(ty, 1);
        let safe = self.b.ins().select(minus_one, one, y);
        let q = self.b.ins().sdiv(x, safe);
        let negated = self.b.ins().ineg(x);
        self.b.ins().select(minus_one, negated, q)
    }

    fn shift(&mut self, op: BinOp, x: Value, y: Value, ty: Type, amount: ValueId) -> Value {
        let bits = i64::from(ty.bits());
        if let Some(c) = self.const_of(amount) {
            let c = (c as u64).min(bits as u64) as i64;
            return match (op, c == bits) {
                (BinOp::Shl, false) => self.b.ins().ishl_imm_u(x, c),
                (BinOp::UShr, false) => self.b.ins().ushr_imm_u(x, c),
                (BinOp::SShr, _) => self.b.ins().sshr_imm_u(x, c.min(bits - 1)),
                _ => self.iconst(ty, 0),
            };
        }
        let bounded = self.below(amount, bits);
        match op {
            BinOp::SShr if bounded => self.b.ins().sshr(x, y),
            BinOp::SShr => {
                let inside = self.b.ins().icmp_imm_u(IntCC::UnsignedLessThan, y, bits);
                let last = self.iconst(types::I64, bits - 1);
                let amount = self.b.ins().select(inside, y, last);
                self.b.ins().sshr(x, amount)
            }
            _ => {
                let shifted = match op {
                    BinOp::Shl => self.b.ins().ishl(x, y),
                    _ => self.b.ins().ushr(x, y),
                };
                if bounded {
                    return shifted;
                }
                let inside = self.b.ins().icmp_imm_u(IntCC::UnsignedLessThan, y, bits);
                let zero = self.iconst(ty, 0);
                self.b.ins().select(inside, shifted, zero)
            }
        }
    }

    /// Whether the value is plainly below `bound`: masked, or a remainder.
    fn below(&self, v: ValueId, bound: i64) -> bool {
        let Some(def) = self.def_of(v) else { return false };
        let limit = |n: usize| self.const_of(def.args[n]);
        match def.op {
            Op::Bin(BinOp::And) => {
                [0, 1].into_iter().any(|n| limit(n).is_some_and(|c| (0..bound).contains(&c)))
            }
            Op::Bin(BinOp::URem) => limit(1).is_some_and(|c| (1..=bound).contains(&c)),
            _ => false,
        }
    }

    pub(crate) fn un(&mut self, op: UnOp, inst: &Inst) {
        let x = self.arg(inst, 0);
        let v = match op {
            UnOp::Neg => self.b.ins().ineg(x),
            UnOp::Not => self.b.ins().bnot(x),
            UnOp::BoolNot => self.b.ins().bxor_imm_u(x, 1),
            UnOp::Clz => self.b.ins().clz(x),
            UnOp::Ctz => self.b.ins().ctz(x),
            UnOp::Popcnt => self.b.ins().popcnt(x),
            UnOp::Bswap => self.b.ins().bswap(x),
            UnOp::Bitrev => self.b.ins().bitrev(x),
            UnOp::FNeg => self.b.ins().fneg(x),
            UnOp::FAbs => self.b.ins().fabs(x),
            UnOp::FSqrt => self.b.ins().sqrt(x),
            UnOp::FFloor | UnOp::FCeil | UnOp::FTrunc | UnOp::FNearest => self.round(op, x),
        };
        self.define(inst.results[0], v);
    }

    pub(crate) fn fma(&mut self, inst: &Inst) {
        let args = [self.arg(inst, 0), self.arg(inst, 1), self.arg(inst, 2)];
        let v = if self.isa.has_native_fma() {
            self.b.ins().fma(args[0], args[1], args[2])
        } else {
            let callee =
                self.func_ref(Symbol::Builtin(Builtin::rt_fma), || crate::callconv::builtin_signature(Builtin::rt_fma));
            let goroutine = self.goroutine();
            let single = self.b.func.dfg.value_type(args[0]) == types::F32;
            let mut words = vec![goroutine];
            for arg in args {
                words.push(if single { self.b.ins().fpromote(types::F64, arg) } else { arg });
            }
            let call = self.b.ins().call(callee, &words);
            let v = self.b.inst_results(call)[0];
            if single { self.b.ins().fdemote(types::F32, v) } else { v }
        };
        self.define(inst.results[0], v);
    }

    pub(crate) fn cmp(&mut self, op: CmpOp, inst: &Inst) {
        let (x, y) = (self.arg(inst, 0), self.arg(inst, 1));
        let v = self.b.ins().icmp(int_cc(op), x, y);
        self.define(inst.results[0], v);
    }

    pub(crate) fn fcmp(&mut self, op: FCmpOp, inst: &Inst) {
        let (x, y) = (self.arg(inst, 0), self.arg(inst, 1));
        let v = self.b.ins().fcmp(float_cc(op), x, y);
        self.define(inst.results[0], v);
    }
}

/// Cranelift's condition.
pub(crate) fn int_cc(op: CmpOp) -> IntCC {
    match op {
        CmpOp::Eq => IntCC::Equal,
        CmpOp::Ne => IntCC::NotEqual,
        CmpOp::Slt => IntCC::SignedLessThan,
        CmpOp::Sle => IntCC::SignedLessThanOrEqual,
        CmpOp::Sgt => IntCC::SignedGreaterThan,
        CmpOp::Sge => IntCC::SignedGreaterThanOrEqual,
        CmpOp::Ult => IntCC::UnsignedLessThan,
        CmpOp::Ule => IntCC::UnsignedLessThanOrEqual,
        CmpOp::Ugt => IntCC::UnsignedGreaterThan,
        CmpOp::Uge => IntCC::UnsignedGreaterThanOrEqual,
    }
}

/// Cranelift's condition; all but `Ne` are false with a NaN.
pub(crate) fn float_cc(op: FCmpOp) -> FloatCC {
    match op {
        FCmpOp::Eq => FloatCC::Equal,
        FCmpOp::Ne => FloatCC::NotEqual,
        FCmpOp::Lt => FloatCC::LessThan,
        FCmpOp::Le => FloatCC::LessThanOrEqual,
        FCmpOp::Gt => FloatCC::GreaterThan,
        FCmpOp::Ge => FloatCC::GreaterThanOrEqual,
    }
}
