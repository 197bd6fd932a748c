//! Selectors: fields, methods, the implicit steps on the way to them.

use super::Builder;
use crate::gcmodel::ir::{Data, F, N, Node, Op};
use crate::lower::func::expr_pos;
use golift_base::{Pos, Symbol};
use golift_frontend::ast::{Expr, Ident};
use golift_types::{ObjId, Selection, SelectionKind, Type, TypeId};

/// A method as an operand of a call or method value.
pub(super) struct MethodRef {
    /// The receiver as the method takes it, or the interface value.
    pub recv: N,
    /// Its code; `None` for interface methods and methods without a declaration.
    pub func: Option<F>,
    /// Whether it is an interface's method.
    pub dynamic: bool,
    /// The method's object.
    pub obj: ObjId,
    /// The receiver's type.
    pub recv_ty: TypeId,
    /// The type arguments of generic code.
    pub targs: Vec<TypeId>,
}

impl<'w> Builder<'w> {
    pub(super) fn selector(&mut self, e: &Expr, x: &Expr, sel: &Ident) -> N {
        let pos = expr_pos(e);
        let ty = self.ty(e);
        let Some(selection) = self.w.info.selections.get(&e.id) else {
            return match self.use_of(sel.id) {
                Some(obj) => self.object(obj, sel.id, ty, pos),
                None => self.nil(ty, pos),
            };
        };
        match selection.kind {
            SelectionKind::Field => {
                let base = self.expr(x);
                self.fields(base, &selection.path, pos)
            }
            SelectionKind::Method => {
                let m = self.method_operand(x, selection, sel, pos);
                if self.is_shape(m.recv_ty) {
                    let callee = self.parameter_method(m.recv_ty, ty, pos);
                    return self.curry(callee, vec![m.recv], false, ty, pos);
                }
                if m.targs.iter().any(|&t| self.has_shape(t)) {
                    let data = Data::Method(m.func, self.w.obj(m.obj).name, m.recv_ty);
                    let callee = self.add(Node::new(Op::MethExpr, pos, ty).data(data));
                    let dict = self.dictionary(m.obj, &m.targs, pos);
                    return self.curry(callee, vec![m.recv, dict], false, ty, pos);
                }
                self.note_method_value(m.recv_ty, m.obj);
                let func = if m.targs.is_empty() { m.func } else { self.concrete_func(m.obj, &m.targs) };
                let m = MethodRef { func, ..m };
                let data = Data::Method(m.func, self.w.obj(m.obj).name, m.recv_ty);
                self.add(Node::new(Op::MethValue, pos, ty).x(m.recv).data(data))
            }
            SelectionKind::MethodExpr => {
                let recv = self.sub(selection.recv);
                if self.is_shape(recv) {
                    let sig = self.w.obj(selection.obj).ty;
                    let sig = self.sub(sig);
                    let callee = self.parameter_method(recv, sig, pos);
                    self.p.n_mut(callee).ty = ty;
                    return callee;
                }
                if self.has_shape(recv) && selection.path.len() <= 1 && !self.w.is_interface(recv) {
                    let (func, targs) = self.method_func(recv, selection.obj, sel);
                    let data = Data::Method(func, self.w.obj(selection.obj).name, recv);
                    let callee = self.add(Node::new(Op::MethExpr, pos, ty).data(data));
                    let dict = self.dictionary(selection.obj, &targs, pos);
                    return self.curry(callee, vec![dict], true, ty, pos);
                }
                let data = self.method_expr(recv, selection, sel);
                self.add(Node::new(Op::MethExpr, pos, ty).data(data))
            }
        }
    }

