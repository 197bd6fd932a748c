//! Fields and methods: selector lookup through embedding, interface type sets, method sets.
//!
//! (Spec, Selectors; Struct types; Method sets; Interface types.)

use crate::object::{ObjId, ObjKind, VarKind};
use crate::types::{Basic, InterfaceMethod, NamedId, Type, TypeId, UnionTerm};
use crate::universe::COMPARABLE;
use crate::world::{PkgId, World};
use golift_base::Symbol;
use std::sync::Arc;

/// A field or method that a selector finds.
#[derive(Clone, Debug)]
pub struct Found {
    /// The field (`Var`) or method (`Func`).
    pub obj: ObjId,
    /// Field indices through embedded fields; the last index is the field's or method's own.
    pub path: Vec<u32>,
    /// Whether a pointer was followed between the operand and the field or method's embedding struct.
    pub indirect: bool,
}

/// The answer to a selector lookup.
#[derive(Clone, Debug)]
pub enum Lookup {
    /// Exactly one field or method at the shallowest depth.
    Found(Found),
    /// Several at the shallowest depth.
    Ambiguous,
    /// A method with pointer receiver that the (not addressable) operand does not have.
    PointerReceiver(ObjId),
    /// Nothing.
    NotFound,
}

impl Lookup {
    /// The found field or method.
    pub fn found(self) -> Option<Found> {
        match self {
            Lookup::Found(f) => Some(f),
            _ => None,
        }
    }
}

/// What a selector lookup asks for.
#[derive(Clone, Copy, Debug)]
pub struct LookupQuery {
    /// Whether the operand is addressable: pointer-receiver methods then count.
    pub addressable: bool,
    /// The package that asks: unexported names of others are not seen.
    pub pkg: Option<PkgId>,
    /// The name.
    pub name: Symbol,
    /// Compare names without regard to case and package (for hints in messages).
    pub fold_case: bool,
}

/// All methods of an interface, embedded ones included, and its type restrictions.
#[derive(Clone, Debug, Default)]
pub struct TypeSet {
    /// Methods sorted by name (then package path for unexported ones).
    pub methods: Vec<InterfaceMethod>,
    /// The listed types; `None`: all types. An empty list is an empty type set.
    pub terms: Option<Vec<UnionTerm>>,
    /// Whether `comparable` is embedded (only meaningful while `terms` is `None`).
    pub comparable: bool,
}

impl TypeSet {
    /// Whether the interface has neither methods nor restrictions.
    pub fn is_all(&self) -> bool {
        self.methods.is_empty() && self.terms.is_none() && !self.comparable
    }

    /// Whether the interface is a plain method set, usable as the type of a variable.
    pub fn is_method_set(&self) -> bool {
        self.terms.is_none() && !self.comparable
    }
}

/// A method of a type's method set.
#[derive(Clone, Debug)]
pub struct MethodSetEntry {
    /// The method's `Func` object: declared, or an interface's when promoted from an embedded interface.
    pub obj: ObjId,
    /// The name.
    pub name: Symbol,
    /// Its signature type, without receiver.
    pub sig: TypeId,
    /// Field indices through embedded fields to the receiver; without the method's own index. Empty: declared on the type.
    pub path: Vec<u32>,
    /// Whether a pointer was followed on the way.
    pub indirect: bool,
    /// Whether the declared receiver is a pointer.
    pub ptr_recv: bool,
}

/// A type to be searched at one embedding depth.
struct Level {
    ty: TypeId,
    path: Vec<u32>,
    indirect: bool,
    /// Whether several embedded fields of this type stand at this depth.
    multiples: bool,
}

impl World {
    /// Finds the field or method that `x.name` selects, for an operand of type `ty`.
    /// (Spec, Selectors: shallowest depth, unique there; methods of defined pointer types do not count.)
    pub fn lookup_field_or_method(&self, ty: TypeId, query: LookupQuery) -> Lookup {
        if query.name.is_blank() {
            return Lookup::NotFound;
        }
        if self.as_named(ty).is_some() {
            let under = self.under_id(ty);
            if matches!(self.ty(under), Type::Pointer(_)) {
                return match self.search(under, query) {
                    Lookup::Found(f) if matches!(self.obj(f.obj).kind, ObjKind::Func(_)) => Lookup::NotFound,
                    other => other,
                };
            }
        }
        self.search(ty, query)
    }

