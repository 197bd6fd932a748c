//! What calls make flow.

use super::Batch;
use super::graph::{BLANK, HEAP, Hole, MUTATOR};
use crate::gcmodel::ir::{Data, F, N, Node, Op};
use crate::gcmodel::leaks::MAX_RESULTS;
use crate::gcmodel::static_value::{possible_callees, static_callee};
use golift_types::{Basic, Builtin, Type};

impl Batch<'_, '_> {
    pub(super) fn call(&mut self, ks: Option<&[Hole]>, n: N) {
        let node = self.p.n(n).clone();
        match node.op {
            Op::Call | Op::CallInter | Op::InlCall | Op::BuiltinCall => self.call_node(ks, n, &node),
            _ => {
                let k = ks.and_then(|k| k.first().copied()).unwrap_or(Self::hole(BLANK));
                self.expr(k, Some(n));
            }
        }
    }

    fn argument(&mut self, k: Hole, arg: N, call: N) {
        let k = self.note(k, call, "call parameter");
        self.expr(k, Some(arg));
    }

    pub(super) fn call_node(&mut self, ks: Option<&[Hole]>, n: N, node: &Node) {
        match node.op {
            Op::CallInter => {
                if let Some(x) = node.x.and_then(|d| self.p.n(d).x) {
                    self.argument(Self::hole(HEAP), x, n);
                }
                for &a in &node.list {
                    self.argument(Self::hole(HEAP), a, n);
                }
            }
            Op::Call => self.func_call(ks, n, node),
            Op::InlCall => {
                self.stmts(&node.body);
                for (i, &r) in node.list.iter().enumerate() {
                    let k = ks.and_then(|ks| ks.get(i).copied()).unwrap_or(Self::hole(BLANK));
                    self.expr(k, Some(r));
                }
            }
            _ => self.builtin_call(ks, n, node),
        }
    }

    fn func_call(&mut self, ks: Option<&[Hole]>, n: N, node: &Node) {
        let Some(fun) = node.x else { return };
        let cur = self.cur;
        self.reassigned(cur);
        let top = self.p.top_level(cur);
        let callees = match static_callee(self.w, self.p, &self.reassigned[&top], fun) {
            Some(f) => vec![f],
            None => possible_callees(self.p, cur, fun),
        };
        for &f in &callees {
            let Some(ks) = ks.filter(|_| self.in_batch(f)) else { continue };
            for (i, v) in self.p.f(f).results.clone().into_iter().enumerate() {
                if let Some(&k) = ks.get(i) {
                    // The results as expressions.
                    let loc = self.var_location(v);
                    let mut k = k;
                    if k.derefs >= 0 && !self.w.has_pointers(self.p.v(v).ty) {
                        k.dst = BLANK;
                    }
                    self.flow(k, loc);
                }
            }
        }
        let mut callee_k = Self::hole(BLANK);
        if callees.is_empty() && ks.is_some_and(|ks| ks.iter().any(|k| k.dst != BLANK)) {
            // The results flow somewhere, and which function gives them is unknown.
            callee_k = self.note(Self::callee_hole(), n, "callee operand");
        }
        self.expr(callee_k, Some(fun));
        let &[f] = &callees[..] else {
            for (i, &a) in node.list.iter().enumerate() {
                let holes: Vec<Hole> = callees.iter().map(|&f| self.tag_hole(ks, f, i, false)).collect();
                let k = if callees.is_empty() { Self::hole(HEAP) } else { self.tee(&holes) };
                self.argument(k, a, n);
            }
            return;
        };
        let mut args = &node.list[..];
        if self.p.f(f).recv.is_some()
            && let Some((&first, rest)) = args.split_first()
        {
            let k = self.tag_hole(ks, f, 0, true);
            self.uintptr_argument(first, f);
            self.argument(k, first, n);
            args = rest;
        }
        for (i, &a) in args.iter().enumerate() {
            self.uintptr_argument(a, f);
            let k = self.tag_hole(ks, f, i, false);
            self.argument(k, a, n);
        }
    }

    fn in_batch(&self, f: F) -> bool {
        self.members.contains(&f) && !self.p.f(f).tagged
    }

