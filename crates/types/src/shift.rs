//! Shifts (spec, Operators: Integer operators; Constant expressions).

use crate::binary::Operation;
use crate::check::Checker;
use crate::constant::{self, Const};
use crate::info::Mode;
use crate::operand::Operand;
use crate::types::Basic;

/// The largest count of a constant shift.
const SHIFT_BOUND: u64 = 1023 - 1 + 52;

impl<'a> Checker<'a> {
    /// Checks a shift of two evaluated operands.
    pub(crate) fn shift(&mut self, x: &mut Operand<'a>, y: &mut Operand<'a>, o: Operation<'a>) {
        let xval = match (x.mode, &x.val) {
            (Mode::Constant, Some(v)) => Some(v.to_int()),
            _ => None,
        };
        let int_const = xval.as_ref().is_some_and(|v| matches!(v, Const::Int(_) | Const::BigInt(_)));
        if !(self.all_integer(x.ty) || self.w.is_untyped(x.ty) && int_const) {
            let msg = format!("invalid operation: shifted operand {} must be integer", self.opstr(x));
            self.error("InvalidShiftOperand", x.pos(), msg);
            x.spoil();
            return;
        }
        let mut yval = None;
        if y.mode == Mode::Constant {
            let v = y.val.as_ref().map_or(Const::Unknown, Const::to_int);
            if !v.is_unknown() && v.sign() < 0 {
                let msg = format!("invalid operation: negative shift count {}", self.opstr(y));
                self.error("InvalidShiftCount", y.pos(), msg);
                x.spoil();
                return;
            }
            yval = Some(v);
            if self.w.is_untyped(y.ty) {
                self.representable(y, Basic::Uint.id());
                if y.bad() {
                    x.spoil();
                    return;
                }
            }
        } else if self.all_integer(y.ty) && self.w.is_typed(y.ty) {
            if !self.allows(y.pos(), 13) && !self.all_of(y.ty, Basic::is_unsigned) {
                self.require(y.pos(), 13, |c| format!("invalid operation: signed shift count {}", c.opstr(y)));
                x.spoil();
                return;
            }
        } else if self.w.is_untyped(y.ty) {
            self.convert_untyped(y, Basic::Uint.id());
            if y.bad() {
                x.spoil();
                return;
            }
        } else {
            let msg = format!("invalid operation: shift count {} must be integer", self.opstr(y));
            self.error("InvalidShiftCount", y.pos(), msg);
            x.spoil();
            return;
        }
        if x.mode == Mode::Constant {
            if y.mode == Mode::Constant {
                self.constant_shift(x, y, o, xval, yval);
                return;
            }
            if self.w.is_untyped(x.ty) {
                if self.w.is_untyped(y.ty)
                    && let Some(e) = y.expr
                {
                    self.update_expr_type(e, Basic::Uint.id(), true);
                }
                if let Some(e) = x.expr
                    && let Some(u) = self.untyped.get_mut(&e.id)
                {
                    u.is_lhs = true;
                }
                x.mode = Mode::Value;
                x.val = None;
                return;
            }
        }
        if !self.all_integer(x.ty) {
            let msg = format!("invalid operation: shifted operand {} must be integer", self.opstr(x));
            self.error("InvalidShiftOperand", x.pos(), msg);
            x.spoil();
            return;
        }
        if self.w.is_untyped(y.ty)
            && let Some(e) = y.expr
        {
            self.update_expr_type(e, Basic::Uint.id(), true);
        }
        x.mode = Mode::Value;
        x.val = None;
    }

    fn constant_shift(
        &mut self,
        x: &mut Operand<'a>,
        y: &Operand<'a>,
        o: Operation<'a>,
        xval: Option<Const>,
        yval: Option<Const>,
    ) {
        let (xval, yval) = (xval.unwrap_or(Const::Unknown), yval.unwrap_or(Const::Unknown));
        if xval.is_unknown() || yval.is_unknown() {
            x.val = Some(Const::Unknown);
            if !self.w.is_integer(x.ty) {
                x.ty = Basic::UntypedInt.id();
            }
            return;
        }
        let Some(count) = yval.as_u64().filter(|&n| n <= SHIFT_BOUND) else {
            let msg = format!("invalid operation: invalid shift count {}", self.opstr(y));
            self.error("InvalidShiftCount", y.pos(), msg);
            x.spoil();
            return;
        };
        if !self.w.is_integer(x.ty) {
            x.ty = Basic::UntypedInt.id();
        }
        x.val = Some(constant::shift(o.op, &xval, count));
        if let Some(e) = o.e {
            x.expr = Some(e);
        }
        self.overflow(x, o.op_pos);
    }
}
