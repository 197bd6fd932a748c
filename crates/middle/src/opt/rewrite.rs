//! Replacing values by others throughout a function.

use golift_ssa::{Func, ValueId};
use rustc_hash::FxHashMap;

/// Replacements, possibly in chains: `a` by `b`, `b` by `c`.
#[derive(Default)]
pub(crate) struct Replacements {
    map: FxHashMap<ValueId, ValueId>,
}

impl Replacements {
    /// Replaces `old` by `new`.
    pub(crate) fn set(&mut self, old: ValueId, new: ValueId) {
        debug_assert_ne!(old, new, "a value cannot replace itself");
        self.map.insert(old, new);
    }

    /// Whether there is nothing to do.
    pub(crate) fn is_empty(&self) -> bool {
        self.map.is_empty()
    }

    /// The value that stands for `v` in the end.
    pub(crate) fn resolve(&self, mut v: ValueId) -> ValueId {
        while let Some(&next) = self.map.get(&v) {
            v = next;
        }
        v
    }

    /// Rewrites every operand of the function.
    pub(crate) fn apply(&self, func: &mut Func) {
        if self.is_empty() {
            return;
        }
        for block in func.layout.clone() {
            for i in 0..func.blocks[block].insts.len() {
                let inst = func.blocks[block].insts[i];
                for arg in &mut func.insts[inst].args {
                    *arg = self.resolve(*arg);
                }
            }
            func.blocks[block].term.for_each_operand(|v| *v = self.resolve(*v));
        }
        for v in &mut func.pinned {
            *v = self.resolve(*v);
        }
    }
}
