//! The worklist, the entry function and package initialisation.
//!
//! A package's variables are initialised in the checker's order. Static initialisers are data (`static_data.rs`);
//! those without effects run only if something reachable mentions their variable; the others always run.
//! Code is cut into chunks of consecutive initialisers, each a function.

use super::body::lower_body;
use super::keys::{Env, FuncKey};
use super::module::ModuleBuilder;
use super::static_data::InitClass;
use golift_abi::program::HOOKS;
use golift_base::Symbol;
use golift_frontend::ast::{Decl, Expr};
use golift_ssa::{FuncId, Op, Terminator};
use golift_types::{Initializer, ObjId, ObjKind, PkgId, Type};

impl<'p> ModuleBuilder<'p> {
    /// Lowers everything that the entry reaches.
    pub(super) fn run(&mut self) {
        let w = self.world;
        self.classify_initializers();
        let entry = self.func(FuncKey::Entry);
        self.module.entry = Some(entry);
        for name in HOOKS {
            let hook = name.strip_prefix("runtime.").and_then(|n| self.runtime_func(n)).map(|f| {
                self.func_value(f);
                if self.module.funcs[f].flags.has_context { f } else { self.func(FuncKey::Thunk(f)) }
            });
            self.module.hooks.push(hook);
        }
        for p in 0..w.packages.len() as u32 {
            self.start_package(PkgId(p));
        }
        let main = w.lookup(w.package(self.main_pkg).scope, Symbol::new("main"));
        let main = main.filter(|m| matches!(w.obj(*m).kind, ObjKind::Func(_))).map(|m| self.decl_func(m));
        if self.config.whole_package {
            self.start_functions(self.main_pkg);
        }
        self.start_asserted();
        loop {
            while let Some(id) = self.queue.pop_front() {
                self.lower_one(id);
            }
            let statics = self.fill_statics();
            let descs = self.fill_descs();
            let reach = self.reach_round();
            if self.queue.is_empty() && !statics && !descs && !reach {
                break;
            }
        }
        self.finish_init(entry, main);
        self.list_iface_methods();
        self.finish_types();
    }

    fn lower_one(&mut self, id: FuncId) {
        let key = self.keys[&id].clone();
        self.env = Env::EMPTY;
        match key {
            FuncKey::Decl(_, env) => {
                self.env = env;
                lower_body(self, &key, id);
            }
            FuncKey::Lit(..) => {
                self.env = self.lits[&id].env;
                lower_body(self, &key, id);
            }
            FuncKey::InitChunk(..) | FuncKey::InitFunc(..) => lower_body(self, &key, id),
            FuncKey::PkgInit(_) | FuncKey::Entry | FuncKey::Synthetic(_) => {}
            FuncKey::IfaceMethod(..) | FuncKey::MethodExpr(..) | FuncKey::MethodValue(..) | FuncKey::Thunk(_)
            | FuncKey::BuiltinFunc(_) => self.build_wrapper(&key, id),
        }
    }

    /// Makes functions of what always runs when a package is initialised.
    fn start_package(&mut self, pkg: PkgId) {
        let w = self.world;
        for (from, to) in self.eager_chunks(pkg) {
            self.func(FuncKey::InitChunk(pkg, from, to));
        }
        for n in 0..w.package(pkg).inits.len() as u32 {
            self.func(FuncKey::InitFunc(pkg, n));
        }
    }

    /// Makes functions of all declarations of a package that are not generic.
    fn start_functions(&mut self, pkg: PkgId) {
        let w = self.world;
        for (i, o) in w.objects.iter().enumerate() {
            if o.pkg != Some(pkg) || !matches!(o.kind, ObjKind::Func(Some(_))) || matches!(o.name.as_str(), "_" | "init") {
                continue;
            }
            let Type::Signature(sig) = w.under(o.ty) else { continue };
            if sig.tparams.is_empty() && sig.recv_tparams.is_empty() {
                self.decl_func(ObjId(i as u32));
            }
        }
    }

