//! Typed AST → the model's tree, with everything implicit written out: conversions, addresses and dereferences of
//! receivers, embedded fields, variadic slices, the wrappers of `go` and `defer`.
//!
//! Input: the checked packages. Output: a [`Program`] and, a package, its functions in source order, the package's
//! initialiser last. Bodies are built a package at a time, dependencies first.

mod assign;
mod builtins;
mod call;
mod constants;
mod convert;
mod expr;
mod function;
mod godefer;
mod literal;
mod operand;
mod stmt;

use super::ir::{Class, F, Func, Inline, N, Node, Op, Param, Pragma, Program, V, Var};
use super::leaks::Leaks;
use golift_base::{Pos, Symbol};
use golift_frontend::ast::{Decl, Expr, File, FuncDecl};
use golift_types::subst::Substitution;
use golift_types::{ObjId, PkgId, Type, TypeAndValue, TypeId, World};
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// The state of building.
pub struct Builder<'w> {
    /// The checked program.
    pub w: &'w World,
    /// What is built.
    pub p: Program,
    /// The package of the function being built.
    pkg: PkgId,
    /// The function being built.
    cur: F,
    /// Local variables of the enclosing declaration.
    env: FxHashMap<ObjId, V>,
    /// Type arguments of the instance being built.
    subst: Substitution,
    /// Instances of which the body was not built.
    todo: Vec<(F, Substitution)>,
    /// Declarations of functions by object.
    decls: FxHashMap<ObjId, (Arc<File>, usize)>,
}

/// A package as the model sees it.
#[derive(Debug)]
pub struct PackageFuncs {
    /// The package.
    pub pkg: PkgId,
    /// The function that runs the initialisers of package-level variables.
    pub init: Option<F>,
    /// Its functions in order, literals not included.
    pub funcs: Vec<F>,
}

