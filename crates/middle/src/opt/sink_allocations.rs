//! Moves allocations down to the branch that uses them.
//!
//! An object that is only filled where it is allocated and used in a part of the function that is not always reached
//! afterwards (a box for the arguments of an error, a closure for one case) is allocated and filled at the start of that
//! part. It does not move into a loop. What is stored are values, so that moving the stores past other instructions
//! shows to nobody: nobody else has the address yet. Source: the code motion of Knoop, Rüthing and Steffen (1994), for
//! one kind of operation.

use golift_ssa::{BlockId, Cfg, Dominators, Func, InstId, Keep, Loops, Module, Op, SiteKind, ValueId};
use rustc_hash::{FxHashMap, FxHashSet};

/// An object in another one that has moved can move too: so often the search is repeated.
const ROUNDS: usize = 3;

/// Moves what can be moved in every function.
pub fn sink_allocations(module: &mut Module) {
    let Module { funcs, sites, .. } = module;
    for func in funcs.values_mut().filter(|f| f.layout.len() > 1) {
        let movable = |func: &Func, inst: InstId| match func.insts[inst].op {
            Op::Alloc(site) => sites[site].kind != SiteKind::Temp && sites[site].keep == Keep::No && !func.pinned.contains(&func.result(inst)),
            _ => false,
        };
        if !func.layout.iter().any(|&b| func.blocks[b].insts.iter().any(|&i| movable(func, i))) {
            continue;
        }
        let cfg = Cfg::compute(func);
        let dom = Dominators::compute(func, &cfg);
        let loops = Loops::compute(func, &cfg, &dom);
        for _ in 0..ROUNDS {
            if !sink_in(func, &cfg, &dom, &loops, &movable) {
                break;
            }
        }
    }
}

/// An allocation with what uses it.
struct Object {
    block: BlockId,
    /// The allocation, computations of addresses in it and stores into it, in the same block.
    group: Vec<InstId>,
    /// Blocks of all other uses.
    used_in: Vec<BlockId>,
    /// Something other than stores of values needs the object in its block.
    fixed: bool,
}

fn sink_in(func: &mut Func, cfg: &Cfg, dom: &Dominators, loops: &Loops, movable: &dyn Fn(&Func, InstId) -> bool) -> bool {
    let mut objects: Vec<Object> = Vec::new();
    let mut derived: FxHashMap<ValueId, usize> = FxHashMap::default();
    for &block in cfg.order() {
        for &inst in &func.blocks[block].insts {
            let data = &func.insts[inst];
            if movable(func, inst) {
                derived.insert(data.results[0], objects.len());
                objects.push(Object { block, group: vec![inst], used_in: Vec::new(), fixed: false });
                continue;
            }
            for (i, arg) in data.args.iter().enumerate() {
                let Some(&n) = derived.get(arg) else { continue };
                if objects[n].block != block {
                    objects[n].used_in.push(block);
                    continue;
                }
                match data.op {
                    Op::AddrOff(_) => {
                        derived.insert(data.results[0], n);
                        objects[n].group.push(inst);
                    }
                    // Into itself: the address is stored with it.
                    Op::Store(..) if i == 0 => objects[n].group.push(inst),
                    Op::Store(..) if derived.get(&data.args[0]) == Some(&n) => {}
                    Op::MemZero(..) => objects[n].group.push(inst),
                    _ => objects[n].fixed = true,
                }
            }
        }
        for v in func.blocks[block].term.operands() {
            if let Some(&n) = derived.get(&v) {
                match objects[n].block == block {
                    true => objects[n].fixed = true,
                    false => objects[n].used_in.push(block),
                }
            }
        }
    }
    let mut moved = false;
    for object in objects.iter().filter(|o| !o.fixed && !o.used_in.is_empty()) {
        if let Some(target) = target(func, cfg, dom, loops, object) {
            let group: FxHashSet<InstId> = object.group.iter().copied().collect();
            func.blocks[object.block].insts.retain(|i| !group.contains(i));
            func.blocks[target].insts.splice(0..0, object.group.iter().copied());
            moved = true;
        }
    }
    moved
}

/// The block to which an object moves.
fn target(func: &Func, cfg: &Cfg, dom: &Dominators, loops: &Loops, object: &Object) -> Option<BlockId> {
    let mut at = object.used_in[0];
    while !object.used_in.iter().all(|&b| dom.dominates(at, b)) {
        at = dom.idom(at)?;
    }
    // Not into a loop: every loop around the target is around the object.
    while loops.innermost(at).is_some_and(|index| !loops.contains(index, object.block)) {
        at = dom.idom(at)?;
    }
    (at != object.block && dom.dominates(object.block, at) && can_avoid(func, cfg, object.block, &|b| b == at)).then_some(at)
}

/// Whether control can go from the end of a block to the end of the function, or to the block again, without meeting one
/// of these blocks. Paths that end in a panic do not count.
pub(crate) fn can_avoid(func: &Func, cfg: &Cfg, from: BlockId, met: &dyn Fn(BlockId) -> bool) -> bool {
    let mut seen: FxHashSet<BlockId> = FxHashSet::default();
    let mut work = vec![from];
    while let Some(block) = work.pop() {
        let targets = func.blocks[block].term.targets();
        if targets.is_empty() && func.blocks[block].term != golift_ssa::Terminator::Unreachable {
            return true;
        }
        for t in targets {
            if t.block == from {
                return true;
            }
            if cfg.is_reachable(t.block) && !met(t.block) && seen.insert(t.block) {
                work.push(t.block);
            }
        }
    }
    false
}
