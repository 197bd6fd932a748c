//! Instances of generic code the official way: bodies are shared by shape and take a dictionary.
//!
//! `f[int]` is `f[go.shape.int]` with a first parameter `.dict`; the instance itself is a wrapper that passes its
//! dictionary, made for function values and for every method of an instantiated type. Inside of shaped code what a
//! dictionary gives is an expression over `.dict`: other dictionaries, and the methods of type parameters.

use super::{Builder, Todo};
use crate::gcmodel::ir::{Class, Data, F, N, NO_TYPE, Node, Op, V, Var};
use golift_base::{Pos, Symbol};
use golift_types::{Basic, Const, ObjId, Type, TypeId, TypeParamId};
use rustc_hash::{FxHashMap, FxHashSet};
use std::cell::RefCell;

/// Names of instances longer than this are those of types that expand for ever.
pub(super) const MAX_NAME: usize = 600;

/// What is known about instances in the package being built.
#[derive(Default)]
pub(super) struct Instances {
    /// Shapes by text.
    pub(super) shapes: RefCell<FxHashMap<String, TypeId>>,
    /// Types in shaped code as they were and as they are with shapes for arguments.
    pub(super) normal: RefCell<FxHashMap<TypeId, TypeId>>,
    /// Generic code that the current body belongs to.
    pub(super) generic: Option<ObjId>,
    /// Types with type parameters that generic code mentions, by its object.
    pub(super) derived: FxHashMap<ObjId, Vec<TypeId>>,
    /// Instances that shaped code calls, by its object.
    pub(super) calls: FxHashMap<ObjId, Vec<(ObjId, Vec<TypeId>)>>,
    /// Dictionaries: generic code with concrete arguments.
    pub(super) dictionaries: Vec<(ObjId, Vec<TypeId>)>,
    pub(super) dictionary_keys: FxHashSet<(ObjId, String)>,
    /// What of each dictionary's generic code has been looked at: types, calls.
    pub(super) looked: Vec<(usize, usize)>,
    /// Types that were seen.
    pub(super) seen: FxHashSet<TypeId>,
    pub(super) seen_names: FxHashSet<String>,
    /// Types that have methods, in the order in which they were met.
    pub(super) with_methods: Vec<TypeId>,
    /// Method values, in the order in which they were met.
    pub(super) method_values: Vec<super::wrapper::MethodValue>,
    /// Types to look at.
    pub(super) queue: Vec<TypeId>,
}

impl<'w> Builder<'w> {
    /// The type parameters of generic code, the receiver's first.
    pub(super) fn type_params(&self, obj: ObjId) -> Vec<TypeParamId> {
        self.w.as_signature(self.w.obj(obj).ty).map_or(Vec::new(), |s| s.recv_tparams.iter().chain(&s.tparams).copied().collect())
    }

    /// Whether a type is a shape.
    pub(super) fn is_shape(&self, ty: TypeId) -> bool {
        self.w.as_named(ty).is_some_and(|n| self.w.obj(self.w.named_data(n).obj).name.as_str().starts_with("go.shape."))
    }

    /// Whether a type is or mentions a shape.
    pub(super) fn has_shape(&self, ty: TypeId) -> bool {
        self.w.link_type_string(ty).contains("go.shape.")
    }

    /// The shape of an argument for a type parameter: pointers have one shape where the constraint lists no types.
    fn shape(&self, ty: TypeId, param: Option<TypeParamId>) -> TypeId {
        if self.is_shape(ty) {
            return ty;
        }
        let plain = param.is_none_or(|p| {
            let set = self.w.type_set(self.w.under_id(self.w.type_param(p).constraint));
            set.is_method_set()
        });
        let mut under = self.w.under_id(ty);
        if plain && matches!(self.w.ty(under), Type::Pointer(_)) {
            under = self.pointer_to(Basic::Uint8.id());
        }
        let text = format!("go.shape.{}", self.w.link_type_string(under));
        *self.i.shapes.borrow_mut().entry(text).or_insert_with_key(|text| self.w.add_defined(Symbol::new(text), under))
    }