    /// [`World::lookup_field_or_method`] in its plainest form.
    pub fn select(&self, ty: TypeId, addressable: bool, pkg: Option<PkgId>, name: Symbol) -> Lookup {
        self.lookup_field_or_method(ty, LookupQuery { addressable, pkg, name, fold_case: false })
    }

    /// The type behind a pointer literal, and whether there was one.
    pub fn deref(&self, ty: TypeId) -> (TypeId, bool) {
        match *self.ty(self.unalias(ty)) {
            Type::Pointer(e) => (e, true),
            _ => (ty, false),
        }
    }

    fn search(&self, ty: TypeId, query: LookupQuery) -> Lookup {
        let (base, is_ptr) = self.deref(ty);
        if is_ptr && matches!(self.under(base), Type::Interface { .. }) {
            return Lookup::NotFound;
        }
        let mut current = vec![Level { ty: base, path: Vec::new(), indirect: is_ptr, multiples: false }];
        let mut seen: Vec<NamedId> = Vec::new();
        while !current.is_empty() {
            let mut next: Vec<Level> = Vec::new();
            let mut found: Option<Found> = None;
            for level in &current {
                let mut hits: Vec<(ObjId, u32)> = Vec::new();
                let mut embedded: Vec<(TypeId, u32)> = Vec::new();
                let mut by_method = false;
                if let Some(n) = self.as_named(level.ty) {
                    if seen.iter().any(|&s| s == n || self.same_instance(s, n)) {
                        continue;
                    }
                    seen.push(n);
                    if let Some((i, m)) = self.find_declared_method(n, query) {
                        hits.push((m, i));
                        by_method = true;
                    }
                }
                if !by_method {
                    match self.under(level.ty) {
                        Type::Struct(fields) => {
                            for (i, f) in fields.iter().enumerate() {
                                if self.name_matches(f.obj, query) {
                                    hits.push((f.obj, i as u32));
                                } else if f.embedded {
                                    embedded.push((f.ty, i as u32));
                                }
                            }
                        }
                        Type::Interface { .. } => {
                            let set = self.type_set(self.under_id(level.ty));
                            let hit = set.methods.iter().enumerate().find(|(_, m)| self.name_matches(m.obj, query));
                            hits.extend(hit.map(|(i, m)| (m.obj, i as u32)));
                        }
                        _ => {}
                    }
                }
                for (obj, i) in hits {
                    if found.is_some() || level.multiples {
                        return Lookup::Ambiguous;
                    }
                    let mut path = level.path.clone();
                    path.push(i);
                    found = Some(Found { obj, path, indirect: level.indirect });
                }
                if found.is_none() {
                    for (ty, i) in embedded {
                        let (ty, is_ptr) = self.deref(ty);
                        let mut path = level.path.clone();
                        path.push(i);
                        next.push(Level { ty, path, indirect: level.indirect || is_ptr, multiples: level.multiples });
                    }
                }
            }
            if let Some(f) = found {
                let is_method = matches!(self.obj(f.obj).kind, ObjKind::Func(_));
                if is_method && !f.indirect && !query.addressable && self.has_pointer_receiver(f.obj) {
                    return Lookup::PointerReceiver(f.obj);
                }
                return Lookup::Found(f);
            }
            current = self.consolidate(next);
        }
        Lookup::NotFound
    }

    /// Merges equal types of one depth.
    fn consolidate(&self, list: Vec<Level>) -> Vec<Level> {
        let mut out: Vec<Level> = Vec::with_capacity(list.len());
        for level in list {
            match out.iter_mut().find(|o| self.identical(o.ty, level.ty)) {
                Some(o) => o.multiples = true,
                None => out.push(level),
            }
        }
        out
    }

    /// Whether two entries of `named` are the same instance of a generic type.
    pub(crate) fn same_instance(&self, a: NamedId, b: NamedId) -> bool {
        let (a, b) = (self.named_data(a), self.named_data(b));
        a.origin.is_some()
            && a.origin == b.origin
            && a.targs.len() == b.targs.len()
            && a.targs.iter().zip(&b.targs).all(|(x, y)| self.identical(*x, *y))
    }

    fn name_matches(&self, obj: ObjId, query: LookupQuery) -> bool {
        let o = self.obj(obj);
        if query.fold_case {
            return o.name.as_str().to_lowercase() == query.name.as_str().to_lowercase();
        }
        self.same_name(o.name, o.pkg, query.name, query.pkg)
    }

    fn find_declared_method(&self, n: NamedId, query: LookupQuery) -> Option<(u32, ObjId)> {
        let methods = self.declared_methods(n).iter().enumerate();
        methods.map(|(i, &m)| (i as u32, m)).find(|&(_, m)| self.name_matches(m, query))
    }

