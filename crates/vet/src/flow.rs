//! Control flow inside one function, for checks that ask what may happen on some path.
//!
//! A function's body becomes a graph of steps. A step holds what is evaluated at one point, as spans of the source
//! (a variable is used there if one of its uses lies in a span), and the steps that may come next, in the order in
//! which the official tool looks at them.

use golift_base::{Pos, Span, Symbol};
use golift_frontend::ast::{Block, CaseClause, Expr, ExprKind, Stmt, StmtKind};
use rustc_hash::FxHashMap;

/// The index of a step.
pub(crate) type StepId = usize;

/// A point of a function.
#[derive(Debug, Default)]
pub(crate) struct Step {
    /// What is evaluated.
    pub(crate) spans: Vec<Span>,
    /// Where the function is left: the `return` statement, or the closing brace of the body.
    pub(crate) leaves: Option<Pos>,
    /// What may come next.
    pub(crate) next: Vec<StepId>,
}

/// A function's steps; the first is its entry.
#[derive(Debug, Default)]
pub(crate) struct Flow {
    pub(crate) steps: Vec<Step>,
    /// The step of a statement, by its position.
    pub(crate) at: FxHashMap<Pos, StepId>,
}

struct Target {
    label: Option<Symbol>,
    brk: StepId,
    cont: Option<StepId>,
}

struct Builder<'c> {
    flow: Flow,
    cur: StepId,
    targets: Vec<Target>,
    labels: FxHashMap<Symbol, StepId>,
    label: Option<Symbol>,
    /// Whether a call never returns.
    diverges: &'c dyn Fn(&Expr) -> bool,
}

impl Flow {
    /// The graph of a body; `diverges` tells of calls that never return.
    pub(crate) fn new(body: &Block, diverges: &dyn Fn(&Expr) -> bool) -> Flow {
        let mut b = Builder {
            flow: Flow::default(),
            cur: 0,
            targets: Vec::new(),
            labels: FxHashMap::default(),
            label: None,
            diverges,
        };
        b.flow.steps.push(Step::default());
        b.stmts(&body.stmts);
        let end = b.step();
        b.flow.steps[end].leaves = Some(body.rbrace);
        b.goto(end);
        b.flow
    }
}

