//! Canonical types and substitution.
//!
//! Types are compared by identity, never by id; [`ModuleBuilder::canon`] picks one id for all identical types, so that
//! tables can be keyed by it. [`ModuleBuilder::subst`] replaces the type parameters of the function being lowered.

use super::keys::Env;
use super::module::ModuleBuilder;
use golift_types::{Type, TypeId};

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
        debug_assert_eq!(env, Env::EMPTY, "type parameters are not lowered yet");
        ty
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
