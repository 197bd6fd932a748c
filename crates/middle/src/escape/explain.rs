//! Reason chains: from the causes that solved graphs hold to the way by which a value gets to the heap.
//!
//! Every function is asked once its component is solved. A chain follows holders inside the function; where a callee lets
//! a value escape, it ends with a link to the callee's phantom, whose own chain goes on. The links are followed when all
//! functions have been asked.

use super::calls::Summaries;
use super::cause::Here;
use super::graph::{Graph, HEAP, Kind, Obj};
use super::place::Place;
use super::points_to::PointsTo;
use super::solve::Solved;
use super::summary::{PhantomPath, summary_phantoms};
use cranelift_entity::SecondaryMap;
use golift_base::Pos;
use golift_ssa::{FlowStep, Func, FuncId, Leak, LocId, Module, Named, Op, Reasons, SiteId, SiteKind, ValueDef, ValueId};
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::Arc;

/// More steps than this are not shown.
const MAX_STEPS: usize = 24;

/// What holds all that is on the heap.
const TO_HEAP: &str = "{heap}";

/// The part of a way that lies in one function.
#[derive(Clone, Default)]
struct Chain {
    steps: Vec<FlowStep>,
    /// The callee's phantom whose chain goes on.
    next: Option<(FuncId, PhantomPath)>,
}

/// Collects chains.
#[derive(Default)]
pub(crate) struct Explainer {
    /// For each function those of its summary's phantoms, each from the round in which it escaped first: a callee's phantom
    /// to which such a chain leads had escaped before, so that chains of recursive functions end.
    phantoms: SecondaryMap<FuncId, FxHashMap<PhantomPath, Chain>>,
    sites: Vec<(SiteId, Chain)>,
    leaks: Vec<(Leak, Chain)>,
}

impl Explainer {
    /// Takes what a round of solving a function says of phantoms that escape for the first time.
    pub(crate) fn note_round(&mut self, module: &Module, id: FuncId, solved: &Solved, summaries: &Summaries) {
        let local = Local { module, func: &module.funcs[id], solved, graph: &solved.graph, summaries };
        for o in summary_phantoms(&solved.graph, &solved.results) {
            if solved.graph.get(o).escaped {
                self.phantoms[id].entry(local.path(o)).or_insert_with(|| local.chain(o));
            }
        }
    }

    /// Takes what a function's graph says in the end.
    pub(crate) fn collect(&mut self, module: &Module, id: FuncId, solved: &Solved, summaries: &Summaries) {
        let func = &module.funcs[id];
        let local = Local { module, func, solved, graph: &solved.graph, summaries };
        for decision in &solved.decisions {
            let Place::Heap(reason) = decision.plain else { continue };
            let chain = match solved.graph.find_site(decision.site) {
                Some(o) if solved.graph.get(o).escaped || solved.graph.get(o).lent => local.chain(o),
                _ => Chain { steps: vec![local.placed(decision.site, reason)], next: None },
            };
            self.sites.push((decision.site, chain));
        }
        for named in &func.named_params {
            for (text, chain) in local.leaks(named) {
                self.leaks.push((Leak { pos: named.pos, name: named.name.clone(), func: id, text, flow: Vec::new() }, chain));
            }
        }
    }

    /// Joins the chains of callers and callees.
    pub(crate) fn finish(self) -> Reasons {
        let join = |chain: &Chain| -> Vec<FlowStep> {
            let (mut out, mut next) = (chain.steps.clone(), chain.next.as_ref());
            while let Some((callee, path)) = next
                && out.len() < MAX_STEPS
                && let Some(chain) = self.phantoms[*callee].get(path)
            {
                out.extend(chain.steps.iter().cloned());
                next = chain.next.as_ref();
            }
            out.truncate(MAX_STEPS);
            out
        };
        Reasons {
            flows: self.sites.iter().map(|(site, chain)| (*site, join(chain))).collect(),
            leaks: self.leaks.iter().map(|(leak, chain)| Leak { flow: join(chain), ..leak.clone() }).collect(),
        }
    }
}

/// A solved function.
struct Local<'a> {
    module: &'a Module,
    func: &'a Func,
    solved: &'a Solved,
    graph: &'a Graph,
    summaries: &'a Summaries,
}

