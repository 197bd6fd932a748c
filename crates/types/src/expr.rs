//! Expressions: the dispatch over their kinds, and the forms of evaluation (spec, Expressions).
//!
//! Input: an expression. Output: an operand, and facts recorded for the expression and everything inside.

use crate::check::Checker;
use crate::constant::{Const, LiteralError};
use golift_frontend::expr_string;
use crate::info::Mode;
use crate::operand::{Operand, Part};
use crate::types::{Basic, Type, TypeId};
use golift_frontend::ast::{Expr, ExprKind, LitKind};

/// How an expression may be used as a statement.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum ExprClass {
    /// A conversion.
    Conversion,
    /// Any expression without effect of its own.
    Expression,
    /// A call or receive: allowed as a statement.
    Statement,
}

/// Which modes a context does not accept.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Exclude {
    ValueOnly,
    ValueOrType,
}

impl<'a> Checker<'a> {
    /// Checks an expression that must be a single value.
    pub(crate) fn expr(&mut self, x: &mut Operand<'a>, e: &'a Expr) {
        self.expr_target(None, x, e);
    }

    /// Like [`Checker::expr`], for a context that demands type `target` (a function value may be inferred from it).
    pub(crate) fn expr_target(&mut self, target: Option<TypeId>, x: &mut Operand<'a>, e: &'a Expr) {
        self.raw_expr(target, x, e, None, false);
        self.exclude(x, Exclude::ValueOnly);
        self.single_value(x);
    }

    /// Checks an expression of which `hint` is the type of an elided composite literal.
    pub(crate) fn expr_with_hint(&mut self, x: &mut Operand<'a>, e: &'a Expr, hint: TypeId, context: &str) {
        self.name_target(Some(hint), |_| context.into());
        self.raw_expr(Some(hint), x, e, Some(hint), false);
        self.exclude(x, Exclude::ValueOnly);
        self.single_value(x);
    }

    /// Checks an expression that may have any number of values.
    pub(crate) fn generic_expr(&mut self, x: &mut Operand<'a>, e: &'a Expr) {
        self.partial_ok = Some(e.id);
        self.raw_expr(None, x, e, None, true);
        self.exclude(x, Exclude::ValueOnly);
        self.single_value(x);
    }

    /// Checks an expression or type.
    pub(crate) fn expr_or_type(&mut self, x: &mut Operand<'a>, e: &'a Expr, allow_generic: bool) {
        self.raw_expr(None, x, e, None, allow_generic);
        self.exclude(x, Exclude::ValueOrType);
        self.single_value(x);
    }

    /// Checks an expression with possibly several values; with `comma_ok` a map index, receive or assertion gives two.
    /// The second result tells whether it did.
    pub(crate) fn multi_expr(&mut self, e: &'a Expr, comma_ok: bool, generic: bool) -> (Vec<Operand<'a>>, bool) {
        let mut x = Operand::invalid();
        self.partial_ok = generic.then_some(e.id);
        self.raw_expr(None, &mut x, e, None, generic);
        self.exclude(&mut x, Exclude::ValueOnly);
        if !x.bad()
            && let Type::Tuple(types) = self.w.ty(x.ty)
        {
            let list = types.iter().map(|&t| Operand::value(t, Some(e))).collect();
            return (list, false);
        }
        if comma_ok && matches!(x.mode, Mode::MapIndex | Mode::CommaOk) {
            let mut ok = Operand::value(Basic::UntypedBool.id(), Some(e));
            ok.part = Part::Ok;
            return (vec![x, ok], true);
        }
        (vec![x], false)
    }

    fn exclude(&mut self, x: &mut Operand<'a>, what: Exclude) {
        let (code, msg) = match (x.mode, what) {
            (Mode::NoValue, Exclude::ValueOnly) => ("TooManyValues", "used as value"),
            (Mode::NoValue, Exclude::ValueOrType) => ("TooManyValues", "used as value or type"),
            (Mode::Builtin, _) if what == Exclude::ValueOnly => ("UncalledBuiltin", "must be called"),
            (Mode::Type, Exclude::ValueOnly) => ("NotAnExpr", "is not an expression"),
            _ => return,
        };
        let msg = format!("{} {msg}", self.opstr(x));
        self.error(code, x.pos(), msg);
        x.spoil();
    }

    /// Reports an operand with several values.
    pub(crate) fn single_value(&mut self, x: &mut Operand<'a>) {
        if x.mode == Mode::Value
            && let Type::Tuple(types) = self.w.ty(x.ty)
        {
            debug_assert!(types.len() != 1);
            let msg = format!("multiple-value {} in single-value context", self.tuple_operand_string(x));
            self.error("TooManyValues", x.pos(), msg);
            x.spoil();
        }
    }

