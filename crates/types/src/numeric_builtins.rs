//! Calls of `complex`, `real`, `imag`, `min` and `max` (spec, Manipulating complex numbers; Min and max).

use crate::check::Checker;
use crate::constant::{self, Const};
use golift_frontend::expr_string;
use crate::info::Mode;
use crate::object::Builtin;
use crate::operand::Operand;
use crate::types::Basic;
use golift_frontend::ast::{BinaryOp, Expr};

impl<'a> Checker<'a> {
    pub(crate) fn builtin_complex(&mut self, x: &mut Operand<'a>, call: &'a Expr, mut y: Operand<'a>) -> bool {
        match (self.w.is_untyped(x.ty), self.w.is_untyped(y.ty)) {
            (false, false) => {}
            (true, false) => self.convert_untyped(x, y.ty),
            (false, true) => self.convert_untyped(&mut y, x.ty),
            (true, true) => {
                if x.mode == Mode::Constant && y.mode == Mode::Constant {
                    for o in [&mut *x, &mut y] {
                        let real = o.val.as_ref().is_some_and(|v| !v.to_float().is_unknown());
                        if self.w.is_numeric(o.ty) && real {
                            o.ty = Basic::UntypedFloat.id();
                        }
                    }
                } else {
                    self.convert_untyped(x, Basic::Float64.id());
                    self.convert_untyped(&mut y, Basic::Float64.id());
                }
            }
        }
        if x.bad() || y.bad() {
            return false;
        }
        if !self.w.identical(x.ty, y.ty) {
            let msg = format!(
                "invalid operation: {} (mismatched types {} and {})",
                expr_string(call),
                self.tstr(x.ty),
                self.tstr(y.ty)
            );
            self.error("InvalidComplex", x.pos(), msg);
            return false;
        }
        let result = match self.w.as_basic(x.ty) {
            Some(Basic::Float32) => Basic::Complex64,
            Some(Basic::Float64) => Basic::Complex128,
            Some(Basic::UntypedFloat) => Basic::UntypedComplex,
            _ => {
                let msg =
                    format!("invalid argument: arguments have type {}, expected floating-point", self.tstr(x.ty));
                self.error("InvalidComplex", x.pos(), msg);
                return false;
            }
        };
        if let (Mode::Constant, Mode::Constant, Some(re), Some(im)) = (x.mode, y.mode, &x.val, &y.val) {
            let v = Const::complex(re.to_float(), im.to_float());
            x.set_const(result.id(), v);
        } else {
            x.set_value(result.id());
        }
        true
    }

    pub(crate) fn builtin_real_imag(&mut self, x: &mut Operand<'a>, id: Builtin) -> bool {
        if self.w.is_untyped(x.ty) {
            if x.mode == Mode::Constant {
                if self.w.is_numeric(x.ty) {
                    x.ty = Basic::UntypedComplex.id();
                }
            } else {
                self.convert_untyped(x, Basic::Complex128.id());
                if x.bad() {
                    return false;
                }
            }
        }
        let result = match self.w.as_basic(x.ty) {
            Some(Basic::Complex64) => Basic::Float32,
            Some(Basic::Complex128) => Basic::Float64,
            Some(Basic::UntypedComplex) => Basic::UntypedFloat,
            _ => {
                let msg = format!("invalid argument: argument has type {}, expected complex type", self.tstr(x.ty));
                self.error("InvalidReal", x.pos(), msg);
                return false;
            }
        };
        let parts = match (x.mode, &x.val) {
            (Mode::Constant, Some(v)) => v.parts(),
            _ => None,
        };
        match parts {
            Some((re, im)) => x.set_const(result.id(), if id == Builtin::Real { re } else { im }),
            None => x.set_value(result.id()),
        }
        true
    }

    pub(crate) fn builtin_min_max(&mut self, x: &mut Operand<'a>, id: Builtin, mut args: Vec<Operand<'a>>) -> bool {
        let op = if id == Builtin::Max { BinaryOp::Gt } else { BinaryOp::Lt };
        for i in 0..args.len() {
            let mut a = args[i].clone();
            if !self.all_of(a.ty, Basic::is_ordered) {
                let msg = format!("invalid argument: {} cannot be ordered", self.opstr(&a));
                self.error("InvalidMinMaxOperand", a.pos(), msg);
                return false;
            }
            if i == 0 {
                continue;
            }
            let fits = self.match_operands(x, &mut a);
            if x.bad() {
                return false;
            }
            if !fits || !self.w.identical(x.ty, a.ty) {
                let msg = format!(
                    "invalid argument: mismatched types {} (previous argument) and {} (type of {})",
                    self.tstr(x.ty),
                    self.tstr(a.ty),
                    self.operand_expr_string(&a)
                );
                self.error("MismatchedTypes", a.pos(), msg);
                return false;
            }
            if let (Mode::Constant, Mode::Constant, Some(v), Some(w)) = (x.mode, a.mode, &x.val, &a.val) {
                if constant::compare(op, w, v) {
                    *x = a.clone();
                }
            } else {
                x.mode = Mode::Value;
                x.val = None;
            }
            args[i] = a;
        }
        if x.mode != Mode::Constant {
            x.mode = Mode::Value;
            if self.w.is_untyped(x.ty) {
                x.ty = self.w.default_type(x.ty);
            }
        }
        for a in &args {
            if let Some(e) = a.expr {
                self.update_expr_type(e, x.ty, true);
            }
        }
        true
    }
}