    /// The hole of a parameter.
    pub(super) fn tag_hole(&mut self, ks: Option<&[Hole]>, f: F, i: usize, recv: bool) -> Hole {
        let func = self.p.f(f);
        let param = if recv { func.recv.as_ref() } else { func.params.get(i) };
        let Some(param) = param else { return Self::hole(HEAP) };
        if self.in_batch(f) {
            let var = param.var;
            return match var {
                Some(v) => Self::hole(self.var_location(v)),
                None => Self::hole(BLANK),
            };
        }
        if !func.tagged {
            return Self::hole(HEAP);
        }
        let leaks = param.leaks;
        let mut holes = Vec::new();
        let tagged = [(HEAP, leaks.heap), (MUTATOR, leaks.mutator), (super::graph::CALLEE, leaks.callee)];
        for (dst, derefs) in tagged {
            if let Some(d) = derefs {
                holes.push(Self::shift(Self::hole(dst), i32::from(d)));
            }
        }
        if let Some(ks) = ks {
            for i in 0..MAX_RESULTS {
                if let (Some(d), Some(&k)) = (leaks.results[i], ks.get(i)) {
                    holes.push(Self::shift(k, i32::from(d)));
                }
            }
        }
        self.tee(&holes)
    }

    /// Pointers that become integers in the arguments of certain functions escape or are kept alive.
    fn uintptr_argument(&mut self, arg: N, f: F) {
        let pragma = self.p.f(f).pragma;
        if !pragma.uintptr_escapes && !pragma.uintptr_keep_alive {
            return;
        }
        let node = self.p.n(arg).clone();
        if node.op == Op::SliceLit && node.implicit {
            for el in node.list {
                self.uintptr_argument(el, f);
            }
            return;
        }
        let Some(x) = node.x else { return };
        if node.op == Op::Conv
            && self.w.as_basic(node.ty) == Some(Basic::Uintptr)
            && self.w.as_basic(self.p.n(x).ty) == Some(Basic::UnsafePointer)
            && pragma.uintptr_escapes
        {
            self.expr(Self::hole(HEAP), Some(x));
        }
    }

    fn builtin_call(&mut self, ks: Option<&[Hole]>, n: N, node: &Node) {
        let Data::Builtin(b) = node.data else { return };
        let k0 = ks.and_then(|k| k.first().copied()).unwrap_or(Self::hole(BLANK));
        let drop = Self::hole(BLANK);
        match b {
            Builtin::Append => self.append(k0, n, node),
            Builtin::Copy => {
                self.argument(Self::hole(MUTATOR), node.list[0], n);
                let y = node.list[1];
                let k = if self.slice_of_pointers(y) { self.deref(Self::hole(HEAP), n, "copied slice") } else { drop };
                self.argument(k, y, n);
            }
            Builtin::Panic => self.argument(Self::hole(HEAP), node.list[0], n),
            Builtin::Complex => {
                for &a in &node.list {
                    self.discard(Some(a));
                }
            }
            Builtin::Min | Builtin::Max => {
                for &a in &node.list {
                    self.argument(k0, a, n);
                }
            }
            Builtin::Clear => self.argument(Self::hole(MUTATOR), node.list[0], n),
            Builtin::UnsafeStringData | Builtin::UnsafeSliceData => self.argument(k0, node.list[0], n),
            Builtin::UnsafeAdd | Builtin::UnsafeSlice | Builtin::UnsafeString => {
                self.argument(k0, node.list[0], n);
                self.argument(drop, node.list[1], n);
            }
            _ => {
                for &a in &node.list {
                    self.argument(drop, a, n);
                }
            }
        }
    }

    fn slice_of_pointers(&self, n: N) -> bool {
        match self.w.under(self.p.n(n).ty) {
            Type::Slice(elem) => self.w.has_pointers(*elem),
            _ => false,
        }
    }

    fn append(&mut self, k0: Hole, n: N, node: &Node) {
        // The slice may be the result; its contents may be copied to a new one.
        let mut appendee = self.tee(&[k0, Self::hole(MUTATOR)]);
        if self.slice_of_pointers(node.list[0]) {
            let content = self.deref(Self::hole(HEAP), n, "appendee slice");
            appendee = self.tee(&[appendee, content]);
        }
        self.argument(appendee, node.list[0], n);
        if node.flag {
            let y = node.list[1];
            let k = if self.slice_of_pointers(y) {
                self.deref(Self::hole(HEAP), n, "appended slice...")
            } else {
                Self::hole(BLANK)
            };
            self.argument(k, y, n);
        } else {
            for &a in &node.list[1..] {
                self.argument(Self::hole(HEAP), a, n);
            }
        }
        // The new backing store; it is reused in no loop.
        let store = self.spill(k0, n);
        self.l_mut(store.dst).loop_depth = 0;
    }
}
