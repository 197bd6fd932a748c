//! `for … range`. (Spec, For statements with range clause.)

use super::builder::SsaVar;
use super::func::{FuncLowerer, Target};
use golift_frontend::unparen;
use super::place::{Place, Spot};
use super::value::{SAFE, Val};
use golift_abi::Builtin;
use golift_base::{Pos, Symbol};
use golift_frontend::ast::{Block, Expr, ExprKind, NodeId};
use golift_ssa::{BinOp, BlockId, CmpOp, ConvOp, Ty, ValueId};
use golift_types::{Basic, Mode, ObjId, Type, TypeId};

/// The variables of a range clause.
#[derive(Clone, Copy, Debug)]
pub struct Clause<'p> {
    /// The statement.
    pub stmt: NodeId,
    /// The first.
    pub key: Option<&'p Expr>,
    /// The second.
    pub value: Option<&'p Expr>,
    /// Whether they are declared here.
    pub define: bool,
}

/// The blocks of a loop under construction.
struct Loop {
    head: BlockId,
    next: BlockId,
    end: BlockId,
}

fn used(e: Option<&Expr>) -> bool {
    e.is_some_and(|e| !matches!(&unparen(e).kind, ExprKind::Name(n) if n.is_blank()))
}

impl<'p> FuncLowerer<'p, '_> {
    /// `for key, value := range x { … }`.
    pub fn range_stmt(&mut self, label: Option<Symbol>, clause: Clause<'p>, start: Pos, pos: Pos, x: &'p Expr, body: &'p Block) {
        self.b.set_pos(pos);
        for obj in self.shared_vars(clause) {
            self.declare(obj, None);
        }
        let xt = self.ty(x);
        match *self.w.under(xt) {
            Type::Basic(b) if b.is_string() => self.range_string(label, clause, x, body),
            Type::Basic(_) => self.range_int(label, clause, x, xt, body),
            Type::Slice(elem) => self.range_slice(label, clause, x, elem, body),
            Type::Array(..) => self.range_array(label, clause, x, xt, body),
            Type::Pointer(arr) => self.range_array_ptr(label, clause, x, arr, body),
            Type::Map(..) => self.range_map(label, clause, x, xt, body),
            Type::Chan(..) => self.range_chan(label, clause, x, xt, body),
            Type::Signature(_) => self.range_func(label, clause, start, x, body),
            _ => self.unsupported(pos, "range over this type"),
        }
    }

    /// The clause's new variables, where all iterations share them (before go 1.22).
    fn shared_vars(&self, clause: Clause<'p>) -> Vec<ObjId> {
        let vars = [clause.key, clause.value].into_iter().flatten().filter(|_| clause.define);
        vars.filter_map(|e| self.def(e.id)).filter(|&o| self.w.is_shared_loop_variable(o)).collect()
    }

    /// Gives the iteration's values to the clause's variables.
    pub(super) fn bind(&mut self, clause: Clause<'p>, key: Option<(Val, TypeId)>, value: Option<(Val, TypeId)>) {
        if clause.define {
            for (e, v) in [(clause.key, key), (clause.value, value)] {
                let (Some(e), Some((v, t))) = (e, v) else { continue };
                match self.def(e.id).filter(|&o| self.w.is_shared_loop_variable(o)) {
                    Some(obj) => {
                        let (place, ty) = (self.place(e), self.obj_ty(obj));
                        let v = self.implicit(v, t, ty, None);
                        self.store_place(&place, ty, &v);
                    }
                    None => self.define_one(e, v, t),
                }
            }
            return;
        }
        let mut todo = Vec::new();
        if let (Some(k), Some(v)) = (clause.key, key) {
            todo.push((k, v));
        }
        if let (Some(k), Some(v)) = (clause.value, value) {
            todo.push((k, v));
        }
        let places: Vec<Place> = todo.iter().map(|(l, _)| self.target(l)).collect();
        for ((l, (v, t)), p) in todo.into_iter().zip(places) {
            self.assign_value(&p, l, v, t);
        }
    }

    fn start_loop(&mut self) -> Loop {
        let l = Loop { head: self.b.new_block(), next: self.b.new_block(), end: self.b.new_block() };
        self.b.jump(l.head);
        self.b.enter(l.head);
        self.loop_depth += 1;
        l
    }

    fn loop_body(&mut self, l: &Loop, label: Option<Symbol>, body: &'p Block) {
        self.targets.push(Target { label, brk: l.end, cont: Some(l.next) });
        self.block(body);
        self.targets.pop();
        self.b.jump(l.next);
        self.b.enter_sealed(l.next);
    }

    fn end_loop(&mut self, l: &Loop) {
        self.b.jump(l.head);
        self.b.seal(l.head);
        self.loop_depth -= 1;
        self.b.enter_sealed(l.end);
    }

    /// A loop over 0 … n-1 of a hidden counter; `element` gives the second value.
    fn count_loop(
        &mut self,
        label: Option<Symbol>,
        clause: Clause<'p>,
        n: ValueId,
        body: &'p Block,
        elem: TypeId,
        mut element: impl FnMut(&mut Self, ValueId) -> Val,
    ) {
        let i = self.b.new_var(Ty::I64);
        let zero = self.int(0);
        self.b.write(i, zero);
        let loc = self.b.loc();
        let l = self.start_loop();
        let inner = self.b.new_block();
        let at = self.b.read(i);
        let more = self.cmp(CmpOp::Slt, at, n);
        self.b.branch(more, inner, l.end);
        self.b.enter_sealed(inner);
        let key = Some((Val::one(at), Basic::Int.id()));
        let value = if used(clause.value) { Some((element(self, at), elem)) } else { None };
        self.bind(clause, key, value);
        self.loop_body(&l, label, body);
        self.b.set_loc(loc);
        self.step(i);
        self.end_loop(&l);
    }

    fn step(&mut self, i: SsaVar) {
        let at = self.b.read(i);
        let one = self.int(1);
        let next = self.bin(BinOp::Add, at, one);
        self.b.write(i, next);
    }

    fn range_int(&mut self, label: Option<Symbol>, clause: Clause<'p>, x: &'p Expr, xt: TypeId, body: &'p Block) {
        // An untyped constant takes the type of the variable.
        let mut ty = xt;
        if let Some(k) = clause.key.filter(|_| used(clause.key)) {
            let kt = match self.def(k.id) {
                Some(o) => self.obj_ty(o),
                None => self.ty(k),
            };
            if self.const_value(x).is_some() {
                ty = kt;
            }
        }
        let n = match self.const_value(x) {
            Some(c) => self.const_val(c, ty).scalar(),
            None => self.scalar(x),
        };
        let t = self.b.func.ty(n);
        let signed = !self.w.is_unsigned(ty);
        let i = self.b.new_var(t);
        let zero = self.iconst(0, t);
        self.b.write(i, zero);
        let loc = self.b.loc();
        let l = self.start_loop();
        let inner = self.b.new_block();
        let at = self.b.read(i);
        let more = self.cmp(if signed { CmpOp::Slt } else { CmpOp::Ult }, at, n);
        self.b.branch(more, inner, l.end);
        self.b.enter_sealed(inner);
        self.bind(clause, Some((Val::one(at), ty)), None);
        self.loop_body(&l, label, body);
        self.b.set_loc(loc);
        let at = self.b.read(i);
        let one = self.iconst(1, t);
        let next = self.bin(BinOp::Add, at, one);
        self.b.write(i, next);
        self.end_loop(&l);
    }

    fn range_slice(&mut self, label: Option<Symbol>, clause: Clause<'p>, x: &'p Expr, elem: TypeId, body: &'p Block) {
        let elem = self.m.subst(elem);
        // The bytes of a string need no copy here.
        let s = match self.string_behind_bytes(x) {
            Some(s) => self.expr(s),
            None => self.expr(x),
        };
        let (ptr, n) = (s.at(0), s.at(1));
        let size = self.size_of(elem);
        self.count_loop(label, clause, n, body, elem, |this, i| {
            let a = this.elem_addr(ptr, i, size);
            this.load(a, 0, elem, SAFE)
        });
    }

    fn range_array(&mut self, label: Option<Symbol>, clause: Clause<'p>, x: &'p Expr, xt: TypeId, body: &'p Block) {
        let Type::Array(elem, n) = *self.w.under(xt) else {
            panic!("lower: range over an array of another type");
        };
        let elem = self.m.subst(elem);
        let v = if used(clause.value) {
            let v = self.expr(x);
            // The loop runs over a copy, unless nothing can change the original.
            let steady = match &unparen(x).kind {
                ExprKind::Name(_) => self.use_of(unparen(x).id).is_some_and(|o| {
                    self.an.vars.get(&o).is_some_and(|f| !f.reassigned && !f.addr_taken) && self.vars.contains_key(&o)
                }),
                _ => self.is_fresh(x),
            };
            Some(if steady { v } else { self.own(v, xt) })
        } else {
            if self.has_call(x) {
                self.expr(x);
            }
            None
        };
        let len = self.int(n as i64);
        let size = self.size_of(elem);
        self.count_loop(label, clause, len, body, elem, |this, i| match v.clone() {
            Some(Val::Mem(a)) => {
                let a = this.elem_addr(a, i, size);
                this.load(a, 0, elem, SAFE)
            }
            Some(flat) if n > 0 => flat,
            _ => this.zero(elem),
        });
    }

    fn range_array_ptr(&mut self, label: Option<Symbol>, clause: Clause<'p>, x: &'p Expr, arr: TypeId, body: &'p Block) {
        let Type::Array(elem, n) = *self.w.under(arr) else {
            panic!("lower: range over a pointer to another type");
        };
        let elem = self.m.subst(elem);
        let p = if used(clause.value) || self.has_call(x) { Some(self.scalar(x)) } else { None };
        let len = self.int(n as i64);
        self.count_loop(label, clause, len, body, elem, |this, i| {
            let p = p.expect("the pointer is evaluated where elements are used");
            let place = this.array_elem(Place::Mem { addr: p, off: 0, nil: true }, arr, i, true);
            this.load_place(&place, elem)
        });
    }

    fn range_string(&mut self, label: Option<Symbol>, clause: Clause<'p>, x: &'p Expr, body: &'p Block) {
        let s = match self.bytes_behind_string(x) {
            // The loop must not see later changes of the bytes.
            Some(_) | None => self.expr(x),
        };
        let (ptr, n) = (s.at(0), s.at(1));
        let rune_ty = golift_types::universe::RUNE;
        let (i, next_i) = (self.b.new_var(Ty::I64), self.b.new_var(Ty::I64));
        let zero = self.int(0);
        self.b.write(i, zero);
        let loc = self.b.loc();
        let l = self.start_loop();
        let inner = self.b.new_block();
        let at = self.b.read(i);
        let more = self.cmp(CmpOp::Slt, at, n);
        self.b.branch(more, inner, l.end);
        self.b.enter_sealed(inner);
        let a = self.elem_addr(ptr, at, 1);
        let byte = self.load_scalar(a, 0, Ty::I8, SAFE);
        let (ascii, wide, join) = (self.b.new_block(), self.b.new_block(), self.b.new_block());
        let rune = self.b.block_param(join, Ty::I64);
        let after = self.b.block_param(join, Ty::I64);
        let r = self.conv(ConvOp::ZExt, byte, Ty::I64);
        let small = self.cmp_const(CmpOp::Ult, r, 0x80);
        self.b.branch(small, ascii, wide);
        self.b.enter_sealed(ascii);
        let one = self.int(1);
        let next = self.bin(BinOp::Add, at, one);
        self.b.jump_with(join, &[r, next]);
        self.b.enter_sealed(wide);
        let d = self.builtin(Builtin::rt_decoderune, &[ptr, n, at], None);
        self.b.jump_with(join, &[d[0], d[1]]);
        self.b.enter_sealed(join);
        self.b.write(next_i, after);
        let key = Some((Val::one(at), Basic::Int.id()));
        let value = if used(clause.value) {
            Some((Val::one(self.conv(ConvOp::Trunc, rune, Ty::I32)), rune_ty))
        } else {
            None
        };
        self.bind(clause, key, value);
        self.loop_body(&l, label, body);
        self.b.set_loc(loc);
        let n = self.b.read(next_i);
        self.b.write(i, n);
        self.end_loop(&l);
    }

    fn range_map(&mut self, label: Option<Symbol>, clause: Clause<'p>, x: &'p Expr, xt: TypeId, body: &'p Block) {
        let (kt, vt) = self.map_types(xt);
        let m = self.scalar(x);
        let layout = self.m.raw_layout(String::from("map iterator"), 128, 8, vec![true; 16]);
        let iter = self.temp_layout(layout);
        let d = self.desc(xt);
        self.builtin(Builtin::rt_mapiterinit, &[d, m, iter], None);
        let loc = self.b.loc();
        let l = self.start_loop();
        let inner = self.b.new_block();
        let k = self.load_scalar(iter, 0, Ty::Ptr, SAFE);
        let done = self.is_nil(k);
        self.b.branch(done, l.end, inner);
        self.b.enter_sealed(inner);
        let key = if used(clause.key) { Some((self.load(k, 0, kt, SAFE), kt)) } else { None };
        let value = if used(clause.value) {
            let v = self.load_scalar(iter, 8, Ty::Ptr, SAFE);
            Some((self.load(v, 0, vt, SAFE), vt))
        } else {
            None
        };
        self.bind(clause, key, value);
        self.loop_body(&l, label, body);
        self.b.set_loc(loc);
        self.builtin(Builtin::rt_mapiternext, &[iter], None);
        self.end_loop(&l);
    }

    fn range_chan(&mut self, label: Option<Symbol>, clause: Clause<'p>, x: &'p Expr, xt: TypeId, body: &'p Block) {
        let elem = self.chan_elem(xt);
        let c = self.scalar(x);
        let loc = self.b.loc();
        let l = self.start_loop();
        let inner = self.b.new_block();
        let t = self.temp(elem);
        let ok = self.builtin1(Builtin::rt_chanrecv, &[c, t], None);
        self.b.branch(ok, inner, l.end);
        self.b.enter_sealed(inner);
        let v = if used(clause.key) { Some((self.load(t, 0, elem, SAFE), elem)) } else { None };
        self.bind(clause, v, None);
        self.loop_body(&l, label, body);
        self.b.set_loc(loc);
        self.end_loop(&l);
    }

    /// Whether an expression is evaluated for its place only.
    pub fn is_spot(&mut self, e: &'p Expr) -> bool {
        matches!(self.mode(e), Mode::Variable) && matches!(self.spot(e), Spot::Place(_))
    }
}
