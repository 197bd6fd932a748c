//! Inlines small functions into their callers.
//!
//! Functions are visited callees first (Tarjan's strongly connected components of direct calls), so that what is
//! inlined has had its own calls inlined before. Calls inside a component stay, but a small function that calls itself
//! gets its own body once more: that halves the calls of recursive functions.
//! Inlined instructions keep their logical function and name the call as the parent location; allocation sites are
//! copied, with the original as origin.

use cranelift_entity::{PrimaryMap, SecondaryMap};
use golift_ssa::{
    Block, BlockCall, BlockId, Func, FuncId, Inst, InstId, Loc, LocId, Module, Op, Site, SiteId, Terminator, Ty, ValueDef, ValueId,
};
use rustc_hash::{FxHashMap, FxHashSet};
use smallvec::SmallVec;

/// The highest cost of a function that is inlined everywhere.
pub(crate) const BUDGET: u32 = 60;
/// The highest cost of a function that has one call.
const BUDGET_SINGLE: u32 = 300;
/// The highest cost of a self-recursive function that gets its own body once more.
const BUDGET_RECURSIVE: u32 = 40;
/// A caller that has grown to this cost takes only callees that cost next to nothing.
pub(crate) const BIG_CALLER: u32 = 4000;
/// Code that comes from calls nested this deep is not inlined further: every instruction knows all of these calls.
const MAX_DEPTH: u32 = 40;
/// What a call costs beside its arguments.
pub(crate) const CALL_COST: u32 = 8;
/// A callee this cheap is never dearer than the call.
pub(crate) const TRIVIAL: u32 = 12;

/// Inlines in the whole module.
pub fn inline_calls(module: &mut Module) {
    let callees = call_graph(module);
    let calls = count_calls(module);
    let mut costs: SecondaryMap<FuncId, Option<u32>> = SecondaryMap::new();
    for component in components(module, &callees) {
        let members: FxHashSet<FuncId> = component.iter().copied().collect();
        for &id in &component {
            inline_into(module, id, &members, &costs, &calls);
        }
        for &id in &component {
            costs[id] = inlinable_cost(&module.funcs[id]);
        }
    }
}

/// What the body costs, or `None` if the function cannot be inlined.
pub(crate) fn inlinable_cost(func: &Func) -> Option<u32> {
    if func.flags.noinline || func.flags.has_defer || func.flags.has_recover || func.recover_block.is_some() {
        return None;
    }
    if inlined_depth(func) >= MAX_DEPTH {
        return None;
    }
    Some(cost(func))
}

/// How many calls deep the function's inlined code comes from.
fn inlined_depth(func: &Func) -> u32 {
    let mut depths: SecondaryMap<LocId, u32> = SecondaryMap::new();
    // A location is made after its parent.
    for (id, loc) in &func.locs {
        depths[id] = loc.parent.map_or(0, |p| depths[p] + 1);
    }
    depths.values().copied().max().unwrap_or(0)
}

pub(crate) fn cost(func: &Func) -> u32 {
    let mut total = 0;
    for &b in &func.layout {
        let block = &func.blocks[b];
        if block.cold {
            total += 1;
            continue;
        }
        for &inst in &block.insts {
            let data = &func.insts[inst];
            total += match data.op {
                Op::IConst(_) | Op::FConst(_) | Op::FuncAddr(_) | Op::DataAddr(..) | Op::AddrOff(_) => 0,
                Op::Call(_) | Op::CallClosure | Op::CallIface { .. } => CALL_COST + data.args.len() as u32,
                Op::CallBuiltin(..) => 4 + data.args.len() as u32,
                Op::Alloc(_) | Op::MakeSlice(_) => 4,
                Op::MemCopy(n, _) | Op::MemZero(n, _) => 1 + (n / 32) as u32,
                _ => 1,
            };
        }
        total += match &block.term {
            Terminator::TailCall(..) | Terminator::TailCallClosure(_) | Terminator::TailCallIface(..) => CALL_COST,
            Terminator::Switch { cases, .. } => cases.len() as u32,
            Terminator::Branch { .. } => 1,
            _ => 0,
        };
    }
    total
}

/// The direct calls of each function, in order.
pub(crate) fn call_graph(module: &Module) -> SecondaryMap<FuncId, Vec<FuncId>> {
    let mut out: SecondaryMap<FuncId, Vec<FuncId>> = SecondaryMap::new();
    for (id, func) in module.funcs.iter() {
        for &b in &func.layout {
            for &inst in &func.blocks[b].insts {
                if let Op::Call(callee) = func.insts[inst].op {
                    out[id].push(callee);
                }
            }
            if let Terminator::TailCall(callee, _) = func.blocks[b].term {
                out[id].push(callee);
            }
        }
    }
    out
}

/// The functions that each function calls directly or makes closures of, in order.
pub(crate) fn reference_graph(module: &Module) -> SecondaryMap<FuncId, Vec<FuncId>> {
    let mut out = call_graph(module);
    for (id, func) in module.funcs.iter() {
        for &b in &func.layout {
            for &inst in &func.blocks[b].insts {
                if let Op::FuncAddr(f) = func.insts[inst].op {
                    out[id].push(f);
                }
            }
        }
    }
    out
}

