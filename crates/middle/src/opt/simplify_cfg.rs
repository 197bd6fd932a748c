//! Cleans the control-flow graph: drops unreachable blocks, decides branches on constants, threads jumps through empty
//! blocks, joins a block with its only predecessor, and removes block parameters that always get the same value.

use crate::opt::rewrite::Replacements;
use cranelift_entity::SecondaryMap;
use golift_ssa::{BlockCall, BlockId, Cfg, Func, Module, Op, Terminator, ValueDef, ValueId};

/// Cleans every function.
pub fn simplify_cfg(module: &mut Module) {
    for func in module.funcs.values_mut() {
        simplify(func);
    }
}

/// Cleans one function.
pub(crate) fn simplify(func: &mut Func) {
    for _ in 0..8 {
        let mut changed = decide_branches(func);
        changed |= thread_jumps(func);
        let cfg = Cfg::compute(func);
        func.layout.retain(|&b| cfg.is_reachable(b));
        changed |= remove_same_params(func, &cfg);
        changed |= join_blocks(func, &cfg);
        if !changed {
            break;
        }
    }
}

/// The value of an integer constant.
pub(crate) fn constant(func: &Func, v: ValueId) -> Option<i64> {
    match func.values[v].def {
        ValueDef::Result(inst, _) => match func.insts[inst].op {
            Op::IConst(c) => Some(c),
            _ => None,
        },
        ValueDef::Param(..) => None,
    }
}

fn decide_branches(func: &mut Func) -> bool {
    let mut changed = false;
    for block in func.layout.clone() {
        let decided = match &func.blocks[block].term {
            Terminator::Branch { then, else_, .. } if then == else_ => Some(then.clone()),
            Terminator::Branch { cond, then, else_ } => {
                constant(func, *cond).map(|c| if c & 0xff != 0 { then.clone() } else { else_.clone() })
            }
            Terminator::Switch { value, cases, default } => constant(func, *value)
                .map(|c| cases.iter().find(|(case, _)| *case == c).map_or(default.clone(), |(_, t)| t.clone())),
            _ => None,
        };
        if let Some(target) = decided {
            func.blocks[block].term = Terminator::Jump(target);
            changed = true;
        }
    }
    changed
}

/// A jump to a block that only jumps on goes to where that one goes.
fn thread_jumps(func: &mut Func) -> bool {
    let mut changed = false;
    let mut onward: SecondaryMap<BlockId, Option<BlockCall>> = SecondaryMap::new();
    for &block in &func.layout {
        let data = &func.blocks[block];
        if let Terminator::Jump(target) = &data.term
            && data.insts.is_empty()
            && target.block != block
            && Some(block) != func.recover_block
            && block != func.layout[0]
            // Parameters may only be passed on: nothing else can use them then.
            && params_only_passed_on(func, block, target)
        {
            onward[block] = Some(target.clone());
        }
    }
    for block in func.layout.clone() {
        let params: Vec<Vec<ValueId>> =
            func.blocks[block].term.targets().iter().map(|t| func.blocks[t.block].params.clone()).collect();
        for (target, params) in func.blocks[block].term.targets_mut().into_iter().zip(params) {
            let Some(next) = &onward[target.block] else { continue };
            if next.block == target.block || next.block == block {
                continue;
            }
            let args = next
                .args
                .iter()
                .map(|a| params.iter().position(|p| p == a).map_or(*a, |i| target.args[i]))
                .collect();
            *target = BlockCall { block: next.block, args };
            changed = true;
        }
    }
    changed
}

