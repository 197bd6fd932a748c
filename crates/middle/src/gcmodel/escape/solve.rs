//! Walking the graph: from every location the shortest paths backwards, until nothing new escapes.

use super::Batch;
use super::graph::{CALLEE, HEAP, LocId, MUTATOR, Place, What};
use crate::gcmodel::ir::{Class, Data, Op};
use crate::gcmodel::leaks::MAX_RESULTS;
use golift_base::Pos;
use std::collections::VecDeque;

impl Batch<'_, '_> {
    pub(super) fn walk_all(&mut self) {
        let mut roots: Vec<LocId> = self.all.clone();
        roots.extend([MUTATOR, CALLEE, HEAP]);
        for &id in &roots {
            self.locs[id.0 as usize].queued = true;
        }
        let mut walk = 0;
        while let Some(root) = roots.pop() {
            self.l_mut(root).queued = false;
            walk += 1;
            self.walk_one(root, walk, &mut roots);
        }
    }

    fn enqueue(&mut self, id: LocId, roots: &mut Vec<LocId>) {
        let loc = self.l_mut(id);
        if !loc.queued {
            loc.queued = true;
            roots.push(id);
        }
    }

    fn walk_one(&mut self, root: LocId, walk: u32, roots: &mut Vec<LocId>) {
        let r = self.l_mut(root);
        (r.walk, r.derefs, r.next) = (walk, 0, None);
        if self.l(root).calls {
            self.lose_results(root, roots);
        }
        let mut todo = VecDeque::from([root]);
        while let Some(l) = todo.pop_front() {
            self.l_mut(l).in_walk = 0;
            let mut derefs = self.l(l).derefs;
            let (mut escapes, mut persists) = (false, false);
            if derefs < 0 {
                // The address of l reaches the root; what flows to l does not.
                derefs = 0;
                if self.outlives(root, l) {
                    if !self.l(l).escapes && self.verbose() {
                        self.say_escapes(l);
                        self.explain_path(root, l);
                    }
                    escapes = true;
                }
                persists = escapes || self.l(root).persists;
            }
            let mutates = escapes || derefs == 0 && self.l(root).mutates;
            let calls = escapes || derefs == 0 && self.l(root).calls;
            if self.is_class(l, Class::Param) {
                self.parameter(root, l, derefs);
            }
            let loc = self.l_mut(l);
            let news = escapes & !loc.escapes | persists & !loc.persists | mutates & !loc.mutates | calls & !loc.calls;
            if news {
                loc.escapes |= escapes;
                loc.persists |= persists;
                loc.mutates |= mutates;
                loc.calls |= calls;
                let gone = loc.escapes;
                self.enqueue(l, roots);
                if gone {
                    continue;
                }
            }
            for i in 0..self.l(l).edges.len() {
                let edge = self.l(l).edges[i];
                let src = self.l_mut(edge.src);
                if src.escapes {
                    continue;
                }
                let d = derefs + edge.derefs;
                if src.walk != walk || src.derefs > d {
                    (src.walk, src.derefs, src.next) = (walk, d, Some((l, i as u32)));
                    if src.in_walk != walk {
                        src.in_walk = walk;
                        todo.push_back(edge.src);
                    }
                }
            }
        }
    }

    /// A literal that something unknown calls gives its results to something unknown.
    fn lose_results(&mut self, root: LocId, roots: &mut Vec<LocId>) {
        let What::Node(n) = self.l(root).what else { return };
        if let (Op::Closure, Data::Func(f)) = (self.p.n(n).op, self.p.n(n).data.clone())
            && self.members.contains(&f)
            && !self.p.f(f).results_lost
        {
            self.p.f_mut(f).results_lost = true;
            for v in self.p.f(f).results.clone() {
                let loc = self.var_location(v);
                self.enqueue(loc, roots);
            }
        }
    }

    /// A parameter's value reaches the root.
    fn parameter(&mut self, root: LocId, l: LocId, derefs: i32) {
        if self.outlives(root, l) {
            if !self.l(l).escapes && self.verbose() {
                let text = format!(
                    "parameter {} leaks to {} for {} with derefs={derefs}:",
                    self.loc_text(l),
                    self.explain_loc(root),
                    self.printer().func_name(self.l(l).func)
                );
                let pos = self.loc_pos(l);
                self.out.say(pos, &text);
                self.explain_path(root, l);
            }
            self.leak_to(l, root, derefs);
        }
        if self.l(root).mutates {
            self.l_mut(l).leaks.add_mutator(derefs);
        }
        if self.l(root).calls {
            self.l_mut(l).leaks.add_callee(derefs);
        }
    }

