//! Fields and methods of instances, generic methods of instances included; generic functions as operands. (Spec, Selectors; Instantiations.)

use crate::check::Checker;
use crate::info::Mode;
use crate::object::ObjId;
use crate::operand::Operand;
use crate::subst::Substitution;
use crate::types::{NamedId, Signature, Type, TypeId, TypeParamId};

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

    /// Copies of type parameters, so that a generic function's body may call the function itself with its own
    /// parameters, and the signature in their terms.
    pub(crate) fn rename_type_params(&mut self, tparams: &[TypeParamId], sig: &Signature) -> (Vec<TypeParamId>, Signature) {
        let mut fresh = Vec::with_capacity(tparams.len());
        let mut types = Vec::with_capacity(tparams.len());
        for &p in tparams {
            let d = self.w.type_param(p).clone();
            // The object keeps the original's type.
            let ty = self.w.obj(d.obj).ty;
            let (id, new) = self.w.new_type_param(d.obj, d.index, d.constraint);
            self.w.obj_mut(d.obj).ty = ty;
            fresh.push(id);
            types.push(new);
        }
        let s = Substitution::new(tparams, &types);
        for &p in &fresh {
            let bound = self.w.subst(self.w.type_param(p).constraint, &s);
            self.w.type_params[p.0 as usize].constraint = bound;
        }
        let plain = Signature { tparams: Vec::new(), ..sig.clone() };
        let renamed = self.w.subst_signature(&plain, &s).unwrap_or(plain);
        (fresh, renamed)
    }

    /// The signature of an operand that is a generic function value.
    pub(crate) fn generic_value(&self, x: &Operand<'a>) -> Option<Signature> {
        match self.w.ty(self.w.unalias(x.ty)) {
            Type::Signature(sig) if x.mode == Mode::Value && !sig.tparams.is_empty() => Some(sig.clone()),
            _ => None,
        }
    }

    /// Whether any operand is a generic function value.
    pub(crate) fn any_generic(&self, args: &[Operand<'a>]) -> bool {
        args.iter().any(|a| self.generic_value(a).is_some())
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
