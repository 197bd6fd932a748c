//! Statements that control can never reach, judged by the form of the statements before them.
//!
//! (Spec, Terminating statements; a loop's `continue` counts as terminating too.)

use crate::facts::Facts;
use crate::each_body;
use golift_base::{Pos, Symbol};
use golift_frontend::ast::{Block, ExprKind, NodeId, Stmt, StmtKind};
use golift_frontend::walk::{Visitor, walk_block};
use golift_types::{Builtin, ObjKind};
use rustc_hash::FxHashSet;

/// Reports the first statement of each stretch of dead code.
pub(crate) fn check(facts: &mut Facts<'_>) {
    each_body(facts, |facts, body| {
        let mut targets = Targets::default();
        targets.block(body.block);
        let mut dead = Dead { facts, targets, reachable: true, found: Vec::new() };
        dead.block(&body.block.stmts);
        for pos in dead.found {
            facts.report(pos, "unreachable code".into());
        }
    });
}

/// Which statements are left by `break`, and which labels are jumped to.
#[derive(Default)]
struct Targets {
    broken: FxHashSet<NodeId>,
    gotos: FxHashSet<Symbol>,
    /// The statements around that `break` may leave, with their labels.
    open: Vec<(NodeId, Option<Symbol>)>,
    label: Option<Symbol>,
}

impl Targets {
    fn block(&mut self, b: &Block) {
        self.stmts(&b.stmts);
    }

    fn stmts(&mut self, list: &[Stmt]) {
        list.iter().for_each(|s| self.stmt(s));
    }

    fn inside(&mut self, s: &Stmt, label: Option<Symbol>, f: impl FnOnce(&mut Targets)) {
        self.open.push((s.id, label));
        f(self);
        self.open.pop();
    }

    fn stmt(&mut self, s: &Stmt) {
        let label = self.label.take();
        match &s.kind {
            StmtKind::Labeled(l, inner) => {
                self.label = Some(l.name);
                self.stmt(inner);
            }
            StmtKind::Goto(l) => {
                self.gotos.insert(l.name);
            }
            StmtKind::Break(None) => {
                let id = self.open.last().map(|o| o.0);
                self.broken.extend(id);
            }
            StmtKind::Break(Some(l)) => {
                let id = self.open.iter().rev().find(|o| o.1 == Some(l.name)).map(|o| o.0);
                self.broken.extend(id);
            }
            StmtKind::Block(b) => self.block(b),
            StmtKind::If { then, else_, .. } => {
                self.block(then);
                else_.iter().for_each(|e| self.stmt(e));
            }
            StmtKind::For { body, .. } | StmtKind::Range { body, .. } => self.inside(s, label, |t| t.block(body)),
            StmtKind::Switch { clauses, .. } | StmtKind::TypeSwitch { clauses, .. } => {
                self.inside(s, label, |t| clauses.iter().for_each(|c| t.stmts(&c.body)));
            }
            StmtKind::Select { clauses, .. } => {
                self.inside(s, label, |t| clauses.iter().for_each(|c| t.stmts(&c.body)));
            }
            _ => {}
        }
    }
}

struct Dead<'x, 'w> {
    facts: &'x Facts<'w>,
    targets: Targets,
    reachable: bool,
    found: Vec<Pos>,
}

impl Dead<'_, '_> {
    fn block(&mut self, stmts: &[Stmt]) {
        stmts.iter().for_each(|s| self.stmt(s));
    }

    fn stmt(&mut self, s: &Stmt) {
        if matches!(&s.kind, StmtKind::Labeled(l, _) if self.targets.gotos.contains(&l.name)) {
            self.reachable = true;
        }
        if !self.reachable && !matches!(s.kind, StmtKind::Empty) {
            self.found.push(s.span.lo);
            // One report for the whole stretch.
            self.reachable = true;
        }
        let broken = self.targets.broken.contains(&s.id);
        match &s.kind {
            StmtKind::Block(b) => self.block(&b.stmts),
            StmtKind::Break(_) | StmtKind::Continue(_) | StmtKind::Goto(_) | StmtKind::Fallthrough | StmtKind::Return(_) => {
                self.reachable = false;
            }
            StmtKind::Expr(x) => {
                if let ExprKind::Call { fun, .. } = &x.kind
                    && let ExprKind::Name(_) = fun.kind
                    && let Some(obj) = self.facts.object(fun.id)
                    && matches!(self.facts.w.obj(obj).kind, ObjKind::Builtin(Builtin::Panic))
                {
                    self.reachable = false;
                }
            }
            StmtKind::For { cond, body, .. } => {
                self.block(&body.stmts);
                self.reachable = cond.is_some() || broken;
            }
            StmtKind::Range { body, .. } => {
                self.block(&body.stmts);
                self.reachable = true;
            }
            StmtKind::If { then, else_, .. } => {
                self.block(&then.stmts);
                let after_then = std::mem::replace(&mut self.reachable, true);
                if let Some(e) = else_ {
                    self.stmt(e);
                    self.reachable |= after_then;
                }
            }
            StmtKind::Labeled(_, inner) => self.stmt(inner),
            StmtKind::Switch { clauses, .. } | StmtKind::TypeSwitch { clauses, .. } => {
                let default = clauses.iter().any(|c| c.default);
                self.clauses(clauses.iter().map(|c| &c.body[..]), broken || !default);
            }
            StmtKind::Select { clauses, .. } => self.clauses(clauses.iter().map(|c| &c.body[..]), broken),
            _ => {}
        }
    }

    fn clauses<'s>(&mut self, bodies: impl Iterator<Item = &'s [Stmt]>, other: bool) {
        let mut any = other;
        for body in bodies {
            self.reachable = true;
            self.block(body);
            any |= self.reachable;
        }
        self.reachable = any;
    }
}

/// Whether a block has a statement that `f` accepts, function literals left out.
pub(crate) fn any_stmt(block: &Block, f: impl FnMut(&Stmt) -> bool) -> bool {
    struct Any<F>(F, bool);
    impl<F: FnMut(&Stmt) -> bool> Visitor for Any<F> {
        fn stmt(&mut self, s: &Stmt) -> bool {
            self.1 |= (self.0)(s);
            !self.1
        }
        fn expr(&mut self, e: &golift_frontend::ast::Expr) -> bool {
            !matches!(e.kind, ExprKind::FuncLit(_))
        }
    }
    let mut v = Any(f, false);
    walk_block(&mut v, block);
    v.1
}
