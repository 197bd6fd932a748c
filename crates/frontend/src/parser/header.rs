//! The headers of `if`, `for` and `switch`: `init; cond; post` (spec, "If statements", "For statements").
//!
//! In a header `{` begins the block, not a composite literal, unless it stands in parentheses or brackets.

use super::P;
use crate::ast::{Expr, ExprKind, Stmt, StmtKind};
use crate::expr_string;
use crate::token::{Kind, SemiOrigin, Token};
use golift_base::Pos;

/// A simple statement, or the range clause that only `for` allows in its place.
pub(super) enum Simple {
    Stmt(Stmt),
    Range(RangeClause),
}

/// `k, v := range x`.
pub(super) struct RangeClause {
    pub(super) lhs: Vec<Expr>,
    pub(super) define: bool,
    pub(super) range_pos: Pos,
    pub(super) x: Expr,
}

/// A header's parts. `cond` is the expression of `if` and `for`, and the tag or type switch guard of `switch`.
pub(super) struct Header {
    pub(super) init: Option<Box<Stmt>>,
    pub(super) cond: Option<Stmt>,
    pub(super) post: Option<Box<Stmt>>,
    pub(super) range: Option<RangeClause>,
}

impl P<'_, '_, '_> {
    /// A header with its keyword.
    pub(super) fn header(&mut self, keyword: Kind) -> Header {
        self.next();
        let mut header = Header { init: None, cond: None, post: None, range: None };
        if self.tok() == Kind::Lbrace {
            if keyword == Kind::If {
                self.syntax_error("missing condition in if statement");
                header.cond = Some(self.bad_cond());
            }
            return header;
        }
        let outer = std::mem::replace(&mut self.st().xnest, -1);
        let semi = self.header_parts(keyword, &mut header);
        self.st().xnest = outer;
        if header.range.is_some() {
            return header;
        }
        match &header.cond {
            None => {
                if let (Kind::If, Some(semi)) = (keyword, semi) {
                    let at = self.st().pos_of(semi.start);
                    if semi.flag == SemiOrigin::Semicolon as u8 {
                        self.syntax_error_at(at, "missing condition in if statement");
                    } else {
                        let what = if semi.flag == SemiOrigin::Newline as u8 { "newline" } else { "EOF" };
                        self.syntax_error_at(at, &format!("unexpected {what}, expected {{ after if clause"));
                    }
                }
                if keyword == Kind::If {
                    header.cond = Some(self.bad_cond());
                }
            }
            Some(Stmt { kind: StmtKind::Expr(_), .. }) => {}
            Some(stmt) if keyword == Kind::Switch && is_guard(stmt) => {}
            Some(stmt) => {
                let (at, shown) = (simple_pos(stmt), simple_string(stmt));
                self.syntax_error_at(at, &format!("cannot use {shown} as value"));
                header.cond = Some(self.bad_cond());
            }
        }
        header
    }

    /// Reads the parts; returns the semicolon behind the init statement.
    fn header_parts(&mut self, keyword: Kind, header: &mut Header) -> Option<Token> {
        let mut first = None;
        if self.tok() != Kind::Semi {
            if self.got(Kind::Var) {
                let msg = format!("var declaration not allowed in {} initializer", keyword.as_str());
                self.syntax_error(&msg);
            }
            match self.simple_stmt(None, keyword) {
                Simple::Range(range) => {
                    header.range = Some(range);
                    return None;
                }
                Simple::Stmt(stmt) => first = Some(stmt),
            }
        }
        if self.tok() == Kind::Lbrace {
            header.cond = first;
            return None;
        }
        header.init = first.map(Box::new);
        let mut semi = None;
        if self.tok() == Kind::Semi {
            semi = Some(self.next());
        } else {
            self.want(Kind::Lbrace);
            if self.tok() != Kind::Lbrace {
                self.advance(&[Kind::Lbrace, Kind::Rbrace]);
            }
        }
        if keyword == Kind::For {
            if self.tok() != Kind::Semi {
                if self.tok() == Kind::Lbrace {
                    self.syntax_error("expected for loop condition");
                    return semi;
                }
                header.cond = Some(self.simple(None));
            }
            self.want(Kind::Semi);
            if self.tok() != Kind::Lbrace {
                let post = self.simple(None);
                if let StmtKind::Define { op_pos, .. } = post.kind {
                    self.syntax_error_at(op_pos, "cannot declare in post statement of for loop");
                }
                header.post = Some(Box::new(post));
            }
        } else if self.tok() != Kind::Lbrace {
            match self.simple_stmt(None, keyword) {
                Simple::Stmt(stmt) => header.cond = Some(stmt),
                Simple::Range(_) => {}
            }
        }
        semi
    }

    fn bad_cond(&mut self) -> Stmt {
        let x = self.bad();
        Stmt { id: self.st().fresh(), span: x.span, kind: StmtKind::Expr(x) }
    }
}

/// Whether this is `x := y.(type)`.
fn is_guard(stmt: &Stmt) -> bool {
    match &stmt.kind {
        StmtKind::Define { lhs, rhs, .. } => {
            matches!(&lhs[..], [Expr { kind: ExprKind::Name(_), .. }])
                && matches!(&rhs[..], [Expr { kind: ExprKind::TypeAssert { ty: None, .. }, .. }])
        }
        _ => false,
    }
}

/// Where messages about a simple statement point: its operator.
fn simple_pos(stmt: &Stmt) -> Pos {
    match &stmt.kind {
        StmtKind::Assign { op_pos, .. } | StmtKind::Define { op_pos, .. } => *op_pos,
        StmtKind::Send(_, _, at) | StmtKind::IncDec(_, _, at) => *at,
        _ => stmt.span.lo,
    }
}

/// A simple statement as messages print it; plain assignments are spelled out, since `=` was probably meant as `==`.
fn simple_string(stmt: &Stmt) -> String {
    let list = |xs: &[Expr]| xs.iter().map(expr_string).collect::<Vec<_>>().join(", ");
    match &stmt.kind {
        StmtKind::Assign { lhs, op: None, rhs, .. } => {
            let side = |xs: &[Expr]| match xs {
                [Expr { kind: ExprKind::Binary { .. }, .. }] => format!("({})", list(xs)),
                _ => list(xs),
            };
            format!("assignment {} = {}", side(lhs), side(rhs))
        }
        StmtKind::Assign { lhs, op: Some(op), rhs, .. } => format!("{} {}= {}", list(lhs), op.as_str(), list(rhs)),
        StmtKind::Define { lhs, rhs, .. } => format!("{} := {}", list(lhs), list(rhs)),
        StmtKind::Send(ch, x, _) => format!("{} <- {}", expr_string(ch), expr_string(x)),
        StmtKind::IncDec(x, inc, _) => format!("{}{}", expr_string(x), if *inc { "++" } else { "--" }),
        _ => String::new(),
    }
}
