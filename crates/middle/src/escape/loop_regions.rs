//! Loops whose iterations give back what they allocate on the side stack.
//!
//! Where everything that a loop allocates there dies with the iteration, the loop begins each iteration by releasing
//! what was allocated since it was entered: the region does not grow with the number of iterations. The objects of the
//! last iteration stay until the function returns, since what follows the loop may use them.

use super::graph::{Graph, Kind, Obj};
use super::place::{Context, Decision, Flow, Place};
use super::solve::Solved;
use golift_abi::Builtin;
use golift_ssa::{BlockCall, BlockId, Func, Module, Op, SiteId, SiteKind, Terminator, Ty};

/// A loop to release in.
#[derive(Clone, Debug)]
pub(crate) struct LoopRegion {
    header: BlockId,
    latches: Vec<BlockId>,
}

/// The loops of a function that can release, in its plain form, once its sites are decided.
pub(crate) fn loop_regions(module: &Module, func: &Func, flow: &Flow, context: &Context, decisions: &[Decision]) -> Vec<LoopRegion> {
    if flow.irreducible || flow.loops.loops.is_empty() {
        return Vec::new();
    }
    let on_side = objects_on_side(context.graph, decisions);
    let growing = growing_appends(module, context.graph, decisions);
    if on_side.is_empty() && growing.is_empty() {
        return Vec::new();
    }
    let mut out = Vec::new();
    for (index, l) in flow.loops.loops.iter().enumerate() {
        let mut inside = on_side.iter().filter(|(_, block)| flow.loops.contains(index, *block)).peekable();
        let entered_at_once = l.header == func.entry() || Some(l.header) == func.recover_block;
        let dies = |o| context.dies_with_iteration(o, index);
        // An append whose arrays must not die with the iteration stays off the side stack (`grow_on_side`).
        // A map from before the loop cannot grow on the side stack in a loop that releases.
        let may_grow = || {
            growing.iter().any(|&(_, o, block)| flow.loops.contains(index, block) && dies(o))
                && !assigns_to_maps(func, func.layout.iter().copied().filter(|&b| flow.loops.contains(index, b)))
        };
        if !entered_at_once && (inside.peek().is_some() || may_grow()) && inside.all(|&(o, _)| dies(o)) {
            out.push(LoopRegion { header: l.header, latches: l.latches.clone() });
        }
    }
    out
}

fn assigns_to_maps(func: &Func, mut blocks: impl Iterator<Item = BlockId>) -> bool {
    use Builtin::{rt_mapassign, rt_mapassign32, rt_mapassign64, rt_mapassignstr};
    let assigns = |op: &Op| matches!(op, Op::CallBuiltin(rt_mapassign | rt_mapassign32 | rt_mapassign64 | rt_mapassignstr, _));
    blocks.any(|b| func.blocks[b].insts.iter().any(|&inst| assigns(&func.insts[inst].op)))
}

/// The appends that have room in the frame: which decision, the object of their arrays, and the block.
fn growing_appends(module: &Module, graph: &Graph, decisions: &[Decision]) -> Vec<(usize, Obj, BlockId)> {
    let appends = |d: &Decision| d.plain == Place::Slot && module.sites[d.site].kind == SiteKind::Append;
    let all = decisions.iter().enumerate().filter(|(_, d)| appends(d));
    all.filter_map(|(i, d)| {
        let o = graph.find_site(d.site)?;
        Some((i, o, graph.get(o).kind.made_in()?))
    })
    .collect()
}

/// Lets the arrays of appends that have room in the frame go on on the side stack. Not those that a loop would release too
/// early (none of them keeps a loop from releasing), and not those that begin anew in each iteration of a loop that
/// releases nothing: they would use up the owner's share. Where a loop goes on with the same slice, all its outgrown arrays
/// together take no more than the last one.
pub(crate) fn grow_on_side(module: &Module, func: &Func, flow: &Flow, solved: &mut Solved) {
    let growing = growing_appends(module, &solved.graph, &solved.decisions);
    // Nor can a caller's map in a function that owns a region.
    let owner = solved.decisions.iter().any(|d| d.plain == Place::Side) || !solved.regions.is_empty();
    if growing.is_empty() || (!owner && assigns_to_maps(func, func.layout.iter().copied())) {
        return;
    }
    let context = Context::of(func, flow, solved);
    let in_time = |o: Obj, block: BlockId| {
        flow.loops.loops.iter().enumerate().all(|(index, l)| {
            let released = solved.regions.iter().any(|r| r.header == l.header);
            !flow.loops.contains(index, block) || released == context.dies_with_iteration(o, index)
        })
    };
    let chosen: Vec<usize> = growing.iter().filter(|(_, o, block)| in_time(*o, *block)).map(|(i, ..)| *i).collect();
    chosen.into_iter().for_each(|i| solved.decisions[i].plain = Place::Side);
}

