//! Function types: parameters, results, receivers (spec, Function types; Method declarations).

use crate::check::Checker;
use golift_frontend::unparen;
use crate::object::{ScopeId, VarKind};
use crate::types::{Basic, Param, Signature, Type, TypeId};
use golift_base::{Pos, Symbol};
use golift_frontend::ast::{Expr, ExprKind, Field, FuncDecl, FuncType};

impl<'a> Checker<'a> {
    /// Checks a function type; returns it with the scope that declares its parameters.
    pub(crate) fn func_type(&mut self, ty: &'a FuncType, decl: Option<&'a FuncDecl>) -> (TypeId, ScopeId) {
        let outer = self.open_scope();
        let scope = self.env.scope;
        self.w.scopes[scope.0 as usize].is_func = true;
        let mut sig = Signature::default();
        if let Some(decl) = decl {
            if let Some(recv) = &decl.recv {
                self.collect_receiver(&mut sig, recv, scope);
            }
            if let Some(first) = decl.tparams.first() {
                let (minor, what) = if decl.recv.is_some() { (27, "generic method") } else { (18, "type parameter") };
                self.require(crate::decl::tparam_pos(first), minor, |_| what.into());
                sig.tparams = self.collect_type_params(&decl.tparams);
            }
        }
        // Types are resolved first, then all names are declared: a parameter's name is not visible in the list.
        let (params, variadic) = self.collect_params(&ty.params, VarKind::Param, true);
        let (results, _) = self.collect_params(&ty.results, VarKind::Result, false);
        if let (Some(recv), Some(name)) = (&sig.recv, decl.and_then(|d| d.recv.as_ref()?.names.first())) {
            let obj = recv.obj;
            self.declare(scope, Some(name), obj);
        }
        for (field, obj) in params.names.iter().chain(&results.names) {
            self.declare(scope, Some(field), *obj);
        }
        sig.params = params.list;
        sig.results = results.list;
        sig.variadic = variadic;
        self.env.scope = outer;
        (self.w.new_type(Type::Signature(sig)), scope)
    }

    fn collect_params(&mut self, fields: &'a [Field], kind: VarKind, variadic_ok: bool) -> (Params<'a>, bool) {
        let mut out = Params { list: Vec::new(), names: Vec::new() };
        let mut variadic = false;
        let last = fields.len().wrapping_sub(1);
        for (i, f) in fields.iter().enumerate() {
            let mut ty = match &f.ty.kind {
                ExprKind::Ellipsis(Some(elem)) => {
                    let elem = self.var_type(elem);
                    if variadic_ok && i == last && f.names.len() <= 1 {
                        variadic = true;
                    } else {
                        self.soft_error(
                            "MisplacedDotDotDot",
                            f.ty.span.lo,
                            "can only use ... with final parameter in list",
                        );
                    }
                    elem
                }
                _ => self.var_type(&f.ty),
            };
            if variadic && i == last {
                ty = self.w.new_type(Type::Slice(ty));
                self.record_type_expr(&f.ty, ty);
            }
            if f.names.is_empty() {
                let obj = self.new_var(kind, Symbol::new(""), f.ty.span.lo, ty);
                self.record_implicit(f.id, obj);
                out.list.push(Param { obj, ty });
            }
            for name in &f.names {
                let obj = self.new_var(kind, name.name, name.span.lo, ty);
                // Parameters are never reported as unused.
                self.w.obj_mut(obj).used = true;
                out.names.push((name, obj));
                out.list.push(Param { obj, ty });
            }
        }
        (out, variadic)
    }

    fn collect_receiver(&mut self, sig: &mut Signature, recv: &'a Field, scope: ScopeId) {
        let (_, _, targs) = receiver_base(&recv.ty);
        let ty = if targs.is_empty() {
            let ty = self.generic_type_or_type(&recv.ty);
            self.reject_generic_receiver(&recv.ty, ty)
        } else {
            self.generic_receiver(sig, recv, scope)
        };
        let name = recv.names.first();
        let pos = name.map_or(recv.ty.span.lo, |n| n.span.lo);
        let obj = self.new_var(VarKind::Recv, name.map_or(Symbol::new(""), |n| n.name), pos, ty);
        self.w.obj_mut(obj).used = true;
        if name.is_none() {
            self.record_implicit(recv.id, obj);
        }
        sig.recv = Some(Param { obj, ty });
        let tpos = match &unparen(&recv.ty).kind {
            ExprKind::Star(x) => unparen(x).span.lo,
            _ => unparen(&recv.ty).span.lo,
        };
        let written = !targs.is_empty();
        self.later(move |c| {
            let base = c.w.deref(ty).0;
            match c.w.as_named(base) {
                Some(n) if !written && c.w.named_data(n).origin.is_some() => {
                    let msg = format!("cannot define new methods on instantiated type {}", c.tstr(c.w.unalias(base)));
                    c.error("BadRecv", tpos, msg);
                }
                _ => c.check_receiver(tpos, ty),
            }
        });
    }

    /// Reports receiver types that cannot have methods.
    fn check_receiver(&mut self, pos: Pos, recv: TypeId) {
        let ty = self.w.unalias(recv);
        let base = match *self.w.ty(ty) {
            Type::Pointer(b) => self.w.unalias(b),
            _ => ty,
        };
        // Messages show the name as it is written, aliases included.
        let written = match *self.w.ty(ty) {
            Type::Pointer(b) => b,
            _ => recv,
        };
        if self.w.is_invalid(base) {
            return;
        }
        if let Some(n) = self.w.as_named(base) {
            let obj = self.w.named_data(n).obj;
            let name = self.tstr(base);
            if self.w.obj(obj).pkg != Some(self.pkg) {
                let msg = format!("cannot define new methods on non-local type {}", self.tstr(written));
                self.error("InvalidRecv", pos, msg);
                return;
            }
            let cause = match self.w.under(base) {
                Type::Basic(Basic::UnsafePointer) => "unsafe.Pointer",
                Type::Pointer(_) | Type::Interface { .. } => "pointer or interface type",
                _ => return,
            };
            self.error("InvalidRecv", pos, format!("invalid receiver type {name} ({cause})"));
        } else if let Type::Basic(_) = self.w.ty(base) {
            let msg = format!("cannot define new methods on non-local type {}", self.tstr(written));
            self.error("InvalidRecv", pos, msg);
        } else {
            self.error("InvalidRecv", pos, format!("invalid receiver type {}", self.tstr(recv)));
        }
    }
}

struct Params<'a> {
    list: Vec<Param>,
    names: Vec<(&'a golift_frontend::ast::Ident, crate::object::ObjId)>,
}

/// The base type expression of a receiver, whether it stands behind a pointer, and its type parameters.
pub(crate) fn receiver_base(e: &Expr) -> (&Expr, bool, &[Expr]) {
    let mut e = unparen(e);
    let mut ptr = false;
    if let ExprKind::Star(x) = &e.kind {
        ptr = true;
        e = unparen(x);
    }
    match &e.kind {
        ExprKind::Index { x, indices, .. } => (unparen(x), ptr, indices),
        _ => (e, ptr, &[]),
    }
}
