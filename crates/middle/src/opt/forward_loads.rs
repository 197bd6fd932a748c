//! Replaces loads by the values that were stored, or loaded, at the same place before: store-to-load forwarding.
//!
//! Placement is flow-insensitive about memory: what a field ever holds, each load of it may give. After this pass a load gives
//! what the last store wrote wherever that is known (a strong update), so that an overwritten pointer does not escape in place of
//! the present one, and calls of closures from fields become direct.
//!
//! One pass over the blocks in reverse postorder. The state maps places, (root, offset), to the value there; at a join it is what
//! all predecessors agree on, at the head of a loop and in the recovery block nothing. A store forgets what it may overlap:
//! pieces of other allocations never, pieces behind other pointers only if the allocation's address is known outside (it was
//! stored, passed, converted or merged before). Calls and atomics forget everything but the allocations whose address is not.
//!
//! Stores of what is at their place already are dropped: `s = s[:n]` behind a pointer leaves the array's address alone, so
//! nothing is said to flow from what the pointer leads to into its object.

use crate::opt::promote::size_of;
use crate::opt::rewrite::Replacements;
use cranelift_entity::{EntitySet, SecondaryMap};
use golift_abi::builtin::PURE;
use golift_ssa::{BlockId, Cfg, Check, CmpOp, Func, InstId, MemFlags, Module, Op, Ty, ValueDef, ValueId};
use rustc_hash::FxHashMap;

/// A state of more places starts over: each store looks at all of them.
const MAX_PLACES: usize = 32;

/// Forwards in every function.
pub fn forward_loads(module: &mut Module) {
    for func in module.funcs.values_mut() {
        forward_in(func);
    }
}

/// What is at a place.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Known {
    root: ValueId,
    at: i64,
    ty: Ty,
    value: ValueId,
    flags: MemFlags,
}

/// Places and what is known of them: a few, so that a list is copied and searched faster than a map.
type State = Vec<Known>;

/// A pointer as a root and the offset from it, if that is constant.
type Place = (ValueId, Option<i64>);

fn forward_in(func: &mut Func) {
    if !func.layout.iter().flat_map(|&b| &func.blocks[b].insts).any(|&i| matches!(func.insts[i].op, Op::Load(..))) {
        return;
    }
    let cfg = Cfg::compute(func);
    let mut pass = Forward { leaked_somewhere: leaked_somewhere(func, &cfg), ..Forward::default() };
    let mut ends: SecondaryMap<BlockId, Option<State>> = SecondaryMap::new();
    for &block in cfg.order() {
        pass.enter(func, &cfg, block, &ends);
        let insts = std::mem::take(&mut func.blocks[block].insts);
        func.blocks[block].insts = insts.into_iter().filter(|&inst| !pass.is_needless(func, inst)).collect();
        func.blocks[block].term.operands().into_iter().for_each(|v| pass.leak(v));
        ends[block] = Some(std::mem::take(&mut pass.state));
    }
    pass.replaced.apply(func);
}

#[derive(Default)]
struct Forward {
    replaced: Replacements,
    derived: FxHashMap<ValueId, Place>,
    /// Allocations whose address something else than direct loads and stores may have, here or earlier in the order.
    leaked: EntitySet<ValueId>,
    /// The same for the whole function.
    leaked_somewhere: EntitySet<ValueId>,
    state: State,
}

impl Forward {
    /// The state at the head of a block.
    fn enter(&mut self, func: &Func, cfg: &Cfg, block: BlockId, ends: &SecondaryMap<BlockId, Option<State>>) {
        self.state = State::default();
        let preds = cfg.preds(block);
        if Some(block) == func.recover_block || preds.iter().any(|&p| ends[p].is_none()) {
            // Something that comes later in the order runs before this block.
            self.leaked = self.leaked_somewhere.clone();
            return;
        }
        let mut states = preds.iter().filter_map(|&p| ends[p].as_ref());
        if let Some(first) = states.next() {
            self.state.clone_from(first);
            for other in states {
                self.state.retain(|known| other.contains(known));
            }
        }
    }

    /// Goes over an instruction; true if it loads or stores what is known to be there.
    fn is_needless(&mut self, func: &Func, inst: InstId) -> bool {
        let data = &func.insts[inst];
        follow(func, inst, &mut self.derived, |v| self.replaced.resolve(v));
        for v in leaks(func, inst) {
            self.leak(*v);
        }
        match data.op {
            Op::Load(offset, flags) => {
                let (root, Some(at)) = self.place(data.args[0]) else { return false };
                let (at, result) = (at + i64::from(offset), data.results[0]);
                let ty = func.ty(result);
                match self.state.iter().find(|k| k.root == root && k.at == at) {
                    Some(known) if known.ty == ty => {
                        self.replaced.set(result, known.value);
                        return true;
                    }
                    Some(_) => {}
                    None => self.learn(Known { root, at, ty, value: result, flags }),
                }
            }
            Op::Store(offset, flags) => {
                let value = self.replaced.resolve(data.args[1]);
                let ty = func.ty(value);
                let (root, at) = self.place(data.args[0]);
                let at = at.map(|at| at + i64::from(offset));
                if self.state.iter().any(|k| k.root == root && Some(k.at) == at && k.ty == ty && k.value == value) {
                    return true;
                }
                self.forget(func, root, at, size_of(ty) as u64, flags);
                if let Some(at) = at {
                    self.learn(Known { root, at, ty, value, flags });
                }
            }
            Op::MemZero(size, flags) => {
                let (root, at) = self.place(data.args[0]);
                self.forget(func, root, at, size, flags);
            }
            Op::MemCopy(size, flags) => {
                let (to, from) = (self.place(data.args[0]), self.place(data.args[1]));
                let copied = self.copied(to, from, size);
                self.forget(func, to.0, to.1, size, flags);
                copied.into_iter().for_each(|known| self.learn(known));
            }
            Op::Atomic(_) | Op::Call(_) | Op::CallClosure | Op::CallIface { .. } => self.forget_leaked(func),
            Op::CallBuiltin(b, _) if b.info().flags & PURE == 0 => self.forget_leaked(func),
            _ => {}
        }
        false
    }

