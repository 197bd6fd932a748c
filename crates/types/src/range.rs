//! For statements with range clause (spec, For range).

use crate::assignments::InitVar;
use crate::check::Checker;
use golift_frontend::expr_string;
use crate::info::Mode;
use crate::object::VarKind;
use crate::operand::Operand;
use crate::types::{Basic, Type, TypeId};
use crate::universe::RUNE;
use golift_base::Symbol;
use golift_frontend::ast::{ChanDir, Expr, ExprKind, Stmt, StmtKind};

/// The types of the iteration values, `None` where there is no such value; or why the type cannot be ranged over.
type RangeTypes = Result<(Option<TypeId>, Option<TypeId>), String>;

impl<'a> Checker<'a> {
    /// Checks a range statement.
    pub(crate) fn range_stmt(&mut self, s: &'a Stmt) {
        let StmtKind::Range { key, value, extra, define, x: range_expr, body, .. } = &s.kind else { return };
        let mut x = Operand::invalid();
        self.expr(&mut x, range_expr);
        let (mut key_ty, mut val_ty) = (None, None);
        let mut failed = x.bad();
        if !x.bad() {
            match self.range_types(x.ty).and_then(|types| self.range_version(&x).map(|()| types)) {
                Err(cause) => {
                    let colon = if cause.is_empty() { "" } else { ": " };
                    let msg = format!("cannot range over {}{colon}{cause}", self.opstr(&x));
                    self.soft_error("InvalidRangeExpr", x.pos(), msg);
                    failed = true;
                }
                Ok((k, v)) => {
                    if let (None, Some(e)) = (k, key) {
                        let msg = format!("range over {} permits no iteration variables", self.opstr(&x));
                        self.soft_error("InvalidIterVar", e.span.lo, msg);
                    } else if let (None, Some(e)) = (v, value) {
                        let msg = format!("range over {} permits only one iteration variable", self.opstr(&x));
                        self.soft_error("InvalidIterVar", e.span.lo, msg);
                    } else if let Some(pos) = *extra {
                        self.soft_error("InvalidIterVar", pos, "range clause permits at most two iteration variables");
                    }
                    (key_ty, val_ty) = (k, v);
                }
            }
        }
        let over_int = !failed && self.all_integer(x.ty);
        if !over_int && !failed && self.w.is_untyped(x.ty) {
            self.materialize(&x);
        }
        self.open_scope();
        let lhs = [key.as_ref(), value.as_ref()];
        let types = [key_ty, val_ty];
        if *define {
            self.declare_iteration_vars(s, lhs, types, over_int, &mut x);
        } else if key.is_some() {
            self.assign_iteration_vars(lhs, types, over_int, &mut x);
        } else if over_int {
            self.assignment(&mut x, None, "range clause");
        }
        // Function literals of the range clause see the scope before the variables only in name: they hold objects.
        let outer = self.open_scope();
        self.stmt_list(&body.stmts);
        self.env.scope = outer;
    }

