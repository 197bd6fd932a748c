//! Index expressions as values. (Spec, Index expressions.)

use super::func::{FuncLowerer, expr_pos};
use golift_frontend::unparen;
use super::place::Spot;
use super::value::{SAFE, Val};
use golift_abi::BoundsKind;
use golift_frontend::ast::{Expr, ExprKind};
use golift_ssa::Ty;
use golift_types::{Mode, Type};

impl<'p> FuncLowerer<'p, '_> {
    /// `x[i]`.
    pub fn index(&mut self, e: &'p Expr, x: &'p Expr, indices: &'p [Expr]) -> Val {
        if !matches!(self.mode(x), Mode::Value | Mode::Variable | Mode::MapIndex | Mode::Constant | Mode::CommaOk)
            || self.is_instantiation(x)
        {
            let id = self.instantiated(x);
            return match self.use_of(id) {
                Some(obj) if !self.w.info.selections.contains_key(&unparen(x).id) => self.func_value_of(id, obj),
                // A generic method with its type arguments.
                _ => self.expr(x),
            };
        }
        let xt = self.ty(x);
        if !self.w.is_interface(xt) && self.w.is_string(xt) {
            self.hoist_all(&[x, &indices[0]]);
            let s = self.expr(x);
            let (i, signed) = self.index_value(&indices[0]);
            self.b.set_pos(expr_pos(e));
            self.bounds(i, s.at(1), BoundsKind::Index, signed);
            let a = self.elem_addr(s.at(0), i, 1);
            return Val::one(self.load_scalar(a, 0, Ty::I8, SAFE));
        }
        match self.w.under(xt) {
            Type::Map(..) => self.map_index(e, x, &indices[0]),
            _ => {
                let ty = self.ty(e);
                let p = self.index_place(e, x, &indices[0]);
                self.load_place(&p, ty)
            }
        }
    }

    fn is_instantiation(&self, x: &Expr) -> bool {
        self.w.info.instances.contains_key(&self.instantiated(x))
    }

    /// The identifier that has the type arguments of `x[T]`.
    fn instantiated(&self, x: &Expr) -> golift_frontend::ast::NodeId {
        match &unparen(x).kind {
            ExprKind::Selector(_, sel) => sel.id,
            _ => unparen(x).id,
        }
    }

    /// `x.sel` as a value: a field, a method value, a method expression, or something of a package.
    pub fn selector(&mut self, e: &'p Expr, x: &'p Expr, sel: &'p golift_frontend::ast::Ident) -> Val {
        use golift_types::{ObjKind, SelectionKind};
        let Some(s) = self.w.info.selections.get(&e.id) else {
            let obj = self.use_of(sel.id).expect("a qualified identifier has its object");
            return match &self.w.obj(obj).kind {
                ObjKind::Func(_) => self.func_value_of(sel.id, obj),
                _ => {
                    let ty = self.ty(e);
                    let p = self.var_place(obj);
                    self.load_place(&p, ty)
                }
            };
        };
        match s.kind {
            SelectionKind::Field => {
                let recv = self.ty(x);
                let base = self.spot(x);
                self.b.set_pos(sel.span.lo);
                let (spot, ty) = self.walk_path(base, recv, &s.path);
                match spot {
                    Spot::Place(p) => self.load_place(&p, ty),
                    Spot::Val(v) => v,
                }
            }
            SelectionKind::Method => self.method_value(e, x, s, sel.id),
            SelectionKind::MethodExpr => {
                let recv = self.m.subst(s.recv);
                let method = self.selected_method(s).0;
                let targs = self.type_args(sel.id);
                let d = self.m.method_expr_value(recv, method, &targs);
                Val::one(self.data(d))
            }
        }
    }
}
