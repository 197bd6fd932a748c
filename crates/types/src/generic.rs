//! Generic declarations and instantiations: type parameter lists, receivers, generic types, functions and calls.
//! (Spec, Type parameter declarations; Instantiations.)

use crate::check::Checker;
use golift_frontend::{expr_string, unparen};
use crate::infer::Inference;
use crate::info::Mode;
use crate::object::{ObjId, ObjKind, ScopeId};
use crate::operand::Operand;
use crate::signature::receiver_base;
use crate::subst::Substitution;
use crate::types::{Signature, Type, TypeId, TypeParamId};
use golift_base::Pos;
use golift_frontend::ast::{BinaryOp, Expr, ExprKind, Field, TypeSpec, UnaryOp};

impl<'a> Checker<'a> {
    /// Declares the type parameters of a list in the current scope, constraints still missing.
    fn declare_names(&mut self, list: &'a [Field]) -> Vec<TypeParamId> {
        let scope = self.env.scope;
        let mut params = Vec::new();
        for name in list.iter().flat_map(|f| &f.names) {
            let obj = self.new_obj(ObjKind::TypeName, name.name, name.span.lo, Self::INVALID);
            let (id, _) = self.w.new_type_param(obj, params.len() as u32, Self::INVALID);
            self.declare(scope, Some(name), obj);
            params.push(id);
        }
        params
    }

    fn collect_constraints(&mut self, list: &'a [Field], params: &[TypeParamId]) {
        let outer = std::mem::replace(&mut self.env.in_tparam_list, true);
        let mut next = params.iter();
        for f in list {
            let mut bound = self.constraint(&f.ty);
            if self.w.is_type_param(bound) {
                self.error("MisplacedTypeParam", f.ty.span.lo, "cannot use a type parameter as constraint");
                bound = Self::INVALID;
            }
            for p in next.by_ref().take(f.names.len()) {
                self.w.type_params[p.0 as usize].constraint = bound;
            }
        }
        self.env.in_tparam_list = outer;
    }

    /// A constraint: an interface, or a type set literal like `~int | string`.
    fn constraint(&mut self, e: &'a Expr) -> TypeId {
        let literal = matches!(
            unparen(e).kind,
            ExprKind::Unary(UnaryOp::Tilde, _) | ExprKind::Binary { op: BinaryOp::Or, .. }
        );
        if !literal {
            return self.typ(e);
        }
        let ty = self.union_type(e);
        if self.w.is_invalid(ty) {
            return ty;
        }
        let embeds = vec![(ty, e.span.lo)];
        self.w.new_type(Type::Interface { methods: Vec::new(), embeds, implicit: true })
    }

    /// Declares the type parameters of a function in the current scope.
    pub(crate) fn collect_type_params(&mut self, list: &'a [Field]) -> Vec<TypeParamId> {
        let params = self.declare_names(list);
        self.collect_constraints(list, &params);
        params
    }

    /// Declares the type parameters of a defined type or alias in the current scope.
    pub(crate) fn declare_type_params(&mut self, named: TypeId, list: &'a [Field]) {
        let params = self.declare_names(list);
        if let &(Type::Named(n) | Type::Alias(n)) = self.w.ty(named) {
            self.w.named[n.0 as usize].tparams = params.clone();
        }
        self.collect_constraints(list, &params);
    }

    /// Declares a generic alias.
    pub(crate) fn generic_alias_decl(&mut self, obj: ObjId, spec: &'a TypeSpec) {
        let alias = self.w.new_alias(obj, crate::universe::EMPTY_TUPLE);
        let outer = self.open_scope();
        self.declare_type_params(alias, &spec.tparams);
        let rhs = self.typ(&spec.ty);
        self.env.scope = outer;
        let own = self.w.as_type_param(rhs).is_some_and(|p| match self.w.ty(alias) {
            Type::Alias(n) => self.w.named_data(*n).tparams.contains(&p),
            _ => false,
        });
        if own {
            let msg = "cannot use type parameter declared in alias declaration as RHS";
            self.error("MisplacedTypeParam", spec.ty.span.lo, msg);
            return self.w.set_underlying(alias, Self::INVALID);
        }
        self.w.set_underlying(alias, rhs);
    }