fn params_only_passed_on(func: &Func, block: BlockId, target: &BlockCall) -> bool {
    let params = &func.blocks[block].params;
    if params.is_empty() {
        return true;
    }
    // Another block may use the parameters only if this one dominates it; require that the target has other
    // predecessors by being a join that takes parameters itself.
    let uses_elsewhere = |v: ValueId| {
        func.layout.iter().any(|&b| {
            let data = &func.blocks[b];
            data.insts.iter().any(|&i| func.insts[i].args.contains(&v)) || {
                let mut found = false;
                if b != block {
                    data.term.clone().for_each_operand(|o| found |= *o == v);
                }
                found
            }
        })
    };
    func.layout.len() < 400 && target.args.len() <= 8 && params.len() <= 8 && !params.iter().any(|&p| uses_elsewhere(p))
}

/// A parameter that gets one value from everywhere (or itself, around a loop) is that value.
fn remove_same_params(func: &mut Func, cfg: &Cfg) -> bool {
    let mut incoming: SecondaryMap<BlockId, Vec<(BlockId, usize)>> = SecondaryMap::new();
    for &block in cfg.order() {
        for (i, t) in func.blocks[block].term.targets().iter().enumerate() {
            incoming[t.block].push((block, i));
        }
    }
    let mut replaced = Replacements::default();
    for &block in cfg.order() {
        if block == func.entry() || func.blocks[block].params.is_empty() {
            continue;
        }
        let mut keep = Vec::new();
        for (n, &param) in func.blocks[block].params.iter().enumerate() {
            let mut only = None;
            let mut same = true;
            for &(from, edge) in &incoming[block] {
                let arg = replaced.resolve(func.blocks[from].term.targets()[edge].args[n]);
                if arg != param && only.is_none_or(|o| o == arg) {
                    only = Some(arg);
                } else if arg != param {
                    same = false;
                }
            }
            match only {
                Some(value) if same => {
                    replaced.set(param, value);
                    keep.push(false);
                }
                _ => keep.push(true),
            }
        }
        if keep.iter().all(|&k| k) {
            continue;
        }
        for &(from, edge) in &incoming[block] {
            let mut term = std::mem::take(&mut func.blocks[from].term);
            retain(&mut term.targets_mut()[edge].args, &keep);
            func.blocks[from].term = term;
        }
        let mut params = std::mem::take(&mut func.blocks[block].params);
        retain(&mut params, &keep);
        for (i, &p) in params.iter().enumerate() {
            func.values[p].def = ValueDef::Param(block, i as u32);
        }
        func.blocks[block].params = params;
    }
    let changed = !replaced.is_empty();
    replaced.apply(func);
    changed
}

/// Keeps the elements whose flag is set.
pub(crate) fn retain(values: &mut Vec<ValueId>, keep: &[bool]) {
    let mut flags = keep.iter();
    values.retain(|_| *flags.next().expect("a flag for each value"));
}

/// Joins each block with its successor when neither has another neighbour on that side.
fn join_blocks(func: &mut Func, cfg: &Cfg) -> bool {
    let mut edges: SecondaryMap<BlockId, u32> = SecondaryMap::new();
    for &block in cfg.order() {
        for t in func.blocks[block].term.targets() {
            edges[t.block] += 1;
        }
    }
    let mut replaced = Replacements::default();
    let mut gone: SecondaryMap<BlockId, bool> = SecondaryMap::new();
    for block in func.layout.clone() {
        if gone[block] || !cfg.is_reachable(block) {
            continue;
        }
        while let Terminator::Jump(target) = &func.blocks[block].term {
            let next = target.block;
            if edges[next] != 1 || next == block || next == func.entry() || Some(next) == func.recover_block {
                break;
            }
            let args = target.args.clone();
            let taken = std::mem::take(&mut func.blocks[next]);
            for (&param, arg) in taken.params.iter().zip(args) {
                replaced.set(param, replaced.resolve(arg));
            }
            let data = &mut func.blocks[block];
            data.insts.extend(taken.insts);
            data.term = taken.term;
            data.term_loc = taken.term_loc;
            data.cold &= taken.cold;
            gone[next] = true;
        }
    }
    let changed = func.layout.iter().any(|&b| gone[b]);
    func.layout.retain(|&b| !gone[b]);
    replaced.apply(func);
    changed
}
