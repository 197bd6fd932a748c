//! Statements.

use super::Builder;
use super::range_func::Around;
use crate::gcmodel::ir::{Data, N, NO_TYPE, Node, Op};
use crate::lower::func::expr_pos;
use golift_frontend::unparen;
use golift_base::Pos;
use golift_frontend::ast::{BinaryOp, CaseClause, CommClause, Decl, Expr, ExprKind, Stmt, StmtKind};
use golift_types::{Basic, Const, Type, TypeId};

impl<'w> Builder<'w> {
    pub(super) fn stmts(&mut self, list: &[Stmt]) -> Vec<N> {
        let mut out = Vec::new();
        let last_label = list.iter().rposition(|s| matches!(s.kind, StmtKind::Labeled(..)));
        let mut dead = false;
        for (i, s) in list.iter().enumerate() {
            // What follows a terminating statement, no label between, is not there.
            if dead && last_label.is_none_or(|l| i > l) {
                continue;
            }
            self.stmt(s, &mut out);
            dead = out.last().is_some_and(|&n| self.terminates(n));
        }
        out
    }

    /// Whether control does not go past a statement; endless loops are not looked at.
    pub(super) fn terminates(&self, n: N) -> bool {
        let node = self.p.n(n);
        let last = |list: &[N]| list.last().is_some_and(|&s| self.terminates(s));
        match (&node.op, &node.data) {
            (Op::Return | Op::Goto, _) | (Op::BuiltinCall, Data::Builtin(golift_types::Builtin::Panic)) => true,
            (Op::Block, _) => last(&node.body),
            (Op::If, _) => last(&node.body) && last(&node.rhs),
            _ => false,
        }
    }

