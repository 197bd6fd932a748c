//! Canonical types and substitution.
//!
//! Types are compared by identity, never by id; [`ModuleBuilder::canon`] picks one id for all identical types, so that
//! tables can be keyed by it. [`ModuleBuilder::subst`] replaces the type parameters of the function being lowered.

use super::keys::{Env, FuncKey};
use super::module::ModuleBuilder;
use golift_ssa::FuncId;
use golift_types::subst::Substitution;
use golift_types::{ObjId, Type, TypeId, TypeParamId};

impl<'p> ModuleBuilder<'p> {
    /// The one id that stands for all types identical to `ty`.
    pub fn canon(&mut self, ty: TypeId) -> TypeId {
        if let Some(&c) = self.canon_ids.get(&ty) {
            return c;
        }
        let key = self.world.type_key(ty);
        let c = *self.canon_keys.entry(key).or_insert(self.world.unalias(ty));
        self.canon_ids.insert(ty, c);
        c
    }

    /// `ty` in the function being lowered: its type parameters replaced by their arguments.
    /// Every type that comes out of the checker's tables goes through this.
    pub fn subst(&mut self, ty: TypeId) -> TypeId {
        if self.env == Env::EMPTY {
            return ty;
        }
        self.subst_in(self.env, ty)
    }

    /// `ty` with the type parameters of `env` replaced.
    pub fn subst_in(&mut self, env: Env, ty: TypeId) -> TypeId {
        if env == Env::EMPTY {
            return ty;
        }
        if let Some(&t) = self.substituted.get(&(env, ty)) {
            return t;
        }
        let t = self.world.subst(ty, &self.envs[env.0 as usize]);
        self.substituted.insert((env, ty), t);
        t
    }

    /// The substitution of these arguments for these type parameters.
    pub fn env_of(&mut self, pairs: Vec<(TypeParamId, TypeId)>) -> Env {
        if pairs.is_empty() {
            return Env::EMPTY;
        }
        let pairs: Vec<_> = pairs.into_iter().map(|(p, t)| (p, self.canon(t))).collect();
        if let Some(&e) = self.env_ids.get(&pairs) {
            return e;
        }
        let e = Env(self.envs.len() as u32);
        self.envs.push(Substitution { pairs: pairs.clone() });
        self.env_ids.insert(pairs, e);
        e
    }

    /// The function of a declared function with type arguments (already substituted; none for plain functions).
    /// Also gives the instance's signature type.
    pub fn func_instance(&mut self, obj: ObjId, targs: &[TypeId]) -> (FuncId, TypeId) {
        let w = self.world;
        let tparams = w.as_signature(w.obj(obj).ty).map_or(&[][..], |s| &s.tparams);
        let env = self.env_of(tparams.iter().copied().zip(targs.iter().copied()).collect());
        let sig = self.subst_in(env, w.obj(obj).ty);
        (self.func(FuncKey::Decl(obj, env)), sig)
    }

    /// The function of a declared method of receiver type `recv` (the type that declares it, or a pointer to it),
    /// with the method's own type arguments. Also gives its signature type, receiver included.
    pub fn method_instance(&mut self, recv: TypeId, method: ObjId, targs: &[TypeId]) -> (FuncId, TypeId) {
        let w = self.world;
        let declared = w.obj(method).ty;
        let Some(sig) = w.as_signature(declared) else { return (self.decl_func(method), declared) };
        let mut pairs = Vec::new();
        let base = w.deref(w.unalias(recv)).0;
        if let Some(n) = w.as_named(base) {
            pairs.extend(sig.recv_tparams.iter().copied().zip(w.named_data(n).targs.iter().copied()));
        }
        pairs.extend(sig.tparams.iter().copied().zip(targs.iter().copied()));
        let env = self.env_of(pairs);
        let sig = self.subst_in(env, declared);
        (self.func(FuncKey::Decl(method, env)), sig)
    }

    /// The substitution of a method's own type parameters alone.
    pub fn own_env(&mut self, method: ObjId, targs: &[TypeId]) -> Env {
        let w = self.world;
        let tparams = w.as_signature(w.obj(method).ty).map_or(&[][..], |s| &s.tparams);
        self.env_of(tparams.iter().copied().zip(targs.iter().copied()).collect())
    }

    /// The signature of a method as a value of type `recv` has it, promoted methods and interface methods included.
    pub fn method_sig(&mut self, recv: TypeId, method: ObjId) -> TypeId {
        let w = self.world;
        let o = w.obj(method);
        match w.select(recv, true, o.pkg, o.name).found() {
            Some(f) => w.member_type(recv, f.obj, &f.path),
            None => o.ty,
        }
    }

    /// The canonical type `*ty`.
    pub fn pointer_to(&mut self, ty: TypeId) -> TypeId {
        let ty = self.canon(ty);
        if let Some(&p) = self.pointers.get(&ty) {
            return p;
        }
        let p = self.world.new_type(Type::Pointer(ty));
        let p = self.canon(p);
        self.pointers.insert(ty, p);
        p
    }

    /// The canonical type `[]ty`.
    pub fn slice_of(&mut self, ty: TypeId) -> TypeId {
        let t = self.world.new_type(Type::Slice(ty));
        self.canon(t)
    }

    /// The canonical type `[n]ty`.
    pub fn array_of(&mut self, ty: TypeId, n: u64) -> TypeId {
        let t = self.world.new_type(Type::Array(ty, n));
        self.canon(t)
    }
}
