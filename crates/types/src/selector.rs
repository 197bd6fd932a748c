//! Selector expressions: qualified identifiers, fields, method values and method expressions (spec, Selectors).

use crate::check::Checker;
use golift_frontend::expr_string;
use crate::info::{Mode, Selection, SelectionKind};
use crate::lookup::{Lookup, LookupQuery};
use crate::object::{ObjId, ObjKind, VarKind};
use crate::operand::Operand;
use crate::types::{Param, Signature, Type, TypeId};
use golift_base::Symbol;
use golift_frontend::ast::{Expr, ExprKind, Ident};

impl<'a> Checker<'a> {
    /// Checks `x.sel`. With `want_type` it must be a type.
    pub(crate) fn selector(&mut self, x: &mut Operand<'a>, e: &'a Expr, want_type: bool) {
        let ExprKind::Selector(inner, sel) = &e.kind else { return };
        self.select_member(x, e, inner, sel, want_type);
        if x.bad() {
            x.ty = Self::INVALID;
        }
        x.expr = Some(e);
    }

    fn select_member(&mut self, x: &mut Operand<'a>, e: &'a Expr, inner: &'a Expr, sel: &'a Ident, want_type: bool) {
        if let ExprKind::Name(name) = inner.kind
            && let Some((_, obj)) = self.w.lookup_parent(self.env.scope, name)
            && let ObjKind::PkgName(pkg) = self.w.obj(obj).kind
        {
            self.record_use(inner.id, obj);
            self.w.obj_mut(obj).used = true;
            self.qualified_ident(x, e, sel, pkg);
            return;
        }
        self.expr_or_type(x, inner, false);
        match x.mode {
            Mode::Invalid => return,
            Mode::Builtin => {
                let msg = format!("invalid use of {} in selector expression", self.opstr(x));
                self.error("UncalledBuiltin", inner.span.hi, msg);
                x.spoil();
                return;
            }
            _ => {}
        }
        if sel.name.is_blank() {
            self.selector_error(x, sel, &Lookup::NotFound);
            x.spoil();
            return;
        }
        if !self.complete_named(x.ty) {
            x.spoil();
            return;
        }
        if want_type {
            self.error("NotAType", sel.span.lo, format!("{} is not a type", expr_string(e)));
            x.spoil();
            return;
        }
        if self.w.is_untyped(x.ty) && !x.is_nil() {
            self.materialize(x);
        }
        let found = match self.w.select(x.ty, x.mode == Mode::Variable, Some(self.pkg), sel.name) {
            Lookup::Found(f) => f,
            failure => {
                self.selector_error(x, sel, &failure);
                x.spoil();
                return;
            }
        };
        let obj = found.obj;
        if matches!(self.w.obj(obj).kind, ObjKind::Func(_)) {
            self.obj_decl(obj);
        }
        let recv = x.ty;
        let is_method = matches!(self.w.obj(obj).kind, ObjKind::Func(_));
        let kind = match (x.mode == Mode::Type, is_method) {
            (true, true) => SelectionKind::MethodExpr,
            (true, false) => {
                let msg = format!(
                    "operand for field selector {} must be value of type {}",
                    sel.name,
                    self.tstr(x.ty)
                );
                self.error("MissingFieldOrMethod", inner.span.lo, msg);
                x.spoil();
                return;
            }
            (false, true) => SelectionKind::Method,
            (false, false) => SelectionKind::Field,
        };
        let ty = self.member_type(recv, obj, &found.path);
        self.record_use(sel.id, obj);
        let indirect = found.indirect;
        self.w.info.selections.insert(e.id, Selection { kind, recv, obj, path: found.path, indirect });
        match kind {
            SelectionKind::Field => {
                x.mode =
                    if x.mode == Mode::Variable || indirect || self.w.pointer_elem(recv).is_some() {
                        Mode::Variable
                    } else {
                        Mode::Value
                    };
                x.val = None;
                x.ty = ty;
            }
            SelectionKind::Method => {
                x.set_value(ty);
                if let Type::Signature(sig) = self.w.ty(ty)
                    && sig.recv.is_some()
                {
                    let sig = Signature { recv: None, ..sig.clone() };
                    x.ty = self.w.new_type(Type::Signature(sig));
                }
                self.add_method_dep(obj);
            }
            SelectionKind::MethodExpr => {
                let ty = self.method_expr_type(recv, ty);
                x.set_value(ty);
                self.add_method_dep(obj);
            }
        }
        if self.w.is_invalid(x.ty) {
            x.spoil();
        }
    }

