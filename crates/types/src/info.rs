//! The facts that the checker attaches to the AST: `go/types.Info`'s tables.

use crate::constant::Const;
use crate::object::ObjId;
use crate::types::TypeId;
use golift_frontend::ast::NodeId;
use rustc_hash::FxHashMap;

/// What an expression denotes (`go/types` operand modes).
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Mode {
    /// Erroneous, or not an expression of its own (never reaches lowering).
    #[default]
    Invalid,
    /// A call without results.
    NoValue,
    /// A built-in function; the object is in `uses`.
    Builtin,
    /// A type.
    Type,
    /// A constant; `value` is set.
    Constant,
    /// An addressable variable.
    Variable,
    /// A map element: assignable, not addressable.
    MapIndex,
    /// Any other single value.
    Value,
    /// `nil` (its type is the target's after conversion).
    Nil,
    /// A value with optional second bool: map index, receive, type assertion, in a two-value context; type is then a Tuple.
    CommaOk,
    /// A package name (left side of a qualified identifier).
    Package,
}

/// Type, mode and constant value of an expression; for untyped operands the final type after conversion.
#[derive(Clone, Debug)]
pub struct TypeAndValue {
    /// What the expression denotes.
    pub mode: Mode,
    /// The type. In two-value contexts of map index, receive and assertion a Tuple (T, bool).
    pub ty: TypeId,
    /// The constant's value.
    pub value: Option<Const>,
}

/// The sorts of selector expressions that are no qualified identifiers.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SelectionKind {
    /// `x.f`, a struct field.
    Field,
    /// `x.m`, a method (called or method value).
    Method,
    /// `T.m`, a method expression.
    MethodExpr,
}

/// What `x.sel` selects.
#[derive(Clone, Debug)]
pub struct Selection {
    /// Which sort.
    pub kind: SelectionKind,
    /// The type of `x` (or `T`).
    pub recv: TypeId,
    /// The field (`Var`) or method (`Func`).
    pub obj: ObjId,
    /// Field indices from `recv` through embedded fields; for methods the last index is the method's and is to be ignored
    /// in favour of `obj`.
    pub path: Vec<u32>,
    /// Whether a pointer was followed on the way.
    pub indirect: bool,
}

/// A package-level variable initialisation, in the order of execution.
#[derive(Clone, Debug)]
pub struct Initializer {
    /// The variables: several only for a multi-value right side; blank ones included.
    pub lhs: Vec<ObjId>,
    /// The node of the right side.
    pub rhs: NodeId,
    /// Where the right side stands: file index in the package, declaration index in the file, value index in the spec.
    pub place: (u32, u32, u32),
}

/// All tables; vectors are indexed by `NodeId`.
#[derive(Debug, Default)]
pub struct Info {
    /// Type and value of every expression node, `None` for others. Idents that are uses in expressions are expressions.
    pub types: Vec<Option<TypeAndValue>>,
    /// The object that an identifier declares (`Ident.id`, or the `Name` expression's id on the left of `:=` and range).
    /// For `:=` only new variables are here; redeclared ones are in `uses`.
    pub defs: Vec<Option<ObjId>>,
    /// The object that an identifier or name expression refers to (for `x.sel`, `sel.id`).
    pub uses: Vec<Option<ObjId>>,
    /// Implicit objects: a type-switch clause's variable (`CaseClause.id`), an import without name (`ImportSpec.id`),
    /// an unnamed parameter, embedded field (`Field.id`).
    pub implicits: FxHashMap<NodeId, ObjId>,
    /// Selections by the selector expression's id. Qualified identifiers are not here.
    pub selections: FxHashMap<NodeId, Selection>,
    /// Type arguments of instantiated generic functions, by the id of the name expression or `sel` identifier.
    pub instances: FxHashMap<NodeId, Vec<TypeId>>,
    /// The target of `break`, `continue` and `goto` with label: the labeled statement's id, by the branch statement's id.
    pub branch_targets: FxHashMap<NodeId, NodeId>,
    /// Variables that files of the build fill.
    pub embeds: Vec<crate::EmbedVar>,
    /// The files, with folders, of each such variable; the driver finds them.
    pub embedded: FxHashMap<ObjId, Vec<crate::EmbeddedFile>>,
}
