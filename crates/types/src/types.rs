//! The representation of Go types.

use crate::object::ObjId;
use golift_base::{Pos, Symbol};
use golift_frontend::ast::ChanDir;

/// The index of a type in [`crate::World::types`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct TypeId(pub u32);

/// The index of a defined or alias type's data in [`crate::World::named`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct NamedId(pub u32);

/// The index of a type parameter's data in [`crate::World::type_params`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct TypeParamId(pub u32);

/// Basic types. `TypeId(Basic::X as u32)` is the type's id: the first entries of the table, in this order.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[repr(u32)]
#[allow(missing_docs)]
pub enum Basic {
    Invalid,
    Bool,
    Int, Int8, Int16, Int32, Int64,
    Uint, Uint8, Uint16, Uint32, Uint64, Uintptr,
    Float32, Float64,
    Complex64, Complex128,
    String,
    UnsafePointer,
    UntypedBool, UntypedInt, UntypedRune, UntypedFloat, UntypedComplex, UntypedString, UntypedNil,
}

impl Basic {
    /// The type's id.
    pub const fn id(self) -> TypeId {
        TypeId(self as u32)
    }
}

/// A type. `byte` and `rune` are aliases: distinct `Alias` entries whose target is `Uint8`/`Int32`.
#[derive(Clone, Debug)]
pub enum Type {
    /// A predeclared type.
    Basic(Basic),
    /// A defined type, perhaps an instance of a generic one; data in [`crate::World::named`].
    Named(NamedId),
    /// An alias, kept for messages; `World::unalias` sees through it.
    Alias(NamedId),
    /// `*T`
    Pointer(TypeId),
    /// `[]T`
    Slice(TypeId),
    /// `[N]T`
    Array(TypeId, u64),
    /// `map[K]V`
    Map(TypeId, TypeId),
    /// `chan T`
    Chan(ChanDir, TypeId),
    /// Several results.
    Tuple(Vec<TypeId>),
    /// A function type; for methods without the receiver.
    Signature(Signature),
    /// A struct.
    Struct(Vec<StructField>),
    /// An interface or constraint.
    Interface {
        /// Explicitly declared methods in source order.
        methods: Vec<InterfaceMethod>,
        /// Embedded types and unions with their positions.
        embeds: Vec<(TypeId, Pos)>,
        /// Whether this is the implicit interface around a constraint literal (`[T ~int]`).
        implicit: bool,
    },
    /// A union of terms in a constraint.
    Union(Vec<UnionTerm>),
    /// A type parameter.
    TypeParam(TypeParamId),
}

/// A parameter or result.
#[derive(Clone, Debug)]
pub struct Param {
    /// The variable object; always present (with the blank or an empty name when unnamed).
    pub obj: ObjId,
    /// The type; for a variadic parameter the slice type.
    pub ty: TypeId,
}

/// A function type.
#[derive(Clone, Debug, Default)]
pub struct Signature {
    /// The receiver parameter of a declared method.
    pub recv: Option<Param>,
    /// Type parameters of a generic function or method.
    pub tparams: Vec<TypeParamId>,
    /// The receiver's own type parameters (`func (r T[P])`).
    pub recv_tparams: Vec<TypeParamId>,
    /// Parameters.
    pub params: Vec<Param>,
    /// Results.
    pub results: Vec<Param>,
    /// Whether the last parameter is variadic; its type is then the slice.
    pub variadic: bool,
}

/// A struct field.
#[derive(Clone, Debug)]
pub struct StructField {
    /// The field's object: name, package, position, type, embedded.
    pub obj: ObjId,
    /// The name.
    pub name: Symbol,
    /// The type.
    pub ty: TypeId,
    /// Whether embedded.
    pub embedded: bool,
    /// The tag, empty if none.
    pub tag: String,
}

/// An interface's method.
#[derive(Clone, Debug)]
pub struct InterfaceMethod {
    /// The method's `Func` object.
    pub obj: ObjId,
    /// The name.
    pub name: Symbol,
    /// Its signature type.
    pub sig: TypeId,
}

/// `T` or `~T` in a union.
#[derive(Clone, Debug)]
pub struct UnionTerm {
    /// Whether `~` stands before it.
    pub tilde: bool,
    /// The type.
    pub ty: TypeId,
}

/// The data of a defined type or an alias.
#[derive(Clone, Debug)]
pub struct NamedData {
    /// The type name's object.
    pub obj: ObjId,
    /// For a defined type its underlying type (never Named or Alias once complete);
    /// for an alias its target.
    pub underlying: TypeId,
    /// Declared methods (`Func` objects) in source order; instances share their origin's until expanded.
    pub methods: Vec<ObjId>,
    /// The type parameters of a generic type.
    pub tparams: Vec<TypeParamId>,
    /// The type arguments of an instance.
    pub targs: Vec<TypeId>,
    /// The generic type that this is an instance of.
    pub origin: Option<NamedId>,
}

/// The data of a type parameter.
#[derive(Clone, Debug)]
pub struct TypeParamData {
    /// The type name's object.
    pub obj: ObjId,
    /// The index in its list.
    pub index: u32,
    /// The constraint as written.
    pub constraint: TypeId,
}
