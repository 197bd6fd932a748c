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
mod instance;
mod literal;
mod mentioned_types;
mod operand;
mod range_func;
mod stmt;
mod wrapper;

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
    todo: Vec<Todo>,
    /// Calls of methods of type parameters that are interfaces, which the official compiler remarks on first.
    pub remarks: Vec<Pos>,
    /// The type arguments of shaped code.
    shapes_of: Vec<(F, Vec<TypeId>)>,
    /// The dictionary of the shaped code being built.
    dict: Option<V>,
    /// The package being built; instances of other packages' code are built in it.
    home: PkgId,
    /// Whether the whole of it is built, wrappers included.
    whole: bool,
    /// Instances.
    i: instance::Instances,
    /// Loops over functions in the function being built.
    r: range_func::RangeFuncs,
    /// Declarations of functions by object.
    decls: FxHashMap<ObjId, (Arc<File>, usize)>,
}

/// A body to build.
enum Todo {
    /// Code for shapes.
    Shaped(F, Vec<TypeId>),
    /// The wrapper of an instance with these arguments.
    Wrapper(F, Vec<TypeId>),
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
            remarks: Vec::new(),
            shapes_of: Vec::new(),
            dict: None,
            home: PkgId(0),
            whole: false,
            i: instance::Instances::default(),
            r: range_func::RangeFuncs::default(),
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

    /// Builds all bodies of a package; the `whole` of it with the wrappers that nothing in it calls.
    pub fn package(&mut self, pkg: PkgId, whole: bool) -> PackageFuncs {
        self.pkg = pkg;
        self.home = pkg;
        self.whole = whole;
        // Every package has instances of its own.
        self.p.instances.clear();
        self.remarks.clear();
        self.shapes_of.clear();
        self.i = instance::Instances::default();
        let files = self.w.package(pkg).files.clone();
        let mut funcs = Vec::new();
        let mut inits = 0;
        if whole {
            self.note_declarations(&files);
        }
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
        loop {
            if whole {
                self.drain_types();
            }
            let Some(next) = self.todo.pop() else { break };
            match next {
                Todo::Wrapper(f, targs) => {
                    self.wrapper_body(f, &targs);
                    funcs.push(f);
                }
                Todo::Shaped(f, shapes) => {
                    let Some(obj) = self.p.f(f).obj else { continue };
                    let Some((file, i)) = self.decls.get(&obj).cloned() else { continue };
                    if let Decl::Func(d) = &file.decls[i] {
                        let home = std::mem::replace(&mut self.pkg, self.w.obj(obj).pkg.unwrap_or(pkg));
                        self.i.generic = Some(obj);
                        let subst = Substitution::new(&self.type_params(obj), &shapes);
                        self.function_body(f, d, subst);
                        self.i.generic = None;
                        self.pkg = home;
                    }
                    funcs.push(f);
                }
            }
        }
        PackageFuncs { pkg, init, funcs }
    }

    /// Notes the types that a package declares, and those of its variables.
    fn note_declarations(&mut self, files: &[Arc<File>]) {
        for decl in files.iter().flat_map(|f| &f.decls) {
            let ids = match decl {
                Decl::Type(t) => vec![t.name.id],
                Decl::Var(v) => v.names.iter().map(|n| n.id).collect(),
                _ => Vec::new(),
            };
            for id in ids {
                if let Some(obj) = self.def(id) {
                    self.note_type(self.w.obj(obj).ty);
                }
            }
        }
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
            shaped: false,
            checking: false,
            fixed_pos: false,
            range_body: false,
            ranges: 0,
            origin: None,
        });
        F(self.p.funcs.len() as u32 - 1)
    }

    fn declare_func(&mut self, obj: ObjId, d: &FuncDecl, file: &File, pkg: PkgId, targs: Vec<TypeId>) -> F {
        let object = self.w.obj(obj);
        let name = self.func_name(obj, &targs);
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
    fn func_name(&self, obj: ObjId, targs: &[TypeId]) -> Symbol {
        let object = self.w.obj(obj);
        let name = object.name.as_str();
        let brackets = |targs: &[TypeId]| {
            let list: Vec<String> = targs.iter().map(|&t| self.w.link_type_string(t)).collect();
            if list.is_empty() { String::new() } else { format!("[{}]", list.join(",")) }
        };
        // The arguments of the receiver's type come first.
        let of_type = self.w.as_signature(object.ty).map_or(0, |s| s.recv_tparams.len()).min(targs.len());
        let (args, own) = (brackets(&targs[..of_type]), brackets(&targs[of_type..]));
        let recv = self.w.as_signature(object.ty).and_then(|s| s.recv.as_ref()).map(|r| r.ty);
        match recv {
            None => Symbol::new(&format!("{name}{own}")),
            Some(ty) => {
                let (base, pointer) = self.w.deref(ty);
                let base = match self.w.as_named(base) {
                    Some(n) => self.w.obj(self.w.named_data(n).obj).name,
                    None => Symbol::new("?"),
                };
                Symbol::new(&if pointer { format!("(*{base}{args}).{name}{own}") } else { format!("{base}{args}.{name}{own}") })
            }
        }
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
        let new = self.w.subst(ty, &self.subst);
        if new == ty { ty } else { self.normal(new) }
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
            written: if pos == super::ir::UNKNOWN { Pos::NONE } else { pos },
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
