//! Small variables on the heap share objects, as in the official compiler.
//!
//! Input: placed allocations. Variables without pointers that one path makes are packed into objects of up to
//! [`SHARED_OBJECT`] bytes: the first of an object allocates it, the others are addresses inside it. One reference keeps
//! all of them alive, which no program can observe but by finalizers; their number in an object is small.

use super::Translator;
use super::side::Home;
use golift_ssa::{BlockId, InstId, Op, SiteId, SiteKind};
use rustc_hash::FxHashMap;

/// The size of an object that variables share.
const SHARED_OBJECT: u64 = 16;

/// Where the variables of a function that share objects are.
#[derive(Default)]
pub(crate) struct SharedObjects {
    /// Bytes of the object that a variable's allocation makes for others too.
    sizes: FxHashMap<InstId, u64>,
    /// The allocation that makes a variable's object, and the variable's place in it.
    members: FxHashMap<InstId, (InstId, u64)>,
}

impl SharedObjects {
    /// Bytes of the object, if others share it.
    pub(crate) fn size(&self, inst: InstId) -> Option<u64> {
        self.sizes.get(&inst).copied()
    }

    /// The allocation that makes the object, and the place in it, if it is another's.
    pub(crate) fn member(&self, inst: InstId) -> Option<(InstId, u64)> {
        self.members.get(&inst).copied()
    }
}

impl Translator<'_> {
    /// Decides which variables share an object.
    pub(crate) fn plan_shared_objects(&mut self) {
        let mut shared = SharedObjects::default();
        // The object that is being filled at the end of a block: who makes it, bytes used.
        let mut ends: FxHashMap<BlockId, Option<(InstId, u64)>> = FxHashMap::default();
        let mut before: FxHashMap<BlockId, Vec<BlockId>> = FxHashMap::default();
        for &block in &self.flow.order {
            for target in self.func.blocks[block].term.targets() {
                before.entry(target.block).or_default().push(block);
            }
        }
        for &block in &self.flow.order {
            // Where one way leads here, it went through the block before once for each time that it gets here.
            let mut open = match before.get(&block).map(Vec::as_slice) {
                Some([one]) if !self.func.blocks[block].cold => ends.get(one).copied().flatten(),
                _ => None,
            };
            for &inst in &self.func.blocks[block].insts {
                let Op::Alloc(site) = self.func.insts[inst].op else { continue };
                let Some((size, align)) = self.small_variable(inst, site) else { continue };
                open = match open {
                    Some((maker, used)) if used.next_multiple_of(align) + size <= SHARED_OBJECT => {
                        let at = used.next_multiple_of(align);
                        shared.members.insert(inst, (maker, at));
                        let bytes = shared.sizes.entry(maker).or_default();
                        *bytes = (*bytes).max(at + size);
                        Some((maker, at + size))
                    }
                    _ => Some((inst, size)),
                };
            }
            ends.insert(block, open);
        }
        self.shared = shared;
    }

    /// Size and alignment of a variable on the heap that can share an object.
    fn small_variable(&self, inst: InstId, site: SiteId) -> Option<(u64, u64)> {
        let data = &self.module.sites[site];
        if !matches!(data.kind, SiteKind::Var | SiteKind::Param) || self.home_of(inst, site) != Home::Heap {
            return None;
        }
        let layout = &self.module.layouts[data.layout?];
        let fits = (1..SHARED_OBJECT).contains(&layout.size) && !layout.pointers.contains(&true);
        fits.then_some((layout.size, layout.align.max(1)))
    }
}
