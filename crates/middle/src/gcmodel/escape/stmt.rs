//! What statements make flow.

use super::Batch;
use super::graph::{BLANK, HEAP, Hole, LocId, What};
use crate::gcmodel::ir::{Class, Data, N, Op, V};
use golift_types::Type;

impl Batch<'_, '_> {
    pub(super) fn block(&mut self, list: &[N]) {
        let depth = self.loop_depth;
        self.stmts(list);
        self.loop_depth = depth;
    }

    pub(super) fn stmts(&mut self, list: &[N]) {
        for &n in list {
            self.stmt(n);
        }
    }

    /// Declares a variable here; gives its hole.
    fn dcl(&mut self, v: V) -> Hole {
        let loc = self.var_location(v);
        self.l_mut(loc).loop_depth = self.loop_depth;
        Self::hole(loc)
    }

    fn stmt(&mut self, n: N) {
        let node = self.p.n(n).clone();
        self.stmts(&node.init);
        match node.op {
            Op::Fallthrough | Op::Break | Op::Continue | Op::Goto => {}
            Op::Block => self.stmts(&node.body),
            Op::Dcl => {
                if let Some(v) = node.x.and_then(|x| self.p.var_of(x)) {
                    self.dcl(v);
                }
            }
            Op::Label => {
                if let Data::Sym(name) = node.data
                    && self.labels.get(&name) == Some(&true)
                {
                    self.loop_depth += 1;
                }
            }
            Op::If => {
                self.discard(node.x);
                self.block(&node.body);
                self.block(&node.rhs);
            }
            Op::For => {
                self.loop_depth += 1;
                self.discard(node.x);
                if let Some(post) = node.y {
                    self.stmt(post);
                }
                self.block(&node.body);
                self.loop_depth -= 1;
            }
            Op::Range => self.range(n, &node),
            Op::Switch => self.switch(&node),
            Op::Select => {
                for &c in &node.list {
                    let case = self.p.n(c).clone();
                    if let Some(comm) = case.x {
                        self.stmt(comm);
                    }
                    self.block(&case.body);
                }
            }
            Op::Recv => self.discard(Some(n)),
            Op::Send => {
                self.discard(node.x);
                self.assign_heap(node.y, "send", n);
            }
            Op::Assign => self.assign_list(&[node.x], &[node.y], "assign", n),
            Op::AssignOp => self.assign_list(&[node.x], &[node.y], "assign", n),
            Op::AssignPair => {
                let (l, r): (Vec<_>, Vec<_>) = (node.list.iter().map(|&n| Some(n)).collect(), node.rhs.iter().map(|&n| Some(n)).collect());
                self.assign_list(&l, &r, "assign-pair", n);
            }
            Op::AssignDotType | Op::AssignMapIndex | Op::AssignRecv => {
                let why = match node.op {
                    Op::AssignDotType => "assign-pair-dot-type",
                    Op::AssignMapIndex => "assign-pair-mapr",
                    _ => "assign-pair-receive",
                };
                let l: Vec<_> = node.list.iter().map(|&n| Some(n)).collect();
                self.assign_list(&l, &[Some(node.rhs[0])], why, n);
            }
            Op::AssignFunc => {
                let call = node.rhs[0];
                let init = self.p.n(call).init.clone();
                self.stmts(&init);
                let ks = self.addrs(&node.list.iter().map(|&n| Some(n)).collect::<Vec<_>>());
                self.call(Some(&ks), call);
                self.mark_reassigned(&ks, n);
            }
            Op::Return => {
                let results = self.p.f(self.cur).results.clone();
                let ks: Vec<Hole> = results.iter().map(|&v| Self::hole(self.var_location(v))).collect();
                for (k, &e) in ks.iter().zip(&node.list) {
                    let k = self.note(*k, n, "return");
                    self.expr(k, Some(e));
                }
                let ks: Vec<Hole> = ks.into_iter().take(if node.list.is_empty() { 0 } else { results.len() }).collect();
                self.mark_reassigned(&ks, n);
            }
            Op::Go | Op::Defer => self.go_defer(&node),
            Op::Call | Op::CallInter | Op::InlCall | Op::BuiltinCall => self.call_node(None, n, &node),
            Op::Name | Op::Literal | Op::Nil => {}
            _ => self.discard(Some(n)),
        }
    }

    fn range(&mut self, n: N, node: &crate::gcmodel::ir::Node) {
        let tmp = self.new_loc(What::Temp, true);
        self.expr(Self::hole(tmp), node.x);
        self.loop_depth += 1;
        let ks = self.addrs(&[node.y, node.z]);
        let xt = node.x.map_or(crate::gcmodel::ir::NO_TYPE, |x| self.p.n(x).ty);
        if matches!(self.w.under(xt), Type::Array(..)) {
            let k = self.note(ks[1], n, "range");
            self.flow(k, tmp);
        } else {
            let k = self.deref(ks[1], n, "range-deref");
            self.flow(k, tmp);
        }
        self.mark_reassigned(&ks, n);
        self.block(&node.body);
        self.loop_depth -= 1;
    }

