//! Inlines calls of function values that have become known, and the functions that such values are passed to.
//!
//! After the first inlining a function may hold closures that it makes itself and calls, or passes to a function that only
//! calls them: iterators of loops over functions, callbacks. Here the callee goes into the caller, its loads of the closure
//! become the captured values, and the calls that this makes known are inlined in turn, round after round.
//! An iterator and the body of its loop thus become a plain loop.
//! Functions that are part of a cycle of references are left alone.

use crate::opt::closure_results::ClosureResults;
use crate::opt::devirtualize::{closure_codes, devirtualize_in, is_alloc};
use crate::opt::inline::{BIG_CALLER, BUDGET, TRIVIAL, components, cost, inlinable_cost, inline_call, reference_graph};
use crate::opt::promote::promote_func;
use crate::opt::simplify_cfg::simplify;
use cranelift_entity::SecondaryMap;
use golift_ssa::{Func, FuncId, InstId, Module, Op, Terminator, ValueId};
use rustc_hash::FxHashSet;

/// The highest cost of a function that takes a closure of the caller.
const BUDGET_WITH_CLOSURE: u32 = 160;
/// The highest cost of a function with one call, of a closure made once.
const BUDGET_SINGLE: u32 = 2000;
/// How often what was inlined is looked at again.
const MAX_ROUNDS: usize = 12;

/// The calls that were inlined into a function: the callees with their first arguments.
type Seen = FxHashSet<(FuncId, ValueId)>;

/// Makes calls of known function values direct, and inlines them where it pays.
pub fn inline_closures(module: &mut Module) {
    let ids: Vec<FuncId> = module.funcs.keys().collect();
    let results = ClosureResults::of(module);
    let mut work: Vec<(FuncId, FxHashSet<InstId>)> = Vec::new();
    for id in ids {
        let calls = devirtualize_in(module, id, &results);
        if !calls.is_empty() || passes_closure(&module.funcs[id], &results) {
            work.push((id, calls.into_iter().collect()));
        }
    }
    if !work.is_empty() {
        inline_known(module, work, &results);
    }
}

/// Inlines, in these functions, the calls that became known, calls that take closures, and what becomes known by that.
pub(crate) fn inline_known(module: &mut Module, mut work: Vec<(FuncId, FxHashSet<InstId>)>, results: &ClosureResults) {
    let mut context = Context::new(module);
    // Callees first: what is inlined has had its own closures inlined before.
    work.sort_by_key(|(id, _)| context.order[*id]);
    for (id, mut known) in work {
        let mut seen = Seen::default();
        for _ in 0..MAX_ROUNDS {
            if !context.inline_into(module, id, &known, &mut seen, results) {
                break;
            }
            let Module { funcs, sites, layouts, .. } = module;
            let func = &mut funcs[id];
            simplify(func);
            promote_func(func, sites, layouts);
            results.forward_captures(func);
            simplify(func);
            known = devirtualize_in(module, id, results).into_iter().collect();
            let func = &module.funcs[id];
            for &inst in &known {
                if let Op::Call(f) = func.insts[inst].op {
                    context.calls[f] += 1;
                }
            }
        }
    }
}

/// Whether the call stands in an inlined body of its callee and may be a recursion: of a closure that was inlined already.
/// Closures that call themselves do it through a variable that they capture: no reference graph shows that.
fn is_recursive(func: &Func, call: InstId, callee: &Func, id: FuncId, seen: &Seen) -> bool {
    let mut at = func.insts[call].loc;
    while let Some(loc) = at {
        let loc = &func.locs[loc];
        if *loc.func == *callee.name {
            let context = func.insts[call].args.first();
            let fresh = context.is_some_and(|&c| is_alloc(func, c) && !seen.contains(&(id, c)));
            return !fresh;
        }
        at = loc.parent;
    }
    false
}

