//! Conversions between strings and byte slices that share the memory of their operand: a solved function -> the function
//! with these conversions gone, solved again.
//!
//! `[]byte(s)` shares what holds `s` if nobody writes to the slice in all of its life: the slice is known to this function
//! and to what it calls alone, and none of these writes to it. `string(b)` shares the array of `b` if nothing may write to
//! that array while the string, or an object that holds it, may still be used.
//! The result is an alias of the operand then, which the points-to graph sees: the function is solved again, so that
//! lifetimes are those of what is shared. If anything got worse by that (a site, or what callers know), nothing is shared.

use super::calls::Summaries;
use super::graph::{Kind, Obj};
use super::place::{Flow, Place, holders};
use super::solve::{Solved, solve};
use super::writes::{AllEffects, Memory, Touch, is_outside, is_own_allocation, reachable};
use crate::opt::rewrite::Replacements;
use golift_abi::Builtin;
use golift_ssa::module::{Data, DataKind};
use golift_ssa::{
    BlockId, Cfg, CmpOp, ConvOp, DataId, Func, FuncId, InstId, Keep, Liveness, Module, Op, Placement, SiteId, Ty, ValueDef, ValueId,
};
use rustc_hash::{FxHashMap, FxHashSet};

/// What empty slices that are not nil point to.
const ZERO_BASE: &str = "runtime.zerobase";

/// A conversion.
#[derive(Clone, Copy)]
struct Conversion {
    block: BlockId,
    inst: InstId,
    site: SiteId,
    object: Obj,
}

/// Removes the copies of a function that nobody can tell from their originals; returns what solves it now.
pub(super) fn share_memory(module: &mut Module, id: FuncId, solved: Solved, summaries: &Summaries, effects: &AllEffects) -> Solved {
    let to_bytes = |module: &Module, solved: &Solved| {
        let memory = Memory { module, func: &module.funcs[id], solved, effects };
        never_written(&memory, conversions(&memory, Builtin::rt_string_to_bytes))
    };
    let to_strings = |module: &Module, solved: &Solved| {
        let memory = Memory { module, func: &module.funcs[id], solved, effects };
        unchanged_while_used(&memory, conversions(&memory, Builtin::rt_bytes_to_string))
    };
    // Slices first: strings that are shared must not be taken for constant below.
    let chosen = to_bytes(module, &solved);
    let solved = rewrite(module, id, solved, &chosen, summaries);
    let chosen = to_strings(module, &solved);
    rewrite(module, id, solved, &chosen, summaries)
}

/// The conversions of one sort whose results nobody else knows.
fn conversions(memory: &Memory<'_>, builtin: Builtin) -> Vec<Conversion> {
    let Memory { module, func, solved, .. } = memory;
    let mut out = Vec::new();
    for &block in &func.layout {
        for &inst in &func.blocks[block].insts {
            let Op::CallBuiltin(b, Some(site)) = func.insts[inst].op else { continue };
            if b != builtin || module.sites[site].keep != Keep::No {
                continue;
            }
            if let Some(object) = solved.graph.find_site(site)
                && !is_outside(&solved.graph, object)
            {
                out.push(Conversion { block, inst, site, object });
            }
        }
    }
    out
}

/// The conversions to slices that no instruction writes to.
fn never_written(memory: &Memory<'_>, mut list: Vec<Conversion>) -> Vec<Conversion> {
    let graph = &memory.solved.graph;
    let func = memory.func;
    for &block in if list.is_empty() { &[][..] } else { &func.layout } {
        let insts = func.blocks[block].insts.iter().flat_map(|&inst| memory.touches(inst));
        for touch in insts.chain(memory.terminator_touches(&func.blocks[block].term)) {
            match touch {
                Touch::Write(set) => list.retain(|c| !set.iter().any(|&(o, _)| o == c.object)),
                Touch::WriteAll(set) => {
                    let all = reachable(graph, set);
                    list.retain(|c| !all.contains(&c.object));
                }
                Touch::Outside | Touch::GiveBack(_) | Touch::GiveBackAll(_) => {}
            }
        }
    }
    list
}

