//! Statements and function bodies (spec, Statements).

use crate::assignments::{InitContext, InitVar};
use crate::binary::Operation;
use crate::check::{Checker, Env};
use crate::expr::ExprClass;
use golift_frontend::{expr_string, unparen};
use crate::info::Mode;
use crate::object::ObjKind;
use crate::operand::Operand;
use crate::types::{Basic, Type, TypeId};
use golift_base::{Code, Pos};
use golift_frontend::ast::{Block, Expr, ExprKind, Stmt, StmtKind};

impl<'a> Checker<'a> {
    /// Checks a function's body in the environment prepared for it.
    pub(crate) fn func_body(&mut self, env: Env, sig: TypeId, body: &'a Block) {
        let outer = std::mem::replace(&mut self.env, env);
        self.env.sig = Some(sig);
        self.stmt_list(&body.stmts);
        let has_results = self.signature(sig).is_some_and(|s| !s.results.is_empty());
        if has_results && !crate::returns::terminates(self.w, body) {
            self.error("MissingReturn", body.rbrace, "missing return");
        }
        let locals = std::mem::take(&mut self.env.locals);
        self.unused_locals(&locals);
        self.env = outer;
    }

    /// Checks statements in the current scope.
    pub(crate) fn stmt_list(&mut self, list: &'a [Stmt]) {
        for s in list {
            self.stmt(s);
        }
    }

    fn block(&mut self, b: &'a Block) {
        let outer = self.open_scope();
        self.stmt_list(&b.stmts);
        self.env.scope = outer;
    }

    /// Checks a statement; function literals inside are checked before the scope changes.
    pub(crate) fn stmt(&mut self, s: &'a Stmt) {
        let top = self.delayed.len();
        let scope = self.env.scope;
        self.stmt_inner(s);
        self.process_delayed(top);
        self.env.scope = match s.kind {
            // These declare in the current scope; everything else must leave it as it was.
            _ => scope,
        };
    }

    fn stmt_inner(&mut self, s: &'a Stmt) {
        match &s.kind {
            StmtKind::Bad | StmtKind::Empty => {}
            StmtKind::Break(_) | StmtKind::Continue(_) | StmtKind::Goto(_) | StmtKind::Fallthrough => {}
            StmtKind::Decl(decls) => self.decl_stmt(decls),
            StmtKind::Labeled(_, inner) => self.stmt(inner),
            StmtKind::Expr(e) => self.expr_stmt(e),
            StmtKind::Send(ch, value, _) => self.send_stmt(s, ch, value),
            StmtKind::IncDec(e, inc, _) => self.inc_dec(e, *inc),
            StmtKind::Assign { lhs, op, op_pos, rhs } => match op {
                None => self.assign_vars(lhs, rhs),
                Some(op) => {
                    let ([l], [r]) = (&lhs[..], &rhs[..]) else {
                        let msg = format!(
                            "assignment operation {}= requires single-valued expressions",
                            op.as_str()
                        );
                        self.error("MultiValAssignOp", s.span.lo, msg);
                        return;
                    };
                    let mut x = Operand::invalid();
                    self.expr(&mut x, l);
                    self.binary(&mut x, Operation { e: None, lhs: l, rhs: r, op: *op, op_pos: *op_pos });
                    self.assign_var(l, &mut x, "assignment operation");
                }
            },
            StmtKind::Define { lhs, op_pos, rhs } => self.short_var_decl(*op_pos, lhs, rhs),
            StmtKind::Go(call) => self.suspended_call("go", call),
            StmtKind::Defer(call) => self.suspended_call("defer", call),
            StmtKind::Return(values) => self.return_stmt(s.span.lo, values),
            StmtKind::Block(b) => self.block(b),
            StmtKind::If { init, cond, then, else_ } => {
                self.open_scope();
                if let Some(init) = init {
                    self.stmt(init);
                }
                self.condition(cond, "if");
                self.block(then);
                if let Some(else_) = else_ {
                    self.stmt(else_);
                }
            }
            StmtKind::Switch { init, tag, clauses, lbrace, .. } => {
                self.switch_stmt(init.as_deref(), tag.as_ref(), clauses, *lbrace);
            }
            StmtKind::TypeSwitch { init, bind, x, clauses, .. } => {
                self.type_switch_stmt(init.as_deref(), bind.as_ref(), x, clauses);
            }
            StmtKind::Select { clauses, .. } => self.select_stmt(clauses),
            StmtKind::For { init, cond, post, body } => {
                self.open_scope();
                if let Some(init) = init {
                    self.stmt(init);
                }
                if let Some(cond) = cond {
                    self.condition(cond, "for");
                }
                if let Some(post) = post {
                    self.stmt(post);
                }
                self.block(body);
            }
            StmtKind::Range { .. } => self.range_stmt(s),
        }
    }

