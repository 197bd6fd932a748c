//! Substitution of type parameters, instances of generic types, and members as their operand's type has them.
//!
//! An instance is a defined type with an origin and type arguments; equal instances have one id. Its underlying type is
//! the origin's with the arguments put in, made when it is first asked for, so that types which mention ever larger
//! instances of themselves do no harm. Fields and methods keep the origin's objects; what differs is their type:
//! [`World::member_type`]. Everything works through shared references, so that lowering can instantiate too.
//! (Spec, Instantiations.)

use crate::object::{ObjId, ObjKind, Object};
use crate::types::{
    InterfaceMethod, NamedData, NamedId, Param, Signature, StructField, Type, TypeId, TypeParamId, UnionTerm,
};
use crate::world::World;
use golift_base::{Pos, Symbol};
use rustc_hash::FxHashMap;
use std::sync::RwLock;

/// What the world remembers about instances.
#[derive(Debug, Default)]
pub struct Instances {
    /// The instance by origin and the arguments' keys.
    by_key: RwLock<FxHashMap<(NamedId, String), TypeId>>,
    /// Underlying types (of aliases: targets) of instances whose origin was complete.
    underlying: RwLock<FxHashMap<NamedId, TypeId>>,
    /// The type parameters of the generic functions that local types stand in.
    local: RwLock<FxHashMap<NamedId, Vec<TypeParamId>>>,
    /// The interfaces around constraints that are no interfaces.
    implicit: RwLock<FxHashMap<TypeParamId, TypeId>>,
}

/// Type arguments for type parameters.
#[derive(Clone, Debug, Default)]
pub struct Substitution {
    /// Parameter and argument; few, so searched in order.
    pub pairs: Vec<(TypeParamId, TypeId)>,
}

impl Substitution {
    /// Corresponding parameters and arguments.
    pub fn new(params: &[TypeParamId], args: &[TypeId]) -> Substitution {
        Substitution { pairs: params.iter().copied().zip(args.iter().copied()).collect() }
    }

    /// The argument for a parameter.
    pub fn get(&self, p: TypeParamId) -> Option<TypeId> {
        self.pairs.iter().find(|(q, _)| *q == p).map(|&(_, t)| t)
    }
}

impl World {
    /// The type with arguments in place of parameters; the same id if nothing changes.
    pub fn subst(&self, ty: TypeId, s: &Substitution) -> TypeId {
        if s.pairs.is_empty() {
            return ty;
        }
        let list = |ts: &[TypeId]| -> Option<Vec<TypeId>> {
            let new: Vec<TypeId> = ts.iter().map(|&t| self.subst(t, s)).collect();
            (new != ts).then_some(new)
        };
        let one = |t: TypeId, make: &dyn Fn(TypeId) -> Type| {
            let new = self.subst(t, s);
            if new == t { ty } else { self.add_type(make(new)) }
        };
        match self.ty(ty) {
            Type::Basic(_) => ty,
            Type::TypeParam(p) => s.get(*p).unwrap_or(ty),
            Type::Named(n) | Type::Alias(n) => {
                let d = self.named_data(*n);
                match (d.origin, list(&d.targs)) {
                    (Some(origin), new) => match (self.enclosing_args(origin, &d.targs, s), new) {
                        (Some(outer), new) => {
                            let own = new.unwrap_or_else(|| d.targs.clone());
                            self.instantiate(origin, own.into_iter().chain(outer).collect())
                        }
                        (None, Some(targs)) => self.instantiate(origin, targs),
                        (None, None) => ty,
                    },
                    _ if d.targs.is_empty() && matches!(self.ty(ty), Type::Alias(_)) && d.tparams.is_empty() => {
                        // A local alias may mention the function's type parameters.
                        let new = self.subst(d.underlying, s);
                        if new == d.underlying { ty } else { new }
                    }
                    _ if d.origin.is_none() => self.instantiate_local(*n, s).unwrap_or(ty),
                    _ => ty,
                }
            }
            Type::Pointer(e) => one(*e, &Type::Pointer),
            Type::Slice(e) => one(*e, &Type::Slice),
            Type::Array(e, n) => one(*e, &|e| Type::Array(e, *n)),
            Type::Chan(dir, e) => one(*e, &|e| Type::Chan(*dir, e)),
            Type::Map(k, v) => match list(&[*k, *v]) {
                Some(kv) => self.add_type(Type::Map(kv[0], kv[1])),
                None => ty,
            },
            Type::Tuple(ts) => list(ts).map_or(ty, |ts| self.add_type(Type::Tuple(ts))),
            Type::Signature(sig) => match self.subst_signature(sig, s) {
                Some(sig) => self.add_type(Type::Signature(sig)),
                None => ty,
            },
            Type::Struct(fields) => {
                let types: Vec<TypeId> = fields.iter().map(|f| f.ty).collect();
                let Some(types) = list(&types) else {
                    return ty;
                };
                let with = |(f, ty): (&StructField, TypeId)| StructField { ty, ..f.clone() };
                self.add_type(Type::Struct(fields.iter().zip(types).map(with).collect()))
            }
            Type::Union(terms) => {
                let types: Vec<TypeId> = terms.iter().map(|t| t.ty).collect();
                let Some(types) = list(&types) else {
                    return ty;
                };
                let with = |(t, ty): (&UnionTerm, TypeId)| UnionTerm { tilde: t.tilde, ty };
                self.add_type(Type::Union(terms.iter().zip(types).map(with).collect()))
            }
            Type::Interface { methods, embeds, implicit } => {
                let sigs: Vec<TypeId> = methods.iter().map(|m| m.sig).collect();
                let parts: Vec<TypeId> = embeds.iter().map(|e| e.0).collect();
                let (new_sigs, new_parts) = (list(&sigs), list(&parts));
                if new_sigs.is_none() && new_parts.is_none() {
                    return ty;
                }
                let with = |(m, sig): (&InterfaceMethod, TypeId)| InterfaceMethod { sig, ..m.clone() };
                let methods = methods.iter().zip(new_sigs.unwrap_or(sigs)).map(with).collect();
                let embeds = embeds.iter().zip(new_parts.unwrap_or(parts)).map(|(e, t)| (t, e.1)).collect();
                self.add_type(Type::Interface { methods, embeds, implicit: *implicit })
            }
        }
    }

