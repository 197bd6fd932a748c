//! The entry function, package initialisation, and the worklist.

use super::module::ModuleBuilder;
use golift_frontend::ast::{Decl, Expr};
use golift_ssa::FuncId;
use golift_types::{Initializer, PkgId};

impl<'p> ModuleBuilder<'p> {
    /// Lowers everything that the entry reaches.
    pub(super) fn run(&mut self) {
        todo!()
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
        let obj = w.lookup(pkg.scope, golift_base::Symbol::new(name))?;
        Some(self.decl_func(obj))
    }
}
