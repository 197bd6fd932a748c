//! Generic declarations and instantiations.

use crate::check::Checker;
use crate::operand::Operand;
use crate::types::{Signature, TypeId, TypeParamId};
use crate::object::ScopeId;
use golift_base::Pos;
use golift_frontend::ast::{Expr, ExprKind, Field, TypeSpec};

impl<'a> Checker<'a> {
    fn no_generics(&mut self, pos: Pos, what: &str) {
        self.error("UnsupportedFeature", pos, format!("{what} is not supported yet"));
    }

    /// Declares the type parameters of a function in the current scope.
    pub(crate) fn collect_type_params(&mut self, list: &'a [Field]) -> Vec<TypeParamId> {
        self.no_generics(list[0].span.lo, "a function with type parameters");
        Vec::new()
    }

    /// Declares the type parameters of a defined type in the current scope.
    pub(crate) fn declare_type_params(&mut self, _named: TypeId, list: &'a [Field]) {
        self.no_generics(list[0].span.lo, "a type with type parameters");
    }

    /// Declares a generic alias.
    pub(crate) fn generic_alias_decl(&mut self, _obj: crate::ObjId, spec: &'a TypeSpec) {
        self.no_generics(spec.span.lo, "an alias with type parameters");
    }

    /// The type of a receiver with type parameters.
    pub(crate) fn generic_receiver(&mut self, _sig: &mut Signature, recv: &'a Field, _scope: ScopeId) -> TypeId {
        self.no_generics(recv.span.lo, "a receiver with type parameters");
        Self::INVALID
    }

    /// Reports a receiver of generic type without type parameters.
    pub(crate) fn reject_generic_receiver(&mut self, _e: &'a Expr, ty: TypeId) -> TypeId {
        ty
    }

    /// Instantiates a generic type.
    pub(crate) fn instantiate_named(
        &mut self,
        e: &'a Expr,
        _x: &'a Expr,
        _generic: TypeId,
        _args: Vec<TypeId>,
        _places: &'a [Expr],
    ) -> TypeId {
        self.no_generics(e.span.lo, "an instantiation");
        Self::INVALID
    }

    /// Instantiates a generic function value.
    pub(crate) fn func_inst(
        &mut self,
        _target: Option<TypeId>,
        x: &mut Operand<'a>,
        e: &'a Expr,
        _indices: &'a [Expr],
    ) {
        self.no_generics(e.span.lo, "an instantiation");
        x.spoil();
    }

    /// The type of a field or method that a selector found: a field's as `recv` has it, a method's signature.
    pub(crate) fn member_type(&mut self, recv: TypeId, obj: crate::ObjId, path: &[u32]) -> TypeId {
        if !matches!(self.w.obj(obj).kind, crate::ObjKind::Var(_)) {
            return self.w.obj(obj).ty;
        }
        let mut ty = recv;
        for &i in path {
            let base = self.w.pointer_elem(ty).unwrap_or(ty);
            match self.w.under(base) {
                crate::Type::Struct(fields) if (i as usize) < fields.len() => ty = fields[i as usize].ty,
                _ => return self.w.obj(obj).ty,
            }
        }
        ty
    }

    /// Checks a call of a generic function; the result is the instantiated signature.
    pub(crate) fn generic_call(
        &mut self,
        _x: &mut Operand<'a>,
        call: &'a Expr,
        _sig: Signature,
        _type_args: Option<(&'a Expr, &'a [Expr])>,
        _args: Vec<Operand<'a>>,
    ) -> Option<Signature> {
        if let ExprKind::Call { fun, .. } = &call.kind {
            self.no_generics(fun.span.lo, "a call of a generic function");
        }
        None
    }
}
