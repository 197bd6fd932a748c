//! Turns calls of known function values and known interface methods into direct calls.
//!
//! A closure is known when its object is static data, an allocation of this function whose code word is stored once, or
//! what a call returns that always returns a closure of one code.
//! A method is known when the itab is static data.

use crate::opt::closure_results::ClosureResults;
use crate::opt::fold_constants::address;
use golift_abi::typedesc::ITAB_FUN;
use golift_ssa::{DataId, DataKind, Func, FuncId, InstId, Module, Op, RelocTarget, Terminator, ValueDef, ValueId};
use rustc_hash::FxHashMap;

/// Resolves what can be resolved in every function.
pub fn devirtualize(module: &mut Module) {
    let ids: Vec<FuncId> = module.funcs.keys().collect();
    for id in ids {
        devirtualize_in(module, id, &ClosureResults::default());
    }
}

/// Resolves what can be resolved in one function; gives the calls that became direct.
pub(crate) fn devirtualize_in(module: &mut Module, id: FuncId, results: &ClosureResults) -> Vec<InstId> {
    let mut calls: Vec<(InstId, FuncId)> = Vec::new();
    let func = &module.funcs[id];
    let codes = closure_codes(func, results);
    for &block in &func.layout {
        for &inst in &func.blocks[block].insts {
            let data = &func.insts[inst];
            let target = match data.op {
                Op::CallClosure => closure_target(module, func, &codes, data.args[0]),
                Op::CallIface { slot, .. } => method_target(module, func, data.args[0], slot),
                _ => None,
            };
            // The types agree unless the call can never be reached with this value.
            if let Some(target) = target
                && signature_fits(module, func, inst, target)
            {
                calls.push((inst, target));
            }
        }
    }
    let mut tails = Vec::new();
    for &block in &func.layout {
        if let Terminator::TailCallClosure(args) = &func.blocks[block].term
            && let Some(target) = closure_target(module, func, &codes, args[0])
            && tail_fits(module, func, args, target)
        {
            tails.push((block, target, args.clone()));
        }
        if let Terminator::TailCallIface(slot, _, args) = &func.blocks[block].term
            && let Some(target) = method_target(module, func, args[0], *slot)
            && tail_fits(module, func, &args[1..], target)
        {
            tails.push((block, target, args[1..].to_vec()));
        }
    }
    let func = &mut module.funcs[id];
    for &(inst, target) in &calls {
        let data = &mut func.insts[inst];
        if matches!(data.op, Op::CallIface { .. }) {
            data.args.remove(0);
        }
        data.op = Op::Call(target);
    }
    for (block, target, args) in tails {
        func.blocks[block].term = Terminator::TailCall(target, args);
    }
    calls.into_iter().map(|(inst, _)| inst).collect()
}

/// The code that each allocation's first word is set to, if it is set once, and that of closures that calls give.
pub(crate) fn closure_codes(func: &Func, results: &ClosureResults) -> FxHashMap<ValueId, Option<FuncId>> {
    let mut codes: FxHashMap<ValueId, Option<FuncId>> = FxHashMap::default();
    for &block in &func.layout {
        for &inst in &func.blocks[block].insts {
            let data = &func.insts[inst];
            if let Op::Store(0, _) = data.op
                && is_alloc(func, data.args[0])
            {
                codes.entry(data.args[0]).and_modify(|c| *c = None).or_insert(function(func, data.args[1]));
            }
            if let Op::Call(_) = data.op {
                let known = data.results.iter().filter_map(|&r| Some((r, Some(results.code(func, r)?))));
                codes.extend(known);
            }
        }
    }
    codes
}

fn defining_op(func: &Func, v: ValueId) -> Option<&Op> {
    match func.values[v].def {
        ValueDef::Result(inst, _) => Some(&func.insts[inst].op),
        ValueDef::Param(..) => None,
    }
}

pub(crate) fn is_alloc(func: &Func, v: ValueId) -> bool {
    matches!(defining_op(func, v), Some(Op::Alloc(_)))
}

/// The function of which the value is the address.
pub(crate) fn function(func: &Func, v: ValueId) -> Option<FuncId> {
    match defining_op(func, v) {
        Some(Op::FuncAddr(f)) => Some(*f),
        _ => None,
    }
}

/// The data of which the value is the address.
pub(crate) fn static_data(func: &Func, v: ValueId) -> Option<DataId> {
    address(func, v).filter(|&(_, offset)| offset == 0).map(|(data, _)| data)
}

/// The function whose address stands at an offset of read-only data: at 0 that of a function value.
pub(crate) fn code_at(module: &Module, data: DataId, offset: i64) -> Option<FuncId> {
    let data = &module.data[data];
    if data.kind != DataKind::ReadOnly {
        return None;
    }
    data.relocs.iter().find(|r| i64::from(r.offset) == offset && r.addend == 0).and_then(|r| match r.target {
        RelocTarget::Func(f) => Some(f),
        RelocTarget::Data(_) => None,
    })
}

fn closure_target(module: &Module, func: &Func, codes: &FxHashMap<ValueId, Option<FuncId>>, closure: ValueId) -> Option<FuncId> {
    // A Go closure object is immutable after it is made, and the code of an allocation is stored right behind it:
    // an object whose first word is set to code once is a closure.
    match static_data(func, closure) {
        Some(data) => code_at(module, data, 0),
        None => codes.get(&closure).copied().flatten(),
    }
}

/// The method that a call through a known itab reaches.
fn method_target(module: &Module, func: &Func, itab: ValueId, slot: u32) -> Option<FuncId> {
    code_at(module, static_data(func, itab)?, i64::from(ITAB_FUN) + 8 * i64::from(slot))
}

/// Whether the operands and results of a call have the types of what it is to call.
pub(crate) fn signature_fits(module: &Module, func: &Func, inst: InstId, target: FuncId) -> bool {
    let data = &func.insts[inst];
    let skip = usize::from(matches!(data.op, Op::CallIface { .. }));
    let sig = &module.funcs[target].sig;
    sig.params.iter().copied().eq(data.args[skip..].iter().map(|&a| func.ty(a)))
        && sig.results.iter().copied().eq(data.results.iter().map(|&r| func.ty(r)))
}

/// The same for a call in tail position with these arguments.
pub(crate) fn tail_fits(module: &Module, func: &Func, args: &[ValueId], target: FuncId) -> bool {
    let sig = &module.funcs[target].sig;
    sig.results == func.sig.results && sig.params.iter().copied().eq(args.iter().map(|&a| func.ty(a)))
}
