//! Builds and solves a function's points-to graph: every instruction adds its flows until nothing changes.

use super::calls::Summaries;
use super::cause::Here;
use super::goroutines::copies;
use super::graph::{CallAt, Graph, HEAP, Kind, Obj, STATIC};
use super::joined::Joined;
use super::loop_regions::{LoopRegion, grow_on_side, loop_regions, retaining_objects};
use super::place::{Context, Flow, Place};
use super::points_to::{ANY, PointsTo, covers, insert, shift, shifted, union};
use super::summary::Summary;
use cranelift_entity::SecondaryMap;
use golift_ssa::{AtomicOp, BlockId, ConvOp, DataId, DataKind, Func, FuncId, InstId, Keep, Module, Op, SiteId, Terminator, Ty, ValueId};
use rustc_hash::{FxHashMap, FxHashSet};

/// A solved function.
pub(crate) struct Solved {
    /// The graph.
    pub(crate) graph: Graph,
    /// What each value points to.
    pub(crate) points_to: SecondaryMap<ValueId, PointsTo>,
    /// What callers need to know.
    pub(crate) summary: Summary,
    /// What the results point to.
    pub(crate) results: Vec<PointsTo>,
    /// Where each site's memory goes.
    pub(crate) decisions: Vec<super::place::Decision>,
    /// The loops that release what they allocate on the side stack.
    pub(crate) regions: Vec<LoopRegion>,
    /// The `go` statements that copy their closures, with the sizes in bytes.
    pub(crate) copies: Vec<(InstId, u64)>,
}

/// Larger copies (bytes) of what a parameter points to do not tell fields apart.
const COPIED_BY_WORD: i64 = 64;

/// A function that allocates at more sites than this for its caller allocates on the heap at all of them.
const MAX_LENT: usize = 12;

/// A function being solved.
pub(super) struct Solver<'a> {
    pub(super) module: &'a Module,
    pub(super) func: &'a Func,
    pub(super) summaries: &'a Summaries,
    forced: &'a Forced,
    /// The goroutines that are joined.
    pub(super) joined: &'a Joined,
    pub(super) graph: Graph,
    pub(super) points_to: SecondaryMap<ValueId, PointsTo>,
    /// Values whose set became the heap because it was too large.
    saturated: SecondaryMap<ValueId, bool>,
    pub(super) results: Vec<PointsTo>,
    defer_frame: Option<Obj>,
    /// What was converted to integers, here or in callees that return the integers.
    pub(super) integers: PointsTo,
    /// What integers are addresses of that come from a conversion or a call, as they are returned.
    pub(super) addresses: SecondaryMap<ValueId, PointsTo>,
    /// The closures that callees call and that were called in this round, with their code: closures may call each other.
    pub(super) elsewhere: FxHashSet<(Obj, FuncId)>,
    /// Values gained something since the flag was cleared.
    pub(super) changed: bool,
}

/// What is on the heap for another reason than escaping, with the reason.
#[derive(Default)]
struct Forced {
    sites: FxHashMap<SiteId, &'static str>,
    /// Calls of which the callee's plain form must be called.
    calls: FxHashSet<CallAt>,
}

/// Solves one function. Functions without a summary are taken to do nothing yet: the caller iterates over components.
///
/// A site may have to be on the heap although nothing lets it escape: for its size, or because what it leaves on the side
/// stack would keep other memory alive. What it holds escapes then, also what parameters point to: so the placement is
/// decided here, and the function is solved again with such sites as escaped ones until no new one is found.
pub(crate) fn solve(module: &Module, id: FuncId, flow: &Flow, summaries: &Summaries) -> Solved {
    let mut forced = Forced::default();
    loop {
        let mut solved = solve_with(module, id, flow, summaries, &forced);
        let func = &module.funcs[id];
        let context = Context::of(func, flow, &solved);
        let decisions = super::place::decide(module, func, flow, &context);
        let regions = loop_regions(module, func, flow, &context, &decisions);
        (solved.decisions, solved.regions) = (decisions, regions);
        let before = forced.sites.len() + forced.calls.len();
        for decision in &solved.decisions {
            if let (Place::Heap(reason), Some(o)) = (decision.local, solved.graph.find_site(decision.site))
                && !solved.graph.get(o).escaped
            {
                forced.sites.insert(decision.site, reason);
            }
        }
        for o in retaining_objects(module, flow, &solved) {
            match solved.graph.get(o).kind {
                Kind::Site(site, _) => drop(forced.sites.insert(site, "made in a loop, it would keep heap objects alive")),
                Kind::Fresh(at, _) => drop(forced.calls.insert(at)),
                _ => {}
            }
        }
        let (copied, kept) = copies(module, func, flow, &solved);
        forced.sites.extend(kept);
        if forced.sites.len() + forced.calls.len() == before {
            solved.copies = copied;
            grow_on_side(module, func, flow, &mut solved);
            return solved;
        }
    }
}