    /// A type of shaped code: arguments of instances that mention shapes are shapes.
    pub(super) fn normal(&self, ty: TypeId) -> TypeId {
        if let Some(&known) = self.i.normal.borrow().get(&ty) {
            return known;
        }
        let w = self.w;
        let one = |e: TypeId, make: &dyn Fn(TypeId) -> Type| {
            let new = self.normal(e);
            if new == e { ty } else { w.add_type(make(new)) }
        };
        let new = match w.ty(ty) {
            Type::Named(n) if !w.named_data(*n).targs.is_empty() => {
                let d = w.named_data(*n);
                let (Some(origin), targs) = (d.origin, &d.targs) else { return ty };
                if !targs.iter().any(|&t| self.has_shape(t)) {
                    return ty;
                }
                let params = &w.named_data(origin).tparams;
                let shapes: Vec<TypeId> =
                    targs.iter().enumerate().map(|(i, &t)| self.shape(self.normal(t), params.get(i).copied())).collect();
                if shapes == *targs { ty } else { w.instantiate(origin, shapes) }
            }
            Type::Pointer(e) => one(*e, &Type::Pointer),
            Type::Slice(e) => one(*e, &Type::Slice),
            Type::Array(e, n) => one(*e, &|e| Type::Array(e, *n)),
            Type::Chan(dir, e) => one(*e, &|e| Type::Chan(*dir, e)),
            Type::Map(k, v) => {
                let (nk, nv) = (self.normal(*k), self.normal(*v));
                if (nk, nv) == (*k, *v) { ty } else { w.add_type(Type::Map(nk, nv)) }
            }
            Type::Tuple(ts) => {
                let new: Vec<TypeId> = ts.iter().map(|&t| self.normal(t)).collect();
                if new == *ts { ty } else { w.add_type(Type::Tuple(new)) }
            }
            Type::Signature(sig) => {
                let mut new = sig.clone();
                let mut changed = false;
                for p in new.params.iter_mut().chain(&mut new.results) {
                    let t = self.normal(p.ty);
                    changed |= t != p.ty;
                    p.ty = t;
                }
                if changed { w.add_type(Type::Signature(new)) } else { ty }
            }
            _ => ty,
        };
        self.i.normal.borrow_mut().insert(ty, new);
        new
    }

    fn shapes(&self, obj: ObjId, targs: &[TypeId]) -> Vec<TypeId> {
        let params = self.type_params(obj);
        targs.iter().enumerate().map(|(i, &t)| self.shape(t, params.get(i).copied())).collect()
    }

    pub(super) fn key(&self, targs: &[TypeId]) -> String {
        targs.iter().map(|&t| self.w.link_type_string(t)).collect::<Vec<_>>().join(";")
    }

    /// The function of an object: with type arguments the code for their shapes. `None` if it has no declaration.
    pub fn func_for(&mut self, obj: ObjId, targs: &[TypeId]) -> Option<F> {
        if targs.is_empty() {
            return self.p.by_obj.get(&obj).copied();
        }
        let shapes = self.shapes(obj, targs);
        let key = (obj, self.key(&shapes));
        if let Some(&f) = self.p.instances.get(&key) {
            return Some(f);
        }
        let f = self.declare_instance(obj, &shapes)?;
        self.p.f_mut(f).shaped = true;
        self.p.instances.insert(key, f);
        self.shapes_of.push((f, shapes.clone()));
        self.todo.push(Todo::Shaped(f, shapes));
        Some(f)
    }

    fn declare_instance(&mut self, obj: ObjId, targs: &[TypeId]) -> Option<F> {
        let (file, i) = self.decls.get(&obj).cloned()?;
        let golift_frontend::ast::Decl::Func(d) = &file.decls[i] else { return None };
        let pkg = self.w.obj(obj).pkg?;
        let f = self.declare_func(obj, d, &file, pkg, targs.to_vec());
        self.p.f_mut(f).instance = true;
        Some(f)
    }

    /// The wrapper that an instance with concrete arguments is as a value.
    pub(super) fn concrete_func(&mut self, obj: ObjId, targs: &[TypeId]) -> Option<F> {
        let key = (obj, self.key(targs));
        if key.1.len() > MAX_NAME {
            return None;
        }
        if let Some(&f) = self.p.instances.get(&key) {
            return Some(f);
        }
        let f = self.declare_instance(obj, targs)?;
        self.p.instances.insert(key, f);
        self.todo.push(Todo::Wrapper(f, targs.to_vec()));
        Some(f)
    }

