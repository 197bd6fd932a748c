//! From solved graphs to placements.
//!
//! An object that has not escaped and that no caller can reach after the return is in the frame: in a slot if it is small
//! and of constant size and the slot can be reused, else on the side stack. The slot can be reused when in a loop no
//! pointer to the object of one iteration may be alive in the next one. That holds when no parameter of a header of a
//! loop around the site points to the object, and every object that points to it is made anew in the same loop too.
//! What the caller can reach is on the heap, and on the side stack in the function's local form ([`super::local_forms`]).

use super::calls::Summaries;
use super::graph::{Graph, Obj};
use super::joined::Joined;
use super::solve::Solved;
use crate::opt::simplify_cfg::constant;
use golift_abi::{AppendRoom, Builtin, MAX_IMPLICIT_STACK_VAR, MAX_STACK_VAR, STRING_BUFFER};
use golift_ssa::{BlockId, Cfg, Dominators, Func, FuncId, InstId, Keep, Loops, Module, Op, SiteId, SiteKind, Ty};
use rustc_hash::FxHashSet;

/// How much of a frame placed objects may take; more goes to the side stack, the largest first.
const FRAME_BUDGET: u64 = 24 << 10;

/// Where a site's memory is, in one form of a function.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Place {
    /// A slot of the frame.
    Slot,
    /// The side stack.
    Side,
    /// The heap, and why.
    Heap(&'static str),
}

/// The decision for one site.
pub(crate) struct Decision {
    /// The site.
    pub(crate) site: SiteId,
    /// In the form that every caller can use.
    pub(crate) plain: Place,
    /// In the form that allocates in its caller's region.
    pub(crate) local: Place,
}

/// Size in bytes of a `make_slice` with constant length and capacity.
pub(crate) fn constant_make(module: &Module, func: &Func, inst: InstId) -> Option<u64> {
    let data = &func.insts[inst];
    let Op::MakeSlice(site) = data.op else { return None };
    let size = |i: usize| u64::try_from(constant(func, data.args[i])?).ok();
    let (len, cap) = (size(0)?, size(1)?);
    let elem = module.layouts[module.sites[site].layout?].size;
    (len <= cap).then(|| cap.checked_mul(elem)).flatten()
}

/// What placement needs to know of a function's control flow.
pub(crate) struct Flow {
    pub(super) cfg: Cfg,
    pub(super) loops: Loops,
    pub(super) irreducible: bool,
    /// The goroutines that are joined.
    pub(super) joined: Joined,
}

impl Flow {
    /// Computes it; it stays true while the function is solved, however often.
    pub(crate) fn of(module: &Module, id: FuncId, summaries: &Summaries) -> Flow {
        let func = &module.funcs[id];
        let cfg = Cfg::compute(func);
        let dom = Dominators::compute(func, &cfg);
        let loops = Loops::compute(func, &cfg, &dom);
        let irreducible = has_irreducible_cycle(func, &cfg, &dom);
        let mut flow = Flow { cfg, loops, irreducible, joined: Joined::default() };
        flow.joined = Joined::find(module, func, &flow, &dom, summaries.panics_end);
        flow
    }
}

/// Decides every site of a function.
pub(crate) fn decide(module: &Module, func: &Func, flow: &Flow, context: &Context) -> Vec<Decision> {
    let graph = context.graph;
    let mut out = Vec::new();
    let mut sized: Vec<(u64, usize)> = Vec::new();
    for &block in flow.cfg.order() {
        for &inst in &func.blocks[block].insts {
            let data = &func.insts[inst];
            // The size in bytes, if it is a constant.
            let (site, size) = match data.op {
                Op::Alloc(site) => (site, module.sites[site].layout.map(|l| module.layouts[l].size)),
                Op::MakeSlice(site) => (site, constant_make(module, func, inst)),
                Op::CallBuiltin(Builtin::rt_growslice, Some(site)) if !holds_pointers(module, site) => {
                    (site, Some(size_of::<AppendRoom>() as u64))
                }
                Op::CallBuiltin(b, Some(site)) if module.sites[site].keep == Keep::Large && b.takes_buffer() => {
                    (site, Some(STRING_BUFFER))
                },
                Op::CallBuiltin(_, Some(site)) => (site, None),
                _ => continue,
            };
            let kind = module.sites[site].kind;
            let limit = if matches!(kind, SiteKind::Var | SiteKind::Param) { MAX_STACK_VAR } else { MAX_IMPLICIT_STACK_VAR };
            let object = graph.find_site(site).map(|o| (o, graph.get(o)));
            let (plain, local) = match object {
                _ if kind == SiteKind::Temp => (Place::Slot, Place::Slot),
                None => (Place::Heap("not reached by the analysis"), Place::Heap("not reached by the analysis")),
                Some((_, x)) if x.escaped => (Place::Heap(x.reason), Place::Heap(x.reason)),
                Some(_) if size.is_some_and(|s| s > limit) => {
                    (Place::Heap("too large for the stack"), Place::Heap("too large for the stack"))
                }
                Some((_, x)) if x.lent => (Place::Heap(x.reason), Place::Side),
                // Room for append is never used twice in one activation.
                Some(_) if kind == SiteKind::Append && size.is_some() => (Place::Slot, Place::Slot),
                Some((o, _)) if size.is_some() && context.slot_can_be_reused(o, block) => (Place::Slot, Place::Slot),
                Some(_) => (Place::Side, Place::Side),
            };
            if let (Place::Slot, Some(size)) = (plain, size)
                && kind != SiteKind::Temp
            {
                sized.push((size, out.len()));
            }
            out.push(Decision { site, plain, local });
        }
    }
    let mut total: u64 = sized.iter().map(|(s, _)| s).sum();
    sized.sort_by_key(|&(size, i)| (std::cmp::Reverse(size), i));
    for (size, i) in sized {
        if total <= FRAME_BUDGET {
            break;
        }
        total -= size;
        (out[i].plain, out[i].local) = (Place::Side, Place::Side);
    }
    out
}