/// The conversions to strings whose operands do not change while the string may be used.
fn unchanged_while_used(memory: &Memory<'_>, list: Vec<Conversion>) -> Vec<Conversion> {
    if list.is_empty() {
        return list;
    }
    let Memory { func, solved, .. } = memory;
    let graph = &solved.graph;
    let touches: Vec<(InstId, Touch<'_>)> = func
        .layout
        .iter()
        .flat_map(|&block| &func.blocks[block].insts)
        .flat_map(|&inst| memory.touches(inst).into_iter().map(move |touch| (inst, touch)))
        .collect();
    let holders = holders(graph);
    let cfg = Cfg::compute(func);
    let mut live = None;
    let mut out: Vec<Conversion> = Vec::new();
    let mut shared: Vec<Obj> = Vec::new();
    for c in list {
        let source: Vec<Obj> = solved.points_to[func.insts[c.inst].args[1]].iter().map(|&(o, _)| o).collect();
        // One of two that depend on each other.
        if shared.contains(&c.object) || out.iter().any(|other| source.contains(&other.object)) || source.contains(&c.object) {
            continue;
        }
        let Some(held) = held_by(memory, &holders, c.object) else { continue };
        if given_back(memory, &touches, c.object) {
            continue;
        }
        let outside = source.iter().any(|&o| is_outside(graph, o));
        // What parameters point to was there before the function's own objects. What hangs from there may be one of them.
        let is_parameter = |o| matches!(graph.get(o).kind, Kind::Phantom { parent: None, .. }) && !graph.is_deep(o);
        let before = source.iter().all(|&o| is_parameter(o) || !is_outside(graph, o));
        let conflicts: FxHashSet<InstId> = touches
            .iter()
            .filter(|&&(inst, touch)| {
                inst != c.inst
                    && match touch {
                        Touch::Outside => outside,
                        Touch::Write(set) => {
                            let direct = set.iter().any(|(o, _)| source.contains(o));
                            let aliased = outside && set.iter().any(|&(o, _)| is_outside(graph, o));
                            let own = before && matches!(func.insts[inst].op, Op::Store(..) | Op::MemCopy(..) | Op::MemZero(..));
                            direct || (aliased && !(own && is_own_allocation(func, func.insts[inst].args[0])))
                        }
                        Touch::WriteAll(set) => {
                            reachable(graph, set).iter().any(|&o| source.contains(&o) || (outside && is_outside(graph, o)))
                        }
                        Touch::GiveBack(_) | Touch::GiveBackAll(_) => false,
                    }
            })
            .map(|&(inst, _)| inst)
            .collect();
        let users: Vec<ValueId> = (func.values.iter())
            .filter(|(v, data)| data.ty == Ty::Ptr && solved.points_to[*v].iter().any(|(o, _)| held.contains(o)))
            .map(|(v, _)| v)
            .collect();
        let live = live.get_or_insert_with(|| Liveness::compute(func, &cfg));
        if !used_outside_registers(func, live, &users) && (conflicts.is_empty() || !used_across(func, &cfg, live, &users, &conflicts)) {
            shared.extend(source);
            out.push(c);
        }
    }
    out
}

/// The objects through which a string can be used: its own and those that hold it, if this function alone knows them.
fn held_by(memory: &Memory<'_>, holders: &[Vec<Obj>], string: Obj) -> Option<Vec<Obj>> {
    let graph = &memory.solved.graph;
    let mut out = vec![string];
    let mut at = 0;
    while let Some(&o) = out.get(at) {
        at += 1;
        for &holder in &holders[o.0 as usize] {
            if is_outside(graph, holder) || !matches!(graph.get(holder).kind, Kind::Site(..) | Kind::Fresh(..)) {
                return None;
            }
            if !out.contains(&holder) {
                out.push(holder);
            }
        }
    }
    Some(out)
}

/// Whether a concatenation may have the string itself as its result, of which nothing is known then.
fn given_back(memory: &Memory<'_>, touches: &[(InstId, Touch<'_>)], string: Obj) -> bool {
    touches.iter().any(|&(_, touch)| match touch {
        Touch::GiveBack(set) => set.iter().any(|&(o, _)| o == string),
        Touch::GiveBackAll(set) => reachable(&memory.solved.graph, set).contains(&string),
        _ => false,
    })
}

/// Whether values are needed after a recovered panic or as integers.
fn used_outside_registers(func: &Func, live: &Liveness, users: &[ValueId]) -> bool {
    let recovered = func.recover_block.is_some_and(|block| users.iter().any(|&v| live.live_in(block, v)));
    recovered
        || func.layout.iter().flat_map(|&b| &func.blocks[b].insts).any(|&inst| {
            let data = &func.insts[inst];
            matches!(data.op, Op::Conv(ConvOp::PtrToInt)) && users.contains(&data.args[0])
        })
}