    /// Checks an expression of any mode and records it.
    pub(crate) fn raw_expr(
        &mut self,
        target: Option<TypeId>,
        x: &mut Operand<'a>,
        e: &'a Expr,
        hint: Option<TypeId>,
        allow_generic: bool,
    ) -> ExprClass {
        *x = Operand::invalid();
        let target = match target {
            Some(t) if self.w.is_type_param(t) => self.w.common_under(t),
            other => other,
        };
        let class = self.expr_internal(target, x, e, hint);
        self.check_complete(x);
        if x.bad() {
            x.spoil();
        }
        if !allow_generic {
            match target.filter(|_| self.generic_value(x).is_some()) {
                Some(_) => {
                    x.expr = Some(e);
                    self.func_inst(target, x, e, &[]);
                }
                None => self.non_generic(x),
            }
        }
        x.expr = Some(e);
        self.record(x);
        class
    }

    /// Reports a generic function or type without type arguments.
    pub(crate) fn non_generic(&mut self, x: &mut Operand<'a>) {
        let what = match x.mode {
            Mode::Type if self.w.is_generic(x.ty) => "type",
            Mode::Value
                if matches!(self.w.ty(self.w.unalias(x.ty)), Type::Signature(s) if !s.tparams.is_empty()) =>
            {
                "function"
            }
            _ => return,
        };
        let msg =
            format!("cannot use generic {what} {} without instantiation", self.operand_expr_string(x));
        self.error("WrongTypeArgCount", x.pos(), msg);
        x.spoil();
    }

    fn expr_internal(
        &mut self,
        target: Option<TypeId>,
        x: &mut Operand<'a>,
        e: &'a Expr,
        hint: Option<TypeId>,
    ) -> ExprClass {
        match &e.kind {
            ExprKind::Bad => return ExprClass::Statement,
            ExprKind::Name(name) => self.ident(x, e, *name, false),
            ExprKind::Ellipsis(_) => {
                self.error("InvalidSyntaxTree", e.span.lo, "invalid syntax tree: invalid use of ...");
                x.spoil();
            }
            ExprKind::Lit { kind, text, value } => self.basic_lit(x, e, *kind, text, value),
            ExprKind::FuncLit(lit) => self.func_lit(x, lit),
            ExprKind::Composite { .. } => self.composite_lit(x, e, hint),
            ExprKind::Paren(inner) => {
                let class = self.raw_expr(None, x, inner, None, false);
                return class;
            }
            ExprKind::Selector(..) => self.selector(x, e, false),
            ExprKind::Index { indices, .. } => {
                // An argument may leave type arguments to be inferred from its parameter.
                let partial_ok = self.partial_ok.take() == Some(e.id);
                if self.index_expr(x, e) && !(partial_ok && self.partial_instance(x, e, indices)) {
                    self.func_inst(target, x, e, indices);
                }
            }
            ExprKind::Slice { .. } => self.slice_expr(x, e),
            ExprKind::TypeAssert { x: operand, ty } => {
                self.type_assertion_expr(x, e, operand, ty.as_deref());
            }
            ExprKind::Call { .. } => return self.call_expr(x, e),
            ExprKind::Star(inner) => self.star_expr(x, inner),
            ExprKind::Unary(op, inner) => {
                self.unary(x, e, *op, inner);
                if !x.bad() && *op == golift_frontend::ast::UnaryOp::Recv {
                    return ExprClass::Statement;
                }
            }
            ExprKind::Binary { .. } => self.binary_chain(x, e),
            ExprKind::KeyValue(..) => {
                self.error("InvalidSyntaxTree", e.span.lo, "invalid syntax tree: no key:value expected");
                x.spoil();
            }
            ExprKind::ArrayType { .. }
            | ExprKind::SliceType(_)
            | ExprKind::StructType(_)
            | ExprKind::FuncType(_)
            | ExprKind::InterfaceType(_)
            | ExprKind::MapType(..)
            | ExprKind::ChanType(..) => {
                x.ty = self.typ(e);
                x.mode = Mode::Type;
            }
        }
        ExprClass::Expression
    }