    /// Functions with `//golift:noalloc` are checked even if the program does not call them.
    fn start_asserted(&mut self) {
        let w = self.world;
        for (i, o) in w.objects.iter().enumerate() {
            let ObjKind::Func(Some(at)) = o.kind else { continue };
            if o.pkg.is_none_or(|p| w.package(p).std) || !self.file_of(at).directives.iter().any(|d| d.text.starts_with("golift:noalloc")) {
                continue;
            }
            let Type::Signature(sig) = w.under(o.ty) else { continue };
            let obj = ObjId(i as u32);
            if sig.tparams.is_empty() && sig.recv_tparams.is_empty() && self.has_directive(obj, "golift:noalloc") {
                self.decl_func(obj);
            }
        }
    }

    /// The initialisers of an `InitChunk`, with their right sides, in order.
    pub fn chunk_inits(&self, pkg: PkgId, from: u32, to: u32) -> Vec<(&'p Initializer, &'p Expr)> {
        let w = self.world;
        let all = &w.package(pkg).init_order;
        let classes = &self.statics.classes[pkg.0 as usize];
        let range = from as usize..to as usize;
        let code = range.filter(|i| classes[*i] != InitClass::Static);
        code.filter_map(|i| Some((&all[i], self.init_expr(pkg, &all[i])?))).collect()
    }

    /// Writes the packages' init functions and the entry.
    fn finish_init(&mut self, entry: FuncId, main: Option<FuncId>) {
        let w = self.world;
        let mut runs = Vec::new();
        for p in 0..w.packages.len() as u32 {
            let pkg = PkgId(p);
            let count = self.statics.classes[p as usize].len() as u32;
            let mut calls: Vec<FuncId> = Vec::new();
            let mut i = 0;
            while i < count {
                // Chunks start at their first initialiser and are named by it.
                let chunk = self.statics.chunk_end(pkg, i).and_then(|end| {
                    let f = self.funcs.get(&FuncKey::InitChunk(pkg, i, end))?;
                    Some((*f, end))
                });
                match chunk {
                    Some((f, end)) => {
                        calls.push(f);
                        i = end;
                    }
                    None => i += 1,
                }
            }
            for n in 0..w.package(pkg).inits.len() as u32 {
                calls.push(self.func(FuncKey::InitFunc(pkg, n)));
            }
            if !calls.is_empty() {
                runs.push(self.func(FuncKey::PkgInit(pkg)));
            }
            // Function literals in static initialisers name the init function even if it has nothing to do.
            if let Some(&init) = self.funcs.get(&FuncKey::PkgInit(pkg)) {
                self.call_all(init, &calls);
            }
        }
        runs.extend(main);
        self.call_all(entry, &runs);
    }

    /// Makes a function's body a sequence of calls without arguments.
    fn call_all(&mut self, id: FuncId, callees: &[FuncId]) {
        let func = &mut self.module.funcs[id];
        let block = func.entry();
        for &c in callees {
            func.append(block, Op::Call(c), &[], &[], None);
        }
        func.blocks[block].term = Terminator::Return(Vec::new());
    }

    /// The right side of a package-level initialiser.
    pub fn init_expr(&self, pkg: PkgId, init: &Initializer) -> Option<&'p Expr> {
        let w = self.world;
        let (file, decl, value) = init.place;
        match w.package(pkg).files.get(file as usize)?.decls.get(decl as usize)? {
            Decl::Var(spec) => spec.values.get(value as usize),
            _ => None,
        }
    }

    /// The function of package `runtime` with this name, if the program has that package.
    pub fn runtime_func(&mut self, name: &str) -> Option<FuncId> {
        let w = self.world;
        let pkg = w.packages.iter().find(|p| p.path == "runtime" && p.std)?;
        let obj = w.lookup(pkg.scope, Symbol::new(name))?;
        matches!(w.obj(obj).kind, ObjKind::Func(_)).then(|| self.decl_func(obj))
    }
}
