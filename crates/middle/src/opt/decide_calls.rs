//! Inlines calls of which the arguments decide the branches of the callee, even into functions that have grown too big for more:
//! a function that takes a value apart by its kind, called with a known type descriptor, is just the case for that kind.
//!
//! What remains of the callee must not be dearer than the call was; so the caller does not grow, but calls what does the work,
//! and the analysis sees what that does instead of what all cases do together.

use crate::opt::fold_constants::address;
use crate::opt::inline::{BUDGET, CALL_COST, cost, inline_call, inlinable_cost};
use crate::opt::rewrite::Replacements;
use crate::opt::simplify_cfg::{constant, simplify_and_fold};
use golift_ssa::{DataKind, Func, FuncId, InstId, Module, Op, Ty, ValueId};

/// A function with more instructions, cheap ones too, is not looked at.
const MAX_INSTS: usize = 4 * BUDGET as usize;

/// Inlines in the whole module.
pub fn decide_calls(module: &mut Module) {
    for id in module.funcs.keys() {
        let func = &module.funcs[id];
        let tells = |&inst: &InstId| match func.insts[inst].op {
            Op::Call(callee) => tells_kind(module, func, callee, &func.insts[inst].args),
            _ => false,
        };
        if func.layout.iter().any(|&b| !func.blocks[b].cold && func.blocks[b].insts.iter().any(tells)) {
            inline_into(module, id);
        }
    }
}

fn inline_into(module: &mut Module, id: FuncId) {
    let mut func = std::mem::replace(&mut module.funcs[id], Func::new(String::new(), Default::default()));
    for mut block in func.layout.clone() {
        let mut at = 0;
        while !func.blocks[block].cold && at < func.blocks[block].insts.len() {
            let inst = func.blocks[block].insts[at];
            at += 1;
            let Op::Call(callee) = func.insts[inst].op else { continue };
            if callee != id
                && let Some(body) = decided(module, &func, callee, &func.insts[inst].args)
            {
                block = inline_call(&mut func, block, at - 1, &body, &mut module.sites);
                at = 0;
            }
        }
    }
    module.funcs[id] = func;
}

/// What a function is with these arguments, if they leave no more of it than a call costs.
fn decided(module: &Module, func: &Func, callee: FuncId, args: &[ValueId]) -> Option<Func> {
    let body = &module.funcs[callee];
    if !tells_kind(module, func, callee, args) || inlinable_cost(body)? > BUDGET {
        return None;
    }
    let mut copy = body.clone();
    let entry = copy.entry();
    let mut replaced = Replacements::default();
    for (i, &arg) in args.iter().enumerate() {
        let Some(op) = known(func, arg) else { continue };
        let inst = copy.make_inst(op, &[], &[func.ty(arg)], None);
        copy.blocks[entry].insts.insert(0, inst);
        replaced.set(copy.blocks[entry].params[i], copy.result(inst));
    }
    replaced.apply(&mut copy);
    simplify_and_fold(&mut copy, &module.data);
    (cost(&copy) <= CALL_COST + args.len() as u32).then_some(copy)
}

/// Whether a small function reads integers of read-only data that an argument points to.
fn tells_kind(module: &Module, func: &Func, callee: FuncId, args: &[ValueId]) -> bool {
    let body = &module.funcs[callee];
    body.insts.len() <= MAX_INSTS
        && args.iter().enumerate().any(|(i, &arg)| {
            matches!(known(func, arg), Some(Op::DataAddr(data, _)) if module.data[data].kind == DataKind::ReadOnly)
                && reads_integer(body, i)
        })
}

/// The operation that makes a known argument.
fn known(func: &Func, arg: ValueId) -> Option<Op> {
    if let Some(c) = constant(func, arg) {
        return Some(Op::IConst(c));
    }
    address(func, arg).map(|(data, offset)| Op::DataAddr(data, offset))
}

/// Whether a function reads integers behind its parameter.
fn reads_integer(func: &Func, param: usize) -> bool {
    if func.layout.is_empty() {
        return false;
    }
    let param = func.blocks[func.entry()].params[param];
    func.layout.iter().flat_map(|&b| &func.blocks[b].insts).any(|&inst| {
        let data = &func.insts[inst];
        matches!(data.op, Op::Load(..)) && data.args[0] == param && !matches!(func.ty(data.results[0]), Ty::Ptr | Ty::F32 | Ty::F64)
    })
}
