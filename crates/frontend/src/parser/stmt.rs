//! Statements (spec, "Statements").

use super::P;
use super::header::{Header, RangeClause, Simple};
use crate::ast::{Block, CaseClause, CommClause, Decl, Expr, ExprKind, Ident, Stmt, StmtKind};
use crate::token::Kind;
use golift_base::Pos;

impl P<'_, '_, '_> {
    /// `{ … }`. `context` says behind what the block was expected.
    pub(super) fn block(&mut self, context: &str) -> Block {
        let lbrace = self.pos();
        let id = self.st().fresh();
        if !self.got(Kind::Lbrace) {
            self.syntax_error(&format!("expected {{ after {context}"));
            self.advance(&[Kind::Name, Kind::Rbrace]);
            let rbrace = self.pos();
            if self.got(Kind::Rbrace) {
                return Block { id, stmts: Vec::new(), lbrace, rbrace };
            }
        }
        let stmts = self.stmt_list();
        let rbrace = self.pos();
        self.want(Kind::Rbrace);
        Block { id, stmts, lbrace, rbrace }
    }

    /// Statements up to what can only end a list.
    fn stmt_list(&mut self) -> Vec<Stmt> {
        let mut list = Vec::new();
        while !matches!(self.tok(), Kind::Eof | Kind::Rbrace | Kind::Case | Kind::Default) {
            let Some(stmt) = self.stmt_or_none() else { break };
            list.push(stmt);
            if !self.got(Kind::Semi) && self.tok() != Kind::Rbrace {
                self.syntax_error("at end of statement");
                self.advance(&[Kind::Semi, Kind::Rbrace, Kind::Case, Kind::Default]);
                self.got(Kind::Semi);
            }
        }
        list
    }

    #[inline]
    fn mk_stmt(&mut self, lo: Pos, kind: StmtKind) -> Stmt {
        Stmt { id: self.st().fresh(), span: self.span_from(lo), kind }
    }

    /// A statement, if one begins at the cursor.
    fn stmt_or_none(&mut self) -> Option<Stmt> {
        let lo = self.pos();
        if !self.enter() {
            self.leave();
            return None;
        }
        let kind = self.stmt_kind();
        self.leave();
        kind.map(|kind| self.mk_stmt(lo, kind))
    }

    fn stmt_kind(&mut self) -> Option<StmtKind> {
        Some(match self.tok() {
            Kind::Name => {
                let mut lhs = self.expr_list();
                if self.tok() == Kind::Colon && matches!(&lhs[..], [Expr { kind: ExprKind::Name(_), .. }]) {
                    return self.labeled(lhs.swap_remove(0));
                }
                self.simple(Some(lhs)).kind
            }
            Kind::Var => self.local_decl(|p| p.grouped(|p, at| p.var_spec(at))),
            Kind::Const => self.local_decl(|p| p.grouped(|p, at| p.const_spec(at))),
            Kind::Type => self.local_decl(|p| p.grouped(|p, at| p.type_spec(at))),
            Kind::Lbrace => StmtKind::Block(self.block("")),
            Kind::Star
            | Kind::Add
            | Kind::Sub
            | Kind::And
            | Kind::Caret
            | Kind::Not
            | Kind::Arrow
            | Kind::Int
            | Kind::Float
            | Kind::Imag
            | Kind::Rune
            | Kind::String
            | Kind::Func
            | Kind::Lparen
            | Kind::Lbrack
            | Kind::Struct
            | Kind::Map
            | Kind::Chan
            | Kind::Interface => self.simple(None).kind,
            Kind::For => self.for_stmt(),
            Kind::Switch => self.switch_stmt(),
            Kind::Select => self.select_stmt(),
            Kind::If => self.if_stmt(),
            Kind::Fallthrough => {
                self.next();
                StmtKind::Fallthrough
            }
            Kind::Break => {
                self.next();
                StmtKind::Break(self.optional_label())
            }
            Kind::Continue => {
                self.next();
                StmtKind::Continue(self.optional_label())
            }
            Kind::Go => StmtKind::Go(self.go_or_defer("go")),
            Kind::Defer => StmtKind::Defer(self.go_or_defer("defer")),
            Kind::Goto => {
                self.next();
                StmtKind::Goto(self.name())
            }
            Kind::Return => {
                self.next();
                let end = matches!(self.tok(), Kind::Semi | Kind::Rbrace);
                StmtKind::Return(if end { Vec::new() } else { self.expr_list() })
            }
            Kind::Semi => StmtKind::Empty,
            _ => return None,
        })
    }

    fn optional_label(&mut self) -> Option<Ident> {
        (self.tok() == Kind::Name).then(|| self.name())
    }

    fn local_decl(&mut self, specs: impl FnOnce(&mut Self) -> Vec<Decl>) -> StmtKind {
        self.next();
        StmtKind::Decl(specs(self))
    }

    /// `label: stmt`; the cursor is at the colon.
    fn labeled(&mut self, label: Expr) -> Option<StmtKind> {
        let ExprKind::Name(name) = label.kind else { return None };
        let label = Ident { id: label.id, name, span: label.span };
        let colon = self.pos();
        self.next();
        if self.tok() == Kind::Rbrace {
            let at = self.pos();
            let mut empty = self.mk_stmt(at, StmtKind::Empty);
            empty.span.hi = at;
            return Some(StmtKind::Labeled(label, Box::new(empty)));
        }
        match self.stmt_or_none() {
            Some(stmt) => Some(StmtKind::Labeled(label, Box::new(stmt))),
            None => {
                self.syntax_error_at(colon, "missing statement after label");
                None
            }
        }
    }

    /// A simple statement where no range clause can stand.
    pub(super) fn simple(&mut self, lhs: Option<Vec<Expr>>) -> Stmt {
        match self.simple_stmt(lhs, Kind::Semi) {
            Simple::Stmt(stmt) => stmt,
            Simple::Range(range) => {
                let lo = range.x.span.lo;
                self.mk_stmt(lo, StmtKind::Bad)
            }
        }
    }

    /// A simple statement whose left side may have been read already. `keyword` is that of the header
    /// it stands in: `for` allows a range clause, `switch` a type switch guard.
    pub(super) fn simple_stmt(&mut self, lhs: Option<Vec<Expr>>, keyword: Kind) -> Simple {
        if keyword == Kind::For && self.tok() == Kind::Range {
            return Simple::Range(self.range_clause(Vec::new(), false));
        }
        let mut lhs = match lhs {
            Some(lhs) => lhs,
            None => self.expr_list(),
        };
        let lo = lhs[0].span.lo;
        let t = self.peek();
        let op_pos = self.pos();
        let kind = match t.kind {
            Kind::Assign | Kind::Define => {
                let define = t.kind == Kind::Define;
                self.next();
                if keyword == Kind::For && self.tok() == Kind::Range {
                    return Simple::Range(self.range_clause(lhs, define));
                }
                let rhs = self.expr_list();
                if define {
                    StmtKind::Define { lhs, op_pos, rhs }
                } else {
                    StmtKind::Assign { lhs, op: None, op_pos, rhs }
                }
            }
            _ if lhs.len() > 1 => {
                self.syntax_error("expected := or = or comma");
                self.advance(&[Kind::Semi, Kind::Rbrace]);
                StmtKind::Expr(lhs.swap_remove(0))
            }
            Kind::AssignOp => {
                self.next();
                let rhs = vec![self.expr()];
                StmtKind::Assign { lhs, op: Some(t.assign_op()), op_pos, rhs }
            }
            Kind::Inc | Kind::Dec => {
                self.next();
                StmtKind::IncDec(lhs.swap_remove(0), t.kind == Kind::Inc, op_pos)
            }
            Kind::Arrow => {
                self.next();
                let value = self.expr();
                StmtKind::Send(lhs.swap_remove(0), value, op_pos)
            }
            _ => StmtKind::Expr(lhs.swap_remove(0)),
        };
        Simple::Stmt(self.mk_stmt(lo, kind))
    }

    fn range_clause(&mut self, lhs: Vec<Expr>, define: bool) -> RangeClause {
        let range_pos = self.pos();
        self.next();
        let x = self.expr();
        RangeClause { lhs, define, range_pos, x }
    }

    fn go_or_defer(&mut self, what: &str) -> Expr {
        self.next();
        let x = self.pexpr();
        if matches!(x.kind, ExprKind::Paren(_)) {
            self.error_at(x.span.lo, format!("expression in {what} must not be parenthesized"));
        }
        x
    }

    fn if_stmt(&mut self) -> StmtKind {
        let Header { init, cond, .. } = self.header(Kind::If);
        let cond = self.cond_expr(cond);
        let then = self.block("if clause");
        let mut else_ = None;
        if self.got(Kind::Else) {
            match self.tok() {
                Kind::If | Kind::Lbrace => else_ = self.stmt_or_none().map(Box::new),
                _ => {
                    self.syntax_error("else must be followed by if or statement block");
                    self.advance(&[Kind::Name, Kind::Rbrace]);
                }
            }
        }
        StmtKind::If { init, cond, then, else_ }
    }

    /// The expression of a header's condition.
    fn cond_expr(&mut self, cond: Option<Stmt>) -> Expr {
        match cond {
            Some(Stmt { kind: StmtKind::Expr(x), .. }) => x,
            _ => self.bad(),
        }
    }

    fn for_stmt(&mut self) -> StmtKind {
        let header = self.header(Kind::For);
        let body = self.block("for clause");
        let Some(range) = header.range else {
            let cond = match header.cond {
                None => None,
                cond => Some(self.cond_expr(cond)),
            };
            return StmtKind::For { init: header.init, cond, post: header.post, body };
        };
        let RangeClause { lhs, define, range_pos, x } = range;
        let mut lhs = lhs.into_iter();
        let (key, value) = (lhs.next(), lhs.next());
        let extra = lhs.next().map(|e| e.span.lo);
        StmtKind::Range { key, value, extra, define, range_pos, x, body }
    }

    fn switch_stmt(&mut self) -> StmtKind {
        let Header { init, cond, .. } = self.header(Kind::Switch);
        let lbrace = self.pos();
        if !self.got(Kind::Lbrace) {
            self.syntax_error("missing { after switch clause");
            self.advance(&[Kind::Case, Kind::Default, Kind::Rbrace]);
        }
        let mut clauses = Vec::new();
        while !matches!(self.tok(), Kind::Eof | Kind::Rbrace) {
            clauses.push(self.case_clause());
        }
        let rbrace = self.pos();
        self.want(Kind::Rbrace);
        let (bind, tag) = match cond.map(|c| c.kind) {
            None => (None, None),
            Some(StmtKind::Expr(x)) => (None, Some(x)),
            Some(StmtKind::Define { mut lhs, mut rhs, .. }) => {
                let name = lhs.swap_remove(0);
                let bind = match name.kind {
                    ExprKind::Name(text) => Some(Ident { id: name.id, name: text, span: name.span }),
                    _ => None,
                };
                (bind, Some(rhs.swap_remove(0)))
            }
            Some(_) => (None, Some(self.bad())),
        };
        match tag {
            Some(Expr { kind: ExprKind::TypeAssert { x, ty: None }, .. }) => {
                StmtKind::TypeSwitch { init, bind, x: *x, clauses, lbrace, rbrace }
            }
            tag => StmtKind::Switch { init, tag, clauses, lbrace, rbrace },
        }
    }

    fn case_clause(&mut self) -> CaseClause {
        let pos = self.pos();
        let id = self.st().fresh();
        let mut default = false;
        let mut exprs = Vec::new();
        match self.tok() {
            Kind::Case => {
                self.next();
                exprs = self.expr_list();
            }
            Kind::Default => {
                self.next();
                default = true;
            }
            _ => {
                self.syntax_error("expected case or default or }");
                self.advance(&[Kind::Colon, Kind::Case, Kind::Default, Kind::Rbrace]);
            }
        }
        let colon = self.pos();
        self.want(Kind::Colon);
        let body = self.stmt_list();
        CaseClause { id, pos, default, exprs, body, colon }
    }

    fn select_stmt(&mut self) -> StmtKind {
        self.next();
        let lbrace = self.pos();
        if !self.got(Kind::Lbrace) {
            self.syntax_error("missing { after select clause");
            self.advance(&[Kind::Case, Kind::Default, Kind::Rbrace]);
        }
        let mut clauses = Vec::new();
        while !matches!(self.tok(), Kind::Eof | Kind::Rbrace) {
            clauses.push(self.comm_clause());
        }
        self.want(Kind::Rbrace);
        StmtKind::Select { clauses, lbrace }
    }

    fn comm_clause(&mut self) -> CommClause {
        let pos = self.pos();
        let id = self.st().fresh();
        let mut comm = None;
        match self.tok() {
            Kind::Case => {
                self.next();
                comm = Some(Box::new(self.simple(None)));
            }
            Kind::Default => {
                self.next();
            }
            _ => {
                self.syntax_error("expected case or default or }");
                self.advance(&[Kind::Colon, Kind::Case, Kind::Default, Kind::Rbrace]);
            }
        }
        let colon = self.pos();
        self.want(Kind::Colon);
        let body = self.stmt_list();
        CommClause { id, pos, comm, body, colon }
    }
}
