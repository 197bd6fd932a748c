//! The order of package-level variable initialisation, and initialisation cycles. (Spec, Package initialization.)
//!
//! A variable waits for all variables that its initialiser mentions, directly or through any chain of functions and
//! methods. Among those that wait for nothing the first in source order comes next.

use crate::info::Initializer;
use crate::object::{ObjId, ObjKind};
use crate::world::World;
use golift_base::{Diagnostics, SourceMap};
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::BTreeSet;

/// A package-level constant, variable, function, or method with the package-level objects its declaration mentions.
#[derive(Clone, Debug)]
pub struct DeclDeps {
    /// The object.
    pub obj: ObjId,
    /// Package-level constants, variables, functions and methods of this package that its initialiser or body
    /// mentions (function literals inside included), in order of first mention, without repetitions.
    pub deps: Vec<ObjId>,
    /// For a variable with an initial value: the index in [`InitGraph::initializers`]; the variables of
    /// `var a, b = f()` share one.
    pub init: Option<u32>,
}

/// What [`init_order`] works on: the checker fills it for one package.
#[derive(Clone, Debug, Default)]
pub struct InitGraph {
    /// All package-level objects in source order (files in order, declarations in order).
    pub decls: Vec<DeclDeps>,
    /// All initialisers in source order.
    pub initializers: Vec<Initializer>,
}

/// Sorts the initialisers into the order of execution and reports initialisation cycles.
pub fn init_order(
    world: &World,
    graph: InitGraph,
    sources: &SourceMap,
    diagnostics: &mut Diagnostics,
) -> Vec<Initializer> {
    let index: FxHashMap<ObjId, usize> = graph.decls.iter().enumerate().map(|(i, d)| (d.obj, i)).collect();
    let deps: Vec<Vec<usize>> =
        graph.decls.iter().map(|d| d.deps.iter().filter_map(|o| index.get(o).copied()).collect()).collect();
    let kind = |i: usize| &world.obj(graph.decls[i].obj).kind;
    let is_var = |i: usize| matches!(kind(i), ObjKind::Var(_));
    let is_value = |i: usize| matches!(kind(i), ObjKind::Var(_) | ObjKind::Const(_));
    let is_func = |i: usize| matches!(kind(i), ObjKind::Func(_));

    let values: Vec<usize> = (0..deps.len()).filter(|&i| is_value(i)).collect();
    let mut waits = vec![0i64; deps.len()];
    let mut waiting: Vec<Vec<usize>> = vec![Vec::new(); deps.len()];
    for &v in &values {
        for on in reachable_values(v, &deps, &is_func, &is_value) {
            waits[v] += 1;
            waiting[on].push(v);
        }
    }

    // Constants first; their cycles are found here, too.
    let mut queue: BTreeSet<(bool, i64, usize)> = values.iter().map(|&v| (is_var(v), waits[v], v)).collect();
    let mut order: Vec<u32> = Vec::new();
    let mut emitted = FxHashSet::default();
    while let Some((_, left, v)) = queue.pop_first() {
        if left > 0 {
            let mut path = Vec::new();
            if find_path(v, v, &deps, &graph, &mut vec![false; deps.len()], &mut path) {
                report_cycle(world, &graph, &path, sources, diagnostics);
            }
        }
        for &p in &waiting[v] {
            if queue.remove(&(is_var(p), waits[p], p)) {
                waits[p] -= 1;
                queue.insert((is_var(p), waits[p], p));
            }
        }
        if let Some(init) = graph.decls[v].init {
            if emitted.insert(init) {
                order.push(init);
            }
        }
    }
    order.into_iter().map(|i| graph.initializers[i as usize].clone()).collect()
}

/// The constants and variables that `from` mentions directly or through functions; `from` itself only if it does.
fn reachable_values(
    from: usize,
    deps: &[Vec<usize>],
    is_func: &dyn Fn(usize) -> bool,
    is_value: &dyn Fn(usize) -> bool,
) -> Vec<usize> {
    let mut seen = FxHashSet::default();
    let mut found = Vec::new();
    let mut work: Vec<usize> = vec![from];
    while let Some(at) = work.pop() {
        for &d in &deps[at] {
            if seen.insert(d) {
                if is_value(d) {
                    found.push(d);
                } else if is_func(d) {
                    work.push(d);
                }
            }
        }
    }
    found
}

/// A path of mentions from `from` to `to`; `path` lists it backwards: `to` first.
fn find_path(
    from: usize,
    to: usize,
    deps: &[Vec<usize>],
    graph: &InitGraph,
    seen: &mut Vec<bool>,
    path: &mut Vec<usize>,
) -> bool {
    if std::mem::replace(&mut seen[from], true) {
        return false;
    }
    let mut next = deps[from].clone();
    next.sort_unstable();
    for d in next {
        if d == to || find_path(d, to, deps, graph, seen, path) {
            path.push(d);
            return true;
        }
    }
    false
}

fn report_cycle(
    world: &World,
    graph: &InitGraph,
    cycle: &[usize],
    sources: &SourceMap,
    diagnostics: &mut Diagnostics,
) {
    let object = |i: usize| world.obj(graph.decls[i].obj);
    let first = object(cycle[0]);
    if cycle.len() == 1 {
        let text = format!("initialization cycle: {} refers to itself", first.name);
        return diagnostics.error("InvalidInitCycle", first.pos, text);
    }
    let mut text = format!("initialization cycle for {}", first.name);
    let mut at = first;
    for &next in cycle.iter().rev() {
        let next = object(next);
        text.push_str(&format!("\n\t{}: {} refers to {}", sources.display(at.pos), at.name, next.name));
        at = next;
    }
    diagnostics.error("InvalidInitCycle", first.pos, text);
}
