//! Calls of predeclared functions (spec, Built-in functions) and of those in package unsafe.

use crate::check::Checker;
use crate::constant::Const;
use crate::expr::ExprClass;
use golift_frontend::expr_string;
use crate::info::Mode;
use crate::object::{Builtin, ObjId};
use crate::operand::Operand;
use crate::types::{Basic, Param, Signature, Type, TypeId};
use crate::universe::{ANY, BYTE, EMPTY_INTERFACE, EMPTY_TUPLE};
use golift_frontend::ast::{ChanDir, Expr, ExprKind};

/// The least number of arguments, and whether more are allowed.
fn arity(id: Builtin) -> (usize, bool) {
    match id {
        Builtin::Append | Builtin::Make | Builtin::Max | Builtin::Min => (1, true),
        Builtin::Print | Builtin::Println => (0, true),
        Builtin::Recover => (0, false),
        Builtin::Complex
        | Builtin::Copy
        | Builtin::Delete
        | Builtin::UnsafeAdd
        | Builtin::UnsafeSlice
        | Builtin::UnsafeString => (2, false),
        _ => (1, false),
    }
}

impl<'a> Checker<'a> {
    /// Whether a call of the function may stand as a statement.
    pub(crate) fn builtin_class(id: Builtin) -> ExprClass {
        match id {
            Builtin::Clear
            | Builtin::Close
            | Builtin::Copy
            | Builtin::Delete
            | Builtin::Panic
            | Builtin::Print
            | Builtin::Println
            | Builtin::Recover => ExprClass::Statement,
            _ => ExprClass::Expression,
        }
    }

    /// Checks a call of a predeclared function; false after an error.
    pub(crate) fn builtin_call(&mut self, x: &mut Operand<'a>, call: &'a Expr, id: Builtin) -> bool {
        let ExprKind::Call { args: exprs, spread, .. } = &call.kind else { return false };
        if *spread && id != Builtin::Append {
            let msg = format!("invalid operation: invalid use of ... with built-in {}", id.name());
            self.error("InvalidDotDotDot", call.span.lo, msg);
            self.use_exprs(exprs);
            return false;
        }
        let outer = self.env.has_call_or_recv;
        if matches!(id, Builtin::Len | Builtin::Cap) {
            self.env.has_call_or_recv = false;
        }
        let mut args = Vec::new();
        let nargs;
        if matches!(id, Builtin::Make | Builtin::New | Builtin::UnsafeOffsetof) {
            nargs = exprs.len();
        } else {
            args = self.expr_list(exprs, false);
            nargs = args.len();
            if args.iter().any(Operand::bad) {
                self.env.has_call_or_recv = outer;
                return false;
            }
            if let Some(first) = args.first() {
                let b = x.builtin;
                *x = first.clone();
                x.builtin = b;
            }
        }
        let has_call = self.env.has_call_or_recv;
        if matches!(id, Builtin::Len | Builtin::Cap) {
            self.env.has_call_or_recv = outer;
        }
        let (least, variadic) = arity(id);
        if nargs < least || !variadic && nargs > least {
            let what = if nargs < least { "not enough" } else { "too many" };
            let msg = format!(
                "invalid operation: {what} arguments for {} (expected {least}, found {nargs})",
                expr_string(call)
            );
            self.error("WrongArgCount", call.span.lo, msg);
            if args.is_empty() {
                self.use_exprs(exprs);
            }
            return false;
        }
        if !self.builtin_version(call, id) {
            return false;
        }
        match id {
            Builtin::Append => self.builtin_append(x, call, args),
            Builtin::Len | Builtin::Cap => self.builtin_len(x, id, has_call),
            Builtin::Clear => self.builtin_clear(x),
            Builtin::Close => self.builtin_close(x),
            Builtin::Complex => self.builtin_complex(x, call, args.swap_remove(1)),
            Builtin::Copy => self.builtin_copy(x, args.swap_remove(1)),
            Builtin::Delete => self.builtin_delete(x, args.swap_remove(1)),
            Builtin::Imag | Builtin::Real => self.builtin_real_imag(x, id),
            Builtin::Make => self.builtin_make(x, call, exprs),
            Builtin::Max | Builtin::Min => self.builtin_min_max(x, id, args),
            Builtin::New => self.builtin_new(x, call, &exprs[0]),
            Builtin::Panic => {
                self.assignment(x, Some(EMPTY_INTERFACE), "argument to panic");
                self.no_value(x)
            }
            Builtin::Print | Builtin::Println => {
                let context = format!("argument to built-in {}", id.name());
                let mut ok = true;
                for a in &mut args {
                    self.assignment(a, None, &context);
                    ok &= !a.bad();
                }
                x.mode = Mode::Value;
                ok && self.no_value(x)
            }
            Builtin::Recover => {
                x.set_value(ANY);
                true
            }
            _ => self.unsafe_call(x, call, id, args),
        }
    }

