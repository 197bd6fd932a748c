//! The tree that the model works on: typed AST with everything implicit written out.
//!
//! Nodes, variables and functions live in the arenas of [`Program`] and name each other by index, so that inlining can
//! copy trees and rewrite nodes in place. Statements are nodes too. Positions of inlined copies are those of the
//! outermost call, which is what messages print.

use golift_base::{Pos, Symbol};
use golift_frontend::ast::{BinaryOp, UnaryOp};
pub use super::program::Program;
use golift_types::{Builtin, Const, ObjId, PkgId, TypeId};

/// A node.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct N(pub u32);

/// A variable.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct V(pub u32);

/// A function, method, function literal or wrapper.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct F(pub u32);

/// The sorts of nodes. `x`, `y`, `z`, `list`, `rhs`, `body` are the fields of [`Node`] that hold the operands.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Op {
    /// A local or global variable (`data` Var), or `_` without one.
    Name,
    /// A function's name (`data` Func), or one without code here (`data` Sym).
    FuncName,
    /// A method expression (`data` Method).
    MethExpr,
    /// A constant (`data` Const).
    Literal,
    /// nil
    Nil,
    /// A type as operand.
    TypeExpr,
    /// `!x -x +x ^x`
    Unary,
    /// Arithmetic and comparison of `x` and `y`.
    Binary,
    /// `&&` and `||`
    Logic,
    /// `list` joined by `+`.
    AddStr,
    /// `&x`
    Addr,
    /// `*x`
    Deref,
    /// `x.sel` of a struct.
    Dot,
    /// `x.sel` through a pointer.
    DotPtr,
    /// `x.M` as the callee of an interface call.
    DotInter,
    /// `x.M` as a value.
    MethValue,
    /// `x.(T)`
    DotType,
    /// `x[y]` of array, slice, string, pointer to array.
    Index,
    /// `x[y]` of a map.
    IndexMap,
    /// `x[y:z:list[0]]`; `data` Slice tells three-index forms.
    Slice,
    /// A conversion without code or between numbers.
    Conv,
    /// A conversion to an interface.
    ConvIface,
    /// string → `[]byte`
    StrToBytes,
    /// `[]byte` → string
    BytesToStr,
    /// string → `[]rune`
    StrToRunes,
    /// `[]rune` → string
    RunesToStr,
    /// integer → string
    RuneToStr,
    /// slice → array
    SliceToArray,
    /// slice → pointer to array
    SliceToArrayPtr,
    /// `<-x`
    Recv,
    /// Call of `x` with `list`.
    Call,
    /// Interface method call; `x` is a DotInter.
    CallInter,
    /// An inlined call: statements in `body`, results in `list`.
    InlCall,
    /// A predeclared function (`data` Builtin) with `list`.
    BuiltinCall,
    /// `new(T)`
    New,
    /// `make` of a slice: `x` length, `y` capacity.
    MakeSlice,
    /// `make` of a map: `x` size.
    MakeMap,
    /// `make` of a channel: `x` size.
    MakeChan,
    /// `&x` of a composite literal.
    PtrLit,
    /// An array literal; elements in `list`, perhaps `Key`.
    ArrayLit,
    /// A slice literal.
    SliceLit,
    /// A struct literal; elements are `StructKey`.
    StructLit,
    /// A map literal; elements are `Key`.
    MapLit,
    /// `x: y`
    Key,
    /// field (`data` Sym): `x`
    StructKey,
    /// A function literal (`data` Func).
    Closure,

    /// Declaration of `x`.
    Dcl,
    /// `x = y`; `def` for `:=`.
    Assign,
    /// `list = rhs`, as many on both sides.
    AssignPair,
    /// `list = call`
    AssignFunc,
    /// `v, ok = m[k]`
    AssignMapIndex,
    /// `v, ok = <-c`
    AssignRecv,
    /// `v, ok = x.(T)`
    AssignDotType,
    /// `x op= y`
    AssignOp,
    /// `x <- y`
    Send,
    /// `if x body else rhs`
    If,
    /// `for ; x; y body`
    For,
    /// `for y, z = range x body`
    Range,
    /// `switch x { list }`; x may be a TypeGuard.
    Switch,
    /// `data Var? := x.(type)`
    TypeGuard,
    /// A clause: values `list`, statements `body`, variable in `data`.
    Case,
    /// `select { list }`
    Select,
    /// A clause of select: `x` communicates, then `body`.
    CommCase,
    /// `return list`
    Return,
    /// Statements in `body`.
    Block,
    /// A label (`data` Sym).
    Label,
    /// `goto` (`data` Sym).
    Goto,
    /// `break`, perhaps with label.
    Break,
    /// `continue`, perhaps with label.
    Continue,
    /// `fallthrough`
    Fallthrough,
    /// `go x`
    Go,
    /// `defer x`
    Defer,
}

