//! What a caller needs to know of a function: how parameters flow.
//!
//! A summary is the phantom part of the function's graph: for each phantom whether it escapes or is called, what the
//! function stores into it, and what the results point to. Applying it at a call maps phantoms to the arguments' objects.

use super::graph::{CallAt, Graph, HEAP, Kind, Obj, STATIC};
use super::points_to::{ANY, PointsTo, insert, shifted, union};
use golift_ssa::{FuncId, SiteId};
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::BTreeMap;

/// What a summary's set member is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Target {
    Heap,
    Static,
    Phantom(u32),
    /// What the function allocates for its caller: an index into the summary's list.
    Fresh(u32),
    Code(FuncId),
}

/// Why arguments of a function escape that was not solved to the end.
const TOO_COMPLEX: &str = "passed to a recursive function that is too complex to analyse";

type Targets = Vec<(Target, i64)>;

/// Why a phantom escapes. Reasons are for people: which of several was found first keeps no component from its fixed point.
#[derive(Clone, Copy, Debug)]
struct Reason(&'static str);

impl PartialEq for Reason {
    fn eq(&self, _: &Reason) -> bool {
        true
    }
}

impl Eq for Reason {}

/// A phantom with what the function does to it.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Phantom {
    param: u32,
    /// The phantom and offset it was loaded from.
    parent: Option<(u32, i64)>,
    deep: bool,
    escaped: bool,
    called: bool,
    reason: Reason,
    stores: Vec<(i64, Targets)>,
}

/// The phantoms to which the function does something, or which it returns or stores, with the ones above them.
/// Those that it only reads need no place in the summary.
fn wanted_phantoms(graph: &Graph, results: &[PointsTo]) -> FxHashSet<Obj> {
    let mut work: Vec<Obj> = results.iter().flatten().map(|&(o, _)| o).collect();
    for (o, object) in graph.objects() {
        if object.lent && !object.escaped {
            work.extend(graph.contents(o).iter().flat_map(|(_, set)| set).map(|&(v, _)| v));
        }
        let Kind::Phantom { parent, .. } = object.kind else { continue };
        // What escapes takes its contents along: a phantom below needs no mention of its own.
        let escapes = object.escaped && parent.is_none_or(|(p, _)| !graph.get(p).escaped);
        if escapes || object.called || !graph.contents(o).is_empty() {
            work.push(o);
            work.extend(graph.contents(o).iter().flat_map(|(_, set)| set).map(|&(v, _)| v));
        }
    }
    let mut wanted = FxHashSet::default();
    while let Some(o) = work.pop() {
        if let Kind::Phantom { parent, .. } = graph.get(o).kind
            && wanted.insert(o)
        {
            work.extend(parent.map(|(p, _)| p));
        }
    }
    wanted
}

/// What a function allocates for its caller: all that one site makes, in the function or in those that it calls.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Fresh {
    site: SiteId,
    stores: Vec<(i64, Targets)>,
}

/// How a function treats its parameters and what it returns.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Summary {
    phantoms: Vec<Phantom>,
    /// By site.
    fresh: Vec<Fresh>,
    results: Vec<Targets>,
    /// See [`Summary::coarse`].
    coarse: bool,
}

/// A parameter, and offsets from the last load back to the first.
pub(crate) type PhantomPath = (u32, Vec<i64>);

/// The phantoms of a solved graph that its summary names, in the summary's order.
pub(crate) fn summary_phantoms(graph: &Graph, results: &[PointsTo]) -> Vec<Obj> {
    let wanted = wanted_phantoms(graph, results);
    graph.objects().map(|(o, _)| o).filter(|o| wanted.contains(o)).collect()
}

/// The objects that a function allocates for its caller, by the site that makes them.
pub(crate) fn lent_sites(graph: &Graph) -> BTreeMap<SiteId, Vec<Obj>> {
    let mut out: BTreeMap<SiteId, Vec<Obj>> = BTreeMap::new();
    for (o, object) in graph.objects() {
        if let Kind::Site(site, _) | Kind::Fresh(_, site) = object.kind
            && object.lent
            && !object.escaped
        {
            out.entry(site).or_default().push(o);
        }
    }
    out
}

