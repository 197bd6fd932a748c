//! Expression switches. (Spec, Switch statements.)
//!
//! Integer constants become one multi-way branch, string constants a branch on the length first.

use super::func::{FuncLowerer, Target};
use super::value::Val;
use golift_base::Symbol;
use golift_frontend::ast::{BinaryOp, CaseClause, Expr, Stmt};
use golift_ssa::{BlockCall, BlockId, CmpOp, Terminator, Ty, ValueId};
use golift_types::constant::compare;
use golift_types::{Basic, Const, Mode, TypeId};
use rustc_hash::FxHashSet;

/// From this number of constants on, a multi-way branch is made.
const MANY: usize = 4;

impl<'p> FuncLowerer<'p, '_> {
    /// `switch init; tag { … }`.
    pub fn switch(&mut self, label: Option<Symbol>, init: Option<&'p Stmt>, tag: Option<&'p Expr>, clauses: &'p [CaseClause]) {
        if let Some(i) = init {
            self.stmt(i);
        }
        let end = self.b.new_block();
        let bodies: Vec<BlockId> = clauses.iter().map(|_| self.b.new_block()).collect();
        let default = clauses.iter().position(|c| c.default).map_or(end, |i| bodies[i]);
        self.hoisted.clear();
        match tag {
            _ if let Some(choice) = self.constant_choice(tag, clauses) => {
                self.b.jump(choice.map_or(default, |i| bodies[i]));
            }
            None => self.boolean_cases(clauses, &bodies, default),
            Some(t) => {
                let ty = self.ty(t);
                let v = self.expr(t);
                let v = self.own(v, ty);
                if !(self.int_cases(&v, ty, clauses, &bodies, default)
                    || self.string_cases(&v, ty, clauses, &bodies, default))
                {
                    self.plain_cases(&v, ty, t, clauses, &bodies, default);
                }
            }
        }
        self.targets.push(Target { label, brk: end, cont: None });
        let outer = self.fallthrough.take();
        for (i, c) in clauses.iter().enumerate() {
            // The dispatch and the clause before, which may fall through, are built.
            self.b.enter_sealed(bodies[i]);
            self.fallthrough = bodies.get(i + 1).copied();
            if self.b.is_dead() {
                self.b.terminate(Terminator::Unreachable);
                continue;
            }
            self.stmts(&c.body);
            self.b.jump(end);
        }
        self.fallthrough = outer;
        self.targets.pop();
        self.b.enter_sealed(end);
    }

    /// The clause that a constant tag chooses (`None` in it: the default), if that can be known.
    fn constant_choice(&mut self, tag: Option<&'p Expr>, clauses: &'p [CaseClause]) -> Option<Option<usize>> {
        let value = match tag {
            Some(t) if self.w.is_interface(self.ty(t)) => return None,
            Some(t) => self.const_value(t)?,
            None => &Const::Bool(true),
        };
        for (i, c) in clauses.iter().enumerate() {
            for e in &c.exprs {
                if self.w.is_interface(self.ty(e)) {
                    return None;
                }
                if compare(BinaryOp::Eq, value, self.const_value(e)?) {
                    return Some(Some(i));
                }
            }
        }
        Some(None)
    }

    fn boolean_cases(&mut self, clauses: &'p [CaseClause], bodies: &[BlockId], default: BlockId) {
        for (c, &body) in clauses.iter().zip(bodies) {
            for e in &c.exprs {
                let next = self.b.new_block();
                self.hoisted.clear();
                self.b.set_pos(e.span.lo);
                let ty = self.ty(e);
                if self.w.is_interface(ty) {
                    // `case x` with an interface x: compared with true.
                    let t = self.bool_const(true);
                    let eq = self.case_equal(&Val::one(t), Basic::Bool.id(), e);
                    self.b.branch(eq, body, next);
                } else {
                    self.cond(e, body, next);
                }
                self.b.enter_sealed(next);
            }
        }
        self.b.jump(default);
    }

    fn plain_cases(
        &mut self,
        v: &Val,
        ty: TypeId,
        tag: &'p Expr,
        clauses: &'p [CaseClause],
        bodies: &[BlockId],
        default: BlockId,
    ) {
        let _ = tag;
        for (c, &body) in clauses.iter().zip(bodies) {
            for e in &c.exprs {
                let next = self.b.new_block();
                self.hoisted.clear();
                self.b.set_pos(e.span.lo);
                let eq = self.case_equal(v, ty, e);
                self.b.branch(eq, body, next);
                self.b.enter_sealed(next);
            }
        }
        self.b.jump(default);
    }

    /// Whether the tag equals a case's value.
    fn case_equal(&mut self, v: &Val, ty: TypeId, e: &'p Expr) -> ValueId {
        if self.mode(e) == Mode::Nil {
            let first = v.at(0);
            return self.is_nil(first);
        }
        let et = self.ty(e);
        let (ti, ei) = (self.w.is_interface(ty), self.w.is_interface(et));
        let x = self.expr(e);
        match (ti, ei) {
            (true, false) => self.mixed_equal(v, ty, &x, et),
            (false, true) => self.mixed_equal(&x, et, v, ty),
            (true, true) if !self.w.identical(ty, et) => {
                let any = golift_types::universe::EMPTY_INTERFACE;
                let a = self.to_interface(v.clone(), ty, any, None);
                let b = self.to_interface(x, et, any, None);
                self.equal(&a, &b, any)
            }
            _ => self.compare(BinaryOp::Eq, v, &x, ty),
        }
    }

    /// A multi-way branch, if all cases are integer constants and there are enough of them.
    fn int_cases(&mut self, v: &Val, ty: TypeId, clauses: &'p [CaseClause], bodies: &[BlockId], default: BlockId) -> bool {
        if self.w.is_interface(ty) || !self.w.is_integer(ty) {
            return false;
        }
        let t = self.b.func.ty(v.scalar());
        let mut cases = Vec::new();
        let mut seen = FxHashSet::default();
        for (c, &body) in clauses.iter().zip(bodies) {
            for e in &c.exprs {
                let Some(bits) = self.const_value(e).and_then(|c| c.to_int().low_bits()) else {
                    return false;
                };
                let n = match t {
                    Ty::I8 => bits as i8 as i64,
                    Ty::I16 => bits as i16 as i64,
                    Ty::I32 => bits as i32 as i64,
                    _ => bits as i64,
                };
                if seen.insert(n) {
                    cases.push((n, BlockCall { block: body, args: Vec::new() }));
                }
            }
        }
        if cases.len() < MANY {
            return false;
        }
        let default = BlockCall { block: default, args: Vec::new() };
        self.b.terminate(Terminator::Switch { value: v.scalar(), cases, default });
        true
    }

    /// A branch on the length, then comparisons, if all cases are string constants and there are enough of them.
    fn string_cases(&mut self, v: &Val, ty: TypeId, clauses: &'p [CaseClause], bodies: &[BlockId], default: BlockId) -> bool {
        if self.w.is_interface(ty) || !self.w.is_string(ty) {
            return false;
        }
        let mut cases: Vec<(&'p [u8], BlockId)> = Vec::new();
        for (c, &body) in clauses.iter().zip(bodies) {
            for e in &c.exprs {
                let Some(s) = self.const_value(e).and_then(|c| c.as_bytes()) else {
                    return false;
                };
                cases.push((s, body));
            }
        }
        if cases.len() <= MANY {
            return false;
        }
        let mut lengths: Vec<usize> = cases.iter().map(|c| c.0.len()).collect();
        lengths.sort_unstable();
        lengths.dedup();
        let groups: Vec<BlockId> = lengths.iter().map(|_| self.b.new_block()).collect();
        let targets = lengths
            .iter()
            .zip(&groups)
            .map(|(&n, &b)| (n as i64, BlockCall { block: b, args: Vec::new() }))
            .collect();
        let other = BlockCall { block: default, args: Vec::new() };
        self.b.terminate(Terminator::Switch { value: v.at(1), cases: targets, default: other });
        for (&n, &group) in lengths.iter().zip(&groups) {
            self.b.enter_sealed(group);
            let len = self.int(n as i64);
            let v = Val::of(&[v.at(0), len]);
            for &(s, body) in cases.iter().filter(|c| c.0.len() == n) {
                let next = self.b.new_block();
                let c = self.string_const(s);
                let eq = if n == 0 { self.cmp(CmpOp::Eq, len, len) } else { self.equal_strings(&v, &c) };
                self.b.branch(eq, body, next);
                self.b.enter_sealed(next);
            }
            self.b.jump(default);
        }
        true
    }
}