fn solve_with(module: &Module, id: FuncId, flow: &Flow, summaries: &Summaries, forced: &Forced) -> Solved {
    let func = &module.funcs[id];
    let mut solver = Solver {
        module,
        func,
        summaries,
        forced,
        joined: &flow.joined,
        graph: Graph::new(may_lend(func)),
        points_to: SecondaryMap::new(),
        saturated: SecondaryMap::new(),
        results: vec![PointsTo::new(); func.sig.results.len()],
        defer_frame: None,
        integers: PointsTo::new(),
        addresses: SecondaryMap::new(),
        elsewhere: FxHashSet::default(),
        changed: false,
    };
    for (i, &param) in func.blocks[func.entry()].params.iter().enumerate() {
        if func.ty(param) == Ty::Ptr {
            let o = solver.graph.param(i as u32);
            solver.points_to[param] = vec![(o, 0)];
        }
    }
    loop {
        solver.changed = false;
        solver.graph.changed = false;
        solver.elsewhere.clear();
        for &block in &func.layout {
            for &inst in &func.blocks[block].insts {
                solver.instruction(block, inst);
            }
            solver.terminator(block);
        }
        if solver.changed || solver.graph.changed {
            continue;
        }
        let lent = super::summary::lent_sites(&solver.graph);
        if lent.len() <= MAX_LENT {
            break;
        }
        lent.values().flatten().for_each(|&o| solver.graph.escape(o, "one of too many results"));
    }
    let summary = Summary::of(&solver.graph, &solver.results);
    Solved {
        graph: solver.graph,
        points_to: solver.points_to,
        summary,
        results: solver.results,
        decisions: Vec::new(),
        regions: Vec::new(),
        copies: Vec::new(),
    }
}

/// Whether a function can be compiled once more in a form that allocates in its caller's region. Functions with defer
/// cannot: recovery resets the side stack to what it was at their entry.
fn may_lend(func: &Func) -> bool {
    !func.flags.has_defer && !func.flags.init
}

