//! Removes instructions and block parameters whose results nothing needs.
//!
//! Marking starts at effects: stores, calls, checks, loads that may fault. Everything else lives only if something
//! marked uses it. Unused allocations go too, with the stores into them (an allocation that is only stored to).

use crate::opt::simplify_cfg::retain;
use cranelift_entity::SecondaryMap;
use golift_abi::builtin::{NOESCAPE, PURE};
use golift_abi::Builtin;
use golift_ssa::{Func, InstId, Module, Op, Terminator, ValueDef, ValueId};

/// Cleans every function.
pub fn eliminate_dead_code(module: &mut Module) {
    for func in module.funcs.values_mut() {
        eliminate(func);
    }
}

/// Whether the operation must stay even if nothing uses its results.
fn has_effect(op: &Op) -> bool {
    match op {
        Op::Store(..) | Op::Atomic(_) | Op::MemCopy(..) | Op::MemZero(..) | Op::Check(_) | Op::Call(_) | Op::CallClosure
        | Op::CallIface { .. } => true,
        Op::Load(_, flags) => flags.nil_check,
        Op::CallBuiltin(b, _) => b.info().flags & PURE == 0 && !is_removable(*b),
        // An unused make must still panic on bad sizes.
        Op::MakeSlice(_) => true,
        _ => false,
    }
}

/// Builtins without an effect that a program can observe once the result is unused.
fn is_removable(b: Builtin) -> bool {
    matches!(b, Builtin::rt_new | Builtin::rt_concat | Builtin::rt_bytes_to_string | Builtin::rt_string_to_bytes)
        && b.info().flags & NOESCAPE == NOESCAPE
}

fn eliminate(func: &mut Func) {
    let mut live: SecondaryMap<ValueId, bool> = SecondaryMap::new();
    let mut work: Vec<ValueId> = Vec::new();
    let mut kept: SecondaryMap<InstId, bool> = SecondaryMap::new();
    for &block in &func.layout {
        for &inst in &func.blocks[block].insts {
            let data = &func.insts[inst];
            if has_effect(&data.op) && !stores_into_fresh(func, inst) {
                kept[inst] = true;
                work.extend(&data.args);
            }
        }
        match &func.blocks[block].term {
            Terminator::Branch { cond, .. } => work.push(*cond),
            Terminator::Switch { value, .. } => work.push(*value),
            Terminator::Return(vs) | Terminator::TailCall(_, vs) | Terminator::TailCallClosure(vs)
            | Terminator::TailCallIface(_, _, vs) => work.extend(vs),
            _ => {}
        }
    }
    work.extend(&func.pinned);
    work.extend(&func.blocks[func.entry()].params);
    // Stores into an allocation live once its address does.
    let mut stores: SecondaryMap<ValueId, Vec<InstId>> = SecondaryMap::new();
    // Arguments of block parameters live once the parameter does.
    let mut incoming: SecondaryMap<ValueId, Vec<ValueId>> = SecondaryMap::new();
    for &block in &func.layout {
        for &inst in &func.blocks[block].insts {
            if stores_into_fresh(func, inst) {
                stores[func.insts[inst].args[0]].push(inst);
            }
        }
        for t in func.blocks[block].term.targets() {
            for (&arg, &param) in t.args.iter().zip(&func.blocks[t.block].params) {
                incoming[param].push(arg);
            }
        }
    }
    while let Some(v) = work.pop() {
        if std::mem::replace(&mut live[v], true) {
            continue;
        }
        match func.values[v].def {
            ValueDef::Param(..) => work.extend(&incoming[v]),
            ValueDef::Result(inst, _) => {
                if !std::mem::replace(&mut kept[inst], true) {
                    work.extend(&func.insts[inst].args);
                }
            }
        }
        for &store in &stores[v] {
            kept[store] = true;
            work.extend(&func.insts[store].args);
        }
    }
    for block in func.layout.clone() {
        func.blocks[block].insts.retain(|&i| kept[i]);
        let mut term = std::mem::take(&mut func.blocks[block].term);
        for target in term.targets_mut() {
            let keep: Vec<bool> = func.blocks[target.block].params.iter().map(|&p| live[p]).collect();
            retain(&mut target.args, &keep);
        }
        func.blocks[block].term = term;
    }
    for block in func.layout.clone() {
        let mut params = std::mem::take(&mut func.blocks[block].params);
        params.retain(|&p| live[p]);
        for (i, &p) in params.iter().enumerate() {
            func.values[p].def = ValueDef::Param(block, i as u32);
        }
        func.blocks[block].params = params;
    }
}

/// Whether this is a store or clear directly into an allocation of this function.
fn stores_into_fresh(func: &Func, inst: InstId) -> bool {
    let data = &func.insts[inst];
    if !matches!(data.op, Op::Store(..) | Op::MemZero(..)) {
        return false;
    }
    match func.values[data.args[0]].def {
        ValueDef::Result(def, _) => matches!(func.insts[def].op, Op::Alloc(_)),
        ValueDef::Param(..) => false,
    }
}
