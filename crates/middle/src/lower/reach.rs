//! Which methods need code because calls through interfaces may reach them (rapid type analysis).
//!
//! A method of a concrete type gets code when (a) values of the type are converted to an interface somewhere
//! reachable, or are part of such a value that reflection can take out of it, and (b) a method of that name and
//! signature is called through some interface. Both sets grow while bodies are lowered; the worklist alternates
//! until nothing changes.
//!
//! A descriptor's method table lists the methods of boxed types that some interface descriptor of the program names:
//! only these can matter to conversions at run time.
//!
//! Package reflect can do more, as far as the program reaches the functions that do it ([`ReflectUse`]): count and
//! list all exported methods, call them by name, make pointers to values.

use super::keys::FuncKey;
use super::module::ModuleBuilder;
use super::typedesc_parts::DataWriter;
use golift_base::Symbol;
use golift_ssa::{DataId, FuncId, IfaceMethod};
use golift_types::lookup::MethodSetEntry;
use golift_types::{ObjId, PkgId, Type, TypeId};
use indexmap::IndexMap;
use rustc_hash::{FxHashMap, FxHashSet};

/// A method by what interfaces know of it: name, package of an unexported name, canonical signature.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(super) struct MethodKey {
    name: Symbol,
    pkg: Option<PkgId>,
    sig: TypeId,
}

/// A type whose values are in interfaces.
struct Boxed {
    ty: TypeId,
    methods: Vec<(MethodKey, MethodSetEntry)>,
}

/// What the reachable functions of package reflect can do with types and values.
#[derive(Clone, Copy, Default)]
struct ReflectUse {
    /// Anything: values of parameters and results of functions may get into interfaces.
    any: bool,
    /// List exported methods.
    list: bool,
    /// Call exported methods.
    call: bool,
    /// Make a pointer to a value.
    pointer: bool,
}

/// What is known of interface calls and boxed types.
#[derive(Default)]
pub struct Reach {
    boxed: Vec<Boxed>,
    boxed_index: FxHashMap<TypeId, usize>,
    /// Boxed types whose parts were not looked at.
    fresh: Vec<TypeId>,
    called: FxHashSet<MethodKey>,
    /// Methods of interface types with a descriptor.
    named: FxHashSet<MethodKey>,
    by_key: FxHashMap<MethodKey, Vec<(usize, usize)>>,
    /// Keys that became called since the last round.
    newly_called: Vec<MethodKey>,
    /// Code of reached methods, by boxed type and key.
    code: FxHashMap<(TypeId, MethodKey), FuncId>,
    /// Everything in `named` has a descriptor of its signature for boxed types up to this index.
    listed: FxHashSet<(usize, MethodKey)>,
    newly_named: Vec<MethodKey>,
    reflect: ReflectUse,
    /// Something of `reflect` is new: all boxed types need another look.
    reflect_changed: bool,
    /// The methods that calls through interfaces name, by interface type and slot.
    called_slots: IndexMap<(TypeId, u32), MethodKey>,
}

impl<'p> ModuleBuilder<'p> {
    /// The slot of `method` in itabs of interface type `iface`, for `Op::CallIface`. Marks the method as called:
    /// every use of an interface method (calls, method values, method expressions, go, defer) asks here.
    pub fn iface_slot(&mut self, iface: TypeId, method: ObjId) -> u32 {
        let w = self.world;
        let iface = self.canon(iface);
        let set = w.type_set(w.under_id(iface));
        let at = set.methods.iter().position(|m| m.obj == method || w.same_id(m.obj, method));
        let at = at.expect("a method of the interface");
        let key = self.method_key(set.methods[at].obj, set.methods[at].sig);
        self.mark_called(key);
        self.reach.called_slots.insert((iface, at as u32), key);
        at as u32
    }

    /// Lists what calls through interfaces reach, when all methods that they reach have code.
    pub(super) fn list_iface_methods(&mut self) {
        let mut list = Vec::with_capacity(self.reach.called_slots.len());
        for ((iface, slot), key) in std::mem::take(&mut self.reach.called_slots) {
            let Some(&iface) = self.types.descs.get(&iface) else { continue };
            let of_key = self.reach.by_key.get(&key).map_or(&[][..], Vec::as_slice);
            let code = |&(t, _): &(usize, usize)| self.reach.code.get(&(self.reach.boxed[t].ty, key)).copied();
            let mut targets: Vec<FuncId> = of_key.iter().filter_map(code).collect();
            targets.sort_unstable();
            targets.dedup();
            list.push(IfaceMethod { iface, slot, targets });
        }
        list.sort();
        self.module.iface_methods = list;
    }

