//! Untyped operands: conversion to the type that their context demands, and the final types of their expressions.
//!
//! An untyped expression's type is only known when its context is; until then it waits in `Checker::untyped`.
//! [`Checker::update_expr_type`] walks down the expression once the type is known. (Spec, Constants; Constant expressions.)

use crate::assign::{ImplicitError, Value};
use crate::check::Checker;
use crate::constant::{Const, Unrepresentable, representable};
use crate::info::Mode;
use crate::operand::{Operand, Part};
use crate::types::{Basic, TypeId};
use golift_base::{Code, Pos};
use golift_frontend::ast::{BinaryOp, Expr, ExprKind, UnaryOp};

/// An expression whose type is still untyped.
#[derive(Clone, Debug)]
pub(crate) struct UntypedExpr {
    /// Whether this is the left operand of a shift that is no constant: its type must become an integer type.
    pub(crate) is_lhs: bool,
    pub(crate) mode: Mode,
    pub(crate) ty: TypeId,
    pub(crate) value: Option<Const>,
}

impl<'a> Checker<'a> {
    /// The part of an operand that assignability looks at.
    pub(crate) fn as_value<'v>(x: &'v Operand<'a>) -> Value<'v> {
        Value { mode: x.mode, ty: x.ty, value: x.val.as_ref() }
    }

    /// Converts an untyped operand to `target`; reports if it does not fit.
    pub(crate) fn convert_untyped(&mut self, x: &mut Operand<'a>, target: TypeId) {
        if x.bad() || self.w.is_typed(x.ty) || self.w.is_invalid(target) {
            return;
        }
        if let Err(code) = self.implicit_convert(x, target) {
            let byte_or_rune = target == crate::universe::BYTE || target == crate::universe::RUNE;
            let keep = byte_or_rune || self.w.is_type_param(target);
            let t = if keep { target } else { self.w.under_id(target) };
            self.invalid_conversion(code, x, t);
            x.spoil();
        }
    }

    /// Gives an untyped operand the type that a context of type `target` implies; the operand is unchanged on errors.
    pub(crate) fn implicit_convert(&mut self, x: &mut Operand<'a>, target: TypeId) -> Result<(), Code> {
        if x.bad() || self.w.is_typed(x.ty) || self.w.is_invalid(target) {
            return Ok(());
        }
        if x.is_nil() {
            if self.w.is_untyped(target) {
                return if target == Basic::UntypedNil.id() { Ok(()) } else { Err("InvalidUntypedConversion") };
            }
            if !self.w.has_nil(target) {
                return Err("InvalidUntypedConversion");
            }
            // The operand stays untyped, so that it is still recognised; its expression gets the type.
            if let Some(e) = x.expr {
                self.update_expr_type(e, target, true);
            }
            return Ok(());
        }
        match self.w.implicit_type(Self::as_value(x), target) {
            Ok((ty, val)) => {
                if let Some(val) = val {
                    if let Some(e) = x.expr {
                        self.update_expr_val(e, &val);
                    }
                    x.val = Some(val);
                }
                if ty != x.ty {
                    x.ty = ty;
                    if let Some(e) = x.expr {
                        self.update_expr_type(e, ty, false);
                    }
                }
                Ok(())
            }
            Err(ImplicitError::Truncated) => Err("TruncatedFloat"),
            Err(ImplicitError::Overflow) => Err("NumericOverflow"),
            Err(ImplicitError::Invalid) => Err("InvalidUntypedConversion"),
        }
    }

    /// Reports that an operand cannot take a type.
    pub(crate) fn invalid_conversion(&mut self, code: Code, x: &Operand<'a>, target: TypeId) {
        let (op, t) = (self.opstr(x), self.tstr(target));
        let msg = match code {
            "TruncatedFloat" => format!("{op} truncated to {t}"),
            "NumericOverflow" => format!("{op} overflows {t}"),
            _ => format!("cannot convert {op} to type {t}"),
        };
        self.error(code, x.pos(), msg);
    }

    /// Rounds a constant operand to a basic type; reports and spoils it if it does not fit.
    pub(crate) fn representable(&mut self, x: &mut Operand<'a>, ty: TypeId) {
        let (Some(val), Some(basic)) = (x.val.clone(), self.w.as_basic(ty)) else { return };
        match representable(&val, basic) {
            Ok(v) => x.val = Some(v),
            Err(why) => {
                let code = if self.w.is_numeric(x.ty) && self.w.is_numeric(ty) {
                    if !self.w.is_integer(x.ty) && self.w.is_integer(ty) {
                        "TruncatedFloat"
                    } else {
                        "NumericOverflow"
                    }
                } else {
                    "InvalidConstVal"
                };
                let _: Unrepresentable = why;
                self.invalid_conversion(code, x, ty);
                x.spoil();
            }
        }
    }

