//! Escape analysis: decides where each allocation site's memory lives.

use golift_base::{Pos, SourceMap};
use golift_ssa::{Module, Placement, SiteKind};

/// Decides the placement of every site of the module.
///
/// Compiler temporaries live in the frame whatever the policy: no program can name them.
pub fn place(module: &mut Module, _full: bool) {
    for site in module.sites.values_mut() {
        site.placement = match site.kind {
            SiteKind::Temp => Placement::Stack,
            _ => Placement::Heap,
        };
    }
}

/// The verdict of every source-level site, as `-m` prints it: position and text.
pub fn verdicts(module: &Module) -> Vec<(Pos, String)> {
    module
        .sites
        .values()
        .filter(|s| !matches!(s.kind, SiteKind::Temp | SiteKind::Runtime))
        .map(|s| {
            let text = match (s.kind, s.placement) {
                (SiteKind::Var | SiteKind::Param, Placement::Heap) => format!("moved to heap: {}", s.expr),
                (_, Placement::Heap) => format!("{} escapes to heap", s.expr),
                _ => format!("{} does not escape", s.expr),
            };
            (s.pos, text)
        })
        .collect()
}

/// `-emit=escape`: every site with kind, verdict and reason.
pub fn report(module: &Module, sources: &SourceMap) -> String {
    let mut out = String::new();
    for (id, site) in module.sites.iter() {
        out.push_str(&format!(
            "{id}: {} {:?} {} in {}: {:?} {}\n",
            sources.display(site.pos), site.kind, site.expr, site.func, site.placement, site.reason
        ));
    }
    out
}
