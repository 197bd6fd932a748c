//! Goroutines that are joined in the frame: a function -> those of its `go` statements whose goroutine has done all that it does
//! with the frame's memory before the function, by any way, can leave the frame.
//!
//! A goroutine is joined by a `WaitGroup` or a channel of this function of which nobody else knows. The last thing that its
//! code does is `Done`, a send or `close` ([`super::joined_code`]); the function adds to the group before it starts the goroutine,
//! and from there on every path comes to `Wait` (or receives as often as goroutines may be at work) without anything that may
//! panic or leave the function otherwise. Not the number of calls of `Done` matters, but that a goroutine calls it once at
//! most: `Wait` returns when as many were called as were added, and no fewer were added than goroutines were started.
//! Loops that count goroutines or receives are in [`super::joined_loops`].

use super::joined_code::{Finish, finishes};
use super::joined_loops::Round;
use super::place::Flow;
use super::quiet::Quiet;
use crate::opt::devirtualize::function;
use crate::opt::simplify_cfg::constant;
use cranelift_entity::SecondaryMap;
use golift_abi::Builtin;
use golift_ssa::{BlockId, Cfg, Check, Dominators, Func, FuncId, InstId, Loops, Module, Op, SiteKind, Terminator, Ty, ValueDef, ValueId};
use rustc_hash::{FxHashMap, FxHashSet};

/// No more is added to a group at once, by a constant: the counter has 32 bits.
const MAX_ADDED: i64 = 1 << 20;
/// No more than this may have been added to a group beyond what was started: far below what the counter holds.
const MAX_SUM: i64 = 1 << 28;
/// What more was added than started is not counted further.
const MAX_AHEAD: i64 = 64;
/// No more goroutines are told apart that send on one channel.
const MAX_SENDERS: i64 = 8;

/// The goroutines of a function.
#[derive(Default)]
pub(crate) struct Joined {
    /// What `go` statements run whose closures are made for them.
    codes: FxHashMap<InstId, FuncId>,
    starts: FxHashMap<InstId, Start>,
}

/// A `go` statement whose goroutine is joined.
pub(crate) struct Start {
    /// The headers of the loops that may begin another iteration before the goroutine is joined.
    pub(crate) over: Vec<BlockId>,
}

/// A closure that is only started as a goroutine.
pub(super) struct Routine {
    closure: ValueId,
    code: FuncId,
    pub(super) starts: Vec<(BlockId, InstId)>,
    /// Stored words, by offset.
    captures: Vec<(i32, ValueId)>,
}

/// Where a value is used.
#[derive(Clone)]
enum Use {
    Inst(BlockId, InstId),
    Terminator,
}

/// A group or channel, with what the function does with it.
pub(super) struct Meeting {
    is_group: bool,
    /// The routines that know it, and where in the closure it stands.
    pub(super) members: Vec<(usize, i32)>,
    pub(super) events: FxHashMap<InstId, Event>,
    /// The loops that start goroutines and receive from as many.
    round: Option<Round>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Event {
    Made,
    /// A goroutine is started. It is counted if the group was told how many there would be, or a loop receives from as many.
    Started { counted: bool },
    /// `Add`: what goes to goroutines that are not counted, and what may not go to any.
    Added { now: i64, ahead: i64 },
    /// `Wait`.
    Waited,
    Received,
}

pub(super) struct Finder<'a> {
    module: &'a Module,
    pub(super) func: &'a Func,
    pub(super) cfg: &'a Cfg,
    pub(super) dom: &'a Dominators,
    pub(super) loops: &'a Loops,
    /// Some cycle is no loop of `loops`: how often something runs in one is not known.
    pub(super) irreducible: bool,
    /// Nothing in the program stops a panic.
    panics_end: bool,
    uses: SecondaryMap<ValueId, Vec<Use>>,
    pub(super) routines: Vec<Routine>,
}

impl Joined {
    /// Finds them.
    pub(crate) fn find(module: &Module, func: &Func, flow: &Flow, dom: &Dominators, panics_end: bool) -> Joined {
        let mut out = Joined::default();
        let starts_some = |&i: &InstId| matches!(func.insts[i].op, Op::CallBuiltin(Builtin::rt_go, _));
        if !func.layout.iter().flat_map(|&b| &func.blocks[b].insts).any(starts_some) {
            return out;
        }
        let Flow { cfg, loops, irreducible, .. } = flow;
        let (uses, routines) = (SecondaryMap::new(), Vec::new());
        let mut finder = Finder { module, func, cfg, dom, loops, irreducible: *irreducible, panics_end, uses, routines };
        finder.find_uses();
        finder.find_routines();
        out.codes = finder.routines.iter().filter_map(|r| finder.started_once(r)).collect();
        let mut tried: FxHashSet<ValueId> = FxHashSet::default();
        for (_, value) in finder.routines.iter().flat_map(|r| &r.captures) {
            if tried.insert(*value)
                && let Some(meeting) = finder.meeting(*value)
            {
                finder.join(&meeting, &mut out);
            }
        }
        out
    }

