//! Unary and binary operators, comparisons, shifts (spec, Operators).

use crate::check::Checker;
use crate::constant::{self, Const, Division};
use golift_frontend::{expr_string, unparen};
use crate::info::Mode;
use crate::operand::Operand;
use crate::types::{Basic, Type, TypeId};
use golift_base::Pos;
use golift_frontend::ast::{BinaryOp, ChanDir, Expr, ExprKind, UnaryOp};

/// What messages quote as the operation: an expression, or the sides of `x op= y`.
#[derive(Clone, Copy)]
pub(crate) struct Operation<'a> {
    /// The whole expression, if there is one.
    pub(crate) e: Option<&'a Expr>,
    /// The left operand's expression.
    pub(crate) lhs: &'a Expr,
    /// The right operand's expression.
    pub(crate) rhs: &'a Expr,
    pub(crate) op: BinaryOp,
    pub(crate) op_pos: Pos,
}

/// Constant texts longer than this are not noted for the inner expressions of a concatenation.
const MAX_PART: usize = 1 << 12;

impl<'a> Checker<'a> {
    /// Checks a unary operation.
    pub(crate) fn unary(&mut self, x: &mut Operand<'a>, e: &'a Expr, op: UnaryOp, inner: &'a Expr) {
        self.expr(x, inner);
        if x.bad() {
            return;
        }
        match op {
            UnaryOp::Addr => {
                let literal = matches!(unparen(inner).kind, ExprKind::Composite { .. });
                if !literal && x.mode != Mode::Variable {
                    let msg = format!("invalid operation: cannot take address of {}", self.opstr(x));
                    self.error("UnaddressableOperand", x.pos(), msg);
                    x.spoil();
                    return;
                }
                x.mode = Mode::Value;
                x.ty = self.w.new_type(Type::Pointer(x.ty));
                return;
            }
            UnaryOp::Recv => {
                let Some(elem) = self.chan_elem(x.pos(), x, true) else {
                    x.spoil();
                    return;
                };
                x.mode = Mode::CommaOk;
                x.ty = elem;
                self.env.has_call_or_recv = true;
                return;
            }
            UnaryOp::Tilde => {
                let msg = if self.all_integer(x.ty) {
                    "cannot use ~ outside of interface or type constraint (use ^ for bitwise complement)"
                } else {
                    "cannot use ~ outside of interface or type constraint"
                };
                self.error("UndefinedOp", e.span.lo, msg);
                x.spoil();
                return;
            }
            _ => {}
        }
        let defined = match op {
            UnaryOp::Plus | UnaryOp::Neg => self.all_of(x.ty, Basic::is_numeric),
            UnaryOp::Xor => self.all_integer(x.ty),
            _ => self.all_of(x.ty, Basic::is_boolean),
        };
        if !defined {
            let msg = format!("invalid operation: operator {} not defined on {}", op.as_str(), self.opstr(x));
            self.error("UndefinedOp", x.pos(), msg);
            x.spoil();
            return;
        }
        if x.mode == Mode::Constant {
            let val = x.val.take().unwrap_or(Const::Unknown);
            if val.is_unknown() {
                x.val = Some(val);
                return;
            }
            let bits =
                if self.w.is_unsigned(x.ty) { self.w.size_of(x.ty) as u32 * 8 } else { 0 };
            x.val = Some(constant::unary_op(op, &val, bits));
            x.expr = Some(e);
            self.overflow(x, e.span.lo);
            return;
        }
        x.mode = Mode::Value;
    }

    /// The element type of a channel operand that is received from or sent to; reports anything else.
    pub(crate) fn chan_elem(&mut self, pos: Pos, x: &Operand<'a>, recv: bool) -> Option<TypeId> {
        let under = self.w.common_under(x.ty);
        let cause = match under.map(|u| self.w.ty(u)) {
            Some(&Type::Chan(dir, elem)) => match (dir, recv) {
                (ChanDir::Send, true) => "send-only channel",
                (ChanDir::Recv, false) => "receive-only channel",
                _ => return Some(elem),
            },
            _ => "non-channel",
        };
        if self.w.is_type_param(x.ty) {
            return self.type_set_chan_elem(pos, x, recv);
        }
        let cause = format!("{cause} {}", self.tstr(x.ty));
        let verb = if recv { "cannot receive from" } else { "cannot send to" };
        let code = if recv { "InvalidReceive" } else { "InvalidSend" };
        let msg = format!("invalid operation: {verb} {cause} {}", self.opstr(x));
        self.error(code, pos, msg);
        None
    }