    /// A signature with arguments put in; its own type parameters stay, without those that get an argument.
    pub fn subst_signature(&self, sig: &Signature, s: &Substitution) -> Option<Signature> {
        let mut changed = false;
        let mut param = |p: &Param| {
            let ty = self.subst(p.ty, s);
            changed |= ty != p.ty;
            Param { obj: p.obj, ty }
        };
        let recv = sig.recv.as_ref().map(&mut param);
        let params: Vec<Param> = sig.params.iter().map(&mut param).collect();
        let results: Vec<Param> = sig.results.iter().map(&mut param).collect();
        let bound = |p: &&TypeParamId| s.get(**p).is_none();
        let tparams: Vec<TypeParamId> = sig.tparams.iter().filter(bound).copied().collect();
        let recv_tparams: Vec<TypeParamId> = sig.recv_tparams.iter().filter(bound).copied().collect();
        changed |= tparams.len() != sig.tparams.len() || recv_tparams.len() != sig.recv_tparams.len();
        changed.then_some(Signature { recv, tparams, recv_tparams, params, results, variadic: sig.variadic })
    }

    /// The interface around a constraint that is none: `[T int]`.
    pub(crate) fn implicit_interface(&self, p: TypeParamId, constraint: TypeId) -> TypeId {
        if let Some(&ty) = self.instances.implicit.read().expect("no thread panics here").get(&p) {
            return ty;
        }
        let embeds = vec![(constraint, golift_base::Pos::NONE)];
        let ty = self.add_type(Type::Interface { methods: Vec::new(), embeds, implicit: true });
        *self.instances.implicit.write().expect("no thread panics here").entry(p).or_insert(ty)
    }

    /// Adds a type through a shared reference.
    pub fn add_type(&self, ty: Type) -> TypeId {
        TypeId(self.types.push(ty) as u32)
    }

    /// A defined type without package and methods, for tools that need types which no program declares.
    pub fn add_defined(&self, name: Symbol, underlying: TypeId) -> TypeId {
        let object = Object { kind: ObjKind::TypeName, name, pkg: None, pos: Pos::NONE, ty: underlying, scope: None, used: true };
        let obj = ObjId(self.objects.push(object) as u32);
        let data = NamedData { obj, underlying, methods: Vec::new(), tparams: Vec::new(), targs: Vec::new(), origin: None };
        self.add_type(Type::Named(NamedId(self.named.push(data) as u32)))
    }

    /// The instance of a generic type or alias; one id for equal arguments. Nothing is verified.
    pub fn instantiate(&self, origin: NamedId, targs: Vec<TypeId>) -> TypeId {
        let keys: Vec<String> = targs.iter().map(|&t| self.type_key(t)).collect();
        let key = (origin, keys.join(","));
        let mut table = self.instances.by_key.write().expect("no thread panics while it adds an instance");
        if let Some(&ty) = table.get(&key) {
            return ty;
        }
        let d = self.named_data(origin);
        let alias = matches!(self.ty(self.obj(d.obj).ty), Type::Alias(_));
        let data = NamedData {
            obj: d.obj,
            underlying: crate::types::Basic::Invalid.id(),
            methods: Vec::new(),
            tparams: Vec::new(),
            targs,
            origin: Some(origin),
        };
        let n = NamedId(self.named.push(data) as u32);
        let ty = self.add_type(if alias { Type::Alias(n) } else { Type::Named(n) });
        table.insert(key, ty);
        ty
    }

