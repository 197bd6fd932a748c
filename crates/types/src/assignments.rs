//! Assignments, variable initialisation and short declarations (spec, Assignment statements; Variable declarations).

use crate::check::Checker;
use golift_frontend::{expr_string, unparen};
use crate::info::Mode;
use crate::object::{ObjId, ObjKind, VarKind};
use crate::operand::{Operand, Part};
use crate::types::{Basic, Type, TypeId};
use golift_base::{Pos, Symbol};
use golift_frontend::ast::{Expr, ExprKind};
use rustc_hash::FxHashSet;

/// A variable that is being initialised.
#[derive(Clone, Copy, Debug)]
pub(crate) struct InitVar {
    pub(crate) obj: ObjId,
    /// Its declared type; `None` takes the value's.
    pub(crate) ty: Option<TypeId>,
}

/// Where a mismatch of counts is reported.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum InitContext {
    /// A declaration or assignment.
    Assignment,
    /// A return statement at this position.
    Return(Pos),
}

impl<'a> Checker<'a> {
    /// Checks that `x` can be assigned to a variable of type `ty` (`None`: to the blank identifier) and converts it.
    pub(crate) fn assignment(&mut self, x: &mut Operand<'a>, ty: Option<TypeId>, context: &str) {
        self.single_value(x);
        match x.mode {
            Mode::Invalid => return,
            Mode::Constant | Mode::Variable | Mode::MapIndex | Mode::Value | Mode::Nil | Mode::CommaOk => {}
            _ => {
                let t = ty.map_or("_".into(), |t| self.tstr(t));
                let msg = format!("cannot assign {} to {t} in {context}", self.opstr(x));
                self.error("IncompatibleAssign", x.pos(), msg);
                x.spoil();
                return;
            }
        }
        if self.w.is_untyped(x.ty) {
            if x.is_nil() {
                let Some(t) = ty else {
                    let msg = format!("use of untyped nil in {context}");
                    self.error("UntypedNilUse", x.pos(), msg);
                    x.spoil();
                    return;
                };
                if self.w.is_invalid(t) {
                    return;
                }
                if self.implicit_convert(x, t).is_err() {
                    let msg = format!("cannot use {} as {} value in {context}", self.opstr(x), self.tstr(t));
                    self.error("IncompatibleAssign", x.pos(), msg);
                    x.spoil();
                }
                return;
            }
            let target = match ty {
                Some(t) if !self.w.is_interface(t) || self.w.is_type_param(t) => t,
                _ => self.w.default_type(x.ty),
            };
            if let Err(code) = self.implicit_convert(x, target) {
                let mut msg = format!("cannot use {} as {} value in {context}", self.opstr(x), self.tstr(target));
                let code = match code {
                    "TruncatedFloat" => {
                        msg.push_str(" (truncated)");
                        code
                    }
                    "NumericOverflow" => {
                        msg.push_str(" (overflows)");
                        code
                    }
                    _ => "IncompatibleAssign",
                };
                self.error(code, x.pos(), msg);
                x.spoil();
                return;
            }
        }
        if let Type::Signature(sig) = self.w.ty(self.w.unalias(x.ty))
            && !sig.tparams.is_empty()
        {
            let msg = format!(
                "cannot use generic function {} without instantiation in {context}",
                self.operand_expr_string(x)
            );
            self.error("WrongTypeArgCount", x.pos(), msg);
            x.spoil();
            return;
        }
        let Some(t) = ty else { return };
        if self.w.is_invalid(t) {
            return;
        }
        if let Err(cause) = self.w.assignable_to(Self::as_value(x), t, self.pkg) {
            let colon = if cause.is_empty() { "" } else { ": " };
            let msg = format!("cannot use {} as {} value in {context}{colon}{cause}", self.opstr(x), self.tstr(t));
            self.error("IncompatibleAssign", x.pos(), msg);
            x.spoil();
        }
    }

    /// Initialises a constant.
    pub(crate) fn init_const(&mut self, obj: ObjId, ty: Option<TypeId>, x: &mut Operand<'a>) {
        if x.bad() || self.w.is_invalid(x.ty) || ty.is_some_and(|t| self.w.is_invalid(t)) {
            self.w.obj_mut(obj).ty = ty.unwrap_or(Self::INVALID);
            return;
        }
        if x.mode != Mode::Constant {
            let msg = format!("{} is not constant", self.opstr(x));
            self.error("InvalidConstInit", x.pos(), msg);
            self.w.obj_mut(obj).ty = ty.unwrap_or(Self::INVALID);
            return;
        }
        let t = ty.unwrap_or(x.ty);
        self.w.obj_mut(obj).ty = t;
        if self.w.is_typed(t) {
            self.assignment(x, Some(t), "constant declaration");
        }
        if x.bad() {
            return;
        }
        if let Some(v) = x.val.clone() {
            self.w.obj_mut(obj).kind = ObjKind::Const(v);
        }
    }

