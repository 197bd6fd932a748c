//! Replaces operations by cheaper ones that give the same.
//!
//! Whether a power of two divides a value is told by its low bits, whatever its sign: `x % 8 == 0` looks at three of them.

use crate::opt::simplify_cfg::constant;
use golift_ssa::{BinOp, BlockId, CmpOp, Func, InstId, Module, Op, ValueDef};

/// Does so in every function.
pub fn reduce_strength(module: &mut Module) {
    for func in module.funcs.values_mut() {
        let found: Vec<(BlockId, InstId)> = func
            .layout
            .iter()
            .flat_map(|&b| func.blocks[b].insts.iter().map(move |&i| (b, i)))
            .filter(|&(_, inst)| is_test_of_divisibility(func, inst))
            .collect();
        for (block, inst) in found {
            test_bits(func, block, inst);
        }
    }
}

/// Whether an instruction compares the remainder by a power of two with zero.
fn is_test_of_divisibility(func: &Func, inst: InstId) -> bool {
    let data = &func.insts[inst];
    if !matches!(data.op, Op::Cmp(CmpOp::Eq | CmpOp::Ne)) || constant(func, data.args[1]) != Some(0) {
        return false;
    }
    let ValueDef::Result(rem, _) = func.values[data.args[0]].def else { return false };
    let rem = &func.insts[rem];
    rem.op == Op::Bin(BinOp::SRem) && constant(func, rem.args[1]).is_some_and(|c| c > 0 && c.count_ones() == 1)
}

fn test_bits(func: &mut Func, block: BlockId, inst: InstId) {
    let (remainder, loc) = (func.insts[inst].args[0], func.insts[inst].loc);
    let ValueDef::Result(rem, _) = func.values[remainder].def else { return };
    let (x, ty) = (func.insts[rem].args[0], func.ty(remainder));
    let Some(divisor) = constant(func, func.insts[rem].args[1]) else { return };
    let mask = func.make_inst(Op::IConst(divisor - 1), &[], &[ty], loc);
    let args = [x, func.result(mask)];
    let bits = func.make_inst(Op::Bin(BinOp::And), &args, &[ty], loc);
    func.insts[inst].args[0] = func.result(bits);
    func.insert_before(block, inst, &[mask, bits]);
}
