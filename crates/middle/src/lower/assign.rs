//! Assignments, declarations, `++`, `op=`. (Spec, Assignment statements.)

use super::func::{FuncLowerer, Local};
use golift_frontend::unparen;
use super::place::Place;
use super::value::{NIL, SAFE, Val};
use golift_base::Pos;
use golift_frontend::ast::{BinaryOp, Expr, ExprKind, ValueSpec};
use golift_ssa::{ConvOp, SiteKind, Ty};
use golift_types::{Const, ObjId, TypeId};

impl<'p> FuncLowerer<'p, '_> {
    /// A local `var` spec.
    pub fn var_decl(&mut self, v: &'p ValueSpec) {
        if v.values.is_empty() {
            for n in &v.names {
                if let Some(obj) = self.def(n.id) {
                    self.b.set_pos(n.span.lo);
                    self.declare(obj, None);
                }
            }
            return;
        }
        if v.values.len() == 1 && v.names.len() > 1 {
            let values = self.multi(&v.values[0]);
            for (n, (val, from)) in v.names.iter().zip(values) {
                if let Some(obj) = self.def(n.id) {
                    let ty = self.obj_ty(obj);
                    let val = self.implicit(val, from, ty, None);
                    self.declare(obj, Some(&val));
                }
            }
            return;
        }
        if let ([n], [x]) = (v.names.as_slice(), v.values.as_slice()) {
            match self.def(n.id) {
                Some(obj) => self.declare_with(obj, x),
                None => {
                    self.discard(x);
                }
            }
            return;
        }
        self.hoist_all(&v.values.iter().collect::<Vec<_>>());
        let mut values = Vec::new();
        for (n, x) in v.names.iter().zip(&v.values) {
            let obj = self.def(n.id);
            let ty = match obj {
                Some(o) => self.obj_ty(o),
                None => self.ty(x),
            };
            values.push((obj, self.expr_owned(x, ty)));
        }
        for (obj, val) in values {
            if let Some(obj) = obj {
                self.declare(obj, Some(&val));
            }
        }
    }

    /// Declares one variable with the value of an expression; memory is built in place.
    fn declare_with(&mut self, obj: ObjId, x: &'p Expr) {
        let ty = self.obj_ty(obj);
        if self.w.obj(obj).name.is_blank() {
            self.expr_as(x, ty);
            return;
        }
        if self.is_mem(ty) && !self.declared_before(obj) {
            let fresh = matches!(unparen(x).kind, ExprKind::Composite { .. }) || self.is_plain_call(unparen(x));
            if fresh {
                if let ExprKind::Call { .. } = unparen(x).kind {
                    // The callee writes all of it.
                    let a = self.alloc_var(obj, ty, SiteKind::Var);
                    self.expr_into(x, a, ty);
                    self.vars.insert(obj, Local::Mem(a));
                    return;
                }
                let a = self.alloc_var(obj, ty, SiteKind::Var);
                self.expr_into(x, a, ty);
                self.vars.insert(obj, Local::Mem(a));
                return;
            }
        }
        let v = self.expr_as(x, ty);
        self.declare(obj, Some(&v));
    }

    fn declared_before(&self, obj: ObjId) -> bool {
        matches!(self.vars.get(&obj), Some(Local::Indirect(_)))
    }

    /// Evaluates an expression whose value is not used.
    fn discard(&mut self, x: &'p Expr) {
        if self.is_multi(x) {
            self.multi(x);
        } else {
            self.expr(x);
        }
    }

    /// `a, b := x, y`.
    pub fn define(&mut self, lhs: &'p [Expr], rhs: &'p [Expr], op_pos: Pos) {
        if let ([l], [x]) = (lhs, rhs) {
            match self.def(l.id) {
                Some(obj) => self.declare_with(obj, x),
                None => self.assign(lhs, rhs, op_pos),
            }
            return;
        }
        if rhs.len() == 1 {
            let values = self.multi(&rhs[0]);
            for (l, (v, from)) in lhs.iter().zip(values) {
                self.define_one(l, v, from);
            }
            return;
        }
        self.hoist_all(&rhs.iter().collect::<Vec<_>>());
        let mut values = Vec::new();
        for (l, x) in lhs.iter().zip(rhs) {
            let ty = self.left_type(l, x);
            values.push((self.expr_owned(x, ty), ty));
        }
        for (l, (v, ty)) in lhs.iter().zip(values) {
            self.define_one(l, v, ty);
        }
    }

    /// The type of a left side; that of the value for the blank identifier.
    fn left_type(&mut self, l: &'p Expr, x: &'p Expr) -> TypeId {
        if let ExprKind::Name(n) = &unparen(l).kind {
            if n.is_blank() {
                return self.ty(x);
            }
            if let Some(obj) = self.def(l.id).or_else(|| self.use_of(unparen(l).id)) {
                return self.obj_ty(obj);
            }
        }
        self.ty(l)
    }

    /// Gives a value to one left side of `:=`: a new variable or an old one.
    pub fn define_one(&mut self, l: &'p Expr, v: Val, from: TypeId) {
        if let ExprKind::Name(n) = &l.kind {
            if n.is_blank() {
                return;
            }
        }
        match self.def(l.id) {
            Some(obj) => {
                let ty = self.obj_ty(obj);
                let v = self.implicit(v, from, ty, None);
                self.b.set_pos(l.span.lo);
                self.declare(obj, Some(&v));
            }
            None => {
                let place = self.target(l);
                self.assign_value(&place, l, v, from);
            }
        }
    }

    /// Assigns a value of type `from` to a left side whose place is known.
    pub fn assign_value(&mut self, place: &Place, l: &'p Expr, v: Val, from: TypeId) {
        if matches!(place, Place::Blank) {
            return;
        }
        let ty = self.ty(l);
        let v = self.implicit(v, from, ty, None);
        self.store_place(place, ty, &v);
    }

    /// Hoists the operands of an assignment's left side, not the element read itself.
    fn hoist_target(&mut self, e: &'p Expr) {
        match &unparen(e).kind {
            ExprKind::Index { x, indices, .. } => {
                self.hoist(x);
                indices.iter().for_each(|i| self.hoist(i));
            }
            ExprKind::Selector(x, _) | ExprKind::Star(x) => self.hoist(x),
            _ => {}
        }
    }

    /// `a, b = x, y`.
    pub fn assign(&mut self, lhs: &'p [Expr], rhs: &'p [Expr], op_pos: Pos) {
        if let ([l], [x]) = (lhs, rhs) {
            return self.assign_single(l, x, op_pos);
        }
        lhs.iter().for_each(|l| self.hoist_target(l));
        if rhs.len() == 1 {
            let values = self.multi(&rhs[0]);
            let values: Vec<(Val, TypeId)> = values.into_iter().map(|(v, t)| (self.own_if_shared(v, t), t)).collect();
            let places: Vec<Place> = lhs.iter().map(|l| self.target(l)).collect();
            self.b.set_pos(op_pos);
            for ((l, place), (v, from)) in lhs.iter().zip(places).zip(values) {
                self.assign_value(&place, l, v, from);
            }
            return;
        }
        rhs.iter().for_each(|x| self.hoist(x));
        let places: Vec<Place> = lhs.iter().map(|l| self.target(l)).collect();
        let mut values = Vec::new();
        for (l, x) in lhs.iter().zip(rhs) {
            let ty = self.left_type(l, x);
            values.push((self.expr_owned(x, ty), ty));
        }
        self.b.set_pos(op_pos);
        for ((l, place), (v, ty)) in lhs.iter().zip(places).zip(values) {
            self.assign_value(&place, l, v, ty);
        }
    }

    fn own_if_shared(&mut self, v: Val, ty: TypeId) -> Val {
        self.own(v, ty)
    }

    fn assign_single(&mut self, l: &'p Expr, x: &'p Expr, op_pos: Pos) {
        let target = unparen(l);
        if matches!(&target.kind, ExprKind::Name(n) if n.is_blank()) {
            if self.mode(x) != golift_types::Mode::Nil {
                self.discard(x);
            }
            return;
        }
        let ty = self.ty(l);
        if self.has_call(x) || self.has_call(l) {
            self.hoist_target(l);
            self.hoist(x);
        }
        // `m[k] = append(m[k], …)` and the like: the value first, then the element.
        let map_target = match &target.kind {
            ExprKind::Index { x: m, .. } => {
                let mt = self.ty(m);
                matches!(self.w.under(mt), golift_types::Type::Map(..))
            }
            _ => false,
        };
        if map_target {
            // Map and key are evaluated before the value, the element is made after it.
            let place = self.target(l);
            let v = self.expr_as(x, ty);
            self.b.set_pos(op_pos);
            self.store_place(&place, ty, &v);
            return;
        }
        let v = self.expr_as(x, ty);
        let place = self.target(l);
        self.b.set_pos(op_pos);
        if self.is_header_data(target)
            && let Place::Mem { addr, off, nil } = place
        {
            // Package unsafe, pattern 6: the address in a slice's or string's header keeps the object alive.
            let ptr = self.conv(ConvOp::IntToPtr, v.scalar(), Ty::Ptr);
            self.store_scalar(addr, off, ptr, if nil { NIL } else { SAFE });
            return;
        }
        self.store_place(&place, ty, &v);
    }

    /// Whether this is the `Data` field of a `reflect.SliceHeader` or `reflect.StringHeader`.
    fn is_header_data(&mut self, e: &'p Expr) -> bool {
        let ExprKind::Selector(x, name) = &e.kind else { return false };
        if name.name.as_str() != "Data" {
            return false;
        }
        let w = self.w;
        let Some(named) = w.as_named(w.deref(self.ty(x)).0) else { return false };
        let obj = w.obj(w.named_data(named).obj);
        matches!(obj.name.as_str(), "SliceHeader" | "StringHeader") && obj.pkg.is_some_and(|p| w.package(p).path == "reflect")
    }

    /// `x op= y`.
    pub fn assign_op(&mut self, l: &'p Expr, op: BinaryOp, op_pos: Pos, y: &'p Expr) {
        if self.has_call(y) || self.has_call(l) {
            self.hoist_target(l);
            self.hoist(y);
        }
        let ty = self.ty(l);
        let place = self.target(l);
        let place = self.pin(place);
        if op.is_shift() {
            let n = self.shift_amount(y, op_pos);
            self.b.set_pos(op_pos);
            let old = self.load_place(&place, ty);
            let v = self.shift(op, old.scalar(), n, ty);
            self.store_place(&place, ty, &Val::one(v));
            return;
        }
        if self.w.is_string(ty) {
            let old = self.load_place(&place, ty);
            let mut parts = vec![old];
            parts.push(self.expr_as(y, ty));
            let text = format!("{} + {}", self.text(l), self.text(y));
            let v = self.concat_values(&parts, op_pos, &text);
            self.store_place(&place, ty, &v);
            return;
        }
        let nonzero = self.const_value(y).is_some_and(|c| !c.is_zero());
        let rhs = self.expr_as(y, ty);
        let old = self.load_place(&place, ty);
        let v = self.arith(op, &old, &rhs, ty, op_pos, nonzero);
        self.store_place(&place, ty, &v);
    }

    /// A place that is read and then written: slice elements are checked once, map elements stay what they are.
    fn pin(&mut self, p: Place) -> Place {
        match p {
            Place::Elem { .. } => self.resolve(p),
            other => other,
        }
    }

    /// `x++` and `x--`.
    pub fn inc_dec(&mut self, x: &'p Expr, inc: bool, pos: Pos) {
        if self.has_call(x) {
            self.hoist_target(x);
        }
        let ty = self.ty(x);
        let place = self.target(x);
        let place = self.pin(place);
        self.b.set_pos(pos);
        let old = self.load_place(&place, ty);
        let one = self.const_val(&Const::Int(1), ty);
        let op = if inc { BinaryOp::Add } else { BinaryOp::Sub };
        let v = self.arith(op, &old, &one, ty, pos, true);
        self.store_place(&place, ty, &v);
    }

    /// A package-level initialiser: `var lhs = e`.
    pub fn lower_global_init(&mut self, lhs: &[ObjId], e: &'p Expr) {
        self.hoisted.clear();
        self.b.set_pos(e.span.lo);
        if lhs.len() == 1 {
            let obj = lhs[0];
            let ty = self.obj_ty(obj);
            let v = self.expr_as(e, ty);
            self.store_global(obj, ty, &v);
            return;
        }
        let values = self.multi(e);
        for (&obj, (v, from)) in lhs.iter().zip(values) {
            let ty = self.obj_ty(obj);
            let v = self.implicit(v, from, ty, None);
            self.store_global(obj, ty, &v);
        }
    }

    fn store_global(&mut self, obj: ObjId, ty: TypeId, v: &Val) {
        if self.w.obj(obj).name.is_blank() {
            return;
        }
        let d = self.m.global(obj);
        let a = self.data(d);
        self.store(a, 0, ty, v, SAFE);
    }
}
