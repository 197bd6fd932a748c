//! Escape analysis: decides where each allocation site's memory lives.
//!
//! Functions are solved callees first. Each gets a points-to graph over its SSA ([`solve`], [`graph`]) in which calls
//! apply the callees' summaries ([`summary`]); recursive components are iterated to a fixed point.
//! Placement ([`place`]) then looks at what has escaped and at loops.
//! Sources: Choi et al., Escape Analysis for Java (1999); Whaley and Rinard, Compositional Pointer and Escape Analysis (1999).

mod addresses;
mod builtins;
mod calls;
mod cause;
mod explain;
mod goroutines;
mod graph;
mod joined;
mod joined_code;
mod joined_loops;
mod local_forms;
mod loop_regions;
mod partial;
mod place;
mod points_to;
mod quiet;
mod report;
mod solve;
mod summary;
mod writes;
mod zero_copy;

pub(crate) use place::{constant_make, has_irreducible_cycle};
pub use report::{SiteReport, leaks, report, site_reports};

use crate::opt::inline::{components, reference_graph};
use cranelift_entity::SecondaryMap;
use calls::{FunctionValues, Summaries};
use explain::Explainer;
use golift_ssa::{FuncId, Module, Op, Placement, SiteKind, Terminator};
use local_forms::LocalForms;
use place::{Flow, Place};
use rustc_hash::FxHashMap;
use solve::{Solved, solve};
use summary::Summary;

/// A member of a recursive component that was solved this often gets a coarse summary.
const MAX_ROUNDS: u32 = 10;

/// Decides the placement of every site of the module. Without `full` every site allocates,
/// but for the compiler's temporaries, which no program can name. With `explain`, says why in [`Module::reasons`].
pub fn place(module: &mut Module, full: bool, explain: bool) {
    for site in module.sites.values_mut() {
        site.placement = match site.kind {
            SiteKind::Temp => Placement::Stack,
            _ => Placement::Heap,
        };
    }
    if !full {
        return;
    }
    let mut summaries = Summaries::new(module);
    let callees = callees(module, &summaries.values);
    let mut effects = writes::AllEffects::new();
    let mut explainer = explain.then(Explainer::default);
    let mut forms = LocalForms::default();
    for mut component in components(module, &callees) {
        component.retain(|&id| !module.funcs[id].layout.is_empty());
        let solved = solve_component(module, &component, &callees, &mut summaries, explainer.as_mut());
        writes::add_effects(module, &solved, &mut effects);
        for (id, solved) in solved {
            let solved = partial::copy_where_escaping(module, id, solved, &summaries);
            let solved = zero_copy::share_memory(module, id, solved, &summaries, &effects);
            for decision in &solved.decisions {
                let site = &mut module.sites[decision.site];
                (site.placement, site.reason) = placement(decision.plain);
            }
            goroutines::insert_copies(&mut module.funcs[id], &solved.copies);
            forms.note(id, &solved);
            if let Some(explainer) = &mut explainer {
                explainer.collect(module, id, &solved, &summaries);
            }
        }
    }
    forms.make(module);
    if let Some(explainer) = explainer {
        module.reasons = explainer.finish();
    }
}

/// A place as the site records it, with the reason for the heap.
fn placement(place: Place) -> (Placement, String) {
    match place {
        Place::Slot => (Placement::Stack, String::new()),
        Place::Side => (Placement::Side, String::new()),
        Place::Heap(reason) => (Placement::Heap, reason.to_string()),
    }
}

/// Solves the functions of a component until no summary changes. What each was last solved with is what holds: any
/// assignment of summaries that agrees with itself says enough, by induction over the depth of the calls.
fn solve_component(
    module: &Module,
    component: &[FuncId],
    callees: &SecondaryMap<FuncId, Vec<FuncId>>,
    summaries: &mut Summaries,
    mut explainer: Option<&mut Explainer>,
) -> Vec<(FuncId, Solved)> {
    let at: FxHashMap<FuncId, usize> = component.iter().enumerate().map(|(i, &id)| (id, i)).collect();
    let mut callers: Vec<Vec<usize>> = vec![Vec::new(); component.len()];
    for (i, id) in component.iter().enumerate() {
        for callee in callees[*id].iter().filter_map(|c| at.get(c)) {
            if callers[*callee].last() != Some(&i) {
                callers[*callee].push(i);
            }
        }
    }
    let flows: Vec<Flow> = component.iter().map(|&id| Flow::of(module, id, summaries)).collect();
    let mut solved: Vec<Option<Solved>> = component.iter().map(|_| None).collect();
    let mut rounds = vec![0; component.len()];
    let mut dirty = vec![true; component.len()];
    // Callers stand before their callees, as far as a cycle allows.
    while dirty.contains(&true) {
        for i in (0..component.len()).rev() {
            if !std::mem::replace(&mut dirty[i], false) {
                continue;
            }
            let id = component[i];
            let new = solve(module, id, &flows[i], summaries);
            if let Some(explainer) = explainer.as_deref_mut() {
                explainer.note_round(module, id, &new, summaries);
            }
            rounds[i] += 1;
            let summary = if rounds[i] < MAX_ROUNDS {
                new.summary.clone()
            } else {
                let previous = summaries[id].as_ref().filter(|s| s.is_coarse());
                Summary::coarse(&new.graph, &new.results, module.funcs[id].sig.params.len(), previous)
            };
            solved[i] = Some(new);
            if summaries[id].as_ref() != Some(&summary) {
                summaries[id] = Some(summary);
                callers[i].iter().for_each(|&c| dirty[c] = true);
            }
        }
    }
    component.iter().copied().zip(solved).filter_map(|(id, s)| Some((id, s?))).collect()
}

/// Whose summaries each function's analysis asks for: functions that it calls or takes the address of, and what its
/// calls through interfaces and of function values may reach.
fn callees(module: &Module, values: &FunctionValues) -> SecondaryMap<FuncId, Vec<FuncId>> {
    let mut out = reference_graph(module);
    for (id, func) in module.funcs.iter() {
        for &inst in func.layout.iter().flat_map(|&b| &func.blocks[b].insts) {
            let data = &func.insts[inst];
            match data.op {
                Op::CallIface { slot, iface } => out[id].extend(module.iface_targets(iface, slot).unwrap_or(&[])),
                Op::CallClosure => {
                    let results = data.results.iter().map(|&r| func.ty(r));
                    out[id].extend(values.targets(func, &data.args, results).unwrap_or(&[]));
                }
                _ => {}
            }
        }
        for &block in &func.layout {
            match &func.blocks[block].term {
                Terminator::TailCallClosure(args) => {
                    out[id].extend(values.targets(func, args, func.sig.results.iter().copied()).unwrap_or(&[]));
                }
                Terminator::TailCallIface(slot, iface, _) => out[id].extend(module.iface_targets(*iface, *slot).unwrap_or(&[])),
                _ => {}
            }
        }
    }
    out
}
