//! What a function writes to: solved points-to graphs -> for each instruction the objects it may write to, and for each
//! function what its callers need to know of that ([`Effects`]).
//!
//! Objects of a function that nobody else knows are told apart. Everything else (what parameters point to, globals, the
//! heap, what is lent) may be the same memory under several names: a write to one of these may be a write to any.
//! What a function allocated itself did not exist before: filling it is no write for its callers.

use super::graph::{Graph, Kind, Obj};
use super::points_to::{ANY, PointsTo};
use super::solve::Solved;
use cranelift_entity::SecondaryMap;
use golift_abi::{Builtin, Written};
use golift_ssa::{AtomicOp, ConvOp, DataId, Func, FuncId, InstId, Module, Op, Terminator, ValueDef, ValueId};
use rustc_hash::FxHashSet;
use smallvec::SmallVec;

/// How far from an argument something happens.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub(super) enum Reach {
    /// Nowhere.
    #[default]
    Nothing,
    /// In the object that it points to.
    Object,
    /// Anywhere that can be reached from it.
    All,
}

/// What a function does to memory that existed before it was called.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Effects {
    /// For each parameter what is written to.
    written: Vec<Reach>,
    /// For each parameter which strings may be the result of a concatenation as they are.
    given_back: Vec<Reach>,
    /// Whether globals and the heap are written to, or other goroutines run.
    outside: bool,
}

/// The effects known so far.
pub(super) type AllEffects = SecondaryMap<FuncId, Option<Effects>>;

/// Something that an instruction does.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Touch<'a> {
    /// Writes to these objects.
    Write(&'a PointsTo),
    /// Writes to anything that can be reached from these.
    WriteAll(&'a PointsTo),
    /// Writes to globals and the heap, or lets others do so.
    Outside,
    /// May give back a string that lies in one of these objects.
    GiveBack(&'a PointsTo),
    /// Likewise, in anything that can be reached from these.
    GiveBackAll(&'a PointsTo),
}

/// What an instruction or terminator does.
pub(super) type Touches<'a> = SmallVec<[Touch<'a>; 4]>;

/// What arguments point to.
type Args<'a> = SmallVec<[&'a PointsTo; 8]>;

/// A solved function with what is known of those that it calls.
pub(super) struct Memory<'a> {
    /// The module.
    pub(super) module: &'a Module,
    /// The function.
    pub(super) func: &'a Func,
    /// Its solution.
    pub(super) solved: &'a Solved,
    /// The effects of its callees.
    pub(super) effects: &'a AllEffects,
}

/// Adds the effects of the functions of a solved component.
pub(super) fn add_effects(module: &Module, component: &[(FuncId, Solved)], effects: &mut AllEffects) {
    for (id, _) in component {
        effects[*id] = Some(Effects::default());
    }
    let mut changed = true;
    while changed {
        changed = false;
        for (id, solved) in component {
            let new = Memory { module, func: &module.funcs[*id], solved, effects }.effects();
            if effects[*id].as_ref() != Some(&new) {
                effects[*id] = Some(new);
                // One that does not call itself is done.
                changed = component.len() > 1 || calls_itself(&module.funcs[*id], *id);
            }
        }
    }
}

fn calls_itself(func: &Func, id: FuncId) -> bool {
    func.layout.iter().any(|&b| {
        let block = &func.blocks[b];
        matches!(block.term, Terminator::TailCall(..) | Terminator::TailCallClosure(_) | Terminator::TailCallIface(..))
            || block.insts.iter().any(|&i| match func.insts[i].op {
                Op::Call(callee) => callee == id,
                Op::CallClosure | Op::CallIface { .. } => true,
                _ => false,
            })
    })
}

/// Whether an object may be the same memory as others with this property.
pub(super) fn is_outside(graph: &Graph, o: Obj) -> bool {
    let object = graph.get(o);
    match object.kind {
        Kind::Site(..) | Kind::Fresh(..) => object.escaped || object.lent || object.shared,
        Kind::Heap | Kind::Static | Kind::Phantom { .. } => true,
        Kind::Func(_) | Kind::DeferFrame => object.escaped,
    }
}

