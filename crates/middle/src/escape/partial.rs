//! Escape on some paths only: objects are copied to the heap where they escape, if they can be in the frame then.
//!
//! [`crate::opt::partial_escape`] rewrites the function, with the callees' summaries saying what a call keeps. The
//! function is solved again; objects that need the heap all the same (another path lets them escape, or a loop does)
//! are left as they were.

use super::calls::Summaries;
use super::place::{Flow, Place};
use super::solve::{Solved, solve};
use crate::opt::partial_escape::{find_objects, materialize_escapes};
use golift_ssa::{Func, FuncId, InstId, Module, Op, SiteId};
use rustc_hash::FxHashSet;

/// Rewrites a solved function where that helps, and returns what solves it now.
pub(super) fn copy_where_escaping(module: &mut Module, id: FuncId, solved: Solved, summaries: &Summaries) -> Solved {
    let mut wanted: FxHashSet<SiteId> = on_heap(&solved).collect();
    while !wanted.is_empty() {
        let ifaces = IfaceTargets::of(module, id);
        let keeps = |func: &Func, inst: InstId, n: usize| keeps(func, inst, n, summaries, &ifaces);
        if find_objects(&module.funcs[id], &module.sites, &module.layouts, &wanted, &keeps).is_empty() {
            break;
        }
        let Module { funcs, sites, layouts, .. } = module;
        let before = funcs[id].clone();
        let done = materialize_escapes(&mut funcs[id], sites, layouts, &wanted, &keeps);
        let flow = Flow::of(module, id, summaries);
        let new = solve(module, id, &flow, summaries);
        let failed: FxHashSet<SiteId> = on_heap(&new).filter(|s| done.contains(s)).collect();
        if failed.is_empty() {
            return new;
        }
        module.funcs[id] = before;
        wanted.retain(|s| !failed.contains(s));
    }
    solved
}

fn on_heap(solved: &Solved) -> impl Iterator<Item = SiteId> + '_ {
    solved.decisions.iter().filter(|d| matches!(d.local, Place::Heap(_))).map(|d| d.site)
}

/// What the calls through interfaces in one function may reach.
struct IfaceTargets(Vec<(InstId, Option<Vec<FuncId>>)>);

impl IfaceTargets {
    fn of(module: &Module, id: FuncId) -> IfaceTargets {
        let func = &module.funcs[id];
        let calls = func.layout.iter().flat_map(|&b| &func.blocks[b].insts).filter_map(|&inst| match func.insts[inst].op {
            Op::CallIface { slot, iface } => Some((inst, module.iface_targets(iface, slot).map(<[FuncId]>::to_vec))),
            _ => None,
        });
        let mut calls: Vec<_> = calls.collect();
        calls.sort_by_key(|&(inst, _)| inst);
        IfaceTargets(calls)
    }

    fn get(&self, inst: InstId) -> Option<&[FuncId]> {
        let at = self.0.binary_search_by_key(&inst, |&(i, _)| i).ok()?;
        self.0[at].1.as_deref()
    }
}

/// Whether a call keeps or gives back what its n-th operand points to.
fn keeps(func: &Func, inst: InstId, n: usize, summaries: &Summaries, ifaces: &IfaceTargets) -> bool {
    let by = |f: FuncId, param: usize| summaries[f].as_ref().is_none_or(|s| s.keeps(param));
    match func.insts[inst].op {
        Op::Call(f) => by(f, n),
        Op::CallIface { .. } => n == 0 || ifaces.get(inst).is_none_or(|targets| targets.iter().any(|&f| by(f, n - 1))),
        Op::CallClosure => {
            let data = &func.insts[inst];
            let results = data.results.iter().map(|&r| func.ty(r));
            n == 0 || summaries.values.targets(func, &data.args, results).is_none_or(|t| t.iter().any(|&f| by(f, n)))
        }
        _ => true,
    }
}
