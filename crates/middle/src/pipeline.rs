//! The table of passes: one visible list with its ordering constraints.
//!
//! A pass is a function named for its effect; its file, its entry here and its timer share that name.

use crate::{EscapePolicy, MiddleConfig, escape};
use crate::opt::bounds_checks::eliminate_checks;
use crate::opt::captured_closures::resolve_captured_closures;
use crate::opt::closure_calls::inline_closures;
use crate::opt::dead_code::eliminate_dead_code;
use crate::opt::decide_calls::decide_calls;
use crate::opt::devirtualize::devirtualize;
use crate::opt::forward_loads::forward_loads;
use crate::opt::inline::inline_calls;
use crate::opt::inline_wrappers::inline_wrappers;
use crate::opt::keep_allocations::keep_allocations;
use crate::opt::promote::promote_allocations;
use crate::opt::reduce_strength::reduce_strength;
use crate::opt::share_boxes::share_boxes;
use crate::opt::simplify_cfg::simplify_cfg;
use crate::opt::sink_allocations::sink_allocations;
use crate::opt::specialize::specialize;
use crate::opt::unused_functions::remove_unused_functions;
use cranelift_entity::SecondaryMap;
use golift_ssa::{Func, FuncId, Module, Op, Placement, SiteKind, Terminator};
use golift_ssa::verify::{VerifyConfig, verify_module};
use std::time::{Duration, Instant};

/// A pass over the whole module.
struct Pass {
    name: &'static str,
    run: fn(&mut Module, &MiddleConfig),
    /// Runs even without optimisation.
    required: bool,
    /// Passes that must stand earlier in the table.
    #[cfg_attr(not(test), expect(dead_code, reason = "the test of the order reads it"))]
    after: &'static [&'static str],
}

/// The name of the state before the first pass, for `-emit=ssa:lower`.
const LOWER: &str = "lower";

const PASSES: &[Pass] = &[
    Pass { name: "simplify_cfg", run: |m, _| simplify_cfg(m), required: false, after: &[] },
    Pass { name: "keep_allocations", run: keep, required: true, after: &[] },
    Pass { name: "promote_allocations", run: |m, _| promote_allocations(m), required: false, after: &["simplify_cfg"] },
    Pass { name: "resolve_captured_closures", run: |m, _| resolve_captured_closures(m), required: false, after: &["promote_allocations"] },
    Pass { name: "devirtualize", run: |m, _| devirtualize(m), required: false, after: &["promote_allocations"] },
    Pass { name: "inline_calls", run: |m, _| inline_calls(m), required: false, after: &["devirtualize", "resolve_captured_closures"] },
    Pass { name: "keep_inlined", run: keep, required: false, after: &["inline_calls"] },
    Pass { name: "simplify_inlined", run: |m, _| simplify_cfg(m), required: false, after: &["inline_calls"] },
    Pass { name: "decide_calls", run: |m, _| decide_calls(m), required: false, after: &["simplify_inlined"] },
    Pass { name: "promote_inlined", run: |m, _| promote_allocations(m), required: false, after: &["simplify_inlined"] },
    Pass { name: "forward_loads", run: |m, _| forward_loads(m), required: false, after: &["promote_inlined"] },
    Pass { name: "inline_closures", run: |m, _| inline_closures(m), required: false, after: &["promote_inlined"] },
    Pass { name: "specialize", run: |m, _| specialize(m), required: false, after: &["inline_closures"] },
    Pass { name: "simplify_promoted", run: |m, _| simplify_cfg(m), required: false, after: &["promote_inlined"] },
    Pass { name: "eliminate_dead_code", run: |m, _| eliminate_dead_code(m), required: false, after: &["simplify_promoted"] },
    Pass { name: "eliminate_checks", run: |m, _| eliminate_checks(m), required: false, after: &["eliminate_dead_code"] },
    Pass { name: "reduce_strength", run: |m, _| reduce_strength(m), required: false, after: &["eliminate_checks"] },
    Pass { name: "remove_unused_functions", run: remove_unused, required: false, after: &["inline_calls"] },
    Pass { name: "sink_allocations", run: |m, _| sink_allocations(m), required: false, after: &["eliminate_checks"] },
    Pass { name: "keep_copies", run: keep, required: false, after: &["specialize"] },
    Pass { name: "place", run: place, required: true, after: &["eliminate_dead_code", "keep_copies"] },
    Pass { name: "inline_wrappers", run: |m, _| inline_wrappers(m), required: false, after: &["place"] },
    Pass { name: "remove_replaced_functions", run: remove_unused, required: false, after: &["place"] },
    Pass { name: "share_boxes", run: |m, _| share_boxes(m), required: true, after: &["place"] },
];

