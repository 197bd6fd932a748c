//! The lowering of one function: its state, parameters and results, variables, sites.
//!
//! A local variable is a list of SSA variables unless its type is memory-class, its address is taken or literals share
//! it; then it is an `alloc` that a later pass may promote.
//! In functions with `defer` the results live in pinned allocations, every return goes to one exit block that runs the
//! deferred calls, and the recovery block does the same after a recovered panic.

use super::builder::{Builder, SsaVar};
use super::callconv::{FlatSig, Lead, Pass};
use super::captures::{Analysis, VarFacts};
use super::captures_range::Hidden;
use super::keys::{Capture, RootResults};
use super::module::ModuleBuilder;
use super::range_func::RangeExits;
use super::value::{SAFE, Val, Vals};
use golift_base::{Pos, Symbol};
use golift_frontend::ast::{Block, Expr, ExprKind, Field, FuncType, NodeId};
use golift_ssa::{BlockId, FuncId, LayoutId, Named, Op, SiteId, SiteKind, Terminator, Ty, ValueId};
use golift_types::{Const, Mode, ObjId, PkgId, TypeAndValue, TypeId, World};
use rustc_hash::FxHashMap;
use smallvec::SmallVec;
use std::rc::Rc;
use std::sync::Arc;

/// Where a local variable is.
#[derive(Clone, Debug)]
pub enum Local {
    /// In SSA variables, one for each scalar.
    Ssa(SmallVec<[SsaVar; 4]>),
    /// In memory at a fixed address.
    Mem(ValueId),
    /// In memory at an address that changes with the iteration of its loop.
    Indirect(SsaVar),
}

/// A result of the function.
#[derive(Clone, Debug)]
pub struct ResultVar {
    /// Its type.
    pub ty: TypeId,
    /// Where it is kept: named results, and all results of functions with `defer`.
    pub local: Option<Local>,
    /// How it returns.
    pub pass: Pass,
}

/// A statement that `break` or `continue` can leave.
#[derive(Clone, Debug)]
pub struct Target {
    /// Its label.
    pub label: Option<Symbol>,
    /// Where `break` goes.
    pub brk: BlockId,
    /// Where `continue` goes; none for switch and select.
    pub cont: Option<BlockId>,
}

/// One function under construction.
pub struct FuncLowerer<'p, 'm> {
    /// The module.
    pub m: &'m mut ModuleBuilder<'p>,
    /// The program.
    pub w: &'p World,
    /// The SSA function.
    pub b: Builder,
    /// Its id.
    pub id: FuncId,
    /// Its package.
    pub pkg: PkgId,
    /// Facts about the declaration.
    pub an: Rc<Analysis>,
    /// The index of this body in the facts.
    pub lit: u32,
    /// The signature.
    pub flat: Rc<FlatSig>,
    /// The logical name.
    pub name: Arc<str>,
    /// Where variables are.
    pub vars: FxHashMap<ObjId, Local>,
    /// Results.
    pub results: Vec<ResultVar>,
    /// Enclosing breakable statements, innermost last.
    pub targets: Vec<Target>,
    /// Blocks of labels that `goto` uses.
    pub labels: FxHashMap<Symbol, BlockId>,
    /// The label of the statement that comes next.
    pub pending_label: Option<Symbol>,
    /// Where `fallthrough` goes.
    pub fallthrough: Option<BlockId>,
    /// Where functions with `defer` return.
    pub exit: Option<BlockId>,
    /// Values of expressions that were evaluated ahead of their statement's other operands.
    pub hoisted: FxHashMap<NodeId, Val>,
    /// What bodies of loops over functions share: the address of a variable or the value.
    pub hidden: FxHashMap<Hidden, ValueId>,
    /// The results of the function that `return` leaves.
    pub root_results: Rc<RootResults>,
    /// For the body of a loop over a function.
    pub range: Option<RangeExits>,
    /// The number of enclosing loops.
    pub loop_depth: u32,
    /// Whether this is package-level initialiser code.
    pub is_init: bool,
}

/// What reports say of a parameter or result.
fn named(name: String, pos: Pos, pass: Pass) -> Named {
    let (first, count, memory) = match pass {
        Pass::Scalars { first, count } => (first, count, false),
        Pass::Memory { param } => (param, 1, true),
    };
    Named { name, pos, first, count, memory }
}

