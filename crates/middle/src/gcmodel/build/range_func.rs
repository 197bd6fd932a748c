//! Range over functions: the body becomes a literal, and what leaves it becomes state that is looked at after the call.
//!
//! `for x := range f { body }` is `#state1 := ready; #yield1 := func(x T) bool { …; return true }; f(#yield1)` with checks
//! around. `break` and `continue` of the loop itself are `return false` and `return true`; what goes further sets `#next`:
//! 2d−1 and 2d continue and break the loop at depth d, −1 returns, lower values are branches to labels outside.

use super::Builder;
use crate::gcmodel::ir::{Class, Data, F, N, NO_TYPE, Node, Op, Param, UNKNOWN, V};
use crate::gcmodel::leaks::Leaks;
use crate::lower::func::expr_pos;
use golift_base::{Pos, Symbol};
use golift_frontend::ast::{BinaryOp, Expr, ExprKind, Stmt, StmtKind};
use golift_frontend::unparen;
use golift_types::{Basic, Const, Type, TypeId};

/// States of a loop: done, ready, in the body (or left by a panic), exhausted.
const DONE: i64 = 0;
const READY: i64 = 1;
const INSIDE: i64 = 2;
const EXHAUSTED: i64 = 3;
/// What is reported when the function swallowed a panic of the body.
const MISSING_PANIC: i64 = 4;

/// A statement around the one being built that `break` or `continue` may mean.
pub(super) enum Around {
    /// An ordinary loop, with its label.
    Loop(Option<Symbol>),
    /// A switch or select, with its label.
    Switch(Option<Symbol>),
    /// A loop over a function.
    Func(FuncLoop),
}

/// A loop over a function.
pub(super) struct FuncLoop {
    label: Option<Symbol>,
    state: V,
    /// Labels inside of the body.
    inside: Vec<Symbol>,
    check_return: bool,
    check_continue: bool,
    check_break: bool,
    check_outer: bool,
    /// Branches out of all loops over functions, with their codes.
    branches: Vec<(Op, Option<Symbol>, i64)>,
}

/// What the loops over functions of one function share.
#[derive(Default)]
pub(super) struct RangeFuncs {
    /// The statements around, outermost first.
    pub(super) around: Vec<Around>,
    /// The label before the statement that comes next.
    pub(super) label: Option<Symbol>,
    next: Option<V>,
    next_used: bool,
    states: u32,
    yields: u32,
}

impl<'w> Builder<'w> {
    fn int(&mut self, value: i64, pos: Pos) -> N {
        self.literal(Const::Int(value), Basic::Int.id(), pos)
    }

    fn set(&mut self, v: V, value: i64, pos: Pos) -> N {
        let (x, y) = (self.use_var(v, pos), self.int(value, pos));
        self.add(Node::new(Op::Assign, pos, NO_TYPE).x(x).y(y))
    }

    fn when(&mut self, v: V, op: BinaryOp, value: i64, body: Vec<N>, pos: Pos) -> N {
        let (x, y) = (self.use_var(v, pos), self.int(value, pos));
        let cond = self.add(Node::new(Op::Binary, pos, Basic::Bool.id()).x(x).y(y).data(Data::Bin(op)));
        self.add(Node::new(Op::If, pos, NO_TYPE).x(cond).body(body))
    }

    fn panic_range_state(&mut self, arg: N, pos: Pos) -> N {
        let name = Symbol::new("runtime.panicrangestate");
        let fun = self.add(Node::new(Op::FuncName, pos, NO_TYPE).data(Data::Sym(name)));
        self.add(Node::new(Op::Call, pos, NO_TYPE).x(fun).list(vec![arg]))
    }

    fn return_bool(&mut self, value: bool, pos: Pos) -> N {
        let x = self.literal(Const::Bool(value), Basic::Bool.id(), pos);
        self.add(Node::new(Op::Return, pos, NO_TYPE).list(vec![x]))
    }

    /// The variable that says where control goes, declared with the outermost loop.
    fn next(&mut self) -> Option<V> {
        self.r.next_used = true;
        self.r.next
    }

    fn innermost(&self) -> Option<(usize, V)> {
        self.r.around.iter().enumerate().rev().find_map(|(i, a)| match a {
            Around::Func(l) => Some((i, l.state)),
            _ => None,
        })
    }

    /// Leaves the innermost loop over a function for good.
    fn leave(&mut self, code: Option<i64>, state: V, pos: Pos, out: &mut Vec<N>) {
        if let Some(code) = code
            && let Some(next) = self.next()
        {
            let n = self.set(next, code, pos);
            out.push(n);
        }
        let n = self.set(state, DONE, pos);
        out.push(n);
        let n = self.return_bool(false, pos);
        out.push(n);
    }

