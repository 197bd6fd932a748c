//! Expression switches and type switches (spec, Switch statements).

use crate::check::Checker;
use crate::composite::const_key;
use golift_frontend::node_pos;
use crate::constant::Const;
use crate::info::Mode;
use crate::object::VarKind;
use crate::operand::Operand;
use crate::types::{Basic, TypeId};
use golift_base::Pos;
use golift_frontend::ast::{BinaryOp, CaseClause, Expr, ExprKind, Ident, Stmt};
use rustc_hash::FxHashMap;

/// The constants seen in a switch, with the types and places of the cases.
type SeenValues = FxHashMap<String, Vec<(TypeId, Pos)>>;

impl<'a> Checker<'a> {
    /// Checks an expression switch.
    pub(crate) fn switch_stmt(
        &mut self,
        init: Option<&'a Stmt>,
        tag: Option<&'a Expr>,
        clauses: &'a [CaseClause],
        _lbrace: Pos,
    ) {
        self.open_scope();
        if let Some(init) = init {
            self.stmt(init);
        }
        let mut x = Operand::invalid();
        match tag {
            Some(tag) => {
                self.expr(&mut x, tag);
                self.assignment(&mut x, None, "switch expression");
                if !x.bad() && !self.w.is_comparable(x.ty, true) && !self.w.has_nil(x.ty) {
                    let msg = format!("cannot switch on {} ({} is not comparable)", self.opstr(&x), self.tstr(x.ty));
                    self.error("InvalidExprSwitch", x.pos(), msg);
                    x.spoil();
                }
            }
            None => x.set_const(Basic::Bool.id(), Const::Bool(true)),
        }
        self.multiple_defaults(clauses);
        let mut seen = SeenValues::default();
        for clause in clauses {
            self.case_values(&x, &clause.exprs, &mut seen);
            let outer = self.open_scope();
            self.stmt_list(&clause.body);
            self.env.scope = outer;
        }
    }

    fn multiple_defaults(&mut self, clauses: &'a [CaseClause]) {
        let mut first: Option<Pos> = None;
        for c in clauses.iter().filter(|c| c.default) {
            match first {
                None => first = Some(c.pos),
                Some(f) => {
                    let msg = format!("multiple defaults (first at {})", self.pos_str(f));
                    self.error("DuplicateDefault", c.pos, msg);
                }
            }
        }
    }

    fn case_values(&mut self, x: &Operand<'a>, values: &'a [Expr], seen: &mut SeenValues) {
        for e in values {
            let mut v = Operand::invalid();
            self.expr(&mut v, e);
            if x.bad() || v.bad() {
                continue;
            }
            let mut tag = x.clone();
            self.convert_untyped(&mut v, x.ty);
            if v.bad() {
                continue;
            }
            let mut result = v.clone();
            self.comparison(&mut result, &mut tag, BinaryOp::Eq, true);
            if result.bad() {
                continue;
            }
            // The case value is a run-time operand of the comparison even when both sides are constants.
            if self.w.is_untyped(v.ty) && !v.is_nil() {
                let ty = self.w.default_type(v.ty);
                self.update_expr_type(e, ty, true);
            }
            let (Mode::Constant, Some(val)) = (v.mode, &v.val) else { continue };
            if matches!(val, Const::Bool(_) | Const::Unknown | Const::Complex(_)) {
                continue;
            }
            let list = seen.entry(const_key(val)).or_default();
            if let Some(&(_, at)) = list.iter().find(|(t, _)| self.w.identical(*t, v.ty)) {
                let msg = format!(
                    "duplicate case {} in expression switch\n\t{}: previous case",
                    self.opstr(&v),
                    self.pos_str(at)
                );
                self.error("DuplicateCase", v.pos(), msg);
                continue;
            }
            list.push((v.ty, node_pos(e)));
        }
    }

