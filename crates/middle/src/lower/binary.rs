//! Binary operators and conditions. (Spec, Operators.)
//!
//! Chains are walked along their left spine without recursion.

use super::expr::word_ty;
use super::func::FuncLowerer;
use golift_frontend::unparen;
use super::value::Val;
use golift_base::Pos;
use golift_frontend::ast::{BinaryOp, Expr, ExprKind, UnaryOp};
use golift_ssa::{BinOp, BlockId, Check, Op, Ty, ValueId};
use golift_types::TypeId;

impl<'p> FuncLowerer<'p, '_> {
    /// `x op y`.
    pub fn binary(&mut self, e: &'p Expr, op: BinaryOp) -> Val {
        match op {
            BinaryOp::LogAnd | BinaryOp::LogOr => {
                let (yes, no, join) = (self.b.new_block(), self.b.new_block(), self.b.new_block());
                let result = self.b.block_param(join, Ty::I8);
                self.cond(e, yes, no);
                self.b.enter_sealed(yes);
                let t = self.bool_const(true);
                self.b.jump_with(join, &[t]);
                self.b.enter_sealed(no);
                let f = self.bool_const(false);
                self.b.jump_with(join, &[f]);
                self.b.enter_sealed(join);
                Val::one(result)
            }
            op if op.is_comparison() => Val::one(self.comparison(e)),
            _ => {
                let ty = self.ty(e);
                if self.w.is_string(ty) { self.concat(e) } else { self.arithmetic(e) }
            }
        }
    }

    /// A chain of arithmetic operators.
    fn arithmetic(&mut self, e: &'p Expr) -> Val {
        let mut spine: Vec<(&'p Expr, BinaryOp, &'p Expr)> = Vec::new();
        let mut at = e;
        loop {
            let x = unparen(at);
            let ExprKind::Binary { op, x: left, y, .. } = &x.kind else {
                break;
            };
            let own = op.is_comparison() || matches!(op, BinaryOp::LogAnd | BinaryOp::LogOr);
            if own || self.const_value(x).is_some() || self.hoisted.contains_key(&x.id) || self.hoisted.contains_key(&at.id) {
                break;
            }
            spine.push((x, *op, y));
            at = left;
        }
        if spine.iter().any(|(_, _, y)| self.has_call(y)) {
            self.hoist(at);
            for &(_, _, y) in spine.iter().rev() {
                self.hoist(y);
            }
        }
        let mut v = self.expr(at);
        for (x, op, y) in spine.into_iter().rev() {
            let ty = self.ty(x);
            let ExprKind::Binary { op_pos, .. } = x.kind else {
                continue;
            };
            v = if op.is_shift() {
                self.shift_expr(op, v, ty, y, op_pos)
            } else {
                let r = self.expr(y);
                let nonzero = self.const_value(y).is_some_and(|c| !c.is_zero());
                self.arith(op, &v, &r, ty, op_pos, nonzero)
            };
        }
        v
    }

    fn shift_expr(&mut self, op: BinaryOp, v: Val, ty: TypeId, y: &'p Expr, pos: Pos) -> Val {
        let amount = self.shift_amount(y, pos);
        self.b.set_pos(pos);
        Val::one(self.shift(op, v.scalar(), amount, ty))
    }

    /// A shift amount as unsigned I64; negative ones panic.
    pub fn shift_amount(&mut self, y: &'p Expr, pos: Pos) -> ValueId {
        if let Some(c) = self.const_value(y) {
            let n = c.to_int().as_u64().unwrap_or(u64::MAX).min(1 << 32);
            return self.int(n as i64);
        }
        let yt = self.ty(y);
        let v = self.scalar(y);
        self.b.set_pos(pos);
        let signed = !self.w.is_unsigned(yt);
        let v = self.extend(v, signed);
        if signed {
            self.b.emit0(Op::Check(Check::Shift), &[v]);
        }
        v
    }

    /// `x << n` or `x >> n`.
    pub fn shift(&mut self, op: BinaryOp, x: ValueId, n: ValueId, ty: TypeId) -> ValueId {
        let op = match op {
            BinaryOp::Shl => BinOp::Shl,
            _ if self.w.is_unsigned(ty) => BinOp::UShr,
            _ => BinOp::SShr,
        };
        let t = self.b.func.ty(x);
        self.b.emit(Op::Bin(op), &[x, n], t)
    }

    /// Arithmetic on two values of type `ty`; `nonzero`: the divisor is a constant other than 0.
    pub fn arith(&mut self, op: BinaryOp, x: &Val, y: &Val, ty: TypeId, pos: Pos, nonzero: bool) -> Val {
        self.b.set_pos(pos);
        if self.w.is_complex(ty) {
            return self.complex_arith(op, x, y);
        }
        if self.w.is_string(ty) {
            return self.concat_values(&[x.clone(), y.clone()], pos, "");
        }
        let (x, y) = (x.scalar(), y.scalar());
        let t = self.b.func.ty(x);
        if matches!(t, Ty::F32 | Ty::F64) {
            let op = match op {
                BinaryOp::Add => BinOp::FAdd,
                BinaryOp::Sub => BinOp::FSub,
                BinaryOp::Mul => BinOp::FMul,
                BinaryOp::Div => BinOp::FDiv,
                other => panic!("lower: {} of floats", other.as_str()),
            };
            return Val::one(self.bin(op, x, y));
        }
        let signed = !self.w.is_unsigned(ty);
        if matches!(op, BinaryOp::Div | BinaryOp::Rem) && !nonzero {
            self.b.emit0(Op::Check(Check::DivZero), &[y]);
        }
        let op = match op {
            BinaryOp::Add => BinOp::Add,
            BinaryOp::Sub => BinOp::Sub,
            BinaryOp::Mul => BinOp::Mul,
            BinaryOp::Div if signed => BinOp::SDiv,
            BinaryOp::Div => BinOp::UDiv,
            BinaryOp::Rem if signed => BinOp::SRem,
            BinaryOp::Rem => BinOp::URem,
            BinaryOp::And => BinOp::And,
            BinaryOp::Or => BinOp::Or,
            BinaryOp::Xor => BinOp::Xor,
            BinaryOp::AndNot => BinOp::AndNot,
            other => panic!("lower: arithmetic {}", other.as_str()),
        };
        Val::one(self.bin(op, x, y))
    }

    fn complex_arith(&mut self, op: BinaryOp, x: &Val, y: &Val) -> Val {
        let (a, b, c, d) = (x.at(0), x.at(1), y.at(0), y.at(1));
        match op {
            BinaryOp::Add => Val::of(&[self.bin(BinOp::FAdd, a, c), self.bin(BinOp::FAdd, b, d)]),
            BinaryOp::Sub => Val::of(&[self.bin(BinOp::FSub, a, c), self.bin(BinOp::FSub, b, d)]),
            BinaryOp::Mul => {
                // complex64 products are computed in float64, as in the official compiler.
                let narrow = self.b.func.ty(a) == Ty::F32;
                let [a, b, c, d] = [a, b, c, d].map(|v| self.widen_float(v));
                let ac = self.bin(BinOp::FMul, a, c);
                let bd = self.bin(BinOp::FMul, b, d);
                let ad = self.bin(BinOp::FMul, a, d);
                let bc = self.bin(BinOp::FMul, b, c);
                let re = self.bin(BinOp::FSub, ac, bd);
                let im = self.bin(BinOp::FAdd, ad, bc);
                Val::of(&[self.narrow_float(re, narrow), self.narrow_float(im, narrow)])
            }
            BinaryOp::Div => {
                let narrow = self.b.func.ty(a) == Ty::F32;
                let args = [a, b, c, d].map(|v| self.widen_float(v));
                let r = match self.m.runtime_func("complex128div") {
                    Some(f) => self.b.emit_n(Op::Call(f), &args, &[Ty::F64, Ty::F64]),
                    None => {
                        let pos = self.b.loc().map_or(Pos::NONE, |l| self.b.func.locs[l].pos);
                        self.unsupported(pos, "complex division without package runtime");
                        vec![args[0], args[1]]
                    }
                };
                Val::of(&[self.narrow_float(r[0], narrow), self.narrow_float(r[1], narrow)])
            }
            other => panic!("lower: {} of complex numbers", other.as_str()),
        }
    }

    fn widen_float(&mut self, v: ValueId) -> ValueId {
        if self.b.func.ty(v) == Ty::F32 { self.conv(golift_ssa::ConvOp::FPromote, v, Ty::F64) } else { v }
    }

    fn narrow_float(&mut self, v: ValueId, narrow: bool) -> ValueId {
        if narrow { self.conv(golift_ssa::ConvOp::FDemote, v, Ty::F32) } else { v }
    }

    /// Evaluates a condition for its control flow.
    pub fn cond(&mut self, e: &'p Expr, then: BlockId, else_: BlockId) {
        if let Some(c) = self.const_value(e) {
            let to = if c.as_bool() == Some(true) { then } else { else_ };
            self.b.jump(to);
            return;
        }
        if !self.hoisted.contains_key(&e.id) {
            match &e.kind {
                ExprKind::Paren(x) => return self.cond(x, then, else_),
                ExprKind::Unary(UnaryOp::Not, x) => return self.cond(x, else_, then),
                ExprKind::Binary { op: op @ (BinaryOp::LogAnd | BinaryOp::LogOr), .. } => {
                    return self.logic_chain(e, *op, then, else_);
                }
                _ => {}
            }
        }
        let v = self.scalar(e);
        self.b.branch(v, then, else_);
    }

    /// `a && b && …` or `a || b || …`.
    fn logic_chain(&mut self, e: &'p Expr, chain: BinaryOp, then: BlockId, else_: BlockId) {
        let mut operands = Vec::new();
        let mut at = e;
        loop {
            match &at.kind {
                ExprKind::Paren(x) => at = x,
                ExprKind::Binary { op, x, y, .. }
                    if *op == chain && self.const_value(at).is_none() && !self.hoisted.contains_key(&at.id) =>
                {
                    operands.push(&**y);
                    at = x;
                }
                _ => break,
            }
        }
        operands.push(at);
        while let Some(x) = operands.pop() {
            if operands.is_empty() {
                return self.cond(x, then, else_);
            }
            let next = self.b.new_block();
            match chain {
                BinaryOp::LogAnd => self.cond(x, next, else_),
                _ => self.cond(x, then, next),
            }
            self.b.enter_sealed(next);
        }
    }

    /// The result types of a builtin as SSA types.
    pub fn builtin_results(b: golift_abi::Builtin) -> Vec<Ty> {
        b.info().results.iter().map(|&w| word_ty(w)).collect()
    }
}
