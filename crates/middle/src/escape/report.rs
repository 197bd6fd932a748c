//! What `-m` and `-emit=escape` print: the sites of the source with what became of them.
//!
//! Inlining and generic instances copy sites. Copies count as the site that stands in the source: it escapes if one of
//! them does. A site of which no copy is left in the code was promoted to registers or is never executed: it does not
//! escape.

use crate::gcmodel::join::{Joined, ModelVerdicts};
use golift_abi::Builtin;
use golift_base::{Pos, SourceMap};
use golift_ssa::{FlowStep, FuncId, Leak, LocId, Module, Op, Placement, Site, SiteId, SiteKind};
use indexmap::IndexMap;
use rustc_hash::FxHashMap;

/// A site of the source.
#[derive(Clone, Debug)]
pub struct SiteReport {
    /// The site that stands in the source, or the first of those of several instances.
    pub site: SiteId,
    /// Whether one of its copies is allocated.
    pub heap: bool,
    /// Copies in the code that are on the heap, and that are not.
    pub copies: (usize, usize),
    /// Copies that are not in the code any more: they are in registers, or nothing runs them.
    pub gone: usize,
    /// Whether copies share the memory of what they convert and none is left in the code.
    pub zero_copy: bool,
    /// What the official compiler does, if it was asked.
    pub official: Joined,
    /// What keeps it off the heap.
    pub technique: Option<&'static str>,
    /// Golift's reason for the heap.
    pub reason: String,
    /// The way there, if it was recorded.
    pub flow: Vec<FlowStep>,
}

impl SiteReport {
    /// The verdict as `-m` prints it; `None` where that has no line.
    pub fn verdict(&self, module: &Module) -> Option<String> {
        module.sites[self.site].verdict(self.heap)
    }
}

/// A copy of a site that is left in the code.
struct Use<'a> {
    func: FuncId,
    loc: Option<LocId>,
    op: &'a Op,
}

/// Every site that the source asks for, by position. `model` knows the official compiler's verdicts.
pub fn site_reports(module: &Module, model: Option<&ModelVerdicts>) -> Vec<SiteReport> {
    let uses = uses(module);
    let flows: FxHashMap<SiteId, &Vec<FlowStep>> = module.reasons.flows.iter().map(|(s, f)| (*s, f)).collect();
    let mut groups: IndexMap<(Pos, SiteKind, &str), Vec<SiteId>> = IndexMap::new();
    for (id, site) in &module.sites {
        if !matches!(site.kind, SiteKind::Temp | SiteKind::Runtime) {
            let source = &module.sites[site.origin.unwrap_or(id)];
            groups.entry((source.pos, source.kind, &source.expr)).or_default().push(id);
        }
    }
    let mut out: Vec<SiteReport> = groups.values().map(|copies| report_of(module, copies, &uses, &flows, model)).collect();
    out.sort_by_key(|r| module.sites[r.site].pos);
    out
}

fn uses(module: &Module) -> FxHashMap<SiteId, Use<'_>> {
    let mut out = FxHashMap::default();
    for (id, func) in module.funcs.iter() {
        for &inst in func.layout.iter().flat_map(|&b| &func.blocks[b].insts) {
            let data = &func.insts[inst];
            if let Some(site) = data.op.site() {
                out.entry(site).or_insert(Use { func: id, loc: data.loc, op: &data.op });
            }
        }
    }
    out
}