    /// The method that a defined type itself declares under this name.
    pub fn declared_method(&self, n: NamedId, pkg: Option<PkgId>, name: Symbol) -> Option<ObjId> {
        let query = LookupQuery { addressable: true, pkg, name, fold_case: false };
        self.find_declared_method(n, query).map(|(_, m)| m)
    }

    /// Whether a method's declared receiver is a pointer. Works before the signature is known, from the declaration.
    pub fn has_pointer_receiver(&self, method: ObjId) -> bool {
        if let Type::Signature(sig) = self.ty(self.obj(method).ty) {
            if let Some(recv) = &sig.recv {
                return self.deref(recv.ty).1;
            }
        }
        let ObjKind::Func(Some(decl)) = self.obj(method).kind else {
            return false;
        };
        let file = self.package(decl.pkg).files.get(decl.file as usize);
        let Some(golift_frontend::ast::Decl::Func(f)) = file.and_then(|f| f.decls.get(decl.decl as usize)) else {
            return false;
        };
        let Some(recv) = &f.recv else {
            return false;
        };
        let mut e = &recv.ty;
        loop {
            match &e.kind {
                golift_frontend::ast::ExprKind::Paren(inner) => e = inner,
                golift_frontend::ast::ExprKind::Star(_) => return true,
                _ => return false,
            }
        }
    }

    /// The type set of an interface type (an id whose type is `Interface`; of a defined type pass its underlying id).
    /// Cached once every embedded type is known.
    pub fn type_set(&self, iface: TypeId) -> Arc<TypeSet> {
        if let Some(set) = self.type_sets.read().unwrap().get(&iface) {
            return set.clone();
        }
        let mut complete = true;
        let set = Arc::new(self.compute_type_set(iface, &mut Vec::new(), &mut complete));
        if complete {
            self.type_sets.write().unwrap().insert(iface, set.clone());
        }
        set
    }

    /// Forgets a type set that was asked for while the interface was still incomplete.
    pub fn forget_type_set(&self, iface: TypeId) {
        self.type_sets.write().unwrap().remove(&iface);
    }

    fn compute_type_set(&self, iface: TypeId, active: &mut Vec<TypeId>, complete: &mut bool) -> TypeSet {
        let mut set = TypeSet::default();
        if active.contains(&iface) {
            *complete = false;
            return set;
        }
        let Type::Interface { methods, embeds, .. } = self.ty(iface) else {
            return set;
        };
        if iface == self.under_id(COMPARABLE) {
            set.comparable = true;
            return set;
        }
        active.push(iface);
        set.methods.extend(methods.iter().cloned());
        for &(ty, _) in embeds {
            let under = self.under_id(ty);
            match self.ty(under) {
                Type::Basic(Basic::Invalid) => *complete = false,
                Type::Interface { .. } if !self.is_type_param(ty) => {
                    let inner = match self.type_sets.read().unwrap().get(&under) {
                        Some(s) => Some(s.clone()),
                        None => None,
                    };
                    let inner = inner.unwrap_or_else(|| Arc::new(self.compute_type_set(under, active, complete)));
                    for m in &inner.methods {
                        if !set.methods.iter().any(|o| self.same_id(o.obj, m.obj)) {
                            set.methods.push(m.clone());
                        }
                    }
                    set.terms = self.intersect_terms(set.terms.take(), inner.terms.clone());
                    set.comparable |= inner.comparable;
                }
                Type::Union(terms) => {
                    let mut list: Option<Vec<UnionTerm>> = Some(Vec::new());
                    for t in terms {
                        let sub = if matches!(self.under(t.ty), Type::Interface { .. }) && !self.is_type_param(t.ty) {
                            self.compute_type_set(self.under_id(t.ty), active, complete).terms
                        } else {
                            Some(vec![t.clone()])
                        };
                        list = match (list, sub) {
                            (Some(mut l), Some(s)) => {
                                l.extend(s);
                                Some(l)
                            }
                            _ => None,
                        };
                    }
                    set.terms = self.intersect_terms(set.terms.take(), list);
                }
                _ => {
                    let one = vec![UnionTerm { tilde: false, ty }];
                    set.terms = self.intersect_terms(set.terms.take(), Some(one));
                }
            }
        }
        if set.comparable {
            if let Some(terms) = &mut set.terms {
                terms.retain(|t| self.is_comparable(t.ty, false));
                set.comparable = false;
            }
        }
        set.methods.sort_by(|a, b| self.method_order(a.obj, b.obj));
        active.pop();
        set
    }

