//! Expressions: the dispatcher, operand order, conversions implied by assignment.
//!
//! Order of evaluation: the official compiler evaluates calls, receives, map reads, slice expressions and assertions of
//! a statement from left to right ahead of everything else, and reads plain variables, fields and elements afterwards.
//! [`FuncLowerer::hoist`] does that where an operand to the right contains a call.

use super::func::FuncLowerer;
use golift_frontend::unparen;
use super::place::Spot;
use super::value::{SAFE, Val};
use golift_abi::{Builtin, Word};
use golift_frontend::ast::{BinaryOp, Expr, ExprKind, UnaryOp};
use golift_ssa::{Op, SiteId, Terminator, Ty, UnOp, ValueId};
use golift_types::{Mode, ObjKind, Type, TypeId};

/// The SSA type of a builtin's word.
pub fn word_ty(w: Word) -> Ty {
    match w {
        Word::I8 => Ty::I8,
        Word::I32 => Ty::I32,
        Word::I64 => Ty::I64,
        Word::F32 => Ty::F32,
        Word::F64 => Ty::F64,
        Word::Ptr => Ty::Ptr,
    }
}

impl<'p> FuncLowerer<'p, '_> {
    /// Calls the runtime. Behind builtins that do not return nothing is reachable.
    pub fn builtin(&mut self, b: Builtin, args: &[ValueId], site: Option<SiteId>) -> Vec<ValueId> {
        let info = b.info();
        debug_assert_eq!(info.params.len(), args.len(), "lower: arguments of {}", info.name);
        let tys: Vec<Ty> = info.results.iter().map(|&w| word_ty(w)).collect();
        let site = site.filter(|_| info.flags & golift_abi::builtin::ALLOC != 0);
        let out = self.b.emit_n(Op::CallBuiltin(b, site), args, &tys);
        if info.flags & golift_abi::builtin::NORETURN != 0 {
            self.b.terminate(Terminator::Unreachable);
            self.b.enter_dead();
        }
        out
    }

    /// A runtime call with one result.
    pub fn builtin1(&mut self, b: Builtin, args: &[ValueId], site: Option<SiteId>) -> ValueId {
        self.builtin(b, args, site)[0]
    }

    /// Evaluates an expression of one value.
    pub fn expr(&mut self, e: &'p Expr) -> Val {
        if let Some(v) = self.hoisted.remove(&e.id) {
            return v;
        }
        if let Some(c) = self.const_value(e) {
            let ty = self.ty(e);
            return self.const_val(c, ty);
        }
        if self.mode(e) == Mode::Nil {
            let ty = self.ty(e);
            return self.zero(ty);
        }
        match &e.kind {
            ExprKind::Name(_) => self.name(e),
            ExprKind::Paren(x) => self.expr(x),
            ExprKind::FuncLit(lit) => self.func_lit(e, lit),
            ExprKind::Composite { .. } => self.composite(e),
            ExprKind::Selector(x, sel) => self.selector(e, x, sel),
            ExprKind::Index { x, indices, .. } => self.index(e, x, indices),
            ExprKind::Slice { .. } => self.slice_expr(e),
            ExprKind::TypeAssert { x, .. } => self.type_assert(e, x, false).0,
            ExprKind::Call { .. } => self.call_value(e),
            ExprKind::Star(_) => {
                let ty = self.ty(e);
                let p = self.place(e);
                self.load_place(&p, ty)
            }
            ExprKind::Unary(op, x) => self.unary(e, *op, x),
            ExprKind::Binary { op, .. } => self.binary(e, *op),
            other => panic!("lower: {}: {other:?} as a value", self.name),
        }
    }

    /// A use of a name as a value.
    fn name(&mut self, e: &'p Expr) -> Val {
        let obj = self.use_of(e.id).or_else(|| self.def(e.id)).expect("a checked name has its object");
        match &self.w.obj(obj).kind {
            ObjKind::Var(_) => {
                let ty = self.ty(e);
                let p = self.place(e);
                self.load_place(&p, ty)
            }
            ObjKind::Func(_) => self.func_ref(e, obj),
            ObjKind::Nil => {
                let ty = self.ty(e);
                self.zero(ty)
            }
            other => panic!("lower: {}: {other:?} as a value", self.name),
        }
    }

    /// A declared function as a value.
    pub fn func_ref(&mut self, e: &'p Expr, obj: golift_types::ObjId) -> Val {
        self.func_value_of(e.id, obj)
    }

    /// A declared function, perhaps with the type arguments of the identifier `id`, as a value.
    pub fn func_value_of(&mut self, id: golift_frontend::ast::NodeId, obj: golift_types::ObjId) -> Val {
        let targs = self.type_args(id);
        let f = if targs.is_empty() { self.m.decl_func(obj) } else { self.m.func_instance(obj, &targs).0 };
        let d = self.m.func_value(f);
        Val::one(self.data(d))
    }

    /// Evaluates an expression of one scalar.
    pub fn scalar(&mut self, e: &'p Expr) -> ValueId {
        self.expr(e).scalar()
    }

    /// Evaluates an expression for assignment to a variable of type `target`.
    pub fn expr_as(&mut self, e: &'p Expr, target: TypeId) -> Val {
        if self.mode(e) == Mode::Nil {
            return self.zero(target);
        }
        let v = self.expr(e);
        let from = self.ty(e);
        self.implicit(v, from, target, Some(e))
    }

    /// Evaluates an expression of memory class into fresh zeroed memory; other expressions are stored there.
    pub fn expr_into(&mut self, e: &'p Expr, addr: ValueId, target: TypeId) {
        let x = unparen(e);
        if self.is_mem(target) && !self.hoisted.contains_key(&x.id) && self.const_value(x).is_none() {
            match &x.kind {
                ExprKind::Composite { .. } => return self.composite_into(x, addr, 0),
                ExprKind::Call { .. } if self.is_plain_call(x) => {
                    self.call(x, Some(addr));
                    return;
                }
                _ => {}
            }
        }
        let v = self.expr_as(e, target);
        self.store(addr, 0, target, &v, SAFE);
    }

    /// The conversion that assignment implies: to an interface, or none.
    pub fn implicit(&mut self, v: Val, from: TypeId, target: TypeId, e: Option<&'p Expr>) -> Val {
        if !self.w.is_interface(target) || self.w.identical(from, target) {
            return v;
        }
        self.to_interface(v, from, target, e)
    }

    /// Evaluates an expression whose value nothing changes later.
    pub fn expr_owned(&mut self, e: &'p Expr, target: TypeId) -> Val {
        let fresh = self.is_fresh(e);
        let v = self.expr_as(e, target);
        if fresh { v } else { self.own(v, target) }
    }

    /// Whether a memory-class expression yields memory of its own.
    pub fn is_fresh(&self, e: &Expr) -> bool {
        match &unparen(e).kind {
            ExprKind::Composite { .. } | ExprKind::TypeAssert { .. } => true,
            ExprKind::Call { fun, args, .. } => self.mode(fun) != Mode::Type || args.iter().all(|a| self.is_fresh(a)),
            ExprKind::Unary(UnaryOp::Recv, _) => true,
            _ => false,
        }
    }

    /// Evaluates the parts of `e` that come ahead of plain reads, in order, and remembers their values.
    pub fn hoist(&mut self, e: &'p Expr) {
        if self.const_value(e).is_some() || !matches!(self.mode(e), Mode::Value | Mode::Variable | Mode::MapIndex | Mode::CommaOk) {
            return;
        }
        match &e.kind {
            ExprKind::Paren(x) | ExprKind::Star(x) => self.hoist(x),
            ExprKind::Selector(x, _) => {
                if self.w.info.selections.contains_key(&e.id) {
                    self.hoist(x);
                }
            }
            ExprKind::Unary(UnaryOp::Recv, _) => self.hoist_value(e),
            ExprKind::Unary(UnaryOp::Addr, x) => match &unparen(x).kind {
                ExprKind::Composite { elems, .. } => self.hoist_elems(elems),
                _ => self.hoist(x),
            },
            ExprKind::Unary(_, x) => self.hoist(x),
            ExprKind::Index { x, indices, .. } => {
                let xt = self.ty(x);
                if matches!(self.w.under(xt), Type::Map(..)) {
                    self.hoist_value(e);
                } else if matches!(self.mode(x), Mode::Value | Mode::Variable | Mode::MapIndex | Mode::CommaOk) {
                    self.hoist(x);
                    indices.iter().for_each(|i| self.hoist(i));
                }
            }
            ExprKind::Slice { .. } | ExprKind::TypeAssert { .. } => self.hoist_value(e),
            ExprKind::Call { fun, args, .. } => {
                if self.mode(fun) == Mode::Type {
                    args.iter().for_each(|a| self.hoist(a));
                } else {
                    self.hoist_value(e);
                }
            }
            ExprKind::Binary { op: BinaryOp::LogAnd | BinaryOp::LogOr, .. } => {
                if self.has_call(e) {
                    self.hoist_value(e);
                }
            }
            ExprKind::Binary { .. } => {
                let mut spine = Vec::new();
                let mut at = e;
                while let ExprKind::Binary { x, y, op, .. } = &at.kind {
                    if matches!(op, BinaryOp::LogAnd | BinaryOp::LogOr) || self.const_value(at).is_some() {
                        break;
                    }
                    spine.push(&**y);
                    at = x;
                }
                self.hoist(at);
                spine.into_iter().rev().for_each(|y| self.hoist(y));
            }
            ExprKind::Composite { elems, .. } => self.hoist_elems(elems),
            _ => {}
        }
    }

    fn hoist_elems(&mut self, elems: &'p [Expr]) {
        for el in elems {
            match &el.kind {
                ExprKind::KeyValue(k, v) => {
                    if self.tv(k).is_some() {
                        self.hoist(k);
                    }
                    self.hoist(v);
                }
                _ => self.hoist(el),
            }
        }
    }

    fn hoist_value(&mut self, e: &'p Expr) {
        if self.hoisted.contains_key(&e.id) || self.mode(e) == Mode::NoValue {
            return;
        }
        let ty = self.ty(e);
        if matches!(self.w.ty(ty), Type::Tuple(_)) {
            return;
        }
        let v = self.expr(e);
        let v = if self.is_fresh(e) { v } else { self.own(v, ty) };
        self.hoisted.insert(e.id, v);
    }

    /// Hoists the operands if one but the first contains a call.
    pub fn hoist_all(&mut self, operands: &[&'p Expr]) {
        if operands.len() > 1 && operands[1..].iter().any(|e| self.has_call(e)) {
            operands.iter().for_each(|e| self.hoist(e));
        }
    }

    fn unary(&mut self, e: &'p Expr, op: UnaryOp, x: &'p Expr) -> Val {
        match op {
            UnaryOp::Plus => self.expr(x),
            UnaryOp::Not => {
                let v = self.scalar(x);
                Val::one(self.b.emit(Op::Un(UnOp::BoolNot), &[v], Ty::I8))
            }
            UnaryOp::Xor => {
                let v = self.scalar(x);
                let ty = self.b.func.ty(v);
                Val::one(self.b.emit(Op::Un(UnOp::Not), &[v], ty))
            }
            UnaryOp::Neg => {
                let v = self.expr(x);
                Val::Flat(
                    v.flat()
                        .iter()
                        .map(|&v| {
                            let ty = self.b.func.ty(v);
                            let op = if matches!(ty, Ty::F32 | Ty::F64) { UnOp::FNeg } else { UnOp::Neg };
                            self.b.emit(Op::Un(op), &[v], ty)
                        })
                        .collect(),
                )
            }
            UnaryOp::Addr => self.address_of(e, x),
            UnaryOp::Recv => self.recv(e, x, false).0,
            UnaryOp::Tilde => panic!("lower: ~ in an expression"),
        }
    }

    /// `&x`.
    fn address_of(&mut self, e: &'p Expr, x: &'p Expr) -> Val {
        let inner = unparen(x);
        if let ExprKind::Composite { .. } = &inner.kind {
            return self.addr_composite(e, inner);
        }
        self.b.set_pos(e.span.lo);
        let place = match self.spot(x) {
            Spot::Place(p) => p,
            Spot::Val(_) => panic!("lower: {}: address of a value", self.name),
        };
        Val::one(self.place_addr(place))
    }

    /// All values of an expression in a context that takes several: a call's results, or value and ok.
    pub fn multi(&mut self, e: &'p Expr) -> Vec<(Val, TypeId)> {
        let x = unparen(e);
        let types: Vec<TypeId> = match self.tv(e).map(|t| self.w.ty(t.ty)) {
            Some(Type::Tuple(ts)) => ts.clone(),
            _ => {
                let ty = self.ty(e);
                vec![ty]
            }
        };
        let types: Vec<TypeId> = types.into_iter().map(|t| self.m.subst(t)).collect();
        let values = match &x.kind {
            ExprKind::Call { .. } => self.call(x, None),
            ExprKind::Index { x: m, indices, .. } => {
                let (v, ok) = self.map_lookup(x, m, &indices[0]);
                vec![v, Val::one(ok)]
            }
            ExprKind::TypeAssert { x: y, .. } => {
                let (v, ok) = self.type_assert(x, y, true);
                vec![v, Val::one(ok.expect("a comma-ok assertion has its flag"))]
            }
            ExprKind::Unary(UnaryOp::Recv, c) => {
                let (v, ok) = self.recv(x, c, true);
                vec![v, Val::one(ok.expect("a comma-ok receive has its flag"))]
            }
            other => panic!("lower: {}: {other:?} with several values", self.name),
        };
        debug_assert_eq!(values.len(), types.len());
        values.into_iter().zip(types).collect()
    }

    /// An integer operand as I64, and whether its type is signed.
    pub fn index_value(&mut self, e: &'p Expr) -> (ValueId, bool) {
        if let Some(c) = self.const_value(e) {
            return (self.int(c.low_bits().unwrap_or(0) as i64), true);
        }
        let ty = self.ty(e);
        let v = self.scalar(e);
        let signed = !self.w.is_unsigned(ty);
        (self.extend(v, signed), signed)
    }

    /// An integer scalar widened to I64.
    pub fn extend(&mut self, v: ValueId, signed: bool) -> ValueId {
        use golift_ssa::ConvOp;
        match self.b.func.ty(v) {
            Ty::I64 => v,
            _ => self.conv(if signed { ConvOp::SExt } else { ConvOp::ZExt }, v, Ty::I64),
        }
    }
}
