//! The abstract syntax tree of Go 1.27 source files.
//!
//! Shaped like `go/ast`, with the positions that the official compiler's messages need.
//! Every expression, identifier and node that later phases attach facts to has a [`NodeId`];
//! ids are dense over the whole program, so that facts live in vectors beside the tree, never in it.
//! The tree is immutable after parsing. Type expressions are ordinary [`Expr`]s, as in `go/ast`.

mod stmt;

pub use stmt::{Block, CaseClause, CommClause, Stmt, StmtKind};

use golift_base::{FileId, Pos, Span, Symbol};

/// The index of a node in the side tables of later phases. Dense over the program, from 0.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct NodeId(pub u32);

/// A name where it is declared, selected or used as a label. (A use in an expression is an [`ExprKind::Name`].)
#[derive(Clone, Debug)]
pub struct Ident {
    /// Key for `defs` and `uses`.
    pub id: NodeId,
    /// The name.
    pub name: Symbol,
    /// Where it stands.
    pub span: Span,
}

/// One source file.
#[derive(Debug)]
pub struct File {
    /// The file in the source map.
    pub file: FileId,
    /// `package name`.
    pub package: Ident,
    /// Import declarations in source order; they also stand in no other list.
    pub imports: Vec<ImportSpec>,
    /// All other top-level declarations in source order.
    pub decls: Vec<Decl>,
    /// `//go:…` and `//golift:…` directives and `//go:build` lines with their positions, in source order.
    pub directives: Vec<Directive>,
    /// The `N` of the language version `go1.N` that the file's `//go:build` line asks for.
    pub go_version: Option<u32>,
    /// The position just past the last byte.
    pub eof: Pos,
}

/// A comment that instructs the compiler: `//go:noinline`, `//go:embed x`, `//go:build …`, `//golift:noalloc`, `//line`.
#[derive(Clone, Debug)]
pub struct Directive {
    /// Where the comment starts.
    pub pos: Pos,
    /// The text after `//`.
    pub text: String,
}

/// `import name "path"`.
#[derive(Debug)]
pub struct ImportSpec {
    /// Key for `implicits` when there is no name.
    pub id: NodeId,
    /// The local name; `.` and `_` included.
    pub name: Option<Ident>,
    /// The decoded path.
    pub path: String,
    /// The string literal's span.
    pub path_span: Span,
}

/// A top-level or local declaration.
#[derive(Debug)]
pub enum Decl {
    /// One `var` spec: `var a, b T = x, y`.
    Var(ValueSpec),
    /// One `const` spec; implicit repetition is resolved by the checker through `group` and `iota`.
    Const(ValueSpec),
    /// One `type` spec.
    Type(Box<TypeSpec>),
    /// A function or method; top level only.
    Func(Box<FuncDecl>),
}

/// One spec of a `var` or `const` declaration.
#[derive(Debug)]
pub struct ValueSpec {
    /// Key for the spec itself.
    pub id: NodeId,
    /// The whole spec.
    pub span: Span,
    /// The declared names, at least one.
    pub names: Vec<Ident>,
    /// The type, if written.
    pub ty: Option<Expr>,
    /// The values, possibly none.
    pub values: Vec<Expr>,
    /// The index of this spec in its parenthesised group, from 0: the value of iota.
    pub iota: u32,
    /// Equal for the specs of one `var (…)`/`const (…)` group, distinct between groups of a file.
    pub group: u32,
}

/// `type Name[P C] T` or `type Name[P C] = T`.
#[derive(Debug)]
pub struct TypeSpec {
    /// Key for the spec itself.
    pub id: NodeId,
    /// The whole spec.
    pub span: Span,
    /// The declared name.
    pub name: Ident,
    /// Type parameters.
    pub tparams: Vec<Field>,
    /// Whether `=` stands before the type.
    pub alias: bool,
    /// The type.
    pub ty: Expr,
}

/// A function or method declaration.
#[derive(Debug)]
pub struct FuncDecl {
    /// Key for the declaration itself.
    pub id: NodeId,
    /// From `func` to the closing brace.
    pub span: Span,
    /// The receiver parameter; exactly one when valid. (The parser reports other counts.)
    pub recv: Option<Field>,
    /// The name.
    pub name: Ident,
    /// Type parameters (methods may have them since 1.27).
    pub tparams: Vec<Field>,
    /// Parameters and results.
    pub ty: FuncType,
    /// The body; `None` for a function implemented elsewhere.
    pub body: Option<Block>,
    /// Directives in the comment group right above (`//go:noinline`), as indices into [`File::directives`].
    pub directives: Vec<u32>,
}