    fn leak_to(&mut self, l: LocId, sink: LocId, derefs: i32) {
        let s = self.l(sink);
        if !s.escapes && self.is_class(sink, Class::Result) && s.func == self.l(l).func {
            let i = s.result_index as usize - 1;
            if i < MAX_RESULTS {
                self.l_mut(l).leaks.add_result(i, derefs);
                return;
            }
        }
        self.l_mut(l).leaks.add_heap(derefs);
    }

    /// Whether `l` may live longer than `other` if `other` is on the stack.
    fn outlives(&self, l: LocId, other: LocId) -> bool {
        let (a, b) = (self.l(l), self.l(other));
        if a.escapes {
            return true;
        }
        if l == MUTATOR || l == CALLEE {
            return false;
        }
        if self.is_class(l, Class::Result) {
            // A literal may return what its surroundings own if all its calls are known.
            return !(self.p.contains_closure(b.func, a.func) && !self.p.f(a.func).results_lost);
        }
        a.func == b.func && a.loop_depth < b.loop_depth || self.p.contains_closure(a.func, b.func)
    }

    pub(super) fn loc_pos(&self, l: LocId) -> Pos {
        match self.l(l).what {
            What::Var(v) => self.p.v(v).pos,
            What::Node(n) => self.p.n(n).pos,
            What::Temp => Pos::NONE,
        }
    }

    pub(super) fn loc_text(&self, l: LocId) -> String {
        match self.l(l).what {
            What::Var(v) => self.var_text(v),
            What::Node(n) => self.printer().node(n),
            What::Temp => String::new(),
        }
    }

    fn var_text(&self, v: crate::gcmodel::ir::V) -> String {
        let var = self.p.v(v);
        let name = var.name.as_str();
        if var.pkg == self.pkg || name.starts_with(['.', '~']) {
            name.to_owned()
        } else {
            format!("{}.{name}", self.w.package(var.pkg).name)
        }
    }

    fn explain_loc(&self, l: LocId) -> String {
        if l == HEAP {
            return String::from("{heap}");
        }
        match self.l(l).what {
            What::Temp => String::from("{temp}"),
            What::Var(_) => self.loc_text(l),
            What::Node(_) => format!("{{storage for {}}}", self.loc_text(l)),
        }
    }

    pub(super) fn say_escapes(&mut self, l: LocId) {
        let text = format!("{} escapes to heap in {}:", self.loc_text(l), self.printer().func_name(self.l(l).func));
        let pos = self.loc_pos(l);
        self.out.explain(pos, &text);
    }

    fn explain_path(&mut self, root: LocId, mut src: LocId) {
        let pos = self.loc_pos(src);
        let mut visited = Vec::new();
        loop {
            if visited.contains(&src) {
                self.out.explain(pos, "  warning: truncated explanation due to assignment cycle; see golang.org/issue/35518");
                break;
            }
            visited.push(src);
            let Some((dst, edge)) = self.l(src).next else { break };
            let edge = self.l(dst).edges[edge as usize];
            self.explain_flow(pos, dst, src, edge.derefs, edge.notes);
            if dst == root {
                break;
            }
            src = dst;
        }
    }

    pub(super) fn explain_flow(&mut self, pos: Pos, dst: LocId, src: LocId, derefs: i32, notes: Option<u32>) {
        let ops = if derefs >= 0 { "*".repeat(derefs as usize) } else { String::from("&") };
        let text = format!("  flow: {} ← {ops}{}:", self.explain_loc(dst), self.explain_loc(src));
        self.out.explain(pos, &text);
        let mut at = notes;
        while let Some(i) = at {
            let note = self.notes[i as usize];
            let (text, where_) = match note.at {
                Place::Node(n) => (self.printer().node(n), self.p.n(n).pos),
                Place::Var(v, pos) => (self.var_text(v), pos),
            };
            let text = format!("    from {text} ({}) at {}", note.why, self.out.at(where_));
            self.out.explain(pos, &text);
            at = note.next;
        }
    }
}
