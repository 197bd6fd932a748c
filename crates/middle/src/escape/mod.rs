//! Escape analysis: decides where each allocation site's memory lives.
//!
//! Functions are solved callees first. Each gets a points-to graph over its SSA ([`solve`], [`graph`]) in which calls
//! apply the callees' summaries ([`summary`]); recursive components are iterated to a fixed point.
//! Placement ([`place`]) then looks at what has escaped and at loops.
//! Sources: Choi et al., Escape Analysis for Java (1999); Whaley and Rinard, Compositional Pointer and Escape Analysis (1999).

mod graph;
mod place;
mod report;
mod solve;
mod summary;

pub use report::{report, verdicts};

use crate::opt::inline::{components, reference_graph};
use golift_ssa::{Module, Placement, SiteKind};
use solve::{Solved, Summaries, solve};
use summary::Summary;

/// Rounds over a recursive component before its members count as unknown.
const MAX_ROUNDS: usize = 8;
/// Members of larger components count as unknown for each other.
const MAX_COMPONENT: usize = 6;

/// Decides the placement of every site of the module. Without `full` every site allocates,
/// but for the compiler's temporaries, which no program can name.
pub fn place(module: &mut Module, full: bool) {
    for site in module.sites.values_mut() {
        site.placement = match site.kind {
            SiteKind::Temp => Placement::Stack,
            _ => Placement::Heap,
        };
    }
    if !full {
        return;
    }
    // A closure's code must be solved before the function that makes the closure: calls of it apply its summary.
    let callees = reference_graph(module);
    let mut summaries = Summaries::new();
    for mut component in components(module, &callees) {
        component.retain(|&id| !module.funcs[id].layout.is_empty());
        if component.is_empty() {
            continue;
        }
        let recursive = component.len() > 1 || callees[component[0]].contains(&component[0]);
        let mut stable = false;
        let mut decisions = Vec::new();
        let rounds = match component.len() {
            1 if !recursive => 1,
            n if n > MAX_COMPONENT => 0,
            _ => MAX_ROUNDS,
        };
        for _ in 0..rounds {
            stable = true;
            for &id in &component {
                let Solved { summary, decisions: decided, .. } = solve(module, id, &summaries);
                if !recursive {
                    // One round is the last: nothing in it depends on this function's own summary.
                    decisions = decided;
                }
                stable &= !recursive || summaries[id].as_ref() == Some(&summary);
                summaries[id] = Some(summary);
            }
            if stable {
                break;
            }
        }
        if !stable {
            for &id in &component {
                let sig = &module.funcs[id].sig;
                summaries[id] = Some(Summary::unknown(sig.params.len(), sig.results.len()));
            }
            // One round with unknown calls inside the component says more of its members than nothing.
            let solved: Vec<Summary> = component.iter().map(|&id| solve(module, id, &summaries).summary).collect();
            for (&id, summary) in component.iter().zip(solved) {
                summaries[id] = Some(summary);
            }
        }
        for &id in component.iter().filter(|_| recursive) {
            decisions.extend(solve(module, id, &summaries).decisions);
        }
        for decision in decisions {
            let site = &mut module.sites[decision.site];
            match decision.stack {
                Ok(()) => site.placement = Placement::Stack,
                Err(reason) => {
                    site.placement = Placement::Heap;
                    site.reason = reason.to_string();
                }
            }
        }
    }
}