    fn place(&self, pointer: ValueId) -> Place {
        let pointer = self.replaced.resolve(pointer);
        self.derived.get(&pointer).copied().unwrap_or((pointer, Some(0)))
    }

    /// Adds a place of which nothing is known.
    fn learn(&mut self, known: Known) {
        if self.state.len() >= MAX_PLACES {
            self.state.clear();
        }
        self.state.push(known);
    }

    /// What a copy puts at its destination, as far as it is known.
    fn copied(&self, to: Place, from: Place, size: u64) -> State {
        let (Some(to_at), Some(from_at)) = (to.1, from.1) else { return State::new() };
        let end = from_at + size as i64;
        let inside = |k: &&Known| k.root == from.0 && k.at >= from_at && k.at + size_of(k.ty) <= end;
        let moved = |k: &Known| Known { root: to.0, at: k.at - from_at + to_at, flags: MemFlags::default(), ..*k };
        self.state.iter().filter(inside).map(moved).collect()
    }

    /// Forgets what a write of some bytes behind a pointer may change.
    fn forget(&mut self, func: &Func, to: ValueId, at: Option<i64>, size: u64, flags: MemFlags) {
        let to_fresh = is_fresh(func, to);
        let leaked = &self.leaked;
        let private = |root: ValueId| is_fresh(func, root) && !leaked.contains(root);
        let to_private = private(to);
        self.state.retain(|known| {
            if known.root == to {
                return at.is_some_and(|at| known.at + size_of(known.ty) <= at || at + size as i64 <= known.at);
            }
            to_private
                || known.flags.readonly
                || private(known.root)
                || to_fresh && is_fresh(func, known.root)
                || known.flags.region != 0 && flags.region != 0 && known.flags.region != flags.region
        });
    }

    /// Forgets what other code may change.
    fn forget_leaked(&mut self, func: &Func) {
        let leaked = &self.leaked;
        self.state.retain(|known| known.flags.readonly || is_fresh(func, known.root) && !leaked.contains(known.root));
    }

    /// Somebody else may have this address from here on.
    fn leak(&mut self, v: ValueId) {
        let v = self.replaced.resolve(v);
        self.leaked.insert(self.derived.get(&v).map_or(v, |place| place.0));
    }
}

/// Enters the result of an instruction that computes an address inside of another pointer's object.
fn follow(func: &Func, inst: InstId, derived: &mut FxHashMap<ValueId, Place>, resolve: impl Fn(ValueId) -> ValueId) {
    let data = &func.insts[inst];
    let offset = match data.op {
        Op::AddrOff(offset) => Some(offset),
        Op::ElemAddr { .. } => None,
        _ => return,
    };
    let base = resolve(data.args[0]);
    let (root, at) = derived.get(&base).copied().unwrap_or((base, Some(0)));
    derived.insert(data.results[0], (root, at.zip(offset).map(|(at, offset)| at + offset)));
}

/// The operands whose addresses an instruction gives to others.
fn leaks(func: &Func, inst: InstId) -> &[ValueId] {
    let data = &func.insts[inst];
    match data.op {
        Op::Load(..) | Op::MemZero(..) | Op::MemCopy(..) | Op::AddrOff(_) | Op::ElemAddr { .. } | Op::Check(Check::Nil)
        | Op::Cmp(CmpOp::Eq | CmpOp::Ne) => &[],
        Op::Store(..) => &data.args[1..],
        _ => &data.args,
    }
}

/// The roots that anything in the function leaks.
fn leaked_somewhere(func: &Func, cfg: &Cfg) -> EntitySet<ValueId> {
    let mut derived = FxHashMap::default();
    let mut leaked = EntitySet::new();
    let mut leak = |v: ValueId, derived: &FxHashMap<ValueId, Place>| leaked.insert(derived.get(&v).map_or(v, |place| place.0));
    for &block in cfg.order() {
        for &inst in &func.blocks[block].insts {
            follow(func, inst, &mut derived, |v| v);
            leaks(func, inst).iter().for_each(|&v| _ = leak(v, &derived));
        }
        func.blocks[block].term.operands().into_iter().for_each(|v| _ = leak(v, &derived));
    }
    // The recovery block and whoever runs deferred calls read these.
    func.pinned.iter().for_each(|&v| _ = leaked.insert(v));
    leaked
}

/// Whether a value points to an object that this function makes there, apart from all others.
fn is_fresh(func: &Func, v: ValueId) -> bool {
    match func.values[v].def {
        ValueDef::Result(inst, _) => matches!(func.insts[inst].op, Op::Alloc(_) | Op::MakeSlice(_)),
        ValueDef::Param(..) => false,
    }
}
