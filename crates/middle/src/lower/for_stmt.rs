//! `for` statements with clauses. (Spec, For statements.)
//!
//! Each iteration has its own copy of the variables that the init statement declares; that shows only for variables in
//! memory, which get fresh memory before the post statement. Before go 1.22 all iterations share them.

use super::builder::SsaVar;
use super::func::{FuncLowerer, Local, Target};
use super::value::{SAFE, Val};
use golift_base::Symbol;
use golift_frontend::ast::{Block, Expr, ExprKind, Stmt, StmtKind};
use golift_ssa::{SiteKind, Ty};
use golift_types::ObjId;

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
        let (head, inner, next, end) = (self.b.new_block(), self.b.new_block(), self.b.new_block(), self.b.new_block());
        self.b.jump(head);
        self.b.enter(head);
        self.loop_depth += 1;
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
        for (obj, p) in copied {
            let ty = self.obj_ty(obj);
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
        if let Some(p) = post {
            self.stmt(p);
        }
        self.b.jump(head);
        self.b.seal(head);
        self.loop_depth -= 1;
        self.b.enter_sealed(end);
    }

    /// The loop variables that need a copy for each iteration, with the variables that hold their addresses.
    fn per_iteration(&mut self, init: Option<&'p Stmt>) -> Vec<(ObjId, SsaVar)> {
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
                let p = self.b.new_var(Ty::Ptr);
                self.b.write(p, a);
                self.vars.insert(obj, Local::Indirect(p));
                out.push((obj, p));
            }
        }
        out
    }
}