    /// What a `go` statement runs, if its closure is made for it.
    pub(crate) fn code(&self, inst: InstId) -> Option<FuncId> {
        self.codes.get(&inst).copied()
    }

    /// All such statements.
    pub(crate) fn starts_of_closures(&self) -> impl Iterator<Item = InstId> {
        self.codes.keys().copied()
    }

    /// A `go` statement whose goroutine is joined.
    pub(crate) fn get(&self, inst: InstId) -> Option<&Start> {
        self.starts.get(&inst)
    }

    /// All of these.
    pub(crate) fn all(&self) -> impl Iterator<Item = (InstId, &Start)> {
        self.starts.iter().map(|(&inst, start)| (inst, start))
    }
}

impl Finder<'_> {
    fn find_uses(&mut self) {
        for &block in self.cfg.order() {
            let data = &self.func.blocks[block];
            for &inst in &data.insts {
                for &arg in &self.func.insts[inst].args {
                    self.uses[arg].push(Use::Inst(block, inst));
                }
            }
            data.term.operands().into_iter().for_each(|v| self.uses[v].push(Use::Terminator));
        }
    }

    fn find_routines(&mut self) {
        let mut seen: FxHashSet<ValueId> = FxHashSet::default();
        for &block in self.cfg.order() {
            for &inst in &self.func.blocks[block].insts {
                let data = &self.func.insts[inst];
                if matches!(data.op, Op::CallBuiltin(Builtin::rt_go, _)) && seen.insert(data.args[0]) {
                    self.routines.extend(self.routine(data.args[0]));
                }
            }
        }
    }

    /// The closure, if it is made for its `go` statements and nothing else knows it.
    fn routine(&self, closure: ValueId) -> Option<Routine> {
        let func = self.func;
        let ValueDef::Result(made, 0) = func.values[closure].def else { return None };
        let Op::Alloc(site) = func.insts[made].op else { return None };
        if self.module.sites[site].kind != SiteKind::Go {
            return None;
        }
        let mut code = None;
        let (mut starts, mut captures) = (Vec::new(), Vec::new());
        for u in &self.uses[closure] {
            let &Use::Inst(block, inst) = u else { return None };
            let data = &func.insts[inst];
            match data.op {
                Op::CallBuiltin(Builtin::rt_go, _) => starts.push((block, inst)),
                Op::Store(0, _) if data.args[0] == closure && code.is_none() => {
                    code = Some(function(func, data.args[1])?);
                }
                Op::Store(at, _) if data.args[0] == closure && data.args[1] != closure && at > 0 => {
                    if captures.iter().any(|&(other, _)| other == at) {
                        return None;
                    }
                    if func.ty(data.args[1]) == Ty::Ptr {
                        captures.push((at, data.args[1]));
                    }
                }
                Op::AddrOff(_) if self.is_only_filled(func.result(inst)) => {}
                _ => return None,
            }
        }
        let code = code.filter(|&f| !self.module.funcs[f].layout.is_empty())?;
        Some(Routine { closure, code, starts, captures })
    }

    /// The `go` statement of a closure that is made for it alone, each time anew, with what it runs.
    fn started_once(&self, routine: &Routine) -> Option<(InstId, FuncId)> {
        let ([(block, inst)], ValueDef::Result(made, _)) = (&routine.starts[..], self.func.values[routine.closure].def) else { return None };
        let at = self.block_of(made)?;
        let as_often = at == *block || (!self.irreducible && self.loops.innermost(at) == self.loops.innermost(*block));
        as_often.then_some((*inst, routine.code))
    }

    /// Whether nothing is done with a pointer but to copy something there.
    fn is_only_filled(&self, pointer: ValueId) -> bool {
        self.uses[pointer].iter().all(|u| match u {
            &Use::Inst(_, inst) => {
                let data = &self.func.insts[inst];
                matches!(data.op, Op::Store(..) | Op::MemCopy(..) | Op::MemZero(..)) && data.args[0] == pointer && data.args[1..].iter().all(|&a| a != pointer)
            }
            Use::Terminator => false,
        })
    }

    /// The group or channel that this function makes and only its goroutines know.
    fn meeting(&self, value: ValueId) -> Option<Meeting> {
        let func = self.func;
        let ValueDef::Result(made, 0) = func.values[value].def else { return None };
        let is_group = match func.insts[made].op {
            Op::Alloc(site) => matches!(self.module.sites[site].kind, SiteKind::Var | SiteKind::New | SiteKind::AddrLit),
            Op::CallBuiltin(Builtin::rt_makechan, _) => false,
            _ => return None,
        };
        let mut meeting = Meeting { is_group, members: Vec::new(), events: FxHashMap::from_iter([(made, Event::Made)]), round: None };
        let mut received: Vec<(BlockId, InstId)> = Vec::new();
        let mut told: Vec<(BlockId, InstId)> = Vec::new();
        for u in &self.uses[value] {
            let &Use::Inst(block, inst) = u else { return None };
            let data = &func.insts[inst];
            match data.op {
                Op::Check(Check::Nil) => {}
                Op::Call(f) if is_group && data.args[0] == value => match self.module.funcs[f].name.as_str() {
                    "sync.(*WaitGroup).Add" => match constant(func, *data.args.get(1)?) {
                        Some(n) if !(1..=MAX_ADDED).contains(&n) => return None,
                        _ => told.push((block, inst)),
                    },
                    "sync.(*WaitGroup).Wait" => drop(meeting.events.insert(inst, Event::Waited)),
                    _ => return None,
                },
                Op::CallBuiltin(Builtin::rt_chanrecv, _) if !is_group && data.args[0] == value => {
                    meeting.events.insert(inst, Event::Received);
                    received.push((block, inst));
                }
                Op::Store(at, _) if data.args[0] != value => {
                    let index = self.routines.iter().position(|r| r.closure == data.args[0])?;
                    if meeting.members.iter().any(|&(other, _)| other == index) {
                        return None;
                    }
                    meeting.members.push((index, at));
                }
                _ => return None,
            }
        }
        for &(index, _) in &meeting.members {
            for &(_, start) in &self.routines[index].starts {
                meeting.events.insert(start, Event::Started { counted: false });
            }
        }
        // What is told may be how often a loop starts one goroutine.
        let started = meeting.events.values().filter(|e| matches!(e, Event::Started { .. })).count();
        let only_once = |block| told.len() == 1 && started == 1 && self.loops.innermost(block) == self.block_of(made).and_then(|b| self.loops.innermost(b));
        for &(block, inst) in &told {
            let n = func.insts[inst].args[1];
            // A number below zero would take back what was added before; where nothing was, it panics.
            if constant(func, n).is_none() && !only_once(block) {
                return None;
            }
            let added = match (self.started_in_loop(&meeting, block, n), constant(func, n)) {
                (Some((start, each)), told) => {
                    meeting.events.insert(start, Event::Started { counted: true });
                    match (each, told) {
                        (true, _) => Event::Added { now: 0, ahead: 0 },
                        (false, Some(n)) => Event::Added { now: 0, ahead: n },
                        // The counter has 32 bits: of a number with more it may take a small one.
                        (false, None) => return None,
                    }
                }
                (None, Some(n)) => Event::Added { now: n, ahead: n },
                (None, None) => return None,
            };
            meeting.events.insert(inst, added);
        }
        if let [(block, _)] = received[..]
            && let Some((start, round)) = self.round(&meeting, block)
        {
            meeting.events.insert(start, Event::Started { counted: true });
            meeting.round = Some(round);
        }
        Some(meeting)
    }

    fn block_of(&self, inst: InstId) -> Option<BlockId> {
        self.cfg.order().iter().copied().find(|&b| self.func.blocks[b].insts.contains(&inst))
    }

    /// Notes the goroutines that a meeting joins.
    fn join(&self, meeting: &Meeting, out: &mut Joined) {
        let all = |finish: Finish| meeting.members.iter().all(|&(r, at)| finishes(self.module, self.routines[r].code, at, finish));
        let states = if meeting.is_group {
            all(Finish::Done).then(|| self.states(meeting, false)).flatten()
        } else if all(Finish::Send) {
            self.states(meeting, false)
        } else if all(Finish::Close) {
            // Once it is closed, everybody receives.
            self.states(meeting, true).and_then(|_| self.states(meeting, false))
        } else {
            None
        };
        let Some(states) = states else { return };
        let quiet = Quiet { module: self.module, func: self.func, panics_end: self.panics_end };
        // `Add` panics when the counter overflows, which it may if ever more is added than started.
        if meeting.is_group && !self.panics_end && !self.is_bounded(meeting) {
            return;
        }
        let routines = meeting.members.iter().map(|&(r, _)| &self.routines[r]);
        let starts = routines.flat_map(|r| r.starts.iter());
        let found: Option<Vec<(InstId, Start)>> = starts
            .map(|&(block, inst)| Some((inst, Start { over: self.until_joined(meeting, &states, &quiet, block, inst)? })))
            .collect();
        // All of them or none: one that is not joined may leave the frame while others are at work.
        for (inst, start) in found.into_iter().flatten() {
            match out.starts.get_mut(&inst) {
                Some(known) => known.over.retain(|h| start.over.contains(h)),
                None => drop(out.starts.insert(inst, start)),
            }
        }
    }

    /// How many goroutines may be at work, at most, where each block begins; of a group, how many more than were added.
    /// `None` if there may be too many. With `ever`, those that are received from count as well.
    fn states(&self, meeting: &Meeting, ever: bool) -> Option<SecondaryMap<BlockId, Option<i64>>> {
        let limit = if meeting.is_group { 0 } else if ever { 1 } else { MAX_SENDERS };
        let mut states: SecondaryMap<BlockId, Option<i64>> = SecondaryMap::new();
        states[self.func.entry()] = Some(0);
        if let Some(recover) = self.func.recover_block {
            states[recover] = Some(0);
        }
        let mut changed = true;
        while std::mem::take(&mut changed) {
            for &block in self.cfg.order() {
                let Some(mut state) = states[block] else { continue };
                for inst in &self.func.blocks[block].insts {
                    if let Some(&event) = meeting.events.get(inst) {
                        if !(ever && event == Event::Received) {
                            state = after(state, event);
                        }
                        if state > limit {
                            return None;
                        }
                    }
                }
                for target in self.func.blocks[block].term.targets() {
                    if states[target.block].is_none_or(|s| s < state) {
                        states[target.block] = Some(state);
                        changed = true;
                    }
                }
            }
        }
        Some(states)
    }

    /// Whether there is a limit to how many more are added to a group than goroutines started, before it is waited for.
    fn is_bounded(&self, meeting: &Meeting) -> bool {
        let mut states: SecondaryMap<BlockId, i64> = SecondaryMap::new();
        // Without a cycle that adds more and more, no path counts a block twice.
        for _ in 0..=self.cfg.order().len() {
            let mut changed = false;
            for &block in self.cfg.order() {
                let mut state = states[block];
                for inst in &self.func.blocks[block].insts {
                    state = match meeting.events.get(inst) {
                        Some(Event::Added { ahead, .. }) => state.saturating_add(*ahead),
                        Some(Event::Started { counted: false }) => (state - 1).max(0),
                        Some(Event::Made | Event::Waited) => 0,
                        _ => state,
                    };
                }
                for target in self.func.blocks[block].term.targets() {
                    changed |= states[target.block] < state;
                    states[target.block] = states[target.block].max(state);
                }
            }
            if !changed {
                return states.values().all(|&state| state <= MAX_SUM);
            }
        }
        false
    }

    /// The headers of loops on the paths from a `go` statement to where its goroutine is joined; `None` if the frame may be
    /// left before.
    fn until_joined(
        &self,
        meeting: &Meeting,
        states: &SecondaryMap<BlockId, Option<i64>>,
        quiet: &Quiet,
        block: BlockId,
        start: InstId,
    ) -> Option<Vec<BlockId>> {
        let mut entered: FxHashSet<BlockId> = FxHashSet::default();
        let mut work = vec![(block, Some(start))];
        let mut joined = false;
        while let Some((block, from)) = work.pop() {
            let data = &self.func.blocks[block];
            let mut state = states[block]?;
            let mut behind = from.is_none();
            let mut ends = false;
            for &inst in &data.insts {
                let event = meeting.events.get(&inst).copied();
                if let Some(event) = event {
                    state = after(state, event);
                }
                if !behind {
                    behind = Some(inst) == from;
                    continue;
                }
                match event {
                    Some(Event::Made) => return None,
                    Some(Event::Waited) => ends = true,
                    Some(Event::Received) => ends = state == 0 && meeting.round.is_none(),
                    Some(Event::Started { .. } | Event::Added { .. }) => {}
                    None if quiet.is_quiet(inst) => {}
                    None => return None,
                }
                if ends {
                    break;
                }
            }
            if ends {
                joined = true;
                continue;
            }
            if !matches!(data.term, Terminator::Jump(_) | Terminator::Branch { .. } | Terminator::Switch { .. }) && !quiet.may_end(&data.term) {
                return None;
            }
            for target in data.term.targets() {
                if let Some(round) = &meeting.round {
                    if round.is_over(self.loops, block, target.block) {
                        joined = true;
                        continue;
                    }
                    if round.begins_again(self.loops, block, target.block) {
                        return None;
                    }
                }
                if entered.insert(target.block) {
                    work.push((target.block, None));
                }
            }
        }
        let headers = self.loops.loops.iter().map(|l| l.header).filter(|h| entered.contains(h));
        joined.then(|| headers.collect())
    }
}

fn after(state: i64, event: Event) -> i64 {
    match event {
        Event::Made => 0,
        Event::Started { counted } => state + i64::from(!counted),
        Event::Added { now, .. } => (state - now).max(-MAX_AHEAD),
        Event::Waited => state,
        Event::Received => (state - 1).max(0),
    }
}