    fn declare_iteration_vars(
        &mut self,
        s: &'a Stmt,
        lhs: [Option<&'a Expr>; 2],
        types: [Option<TypeId>; 2],
        over_int: bool,
        x: &mut Operand<'a>,
    ) {
        let mut vars = Vec::new();
        for (i, e) in lhs.into_iter().enumerate() {
            let Some(e) = e else { continue };
            let obj = match e.kind {
                ExprKind::Name(name) => {
                    let obj = self.new_var(VarKind::Local, name, e.span.lo, Self::INVALID);
                    self.record_def(e.id, obj);
                    if !name.is_blank() {
                        vars.push(obj);
                    }
                    obj
                }
                _ => {
                    self.error("InvalidSyntaxTree", e.span.lo, format!("invalid syntax tree: cannot declare {}", expr_string(e)));
                    self.new_var(VarKind::Local, Symbol::new("_"), e.span.lo, Self::INVALID)
                }
            };
            let var = InitVar { obj, ty: None };
            if over_int && i == 0 {
                self.init_var(var, x, "range clause");
            } else {
                let Some(t) = types[i] else {
                    // The range clause was reported already.
                    self.w.obj_mut(obj).used = true;
                    continue;
                };
                let mut y = Operand::value(t, Some(e));
                self.init_var(var, &mut y, "assignment");
            }
        }
        if vars.is_empty() {
            let StmtKind::Range { range_pos, .. } = s.kind else { return };
            let _ = range_pos;
            self.error("NoNewVar", s.span.lo, "no new variables on left side of :=");
        }
        for obj in vars {
            self.declare_local(obj);
        }
    }

    fn assign_iteration_vars(
        &mut self,
        lhs: [Option<&'a Expr>; 2],
        types: [Option<TypeId>; 2],
        over_int: bool,
        x: &mut Operand<'a>,
    ) {
        for (i, e) in lhs.into_iter().enumerate() {
            let Some(e) = e else { continue };
            if over_int && i == 0 {
                self.assign_var(e, x, "range clause");
                if !x.bad() {
                    if !self.all_integer(x.ty) {
                        let msg = format!("cannot use iteration variable of type {}", self.tstr(x.ty));
                        self.soft_error("InvalidRangeExpr", e.span.lo, msg);
                    } else if self.w.is_untyped(x.ty) {
                        self.materialize(x);
                    }
                }
                continue;
            }
            let mut y = match types[i] {
                Some(t) => Operand::value(t, Some(e)),
                None => Operand::invalid(),
            };
            if y.bad() {
                self.use_lhs(std::slice::from_ref(e));
                continue;
            }
            y.mode = Mode::Value;
            self.assign_var(e, &mut y, "assignment");
        }
    }

    /// Ranges over integers and functions came later than the others.
    fn range_version(&self, x: &Operand<'a>) -> Result<(), String> {
        let under = self.w.common_under(x.ty).map(|u| self.w.ty(u));
        let minor = match under {
            Some(Type::Basic(b)) if b.is_integer() => 22,
            Some(Type::Signature(_)) => 23,
            _ => return Ok(()),
        };
        if self.allows(x.pos(), minor) { Ok(()) } else { Err(format!("requires go1.{minor} or later")) }
    }

    /// The types of the iteration values of a range over `ty`.
    fn range_types(&mut self, ty: TypeId) -> RangeTypes {
        let Some(under) = self.w.common_under(ty) else {
            return Err(self.w.no_common_under(ty, self.pkg));
        };
        let int = Some(Basic::Int.id());
        match self.w.ty(under).clone() {
            Type::Basic(b) if b.is_string() => Ok((int, Some(RUNE))),
            Type::Basic(b) if b.is_integer() => Ok((Some(ty), None)),
            Type::Array(elem, _) | Type::Slice(elem) => Ok((int, Some(elem))),
            Type::Pointer(base) => match *self.w.under(base) {
                Type::Array(elem, _) => Ok((int, Some(elem))),
                _ => Err(String::new()),
            },
            Type::Map(k, v) => Ok((Some(k), Some(v))),
            Type::Chan(ChanDir::Send, _) => Err(format!("receive from send-only channel {}", self.tstr(ty))),
            Type::Chan(_, elem) => Ok((Some(elem), None)),
            Type::Signature(sig) => {
                let bad = |why: &str| Err(format!("func must be func(yield func(...) bool): {why}"));
                if sig.params.len() != 1 {
                    return bad("wrong argument count");
                }
                if !sig.results.is_empty() {
                    return bad("unexpected results");
                }
                let Some(cb) = self.w.as_signature(sig.params[0].ty) else {
                    return bad("argument is not func");
                };
                if cb.params.len() > 2 {
                    return bad("yield func has too many parameters");
                }
                match &cb.results[..] {
                    [r] if self.w.unalias(r.ty) == Basic::Bool.id() => {}
                    [r] if self.is_basic(r.ty, Basic::Bool) => {
                        return bad("yield func returns user-defined boolean, not bool");
                    }
                    _ => return bad("yield func does not return bool"),
                }
                if cb.variadic {
                    let t = self.tstr(sig.params[0].ty);
                    return Err(format!("yield func of type {t} cannot be variadic"));
                }
                let mut params = cb.params.iter().map(|p| p.ty);
                Ok((params.next(), params.next()))
            }
            _ => Err(String::new()),
        }
    }
}
