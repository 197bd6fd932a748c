//! Pointers that become integers and pointers again.
//!
//! An integer keeps nothing alive. One that becomes a pointer again must do so at once (package unsafe, patterns 2 to 5):
//! in this function, in one that was inlined here, or where this one returns to (`reflect.Value.Pointer`). So a
//! conversion to a pointer may give anything that the same function converted to an integer, or that a callee returned
//! as one; integers in memory and as arguments are followed no further.

use super::graph::{HEAP, Kind, Obj, STATIC};
use super::points_to::{ANY, PointsTo, insert};
use super::solve::Solver;
use golift_ssa::{Ty, ValueId};

impl Solver<'_> {
    /// A conversion to an integer.
    pub(super) fn pointer_to_integer(&mut self, result: ValueId, pointer: &PointsTo) {
        self.add_address(result, pointer);
    }

    /// A conversion to a pointer.
    pub(super) fn integer_to_pointer(&mut self, result: ValueId) {
        let set = self.integers.clone();
        self.add(result, &set);
        self.add(result, &vec![(HEAP, 0)]);
    }

    /// An integer is the address of one of these.
    pub(super) fn add_address(&mut self, value: ValueId, set: &PointsTo) {
        for &(o, _) in set.iter().filter(|(o, _)| *o > STATIC) {
            self.changed |= insert(&mut self.integers, (o, ANY));
            self.changed |= insert(&mut self.addresses[value], (o, ANY));
        }
    }

    /// What a value points to, or is the address of as an integer.
    pub(super) fn referents(&self, value: ValueId) -> PointsTo {
        match self.func.ty(value) {
            Ty::Ptr => self.points_to[value].clone(),
            _ => self.addresses[value].clone(),
        }
    }

    /// An integer is returned: it keeps no object of this frame, but what it is of the caller's may be converted back there.
    pub(super) fn return_address(&mut self, result: usize, item: (Obj, i64)) {
        if matches!(self.graph.get(item.0).kind, Kind::Phantom { .. }) {
            self.changed |= insert(&mut self.results[result], item);
        }
    }
}