impl<'p, 'm> FuncLowerer<'p, 'm> {
    /// Starts the body of function `id`.
    pub fn new(
        m: &'m mut ModuleBuilder<'p>,
        id: FuncId,
        pkg: PkgId,
        an: Rc<Analysis>,
        lit: u32,
        flat: Rc<FlatSig>,
    ) -> FuncLowerer<'p, 'm> {
        let w = m.world;
        let empty = golift_ssa::Func::new(String::new(), golift_ssa::Signature::default());
        let func = std::mem::replace(&mut m.module.funcs[id], empty);
        // Calls of this function from its own body look at its signature.
        m.module.funcs[id].name = func.name.clone();
        m.module.funcs[id].sig = func.sig.clone();
        m.module.funcs[id].flags = func.flags;
        let name: Arc<str> = func.name.as_str().into();
        FuncLowerer {
            m,
            w,
            b: Builder::new(func, name.clone()),
            id,
            pkg,
            an,
            lit,
            flat,
            name,
            vars: FxHashMap::default(),
            results: Vec::new(),
            targets: Vec::new(),
            labels: FxHashMap::default(),
            pending_label: None,
            fallthrough: None,
            exit: None,
            hoisted: FxHashMap::default(),
            hidden: FxHashMap::default(),
            root_results: Rc::default(),
            range: None,
            loop_depth: 0,
            is_init: false,
        }
    }

    /// Completes the function and puts it in the module.
    pub fn finish(self) {
        let FuncLowerer { m, mut b, id, labels, .. } = self;
        let mut open: Vec<BlockId> = labels.into_values().collect();
        open.sort_unstable();
        for l in open {
            b.seal(l);
        }
        m.module.funcs[id] = b.finish();
    }

    /// Completes a function without results that ends where the code stands.
    pub fn finish_init(mut self) {
        if !self.b.terminated() {
            self.b.terminate(Terminator::Return(Vec::new()));
        }
        self.finish();
    }

    /// Lowers the whole function.
    pub fn lower_func(&mut self, recv: Option<&'p Field>, ty: &'p FuncType, body: &'p Block, captures: &[Capture]) {
        let facts = &self.an.lits[self.lit as usize];
        let (has_defer, has_recover) = (facts.has_defer, facts.has_recover);
        self.b.func.flags.has_defer = has_defer;
        self.b.func.flags.has_recover = has_recover;
        self.b.set_pos(body.lbrace);
        let params: Vec<ValueId> = self.b.func.blocks[self.b.block()].params.clone();
        if self.flat.lead == Lead::Context {
            self.bind_captures(params[0], captures);
        }
        if let Some(f) = recv {
            let pass = self.flat.recv.expect("a method has its receiver in the signature");
            let Lead::Recv(recv_ty) = self.flat.lead else {
                panic!("lower: method without receiver lead");
            };
            let obj = f.names.first().and_then(|n| self.def(n.id));
            if let Some(obj) = obj {
                self.bind_param(obj, recv_ty, pass, &params);
            }
        }
        let flat = self.flat.clone();
        let mut i = 0;
        for f in &ty.params {
            for n in &f.names {
                if let Some(obj) = self.def(n.id) {
                    self.bind_param(obj, flat.param_types[i], flat.params[i], &params);
                }
                i += 1;
            }
            i += f.names.is_empty() as usize;
        }
        self.bind_results(ty, &params, has_defer);
        self.share_exits();
        if has_defer {
            self.exit = Some(self.b.new_block());
        }
        self.block(body);
        if !self.b.terminated() {
            self.b.set_pos(body.rbrace);
            self.end_of_body();
        }
        if has_defer {
            self.b.set_pos(body.rbrace);
            self.lower_defer_exit();
        }
    }

    /// SSA variables with these values.
    pub(super) fn fresh_vars(&mut self, vs: &[ValueId]) -> SmallVec<[SsaVar; 4]> {
        vs.iter()
            .map(|&v| {
                let ty = self.b.func.ty(v);
                let var = self.b.new_var(ty);
                self.b.write(var, v);
                var
            })
            .collect()
    }

    fn bind_param(&mut self, obj: ObjId, ty: TypeId, pass: Pass, params: &[ValueId]) {
        let o = self.w.obj(obj);
        if o.name.is_blank() || o.name.as_str().is_empty() {
            return;
        }
        self.b.func.named_params.push(named(o.name.as_str().to_owned(), o.pos, pass));
        let facts = self.facts(obj);
        let local = match pass {
            Pass::Scalars { first, count } => {
                let vs = &params[first..first + count];
                if facts.in_memory() {
                    let a = self.alloc_var(obj, ty, SiteKind::Param);
                    self.store(a, 0, ty, &Val::of(vs), SAFE);
                    Local::Mem(a)
                } else {
                    Local::Ssa(self.fresh_vars(vs))
                }
            }
            Pass::Memory { param } => {
                if facts.in_memory() || facts.reassigned {
                    let a = self.alloc_var(obj, ty, SiteKind::Param);
                    self.store(a, 0, ty, &Val::Mem(params[param]), SAFE);
                    Local::Mem(a)
                } else {
                    Local::Mem(params[param])
                }
            }
        };
        self.vars.insert(obj, local);
    }

