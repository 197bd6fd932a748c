//! Inlining as the official compiler decides it: which functions can be copied, and where they are.
//!
//! Input: a package's functions. First the cost of every body is found, bottom-up; then, a component of the call graph
//! at a time, calls are made static where an interface's dynamic type is known and replaced by copies of their callees,
//! in rounds, as copies bring new calls.

mod copy;
mod cost;
mod devirtualize;
mod expand;
mod intrinsics;

use super::call_graph::{bottom_up, with_literals};
use super::escape::Messages;
use super::ir::{Data, F, Inline, N, Op, Program};
use super::print::Printer;
use super::static_value::{Reassigned, static_value};
use golift_types::{PkgId, World};
use rustc_hash::{FxHashMap, FxHashSet};

/// Callers of more nodes inline only the smallest functions.
const BIG_NODES: usize = 5000;
/// What those may cost.
const BIG_MAX_COST: i32 = 20;
/// The budget of a function.
const BUDGET: i32 = 80;
/// The budget of a literal, which may be called only once.
const LITERAL_BUDGET: i32 = 800;

/// The state of inlining in a package.
struct Inliner<'a, 'm> {
    w: &'a World,
    p: &'a mut Program,
    pkg: PkgId,
    out: &'a mut Messages<'m>,
    /// The package that is reported.
    target: PkgId,
    /// Calls that were announced as inlined but not copied.
    announced: FxHashSet<N>,
    /// Calls of each literal that were found.
    uses: FxHashMap<F, u32>,
    /// What is assigned again in each outermost function; dropped when it changes.
    reassigned: FxHashMap<F, Reassigned>,
}

/// The calls of a function that were looked at.
#[derive(Default)]
struct Calls {
    big: bool,
    list: Vec<N>,
    callees: Vec<Option<F>>,
}

/// Decides which functions can be inlined and inlines calls; without `inline`, calls are only made static.
pub fn run(w: &World, p: &mut Program, pkg: PkgId, funcs: &[F], out: &mut Messages<'_>, inline: bool, target: PkgId) {
    let mut i = Inliner {
        w,
        p,
        pkg,
        out,
        target,
        announced: FxHashSet::default(),
        uses: FxHashMap::default(),
        reassigned: FxHashMap::default(),
    };
    let all = with_literals(i.p, funcs);
    if inline {
        for block in bottom_up(i.p, &all) {
            for f in block {
                i.check(f);
            }
        }
    }
    let mut state: FxHashMap<F, Calls> = FxHashMap::default();
    for &f in &all {
        let big = inline && i.node_count(f) > BIG_NODES;
        if big && i.out.level > 1 {
            let text = format!("function {} considered 'big'; reducing max cost of inlinees", i.printer().func_name(f));
            let pos = i.p.f(f).pos;
            i.out.say(pos, &text);
        }
        let mut calls = Calls { big, ..Calls::default() };
        for n in i.p.f(f).body.clone().unwrap_or_default() {
            i.find_calls(n, &mut calls.list);
        }
        for k in 0..calls.list.len() {
            i.resolve(f, &mut calls, k, inline);
        }
        state.insert(f, calls);
    }
    for block in bottom_up(i.p, &all) {
        let mut done = false;
        while !done {
            done = true;
            for &f in &block {
                let mut calls = state.remove(&f).unwrap_or_default();
                if i.round(f, &mut calls, inline) {
                    done = false;
                }
                state.insert(f, calls);
            }
        }
    }
}