fn report_of(
    module: &Module,
    copies: &[SiteId],
    uses: &FxHashMap<SiteId, Use<'_>>,
    flows: &FxHashMap<SiteId, &Vec<FlowStep>>,
    model: Option<&ModelVerdicts>,
) -> SiteReport {
    let source = module.sites[copies[0]].origin.unwrap_or(copies[0]);
    let (mut heap, mut saved) = (Vec::new(), Vec::new());
    for &copy in copies.iter().filter(|c| uses.contains_key(c)) {
        if module.sites[copy].placement == Placement::Heap { heap.push(copy) } else { saved.push(copy) }
    }
    let of = |site: SiteId| {
        let Some(model) = model else { return Joined::Unknown };
        match uses.get(&site) {
            Some(u) => model.of(&module.sites[site], &module.funcs[u.func], u.loc),
            None => module.entry.map_or(Joined::Unknown, |any| model.of(&module.sites[site], &module.funcs[any], None)),
        }
    };
    let verdicts: Vec<Joined> = match heap.is_empty() && saved.is_empty() {
        true => vec![of(source)],
        false => heap.iter().chain(&saved).map(|&s| of(s)).collect(),
    };
    let official = [Joined::Heap, Joined::Stack].into_iter().find(|v| verdicts.contains(v)).unwrap_or_default();
    let zero_copy = heap.is_empty() && saved.is_empty() && copies.iter().any(|&c| module.sites[c].zero_copy);
    let technique = match (heap.first(), saved.first()) {
        (Some(_), _) => None,
        (None, Some(copy)) => Some(technique(module, &module.sites[*copy], &uses[copy])),
        (None, None) if zero_copy => Some("zero copy"),
        (None, None) => Some("registers"),
    };
    // A copy with a recorded way says most.
    let told = heap.iter().find(|s| flows.contains_key(s)).or(heap.first());
    SiteReport {
        site: source,
        heap: !heap.is_empty(),
        copies: (heap.len(), saved.len()),
        gone: copies.len() - heap.len() - saved.len(),
        zero_copy,
        official,
        technique,
        reason: told.map(|&s| module.sites[s].reason.clone()).unwrap_or_default(),
        flow: told.and_then(|s| flows.get(s)).map(|f| f.to_vec()).unwrap_or_default(),
    }
}

/// What keeps a copy that is in the code off the heap.
fn technique(module: &Module, site: &Site, used: &Use<'_>) -> &'static str {
    match (site.placement, used.op) {
        (Placement::Stack, Op::CallBuiltin(Builtin::rt_growslice, _)) => "append room",
        (Placement::Stack, Op::CallBuiltin(..)) => "stack buffer",
        (Placement::Stack, _) if site.kind == SiteKind::Go => "goroutine's stack",
        (Placement::Stack, _) => "frame slot",
        (Placement::Side, _) if !module.funcs[used.func].side_owner => "caller's region",
        (Placement::Side, _) => "side stack",
        _ => "",
    }
}

/// What is said of parameters, instances and copies of functions taken together, by position.
pub fn leaks(module: &Module) -> Vec<&Leak> {
    let mut groups: IndexMap<(Pos, &str), Vec<&Leak>> = IndexMap::new();
    for leak in &module.reasons.leaks {
        let group = groups.entry((leak.pos, &leak.name)).or_default();
        if !group.iter().any(|l| l.text == leak.text) {
            group.push(leak);
        }
    }
    for group in groups.values_mut() {
        let whole = group.iter().position(|l| l.text == format!("leaking param: {}", l.name));
        if let Some(at) = whole {
            *group = vec![group[at]];
        } else if group.len() > 1 {
            group.retain(|l| !l.text.ends_with(" does not escape"));
        }
    }
    let mut out: Vec<&Leak> = groups.into_values().flatten().collect();
    out.sort_by_key(|l| l.pos);
    out
}

/// `-emit=escape`: every site with kind, placement and reason.
pub fn report(module: &Module, sources: &SourceMap) -> String {
    let mut out = String::new();
    for (id, site) in module.sites.iter() {
        out.push_str(&format!("{id}: {}: {:?} {} in {}: {:?}", sources.display(site.pos), site.kind, site.expr, site.func, site.placement));
        if !site.reason.is_empty() {
            out.push_str(&format!(" ({})", site.reason));
        }
        out.push('\n');
    }
    out
}
