//! Promotes allocations to SSA values: scalar replacement of aggregates and mem2reg in one.
//!
//! An allocation whose address is only used by loads and stores of disjoint, consistently typed pieces needs no memory.
//! Each piece becomes a variable; block parameters go to the iterated dominance frontier of its definitions where it is
//! live (Cytron et al., pruned). Allocations that the recovery block reads ([`Func::pinned`]) keep their memory.

use crate::opt::rewrite::Replacements;
use cranelift_entity::{PrimaryMap, SecondaryMap};
use golift_ssa::cfg::successors;
use golift_ssa::{
    Keep,
    BlockId, Cfg, Check, CmpOp, Dominators, Func, InstId, Layout, LayoutId, Module, Op, Site, SiteId, Ty, ValueDef, ValueId,
};
use rustc_hash::{FxHashMap, FxHashSet};

/// Larger objects stay in memory: their pieces would not fit in registers.
const MAX_SIZE: u64 = 256;
/// More pieces than this stay in memory.
const MAX_PIECES: usize = 16;

/// Promotes what can be promoted in every function.
pub fn promote_allocations(module: &mut Module) {
    let Module { funcs, sites, layouts, .. } = module;
    for func in funcs.values_mut() {
        promote_func(func, sites, layouts);
    }
}

/// Promotes what can be promoted in one function.
pub(crate) fn promote_func(func: &mut Func, sites: &PrimaryMap<SiteId, Site>, layouts: &PrimaryMap<LayoutId, Layout>) {
    let size = |site: SiteId| sites[site].layout.filter(|_| sites[site].keep == Keep::No).map_or(u64::MAX, |l| layouts[l].size);
    // Promoting a holder of pointers can make the pointed-to objects promotable.
    for _ in 0..4 {
        if !promote_in(func, &size) {
            break;
        }
    }
}

/// An instruction's meaning for a promoted allocation.
#[derive(Clone, Copy)]
enum Action {
    /// The allocation: all pieces (from, count) become zero.
    Init(u32, u32),
    /// The result is the piece's value.
    Read(u32),
    /// The piece becomes the second operand.
    Write(u32),
    /// Pieces from, count become zero.
    Clear(u32, u32),
    /// Only computes an address or checks it.
    Drop,
    /// A comparison of the address with nil: the result is this constant.
    Const(i64),
}

struct Piece {
    offset: i64,
    ty: Ty,
    alloc: u32,
}

fn promote_in(func: &mut Func, size: &dyn Fn(SiteId) -> u64) -> bool {
    let mut derived: FxHashMap<ValueId, (ValueId, i64)> = FxHashMap::default();
    let cfg = Cfg::compute(func);
    for &block in cfg.order() {
        for &inst in &func.blocks[block].insts {
            let data = &func.insts[inst];
            match data.op {
                Op::Alloc(site) if size(site) <= MAX_SIZE => {
                    let v = data.results[0];
                    if !func.pinned.contains(&v) {
                        derived.insert(v, (v, 0));
                    }
                }
                Op::AddrOff(off) => {
                    if let Some(&(root, at)) = derived.get(&data.args[0]) {
                        derived.insert(data.results[0], (root, at + off));
                    }
                }
                _ => {}
            }
        }
    }
    if derived.is_empty() {
        return false;
    }
    let rejected = find_rejected(func, &cfg, &derived);
    let (pieces, rejected) = find_pieces(func, &cfg, &derived, rejected);
    let promoted = |v: ValueId| derived.get(&v).filter(|(root, _)| !rejected.contains(root)).copied();
    if !derived.values().any(|(root, _)| !rejected.contains(root)) {
        return false;
    }
    // Pieces sorted by (allocation, offset): each allocation's are contiguous.
    let range = |root: ValueId, lo: i64, hi: i64| {
        let from = pieces.partition_point(|p| (p.alloc, p.offset) < (root.as_u32(), lo));
        let to = pieces.partition_point(|p| (p.alloc, p.offset) < (root.as_u32(), hi));
        (from as u32, (to - from) as u32)
    };
    let mut actions: FxHashMap<InstId, Action> = FxHashMap::default();
    for &block in cfg.order() {
        for &inst in &func.blocks[block].insts {
            let data = &func.insts[inst];
            let action = match data.op {
                Op::Alloc(_) => promoted(data.results[0]).map(|(root, _)| {
                    let (from, n) = range(root, i64::MIN, i64::MAX);
                    Action::Init(from, n)
                }),
                Op::AddrOff(_) => promoted(data.args[0]).map(|_| Action::Drop),
                Op::Load(off, _) => promoted(data.args[0]).map(|(root, at)| {
                    let at = at + i64::from(off);
                    Action::Read(range(root, at, at + 1).0)
                }),
                Op::Store(off, _) => promoted(data.args[0]).map(|(root, at)| {
                    let at = at + i64::from(off);
                    Action::Write(range(root, at, at + 1).0)
                }),
                Op::MemZero(size, _) => promoted(data.args[0]).map(|(root, at)| {
                    let (from, n) = range(root, at, at + size as i64);
                    Action::Clear(from, n)
                }),
                Op::Check(Check::Nil) => promoted(data.args[0]).map(|_| Action::Drop),
                Op::Cmp(cmp) => data
                    .args
                    .iter()
                    .any(|&a| promoted(a).is_some())
                    .then_some(Action::Const(i64::from(cmp == CmpOp::Ne))),
                _ => None,
            };
            if let Some(action) = action {
                actions.insert(inst, action);
            }
        }
    }
    rename(func, &cfg, &pieces, &actions);
    true
}

