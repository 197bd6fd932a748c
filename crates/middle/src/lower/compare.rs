//! Comparisons. (Spec, Comparison operators.)

use super::func::FuncLowerer;
use super::value::{CONST, SAFE, Val, Vals};
use golift_abi::Builtin;
use golift_abi::typedesc::ITAB_TYPE;
use golift_frontend::ast::{BinaryOp, Expr, ExprKind};
use golift_ssa::{BinOp, CmpOp, FCmpOp, Op, Ty, UnOp, ValueId};
use golift_types::{Basic, Mode, Type, TypeId};

fn int_cmp(op: BinaryOp, signed: bool) -> CmpOp {
    match (op, signed) {
        (BinaryOp::Eq, _) => CmpOp::Eq,
        (BinaryOp::Ne, _) => CmpOp::Ne,
        (BinaryOp::Lt, true) => CmpOp::Slt,
        (BinaryOp::Le, true) => CmpOp::Sle,
        (BinaryOp::Gt, true) => CmpOp::Sgt,
        (BinaryOp::Ge, true) => CmpOp::Sge,
        (BinaryOp::Lt, false) => CmpOp::Ult,
        (BinaryOp::Le, false) => CmpOp::Ule,
        (BinaryOp::Gt, false) => CmpOp::Ugt,
        (BinaryOp::Ge, false) => CmpOp::Uge,
        (other, _) => panic!("lower: comparison {}", other.as_str()),
    }
}

fn float_cmp(op: BinaryOp) -> FCmpOp {
    match op {
        BinaryOp::Eq => FCmpOp::Eq,
        BinaryOp::Ne => FCmpOp::Ne,
        BinaryOp::Lt => FCmpOp::Lt,
        BinaryOp::Le => FCmpOp::Le,
        BinaryOp::Gt => FCmpOp::Gt,
        BinaryOp::Ge => FCmpOp::Ge,
        other => panic!("lower: comparison {}", other.as_str()),
    }
}