    /// The only clause of a constant switch that is ever taken: `None` if it is no such switch.
    fn taken_clause<'c>(&self, tag: Option<&Expr>, clauses: &'c [CaseClause]) -> Option<Option<&'c CaseClause>> {
        let value = self.constant(unparen(tag?))?;
        let falls = |c: &CaseClause| c.body.iter().any(|s| matches!(s.kind, StmtKind::Fallthrough));
        if clauses.iter().any(|c| falls(c) || c.exprs.iter().any(|e| self.constant(unparen(e)).is_none())) {
            return None;
        }
        let equal = |e: &Expr| self.constant(unparen(e)).is_some_and(|c| c == value);
        Some(clauses.iter().find(|c| c.exprs.iter().any(equal)).or_else(|| clauses.iter().find(|c| c.default)))
    }

    fn opt_stmt(&mut self, s: Option<&Stmt>, out: &mut Vec<N>) {
        if let Some(s) = s {
            self.stmt(s, out);
        }
    }

    fn plain(&mut self, op: Op, pos: Pos) -> N {
        self.add(Node::new(op, pos, NO_TYPE))
    }

    fn stmt(&mut self, s: &Stmt, out: &mut Vec<N>) {
        let pos = s.span.lo;
        let label = if matches!(s.kind, StmtKind::Range { .. }) { None } else { self.r.label.take() };
        match &s.kind {
            StmtKind::Bad | StmtKind::Empty => {}
            StmtKind::Decl(decls) => {
                for d in decls {
                    if let Decl::Var(spec) = d {
                        self.var_spec(spec, out);
                    }
                }
            }
            StmtKind::Labeled(label, inner) => {
                let n = self.add(Node::new(Op::Label, pos, NO_TYPE).data(Data::Sym(label.name)));
                out.push(n);
                self.r.label = Some(label.name);
                self.stmt(inner, out);
                self.r.label = None;
            }
            StmtKind::Expr(e) => {
                let n = self.expr(e);
                out.push(n);
            }
            StmtKind::Send(c, x, arrow) => {
                let ct = self.ty(c);
                let elem = match *self.w.under(ct) {
                    Type::Chan(_, elem) => self.sub(elem),
                    _ => NO_TYPE,
                };
                let c = self.expr(c);
                let x = self.expr_as(x, elem);
                let n = self.add(Node::new(Op::Send, *arrow, NO_TYPE).x(c).y(x));
                out.push(n);
            }
            StmtKind::IncDec(e, inc, at) => {
                let x = self.expr(e);
                let ty = self.nty(x);
                let y = self.literal(Const::Int(1), ty, *at);
                let op = if *inc { BinaryOp::Add } else { BinaryOp::Sub };
                let mut node = Node::new(Op::AssignOp, *at, NO_TYPE).x(x).y(y).data(Data::Bin(op));
                node.flag = true;
                let n = self.add(node);
                out.push(n);
            }
            StmtKind::Assign { lhs, op, op_pos, rhs } => {
                let n = self.assign_stmt(lhs, *op, rhs, *op_pos);
                out.push(n);
            }
            StmtKind::Define { lhs, op_pos, rhs } => {
                let n = self.define_stmt(lhs, rhs, *op_pos);
                out.push(n);
            }
            StmtKind::Go(e) => {
                let n = self.go_defer(Op::Go, e, pos);
                out.push(n);
            }
            StmtKind::Defer(e) => {
                let n = self.go_defer(Op::Defer, e, pos);
                out.push(n);
            }
            StmtKind::Return(xs) if self.return_from_loop(xs, pos, out) => {}
            StmtKind::Return(xs) => {
                let n = self.return_stmt(xs, pos);
                out.push(n);
            }
            StmtKind::Break(label) | StmtKind::Continue(label) => {
                let op = if matches!(s.kind, StmtKind::Break(_)) { Op::Break } else { Op::Continue };
                if self.branch_from_loop(op, label.as_ref().map(|l| l.name), pos, out) {
                    return;
                }
                let mut node = Node::new(op, pos, NO_TYPE);
                if let Some(l) = label {
                    node.data = Data::Sym(l.name);
                }
                let n = self.add(node);
                out.push(n);
            }
            StmtKind::Goto(l) if self.branch_from_loop(Op::Goto, Some(l.name), pos, out) => {}
            StmtKind::Goto(l) => {
                let n = self.add(Node::new(Op::Goto, pos, NO_TYPE).data(Data::Sym(l.name)));
                out.push(n);
            }
            StmtKind::Fallthrough => {
                let n = self.plain(Op::Fallthrough, pos);
                out.push(n);
            }
            StmtKind::Block(b) => {
                let body = self.stmts(&b.stmts);
                let n = self.add(Node::new(Op::Block, pos, NO_TYPE).body(body));
                out.push(n);
            }
            StmtKind::If { init, cond, then, else_ } => {
                self.opt_stmt(init.as_deref(), out);
                let constant = self.constant(unparen(cond)).and_then(|c| c.as_bool());
                let c = self.expr(cond);
                let body = if constant == Some(false) { Vec::new() } else { self.stmts(&then.stmts) };
                let mut rhs = Vec::new();
                if constant != Some(true) {
                    self.opt_stmt(else_.as_deref(), &mut rhs);
                }
                if rhs.len() == 1 && self.p.n(rhs[0]).op == Op::Block {
                    rhs = self.p.n(rhs[0]).body.clone();
                }
                if let Some(value) = constant {
                    // A branch that is never taken is not there.
                    let list = if value { body } else { rhs };
                    let n = self.add(Node::new(Op::Block, pos, NO_TYPE).body(list));
                    out.push(n);
                    return;
                }
                let mut node = Node::new(Op::If, pos, NO_TYPE).x(c).body(body);
                node.rhs = rhs;
                let n = self.add(node);
                out.push(n);
            }
            StmtKind::Switch { init, tag, clauses, .. } => {
                self.opt_stmt(init.as_deref(), out);
                self.r.around.push(Around::Switch(label));
                let n = self.switch_stmt(tag.as_ref(), clauses, pos);
                self.r.around.pop();
                out.push(n);
            }
            StmtKind::TypeSwitch { init, bind, x, clauses, .. } => {
                self.opt_stmt(init.as_deref(), out);
                self.r.around.push(Around::Switch(label));
                let n = self.type_switch(bind.is_some(), x, clauses, pos);
                self.r.around.pop();
                out.push(n);
            }
            StmtKind::Select { clauses, .. } => {
                self.r.around.push(Around::Switch(label));
                let list = clauses.iter().map(|c| self.comm_clause(c)).collect();
                self.r.around.pop();
                let n = self.add(Node::new(Op::Select, pos, NO_TYPE).list(list));
                out.push(n);
            }
            StmtKind::For { init, cond, post, body } => {
                let mut first = Vec::new();
                self.opt_stmt(init.as_deref(), &mut first);
                let mut node = Node::new(Op::For, pos, NO_TYPE);
                node.init = first;
                node.x = cond.as_ref().map(|c| self.expr(c));
                let mut after = Vec::new();
                self.opt_stmt(post.as_deref(), &mut after);
                node.y = after.first().copied();
                self.r.around.push(Around::Loop(label));
                node.body = self.stmts(&body.stmts);
                self.r.around.pop();
                let n = self.add(node);
                out.push(n);
            }
            StmtKind::Range { key, value, define, x, body, .. } if self.ranges_over_func(x) => {
                self.range_func([key.as_ref(), value.as_ref()], *define, x, &body.stmts, pos, out);
            }
            StmtKind::Range { key, value, define, x, body, .. } => {
                let n = self.range_stmt([key.as_ref(), value.as_ref()], *define, x, &body.stmts, pos);
                out.push(n);
            }
        }
    }

    fn return_stmt(&mut self, xs: &[Expr], pos: Pos) -> N {
        let results: Vec<TypeId> = self.p.f(self.cur).results.iter().map(|&v| self.p.v(v).ty).collect();
        if xs.len() == 1 && results.len() > 1 {
            let tuple = self.tuple(&xs[0]).unwrap_or_default();
            let call = self.expr(&xs[0]);
            return self.return_tuple(call, &tuple, &results, pos);
        }
        let list = xs.iter().enumerate().map(|(i, e)| self.expr_as(e, results[i])).collect();
        self.add(Node::new(Op::Return, pos, NO_TYPE).list(list))
    }

    /// `return call`, whose results are of types `tuple`.
    pub(super) fn return_tuple(&mut self, call: N, tuple: &[TypeId], results: &[TypeId], pos: Pos) -> N {
        let mut init = Vec::new();
        let mut names = Vec::new();
        let mut temps = Vec::new();
        for &t in tuple {
            let v = self.temp(t, pos);
            let n = self.p.name(v, pos);
            init.push(self.p.add(Node::new(Op::Dcl, pos, NO_TYPE).x(n)));
            names.push(self.p.name(v, pos));
            temps.push(v);
        }
        let mut node = Node::new(Op::AssignFunc, pos, NO_TYPE).list(names);
        node.rhs = vec![call];
        node.flag = true;
        let stmt = self.add(node);
        init.push(stmt);
        let mut list = Vec::new();
        for (&v, &to) in temps.iter().zip(results) {
            self.p.v_mut(v).defn = Some(stmt);
            let n = self.p.name(v, pos);
            list.push(self.implicit(n, to, pos));
        }
        let mut node = Node::new(Op::Return, pos, NO_TYPE).list(list);
        node.init = init;
        self.add(node)
    }

    fn switch_stmt(&mut self, tag: Option<&Expr>, clauses: &[CaseClause], pos: Pos) -> N {
        let mut tag_ty = tag.map_or(Basic::Bool.id(), |t| self.ty(t));
        let mixed = clauses.iter().flat_map(|c| &c.exprs).any(|e| {
            let t = self.ty(e);
            self.w.is_interface(t) && !self.w.is_interface(tag_ty)
        });
        if mixed {
            tag_ty = self.any();
        }
        let mut node = Node::new(Op::Switch, pos, NO_TYPE);
        node.x = tag.map(|t| self.expr_as(t, tag_ty));
        if let Some(taken) = self.taken_clause(tag, clauses) {
            if let Some(c) = taken {
                let body = self.stmts(&c.body);
                let case = self.add(Node::new(Op::Case, c.pos, NO_TYPE).body(body));
                node.list.push(case);
            }
            return self.add(node);
        }
        for c in clauses {
            let list = c.exprs.iter().map(|e| self.expr_as(e, tag_ty)).collect();
            let body = self.stmts(&c.body);
            let case = self.add(Node::new(Op::Case, c.pos, NO_TYPE).list(list).body(body));
            node.list.push(case);
        }
        self.add(node)
    }

    fn type_switch(&mut self, bind: bool, x: &Expr, clauses: &[CaseClause], pos: Pos) -> N {
        let mut node = Node::new(Op::Switch, pos, NO_TYPE);
        let x_ty = self.ty(x);
        let x = self.expr(x);
        let mut guard = Node::new(Op::TypeGuard, pos, x_ty).x(x);
        guard.flag = bind;
        node.x = Some(self.add(guard));
        for c in clauses {
            let list: Vec<N> = c.exprs.iter().map(|e| self.expr(e)).collect();
            let mut case = Node::new(Op::Case, c.pos, NO_TYPE).list(list);
            if let Some(&obj) = self.w.info.implicits.get(&c.id) {
                let v = self.declare(obj);
                self.p.v_mut(v).pos = c.exprs.first().map_or(c.pos, expr_pos);
                case.data = Data::Var(v);
            }
            case.body = self.stmts(&c.body);
            let n = self.add(case);
            if let Data::Var(v) = self.p.n(n).data.clone() {
                self.p.v_mut(v).defn = Some(n);
            }
            node.list.push(n);
        }
        self.add(node)
    }

    fn comm_clause(&mut self, c: &CommClause) -> N {
        let mut node = Node::new(Op::CommCase, c.pos, NO_TYPE);
        let mut comm = Vec::new();
        self.opt_stmt(c.comm.as_deref(), &mut comm);
        if let Some(&n) = comm.first() {
            node.x = Some(self.select_comm(n));
        }
        node.body = self.stmts(&c.body);
        self.add(node)
    }

    /// Receives in select clauses are all of the two-value form.
    fn select_comm(&mut self, n: N) -> N {
        let node = self.p.n(n).clone();
        let (lhs, value) = match node.op {
            Op::Recv => (Vec::new(), n),
            Op::Assign if node.y.is_some_and(|y| self.p.n(y).op == Op::Recv) => (node.x.into_iter().collect(), node.y.unwrap_or(n)),
            _ => return n,
        };
        let mut list: Vec<N> = lhs;
        while list.len() < 2 {
            let blank = self.blank(node.pos);
            list.push(blank);
        }
        let mut new = Node::new(Op::AssignRecv, node.pos, NO_TYPE).list(list.clone());
        new.rhs = vec![value];
        new.init = if node.op == Op::Recv { Vec::new() } else { node.init };
        new.flag = node.flag && node.op == Op::Assign;
        let m = self.add(new);
        for l in list {
            if let Some(v) = self.p.var_of(l)
                && self.p.v(v).defn == Some(n)
            {
                self.p.v_mut(v).defn = Some(m);
            }
        }
        m
    }

    fn range_stmt(&mut self, vars: [Option<&Expr>; 2], define: bool, x: &Expr, body: &[Stmt], pos: Pos) -> N {
        let label = self.r.label.take();
        let nx = self.expr(x);
        let mut node = Node::new(Op::Range, pos, NO_TYPE).x(nx);
        node.flag = define;
        let mut fresh = Vec::new();
        let mut names: Vec<Option<N>> = Vec::new();
        for e in vars {
            let Some(e) = e else {
                names.push(None);
                continue;
            };
            let at = expr_pos(e);
            let blank = matches!(&unparen(e).kind, ExprKind::Name(n) if n.is_blank());
            if blank {
                let n = self.blank(at);
                names.push(Some(n));
            } else if define {
                match self.def(e.id) {
                    Some(obj) => {
                        let v = self.declare(obj);
                        fresh.push(v);
                        let n = self.p.name(v, at);
                        names.push(Some(n));
                        let name = self.p.name(v, at);
                        let dcl = self.add(Node::new(Op::Dcl, at, NO_TYPE).x(name));
                        node.init.push(dcl);
                    }
                    None => names.push(None),
                }
            } else {
                let n = self.expr(e);
                names.push(Some(n));
            }
        }
        node.y = names[0];
        node.z = names[1];
        self.r.around.push(Around::Loop(label));
        let list = self.stmts(body);
        self.r.around.pop();
        node.body = list;
        let n = self.add(node);
        for v in fresh {
            self.p.v_mut(v).defn = Some(n);
        }
        n
    }
}