/// Allocations with a use that needs the address.
fn find_rejected(func: &Func, cfg: &Cfg, derived: &FxHashMap<ValueId, (ValueId, i64)>) -> FxHashSet<ValueId> {
    let mut rejected = FxHashSet::default();
    let mut reject = |v: &ValueId| {
        if let Some((root, _)) = derived.get(v) {
            rejected.insert(*root);
        }
    };
    for &block in cfg.order() {
        for &inst in &func.blocks[block].insts {
            let data = &func.insts[inst];
            let is_zero = |v: ValueId| match func.values[v].def {
                ValueDef::Result(i, _) => func.insts[i].op == Op::IConst(0),
                ValueDef::Param(..) => false,
            };
            match data.op {
                Op::Load(..) | Op::MemZero(..) | Op::AddrOff(_) | Op::Check(Check::Nil) => {}
                Op::Store(..) => reject(&data.args[1]),
                Op::Cmp(CmpOp::Eq | CmpOp::Ne) if data.args.iter().any(|&a| is_zero(a)) => {}
                _ => data.args.iter().for_each(&mut reject),
            }
        }
        func.blocks[block].term.operands().iter().for_each(&mut reject);
    }
    rejected
}

/// The pieces of the allocations that are not rejected, sorted; allocations with overlapping or too many pieces are added
/// to the rejected ones.
fn find_pieces(
    func: &Func,
    cfg: &Cfg,
    derived: &FxHashMap<ValueId, (ValueId, i64)>,
    mut rejected: FxHashSet<ValueId>,
) -> (Vec<Piece>, FxHashSet<ValueId>) {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut clears: Vec<(ValueId, i64, i64)> = Vec::new();
    for &block in cfg.order() {
        for &inst in &func.blocks[block].insts {
            let data = &func.insts[inst];
            let Some(&(root, at)) = data.args.first().and_then(|a| derived.get(a)) else { continue };
            if rejected.contains(&root) {
                continue;
            }
            let (off, ty) = match data.op {
                Op::Load(off, _) => (off, func.ty(data.results[0])),
                Op::Store(off, _) => (off, func.ty(data.args[1])),
                Op::MemZero(size, _) => {
                    clears.push((root, at, at + size as i64));
                    continue;
                }
                _ => continue,
            };
            pieces.push(Piece { offset: at + i64::from(off), ty, alloc: root.as_u32() });
        }
    }
    pieces.sort_by_key(|p| (p.alloc, p.offset));
    pieces.dedup_by(|a, b| (a.alloc, a.offset, a.ty) == (b.alloc, b.offset, b.ty));
    for pair in pieces.windows(2) {
        let (a, b) = (&pair[0], &pair[1]);
        if a.alloc == b.alloc && a.offset + size_of(a.ty) > b.offset {
            rejected.insert(ValueId::from_u32(a.alloc));
        }
    }
    for (root, lo, hi) in clears {
        let partly = |p: &Piece| {
            let end = p.offset + size_of(p.ty);
            p.alloc == root.as_u32() && p.offset < hi && end > lo && (p.offset < lo || end > hi)
        };
        if pieces.iter().any(partly) {
            rejected.insert(root);
        }
    }
    let mut counts: FxHashMap<u32, usize> = FxHashMap::default();
    for p in &pieces {
        *counts.entry(p.alloc).or_default() += 1;
    }
    for p in &pieces {
        if counts[&p.alloc] > MAX_PIECES {
            rejected.insert(ValueId::from_u32(p.alloc));
        }
    }
    pieces.retain(|p| !rejected.contains(&ValueId::from_u32(p.alloc)));
    (pieces, rejected)
}

/// Bytes of a value in memory.
pub(crate) fn size_of(ty: Ty) -> i64 {
    match ty {
        Ty::I8 => 1,
        Ty::I16 => 2,
        Ty::I32 | Ty::F32 => 4,
        Ty::I64 | Ty::F64 | Ty::Ptr => 8,
    }
}