    /// The type of a receiver with type parameters: the base type's instance with the receiver's own parameters.
    pub(crate) fn generic_receiver(&mut self, sig: &mut Signature, recv: &'a Field, scope: ScopeId) -> TypeId {
        let (base, ptr, names) = receiver_base(&recv.ty);
        let generic = self.generic_type_or_type(base);
        let mut params = Vec::new();
        let mut types = Vec::new();
        for e in names {
            let ExprKind::Name(name) = unparen(e).kind else {
                let msg = format!("receiver type parameter {} must be an identifier", expr_string(e));
                self.error("BadDecl", e.span.lo, msg);
                continue;
            };
            let obj = self.new_obj(ObjKind::TypeName, name, e.span.lo, Self::INVALID);
            let (id, ty) = self.w.new_type_param(obj, params.len() as u32, Self::INVALID);
            if !name.is_blank() {
                let ident = golift_frontend::ast::Ident { id: e.id, name, span: e.span };
                self.declare_receiver_param(scope, &ident, obj);
            }
            self.record_type_expr(e, ty);
            params.push(id);
            types.push(ty);
        }
        sig.recv_tparams = params.clone();
        if self.w.is_invalid(generic) {
            return Self::INVALID;
        }
        if let Type::Alias(_) = self.w.ty(generic)
            && self.w.is_generic(generic)
        {
            let msg = format!("cannot define new methods on generic alias type {}", self.tstr(generic));
            self.error("BadRecv", base.span.lo, msg);
            return Self::INVALID;
        }
        let Some(origin) = self.w.as_named(generic).filter(|_| self.w.is_generic(self.w.unalias(generic))) else {
            let msg = format!("{} is not a generic type", self.tstr(generic));
            self.error("NotAGenericType", base.span.lo, msg);
            return Self::INVALID;
        };
        let declared = self.w.named_data(origin).tparams.clone();
        self.instance_graph.record_receiver(&params, &declared);
        if params.len() != names.len() {
            return Self::INVALID;
        }
        if declared.len() != params.len() {
            let plural = if params.len() == 1 { "" } else { "s" };
            let msg = format!(
                "receiver declares {} type parameter{plural}, but receiver base type declares {}",
                params.len(),
                declared.len()
            );
            self.error("BadRecv", base.span.lo, msg);
            return Self::INVALID;
        }
        let s = Substitution::new(&declared, &types);
        for (p, d) in params.iter().zip(&declared) {
            let bound = self.w.subst(self.w.type_param(*d).constraint, &s);
            self.w.type_params[p.0 as usize].constraint = bound;
        }
        let instance = self.w.instantiate(origin, types);
        if let ExprKind::Index { .. } = unparen_star(&recv.ty).kind {
            self.record_type_expr(unparen_star(&recv.ty), instance);
        }
        if !ptr {
            return instance;
        }
        let ty = self.w.new_type(Type::Pointer(instance));
        self.record_type_expr(&recv.ty, ty);
        ty
    }

    fn declare_receiver_param(&mut self, scope: ScopeId, ident: &golift_frontend::ast::Ident, obj: ObjId) {
        self.declare(scope, Some(ident), obj);
    }

    /// Reports a receiver of generic type without type parameters.
    pub(crate) fn reject_generic_receiver(&mut self, e: &'a Expr, ty: TypeId) -> TypeId {
        if self.w.is_generic(ty) {
            let msg = format!("cannot use generic type {} without instantiation", self.tstr(ty));
            self.error("WrongTypeArgCount", e.span.lo, msg);
            return Self::INVALID;
        }
        ty
    }