/// Whether one of the values is needed at or after one of the instructions.
fn used_across(func: &Func, cfg: &Cfg, live: &Liveness, users: &[ValueId], at: &FxHashSet<InstId>) -> bool {
    let users_set: FxHashSet<ValueId> = users.iter().copied().collect();
    for &block in cfg.order() {
        let insts = &func.blocks[block].insts;
        if !insts.iter().any(|inst| at.contains(inst)) {
            continue;
        }
        let mut now: FxHashSet<ValueId> = users.iter().copied().filter(|&v| live.live_out(block, v)).collect();
        let need = |v: ValueId, now: &mut FxHashSet<ValueId>| {
            if users_set.contains(&v) {
                now.insert(v);
            }
        };
        func.blocks[block].term.operands().into_iter().for_each(|v| need(v, &mut now));
        for &inst in insts.iter().rev() {
            let data = &func.insts[inst];
            now.retain(|v| !data.results.contains(v));
            data.args.iter().for_each(|&v| need(v, &mut now));
            if !now.is_empty() && at.contains(&inst) {
                return true;
            }
        }
    }
    false
}

/// Replaces conversions by their operands and solves the function again; undoes it if that makes anything worse.
fn rewrite(module: &mut Module, id: FuncId, solved: Solved, chosen: &[Conversion], summaries: &Summaries) -> Solved {
    if chosen.is_empty() {
        return solved;
    }
    let before = module.funcs[id].clone();
    for c in chosen {
        replace(module, id, c);
    }
    let flow = Flow::of(module, id, summaries);
    let new = solve(module, id, &flow, summaries);
    if new.summary == solved.summary && !is_worse(&solved, &new) {
        for c in chosen {
            let site = &mut module.sites[c.site];
            (site.zero_copy, site.placement) = (true, Placement::Stack);
        }
        return new;
    }
    module.funcs[id] = before;
    solved
}

fn is_worse(old: &Solved, new: &Solved) -> bool {
    let known: FxHashMap<SiteId, (Place, Place)> = old.decisions.iter().map(|d| (d.site, (d.plain, d.local))).collect();
    let on_heap = |place: Place| matches!(place, Place::Heap(_));
    let worse = |old: Place, new: Place| on_heap(new) && !on_heap(old);
    let sites = new.decisions.iter().any(|d| match known.get(&d.site) {
        Some(&(plain, local)) => worse(plain, d.plain) || worse(local, d.local),
        None => true,
    });
    let lost = |solved: &Solved| solved.graph.objects().filter(|(_, x)| matches!(x.kind, Kind::Fresh(..)) && x.escaped).count();
    sites || lost(new) > lost(old)
}

fn replace(module: &mut Module, id: FuncId, c: &Conversion) {
    let func = &module.funcs[id];
    let Op::CallBuiltin(builtin, _) = func.insts[c.inst].op else { return };
    let (args, results, loc) = (func.insts[c.inst].args.clone(), func.insts[c.inst].results.clone(), func.insts[c.inst].loc);
    let (pointer, len) = (args[1], args[2]);
    let mut code = Vec::new();
    let mut shared = pointer;
    if builtin == Builtin::rt_string_to_bytes && !is_static(func, pointer) {
        // The slice of an empty string is not nil.
        let base = zero_base(module);
        let func = &mut module.funcs[id];
        let nil = func.make_inst(Op::IConst(0), &[], &[Ty::Ptr], loc);
        let is_nil = func.make_inst(Op::Cmp(CmpOp::Eq), &[pointer, func.result(nil)], &[Ty::I8], loc);
        let some = func.make_inst(Op::DataAddr(base, 0), &[], &[Ty::Ptr], loc);
        let select = func.make_inst(Op::Select, &[func.result(is_nil), func.result(some), pointer], &[Ty::Ptr], loc);
        shared = func.result(select);
        code = vec![nil, is_nil, some, select];
    }
    let func = &mut module.funcs[id];
    let insts = &mut func.blocks[c.block].insts;
    if let Some(at) = insts.iter().position(|&i| i == c.inst) {
        insts.splice(at..=at, code);
    }
    let mut replaced = Replacements::default();
    replaced.set(results[0], shared);
    replaced.set(results[1], len);
    replaced.apply(func);
}

fn is_static(func: &Func, pointer: ValueId) -> bool {
    matches!(func.values[pointer].def, ValueDef::Result(inst, _) if matches!(func.insts[inst].op, Op::DataAddr(..)))
}

fn zero_base(module: &mut Module) -> DataId {
    let known = module.data.iter().find(|(_, data)| data.name == ZERO_BASE).map(|(id, _)| id);
    known.unwrap_or_else(|| {
        let (bytes, relocs) = (Vec::new(), Vec::new());
        module.data.push(Data { name: ZERO_BASE.to_owned(), kind: DataKind::Zero, align: 8, size: 8, bytes, relocs, pointers: false })
    })
}
