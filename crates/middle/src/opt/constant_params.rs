//! Block parameters that are the same constant on every edge, around loops too.
//!
//! All parameters start as unknown and meet their arguments until nothing changes: a parameter that only ever gets one
//! constant, or parameters of which that is true, becomes the constant. (The data-flow half of Wegman and Zadeck's
//! conditional constant propagation; branches are decided elsewhere.)

use crate::opt::rewrite::Replacements;
use crate::opt::simplify_cfg::constant;
use golift_ssa::{Cfg, Func, Op, Ty, ValueDef, ValueId};
use rustc_hash::FxHashMap;

/// What is known of a parameter.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Known {
    Nothing,
    Constant(i64),
    Varies,
}

/// Makes such parameters constants; whether there were any.
pub(crate) fn replace_constant_params(func: &mut Func, cfg: &Cfg) -> bool {
    let passes_constant = cfg.order().iter().any(|&b| {
        func.blocks[b].term.targets().iter().any(|t| t.args.iter().any(|&a| constant(func, a).is_some()))
    });
    if !passes_constant {
        return false;
    }
    // Each edge's arguments by the parameter that they are for.
    let mut incoming: Vec<(ValueId, ValueId)> = Vec::new();
    let mut known: FxHashMap<ValueId, Known> = FxHashMap::default();
    for &block in cfg.order() {
        for t in func.blocks[block].term.targets() {
            for (&arg, &param) in t.args.iter().zip(&func.blocks[t.block].params) {
                if !matches!(func.ty(param), Ty::F32 | Ty::F64) {
                    incoming.push((param, arg));
                    known.insert(param, Known::Nothing);
                }
            }
        }
    }
    if incoming.is_empty() {
        return false;
    }
    loop {
        let mut changed = false;
        for &(param, arg) in &incoming {
            let here = match (func.values[arg].def, constant(func, arg)) {
                (_, Some(c)) => Known::Constant(c),
                (ValueDef::Param(..), None) => known.get(&arg).copied().unwrap_or(Known::Varies),
                _ => Known::Varies,
            };
            let old = known[&param];
            let new = match (old, here) {
                (Known::Nothing, x) | (x, Known::Nothing) => x,
                (a, b) if a == b => a,
                _ => Known::Varies,
            };
            if new != old {
                known.insert(param, new);
                changed = true;
            }
        }
        if !changed {
            break;
        }
    }
    let mut replaced = Replacements::default();
    for &block in cfg.order() {
        for param in func.blocks[block].params.clone() {
            if let Some(&Known::Constant(c)) = known.get(&param) {
                let inst = func.make_inst(Op::IConst(c), &[], &[func.ty(param)], None);
                func.blocks[block].insts.insert(0, inst);
                replaced.set(param, func.result(inst));
            }
        }
    }
    if replaced.is_empty() {
        return false;
    }
    replaced.apply(func);
    remove(func, cfg, &known);
    true
}

/// Drops the parameters that became constants, with their arguments.
fn remove(func: &mut Func, cfg: &Cfg, known: &FxHashMap<ValueId, Known>) {
    let gone = |p: &ValueId| matches!(known.get(p), Some(Known::Constant(_)));
    for &block in cfg.order() {
        let mut term = std::mem::take(&mut func.blocks[block].term);
        for target in term.targets_mut() {
            let keep: Vec<bool> = func.blocks[target.block].params.iter().map(|p| !gone(p)).collect();
            super::simplify_cfg::retain(&mut target.args, &keep);
        }
        func.blocks[block].term = term;
    }
    for &block in cfg.order() {
        let mut params = std::mem::take(&mut func.blocks[block].params);
        params.retain(|p| !gone(p));
        for (i, &p) in params.iter().enumerate() {
            func.values[p].def = ValueDef::Param(block, i as u32);
        }
        func.blocks[block].params = params;
    }
}