    fn mark_called(&mut self, key: MethodKey) {
        if self.reach.called.insert(key) {
            self.reach.newly_called.push(key);
        }
    }

    /// Values of the type are converted to interfaces.
    pub fn mark_boxed(&mut self, ty: TypeId) {
        let ty = self.canon(ty);
        if !self.reach.boxed_index.contains_key(&ty) {
            self.reach.boxed_index.insert(ty, usize::MAX);
            self.reach.fresh.push(ty);
        }
    }

    fn method_key(&mut self, obj: ObjId, sig: TypeId) -> MethodKey {
        let sig = self.canon(sig);
        let o = self.world.obj(obj);
        MethodKey { name: o.name, pkg: o.pkg.filter(|_| !o.name.is_exported()), sig }
    }

    /// An interface with this method has a descriptor.
    pub(super) fn note_iface_method(&mut self, obj: ObjId, sig: TypeId) {
        let key = self.method_key(obj, sig);
        if self.reach.named.insert(key) {
            self.reach.newly_named.push(key);
        }
    }

    /// A function is reachable for the first time: notes what it adds if it is one of package reflect.
    pub(super) fn note_reflect(&mut self, obj: ObjId) {
        let w = self.world;
        let o = w.obj(obj);
        if !o.pkg.is_some_and(|p| w.package(p).std && w.package(p).path == "reflect") {
            return;
        }
        let had = self.reach.reflect;
        let used = &mut self.reach.reflect;
        used.any = true;
        match o.name.as_str() {
            "NumMethod" => used.list = true,
            "Method" | "MethodByName" | "Methods" => (used.list, used.call) = (true, true),
            "pointerTo" => used.pointer = true,
            _ => {}
        }
        let now = *used;
        self.reach.reflect_changed |= (had.any, had.list, had.call, had.pointer) != (now.any, now.list, now.call, now.pointer);
    }

    /// Applies what reflection can do to the boxed types from before.
    fn reflect_again(&mut self) {
        for at in 0..self.reach.boxed.len() {
            let ty = self.reach.boxed[at].ty;
            self.box_for_reflect(ty);
            let keys: Vec<MethodKey> = self.reach.boxed[at].methods.iter().map(|m| m.0).collect();
            for (i, key) in keys.into_iter().enumerate().filter(|(_, k)| k.pkg.is_none()) {
                self.method_for_reflect(at, i, key);
            }
        }
    }

    /// The types that reflection gets at from a boxed type beside its parts.
    fn box_for_reflect(&mut self, ty: TypeId) {
        let w = self.world;
        let used = self.reach.reflect;
        if used.any
            && let Type::Signature(sig) = w.under(ty)
        {
            for v in sig.params.iter().chain(&sig.results) {
                self.mark_boxed(v.ty);
            }
        }
        let has_pointer_methods = matches!(w.ty(ty), Type::Named(_) | Type::Struct(_));
        if used.pointer && has_pointer_methods && !w.is_interface(ty) {
            let ptr = self.pointer_to(ty);
            if !w.method_set(ptr).is_empty() {
                self.mark_boxed(ptr);
            }
        }
    }

    /// Keeps an exported method of a boxed type as far as reflection needs it.
    fn method_for_reflect(&mut self, at: usize, method: usize, key: MethodKey) {
        let used = self.reach.reflect;
        if used.call {
            self.emit_method(at, method);
            self.mark_boxed(key.sig);
        }
        if used.list {
            self.list_method(at, key);
        }
    }

    /// One round: looks at newly boxed types and newly called methods. True if anything was new.
    pub(super) fn reach_round(&mut self) -> bool {
        let mut changed = std::mem::take(&mut self.reach.reflect_changed);
        if changed {
            self.reflect_again();
        }
        while let Some(ty) = self.reach.fresh.pop() {
            changed = true;
            self.add_boxed(ty);
        }
        for key in std::mem::take(&mut self.reach.newly_called) {
            changed = true;
            for (t, m) in self.reach.by_key.get(&key).cloned().unwrap_or_default() {
                self.emit_method(t, m);
            }
        }
        for key in std::mem::take(&mut self.reach.newly_named) {
            changed = true;
            for (t, _) in self.reach.by_key.get(&key).cloned().unwrap_or_default() {
                self.list_method(t, key);
            }
        }
        changed
    }