/// How often each function is named: by calls, by address in code and by static data.
fn count_calls(module: &Module) -> SecondaryMap<FuncId, u32> {
    let mut out: SecondaryMap<FuncId, u32> = SecondaryMap::new();
    for func in module.funcs.values() {
        for &b in &func.layout {
            for &inst in &func.blocks[b].insts {
                if let Op::Call(f) | Op::FuncAddr(f) = func.insts[inst].op {
                    out[f] += 1;
                }
            }
            if let Terminator::TailCall(f, _) = func.blocks[b].term {
                out[f] += 1;
            }
        }
    }
    for reloc in module.data.values().flat_map(|d| &d.relocs) {
        if let golift_ssa::RelocTarget::Func(f) = reloc.target {
            out[f] += 2;
        }
    }
    for f in module.entry.iter().chain(module.hooks.iter().flatten()) {
        out[*f] += 2;
    }
    out
}

/// Strongly connected components, callees before callers (Tarjan, without recursion).
pub(crate) fn components(module: &Module, callees: &SecondaryMap<FuncId, Vec<FuncId>>) -> Vec<Vec<FuncId>> {
    let mut index: SecondaryMap<FuncId, u32> = SecondaryMap::new();
    let mut low: SecondaryMap<FuncId, u32> = SecondaryMap::new();
    let mut on_stack: SecondaryMap<FuncId, bool> = SecondaryMap::new();
    let (mut stack, mut out, mut next) = (Vec::new(), Vec::new(), 1);
    for root in module.funcs.keys() {
        if index[root] != 0 {
            continue;
        }
        let mut work = vec![(root, 0)];
        while let Some(&mut (f, ref mut edge)) = work.last_mut() {
            if *edge == 0 {
                index[f] = next;
                low[f] = next;
                next += 1;
                stack.push(f);
                on_stack[f] = true;
            }
            if let Some(&callee) = callees[f].get(*edge) {
                *edge += 1;
                if index[callee] == 0 {
                    work.push((callee, 0));
                } else if on_stack[callee] {
                    low[f] = low[f].min(index[callee]);
                }
                continue;
            }
            work.pop();
            if let Some(&(parent, _)) = work.last() {
                low[parent] = low[parent].min(low[f]);
            }
            if low[f] == index[f] {
                let mut component = Vec::new();
                while let Some(m) = stack.pop() {
                    on_stack[m] = false;
                    component.push(m);
                    if m == f {
                        break;
                    }
                }
                component.reverse();
                out.push(component);
            }
        }
    }
    out
}

fn inline_into(
    module: &mut Module,
    id: FuncId,
    component: &FxHashSet<FuncId>,
    costs: &SecondaryMap<FuncId, Option<u32>>,
    calls: &SecondaryMap<FuncId, u32>,
) {
    let mut func = std::mem::replace(&mut module.funcs[id], Func::new(String::new(), Default::default()));
    let recursive = inlinable_cost(&func).filter(|&c| c <= BUDGET_RECURSIVE).map(|_| func.clone());
    let mut size = cost(&func);
    // Only the calls that stand there now: what an inlined body calls was decided when that body was visited.
    let blocks = func.layout.clone();
    for block in blocks {
        if func.blocks[block].cold {
            continue;
        }
        let mut at_block = block;
        let mut at = 0;
        while at < func.blocks[at_block].insts.len() {
            let inst = func.blocks[at_block].insts[at];
            at += 1;
            let Op::Call(callee) = func.insts[inst].op else { continue };
            let body = if callee == id {
                match &recursive {
                    Some(body) => body,
                    None => continue,
                }
            } else if component.contains(&callee) {
                continue;
            } else {
                match costs[callee] {
                    Some(c) if c <= TRIVIAL => {}
                    Some(c) if size < BIG_CALLER && c <= BUDGET => size += c,
                    Some(c) if size < BIG_CALLER && c <= BUDGET_SINGLE && calls[callee] == 1 => size += c,
                    _ => continue,
                }
                &module.funcs[callee]
            };
            at_block = inline_call(&mut func, at_block, at - 1, body, &mut module.sites);
            at = 0;
        }
    }
    module.funcs[id] = func;
}