impl Inliner<'_, '_> {
    fn printer(&self) -> Printer<'_> {
        Printer { w: self.w, p: self.p, pkg: self.pkg }
    }

    fn node_count(&self, f: F) -> usize {
        let mut todo: Vec<N> = self.p.f(f).body.iter().flatten().copied().collect();
        let mut count = 0;
        while let Some(n) = todo.pop() {
            count += 1;
            todo.extend(self.p.n(n).children());
        }
        count
    }

    /// The calls below a node, inner ones first.
    fn find_calls(&self, n: N, out: &mut Vec<N>) {
        let node = self.p.n(n);
        let defer = matches!(node.op, Op::Go | Op::Defer).then_some(node.x).flatten();
        if let Some(call) = defer {
            // The call itself stays; what it evaluates first does not.
            for &i in &node.init {
                self.find_calls(i, out);
            }
            for c in self.p.n(call).children() {
                self.find_calls(c, out);
            }
            return;
        }
        for c in node.children() {
            self.find_calls(c, out);
        }
        if matches!(node.op, Op::Call | Op::CallInter) {
            out.push(n);
        }
    }

    /// Makes call `k` static if possible, and finds its callee.
    fn resolve(&mut self, f: F, calls: &mut Calls, k: usize, inline: bool) -> Option<F> {
        while calls.callees.len() < calls.list.len() {
            calls.callees.push(None);
        }
        if let Some(callee) = calls.callees[k] {
            return Some(callee);
        }
        let n = calls.list[k];
        if !matches!(self.p.n(n).op, Op::Call | Op::CallInter) {
            return None;
        }
        self.devirtualize(f, n);
        if !inline {
            return None;
        }
        let fun = self.p.n(n).x?;
        let callee = self.callee(f, fun)?;
        *self.uses.entry(callee).or_insert(0) += 1;
        calls.callees[k] = Some(callee);
        Some(callee)
    }

    /// One round over a function's calls; whether something was inlined.
    fn round(&mut self, f: F, calls: &mut Calls, inline: bool) -> bool {
        let mut changed = false;
        let (mut from, mut to) = (0, calls.list.len());
        loop {
            for k in from..to {
                let Some(callee) = self.resolve(f, calls, k, inline) else { continue };
                let n = calls.list[k];
                if self.p.n(n).op != Op::Call {
                    continue;
                }
                let once = self.uses.get(&callee) == Some(&1) && self.p.f(callee).outer.is_some();
                if self.try_inline(f, n, callee, calls.big, once) {
                    changed = true;
                    for c in self.p.n(n).children() {
                        self.find_new_calls(c, &mut calls.list);
                    }
                }
            }
            (from, to) = (to, calls.list.len());
            if from == to {
                return changed;
            }
            for k in from..to {
                self.resolve(f, calls, k, inline);
            }
        }
    }

    /// Calls that a copy brought; arguments are known already.
    fn find_new_calls(&self, n: N, out: &mut Vec<N>) {
        let mut found = Vec::new();
        self.find_calls(n, &mut found);
        for c in found {
            if !out.contains(&c) {
                out.push(c);
            }
        }
    }

    pub(super) fn reassigned(&mut self, f: F) -> &Reassigned {
        let top = self.p.top_level(f);
        let p = &*self.p;
        self.reassigned.entry(top).or_insert_with(|| Reassigned::of(p, top))
    }

    /// The expression whose value `n` has.
    pub(super) fn value_of(&mut self, f: F, n: N) -> N {
        if !matches!(self.p.n(n).op, Op::Name | Op::Conv | Op::InlCall) {
            return n;
        }
        self.reassigned(f);
        let top = self.p.top_level(f);
        static_value(self.w, self.p, &self.reassigned[&top], n)
    }

    /// The function that a call reaches, as far as inlining is concerned.
    fn callee(&mut self, caller: F, fun: N) -> Option<F> {
        let n = self.value_of(caller, fun);
        let node = self.p.n(n);
        match (&node.op, &node.data) {
            (Op::FuncName, Data::Func(f)) => Some(*f),
            (Op::MethExpr, Data::Method(f, ..)) => *f,
            (Op::Closure, Data::Func(f)) => {
                let f = *f;
                // Captured variables must be the caller's own.
                let own = |p: &Program| {
                    let (v, _) = p.f(f).captures[0];
                    p.v(v).func == caller || p.f(caller).captures.iter().any(|&(c, _)| c == v) && p.f(f).outer == Some(caller)
                };
                if !self.p.f(f).captures.is_empty() && !own(self.p) {
                    return None;
                }
                self.check(f);
                Some(f)
            }
            _ => None,
        }
    }

    /// Whether calls of `callee` are inlined as far as its cost is concerned.
    fn affordable(&self, callee: F, big: bool, once: bool) -> bool {
        let func = self.p.f(callee);
        let Inline::Yes(cost) = func.inl else { return false };
        let mut max = if big { BIG_MAX_COST } else { BUDGET };
        if func.outer.is_some() {
            max *= 2;
            if once {
                max = max.max(LITERAL_BUDGET);
            }
        }
        cost <= max
    }

    /// Whether a call was itself copied from `callee`; copies of literals are functions of their own, up to the second.
    fn is_cycle(&self, n: N, callee: F) -> bool {
        let mut left = if self.p.f(callee).origin.is_some() { 2 } else { 1 };
        let mut at = self.p.n(n).inlined;
        while at != 0 {
            let entry = &self.p.inl_tree[at as usize - 1];
            let (parent, f) = (entry.0, entry.1);
            if f == self.p.f(callee).origin.unwrap_or(callee) {
                left -= 1;
                if left == 0 {
                    return true;
                }
            }
            at = parent;
        }
        false
    }
}
