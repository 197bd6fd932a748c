//! Statements of the tree (spec, "Statements").

use super::{BinaryOp, Decl, Expr, Ident, NodeId};
use golift_base::{Pos, Span};

/// `{ … }`.
#[derive(Debug)]
pub struct Block {
    /// Key for the block's scope.
    pub id: NodeId,
    /// The statements.
    pub stmts: Vec<Stmt>,
    /// Position of `{`.
    pub lbrace: Pos,
    /// Position of `}`.
    pub rbrace: Pos,
}

/// A statement.
#[derive(Debug)]
pub struct Stmt {
    /// Key for facts about the statement (labels, the loop a branch leaves, a clause's implicit variable).
    pub id: NodeId,
    /// From the first to the last byte.
    pub span: Span,
    /// What it is.
    pub kind: StmtKind,
}

/// What a statement is.
#[derive(Debug)]
pub enum StmtKind {
    /// Something that did not parse; already reported.
    Bad,
    /// Nothing.
    Empty,
    /// A local `var`, `const` or `type` declaration: all specs of one keyword.
    Decl(Vec<Decl>),
    /// `label: stmt`.
    Labeled(Ident, Box<Stmt>),
    /// An expression statement.
    Expr(Expr),
    /// `ch <- x`; the arrow's position.
    Send(Expr, Expr, Pos),
    /// `x++` (true) and `x--` (false); the operator's position.
    IncDec(Expr, bool, Pos),
    /// `a, b = x, y` and `x op= y`.
    Assign {
        /// Left sides.
        lhs: Vec<Expr>,
        /// The operator of `op=`.
        op: Option<BinaryOp>,
        /// Position of the operator.
        op_pos: Pos,
        /// Right sides.
        rhs: Vec<Expr>,
    },
    /// `a, b := x, y`; left sides that are no names are reported by the checker.
    Define {
        /// Left sides.
        lhs: Vec<Expr>,
        /// Position of `:=`.
        op_pos: Pos,
        /// Right sides.
        rhs: Vec<Expr>,
    },
    /// `go call`.
    Go(Expr),
    /// `defer call`.
    Defer(Expr),
    /// `return xs`.
    Return(Vec<Expr>),
    /// `break L`.
    Break(Option<Ident>),
    /// `continue L`.
    Continue(Option<Ident>),
    /// `goto L`.
    Goto(Ident),
    /// `fallthrough`.
    Fallthrough,
    /// `{ … }`.
    Block(Block),
    /// `if init; cond { … } else …`; `else_` is a `Block` or an `If`.
    If {
        /// The init statement.
        init: Option<Box<Stmt>>,
        /// The condition.
        cond: Expr,
        /// The then branch.
        then: Block,
        /// The else branch.
        else_: Option<Box<Stmt>>,
    },
    /// `switch init; tag { … }`.
    Switch {
        /// The init statement.
        init: Option<Box<Stmt>>,
        /// The tag.
        tag: Option<Expr>,
        /// The clauses.
        clauses: Vec<CaseClause>,
        /// Position of `{`.
        lbrace: Pos,
        /// Position of `}`.
        rbrace: Pos,
    },
    /// `switch init; v := x.(type) { … }`.
    TypeSwitch {
        /// The init statement.
        init: Option<Box<Stmt>>,
        /// `v` in `v := x.(type)`.
        bind: Option<Ident>,
        /// `x`.
        x: Expr,
        /// The clauses; their `exprs` are types or nil. With `bind`, `implicits[clause.id]` is the clause's variable.
        clauses: Vec<CaseClause>,
        /// Position of `{`.
        lbrace: Pos,
        /// Position of `}`.
        rbrace: Pos,
    },
    /// `select { … }`.
    Select {
        /// The clauses.
        clauses: Vec<CommClause>,
        /// Position of `{`.
        lbrace: Pos,
    },
    /// `for init; cond; post { … }`, `for cond { … }`, `for { … }`.
    For {
        /// The init statement.
        init: Option<Box<Stmt>>,
        /// The condition.
        cond: Option<Expr>,
        /// The post statement.
        post: Option<Box<Stmt>>,
        /// The body.
        body: Block,
    },
    /// `for k, v := range x { … }`.
    Range {
        /// The first variable or left side.
        key: Option<Expr>,
        /// The second.
        value: Option<Expr>,
        /// Where a third one stands, which is an error.
        extra: Option<Pos>,
        /// Whether `:=` was written.
        define: bool,
        /// Position of `range`.
        range_pos: Pos,
        /// What is ranged over.
        x: Expr,
        /// The body.
        body: Block,
    },
}

/// `case exprs: body` or `default: body`.
#[derive(Debug)]
pub struct CaseClause {
    /// Key for the clause's scope and implicit variable.
    pub id: NodeId,
    /// Position of `case` or `default`.
    pub pos: Pos,
    /// Whether this is `default`.
    pub default: bool,
    /// The expressions or types.
    pub exprs: Vec<Expr>,
    /// The statements.
    pub body: Vec<Stmt>,
    /// Position of `:`.
    pub colon: Pos,
}

/// A clause of `select`.
#[derive(Debug)]
pub struct CommClause {
    /// Key for the clause's scope.
    pub id: NodeId,
    /// Position of `case` or `default`.
    pub pos: Pos,
    /// A send, or an `Expr`/`Assign`/`Define` statement with a receive; `None` is `default`.
    pub comm: Option<Box<Stmt>>,
    /// The statements.
    pub body: Vec<Stmt>,
    /// Position of `:`.
    pub colon: Pos,
}