/// What else a node holds.
#[derive(Clone, Debug)]
pub enum Data {
    /// Nothing.
    None,
    /// A variable.
    Var(V),
    /// A function.
    Func(F),
    /// A method expression or value: the method, and its name qualified by the receiver type.
    Method(Option<F>, Symbol, TypeId),
    /// A constant.
    Const(Const),
    /// A name.
    Sym(Symbol),
    /// A selected field: its name, and its index in the struct.
    Field(Symbol, u32),
    /// A binary operator.
    Bin(BinaryOp),
    /// A unary operator.
    Un(UnaryOp),
    /// A predeclared function.
    Builtin(Builtin),
    /// Whether a slice expression has three indices, and whether it slices an array.
    Slice(bool, bool),
}

/// One node.
#[derive(Clone, Debug)]
pub struct Node {
    /// Which sort.
    pub op: Op,
    /// Where, as messages print it.
    pub pos: Pos,
    /// Where it is written; copies keep it.
    pub written: Pos,
    /// The type; `NO_TYPE` for statements.
    pub ty: TypeId,
    /// The innermost inlined call that it was copied for: an index from 1 in [`Program::inl_tree`], or 0.
    pub inlined: u32,
    /// Not written in the source: printed as its operand.
    pub implicit: bool,
    /// A call with `...`; `x++`; `:=`.
    pub flag: bool,
    /// Statements that run first.
    pub init: Vec<N>,
    /// First operand.
    pub x: Option<N>,
    /// Second operand.
    pub y: Option<N>,
    /// Third operand.
    pub z: Option<N>,
    /// Operands.
    pub list: Vec<N>,
    /// Right sides, else branch.
    pub rhs: Vec<N>,
    /// Statements.
    pub body: Vec<N>,
    /// The rest.
    pub data: Data,
}

/// The position of variables and statements that stand nowhere, not even in generated code.
pub const UNKNOWN: Pos = Pos(u32::MAX);

/// The type of nodes that have none.
pub const NO_TYPE: TypeId = TypeId(0);

impl Node {
    /// A node without operands.
    pub fn new(op: Op, pos: Pos, ty: TypeId) -> Node {
        Node {
            op,
            pos,
            written: if pos == UNKNOWN { Pos::NONE } else { pos },
            ty,
            inlined: 0,
            implicit: false,
            flag: false,
            init: Vec::new(),
            x: None,
            y: None,
            z: None,
            list: Vec::new(),
            rhs: Vec::new(),
            body: Vec::new(),
            data: Data::None,
        }
    }

    /// With a first operand.
    pub fn x(mut self, x: N) -> Node {
        self.x = Some(x);
        self
    }

    /// With a second operand.
    pub fn y(mut self, y: N) -> Node {
        self.y = Some(y);
        self
    }

    /// With operands.
    pub fn list(mut self, list: Vec<N>) -> Node {
        self.list = list;
        self
    }

    /// With statements.
    pub fn body(mut self, body: Vec<N>) -> Node {
        self.body = body;
        self
    }

    /// With data.
    pub fn data(mut self, data: Data) -> Node {
        self.data = data;
        self
    }

    /// Marked as not written.
    pub fn implicit(mut self) -> Node {
        self.implicit = true;
        self
    }

    /// All children in the order in which walks visit them.
    pub fn children(&self) -> Vec<N> {
        let mut out = Vec::with_capacity(4 + self.list.len() + self.body.len());
        out.extend(&self.init);
        out.extend(self.x);
        out.extend(self.y);
        out.extend(self.z);
        out.extend(&self.list);
        if self.op == Op::If {
            out.extend(&self.body);
            out.extend(&self.rhs);
        } else {
            out.extend(&self.rhs);
            out.extend(&self.body);
        }
        out
    }
}

/// Where a variable lives.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Class {
    /// A local variable or temporary.
    Auto,
    /// A parameter or receiver.
    Param,
    /// A result.
    Result,
    /// A package-level variable.
    Global,
}

