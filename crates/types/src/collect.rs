//! Package-level objects: declarations of all files, imports, redeclarations, unused imports.
//! (Spec, Declarations and scope; Import declarations; Program initialization.)

use crate::check::{Checker, Color, ObjSet};
use crate::constant::Const;
use crate::decl::{DeclInfo, DeclKind};
use crate::info::Initializer;
use crate::init_order::{DeclDeps, InitGraph, init_order};
use crate::object::{ObjId, ObjKind, ScopeId, VarKind};
use crate::signature::receiver_base;
use crate::world::{FuncDeclRef, Package, PkgId};
use golift_base::Symbol;
use golift_frontend::ast::{Decl, ExprKind, FuncDecl, Ident, ImportSpec, ValueSpec};
use std::rc::Rc;

struct MethodDecl<'a> {
    obj: ObjId,
    decl: &'a FuncDecl,
    scope: ScopeId,
}

impl<'a> Checker<'a> {
    /// Collects the objects of all files.
    pub(crate) fn collect_objects(&mut self) {
        let mut methods: Vec<MethodDecl<'a>> = Vec::new();
        let files = self.files;
        for (fi, file) in files.iter().enumerate() {
            let scope = self.w.new_scope(Some(self.pkg_scope));
            self.file_scopes.push(scope);
            if file.package.name.is_blank() && file.package.span.lo < file.eof {
                self.error("BlankPkgName", file.package.span.lo, "invalid package name _");
            } else if file.package.name != self.pkg_name {
                let msg = format!("package {}; expected package {}", file.package.name, self.pkg_name);
                self.error("MismatchedPkgName", file.package.span.lo, msg);
            }
            for spec in &file.imports {
                self.import(spec, scope);
            }
            let mut last: Option<&'a ValueSpec> = None;
            for (di, decl) in file.decls.iter().enumerate() {
                match decl {
                    Decl::Const(spec) => {
                        if last.is_none_or(|l| l.group != spec.group) || spec.ty.is_some() || !spec.values.is_empty() {
                            last = Some(spec);
                        }
                        self.collect_const(spec, last, scope);
                    }
                    Decl::Var(spec) => self.collect_var(spec, scope, fi as u32, di as u32),
                    Decl::Type(spec) => {
                        let obj = self.new_obj(ObjKind::TypeName, spec.name.name, spec.name.span.lo, Self::INVALID);
                        self.declare_pkg_obj(&spec.name, obj, scope, DeclKind::Type(spec));
                    }
                    Decl::Func(decl) => {
                        let place = FuncDeclRef { pkg: self.pkg, file: fi as u32, decl: di as u32 };
                        self.collect_func(decl, place, scope, &mut methods);
                    }
                }
            }
        }
        self.check_file_scope_conflicts();
        for m in methods {
            self.collect_method(m);
        }
        let mut imports: Vec<PkgId> = std::mem::take(&mut self.w.packages[self.pkg.0 as usize].imports);
        imports.sort_by(|a, b| self.w.package(*a).path.cmp(&self.w.package(*b).path));
        imports.dedup();
        self.w.packages[self.pkg.0 as usize].imports = imports;
    }

    fn import(&mut self, spec: &'a ImportSpec, scope: ScopeId) {
        let pos = spec.path_span.lo;
        if let Err(why) = valid_import_path(&spec.path) {
            self.error("BadImportPath", pos, format!("invalid import path ({why})"));
            return;
        }
        let found = match self.import_map.get(&spec.path) {
            Some(&p) => Some(p),
            None if spec.path == "unsafe" => Some(crate::universe::UNSAFE),
            None => None,
        };
        let pkg = match found {
            Some(p) => p,
            None => {
                let msg = format!("could not import {} ({})", spec.path, why_not_found(&spec.path));
                self.error("BrokenImport", pos, msg);
                self.fake_package(&spec.path)
            }
        };
        self.w.packages[self.pkg.0 as usize].imports.push(pkg);
        let pkg_name = self.w.package(pkg).name;
        let name = spec.name.as_ref().map_or(pkg_name, |n| n.name);
        if name.as_str() == "init" {
            let at = spec.name.as_ref().map_or(pos, |n| n.span.lo);
            self.error("InvalidInitDecl", at, "cannot import package as init - init must be a func");
            return;
        }
        let at = spec.name.as_ref().map_or(pos, |n| n.span.lo);
        let obj = self.new_obj(ObjKind::PkgName(pkg), name, at, Self::INVALID);
        match &spec.name {
            Some(n) if n.name.as_str() != "." => self.record_def(n.id, obj),
            _ => self.record_implicit(spec.id, obj),
        }
        if self.fake_packages.contains(&pkg) {
            self.w.obj_mut(obj).used = true;
        }
        if name.is_blank() {
            return;
        }
        self.pkg_names.push(obj);
        if name.as_str() == "." {
            self.dot_import(pkg, obj, scope, at);
            return;
        }
        if let Some(alt) = self.w.declare(scope, obj) {
            let other = self.other_decl(alt);
            self.error("DuplicateDecl", at, format!("{name} redeclared in this block{other}"));
        }
    }

