//! Composite literals.

use super::Builder;
use crate::gcmodel::ir::{Data, N, Node, Op};
use crate::lower::func::expr_pos;
use golift_frontend::unparen;
use golift_base::Symbol;
use golift_frontend::ast::{Expr, ExprKind};
use golift_types::{Basic, Const, Type, TypeId};

impl<'w> Builder<'w> {
    /// `T{…}`; an elided `&T` gives the pointer.
    pub(super) fn composite(&mut self, e: &Expr, elems: &[Expr]) -> N {
        let ty = self.ty(e);
        let pos = expr_pos(e);
        if let Some(elem) = self.w.pointer_elem(ty) {
            let lit = self.composite_of(e, elems, elem);
            return self.add(Node::new(Op::PtrLit, pos, ty).x(lit));
        }
        self.composite_of(e, elems, ty)
    }

    fn composite_of(&mut self, e: &Expr, elems: &[Expr], ty: TypeId) -> N {
        let pos = expr_pos(e);
        match self.w.under(ty).clone() {
            Type::Struct(fields) => {
                let mut list = Vec::new();
                for (i, el) in elems.iter().enumerate() {
                    let (index, value) = match &el.kind {
                        ExprKind::KeyValue(k, v) => {
                            let name = match &unparen(k).kind {
                                ExprKind::Name(n) => *n,
                                _ => Symbol::new(""),
                            };
                            (fields.iter().position(|f| f.name == name).unwrap_or(0), &**v)
                        }
                        _ => (i, el),
                    };
                    let (name, fty) = (fields[index].name, self.sub(fields[index].ty));
                    let v = self.element(value, fty);
                    let at = expr_pos(el);
                    list.push(self.add(Node::new(Op::StructKey, at, fty).x(v).data(Data::Sym(name))));
                }
                self.add(Node::new(Op::StructLit, pos, ty).list(list))
            }
            Type::Map(key, value) => {
                let (key, value) = (self.sub(key), self.sub(value));
                let mut list = Vec::new();
                for el in elems {
                    if let ExprKind::KeyValue(k, v) = &el.kind {
                        let (k, v) = (self.element(k, key), self.element(v, value));
                        let at = expr_pos(el);
                        list.push(self.add(Node::new(Op::Key, at, value).x(k).y(v)));
                    }
                }
                self.add(Node::new(Op::MapLit, pos, ty).list(list))
            }
            Type::Array(elem, _) => self.elements(Op::ArrayLit, elems, elem, ty, pos),
            Type::Slice(elem) => self.elements(Op::SliceLit, elems, elem, ty, pos),
            _ => self.nil(ty, pos),
        }
    }

    fn elements(&mut self, op: Op, elems: &[Expr], elem: TypeId, ty: TypeId, pos: golift_base::Pos) -> N {
        let elem = self.sub(elem);
        let mut list = Vec::new();
        let (mut next, mut len) = (0i64, 0i64);
        for el in elems {
            match &el.kind {
                ExprKind::KeyValue(k, v) => {
                    let value = self.constant(unparen(k)).cloned().unwrap_or(Const::Int(0));
                    next = value.as_i64().unwrap_or(next);
                    let at = expr_pos(k);
                    let k = self.literal(value, Basic::Int.id(), at);
                    let v = self.element(v, elem);
                    list.push(self.add(Node::new(Op::Key, at, elem).x(k).y(v)));
                }
                _ => {
                    let v = self.element(el, elem);
                    list.push(v);
                }
            }
            next += 1;
            len = len.max(next);
        }
        let mut node = Node::new(op, pos, ty).list(list);
        // The length of a slice literal.
        node.data = Data::Const(Const::Int(len));
        self.add(node)
    }

    /// An element, perhaps a literal with elided type.
    fn element(&mut self, e: &Expr, ty: TypeId) -> N {
        self.expr_as(e, ty)
    }
}