    /// The method that a method expression names.
    pub(super) fn method_expr(&mut self, recv: TypeId, s: &Selection, sel: &Ident) -> Data {
        let name = self.w.obj(s.obj).name;
        let f = if self.w.is_interface(recv) || s.path.len() > 1 {
            None
        } else {
            let (shaped, targs) = self.method_func(recv, s.obj, sel);
            if targs.is_empty() { shaped } else { self.concrete_func(s.obj, &targs) }
        };
        // A promoted or value method through a pointer goes through a wrapper.
        let direct = self.w.pointer_elem(recv).is_some() == self.w.has_pointer_receiver(s.obj);
        Data::Method(f.filter(|_| direct), name, recv)
    }

    /// The code of a method of `recv` (or what it points to), and its type arguments.
    pub(super) fn method_func(&mut self, recv: TypeId, obj: ObjId, sel: &Ident) -> (Option<F>, Vec<TypeId>) {
        let mut targs: Vec<TypeId> = match self.w.as_named(self.w.deref(recv).0) {
            Some(n) => self.w.named_data(n).targs.iter().map(|&t| self.sub(t)).collect(),
            None => Vec::new(),
        };
        if let Some(own) = self.w.info.instances.get(&sel.id) {
            targs.extend(own.iter().map(|&t| self.sub(t)));
        }
        (self.func_for(obj, &targs), targs)
    }

    /// Selects the field at the end of `path`, through embedded ones.
    pub(super) fn fields(&mut self, mut base: N, path: &[u32], pos: Pos) -> N {
        for &i in path {
            base = self.field(base, i, pos);
        }
        base
    }

    fn field(&mut self, base: N, i: u32, pos: Pos) -> N {
        let ty = self.nty(base);
        let (under, op) = match self.w.pointer_elem(ty) {
            Some(elem) => (elem, Op::DotPtr),
            None => (ty, Op::Dot),
        };
        let (name, ty) = match self.w.under(under) {
            Type::Struct(fields) => (fields[i as usize].name, fields[i as usize].ty),
            _ => (Symbol::new("?"), ty),
        };
        let ty = self.sub(ty);
        self.add(Node::new(op, pos, ty).x(base).data(Data::Field(name, i)))
    }

    /// The receiver of `x.M`, with embedded fields, address or dereference written out.
    pub(super) fn method_operand(&mut self, x: &Expr, s: &Selection, sel: &Ident, pos: Pos) -> MethodRef {
        let base = self.expr(x);
        let path = &s.path[..s.path.len().saturating_sub(1)];
        self.method_on(base, path, s.obj, sel, pos)
    }

    pub(super) fn method_on(&mut self, base: N, path: &[u32], obj: ObjId, sel: &Ident, pos: Pos) -> MethodRef {
        let mut recv = self.fields(base, path, pos);
        let ty = self.nty(recv);
        if self.w.is_interface(ty) || self.is_shape(ty) {
            return MethodRef { recv, func: None, dynamic: true, obj, recv_ty: ty, targs: Vec::new() };
        }
        // A constraint's method called in an instance is the type argument's own.
        let (mut obj, mut deeper) = (obj, Vec::new());
        if self.w.as_signature(self.w.obj(obj).ty).is_none_or(|sig| sig.recv.is_none()) || self.decls.get(&obj).is_none() {
            let o = self.w.obj(obj);
            if let Some(found) = self.w.select(ty, true, o.pkg, o.name).found() {
                obj = found.obj;
                deeper = found.path;
                deeper.pop();
            }
        }
        recv = self.fields(recv, &deeper, pos);
        let ty = self.nty(recv);
        let wants_pointer = self.w.has_pointer_receiver(obj);
        match (self.w.pointer_elem(ty), wants_pointer) {
            (None, true) => {
                let t = self.pointer_to(ty);
                recv = self.add(Node::new(Op::Addr, pos, t).x(recv).implicit());
            }
            (Some(elem), false) => recv = self.add(Node::new(Op::Deref, pos, elem).x(recv).implicit()),
            _ => {}
        }
        let recv_ty = self.nty(recv);
        let (func, targs) = self.method_func(recv_ty, obj, sel);
        MethodRef { recv, func, dynamic: false, obj, recv_ty, targs }
    }
}