    fn dot_import(&mut self, pkg: PkgId, pkg_name: ObjId, scope: ScopeId, at: golift_base::Pos) {
        let from = self.w.package(pkg).scope;
        for obj in self.w.scopes[from.0 as usize].order.clone() {
            let name = self.w.obj(obj).name;
            if !name.is_exported() {
                continue;
            }
            if let Some(alt) = self.w.lookup(scope, name) {
                let other = self.other_decl(alt);
                self.error("DuplicateDecl", at, format!("{name} redeclared in this block{other}"));
                continue;
            }
            self.w.scopes[scope.0 as usize].names.insert(name, obj);
            self.w.scopes[scope.0 as usize].order.push(obj);
            self.dot_imports.insert((scope, obj), pkg_name);
        }
    }

    /// A package without content in place of one that could not be imported.
    fn fake_package(&mut self, path: &str) -> PkgId {
        let name = path.rsplit('/').next().unwrap_or(path);
        let universe = self.w.universe;
        let scope = self.w.new_scope(Some(universe));
        let id = PkgId(self.w.packages.len() as u32);
        self.w.packages.push(Package {
            path: path.into(),
            name: Symbol::new(name),
            files: Vec::new(),
            scope,
            imports: Vec::new(),
            init_order: Vec::new(),
            inits: Vec::new(),
            std: false,
            go_version: crate::universe::LANGUAGE_VERSION,
        });
        self.fake_packages.insert(id);
        self.import_map.insert(path.into(), id);
        id
    }

    fn declare_pkg_obj(&mut self, ident: &'a Ident, obj: ObjId, scope: ScopeId, kind: DeclKind<'a>) {
        let name = ident.name.as_str();
        if name == "init" {
            self.error("InvalidInitDecl", ident.span.lo, "cannot declare init - must be func");
            return;
        }
        if name == "main" && self.pkg_name.as_str() == "main" {
            self.error("InvalidMainDecl", ident.span.lo, "cannot declare main - must be func");
            return;
        }
        let pkg_scope = self.pkg_scope;
        self.declare(pkg_scope, Some(ident), obj);
        self.add_decl(obj, scope, kind);
    }

    fn add_decl(&mut self, obj: ObjId, scope: ScopeId, kind: DeclKind<'a>) {
        self.decls.insert(obj, DeclInfo { scope, kind, deps: ObjSet::default() });
        self.decl_order.push(obj);
    }

    fn collect_const(&mut self, spec: &'a ValueSpec, last: Option<&'a ValueSpec>, scope: ScopeId) {
        let inherited = spec.ty.is_none() && spec.values.is_empty();
        let source = if inherited { last } else { Some(spec) };
        let values = source.map_or(&[][..], |s| &s.values);
        for (i, name) in spec.names.iter().enumerate() {
            let obj = self.new_obj(ObjKind::Const(Const::Unknown), name.name, name.span.lo, Self::INVALID);
            let kind = DeclKind::Const {
                ty: source.and_then(|s| s.ty.as_ref()),
                init: values.get(i),
                iota: spec.iota,
                inherited,
            };
            self.declare_pkg_obj(name, obj, scope, kind);
        }
        self.check_arity(spec, values, true, inherited);
    }

    fn collect_var(&mut self, spec: &'a ValueSpec, scope: ScopeId, file: u32, decl: u32) {
        let (l, r) = (spec.names.len(), spec.values.len());
        let objs: Vec<ObjId> = spec
            .names
            .iter()
            .map(|n| self.new_var(VarKind::Global, n.name, n.span.lo, Self::INVALID))
            .collect();
        let shared: Option<Rc<[ObjId]>> = (r == 1 && l > 1).then(|| objs.clone().into());
        for (i, name) in spec.names.iter().enumerate() {
            let value = if shared.is_some() { 0 } else { i };
            let kind = DeclKind::Var {
                ty: spec.ty.as_ref(),
                init: spec.values.get(value),
                lhs: shared.clone(),
                place: (file, decl, value as u32),
            };
            self.declare_pkg_obj(name, objs[i], scope, kind);
        }
        if spec.ty.is_none() || r > 0 {
            self.check_arity(spec, &spec.values, false, false);
        }
    }

