//! Points-to sets: sorted pairs of object and byte offset.
//!
//! An object stands in a set with [`ANY`] alone, or with few offsets. Sets are small (the graph and the solver turn large
//! ones into the heap), and most of what is added is there already: adding a set to another is one walk over both, which
//! copies nothing if nothing is new.

use super::graph::{HEAP, Obj, STATIC};

/// An offset that is not known.
pub(crate) const ANY: i64 = i64::MIN;
/// More offsets of one object in a set than this become [`ANY`].
const MAX_OFFSETS: usize = 2;

/// A set, sorted by object.
pub(crate) type PointsTo = Vec<(Obj, i64)>;

/// Adds a pair; whether it said something new.
pub(crate) fn insert(set: &mut PointsTo, item: (Obj, i64)) -> bool {
    let start = set.partition_point(|&(x, _)| x < item.0);
    insert_from(set, start, item)
}

/// Adds a pair to a set in which its object's pairs begin, or would begin, at `start`.
fn insert_from(set: &mut PointsTo, start: usize, item: (Obj, i64)) -> bool {
    let (o, at) = item;
    let len = set[start..].iter().take_while(|&&(x, _)| x == o).count();
    let own = &set[start..start + len];
    if own.first().is_some_and(|&(_, off)| off == ANY) || own.contains(&item) {
        return false;
    }
    if len == 0 {
        set.insert(start, item);
    } else if at == ANY || len == MAX_OFFSETS {
        set[start] = (o, ANY);
        set.drain(start + 1..start + len);
    } else {
        let within = own.partition_point(|&(_, off)| off < at);
        set.insert(start + within, item);
    }
    true
}

/// Adds pairs that come sorted by object; whether they said something new.
pub(crate) fn union(set: &mut PointsTo, items: impl IntoIterator<Item = (Obj, i64)>) -> bool {
    let mut changed = false;
    let mut start = 0;
    for item in items {
        while start < set.len() && set[start].0 < item.0 {
            start += 1;
        }
        changed |= insert_from(set, start, item);
    }
    changed
}

/// Whether a set says already what another says, with the heap in place of those that are gone.
pub(crate) fn covers(set: &[(Obj, i64)], items: &[(Obj, i64)], gone: impl Fn(Obj) -> bool) -> bool {
    let on_heap = set.first().is_some_and(|&(o, _)| o == HEAP);
    let mut start = 0;
    items.iter().all(|&(o, at)| {
        if gone(o) {
            return on_heap;
        }
        while start < set.len() && set[start].0 < o {
            start += 1;
        }
        set[start..].iter().take_while(|&&(x, _)| x == o).any(|&(_, off)| off == ANY || off == at)
    })
}

fn add_offset(a: i64, b: i64) -> i64 {
    if a == ANY || b == ANY { ANY } else { a.wrapping_add(b) }
}

/// The set with all offsets moved.
pub(crate) fn shift(set: &PointsTo, by: i64) -> PointsTo {
    let mut out = PointsTo::with_capacity(set.len());
    out.extend(shifted(set, by));
    out
}

/// The pairs of a set with all offsets moved, sorted by object.
pub(crate) fn shifted(set: &PointsTo, by: i64) -> impl Iterator<Item = (Obj, i64)> {
    let mut last = None;
    let moved = set.iter().map(move |&(o, at)| (o, if o <= STATIC { 0 } else { add_offset(at, by) }));
    moved.filter(move |&item| last.replace(item) != Some(item))
}