    fn no_value(&mut self, x: &mut Operand<'a>) -> bool {
        if x.bad() {
            return false;
        }
        x.mode = Mode::NoValue;
        x.ty = EMPTY_TUPLE;
        x.val = None;
        true
    }

    fn slice_elem(&self, x: &Operand<'a>) -> Result<TypeId, String> {
        if x.is_nil() {
            return Err("argument must be a slice; have untyped nil".into());
        }
        match self.w.common_under(x.ty).map(|u| self.w.ty(u)) {
            Some(&Type::Slice(e)) => Ok(e),
            _ => Err(format!("argument must be a slice; have {}", self.opstr(x))),
        }
    }

    fn is_stringish(&self, ty: TypeId) -> bool {
        self.w.common_bytes_under(ty).is_some_and(|u| self.w.is_string(u))
    }

    fn builtin_append(&mut self, x: &mut Operand<'a>, call: &'a Expr, mut args: Vec<Operand<'a>>) -> bool {
        let ExprKind::Call { args: exprs, spread, .. } = &call.kind else { return false };
        let slice = x.ty;
        if args.len() == 2 && *spread && self.w.is_bytes(slice) && self.is_stringish(args[1].ty) {
            self.materialize(&args[1]);
            x.set_value(slice);
            return true;
        }
        let elem = match self.slice_elem(x) {
            Ok(e) => e,
            Err(why) => {
                self.error("InvalidAppend", x.pos(), format!("invalid append: {why}"));
                return false;
            }
        };
        if exprs.len() == 1 {
            Self::name_parts(&mut args);
        }
        let rest = self.w.new_type(Type::Slice(elem));
        let no_obj = ObjId(0);
        let sig = Signature {
            params: vec![Param { obj: no_obj, ty: slice }, Param { obj: no_obj, ty: rest }],
            variadic: true,
            ..Signature::default()
        };
        if let Some(params) = self.match_params(call, &sig, &args) {
            for (a, p) in args.iter_mut().zip(params).skip(1) {
                self.assignment(a, Some(p), "argument to append");
            }
        }
        x.set_value(slice);
        true
    }

    fn builtin_len(&mut self, x: &mut Operand<'a>, id: Builtin, has_call: bool) -> bool {
        let len = id == Builtin::Len;
        let mut under = self.w.under_id(x.ty);
        if let Type::Pointer(b) = *self.w.ty(under)
            && let Type::Array(..) = self.w.under(b)
        {
            under = self.w.under_id(b);
        }
        let mut result = None;
        let ok = match self.w.ty(under) {
            Type::Basic(b) if b.is_string() && len => {
                if x.mode == Mode::Constant {
                    result = x.val.as_ref().and_then(Const::as_bytes).map(|s| Const::Int(s.len() as i64));
                }
                true
            }
            Type::Array(_, n) => {
                if !has_call {
                    result = Some(Const::from_u64(*n));
                }
                true
            }
            Type::Slice(_) | Type::Chan(..) => true,
            Type::Map(..) => len,
            Type::Interface { .. } if self.w.is_type_param(x.ty) => self.w.type_set_of(x.ty).is_some_and(|types| {
                !types.is_empty()
                    && types.iter().all(|&t| match self.w.under(t) {
                        Type::Basic(b) => b.is_string() && len,
                        Type::Array(..) | Type::Slice(_) | Type::Chan(..) => true,
                        Type::Map(..) => len,
                        Type::Pointer(b) => matches!(self.w.under(*b), Type::Array(..)),
                        _ => false,
                    })
            }),
            Type::Basic(Basic::Invalid) => return false,
            _ => false,
        };
        if !ok {
            let msg = format!("invalid argument: {} for built-in {}", self.opstr(x), id.name());
            self.error(if len { "InvalidLen" } else { "InvalidCap" }, x.pos(), msg);
            return false;
        }
        match result {
            Some(v) => {
                if x.mode == Mode::Constant {
                    self.materialize(x);
                }
                x.set_const(Basic::Int.id(), v);
            }
            None => x.set_value(Basic::Int.id()),
        }
        true
    }

    fn builtin_clear(&mut self, x: &mut Operand<'a>) -> bool {
        let types = self.w.type_set_of(x.ty).unwrap_or_default();
        let ok = !types.is_empty()
            && types.iter().all(|&t| matches!(self.w.under(t), Type::Map(..) | Type::Slice(_)));
        if !ok {
            let msg = format!(
                "invalid argument: clear {}: argument must be (or constrained by) map or slice",
                self.opstr(x)
            )
            .replacen("clear ", "cannot clear ", 1);
            self.error("InvalidClear", x.pos(), msg);
            return false;
        }
        self.no_value(x)
    }