    fn collect_func(
        &mut self,
        decl: &'a FuncDecl,
        place: FuncDeclRef,
        scope: ScopeId,
        methods: &mut Vec<MethodDecl<'a>>,
    ) {
        let name = decl.name.name;
        let obj = self.new_obj(ObjKind::Func(Some(place)), name, decl.name.span.lo, Self::INVALID);
        if decl.recv.is_some() {
            self.record_def(decl.name.id, obj);
            methods.push(MethodDecl { obj, decl, scope });
            self.add_decl(obj, scope, DeclKind::Func(decl));
            return;
        }
        let is_init = name.as_str() == "init";
        if is_init || name.as_str() == "main" && self.pkg_name.as_str() == "main" {
            let code = if is_init { "InvalidInitDecl" } else { "InvalidMainDecl" };
            if let Some(p) = decl.tparams.first() {
                let at = p.names.first().map_or(p.span.lo, |n| n.span.lo);
                self.soft_error(code, at, format!("func {name} must have no type parameters"));
            }
            if !decl.ty.params.is_empty() || !decl.ty.results.is_empty() {
                let msg = format!("func {name} must have no arguments and no return values");
                self.soft_error(code, decl.name.span.lo, msg);
            }
        }
        if is_init {
            self.record_def(decl.name.id, obj);
            self.w.obj_mut(obj).scope = Some(self.pkg_scope);
            if decl.body.is_none() {
                self.soft_error("MissingInitBody", decl.name.span.lo, "func init must have a body");
            }
            self.w.packages[self.pkg.0 as usize].inits.push(place);
        } else {
            let pkg_scope = self.pkg_scope;
            self.declare(pkg_scope, Some(&decl.name), obj);
        }
        self.add_decl(obj, scope, DeclKind::Func(decl));
    }

    /// Reports package-level names that a file also imports.
    fn check_file_scope_conflicts(&mut self) {
        for scope in self.file_scopes.clone() {
            for obj in self.w.scopes[scope.0 as usize].order.clone() {
                let name = self.w.obj(obj).name;
                let Some(alt) = self.w.lookup(self.pkg_scope, name) else { continue };
                let pos = self.w.obj(alt).pos;
                let msg = match self.w.obj(obj).kind {
                    ObjKind::PkgName(p) => {
                        let p = self.w.package(p);
                        let text = format!("package {} (\"{}\")", p.name, p.path);
                        format!("{name} already declared through import of {text}")
                    }
                    _ => {
                        let p = self.w.obj(obj).pkg.map_or(String::new(), |p| {
                            let p = self.w.package(p);
                            format!("package {} (\"{}\")", p.name, p.path)
                        });
                        format!("{name} already declared through dot-import of {p}")
                    }
                };
                let other = match self.dot_imports.get(&(scope, obj)) {
                    Some(&p) => self.pos_str(self.w.obj(p).pos),
                    None => self.pos_str(self.w.obj(obj).pos),
                };
                self.error("DuplicateDecl", pos, format!("{msg}\n\t{other}: other declaration of {name}"));
                if let Some(&p) = self.dot_imports.get(&(scope, obj)) {
                    self.w.obj_mut(p).used = true;
                }
            }
        }
    }

    /// Associates a method with its base type.
    fn collect_method(&mut self, m: MethodDecl<'a>) {
        let Some(recv) = &m.decl.recv else { return };
        let (mut base, _, _) = receiver_base(&recv.ty);
        // Aliases are followed by their syntax: nothing is resolved yet.
        for _ in 0..100 {
            let ExprKind::Name(name) = base.kind else { return };
            if self.w.lookup(m.scope, name).is_some() {
                return;
            }
            let Some(obj) = self.w.lookup(self.pkg_scope, name) else { return };
            let Some(DeclInfo { kind: DeclKind::Type(spec), .. }) = self.decls.get(&obj) else { return };
            if spec.alias && matches!(unparen_pointer(&spec.ty).kind, ExprKind::Index { .. }) {
                // An instantiated type has its methods already.
                return;
            }
            if !spec.alias {
                self.methods.entry(obj).or_default().push(m.obj);
                return;
            }
            base = receiver_base(&spec.ty).0;
        }
    }

