//! Cleans the control-flow graph: folds constants, drops unreachable blocks, decides branches, threads jumps through empty
//! blocks and past branches whose outcome an edge decides, joins a block with its only predecessor, and removes block
//! parameters that always get the same value or the same constant.

use crate::opt::constant_params::replace_constant_params;
use crate::opt::fold_constants::fold_constants;
use crate::opt::rewrite::Replacements;
use cranelift_entity::{PrimaryMap, SecondaryMap};
use golift_ssa::{BlockCall, BlockId, Cfg, CmpOp, Data, DataId, Func, Module, Op, Terminator, Ty, UnOp, ValueDef, ValueId};
use rustc_hash::FxHashMap;

/// Cleans every function.
pub fn simplify_cfg(module: &mut Module) {
    for func in module.funcs.values_mut() {
        simplify_and_fold(func, &module.data);
    }
}

/// Cleans one function, with what is known of the program's data.
pub(crate) fn simplify_and_fold(func: &mut Func, data: &PrimaryMap<DataId, Data>) {
    clean(func, |func| fold_constants(func, data));
}

/// Cleans one function's control flow.
pub(crate) fn simplify(func: &mut Func) {
    clean(func, |_| {});
}

/// Cleans one function; folds anew when a round has made more of it constant.
fn clean(func: &mut Func, fold: impl Fn(&mut Func)) {
    for _ in 0..8 {
        fold(func);
        let mut changed = decide_branches(func);
        changed |= thread_jumps(func);
        changed |= thread_decided_branches(func);
        let cfg = Cfg::compute(func);
        func.layout.retain(|&b| cfg.is_reachable(b));
        changed |= replace_constant_params(func, &cfg);
        changed |= remove_same_params(func, &cfg);
        changed |= join_blocks(func, &cfg);
        if !changed {
            break;
        }
    }
}

/// The value of a branch condition, if it is known: a constant or a comparison of constants.
fn known_condition(func: &Func, v: ValueId) -> Option<bool> {
    if let Some(c) = constant(func, v) {
        return Some(c & 0xff != 0);
    }
    let ValueDef::Result(inst, _) = func.values[v].def else { return None };
    let data = &func.insts[inst];
    match data.op {
        Op::Cmp(cmp) => compare(cmp, constant(func, data.args[0])?, constant(func, data.args[1])?, func.ty(data.args[0])),
        Op::Un(UnOp::BoolNot) => Some(!known_condition(func, data.args[0])?),
        _ => None,
    }
}

