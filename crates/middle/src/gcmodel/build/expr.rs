//! Expressions.

use super::Builder;
use crate::gcmodel::ir::{Data, N, Node, Op};
use crate::lower::func::expr_pos;
use golift_frontend::unparen;
use golift_base::Pos;
use golift_frontend::ast::{BinaryOp, Expr, ExprKind, UnaryOp};
use golift_types::{Mode, Type, TypeId};

impl<'w> Builder<'w> {
    /// An expression with its own type.
    pub(super) fn expr(&mut self, e: &Expr) -> N {
        let e = unparen(e);
        let pos = expr_pos(e);
        let ty = self.ty(e);
        if let Some(t) = self.tv(e) {
            self.note_type(t.ty);
        }
        if let Some(value) = self.constant(e) {
            return self.literal(value.clone(), ty, pos);
        }
        match self.tv(e).map(|t| t.mode) {
            Some(Mode::Nil) => return self.nil(ty, pos),
            Some(Mode::Type) => return self.add(Node::new(Op::TypeExpr, pos, ty)),
            _ => {}
        }
        match &e.kind {
            ExprKind::Name(name) => match self.use_of(e.id).or_else(|| self.def(e.id)) {
                Some(obj) if !name.is_blank() => self.object(obj, e.id, ty, pos),
                _ => self.blank(pos),
            },
            ExprKind::Composite { elems, .. } => self.composite(e, elems),
            ExprKind::FuncLit(lit) => self.func_lit(e, lit),
            ExprKind::Selector(x, sel) => self.selector(e, x, sel),
            ExprKind::Index { x, indices, .. } => self.index(x, indices, pos, ty),
            ExprKind::Slice { x, lo, hi, max, three, .. } => {
                let parts = [lo, hi, max].map(|o| o.as_deref());
                self.slice(x, parts, *three, pos, ty)
            }
            ExprKind::TypeAssert { x, .. } => {
                let x = self.expr(x);
                self.add(Node::new(Op::DotType, pos, ty).x(x))
            }
            ExprKind::Call { .. } => self.call_expr(e),
            ExprKind::Star(x) => {
                let x = self.expr(x);
                self.add(Node::new(Op::Deref, pos, ty).x(x))
            }
            ExprKind::Unary(op, x) => self.unary(*op, x, pos, ty),
            ExprKind::Binary { op, x, y, .. } => self.binary(*op, x, y, pos, ty),
            _ => self.nil(ty, pos),
        }
    }

    /// An expression converted to the type that its place has.
    pub(super) fn expr_as(&mut self, e: &Expr, to: TypeId) -> N {
        let x = self.expr(e);
        let pos = expr_pos(e);
        self.implicit(x, to, pos)
    }

    fn unary(&mut self, op: UnaryOp, x: &Expr, pos: Pos, ty: TypeId) -> N {
        match op {
            UnaryOp::Addr => {
                let inner = unparen(x);
                if let ExprKind::Composite { elems, .. } = &inner.kind {
                    let lit = self.composite(inner, elems);
                    return self.add(Node::new(Op::PtrLit, pos, ty).x(lit));
                }
                let x = self.expr(x);
                self.add(Node::new(Op::Addr, pos, ty).x(x))
            }
            UnaryOp::Recv => {
                let x = self.expr(x);
                self.add(Node::new(Op::Recv, pos, ty).x(x))
            }
            _ => {
                let x = self.expr(x);
                self.add(Node::new(Op::Unary, pos, ty).x(x).data(Data::Un(op)))
            }
        }
    }

    fn binary(&mut self, op: BinaryOp, x: &Expr, y: &Expr, pos: Pos, ty: TypeId) -> N {
        if matches!(op, BinaryOp::LogAnd | BinaryOp::LogOr) {
            let (x, y) = (self.expr(x), self.expr(y));
            return self.add(Node::new(Op::Logic, pos, ty).x(x).y(y).data(Data::Bin(op)));
        }
        if op == BinaryOp::Add && self.w.is_string(ty) {
            let (x, y) = (self.expr(x), self.expr(y));
            let mut list = Vec::new();
            for n in [x, y] {
                // Nested concatenations are one; a parenthesised right side too.
                match self.p.n(n) {
                    node if node.op == Op::AddStr => list.extend(node.list.clone()),
                    _ => list.push(n),
                }
            }
            return self.add(Node::new(Op::AddStr, pos, ty).list(list));
        }
        let (tx, ty_y) = (self.ty(x), self.ty(y));
        let (nx, ny) = if op.is_comparison() && self.w.is_interface(tx) != self.w.is_interface(ty_y) {
            let common = if self.w.is_interface(tx) { tx } else { ty_y };
            (self.expr_as(x, common), self.expr_as(y, common))
        } else {
            (self.expr(x), self.expr(y))
        };
        self.add(Node::new(Op::Binary, pos, ty).x(nx).y(ny).data(Data::Bin(op)))
    }

    fn index(&mut self, x: &Expr, indices: &[Expr], pos: Pos, ty: TypeId) -> N {
        let base = unparen(x);
        // An instantiated function.
        if self.tv(base).is_some_and(|t| matches!(self.w.under(t.ty), Type::Signature(_))) {
            let id = match &base.kind {
                ExprKind::Selector(_, sel) => sel.id,
                _ => base.id,
            };
            return match self.use_of(id) {
                Some(obj) => self.object(obj, id, ty, pos),
                None => self.nil(ty, pos),
            };
        }
        let xt = self.ty(x);
        let n = self.expr(x);
        if let Type::Map(key, _) = *self.w.under(xt) {
            let key = self.sub(key);
            let k = self.expr_as(&indices[0], key);
            return self.add(Node::new(Op::IndexMap, pos, ty).x(n).y(k));
        }
        let n = self.auto_deref(n, pos);
        let i = self.expr(&indices[0]);
        self.add(Node::new(Op::Index, pos, ty).x(n).y(i))
    }

    /// Dereferences a pointer to an array.
    fn auto_deref(&mut self, n: N, pos: Pos) -> N {
        let ty = self.nty(n);
        match self.w.under(ty) {
            Type::Pointer(elem) if matches!(self.w.under(*elem), Type::Array(..)) => {
                let elem = *elem;
                self.add(Node::new(Op::Deref, pos, elem).x(n).implicit())
            }
            _ => n,
        }
    }

    fn slice(&mut self, x: &Expr, parts: [Option<&Expr>; 3], three: bool, pos: Pos, ty: TypeId) -> N {
        let xt = self.ty(x);
        let mut n = self.expr(x);
        let mut array = matches!(self.w.under(xt), Type::Pointer(_));
        if matches!(self.w.under(xt), Type::Array(..)) {
            array = true;
            let t = self.pointer_to(xt);
            n = self.add(Node::new(Op::Addr, pos, t).x(n).implicit());
        }
        let [lo, hi, max] = parts.map(|p| p.map(|e| self.expr(e)));
        let mut node = Node::new(Op::Slice, pos, ty).x(n).data(Data::Slice(three, array));
        node.y = lo;
        node.z = hi;
        node.list.extend(max);
        self.add(node)
    }
}
