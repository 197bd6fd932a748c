//! All packages, types, objects and scopes of a program.

use crate::arena::Arena;
use crate::info::{Info, Initializer};
use crate::lookup::TypeSet;
use crate::subst::Instances;
use crate::object::{Object, Scope, ScopeId};
use crate::sizes::Layout;
use crate::types::{NamedData, NamedId, Type, TypeId, TypeParamData};
use golift_base::Symbol;
use golift_frontend::ast::File;
use rustc_hash::FxHashMap;
use std::sync::{Arc, RwLock};

/// The index of a package in [`World::packages`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct PkgId(pub u32);

/// Where a function's declaration stands.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct FuncDeclRef {
    /// The package.
    pub pkg: PkgId,
    /// The index in [`Package::files`].
    pub file: u32,
    /// The index in [`File::decls`].
    pub decl: u32,
}

/// A package.
#[derive(Debug)]
pub struct Package {
    /// The import path; `main` for the command.
    pub path: String,
    /// The name in its package clause.
    pub name: Symbol,
    /// The parsed files.
    pub files: Vec<Arc<File>>,
    /// The package scope.
    pub scope: ScopeId,
    /// Directly imported packages in order of path.
    pub imports: Vec<PkgId>,
    /// Package-level variable initialisation in the order of execution.
    pub init_order: Vec<Initializer>,
    /// `func init()` declarations in source order.
    pub inits: Vec<FuncDeclRef>,
    /// Whether this is an embedded standard package (bodyless functions are runtime builtins there).
    pub std: bool,
    /// The language version from go.mod, as (major, minor).
    pub go_version: (u32, u32),
}

/// Everything the checker knows. Packages are added in dependency order.
#[derive(Debug, Default)]
pub struct World {
    /// Types by [`crate::TypeId`]; the first are the basic types.
    pub types: Arena<Type>,
    /// Defined types and aliases by [`crate::NamedId`].
    pub named: Arena<NamedData>,
    /// Type parameters by [`crate::TypeParamId`].
    pub type_params: Vec<TypeParamData>,
    /// Objects by [`crate::ObjId`].
    pub objects: Arena<Object>,
    /// Scopes by [`ScopeId`].
    pub scopes: Vec<Scope>,
    /// Packages by [`PkgId`], dependencies first.
    pub packages: Vec<Package>,
    /// The facts about the AST.
    pub info: Info,
    /// The universe scope.
    pub universe: ScopeId,
    /// Type sets of complete interfaces by the interface's id; filled and read by [`World::type_set`].
    pub type_sets: RwLock<FxHashMap<TypeId, Arc<TypeSet>>>,
    /// Layouts of complete defined types; filled and read by [`World::size_of`] and its kin.
    pub layouts: RwLock<FxHashMap<NamedId, Layout>>,
    /// Instances of generic types.
    pub instances: Instances,
}

