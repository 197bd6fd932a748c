//! Floor, ceiling, truncation and rounding to even, with and without the processor's instruction.
//!
//! Without it: values of 2^52 (2^23) and more are whole already and stay, NaNs and infinities among them. For the
//! others, adding and subtracting that power rounds to even; floor and ceiling then correct by one, and the sign is
//! copied back so that -0 survives.

use super::Translator;
use cranelift_codegen::ir::condcodes::FloatCC;
use cranelift_codegen::ir::{InstBuilder, Value, types};
use golift_ssa::UnOp;

impl Translator<'_> {
    pub(crate) fn round(&mut self, op: UnOp, x: Value) -> Value {
        if self.isa.has_round() {
            return match op {
                UnOp::FFloor => self.b.ins().floor(x),
                UnOp::FCeil => self.b.ins().ceil(x),
                UnOp::FTrunc => self.b.ins().trunc(x),
                _ => self.b.ins().nearest(x),
            };
        }
        let single = self.b.func.dfg.value_type(x) == types::F32;
        let constant = |t: &mut Self, v: f64| {
            if single { t.b.ins().f32const(v as f32) } else { t.b.ins().f64const(v) }
        };
        let whole = constant(self, if single { (1u64 << 23) as f64 } else { (1u64 << 52) as f64 });
        let magnitude = self.b.ins().fabs(x);
        let small = self.b.ins().fcmp(FloatCC::LessThan, magnitude, whole);
        let up = self.b.ins().fadd(magnitude, whole);
        let nearest = self.b.ins().fsub(up, whole);
        let one = constant(self, 1.0);
        let zero = constant(self, 0.0);
        let rounded = match op {
            UnOp::FNearest => nearest,
            UnOp::FTrunc => {
                let over = self.b.ins().fcmp(FloatCC::GreaterThan, nearest, magnitude);
                let step = self.b.ins().select(over, one, zero);
                self.b.ins().fsub(nearest, step)
            }
            _ => {
                let signed = self.b.ins().fcopysign(nearest, x);
                if op == UnOp::FFloor {
                    let over = self.b.ins().fcmp(FloatCC::GreaterThan, signed, x);
                    let step = self.b.ins().select(over, one, zero);
                    self.b.ins().fsub(signed, step)
                } else {
                    let under = self.b.ins().fcmp(FloatCC::LessThan, signed, x);
                    let step = self.b.ins().select(under, one, zero);
                    self.b.ins().fadd(signed, step)
                }
            }
        };
        // A floor below 0 and a ceiling above 0 have the sign of x already or are 0.
        let signed = self.b.ins().fcopysign(rounded, x);
        self.b.ins().select(small, signed, x)
    }
}