/// `(params) results`.
#[derive(Debug)]
pub struct FuncType {
    /// The position of `func`, or of `(` for interface methods.
    pub pos: Pos,
    /// Parameters, one `Field` for each group `a, b T`.
    pub params: Vec<Field>,
    /// Results, likewise.
    pub results: Vec<Field>,
    /// The closing parenthesis of the parameters.
    pub rparen: Pos,
}

/// Names that share a type: parameters, results, receivers, type parameters, struct fields.
#[derive(Debug)]
pub struct Field {
    /// Key for the field itself (the embedded field's variable, an unnamed parameter).
    pub id: NodeId,
    /// The names; empty for unnamed parameters and embedded fields.
    pub names: Vec<Ident>,
    /// The type; for the last parameter possibly [`ExprKind::Ellipsis`]. For an embedded field the type name, perhaps behind `*`.
    pub ty: Expr,
    /// A struct field's tag, decoded.
    pub tag: Option<String>,
    /// Whether this is an embedded struct field.
    pub embedded: bool,
    /// The whole field.
    pub span: Span,
}

/// An expression or type expression.
#[derive(Debug)]
pub struct Expr {
    /// Key for types, values, selections.
    pub id: NodeId,
    /// From the first to the last byte.
    pub span: Span,
    /// What it is.
    pub kind: ExprKind,
}

/// The kinds of literal tokens.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum LitKind {
    /// `42`, `0x2A`, `0b1_0`.
    Int,
    /// `1.5`, `0x1p-2`.
    Float,
    /// `2i`.
    Imag,
    /// `'a'`.
    Rune,
    /// `"a"` and `` `a` ``.
    String,
}

/// What an expression is.
#[derive(Debug)]
pub enum ExprKind {
    /// Something that did not parse; already reported.
    Bad,
    /// A use of a name, `_` included.
    Name(Symbol),
    /// A literal. `text` is the source text; `value` is the decoded bytes for strings and the code point for runes.
    Lit {
        /// Which token.
        kind: LitKind,
        /// The token's source text.
        text: String,
        /// Decoded string bytes, or the rune's value as `i32` little-endian; empty for numbers.
        value: Vec<u8>,
    },
    /// `T{a, b: c}`; `ty` is `None` for elided inner types.
    Composite {
        /// The literal's type.
        ty: Option<Box<Expr>>,
        /// The elements; `key: value` is an [`ExprKind::KeyValue`].
        elems: Vec<Expr>,
        /// Position of `{`.
        lbrace: Pos,
        /// Position of `}`.
        rbrace: Pos,
    },
    /// `key: value` inside a composite literal.
    KeyValue(Box<Expr>, Box<Expr>),
    /// `func(…) … { … }`.
    FuncLit(Box<FuncLit>),
    /// `(x)`.
    Paren(Box<Expr>),
    /// `x.sel`.
    Selector(Box<Expr>, Ident),
    /// `x[i]`, `x[T1, T2]`: index or instantiation; at least one index.
    Index {
        /// The indexed operand.
        x: Box<Expr>,
        /// One or more indices or type arguments.
        indices: Vec<Expr>,
        /// Position of `[`.
        lbrack: Pos,
        /// Position of `]`.
        rbrack: Pos,
    },
    /// `x[lo:hi]`, `x[lo:hi:max]`.
    Slice {
        /// The sliced operand.
        x: Box<Expr>,
        /// Low bound.
        lo: Option<Box<Expr>>,
        /// High bound.
        hi: Option<Box<Expr>>,
        /// Capacity bound.
        max: Option<Box<Expr>>,
        /// Whether two colons were written.
        three: bool,
        /// Position of `[`.
        lbrack: Pos,
    },
    /// `x.(T)`; `ty` is `None` for `x.(type)`.
    TypeAssert {
        /// The interface operand.
        x: Box<Expr>,
        /// The asserted type.
        ty: Option<Box<Expr>>,
    },
    /// `f(args...)`, also conversions and builtins.
    Call {
        /// What is called or converted to.
        fun: Box<Expr>,
        /// The arguments.
        args: Vec<Expr>,
        /// Whether `...` follows the last argument.
        spread: bool,
        /// Position of `(`.
        lparen: Pos,
        /// Position of `)`.
        rparen: Pos,
    },
    /// `*x`: dereference or pointer type.
    Star(Box<Expr>),
    /// `+x -x !x ^x &x <-x`, and `~x` in constraints.
    Unary(UnaryOp, Box<Expr>),
    /// `x op y`. In constraints `|` unites terms.
    Binary {
        /// The operator.
        op: BinaryOp,
        /// Position of the operator.
        op_pos: Pos,
        /// Left operand.
        x: Box<Expr>,
        /// Right operand.
        y: Box<Expr>,
    },
    /// `...T` as the type of the last parameter, `[...]T`'s length (with `None`).
    Ellipsis(Option<Box<Expr>>),
    /// `[N]T`; `len` is `Ellipsis(None)` for `[...]T`.
    ArrayType {
        /// The length.
        len: Box<Expr>,
        /// The element type.
        elem: Box<Expr>,
    },
    /// `[]T`.
    SliceType(Box<Expr>),
    /// `map[K]V`.
    MapType(Box<Expr>, Box<Expr>),
    /// `chan T`, `chan<- T`, `<-chan T`.
    ChanType(ChanDir, Box<Expr>),
    /// `func(…) …` as a type.
    FuncType(Box<FuncType>),
    /// `struct { … }`.
    StructType(Vec<Field>),
    /// `interface { … }`.
    InterfaceType(Vec<InterfaceElem>),
}

