//! Declarations in function bodies, the numbers of names and values, and unused variables.
//! (Spec, Declarations and scope; Constant declarations; Variable declarations.)

use crate::check::Checker;
use crate::constant::Const;
use crate::object::{ObjId, ObjKind, VarKind};
use crate::types::Type;
use golift_base::Pos;
use golift_frontend::ast::{Decl, Expr, ValueSpec};

impl<'a> Checker<'a> {
    /// Checks the local declarations of one `var`, `const` or `type` statement.
    pub(crate) fn decl_stmt(&mut self, decls: &'a [Decl]) {
        let mut last: Option<&'a ValueSpec> = None;
        for d in decls {
            match d {
                Decl::Const(spec) => {
                    if last.is_some_and(|l| l.group != spec.group) || spec.ty.is_some() || !spec.values.is_empty() {
                        last = Some(spec);
                    }
                    self.local_const(spec, last);
                }
                Decl::Var(spec) => self.local_var(spec),
                Decl::Type(spec) => {
                    let obj = self.new_obj(ObjKind::TypeName, spec.name.name, spec.name.span.lo, Self::INVALID);
                    let scope = self.env.scope;
                    self.declare(scope, Some(&spec.name), obj);
                    if spec.alias {
                        self.local_aliases.insert(obj);
                    }
                    self.push_obj(obj);
                    self.type_decl(obj, spec);
                    self.pop_obj();
                    self.note_enclosing_params(obj);
                }
                Decl::Func(_) => {}
            }
        }
    }

    /// A type declared in a generic function is another type in each instance: notes the function's type parameters.
    fn note_enclosing_params(&mut self, obj: ObjId) {
        let Type::Named(n) = *self.w.ty(self.w.obj(obj).ty) else { return };
        let mut params = Vec::new();
        let mut at = Some(self.env.scope);
        while let Some(scope) = at {
            let scope = &self.w.scopes[scope.0 as usize];
            for &o in &scope.order {
                if let Type::TypeParam(p) = *self.w.ty(self.w.obj(o).ty)
                    && matches!(self.w.obj(o).kind, ObjKind::TypeName)
                    && !params.contains(&p)
                {
                    params.push(p);
                }
            }
            at = scope.parent;
        }
        if !params.is_empty() {
            self.w.note_local_type(n, params);
        }
    }

    fn local_const(&mut self, spec: &'a ValueSpec, last: Option<&'a ValueSpec>) {
        let top = self.delayed.len();
        let inherited = spec.ty.is_none() && spec.values.is_empty();
        let source = if inherited { last } else { Some(spec) };
        let mut objs = Vec::with_capacity(spec.names.len());
        for (i, name) in spec.names.iter().enumerate() {
            let obj = self.new_obj(ObjKind::Const(Const::Unknown), name.name, name.span.lo, Self::INVALID);
            let outer = self.env.iota.replace(spec.iota);
            let init = source.and_then(|s| s.values.get(i));
            self.const_decl(obj, source.and_then(|s| s.ty.as_ref()), init, inherited);
            self.env.iota = outer;
            objs.push(obj);
        }
        self.check_arity(spec, source.map_or(&[][..], |s| &s.values), true, inherited);
        self.process_delayed(top);
        let scope = self.env.scope;
        for (name, obj) in spec.names.iter().zip(objs) {
            self.declare(scope, Some(name), obj);
        }
    }

    fn local_var(&mut self, spec: &'a ValueSpec) {
        let top = self.delayed.len();
        let objs: Vec<ObjId> = spec
            .names
            .iter()
            .map(|n| self.new_var(VarKind::Local, n.name, n.span.lo, Self::INVALID))
            .collect();
        let (l, r) = (spec.names.len(), spec.values.len());
        for (i, &obj) in objs.iter().enumerate() {
            let (init, lhs) = match r {
                _ if r == l => (spec.values.get(i), None),
                1 => (spec.values.first(), Some(&objs[..])),
                _ => (spec.values.get(i), None),
            };
            if r == 1 && i > 0 {
                break;
            }
            self.var_decl(obj, lhs, spec.ty.as_ref(), init);
            if r == 0 && i == 0 && l > 1 {
                // One type expression for all: it is only checked once.
                let t = self.w.obj(obj).ty;
                for &o in &objs[1..] {
                    self.w.obj_mut(o).ty = t;
                }
                break;
            }
        }
        if r != 1 || l == 1 {
            self.check_arity(spec, &spec.values, false, false);
        }
        self.process_delayed(top);
        for (name, obj) in spec.names.iter().zip(objs) {
            self.record_def(name.id, obj);
            self.declare_local(obj);
        }
    }

    /// Reports missing and superfluous initial values.
    pub(crate) fn check_arity(&mut self, spec: &'a ValueSpec, inits: &'a [Expr], constant: bool, inherited: bool) {
        let (l, r) = (spec.names.len(), inits.len());
        let code = "WrongAssignCount";
        if l < r {
            let extra = &inits[l];
            if inherited {
                let msg = format!("extra init expr at {}", self.pos_str(extra.span.lo));
                self.error(code, spec.span.lo, msg);
            } else {
                let msg = format!("extra init expr {}", golift_frontend::expr_string(extra));
                self.error(code, extra.span.lo, msg);
            }
        } else if l > r && (constant || r > 1) {
            let name = &spec.names[r];
            self.error(code, name.span.lo, format!("missing init expr for {}", name.name));
        }
    }

    /// Reports every local variable of a function that was never used.
    pub(crate) fn unused_locals(&mut self, locals: &[ObjId]) {
        for &v in locals {
            let o = self.w.obj(v);
            if !o.used && !o.name.is_blank() {
                let (pos, name): (Pos, _) = (o.pos, o.name);
                self.soft_error("UnusedVar", pos, format!("declared and not used: {name}"));
            }
        }
    }
}