fn place(module: &mut Module, config: &MiddleConfig) {
    escape::place(module, config.escape != EscapePolicy::Heap, config.explain);
    if config.escape == EscapePolicy::Side {
        prefer_side_stack(module);
    }
}

/// Moves what is in frames to the side stack, where it lives at least as long. All functions but those that make objects for
/// their callers there become owners.
fn prefer_side_stack(module: &mut Module) {
    let mut lends: SecondaryMap<FuncId, bool> = SecondaryMap::new();
    loop {
        let lending = |func: &Func, lends: &SecondaryMap<FuncId, bool>| {
            func.layout.iter().any(|&b| {
                let block = &func.blocks[b];
                matches!(block.term, Terminator::TailCall(callee, _) if lends[callee])
                    || block.insts.iter().any(|&i| match func.insts[i].op {
                        Op::Call(callee) => lends[callee],
                        ref op => op.site().is_some_and(|s| module.sites[s].placement == Placement::Side),
                    })
            })
        };
        let more: Vec<FuncId> =
            module.funcs.iter().filter(|(id, f)| !f.side_owner && !lends[*id] && lending(f, &lends)).map(|(id, _)| id).collect();
        if more.is_empty() {
            break;
        }
        more.into_iter().for_each(|id| lends[id] = true);
    }
    for site in module.sites.values_mut() {
        // An array that append makes in the frame may outlive an iteration whose loop releases the side stack.
        if site.placement == Placement::Stack && !matches!(site.kind, SiteKind::Temp | SiteKind::Append) {
            site.placement = Placement::Side;
        }
    }
    for (id, func) in module.funcs.iter_mut() {
        func.side_owner |= !lends[id];
    }
}

fn remove_unused(module: &mut Module, config: &MiddleConfig) {
    if !config.whole_package {
        remove_unused_functions(module);
    }
}

fn keep(module: &mut Module, config: &MiddleConfig) {
    keep_allocations(module, config.model.as_deref());
}

/// The names that `-emit=ssa:PASS` takes.
pub fn pass_names() -> Vec<&'static str> {
    [LOWER].into_iter().chain(PASSES.iter().map(|p| p.name)).collect()
}

/// Runs the passes; returns their times.
///
/// # Panics
/// With `config.verify`, when a pass leaves an invalid module: a compiler bug.
pub fn optimize(module: &mut Module, config: &MiddleConfig) -> Vec<(&'static str, Duration)> {
    let mut times = Vec::new();
    verify_after(LOWER, module, config);
    if config.stop_after.as_deref() == Some(LOWER) {
        return times;
    }
    for pass in PASSES.iter().filter(|p| p.required || config.optimize) {
        let start = Instant::now();
        (pass.run)(module, config);
        times.push((pass.name, start.elapsed()));
        verify_after(pass.name, module, config);
        if config.stop_after.as_deref() == Some(pass.name) {
            break;
        }
    }
    times
}

/// Runs the one pass of this name on a module, with everything switched on; false if there is none. For file tests.
pub fn run_pass(module: &mut Module, name: &str) -> bool {
    let config = MiddleConfig { optimize: true, ..MiddleConfig::default() };
    let pass = PASSES.iter().find(|p| p.name == name);
    pass.inspect(|p| (p.run)(module, &config)).is_some()
}

fn verify_after(pass: &str, module: &Module, config: &MiddleConfig) {
    if !config.verify {
        return;
    }
    let rules = VerifyConfig { require_placement: matches!(pass, "place" | "inline_wrappers" | "remove_replaced_functions" | "share_boxes") };
    if let Err(errors) = verify_module(module, rules) {
        panic!("compiler bug: after {pass} the module is invalid:\n{}", errors.join("\n"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn order_constraints_hold() {
        for (i, pass) in PASSES.iter().enumerate() {
            for before in pass.after {
                let at = PASSES.iter().position(|p| p.name == *before);
                assert!(at.is_some_and(|at| at < i), "{} must follow {before}", pass.name);
            }
        }
    }
}