/// Whether the elements of the array that a site's builtin allocates hold pointers.
pub(crate) fn holds_pointers(module: &Module, site: SiteId) -> bool {
    module.sites[site].layout.is_none_or(|l| module.layouts[l].pointers.contains(&true))
}

/// What tells whether an object dies with an iteration.
pub(crate) struct Context<'a> {
    pub(super) graph: &'a Graph,
    loops: &'a Loops,
    irreducible: bool,
    /// For each loop the objects to which parameters of its header point, sorted.
    carried: Vec<Vec<Obj>>,
    /// For each object the objects that point to it; none if there are no loops.
    holders: Vec<Vec<Obj>>,
}

impl<'a> Context<'a> {
    /// The context of a function whose graph is solved.
    pub(crate) fn of(func: &Func, flow: &'a Flow, solved: &'a Solved) -> Context<'a> {
        // What goroutines know that are still at work when the next iteration begins; the closures were copied.
        let started = |header: BlockId| {
            let starts = flow.joined.all().filter(move |(_, s)| s.over.contains(&header));
            let closures = starts.flat_map(|(inst, _)| &solved.points_to[func.insts[inst].args[0]]);
            closures.flat_map(|&(o, _)| solved.graph.contents(o)).flat_map(|(_, set)| set)
        };
        let carried = flow.loops.loops.iter().map(|l| {
            let params = func.blocks[l.header].params.iter().filter(|&&p| func.ty(p) == Ty::Ptr);
            let mut objects: Vec<Obj> = params.flat_map(|&p| &solved.points_to[p]).chain(started(l.header)).map(|&(o, _)| o).collect();
            objects.sort_unstable();
            objects.dedup();
            objects
        });
        let holders = if flow.loops.loops.is_empty() { Vec::new() } else { holders(&solved.graph) };
        Context { graph: &solved.graph, loops: &flow.loops, irreducible: flow.irreducible, carried: carried.collect(), holders }
    }

    fn slot_can_be_reused(&self, o: Obj, block: BlockId) -> bool {
        !self.irreducible && self.loops.around(block).all(|index| self.dies_with_iteration(o, index))
    }

    /// Whether no pointer to the object lives on in the next iteration of a loop around where it is made.
    pub(crate) fn dies_with_iteration(&self, o: Obj, index: usize) -> bool {
        let mut seen: FxHashSet<Obj> = FxHashSet::from_iter([o]);
        let mut work = vec![o];
        while let Some(o) = work.pop() {
            if self.carried[index].binary_search(&o).is_ok() {
                return false;
            }
            for &h in self.holders.get(o.0 as usize).map_or(&[][..], Vec::as_slice) {
                let made = self.graph.get(h).kind.made_in();
                if !made.is_some_and(|block| self.loops.contains(index, block)) {
                    return false;
                }
                if seen.insert(h) {
                    work.push(h);
                }
            }
        }
        true
    }
}

/// For each object those that point to it.
pub(super) fn holders(graph: &Graph) -> Vec<Vec<Obj>> {
    let mut out: Vec<Vec<Obj>> = vec![Vec::new(); graph.objects().len()];
    for (h, _) in graph.objects() {
        for &(o, _) in graph.contents(h).iter().flat_map(|(_, set)| set) {
            let list = &mut out[o.0 as usize];
            if list.last() != Some(&h) {
                list.push(h);
            }
        }
    }
    out
}

/// Whether a cycle has two entries (by goto): no loop of [`Loops`] describes it then.
pub(crate) fn has_irreducible_cycle(func: &Func, cfg: &Cfg, dom: &Dominators) -> bool {
    cfg.order().iter().enumerate().any(|(i, &b)| {
        func.blocks[b].term.targets().iter().any(|t| {
            cfg.number(t.block).is_some_and(|n| n <= i) && !dom.dominates(t.block, b)
        })
    })
}