impl<'w> Builder<'w> {
    /// Starts with the declarations of all packages; no body is built.
    pub fn new(w: &'w World) -> Builder<'w> {
        let mut b = Builder {
            w,
            p: Program::default(),
            pkg: PkgId(0),
            cur: F(0),
            env: FxHashMap::default(),
            subst: Substitution::default(),
            todo: Vec::new(),
            decls: FxHashMap::default(),
        };
        for (pkg, files) in w.packages.iter().enumerate().map(|(i, p)| (PkgId(i as u32), &p.files)) {
            for file in files {
                for (i, decl) in file.decls.iter().enumerate() {
                    let Decl::Func(d) = decl else { continue };
                    let Some(obj) = b.def(d.name.id) else { continue };
                    b.decls.insert(obj, (file.clone(), i));
                    if !b.is_generic(obj) {
                        let f = b.declare_func(obj, d, file, pkg, Vec::new());
                        b.p.by_obj.insert(obj, f);
                    }
                }
            }
        }
        b
    }

    fn is_generic(&self, obj: ObjId) -> bool {
        self.w.as_signature(self.w.obj(obj).ty).is_some_and(|s| !s.tparams.is_empty() || !s.recv_tparams.is_empty())
    }

    /// Builds all bodies of a package.
    pub fn package(&mut self, pkg: PkgId) -> PackageFuncs {
        self.pkg = pkg;
        let files = self.w.package(pkg).files.clone();
        let mut funcs = Vec::new();
        let mut inits = 0;
        for file in &files {
            for decl in &file.decls {
                let Decl::Func(d) = decl else { continue };
                let func = match self.def(d.name.id) {
                    Some(obj) => self.p.by_obj.get(&obj).copied(),
                    None => None,
                };
                if let Some(f) = func {
                    if d.recv.is_none() && d.name.name.as_str() == "init" {
                        self.p.f_mut(f).name = Symbol::new(&format!("init.{inits}"));
                        inits += 1;
                    }
                    self.function_body(f, d, Substitution::default());
                    funcs.push(f);
                }
            }
        }
        let init = self.init_func(pkg, &files);
        if let Some(f) = init {
            self.p.f_mut(f).inl = Inline::No(String::new());
            funcs.insert(0, f);
        }
        while let Some((f, subst)) = self.todo.pop() {
            let Some(obj) = self.p.f(f).obj else { continue };
            let Some((file, i)) = self.decls.get(&obj).cloned() else { continue };
            if let Decl::Func(d) = &file.decls[i] {
                let home = std::mem::replace(&mut self.pkg, self.w.obj(obj).pkg.unwrap_or(pkg));
                self.function_body(f, d, subst);
                self.pkg = home;
            }
            funcs.push(f);
        }
        PackageFuncs { pkg, init, funcs }
    }

    /// The function that runs the package-level initialisers.
    fn init_func(&mut self, pkg: PkgId, files: &[Arc<File>]) -> Option<F> {
        let order = self.w.package(pkg).init_order.clone();
        if order.is_empty() {
            return None;
        }
        let sig = self.w.add_type(Type::Signature(golift_types::Signature::default()));
        let f = self.new_func(Symbol::new("init"), pkg, Pos::NONE, sig);
        let outer = std::mem::replace(&mut self.cur, f);
        self.env.clear();
        let mut body = Vec::new();
        for init in &order {
            let (file, decl, value) = init.place;
            let Some(Decl::Var(spec)) = files.get(file as usize).and_then(|f| f.decls.get(decl as usize)) else { continue };
            let Some(rhs) = spec.values.get(value as usize) else { continue };
            let pos = spec.span.lo;
            let lhs: Vec<N> = init
                .lhs
                .iter()
                .map(|&o| {
                    let at = self.w.obj(o).pos;
                    self.global_name(o, at)
                })
                .collect();
            let stmt = self.assign_values(lhs, std::slice::from_ref(rhs), false, pos);
            body.push(stmt);
        }
        self.p.f_mut(f).body = Some(body);
        self.cur = outer;
        Some(f)
    }

    fn new_func(&mut self, name: Symbol, pkg: PkgId, pos: Pos, ty: TypeId) -> F {
        self.p.funcs.push(Func {
            name,
            pkg,
            pos,
            obj: None,
            ty,
            recv: None,
            params: Vec::new(),
            results: Vec::new(),
            variadic: false,
            body: None,
            pristine: None,
            dcls: Vec::new(),
            outer: None,
            closure: None,
            captures: Vec::new(),
            pragma: Pragma::default(),
            inl: Inline::Unknown,
            wrapper: false,
            results_lost: false,
            tagged: false,
            own_literals: Vec::new(),
            literals: 0,
            go_defer: 0,
            instance: false,
            checking: false,
            origin: None,
        });
        F(self.p.funcs.len() as u32 - 1)
    }

    fn declare_func(&mut self, obj: ObjId, d: &FuncDecl, file: &File, pkg: PkgId, targs: Vec<TypeId>) -> F {
        let object = self.w.obj(obj);
        let name = self.func_name(obj, &targs, pkg);
        // A declaration stands where its name does, a method's where the receiver's parenthesis does.
        let pos = if d.recv.is_some() { d.span.lo.offset(5) } else { object.pos };
        let f = self.new_func(name, pkg, pos, object.ty);
        let func = self.p.f_mut(f);
        func.obj = Some(obj);
        for &i in &d.directives {
            let text = file.directives[i as usize].text.as_str();
            match text.split_whitespace().next().unwrap_or("") {
                "go:noinline" => func.pragma.noinline = true,
                "go:noescape" => func.pragma.noescape = true,
                "go:uintptrescapes" => func.pragma.uintptr_escapes = true,
                "go:uintptrkeepalive" => func.pragma.uintptr_keep_alive = true,
                "go:norace" => func.pragma.norace = true,
                "go:nocheckptr" => func.pragma.nocheckptr = true,
                "go:yeswritebarrierrec" => func.pragma.yes_write_barrier_rec = true,
                _ => {}
            }
        }
        f
    }

    /// `F`, `T.M`, `(*T).M`; of instances with the shapes of their arguments.
    fn func_name(&self, obj: ObjId, targs: &[TypeId], pkg: PkgId) -> Symbol {
        let object = self.w.obj(obj);
        let name = object.name.as_str();
        let args = if targs.is_empty() {
            String::new()
        } else {
            let list: Vec<String> = targs.iter().map(|&t| self.shape_text(t, pkg)).collect();
            format!("[{}]", list.join(","))
        };
        let recv = self.w.as_signature(object.ty).and_then(|s| s.recv.as_ref()).map(|r| r.ty);
        match recv {
            None => Symbol::new(&format!("{name}{args}")),
            Some(ty) => {
                let (base, pointer) = self.w.deref(ty);
                let base = match self.w.as_named(base) {
                    Some(n) => self.w.obj(self.w.named_data(n).obj).name,
                    None => Symbol::new("?"),
                };
                Symbol::new(&if pointer { format!("(*{base}{args}).{name}") } else { format!("{base}{args}.{name}") })
            }
        }
    }

    /// The text of a type argument's shape.
    pub fn shape_text(&self, ty: TypeId, pkg: PkgId) -> String {
        let under = self.w.under_id(ty);
        let text = match self.w.under(ty) {
            Type::Pointer(_) => String::from("*uint8"),
            _ => super::type_text::type_text(self.w, under, pkg),
        };
        format!("go.shape.{text}")
    }

    /// The function for an object, with these type arguments; `None` if it has no declaration.
    pub fn func_for(&mut self, obj: ObjId, targs: &[TypeId]) -> Option<F> {
        if targs.is_empty() {
            return self.p.by_obj.get(&obj).copied();
        }
        let key: Vec<String> = targs.iter().map(|&t| self.w.type_key(self.w.under_id(t))).collect();
        let key = (obj, key.join(";"));
        if let Some(&f) = self.p.instances.get(&key) {
            return Some(f);
        }
        let (file, i) = self.decls.get(&obj).cloned()?;
        let Decl::Func(d) = &file.decls[i] else { return None };
        let pkg = self.w.obj(obj).pkg?;
        let f = self.declare_func(obj, d, &file, pkg, targs.to_vec());
        self.p.f_mut(f).instance = true;
        self.p.instances.insert(key, f);
        let sig = self.w.as_signature(self.w.obj(obj).ty)?;
        let params: Vec<_> = sig.recv_tparams.iter().chain(&sig.tparams).copied().collect();
        self.todo.push((f, Substitution::new(&params, targs)));
        Some(f)
    }

    pub(super) fn def(&self, id: golift_frontend::ast::NodeId) -> Option<ObjId> {
        self.w.info.defs.get(id.0 as usize).copied().flatten()
    }

    pub(super) fn use_of(&self, id: golift_frontend::ast::NodeId) -> Option<ObjId> {
        self.w.info.uses.get(id.0 as usize).copied().flatten()
    }

    pub(super) fn tv(&self, e: &Expr) -> Option<&'w TypeAndValue> {
        self.w.info.types.get(e.id.0 as usize).and_then(|t| t.as_ref())
    }