    fn switch(&mut self, node: &crate::gcmodel::ir::Node) {
        let guard = node.x.map(|x| self.p.n(x).clone());
        match guard {
            Some(g) if g.op == Op::TypeGuard => {
                let mut ks = Vec::new();
                for &c in &node.list {
                    if let Data::Var(v) = self.p.n(c).data {
                        let k = self.dcl(v);
                        let ty = self.p.v(v).ty;
                        if self.w.has_pointers(ty) {
                            let k = self.dot_type(k, ty, c, "switch case");
                            ks.push(k);
                        }
                    }
                }
                let k = self.tee(&ks);
                self.expr(k, g.x);
            }
            _ => self.discard(node.x),
        }
        for &c in &node.list {
            let case = self.p.n(c).clone();
            for &e in &case.list {
                self.discard(Some(e));
            }
            self.block(&case.body);
        }
    }

    fn go_defer(&mut self, node: &crate::gcmodel::ir::Node) {
        let k = if node.op == Op::Defer && self.loop_depth == 1 && !self.p.f(self.cur).range_body {
            // Operands of deferred calls outside of loops last as long as the frame; bodies of loops over functions defer to
            // another frame.
            self.later(Self::hole(BLANK))
        } else {
            Self::hole(HEAP)
        };
        if let Some(call) = node.x {
            let fun = self.p.n(call).x;
            self.expr(k, fun);
        }
    }

    /// The holes of left sides.
    pub(super) fn addrs(&mut self, list: &[Option<N>]) -> Vec<Hole> {
        list.iter().map(|&n| self.addr_of(n)).collect()
    }

    /// The hole that a left side is.
    pub(super) fn addr_of(&mut self, n: Option<N>) -> Hole {
        let Some(n) = n else { return Self::hole(BLANK) };
        if self.p.is_blank(n) {
            return Self::hole(BLANK);
        }
        let node = self.p.n(n).clone();
        self.stmts(&node.init);
        let mut k = Self::hole(HEAP);
        match node.op {
            Op::Name => {
                if let Some(v) = self.p.var_of(n)
                    && self.p.v(v).class != Class::Global
                {
                    k = Self::hole(self.var_location(v));
                }
            }
            Op::Dot => k = self.addr_of(node.x),
            Op::Index => {
                self.discard(node.y);
                let array = node.x.is_some_and(|x| matches!(self.w.under(self.p.n(x).ty), Type::Array(..)));
                if array {
                    k = self.addr_of(node.x);
                } else {
                    self.mutate(node.x);
                }
            }
            Op::Deref | Op::DotPtr => self.mutate(node.x),
            Op::IndexMap => {
                self.discard(node.x);
                self.assign_heap(node.y, "key of map put", n);
            }
            Op::Conv => k = self.addr_of(node.x),
            _ => {}
        }
        k
    }

    fn assign_list(&mut self, dsts: &[Option<N>], srcs: &[Option<N>], why: &'static str, at: N) {
        let ks = self.addrs(dsts);
        for (i, &k) in ks.iter().enumerate() {
            let src = srcs.get(i).copied().flatten();
            let mut k = k;
            if let Some(d) = dsts[i]
                && self.p.n(d).op == Op::DotPtr
                && self.is_header_data(d)
            {
                let k = self.note(Self::hole(HEAP), at, why);
                self.unsafe_value(k, src);
                continue;
            }
            if let (Some(d), Some(s)) = (dsts[i], src)
                && self.is_self_assign(d, s)
            {
                if self.out.level > 0 {
                    let text = format!(
                        "{} ignoring self-assignment in {}",
                        self.printer().func_name(self.cur),
                        self.printer().node(at)
                    );
                    let pos = self.p.n(at).pos;
                    self.out.say(pos, &text);
                }
                k = Self::hole(BLANK);
            }
            let k = self.note(k, at, why);
            self.expr(k, src);
        }
        self.mark_reassigned(&ks, at);
    }

    fn mark_reassigned(&mut self, ks: &[Hole], at: N) {
        let node = self.p.n(at);
        let op = node.op;
        // The zero value of a declaration is no assignment.
        if op == Op::Assign
            && node.y.is_none()
            && let Some(v) = node.x.and_then(|x| self.p.var_of(x))
            && self.p.v(v).defn.is_none()
        {
            return;
        }
        for k in ks {
            if let What::Var(v) = self.l(k.dst).what {
                // Variables of range clauses are assigned in each iteration.
                if self.p.v(v).defn == Some(at) && op != Op::Range {
                    continue;
                }
            }
            let id: LocId = k.dst;
            self.l_mut(id).reassigned = true;
        }
    }

    pub(super) fn assign_heap(&mut self, src: Option<N>, why: &'static str, at: N) {
        let k = self.note(Self::hole(HEAP), at, why);
        self.expr(k, src);
    }
}