    fn add_boxed(&mut self, ty: TypeId) {
        self.type_desc(ty);
        let w = self.world;
        // What reflection (and fmt, which uses it) can take out of a value of the type.
        let parts: Vec<TypeId> = match w.under(ty) {
            Type::Pointer(t) | Type::Slice(t) | Type::Array(t, _) | Type::Chan(_, t) => vec![*t],
            Type::Map(k, v) => vec![*k, *v],
            Type::Struct(_) => {
                let mut fields = Vec::new();
                self.visible_fields(ty, &mut fields, &mut Vec::new());
                fields
            }
            _ => Vec::new(),
        };
        for p in parts {
            self.mark_boxed(p);
        }
        self.box_for_reflect(ty);
        if w.is_interface(ty) {
            return;
        }
        let mut methods = Vec::new();
        for m in w.method_set(ty) {
            methods.push((self.method_key(m.obj, m.sig), m));
        }
        let at = self.reach.boxed.len();
        self.reach.boxed_index.insert(ty, at);
        let keys: Vec<MethodKey> = methods.iter().map(|m| m.0).collect();
        self.reach.boxed.push(Boxed { ty, methods });
        for (i, key) in keys.into_iter().enumerate() {
            self.reach.by_key.entry(key).or_default().push((at, i));
            let exported = self.config.keep_exported_methods && key.pkg.is_none();
            if exported || self.reach.called.contains(&key) {
                self.emit_method(at, i);
            }
            if exported || self.reach.named.contains(&key) {
                self.list_method(at, key);
            }
            if key.pkg.is_none() {
                self.method_for_reflect(at, i, key);
            }
        }
    }

    /// The types of the fields that reflection hands out as interface values: exported ones, also of embedded
    /// structs whose own name is not exported.
    fn visible_fields(&self, ty: TypeId, out: &mut Vec<TypeId>, seen: &mut Vec<TypeId>) {
        let w = self.world;
        let Type::Struct(fields) = w.under(ty) else { return };
        if seen.contains(&ty) {
            return;
        }
        seen.push(ty);
        for f in fields {
            if f.name.is_exported() {
                out.push(f.ty);
            } else if f.embedded {
                self.visible_fields(w.deref(f.ty).0, out, seen);
            }
        }
    }

    fn list_method(&mut self, boxed: usize, key: MethodKey) {
        if self.reach.listed.insert((boxed, key)) {
            self.type_desc(key.sig);
        }
    }

    fn emit_method(&mut self, boxed: usize, method: usize) {
        let b = &self.reach.boxed[boxed];
        let (ty, (key, entry)) = (b.ty, b.methods[method].clone());
        if self.reach.code.contains_key(&(ty, key)) {
            return;
        }
        let func = self.iface_method_func(ty, &entry);
        self.reach.code.insert((ty, key), func);
    }

    /// The code for calls of the method through an interface: the method itself where its receiver travels like a
    /// data word, else a wrapper.
    fn iface_method_func(&mut self, ty: TypeId, entry: &MethodSetEntry) -> FuncId {
        let w = self.world;
        if entry.path.is_empty() && self.func_decl(entry.obj).is_some() {
            let is_pointer = w.as_named(ty).is_none() && w.pointer_elem(ty).is_some();
            let repr = self.repr(ty);
            let direct = repr.single() == Some(golift_ssa::Ty::Ptr) && self.is_direct_iface(ty);
            if is_pointer == entry.ptr_recv && (direct || repr.memory) {
                return self.method_instance(ty, entry.obj, &[]).0;
            }
        }
        self.func(FuncKey::IfaceMethod(ty, entry.obj))
    }

    /// The code of a method in itabs, if calls reach it.
    pub(super) fn reached_method(&mut self, ty: TypeId, method: ObjId, sig: TypeId) -> Option<FuncId> {
        let key = self.method_key(method, sig);
        self.reach.code.get(&(ty, key)).copied()
    }

    /// The method table of a descriptor, and its length.
    pub(super) fn method_table(&mut self, ty: TypeId) -> (Option<DataId>, u64) {
        let Some(&at) = self.reach.boxed_index.get(&ty).filter(|i| **i != usize::MAX) else {
            return (None, 0);
        };
        let keys: Vec<MethodKey> = self.reach.boxed[at].methods.iter().map(|m| m.0).collect();
        let mut out = DataWriter::default();
        let mut count = 0;
        for key in keys {
            if !self.reach.listed.contains(&(at, key)) {
                continue;
            }
            count += 1;
            out.str(self, key.name.as_str());
            let path = key.pkg.map_or("", |p| self.link_path(p));
            out.str(self, path);
            let sig = self.type_desc(key.sig);
            out.data(Some(sig));
            let code = self.reach.code.get(&(ty, key)).copied();
            out.func(code);
        }
        (self.list(out, "methods"), count)
    }
}