    /// `return xs` in a loop over a function; false if it is an ordinary one.
    pub(super) fn return_from_loop(&mut self, xs: &[Expr], pos: Pos, out: &mut Vec<N>) -> bool {
        let Some((_, state)) = self.innermost() else { return false };
        let mut f = self.cur;
        while self.p.f(f).range_body {
            let Some(outer) = self.p.f(f).outer else { break };
            f = outer;
        }
        if !xs.is_empty() {
            let results = self.p.f(f).results.clone();
            let mut names = Vec::new();
            for (i, v) in results.into_iter().enumerate() {
                if self.p.v(v).name.as_str().starts_with('~') {
                    self.p.v_mut(v).name = Symbol::new(&format!("#rv{}", i + 1));
                }
                names.push(self.use_var(v, pos));
            }
            let n = self.assign_values(names, xs, false, pos);
            out.push(n);
        }
        for a in &mut self.r.around {
            if let Around::Func(l) = a {
                l.check_return = true;
            }
        }
        self.leave(Some(-1), state, pos, out);
        true
    }

    /// `break`, `continue` or `goto` that concerns a loop over a function; false if it is an ordinary one.
    pub(super) fn branch_from_loop(&mut self, op: Op, label: Option<Symbol>, pos: Pos, out: &mut Vec<N>) -> bool {
        let Some((inner, state)) = self.innermost() else { return false };
        let target = self.r.around.iter().rposition(|a| match (a, label) {
            (Around::Loop(l) | Around::Func(FuncLoop { label: l, .. }), Some(_)) => *l == label,
            (Around::Switch(l), Some(_)) => op == Op::Break && *l == label,
            (Around::Switch(_), None) => op == Op::Break,
            _ => true,
        });
        if op == Op::Goto {
            let Around::Func(l) = &self.r.around[inner] else { return false };
            if label.is_some_and(|l2| l.inside.contains(&l2)) {
                return false;
            }
        } else if target.is_none_or(|t| t > inner) {
            return false;
        } else if target == Some(inner) {
            if op == Op::Continue {
                let n = self.set(state, READY, pos);
                out.push(n);
                let n = self.return_bool(true, pos);
                out.push(n);
            } else {
                self.leave(None, state, pos, out);
            }
            return true;
        }
        let target = target.filter(|_| op != Op::Goto);
        let loops: Vec<usize> = (0..=inner).filter(|&i| matches!(self.r.around[i], Around::Func(_))).collect();
        let depth = target.and_then(|t| loops.iter().position(|&i| i == t));
        let code = match depth {
            Some(d) => 2 * (d as i64 + 1) - i64::from(op == Op::Continue),
            None => {
                let mut code = -2;
                if let Around::Func(l) = &mut self.r.around[loops[0]] {
                    match l.branches.iter().find(|b| b.0 == op && b.1 == label) {
                        Some(b) => code = b.2,
                        None => {
                            code -= l.branches.len() as i64;
                            l.branches.push((op, label, code));
                        }
                    }
                }
                code
            }
        };
        for (at, &i) in loops.iter().enumerate() {
            let Around::Func(l) = &mut self.r.around[i] else { continue };
            match depth {
                Some(d) if at == d + 1 => {
                    l.check_continue |= op == Op::Continue;
                    l.check_break |= op == Op::Break;
                }
                Some(d) if at > d => l.check_outer = true,
                Some(_) => {}
                None => l.check_return |= at > 0,
            }
        }
        self.leave(Some(code), state, pos, out);
        true
    }

