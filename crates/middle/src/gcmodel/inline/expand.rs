//! Replacing a call by a copy of its callee.

use super::Inliner;
use super::copy::Copy;
use crate::gcmodel::ir::{Class, Data, F, N, NO_TYPE, Node, Op, UNKNOWN, V};
use crate::gcmodel::std_facts;
use golift_base::{Pos, Symbol};
use rustc_hash::FxHashMap;

impl Inliner<'_, '_> {
    /// Inlines a call if the model says so.
    pub(super) fn try_inline(&mut self, caller: F, n: N, callee: F, big: bool, once: bool) -> bool {
        let func = self.p.f(callee);
        let path = self.w.package(func.pkg).path.as_str();
        if func.outer.is_none() && super::intrinsics::is_intrinsic(path, func.name.as_str()) {
            return false;
        }
        if !self.affordable(callee, big, once) {
            return false;
        }
        if self.is_cycle(n, callee) {
            // Functions that call themselves are passed over in silence.
            if self.out.level > 1 && callee != caller && !self.is_cycle(n, caller) {
                let (name, into) = (self.printer().func_name(callee), self.printer().func_name(caller));
                let pos = self.p.n(n).pos;
                self.out.say(pos, &format!("cannot inline {name} into {into}: repeated recursive cycle"));
            }
            return false;
        }
        let pos = self.p.n(n).pos;
        let body = self.p.f(callee).pristine.clone();
        if body.is_none() && !self.announced.insert(n) {
            return false;
        }
        // What the embedded packages call is golift's own; what the official ones call there is known.
        let own = self.is_inside_known(n, callee);
        if self.out.level > 0 && !own {
            let text = format!("inlining call to {}", self.printer().func_name(callee));
            self.out.say(pos, &text);
            if self.p.f(callee).pkg != self.target {
                for call in std_facts::nested_calls(self.w, self.p, callee).into_iter().flatten() {
                    self.out.say(pos, &format!("inlining call to {call}"));
                }
            }
        }
        let Some(body) = body else { return false };
        let origin = self.p.f(callee).origin.unwrap_or(callee);
        let parent = self.p.n(n).inlined;
        self.p.inl_tree.push((parent, origin, self.p.n(n).written));
        let inlined = self.p.inl_tree.len() as u32;
        let mut copy = Copy { callee: Some(callee), into: caller, vars: FxHashMap::default(), pos: Some(pos), keep_pos: false, inlined, nodes: FxHashMap::default() };
        let old = self.p.f(callee).dcls.clone();
        let new = copy.variables(self.p, &old, caller);
        for (&o, &v) in old.iter().zip(&new) {
            let kept = self.p.v(o).pristine_defn;
            let var = self.p.v_mut(v);
            var.class = Class::Auto;
            var.defn = kept;
            if var.pos != UNKNOWN {
                var.pos = pos;
            }
        }
        self.p.f_mut(caller).dcls.extend(&new);
        let copied = copy.list(self.p, &body);
        copy.definitions(self.p, &new);
        let results: Vec<V> = self.p.f(callee).results.iter().map(|v| copy.vars[v]).collect();
        let delay = self.can_delay_results(callee, &body);

        let mut stmts = Vec::new();
        if let Some(args) = self.bind_arguments(n, callee, &copy, pos) {
            stmts.push(args);
        }
        if !delay {
            for &v in &results {
                stmts.push(self.declare(v, pos));
                let name = self.p.name(v, pos);
                stmts.push(self.p.add(Node::new(Op::Assign, pos, NO_TYPE).x(name)));
            }
        }
        let label = Symbol::new(&format!(".i{inlined}"));
        for &s in &copied {
            self.replace_returns(s, &results, label, delay);
        }
        stmts.extend(copied);
        stmts.push(self.p.add(Node::new(Op::Label, pos, NO_TYPE).data(Data::Sym(label))));
        let list = results.iter().map(|&v| self.p.name(v, pos)).collect();
        // What gave the callee is evaluated still.
        let mut fun = self.p.n(n).x;
        while let Some(x) = fun.filter(|&x| self.p.n(x).op == Op::Conv) {
            fun = self.p.n(x).x;
        }
        let before = fun.map(|x| self.p.n(x)).filter(|x| x.op == Op::InlCall).map_or(Vec::new(), |x| x.body.clone());
        let call = self.p.n_mut(n);
        call.init.extend(before);
        call.op = Op::InlCall;
        call.x = None;
        call.list = list;
        call.body = stmts;
        call.data = Data::Func(callee);
        call.flag = false;
        let top = self.p.top_level(caller);
        self.reassigned.remove(&top);
        true
    }

