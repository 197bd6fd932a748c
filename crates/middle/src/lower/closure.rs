//! Function literals and method values.

use super::call::Callee;
use super::func::{FuncLowerer, Local, expr_pos};
use super::keys::{Capture, Captured, LitBody, LitInfo};
use super::place::Spot;
use super::value::{CONST, SAFE, Val};
use golift_abi::typedesc::ITAB_TYPE;
use golift_frontend::ast::{Expr, FuncLit, NodeId};
use golift_ssa::{FuncId, LayoutId, Op, SiteKind, Ty, ValueId};
use golift_types::{Basic, ObjId, Selection, Type, TypeId};
use std::sync::Arc;

/// A function literal's code and the variables its closure holds.
pub struct LitCode {
    /// The code.
    pub func: FuncId,
    /// The closure's layout.
    pub layout: LayoutId,
    /// Its captures.
    pub captures: Vec<Capture>,
}

impl<'p> FuncLowerer<'p, '_> {
    /// `func(…) { … }` as a value.
    pub fn func_lit(&mut self, e: &'p Expr, lit: &'p FuncLit) -> Val {
        let code = self.lit_code(e, lit, false);
        self.b.set_pos(e.span.lo);
        if code.captures.is_empty() {
            let d = self.m.func_value(code.func);
            return Val::one(self.data(d));
        }
        let site = self.site(e.span.lo, String::from("func literal"), SiteKind::Closure, Some(code.layout));
        Val::one(self.make_closure(&code, site))
    }

    /// Enqueues a literal's body. `defer`: the closure object has a link word.
    pub fn lit_code(&mut self, e: &'p Expr, lit: &'p FuncLit, defer: bool) -> LitCode {
        let name = self.m.lit_name(&self.outer_name());
        let ty = self.ty(e);
        self.nested_code(e.id, LitBody::Func(lit), ty, name, defer)
    }

    /// Enqueues the body of a function nested in this one.
    pub fn nested_code(&mut self, node: NodeId, body: LitBody<'p>, ty: TypeId, name: String, defer: bool) -> LitCode {
        let index = self.an.lit_index.get(&node).copied().unwrap_or(0);
        let an = self.an.clone();
        let facts = &an.lits[index as usize];
        let mut held: Vec<(Captured, bool)> = Vec::new();
        let mut fields = Vec::new();
        if let LitBody::Range(_) = body {
            held.push((Captured::State, true));
            fields.push(Basic::UnsafePointer.id());
        }
        for &h in &facts.hidden {
            held.push((Captured::Hidden(h), true));
            fields.push(Basic::UnsafePointer.id());
        }
        for &o in &facts.captures {
            if !self.vars.contains_key(&o) {
                continue;
            }
            let ty = self.obj_ty(o);
            let shared = self.facts(o).shared();
            held.push((Captured::Var(o), shared));
            fields.push(if shared { self.m.pointer_to(ty) } else { ty });
        }
        let (layout, offsets) = self.m.closure_layout(&name, defer, &fields);
        let captures: Vec<Capture> =
            held.into_iter().zip(offsets).map(|((what, by_ref), offset)| Capture { what, by_ref, offset }).collect();
        let info = LitInfo {
            body,
            ty,
            pkg: self.pkg,
            env: self.m.env,
            name: Arc::from(name.as_str()),
            captures: captures.clone(),
        };
        let func = self.m.lit_func(node, self.id, info);
        self.m.body_cache.lits.insert(func, (self.an.clone(), index));
        LitCode { func, layout, captures }
    }

    /// Takes the captured variables out of the context.
    pub fn bind_captures(&mut self, context: ValueId, captures: &[Capture]) {
        for c in captures {
            let obj = match c.what {
                Captured::Var(obj) => obj,
                Captured::Hidden(h) => {
                    let v = self.load_scalar(context, c.offset as i64, Ty::Ptr, CONST);
                    self.hidden.insert(h, v);
                    continue;
                }
                Captured::State => continue,
            };
            let ty = self.obj_ty(obj);
            let local = if c.by_ref {
                Local::Mem(self.load_scalar(context, c.offset as i64, Ty::Ptr, CONST))
            } else {
                match self.load(context, c.offset as i64, ty, CONST) {
                    Val::Flat(vs) => Local::Ssa(self.fresh_vars(&vs)),
                    Val::Mem(a) => Local::Mem(a),
                }
            };
            self.vars.insert(obj, local);
        }
    }

    /// The name that literals here are named after.
    pub fn outer_name(&self) -> String {
        if self.is_init { format!("{}.init", self.m.link_path(self.pkg)) } else { self.name.to_string() }
    }

    /// Allocates and fills a closure object.
    pub fn make_closure(&mut self, code: &LitCode, site: golift_ssa::SiteId) -> ValueId {
        let a = self.b.emit(Op::Alloc(site), &[], Ty::Ptr);
        let f = self.b.emit(Op::FuncAddr(code.func), &[], Ty::Ptr);
        self.store_scalar(a, 0, f, SAFE);
        self.store_captures(a, code);
        a
    }

    /// Fills a closure object but for the words before its captures.
    pub fn store_captures(&mut self, a: ValueId, code: &LitCode) {
        for c in &code.captures {
            let obj = match c.what {
                Captured::Var(obj) => obj,
                Captured::Hidden(h) => {
                    let v = self.hidden[&h];
                    self.store_scalar(a, c.offset as i64, v, SAFE);
                    continue;
                }
                // The loop stores it.
                Captured::State => continue,
            };
            let local = self.vars[&obj].clone();
            let ty = self.obj_ty(obj);
            if c.by_ref {
                let p = match self.local_addr(&local) {
                    Some(p) => p,
                    None => panic!("lower: {}: shared variable {} is not in memory", self.name, self.w.obj(obj).name),
                };
                self.store_scalar(a, c.offset as i64, p, SAFE);
            } else {
                let v = self.read_local(&local, ty);
                self.store(a, c.offset as i64, ty, &v, SAFE);
            }
        }
    }

    /// The types of the fields that a closure's captures are.
    pub fn capture_fields(&mut self, code: &LitCode) -> Vec<TypeId> {
        let field = |c: &Capture| match c.what {
            Captured::Var(obj) if !c.by_ref => self.obj_ty(obj),
            _ => Basic::UnsafePointer.id(),
        };
        code.captures.iter().map(field).collect()
    }

    /// `x.M` as a value: a closure that holds the receiver.
    /// `id`: the identifier of the method's own type arguments.
    pub fn method_value(&mut self, e: &'p Expr, x: &'p Expr, s: &Selection, id: NodeId) -> Val {
        let (recv, method) = self.receiver(x, s);
        self.b.set_pos(expr_pos(e));
        if self.w.is_interface(recv.ty) {
            self.check_nil(recv.val.at(0));
        }
        let targs = self.type_args(id);
        let (code, layout, offset) = self.m.method_value(recv.ty, method, &targs);
        let text = self.text(e);
        let site = self.site(expr_pos(e), text, SiteKind::MethodValue, Some(layout));
        let a = self.b.emit(Op::Alloc(site), &[], Ty::Ptr);
        let f = self.b.emit(Op::FuncAddr(code), &[], Ty::Ptr);
        self.store_scalar(a, 0, f, SAFE);
        self.store(a, offset as i64, recv.ty, &recv.val, SAFE);
        Val::one(a)
    }

    /// Evaluates the receiver of a selected method: the operand, the path to the embedded receiver, and its address or
    /// the value behind it as the method wants.
    pub fn receiver(&mut self, x: &'p Expr, s: &Selection) -> (Receiver, ObjId) {
        let xt = self.ty(x);
        let (method, path) = self.selected_method(s);
        let path = &path[..path.len().saturating_sub(1)];
        let base = self.spot(x);
        self.b.set_pos(x.span.hi);
        let (spot, ty) = self.walk_path(base, xt, path);
        (self.adjust_receiver(spot, ty, method), method)
    }

    /// The method that a selection means in this function, and the path to it: methods of type parameters are those
    /// of the type arguments.
    pub fn selected_method(&mut self, s: &Selection) -> (ObjId, Vec<u32>) {
        if self.w.is_type_param(s.recv) || self.w.pointer_elem(s.recv).is_some_and(|t| self.w.is_type_param(t)) {
            let recv = self.m.subst(s.recv);
            let o = self.w.obj(s.obj);
            if let Some(f) = self.w.select(recv, true, o.pkg, o.name).found() {
                return (f.obj, f.path);
            }
        }
        (s.obj, s.path.clone())
    }

    /// The receiver that a method found at `spot` is called with.
    fn adjust_receiver(&mut self, spot: Spot, ty: TypeId, method: ObjId) -> Receiver {
        if self.w.is_interface(ty) {
            let val = self.spot_value(spot, ty);
            return Receiver { val, ty };
        }
        let by_ptr = self.w.has_pointer_receiver(method);
        let is_ptr = self.w.pointer_elem(ty).is_some();
        match (by_ptr, is_ptr) {
            (true, false) => {
                let p = match spot {
                    Spot::Place(p) => p,
                    Spot::Val(v) => {
                        let addr = self.spill(&v, ty);
                        super::place::Place::Mem { addr, off: 0, nil: false }
                    }
                };
                let val = Val::one(self.place_addr(p));
                let ty = self.m.pointer_to(ty);
                Receiver { val, ty }
            }
            (false, true) if !self.is_defined_pointer(ty) => {
                let (spot, ty) = self.deref_spot(spot, ty);
                let val = self.spot_value(spot, ty);
                Receiver { val, ty }
            }
            _ => {
                let val = self.spot_value(spot, ty);
                Receiver { val, ty }
            }
        }
    }

    fn is_defined_pointer(&self, ty: TypeId) -> bool {
        !matches!(self.w.ty(self.w.unalias(ty)), Type::Pointer(_))
    }

    /// The value of a spot.
    pub fn spot_value(&mut self, spot: Spot, ty: TypeId) -> Val {
        match spot {
            Spot::Val(v) => v,
            Spot::Place(p) => self.load_place(&p, ty),
        }
    }

    /// The callee of a method on an evaluated receiver, and the words that stand before the other arguments.
    /// Also gives the method's signature type. `targs`: the method's own type arguments.
    pub fn method_callee(&mut self, recv: &Receiver, method: ObjId, targs: &[TypeId]) -> (Callee, Vec<ValueId>, TypeId) {
        if self.w.is_interface(recv.ty) {
            let slot = self.m.iface_slot(recv.ty, method);
            let iface = self.m.type_desc(recv.ty);
            let _ = ITAB_TYPE;
            let sig = self.m.method_sig(recv.ty, method);
            return (Callee::Iface { itab: recv.val.at(0), slot, iface }, vec![recv.val.at(1)], sig);
        }
        let words = match &recv.val {
            Val::Flat(vs) => vs.to_vec(),
            Val::Mem(a) => vec![*a],
        };
        let (func, sig) = self.m.method_instance(recv.ty, method, targs);
        (Callee::Func(func), words, sig)
    }

    /// A variable's storage, for literals built in place.
    pub fn local_of(&self, obj: ObjId) -> Option<&Local> {
        self.vars.get(&obj)
    }
}

/// An evaluated receiver.
#[derive(Clone, Debug)]
pub struct Receiver {
    /// Its value: the receiver parameter, or an interface.
    pub val: Val,
    /// Its type.
    pub ty: TypeId,
}
