//! The verifier's rule 11: layouts and static data.

use crate::module::{Module, RelocTarget};
use cranelift_entity::EntityRef;

/// Rule 11.
pub(crate) fn verify_data(module: &Module, errors: &mut Vec<String>) {
    for (id, l) in &module.layouts {
        if !l.align.is_power_of_two() || l.pointers.len() as u64 * 8 > l.size.next_multiple_of(8) {
            errors.push(format!("{id}: bad alignment, or pointers beyond the end"));
        }
        if l.desc.index() >= module.data.len() {
            errors.push(format!("{id}: {} does not exist", l.desc));
        }
    }
    for (id, d) in &module.data {
        let mut error = |text: &str| errors.push(format!("{id} {}: {text}", d.name));
        if !d.align.is_power_of_two() {
            error("the alignment is no power of two");
        }
        if d.bytes.len() as u64 > d.size {
            error("more contents than its size");
        }
        let mut end = 0;
        for r in &d.relocs {
            if u64::from(r.offset) < end || u64::from(r.offset) + 8 > d.size {
                error("a relocation overlaps another one or the end");
            }
            end = u64::from(r.offset) + 8;
            let exists = match r.target {
                RelocTarget::Func(f) => f.index() < module.funcs.len(),
                RelocTarget::Data(t) => t.index() < module.data.len(),
            };
            if !exists {
                error("a relocation to nothing");
            }
        }
    }
}