    /// Builds `return f[shapes](&.dict.f[targs], params...)`.
    pub(super) fn wrapper_body(&mut self, f: F, targs: &[TypeId]) {
        let Some(obj) = self.p.f(f).obj else { return };
        let Some(shaped) = self.func_for(obj, targs) else { return };
        let (pos, pkg) = (self.p.f(f).pos, self.p.f(f).pkg);
        let outer = (std::mem::replace(&mut self.cur, f), std::mem::replace(&mut self.pkg, pkg));
        let params = self.type_params(obj);
        let subst = std::mem::replace(&mut self.subst, golift_types::subst::Substitution::new(&params, targs));
        let generic = self.i.generic.take();
        self.env.clear();
        let ty = self.p.f(f).ty;
        self.signature(f, ty);
        self.name_params(f);
        let func = self.p.f(f).clone();
        let mut args = Vec::new();
        if let Some(v) = func.recv.as_ref().and_then(|r| r.var) {
            args.push(self.p.name(v, pos));
        }
        args.push(self.dictionary(obj, targs, pos));
        for v in func.params.iter().filter_map(|p| p.var) {
            args.push(self.p.name(v, pos));
        }
        let sig = self.sub(ty);
        let callee = match func.recv.as_ref() {
            Some(r) => {
                let data = Data::Method(Some(shaped), self.w.obj(obj).name, self.shaped_type(r.ty));
                Node::new(Op::MethExpr, pos, sig).data(data)
            }
            None => Node::new(Op::FuncName, pos, sig).data(Data::Func(shaped)),
        };
        let callee = self.add(callee);
        self.forward(f, Node::new(Op::Call, pos, NO_TYPE).x(callee).list(args), false);
        self.i.generic = generic;
        self.subst = subst;
        (self.cur, self.pkg) = outer;
    }

    /// Parameters without names get some, so that they can be passed on.
    pub(super) fn name_params(&mut self, f: F) {
        let func = self.p.f(f).clone();
        let first = usize::from(func.recv.is_some());
        let named = |b: &mut Self, mut p: crate::gcmodel::ir::Param, i: usize| {
            if p.var.is_none() {
                p.name = Symbol::new(&format!("~p{i}"));
                p.var = Some(b.new_local(p.name, Class::Param, p.ty, p.pos));
            }
            p
        };
        let recv = func.recv.map(|r| named(self, r, 0));
        let params = func.params.into_iter().enumerate().map(|(i, p)| named(self, p, first + i)).collect();
        let func = self.p.f_mut(f);
        func.recv = recv;
        func.params = params;
    }

    /// The receiver type of the shaped code for an instantiated type (or a pointer to one).
    pub(super) fn shaped_type(&mut self, ty: TypeId) -> TypeId {
        if let Some(elem) = self.w.pointer_elem(ty).filter(|_| self.w.as_named(ty).is_none()) {
            let elem = self.shaped_type(elem);
            return self.pointer_to(elem);
        }
        let Some(n) = self.w.as_named(ty) else { return ty };
        let d = self.w.named_data(n);
        let (Some(origin), targs) = (d.origin, d.targs.clone()) else { return ty };
        let params = self.w.named_data(origin).tparams.clone();
        let shapes = targs.iter().enumerate().map(|(i, &t)| self.shape(t, params.get(i).copied())).collect();
        self.w.instantiate(origin, shapes)
    }