    fn condition(&mut self, cond: &'a Expr, keyword: &str) {
        let mut x = Operand::invalid();
        self.expr(&mut x, cond);
        if x.bad() {
            return;
        }
        if !self.is_boolean_operand(&x) {
            let msg = format!("non-boolean condition in {keyword} statement");
            self.error("InvalidCond", cond.span.lo, msg);
        } else if self.w.is_untyped(x.ty) {
            self.update_expr_type(cond, Basic::Bool.id(), true);
        }
    }

    fn expr_stmt(&mut self, e: &'a Expr) {
        let mut x = Operand::invalid();
        let class = self.raw_expr(None, &mut x, e, None, false);
        let (code, what): (Code, &str) = match x.mode {
            Mode::Builtin => ("UncalledBuiltin", "must be called"),
            Mode::Type => ("NotAnExpr", "is not an expression"),
            _ if class == ExprClass::Statement => return,
            _ => ("UnusedExpr", "is not used"),
        };
        if x.bad() && self.first_error {
            return;
        }
        let msg = format!("{} {what}", self.opstr(&x));
        self.error(code, x.pos(), msg);
    }

    fn send_stmt(&mut self, s: &'a Stmt, ch: &'a Expr, value: &'a Expr) {
        let (mut c, mut v) = (Operand::invalid(), Operand::invalid());
        self.expr(&mut c, ch);
        let elem = match self.w.common_under(c.ty).map(|u| self.w.ty(u)) {
            Some(&Type::Chan(_, elem)) if !c.bad() => Some(elem),
            _ => None,
        };
        self.name_target(elem, |_| "element".into());
        self.expr_target(elem, &mut v, value);
        if c.bad() || v.bad() {
            return;
        }
        if let Some(elem) = self.chan_elem(s.span.lo, &c, false) {
            self.assignment(&mut v, Some(elem), "send");
        }
    }

    fn inc_dec(&mut self, e: &'a Expr, inc: bool) {
        let mut x = Operand::invalid();
        self.expr(&mut x, e);
        if x.bad() {
            return;
        }
        if !self.all_of(x.ty, Basic::is_numeric) {
            let op = if inc { "++" } else { "--" };
            let msg = format!(
                "invalid operation: {}{op} (non-numeric type {})",
                expr_string(e),
                self.tstr(x.ty)
            );
            self.error("NonNumericIncDec", e.span.lo, msg);
            return;
        }
        self.assign_var(e, &mut x, "assignment");
    }

    fn suspended_call(&mut self, keyword: &str, call: &'a Expr) {
        let code: Code = if keyword == "go" { "InvalidGo" } else { "InvalidDefer" };
        let call = unparen(call);
        if !matches!(call.kind, ExprKind::Call { .. }) {
            let msg = format!("expression in {keyword} must be function call");
            self.error(code, call.span.lo, msg);
            self.use_expr(call);
            return;
        }
        let mut x = Operand::invalid();
        let what = match self.raw_expr(None, &mut x, call, None, false) {
            ExprClass::Statement => return,
            ExprClass::Conversion => "requires function call, not conversion",
            ExprClass::Expression => "discards result of",
        };
        let msg = format!("{keyword} {what} {}", self.opstr(&x));
        self.error(code, x.pos(), msg);
    }

    fn return_stmt(&mut self, pos: Pos, values: &'a [Expr]) {
        let Some(Type::Signature(sig)) = self.env.sig.map(|s| self.w.ty(s)) else { return };
        let results: Vec<InitVar> = sig.results.iter().map(|r| InitVar { obj: r.obj, ty: Some(r.ty) }).collect();
        let named = results.first().is_some_and(|r| !self.w.obj(r.obj).name.as_str().is_empty());
        if values.is_empty() {
            if results.is_empty() {
                return;
            }
            if named {
                self.check_shadowed_results(pos, &results);
                return;
            }
        }
        self.init_vars(&results, values, InitContext::Return(pos));
    }

    fn check_shadowed_results(&mut self, pos: Pos, results: &[InitVar]) {
        for r in results {
            let name = self.w.obj(r.obj).name;
            if let Some((_, alt)) = self.w.lookup_parent(self.env.scope, name)
                && alt != r.obj
                && !name.is_blank()
            {
                let at = self.pos_str(self.w.obj(alt).pos);
                let text = match self.w.obj(alt).kind {
                    ObjKind::Label => name.to_string(),
                    _ => self.w.object_string(r.obj, self.pkg),
                };
                let msg =
                    format!("result parameter {name} not in scope at return\n\t{at}: inner declaration of {text}");
                self.error("OutOfScopeResult", pos, msg);
            }
        }
    }

    /// The type of a variable must be no constraint; for types that were not read by [`Checker::var_type`].
    pub(crate) fn check_var_type(&mut self, e: &'a Expr, ty: TypeId) {
        self.check_no_constraint(e, ty);
    }
}