    fn bind_results(&mut self, ty: &'p FuncType, params: &[ValueId], has_defer: bool) {
        let flat = self.flat.clone();
        let mut names: Vec<Option<ObjId>> = Vec::new();
        for f in &ty.results {
            if f.names.is_empty() {
                names.push(None);
            }
            names.extend(f.names.iter().map(|n| self.def(n.id)));
        }
        let body_pos = ty.results.first().map_or(Pos::NONE, |f| f.ty.span.lo);
        let results_shared = self.an.lits[self.lit as usize].results_shared;
        for (i, &rty) in flat.result_types.iter().enumerate() {
            let obj = names.get(i).copied().flatten();
            let has_name = names.get(i).is_some() && ty.results.iter().any(|f| !f.names.is_empty());
            let pass = flat.results[i];
            let blank = obj.is_none_or(|o| self.w.obj(o).name.is_blank());
            if let Pass::Scalars { .. } = pass {
                let name = obj.map(|o| self.w.obj(o).name.as_str()).filter(|n| !n.is_empty() && *n != "_");
                let name = name.map_or_else(|| format!("~r{i}"), str::to_owned);
                self.b.func.named_results.push(named(name, obj.map_or(body_pos, |o| self.w.obj(o).pos), pass));
            }
            let facts = obj.map(|o| self.facts(o)).unwrap_or_default();
            let local = if has_defer {
                let a = match obj {
                    Some(o) if !blank => self.alloc_var(o, rty, SiteKind::Param),
                    _ if results_shared => self.hidden_var(body_pos, format!("#rv{}", i + 1), rty),
                    _ => self.temp(rty),
                };
                self.b.func.pinned.push(a);
                Some(Local::Mem(a))
            } else if results_shared && blank {
                Some(Local::Mem(self.hidden_var(body_pos, format!("#rv{}", i + 1), rty)))
            } else if !has_name {
                None
            } else if facts.in_memory() {
                Some(Local::Mem(self.alloc_var(obj.expect("facts are of an object"), rty, SiteKind::Param)))
            } else if let Pass::Memory { param } = pass {
                // Nobody else sees the result memory before the return.
                self.store_zero(params[param], 0, rty, SAFE);
                Some(Local::Mem(params[param]))
            } else {
                let z = self.zero(rty);
                Some(Local::Ssa(self.fresh_vars(z.flat())))
            };
            if let (Some(o), Some(l)) = (obj, &local) {
                self.vars.insert(o, l.clone());
            }
            if let (true, true, Some(Local::Mem(a))) = (results_shared, blank, &local) {
                self.hidden.insert(Hidden::Result(i as u32), *a);
            }
            self.results.push(ResultVar { ty: rty, local, pass });
        }
        let objs = names.into_iter().map(|o| o.filter(|&o| !self.w.obj(o).name.is_blank())).collect();
        self.root_results = Rc::new(RootResults { types: flat.result_types.clone(), objs });
    }

    /// The facts about a local variable.
    pub fn facts(&self, obj: ObjId) -> VarFacts {
        self.an.vars.get(&obj).copied().unwrap_or_default()
    }

    /// Memory for a variable.
    pub fn alloc_var(&mut self, obj: ObjId, ty: TypeId, kind: SiteKind) -> ValueId {
        let layout = self.m.layout(ty);
        let o = self.w.obj(obj);
        let site = self.site(o.pos, o.name.as_str().to_owned(), kind, Some(layout));
        self.b.emit(Op::Alloc(site), &[], Ty::Ptr)
    }

    /// A new allocation site.
    pub fn site(&mut self, pos: Pos, expr: String, kind: SiteKind, layout: Option<LayoutId>) -> SiteId {
        let id = self.m.new_site(pos, &self.name, expr, kind, layout);
        self.m.module.sites[id].in_loop = self.loop_depth > 0;
        id
    }

    /// Declares a local variable with its initial value, zero without one.
    pub fn declare(&mut self, obj: ObjId, init: Option<&Val>) {
        if self.w.obj(obj).name.is_blank() {
            return;
        }
        let ty = self.obj_ty(obj);
        let facts = self.facts(obj);
        let local = if facts.in_memory() || self.is_mem(ty) {
            let a = self.alloc_var(obj, ty, SiteKind::Var);
            if let Some(v) = init {
                self.store(a, 0, ty, v, SAFE);
            }
            Local::Mem(a)
        } else {
            let zero;
            let v = match init {
                Some(v) => v,
                None => {
                    zero = self.zero(ty);
                    &zero
                }
            };
            match self.vars.get(&obj) {
                // The same declaration again, in a loop body built twice or a clause: the variables stay.
                Some(Local::Ssa(vars)) => {
                    let vars = vars.clone();
                    for (&var, &v) in vars.iter().zip(v.flat()) {
                        self.b.write(var, v);
                    }
                    return;
                }
                _ => Local::Ssa(self.fresh_vars(v.flat())),
            }
        };
        self.vars.insert(obj, local);
    }

