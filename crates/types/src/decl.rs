//! Declarations: constants, variables, types, functions and methods, checked when first needed.
//!
//! An object is grey while its declaration is being checked; meeting a grey object again is a cycle, which is an
//! error unless a type definition breaks it. (Spec, Declarations and scope; Type declarations.)

use crate::assignments::{InitContext, InitVar};
use crate::check::{Checker, Color, Env, ObjSet};
use crate::constant::Const;
use crate::info::Mode;
use crate::object::{ObjId, ObjKind, ScopeId};
use crate::operand::Operand;
use crate::types::{Basic, Type, TypeId};
use golift_frontend::ast::{Expr, FuncDecl, TypeSpec};
use std::rc::Rc;

/// A package-level object's declaration.
pub(crate) struct DeclInfo<'a> {
    /// The scope of the file that it stands in.
    pub(crate) scope: ScopeId,
    pub(crate) kind: DeclKind<'a>,
    /// The package-level objects that the declaration mentions.
    pub(crate) deps: ObjSet,
}

/// What a declaration consists of.
#[derive(Clone)]
pub(crate) enum DeclKind<'a> {
    /// A constant; `inherited`: type and value are repeated from an earlier spec.
    Const { ty: Option<&'a Expr>, init: Option<&'a Expr>, iota: u32, inherited: bool },
    /// A variable. `lhs`: all variables of an n:1 initialisation.
    Var { ty: Option<&'a Expr>, init: Option<&'a Expr>, lhs: Option<Rc<[ObjId]>>, place: (u32, u32, u32) },
    Type(&'a TypeSpec),
    Func(&'a FuncDecl),
}

impl<'a> Checker<'a> {
    /// Checks the declaration of an object unless that is done; reports cycles.
    pub(crate) fn obj_decl(&mut self, obj: ObjId) {
        let o = self.w.obj(obj);
        // Everything but type names is complete once it has a type.
        let is_type = matches!(o.kind, ObjKind::TypeName);
        if o.pkg != Some(self.pkg) || !is_type && o.ty != Self::INVALID {
            return;
        }
        match self.colors.get(&obj) {
            Some(Color::Black) => {}
            Some(&Color::Grey(start)) => {
                let ok = self.valid_cycle(start as usize);
                let o = self.w.obj_mut(obj);
                if !ok && !matches!(o.kind, ObjKind::Func(_)) {
                    o.ty = Self::INVALID;
                }
            }
            None => {
                let Some(info) = self.decls.get(&obj) else { return };
                let (scope, kind) = (info.scope, info.kind.clone());
                self.push_obj(obj);
                let env = std::mem::replace(&mut self.env, Env::new(scope));
                self.env.decl = Some(obj);
                match kind {
                    DeclKind::Const { ty, init, iota, inherited } => {
                        self.env.iota = Some(iota);
                        self.const_decl(obj, ty, init, inherited);
                    }
                    DeclKind::Var { ty, init, lhs, .. } => self.var_decl(obj, lhs.as_deref(), ty, init),
                    DeclKind::Type(spec) => {
                        // A type's dependencies do not matter for initialisation.
                        self.env.decl = None;
                        self.type_decl(obj, spec);
                    }
                    DeclKind::Func(decl) => self.func_decl(obj, decl),
                }
                self.env = env;
                self.pop_obj();
            }
        }
    }

    pub(crate) fn push_obj(&mut self, obj: ObjId) {
        self.colors.insert(obj, Color::Grey(self.obj_path.len() as u32));
        self.obj_path.push(obj);
    }

    pub(crate) fn pop_obj(&mut self) {
        if let Some(obj) = self.obj_path.pop() {
            self.colors.insert(obj, Color::Black);
        }
    }

    /// Notes that the current declaration mentions a package-level object.
    pub(crate) fn add_dep(&mut self, obj: ObjId) {
        if let Some(from) = self.env.decl
            && self.w.obj(obj).pkg == Some(self.pkg)
            && self.decls.contains_key(&obj)
            && let Some(info) = self.decls.get_mut(&from)
        {
            info.deps.insert(obj);
        }
    }

    fn is_alias_decl(&self, obj: ObjId) -> bool {
        match self.decls.get(&obj) {
            Some(DeclInfo { kind: DeclKind::Type(spec), .. }) => spec.alias,
            _ => self.local_aliases.contains(&obj) || matches!(self.w.ty(self.w.obj(obj).ty), Type::Alias(_)),
        }
    }

    fn valid_cycle(&mut self, start: usize) -> bool {
        let cycle: Vec<ObjId> = self.obj_path[start..].to_vec();
        let (mut values, mut definitions) = (0, 0);
        for &obj in &cycle {
            match self.w.obj(obj).kind {
                ObjKind::Const(_) | ObjKind::Var(_) => values += 1,
                ObjKind::TypeName => {
                    if self.env.in_tparam_list && self.w.is_generic(self.w.obj(obj).ty) {
                        return true;
                    }
                    if !self.is_alias_decl(obj) {
                        definitions += 1;
                    }
                }
                _ => {}
            }
        }
        // Cycles of constants and variables only are reported with the initialisation order.
        if values == cycle.len() || values == 0 && definitions > 0 {
            return true;
        }
        self.cycle_error(&cycle);
        false
    }

    /// Reports a cycle of declarations, beginning with the one that stands first in the source.
    pub(crate) fn cycle_error(&mut self, cycle: &[ObjId]) {
        let first = (0..cycle.len()).min_by_key(|&i| self.w.obj(cycle[i]).pos).unwrap_or(0);
        let obj = cycle[first];
        let (name, pos) = (self.w.obj(obj).name, self.w.obj(obj).pos);
        let is_type = matches!(self.w.obj(obj).kind, ObjKind::TypeName);
        if cycle.len() == 1 {
            let msg = if is_type {
                format!("invalid recursive type: {name} refers to itself")
            } else {
                format!("invalid cycle in declaration: {name} refers to itself")
            };
            self.error("InvalidDeclCycle", pos, msg);
            return;
        }
        let mut msg = if is_type {
            format!("invalid recursive type {name}")
        } else {
            format!("invalid cycle in declaration of {name}")
        };
        for k in 0..cycle.len() {
            let from = self.w.obj(cycle[(first + k) % cycle.len()]);
            let to = self.w.obj(cycle[(first + k + 1) % cycle.len()]).name;
            msg.push_str(&format!("\n\t{}: {} refers to {to}", self.pos_str(from.pos), from.name));
        }
        self.error("InvalidDeclCycle", pos, msg);
    }

    pub(crate) fn const_decl(&mut self, obj: ObjId, ty: Option<&'a Expr>, init: Option<&'a Expr>, inherited: bool) {
        self.w.obj_mut(obj).kind = ObjKind::Const(Const::Unknown);
        let mut declared = None;
        let pos = self.w.obj(obj).pos;
        if let Some(te) = ty {
            let t = self.typ(te);
            if !self.w.is_const_type(t) {
                if !matches!(self.w.under(t), Type::Basic(Basic::Invalid)) {
                    let msg = format!("invalid constant type {}", self.tstr(t));
                    self.error("InvalidConstType", self.type_pos(te), msg);
                }
                self.w.obj_mut(obj).ty = Self::INVALID;
                return;
            }
            declared = Some(t);
        }
        let Some(init) = init else {
            self.w.obj_mut(obj).ty = declared.unwrap_or(Self::INVALID);
            return;
        };
        if inherited {
            // Errors in a repeated expression are reported where it is repeated.
            self.env.err_pos = Some(pos);
        }
        let mut x = Operand::invalid();
        self.expr(&mut x, init);
        self.init_const(obj, declared, &mut x);
        self.env.err_pos = None;
    }

    pub(crate) fn var_decl(&mut self, obj: ObjId, lhs: Option<&[ObjId]>, ty: Option<&'a Expr>, init: Option<&'a Expr>) {
        let mut declared = None;
        if let Some(te) = ty {
            let t = self.var_type(te);
            self.w.obj_mut(obj).ty = t;
            declared = Some(t);
        }
        let Some(init) = init else { return };
        match lhs {
            Some(lhs) if lhs.len() > 1 => {
                let vars: Vec<InitVar> = lhs.iter().map(|&obj| InitVar { obj, ty: declared }).collect();
                if let Some(t) = declared {
                    for v in &vars {
                        self.w.obj_mut(v.obj).ty = t;
                    }
                }
                self.init_vars(&vars, std::slice::from_ref(init), InitContext::Assignment);
                for v in vars {
                    self.colors.entry(v.obj).or_insert(Color::Black);
                }
            }
            _ => {
                let mut x = Operand::invalid();
                self.name_target(declared, |c| c.w.obj(obj).name.to_string());
                self.expr_target(declared, &mut x, init);
                self.init_var(InitVar { obj, ty: declared }, &mut x, "variable declaration");
            }
        }
    }

    pub(crate) fn type_decl(&mut self, obj: ObjId, spec: &'a TypeSpec) {
        if spec.alias {
            self.w.obj_mut(obj).ty = Self::INVALID;
            if let Some(first) = spec.tparams.first() {
                self.require(tparam_pos(first), 23, |_| "generic type alias".into());
                self.generic_alias_decl(obj, spec);
                return;
            }
            self.require(spec.name.span.lo, 9, |_| "type alias".into());
            // The right side may mention the alias inside a type definition: until its end the target is the empty
            // tuple, which is no type of the language.
            let alias = self.w.new_alias(obj, crate::universe::EMPTY_TUPLE);
            let rhs = self.typ(&spec.ty);
            self.w.set_underlying(alias, rhs);
            if self.w.is_invalid(rhs) {
                self.w.obj_mut(obj).ty = Self::INVALID;
            }
            self.collect_methods(obj);
            return;
        }
        let named = self.w.new_named(obj);
        let scope = self.env.scope;
        if let Some(first) = spec.tparams.first() {
            self.require(tparam_pos(first), 18, |_| "type parameter".into());
            self.open_scope();
            self.declare_type_params(named, &spec.tparams);
        }
        let rhs = self.generic_type_or_type(&spec.ty);
        let rhs = if self.w.is_generic(rhs) && rhs != named {
            let msg = format!("cannot use generic type {} without instantiation", self.tstr(rhs));
            self.error("WrongTypeArgCount", spec.ty.span.lo, msg);
            Self::INVALID
        } else {
            rhs
        };
        self.env.scope = scope;
        if self.w.is_type_param(rhs) {
            self.error(
                "MisplacedTypeParam",
                spec.ty.span.lo,
                "cannot use a type parameter as RHS in type declaration",
            );
            self.w.set_underlying(named, Self::INVALID);
        } else {
            if let Some(n) = self.w.as_named(named) {
                self.right_sides.insert(n, rhs);
            }
            // A chain of names is cut short once its end is known.
            let under = self.w.under_id(rhs);
            let complete = !self.w.is_invalid(under) || self.w.is_invalid(rhs);
            self.w.set_underlying(named, if complete { under } else { rhs });
        }
        self.collect_methods(obj);
        self.later(move |c| {
            c.check_valid_type(named);
            let under = c.w.under_id(named);
            c.w.set_underlying(named, under);
        });
    }

    /// Makes sure that a defined type of this package has been declared before its members are looked up. False if its
    /// declaration needs itself, which is reported.
    pub(crate) fn complete_named(&mut self, ty: TypeId) -> bool {
        let base = match *self.w.ty(self.w.unalias(ty)) {
            Type::Pointer(b) => b,
            _ => ty,
        };
        if let Some(n) = self.w.as_named(base) {
            let obj = self.w.named_data(n).obj;
            if let Some(&Color::Grey(start)) = self.colors.get(&obj)
                && self.w.is_invalid(self.w.named_data(n).underlying)
            {
                // The type is needed to find out what it is.
                let cycle = self.obj_path[start as usize..].to_vec();
                self.cycle_error(&cycle);
                return false;
            }
            if self.w.obj(obj).pkg == Some(self.pkg) && !self.colors.contains_key(&obj) {
                self.obj_decl(obj);
            }
        }
        true
    }

    /// Spoils a value whose type's declaration is not complete: it would depend on itself.
    pub(crate) fn check_complete(&mut self, x: &mut Operand<'a>) {
        let value = matches!(x.mode, Mode::Value | Mode::Variable | Mode::MapIndex | Mode::CommaOk | Mode::Constant);
        if value
            && !self.obj_path.is_empty()
            && matches!(self.w.ty(self.w.unalias(x.ty)), Type::Named(_))
            && !self.complete_named(x.ty)
        {
            x.spoil();
            x.ty = Self::INVALID;
        }
    }

    fn func_decl(&mut self, obj: ObjId, decl: &'a FuncDecl) {
        // The function itself may be mentioned in its signature without that being a cycle.
        self.colors.insert(obj, Color::Black);
        let (sig, scope) = self.func_type(&decl.ty, Some(decl));
        self.w.obj_mut(obj).ty = sig;
        let Some(body) = &decl.body else {
            if !decl.tparams.is_empty() {
                self.soft_error("BadDecl", decl.span.lo, "generic function is missing function body");
            } else if !self.std && !self.has_linkname(obj, decl) {
                // The official compiler points behind `func `: at the name or the receiver.
                if !decl.name.name.is_blank() {
                    self.missing_bodies.push(decl.span.lo.offset(5));
                }
            }
            return;
        };
        let mut env = Env::new(scope);
        env.decl = Some(obj);
        self.later(move |c| c.func_body(env, sig, body));
    }

    fn has_linkname(&self, _obj: ObjId, decl: &FuncDecl) -> bool {
        let pos = decl.span.lo;
        self.files.iter().any(|f| {
            f.package.span.lo <= pos
                && pos < f.eof
                && f.directives.iter().any(|d| {
                    let mut words = d.text.split_whitespace();
                    words.next() == Some("go:linkname") && words.next() == Some(decl.name.name.as_str())
                })
        })
    }

    /// Attaches the methods that were collected for a type to it.
    pub(crate) fn collect_methods(&mut self, obj: ObjId) {
        let Some(methods) = self.methods.remove(&obj) else { return };
        let Some(named) = self.w.as_named(self.w.obj(obj).ty) else { return };
        for m in methods {
            let (name, pos) = (self.w.obj(m).name, self.w.obj(m).pos);
            if !name.is_blank()
                && let Some(alt) = self.w.declared_method(named, Some(self.pkg), name)
            {
                let msg = format!(
                    "method {}.{name} already declared at {}",
                    self.w.obj(obj).name,
                    self.pos_str(self.w.obj(alt).pos)
                );
                self.error("DuplicateMethod", pos, msg);
                continue;
            }
            self.w.named[named.0 as usize].methods.push(m);
        }
        self.later(move |c| c.check_field_uniqueness(named));
    }

    fn check_field_uniqueness(&mut self, named: crate::NamedId) {
        let Type::Struct(fields) = self.w.under(self.w.named_data(named).underlying) else { return };
        let fields: Vec<(golift_base::Symbol, ObjId)> = fields.iter().map(|f| (f.name, f.obj)).collect();
        for m in self.w.named_data(named).methods.clone() {
            let name = self.w.obj(m).name;
            if let Some(&(_, f)) = fields.iter().find(|&&(n, _)| n == name && !n.is_blank()) {
                let pos = self.w.obj(m).pos;
                let other = self.other_decl(f);
                self.error(
                    "DuplicateFieldAndMethod",
                    pos,
                    format!("field and method with the same name {name}{other}"),
                );
            }
        }
    }
}

/// Where the first type parameter of a list stands.
pub(crate) fn tparam_pos(f: &golift_frontend::ast::Field) -> golift_base::Pos {
    f.names.first().map_or(f.span.lo, |n| n.span.lo)
}