/// Everything that the function itself knows to be reachable from a set.
pub(super) fn reachable(graph: &Graph, set: &PointsTo) -> Vec<Obj> {
    let mut out: Vec<Obj> = Vec::new();
    let mut seen: FxHashSet<Obj> = FxHashSet::default();
    let mut work: Vec<Obj> = set.iter().map(|&(o, _)| o).collect();
    while let Some(o) = work.pop() {
        if seen.insert(o) {
            out.push(o);
            work.extend(graph.contents(o).iter().flat_map(|(_, set)| set).map(|&(v, _)| v));
        }
    }
    out
}

/// Whether a pointer was made by an allocation of this function.
pub(super) fn is_own_allocation(func: &Func, mut value: ValueId) -> bool {
    while let ValueDef::Result(inst, 0) = func.values[value].def {
        match func.insts[inst].op {
            Op::AddrOff(_) | Op::ElemAddr { .. } => value = func.insts[inst].args[0],
            Op::Alloc(_) | Op::MakeSlice(_) => return true,
            _ => return false,
        }
    }
    false
}

impl<'a> Memory<'a> {
    fn set(&self, value: ValueId) -> &'a PointsTo {
        &self.solved.points_to[value]
    }

    /// What an instruction does to memory.
    pub(super) fn touches(&self, inst: InstId) -> Touches<'a> {
        let data = &self.func.insts[inst];
        let mut out = Touches::new();
        match &data.op {
            Op::Store(..) | Op::MemCopy(..) | Op::MemZero(..) => out.push(Touch::Write(self.set(data.args[0]))),
            Op::Atomic(op) => {
                if *op != AtomicOp::Load {
                    out.push(Touch::Write(self.set(data.args[0])));
                }
                // What others have written before shows from here on.
                out.push(Touch::Outside);
            }
            // A system call may write to the address.
            Op::Conv(ConvOp::PtrToInt) => out.push(Touch::WriteAll(self.set(data.args[0]))),
            Op::Call(f) => self.call(*f, &self.sets(&data.args), &mut out),
            Op::CallClosure => self.call_closure(&self.sets(&data.args), &mut out),
            Op::CallIface { slot, iface } => self.call_iface(*iface, *slot, &self.sets(&data.args[1..]), &mut out),
            Op::CallBuiltin(b, _) => self.builtin(*b, &data.args, &mut out),
            // Deferred calls run when the function returns.
            Op::DeferFrame => out.extend([Touch::WriteAll(self.set(data.results[0])), Touch::Outside]),
            _ => {}
        }
        out
    }

    /// What the end of a block does to memory.
    pub(super) fn terminator_touches(&self, term: &Terminator) -> Touches<'a> {
        let mut out = Touches::new();
        match term {
            Terminator::TailCall(f, args) => self.call(*f, &self.sets(args), &mut out),
            Terminator::TailCallClosure(args) => self.call_closure(&self.sets(args), &mut out),
            Terminator::TailCallIface(slot, iface, args) => self.call_iface(*iface, *slot, &self.sets(&args[1..]), &mut out),
            _ => {}
        }
        out
    }

    fn sets(&self, values: &[ValueId]) -> Args<'a> {
        values.iter().map(|&v| self.set(v)).collect()
    }

    fn call(&self, callee: FuncId, args: &[&'a PointsTo], out: &mut Touches<'a>) {
        let Some(effects) = &self.effects[callee] else { return unknown(args, out) };
        let mut add = |touch: Touch<'a>| {
            if !out.contains(&touch) {
                out.push(touch);
            }
        };
        for (reach, set) in effects.written.iter().zip(args) {
            match reach {
                Reach::Nothing => {}
                Reach::Object => add(Touch::Write(set)),
                Reach::All => add(Touch::WriteAll(set)),
            }
        }
        for (reach, set) in effects.given_back.iter().zip(args) {
            match reach {
                Reach::Nothing => {}
                Reach::Object => add(Touch::GiveBack(set)),
                Reach::All => add(Touch::GiveBackAll(set)),
            }
        }
        if effects.outside {
            add(Touch::Outside);
        }
    }

    fn call_iface(&self, iface: DataId, slot: u32, args: &[&'a PointsTo], out: &mut Touches<'a>) {
        match self.module.iface_targets(iface, slot) {
            Some(targets) => targets.iter().for_each(|&f| self.call(f, args, out)),
            None => unknown(args, out),
        }
    }

    fn call_closure(&self, args: &[&'a PointsTo], out: &mut Touches<'a>) {
        let graph = &self.solved.graph;
        for &(o, _) in args[0] {
            let codes: Vec<Option<FuncId>> = match graph.get(o).kind {
                Kind::Site(..) | Kind::Fresh(..) if !is_outside(graph, o) => {
                    let first = graph.contents(o).iter().filter(|(at, _)| matches!(*at, 0 | ANY)).flat_map(|(_, set)| set);
                    first.map(|&(c, _)| if let Kind::Func(f) = graph.get(c).kind { Some(f) } else { None }).collect()
                }
                _ => Vec::new(),
            };
            if codes.is_empty() {
                return unknown(args, out);
            }
            for code in codes {
                match code {
                    Some(f) if self.module.funcs[f].sig.params.len() == args.len() => self.call(f, args, out),
                    _ => return unknown(args, out),
                }
            }
        }
    }

    fn builtin(&self, builtin: Builtin, args: &[ValueId], out: &mut Touches<'a>) {
        match builtin.written() {
            Written::Nothing => {}
            Written::Argument(n) => out.push(Touch::Write(self.set(args[n]))),
            Written::Elsewhere => out.push(Touch::Outside),
            Written::Anything => unknown(&self.sets(args), out),
        }
        if builtin == Builtin::rt_concat && !self.joins_constant(args[1]) {
            let graph = &self.solved.graph;
            let array = self.set(args[1]);
            if array.iter().any(|&(o, _)| is_outside(graph, o)) {
                out.push(Touch::GiveBackAll(array));
            }
            out.extend(array.iter().flat_map(|&(o, _)| graph.contents(o)).map(|(_, operands)| Touch::GiveBack(operands)));
        }
    }

    /// Whether one of the strings in an array is a constant that is not empty: no other is the whole result then.
    fn joins_constant(&self, array: ValueId) -> bool {
        let func = self.func;
        let ValueDef::Result(alloc, 0) = func.values[array].def else { return false };
        let (Op::Alloc(_), ValueDef::Result(..)) = (&func.insts[alloc].op, func.values[array].def) else { return false };
        func.layout.iter().flat_map(|&b| &func.blocks[b].insts).any(|&inst| {
            let data = &func.insts[inst];
            let Op::Store(at, _) = data.op else { return false };
            let ValueDef::Result(value, _) = func.values[data.args[1]].def else { return false };
            data.args[0] == array && at % 16 == 8 && matches!(func.insts[value].op, Op::IConst(n) if n > 0)
        })
    }

    fn effects(&self) -> Effects {
        let params = self.func.sig.params.len();
        let mut out = Effects { written: vec![Reach::Nothing; params], given_back: vec![Reach::Nothing; params], outside: false };
        for &block in &self.func.layout {
            for &inst in &self.func.blocks[block].insts {
                let data = &self.func.insts[inst];
                if matches!(data.op, Op::Store(..) | Op::MemCopy(..) | Op::MemZero(..)) && is_own_allocation(self.func, data.args[0]) {
                    continue;
                }
                self.touches(inst).into_iter().for_each(|touch| self.note(touch, &mut out));
            }
            self.terminator_touches(&self.func.blocks[block].term).into_iter().for_each(|touch| self.note(touch, &mut out));
        }
        out
    }

    fn note(&self, touch: Touch<'_>, out: &mut Effects) {
        let graph = &self.solved.graph;
        let (set, all, written) = match touch {
            Touch::Outside => return out.outside = true,
            Touch::Write(set) => (set, false, true),
            Touch::WriteAll(set) => (set, true, true),
            Touch::GiveBack(set) => (set, false, false),
            Touch::GiveBackAll(set) => (set, true, false),
        };
        let below = if all { reachable(graph, set) } else { Vec::new() };
        for o in set.iter().map(|&(o, _)| o).chain(below) {
            match graph.get(o).kind {
                Kind::Phantom { param, parent, .. } => {
                    let reach = if all || parent.is_some() || graph.is_deep(o) { Reach::All } else { Reach::Object };
                    let list = if written { &mut out.written } else { &mut out.given_back };
                    list[param as usize] = list[param as usize].max(reach);
                }
                _ if written => out.outside |= is_outside(graph, o),
                _ => {}
            }
        }
    }
}

fn unknown<'a>(args: &[&'a PointsTo], out: &mut Touches<'a>) {
    for set in args.iter().filter(|set| !set.is_empty()) {
        out.extend([Touch::WriteAll(set), Touch::GiveBackAll(set)]);
    }
    out.push(Touch::Outside);
}
