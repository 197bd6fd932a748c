//! Objects that escape on some paths only are copied to the heap there.
//!
//! Input: a function, the sites that are on the heap because their objects escape, and what calls keep. An object whose
//! address is the allocation's result and what is computed from it, and that escapes in instructions which a run of the
//! function can avoid, is copied in front of the first such instruction of a path; the copy takes its place in
//! everything that follows. Until then nobody else has the address, so that two addresses show to nobody. Where paths
//! with and without a copy meet, a block parameter holds the copy or nil; what does not let the object escape selects the
//! copy or the original, and in front of what does a copy is made if there is none. So the original's address never
//! reaches what lets it escape and can go to the frame: placement decides, and the caller undoes what did not help.
//! Source: Stadler, Würthinger and Mössenböck, Partial Escape Analysis and Scalar Replacement for Java (2014), in a form
//! that keeps the object in memory.

use crate::opt::sink_allocations::can_avoid;
use cranelift_entity::{PrimaryMap, SecondaryMap};
use golift_abi::Builtin;
use golift_abi::builtin::NOESCAPE;
use golift_ssa::{
    Keep,
    Block, BlockCall, BlockId, Cfg, CmpOp, ConvOp, Dominators, Func, InstId, Layout, LayoutId, Loops, MemFlags, Op, Site, SiteId,
    SiteKind, Terminator, Ty, ValueDef, ValueId,
};
use rustc_hash::{FxHashMap, FxHashSet};

/// Larger objects are not worth a copy.
const MAX_SIZE: u64 = 512;
/// So many objects of one function are copied at most.
const MAX_OBJECTS: usize = 32;

/// Whether a call keeps what its n-th operand points to, or gives it back.
pub(crate) type Keeps<'a> = &'a dyn Fn(&Func, InstId, usize) -> bool;

/// An allocation with what uses it.
pub(crate) struct Object {
    site: SiteId,
    alloc: InstId,
    block: BlockId,
    /// The first instruction of each block that lets the object escape.
    escapes: FxHashMap<BlockId, InstId>,
    used_in: FxHashSet<BlockId>,
    /// Its address is used in a way that cannot be followed.
    rejected: bool,
}

/// The objects of these sites that can be copied where they escape, and where that may save the allocation.
pub(crate) fn find_objects(
    func: &Func,
    sites: &PrimaryMap<SiteId, Site>,
    layouts: &PrimaryMap<LayoutId, Layout>,
    wanted: &FxHashSet<SiteId>,
    keeps: Keeps,
) -> Vec<Object> {
    let small = |site: SiteId| sites[site].layout.is_some_and(|l| (1..=MAX_SIZE).contains(&layouts[l].size));
    let candidate = |inst: InstId| match func.insts[inst].op {
        Op::Alloc(s) if wanted.contains(&s) && sites[s].kind != SiteKind::Temp && sites[s].keep == Keep::No && small(s) => {
            (!func.pinned.contains(&func.result(inst))).then_some(s)
        }
        _ => None,
    };
    if !func.layout.iter().any(|&b| func.blocks[b].insts.iter().any(|&i| candidate(i).is_some())) {
        return Vec::new();
    }
    let cfg = Cfg::compute(func);
    let mut objects: Vec<Object> = Vec::new();
    let mut derived: FxHashMap<ValueId, usize> = FxHashMap::default();
    for &block in cfg.order() {
        for &inst in &func.blocks[block].insts {
            let data = &func.insts[inst];
            if let Some(site) = candidate(inst) {
                derived.insert(data.results[0], objects.len());
                let (escapes, used_in) = (FxHashMap::default(), FxHashSet::default());
                objects.push(Object { site, alloc: inst, block, escapes, used_in, rejected: false });
                continue;
            }
            for (i, arg) in data.args.iter().enumerate() {
                let Some(&n) = derived.get(arg) else { continue };
                if matches!(data.op, Op::AddrOff(_) | Op::ElemAddr { .. }) {
                    derived.insert(data.results[0], n);
                    continue;
                }
                objects[n].used_in.insert(block);
                match data.op {
                    Op::Select | Op::Conv(ConvOp::PtrToInt) => objects[n].rejected = true,
                    _ if lets_escape(func, inst, i, keeps) => {
                        objects[n].escapes.entry(block).or_insert(inst);
                    }
                    _ => {}
                }
            }
        }
        for v in func.blocks[block].term.operands() {
            if let Some(&n) = derived.get(&v) {
                objects[n].rejected = true;
            }
        }
    }
    objects.retain(|o| !o.rejected && !o.escapes.is_empty() && !o.escapes.contains_key(&o.block));
    if objects.is_empty() {
        return objects;
    }
    let dom = Dominators::compute(func, &cfg);
    let loops = Loops::compute(func, &cfg, &dom);
    objects.retain(|o| {
        let always = |(&block, _): (&BlockId, &InstId)| always_in_iteration(&dom, &loops, o.block, block);
        can_avoid(func, &cfg, o.block, &|b| o.escapes.contains_key(&b)) && !o.escapes.iter().any(always)
    });
    objects
}