    /// By name; unexported ones of equal name by package path.
    pub(crate) fn method_order(&self, a: ObjId, b: ObjId) -> std::cmp::Ordering {
        let key = |o: ObjId| {
            let o = self.obj(o);
            let path = o.pkg.filter(|_| !o.name.is_exported()).map_or("", |p| self.package(p).path.as_str());
            (o.name.as_str(), path)
        };
        key(a).cmp(&key(b))
    }

    /// The types in both term lists; `None` is the list of all types.
    fn intersect_terms(&self, a: Option<Vec<UnionTerm>>, b: Option<Vec<UnionTerm>>) -> Option<Vec<UnionTerm>> {
        let (Some(a), Some(b)) = (&a, &b) else {
            return a.or(b);
        };
        let mut out: Vec<UnionTerm> = Vec::new();
        for x in a {
            for y in b {
                let common = match (x.tilde, y.tilde) {
                    (true, true) => self.identical(self.under_id(x.ty), self.under_id(y.ty)).then(|| x.clone()),
                    (true, false) => self.identical(self.under_id(x.ty), self.under_id(y.ty)).then(|| y.clone()),
                    (false, true) => self.identical(self.under_id(x.ty), self.under_id(y.ty)).then(|| x.clone()),
                    (false, false) => self.identical(x.ty, y.ty).then(|| x.clone()),
                };
                if let Some(t) = common {
                    if !out.iter().any(|o| o.tilde == t.tilde && self.identical(o.ty, t.ty)) {
                        out.push(t);
                    }
                }
            }
        }
        Some(out)
    }

    /// The method set of a type (spec, Method sets), promoted methods included, sorted by name (unexported ones
    /// of equal name by package path). For an interface, its methods. Pass `*T` for the pointer's method set.
    pub fn method_set(&self, ty: TypeId) -> Vec<MethodSetEntry> {
        if self.is_interface(ty) {
            let set = self.type_set(self.under_id(ty));
            let entry = |m: &InterfaceMethod| MethodSetEntry {
                obj: m.obj,
                name: m.name,
                sig: m.sig,
                path: Vec::new(),
                indirect: false,
                ptr_recv: false,
            };
            return set.methods.iter().map(entry).collect();
        }
        let mut names: Vec<(Symbol, Option<PkgId>)> = Vec::new();
        self.collect_method_names(self.deref(ty).0, &mut names, &mut Vec::new());
        let mut out: Vec<MethodSetEntry> = Vec::new();
        for (name, pkg) in names {
            let Lookup::Found(mut f) = self.select(ty, false, pkg, name) else {
                continue;
            };
            if !matches!(self.obj(f.obj).kind, ObjKind::Func(_)) {
                continue;
            }
            let sig = self.member_type(ty, f.obj, &f.path);
            f.path.pop();
            out.push(MethodSetEntry {
                obj: f.obj,
                name,
                sig,
                path: f.path,
                indirect: f.indirect,
                ptr_recv: self.has_pointer_receiver(f.obj),
            });
        }
        out.sort_by(|a, b| self.method_order(a.obj, b.obj));
        out
    }

    fn collect_method_names(&self, ty: TypeId, out: &mut Vec<(Symbol, Option<PkgId>)>, seen: &mut Vec<TypeId>) {
        let id = self.unalias(ty);
        if seen.contains(&id) {
            return;
        }
        seen.push(id);
        let mut add = |w: &World, m: ObjId| {
            let o = w.obj(m);
            let key = (o.name, o.pkg.filter(|_| !o.name.is_exported()));
            if !o.name.is_blank() && !out.contains(&key) {
                out.push(key);
            }
        };
        if let Some(n) = self.as_named(id) {
            for &m in self.declared_methods(n) {
                add(self, m);
            }
        }
        match self.under(id) {
            Type::Struct(fields) => {
                for f in fields.iter().filter(|f| f.embedded) {
                    self.collect_method_names(self.deref(f.ty).0, out, seen);
                }
            }
            Type::Interface { .. } => {
                for m in &self.type_set(self.under_id(id)).methods {
                    add(self, m.obj);
                }
            }
            _ => {}
        }
    }

    /// Whether the object is a struct field.
    pub fn is_field(&self, obj: ObjId) -> bool {
        matches!(self.obj(obj).kind, ObjKind::Var(VarKind::Field | VarKind::Embedded))
    }
}