impl Solver<'_> {
    pub(super) fn site(&mut self, site: SiteId, block: BlockId) -> Obj {
        let o = self.graph.site(site, block);
        if let Some(reason) = self.forced.sites.get(&site) {
            self.graph.escape(o, reason);
        }
        if self.module.sites[site].keep == Keep::All {
            self.graph.escape(o, "the official compiler allocates it");
        }
        o
    }

    pub(super) fn add(&mut self, value: ValueId, set: &PointsTo) {
        if self.func.ty(value) != Ty::Ptr {
            return self.add_address(value, set);
        }
        if self.saturated[value] {
            return self.escape_all(set, "too many possible targets");
        }
        if covers(&self.points_to[value], set, |o| self.graph.get(o).escaped) {
            return;
        }
        for &(o, at) in set {
            let item = if self.graph.get(o).escaped { (HEAP, 0) } else { (o, at) };
            self.changed |= insert(&mut self.points_to[value], item);
        }
        if self.points_to[value].len() > 48 {
            self.saturated[value] = true;
            let all = std::mem::replace(&mut self.points_to[value], vec![(HEAP, 0)]);
            self.escape_all(&all, "too many possible targets");
        }
    }

    pub(super) fn escape_all(&mut self, set: &PointsTo, reason: &'static str) {
        set.iter().for_each(|&(o, _)| self.graph.escape(o, reason));
    }

    pub(super) fn load_all(&mut self, set: &PointsTo, at: i64) -> PointsTo {
        let mut out = PointsTo::new();
        for (o, off) in shifted(set, at) {
            self.graph.load_into(o, off, &mut out);
        }
        out
    }

    pub(super) fn store_all(&mut self, set: &PointsTo, at: i64, values: &PointsTo) {
        if !values.is_empty() {
            shifted(set, at).for_each(|(o, off)| self.graph.store(o, off, values));
        }
    }

    fn instruction(&mut self, block: BlockId, inst: InstId) {
        let data = &self.func.insts[inst];
        self.graph.here = Here::at(Some(inst), data.loc);
        let arg = |s: &Self, i: usize| s.points_to[data.args[i]].clone();
        match &data.op {
            Op::Alloc(site) => {
                let o = self.site(*site, block);
                self.add(data.results[0], &vec![(o, 0)]);
            }
            Op::MakeSlice(site) => {
                let o = self.site(*site, block);
                self.add(data.results[0], &vec![(o, 0)]);
            }
            Op::FuncAddr(f) => {
                let o = self.graph.function(*f);
                self.add(data.results[0], &vec![(o, 0)]);
            }
            Op::DataAddr(d, _) => {
                let data_object = &self.module.data[*d];
                let target = match data_object.kind {
                    DataKind::ReadOnly => STATIC,
                    _ if !data_object.pointers => STATIC,
                    _ => HEAP,
                };
                self.add(data.results[0], &vec![(target, 0)]);
            }
            Op::AddrOff(by) => {
                let set = shift(&arg(self, 0), *by);
                self.add(data.results[0], &set);
            }
            Op::ElemAddr { .. } => {
                let set = shift(&arg(self, 0), ANY);
                self.add(data.results[0], &set);
            }
            Op::Select => {
                let (a, b) = (self.referents(data.args[1]), self.referents(data.args[2]));
                self.add(data.results[0], &a);
                self.add(data.results[0], &b);
            }
            Op::Load(_, flags) if flags.type_word => self.add(data.results[0], &vec![(HEAP, 0)]),
            Op::Load(at, _) => {
                if self.func.ty(data.results[0]) == Ty::Ptr {
                    let set = self.load_all(&arg(self, 0), i64::from(*at));
                    self.add(data.results[0], &set);
                }
            }
            Op::Store(at, _) => {
                let values = arg(self, 1);
                self.store_all(&arg(self, 0), i64::from(*at), &values);
            }
            Op::Atomic(op) => {
                if matches!(op, AtomicOp::Load | AtomicOp::Swap) && self.func.ty(data.results[0]) == Ty::Ptr {
                    let set = self.load_all(&arg(self, 0), 0);
                    self.add(data.results[0], &set);
                }
                if *op != AtomicOp::Load {
                    let values = arg(self, data.args.len() - 1);
                    self.store_all(&arg(self, 0), 0, &values);
                }
            }
            Op::MemCopy(size, _) => self.copy(&arg(self, 0), &arg(self, 1), Some(*size)),
            Op::Conv(ConvOp::PtrToInt) => self.pointer_to_integer(data.results[0], &arg(self, 0)),
            Op::Conv(ConvOp::IntToPtr) => self.integer_to_pointer(data.results[0]),
            Op::DeferFrame => {
                let o = match self.defer_frame {
                    Some(o) => o,
                    None => {
                        let o = self.graph.defer_frame();
                        *self.defer_frame.insert(o)
                    }
                };
                self.add(data.results[0], &vec![(o, 0)]);
            }
            Op::Call(callee) => {
                let args: Vec<PointsTo> = (0..data.args.len()).map(|i| arg(self, i)).collect();
                let results = self.call(*callee, &args, Some(CallAt::Inst(inst, block)));
                for (&r, set) in data.results.iter().zip(&results) {
                    self.add(r, set);
                }
            }
            Op::CallClosure => {
                let args: Vec<PointsTo> = (0..data.args.len()).map(|i| arg(self, i)).collect();
                let targets = self.summaries.values.targets(self.func, &data.args, data.results.iter().map(|&r| self.func.ty(r)));
                let memory = usize::from(self.func.result_memory[inst]);
                let results = self.call_closure(&args, memory, data.results.len(), targets);
                for (&r, set) in data.results.iter().zip(&results) {
                    self.add(r, set);
                }
            }
            Op::CallIface { slot, iface } => {
                let args: Vec<PointsTo> = (1..data.args.len()).map(|i| arg(self, i)).collect();
                let results = self.call_iface(*iface, *slot, &args, data.results.len());
                for (&r, set) in data.results.iter().zip(&results) {
                    self.add(r, set);
                }
            }
            Op::CallBuiltin(builtin, _) => self.builtin(block, inst, *builtin),
            _ => {}
        }
    }

    /// What the source points to, in `size` bytes (`None`: any number), may stand in the destination.
    pub(super) fn copy(&mut self, dst: &PointsTo, src: &PointsTo, size: Option<u64>) {
        for &(o, base) in src {
            let words = match size.map(|s| s as i64) {
                Some(size) if base != ANY => match self.graph.get(o).kind {
                    Kind::Site(..) | Kind::Fresh(..) => {
                        let offsets = self.graph.contents(o).iter().map(|(at, _)| *at);
                        let inside = offsets.map(|at| if at == ANY { ANY } else { at - base });
                        inside.filter(|&at| at == ANY || (0..size).contains(&at)).collect()
                    }
                    Kind::Phantom { .. } if size <= COPIED_BY_WORD => (0..size / 8).map(|i| i * 8).collect(),
                    _ => vec![ANY],
                },
                _ => vec![ANY],
            };
            for at in words {
                let from = if at == ANY { ANY } else { base + at };
                let values = self.graph.load(o, from);
                self.store_all(dst, at, &values);
            }
        }
    }

    /// Calls a function. `at`: where, if the call names it and can name another form of it.
    pub(super) fn call(&mut self, callee: FuncId, args: &[PointsTo], at: Option<CallAt>) -> Vec<PointsTo> {
        match &self.summaries[callee] {
            Some(summary) => {
                self.graph.here.callee = Some(callee);
                let (results, called) = summary.apply(&mut self.graph, args, at.filter(|at| !self.forced.calls.contains(at)));
                self.graph.here.callee = None;
                self.called_elsewhere(&called);
                results
            }
            // Not solved yet, in the same component: nothing is known to flow until the next round.
            None => vec![PointsTo::new(); self.module.funcs[callee].sig.results.len()],
        }
    }

    /// Calls every method that the interface's value may have; `args` begin with the data word.
    fn call_iface(&mut self, iface: DataId, slot: u32, args: &[PointsTo], results: usize) -> Vec<PointsTo> {
        let Some(targets) = self.module.iface_targets(iface, slot) else {
            args.iter().for_each(|set| self.escape_all(set, "passed to an interface method"));
            return vec![vec![(HEAP, 0)]; results];
        };
        let mut out = vec![PointsTo::new(); results];
        for &target in targets {
            for (all, set) in out.iter_mut().zip(self.call(target, args, None)) {
                union(all, set);
            }
        }
        out
    }

    fn terminator(&mut self, block: BlockId) {
        let term = &self.func.blocks[block].term;
        self.graph.here = Here::at(None, self.func.blocks[block].term_loc);
        for target in term.targets() {
            for (&param, &a) in self.func.blocks[target.block].params.iter().zip(&target.args) {
                let set = self.referents(a);
                self.add(param, &set);
            }
        }
        let sets = |s: &Self, values: &[ValueId]| -> Vec<PointsTo> { values.iter().map(|&v| s.points_to[v].clone()).collect() };
        match term {
            Terminator::Return(values) => self.returns(values.iter().map(|&v| self.referents(v)).collect()),
            Terminator::TailCall(callee, values) => {
                let results = self.call(*callee, &sets(self, values), Some(CallAt::Tail(block)));
                self.returns(results);
            }
            Terminator::TailCallClosure(values) => {
                let targets = self.summaries.values.targets(self.func, values, self.func.sig.results.iter().copied());
                let results = self.call_closure(&sets(self, values), 0, self.results.len(), targets);
                self.returns(results);
            }
            Terminator::TailCallIface(slot, iface, values) => {
                let results = self.call_iface(*iface, *slot, &sets(self, values)[1..], self.results.len());
                self.returns(results);
            }
            _ => {}
        }
        // A tail call leaves this frame before the callee runs.
        if let Terminator::TailCall(_, values) | Terminator::TailCallClosure(values) | Terminator::TailCallIface(_, _, values) = term {
            for set in sets(self, values) {
                for &(o, _) in &set {
                    if matches!(self.graph.get(o).kind, Kind::Site(..) | Kind::Fresh(..)) {
                        self.graph.escape(o, "passed to a tail call");
                    }
                }
            }
        }
    }

    fn returns(&mut self, sets: Vec<PointsTo>) {
        for (i, set) in sets.into_iter().enumerate() {
            for item in set {
                if self.func.sig.results[i] != Ty::Ptr {
                    self.return_address(i, item);
                    continue;
                }
                self.graph.lend(item.0, "returned");
                let item = if self.graph.get(item.0).escaped { (HEAP, 0) } else { item };
                self.changed |= insert(&mut self.results[i], item);
            }
        }
    }
}