/// The objects that the plain form puts on the side stack, with the block where they are made.
fn objects_on_side(graph: &Graph, decisions: &[Decision]) -> Vec<(Obj, BlockId)> {
    let sites = decisions.iter().filter(|d| d.plain == Place::Side).filter_map(|d| graph.find_site(d.site));
    let fresh = graph.objects().filter(|(_, x)| matches!(x.kind, Kind::Fresh(..)) && !x.escaped && !x.lent).map(|(o, _)| o);
    sites.chain(fresh).filter_map(|o| Some((o, graph.get(o).kind.made_in()?))).collect()
}

/// The objects that would keep heap objects alive on the side stack: made in a loop that does not release them, while they
/// hold pointers into the heap. The collector cannot tell which objects of a side stack are still in use, and a loop may
/// make thousands that are not. Arrays that an append has outgrown are no such objects: they take no more room than the one
/// that took their place, which holds what they hold. Nor are deferred calls: all of them are in use until the function
/// returns.
pub(crate) fn retaining_objects(module: &Module, flow: &Flow, solved: &Solved) -> Vec<Obj> {
    let released = |block: BlockId, lent: bool| {
        let releases = |index: usize| solved.regions.iter().any(|r| r.header == flow.loops.loops[index].header);
        !flow.irreducible && flow.loops.around(block).all(|index| !lent && releases(index))
    };
    let in_use = |site: SiteId| matches!(module.sites[site].kind, SiteKind::Append | SiteKind::Defer);
    let deferred = deferred_objects(&solved.graph);
    let on_side = solved.decisions.iter().filter(|d| d.local == Place::Side && !in_use(d.site));
    let on_side = on_side.filter_map(|d| solved.graph.find_site(d.site));
    let fresh = solved.graph.objects().filter(|(_, x)| !x.escaped && matches!(x.kind, Kind::Fresh(_, site) if !in_use(site)));
    let fresh = fresh.map(|(o, _)| o);
    let blocks = on_side.chain(fresh).filter_map(|o| Some((o, solved.graph.get(o).kind.made_in()?)));
    let mut out: Vec<Obj> = blocks
        .filter(|&(o, block)| !released(block, solved.graph.get(o).lent) && !deferred.contains(&o) && holds_heap(&solved.graph, o))
        .map(|(o, _)| o)
        .collect();
    out.dedup();
    out
}

/// What the function's frame lists as deferred: closures, and the lists of loops over functions.
fn deferred_objects(graph: &Graph) -> Vec<Obj> {
    let frames = graph.objects().filter(|(_, x)| x.kind == Kind::DeferFrame);
    frames.flat_map(|(frame, _)| graph.contents(frame)).flat_map(|(_, set)| set).map(|&(o, _)| o).collect()
}

/// Whether an object points to the heap, or to what a parameter's memory points to, which may be there.
fn holds_heap(graph: &Graph, o: Obj) -> bool {
    graph.contents(o).iter().flat_map(|(_, set)| set).any(|&(v, _)| match graph.get(v).kind {
        Kind::Heap => true,
        Kind::Phantom { depth, .. } => depth > 0,
        _ => graph.get(v).escaped,
    })
}

/// Inserts the marks before the loops and the releases at the heads of their iterations.
pub(crate) fn insert_releases(func: &mut Func, regions: &[LoopRegion]) {
    for region in regions {
        let before = block_before(func, region);
        let mark = func.make_inst(Op::SideMark, &[], &[Ty::I64], None);
        func.blocks[before].insts.push(mark);
        let mark = func.result(mark);
        let release = func.make_inst(Op::SideRelease, &[mark], &[], None);
        func.blocks[region.header].insts.insert(0, release);
    }
}

/// Makes a block through which the loop is entered.
fn block_before(func: &mut Func, region: &LoopRegion) -> BlockId {
    let entering: Vec<BlockId> = func.layout.iter().copied().filter(|b| !region.latches.contains(b)).collect();
    let types: Vec<Ty> = func.blocks[region.header].params.iter().map(|&p| func.ty(p)).collect();
    let before = func.add_block();
    func.layout.pop();
    let args = types.into_iter().map(|ty| func.add_block_param(before, ty)).collect();
    for block in entering {
        for target in func.blocks[block].term.targets_mut() {
            if target.block == region.header {
                target.block = before;
            }
        }
    }
    func.blocks[before].term = Terminator::Jump(BlockCall { block: region.header, args });
    func.blocks[before].term_loc = func.blocks[region.header].term_loc;
    let at = func.layout.iter().position(|&b| b == region.header).unwrap_or(func.layout.len());
    func.layout.insert(at, before);
    before
}
