//! Objects (what names denote) and scopes.

use crate::constant::Const;
use crate::types::TypeId;
use crate::world::{FuncDeclRef, PkgId};
use golift_base::{Pos, Symbol};
use rustc_hash::FxHashMap;

/// The index of an object in [`crate::World::objects`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct ObjId(pub u32);

/// The index of a scope in [`crate::World::scopes`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct ScopeId(pub u32);

/// What a name denotes.
#[derive(Clone, Debug)]
pub struct Object {
    /// Which sort of thing, with its data.
    pub kind: ObjKind,
    /// The name; empty for unnamed parameters.
    pub name: Symbol,
    /// The package; `None` for the universe.
    pub pkg: Option<PkgId>,
    /// Where it is declared.
    pub pos: Pos,
    /// Its type; `Basic::Invalid` until known.
    pub ty: TypeId,
    /// The scope that declares it.
    pub scope: Option<ScopeId>,
    /// Whether it was used.
    pub used: bool,
}

/// The sorts of objects.
#[derive(Clone, Debug)]
pub enum ObjKind {
    /// An imported package's local name.
    PkgName(PkgId),
    /// A constant.
    Const(Const),
    /// A type.
    TypeName,
    /// A variable, parameter or field.
    Var(VarKind),
    /// A function, a method, or an interface method (no declaration).
    Func(Option<FuncDeclRef>),
    /// A label.
    Label,
    /// A predeclared function.
    Builtin(Builtin),
    /// `nil`.
    Nil,
}

/// The sorts of variables.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum VarKind {
    /// A package-level variable.
    Global,
    /// Declared in a function body.
    Local,
    /// A parameter.
    Param,
    /// A receiver.
    Recv,
    /// A result.
    Result,
    /// A struct field.
    Field,
    /// An embedded struct field.
    Embedded,
}

/// Predeclared functions, `unsafe`'s included.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[allow(missing_docs)]
pub enum Builtin {
    Append, Cap, Clear, Close, Complex, Copy, Delete, Imag, Len, Make, Max, Min, New, Panic, Print, Println, Real, Recover,
    UnsafeAdd, UnsafeAlignof, UnsafeOffsetof, UnsafeSizeof, UnsafeSlice, UnsafeSliceData, UnsafeString, UnsafeStringData,
}

/// A lexical scope.
#[derive(Clone, Debug, Default)]
pub struct Scope {
    /// The enclosing scope.
    pub parent: Option<ScopeId>,
    /// The declared names.
    pub names: FxHashMap<Symbol, ObjId>,
    /// The declared objects in order of declaration.
    pub order: Vec<ObjId>,
    /// Whether this is a function's outermost scope.
    pub is_func: bool,
}