    /// Whether a call of `callee` was copied from a standard function of which the inlined calls are known, or both are
    /// golift's own.
    fn is_inside_known(&self, n: N, callee: F) -> bool {
        let mut at = self.p.n(n).inlined;
        while at != 0 {
            let entry = &self.p.inl_tree[at as usize - 1];
            let (parent, f) = (entry.0, entry.1);
            if self.p.f(f).pkg != self.target && std_facts::nested_calls(self.w, self.p, f).is_some() {
                return true;
            }
            at = parent;
        }
        self.p.n(n).inlined != 0
            && self.w.package(self.p.f(callee).pkg).std
            && !std_facts::without_arguments(self.p.f(callee).name.as_str()).split('.').all(|part| part.trim_start_matches(['(', '*']).starts_with(char::is_uppercase))
    }

    fn declare(&mut self, v: V, pos: Pos) -> N {
        let name = self.p.name(v, pos);
        self.p.add(Node::new(Op::Dcl, pos, NO_TYPE).x(name))
    }

    /// `params = args`; the call's own first statements go in front.
    fn bind_arguments(&mut self, n: N, callee: F, copy: &Copy, pos: Pos) -> Option<N> {
        let args = self.p.n(n).list.clone();
        if args.is_empty() {
            return None;
        }
        let func = self.p.f(callee);
        let params: Vec<Option<V>> =
            func.recv.iter().chain(&func.params).map(|p| p.var.and_then(|v| copy.vars.get(&v).copied())).collect();
        let mut list = Vec::new();
        let mut init = Vec::new();
        for v in params {
            match v {
                Some(v) => {
                    init.push(self.declare(v, pos));
                    list.push(self.p.name(v, pos));
                }
                None => list.push(self.p.add(Node::new(Op::Name, pos, NO_TYPE))),
            }
        }
        let mut node = Node::new(Op::AssignPair, pos, NO_TYPE).list(list.clone());
        node.rhs = args;
        node.flag = true;
        node.init = init;
        let stmt = self.p.add(node);
        for l in list {
            if let Some(v) = self.p.var_of(l) {
                self.p.v_mut(v).defn = Some(stmt);
            }
        }
        Some(stmt)
    }

    /// Whether the results can be declared at the only return.
    fn can_delay_results(&self, callee: F, body: &[N]) -> bool {
        let mut returns = 0;
        let mut todo: Vec<N> = body.to_vec();
        while let Some(n) = todo.pop() {
            let node = self.p.n(n);
            if node.op == Op::Return {
                returns += if node.list.is_empty() { 2 } else { 1 };
            }
            todo.extend(node.children());
        }
        let unnamed = |v: &V| self.p.v(*v).name.as_str().starts_with('~');
        returns == 1 && self.p.f(callee).results.iter().all(unnamed)
    }

    /// `return xs` becomes `results = xs; goto end`.
    fn replace_returns(&mut self, n: N, results: &[V], label: Symbol, delay: bool) {
        if self.p.n(n).op != Op::Return {
            for c in self.p.n(n).children() {
                self.replace_returns(c, results, label, delay);
            }
            return;
        }
        let node = self.p.n(n).clone();
        let pos = node.pos;
        let mut body = node.init;
        if !node.list.is_empty() {
            if delay {
                for &v in results {
                    body.push(self.declare(v, pos));
                }
            }
            let names: Vec<N> = results.iter().map(|&v| self.p.name(v, pos)).collect();
            let mut pair = Node::new(Op::AssignPair, pos, NO_TYPE).list(names);
            pair.rhs = node.list;
            let pair = self.p.add(pair);
            body.push(pair);
            for &v in results.iter().filter(|_| delay) {
                self.p.v_mut(v).defn = Some(pair);
            }
        }
        body.push(self.p.add(Node::new(Op::Goto, pos, NO_TYPE).data(Data::Sym(label))));
        *self.p.n_mut(n) = Node::new(Op::Block, pos, NO_TYPE).body(body);
    }
}
