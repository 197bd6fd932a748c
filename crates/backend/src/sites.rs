//! The lines of the `-allocs` report: which allocation sites count together.
//!
//! Inlining, recursion and instances of generic functions copy sites. Copies with one position and one verdict are one
//! line; the code tells the runtime the line, so that nothing has to be merged afterwards.

use cranelift_entity::SecondaryMap;
use golift_ssa::{Module, Placement, Site, SiteId};
use rustc_hash::FxHashMap;

/// The lines, from 1; line 0 is what no site allocates.
pub(crate) struct SiteLines {
    /// For each line the first of its sites.
    pub(crate) sites: Vec<SiteId>,
    lines: SecondaryMap<SiteId, u32>,
}

impl SiteLines {
    /// Numbers the module's sites in order; without `count` there are no lines.
    pub(crate) fn of(module: &Module, count: bool) -> SiteLines {
        let mut out = SiteLines { sites: Vec::new(), lines: SecondaryMap::new() };
        if !count {
            return out;
        }
        let mut known: FxHashMap<(u32, String), u32> = FxHashMap::default();
        for (id, site) in &module.sites {
            let line = *known.entry((site.pos.0, verdict(site))).or_insert_with(|| {
                out.sites.push(id);
                out.sites.len() as u32
            });
            out.lines[id] = line;
        }
        out
    }

    /// A site's line.
    pub(crate) fn line(&self, site: SiteId) -> u32 {
        self.lines[site]
    }
}

/// What the report says of a site.
pub(crate) fn verdict(site: &Site) -> String {
    let heap = site.placement == Placement::Heap;
    let plain = || format!("{} {}", site.expr, if heap { "escapes to heap" } else { "does not escape" });
    site.verdict(heap).unwrap_or_else(plain)
}