    /// Checks that the result of a constant operation fits its type, or the limits for untyped values.
    pub(crate) fn overflow(&mut self, x: &mut Operand<'a>, op_pos: Pos) {
        let Some(val) = &x.val else { return };
        if val.is_unknown() {
            self.error("InvalidConstVal", op_pos, "constant result is not representable");
            return;
        }
        if self.w.is_typed(x.ty) {
            let ty = x.ty;
            self.representable(x, ty);
            return;
        }
        if matches!(val, Const::Int(_)) {
            return;
        }
        if matches!(val, Const::BigInt(_)) && val.bit_len() > crate::constant::MAX_INT_BITS {
            let op = x.expr.map_or("", operation_name);
            self.error("InvalidConstVal", op_pos, format!("constant {op}overflow"));
            x.val = Some(Const::Unknown);
        } else if let Const::String(s) = val {
            const MAX_LEN: usize = 10 << 20;
            let len = s.len();
            if len > MAX_LEN {
                let msg = format!("constant string too long ({len} bytes > {MAX_LEN} bytes)");
                self.error("InvalidConstVal", op_pos, msg);
                x.val = Some(Const::Unknown);
            }
        }
    }

    /// Changes the value of an expression that is still untyped.
    pub(crate) fn update_expr_val(&mut self, e: &Expr, val: &Const) {
        if let Some(u) = self.untyped.get_mut(&e.id) {
            u.value = Some(val.clone());
        }
    }

    /// Gives an untyped expression and the operands that it hands its type to a new type. With `last`, or when the
    /// type is typed, it is the final one.
    pub(crate) fn update_expr_type(&mut self, e: &'a Expr, ty: TypeId, last: bool) {
        // The spine of left operands is walked in a loop: chains of binary operators may be very long.
        let mut pending: Vec<(&'a Expr, Option<&'a Expr>)> = Vec::new();
        let mut cur = e;
        loop {
            let Some(old) = self.untyped.get(&cur.id) else { break };
            pending.push((cur, None));
            let constant = old.value.is_some();
            match &cur.kind {
                ExprKind::Paren(x) => cur = x,
                ExprKind::Unary(op, x) if !constant && *op != UnaryOp::Recv => cur = x,
                ExprKind::Binary { op, x, y, .. } if !constant && !op.is_comparison() => {
                    if !op.is_shift() {
                        // Left operands come first: errors are reported in this order.
                        pending.pop();
                        pending.push((cur, Some(y)));
                    }
                    cur = x;
                }
                _ => break,
            }
        }
        while let Some((e, right)) = pending.pop() {
            if let Some(y) = right {
                self.update_expr_type(y, ty, last);
            }
            self.finish_expr_type(e, ty, last);
        }
    }

    fn finish_expr_type(&mut self, e: &'a Expr, ty: TypeId, last: bool) {
        if !last && self.w.is_untyped(ty) {
            if let Some(u) = self.untyped.get_mut(&e.id) {
                u.ty = ty;
            }
            return;
        }
        let Some(old) = self.untyped.remove(&e.id) else { return };
        if old.is_lhs && !self.w.is_integer(ty) && !self.all_integer(ty) {
            let msg = format!(
                "invalid operation: shifted operand {} (type {}) must be integer",
                golift_frontend::expr_string(e),
                self.tstr(ty)
            );
            self.error("InvalidShiftOperand", e.span.lo, msg);
            return;
        }
        let mut value = old.value.clone();
        if old.value.is_some() && self.w.is_typed(ty) {
            let mut c =
                Operand { mode: old.mode, ty: old.ty, val: old.value.clone(), expr: Some(e), builtin: None, part: Part::Whole };
            let is_const = self.w.as_basic(ty).is_some();
            if is_const {
                self.convert_untyped(&mut c, ty);
                if c.bad() {
                    return;
                }
                value = c.val;
            }
        }
        self.record_type_and_value(e, old.mode, ty, value);
    }
}

fn operation_name(e: &Expr) -> &'static str {
    match &e.kind {
        ExprKind::Binary { op, .. } => match op {
            BinaryOp::Add => "addition ",
            BinaryOp::Sub => "subtraction ",
            BinaryOp::Xor => "bitwise XOR ",
            BinaryOp::Mul => "multiplication ",
            BinaryOp::Shl => "shift ",
            _ => "",
        },
        ExprKind::Unary(UnaryOp::Xor, _) => "bitwise complement ",
        _ => "",
    }
}
