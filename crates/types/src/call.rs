//! Calls and conversions (spec, Calls; Passing arguments to ... parameters; Conversions).

use crate::check::Checker;
use crate::expr::ExprClass;
use golift_frontend::expr_string;
use crate::info::Mode;
use crate::operand::Operand;
use crate::types::{Basic, Signature, Type, TypeId};
use crate::universe::EMPTY_TUPLE;
use golift_base::Pos;
use golift_frontend::ast::{Expr, ExprKind};

impl<'a> Checker<'a> {
    /// Checks a call, conversion or call of a predeclared function.
    pub(crate) fn call_expr(&mut self, x: &mut Operand<'a>, e: &'a Expr) -> ExprClass {
        let ExprKind::Call { fun, args, spread, .. } = &e.kind else { return ExprClass::Statement };
        let mut type_args: Option<(&'a Expr, &'a [Expr])> = None;
        if let ExprKind::Index { indices, .. } = &fun.kind {
            if self.index_expr(x, fun) {
                type_args = Some((fun, indices));
            }
            x.expr = Some(fun);
            if x.bad() {
                x.spoil();
            }
            self.record(x);
        } else {
            self.expr_or_type(x, fun, true);
        }
        match x.mode {
            Mode::Invalid => {
                self.use_exprs(args);
                x.spoil();
                x.expr = Some(e);
                return ExprClass::Statement;
            }
            Mode::Type => {
                self.non_generic(x);
                if x.bad() {
                    self.use_exprs(args);
                    return ExprClass::Conversion;
                }
                let t = x.ty;
                x.spoil();
                self.conversion_call(x, t, args, *spread, e.span.lo);
                x.expr = Some(e);
                return ExprClass::Conversion;
            }
            Mode::Builtin => {
                let Some(id) = x.builtin else { return ExprClass::Statement };
                if !self.builtin_call(x, e, id) {
                    x.spoil();
                }
                x.expr = Some(e);
                if !x.bad() && x.mode != Mode::Constant {
                    self.env.has_call_or_recv = true;
                }
                return Self::builtin_class(id);
            }
            _ => {}
        }
        let sig = match self.w.common_under(x.ty).map(|u| self.w.ty(u).clone()) {
            Some(Type::Signature(sig)) => sig,
            under => {
                let why = match under {
                    None => self.w.no_common_under(x.ty, self.pkg),
                    // Of a type parameter what its types have in common.
                    Some(_) if self.w.is_type_param(x.ty) => {
                        let under = self.w.common_under(x.ty).unwrap_or(x.ty);
                        format!("{} is not a function", self.tstr(under))
                    }
                    Some(_) => format!("{} is not a function", self.tstr(x.ty)),
                };
                let msg = format!("invalid operation: cannot call {}: {why}", self.opstr(x));
                self.error("InvalidCall", x.pos(), msg);
                x.spoil();
                x.expr = Some(e);
                return ExprClass::Statement;
            }
        };
        let generic = !sig.tparams.is_empty();
        let operands = self.expr_list(args, generic || args.len() > 0);
        let result = if generic || self.any_generic(&operands) {
            self.generic_call(x, e, sig, type_args, operands)
        } else {
            self.arguments(e, &sig, operands);
            Some(sig)
        };
        let Some(sig) = result else {
            x.spoil();
            x.expr = Some(e);
            self.env.has_call_or_recv = true;
            return ExprClass::Statement;
        };
        match &sig.results[..] {
            [] => {
                x.mode = Mode::NoValue;
                x.ty = EMPTY_TUPLE;
            }
            [r] => x.set_value(r.ty),
            many => {
                let types = many.iter().map(|r| r.ty).collect();
                let tuple = self.w.new_tuple(types);
                x.set_value(tuple);
            }
        }
        x.val = None;
        x.expr = Some(e);
        if x.mode == Mode::Value && self.w.is_invalid(x.ty) {
            x.spoil();
        }
        self.env.has_call_or_recv = true;
        ExprClass::Statement
    }

