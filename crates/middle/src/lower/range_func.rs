//! Range over functions. (Spec, For statements with range clause: functions and methods.)
//!
//! The loop body becomes a function of its own, which the iterator calls. It returns whether to go on. The loop has a
//! state that says what the body may be called for; a call at another time panics. Control that leaves the body
//! otherwise (`return`, branches to outer labels) is noted as the number of an exit in a variable of the root function
//! and goes on behind the iterator's call. `defer` in the body uses a list that the root runs.
//!
//! Once the iterator and the body are inlined, the state and the exit number are constants along each path.

use super::call::Target as CallTarget;
use super::captures_range::{Exit, Hidden};
use super::func::{FuncLowerer, Local, Target};
use super::keys::{Capture, Captured, LitBody, RangeBody};
use super::range::Clause;
use super::value::{CONST, SAFE, Val};
use super::variadic::Rest;
use golift_abi::Builtin;
use golift_base::{Pos, Symbol};
use golift_frontend::ast::{Block, Expr};
use golift_ssa::{BlockId, CmpOp, Op, SiteKind, Terminator, Ty, ValueId};
use golift_types::{Basic, TypeId};

/// The body may be called.
const READY: i64 = 0;
/// The body returned false.
const DONE: i64 = 1;
/// The body runs, or a panic left it.
const RUNNING: i64 = 2;
/// The loop is over.
const EXHAUSTED: i64 = 3;
/// For the panic only: the iterator recovered a panic of the body and returned.
const MISSING_PANIC: i64 = 4;

/// Where control goes in the body of a loop over a function.
#[derive(Clone, Copy, Debug)]
pub struct RangeExits {
    /// Ends the loop.
    brk: BlockId,
}