    /// Notes that the declaration needs a method. As in the official compiler, methods of instances do not count for the
    /// order of initialisation.
    fn add_method_dep(&mut self, method: ObjId) {
        if self.w.as_signature(self.w.obj(method).ty).is_none_or(|s| s.recv_tparams.is_empty()) {
            self.add_dep(method);
        }
    }

    /// The function type of `T.m`: the receiver is the first parameter.
    fn method_expr_type(&mut self, recv: TypeId, method: TypeId) -> TypeId {
        let Type::Signature(sig) = self.w.ty(method) else { return Self::INVALID };
        let mut sig = sig.clone();
        let named = sig.params.first().is_some_and(|p| !self.w.obj(p.obj).name.as_str().is_empty());
        let name = match (named, &sig.recv) {
            (true, Some(r)) if !self.w.obj(r.obj).name.as_str().is_empty() => self.w.obj(r.obj).name,
            (true, _) => Symbol::new("_"),
            (false, _) => Symbol::new(""),
        };
        let pos = sig.recv.as_ref().map_or(golift_base::Pos::NONE, |r| self.w.obj(r.obj).pos);
        let obj = self.new_var(VarKind::Param, name, pos, recv);
        sig.params.insert(0, Param { obj, ty: recv });
        sig.recv = None;
        sig.recv_tparams = Vec::new();
        self.w.new_type(Type::Signature(sig))
    }

    fn qualified_ident(&mut self, x: &mut Operand<'a>, e: &'a Expr, sel: &'a Ident, pkg: crate::PkgId) {
        x.spoil();
        let scope = self.w.package(pkg).scope;
        // The official compiler's export data has unexported types, if any, but no other unexported names.
        let visible = |o: &ObjId| sel.name.is_exported() || matches!(self.w.obj(*o).kind, ObjKind::TypeName);
        let Some(obj) = self.w.lookup(scope, sel.name).filter(visible) else {
            if self.fake_packages.contains(&pkg) {
                return;
            }
            let lower = sel.name.as_str().to_lowercase();
            let order = self.w.scopes[scope.0 as usize].order.iter();
            let similar = order
                .map(|&o| self.w.obj(o).name)
                .find(|n| n.is_exported() && n.as_str().to_lowercase() == lower);
            let hint = similar.map_or(String::new(), |n| format!(" (but have {n})"));
            let msg = format!("undefined: {}{hint}", expr_string(e));
            self.error("UndeclaredImportedName", sel.span.lo, msg);
            return;
        };
        if !sel.name.is_exported() {
            let msg = format!("name {} not exported by package {}", sel.name, self.w.package(pkg).name);
            self.error("UnexportedName", sel.span.lo, msg);
        }
        self.record_use(sel.id, obj);
        let o = self.w.obj(obj);
        x.ty = o.ty;
        match o.kind.clone() {
            ObjKind::Const(val) => {
                x.mode = Mode::Constant;
                x.val = Some(val);
            }
            ObjKind::TypeName => x.mode = Mode::Type,
            ObjKind::Var(_) => x.mode = Mode::Variable,
            ObjKind::Func(_) => x.mode = Mode::Value,
            ObjKind::Builtin(b) => {
                x.mode = Mode::Builtin;
                x.builtin = Some(b);
                return;
            }
            _ => return,
        }
        if self.w.is_invalid(x.ty) {
            x.spoil();
        }
    }

