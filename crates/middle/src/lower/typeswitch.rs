//! Type switches. (Spec, Type switches.)

use super::func::{FuncLowerer, Target};
use super::value::Val;
use golift_abi::Builtin;
use golift_base::Symbol;
use golift_frontend::ast::{CaseClause, Expr, Stmt};
use golift_ssa::{BlockId, CmpOp, Ty, ValueId};
use golift_types::{Mode, TypeId};

impl<'p> FuncLowerer<'p, '_> {
    /// `switch init; v := x.(type) { … }`.
    pub fn type_switch(&mut self, label: Option<Symbol>, init: Option<&'p Stmt>, x: &'p Expr, clauses: &'p [CaseClause]) {
        if let Some(i) = init {
            self.stmt(i);
        }
        self.hoisted.clear();
        // The operand may come as `x` or as `x.(type)`.
        let x = match &x.kind {
            golift_frontend::ast::ExprKind::TypeAssert { x, ty: None } => x,
            _ => x,
        };
        let from = self.ty(x);
        let v = self.expr(x);
        let end = self.b.new_block();
        let bodies: Vec<BlockId> = clauses.iter().map(|_| self.b.new_block()).collect();
        let default = clauses.iter().position(|c| c.default).map_or(end, |i| bodies[i]);
        // The words of an interface that a clause with one interface type binds.
        let mut words: Vec<Option<ValueId>> = vec![None; clauses.len()];
        for (i, c) in clauses.iter().enumerate() {
            for e in &c.exprs {
                let next = self.b.new_block();
                self.b.set_pos(e.span.lo);
                let (hit, word) = self.has_dynamic_type(&v, from, e);
                if let (Some(w), 1) = (word, c.exprs.len()) {
                    // Only this test leads to the clause: the word dominates it.
                    words[i] = Some(w);
                }
                self.b.branch(hit, bodies[i], next);
                self.b.enter_sealed(next);
            }
        }
        self.b.jump(default);
        self.targets.push(Target { label, brk: end, cont: None });
        let outer = self.fallthrough.take();
        for (i, c) in clauses.iter().enumerate() {
            self.b.enter_sealed(bodies[i]);
            if let Some(&obj) = self.w.info.implicits.get(&c.id) {
                self.b.set_pos(c.pos);
                let ty = self.obj_ty(obj);
                let bound = match c.exprs.as_slice() {
                    [e] if self.mode(e) != Mode::Nil => match words[i] {
                        Some(w) => Val::of(&[w, v.at(1)]),
                        None => self.unbox(v.at(1), ty),
                    },
                    _ => v.clone(),
                };
                self.declare(obj, Some(&bound));
            }
            self.stmts(&c.body);
            self.b.jump(end);
        }
        self.fallthrough = outer;
        self.targets.pop();
        self.b.enter_sealed(end);
    }

    /// Whether a value's dynamic type is the one of a case; for interface types also the first word of the result.
    fn has_dynamic_type(&mut self, v: &Val, from: TypeId, e: &'p Expr) -> (ValueId, Option<ValueId>) {
        if self.mode(e) == Mode::Nil {
            return (self.is_nil(v.at(0)), None);
        }
        let ty = self.ty(e);
        if self.w.is_interface(ty) {
            let d = self.dynamic_type(v.at(0), from);
            let word = if self.is_empty_interface(ty) {
                d
            } else {
                let want = self.desc(ty);
                self.builtin1(Builtin::rt_find_itab, &[want, d], None)
            };
            let nil = self.nil();
            return (self.cmp(CmpOp::Ne, word, nil), Some(word));
        }
        let want = self.type_word(from, ty);
        debug_assert_eq!(self.b.func.ty(want), Ty::Ptr);
        (self.cmp(CmpOp::Eq, v.at(0), want), None)
    }
}