    /// `for vars := range x { body }` of a function x.
    pub(super) fn range_func(
        &mut self,
        vars: [Option<&Expr>; 2],
        define: bool,
        x: &Expr,
        body: &[Stmt],
        pos: Pos,
        out: &mut Vec<N>,
    ) {
        let label = self.r.label.take();
        let int = Basic::Int.id();
        let outermost = self.innermost().is_none();
        if outermost {
            let next = self.new_local(Symbol::new("#next"), Class::Auto, int, UNKNOWN);
            self.r.next = Some(next);
            self.r.next_used = false;
        }
        self.r.states += 1;
        let state = self.new_local(Symbol::new(&format!("#state{}", self.r.states)), Class::Auto, int, pos);
        let mut first = Vec::new();
        let xt = self.ty(x);
        let callee = self.expr(x);
        let callee = self.without_calls(callee, &mut first);
        let one = self.int(READY, pos);
        let define_state = self.define(state, one, pos);

        let mut inside = Vec::new();
        labels(body, &mut inside);
        self.r.around.push(Around::Func(FuncLoop {
            label,
            state,
            inside,
            check_return: false,
            check_continue: false,
            check_break: false,
            check_outer: false,
            branches: Vec::new(),
        }));
        let yield_ty = self.w.as_signature(self.w.under_id(xt)).and_then(|s| s.params.first()).map_or(NO_TYPE, |p| self.sub(p.ty));
        let literal = self.body_literal(vars, define, yield_ty, state, body, pos);
        let popped = self.r.around.pop();
        self.r.yields += 1;
        let name = Symbol::new(&format!("#yield{}", self.r.yields));
        let yielded = self.new_local(name, Class::Auto, yield_ty, pos);
        let define_yield = self.define(yielded, literal, pos);
        let arg = self.p.name(yielded, pos);
        let mut call = Node::new(Op::Call, pos, NO_TYPE).x(callee).list(vec![arg]);
        call.init = first;
        let call = self.add(call);
        let code = self.int(MISSING_PANIC, pos);
        let missing = self.panic_range_state(code, pos);
        let check = self.when(state, BinaryOp::Eq, INSIDE, vec![missing], pos);
        let done = self.set(state, EXHAUSTED, pos);

        let mut checks = Vec::new();
        if let Some(Around::Func(l)) = popped {
            self.checks(&l, outermost, pos, &mut checks);
        }
        if outermost
            && self.r.next_used
            && let Some(next) = self.r.next.take()
        {
            let (declared, target) = (self.p.name(next, UNKNOWN), self.p.name(next, UNKNOWN));
            let dcl = self.add(Node::new(Op::Dcl, UNKNOWN, NO_TYPE).x(declared));
            let mut zero = Node::new(Op::Assign, pos, NO_TYPE).x(target);
            zero.flag = true;
            zero.init = vec![dcl];
            let zero = self.add(zero);
            out.push(zero);
        }
        out.extend([define_state, define_yield, call, check, done]);
        out.extend(checks);
    }

    /// What is done after a loop about control that left it.
    fn checks(&mut self, l: &FuncLoop, outermost: bool, pos: Pos, out: &mut Vec<N>) {
        if outermost {
            for &(op, label, code) in &l.branches {
                let Some(next) = self.next() else { return };
                let zero = self.set(next, 0, pos);
                let mut jump = Node::new(op, pos, NO_TYPE);
                if let Some(label) = label {
                    jump.data = Data::Sym(label);
                }
                let jump = self.add(jump);
                let n = self.when(next, BinaryOp::Eq, code, vec![zero, jump], pos);
                out.push(n);
            }
            if l.check_return
                && let Some(next) = self.next()
            {
                let back = self.add(Node::new(Op::Return, pos, NO_TYPE));
                let n = self.when(next, BinaryOp::Eq, -1, vec![back], pos);
                out.push(n);
            }
            return;
        }
        let Some((inner, state)) = self.innermost() else { return };
        let Some(next) = self.next() else { return };
        let depth = self.r.around[..=inner].iter().filter(|a| matches!(a, Around::Func(_))).count() as i64;
        let leave = |b: &mut Self, state_value: i64, reset: bool| {
            let mut list = Vec::new();
            if reset {
                list.push(b.set(next, 0, pos));
            }
            list.push(b.set(state, state_value, pos));
            list.push(b.return_bool(state_value == READY, pos));
            list
        };
        if l.check_return {
            let list = leave(self, DONE, false);
            let n = self.when(next, BinaryOp::Lt, 0, list, pos);
            out.push(n);
        }
        let code = self.int(0, pos);
        let wrong = self.panic_range_state(code, pos);
        let n = self.when(next, BinaryOp::Gt, 2 * depth, vec![wrong], pos);
        out.push(n);
        if l.check_continue {
            let list = leave(self, READY, true);
            let n = self.when(next, BinaryOp::Eq, 2 * depth - 1, list, pos);
            out.push(n);
        }
        if l.check_break {
            let list = leave(self, DONE, true);
            let n = self.when(next, BinaryOp::Eq, 2 * depth, list, pos);
            out.push(n);
        }
        if l.check_break || l.check_outer {
            let list = leave(self, DONE, false);
            let n = self.when(next, BinaryOp::Gt, 0, list, pos);
            out.push(n);
        }
    }

