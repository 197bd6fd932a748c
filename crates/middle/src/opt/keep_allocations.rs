//! With `-escape=gc`: marks the sites that the official compiler allocates.
//!
//! Input: the model's verdicts. Output: `keep` of the sites. What is marked stays in memory and goes to the heap; what
//! the model does not speak of is marked too. A copy that inlining made may have another verdict than its origin, so
//! that the marks are set anew after inlining. Placement then lets marked objects escape with all that they hold: an
//! object that the official compiler keeps on the stack is never one that golift's own analysis cannot prove to be safe
//! there. The audit lists where the two differ.

use crate::gcmodel::join::{Joined, ModelVerdicts, join};
use golift_ssa::{Module, SiteKind};

/// Marks every site that is left in the code.
pub fn keep_allocations(module: &mut Module, model: Option<&ModelVerdicts>) {
    let Some(model) = model else { return };
    let verdicts = join(module, model);
    for (id, site) in module.sites.iter_mut() {
        if let Some(verdict) = verdicts[id] {
            site.keep = site.kind != SiteKind::Temp && verdict != Joined::Stack;
        }
    }
}