    /// Instantiates a generic type.
    pub(crate) fn instantiate_named(
        &mut self,
        e: &'a Expr,
        x: &'a Expr,
        generic: TypeId,
        args: Vec<TypeId>,
        places: &'a [Expr],
    ) -> TypeId {
        let &(Type::Named(origin) | Type::Alias(origin)) = self.w.ty(generic) else {
            return Self::INVALID;
        };
        let want = self.w.named_data(origin).tparams.len();
        if args.len() != want {
            let quality = if args.len() < want { "not enough" } else { "too many" };
            let name = self.w.obj(self.w.named_data(origin).obj).name;
            let msg = format!("{quality} type arguments for type {name}: have {}, want {want}", args.len());
            self.error("WrongTypeArgCount", x.span.lo, msg);
            return Self::INVALID;
        }
        let ty = self.w.instantiate(origin, args.clone());
        let pos = e.span.lo;
        if let Some(n) = self.w.as_named(ty) {
            // A qualified name stands where its dot does.
            let place = match &x.kind {
                ExprKind::Selector(_, sel) => Pos(sel.span.lo.0 - 1),
                _ => x.span.lo,
            };
            self.instance_places.entry(n).or_insert((ty, place));
        }
        self.later(move |c| {
            let tparams = c.w.named_data(origin).tparams.clone();
            c.verify(pos, &tparams, &args, places);
        });
        ty
    }

    /// Reports the first type argument that does not satisfy its constraint.
    fn verify(&mut self, pos: Pos, tparams: &[TypeParamId], targs: &[TypeId], places: &'a [Expr]) {
        for (i, (p, t)) in tparams.iter().zip(targs).enumerate() {
            let at = places.get(i).map_or(pos, |e| e.span.lo);
            self.record_instance(at, std::slice::from_ref(p), std::slice::from_ref(t));
        }
        let s = Substitution::new(tparams, targs);
        for (i, (&p, &t)) in tparams.iter().zip(targs).enumerate() {
            let written = self.w.type_param(p).constraint;
            let bound = if self.w.is_interface(written) { written } else { self.w.constraint_interface(p) };
            let bound = self.w.subst(bound, &s);
            self.complete_methods(t);
            if let Err(cause) = self.w.implements(t, bound, true, self.pkg) {
                let pos = places.get(i).map_or(pos, |e| e.span.lo);
                self.soft_error("InvalidTypeArg", pos, cause);
                return;
            }
            let pos = places.get(i).map_or(pos, |e| e.span.lo);
            if !self.allows(pos, 20) && self.w.needs_comparable(bound) && !self.w.is_comparable(t, false) {
                self.require(pos, 20, |c| format!("{} to satisfy comparable", c.tstr(t)));
                return;
            }
        }
    }

    /// Makes sure that the methods of a type of this package have their signatures.
    fn complete_methods(&mut self, ty: TypeId) {
        self.complete_named(ty);
        let base = self.w.deref(ty).0;
        if let Some(n) = self.w.as_named(base) {
            for m in self.w.declared_methods(n).to_vec() {
                self.obj_decl(m);
            }
        }
    }

    /// The signature with type arguments; verified later. Notes the instance at the function's name.
    fn instantiate_signature(
        &mut self,
        pos: Pos,
        fun: Option<&'a Expr>,
        sig: &Signature,
        targs: &[TypeId],
        places: &'a [Expr],
    ) -> Signature {
        let tparams = sig.tparams.clone();
        let plain = Signature { tparams: Vec::new(), ..sig.clone() };
        let s = Substitution::new(&tparams, targs);
        let result = self.w.subst_signature(&plain, &s).unwrap_or(plain);
        if let Some(id) = fun.and_then(instance_key) {
            self.w.info.instances.insert(id, targs.to_vec());
        }
        let targs = targs.to_vec();
        self.later(move |c| c.verify(pos, &tparams, &targs, places));
        result
    }

    /// The type arguments written in `f[A, B]`; `None` after an error.
    fn type_args(&mut self, indices: &'a [Expr]) -> Option<Vec<TypeId>> {
        let list: Vec<TypeId> = indices.iter().map(|i| self.var_type(i)).collect();
        (!list.iter().any(|&t| self.w.is_invalid(t))).then_some(list)
    }

    fn too_many_type_args(&mut self, indices: &'a [Expr], want: usize) {
        let msg = format!("got {} type arguments but want {want}", indices.len());
        let pos = indices.get(want).map_or(Pos::NONE, |e| e.span.lo);
        self.error("WrongTypeArgCount", pos, msg);
    }

