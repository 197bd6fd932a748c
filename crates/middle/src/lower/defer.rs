//! `go` and `defer`: closures that carry an evaluated call, and the exit of functions with deferred calls.
//!
//! A deferred call is a `DeferClosure`: code, link, then what the call needs. Its code is a generated thunk that ends in
//! a tail call, so that the called function stands in the thunk's frame and `recover` works there. A literal without
//! parameters needs no thunk: its closure has the link word itself. The closure of a deferred literal with parameters has
//! the arguments behind the literal's captures, and is the context of both the thunk and the literal.
//! (Spec, Go statements; Defer statements; Handling panics.)

use super::call::{Call, Callee};
use super::callconv::{FlatSig, Lead, Pass};
use super::captures::Analysis;
use super::captures_range::Hidden;
use super::closure::LitCode;
use super::func::FuncLowerer;
use super::value::{CONST, SAFE, Val};
use super::variadic::Rest;
use golift_abi::{Builtin, FLOAT_RESULT_REGS};
use golift_abi::goroutine::{DEFER_HEAD, RECOVER_CALLER};
use golift_base::Pos;
use golift_frontend::ast::{Expr, ExprKind};
use golift_frontend::unparen;
use golift_ssa::func::FuncFlags;
use golift_ssa::{ConvOp, FuncId, LayoutId, Op, Signature, SiteKind, Terminator, Ty, ValueId};
use golift_types::{Basic, Mode, TypeId};
use std::rc::Rc;

/// Offset of the link word in a deferred closure.
const LINK: i64 = 8;
/// Offset of the newest call in the list of a loop over a function.
const DEFERS_HEAD: i64 = 16;

/// A generated function that carries an evaluated call.
struct Thunk {
    func: FuncId,
    sig: Signature,
    /// Of its closure.
    layout: LayoutId,
    /// Where the closure's fields are.
    offsets: Vec<u64>,
}

/// Whether results travel in registers on every target.
fn fit_in_registers(results: &[Ty]) -> bool {
    let floats = results.iter().filter(|t| matches!(t, Ty::F32 | Ty::F64)).count();
    floats <= FLOAT_RESULT_REGS && results.len() - floats <= 6
}

