//! `print` and `println`.

use super::func::FuncLowerer;
use super::value::Val;
use golift_abi::Builtin;
use golift_frontend::ast::Expr;
use golift_ssa::{ConvOp, Ty};
use golift_types::{Basic, Type, TypeId};

impl<'p> FuncLowerer<'p, '_> {
    /// `print(args...)` or `println(args...)`: all arguments are evaluated before anything is printed.
    pub fn print(&mut self, args: &'p [Expr], line: bool) {
        let values = self.builtin_values(args);
        for (i, (v, ty)) in values.iter().enumerate() {
            if line && i > 0 {
                self.print_text(" ");
            }
            self.print_value(v, *ty);
        }
        if line {
            self.print_text("\n");
        }
    }

    fn print_text(&mut self, text: &str) {
        let s = self.string_const(text.as_bytes());
        self.builtin(Builtin::rt_printstring, s.flat(), None);
    }

    fn print_value(&mut self, v: &Val, ty: TypeId) {
        match self.w.under(ty) {
            Type::Basic(b) => match b {
                Basic::Bool | Basic::UntypedBool => {
                    self.builtin(Builtin::rt_printbool, v.flat(), None);
                }
                Basic::String | Basic::UntypedString => {
                    self.builtin(Builtin::rt_printstring, v.flat(), None);
                }
                Basic::UnsafePointer | Basic::UntypedNil => {
                    self.builtin(Builtin::rt_printpointer, v.flat(), None);
                }
                Basic::Float32 => {
                    self.builtin(Builtin::rt_printfloat32, v.flat(), None);
                }
                Basic::Complex64 => {
                    self.builtin(Builtin::rt_printcomplex64, v.flat(), None);
                }
                b if b.is_float() => {
                    let f = self.widen(v.scalar());
                    self.builtin(Builtin::rt_printfloat, &[f], None);
                }
                b if b.is_complex() => {
                    let (re, im) = (self.widen(v.at(0)), self.widen(v.at(1)));
                    self.builtin(Builtin::rt_printcomplex, &[re, im], None);
                }
                Basic::Uintptr => {
                    self.builtin(Builtin::rt_printuint, v.flat(), None);
                }
                b => {
                    let n = self.extend(v.scalar(), !b.is_unsigned());
                    let f = if b.is_unsigned() { Builtin::rt_printuint } else { Builtin::rt_printint };
                    self.builtin(f, &[n], None);
                }
            },
            Type::Slice(_) => {
                self.builtin(Builtin::rt_printslice, v.flat(), None);
            }
            Type::Interface { .. } => {
                self.builtin(Builtin::rt_printiface, v.flat(), None);
            }
            _ => {
                self.builtin(Builtin::rt_printpointer, v.flat(), None);
            }
        }
    }

    fn widen(&mut self, v: golift_ssa::ValueId) -> golift_ssa::ValueId {
        if self.b.func.ty(v) == Ty::F32 { self.conv(ConvOp::FPromote, v, Ty::F64) } else { v }
    }
}