    /// The dictionary of an instance as an argument.
    pub(super) fn dictionary(&mut self, obj: ObjId, targs: &[TypeId], pos: Pos) -> N {
        let word = self.w.add_type(Type::Array(Basic::Uintptr.id(), 1));
        let ty = self.pointer_to(word);
        if let Some(dict) = self.dict.filter(|_| targs.iter().any(|&t| self.has_shape(t))) {
            let entry = self.dictionary_entry(dict, pos);
            return self.add(Node::new(Op::Conv, pos, ty).x(entry));
        }
        let pkg = self.w.obj(obj).pkg.unwrap_or(self.pkg);
        let name = self.func_name(obj, targs);
        // Methods share the dictionary of their type.
        let name = name.as_str();
        let name = name.strip_prefix("(*").and_then(|n| n.split_once(").")).map_or(name, |(t, _)| t);
        let name = match name.rfind(']') {
            Some(end) => &name[..=end],
            None => name,
        };
        let name = Symbol::new(&format!(".dict.{name}"));
        let v = Var { name, class: Class::Global, ty: word, func: F(0), pos, defn: None, pristine_defn: None, pkg, written: pos, inlined: 0 };
        let v = self.p.add_var(v);
        let name = self.p.name(v, pos);
        self.note_dictionary(obj, targs.to_vec());
        self.add(Node::new(Op::Addr, pos, ty).x(name))
    }

    /// `.dict[i]` in shaped code.
    fn dictionary_entry(&mut self, dict: V, pos: Pos) -> N {
        let name = self.use_var(dict, pos);
        let words = self.w.pointer_elem(self.p.v(dict).ty).unwrap_or(NO_TYPE);
        let deref = self.add(Node::new(Op::Deref, pos, words).x(name).implicit());
        let index = self.literal(Const::Int(0), Basic::Int.id(), pos);
        self.add(Node::new(Op::Index, pos, Basic::Uintptr.id()).x(deref).y(index))
    }

    /// The code of a type parameter's method: a function whose first parameter is the receiver.
    pub(super) fn parameter_method(&mut self, recv: TypeId, sig: TypeId, pos: Pos) -> N {
        let mut s = self.w.as_signature(self.w.under_id(sig)).cloned().unwrap_or_default();
        s.recv = None;
        let obj = s.params.first().map_or(ObjId(0), |p| p.obj);
        s.params.insert(0, golift_types::Param { obj, ty: recv });
        let ty = self.w.add_type(Type::Signature(s));
        let Some(dict) = self.dict else { return self.nil(ty, pos) };
        let entry = self.dictionary_entry(dict, pos);
        let pointer = self.pointer_to(Basic::Uintptr.id());
        let addr = self.add(Node::new(Op::Addr, pos, pointer).x(entry));
        self.add(Node::new(Op::Conv, pos, ty).x(addr))
    }

    /// A literal that calls `callee` with `bound` arguments, held in temporaries, before its own parameters of `sig`.
    pub(super) fn curry(&mut self, callee: N, bound: Vec<N>, method: bool, sig: TypeId, pos: Pos) -> N {
        let mut init = Vec::new();
        let mut held = Vec::new();
        for n in bound {
            held.push(self.hold(n, pos, &mut init));
        }
        let callee_var = match self.p.n(callee).op {
            Op::FuncName | Op::MethExpr => None,
            _ => Some(self.hold(callee, pos, &mut init)),
        };
        let f = self.begin_literal(pos, sig, false);
        self.signature(f, sig);
        self.name_params(f);
        let func = self.p.f(f).clone();
        let fun = match callee_var {
            Some(v) => self.use_var(v, pos),
            None => callee,
        };
        let mut args = Vec::new();
        let mut params = func.params.iter().filter_map(|p| p.var);
        // A method expression's receiver comes before the dictionary.
        let recv = if method { params.next() } else { None };
        if let Some(v) = recv {
            args.push(self.p.name(v, pos));
        }
        for v in held {
            args.push(self.use_var(v, pos));
        }
        for v in params {
            args.push(self.p.name(v, pos));
        }
        self.forward(f, Node::new(Op::Call, pos, NO_TYPE).x(fun).list(args), false);
        let func = self.p.f_mut(f);
        func.wrapper = true;
        func.fixed_pos = true;
        let n = self.end_literal(f, pos, sig);
        self.p.n_mut(n).init = init;
        n
    }

    /// Puts a value in a temporary.
    fn hold(&mut self, n: N, pos: Pos, init: &mut Vec<N>) -> V {
        let ty = self.nty(n);
        let v = self.temp(ty, pos);
        let assign = self.define(v, n, pos);
        init.push(assign);
        v
    }
}