    /// Checks all package-level declarations.
    pub(crate) fn package_objects(&mut self) {
        let order = self.decl_order.clone();
        // Functions come before values: whether a type has an interface's methods needs their signatures.
        let (mut aliases, mut functions, mut values) = (Vec::new(), Vec::new(), Vec::new());
        for obj in order {
            match self.decls.get(&obj).map(|d| &d.kind) {
                Some(DeclKind::Type(spec)) if spec.alias => aliases.push(obj),
                Some(DeclKind::Type(_)) => self.obj_decl(obj),
                Some(DeclKind::Func(_)) => functions.push(obj),
                _ => values.push(obj),
            }
        }
        for obj in aliases {
            self.obj_decl(obj);
        }
        for obj in functions.into_iter().chain(values) {
            if self.colors.get(&obj) != Some(&Color::Black) {
                self.obj_decl(obj);
            }
        }
        // Methods of types that could not be resolved are dropped; their errors were reported with the receiver.
        self.methods.clear();
    }

    /// Determines the order of package-level initialisation.
    pub(crate) fn check_init_order(&mut self) {
        let mut graph = InitGraph::default();
        for &obj in &self.decl_order {
            let Some(info) = self.decls.get(&obj) else { continue };
            let mut init = None;
            if let DeclKind::Var { init: Some(rhs), lhs, place, .. } = &info.kind {
                let shared = graph.initializers.last().is_some_and(|i| i.place == *place && lhs.is_some());
                if !shared {
                    let lhs = lhs.as_ref().map_or_else(|| vec![obj], |l| l.to_vec());
                    graph.initializers.push(Initializer { lhs, rhs: rhs.id, place: *place });
                }
                init = Some(graph.initializers.len() as u32 - 1);
            }
            graph.decls.push(DeclDeps { obj, deps: info.deps.iter().copied().collect(), init });
        }
        for d in &mut graph.decls {
            // All variables of `var a, b = f()` depend on what f's declaration mentions.
            if let Some(DeclInfo { kind: DeclKind::Var { lhs: Some(lhs), .. }, .. }) = self.decls.get(&d.obj)
                && d.deps.is_empty()
            {
                for o in lhs.iter() {
                    if let Some(i) = self.decls.get(o) {
                        d.deps.extend(i.deps.iter().copied());
                    }
                }
            }
        }
        let order = self.call_init_order(graph);
        self.w.packages[self.pkg.0 as usize].init_order = order;
    }

    fn call_init_order(&mut self, graph: InitGraph) -> Vec<Initializer> {
        init_order(self.w, graph, self.sources, self.diags)
    }

    /// Reports imports that no file uses.
    pub(crate) fn unused_imports(&mut self) {
        for obj in std::mem::take(&mut self.pkg_names) {
            let o = self.w.obj(obj);
            let ObjKind::PkgName(pkg) = o.kind else { continue };
            if o.used {
                continue;
            }
            let (name, pos) = (o.name, o.pos);
            let p = self.w.package(pkg);
            let last = p.path.rsplit('/').next().unwrap_or(&p.path);
            let msg = if name.as_str() == "." || name.as_str() == last {
                format!("{:?} imported and not used", p.path)
            } else {
                format!("{:?} imported as {name} and not used", p.path)
            };
            self.soft_error("UnusedImport", pos, msg);
        }
    }
}

/// The characters that no import path may have (spec, Import declarations).
fn valid_import_path(path: &str) -> Result<(), String> {
    if path.is_empty() {
        return Err("empty string".into());
    }
    let illegal = |&c: &char| c.is_control() || c.is_whitespace() || "!\"#$%&'()*,:;<=>?[\\]^{|}`\u{fffd}".contains(c);
    match path.chars().find(illegal) {
        None => Ok(()),
        Some(c) if c.is_control() => Err(format!("invalid character U+{:04X}", c as u32)),
        Some(c) => Err(format!("invalid character U+{:04X} '{c}'", c as u32)),
    }
}

/// Why there is no package of this path.
fn why_not_found(path: &str) -> String {
    if path.starts_with('/') {
        return "import path cannot be absolute path".into();
    }
    let elements: Vec<&str> = path.split('/').filter(|e| !e.is_empty() && *e != ".").collect();
    let clean = elements.join("/");
    if clean != path && !path.starts_with('.') {
        return format!("non-canonical import path {path:?} (should be {clean:?})");
    }
    "file not found".into()
}

/// Behind parentheses and one star.
fn unparen_pointer(e: &golift_frontend::ast::Expr) -> &golift_frontend::ast::Expr {
    match &golift_frontend::unparen(e).kind {
        ExprKind::Star(x) => golift_frontend::unparen(x),
        _ => golift_frontend::unparen(e),
    }
}