/// Replaces the call at position `at` of `block` by the callee's body. Returns the block that continues after it.
pub(crate) fn inline_call(func: &mut Func, block: BlockId, at: usize, callee: &Func, sites: &mut PrimaryMap<SiteId, Site>) -> BlockId {
    let call = func.blocks[block].insts[at];
    let Inst { args, results, loc: call_loc, .. } = func.insts[call].clone();
    // The continuation takes the results as parameters.
    let tail = func.blocks[block].insts.split_off(at + 1);
    func.blocks[block].insts.pop();
    let term = std::mem::take(&mut func.blocks[block].term);
    let (term_loc, cold) = (func.blocks[block].term_loc, func.blocks[block].cold);
    let next = func.blocks.push(Block { params: results.to_vec(), insts: tail, term, term_loc, cold });
    for (i, &r) in results.iter().enumerate() {
        func.values[r].def = ValueDef::Param(next, i as u32);
    }
    let mut copy = Copy { values: FxHashMap::default(), blocks: FxHashMap::default(), locs: FxHashMap::default(), call_loc, callee };
    let mut placed = Vec::with_capacity(callee.layout.len() + 1);
    for &b in &callee.layout {
        let new = func.blocks.push(Block { cold: callee.blocks[b].cold || cold, ..Block::default() });
        placed.push(new);
        copy.blocks.insert(b, new);
        for &p in &callee.blocks[b].params {
            let v = func.add_block_param(new, callee.ty(p));
            copy.values.insert(p, v);
        }
    }
    // Results first: a use may stand in an earlier block of the layout than its definition.
    let mut insts: Vec<(BlockId, InstId, InstId)> = Vec::new();
    for &b in &callee.layout {
        for &inst in &callee.blocks[b].insts {
            let data = &callee.insts[inst];
            let types: SmallVec<[Ty; 2]> = data.results.iter().map(|&r| callee.ty(r)).collect();
            let new = func.make_inst(copy_op(&data.op, sites), &[], &types, None);
            for (&old, &new) in data.results.iter().zip(&func.insts[new].results) {
                copy.values.insert(old, new);
            }
            insts.push((copy.blocks[&b], inst, new));
        }
    }
    for (b, old, new) in insts {
        let loc = copy.loc(func, callee.insts[old].loc);
        let args = callee.insts[old].args.iter().map(|a| copy.values[a]).collect();
        let data = &mut func.insts[new];
        data.args = args;
        data.loc = loc;
        if callee.result_memory[old] != 0 {
            func.result_memory[new] = callee.result_memory[old];
        }
        func.blocks[b].insts.push(new);
    }
    for &b in &callee.layout {
        let loc = copy.loc(func, callee.blocks[b].term_loc);
        copy.terminator(func, b, next, loc);
    }
    func.blocks[block].term = Terminator::Jump(BlockCall { block: copy.blocks[&callee.entry()], args: args.to_vec() });
    func.blocks[block].term_loc = call_loc;
    placed.push(next);
    let position = func.layout.iter().position(|&b| b == block).expect("the block is in the layout") + 1;
    func.layout.splice(position..position, placed);
    next
}

/// The operation for a copy of an instruction: allocations get a site of their own.
pub(crate) fn copy_op(op: &Op, sites: &mut PrimaryMap<SiteId, Site>) -> Op {
    let mut op = op.clone();
    if let Some(site) = op.site_mut() {
        let original = sites[*site].clone();
        let origin = Some(original.origin.unwrap_or(*site));
        *site = sites.push(Site { origin, ..original });
    }
    op
}

struct Copy<'a> {
    values: FxHashMap<ValueId, ValueId>,
    blocks: FxHashMap<BlockId, BlockId>,
    locs: FxHashMap<LocId, LocId>,
    call_loc: Option<LocId>,
    callee: &'a Func,
}

impl Copy<'_> {
    fn loc(&mut self, func: &mut Func, loc: Option<LocId>) -> Option<LocId> {
        // A wrapper has no place of its own in tracebacks.
        if self.callee.flags.wrapper {
            return self.call_loc;
        }
        let loc = loc?;
        if let Some(&done) = self.locs.get(&loc) {
            return Some(done);
        }
        let Loc { pos, func: name, parent } = self.callee.locs[loc].clone();
        let parent = match parent {
            Some(_) => self.loc(func, parent),
            None => self.call_loc,
        };
        let new = func.locs.push(Loc { pos, func: name, parent });
        self.locs.insert(loc, new);
        Some(new)
    }

    fn terminator(&self, func: &mut Func, old: BlockId, next: BlockId, loc: Option<LocId>) {
        let new = self.blocks[&old];
        let mut term = self.callee.blocks[old].term.clone();
        for target in term.targets_mut() {
            target.block = self.blocks[&target.block];
        }
        term.for_each_operand(|v| *v = self.values[v]);
        let call = match &term {
            Terminator::TailCall(f, args) => Some((Op::Call(*f), args.clone())),
            Terminator::TailCallClosure(args) => Some((Op::CallClosure, args.clone())),
            &Terminator::TailCallIface(slot, iface, ref args) => Some((Op::CallIface { slot, iface }, args.clone())),
            _ => None,
        };
        func.blocks[new].term = match (term, call) {
            (_, Some((op, args))) => {
                let types = self.callee.sig.results.clone();
                let inst = func.append(new, op, &args, &types, loc);
                let results = func.insts[inst].results.to_vec();
                Terminator::Jump(BlockCall { block: next, args: results })
            }
            (Terminator::Return(values), None) => Terminator::Jump(BlockCall { block: next, args: values }),
            (term, None) => term,
        };
        func.blocks[new].term_loc = loc;
    }
}