    /// The element type of a channel of type parameter type: that of all channels in its type set.
    fn type_set_chan_elem(&mut self, pos: Pos, x: &Operand<'a>, recv: bool) -> Option<TypeId> {
        let types = self.w.type_set_of(x.ty).unwrap_or_default();
        let mut found: Option<(TypeId, TypeId)> = None;
        let mut cause = if types.is_empty() { "no specific channel type".to_string() } else { String::new() };
        for t in types {
            let Type::Chan(dir, elem) = *self.w.under(t) else {
                cause = format!("non-channel {}", self.tstr(t));
                break;
            };
            if dir == ChanDir::Send && recv {
                cause = format!("send-only channel {}", self.tstr(t));
                break;
            }
            if dir == ChanDir::Recv && !recv {
                cause = format!("receive-only channel {}", self.tstr(t));
                break;
            }
            match found {
                None => found = Some((t, elem)),
                Some((_, e)) if self.w.identical(e, elem) => {}
                Some((first, _)) => {
                    let (a, b) = (self.tstr(first), self.tstr(t));
                    cause = format!("channels {a} and {b} have different element types");
                    break;
                }
            }
        }
        if cause.is_empty() {
            return found.map(|(_, e)| e);
        }
        let verb = if recv { "cannot receive from" } else { "cannot send to" };
        let code = if recv { "InvalidReceive" } else { "InvalidSend" };
        let msg = format!("invalid operation: {verb} {}: {cause}", self.opstr(x));
        self.error(code, pos, msg);
        None
    }

    /// Checks a binary expression; the spine of left operands is walked in a loop.
    pub(crate) fn binary_chain(&mut self, x: &mut Operand<'a>, e: &'a Expr) {
        let mut spine: Vec<&'a Expr> = Vec::new();
        let mut cur = e;
        while let ExprKind::Binary { x: left, .. } = &cur.kind {
            spine.push(cur);
            cur = left;
        }
        self.expr(x, cur);
        let mut long: Option<Operand<'a>> = None;
        while let Some(b) = spine.pop() {
            let ExprKind::Binary { op, op_pos, x: left, y } = &b.kind else { return };
            let operation = Operation { e: Some(b), lhs: left, rhs: y, op: *op, op_pos: *op_pos };
            self.binary(x, operation);
            x.expr = Some(b);
            if let Some(part) = long.take().filter(|_| x.mode != Mode::Constant) {
                self.record(&part);
            }
            if !spine.is_empty() {
                if x.bad() {
                    x.spoil();
                }
                // The parts of a long constant text would take memory that grows with the square of its length.
                match &x.val {
                    Some(Const::String(text)) if text.len() > MAX_PART => long = Some(x.clone()),
                    _ => self.record(x),
                }
            }
        }
    }

    /// Checks `x op rhs` with `x` already evaluated.
    pub(crate) fn binary(&mut self, x: &mut Operand<'a>, o: Operation<'a>) {
        let mut y = Operand::invalid();
        self.expr(&mut y, o.rhs);
        if x.bad() {
            return;
        }
        if y.bad() {
            x.spoil();
            x.expr = y.expr;
            return;
        }
        if o.op.is_shift() {
            self.shift(x, &mut y, o);
            return;
        }
        let before = (x.ty, y.ty);
        if !self.match_operands(x, &mut y) {
            let pos = if o.op.is_comparison() { y.pos() } else { x.pos() };
            self.mismatch(pos, o, before);
            x.spoil();
            return;
        }
        if x.bad() {
            return;
        }
        if o.op.is_comparison() {
            self.comparison(x, &mut y, o.op, false);
            return;
        }
        if !self.w.identical(x.ty, y.ty) {
            if !self.w.is_invalid(x.ty) && !self.w.is_invalid(y.ty) {
                // Untyped strings and booleans show the type that an interface gives them, numbers do not.
                let shown = |c: &Self, was, now| if c.w.is_untyped_numeric(was) { was } else { now };
                let types = (shown(self, before.0, x.ty), shown(self, before.1, y.ty));
                self.mismatch(x.pos(), o, types);
            }
            x.spoil();
            return;
        }
        if !self.operator_defined(x.ty, o.op) {
            let msg = format!("invalid operation: operator {} not defined on {}", o.op.as_str(), self.opstr(x));
            self.error("UndefinedOp", x.pos(), msg);
            x.spoil();
            return;
        }
        if matches!(o.op, BinaryOp::Div | BinaryOp::Rem)
            && (x.mode == Mode::Constant || self.all_integer(x.ty))
            && y.mode == Mode::Constant
            && y.val.as_ref().is_some_and(|v| v.is_zero() || self.w.is_complex(x.ty) && norm_is_zero(v))
        {
            self.error("DivByZero", y.pos(), "invalid operation: division by zero");
            x.spoil();
            return;
        }
        if x.mode == Mode::Constant && y.mode == Mode::Constant {
            let (a, b) = (x.val.take().unwrap_or(Const::Unknown), y.val.take().unwrap_or(Const::Unknown));
            if a.is_unknown() || b.is_unknown() {
                x.val = Some(Const::Unknown);
                return;
            }
            let division = if self.w.is_integer(x.ty) { Division::Integer } else { Division::Exact };
            x.val = Some(constant::binary_op(o.op, &a, &b, division));
            if let Some(e) = o.e {
                x.expr = Some(e);
            }
            self.overflow(x, o.op_pos);
            return;
        }
        x.mode = Mode::Value;
        x.val = None;
    }

