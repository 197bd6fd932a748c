//! `select`. (Spec, Select statements.)

use super::func::{FuncLowerer, Target};
use golift_frontend::unparen;
use super::value::{SAFE, Val};
use golift_abi::Builtin;
use golift_base::{Pos, Symbol};
use golift_frontend::ast::{CommClause, Expr, ExprKind, Stmt, StmtKind, UnaryOp};
use golift_ssa::{BlockCall, BlockId, CmpOp, Terminator, ValueId};
use golift_types::{Basic, TypeId};

/// Size of `abi::SelectCase`.
const CASE_SIZE: i64 = 24;

/// What a clause waits for.
enum Comm<'p> {
    Send(&'p Expr, &'p Expr),
    Recv(&'p Expr),
}

/// A receive's memory and type.
struct Received {
    elem: TypeId,
    at: Option<ValueId>,
}

fn comm(s: &Stmt) -> Option<Comm<'_>> {
    let recv = |e| match &unparen(e).kind {
        ExprKind::Unary(UnaryOp::Recv, c) => Some(Comm::Recv(c)),
        _ => None,
    };
    match &s.kind {
        StmtKind::Send(c, x, _) => Some(Comm::Send(c, x)),
        StmtKind::Expr(e) => recv(e),
        StmtKind::Assign { rhs, .. } | StmtKind::Define { rhs, .. } => recv(&rhs[0]),
        _ => None,
    }
}

impl<'p> FuncLowerer<'p, '_> {
    /// `select { … }`.
    pub fn select(&mut self, label: Option<Symbol>, clauses: &'p [CommClause], pos: Pos) {
        let end = self.b.new_block();
        let bodies: Vec<BlockId> = clauses.iter().map(|_| self.b.new_block()).collect();
        let waits: Vec<usize> = (0..clauses.len()).filter(|&i| clauses[i].comm.is_some()).collect();
        let has_default = waits.len() < clauses.len();
        let mut received: Vec<Received> = Vec::new();
        let mut entries: Vec<(ValueId, ValueId, i64)> = Vec::new();
        for &i in &waits {
            let s = clauses[i].comm.as_deref().expect("clauses with communication");
            let assigned = matches!(s.kind, StmtKind::Assign { .. } | StmtKind::Define { .. });
            self.hoisted.clear();
            self.b.set_pos(clauses[i].pos);
            match comm(s) {
                Some(Comm::Send(c, x)) => {
                    let ct = self.ty(c);
                    let elem = self.chan_elem(ct);
                    self.hoist_all(&[c, x]);
                    let ch = self.scalar(c);
                    let v = self.expr_owned(x, elem);
                    let p = self.spill(&v, elem);
                    entries.push((ch, p, 0));
                    received.push(Received { elem, at: None });
                }
                Some(Comm::Recv(c)) => {
                    let ct = self.ty(c);
                    let elem = self.chan_elem(ct);
                    let ch = self.scalar(c);
                    let at = if assigned { Some(self.temp(elem)) } else { None };
                    let p = match at {
                        Some(p) => p,
                        None => self.nil(),
                    };
                    entries.push((ch, p, 1));
                    received.push(Received { elem, at });
                }
                None => panic!("lower: {}: communication clause of another sort", self.name),
            }
        }
        self.b.set_pos(pos);
        let n = entries.len() as u64;
        let cases = if n == 0 {
            self.nil()
        } else {
            let pointers = [true, true, false].repeat(n as usize);
            let layout = self.m.raw_layout(String::from("select cases"), n * CASE_SIZE as u64, 8, pointers);
            let cases = self.temp_layout(layout);
            for (i, &(ch, p, recv)) in entries.iter().enumerate() {
                let at = i as i64 * CASE_SIZE;
                self.store_scalar(cases, at, ch, SAFE);
                self.store_scalar(cases, at + 8, p, SAFE);
                let recv = self.int(recv);
                self.store_scalar(cases, at + 16, recv, SAFE);
            }
            cases
        };
        let count = self.int(n as i64);
        let block = self.int(!has_default as i64);
        let r = self.builtin(Builtin::rt_select, &[cases, count, block], None);
        self.dispatch(&r, &waits, &bodies, clauses);

        self.targets.push(Target { label, brk: end, cont: None });
        for (i, c) in clauses.iter().enumerate() {
            self.b.enter_sealed(bodies[i]);
            self.hoisted.clear();
            self.b.set_pos(c.pos);
            if let Some(k) = waits.iter().position(|&w| w == i) {
                let s = c.comm.as_deref().expect("clauses with communication");
                self.bind_received(s, &received[k], r[1]);
            }
            self.stmts(&c.body);
            self.b.jump(end);
        }
        self.targets.pop();
        self.b.enter_sealed(end);
    }

    fn dispatch(&mut self, r: &[ValueId], waits: &[usize], bodies: &[BlockId], clauses: &'p [CommClause]) {
        let call = |block| BlockCall { block, args: Vec::new() };
        let mut cases: Vec<(i64, BlockCall)> =
            waits.iter().enumerate().map(|(k, &i)| (k as i64, call(bodies[i]))).collect();
        let default = match clauses.iter().position(|c| c.comm.is_none()) {
            Some(d) => Some(call(bodies[d])),
            None => cases.pop().map(|c| c.1),
        };
        match default {
            None => self.b.terminate(Terminator::Unreachable),
            Some(d) if cases.is_empty() => self.b.terminate(Terminator::Jump(d)),
            Some(d) => self.b.terminate(Terminator::Switch { value: r[0], cases, default: d }),
        }
        self.b.enter_dead();
        self.b.terminate(Terminator::Unreachable);
    }

    fn bind_received(&mut self, s: &'p Stmt, r: &Received, received: ValueId) {
        let Some(at) = r.at else {
            return;
        };
        let value = self.load(at, 0, r.elem, SAFE);
        let (lhs, define) = match &s.kind {
            StmtKind::Define { lhs, .. } => (lhs, true),
            StmtKind::Assign { lhs, .. } => (lhs, false),
            _ => return,
        };
        let ok = self.cmp_const(CmpOp::Ne, received, 0);
        let values = [(value, r.elem), (Val::one(ok), Basic::Bool.id())];
        if define {
            for (l, (v, t)) in lhs.iter().zip(values) {
                self.define_one(l, v, t);
            }
            return;
        }
        let places: Vec<_> = lhs.iter().map(|l| self.target(l)).collect();
        for ((l, p), (v, t)) in lhs.iter().zip(places).zip(values) {
            self.assign_value(&p, l, v, t);
        }
    }
}