/// Whether a block is met in every iteration of a loop that is not around `outside`.
fn always_in_iteration(dom: &Dominators, loops: &Loops, outside: BlockId, block: BlockId) -> bool {
    let mut inner = loops.around(block).take_while(|&index| !loops.contains(index, outside));
    inner.any(|index| loops.loops[index].latches.iter().all(|&latch| dom.dominates(block, latch)))
}

/// Whether somebody else may have the address that is the n-th operand after the instruction.
fn lets_escape(func: &Func, inst: InstId, n: usize, keeps: Keeps) -> bool {
    match func.insts[inst].op {
        Op::Load(..) | Op::MemZero(..) | Op::MemCopy(..) | Op::Check(_) | Op::Cmp(_) => false,
        Op::Store(..) | Op::Atomic(_) => n != 0,
        Op::CallBuiltin(b, _) => {
            let reads = match b {
                Builtin::rt_chansend | Builtin::rt_chanrecv | Builtin::rt_concat | Builtin::rt_growslice => n == 1,
                Builtin::rt_mapassign => n == 2,
                _ => false,
            };
            b.info().flags & NOESCAPE == 0 && !reads
        }
        Op::Call(_) | Op::CallClosure | Op::CallIface { .. } => keeps(func, inst, n),
        _ => true,
    }
}

/// Copies the objects of these sites where they escape; returns the sites of those that it found.
pub(crate) fn materialize_escapes(
    func: &mut Func,
    sites: &mut PrimaryMap<SiteId, Site>,
    layouts: &PrimaryMap<LayoutId, Layout>,
    wanted: &FxHashSet<SiteId>,
    keeps: Keeps,
) -> Vec<SiteId> {
    let mut left = wanted.clone();
    let mut done = Vec::new();
    // What is stored into an object that is copied escapes with the copy: each object is looked at anew.
    while done.len() < MAX_OBJECTS {
        let objects = find_objects(func, sites, layouts, &left, keeps);
        let Some(object) = objects.first() else { break };
        let old = &sites[object.site];
        let copy = Site { origin: Some(old.origin.unwrap_or(object.site)), ..old.clone() };
        let Some(size) = old.layout.map(|l| layouts[l].size) else { break };
        let copy = sites.push(copy);
        Rewriter::new(func, object, copy, size).run();
        left.remove(&object.site);
        done.push(object.site);
    }
    done
}

/// At the start of a block the original may be the object, or a copy, or one of both.
const ORIGINAL: u8 = 1;
const COPY: u8 = 2;

struct Rewriter<'a> {
    func: &'a mut Func,
    object: &'a Object,
    original: ValueId,
    site: SiteId,
    size: u64,
    /// The blocks that the allocation dominates, in reverse postorder; it comes first.
    inside: Vec<BlockId>,
    cfg: Cfg,
    state: SecondaryMap<BlockId, u8>,
    /// The parameter that is the copy, or nil.
    params: SecondaryMap<BlockId, Option<ValueId>>,
    /// The copy, or a value that may be nil, at the end of a block; none: there is no copy.
    at_end: SecondaryMap<BlockId, Option<ValueId>>,
}

