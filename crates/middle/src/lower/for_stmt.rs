//! `for` statements with clauses. (Spec, For statements.)
//!
//! Each iteration has its own copy of the variables that the init statement declares; that shows only for variables in
//! memory. Before go 1.22 all iterations share them.
//!
//! Where the post statement cannot let the address of such a variable out, its value goes from one iteration to the next:
//! no pointer does, so that a variable that dies with its iteration can stay in the frame. Else the variable gets fresh
//! memory before the post statement.

use super::builder::SsaVar;
use super::func::{FuncLowerer, Local, Target};
use super::value::{SAFE, Val};
use golift_base::Symbol;
use golift_frontend::ast::{Block, Expr, ExprKind, Stmt, StmtKind};
use golift_ssa::{SiteKind, Ty, ValueId};
use golift_types::ObjId;
use smallvec::SmallVec;

impl<'p> FuncLowerer<'p, '_> {
    /// `for init; cond; post { … }`.
    pub fn for_stmt(
        &mut self,
        label: Option<Symbol>,
        init: Option<&'p Stmt>,
        cond: Option<&'p Expr>,
        post: Option<&'p Stmt>,
        body: &'p Block,
    ) {
        if let Some(i) = init {
            self.stmt(i);
        }
        let copied = self.per_iteration(init);
        let mut by_value = post.is_none_or(is_plain);
        for &(obj, _) in &copied {
            let ty = self.obj_ty(obj);
            by_value &= !self.is_mem(ty);
        }
        let copied: Vec<(ObjId, Carried)> = copied.into_iter().map(|(obj, a)| (obj, self.carry_variable(obj, a, by_value))).collect();
        let (head, inner, next, end) = (self.b.new_block(), self.b.new_block(), self.b.new_block(), self.b.new_block());
        self.b.jump(head);
        self.b.enter(head);
        self.loop_depth += 1;
        for (obj, carried) in &copied {
            let Carried::Value(vars) = carried else { continue };
            let ty = self.obj_ty(*obj);
            let new = self.alloc_var(*obj, ty, SiteKind::Var);
            let v = Val::Flat(vars.iter().map(|&v| self.b.read(v)).collect());
            self.store(new, 0, ty, &v, SAFE);
            self.vars.insert(*obj, Local::Mem(new));
        }
        match cond {
            Some(c) => {
                self.hoisted.clear();
                self.b.set_pos(c.span.lo);
                self.cond(c, inner, end);
            }
            None => self.b.jump(inner),
        }
        self.b.enter_sealed(inner);
        self.targets.push(Target { label, brk: end, cont: Some(next) });
        self.block(body);
        self.targets.pop();
        self.b.jump(next);
        self.b.enter_sealed(next);
        for (obj, carried) in copied {
            let ty = self.obj_ty(obj);
            match carried {
                Carried::Value(vars) => {
                    let Some(&Local::Mem(old)) = self.vars.get(&obj) else { continue };
                    let v = self.load(old, 0, ty, SAFE);
                    for (&var, &word) in vars.iter().zip(v.flat()) {
                        self.b.write(var, word);
                    }
                    self.vars.insert(obj, Local::Ssa(vars));
                }
                Carried::Address(p) => {
                    let old = self.b.read(p);
                    let new = self.alloc_var(obj, ty, SiteKind::Var);
                    let v = self.load(old, 0, ty, SAFE);
                    let v = match v {
                        Val::Mem(_) => Val::Mem(old),
                        flat => flat,
                    };
                    self.store(new, 0, ty, &v, SAFE);
                    self.b.write(p, new);
                }
            }
        }
        if let Some(p) = post {
            self.stmt(p);
        }
        self.b.jump(head);
        self.b.seal(head);
        self.loop_depth -= 1;
        self.b.enter_sealed(end);
    }

    /// The loop variables that need a copy for each iteration, with the addresses of the first.
    fn per_iteration(&mut self, init: Option<&'p Stmt>) -> Vec<(ObjId, ValueId)> {
        let Some(StmtKind::Define { lhs, .. }) = init.map(|s| &s.kind) else {
            return Vec::new();
        };
        let mut out = Vec::new();
        for l in lhs {
            if !matches!(l.kind, ExprKind::Name(_)) {
                continue;
            }
            let Some(obj) = self.def(l.id) else {
                continue;
            };
            if !self.facts(obj).in_memory() || self.w.is_shared_loop_variable(obj) {
                continue;
            }
            if let Some(&Local::Mem(a)) = self.vars.get(&obj) {
                out.push((obj, a));
            }
        }
        out
    }

    /// Prepares what goes from one iteration to the next for a variable whose first copy is at `first`.
    fn carry_variable(&mut self, obj: ObjId, first: ValueId, by_value: bool) -> Carried {
        if by_value {
            let ty = self.obj_ty(obj);
            let v = self.load(first, 0, ty, SAFE);
            return Carried::Value(self.fresh_vars(v.flat()));
        }
        let p = self.b.new_var(Ty::Ptr);
        self.b.write(p, first);
        self.vars.insert(obj, Local::Indirect(p));
        Carried::Address(p)
    }
}

/// What goes from one iteration to the next.
enum Carried {
    /// The variable's value, in one SSA variable for each scalar.
    Value(SmallVec<[SsaVar; 4]>),
    /// The address of its memory.
    Address(SsaVar),
}

/// Whether a statement surely takes no variable's address: it increments or assigns by names, literals and operators.
fn is_plain(s: &Stmt) -> bool {
    match &s.kind {
        StmtKind::IncDec(x, ..) => is_plain_expr(x),
        StmtKind::Assign { lhs, rhs, .. } => lhs.iter().chain(rhs).all(is_plain_expr),
        _ => false,
    }
}

fn is_plain_expr(e: &Expr) -> bool {
    match &e.kind {
        ExprKind::Name(_) | ExprKind::Lit { .. } => true,
        ExprKind::Paren(x) => is_plain_expr(x),
        ExprKind::Binary { x, y, .. } => is_plain_expr(x) && is_plain_expr(y),
        _ => false,
    }
}