impl Local<'_> {
    /// A phantom's path.
    fn path(&self, o: Obj) -> PhantomPath {
        let mut path = PhantomPath::default();
        let mut at = Some(o);
        while let Some(Kind::Phantom { param, parent, .. }) = at.map(|o| self.graph.get(o).kind) {
            path.0 = param;
            path.1.extend(parent.map(|(_, offset)| offset));
            at = parent.map(|(p, _)| p);
        }
        path
    }

    /// How an escaped object got to the heap.
    fn chain(&self, o: Obj) -> Chain {
        let (mut steps, mut at) = (Vec::new(), o);
        let mut seen: FxHashSet<Obj> = FxHashSet::default();
        while seen.insert(at) && steps.len() < MAX_STEPS {
            let object = self.graph.get(at);
            let cause = object.cause;
            match cause.holder {
                Some(h) if h != HEAP && (self.graph.get(h).escaped || self.graph.get(h).lent) => {
                    // What a phantom reaches goes with it; that is no step of its own.
                    if !matches!(object.kind, Kind::Phantom { parent: Some((p, _)), .. } if p == h) {
                        let here = self.graph.stored(h, at).unwrap_or(cause.here);
                        let by = here.callee.map(|f| format!(" by {}", self.module.funcs[f].name)).unwrap_or_default();
                        let memory = self.memory(h);
                        steps.push(self.step(self.value(h), at, format!("stored in {memory}{by}"), here));
                    }
                    at = h;
                }
                Some(h) if h != HEAP => {
                    steps.push(self.step(self.memory(h), at, object.reason.to_string(), cause.here));
                    break;
                }
                _ => return self.last(steps, at),
            }
        }
        Chain { steps, next: None }
    }

    /// The end of a chain: what the object's own cause says.
    fn last(&self, mut steps: Vec<FlowStep>, at: Obj) -> Chain {
        let object = self.graph.get(at);
        let here = object.cause.here;
        let Some(callee) = here.callee else {
            if let Some(h) = self.stored_into(here).filter(|&h| h != at && self.graph.get(h).escaped && steps.len() < MAX_STEPS) {
                // The holder had escaped before: sets name the heap in its place.
                steps.push(self.step(self.value(h), at, format!("stored in {}", self.memory(h)), here));
                let Chain { steps: rest, next } = self.chain(h);
                steps.extend(rest);
                return Chain { steps, next };
            }
            steps.push(self.step(TO_HEAP.to_string(), at, self.why(here, object.reason), here));
            return Chain { steps, next: None };
        };
        let name = &self.module.funcs[callee].name;
        let summary = self.summaries[callee].as_ref();
        if summary.is_none_or(|s| s.is_coarse() || s.escaping(here.phantom).is_none()) {
            steps.push(self.step(TO_HEAP.to_string(), at, format!("{} by {name}", object.reason), here));
            return Chain { steps, next: None };
        }
        let param = summary.and_then(|s| s.param_of(here.phantom)).unwrap_or_default();
        let how = match here.inst.map(|i| &self.func.insts[i].op) {
            Some(Op::CallIface { .. }) => " (interface call)",
            Some(Op::CallClosure) => " (call of a function value)",
            _ => "",
        };
        // A wrapper passes everything on to the function that it is named for.
        let next = summary.map(|s| (callee, s.path_of(here.phantom)));
        if self.func.flags.wrapper && steps.is_empty() {
            return Chain { steps, next };
        }
        let to = match &self.module.funcs[callee] {
            f if f.flags.wrapper => name.clone(),
            f => format!("{} of {name}", param_name(f, param)),
        };
        steps.push(self.step(to, at, format!("passed to {name}{how}"), here));
        Chain { steps, next }
    }

    /// The reason, with the global variable's name where the value was assigned to one.
    fn why(&self, here: Here, reason: &str) -> String {
        let Some(inst) = here.inst else { return reason.to_string() };
        let data = &self.func.insts[inst];
        if let (Op::Store(..) | Op::Atomic(_) | Op::MemCopy(..), Some(&addr)) = (&data.op, data.args.first())
            && let Some(name) = self.global(addr)
        {
            return format!("assigned to {name}");
        }
        reason.to_string()
    }

    /// The site whose memory a store goes to, as far as the code shows it.
    fn stored_into(&self, here: Here) -> Option<Obj> {
        let data = &self.func.insts[here.inst?];
        if !matches!(data.op, Op::Store(..) | Op::Atomic(_) | Op::MemCopy(..)) {
            return None;
        }
        let mut work = vec![data.args[0]];
        let mut seen: FxHashSet<ValueId> = FxHashSet::default();
        while let Some(addr) = work.pop().filter(|_| seen.len() < 16) {
            if !seen.insert(addr) {
                continue;
            }
            match self.func.values[addr].def {
                ValueDef::Result(inst, _) => {
                    let data = &self.func.insts[inst];
                    match data.op {
                        Op::AddrOff(_) | Op::ElemAddr { .. } => work.push(data.args[0]),
                        _ => {
                            if let Some(o) = data.op.site().and_then(|s| self.graph.find_site(s)) {
                                return Some(o);
                            }
                        }
                    }
                }
                ValueDef::Param(block, i) => {
                    let jumps = self.func.layout.iter().flat_map(|&b| self.func.blocks[b].term.targets());
                    work.extend(jumps.filter(|t| t.block == block).map(|t| t.args[i as usize]));
                }
            }
        }
        None
    }

    /// The global variable that an address lies in.
    fn global(&self, mut addr: ValueId) -> Option<&str> {
        loop {
            let ValueDef::Result(inst, _) = self.func.values[addr].def else { return None };
            let data = &self.func.insts[inst];
            match data.op {
                Op::DataAddr(d, _) => return Some(self.module.data[d].name.as_str()).filter(|n| !n.contains(':')),
                Op::AddrOff(_) | Op::ElemAddr { .. } => addr = data.args[0],
                _ => return None,
            }
        }
    }

    fn step(&self, to: String, from: Obj, why: String, here: Here) -> FlowStep {
        let (pos, func, inlined) = self.place(here.loc);
        FlowStep { to, from: self.value(from), why, pos, func, inlined }
    }

    /// A site that is on the heap although nothing lets it escape.
    fn placed(&self, site: SiteId, reason: &str) -> FlowStep {
        let site = &self.module.sites[site];
        let (from, func) = (site_value(site.kind, &site.expr), site.func.clone());
        FlowStep { to: TO_HEAP.to_string(), from, why: reason.to_string(), pos: site.pos, func, inlined: Vec::new() }
    }

    /// Position, logical function and the calls through which the code was inlined.
    fn place(&self, loc: Option<LocId>) -> (Pos, Arc<str>, Vec<Pos>) {
        let Some(loc) = loc else { return (Pos::NONE, self.func.name.as_str().into(), Vec::new()) };
        let loc = &self.func.locs[loc];
        let mut inlined = Vec::new();
        let mut parent = loc.parent;
        while let Some(p) = parent {
            inlined.push(self.func.locs[p].pos);
            parent = self.func.locs[p].parent;
        }
        (loc.pos, loc.func.clone(), inlined)
    }

    /// An object as the value that points to it: `&x`, `p`, `*p`.
    fn value(&self, o: Obj) -> String {
        match self.graph.get(o).kind {
            Kind::Site(site, _) | Kind::Fresh(_, site) => site_value(self.module.sites[site].kind, &self.module.sites[site].expr),
            Kind::Phantom { param, depth, .. } => "*".repeat(depth as usize) + &param_name(self.func, param),
            Kind::DeferFrame => "deferred calls".to_string(),
            Kind::Func(f) => self.module.funcs[f].name.clone(),
            Kind::Heap | Kind::Static => TO_HEAP.to_string(),
        }
    }

    /// An object as memory: `x`, `&T{...}`, `*p`.
    fn memory(&self, o: Obj) -> String {
        match self.graph.get(o).kind {
            Kind::Site(site, _) | Kind::Fresh(_, site) => self.module.sites[site].expr.clone(),
            Kind::Phantom { .. } => format!("*{}", self.value(o)),
            _ => self.value(o),
        }
    }

    /// What the report says of a parameter, with the way to the heap; nothing if it holds no pointers.
    fn leaks(&self, named: &Named) -> Vec<(String, Chain)> {
        let range = named.first..named.first + named.count;
        let base = u32::from(named.memory);
        // The parameter's objects with how many dereferences away they are.
        let own: Vec<(Obj, u32)> = self
            .graph
            .objects()
            .filter_map(|(o, object)| match object.kind {
                Kind::Phantom { param, depth, .. } if range.contains(&(param as usize)) => Some((o, depth)),
                _ => None,
            })
            .collect();
        if own.is_empty() {
            return Vec::new();
        }
        let name = &named.name;
        let escaped = own.iter().filter(|(o, _)| self.graph.get(*o).escaped).min_by_key(|(_, depth)| *depth);
        let mut out = Vec::new();
        if let Some(&(o, depth)) = escaped {
            let what = if depth > base { " content" } else { "" };
            out.push((format!("leaking param{what}: {name}"), self.chain(o)));
            if depth <= base {
                return out;
            }
        }
        let depth_in = |set: &PointsTo| {
            own.iter().filter(|(o, _)| set.iter().any(|(x, _)| x == o)).map(|&(_, depth)| depth.saturating_sub(base)).min()
        };
        for (i, set) in self.solved.results.iter().enumerate() {
            if let Some(level) = depth_in(set) {
                let result = self.func.named_results.iter().find(|r| (r.first..r.first + r.count).contains(&i));
                let result = result.map_or_else(|| format!("~r{i}"), |r| r.name.clone());
                out.push((format!("leaking param: {name} to result {result} level={level}"), Chain::default()));
            }
        }
        for (h, object) in self.graph.objects() {
            let Kind::Phantom { param, .. } = object.kind else { continue };
            let to = param_name(self.func, param);
            if range.contains(&(param as usize)) {
                continue;
            }
            if let Some(level) = self.graph.contents(h).iter().filter_map(|(_, set)| depth_in(set)).min() {
                let text = format!("leaking param: {name} to parameter {to} level={level}");
                if !out.iter().any(|(known, _)| *known == text) {
                    out.push((text, Chain::default()));
                }
            }
        }
        if out.is_empty() {
            out.push((format!("{name} does not escape"), Chain::default()));
        }
        out
    }
}

/// The source's name of a parameter.
fn param_name(func: &Func, param: u32) -> String {
    let named = func.named_params.iter().find(|n| (n.first..n.first + n.count).contains(&(param as usize)));
    match named {
        Some(n) => n.name.clone(),
        None if func.flags.has_context && param == 0 => "closure".to_string(),
        None => format!("parameter {param}"),
    }
}

/// What stands for the address of a site's memory.
fn site_value(kind: SiteKind, expr: &str) -> String {
    if matches!(kind, SiteKind::Var | SiteKind::Param) { format!("&{expr}") } else { expr.to_string() }
}
