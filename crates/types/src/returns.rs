//! Terminating statements (spec, Terminating statements): whether control can reach the end of a function body.

use crate::object::{Builtin, ObjKind};
use crate::world::World;
use golift_base::Symbol;
use golift_frontend::ast::{Block, CaseClause, Expr, ExprKind, Stmt, StmtKind};

/// Whether a body ends in a terminating statement. Calls of the predeclared `panic` are recognised through `info.uses`,
/// so run this after the body is checked. The official message otherwise is `missing return` at the closing brace.
pub fn terminates(world: &World, body: &Block) -> bool {
    list_terminates(world, &body.stmts)
}

fn list_terminates(world: &World, list: &[Stmt]) -> bool {
    let last = list.iter().rev().find(|s| !matches!(s.kind, StmtKind::Empty));
    last.is_some_and(|s| stmt_terminates(world, s, None))
}

fn stmt_terminates(world: &World, stmt: &Stmt, label: Option<Symbol>) -> bool {
    match &stmt.kind {
        StmtKind::Labeled(l, s) => stmt_terminates(world, s, Some(l.name)),
        StmtKind::Expr(e) => is_panic(world, e),
        StmtKind::Return(_) | StmtKind::Goto(_) | StmtKind::Fallthrough => true,
        StmtKind::Block(b) => list_terminates(world, &b.stmts),
        StmtKind::If { then, else_: Some(e), .. } => {
            list_terminates(world, &then.stmts) && stmt_terminates(world, e, None)
        }
        StmtKind::Switch { clauses, .. } | StmtKind::TypeSwitch { clauses, .. } => {
            clauses.iter().any(|c| c.default) && clauses.iter().all(|c| clause_terminates(world, &c.body, label))
        }
        StmtKind::Select { clauses, .. } => clauses.iter().all(|c| clause_terminates(world, &c.body, label)),
        StmtKind::For { cond: None, body, .. } => !list_breaks(&body.stmts, label, true),
        _ => false,
    }
}

fn clause_terminates(world: &World, body: &[Stmt], label: Option<Symbol>) -> bool {
    list_terminates(world, body) && !list_breaks(body, label, true)
}

fn is_panic(world: &World, e: &Expr) -> bool {
    let mut e = e;
    while let ExprKind::Paren(x) = &e.kind {
        e = x;
    }
    let ExprKind::Call { fun, .. } = &e.kind else {
        return false;
    };
    let mut fun = &**fun;
    while let ExprKind::Paren(x) = &fun.kind {
        fun = x;
    }
    let used = world.info.uses.get(fun.id.0 as usize).copied().flatten();
    used.is_some_and(|obj| matches!(world.obj(obj).kind, ObjKind::Builtin(Builtin::Panic)))
}

fn list_breaks(list: &[Stmt], label: Option<Symbol>, implicit: bool) -> bool {
    list.iter().any(|s| breaks(s, label, implicit))
}

/// Whether a statement contains a break that leaves the statement with this label, or an unlabeled break that leaves
/// it (`implicit`: no other breakable statement lies between).
fn breaks(stmt: &Stmt, label: Option<Symbol>, implicit: bool) -> bool {
    let clauses = |cs: &[CaseClause]| label.is_some() && cs.iter().any(|c| list_breaks(&c.body, label, false));
    match &stmt.kind {
        StmtKind::Break(None) => implicit,
        StmtKind::Break(Some(l)) => Some(l.name) == label,
        StmtKind::Labeled(_, s) => breaks(s, label, implicit),
        StmtKind::Block(b) => list_breaks(&b.stmts, label, implicit),
        StmtKind::If { then, else_, .. } => {
            list_breaks(&then.stmts, label, implicit) || else_.as_ref().is_some_and(|e| breaks(e, label, implicit))
        }
        StmtKind::Switch { clauses: cs, .. } | StmtKind::TypeSwitch { clauses: cs, .. } => clauses(cs),
        StmtKind::Select { clauses, .. } => {
            label.is_some() && clauses.iter().any(|c| list_breaks(&c.body, label, false))
        }
        StmtKind::For { body, .. } | StmtKind::Range { body, .. } => {
            label.is_some() && list_breaks(&body.stmts, label, false)
        }
        _ => false,
    }
}