    /// Initialises a variable.
    pub(crate) fn init_var(&mut self, v: InitVar, x: &mut Operand<'a>, context: &str) {
        if x.bad() || self.w.is_invalid(x.ty) || v.ty.is_some_and(|t| self.w.is_invalid(t)) {
            x.spoil();
            if v.ty.is_none() {
                self.w.obj_mut(v.obj).ty = Self::INVALID;
            }
            return;
        }
        let ty = match v.ty {
            Some(t) => t,
            None => {
                if x.is_nil() {
                    let msg = format!("use of untyped nil in {context}");
                    self.error("UntypedNilUse", x.pos(), msg);
                    x.spoil();
                    return;
                }
                let t = self.w.default_type(x.ty);
                self.w.obj_mut(v.obj).ty = t;
                t
            }
        };
        self.assignment(x, Some(ty), context);
    }

    /// Initialises variables from a list of expressions, or checks the values of a return statement.
    pub(crate) fn init_vars(&mut self, lhs: &[InitVar], rhs: &'a [Expr], context: InitContext) {
        let text = match context {
            InitContext::Assignment => "assignment",
            InitContext::Return(_) => "return statement",
        };
        let (l, r) = (lhs.len(), rhs.len());
        let is_call = r == 1 && matches!(unparen(&rhs[0]).kind, ExprKind::Call { .. });
        let text = if l > 1 && context == InitContext::Assignment { "multiple assignment" } else { text };
        if l == r && !is_call {
            for (v, e) in lhs.iter().zip(rhs) {
                let mut x = Operand::invalid();
                self.name_target(v.ty, |c| match c.w.obj(v.obj).name.as_str() {
                    "" => "result variable".into(),
                    name => name.into(),
                });
                self.expr_target(v.ty, &mut x, e);
                self.init_var(*v, &mut x, text);
            }
            return;
        }
        if r != 1 {
            // A mismatch is only reported when nothing else is wrong.
            let ok_lhs = lhs.iter().all(|v| v.ty.is_none_or(|t| !self.w.is_invalid(t)));
            if let InitContext::Return(pos) = context {
                let values = self.expr_list(rhs, false);
                if values.iter().all(|x| !x.bad()) {
                    self.return_error(pos, lhs, &values);
                }
            } else {
                let ok_rhs = self.use_exprs(rhs);
                if ok_lhs && ok_rhs {
                    self.assign_error(rhs, l, r);
                }
            }
            self.give_up(lhs);
            return;
        }
        let is_return = matches!(context, InitContext::Return(_));
        let (mut values, comma_ok) = self.multi_expr(&rhs[0], l == 2 && !is_return, false);
        Self::name_parts(&mut values);
        let text = if values.len() > 1 && !is_return { "multiple assignment" } else { text };
        if values.len() == l {
            for (v, x) in lhs.iter().zip(&mut values) {
                self.init_var(*v, x, text);
            }
            if comma_ok && values.iter().all(|x| !x.bad()) {
                self.record_comma_ok(&rhs[0], [values[0].ty, values[1].ty]);
            }
            return;
        }
        if !values[0].bad() {
            match context {
                InitContext::Return(pos) => self.return_error(pos, lhs, &values),
                _ => self.assign_error(rhs, l, values.len()),
            }
        }
        self.give_up(lhs);
    }