impl<'p> FuncLowerer<'p, '_> {
    /// `for key, value := range f { … }` at `pos`.
    pub fn range_func(&mut self, label: Option<Symbol>, clause: Clause<'p>, pos: Pos, f: &'p Expr, body: &'p Block) {
        let ty = self.ty(f);
        let sig = self.w.as_signature(ty).expect("a range over a function");
        let yield_ty = self.m.subst(sig.params[0].ty);
        let target = match self.call_target(f) {
            CallTarget::MethodExpr(..) => CallTarget::Value(f),
            other => other,
        };
        let mut call = self.prepare_call(f, target, &[], false, f.span.lo, Rest::Slice);
        self.b.set_pos(pos);
        let name = self.m.numbered_name(&format!("{}-range", self.outer_name()));
        let info = RangeBody { label, clause, body, results: self.root_results.clone() };
        let code = self.nested_code(clause.stmt, LitBody::Range(info), yield_ty, name, false);
        let index = self.an.lit_index[&clause.stmt];
        let root = self.an.lits[index as usize].root;
        let bodies = self.an.lits[..=index as usize].iter().enumerate().filter(|(i, l)| l.root == root && *i as u32 != root);
        let number = bodies.count();
        let state = self.hidden_var(pos, format!("#state{number}"), Basic::Int.id());
        // Loops in the body use the list of the outermost one.
        let own_list = self.range.is_none() && self.an.lits[index as usize].hidden.contains(&Hidden::Defers);
        if own_list {
            let list = self.defer_list(pos);
            self.hidden.insert(Hidden::Defers, list);
        }
        let site = self.site(pos, String::from("func literal"), SiteKind::Closure, Some(code.layout));
        let closure = self.make_closure(&code, site);
        for c in code.captures.iter().filter(|c| c.what == Captured::State) {
            self.store_scalar(closure, c.offset as i64, state, SAFE);
        }
        if own_list {
            self.hidden.remove(&Hidden::Defers);
        }
        call.args = vec![Val::one(closure)];
        self.emit_call(&call, None);
        let left = self.load_scalar(state, 0, Ty::I64, SAFE);
        self.panic_if_state(left, CmpOp::Eq, RUNNING, Some(MISSING_PANIC));
        self.set_word(state, EXHAUSTED);
        for exit in self.an.lits[index as usize].exits.clone() {
            self.take_exit(exit);
        }
    }

    /// Goes on where an exit leads if the body noted it.
    fn take_exit(&mut self, exit: Exit) {
        let number = self.exit_number(exit);
        let at = self.hidden[&Hidden::Next];
        let next = self.load_scalar(at, 0, Ty::I64, SAFE);
        let (yes, no) = (self.b.new_block(), self.b.new_block());
        let taken = self.cmp_const(CmpOp::Eq, next, number);
        self.b.branch(taken, yes, no);
        self.b.enter_sealed(yes);
        let to = match exit {
            Exit::Return => None,
            Exit::Break(l) => self.labeled_target(l, false),
            Exit::Continue(l) => self.labeled_target(l, true),
            Exit::Goto(l) if self.an.goto_labels.contains(&(self.lit, l)) => Some(self.label_block(l)),
            Exit::Goto(_) => None,
        };
        match (to, self.range) {
            (Some(to), _) => {
                self.set_word(at, 0);
                self.b.jump(to);
            }
            // The next function outwards looks at the number again.
            (None, Some(range)) => self.b.jump(range.brk),
            (None, None) => self.end_of_body(),
        }
        self.b.enter_sealed(no);
    }

    fn exit_number(&self, exit: Exit) -> i64 {
        let root = self.an.lits[self.lit as usize].root;
        let all = &self.an.lits[root as usize].exits;
        all.iter().position(|e| *e == exit).expect("the root knows all exits") as i64 + 1
    }

    /// Leaves the body of a loop for somewhere outside.
    pub fn leave_body(&mut self, exit: Exit) {
        let number = self.exit_number(exit);
        self.set_word(self.hidden[&Hidden::Next], number);
        let brk = self.range.expect("the body of a loop over a function").brk;
        self.b.jump(brk);
        self.b.enter_dead();
    }

    /// `return xs` in the body of a loop.
    pub fn return_from_loop(&mut self, xs: &'p [Expr]) {
        let results = self.root_results.clone();
        let types = &results.types;
        let values: Vec<Val> = match xs {
            [] => Vec::new(),
            [x] if types.len() > 1 => {
                let values = self.multi(x);
                values.into_iter().zip(types).map(|((v, from), &ty)| self.implicit(v, from, ty, None)).collect()
            }
            _ => {
                self.hoist_all(&xs.iter().collect::<Vec<_>>());
                let several = xs.len() > 1;
                xs.iter()
                    .zip(types)
                    .map(|(x, &ty)| if several { self.expr_owned(x, ty) } else { self.expr_as(x, ty) })
                    .collect()
            }
        };
        for (i, v) in values.iter().enumerate() {
            let local = match results.objs[i] {
                Some(obj) => self.vars[&obj].clone(),
                None => Local::Mem(self.hidden[&Hidden::Result(i as u32)]),
            };
            self.write_local(&local, types[i], v);
        }
        self.leave_body(Exit::Return);
    }

    /// Lowers the body of a loop as a function.
    pub fn lower_range_body(&mut self, range: &RangeBody<'p>, captures: &[Capture]) {
        self.b.set_pos(range.body.lbrace);
        let params = self.entry_params();
        self.root_results = range.results.clone();
        self.bind_captures(params[0], captures);
        let at = captures.iter().find(|c| c.what == Captured::State).expect("a body captures the state");
        let state = self.load_scalar(params[0], at.offset as i64, Ty::Ptr, CONST);
        let (brk, cont) = (self.b.new_block(), self.b.new_block());
        self.range = Some(RangeExits { brk });
        let now = self.load_scalar(state, 0, Ty::I64, SAFE);
        self.panic_if_state(now, CmpOp::Ne, READY, None);
        self.set_word(state, RUNNING);
        let flat = self.flat.clone();
        let mut values = flat.params.iter().zip(&flat.param_types).map(|(pass, &ty)| {
            let v = match *pass {
                super::Pass::Scalars { first, count } => Val::of(&params[first..first + count]),
                super::Pass::Memory { param } => Val::Mem(params[param]),
            };
            (v, ty)
        });
        let (key, value) = (values.next(), values.next());
        // One after the other: the second variable's place is looked up when the first has its value.
        self.bind(Clause { value: None, ..range.clause }, key, None);
        self.bind(Clause { key: None, ..range.clause }, None, value);
        self.targets.push(Target { label: range.label, brk, cont: Some(cont) });
        self.block(range.body);
        self.targets.pop();
        self.b.set_pos(range.body.rbrace);
        self.b.jump(cont);
        for (block, end, go_on) in [(cont, READY, true), (brk, DONE, false)] {
            self.b.enter_sealed(block);
            self.set_word(state, end);
            let result = self.bool_const(go_on);
            self.b.terminate(Terminator::Return(vec![result]));
        }
    }

    /// Panics as the runtime does for a state that should not be. `shown`: the state that the panic tells of.
    fn panic_if_state(&mut self, state: ValueId, cmp: CmpOp, bad: i64, shown: Option<i64>) {
        let (wrong, fine) = (self.b.new_cold_block(), self.b.new_block());
        let is_wrong = self.cmp_const(cmp, state, bad);
        self.b.branch(is_wrong, wrong, fine);
        self.b.enter_sealed(wrong);
        let shown = match shown {
            Some(n) => self.int(n),
            None => state,
        };
        self.builtin(Builtin::rt_panicrange, &[shown], None);
        if !self.b.terminated() {
            self.b.terminate(Terminator::Unreachable);
        }
        self.b.enter_sealed(fine);
    }

    fn set_word(&mut self, at: ValueId, n: i64) {
        let n = self.int(n);
        self.store_scalar(at, 0, n, SAFE);
    }

    /// Memory that this function shares with bodies of loops and no program can name.
    pub fn hidden_var(&mut self, pos: Pos, name: String, ty: TypeId) -> ValueId {
        let layout = self.m.layout(ty);
        let site = self.site(pos, name, SiteKind::Var, Some(layout));
        self.b.emit(Op::Alloc(site), &[], Ty::Ptr)
    }

    /// Makes the variable for exit numbers, in functions that have bodies with exits.
    pub fn share_exits(&mut self) {
        if !self.an.lits[self.lit as usize].exits.is_empty() {
            let next = self.hidden_var(Pos::NONE, String::from("#next"), Basic::Int.id());
            self.hidden.insert(Hidden::Next, next);
        }
    }
}
