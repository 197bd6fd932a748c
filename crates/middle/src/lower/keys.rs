//! What functions are made from: the keys of the module's functions.

use golift_frontend::ast::{FuncLit, NodeId};
use golift_ssa::FuncId;
use golift_types::{ObjId, PkgId, TypeId};
use std::sync::Arc;

/// An interned substitution of types for type parameters; [`Env::EMPTY`] outside of generic functions.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct Env(pub u32);

impl Env {
    /// No type parameters.
    pub const EMPTY: Env = Env(0);
}

/// The origin of a function. All types in keys are canonical ([`super::ModuleBuilder::canon`]).
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum FuncKey {
    /// A declared function or method, with the substitution of its (and its receiver's) type parameters.
    Decl(ObjId, Env),
    /// A function literal: its expression's node, and the function that it stands in. Made by
    /// [`super::ModuleBuilder::lit_func`].
    Lit(NodeId, FuncId),
    /// Code that its creator fills in ([`super::ModuleBuilder::new_func`]); the number makes it unique.
    Synthetic(u32),
    /// The code that an itab or method table holds for a method of a concrete type: the receiver is the data word.
    /// (receiver type, method object).
    IfaceMethod(TypeId, ObjId),
    /// A method with its receiver as an ordinary first parameter, promoted methods and interface methods included:
    /// what the method expression `T.M` denotes. (receiver type, method object)
    MethodExpr(TypeId, ObjId),
    /// The code of the method value `x.M`: the context is a closure that holds the receiver right after the code
    /// pointer ([`super::ModuleBuilder::method_value_layout`]). (receiver type, method object)
    MethodValue(TypeId, ObjId),
    /// Drops the context and calls the function: the code of the function's static closure.
    Thunk(FuncId),
    /// Calls the builtin that implements a bodyless function.
    BuiltinFunc(ObjId),
    /// The n-th `func init()` of a package.
    InitFunc(PkgId, u32),
    /// Initialises a package's variables and runs its `init` functions.
    PkgInit(PkgId),
    /// Some of a package's variable initialisers, by their indices in `init_order`: `from..to`.
    InitChunk(PkgId, u32, u32),
    /// Initialises all packages and runs `main.main`.
    Entry,
}

/// A variable that a function literal captures.
#[derive(Clone, Debug)]
pub struct Capture {
    /// The variable.
    pub obj: ObjId,
    /// Whether the closure holds the variable's address instead of its value.
    pub by_ref: bool,
    /// The byte offset in the closure object.
    pub offset: u64,
}

/// What the body of a function literal needs to know of the place where it stands.
#[derive(Clone, Debug)]
pub struct LitInfo<'p> {
    /// The literal.
    pub lit: &'p FuncLit,
    /// Its function type.
    pub ty: TypeId,
    /// The package.
    pub pkg: PkgId,
    /// The substitution of the enclosing function.
    pub env: Env,
    /// The link name, also the logical function of its locations.
    pub name: Arc<str>,
    /// The captured variables.
    pub captures: Vec<Capture>,
}