    /// The body as a literal.
    fn body_literal(&mut self, vars: [Option<&Expr>; 2], define: bool, ty: TypeId, state: V, body: &[Stmt], pos: Pos) -> N {
        let f = self.begin_literal(pos, ty, false);
        let outer = self.p.f(f).outer.unwrap_or(f);
        // It has a name of its own sort.
        let counted = self.p.f_mut(outer);
        counted.literals -= 1;
        counted.ranges += 1;
        let name = Symbol::new(&format!("{}-range{}", counted.name, counted.ranges));
        let func = self.p.f_mut(f);
        func.name = name;
        func.range_body = true;
        let params: Vec<TypeId> = self.w.as_signature(self.w.under_id(ty)).map_or(Vec::new(), |s| s.params.iter().map(|p| p.ty).collect());
        let mut list = Vec::new();
        for (i, param_ty) in params.into_iter().enumerate() {
            let param_ty = self.sub(param_ty);
            let e = vars.get(i).copied().flatten();
            let param = self.body_param(f, i, e, define, param_ty, pos, &mut list);
            self.p.f_mut(f).params.push(param);
        }
        let result = self.new_local(Symbol::new("~r0"), Class::Result, Basic::Bool.id(), pos);
        self.p.f_mut(f).results.push(result);
        let tmp = self.new_local(Symbol::new("#tmpState"), Class::Auto, Basic::Int.id(), UNKNOWN);
        let now = self.use_var(state, UNKNOWN);
        let n = self.define(tmp, now, UNKNOWN);
        list.push(n);
        let n = self.set(state, INSIDE, UNKNOWN);
        list.push(n);
        let arg = self.p.name(tmp, UNKNOWN);
        let wrong = self.panic_range_state(arg, UNKNOWN);
        let n = self.when(tmp, BinaryOp::Ne, READY, vec![wrong], UNKNOWN);
        list.push(n);
        let stmts = self.stmts(body);
        let ends = stmts.last().is_some_and(|&n| self.terminates(n));
        list.extend(stmts);
        if !ends {
            let n = self.set(state, READY, UNKNOWN);
            list.push(n);
            let n = self.return_bool(true, UNKNOWN);
            list.push(n);
        }
        self.p.f_mut(f).body = Some(list);
        self.end_literal(f, pos, ty)
    }

    fn body_param(&mut self, f: F, i: usize, e: Option<&Expr>, define: bool, ty: TypeId, pos: Pos, list: &mut Vec<N>) -> Param {
        let unnamed = |name: &str, pos: Pos| Param { var: None, ty, pos, name: Symbol::new(name), leaks: Leaks::default() };
        let Some(e) = e else { return unnamed("_", pos) };
        let at = expr_pos(e);
        let blank = matches!(&unparen(e).kind, ExprKind::Name(n) if n.is_blank());
        if define {
            return match self.def(e.id).filter(|_| !blank) {
                Some(obj) => {
                    let o = self.w.obj(obj);
                    let mut param = self.param(o.name, ty, o.pos, Some(obj));
                    param.pos = at;
                    param
                }
                None => unnamed("_", at),
            };
        }
        let name = Symbol::new(&format!("#p{}", i + 1));
        let param = self.param(name, ty, at, None);
        let Some(v) = param.var else { return param };
        let target = if blank { self.blank(at) } else { self.expr(e) };
        let value = self.p.name(v, at);
        let to = if blank { NO_TYPE } else { self.nty(target) };
        let value = self.implicit(value, to, at);
        let assign = self.add(Node::new(Op::Assign, at, NO_TYPE).x(target).y(value));
        list.push(assign);
        let _ = f;
        param
    }

    /// Whether a range clause's operand is a function.
    pub(super) fn ranges_over_func(&self, x: &Expr) -> bool {
        matches!(self.w.under(self.ty(x)), Type::Signature(_))
    }
}

/// The labels in statements, function literals left out.
fn labels(list: &[Stmt], out: &mut Vec<Symbol>) {
    for s in list {
        match &s.kind {
            StmtKind::Labeled(label, inner) => {
                out.push(label.name);
                labels(std::slice::from_ref(inner), out);
            }
            StmtKind::Block(b) => labels(&b.stmts, out),
            StmtKind::If { then, else_, .. } => {
                labels(&then.stmts, out);
                if let Some(e) = else_ {
                    labels(std::slice::from_ref(e), out);
                }
            }
            StmtKind::Switch { clauses, .. } | StmtKind::TypeSwitch { clauses, .. } => {
                clauses.iter().for_each(|c| labels(&c.body, out));
            }
            StmtKind::Select { clauses, .. } => clauses.iter().for_each(|c| labels(&c.body, out)),
            StmtKind::For { body, .. } | StmtKind::Range { body, .. } => labels(&body.stmts, out),
            _ => {}
        }
    }
}
