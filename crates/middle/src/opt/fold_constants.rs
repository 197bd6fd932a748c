//! Makes constants of what is known when compiling: masks, widenings and comparisons of constants, and integers in read-only
//! data, such as the kind and the flags in a type descriptor. Control flow stays: `simplify_cfg` decides the branches.
//!
//! Only integers are read from data, of bytes that no relocation fills. Pointers stay loads: where they come from is
//! what the escape analysis follows.

use crate::opt::promote::size_of;
use crate::opt::simplify_cfg::{compare, constant};
use cranelift_entity::PrimaryMap;
use golift_ssa::{BinOp, CmpOp, ConvOp, Data, DataId, DataKind, Func, InstId, Op, Ty, ValueDef, ValueId};

/// The size of an address that a relocation fills in.
const RELOC_SIZE: i64 = 8;

/// Folds in one function, operands first where the layout has them first.
pub(crate) fn fold_constants(func: &mut Func, data: &PrimaryMap<DataId, Data>) {
    for b in 0..func.layout.len() {
        let block = func.layout[b];
        for i in 0..func.blocks[block].insts.len() {
            let inst = func.blocks[block].insts[i];
            if let Some(value) = folded(func, data, inst) {
                func.insts[inst].op = Op::IConst(value);
                func.insts[inst].args.clear();
            }
        }
    }
}

/// The constant that an instruction computes.
fn folded(func: &Func, data: &PrimaryMap<DataId, Data>, inst: InstId) -> Option<i64> {
    let op = &func.insts[inst].op;
    let args = &func.insts[inst].args;
    match *op {
        Op::Bin(BinOp::And) => Some(constant(func, args[0])? & constant(func, args[1])?),
        Op::Conv(ConvOp::ZExt) => {
            let unused = 64 - bits(func.ty(args[0]))?;
            Some(((constant(func, args[0])? as u64) << unused >> unused) as i64)
        }
        Op::Cmp(op) => match (address(func, args[0]), address(func, args[1])) {
            (None, None) => {
                compare(op, constant(func, args[0])?, constant(func, args[1])?, func.ty(args[0])).map(i64::from)
            }
            (Some(_), Some(_)) => None,
            (known, _) => {
                // No data is at address 0.
                let other = if known.is_some() { args[1] } else { args[0] };
                match (op, constant(func, other)?) {
                    (CmpOp::Eq, 0) => Some(0),
                    (CmpOp::Ne, 0) => Some(1),
                    _ => None,
                }
            }
        },
        Op::Load(offset, _) => {
            let (id, at) = address(func, args[0])?;
            read(&data[id], at.checked_add(i64::from(offset))?, func.ty(func.insts[inst].results[0]))
        }
        _ => None,
    }
}

/// The data of which a value is an address, and the offset in it.
pub(crate) fn address(func: &Func, v: ValueId) -> Option<(DataId, i64)> {
    let ValueDef::Result(inst, _) = func.values[v].def else { return None };
    match func.insts[inst].op {
        Op::DataAddr(id, offset) => Some((id, offset)),
        _ => None,
    }
}

/// The integer that stands in read-only data, sign-extended.
fn read(data: &Data, at: i64, ty: Ty) -> Option<i64> {
    let unused = 64 - bits(ty)?;
    let end = at.checked_add(size_of(ty))?;
    let filled = |offset: u32| i64::from(offset) < end && at < i64::from(offset) + RELOC_SIZE;
    if data.kind != DataKind::ReadOnly || at < 0 || end as u64 > data.size || data.relocs.iter().any(|r| filled(r.offset)) {
        return None;
    }
    let mut value = 0u64;
    for (i, n) in (at as usize..end as usize).enumerate() {
        // What is not listed is zero.
        value |= u64::from(data.bytes.get(n).copied().unwrap_or(0)) << (8 * i);
    }
    Some((value << unused) as i64 >> unused)
}

/// The width of an integer type.
fn bits(ty: Ty) -> Option<u32> {
    match ty {
        Ty::I8 => Some(8),
        Ty::I16 => Some(16),
        Ty::I32 => Some(32),
        Ty::I64 => Some(64),
        Ty::F32 | Ty::F64 | Ty::Ptr => None,
    }
}