impl<'p> FuncLowerer<'p, '_> {
    /// `defer f(args)`.
    pub fn defer_stmt(&mut self, call: &'p Expr, pos: Pos) {
        self.b.set_pos(pos);
        let Some(closure) = self.deferred_closure(call, pos, true) else {
            return;
        };
        self.b.set_pos(pos);
        // In the body of a loop over a function the list that the function's own frame runs for the loop.
        let (list, at) = match self.hidden.get(&Hidden::Defers) {
            Some(&list) => (list, DEFERS_HEAD),
            None => (self.b.emit(Op::DeferFrame, &[], Ty::Ptr), i64::from(DEFER_HEAD)),
        };
        let head = self.load_scalar(list, at, Ty::Ptr, SAFE);
        self.store_scalar(closure, LINK, head, SAFE);
        self.store_scalar(list, at, closure, SAFE);
    }

    /// Defers, in the function that `return` leaves, what the body of a loop over a function is about to defer.
    ///
    /// The body's deferred calls are made while other functions run, mostly on the heap; those of the function itself are
    /// in its frame, and no object on the heap may link to them. So the body has a list of its own, and a closure that
    /// stands for it in the list of the frame: called, it takes the newest call off, has itself called again after that
    /// (`rt_defer_again`) and ends in a tail call, so that `recover` works there.
    pub fn defer_list(&mut self, pos: Pos) -> ValueId {
        let thunk = self.new_thunk(SiteKind::Defer, &[Basic::UnsafePointer.id()], Vec::new(), true);
        let list = self.thunk_closure(&thunk, pos, "#defers", SiteKind::Runtime);
        debug_assert_eq!(thunk.offsets[0] as i64, DEFERS_HEAD);
        let frame = self.b.emit(Op::DeferFrame, &[], Ty::Ptr);
        let head = self.load_scalar(frame, i64::from(DEFER_HEAD), Ty::Ptr, SAFE);
        self.store_scalar(list, LINK, head, SAFE);
        self.store_scalar(frame, i64::from(DEFER_HEAD), list, SAFE);

        let (mut t, list_in_thunk) = self.thunk_body(&thunk, None, pos);
        let (some, none) = (t.b.new_block(), t.b.new_block());
        let newest = t.load_scalar(list_in_thunk, DEFERS_HEAD, Ty::Ptr, SAFE);
        let empty = t.is_nil(newest);
        t.b.branch(empty, none, some);
        t.b.enter_sealed(none);
        t.b.terminate(Terminator::Return(Vec::new()));
        t.b.enter_sealed(some);
        let next = t.load_scalar(newest, LINK, Ty::Ptr, SAFE);
        t.store_scalar(list_in_thunk, DEFERS_HEAD, next, SAFE);
        t.builtin(Builtin::rt_defer_again, &[list_in_thunk], None);
        t.b.terminate(Terminator::TailCallClosure(vec![newest]));
        t.finish();
        list
    }

    /// `go f(args)`.
    pub fn go_stmt(&mut self, call: &'p Expr, pos: Pos) {
        self.b.set_pos(pos);
        let Some(closure) = self.deferred_closure(call, pos, false) else {
            return;
        };
        self.b.set_pos(pos);
        // The escape analysis may have it copied.
        let copied = self.iconst(0, Ty::I64);
        self.builtin(Builtin::rt_go, &[closure, copied], None);
    }

    /// Evaluates a call's function and arguments and packs them in a closure.
    fn deferred_closure(&mut self, e: &'p Expr, pos: Pos, defer: bool) -> Option<ValueId> {
        let e = unparen(e);
        let ExprKind::Call { fun, args, spread, lparen, .. } = &e.kind else {
            return None;
        };
        let kind = if defer { SiteKind::Defer } else { SiteKind::Go };
        match self.mode(fun) {
            Mode::Type => {
                self.expr(e);
                return None;
            }
            Mode::Builtin => return Some(self.deferred_builtin(e, args, pos, kind)),
            _ => {}
        }
        if let (ExprKind::FuncLit(lit), []) = (&unparen(fun).kind, args.as_slice()) {
            let f = unparen(fun);
            let ty = self.ty(f);
            let flat = self.m.flat_sig(ty, Lead::Context);
            if flat.results.is_empty() {
                let code = self.lit_code(f, lit, true);
                self.b.set_pos(pos);
                let site = self.site(f.span.lo, String::from("func literal"), kind, Some(code.layout));
                return Some(self.make_closure(&code, site));
            }
        }
        if let ExprKind::FuncLit(lit) = &unparen(fun).kind {
            let f = unparen(fun);
            let ty = self.ty(f);
            let flat = self.m.flat_sig(ty, Lead::Context);
            self.hoist_all(&args.iter().collect::<Vec<_>>());
            let code = self.lit_code(f, lit, true);
            let (args, rest) = self.arguments(args, *spread, &flat, *lparen, Rest::Apart);
            let call = Call { callee: Callee::Func(code.func), lead: Vec::new(), recv: None, flat, args, rest };
            return Some(self.pack_call(call, Some(&code), f.span.lo, *lparen, kind));
        }
        let target = self.call_target(fun);
        let call = self.prepare_call(e, target, args, *spread, *lparen, Rest::Apart);
        if let Callee::Iface { itab, .. } = call.callee {
            self.check_nil(itab);
        }
        Some(self.pack_call(call, None, pos, *lparen, kind))
    }

    /// Declares a generated function that is called with its closure, which holds these fields. Tracebacks leave out
    /// a `wrapper`.
    fn new_thunk(&mut self, kind: SiteKind, fields: &[TypeId], results: Vec<Ty>, wrapper: bool) -> Thunk {
        let what = if kind == SiteKind::Go { "gowrap" } else { "deferwrap" };
        let prefix = format!("{}.{what}", self.name);
        let name = self.m.numbered_name(&prefix);
        let (layout, offsets) = self.m.closure_layout(&name, true, fields);
        let sig = Signature { params: vec![Ty::Ptr], results };
        let flags = FuncFlags { has_context: true, wrapper, ..FuncFlags::default() };
        let func = self.m.new_func(name, sig.clone(), flags);
        Thunk { func, sig, layout, offsets }
    }

    /// Makes its closure; the fields are still to be stored.
    fn thunk_closure(&mut self, thunk: &Thunk, pos: Pos, text: &str, kind: SiteKind) -> ValueId {
        self.b.set_pos(pos);
        let site = self.site(pos, String::from(text), kind, Some(thunk.layout));
        let closure = self.b.emit(Op::Alloc(site), &[], Ty::Ptr);
        let code = self.b.emit(Op::FuncAddr(thunk.func), &[], Ty::Ptr);
        self.store_scalar(closure, 0, code, SAFE);
        closure
    }

    /// The lowerer of its body and the closure there. `flat` is the signature of what it ends in a call of.
    fn thunk_body(&mut self, thunk: &Thunk, flat: Option<Rc<FlatSig>>, pos: Pos) -> (FuncLowerer<'p, '_>, ValueId) {
        let mut an = Analysis::default();
        an.lits.push(super::captures::LitFacts::default());
        let pkg = self.pkg;
        let flat = flat.unwrap_or_else(|| Rc::new(FlatSig::bare(thunk.sig.clone(), Lead::Context)));
        let mut t = FuncLowerer::new(self.m, thunk.func, pkg, Rc::new(an), 0, flat);
        t.b.set_pos(pos);
        let closure = t.b.func.blocks[t.b.block()].params[0];
        (t, closure)
    }

    /// A closure that does an evaluated call. Its fields: the words before the arguments, memory for memory-class
    /// results, the arguments. Variadic ones become a slice when the call is made, in the generated function's frame if the
    /// callee does not keep it. The captures of a literal that is called (`lit`) come first: the closure is its context.
    fn pack_call(&mut self, call: Call, lit: Option<&LitCode>, pos: Pos, lparen: Pos, kind: SiteKind) -> ValueId {
        let mut fields: Vec<TypeId> = Vec::new();
        let mut values: Vec<Option<Val>> = Vec::new();
        let pointer = Basic::UnsafePointer.id();
        if let Some(code) = lit {
            fields = self.capture_fields(code);
            values.resize(fields.len(), None);
        }
        let captured = fields.len();
        if let Callee::Iface { itab, .. } = call.callee {
            fields.push(pointer);
            values.push(Some(Val::one(itab)));
        }
        match call.recv {
            Some(ty) => {
                fields.push(ty);
                let v = if self.is_mem(ty) { Val::Mem(call.lead[0]) } else { Val::of(&call.lead) };
                values.push(Some(v));
            }
            None => {
                for &v in &call.lead {
                    fields.push(pointer);
                    values.push(Some(Val::one(v)));
                }
            }
        }
        let flat = call.flat.clone();
        for (i, pass) in flat.results.iter().enumerate() {
            if let Pass::Memory { .. } = pass {
                fields.push(flat.result_types[i]);
                values.push(None);
            }
        }
        for (v, &ty) in call.args.iter().zip(&flat.param_types) {
            fields.push(ty);
            values.push(Some(v.clone()));
        }
        let rest_at = fields.len();
        let rest_slice = flat.param_types.last().copied().filter(|_| !call.rest.is_empty());
        if let Some(slice) = rest_slice {
            let elem = self.variadic_elem(slice);
            fields.extend(call.rest.iter().map(|_| elem));
            values.extend(call.rest.iter().cloned().map(Some));
        }
        // Nobody takes the results, so there is no memory for those that do not fit in registers.
        let tail_call = fit_in_registers(&flat.sig.results) && rest_slice.is_none();
        let results = if tail_call { flat.sig.results.clone() } else { Vec::new() };
        let thunk = self.new_thunk(kind, &fields, results, true);
        let offsets = &thunk.offsets;
        let a = self.thunk_closure(&thunk, pos, "func literal", kind);
        if let Some(code) = lit {
            debug_assert!(code.captures.iter().zip(offsets).all(|(c, &at)| c.offset == at));
            self.store_captures(a, code);
        }
        for ((v, &ty), &at) in values.iter().zip(&fields).zip(offsets) {
            if let Some(v) = v {
                self.store(a, at as i64, ty, v, SAFE);
            }
        }

        let rest_site = rest_slice.map(|slice| self.variadic_site(slice, call.rest.len(), lparen));
        let (mut t, context) = self.thunk_body(&thunk, Some(flat.clone()), pos);
        let mut words: Vec<ValueId> = lit.map(|_| context).into_iter().collect();
        let mut itab = None;
        for (i, (&ty, &at)) in fields[..rest_at].iter().zip(offsets).enumerate().skip(captured) {
            let memory_result = values[i].is_none();
            if memory_result {
                words.push(t.offset(context, at as i64));
                continue;
            }
            match t.load(context, at as i64, ty, CONST) {
                Val::Flat(vs) => words.extend(vs),
                Val::Mem(p) => words.push(p),
            }
            if i == 0 && matches!(call.callee, Callee::Iface { .. }) {
                itab = words.pop();
            }
        }
        if let Some(slice) = rest_slice {
            let held: Vec<Val> = offsets[rest_at..].iter().map(|&at| t.load(context, at as i64, fields[rest_at], CONST)).collect();
            let site = rest_site.expect("made with the closure");
            words.extend(t.variadic_at(slice, &held, site).flat());
        }
        let callee = match (call.callee, itab) {
            (Callee::Iface { slot, iface, .. }, Some(itab)) => Callee::Iface { itab, slot, iface },
            (Callee::Closure(_), _) => Callee::Closure(words[0]),
            (other, _) => other,
        };
        let again = Call { callee, lead: Vec::new(), recv: None, flat, args: Vec::new(), rest: Vec::new() };
        if tail_call {
            t.emit_tail_call(&again, words);
        } else {
            t.emit_words(&again, &words);
            t.b.terminate(Terminator::Return(Vec::new()));
            t.b.enter_dead();
        }
        t.finish();
        a
    }

    /// A deferred predeclared function: the arguments are evaluated now, the function runs in the thunk.
    fn deferred_builtin(&mut self, e: &'p Expr, args: &'p [Expr], pos: Pos, kind: SiteKind) -> ValueId {
        let mut kept: Vec<(&'p Expr, Val, TypeId)> = Vec::new();
        // A deferred recover acts as if the function that deferred it called it, when that function ends normally.
        let recovers = match &e.kind {
            ExprKind::Call { fun, .. } => self.builtin_named(fun) == golift_types::Builtin::Recover,
            _ => false,
        };
        if recovers && kind == SiteKind::Defer && self.range.is_none() {
            return self.deferred_recover(pos);
        }
        self.hoist_all(&args.iter().collect::<Vec<_>>());
        for a in args {
            if matches!(self.mode(a), Mode::Type | Mode::Constant | Mode::Nil) {
                continue;
            }
            let ty = self.ty(a);
            let v = self.expr_owned(a, ty);
            kept.push((a, v, ty));
        }
        let fields: Vec<TypeId> = kept.iter().map(|k| k.2).collect();
        let thunk = self.new_thunk(kind, &fields, Vec::new(), false);
        let a = self.thunk_closure(&thunk, pos, "func literal", kind);
        for ((_, v, ty), &at) in kept.iter().zip(&thunk.offsets) {
            self.store(a, at as i64, *ty, v, SAFE);
        }

        let (mut t, context) = self.thunk_body(&thunk, None, pos);
        for ((x, _, ty), &at) in kept.iter().zip(&thunk.offsets) {
            let v = t.load(context, at as i64, *ty, CONST);
            t.hoisted.insert(x.id, v);
        }
        if recovers {
            t.b.func.flags.has_recover = true;
            let fp = t.b.emit(Op::FramePtr, &[], Ty::Ptr);
            let caller = t.b.emit(Op::AddrOff(RECOVER_CALLER), &[fp], Ty::Ptr);
            t.builtin(Builtin::rt_gorecover, &[caller], None);
        } else {
            t.call(e, None);
        }
        if !t.b.terminated() {
            t.b.terminate(Terminator::Return(Vec::new()));
        }
        t.finish();
        a
    }

    /// `defer recover()`: when the function returns, `recover` runs as if the function itself called it.
    fn deferred_recover(&mut self, pos: Pos) -> ValueId {
        // Frames are no objects: the collector must not look at them.
        let thunk = self.new_thunk(SiteKind::Defer, &[Basic::Uintptr.id()], Vec::new(), true);
        let at = thunk.offsets[0] as i64;
        let a = self.thunk_closure(&thunk, pos, "func literal", SiteKind::Defer);
        self.b.func.flags.has_recover = true;
        let frame = self.b.emit(Op::FramePtr, &[], Ty::Ptr);
        let frame = self.conv(ConvOp::PtrToInt, frame, Ty::I64);
        self.store_scalar(a, at, frame, SAFE);
        let (mut t, context) = self.thunk_body(&thunk, None, pos);
        let frame = t.load_scalar(context, at, Ty::I64, CONST);
        let frame = t.conv(ConvOp::IntToPtr, frame, Ty::Ptr);
        t.builtin(Builtin::rt_gorecover, &[frame], None);
        t.b.terminate(Terminator::Return(Vec::new()));
        t.finish();
        a
    }

    /// The exit block of a function with deferred calls, and the block where a recovered panic comes in:
    /// both run what is still deferred and return the results from memory.
    pub fn lower_defer_exit(&mut self) {
        let exit = self.exit.expect("functions with defer have an exit block");
        if !self.b.terminated() {
            self.b.terminate(Terminator::Unreachable);
        }
        let recover = self.b.new_block();
        self.b.func.recover_block = Some(recover);
        for block in [exit, recover] {
            self.b.enter_sealed(block);
            self.run_deferred();
            self.return_results();
        }
    }

    fn run_deferred(&mut self) {
        let frame = self.b.emit(Op::DeferFrame, &[], Ty::Ptr);
        let (head, body, done) = (self.b.new_block(), self.b.new_block(), self.b.new_block());
        self.b.jump(head);
        self.b.enter(head);
        let d = self.load_scalar(frame, DEFER_HEAD as i64, Ty::Ptr, SAFE);
        let none = self.is_nil(d);
        self.b.branch(none, done, body);
        self.b.enter_sealed(body);
        let next = self.load_scalar(d, LINK, Ty::Ptr, SAFE);
        self.store_scalar(frame, DEFER_HEAD as i64, next, SAFE);
        self.b.emit0(Op::CallClosure, &[d]);
        self.b.jump(head);
        self.b.seal(head);
        self.b.enter_sealed(done);
    }

    /// Returns the result variables' values.
    fn return_results(&mut self) {
        let mut words = Vec::new();
        let params = self.entry_params();
        for r in self.results.clone() {
            let local = r.local.expect("functions with defer keep their results in memory");
            let v = self.read_local(&local, r.ty);
            match r.pass {
                Pass::Memory { param } => self.store(params[param], 0, r.ty, &v, SAFE),
                Pass::Scalars { .. } => words.extend(v.flat()),
            }
        }
        self.b.terminate(Terminator::Return(words));
    }

    /// The function's own SSA parameters.
    pub fn entry_params(&self) -> Vec<ValueId> {
        self.b.func.blocks[self.b.func.entry()].params.clone()
    }
}