    fn mismatch(&mut self, pos: Pos, o: Operation<'a>, types: (TypeId, TypeId)) {
        let (xt, yt) = (self.tstr(types.0), self.tstr(types.1));
        let what = match o.e {
            Some(e) => expr_string(e),
            None => format!("{} {}= {}", expr_string(o.lhs), o.op.as_str(), expr_string(o.rhs)),
        };
        self.error("MismatchedTypes", pos, format!("invalid operation: {what} (mismatched types {xt} and {yt})"));
    }

    fn operator_defined(&self, ty: TypeId, op: BinaryOp) -> bool {
        match op {
            BinaryOp::Add => self.all_of(ty, |b| b.is_numeric() || b.is_string()),
            BinaryOp::Sub | BinaryOp::Mul | BinaryOp::Div => self.all_of(ty, Basic::is_numeric),
            BinaryOp::Rem | BinaryOp::And | BinaryOp::Or | BinaryOp::Xor | BinaryOp::AndNot => self.all_integer(ty),
            BinaryOp::LogAnd | BinaryOp::LogOr => self.all_of(ty, Basic::is_boolean),
            _ => true,
        }
    }

    /// Whether the type, or each type of a type parameter's set, is a basic type with a property.
    pub(crate) fn all_of(&self, ty: TypeId, f: impl Fn(Basic) -> bool) -> bool {
        if !self.w.is_type_param(ty) {
            return self.w.as_basic(ty).is_some_and(f);
        }
        match self.w.type_set_of(ty) {
            Some(types) => !types.is_empty() && types.iter().all(|&t| self.w.as_basic(t).is_some_and(&f)),
            None => false,
        }
    }

    /// Whether the type, or each type of a type parameter's set, is an integer type.
    pub(crate) fn all_integer(&self, ty: TypeId) -> bool {
        self.all_of(ty, Basic::is_integer)
    }

    /// Converts an untyped operand to the other's type where that may make sense. False if they do not mix, which is
    /// yet to be reported; if a value does not fit, that is reported and `x` is spoiled.
    pub(crate) fn match_operands(&mut self, x: &mut Operand<'a>, y: &mut Operand<'a>) -> bool {
        if !self.may_convert(x, y) {
            return true;
        }
        let target = y.ty;
        if !self.match_operand(x, target) {
            return false;
        }
        if x.bad() {
            return true;
        }
        let target = x.ty;
        if !self.match_operand(y, target) {
            return false;
        }
        if y.bad() {
            x.spoil();
        }
        true
    }

    fn match_operand(&mut self, x: &mut Operand<'a>, target: TypeId) -> bool {
        match self.implicit_convert(x, target) {
            Ok(()) => true,
            Err("InvalidUntypedConversion") if self.w.is_interface(target) && !self.w.is_untyped_numeric(x.ty) => {
                self.convert_untyped(x, target);
                true
            }
            Err("InvalidUntypedConversion") if !self.w.is_type_param(target) => false,
            Err(_) => {
                self.convert_untyped(x, target);
                true
            }
        }
    }

    fn may_convert(&self, x: &Operand<'a>, y: &Operand<'a>) -> bool {
        let w = &self.w;
        if w.is_typed(x.ty) && w.is_typed(y.ty) {
            return false;
        }
        let plain_interface = |t: TypeId| w.is_interface(t) && !w.is_type_param(t);
        if plain_interface(x.ty) || plain_interface(y.ty) {
            return true;
        }
        if self.all_of(x.ty, Basic::is_boolean) != self.all_of(y.ty, Basic::is_boolean) {
            return false;
        }
        if self.all_of(x.ty, Basic::is_string) != self.all_of(y.ty, Basic::is_string) {
            return false;
        }
        if x.is_nil() {
            return w.has_nil(y.ty);
        }
        if y.is_nil() {
            return w.has_nil(x.ty);
        }
        w.pointer_elem(x.ty).is_none() && w.pointer_elem(y.ty).is_none()
    }

