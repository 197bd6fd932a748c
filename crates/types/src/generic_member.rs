//! Fields and methods of instances, generic methods of instances included. (Spec, Selectors; Instantiations.)

use crate::check::Checker;
use crate::object::ObjId;
use crate::subst::Substitution;
use crate::types::{NamedId, Signature, Type, TypeId};

impl<'a> Checker<'a> {
    /// The type of a field or method that a selector found: a field's as `recv` has it, a method's signature.
    pub(crate) fn member_type(&mut self, recv: TypeId, obj: ObjId, path: &[u32]) -> TypeId {
        let ty = self.w.member_type(recv, obj, path);
        if ty == self.w.obj(obj).ty {
            return ty;
        }
        // A generic method of a generic type's instance: its own constraints may mention the receiver's parameters.
        let (Type::Signature(sig), Type::Signature(origin)) = (self.w.ty(ty).clone(), self.w.ty(self.w.obj(obj).ty).clone())
        else {
            return ty;
        };
        if sig.tparams.is_empty() {
            return ty;
        }
        let Some(targs) = self.receiver_args(recv, path) else {
            return ty;
        };
        let s = Substitution::new(&origin.recv_tparams, &targs);
        let (fresh, renamed) = self.rename_type_params(&sig.tparams, &sig);
        for &p in &fresh {
            let bound = self.w.subst(self.w.type_param(p).constraint, &s);
            self.w.type_params[p.0 as usize].constraint = bound;
        }
        self.w.new_type(Type::Signature(Signature { tparams: fresh, ..renamed }))
    }

    /// The type arguments of the instance that declares a method.
    fn receiver_args(&self, recv: TypeId, path: &[u32]) -> Option<Vec<TypeId>> {
        let mut at = recv;
        for &i in &path[..path.len().saturating_sub(1)] {
            let base = self.w.pointer_elem(at).unwrap_or(at);
            let Type::Struct(fields) = self.w.under(base) else {
                return None;
            };
            at = fields.get(i as usize)?.ty;
        }
        let n: NamedId = self.w.as_named(self.w.deref(at).0)?;
        Some(self.w.named_data(n).targs.clone())
    }
}
