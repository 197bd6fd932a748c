//! Expressions (spec, "Expressions"): a precedence loop over unary and primary expressions.

use super::P;
use crate::ast::{ChanDir, Expr, ExprKind, LitKind, UnaryOp};
use crate::lexer::{unquote, unquote_rune};
use crate::token::Kind;
use golift_base::Span;

impl P<'_, '_, '_> {
    /// An expression; reports it if none is there.
    pub(super) fn expr(&mut self) -> Expr {
        let x = self.unary_expr();
        self.binary_expr_after(x, 0)
    }

    /// `x, y, z`.
    pub(super) fn expr_list(&mut self) -> Vec<Expr> {
        let mut list = vec![self.expr()];
        while self.got(Kind::Comma) {
            list.push(self.expr());
        }
        list
    }

    /// The operators and operands behind `x` that bind tighter than `prec`.
    pub(super) fn binary_expr_after(&mut self, mut x: Expr, prec: u8) -> Expr {
        let mut links = 0;
        loop {
            let t = self.peek();
            let Some(op) = t.kind.binary() else { return x };
            let op_prec = op.precedence();
            if op_prec <= prec {
                return x;
            }
            links += 1;
            if !self.chain(links) {
                return x;
            }
            self.next();
            let op_pos = self.st().pos_of(t.start);
            let y = self.unary_expr();
            let y = self.binary_expr_after(y, op_prec);
            x = self.mk(x.span.lo, ExprKind::Binary { op, op_pos, x: Box::new(x), y: Box::new(y) });
        }
    }

    fn unary_expr(&mut self) -> Expr {
        let op = match self.tok() {
            Kind::Name => return self.pexpr(),
            Kind::Star => None,
            Kind::Add => Some(UnaryOp::Plus),
            Kind::Sub => Some(UnaryOp::Neg),
            Kind::Not => Some(UnaryOp::Not),
            Kind::Caret => Some(UnaryOp::Xor),
            Kind::Tilde => Some(UnaryOp::Tilde),
            Kind::And => Some(UnaryOp::Addr),
            Kind::Arrow => Some(UnaryOp::Recv),
            _ => return self.pexpr(),
        };
        let lo = self.pos();
        if !self.enter() {
            self.leave();
            return self.bad();
        }
        self.next();
        let x = self.unary_expr();
        self.leave();
        match op {
            None => self.mk(lo, ExprKind::Star(Box::new(x))),
            // `<-chan int` reads as the receive operator before a type; then the arrow belongs to the type.
            Some(UnaryOp::Recv) if matches!(x.kind, ExprKind::ChanType(..)) => self.receive_chan(lo, x),
            Some(op) => self.mk(lo, ExprKind::Unary(op, Box::new(x))),
        }
    }

    /// Moves a leading `<-` into the channel type behind it: `<-` `chan<- T` is `<-chan (<-T)`, and so on inwards.
    fn receive_chan(&mut self, lo: golift_base::Pos, x: Expr) -> Expr {
        let Expr { id, span, kind } = x;
        let span = Span::new(lo, span.hi);
        let ExprKind::ChanType(dir, elem) = kind else { return Expr { id, span, kind } };
        let elem = match dir {
            ChanDir::Both => elem,
            ChanDir::Recv => {
                self.syntax_error("unexpected <-, expected chan");
                elem
            }
            ChanDir::Send if matches!(elem.kind, ExprKind::ChanType(..)) => {
                let at = elem.span.lo;
                Box::new(self.receive_chan(at, *elem))
            }
            ChanDir::Send => {
                let shown = crate::expr_string(&elem);
                self.syntax_error(&format!("unexpected {shown}, expected chan"));
                elem
            }
        };
        Expr { id, span, kind: ExprKind::ChanType(ChanDir::Recv, elem) }
    }

    fn operand(&mut self) -> Expr {
        match self.tok() {
            Kind::Name => {
                let name = self.name();
                self.name_expr(name)
            }
            Kind::Int | Kind::Float | Kind::Imag | Kind::Rune | Kind::String => self.literal(),
            Kind::Lparen => {
                let lo = self.pos();
                if !self.enter() {
                    self.leave();
                    return self.bad();
                }
                self.next();
                self.st().xnest += 1;
                let x = self.expr();
                self.st().xnest -= 1;
                self.leave();
                self.want(Kind::Rparen);
                self.mk(lo, ExprKind::Paren(Box::new(x)))
            }
            Kind::Func => {
                if !self.enter() {
                    self.leave();
                    return self.bad();
                }
                let x = self.func_type_or_lit();
                self.leave();
                x
            }
            Kind::Lbrack | Kind::Chan | Kind::Map | Kind::Struct | Kind::Interface => self.type_(),
            _ => {
                let bad = self.bad();
                self.syntax_error("expected expression");
                self.advance(&[Kind::Rparen, Kind::Rbrack, Kind::Rbrace]);
                bad
            }
        }
    }

    fn literal(&mut self) -> Expr {
        let t = self.peek();
        let lo = self.pos();
        self.next();
        if t.is_bad() {
            return self.mk(lo, ExprKind::Bad);
        }
        let text = self.text(t);
        let (kind, value) = match t.kind {
            Kind::Int => (LitKind::Int, Vec::new()),
            Kind::Float => (LitKind::Float, Vec::new()),
            Kind::Imag => (LitKind::Imag, Vec::new()),
            Kind::Rune => (LitKind::Rune, unquote_rune(text).to_le_bytes().to_vec()),
            _ => (LitKind::String, unquote(text)),
        };
        self.mk(lo, ExprKind::Lit { kind, text: text.to_string(), value })
    }

    /// A primary expression.
    pub(super) fn pexpr(&mut self) -> Expr {
        let x = self.operand();
        self.pexpr_after(x)
    }

    /// The selectors, indices, calls and composite literals behind `x`.
    pub(super) fn pexpr_after(&mut self, mut x: Expr) -> Expr {
        let mut links = 0;
        loop {
            let t = self.tok();
            if !matches!(t, Kind::Dot | Kind::Lbrack | Kind::Lparen | Kind::Lbrace) {
                return x;
            }
            if t == Kind::Lbrace && !self.begins_composite(&x) {
                return x;
            }
            links += 1;
            if !self.chain(links) {
                return x;
            }
            if !self.enter() {
                self.leave();
                return x;
            }
            x = match t {
                Kind::Dot => self.dot(x),
                Kind::Lbrack => self.index_or_slice(x),
                Kind::Lparen => self.call(x),
                _ => self.composite_of(x),
            };
            self.leave();
        }
    }

    /// `x.sel`, `x.(T)`, `x.(type)`.
    fn dot(&mut self, x: Expr) -> Expr {
        let lo = x.span.lo;
        self.next();
        match self.tok() {
            Kind::Name => {
                let sel = self.name();
                self.mk(lo, ExprKind::Selector(Box::new(x), sel))
            }
            Kind::Lparen => {
                self.next();
                let ty = if self.got(Kind::Type) { None } else { Some(Box::new(self.type_())) };
                self.want(Kind::Rparen);
                self.mk(lo, ExprKind::TypeAssert { x: Box::new(x), ty })
            }
            _ => {
                self.syntax_error("expected name or (");
                self.advance(&[Kind::Semi, Kind::Rparen]);
                x
            }
        }
    }

    /// `x[i]`, `x[T1, T2]`, `x[i:j]`, `x[i:j:k]`.
    fn index_or_slice(&mut self, x: Expr) -> Expr {
        let start = x.span.lo;
        let lbrack = self.pos();
        self.next();
        let x = Box::new(x);
        let mut lo = None;
        if self.tok() != Kind::Colon {
            let (mut indices, comma) = if self.tok() == Kind::Rbrack {
                self.syntax_error("expected operand");
                (vec![self.bad()], false)
            } else {
                self.type_list(false)
            };
            if comma || self.tok() == Kind::Rbrack {
                let rbrack = self.pos();
                self.want(Kind::Rbrack);
                return self.mk(start, ExprKind::Index { x, indices, lbrack, rbrack });
            }
            lo = Some(Box::new(indices.swap_remove(0)));
        }
        if !self.got(Kind::Colon) {
            self.syntax_error("expected comma, : or ]");
            self.advance(&[Kind::Comma, Kind::Colon, Kind::Rbrack]);
        }
        self.st().xnest += 1;
        let mut hi = None;
        let mut max = None;
        let mut three = false;
        if !matches!(self.tok(), Kind::Colon | Kind::Rbrack) {
            hi = Some(Box::new(self.expr()));
        }
        if self.tok() == Kind::Colon {
            three = true;
            if hi.is_none() {
                self.plain_error("middle index required in 3-index slice");
                hi = Some(Box::new(self.bad()));
            }
            self.next();
            max = Some(Box::new(if self.tok() == Kind::Rbrack {
                self.plain_error("final index required in 3-index slice");
                self.bad()
            } else {
                self.expr()
            }));
        }
        self.st().xnest -= 1;
        self.want(Kind::Rbrack);
        self.mk(start, ExprKind::Slice { x, lo, hi, max, three, lbrack })
    }

    /// `f(args)`.
    fn call(&mut self, fun: Expr) -> Expr {
        let lo = fun.span.lo;
        let lparen = self.pos();
        self.next();
        let mut args = Vec::new();
        let mut spread = false;
        self.st().xnest += 1;
        let rparen = self.list("argument list", Kind::Comma, Kind::Rparen, |p| {
            args.push(p.expr());
            spread = p.got(Kind::Ellipsis);
            spread
        });
        self.st().xnest -= 1;
        self.mk(lo, ExprKind::Call { fun: Box::new(fun), args, spread, lparen, rparen })
    }
}
