//! What a call may do with a parameter: the fewest dereferences after which it reaches the heap, something that
//! mutates, something that calls it, and each of the first five results.

/// Results beyond these count as the heap.
pub const MAX_RESULTS: usize = 5;

/// Least dereference counts; `None` where nothing flows.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Leaks {
    /// To the heap.
    pub heap: Option<u8>,
    /// To something that writes through it.
    pub mutator: Option<u8>,
    /// To something that calls it.
    pub callee: Option<u8>,
    /// To the results.
    pub results: [Option<u8>; MAX_RESULTS],
}

fn lower(slot: &mut Option<u8>, derefs: i32) {
    let derefs = derefs.clamp(0, 254) as u8;
    *slot = Some(slot.map_or(derefs, |old| old.min(derefs)));
}

impl Leaks {
    /// Everything may happen.
    pub fn unknown() -> Leaks {
        Leaks { heap: Some(0), ..Leaks::default() }
    }

    /// A flow to the heap.
    pub fn add_heap(&mut self, derefs: i32) {
        lower(&mut self.heap, derefs);
    }

    /// A flow to a writer.
    pub fn add_mutator(&mut self, derefs: i32) {
        lower(&mut self.mutator, derefs);
    }

    /// A flow to a caller.
    pub fn add_callee(&mut self, derefs: i32) {
        lower(&mut self.callee, derefs);
    }

    /// A flow to a result.
    pub fn add_result(&mut self, i: usize, derefs: i32) {
        lower(&mut self.results[i], derefs);
    }

    /// Drops what a flow to the heap with fewer dereferences implies.
    pub fn optimize(&mut self) {
        let Some(heap) = self.heap else { return };
        for slot in [&mut self.mutator, &mut self.callee].into_iter().chain(&mut self.results) {
            if slot.is_some_and(|d| d >= heap) {
                *slot = None;
            }
        }
    }
}
