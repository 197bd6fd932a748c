//! The audit: where golift's placement is worse than the official compiler's.
//!
//! Input: a placed module and the model's verdicts. Output: a line for every site that the official compiler keeps on
//! the stack and golift allocates, with golift's reason, then the sites that the model says nothing about, and totals.

use super::join::{Joined, ModelVerdicts, join};
use golift_base::SourceMap;
use golift_ssa::{Module, Placement, Site, SiteKind};
use std::collections::BTreeSet;

/// What was found.
#[derive(Clone, Debug, Default)]
pub struct Audit {
    /// Sites on the heap that the official compiler keeps on the stack: `position: expression (kind) in function; reason`.
    pub worse: BTreeSet<String>,
    /// Sites about which the model says nothing: `position: expression (kind) in function`.
    pub unknown: BTreeSet<String>,
    /// How many sites are left in the code that reports may name.
    pub sites: usize,
    /// For how many of them the model has a verdict.
    pub joined: usize,
    /// How many golift keeps off the heap and the official compiler does not.
    pub better: usize,
}

/// Compares the placement of every site that is left in the code with the model's.
pub fn audit(module: &Module, sources: &SourceMap, model: &ModelVerdicts) -> Audit {
    let mut out = Audit::default();
    let verdicts = join(module, model);
    for (id, site) in &module.sites {
        let Some(joined) = verdicts[id].filter(|_| reportable(site)) else { continue };
        let text = || format!("{}: {} ({:?}) in {}", sources.display(site.pos), site.expr, site.kind, site.func);
        let heap = site.placement == Placement::Heap;
        out.sites += 1;
        out.joined += usize::from(joined != Joined::Unknown);
        match (joined, heap) {
            (Joined::Unknown, _) => {
                out.unknown.insert(text());
            }
            (Joined::Stack, true) => {
                out.worse.insert(format!("{}; {}", text(), site.reason));
            }
            (Joined::Heap, false) => out.better += 1,
            _ => {}
        }
    }
    out
}

/// Whether source code asks for the allocation.
fn reportable(site: &Site) -> bool {
    !matches!(site.kind, SiteKind::Temp | SiteKind::Runtime | SiteKind::MapGrow) && site.pos.is_valid()
}

impl Audit {
    /// The text that `-emit=audit` prints.
    pub fn render(&self) -> String {
        let mut out = String::new();
        for line in &self.worse {
            out.push_str(&format!("worse: {line}\n"));
        }
        for line in &self.unknown {
            out.push_str(&format!("unknown: {line}\n"));
        }
        let Audit { sites, joined, better, .. } = self;
        out.push_str(&format!("{sites} sites, {joined} joined, {better} better, {} worse\n", self.worse.len()));
        out
    }
}
