//! Calls. (Spec, Calls; Passing arguments to ... parameters.)

use super::callconv::{FlatSig, Lead, Pass};
use super::func::FuncLowerer;
use golift_frontend::unparen;
use super::place::Place;
use super::value::{Val, Vals};
use super::variadic::Rest;
use golift_abi::Builtin;
use golift_base::Pos;
use golift_frontend::ast::{Expr, ExprKind, NodeId};
use golift_ssa::{DataId, FuncId, Op, SiteKind, Terminator, Ty, ValueId};
use golift_types::{Mode, ObjId, ObjKind, SelectionKind, TypeId};
use std::rc::Rc;

/// What is called.
#[derive(Clone, Copy, Debug)]
pub enum Callee {
    /// A known function.
    Func(FuncId),
    /// A func value.
    Closure(ValueId),
    /// A method of an interface value.
    Iface {
        /// The first word.
        itab: ValueId,
        /// The method's index.
        slot: u32,
        /// The interface's descriptor.
        iface: DataId,
    },
    /// A runtime function.
    Builtin(Builtin),
}

/// A call whose operands are evaluated.
pub struct Call {
    /// What is called.
    pub callee: Callee,
    /// The receiver's words, the data word or the context.
    pub lead: Vec<ValueId>,
    /// The type of the receiver in `lead`, if it is one of memory class or flat.
    pub recv: Option<TypeId>,
    /// How the arguments travel.
    pub flat: Rc<FlatSig>,
    /// The arguments, converted to the parameters' types.
    pub args: Vec<Val>,
    /// With [`Rest::Apart`] the variadic arguments, of which `args` has no slice then.
    pub rest: Vec<Val>,
}