    /// A type as it is in the instance being built.
    pub(super) fn sub(&self, ty: TypeId) -> TypeId {
        self.w.subst(ty, &self.subst)
    }

    /// The expression's type; of two-value forms the first.
    pub(super) fn ty(&self, e: &Expr) -> TypeId {
        let ty = self.tv(e).map_or(super::ir::NO_TYPE, |t| t.ty);
        let ty = self.sub(ty);
        match (self.tv(e).map(|t| t.mode), self.w.ty(ty)) {
            (Some(golift_types::Mode::CommaOk), Type::Tuple(ts)) => ts[0],
            _ => ty,
        }
    }

    pub(super) fn add(&mut self, node: Node) -> N {
        self.p.add(node)
    }

    pub(super) fn nty(&self, n: N) -> TypeId {
        self.p.n(n).ty
    }

    pub(super) fn pointer_to(&self, ty: TypeId) -> TypeId {
        self.w.add_type(Type::Pointer(ty))
    }

    /// A package-level variable.
    pub(super) fn global_name(&mut self, obj: ObjId, pos: Pos) -> N {
        if self.w.obj(obj).name.is_blank() {
            return self.blank(pos);
        }
        let v = match self.p.globals.get(&obj) {
            Some(&v) => v,
            None => {
                let o = self.w.obj(obj);
                let v = self.p.add_var(Var {
                    name: o.name,
                    class: Class::Global,
                    ty: o.ty,
                    func: F(0),
                    pos: o.pos,
                    defn: None,
                    pristine_defn: None,
                    pkg: o.pkg.unwrap_or(self.pkg),
                    written: o.pos,
                    inlined: 0,
                });
                self.p.globals.insert(obj, v);
                v
            }
        };
        self.p.name(v, pos)
    }

    pub(super) fn blank(&mut self, pos: Pos) -> N {
        self.add(Node::new(Op::Name, pos, super::ir::NO_TYPE))
    }

    /// A new local variable of the current function.
    pub(super) fn new_local(&mut self, name: Symbol, class: Class, ty: TypeId, pos: Pos) -> V {
        let v = self.p.add_var(Var {
            name,
            class,
            ty,
            func: self.cur,
            pos,
            defn: None,
            pristine_defn: None,
            pkg: self.pkg,
            written: pos,
            inlined: 0,
        });
        self.p.f_mut(self.cur).dcls.push(v);
        v
    }

    /// A temporary.
    pub(super) fn temp(&mut self, ty: TypeId, pos: Pos) -> V {
        let name = format!(".autotmp_{}", self.p.f(self.cur).dcls.len());
        self.new_local(Symbol::new(&name), Class::Auto, ty, pos)
    }

    pub(super) fn param(&mut self, name: Symbol, ty: TypeId, pos: Pos, obj: Option<ObjId>) -> Param {
        let var = (!name.as_str().is_empty() && !name.is_blank()).then(|| self.new_local(name, Class::Param, ty, pos));
        if let (Some(v), Some(obj)) = (var, obj) {
            self.env.insert(obj, v);
        }
        Param { var, ty, pos, name, leaks: Leaks::default() }
    }
}