impl Builder<'_> {
    fn step(&mut self) -> StepId {
        self.flow.steps.push(Step::default());
        self.flow.steps.len() - 1
    }

    /// An edge from the current step.
    fn goto(&mut self, to: StepId) {
        self.flow.steps[self.cur].next.push(to);
    }

    /// A step after the current one, which becomes current.
    fn advance(&mut self) -> StepId {
        let s = self.step();
        self.goto(s);
        self.cur = s;
        s
    }

    fn eval(&mut self, e: &Expr) {
        self.flow.steps[self.cur].spans.push(e.span);
        if let ExprKind::Call { .. } = e.kind
            && (self.diverges)(e)
        {
            self.cur = self.step();
        }
    }

    /// Code after a jump: nothing comes to it, except through labels.
    fn dead(&mut self) {
        self.cur = self.step();
    }

    fn stmts(&mut self, list: &[Stmt]) {
        list.iter().for_each(|s| self.stmt(s));
    }

    fn label_step(&mut self, l: Symbol) -> StepId {
        if let Some(&s) = self.labels.get(&l) {
            return s;
        }
        let s = self.step();
        self.labels.insert(l, s);
        s
    }

    fn stmt(&mut self, s: &Stmt) {
        let label = self.label.take();
        match &s.kind {
            StmtKind::Labeled(l, inner) => {
                let at = self.label_step(l.name);
                self.goto(at);
                self.cur = at;
                self.label = Some(l.name);
                self.stmt(inner);
                return;
            }
            StmtKind::Block(b) => return self.stmts(&b.stmts),
            _ => {}
        }
        let here = self.advance();
        self.flow.at.insert(s.span.lo, here);
        match &s.kind {
            StmtKind::Bad | StmtKind::Empty | StmtKind::Labeled(..) | StmtKind::Block(_) => {}
            StmtKind::Expr(x) => self.eval(x),
            StmtKind::Decl(_)
            | StmtKind::Send(..)
            | StmtKind::IncDec(..)
            | StmtKind::Assign { .. }
            | StmtKind::Define { .. }
            | StmtKind::Go(_)
            | StmtKind::Defer(_) => self.flow.steps[here].spans.push(s.span),
            StmtKind::Return(_) => {
                self.flow.steps[here].spans.push(s.span);
                self.flow.steps[here].leaves = Some(s.span.lo);
                self.dead();
            }
            StmtKind::Break(l) | StmtKind::Continue(l) => {
                let brk = matches!(s.kind, StmtKind::Break(_));
                let found = self.targets.iter().rev().find(|t| match l {
                    Some(l) => t.label == Some(l.name),
                    None => brk || t.cont.is_some(),
                });
                let to = found.and_then(|t| if brk { Some(t.brk) } else { t.cont });
                if let Some(to) = to {
                    self.goto(to);
                }
                self.dead();
            }
            StmtKind::Goto(l) => {
                let to = self.label_step(l.name);
                self.goto(to);
                self.dead();
            }
            // The clause that follows is linked by `clauses`.
            StmtKind::Fallthrough => {}
            StmtKind::If { init, cond, then, else_ } => {
                init.iter().for_each(|i| self.stmt(i));
                self.eval(cond);
                let (from, done) = (self.cur, self.step());
                self.advance();
                self.stmts(&then.stmts);
                self.goto(done);
                self.cur = from;
                match else_ {
                    Some(e) => {
                        self.advance();
                        self.stmt(e);
                        self.goto(done);
                    }
                    None => self.goto(done),
                }
                self.cur = done;
            }
            StmtKind::Switch { init, tag, clauses, .. } => {
                init.iter().for_each(|i| self.stmt(i));
                tag.iter().for_each(|t| self.eval(t));
                self.clauses(clauses, label);
            }
            StmtKind::TypeSwitch { init, x, clauses, .. } => {
                init.iter().for_each(|i| self.stmt(i));
                self.eval(x);
                self.clauses(clauses, label);
            }
            StmtKind::Select { clauses, .. } => {
                let (from, done) = (self.cur, self.step());
                self.targets.push(Target { label, brk: done, cont: None });
                for c in clauses {
                    self.cur = from;
                    self.advance();
                    c.comm.iter().for_each(|s| self.stmt(s));
                    self.stmts(&c.body);
                    self.goto(done);
                }
                self.targets.pop();
                self.cur = done;
            }
            StmtKind::For { init, cond, post, body } => {
                init.iter().for_each(|i| self.stmt(i));
                let head = self.advance();
                cond.iter().for_each(|c| self.eval(c));
                let (from, next, done) = (self.cur, self.step(), self.step());
                self.advance();
                self.targets.push(Target { label, brk: done, cont: Some(next) });
                self.stmts(&body.stmts);
                self.targets.pop();
                self.goto(next);
                self.cur = next;
                post.iter().for_each(|p| self.stmt(p));
                self.goto(head);
                self.cur = from;
                if cond.is_some() {
                    self.goto(done);
                }
                self.cur = done;
            }
            StmtKind::Range { key, value, x, body, .. } => {
                self.eval(x);
                let head = self.advance();
                key.iter().chain(value).for_each(|e| self.eval(e));
                let done = self.step();
                self.advance();
                self.targets.push(Target { label, brk: done, cont: Some(head) });
                self.stmts(&body.stmts);
                self.targets.pop();
                self.goto(head);
                self.cur = head;
                self.goto(done);
                self.cur = done;
            }
        }
    }

    fn clauses(&mut self, clauses: &[CaseClause], label: Option<Symbol>) {
        let (from, done) = (self.cur, self.step());
        let bodies: Vec<StepId> = clauses.iter().map(|_| self.step()).collect();
        self.targets.push(Target { label, brk: done, cont: None });
        // Cases are tried one after the other; the default comes last.
        for (c, &body) in clauses.iter().zip(&bodies) {
            for e in &c.exprs {
                self.eval(e);
            }
            if !c.default {
                self.goto(body);
                self.advance();
            }
        }
        match clauses.iter().position(|c| c.default) {
            Some(i) => self.goto(bodies[i]),
            None => self.goto(done),
        }
        if clauses.is_empty() {
            self.cur = from;
        }
        for (i, c) in clauses.iter().enumerate() {
            self.cur = bodies[i];
            self.stmts(&c.body);
            let falls = matches!(c.body.last().map(|s| &s.kind), Some(StmtKind::Fallthrough));
            self.goto(if falls { bodies.get(i + 1).copied().unwrap_or(done) } else { done });
        }
        self.targets.pop();
        self.cur = done;
    }
}