/// A channel type's direction.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum ChanDir {
    /// `chan T`.
    Both,
    /// `chan<- T`.
    Send,
    /// `<-chan T`.
    Recv,
}

/// A function literal.
#[derive(Debug)]
pub struct FuncLit {
    /// Its signature.
    pub ty: FuncType,
    /// Its body.
    pub body: Block,
}

/// A member of an interface type.
#[derive(Debug)]
pub enum InterfaceElem {
    /// `M(params) results`.
    Method(Ident, FuncType),
    /// An embedded interface or a union of terms.
    Embed(Expr),
}

/// Unary operators.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum UnaryOp {
    /// `+x`
    Plus,
    /// `-x`
    Neg,
    /// `!x`
    Not,
    /// `^x`
    Xor,
    /// `&x`
    Addr,
    /// `<-x`
    Recv,
    /// `~T`
    Tilde,
}

/// Binary operators; also the operator of `x op= y`.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[allow(missing_docs)]
pub enum BinaryOp {
    Add, Sub, Mul, Div, Rem,
    And, Or, Xor, AndNot, Shl, Shr,
    LogAnd, LogOr,
    Eq, Ne, Lt, Le, Gt, Ge,
}

impl BinaryOp {
    /// The operator as written.
    pub fn as_str(self) -> &'static str {
        use BinaryOp::*;
        match self {
            Add => "+", Sub => "-", Mul => "*", Div => "/", Rem => "%",
            And => "&", Or => "|", Xor => "^", AndNot => "&^", Shl => "<<", Shr => ">>",
            LogAnd => "&&", LogOr => "||",
            Eq => "==", Ne => "!=", Lt => "<", Le => "<=", Gt => ">", Ge => ">=",
        }
    }

    /// How tightly it binds, from 1 to 5 (spec, "Operator precedence").
    pub fn precedence(self) -> u8 {
        use BinaryOp::*;
        match self {
            LogOr => 1,
            LogAnd => 2,
            Eq | Ne | Lt | Le | Gt | Ge => 3,
            Add | Sub | Or | Xor => 4,
            Mul | Div | Rem | Shl | Shr | And | AndNot => 5,
        }
    }

    /// Whether this is one of `== != < <= > >=`.
    pub fn is_comparison(self) -> bool {
        use BinaryOp::*;
        matches!(self, Eq | Ne | Lt | Le | Gt | Ge)
    }

    /// Whether this is `<<` or `>>`.
    pub fn is_shift(self) -> bool {
        matches!(self, BinaryOp::Shl | BinaryOp::Shr)
    }
}

impl UnaryOp {
    /// The operator as written.
    pub fn as_str(self) -> &'static str {
        match self {
            UnaryOp::Plus => "+",
            UnaryOp::Neg => "-",
            UnaryOp::Not => "!",
            UnaryOp::Xor => "^",
            UnaryOp::Addr => "&",
            UnaryOp::Recv => "<-",
            UnaryOp::Tilde => "~",
        }
    }
}