/// What a call expression calls, before the operands are evaluated.
pub enum Target<'p> {
    /// A declared function.
    Decl(ObjId),
    /// A method; the operand, the selection, the identifier of its own type arguments.
    Method(&'p Expr, &'p golift_types::Selection, NodeId),
    /// A method expression `T.M`, and the identifier of its own type arguments.
    MethodExpr(&'p golift_types::Selection, NodeId),
    /// A func value.
    Value(&'p Expr),
    /// An instance of a generic function, and the identifier that has the type arguments.
    Instance(ObjId, NodeId),
}

impl<'p> FuncLowerer<'p, '_> {
    /// Whether a call expression calls something: no conversion, no builtin.
    pub fn is_plain_call(&self, e: &Expr) -> bool {
        match &e.kind {
            ExprKind::Call { fun, .. } => !matches!(self.mode(fun), Mode::Type | Mode::Builtin),
            _ => false,
        }
    }

    /// A call as a single value (nothing for calls without results).
    pub fn call_value(&mut self, e: &'p Expr) -> Val {
        self.call(e, None).into_iter().next().unwrap_or(Val::Flat(Vals::new()))
    }

    /// A call, conversion or builtin; gives all results. `into`: fresh memory for a memory-class result.
    pub fn call(&mut self, e: &'p Expr, into: Option<ValueId>) -> Vec<Val> {
        let ExprKind::Call { fun, args, spread, lparen, .. } = &e.kind else {
            panic!("lower: call of another sort");
        };
        match self.mode(fun) {
            Mode::Type => return vec![self.conversion(e, &args[0])],
            Mode::Builtin => return self.builtin_call(e, fun, args, *spread).into_iter().collect(),
            _ => {}
        }
        let target = self.call_target(fun);
        if let Target::Decl(obj) = target {
            if let Some(vs) = self.intrinsic(obj, args, *lparen) {
                return vs;
            }
        }
        let call = self.prepare_call(e, target, args, *spread, *lparen, Rest::Slice);
        self.b.set_pos(*lparen);
        self.emit_call(&call, into)
    }

    /// Finds out what is called.
    pub fn call_target(&self, fun: &'p Expr) -> Target<'p> {
        let f = unparen(fun);
        match &f.kind {
            ExprKind::Selector(x, sel) => match self.w.info.selections.get(&f.id) {
                Some(s) if s.kind == SelectionKind::Method => Target::Method(x, s, sel.id),
                Some(s) if s.kind == SelectionKind::MethodExpr => Target::MethodExpr(s, sel.id),
                Some(_) => Target::Value(f),
                None => self.named_target(f, sel.id),
            },
            ExprKind::Name(_) => self.named_target(f, f.id),
            ExprKind::Index { x, .. } => {
                let x = unparen(x);
                match &x.kind {
                    ExprKind::Selector(..) if self.w.info.selections.contains_key(&x.id) => match self.call_target(x) {
                        Target::Method(recv, s, id) if self.w.info.instances.contains_key(&id) => Target::Method(recv, s, id),
                        Target::MethodExpr(s, id) if self.w.info.instances.contains_key(&id) => Target::MethodExpr(s, id),
                        _ => Target::Value(f),
                    },
                    ExprKind::Selector(_, sel) => self.instance_target(sel.id).unwrap_or(Target::Value(f)),
                    _ => self.instance_target(x.id).unwrap_or(Target::Value(f)),
                }
            }
            _ => Target::Value(f),
        }
    }

    fn named_target(&self, f: &'p Expr, id: NodeId) -> Target<'p> {
        if let Some(target) = self.instance_target(id) {
            return target;
        }
        match self.use_of(id) {
            Some(obj) if matches!(self.w.obj(obj).kind, ObjKind::Func(_)) => Target::Decl(obj),
            _ => Target::Value(f),
        }
    }

    /// The generic function that an identifier instantiates.
    fn instance_target(&self, id: NodeId) -> Option<Target<'p>> {
        let obj = self.use_of(id)?;
        self.w.info.instances.contains_key(&id).then_some(Target::Instance(obj, id))
    }

    /// The type arguments that the checker found for an identifier, in this function.
    pub fn type_args(&mut self, id: NodeId) -> Vec<TypeId> {
        let list = self.w.info.instances.get(&id).map_or(&[][..], |l| l);
        list.iter().map(|&t| self.m.subst(t)).collect()
    }

    /// Evaluates what a call needs.
    pub fn prepare_call(&mut self, e: &'p Expr, target: Target<'p>, args: &'p [Expr], spread: bool, pos: Pos, form: Rest) -> Call {
        let _ = e;
        let mut operands: Vec<&'p Expr> = Vec::new();
        match &target {
            Target::Method(x, ..) => operands.push(x),
            Target::Value(f) => operands.push(f),
            _ => {}
        }
        operands.extend(args);
        self.hoist_all(&operands);
        let (callee, lead, recv, flat) = match target {
            Target::Decl(obj) => {
                let ty = self.w.obj(obj).ty;
                let flat = self.m.flat_sig(ty, Lead::None);
                match self.m.builtin_for(obj) {
                    Some(b) => (Callee::Builtin(b), Vec::new(), None, flat),
                    None => (Callee::Func(self.m.decl_func(obj)), Vec::new(), None, flat),
                }
            }
            Target::Method(x, s, id) => {
                let (recv, method) = self.receiver(x, s);
                let held = if args.iter().any(|a| self.has_call(a) || self.may_write(a)) {
                    self.own(recv.val.clone(), recv.ty)
                } else {
                    recv.val.clone()
                };
                let recv = super::closure::Receiver { val: held, ty: recv.ty };
                self.b.set_pos(pos);
                let targs = self.type_args(id);
                let (callee, lead, sig_ty) = self.method_callee(&recv, method, &targs);
                let lead_kind = match callee {
                    Callee::Iface { .. } => Lead::DataWord,
                    _ => self.m.decl_lead(sig_ty),
                };
                let recv_ty = matches!(lead_kind, Lead::Recv(_)).then_some(recv.ty);
                (callee, lead, recv_ty, self.m.flat_sig(sig_ty, lead_kind))
            }
            Target::MethodExpr(s, id) => return self.prepare_method_expr(s, id, args, spread, pos, form),
            Target::Value(f) => {
                let ty = self.ty(f);
                let flat = self.m.flat_sig(ty, Lead::Context);
                if let ExprKind::FuncLit(lit) = &f.kind {
                    let code = self.lit_code(f, lit, false);
                    self.b.set_pos(f.span.lo);
                    let context = if code.captures.is_empty() {
                        self.nil()
                    } else {
                        let text = String::from("func literal");
                        let site = self.site(f.span.lo, text, SiteKind::Closure, Some(code.layout));
                        self.make_closure(&code, site)
                    };
                    (Callee::Func(code.func), vec![context], None, flat)
                } else {
                    let f = self.scalar(f);
                    (Callee::Closure(f), vec![f], None, flat)
                }
            }
            Target::Instance(obj, id) => {
                let targs = self.type_args(id);
                let (f, sig_ty) = self.m.func_instance(obj, &targs);
                (Callee::Func(f), Vec::new(), None, self.m.flat_sig(sig_ty, Lead::None))
            }
        };
        let (args, rest) = self.arguments(args, spread, &flat, pos, form);
        Call { callee, lead, recv, flat, args, rest }
    }

    fn prepare_method_expr(
        &mut self,
        s: &'p golift_types::Selection,
        id: NodeId,
        args: &'p [Expr],
        spread: bool,
        pos: Pos,
        form: Rest,
    ) -> Call {
        let recv_ty = self.m.subst(s.recv);
        let recv_canon = self.m.canon(recv_ty);
        let method = self.selected_method(s).0;
        let targs = self.type_args(id);
        let sig_ty = self.m.method_sig(recv_ty, method);
        let env = self.m.own_env(method, &targs);
        let sig_ty = self.m.subst_in(env, sig_ty);
        let flat = self.m.flat_sig(sig_ty, Lead::Recv(recv_canon));
        if args.len() == 1 && !flat.param_types.is_empty() && self.is_multi(&args[0]) {
            // `T.M(g())`, where g gives the receiver too.
            let mut values = self.multi(&args[0]);
            let (first, from) = values.remove(0);
            self.b.set_pos(pos);
            let recv = self.implicit(first, from, recv_ty, None);
            let args = self.spread_values(values, &flat, pos, form);
            return self.method_expr_call(recv_ty, (method, &targs), recv, flat, args);
        }
        let recv = self.expr_owned(&args[0], recv_ty);
        let args = self.arguments(&args[1..], spread, &flat, pos, form);
        self.method_expr_call(recv_ty, (method, &targs), recv, flat, args)
    }

    fn method_expr_call(&mut self, recv_ty: TypeId, method: (ObjId, &[TypeId]), recv: Val, flat: Rc<FlatSig>, (args, rest): (Vec<Val>, Vec<Val>)) -> Call {
        let f = self.m.method_expr(recv_ty, method.0, method.1);
        let lead = match &recv {
            Val::Flat(vs) => vs.to_vec(),
            Val::Mem(a) => vec![*a],
        };
        Call { callee: Callee::Func(f), lead, recv: Some(recv_ty), flat, args, rest }
    }

    /// Whether evaluating `e` may change memory that other operands read; function literals only build closures.
    fn may_write(&self, e: &Expr) -> bool {
        self.has_call(e)
    }

    /// Whether the expression has several values.
    pub fn is_multi(&self, e: &Expr) -> bool {
        self.tv(e).is_some_and(|t| matches!(self.w.ty(t.ty), golift_types::Type::Tuple(_)))
    }

    /// Evaluates arguments for a call with this signature. Also gives the variadic ones that are no slice.
    pub fn arguments(&mut self, args: &'p [Expr], spread: bool, flat: &FlatSig, pos: Pos, form: Rest) -> (Vec<Val>, Vec<Val>) {
        if args.len() == 1 && self.is_multi(&args[0]) {
            let values = self.multi(&args[0]);
            return self.spread_values(values, flat, pos, form);
        }
        let n = flat.param_types.len();
        let fixed = if flat.variadic && !spread { n - 1 } else { n };
        let mut out = Vec::new();
        for (i, a) in args.iter().enumerate().take(fixed) {
            let ty = flat.param_types[i];
            out.push(self.argument(a, ty));
        }
        if flat.variadic && !spread {
            let slice = flat.param_types[n - 1];
            let rest = &args[fixed..];
            let values = self.variadic_values(slice, rest.len(), |this, i, elem| this.expr_as(&rest[i], elem));
            if form == Rest::Apart && !values.is_empty() {
                return (out, values);
            }
            out.push(self.variadic(slice, &values, pos));
        }
        (out, Vec::new())
    }

    /// An argument of type `ty`: memory is copied unless nothing can change it during the call.
    pub fn argument(&mut self, a: &'p Expr, ty: TypeId) -> Val {
        if self.is_mem(ty) && !self.is_fresh(a) && !self.is_private(a) {
            let v = self.expr_as(a, ty);
            return self.own(v, ty);
        }
        self.expr_as(a, ty)
    }

    /// Whether the expression is a local variable that nobody else can reach.
    fn is_private(&self, e: &Expr) -> bool {
        match &unparen(e).kind {
            ExprKind::Name(_) => self.use_of(unparen(e).id).is_some_and(|o| {
                self.vars.contains_key(&o) && self.an.vars.get(&o).is_some_and(|f| !f.addr_taken && !f.captured)
            }),
            _ => false,
        }
    }

    /// Arguments from the results of another call.
    fn spread_values(&mut self, values: Vec<(Val, TypeId)>, flat: &FlatSig, pos: Pos, form: Rest) -> (Vec<Val>, Vec<Val>) {
        self.b.set_pos(pos);
        let n = flat.param_types.len();
        let fixed = if flat.variadic { n - 1 } else { n };
        let mut out = Vec::new();
        for (i, (v, from)) in values.iter().enumerate().take(fixed) {
            let ty = flat.param_types[i];
            out.push(self.implicit(v.clone(), *from, ty, None));
        }
        if flat.variadic {
            let slice = flat.param_types[n - 1];
            let rest = values[fixed..].to_vec();
            let values = self.variadic_values(slice, rest.len(), |this, i, elem| {
                let (v, from) = rest[i].clone();
                this.implicit(v, from, elem, None)
            });
            if form == Rest::Apart && !values.is_empty() {
                return (out, values);
            }
            out.push(self.variadic(slice, &values, pos));
        }
        (out, Vec::new())
    }

    /// All SSA arguments of a call, and the memory of its memory-class results.
    pub fn call_words(&mut self, call: &Call, into: Option<ValueId>) -> (Vec<ValueId>, Vec<ValueId>) {
        let mut words = call.lead.clone();
        let mut memory = Vec::new();
        for (i, pass) in call.flat.results.iter().enumerate() {
            if let Pass::Memory { .. } = pass {
                let a = match into.filter(|_| memory.is_empty()) {
                    Some(a) => a,
                    None => self.temp(call.flat.result_types[i]),
                };
                memory.push(a);
                words.push(a);
            }
        }
        for v in &call.args {
            match v {
                Val::Flat(vs) => words.extend(vs),
                Val::Mem(a) => words.push(*a),
            }
        }
        (words, memory)
    }

    /// Emits a call and gives its results.
    pub fn emit_call(&mut self, call: &Call, into: Option<ValueId>) -> Vec<Val> {
        let (words, memory) = self.call_words(call, into);
        let scalars = self.emit_words(call, &words);
        let mut memory = memory.into_iter();
        call.flat
            .results
            .iter()
            .map(|pass| match *pass {
                Pass::Scalars { first, count } => Val::of(&scalars[first..first + count]),
                Pass::Memory { .. } => Val::Mem(memory.next().expect("memory for each memory-class result")),
            })
            .collect()
    }

    /// Calls the callee with the words of its arguments. Returns those of the results.
    pub fn emit_words(&mut self, call: &Call, words: &[ValueId]) -> Vec<ValueId> {
        let tys = &call.flat.sig.results;
        match call.callee {
            Callee::Func(f) => self.b.emit_n(Op::Call(f), words, tys),
            Callee::Closure(_) => {
                let memory = call.flat.results.iter().filter(|pass| matches!(pass, Pass::Memory { .. })).count();
                self.b.call_closure(words, tys, memory)
            }
            Callee::Iface { itab, slot, iface } => {
                let all: Vec<ValueId> = std::iter::once(itab).chain(words.iter().copied()).collect();
                self.b.emit_n(Op::CallIface { slot, iface }, &all, tys)
            }
            Callee::Builtin(b) => self.call_go_builtin(b, words, tys),
        }
    }

    /// Calls a builtin with the words of a Go call: narrow integers are widened as the table demands.
    fn call_go_builtin(&mut self, b: Builtin, words: &[ValueId], tys: &[Ty]) -> Vec<ValueId> {
        let info = b.info();
        let args: Vec<ValueId> = words
            .iter()
            .zip(info.params)
            .map(|(&v, &w)| {
                let (have, want) = (self.b.func.ty(v), super::expr::word_ty(w));
                match (have, want) {
                    (Ty::I64, Ty::Ptr) => self.conv(golift_ssa::ConvOp::IntToPtr, v, Ty::Ptr),
                    (Ty::Ptr, Ty::I64) => self.conv(golift_ssa::ConvOp::PtrToInt, v, Ty::I64),
                    (a, b) if a == b => v,
                    (_, want) => self.resize(v, true, want),
                }
            })
            .collect();
        let site = (info.flags & golift_abi::builtin::ALLOC != 0)
            .then(|| self.site(self.pos(), info.go_name.to_owned(), SiteKind::Runtime, None));
        let results = self.builtin(b, &args, site);
        results
            .into_iter()
            .zip(tys)
            .map(|(v, &want)| match (self.b.func.ty(v), want) {
                (Ty::I64, Ty::Ptr) => self.conv(golift_ssa::ConvOp::IntToPtr, v, Ty::Ptr),
                (Ty::Ptr, Ty::I64) => self.conv(golift_ssa::ConvOp::PtrToInt, v, Ty::I64),
                (a, b) if a == b => v,
                (_, want) => self.resize(v, true, want),
            })
            .collect()
    }

    /// Ends the function with a call in its place.
    pub fn emit_tail_call(&mut self, call: &Call, words: Vec<ValueId>) {
        let term = match call.callee {
            Callee::Func(f) => Terminator::TailCall(f, words),
            Callee::Closure(_) => Terminator::TailCallClosure(words),
            Callee::Iface { itab, slot, iface } => {
                let mut all = vec![itab];
                all.extend(words);
                Terminator::TailCallIface(slot, iface, all)
            }
            Callee::Builtin(b) => {
                let tys = call.flat.sig.results.clone();
                let r = self.call_go_builtin(b, &words, &tys);
                Terminator::Return(r)
            }
        };
        self.b.terminate(term);
        self.b.enter_dead();
    }

    /// A place for a value in memory.
    pub fn mem_place(addr: ValueId) -> Place {
        Place::Mem { addr, off: 0, nil: false }
    }
}