/// Places block parameters and replaces reads by the reaching definitions.
fn rename(func: &mut Func, cfg: &Cfg, pieces: &[Piece], actions: &FxHashMap<InstId, Action>) {
    let dom = Dominators::compute(func, cfg);
    let params = place_params(func, cfg, &dom, pieces, actions);
    let mut replaced = Replacements::default();
    // Values of the pieces at the end of each block, inherited along the dominator tree.
    let mut at_end: SecondaryMap<BlockId, Vec<Option<ValueId>>> = SecondaryMap::new();
    for &block in dom.preorder() {
        let mut now = match dom.idom(block) {
            Some(d) => at_end[d].clone(),
            None => vec![None; pieces.len()],
        };
        for &(piece, value) in &params[block] {
            now[piece as usize] = Some(value);
        }
        let mut kept = Vec::with_capacity(func.blocks[block].insts.len());
        for inst in std::mem::take(&mut func.blocks[block].insts) {
            let Some(&action) = actions.get(&inst) else {
                kept.push(inst);
                continue;
            };
            match action {
                Action::Init(from, n) | Action::Clear(from, n) => {
                    for piece in from..from + n {
                        let zero = make_zero(func, pieces[piece as usize].ty, inst);
                        now[piece as usize] = Some(func.insts[zero].results[0]);
                        kept.push(zero);
                    }
                }
                Action::Read(piece) => {
                    let value = now[piece as usize].expect("an allocation dominates its loads");
                    replaced.set(func.insts[inst].results[0], value);
                }
                Action::Write(piece) => now[piece as usize] = Some(func.insts[inst].args[1]),
                Action::Drop => {}
                Action::Const(c) => {
                    let data = &mut func.insts[inst];
                    data.op = Op::IConst(c);
                    data.args.clear();
                    kept.push(inst);
                }
            }
        }
        func.blocks[block].insts = kept;
        at_end[block] = now;
    }
    for &block in dom.preorder() {
        let now = &at_end[block];
        for target in func.blocks[block].term.targets_mut() {
            for &(piece, _) in &params[target.block] {
                target.args.push(now[piece as usize].expect("the piece is live along this edge"));
            }
        }
    }
    replaced.apply(func);
}

fn make_zero(func: &mut Func, ty: Ty, at: InstId) -> InstId {
    let op = if matches!(ty, Ty::F32 | Ty::F64) { Op::FConst(0) } else { Op::IConst(0) };
    let loc = func.insts[at].loc;
    func.make_inst(op, &[], &[ty], loc)
}

/// Adds the block parameters; returns (piece, parameter) for each block.
fn place_params(
    func: &mut Func,
    cfg: &Cfg,
    dom: &Dominators,
    pieces: &[Piece],
    actions: &FxHashMap<InstId, Action>,
) -> SecondaryMap<BlockId, Vec<(u32, ValueId)>> {
    let n = pieces.len();
    let mut defs: Vec<Vec<BlockId>> = vec![Vec::new(); n];
    let mut live_in: Vec<FxHashSet<BlockId>> = vec![FxHashSet::default(); n];
    let mut exposed: Vec<Vec<BlockId>> = vec![Vec::new(); n];
    for &block in cfg.order() {
        for &inst in &func.blocks[block].insts {
            match actions.get(&inst) {
                Some(&(Action::Init(from, count) | Action::Clear(from, count))) => {
                    (from..from + count).for_each(|p| push_once(&mut defs[p as usize], block));
                }
                Some(&Action::Write(p)) => push_once(&mut defs[p as usize], block),
                Some(&Action::Read(p)) if defs[p as usize].last() != Some(&block) => {
                    push_once(&mut exposed[p as usize], block);
                }
                _ => {}
            }
        }
    }
    let frontiers = dominance_frontiers(func, cfg, dom);
    let mut params: SecondaryMap<BlockId, Vec<(u32, ValueId)>> = SecondaryMap::new();
    for piece in 0..n {
        let mut work = std::mem::take(&mut exposed[piece]);
        while let Some(b) = work.pop() {
            if live_in[piece].insert(b) {
                work.extend(cfg.preds(b).iter().filter(|p| !defs[piece].contains(p)));
            }
        }
        let mut placed: FxHashSet<BlockId> = FxHashSet::default();
        let mut work = defs[piece].clone();
        while let Some(b) = work.pop() {
            for &f in &frontiers[b] {
                if live_in[piece].contains(&f) && placed.insert(f) {
                    let value = func.add_block_param(f, pieces[piece].ty);
                    params[f].push((piece as u32, value));
                    work.push(f);
                }
            }
        }
    }
    params
}

fn push_once(list: &mut Vec<BlockId>, block: BlockId) {
    if list.last() != Some(&block) {
        list.push(block);
    }
}

fn dominance_frontiers(func: &Func, cfg: &Cfg, dom: &Dominators) -> SecondaryMap<BlockId, Vec<BlockId>> {
    let mut frontiers: SecondaryMap<BlockId, Vec<BlockId>> = SecondaryMap::new();
    for &block in cfg.order() {
        for s in successors(func, block) {
            let mut at = Some(block);
            while let Some(b) = at {
                if dom.idom(s) == Some(b) {
                    break;
                }
                push_once(&mut frontiers[b], s);
                at = dom.idom(b);
            }
        }
    }
    frontiers
}