    /// Lets messages name the results of a call by their number.
    pub(crate) fn name_parts(values: &mut [Operand<'a>]) {
        if let [first, .., last] = values
            && last.part != Part::Ok
            && first.mode == Mode::Value
        {
            for (i, x) in values.iter_mut().enumerate() {
                x.part = Part::Result(i as u32 + 1);
            }
        }
    }

    fn give_up(&mut self, lhs: &[InitVar]) {
        for v in lhs {
            if v.ty.is_none() {
                self.w.obj_mut(v.obj).ty = Self::INVALID;
            }
        }
    }

    fn assign_error(&mut self, rhs: &'a [Expr], l: usize, r: usize) {
        let measure = |n: usize, unit: &str| format!("{n} {unit}{}", if n == 1 { "" } else { "s" });
        let (vars, vals) = (measure(l, "variable"), measure(r, "value"));
        let pos = rhs[0].span.lo;
        let msg = match (&unparen(&rhs[0]).kind, rhs.len()) {
            (ExprKind::Call { fun, .. }, 1) => {
                format!("assignment mismatch: {vars} but {} returns {vals}", expr_string(fun))
            }
            _ => format!("assignment mismatch: {vars} but {vals}"),
        };
        self.error("WrongAssignCount", pos, msg);
    }

    fn return_error(&mut self, pos: Pos, lhs: &[InitVar], rhs: &[Operand<'a>]) {
        let (at, qualifier) = if rhs.len() > lhs.len() {
            (rhs[lhs.len()].pos(), "too many")
        } else {
            (rhs.last().map_or(pos, Operand::pos), "not enough")
        };
        let have: Vec<TypeId> = rhs.iter().map(|x| x.ty).collect();
        let want: Vec<TypeId> = lhs.iter().map(|v| v.ty.unwrap_or(Self::INVALID)).collect();
        let msg = format!(
            "{qualifier} return values\n\thave {}\n\twant {}",
            self.types_summary(&have, false, false),
            self.types_summary(&want, false, false)
        );
        self.error("WrongResultCount", at, msg);
    }

    /// Checks the left side of an assignment. `Ok(None)` is the blank identifier.
    fn lhs_var(&mut self, lhs: &'a Expr) -> Result<Option<TypeId>, ()> {
        if let ExprKind::Name(name) = unparen(lhs).kind {
            if name.is_blank() {
                return Ok(None);
            }
            // An assignment is no use of a local variable.
            if let Some((_, obj)) = self.w.lookup_parent(self.env.scope, name)
                && let ObjKind::Var(_) = self.w.obj(obj).kind
                && self.w.obj(obj).pkg == Some(self.pkg)
            {
                let used = self.w.obj(obj).used;
                let mut x = Operand::invalid();
                self.expr(&mut x, lhs);
                self.w.obj_mut(obj).used = used;
                return self.assignable_operand(x);
            }
        }
        let mut x = Operand::invalid();
        self.expr(&mut x, lhs);
        self.assignable_operand(x)
    }

    fn assignable_operand(&mut self, x: Operand<'a>) -> Result<Option<TypeId>, ()> {
        match x.mode {
            Mode::Invalid => return Err(()),
            Mode::Variable | Mode::MapIndex => return Ok(Some(x.ty)),
            _ => {}
        }
        if let Some(e) = x.expr
            && let ExprKind::Selector(inner, _) = &unparen(e).kind
            && let Some(Some(tv)) = self.w.info.types.get(inner.id.0 as usize)
            && tv.mode == Mode::MapIndex
        {
            let msg = format!("cannot assign to struct field {} in map", expr_string(e));
            self.error("UnaddressableFieldAssign", x.pos(), msg);
            return Err(());
        }
        let msg = format!(
            "cannot assign to {} (neither addressable nor a map index expression)",
            self.operand_expr_string(&x)
        );
        self.error("UnassignableOperand", x.pos(), msg);
        Err(())
    }

    /// Assigns the value of an expression to a left side.
    pub(crate) fn assign_expr(&mut self, lhs: &'a Expr, rhs: &'a Expr, context: &str) {
        let Ok(ty) = self.lhs_var(lhs) else {
            self.use_expr(rhs);
            return;
        };
        let mut x = Operand::invalid();
        self.name_target(ty, |_| expr_string(lhs));
        self.expr_target(ty, &mut x, rhs);
        self.assign_checked(ty, &mut x, context);
    }

    /// Assigns an operand to a left side.
    pub(crate) fn assign_var(&mut self, lhs: &'a Expr, x: &mut Operand<'a>, context: &str) {
        match self.lhs_var(lhs) {
            Ok(ty) => {
                if !x.bad() {
                    self.assignment(x, ty, context);
                }
            }
            Err(()) => x.spoil(),
        }
    }

    fn assign_checked(&mut self, ty: Option<TypeId>, x: &mut Operand<'a>, context: &str) {
        if x.bad() {
            return;
        }
        let context = if ty.is_none() && context == "assignment" { "assignment to _ identifier" } else { context };
        self.assignment(x, ty, context);
    }

    /// Checks `lhs = rhs`.
    pub(crate) fn assign_vars(&mut self, lhs: &'a [Expr], rhs: &'a [Expr]) {
        let (l, r) = (lhs.len(), rhs.len());
        let is_call = r == 1 && matches!(unparen(&rhs[0]).kind, ExprKind::Call { .. });
        if l == r && !is_call {
            let context = if l > 1 { "multiple assignment" } else { "assignment" };
            for (a, b) in lhs.iter().zip(rhs) {
                self.assign_expr(a, b, context);
            }
            return;
        }
        if r != 1 {
            let ok_lhs = self.use_lhs(lhs);
            let ok_rhs = self.use_exprs(rhs);
            if ok_lhs && ok_rhs {
                self.assign_error(rhs, l, r);
            }
            return;
        }
        let (mut values, comma_ok) = self.multi_expr(&rhs[0], l == 2, false);
        Self::name_parts(&mut values);
        if values.len() == l {
            for (a, x) in lhs.iter().zip(&mut values) {
                match self.lhs_var(a) {
                    Ok(ty) if l > 1 => self.assign_checked(ty, x, "multiple assignment"),
                    Ok(ty) => self.assign_checked(ty, x, "assignment"),
                    Err(()) => x.spoil(),
                }
            }
            if comma_ok && values.iter().all(|x| !x.bad()) {
                self.record_comma_ok(&rhs[0], [values[0].ty, values[1].ty]);
            }
            return;
        }
        if !values[0].bad() {
            self.assign_error(rhs, l, values.len());
        }
        self.use_lhs(lhs);
    }

    /// Evaluates left sides without counting assigned variables as used.
    pub(crate) fn use_lhs(&mut self, list: &'a [Expr]) -> bool {
        let mut ok = true;
        for e in list {
            if let ExprKind::Name(name) = unparen(e).kind {
                if name.is_blank() {
                    continue;
                }
                let found = self.w.lookup_parent(self.env.scope, name).map(|(_, o)| o);
                let used = found.map(|o| self.w.obj(o).used);
                let mut x = Operand::invalid();
                self.raw_expr(None, &mut x, e, None, true);
                if let (Some(o), Some(used)) = (found, used) {
                    self.w.obj_mut(o).used = used;
                }
                ok &= !x.bad();
            } else {
                ok &= self.use_expr(e);
            }
        }
        ok
    }

    /// Checks `lhs := rhs`.
    pub(crate) fn short_var_decl(&mut self, pos: Pos, lhs: &'a [Expr], rhs: &'a [Expr]) {
        let top = self.delayed.len();
        let scope = self.env.scope;
        let mut seen: FxHashSet<Symbol> = FxHashSet::default();
        let mut vars: Vec<InitVar> = Vec::with_capacity(lhs.len());
        let mut new_vars = Vec::new();
        let mut failed = false;
        for e in lhs {
            let dummy = |c: &mut Self| {
                let obj = c.new_var(VarKind::Local, Symbol::new("_"), e.span.lo, Self::INVALID);
                InitVar { obj, ty: None }
            };
            let ExprKind::Name(name) = e.kind else {
                self.use_lhs(std::slice::from_ref(e));
                self.error("BadDecl", e.span.lo, format!("non-name {} on left side of :=", expr_string(e)));
                failed = true;
                vars.push(dummy(self));
                continue;
            };
            if !name.is_blank() {
                if !seen.insert(name) {
                    self.error("RepeatedDecl", e.span.lo, format!("{name} repeated on left side of :="));
                    failed = true;
                    vars.push(dummy(self));
                    continue;
                }
                if let Some(alt) = self.w.lookup(scope, name) {
                    self.record_use(e.id, alt);
                    if let ObjKind::Var(_) = self.w.obj(alt).kind {
                        let ty = self.w.obj(alt).ty;
                        self.record_type_and_value(e, Mode::Variable, ty, None);
                        vars.push(InitVar { obj: alt, ty: Some(ty) });
                    } else {
                        self.error("UnassignableOperand", e.span.lo, format!("cannot assign to {name}"));
                        failed = true;
                        vars.push(dummy(self));
                    }
                    continue;
                }
            }
            let obj = self.new_var(VarKind::Local, name, e.span.lo, Self::INVALID);
            if !name.is_blank() {
                new_vars.push(obj);
            }
            self.record_def(e.id, obj);
            vars.push(InitVar { obj, ty: None });
        }
        self.init_vars(&vars, rhs, InitContext::Assignment);
        self.process_delayed(top);
        if new_vars.is_empty() && !failed {
            self.soft_error("NoNewVar", pos, "no new variables on left side of :=");
            return;
        }
        for obj in new_vars {
            self.declare_local(obj);
        }
    }

    /// Declares a local variable, to be reported if it is never used.
    pub(crate) fn declare_local(&mut self, obj: ObjId) {
        let scope = self.env.scope;
        self.declare(scope, None, obj);
        // A redeclared variable is not reported a second time.
        if self.w.obj(obj).scope.is_some() {
            self.env.locals.push(obj);
        }
    }

    /// Whether the type is the untyped boolean or has it as underlying type.
    pub(crate) fn is_boolean_operand(&self, x: &Operand<'a>) -> bool {
        self.all_of(x.ty, Basic::is_boolean)
    }
}