impl Summary {
    /// Whether the function lets a phantom escape, and why.
    pub(crate) fn escaping(&self, phantom: u32) -> Option<&'static str> {
        self.phantoms.get(phantom as usize).filter(|p| p.escaped).map(|p| p.reason.0)
    }

    /// Whether the function was not solved to the end.
    pub(crate) fn is_coarse(&self) -> bool {
        self.coarse
    }

    /// A phantom's parameter and the offsets through which it is reached from there: what it is called in all rounds.
    pub(crate) fn path_of(&self, phantom: u32) -> PhantomPath {
        let mut path = PhantomPath::default();
        let mut at = self.phantoms.get(phantom as usize);
        while let Some(p) = at {
            path.0 = p.param;
            path.1.extend(p.parent.map(|(_, offset)| offset));
            at = p.parent.and_then(|(parent, _)| self.phantoms.get(parent as usize));
        }
        path
    }

    /// The parameter that a phantom belongs to.
    pub(crate) fn param_of(&self, phantom: u32) -> Option<u32> {
        self.phantoms.get(phantom as usize).map(|p| p.param)
    }

    /// The summary of a function whose graph is solved.
    pub(crate) fn of(graph: &Graph, results: &[PointsTo]) -> Summary {
        let wanted = wanted_phantoms(graph, results);
        let mut index: FxHashMap<Obj, u32> = FxHashMap::default();
        for (o, _) in graph.objects() {
            if wanted.contains(&o) {
                index.insert(o, index.len() as u32);
            }
        }
        let lent = lent_sites(graph);
        let fresh_index: FxHashMap<SiteId, u32> = lent.keys().zip(0..).map(|(&site, i)| (site, i)).collect();
        let targets = |set: &PointsTo| {
            let mut out: Targets = set
                .iter()
                .filter_map(|&(o, at)| match graph.get(o).kind {
                    _ if graph.get(o).escaped => Some((Target::Heap, 0)),
                    Kind::Static => Some((Target::Static, 0)),
                    Kind::Phantom { .. } => Some((Target::Phantom(index[&o]), at)),
                    Kind::Func(f) => Some((Target::Code(f), 0)),
                    Kind::Site(site, _) | Kind::Fresh(_, site) => {
                        Some(fresh_index.get(&site).map_or((Target::Heap, 0), |&i| (Target::Fresh(i), at)))
                    }
                    Kind::Heap | Kind::DeferFrame => Some((Target::Heap, 0)),
                })
                .collect();
            out.sort_unstable();
            out.dedup();
            out
        };
        let mut phantoms = Vec::new();
        for (o, object) in graph.objects() {
            let Kind::Phantom { param, parent, .. } = object.kind else { continue };
            if !wanted.contains(&o) {
                continue;
            }
            phantoms.push(Phantom {
                param,
                parent: parent.map(|(p, at)| (index[&p], at)),
                deep: graph.is_deep(o),
                escaped: object.escaped,
                called: object.called,
                reason: Reason(object.reason),
                stores: graph.contents(o).iter().map(|(at, set)| (*at, targets(set))).collect(),
            });
        }
        let fresh = lent
            .iter()
            .map(|(&site, objects)| {
                let mut stores: BTreeMap<i64, Targets> = BTreeMap::new();
                for (at, set) in objects.iter().flat_map(|&o| graph.contents(o)) {
                    let all = stores.entry(*at).or_default();
                    all.extend(targets(set));
                    all.sort_unstable();
                    all.dedup();
                }
                Fresh { site, stores: stores.into_iter().collect() }
            })
            .collect();
        Summary { phantoms, fresh, results: results.iter().map(targets).collect(), coarse: false }
    }

    /// The summary of a function that is not solved to the end: what parameters point to is told apart, and whether it
    /// escapes; all that is reachable from there escapes. It says at least what `previous` said, so that coarse summaries
    /// of a component settle.
    pub(crate) fn coarse(graph: &Graph, results: &[PointsTo], params: usize, previous: Option<&Summary>) -> Summary {
        let mut tops: Vec<Option<Obj>> = vec![None; params];
        for (o, object) in graph.objects() {
            if let Kind::Phantom { param, parent: None, .. } = object.kind {
                tops[param as usize] = Some(o);
            }
        }
        // Objects that are on the heap for callers, and what hangs from the parameters' memory, must not point into frames.
        let on_heap = |o: Obj| graph.get(o).lent || matches!(graph.get(o).kind, Kind::Phantom { parent: Some(_), .. });
        let kept: FxHashSet<Obj> =
            graph.objects().filter(|(o, _)| on_heap(*o)).flat_map(|(o, _)| graph.contents(o)).flat_map(|(_, set)| set).map(|&(v, _)| v).collect();
        let known = |param: usize| previous.and_then(|s| s.phantoms.get(2 * param));
        let escaped: Vec<bool> = (0..params)
            .map(|i| {
                let now = tops[i].is_some_and(|o| graph.get(o).escaped || graph.is_deep(o) || kept.contains(&o));
                now || known(i).is_some_and(|p| p.escaped)
            })
            .collect();
        let targets = |set: &mut dyn Iterator<Item = Obj>, known: Option<&Targets>| {
            let mut out: Targets = vec![(Target::Heap, 0)];
            let param = |o| tops.iter().position(|t| *t == Some(o));
            out.extend(set.filter_map(param).map(|i| (Target::Phantom(2 * i as u32), ANY)));
            out.extend(known.into_iter().flatten());
            out.retain(|(t, _)| !matches!(t, Target::Phantom(p) if escaped[*p as usize / 2]));
            out.sort_unstable();
            out.dedup();
            out
        };
        let mut phantoms = Vec::new();
        for i in 0..params {
            let contents = tops[i].map(|o| graph.contents(o)).unwrap_or_default();
            let stored = targets(
                &mut contents.iter().flat_map(|(_, set)| set).map(|&(v, _)| v),
                known(i).and_then(|p| p.stores.first()).map(|(_, t)| t),
            );
            let called = tops[i].is_some_and(|o| graph.get(o).called) || known(i).is_some_and(|p| p.called);
            let top = Phantom {
                param: i as u32,
                parent: None,
                deep: false,
                escaped: escaped[i],
                called,
                reason: Reason(TOO_COMPLEX),
                stores: vec![(ANY, stored)],
            };
            let below = Phantom { parent: Some((phantoms.len() as u32, ANY)), deep: true, escaped: true, called: false, stores: Vec::new(), ..top };
            phantoms.extend([top, below]);
        }
        let known = |i: usize| previous.and_then(|s| s.results.get(i));
        let results = results.iter().enumerate().map(|(i, set)| targets(&mut set.iter().map(|&(o, _)| o), known(i))).collect();
        Summary { phantoms, fresh: Vec::new(), results, coarse: true }
    }

    /// Whether the function keeps, gives back, stores or calls what a parameter points to.
    pub(crate) fn keeps(&self, param: usize) -> bool {
        let Some(at) = self.phantoms.iter().position(|p| p.param as usize == param && p.parent.is_none()) else { return false };
        let phantom = &self.phantoms[at];
        let is_it = |&(target, _): &(Target, i64)| target == Target::Phantom(at as u32);
        // One that stands for everything reachable from it may hold its own address.
        phantom.escaped
            || phantom.called
            || phantom.deep
            || self.phantoms.iter().flat_map(|p| &p.stores).any(|(_, set)| set.iter().any(is_it))
            || self.fresh.iter().flat_map(|f| &f.stores).any(|(_, set)| set.iter().any(is_it))
            || self.results.iter().flatten().any(is_it)
    }

    /// Applies the summary in a caller's graph. Returns what each result points to, and the objects that the callee calls
    /// with arguments unknown here. At a call of which the caller knows the code (`at`) what the callee allocates for its
    /// caller becomes objects of the caller; all of one call have the same lifetime, since one variant of the callee
    /// allocates them. At other calls it is on the heap.
    pub(crate) fn apply(&self, graph: &mut Graph, args: &[PointsTo], at: Option<CallAt>) -> (Vec<PointsTo>, PointsTo) {
        let mut mapped: Vec<PointsTo> = Vec::with_capacity(self.phantoms.len());
        let mut called = PointsTo::new();
        for (index, phantom) in self.phantoms.iter().enumerate() {
            graph.here.phantom = index as u32;
            let mut set = match phantom.parent {
                None => args.get(phantom.param as usize).cloned().unwrap_or_default(),
                Some((parent, at)) => {
                    let mut out = PointsTo::new();
                    for (o, base) in shifted(&mapped[parent as usize], at) {
                        graph.load_into(o, base, &mut out);
                    }
                    out
                }
            };
            if phantom.deep {
                set = graph.closure(&set);
            }
            if phantom.escaped {
                for &(o, _) in &set {
                    graph.escape(o, if phantom.reason.0.is_empty() { "passed to a call that keeps it" } else { phantom.reason.0 });
                }
            }
            if phantom.called {
                union(&mut called, set.iter().copied());
            }
            mapped.push(set);
        }
        let fresh: Vec<Obj> = self.fresh.iter().map(|f| at.map_or(HEAP, |at| graph.fresh(at, f.site))).collect();
        let mut codes: FxHashMap<FuncId, Obj> = FxHashMap::default();
        let all = self.phantoms.iter().flat_map(|p| &p.stores).chain(self.fresh.iter().flat_map(|f| &f.stores)).map(|(_, t)| t);
        for &(target, _) in all.chain(&self.results).flatten() {
            if let Target::Code(f) = target {
                codes.insert(f, graph.function(f));
            }
        }
        let resolve = |targets: &Targets| {
            let mut out = PointsTo::new();
            for &(target, at) in targets {
                match target {
                    Target::Heap => {
                        insert(&mut out, (HEAP, 0));
                    }
                    Target::Static => {
                        insert(&mut out, (STATIC, 0));
                    }
                    Target::Code(f) => {
                        insert(&mut out, (codes[&f], 0));
                    }
                    Target::Fresh(i) => {
                        let o = fresh[i as usize];
                        insert(&mut out, (o, if o == HEAP { 0 } else { at }));
                    }
                    Target::Phantom(p) => {
                        union(&mut out, shifted(&mapped[p as usize], at));
                    }
                }
            }
            out
        };
        // Phantoms that are deep are often the same objects here. A store that was made before says nothing new, unless
        // something escaped or was lent since.
        let mut made: Vec<(usize, i64, PointsTo, u32)> = Vec::new();
        for (i, phantom) in self.phantoms.iter().enumerate() {
            graph.here.phantom = i as u32;
            let holders = mapped.iter().position(|set| *set == mapped[i]).unwrap_or(i);
            for (at, targets) in &phantom.stores {
                let at = if phantom.deep { ANY } else { *at };
                let (values, epoch) = (resolve(targets), graph.epoch);
                if made.iter().any(|(h, a, v, e)| (*h, *a, *e) == (holders, at, epoch) && *v == values) {
                    continue;
                }
                for (o, base) in shifted(&mapped[holders], at) {
                    graph.store(o, base, &values);
                }
                made.push((holders, at, values, epoch));
            }
        }
        for (f, &o) in self.fresh.iter().zip(&fresh) {
            for (at, targets) in &f.stores {
                graph.store(o, *at, &resolve(targets));
            }
        }
        if let Some(&gone) = fresh.iter().find(|&&o| graph.get(o).escaped) {
            let reason = graph.get(gone).reason;
            fresh.iter().for_each(|&o| graph.escape(o, reason));
        } else if let Some(&lent) = fresh.iter().find(|&&o| graph.get(o).lent) {
            let reason = graph.get(lent).reason;
            fresh.iter().for_each(|&o| graph.lend(o, reason));
        }
        // Objects that are on the heap by now are that in the results too.
        let results = self.results.iter().map(resolve).map(|set| {
            let mut out = PointsTo::new();
            for (o, at) in set {
                insert(&mut out, if graph.get(o).escaped { (HEAP, 0) } else { (o, at) });
            }
            out
        });
        (results.collect(), called)
    }
}