    /// A defined type's underlying type or an alias's target; of instances it is made here. Invalid while unknown.
    pub fn named_underlying(&self, n: NamedId) -> TypeId {
        let d = self.named_data(n);
        let Some(origin) = d.origin else {
            return d.underlying;
        };
        if let Some(&ty) = self.instances.underlying.read().expect("no thread panics here").get(&n) {
            return ty;
        }
        let o = self.named_data(origin);
        let target = o.underlying;
        if target == crate::universe::EMPTY_TUPLE || self.is_invalid(target) {
            return target;
        }
        let local = self.instances.local.read().expect("no thread panics here").get(&origin).cloned();
        let params: Vec<TypeParamId> = o.tparams.iter().copied().chain(local.into_iter().flatten()).collect();
        let ty = self.subst(target, &Substitution::new(&params, &d.targs));
        self.instances.underlying.write().expect("no thread panics here").entry(n).or_insert(ty);
        self.named_underlying(n)
    }

    /// Notes that a type is declared in a function with these type parameters.
    pub(crate) fn note_local_type(&self, n: NamedId, params: Vec<TypeParamId>) {
        self.instances.local.write().expect("no thread panics here").insert(n, params);
    }

    /// The copy of a type declared in a generic function's body for these arguments of the function; `None` for other
    /// types.
    fn instantiate_local(&self, n: NamedId, s: &Substitution) -> Option<TypeId> {
        if !self.named_data(n).tparams.is_empty() {
            return None;
        }
        let outer = self.enclosing_args(n, &[], s)?;
        Some(self.instantiate(n, outer))
    }

    /// The arguments of the generic function that a type is declared in, which its instances have behind their own ones;
    /// `None` if it is declared elsewhere, if the instance with these arguments has them, or if none is substituted.
    fn enclosing_args(&self, origin: NamedId, targs: &[TypeId], s: &Substitution) -> Option<Vec<TypeId>> {
        let params = self.instances.local.read().expect("no thread panics here").get(&origin).cloned()?;
        if targs.len() > self.named_data(origin).tparams.len() || params.iter().all(|&p| s.get(p).is_none()) {
            return None;
        }
        let own = |p: TypeParamId| self.obj(self.type_param(p).obj).ty;
        Some(params.iter().map(|&p| s.get(p).unwrap_or_else(|| own(p))).collect())
    }

    /// The declared methods of a defined type; an instance's are its origin's.
    pub fn declared_methods(&self, n: NamedId) -> &[ObjId] {
        let d = self.named_data(n);
        match d.origin {
            Some(origin) => &self.named_data(origin).methods,
            None => &d.methods,
        }
    }

    /// A declared method's signature type as an instance has it.
    pub fn method_of_instance(&self, n: NamedId, method: ObjId) -> TypeId {
        let ty = self.obj(method).ty;
        let d = self.named_data(n);
        match self.ty(ty) {
            Type::Signature(sig) if d.origin.is_some() && !sig.recv_tparams.is_empty() => {
                self.subst(ty, &Substitution::new(&sig.recv_tparams, &d.targs))
            }
            _ => ty,
        }
    }

    /// The type of a field or method that a selector found on an operand of type `recv`: what the instances on the way
    /// make of it. For methods the signature. `path` as in [`crate::lookup::Found`], with the member's own index.
    pub fn member_type(&self, recv: TypeId, obj: ObjId, path: &[u32]) -> TypeId {
        let plain = self.obj(obj).ty;
        let mut at = recv;
        let fields = path.len().saturating_sub(1);
        for &i in path.iter().take(fields) {
            let base = self.pointer_elem(at).unwrap_or(at);
            match self.under(base) {
                Type::Struct(fs) if (i as usize) < fs.len() => at = fs[i as usize].ty,
                _ => return plain,
            }
        }
        let base = if self.as_named(at).is_some() { at } else { self.deref(at).0 };
        if matches!(self.obj(obj).kind, ObjKind::Func(_)) {
            if let Some(n) = self.as_named(base) {
                if self.declared_methods(n).contains(&obj) {
                    return self.method_of_instance(n, obj);
                }
            }
            if let Type::Interface { .. } = self.under(base) {
                let set = self.type_set(self.under_id(base));
                return set.methods.iter().find(|m| m.obj == obj).map_or(plain, |m| m.sig);
            }
            return plain;
        }
        let base = self.pointer_elem(base).unwrap_or(base);
        match (self.under(base), path.last()) {
            (Type::Struct(fs), Some(&i)) if (i as usize) < fs.len() => fs[i as usize].ty,
            _ => plain,
        }
    }
}