impl<'p> FuncLowerer<'p, '_> {
    /// `x op y` for a comparison operator.
    pub fn comparison(&mut self, e: &'p Expr) -> ValueId {
        let ExprKind::Binary { op, op_pos, x, y } = &e.kind else {
            panic!("lower: comparison of another sort");
        };
        self.hoist_all(&[x, y]);
        if self.mode(x) == Mode::Nil || self.mode(y) == Mode::Nil {
            let other = if self.mode(x) == Mode::Nil { y } else { x };
            if self.mode(other) == Mode::Nil {
                return self.bool_const(*op == BinaryOp::Eq);
            }
            let v = self.expr(other);
            self.b.set_pos(*op_pos);
            // Slices, maps, functions, channels, pointers and interfaces are nil by their first word.
            let first = v.at(0);
            let nil = self.nil();
            return self.cmp(if *op == BinaryOp::Eq { CmpOp::Eq } else { CmpOp::Ne }, first, nil);
        }
        let (xt, yt) = (self.ty(x), self.ty(y));
        if self.w.is_string(xt) && self.w.is_string(yt) {
            let a = self.string_operand(x);
            let b = self.string_operand(y);
            self.b.set_pos(*op_pos);
            return self.compare_strings(*op, &a, &b);
        }
        let (xi, yi) = (self.w.is_interface(xt), self.w.is_interface(yt));
        let ty = if xi && !yi {
            xt
        } else if yi && !xi {
            yt
        } else {
            xt
        };
        if xi != yi {
            return self.mixed_compare(*op, x, y, xi);
        }
        let a = self.expr_held(x, y);
        let b = self.expr(y);
        self.b.set_pos(*op_pos);
        if xi && !self.w.identical(xt, yt) {
            // Interfaces of different types: compare as empty interfaces.
            let any = golift_types::universe::EMPTY_INTERFACE;
            let a = self.to_interface(a, xt, any, None);
            let b = self.to_interface(b, yt, any, None);
            return self.compare(*op, &a, &b, any);
        }
        self.compare(*op, &a, &b, ty)
    }

    /// The value of `x` while `y` is evaluated next: memory is copied if `y` might change it.
    fn expr_held(&mut self, x: &'p Expr, y: &'p Expr) -> Val {
        let v = self.expr(x);
        if self.has_call(y) && !self.is_fresh(x) {
            let ty = self.ty(x);
            return self.own(v, ty);
        }
        v
    }

    /// An operand of a string comparison: conversions from bytes need no copy there.
    fn string_operand(&mut self, e: &'p Expr) -> Val {
        match self.bytes_behind_string(e) {
            Some(b) => {
                let s = self.expr(b);
                Val::of(&[s.at(0), s.at(1)])
            }
            None => self.expr(e),
        }
    }

    /// Interface against concrete value: the types first, then the values; nothing is boxed.
    fn mixed_compare(&mut self, op: BinaryOp, x: &'p Expr, y: &'p Expr, x_is_iface: bool) -> ValueId {
        let (xt, yt) = (self.ty(x), self.ty(y));
        let a = self.expr_held(x, y);
        let b = self.expr(y);
        let eq = if x_is_iface { self.mixed_equal(&a, xt, &b, yt) } else { self.mixed_equal(&b, yt, &a, xt) };
        self.negate_if(eq, op == BinaryOp::Ne)
    }

    /// Whether an interface value holds exactly this concrete value.
    pub fn mixed_equal(&mut self, iface: &Val, it: TypeId, v: &Val, ct: TypeId) -> ValueId {
        let want = self.type_word(it, ct);
        let same = self.cmp(CmpOp::Eq, iface.at(0), want);
        let (deep, join) = (self.b.new_block(), self.b.new_block());
        let result = self.b.block_param(join, Ty::I8);
        let f = self.bool_const(false);
        let to_join = golift_ssa::BlockCall { block: join, args: vec![f] };
        let then = golift_ssa::BlockCall { block: deep, args: Vec::new() };
        self.b.terminate(golift_ssa::Terminator::Branch { cond: same, then, else_: to_join });
        self.b.enter_sealed(deep);
        let inner = self.unbox(iface.at(1), ct);
        let eq = self.equal(&inner, v, ct);
        self.b.jump_with(join, &[eq]);
        self.b.enter_sealed(join);
        result
    }

    /// Compares two values of one type.
    pub fn compare(&mut self, op: BinaryOp, x: &Val, y: &Val, ty: TypeId) -> ValueId {
        match self.w.under(ty) {
            Type::Basic(b) if b.is_string() => self.compare_strings(op, x, y),
            Type::Basic(b) if b.is_float() => {
                self.b.emit(Op::FCmp(float_cmp(op)), &[x.scalar(), y.scalar()], Ty::I8)
            }
            Type::Basic(b) if b.is_integer() || b.is_boolean() || *b == Basic::UnsafePointer => {
                let signed = !b.is_unsigned();
                self.cmp(int_cmp(op, signed), x.scalar(), y.scalar())
            }
            _ => {
                let eq = self.equal(x, y, ty);
                self.negate_if(eq, op == BinaryOp::Ne)
            }
        }
    }

    /// The other truth value if `negate`.
    pub fn negate_if(&mut self, v: ValueId, negate: bool) -> ValueId {
        if negate { self.b.emit(Op::Un(UnOp::BoolNot), &[v], Ty::I8) } else { v }
    }

    /// Whether two values of one type are equal.
    pub fn equal(&mut self, x: &Val, y: &Val, ty: TypeId) -> ValueId {
        match self.w.under(ty) {
            Type::Basic(b) if b.is_complex() => {
                let re = self.b.emit(Op::FCmp(FCmpOp::Eq), &[x.at(0), y.at(0)], Ty::I8);
                let im = self.b.emit(Op::FCmp(FCmpOp::Eq), &[x.at(1), y.at(1)], Ty::I8);
                self.bin(BinOp::And, re, im)
            }
            Type::Basic(_) => self.compare(BinaryOp::Eq, x, y, ty),
            Type::Pointer(_) | Type::Chan(..) | Type::Map(..) | Type::Signature(_) => {
                self.cmp(CmpOp::Eq, x.scalar(), y.scalar())
            }
            Type::Slice(_) => self.cmp(CmpOp::Eq, x.at(0), y.at(0)),
            Type::Interface { .. } => self.equal_interfaces(x, y, ty),
            Type::Struct(_) | Type::Array(..) => self.equal_aggregates(x, y, ty),
            other => panic!("lower: comparison of {other:?}"),
        }
    }

    fn equal_interfaces(&mut self, x: &Val, y: &Val, ty: TypeId) -> ValueId {
        let same = self.cmp(CmpOp::Eq, x.at(0), y.at(0));
        let (typed, deep, join) = (self.b.new_block(), self.b.new_block(), self.b.new_block());
        let result = self.b.block_param(join, Ty::I8);
        let call = |block, args| golift_ssa::BlockCall { block, args };
        let f = self.bool_const(false);
        self.b.terminate(golift_ssa::Terminator::Branch {
            cond: same,
            then: call(typed, Vec::new()),
            else_: call(join, vec![f]),
        });
        self.b.enter_sealed(typed);
        // Equal words: both nil, or the same dynamic type.
        let nil = self.is_nil(x.at(0));
        let t = self.bool_const(true);
        self.b.terminate(golift_ssa::Terminator::Branch {
            cond: nil,
            then: call(join, vec![t]),
            else_: call(deep, Vec::new()),
        });
        self.b.enter_sealed(deep);
        let desc = if self.is_empty_interface(ty) {
            x.at(0)
        } else {
            self.load_scalar(x.at(0), ITAB_TYPE as i64, Ty::Ptr, CONST)
        };
        let eq = self.builtin1(Builtin::rt_efaceeq, &[desc, x.at(1), y.at(1)], None);
        self.b.jump_with(join, &[eq]);
        self.b.enter_sealed(join);
        result
    }

    fn equal_aggregates(&mut self, x: &Val, y: &Val, ty: TypeId) -> ValueId {
        if let (Val::Flat(_), Val::Flat(_)) = (x, y) {
            return self.equal_flat(x, y, ty);
        }
        let (a, b) = (self.spill(x, ty), self.spill(y, ty));
        if self.is_regular_memory(ty) {
            let n = self.int(self.w.size_of(ty) as i64);
            return self.builtin1(Builtin::rt_memequal, &[a, b, n], None);
        }
        let d = self.desc(ty);
        self.builtin1(Builtin::rt_eq, &[d, a, b], None)
    }

    fn equal_flat(&mut self, x: &Val, y: &Val, ty: TypeId) -> ValueId {
        let parts: Vec<(Val, Val, TypeId)> = match self.w.under(ty) {
            Type::Struct(fields) => {
                let mut parts = Vec::new();
                for (i, f) in fields.iter().enumerate() {
                    if !f.name.is_blank() {
                        parts.push((self.project(x, ty, i as u32), self.project(y, ty, i as u32), f.ty));
                    }
                }
                parts
            }
            Type::Array(elem, 1) => vec![(x.clone(), y.clone(), *elem)],
            _ => Vec::new(),
        };
        match parts.as_slice() {
            [] => return self.bool_const(true),
            [(a, b, t)] => {
                let t = self.m.subst(*t);
                return self.equal(a, b, t);
            }
            _ => {}
        }
        // Cheap parts first are not the rule: a panic of a later interface comparison must not be lost or gained.
        let join = self.b.new_block();
        let result = self.b.block_param(join, Ty::I8);
        let n = parts.len();
        for (i, (a, b, t)) in parts.into_iter().enumerate() {
            let t = self.m.subst(t);
            let eq = self.equal(&a, &b, t);
            if i + 1 == n {
                self.b.jump_with(join, &[eq]);
                break;
            }
            let next = self.b.new_block();
            let f = self.bool_const(false);
            let call = |block, args| golift_ssa::BlockCall { block, args };
            self.b.terminate(golift_ssa::Terminator::Branch {
                cond: eq,
                then: call(next, Vec::new()),
                else_: call(join, vec![f]),
            });
            self.b.enter_sealed(next);
        }
        self.b.enter_sealed(join);
        result
    }

    /// Whether equality of the type is equality of all its bytes.
    pub fn is_regular_memory(&self, ty: TypeId) -> bool {
        match self.w.under(ty) {
            Type::Basic(b) => b.is_integer() || b.is_boolean() || *b == Basic::UnsafePointer,
            Type::Pointer(_) | Type::Chan(..) => true,
            Type::Array(e, _) => self.is_regular_memory(*e),
            Type::Struct(fields) => {
                let offsets = self.w.field_offsets(ty);
                let mut end = 0;
                for (f, at) in fields.iter().zip(offsets) {
                    if at != end || f.name.is_blank() || !self.is_regular_memory(f.ty) {
                        return false;
                    }
                    end = at + self.w.size_of(f.ty);
                }
                end == self.w.size_of(ty)
            }
            _ => false,
        }
    }

    /// Compares two strings: lengths first where that decides.
    pub fn compare_strings(&mut self, op: BinaryOp, x: &Val, y: &Val) -> ValueId {
        if matches!(op, BinaryOp::Eq | BinaryOp::Ne) {
            let eq = self.equal_strings(x, y);
            return self.negate_if(eq, op == BinaryOp::Ne);
        }
        let c = self.builtin1(Builtin::rt_cmpstring, &[x.at(0), x.at(1), y.at(0), y.at(1)], None);
        self.cmp_const(int_cmp(op, true), c, 0)
    }

    /// Whether two strings are equal.
    pub fn equal_strings(&mut self, x: &Val, y: &Val) -> ValueId {
        let (xl, yl) = (self.b.as_iconst(x.at(1)), self.b.as_iconst(y.at(1)));
        let same = self.cmp(CmpOp::Eq, x.at(1), y.at(1));
        if xl == Some(0) || yl == Some(0) {
            return same;
        }
        let (deep, join) = (self.b.new_block(), self.b.new_block());
        let result = self.b.block_param(join, Ty::I8);
        let f = self.bool_const(false);
        let call = |block, args| golift_ssa::BlockCall { block, args };
        self.b.terminate(golift_ssa::Terminator::Branch {
            cond: same,
            then: call(deep, Vec::new()),
            else_: call(join, vec![f]),
        });
        self.b.enter_sealed(deep);
        let eq = match xl.or(yl) {
            Some(n @ (1 | 2 | 4 | 8)) => {
                let t = match n {
                    1 => Ty::I8,
                    2 => Ty::I16,
                    4 => Ty::I32,
                    _ => Ty::I64,
                };
                let a = self.load_scalar(x.at(0), 0, t, SAFE);
                let b = self.load_scalar(y.at(0), 0, t, SAFE);
                self.cmp(CmpOp::Eq, a, b)
            }
            _ => self.builtin1(Builtin::rt_memequal, &[x.at(0), y.at(0), x.at(1)], None),
        };
        self.b.jump_with(join, &[eq]);
        self.b.enter_sealed(join);
        result
    }

    /// The value in an interface's data word, for a dynamic type known to be `ty`.
    pub fn unbox(&mut self, data: ValueId, ty: TypeId) -> Val {
        if self.is_direct(ty) {
            let mut v = Vals::new();
            v.push(data);
            return Val::Flat(v);
        }
        self.load(data, 0, ty, CONST)
    }
}