    /// Instantiates a generic function value: `f[A, B]`, or `f` where a function type is expected.
    pub(crate) fn func_inst(
        &mut self,
        target: Option<TypeId>,
        x: &mut Operand<'a>,
        e: &'a Expr,
        indices: &'a [Expr],
    ) {
        let assigned = indices.is_empty() && self.allows(e.span.lo, 18);
        let at = match &e.kind {
            ExprKind::Index { lbrack, .. } if !indices.is_empty() => *lbrack,
            _ => e.span.lo,
        };
        let (minor, what) = match assigned {
            true => (21, "implicitly instantiated function in assignment"),
            false => (18, "function instantiation"),
        };
        if !self.require(at, minor, |_| what.into()) {
            return x.spoil();
        }
        let Some(mut targs) = self.type_args(indices) else {
            return x.spoil();
        };
        let Some(sig) = self.w.as_signature(x.ty).cloned() else {
            return x.spoil();
        };
        let want = sig.tparams.len();
        if targs.len() > want {
            self.too_many_type_args(indices, want);
            return x.spoil();
        }
        if targs.len() < want {
            let (tparams, renamed) = self.rename_type_params(&sig.tparams, &sig);
            let target_name = std::mem::take(&mut self.target_name);
            let mut params = Vec::new();
            let mut args = Vec::new();
            if target.is_none_or(|t| self.w.as_signature(t).is_none()) && indices.is_empty() {
                self.non_generic(x);
                return;
            }
            if let Some(t) = target.filter(|&t| self.w.as_signature(t).is_some()) {
                let plain = Signature { recv: None, recv_tparams: Vec::new(), ..renamed };
                params.push(self.w.new_type(Type::Signature(plain)));
                args.push(Operand::value(t, Some(e)));
            }
            let what = Inference { pos: at, tparams: &tparams, targs: &targs, params: &params, reverse: Some(&target_name) };
            match self.infer(&what, &args) {
                Ok(Some(all)) => targs = all,
                Ok(None) => return x.spoil(),
                Err((pos, text)) => {
                    self.error("CannotInferTypeArgs", pos, text);
                    return x.spoil();
                }
            }
        }
        let pos = e.span.lo;
        let inst = self.instantiate_signature(pos, x.expr, &sig, &targs, indices);
        let ty = self.w.new_type(Type::Signature(inst));
        x.set_value(ty);
    }

    /// Takes `f[A]`, an argument with fewer type arguments than `f` has parameters, as generic; false if it is not.
    pub(crate) fn partial_instance(&mut self, x: &mut Operand<'a>, e: &'a Expr, indices: &'a [Expr]) -> bool {
        let Some(want) = self.generic_value(x).map(|sig| sig.tparams.len()) else { return false };
        if indices.len() >= want || !self.require(e.span.lo, 18, |_| "function instantiation".into()) {
            return false;
        }
        match self.type_args(indices) {
            Some(args) => {
                self.partial_args.insert(e.id, args);
            }
            None => x.spoil(),
        }
        true
    }

    /// Names the target of the expression that is checked next, for messages about inference from it.
    pub(crate) fn name_target(&mut self, target: Option<TypeId>, name: impl FnOnce(&Self) -> String) {
        if target.is_some_and(|t| self.w.as_signature(t).is_some()) {
            self.target_name = name(self);
        }
    }