    fn basic_lit(&mut self, x: &mut Operand<'a>, e: &'a Expr, kind: LitKind, text: &str, value: &[u8]) {
        if !self.literal_version(e, kind, text) {
            return x.spoil();
        }
        let ty = match kind {
            LitKind::Int => Basic::UntypedInt,
            LitKind::Float => Basic::UntypedFloat,
            LitKind::Imag => Basic::UntypedComplex,
            LitKind::Rune => Basic::UntypedRune,
            LitKind::String => Basic::UntypedString,
        };
        match Const::from_literal(kind, text, value) {
            Ok(val) if !val.is_unknown() => {
                x.set_const(ty.id(), val);
                x.expr = Some(e);
                self.overflow(x, e.span.lo);
            }
            Err(LiteralError::TooLong) => {
                let head: String = text.chars().take(10).collect();
                let msg = format!("excessively long constant: {head}... ({} chars)", text.len());
                self.error("InvalidConstVal", e.span.lo, msg);
                x.spoil();
            }
            _ => {
                self.error("InvalidConstVal", e.span.lo, format!("malformed constant: {text}"));
                x.spoil();
            }
        }
    }

    fn star_expr(&mut self, x: &mut Operand<'a>, inner: &'a Expr) {
        self.expr_or_type(x, inner, false);
        match x.mode {
            Mode::Invalid => {}
            Mode::Type => {
                let base = x.ty;
                self.later(move |c| c.check_var_type(inner, base));
                x.ty = self.w.new_type(Type::Pointer(base));
            }
            _ => {
                let under = self.w.common_under(x.ty);
                match under.map(|u| self.w.ty(u)) {
                    Some(&Type::Pointer(base)) if !x.is_nil() => {
                        x.mode = Mode::Variable;
                        x.ty = base;
                    }
                    _ => {
                        let msg = format!("invalid operation: cannot indirect {}", self.opstr(x));
                        self.error("InvalidIndirection", x.pos(), msg);
                        x.spoil();
                    }
                }
            }
        }
    }

    fn type_assertion_expr(&mut self, x: &mut Operand<'a>, e: &'a Expr, operand: &'a Expr, ty: Option<&'a Expr>) {
        self.expr(x, operand);
        if x.bad() {
            return;
        }
        let Some(ty) = ty else {
            let msg = "invalid syntax tree: use of .(type) outside type switch";
            self.error("InvalidSyntaxTree", e.span.lo, msg);
            x.spoil();
            return;
        };
        if self.w.is_type_param(x.ty) {
            let msg = format!(
                "invalid operation: cannot use type assertion on type parameter value {}",
                self.opstr(x)
            );
            self.error("InvalidAssert", x.pos(), msg);
            x.spoil();
            return;
        }
        if !self.w.is_interface(x.ty) {
            let msg = format!("invalid operation: {} is not an interface", self.opstr(x));
            self.error("InvalidAssert", x.pos(), msg);
            x.spoil();
            return;
        }
        let t = self.var_type(ty);
        if self.w.is_invalid(t) {
            x.spoil();
            return;
        }
        self.check_assertable(e, x, t, false);
        x.mode = Mode::CommaOk;
        x.ty = t;
    }

    /// Reports an assertion of interface operand `x` to a type that it can never hold.
    pub(crate) fn check_assertable(&mut self, e: &'a Expr, x: &Operand<'a>, t: TypeId, type_switch: bool) {
        let Some(missing) = self.w.assertable_to(x.ty, t, self.pkg) else { return };
        let text = expr_string(e);
        let tt = self.tstr(t);
        let msg = if type_switch {
            let op = self.opstr(x);
            format!("impossible type switch case: {text}\n\t{op} cannot have dynamic type {tt} {}", missing.cause)
        } else {
            let xt = self.tstr(x.ty);
            format!("impossible type assertion: {text}\n\t{tt} does not implement {xt} {}", missing.cause)
        };
        self.error("ImpossibleAssert", e.span.lo, msg);
    }

    /// Evaluates expressions only for their effects on what is used and for their errors; whether all were valid.
    pub(crate) fn use_exprs(&mut self, list: &'a [Expr]) -> bool {
        let mut ok = true;
        for e in list {
            ok &= self.use_expr(e);
        }
        ok
    }

    /// [`Checker::use_exprs`] for one expression.
    pub(crate) fn use_expr(&mut self, e: &'a Expr) -> bool {
        let mut x = Operand::invalid();
        match &e.kind {
            ExprKind::Name(name) => self.raw_name_use(&mut x, e, *name),
            ExprKind::KeyValue(_, v) => return self.use_expr(v),
            _ => {
                self.raw_expr(None, &mut x, e, None, true);
            }
        }
        !x.bad()
    }

    fn raw_name_use(&mut self, x: &mut Operand<'a>, e: &'a Expr, name: golift_base::Symbol) {
        if name.is_blank() {
            x.mode = Mode::Value;
            return;
        }
        self.raw_expr(None, x, e, None, true);
    }
}