    /// Checks a comparison of two operands; `switch_case`: `x` is a case of a switch on `y`.
    pub(crate) fn comparison(&mut self, x: &mut Operand<'a>, y: &mut Operand<'a>, op: BinaryOp, switch_case: bool) {
        if self.w.is_invalid(x.ty) || self.w.is_invalid(y.ty) {
            x.spoil();
            return;
        }
        if let Err((at_y, code, cause)) = self.comparable_operands(x, y, op) {
            let (xs, ys) = (self.operand_text(x), self.operand_text(y));
            if switch_case {
                let msg = format!("invalid case {xs} in switch on {ys} ({cause})");
                self.error(code, x.pos(), msg);
            } else {
                let pos = if at_y { y.pos() } else { x.pos() };
                let msg = format!("invalid operation: {xs} {} {ys} ({cause})", op.as_str());
                self.error(code, pos, msg);
            }
            x.spoil();
            return;
        }
        if x.mode == Mode::Constant && y.mode == Mode::Constant {
            let truth = match (&x.val, &y.val) {
                (Some(a), Some(b)) => constant::compare(op, a, b),
                _ => false,
            };
            x.val = Some(Const::Bool(truth));
        } else {
            x.mode = Mode::Value;
            x.val = None;
            // The operands are materialised: untyped ones with their default types, nil with the other's type.
            for (o, other) in [(&*x, &*y), (&*y, &*x)] {
                if let Some(e) = o.expr {
                    let nil = o.ty == Basic::UntypedNil.id();
                    let ty = if nil { other.ty } else { self.w.default_type(o.ty) };
                    self.update_expr_type(e, ty, true);
                }
            }
        }
        x.ty = Basic::UntypedBool.id();
    }

    fn operand_text(&self, x: &Operand<'a>) -> String {
        self.operand_expr_string(x)
    }

    /// The error is (whether it is the right operand's, code, cause).
    fn comparable_operands(
        &self,
        x: &Operand<'a>,
        y: &Operand<'a>,
        op: BinaryOp,
    ) -> Result<(), (bool, &'static str, String)> {
        let w = &self.w;
        let fits = w.assignable_to(Self::as_value(x), y.ty, self.pkg).is_ok()
            || w.assignable_to(Self::as_value(y), x.ty, self.pkg).is_ok();
        if !fits {
            let cause = format!("mismatched types {} and {}", self.tstr(x.ty), self.tstr(y.ty));
            return Err((true, "MismatchedTypes", cause));
        }
        let code = "UndefinedOp";
        for (at_y, o) in [(false, x), (true, y)] {
            if w.is_type_param(o.ty) && w.type_set_of(o.ty).is_some_and(|types| types.is_empty()) {
                return Err((at_y, code, "empty type set".into()));
            }
        }
        let fail = |at_y: bool, cause: String| {
            let mut at_y = at_y;
            let cause = if !cause.is_empty() {
                cause
            } else if w.is_type_param(x.ty) || w.is_type_param(y.ty) {
                at_y |= !w.is_type_param(x.ty);
                let t = if at_y { y.ty } else { x.ty };
                format!("type parameter {} cannot use operator {}", self.tstr(t), op.as_str())
            } else {
                let t = if at_y { y.ty } else { x.ty };
                let kind = self.composite_kind(t);
                let what = if kind.is_empty() { self.tstr(t) } else { kind.into() };
                format!("operator {} not defined on {what}", op.as_str())
            };
            Err((at_y, code, cause))
        };
        if matches!(op, BinaryOp::Eq | BinaryOp::Ne) {
            if x.is_nil() || y.is_nil() {
                let ty = if x.is_nil() { y.ty } else { x.ty };
                if !w.has_nil(ty) || (x.is_nil() && y.is_nil()) {
                    return fail(true, String::new());
                }
            } else if !w.is_comparable(x.ty, true) {
                return fail(false, w.incomparable_cause(x.ty, self.pkg));
            } else if !w.is_comparable(y.ty, true) {
                return fail(true, w.incomparable_cause(y.ty, self.pkg));
            }
        } else if !self.all_of(x.ty, Basic::is_ordered) {
            return fail(false, String::new());
        } else if !self.all_of(y.ty, Basic::is_ordered) {
            return fail(true, String::new());
        }
        Ok(())
    }
}

/// Whether a divisor's squares underflow.
fn norm_is_zero(v: &Const) -> bool {
    let square = |c: &Const| crate::constant::binary_op(BinaryOp::Mul, c, c, crate::constant::Division::Exact);
    v.parts().is_some_and(|(re, im)| square(&re).is_zero() && square(&im).is_zero())
}
