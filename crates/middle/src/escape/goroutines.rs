//! What `go` statements do with closures: a closure that is made for its `go` statement is copied to the stack of the new
//! goroutine, so that it is done with when the statement is.
//!
//! That takes code that lets its context live no longer than the goroutine's own stack, and a closure that nothing else
//! knows. What the closure holds is still reached as long as the goroutine runs: it escapes, or if the function waits for
//! the goroutine ([`super::joined`]) it is shared.

use super::graph::{Graph, Kind, Obj};
use super::place::Flow;
use super::points_to::PointsTo;
use super::solve::{Solved, Solver};
use super::writes::reachable;
use golift_ssa::{Func, FuncId, InstId, Module, Op, SiteId, SiteKind, Ty};

/// Larger closures (bytes) are not copied: stacks of goroutines are small.
const MAX_COPIED: u64 = 1024;

impl Solver<'_> {
    /// Starts a goroutine with a closure that was made for that. It is a call, but what it can reach may change at any time.
    pub(super) fn start_goroutine(&mut self, code: FuncId, joined: bool, closure: &PointsTo) {
        if closure.iter().any(|&(o, _)| self.graph.get(o).escaped) && !joined {
            return self.escape_all(closure, "started as a goroutine");
        }
        for result in self.call(code, std::slice::from_ref(closure), None) {
            self.escape_all(&result, "returned by a goroutine");
        }
        if !joined {
            for &(o, _) in closure {
                let held: PointsTo = self.graph.contents(o).iter().flat_map(|(_, set)| set).copied().collect();
                held.iter().for_each(|&(v, _)| self.graph.escape_from(v, "captured by a goroutine", Some(o)));
            }
            return;
        }
        // Channels that other goroutines use are on the heap, since the runtime looks at them when those they wake up run.
        for o in reachable(&self.graph, closure) {
            match self.graph.get(o).kind {
                Kind::Site(site, _) | Kind::Fresh(_, site) if self.module.sites[site].kind == SiteKind::MakeChan => {
                    self.graph.escape(o, "used by goroutines");
                }
                _ => self.graph.share(o),
            }
        }
    }
}

/// The `go` statements that copy their closures, with the sizes in bytes, and the sites of closures that cannot be copied, with
/// the reason. Those on the heap are neither.
pub(super) fn copies(module: &Module, func: &Func, flow: &Flow, solved: &Solved) -> (Vec<(InstId, u64)>, Vec<(SiteId, &'static str)>) {
    let (mut copied, mut kept) = (Vec::new(), Vec::new());
    for inst in flow.joined.starts_of_closures() {
        let [(o, 0)] = solved.points_to[func.insts[inst].args[0]][..] else { continue };
        let object = solved.graph.get(o);
        let Kind::Site(site, _) = object.kind else { continue };
        if object.escaped {
            continue;
        }
        match module.sites[site].layout.map(|l| module.layouts[l].size).filter(|&size| size <= MAX_COPIED) {
            None => kept.push((site, "too large for a goroutine's stack")),
            Some(_) if object.lent || is_held(&solved.graph, o) => kept.push((site, "kept by what a goroutine runs")),
            Some(size) => copied.push((inst, size)),
        }
    }
    copied.sort_unstable();
    (copied, kept)
}

fn is_held(graph: &Graph, o: Obj) -> bool {
    graph.objects().any(|(holder, _)| graph.contents(holder).iter().flat_map(|(_, set)| set).any(|&(v, _)| v == o))
}

/// Tells the runtime to copy.
pub(super) fn insert_copies(func: &mut Func, copies: &[(InstId, u64)]) {
    for &(inst, size) in copies {
        let Some(block) = func.layout.iter().copied().find(|&b| func.blocks[b].insts.contains(&inst)) else { continue };
        let loc = func.insts[inst].loc;
        let size_inst = func.make_inst(Op::IConst(size as i64), &[], &[Ty::I64], loc);
        func.insert_before(block, inst, &[size_inst]);
        func.insts[inst].args[1] = func.result(size_inst);
    }
}