/// Compares two constants of a type.
pub(crate) fn compare(op: CmpOp, a: i64, b: i64, ty: Ty) -> Option<bool> {
    let shift = match ty {
        Ty::I8 => 56,
        Ty::I16 => 48,
        Ty::I32 => 32,
        Ty::I64 | Ty::Ptr => 0,
        Ty::F32 | Ty::F64 => return None,
    };
    let (a, b) = (a << shift, b << shift);
    let (ua, ub) = (a as u64, b as u64);
    Some(match op {
        CmpOp::Eq => a == b,
        CmpOp::Ne => a != b,
        CmpOp::Slt => a < b,
        CmpOp::Sle => a <= b,
        CmpOp::Sgt => a > b,
        CmpOp::Sge => a >= b,
        CmpOp::Ult => ua < ub,
        CmpOp::Ule => ua <= ub,
        CmpOp::Ugt => ua > ub,
        CmpOp::Uge => ua >= ub,
    })
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
                known_condition(func, *cond).map(|c| if c { then.clone() } else { else_.clone() })
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
    let mut uses = None;
    for &block in &func.layout {
        let data = &func.blocks[block];
        if let Terminator::Jump(target) = &data.term
            && data.insts.is_empty()
            && target.block != block
            && Some(block) != func.recover_block
            && block != func.layout[0]
            // Parameters may only be passed on: nothing else can use them then.
            && params_only_passed_on(func, block, target, &mut uses)
        {
            onward[block] = Some(target.clone());
        }
    }
    for block in func.layout.clone() {
        if func.blocks[block].term.targets().iter().all(|t| onward[t.block].is_none()) {
            continue;
        }
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

/// A block that only branches on one of its parameters.
#[derive(Clone)]
struct Test {
    /// The parameter's index.
    param: usize,
    /// Whether the branch is on the parameter's complement.
    negated: bool,
    then: BlockCall,
    else_: BlockCall,
}

/// An edge that passes a constant to a block that only branches on it goes to where the branch leads.
fn thread_decided_branches(func: &mut Func) -> bool {
    let mut tests: SecondaryMap<BlockId, Option<Test>> = SecondaryMap::new();
    let mut uses: Option<SecondaryMap<ValueId, u32>> = None;
    for &block in &func.layout {
        if let Some(test) = branch_on_param(func, block) {
            let uses = uses.get_or_insert_with(|| count_uses(func));
            if only_used_in(func, block, uses) {
                tests[block] = Some(test);
            }
        }
    }
    if uses.is_none() {
        return false;
    }
    let mut changed = false;
    for block in func.layout.clone() {
        let mut term = std::mem::take(&mut func.blocks[block].term);
        for target in term.targets_mut() {
            let Some(test) = &tests[target.block] else { continue };
            let Some(c) = constant(func, target.args[test.param]) else { continue };
            let next = if (c & 0xff != 0) != test.negated { &test.then } else { &test.else_ };
            if next.block == target.block {
                continue;
            }
            let params = &func.blocks[target.block].params;
            let args = next.args.iter().map(|a| params.iter().position(|p| p == a).map_or(*a, |i| target.args[i])).collect();
            *target = BlockCall { block: next.block, args };
            changed = true;
        }
        func.blocks[block].term = term;
    }
    changed
}

fn branch_on_param(func: &Func, block: BlockId) -> Option<Test> {
    let data = &func.blocks[block];
    let Terminator::Branch { cond, then, else_ } = &data.term else { return None };
    if block == func.layout[0] || Some(block) == func.recover_block {
        return None;
    }
    let (cond, negated) = match data.insts.as_slice() {
        [] => (*cond, false),
        &[inst] if func.insts[inst].op == Op::Un(UnOp::BoolNot) && func.insts[inst].results[0] == *cond => {
            (func.insts[inst].args[0], true)
        }
        _ => return None,
    };
    let param = data.params.iter().position(|&p| p == cond)?;
    Some(Test { param, negated, then: then.clone(), else_: else_.clone() })
}

/// How often each value is an operand.
fn count_uses(func: &Func) -> SecondaryMap<ValueId, u32> {
    let mut uses: SecondaryMap<ValueId, u32> = SecondaryMap::new();
    for &block in &func.layout {
        for &inst in &func.blocks[block].insts {
            func.insts[inst].args.iter().for_each(|&a| uses[a] += 1);
        }
        func.blocks[block].term.operands().into_iter().for_each(|v| uses[v] += 1);
    }
    uses
}

/// Whether nothing outside of the block uses what it defines.
fn only_used_in(func: &Func, block: BlockId, uses: &SecondaryMap<ValueId, u32>) -> bool {
    let data = &func.blocks[block];
    let mut inside: FxHashMap<ValueId, u32> = FxHashMap::default();
    for &inst in &data.insts {
        func.insts[inst].args.iter().for_each(|&a| *inside.entry(a).or_default() += 1);
    }
    data.term.operands().into_iter().for_each(|v| *inside.entry(v).or_default() += 1);
    let negations = data.insts.iter().flat_map(|&i| func.insts[i].results.iter());
    // The negation is only the condition: as an argument it would be needed on the threaded path.
    let negated_once = negations.clone().all(|r| uses[*r] == 1);
    negated_once && data.params.iter().chain(negations).all(|v| uses[*v] == inside.get(v).copied().unwrap_or(0))
}

/// Whether a block that only jumps on uses its parameters there alone: another block may use them if this one dominates it.
fn params_only_passed_on(func: &Func, block: BlockId, target: &BlockCall, uses: &mut Option<SecondaryMap<ValueId, u32>>) -> bool {
    let params = &func.blocks[block].params;
    if params.is_empty() {
        return true;
    }
    if target.args.len() > 8 || params.len() > 8 {
        return false;
    }
    let uses = uses.get_or_insert_with(|| count_uses(func));
    params.iter().all(|p| uses[*p] as usize == target.args.iter().filter(|a| *a == p).count())
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
                if arg == param {
                    continue;
                }
                let first = *only.get_or_insert(arg);
                same &= first == arg;
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
