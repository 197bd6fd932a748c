//! With `-escape=gc`: marks the sites that the official compiler allocates.
//!
//! Input: the model's verdicts. Output: `keep` of the sites. What is marked stays in memory and goes to the heap; what
//! the model does not speak of is marked too. A copy that inlining made may have another verdict than its origin, so
//! that the marks are set anew after inlining. Placement then lets marked objects escape with all that they hold: an
//! object that the official compiler keeps on the stack is never one that golift's own analysis cannot prove to be safe
//! there. The audit lists where the two differ.

use crate::escape::constant_make;
use crate::gcmodel::join::{Joined, ModelVerdicts, join};
use golift_ssa::{Keep, Module, Op, SiteId, SiteKind};
use rustc_hash::FxHashSet;

/// Marks every site that is left in the code.
pub fn keep_allocations(module: &mut Module, model: Option<&ModelVerdicts>) {
    let Some(model) = model else { return };
    let verdicts = join(module, model);
    let made = made_of_unknown_size(module);
    for (id, site) in module.sites.iter_mut() {
        let Some(verdict) = verdicts[id] else { continue };
        site.keep = match site.kind {
            SiteKind::Temp => Keep::No,
            _ if !matches!(verdict, Joined::Stack | Joined::None) => Keep::All,
            SiteKind::Concat | SiteKind::StringConv => Keep::Large,
            // The official buffer of 32 bytes for these is not worth a test of the size.
            SiteKind::MakeSlice if made.contains(&id) => Keep::All,
            _ => Keep::No,
        };
    }
}

/// Slices that are made with sizes that are not constants.
fn made_of_unknown_size(module: &Module) -> FxHashSet<SiteId> {
    let mut out = FxHashSet::default();
    for func in module.funcs.values() {
        for &inst in func.layout.iter().flat_map(|&b| &func.blocks[b].insts) {
            if let Op::MakeSlice(site) = func.insts[inst].op
                && constant_make(module, func, inst).is_none()
            {
                out.insert(site);
            }
        }
    }
    out
}