    /// Checks a type switch.
    pub(crate) fn type_switch_stmt(
        &mut self,
        init: Option<&'a Stmt>,
        bind: Option<&'a Ident>,
        guard: &'a Expr,
        clauses: &'a [CaseClause],
    ) {
        self.open_scope();
        if let Some(init) = init {
            self.stmt(init);
        }
        let mut bind = bind;
        if let Some(b) = bind
            && b.name.is_blank()
        {
            self.soft_error("NoNewVar", b.span.lo, "no new variable on left side of :=");
            bind = None;
        }
        let mut x = Operand::invalid();
        self.expr(&mut x, guard);
        if !x.bad() {
            if self.w.is_type_param(x.ty) {
                let msg = format!("cannot use type switch on type parameter value {}", self.opstr(&x));
                self.error("InvalidTypeSwitch", x.pos(), msg);
                x.spoil();
            } else if !self.w.is_interface(x.ty) {
                let msg = format!("{} is not an interface", self.opstr(&x));
                self.error("InvalidTypeSwitch", x.pos(), msg);
                x.spoil();
            }
        }
        self.multiple_defaults(clauses);
        let mut seen: Vec<(Option<TypeId>, Pos)> = Vec::new();
        let mut vars = Vec::new();
        for clause in clauses {
            let single = self.case_types(&x, &clause.exprs, &mut seen);
            let outer = self.open_scope();
            if let Some(b) = bind {
                let ty = single.unwrap_or(if x.bad() { Self::INVALID } else { x.ty });
                let obj = self.new_var(VarKind::Local, b.name, b.span.lo, ty);
                let scope = self.env.scope;
                self.declare(scope, None, obj);
                self.record_implicit(clause.id, obj);
                vars.push(obj);
            }
            self.stmt_list(&clause.body);
            self.env.scope = outer;
        }
        if let Some(b) = bind
            && !vars.iter().any(|&v| self.w.obj(v).used)
        {
            self.soft_error("UnusedVar", b.span.lo, format!("{} declared and not used", b.name));
        }
    }

    /// Checks the types of a clause; returns the type if there is exactly one that is not nil.
    fn case_types(
        &mut self,
        x: &Operand<'a>,
        types: &'a [Expr],
        seen: &mut Vec<(Option<TypeId>, Pos)>,
    ) -> Option<TypeId> {
        let mut single = None;
        for e in types {
            let t = if self.is_nil_expr(e) {
                let mut dummy = Operand::invalid();
                self.expr(&mut dummy, e);
                if !x.bad() {
                    self.update_expr_type(e, x.ty, true);
                }
                None
            } else {
                let t = self.var_type(e);
                if self.w.is_invalid(t) {
                    single = Some(Self::INVALID);
                    continue;
                }
                Some(t)
            };
            single = t;
            let same = |c: &Self, a: Option<TypeId>, b: Option<TypeId>| match (a, b) {
                (None, None) => true,
                (Some(a), Some(b)) => c.w.identical(a, b),
                _ => false,
            };
            if let Some(&(_, at)) = seen.iter().find(|(s, _)| same(self, *s, t)) {
                let text = t.map_or("nil".into(), |t| self.tstr(t));
                let msg =
                    format!("duplicate case {text} in type switch\n\t{}: previous case", self.pos_str(at));
                self.error("DuplicateCase", self.type_pos(e), msg);
                continue;
            }
            seen.push((t, self.type_pos(e)));
            if let Some(t) = t
                && !x.bad()
            {
                self.check_assertable(e, x, t, true);
            }
        }
        if types.len() == 1 { single } else { None }
    }

    fn is_nil_expr(&self, e: &Expr) -> bool {
        if let ExprKind::Name(name) = golift_frontend::unparen(e).kind
            && name.as_str() == "nil"
        {
            let found = self.w.lookup_parent(self.env.scope, name);
            return found.is_some_and(|(_, o)| matches!(self.w.obj(o).kind, crate::ObjKind::Nil));
        }
        false
    }
}
