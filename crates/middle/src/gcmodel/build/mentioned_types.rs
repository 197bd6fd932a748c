//! The types that a package mentions: instances have all their methods compiled, dictionaries name what the code behind
//! them mentions, and types with methods have wrappers.
//!
//! Input: types as expressions and declarations have them, with the generic code they stand in. Output: code to build,
//! and the types with methods in the order in which they were met.

use super::Builder;
use super::instance::MAX_NAME;
use golift_types::{NamedId, ObjId, Type, TypeId};

impl<'w> Builder<'w> {
    pub(super) fn note_dictionary(&mut self, obj: ObjId, targs: Vec<TypeId>) {
        let key = (obj, self.key(&targs));
        if key.1.len() <= MAX_NAME && self.i.dictionary_keys.insert(key) {
            self.i.dictionaries.push((obj, targs));
            self.i.looked.push((0, 0));
        }
    }

    /// Notes an instance that is called by shaped code.
    pub(super) fn note_call(&mut self, obj: ObjId, raw: &[TypeId]) {
        if let Some(generic) = self.i.generic {
            let calls = self.i.calls.entry(generic).or_default();
            if !calls.iter().any(|(o, t)| *o == obj && t == raw) {
                calls.push((obj, raw.to_vec()));
            }
        }
    }

    /// Notes a type that the package mentions, `raw` before type arguments were put in.
    pub(super) fn note_type(&mut self, raw: TypeId) {
        if !self.whole {
            return;
        }
        if let Some(generic) = self.i.generic {
            let list = self.i.derived.entry(generic).or_default();
            if !list.contains(&raw) {
                list.push(raw);
            }
        }
        let ty = self.sub(raw);
        self.i.queue.push(ty);
    }

    /// Looks at what was noted: methods of instances become code to build.
    pub(super) fn drain_types(&mut self) {
        loop {
            while !self.i.queue.is_empty() {
                for ty in std::mem::take(&mut self.i.queue) {
                    self.see_type(ty);
                }
            }
            for i in 0..self.i.dictionaries.len() {
                let (obj, targs) = self.i.dictionaries[i].clone();
                let (types, calls) = self.i.looked[i];
                let subst = golift_types::subst::Substitution::new(&self.type_params(obj), &targs);
                let new: Vec<TypeId> = self.i.derived.get(&obj).map_or(Vec::new(), |l| l[types.min(l.len())..].to_vec());
                let called: Vec<_> = self.i.calls.get(&obj).map_or(Vec::new(), |l| l[calls.min(l.len())..].to_vec());
                self.i.looked[i] = (types + new.len(), calls + called.len());
                for raw in new {
                    let ty = self.w.subst(raw, &subst);
                    self.i.queue.push(ty);
                }
                for (obj, raw) in called {
                    let targs = raw.iter().map(|&t| self.w.subst(t, &subst)).collect();
                    self.note_dictionary(obj, targs);
                }
            }
            let done = |(i, l): (usize, &(usize, usize))| {
                let obj = self.i.dictionaries[i].0;
                l.0 >= self.i.derived.get(&obj).map_or(0, Vec::len) && l.1 >= self.i.calls.get(&obj).map_or(0, Vec::len)
            };
            if self.i.queue.is_empty() && self.i.looked.iter().enumerate().all(done) {
                return;
            }
        }
    }

    fn see_type(&mut self, ty: TypeId) {
        if !self.i.seen.insert(ty) {
            return;
        }
        let w = self.w;
        match w.ty(ty) {
            Type::Named(n) => self.see_named(*n, ty),
            Type::Alias(n) => {
                let target = w.named_underlying(*n);
                self.see_type(target);
            }
            Type::Pointer(e) | Type::Slice(e) | Type::Array(e, _) | Type::Chan(_, e) => self.see_type(*e),
            Type::Map(k, v) => {
                self.see_type(*k);
                self.see_type(*v);
            }
            Type::Tuple(ts) => ts.iter().for_each(|&t| self.see_type(t)),
            Type::Signature(sig) => {
                for p in sig.params.iter().chain(&sig.results) {
                    self.see_type(p.ty);
                }
            }
            Type::Struct(fields) => {
                self.see_parts(ty);
                if fields.iter().any(|f| f.embedded) {
                    self.see_methods(ty);
                }
            }
            Type::Interface { .. } => {
                self.see_parts(ty);
                self.see_methods(ty);
            }
            _ => {}
        }
    }

    /// What an underlying type consists of; it has no methods of its own.
    fn see_parts(&mut self, ty: TypeId) {
        match self.w.ty(ty) {
            Type::Struct(fields) => fields.iter().for_each(|f| self.see_type(f.ty)),
            Type::Interface { methods, embeds, .. } => {
                methods.iter().for_each(|m| self.see_type(m.sig));
                embeds.iter().for_each(|e| self.see_type(e.0));
            }
            _ => self.see_type(ty),
        }
    }

    /// A type literal with methods.
    fn see_methods(&mut self, ty: TypeId) {
        if self.i.seen_names.insert(self.w.link_type_string(ty)) {
            self.i.with_methods.push(ty);
        }
    }

    fn see_named(&mut self, n: NamedId, ty: TypeId) {
        let w = self.w;
        let d = w.named_data(n);
        let name = w.link_type_string(ty);
        let instance = !d.targs.is_empty();
        let generic = d.origin.is_none() && !d.tparams.is_empty();
        let foreign = w.obj(d.obj).pkg != Some(self.home);
        if generic || name.len() > MAX_NAME || foreign && !instance && !self.is_shape(ty) || !self.i.seen_names.insert(name) {
            return;
        }
        let under = w.named_underlying(n);
        self.see_parts(under);
        // What a standard package does not export is golift's own.
        let own = foreign && w.obj(d.obj).pkg.is_some_and(|p| w.package(p).std) && !w.obj(d.obj).name.is_exported();
        if own {
            return;
        }
        self.i.with_methods.push(ty);
        if !instance {
            return;
        }
        for &m in w.declared_methods(n) {
            let sig = w.method_of_instance(n, m);
            self.see_type(sig);
            if self.w.as_signature(w.obj(m).ty).is_some_and(|s| !s.tparams.is_empty()) {
                continue;
            }
            if d.targs.iter().any(|&t| self.has_shape(t)) {
                self.func_for(m, &d.targs);
            } else {
                self.note_dictionary(m, d.targs.clone());
                self.concrete_func(m, &d.targs);
            }
        }
    }
}
