//! What `-m` and `-emit=escape` print.

use golift_base::{Pos, SourceMap};
use golift_ssa::{Module, Op, Placement, SiteId};
use indexmap::IndexMap;
use rustc_hash::FxHashSet;

/// The verdict of every source-level site, as `-m` prints it: position and text.
///
/// Inlined copies of a site count as the site: it escapes if one of them does. A site of which no copy is left in the
/// code was promoted to registers or is never executed: it does not escape.
pub fn verdicts(module: &Module) -> Vec<(Pos, String)> {
    let mut live: FxHashSet<SiteId> = FxHashSet::default();
    for func in module.funcs.values() {
        for &block in &func.layout {
            for &inst in &func.blocks[block].insts {
                if let Op::Alloc(s) | Op::MakeSlice(s) | Op::CallBuiltin(_, Some(s)) = func.insts[inst].op {
                    live.insert(s);
                }
            }
        }
    }
    let mut sites: IndexMap<SiteId, bool> = IndexMap::new();
    for (id, site) in module.sites.iter() {
        let heap = live.contains(&id) && site.placement == Placement::Heap;
        *sites.entry(site.origin.unwrap_or(id)).or_default() |= heap;
    }
    sites.iter().filter_map(|(&id, &heap)| Some((module.sites[id].pos, module.sites[id].verdict(heap)?))).collect()
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