impl<'a> Rewriter<'a> {
    fn new(func: &'a mut Func, object: &'a Object, site: SiteId, size: u64) -> Rewriter<'a> {
        let cfg = Cfg::compute(func);
        let dom = Dominators::compute(func, &cfg);
        let inside = cfg.order().iter().copied().filter(|&b| dom.dominates(object.block, b)).collect();
        let original = func.result(object.alloc);
        Rewriter {
            func,
            object,
            original,
            site,
            size,
            inside,
            cfg,
            state: SecondaryMap::new(),
            params: SecondaryMap::new(),
            at_end: SecondaryMap::new(),
        }
    }

    fn run(&mut self) {
        self.find_states();
        let live = self.live_blocks();
        for &block in &self.inside[1..] {
            if live.contains(&block) && self.state[block] != ORIGINAL && self.cfg.preds(block).len() > 1 {
                self.params[block] = Some(self.func.add_block_param(block, Ty::Ptr));
            }
        }
        let mut ends: SecondaryMap<BlockId, Option<BlockId>> = SecondaryMap::new();
        for block in self.inside.clone() {
            ends[block] = Some(self.rewrite(block));
        }
        for block in self.inside.clone() {
            let end = ends[block].unwrap_or(block);
            if !self.func.blocks[end].term.targets().iter().any(|t| self.params[t.block].is_some()) {
                continue;
            }
            let copy = match self.at_end[block] {
                Some(copy) => copy,
                None => {
                    let nil = self.func.append(end, Op::IConst(0), &[], &[Ty::Ptr], None);
                    self.func.result(nil)
                }
            };
            for target in self.func.blocks[end].term.targets_mut() {
                if self.params[target.block].is_some() {
                    target.args.push(copy);
                }
            }
        }
    }

    fn find_states(&mut self) {
        loop {
            let mut changed = false;
            for &block in &self.inside[1..] {
                let mut state = 0;
                for &p in self.cfg.preds(block) {
                    state |= match () {
                        () if p == self.object.block => ORIGINAL,
                        () if self.object.escapes.contains_key(&p) => COPY,
                        () => self.state[p],
                    };
                }
                changed |= state != self.state[block];
                self.state[block] = state;
            }
            if !changed {
                break;
            }
        }
    }

    /// The blocks at whose start the object is still used later.
    fn live_blocks(&self) -> FxHashSet<BlockId> {
        let mut live: FxHashSet<BlockId> = FxHashSet::default();
        let mut work: Vec<BlockId> = self.inside.iter().copied().filter(|b| self.object.used_in.contains(b)).collect();
        while let Some(block) = work.pop() {
            if block != self.object.block && live.insert(block) {
                work.extend(self.cfg.preds(block).iter().copied());
            }
        }
        live
    }

    /// Rewrites the uses in a block; returns the block that has its terminator now.
    fn rewrite(&mut self, block: BlockId) -> BlockId {
        let state = if block == self.object.block { ORIGINAL } else { self.state[block] };
        let mut copy = match (self.params[block], state) {
            (Some(param), _) => Some(param),
            (None, ORIGINAL) => None,
            (None, _) => match self.cfg.preds(block) {
                &[only] => self.at_end[only],
                // Not used from here on.
                _ => None,
            },
        };
        let mut now = match (state, copy) {
            (COPY, Some(copy)) => Some(copy),
            (_, Some(_)) => None,
            _ => Some(self.original),
        };
        let escape = self.object.escapes.get(&block).copied().filter(|_| state & ORIGINAL != 0);
        let mut end = block;
        for inst in std::mem::take(&mut self.func.blocks[block].insts) {
            if escape == Some(inst) {
                let made = match copy {
                    None => self.copy(end, inst),
                    Some(copy) => {
                        let (made, next) = self.copy_unless_copied(end, copy, inst);
                        end = next;
                        made
                    }
                };
                (copy, now) = (Some(made), Some(made));
            }
            let data = &self.func.insts[inst];
            if now != Some(self.original) && !matches!(data.op, Op::AddrOff(_) | Op::ElemAddr { .. }) {
                for i in 0..data.args.len() {
                    let arg = self.func.insts[inst].args[i];
                    if self.is_derived(arg) {
                        let object = match (now, copy) {
                            (Some(object), _) => object,
                            (None, Some(copy)) => self.select(end, copy, inst),
                            (None, None) => self.original,
                        };
                        now = Some(object);
                        self.func.insts[inst].args[i] = self.rebuild(end, arg, object);
                    }
                }
            }
            self.func.blocks[end].insts.push(inst);
        }
        self.at_end[block] = copy;
        end
    }

    /// The address in the original that a value is computed from, with the instruction that computes it.
    fn base(&self, v: ValueId) -> Option<(InstId, ValueId)> {
        let ValueDef::Result(inst, _) = self.func.values[v].def else { return None };
        let data = &self.func.insts[inst];
        matches!(data.op, Op::AddrOff(_) | Op::ElemAddr { .. }).then(|| (inst, data.args[0]))
    }

    fn is_derived(&self, mut v: ValueId) -> bool {
        while let Some((_, base)) = self.base(v) {
            v = base;
        }
        v == self.original
    }

    /// The same address in another object.
    fn rebuild(&mut self, block: BlockId, v: ValueId, object: ValueId) -> ValueId {
        if v == self.original {
            return object;
        }
        let Some((inst, base)) = self.base(v) else { return v };
        let base = self.rebuild(block, base, object);
        let (op, loc) = (self.func.insts[inst].op.clone(), self.func.insts[inst].loc);
        let mut args = self.func.insts[inst].args.clone();
        args[0] = base;
        let new = self.func.append(block, op, &args, &[Ty::Ptr], loc);
        self.func.result(new)
    }

    /// A copy on the heap, made at the end of a block in front of `inst`.
    fn copy(&mut self, block: BlockId, inst: InstId) -> ValueId {
        let loc = self.func.insts[inst].loc;
        let new = self.func.append(block, Op::Alloc(self.site), &[], &[Ty::Ptr], loc);
        let new = self.func.result(new);
        self.func.append(block, Op::MemCopy(self.size, MemFlags::default()), &[new, self.original], &[], loc);
        new
    }

    /// Whether there is no copy yet.
    fn is_nil(&mut self, block: BlockId, copy: ValueId, inst: InstId) -> ValueId {
        let loc = self.func.insts[inst].loc;
        let nil = self.func.append(block, Op::IConst(0), &[], &[Ty::Ptr], loc);
        let nil = self.func.result(nil);
        let compared = self.func.append(block, Op::Cmp(CmpOp::Eq), &[copy, nil], &[Ty::I8], loc);
        self.func.result(compared)
    }

    /// The copy if there is one, else the original.
    fn select(&mut self, block: BlockId, copy: ValueId, inst: InstId) -> ValueId {
        let cond = self.is_nil(block, copy, inst);
        let loc = self.func.insts[inst].loc;
        let object = self.func.append(block, Op::Select, &[cond, self.original, copy], &[Ty::Ptr], loc);
        self.func.result(object)
    }

    /// A copy, if there is none yet. Returns it and the block where control goes on.
    fn copy_unless_copied(&mut self, block: BlockId, copy: ValueId, inst: InstId) -> (ValueId, BlockId) {
        let loc = self.func.insts[inst].loc;
        let cond = self.is_nil(block, copy, inst);
        let term = std::mem::take(&mut self.func.blocks[block].term);
        let term_loc = std::mem::replace(&mut self.func.blocks[block].term_loc, loc);
        let cold = self.func.blocks[block].cold;
        let next = self.func.blocks.push(Block { term, term_loc, cold, ..Block::default() });
        let param = self.func.add_block_param(next, Ty::Ptr);
        let make = self.func.blocks.push(Block { term_loc: loc, cold: true, ..Block::default() });
        let to = |block: BlockId, args: Vec<ValueId>| BlockCall { block, args };
        self.func.blocks[block].term = Terminator::Branch { cond, then: to(make, Vec::new()), else_: to(next, vec![copy]) };
        let new = self.copy(make, inst);
        self.func.blocks[make].term = Terminator::Jump(to(next, vec![new]));
        let position = self.func.layout.iter().position(|&b| b == block).map_or(self.func.layout.len(), |at| at + 1);
        self.func.layout.splice(position..position, [make, next]);
        (param, next)
    }
}