    /// The address of a variable in memory.
    pub fn local_addr(&mut self, local: &Local) -> Option<ValueId> {
        match local {
            Local::Ssa(_) => None,
            Local::Mem(a) => Some(*a),
            Local::Indirect(p) => Some(self.b.read(*p)),
        }
    }

    /// The value of a variable.
    pub fn read_local(&mut self, local: &Local, ty: TypeId) -> Val {
        match local {
            Local::Ssa(vars) => Val::Flat(vars.iter().map(|&v| self.b.read(v)).collect::<Vals>()),
            other => {
                let a = self.local_addr(other).expect("a variable in memory");
                self.load(a, 0, ty, SAFE)
            }
        }
    }

    /// Assigns a variable.
    pub fn write_local(&mut self, local: &Local, ty: TypeId, v: &Val) {
        match local {
            Local::Ssa(vars) => {
                for (&var, &v) in vars.iter().zip(v.flat()) {
                    self.b.write(var, v);
                }
            }
            other => {
                let a = self.local_addr(other).expect("a variable in memory");
                self.store(a, 0, ty, v, SAFE);
            }
        }
    }

    /// The object that an identifier declares.
    pub fn def(&self, id: NodeId) -> Option<ObjId> {
        self.w.info.defs.get(id.0 as usize).copied().flatten()
    }

    /// The object that an identifier uses.
    pub fn use_of(&self, id: NodeId) -> Option<ObjId> {
        self.w.info.uses.get(id.0 as usize).copied().flatten()
    }

    /// The checker's entry of an expression.
    pub fn tv(&self, e: &Expr) -> Option<&'p TypeAndValue> {
        self.w.info.types.get(e.id.0 as usize)?.as_ref()
    }

    /// The type of an expression in this function.
    pub fn ty(&mut self, e: &Expr) -> TypeId {
        let ty = match self.tv(e) {
            Some(tv) => tv.ty,
            None => match self.use_of(e.id).or_else(|| self.def(e.id)) {
                Some(obj) => self.w.obj(obj).ty,
                None => match &e.kind {
                    ExprKind::Paren(x) => return self.ty(x),
                    _ => panic!("lower: {}: expression without type at {:?}", self.name, e.span),
                },
            },
        };
        let ty = self.m.subst(ty);
        self.w.default_type(ty)
    }

    /// The type of an object in this function.
    pub fn obj_ty(&mut self, obj: ObjId) -> TypeId {
        let ty = self.w.obj(obj).ty;
        self.m.subst(ty)
    }

    /// What an expression denotes.
    pub fn mode(&self, e: &Expr) -> Mode {
        self.tv(e).map_or(Mode::Invalid, |t| t.mode)
    }

    /// The value of a constant expression.
    pub fn const_value(&self, e: &Expr) -> Option<&'p Const> {
        self.tv(e).filter(|t| t.mode == Mode::Constant).and_then(|t| t.value.as_ref())
    }

    /// Whether the expression contains a call or receive.
    pub fn has_call(&self, e: &Expr) -> bool {
        self.an.calls.contains(&e.id)
    }

    /// Reports a construct that lowering does not know yet and ends the path.
    pub fn unsupported(&mut self, pos: Pos, what: &str) {
        self.m.unsupported(pos, what);
    }

    /// Ends the path after something that does not return.
    pub fn unreachable(&mut self) {
        self.b.terminate(Terminator::Unreachable);
        self.b.enter_dead();
    }
}

/// The position that the official compiler gives an expression.
pub fn expr_pos(e: &Expr) -> Pos {
    match &e.kind {
        ExprKind::Call { lparen, .. } => *lparen,
        ExprKind::Binary { op_pos, .. } => *op_pos,
        ExprKind::Composite { lbrace, .. } => *lbrace,
        ExprKind::Paren(x) => expr_pos(x),
        ExprKind::Index { lbrack, .. } | ExprKind::Slice { lbrack, .. } => *lbrack,
        // The period, which stands right before the name or behind the operand.
        ExprKind::Selector(_, sel) => Pos(sel.span.lo.0 - 1),
        ExprKind::TypeAssert { x, .. } => x.span.hi,
        _ => e.span.lo,
    }
}
