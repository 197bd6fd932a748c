//! The part of the capture analysis for the variables of loops: which are the same in all iterations, and which do not
//! change within one.

use super::captures::Walker;
use golift_frontend::ast::{Expr, Stmt, StmtKind};
use golift_types::ObjId;

impl Walker<'_> {
    /// The variables that a loop's init statement declares, each iteration its own, that nothing has captured or assigned
    /// so far.
    pub(super) fn unchanged_variables(&self, init: Option<&Stmt>) -> Vec<ObjId> {
        let Some(StmtKind::Define { lhs, .. }) = init.map(|s| &s.kind) else { return Vec::new() };
        let own = lhs.iter().filter_map(|l| self.def(l.id)).filter(|&o| !self.world.is_shared_loop_variable(o));
        own.filter(|o| self.a.vars.get(o).is_some_and(|f| !f.captured && !f.reassigned)).collect()
    }

    /// Walks the post statement. Gives the variables that only it assigned, and that it does not capture.
    pub(super) fn assigned_after(&mut self, mut vars: Vec<ObjId>, post: Option<&Stmt>) -> Vec<ObjId> {
        vars.retain(|o| self.a.vars.get(o).is_some_and(|f| !f.reassigned));
        let captured: Vec<bool> = vars.iter().map(|o| std::mem::take(&mut self.a.vars.entry(*o).or_default().captured)).collect();
        self.opt_stmt(post);
        let mut out = Vec::new();
        for (obj, captured) in vars.into_iter().zip(captured) {
            let facts = self.a.vars.entry(obj).or_default();
            if !facts.captured {
                out.push(obj);
            }
            facts.captured |= captured;
        }
        out
    }

    /// Whether the clause's new variables are the same in all iterations; they count as reassigned then.
    pub(super) fn shared_range_vars(&mut self, vars: [Option<&Expr>; 2]) -> bool {
        let objs: Vec<ObjId> = vars.into_iter().flatten().filter_map(|e| self.def(e.id)).collect();
        objs.iter().any(|&o| self.world.is_shared_loop_variable(o))
    }

    /// The variables of a range clause.
    pub(super) fn range_vars(&mut self, vars: [Option<&Expr>; 2], define: bool) {
        for e in vars.into_iter().flatten() {
            if define {
                self.define(e);
                if let Some(obj) = self.def(e.id).filter(|&o| self.world.is_shared_loop_variable(o)) {
                    self.reassign_obj(obj);
                }
            } else {
                self.expr(e);
                self.reassign(e);
            }
        }
    }
}