    /// Evaluates a list of expressions; a single call may give several values.
    pub(crate) fn expr_list(&mut self, list: &'a [Expr], generic: bool) -> Vec<Operand<'a>> {
        if let [e] = list {
            return self.multi_expr(e, false, generic).0;
        }
        let mut out = Vec::with_capacity(list.len());
        for e in list {
            let mut x = Operand::invalid();
            if generic {
                self.generic_expr(&mut x, e);
            } else {
                self.expr(&mut x, e);
            }
            out.push(x);
        }
        out
    }

    /// The types of the parameters that `count` arguments are assigned to; reports a wrong count.
    pub(crate) fn match_params(
        &mut self,
        call: &'a Expr,
        sig: &Signature,
        args: &[Operand<'a>],
    ) -> Option<Vec<TypeId>> {
        let ExprKind::Call { fun, args: exprs, spread, .. } = &call.kind else { return None };
        let nargs = args.len();
        let mut npars = sig.params.len();
        let mut params: Vec<TypeId> = sig.params.iter().map(|p| p.ty).collect();
        if sig.variadic {
            if *spread {
                if exprs.len() == 1 && nargs > 1 {
                    let msg = format!("cannot use ... with {nargs}-valued {}", expr_string(&exprs[0]));
                    self.error("InvalidDotDotDot", call.span.lo, msg);
                    return None;
                }
            } else if nargs + 1 >= npars {
                let last = params.pop().unwrap_or(Self::INVALID);
                let elem = match *self.w.under(last) {
                    Type::Slice(e) => e,
                    // `append([]byte, string...)` has no other form.
                    _ => last,
                };
                params.resize(nargs, elem);
                npars = nargs;
            } else {
                npars -= 1;
            }
        } else if *spread {
            let msg = format!("cannot use ... in call to non-variadic {}", expr_string(fun));
            self.error("NonVariadicDotDotDot", call.span.lo, msg);
            return None;
        }
        if nargs == npars {
            return Some(params);
        }
        let (pos, qualifier) = if nargs > npars {
            (args[npars].pos(), "too many")
        } else if nargs > 0 {
            (args[nargs - 1].pos(), "not enough")
        } else {
            (call.span.lo, "not enough")
        };
        let have: Vec<TypeId> = args.iter().map(|a| a.ty).collect();
        let want: Vec<TypeId> = sig.params.iter().map(|p| p.ty).collect();
        let msg = format!(
            "{qualifier} arguments in call to {}\n\thave {}\n\twant {}",
            expr_string(fun),
            self.types_summary(&have, false, *spread),
            self.types_summary(&want, sig.variadic, false)
        );
        self.error("WrongArgCount", pos, msg);
        None
    }

    fn arguments(&mut self, call: &'a Expr, sig: &Signature, mut args: Vec<Operand<'a>>) {
        let Some(params) = self.match_params(call, sig, &args) else {
            return;
        };
        let ExprKind::Call { fun, .. } = &call.kind else { return };
        let mut context = None;
        for (a, &p) in args.iter_mut().zip(&params) {
            if !self.quick_assign(a, p) {
                let context = context.get_or_insert_with(|| format!("argument to {}", expr_string(fun)));
                self.assignment(a, Some(p), context);
            }
        }
    }

    /// Whether the operand plainly has the type already, so that nothing is to be checked.
    fn quick_assign(&self, a: &Operand<'a>, p: TypeId) -> bool {
        a.ty == p
            && matches!(a.mode, Mode::Value | Mode::Variable | Mode::MapIndex | Mode::CommaOk)
            && !matches!(self.w.ty(a.ty), Type::Tuple(_) | Type::Basic(Basic::Invalid) | Type::Signature(_))
            && self.w.is_typed(a.ty)
    }

    /// Types in a message about counts: `(number, string)`.
    pub(crate) fn types_summary(&self, list: &[TypeId], variadic: bool, spread: bool) -> String {
        let mut out = String::from("(");
        for (i, &t) in list.iter().enumerate() {
            if i > 0 {
                out.push_str(", ");
            }
            let last = i + 1 == list.len();
            let mut text = if self.w.is_invalid(t) {
                "unknown type".to_string()
            } else if self.w.is_untyped(t) {
                if self.w.is_numeric(t) { "number".into() } else { self.tstr(t).replace("untyped ", "") }
            } else {
                self.tstr(t)
            };
            if last && variadic {
                if let Type::Slice(e) = *self.w.ty(t) {
                    text = self.tstr(e);
                }
                text.insert_str(0, "...");
            } else if last && spread {
                text.push_str("...");
            }
            out.push_str(&text);
        }
        out.push(')');
        out
    }

    fn conversion_call(&mut self, x: &mut Operand<'a>, t: TypeId, args: &'a [Expr], spread: bool, start: Pos) {
        match args {
            [] => {
                let msg = format!("missing argument in conversion to {}", self.tstr(t));
                self.error("WrongArgCount", start, msg);
            }
            [arg] => {
                self.name_target(Some(t), |c| c.tstr(t));
                self.expr_target(Some(t), x, arg);
                if !x.bad() && !self.complete_named(t) {
                    x.spoil();
                }
                if x.bad() {
                    return;
                }
                if self.w.is_interface(t) && !self.w.is_type_param(t) {
                    let set = self.w.type_set(self.w.under_id(t));
                    if !set.is_method_set() {
                        let msg = format!(
                            "cannot use interface {} in conversion (contains specific type constraints or is comparable)",
                            self.tstr(t)
                        );
                        self.error("MisplacedConstraintIface", start, msg);
                        x.spoil();
                        return;
                    }
                }
                if spread {
                    let msg = format!("invalid use of ... in conversion to {}", self.tstr(t));
                    self.error("BadDotDotDotSyntax", arg.span.lo, msg);
                    return;
                }
                self.conversion(x, t);
            }
            [.., last] => {
                self.use_exprs(args);
                let msg = format!("too many arguments in conversion to {}", self.tstr(t));
                self.error("WrongArgCount", last.span.lo, msg);
            }
        }
    }

    /// Whether a constant may be converted to each type of a type parameter's set; the error is the cause.
    fn constant_fits_each(&self, x: &Operand<'a>, t: TypeId) -> Result<(), String> {
        let val = x.val.clone().unwrap_or(crate::Const::Unknown);
        let types = self.w.type_set_of(t).filter(|types| !types.is_empty());
        let Some(types) = types else {
            return Err(format!("{} does not contain specific types", self.tstr(t)));
        };
        for u in types.into_iter().map(|t| self.w.under_id(t)) {
            let text = self.w.is_string(x.ty) && self.w.is_bytes_or_runes(u);
            if text || self.w.is_const_type(u) && self.w.convert_const(&val, x.ty, u).is_some() {
                continue;
            }
            let (ut, tt) = (self.tstr(u), self.tstr(t));
            return Err(if self.w.is_integer(x.ty) && self.w.is_integer(u) {
                format!("constant {} overflows {ut} (in {tt})", val.display())
            } else {
                format!("cannot convert {} to type {ut} (in {tt})", self.opstr(x))
            });
        }
        Ok(())
    }

    /// Conversions of slices to arrays and to pointers to arrays came late.
    fn array_conversion_version(&self, x: &Operand<'a>, t: TypeId) -> Result<(), String> {
        let (minor, what) = match (self.w.under(x.ty), self.w.under(t)) {
            (Type::Slice(_), Type::Array(..)) => (20, "array"),
            (Type::Slice(_), Type::Pointer(_)) => (17, "array pointer"),
            _ => return Ok(()),
        };
        if self.allows(x.pos(), minor) {
            return Ok(());
        }
        Err(format!("conversion of slice to {what} requires go1.{minor} or later"))
    }

    /// Converts an operand to a type (spec, Conversions).
    pub(crate) fn conversion(&mut self, x: &mut Operand<'a>, t: TypeId) {
        let constant = x.mode == Mode::Constant;
        let const_type = self.w.is_const_type(t) && !self.w.is_type_param(t);
        let mut result: Result<(), String> = Err(String::new());
        if constant && const_type {
            let val = x.val.clone().unwrap_or(crate::Const::Unknown);
            if let Some(v) = self.w.convert_const(&val, x.ty, t) {
                x.val = Some(v);
                result = Ok(());
            } else if self.w.is_integer(x.ty) && self.w.is_integer(t) {
                let msg = format!("cannot convert {} to type {} (overflows)", self.opstr(x), self.tstr(t));
                let _ = msg;
                let msg = format!("constant {} overflows {}", val.display(), self.tstr(t));
                self.error("InvalidConversion", x.pos(), msg);
                x.spoil();
                return;
            }
        } else if constant && self.w.is_type_param(t) {
            result = self.constant_fits_each(x, t);
            x.mode = Mode::Value;
        } else {
            result = self.w.convertible_to(Self::as_value(x), t, self.pkg);
            if result.is_ok() && !self.allows(x.pos(), 20) {
                result = self.array_conversion_version(x, t);
            }
        }
        if let Err(cause) = result {
            // The official compiler shows the value as far as it was converted.
            if constant && self.w.is_integer(t) {
                if let Some(n) = x.val.as_ref().map(crate::Const::to_int).filter(|n| !n.is_unknown()) {
                    x.val = Some(n);
                }
            }
            let colon = if cause.is_empty() { "" } else { ": " };
            let msg = format!("cannot convert {} to type {}{colon}{cause}", self.opstr(x), self.tstr(t));
            self.error("InvalidConversion", x.pos(), msg);
            x.spoil();
            return;
        }
        if self.w.is_untyped(x.ty) {
            let plain_interface = self.w.is_interface(t) && !self.w.is_type_param(t);
            let last = if x.is_nil() {
                t
            } else if plain_interface || constant && !const_type {
                self.w.default_type(x.ty)
            } else if constant && self.w.is_integer(x.ty) && self.all_of(t, Basic::is_string) {
                x.ty
            } else {
                t
            };
            if let Some(e) = x.expr {
                self.update_expr_type(e, last, true);
            }
        }
        if !(constant && const_type) {
            x.mode = Mode::Value;
            x.val = None;
        }
        x.ty = t;
    }
}
