//! What functions are made from: the keys of the module's functions.

use super::captures_range::Hidden;
use super::range::Clause;
use golift_base::Symbol;
use golift_frontend::ast::{Block, FuncLit, NodeId};
use golift_ssa::FuncId;
use golift_types::{ObjId, PkgId, TypeId};
use std::rc::Rc;
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
    /// A function literal or the body of a loop over a function: its expression's or statement's node, and the function
    /// that it stands in. Made by
    /// [`super::ModuleBuilder::lit_func`].
    Lit(NodeId, FuncId),
    /// Code that its creator fills in ([`super::ModuleBuilder::new_func`]); the number makes it unique.
    Synthetic(u32),
    /// The code that an itab or method table holds for a method of a concrete type: the receiver is the data word.
    /// (receiver type, method object).
    IfaceMethod(TypeId, ObjId),
    /// A method with its receiver as an ordinary first parameter, promoted methods and interface methods included:
    /// what the method expression `T.M` denotes. (receiver type, method object, the method's own type arguments)
    MethodExpr(TypeId, ObjId, Env),
    /// The code of the method value `x.M`: the context is a closure that holds the receiver right after the code
    /// pointer ([`super::ModuleBuilder::method_value_layout`]). (receiver type, method object, the method's own type
    /// arguments)
    MethodValue(TypeId, ObjId, Env),
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

/// What a capture holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Captured {
    /// A variable.
    Var(ObjId),
    /// Something that the body of a loop over a function needs of its root.
    Hidden(Hidden),
    /// The state of the loop over a function whose body this is.
    State,
}

/// What a function literal, or the body of a loop over a function, captures.
#[derive(Clone, Debug)]
pub struct Capture {
    /// What.
    pub what: Captured,
    /// Whether the closure holds the variable's address instead of its value.
    pub by_ref: bool,
    /// The byte offset in the closure object.
    pub offset: u64,
}

/// The results of the function that `return` leaves.
#[derive(Clone, Debug, Default)]
pub struct RootResults {
    /// Their types.
    pub types: Vec<TypeId>,
    /// Their variables, for results with a name that is not blank.
    pub objs: Vec<Option<ObjId>>,
}

/// The code of a [`FuncKey::Lit`].
#[derive(Clone, Debug)]
pub enum LitBody<'p> {
    /// A function literal.
    Func(&'p FuncLit),
    /// The body of a loop over a function.
    Range(RangeBody<'p>),
}

/// The body of a loop over a function.
#[derive(Clone, Debug)]
pub struct RangeBody<'p> {
    /// The loop's label.
    pub label: Option<Symbol>,
    /// The variables.
    pub clause: Clause<'p>,
    /// The statements.
    pub body: &'p Block,
    /// The results of the function around.
    pub results: Rc<RootResults>,
}

/// What the body of a function literal needs to know of the place where it stands.
#[derive(Clone, Debug)]
pub struct LitInfo<'p> {
    /// The literal or loop body.
    pub body: LitBody<'p>,
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