fn passes_closure(func: &Func, results: &ClosureResults) -> bool {
    let codes = closure_codes(func, results);
    !codes.is_empty()
        && func.layout.iter().any(|&b| {
            func.blocks[b].insts.iter().any(|&i| {
                let data = &func.insts[i];
                matches!(data.op, Op::Call(_)) && data.args.iter().any(|a| codes.get(a).copied().flatten().is_some())
            })
        })
}

struct Context {
    /// Functions that are part of a cycle.
    cyclic: SecondaryMap<FuncId, bool>,
    /// Callees before callers.
    order: SecondaryMap<FuncId, u32>,
    /// How many direct calls of each function there are.
    calls: SecondaryMap<FuncId, u32>,
    /// How many places take the address of each function.
    addresses: SecondaryMap<FuncId, u32>,
}

impl Context {
    fn new(module: &Module) -> Context {
        let graph = reference_graph(module);
        let mut context = Context {
            cyclic: SecondaryMap::new(),
            order: SecondaryMap::new(),
            calls: SecondaryMap::new(),
            addresses: SecondaryMap::new(),
        };
        for (n, component) in components(module, &graph).into_iter().enumerate() {
            for &id in &component {
                context.order[id] = n as u32;
                context.cyclic[id] = component.len() > 1 || graph[id].contains(&id);
            }
        }
        for func in module.funcs.values() {
            context.count(func);
        }
        for reloc in module.data.values().flat_map(|d| &d.relocs) {
            if let golift_ssa::RelocTarget::Func(f) = reloc.target {
                context.addresses[f] += 2;
            }
        }
        context
    }

    fn count(&mut self, func: &Func) {
        for &b in &func.layout {
            for &inst in &func.blocks[b].insts {
                match func.insts[inst].op {
                    Op::Call(f) => self.calls[f] += 1,
                    Op::FuncAddr(f) => self.addresses[f] += 1,
                    _ => {}
                }
            }
            if let Terminator::TailCall(f, _) = func.blocks[b].term {
                self.calls[f] += 1;
            }
        }
    }

    /// Inlines the calls of `known`, and those that take a closure of the function. Whether there were any.
    fn inline_into(
        &mut self,
        module: &mut Module,
        id: FuncId,
        known: &FxHashSet<InstId>,
        seen: &mut Seen,
        results: &ClosureResults,
    ) -> bool {
        let mut func = std::mem::replace(&mut module.funcs[id], Func::new(String::new(), Default::default()));
        let codes = closure_codes(&func, results);
        let mut size = cost(&func);
        let mut any = false;
        for block in func.layout.clone() {
            if func.blocks[block].cold {
                continue;
            }
            let (mut at_block, mut at) = (block, 0);
            while at < func.blocks[at_block].insts.len() {
                let inst = func.blocks[at_block].insts[at];
                at += 1;
                let data = &func.insts[inst];
                let Op::Call(callee) = data.op else { continue };
                let closure = data.args.iter().any(|a| codes.get(a).copied().flatten().is_some());
                if callee == id || self.cyclic[callee] || !(closure || known.contains(&inst)) {
                    continue;
                }
                if is_recursive(&func, inst, &module.funcs[callee], callee, seen) {
                    continue;
                }
                let Some(c) = inlinable_cost(&module.funcs[callee]) else { continue };
                let budget = match (self.calls[callee], self.addresses[callee]) {
                    (1, 0 | 1) => BUDGET_SINGLE,
                    _ if closure => BUDGET_WITH_CLOSURE,
                    _ => BUDGET,
                };
                if c > TRIVIAL && (c > budget || size >= BIG_CALLER) {
                    continue;
                }
                size += c;
                any = true;
                if let Some(&context) = func.insts[inst].args.first() {
                    seen.insert((callee, context));
                }
                self.count(&module.funcs[callee]);
                self.calls[callee] = self.calls[callee].saturating_sub(1);
                at_block = inline_call(&mut func, at_block, at - 1, &module.funcs[callee], &mut module.sites);
                at = 0;
            }
        }
        module.funcs[id] = func;
        any
    }
}