    /// Checks a call of a generic function, or with generic functions as arguments; the result is the instantiated
    /// signature.
    pub(crate) fn generic_call(
        &mut self,
        x: &mut Operand<'a>,
        call: &'a Expr,
        sig: Signature,
        type_args: Option<(&'a Expr, &'a [Expr])>,
        mut args: Vec<Operand<'a>>,
    ) -> Option<Signature> {
        let ExprKind::Call { fun, lparen, .. } = &call.kind else {
            return None;
        };
        let indices: &'a [Expr] = type_args.map_or(&[], |(_, i)| i);
        let targs = self.type_args(indices)?;
        if !self.allows(call.span.lo, 18) && !sig.tparams.is_empty() {
            let what = if indices.is_empty() { "implicit function instantiation" } else { "function instantiation" };
            self.require(call.span.lo, 18, |_| what.into());
        }
        let want = sig.tparams.len();
        if targs.len() > want {
            self.too_many_type_args(indices, want);
            return None;
        }
        // With all type arguments given, arguments are those of a plain function.
        let (mut tparams, renamed) = if targs.len() == want {
            (Vec::new(), self.instantiate_signature(*lparen, Some(fun), &sig, &targs, indices))
        } else {
            self.rename_type_params(&sig.tparams, &sig)
        };
        let known = if targs.len() == want { Vec::new() } else { targs.clone() };
        let params = self.match_params(call, &renamed, &args)?;
        if args.iter().any(Operand::bad) {
            return None;
        }
        let callee = tparams.len();
        let mut generic_args: Vec<(usize, Signature, usize, Vec<TypeId>)> = Vec::new();
        for (i, a) in args.iter_mut().enumerate() {
            let Some(asig) = self.generic_value(a) else {
                continue;
            };
            // Only a parameter of function type, or one that is to be inferred, helps.
            let (fresh, arenamed) = self.rename_type_params(&asig.tparams, &asig);
            let given = a.expr.and_then(|e| self.partial_args.get(&e.id)).cloned().unwrap_or_default();
            let typed = self.w.as_signature(params[i]).is_some() && !self.w.is_type_param(params[i]);
            if !typed {
                self.non_generic(a);
                return None;
            }
            let needed = given.len() < asig.tparams.len() && given.is_empty();
            if needed {
                self.require(a.pos(), 21, |_| "implicitly instantiated function as argument".into());
            }
            let open = fresh[given.len()..].to_vec();
            let s = Substitution::new(&fresh[..given.len()], &given);
            for &p in &open {
                let bound = self.w.subst(self.w.type_param(p).constraint, &s);
                self.w.type_params[p.0 as usize].constraint = bound;
            }
            generic_args.push((i, asig, tparams.len(), given));
            tparams.extend(&open);
            let plain = Signature { recv: None, recv_tparams: Vec::new(), tparams: Vec::new(), ..arenamed };
            let plain = self.w.subst_signature(&plain, &s).unwrap_or(plain);
            a.ty = self.w.new_type(Type::Signature(Signature { tparams: open, ..plain }));
        }
        let result = if tparams.is_empty() {
            renamed.clone()
        } else {
            let what =
                Inference { pos: *lparen, tparams: &tparams, targs: &known, params: &params, reverse: None };
            let all = match self.infer(&what, &args) {
                Ok(Some(all)) => all,
                Ok(None) => return None,
                Err((pos, text)) => {
                    let msg = format!("in call to {}, {text}", expr_string(fun));
                    self.error("CannotInferTypeArgs", pos, msg);
                    return None;
                }
            };
            for (i, asig, first, given) in &generic_args {
                let mut targs = given.clone();
                targs.extend(&all[*first..first + asig.tparams.len() - given.len()]);
                let inst = self.instantiate_signature(args[*i].pos(), args[*i].expr, asig, &targs, &[]);
                args[*i].ty = self.w.new_type(Type::Signature(inst));
                if let Some(e) = args[*i].expr {
                    self.record_type_and_value(e, Mode::Value, args[*i].ty, None);
                }
            }
            if callee > 0 {
                self.instantiate_signature(*lparen, Some(fun), &sig, &all[..callee], indices)
            } else {
                renamed.clone()
            }
        };
        x.ty = self.w.new_type(Type::Signature(result.clone()));
        self.record_type_and_value(fun, Mode::Value, x.ty, None);
        if let ExprKind::Index { x: inner, .. } = &unparen(fun).kind {
            self.record_type_and_value(inner, Mode::Value, x.ty, None);
        }
        let params = self.match_params(call, &result, &args)?;
        let context = format!("argument to {}", expr_string(fun));
        for (a, &p) in args.iter_mut().zip(&params) {
            self.assignment(a, Some(p), &context);
        }
        Some(result)
    }
}

/// Behind the stars and parentheses of a receiver type.
fn unparen_star(e: &Expr) -> &Expr {
    let mut e = unparen(e);
    while let ExprKind::Star(x) = &e.kind {
        e = unparen(x);
    }
    e
}

/// The node at which an instance is noted: the function's name, or the selected name.
fn instance_key(e: &Expr) -> Option<golift_frontend::ast::NodeId> {
    match &unparen(e).kind {
        ExprKind::Name(_) => Some(unparen(e).id),
        ExprKind::Selector(_, sel) => Some(sel.id),
        ExprKind::Index { x, .. } => instance_key(x),
        _ => None,
    }
}