    fn builtin_close(&mut self, x: &mut Operand<'a>) -> bool {
        let types = self.w.type_set_of(x.ty).unwrap_or_default();
        let dirs: Vec<Option<ChanDir>> = types
            .iter()
            .map(|&t| match *self.w.under(t) {
                Type::Chan(d, _) => Some(d),
                _ => None,
            })
            .collect();
        let what = if dirs.is_empty() || dirs.contains(&None) {
            "non-channel"
        } else if dirs.contains(&Some(ChanDir::Recv)) {
            "receive-only channel"
        } else {
            return self.no_value(x);
        };
        let msg = format!("invalid operation: cannot close {what} {}", self.opstr(x));
        self.error("InvalidClose", x.pos(), msg);
        false
    }

    fn builtin_copy(&mut self, x: &mut Operand<'a>, y: Operand<'a>) -> bool {
        let dst = match self.slice_elem(x) {
            Ok(e) => e,
            Err(why) => {
                self.error("InvalidCopy", x.pos(), format!("invalid copy: {why}"));
                return false;
            }
        };
        if self.is_stringish(y.ty) && matches!(self.w.as_basic(dst), Some(Basic::Uint8)) {
            self.materialize(&y);
            x.set_value(Basic::Int.id());
            return true;
        }
        let src = match self.slice_elem(&y) {
            Ok(e) => e,
            Err(_) if self.is_stringish(y.ty) => BYTE,
            Err(why) => {
                self.error("InvalidCopy", y.pos(), format!("invalid copy: {why}"));
                return false;
            }
        };
        if !self.w.identical(dst, src) {
            let msg = format!(
                "invalid copy: arguments {} and {} have different element types {} and {}",
                self.opstr(x),
                self.opstr(&y),
                self.tstr(dst),
                self.tstr(src)
            );
            self.error("InvalidCopy", x.pos(), msg);
            return false;
        }
        x.set_value(Basic::Int.id());
        true
    }

    fn builtin_delete(&mut self, x: &mut Operand<'a>, mut key: Operand<'a>) -> bool {
        let mut found: Option<TypeId> = None;
        for t in self.w.type_set_of(x.ty).unwrap_or_default() {
            let msg = match (self.w.under(t), found) {
                (&Type::Map(k, _), None) => {
                    found = Some(k);
                    continue;
                }
                (&Type::Map(k, _), Some(f)) if self.w.identical(k, f) => continue,
                (Type::Map(..), Some(_)) => {
                    format!("invalid argument: maps of {} must have identical key types", self.opstr(x))
                }
                _ => format!("invalid argument: {} is not a map", self.opstr(x)),
            };
            self.error("InvalidDelete", x.pos(), msg);
            return false;
        }
        let Some(k) = found else {
            let msg = format!("invalid argument: {} is not a map", self.opstr(x));
            self.error("InvalidDelete", x.pos(), msg);
            return false;
        };
        self.assignment(&mut key, Some(k), "argument to delete");
        !key.bad() && self.no_value(x)
    }

    fn builtin_make(&mut self, x: &mut Operand<'a>, call: &'a Expr, exprs: &'a [Expr]) -> bool {
        let t = self.var_type(&exprs[0]);
        if self.w.is_invalid(t) {
            self.use_exprs(&exprs[1..]);
            return false;
        }
        let least = match self.w.common_under(t).map(|u| self.w.ty(u)) {
            Some(Type::Slice(_)) => 2,
            Some(Type::Map(..) | Type::Chan(..)) => 1,
            Some(Type::Basic(Basic::Invalid)) => return false,
            under => {
                let why = match under {
                    None => self.w.no_common_under(t, self.pkg),
                    Some(_) => "type must be slice, map, or channel".into(),
                };
                let msg = format!("invalid argument: cannot make {}: {why}", expr_string(&exprs[0]));
                self.error("InvalidMake", exprs[0].span.lo, msg);
                self.use_exprs(&exprs[1..]);
                return false;
            }
        };
        if exprs.len() < least || exprs.len() > least + 1 {
            let msg = format!(
                "invalid operation: {} expects {least} or {} arguments; found {}",
                expr_string(call),
                least + 1,
                exprs.len()
            );
            self.error("WrongArgCount", call.span.lo, msg);
            return false;
        }
        let mut sizes = Vec::new();
        for e in &exprs[1..] {
            if let Some((_, Some(n))) = self.index(e, None) {
                sizes.push(n);
            }
        }
        if let [len, cap] = sizes[..]
            && len > cap
        {
            self.error("SwappedMakeArgs", exprs[1].span.lo, "invalid argument: length and capacity swapped");
        }
        x.set_value(t);
        true
    }

    fn builtin_new(&mut self, x: &mut Operand<'a>, call: &'a Expr, arg: &'a Expr) -> bool {
        self.expr_or_type(x, arg, false);
        match x.mode {
            Mode::Invalid => return false,
            Mode::Type => {
                let t = x.ty;
                self.later(move |c| c.check_var_type(arg, t));
            }
            _ => {
                if !self.new_value_version(call) {
                    return false;
                }
                self.assignment(x, None, "argument to new");
                if x.bad() {
                    return false;
                }
            }
        }
        let ptr = self.w.new_type(Type::Pointer(x.ty));
        x.set_value(ptr);
        true
    }
}