    fn selector_error(&mut self, x: &Operand<'a>, sel: &'a Ident, failure: &Lookup) {
        if matches!(self.w.under(x.ty), Type::Basic(crate::Basic::Invalid)) {
            return;
        }
        let (t, name, pos) = (self.tstr(x.ty), sel.name, sel.span.lo);
        match failure {
            Lookup::Ambiguous => {
                let msg = format!("ambiguous selector {}.{name}", self.operand_expr_string(x));
                self.error("AmbiguousSelector", pos, msg);
            }
            Lookup::PointerReceiver(_) => {
                let msg = if x.mode == Mode::Type {
                    format!("invalid method expression {t}.{name} (needs pointer receiver (*{t}).{name})")
                } else {
                    format!("cannot call pointer method {name} on {t}")
                };
                self.error("InvalidMethodExpr", pos, msg);
            }
            _ => {
                let interface_ptr =
                    self.w.pointer_elem(x.ty).filter(|&b| self.w.is_interface(b) || self.w.is_type_param(b));
                let why = match interface_ptr {
                    Some(b) if self.w.is_type_param(b) => {
                        format!("type {t} is pointer to type parameter, not type parameter")
                    }
                    Some(_) => format!("type {t} is pointer to interface, not interface"),
                    None => {
                        let query = LookupQuery {
                            addressable: x.mode == Mode::Variable,
                            pkg: Some(self.pkg),
                            name,
                            fold_case: true,
                        };
                        let alt = match self.w.lookup_field_or_method(x.ty, query) {
                            Lookup::Found(f) => Some(f.obj),
                            _ => None,
                        };
                        self.lookup_error(x.ty, name, alt, false)
                    }
                };
                let msg = format!("{}.{name} undefined ({why})", self.operand_expr_string(x));
                self.error("MissingFieldOrMethod", pos, msg);
            }
        }
    }

    /// Why a field or method was not found; `alt` is one of similar name.
    pub(crate) fn lookup_error(&self, ty: TypeId, sel: Symbol, alt: Option<ObjId>, literal: bool) -> String {
        enum Case {
            Missing,
            Misspelled,
            Unexported,
            Inaccessible,
        }
        let tail = |s: Symbol| {
            let text = s.as_str();
            text.char_indices().nth(1).map_or("", |(i, _)| &text[i..])
        };
        let mut case = Case::Missing;
        let mut name = Symbol::new("");
        let mut what = "field";
        if let Some(alt) = alt {
            let o = self.w.obj(alt);
            name = o.name;
            if matches!(o.kind, ObjKind::Func(_)) {
                what = "method";
            }
            if o.pkg == Some(self.pkg) {
                case = Case::Misspelled;
            } else if name.is_exported() {
                case = Case::Misspelled;
            } else if tail(name) == tail(sel) {
                case = if name == sel { Case::Inaccessible } else { Case::Unexported };
            }
        }
        let t = self.tstr(ty);
        match (case, literal) {
            (Case::Missing, true) => format!("unknown field {sel} in struct literal of type {t}"),
            (Case::Misspelled, true) => {
                format!("unknown field {sel} in struct literal of type {t}, but does have {name}")
            }
            (Case::Unexported, true) => {
                format!("unknown field {sel} in struct literal of type {t}, but does have unexported {name}")
            }
            (Case::Inaccessible, true) => {
                format!("cannot refer to unexported field {name} in struct literal of type {t}")
            }
            (Case::Missing, false) => format!("type {t} has no field or method {sel}"),
            (Case::Misspelled, false) => {
                format!("type {t} has no field or method {sel}, but does have {what} {name}")
            }
            (Case::Unexported, false) => {
                format!("type {t} has no field or method {sel}, but does have unexported {what} {name}")
            }
            (Case::Inaccessible, false) => format!("cannot refer to unexported {what} {name}"),
        }
    }
}
