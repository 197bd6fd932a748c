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

/// The closures that `go` statements start and that are not on the heap, with their sites.
fn started<'a>(func: &'a Func, flow: &'a Flow, solved: &'a Solved) -> impl Iterator<Item = (InstId, Obj, SiteId)> + 'a {
    flow.joined.codes().filter_map(|(inst, _)| {
        let [(o, 0)] = solved.points_to[func.insts[inst].args[0]][..] else { return None };
        let object = solved.graph.get(o);
        match object.kind {
            Kind::Site(site, _) if !object.escaped => Some((inst, o, site)),
            _ => None,
        }
    })
}

/// The sites of closures that cannot be copied, with the reason.
pub(super) fn not_copied(module: &Module, func: &Func, flow: &Flow, solved: &Solved) -> Vec<(SiteId, &'static str)> {
    let mut out = Vec::new();
    for (_, o, site) in started(func, flow, solved) {
        if size(module, site).is_none_or(|size| size > MAX_COPIED) {
            out.push((site, "too large for a goroutine's stack"));
        } else if solved.graph.get(o).lent || is_held(&solved.graph, o) {
            out.push((site, "kept by what a goroutine runs"));
        }
    }
    out
}

fn is_held(graph: &Graph, o: Obj) -> bool {
    graph.objects().any(|(holder, _)| graph.contents(holder).iter().flat_map(|(_, set)| set).any(|&(v, _)| v == o))
}

fn size(module: &Module, site: SiteId) -> Option<u64> {
    module.sites[site].layout.map(|l| module.layouts[l].size)
}

/// The `go` statements that copy their closures, with the sizes in bytes.
pub(super) fn copies(module: &Module, func: &Func, flow: &Flow, solved: &Solved) -> Vec<(InstId, u64)> {
    let mut out: Vec<(InstId, u64)> =
        started(func, flow, solved).filter_map(|(inst, _, site)| Some((inst, size(module, site)?))).collect();
    out.sort_unstable();
    out
}

/// Tells the runtime to copy.
pub(super) fn insert_copies(func: &mut Func, copies: &[(InstId, u64)]) {
    for &(inst, size) in copies {
        let Some(block) = func.layout.iter().copied().find(|&b| func.blocks[b].insts.contains(&inst)) else { continue };
        let loc = func.insts[inst].loc;
        let size_inst = func.make_inst(Op::IConst(size as i64), &[], &[Ty::I64], loc);
        let value = func.result(size_inst);
        let insts = &mut func.blocks[block].insts;
        let at = insts.iter().position(|&i| i == inst).unwrap_or(insts.len());
        insts.insert(at, size_inst);
        func.insts[inst].args[1] = value;
    }
}
