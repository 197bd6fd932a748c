//! Statements: the dispatcher, blocks, labels, branches. (Spec, Statements.)

use super::captures_range::Exit;
use super::func::FuncLowerer;
use golift_base::Symbol;
use golift_frontend::ast::{Block, Decl, Ident, Stmt, StmtKind};
use golift_ssa::BlockId;

impl<'p> FuncLowerer<'p, '_> {
    /// A block.
    pub fn block(&mut self, b: &'p Block) {
        self.stmts(&b.stmts);
    }

    /// Statements in order.
    pub fn stmts(&mut self, list: &'p [Stmt]) {
        for s in list {
            self.stmt(s);
        }
    }

    /// One statement. The current block is open before and after it.
    pub fn stmt(&mut self, s: &'p Stmt) {
        let label = self.pending_label.take();
        self.hoisted.clear();
        self.b.set_pos(s.span.lo);
        match &s.kind {
            StmtKind::Bad | StmtKind::Empty => {}
            StmtKind::Decl(decls) => {
                for d in decls {
                    if let Decl::Var(v) = d {
                        self.var_decl(v);
                    }
                }
            }
            StmtKind::Labeled(name, inner) => {
                if self.an.goto_labels.contains(&(self.lit, name.name)) {
                    let b = self.label_block(name.name);
                    if !self.b.terminated() {
                        self.b.jump(b);
                    }
                    self.b.enter(b);
                    // A later goto may come back.
                    self.loop_depth += 1;
                    self.pending_label = Some(name.name);
                    self.stmt(inner);
                    self.loop_depth -= 1;
                    self.pending_label = None;
                    return;
                }
                self.pending_label = Some(name.name);
                self.labeled(name, inner);
            }
            StmtKind::Expr(e) => {
                self.expr_stmt(e);
            }
            StmtKind::Send(c, x, pos) => self.send(c, x, *pos),
            StmtKind::IncDec(x, inc, pos) => self.inc_dec(x, *inc, *pos),
            StmtKind::Assign { lhs, op, op_pos, rhs } => match op {
                Some(op) => self.assign_op(&lhs[0], *op, *op_pos, &rhs[0]),
                None => self.assign(lhs, rhs, *op_pos),
            },
            StmtKind::Define { lhs, op_pos, rhs } => self.define(lhs, rhs, *op_pos),
            StmtKind::Go(e) => self.go_stmt(e, s.span.lo),
            StmtKind::Defer(e) => self.defer_stmt(e, s.span.lo),
            StmtKind::Return(xs) if self.range.is_some() => self.return_from_loop(xs),
            StmtKind::Return(xs) => self.return_stmt(xs),
            StmtKind::Break(l) => match (self.branch_target(l.as_ref(), false), l) {
                (None, Some(l)) if self.range.is_some() => self.leave_body(Exit::Break(l.name)),
                (to, _) => self.leave(to),
            },
            StmtKind::Continue(l) => match (self.branch_target(l.as_ref(), true), l) {
                (None, Some(l)) if self.range.is_some() => self.leave_body(Exit::Continue(l.name)),
                (to, _) => self.leave(to),
            },
            StmtKind::Goto(l) if self.range.is_some() && !self.an.goto_labels.contains(&(self.lit, l.name)) => {
                self.leave_body(Exit::Goto(l.name));
            }
            StmtKind::Goto(l) => {
                let to = self.label_block(l.name);
                self.leave(Some(to));
            }
            StmtKind::Fallthrough => {
                let to = self.fallthrough;
                self.leave(to);
            }
            StmtKind::Block(b) => match label {
                Some(l) => {
                    // `break L` leaves a labeled block only inside of loops and switches; nothing to set up.
                    let _ = l;
                    self.block(b);
                }
                None => self.block(b),
            },
            StmtKind::If { init, cond, then, else_ } => {
                if let Some(i) = init {
                    self.stmt(i);
                }
                let (yes, join) = (self.b.new_block(), self.b.new_block());
                let no = if else_.is_some() { self.b.new_block() } else { join };
                self.b.set_pos(cond.span.lo);
                self.cond(cond, yes, no);
                self.b.enter_sealed(yes);
                if self.b.is_dead() {
                    // A constant condition: what cannot run is not even looked at.
                    self.b.terminate(golift_ssa::Terminator::Unreachable);
                } else {
                    self.block(then);
                    self.b.jump(join);
                }
                if let Some(e) = else_ {
                    self.b.enter_sealed(no);
                    if self.b.is_dead() {
                        self.b.terminate(golift_ssa::Terminator::Unreachable);
                    } else {
                        self.stmt(e);
                        self.b.jump(join);
                    }
                }
                self.b.enter_sealed(join);
            }
            StmtKind::Switch { init, tag, clauses, .. } => self.switch(label, init.as_deref(), tag.as_ref(), clauses),
            StmtKind::TypeSwitch { init, x, clauses, .. } => self.type_switch(label, init.as_deref(), x, clauses),
            StmtKind::Select { clauses, .. } => self.select(label, clauses, s.span.lo),
            StmtKind::For { init, cond, post, body } => {
                self.for_stmt(label, init.as_deref(), cond.as_ref(), post.as_deref(), body);
            }
            StmtKind::Range { key, value, define, range_pos, x, body, .. } => {
                let clause = super::range::Clause { stmt: s.id, key: key.as_ref(), value: value.as_ref(), define: *define };
                self.range_stmt(label, clause, s.span.lo, *range_pos, x, body);
            }
        }
    }

    fn labeled(&mut self, _name: &Ident, inner: &'p Stmt) {
        self.stmt(inner);
        self.pending_label = None;
    }

    /// The block of a label that `goto` uses; sealed at the end of the function.
    pub(super) fn label_block(&mut self, name: Symbol) -> BlockId {
        if let Some(&b) = self.labels.get(&name) {
            return b;
        }
        let b = self.b.new_block();
        self.labels.insert(name, b);
        b
    }

    fn leave(&mut self, to: Option<BlockId>) {
        match to {
            Some(to) => self.b.jump(to),
            None => self.b.terminate(golift_ssa::Terminator::Unreachable),
        }
        self.b.enter_dead();
    }

    fn branch_target(&self, label: Option<&Ident>, cont: bool) -> Option<BlockId> {
        if let Some(l) = label {
            return self.labeled_target(l.name, cont);
        }
        let t = self.targets.iter().rev().find(|t| !cont || t.cont.is_some())?;
        if cont { t.cont } else { Some(t.brk) }
    }

    /// Where `break` or `continue` of a label goes, if the labeled statement is part of this function.
    pub(super) fn labeled_target(&self, label: Symbol, cont: bool) -> Option<BlockId> {
        let t = self.targets.iter().rev().find(|t| t.label == Some(label) && (!cont || t.cont.is_some()))?;
        if cont { t.cont } else { Some(t.brk) }
    }

    /// An expression as a statement.
    fn expr_stmt(&mut self, e: &'p golift_frontend::ast::Expr) {
        use golift_frontend::ast::{ExprKind, UnaryOp};
        let x = golift_frontend::unparen(e);
        match &x.kind {
            ExprKind::Call { .. } => {
                self.call(x, None);
            }
            ExprKind::Unary(UnaryOp::Recv, c) => {
                let ch = self.scalar(c);
                self.b.set_pos(x.span.lo);
                let nil = self.nil();
                self.builtin(golift_abi::Builtin::rt_chanrecv, &[ch, nil], None);
            }
            _ => {
                self.expr(x);
            }
        }
    }
}
