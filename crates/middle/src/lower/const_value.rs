//! Constants as SSA values.

use super::func::FuncLowerer;
use super::value::Val;
use golift_ssa::{Op, Ty};
use golift_types::{Basic, Const, Type, TypeId};

impl FuncLowerer<'_, '_> {
    /// A constant of a basic type.
    pub fn const_val(&mut self, c: &Const, ty: TypeId) -> Val {
        let basic = match self.w.under(ty) {
            Type::Basic(b) => *b,
            // An untyped constant in a context of interface type keeps its default type.
            _ => match c {
                Const::Bool(_) => Basic::Bool,
                Const::String(_) => Basic::String,
                Const::Int(_) | Const::BigInt(_) => Basic::Int,
                Const::Float(_) => Basic::Float64,
                _ => Basic::Complex128,
            },
        };
        match basic {
            Basic::Bool | Basic::UntypedBool => Val::one(self.bool_const(c.as_bool() == Some(true))),
            Basic::String | Basic::UntypedString => self.string_const(c.as_bytes().unwrap_or_default()),
            Basic::Float32 => Val::one(self.f32_const(c.as_f32().unwrap_or(0.0))),
            Basic::Float64 | Basic::UntypedFloat => Val::one(self.f64_const(c.as_f64().unwrap_or(0.0))),
            Basic::Complex64 => {
                let (re, im) = c.parts().unwrap_or((Const::Int(0), Const::Int(0)));
                let re = self.f32_const(re.as_f32().unwrap_or(0.0));
                Val::of(&[re, self.f32_const(im.as_f32().unwrap_or(0.0))])
            }
            Basic::Complex128 | Basic::UntypedComplex => {
                let (re, im) = c.parts().unwrap_or((Const::Int(0), Const::Int(0)));
                let re = self.f64_const(re.as_f64().unwrap_or(0.0));
                Val::of(&[re, self.f64_const(im.as_f64().unwrap_or(0.0))])
            }
            Basic::UnsafePointer | Basic::UntypedNil => {
                let n = self.int(c.low_bits().unwrap_or(0) as i64);
                Val::one(self.conv(golift_ssa::ConvOp::IntToPtr, n, Ty::Ptr))
            }
            _ => {
                let t = self.m.repr(ty).single().unwrap_or(Ty::I64);
                let n = c.to_int().low_bits().unwrap_or(0) as i64;
                Val::one(self.iconst(n, t))
            }
        }
    }

    /// A float64 constant.
    pub fn f64_const(&mut self, f: f64) -> golift_ssa::ValueId {
        self.b.emit(Op::FConst(f.to_bits()), &[], Ty::F64)
    }

    /// A float32 constant.
    pub fn f32_const(&mut self, f: f32) -> golift_ssa::ValueId {
        self.b.emit(Op::FConst(f.to_bits() as u64), &[], Ty::F32)
    }

    /// A string constant.
    pub fn string_const(&mut self, bytes: &[u8]) -> Val {
        let ptr = if bytes.is_empty() {
            self.nil()
        } else {
            let d = self.m.string_data(bytes);
            self.data(d)
        };
        Val::of(&[ptr, self.int(bytes.len() as i64)])
    }
}