/// A variable.
#[derive(Clone, Debug)]
pub struct Var {
    /// Its name; temporaries begin with `.`.
    pub name: Symbol,
    /// Where it lives.
    pub class: Class,
    /// Its type.
    pub ty: TypeId,
    /// The function that declares it; meaningless for globals.
    pub func: F,
    /// Where it is declared.
    pub pos: Pos,
    /// The statement that defines it.
    pub defn: Option<N>,
    /// The statement that defines it in the body kept for copies.
    pub pristine_defn: Option<N>,
    /// The package of the name, where it is printed qualified elsewhere.
    pub pkg: PkgId,
    /// Where it is written; copies keep it.
    pub written: Pos,
    /// The innermost inlined call that it was copied for, as of nodes.
    pub inlined: u32,
}

/// A parameter.
#[derive(Clone, Debug)]
pub struct Param {
    /// Its variable; `None` when unnamed or blank.
    pub var: Option<V>,
    /// Its type.
    pub ty: TypeId,
    /// Where it stands.
    pub pos: Pos,
    /// Its name, empty if it has none.
    pub name: Symbol,
    /// What the analysis found.
    pub leaks: crate::gcmodel::leaks::Leaks,
}

/// What a directive asks of a function.
#[derive(Clone, Copy, Debug, Default)]
pub struct Pragma {
    /// `//go:noinline`
    pub noinline: bool,
    /// `//go:noescape`
    pub noescape: bool,
    /// `//go:uintptrescapes`
    pub uintptr_escapes: bool,
    /// `//go:uintptrkeepalive`
    pub uintptr_keep_alive: bool,
    /// `//go:norace`
    pub norace: bool,
    /// `//go:nocheckptr`
    pub nocheckptr: bool,
    /// `//go:yeswritebarrierrec`
    pub yes_write_barrier_rec: bool,
}

/// Whether a function's body can be copied into callers.
#[derive(Clone, Debug, Default)]
pub enum Inline {
    /// Not looked at yet.
    #[default]
    Unknown,
    /// It cannot, for this reason.
    No(String),
    /// It can, at this cost.
    Yes(i32),
}

/// A function.
#[derive(Clone, Debug)]
pub struct Func {
    /// The name in messages, without package: `F`, `(*T).M`, `F.func1`.
    pub name: Symbol,
    /// Its package.
    pub pkg: PkgId,
    /// Where its name (or `func`) stands.
    pub pos: Pos,
    /// The declared object.
    pub obj: Option<ObjId>,
    /// The type of the function without receiver.
    pub ty: TypeId,
    /// Receiver, if any.
    pub recv: Option<Param>,
    /// Parameters.
    pub params: Vec<Param>,
    /// Results.
    pub results: Vec<V>,
    /// Whether the last parameter is variadic.
    pub variadic: bool,
    /// Statements; `None` without body.
    pub body: Option<Vec<N>>,
    /// The body as it was before calls were inlined, for copies.
    pub pristine: Option<Vec<N>>,
    /// Local variables in order of declaration, parameters and results first.
    pub dcls: Vec<V>,
    /// The function that a literal stands in.
    pub outer: Option<F>,
    /// The literal's expression.
    pub closure: Option<N>,
    /// Variables of outer functions that a literal uses, in order of first use.
    pub captures: Vec<(V, Pos)>,
    /// Directives.
    pub pragma: Pragma,
    /// Inlinability.
    pub inl: Inline,
    /// Made for `go` and `defer`, or a method wrapper.
    pub wrapper: bool,
    /// Whether the results of a literal flow to unknown places.
    pub results_lost: bool,
    /// Whether the parameters have been tagged.
    pub tagged: bool,
    /// Of an outermost function: the literals written in it, in order.
    pub own_literals: Vec<F>,
    /// Literals inside that were named so far.
    pub literals: u32,
    /// `go` and `defer` wrappers inside that were named so far.
    pub go_defer: u32,
    /// Whether it is an instance of a generic function: code for shapes, or the wrapper that calls it.
    pub instance: bool,
    /// Whether it is code for shapes, with a dictionary as first parameter.
    pub shaped: bool,
    /// Its inlinability is being found out.
    pub checking: bool,
    /// Whether copies of the body keep its positions.
    pub fixed_pos: bool,
    /// Whether it is the body of a range over a function.
    pub range_body: bool,
    /// Bodies of ranges over functions inside that were named so far.
    pub ranges: u32,
    /// The literal that this is a copy of.
    pub origin: Option<F>,
}
