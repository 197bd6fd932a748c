//! Iteration: the slots from a random one on, around the array.
//!
//! As long as the entries have not moved (`epoch`), positions stay valid through growth and deletions. Afterwards
//! the iteration goes on over the arrays it has last seen, which nobody writes any more, and looks each key up.

use super::find::{self, with_key};
use super::{Map, slot_size};
use crate::goroutine::G;
use crate::{equal, worker};
use golift_abi::MapIter;
use golift_abi::typedesc::MapType;

/// What an iteration keeps in `MapIter`; the first two words are compiled code's.
#[repr(C)]
struct Iteration {
    key: *mut u8,
    elem: *mut u8,
    ty: *const MapType,
    map: *mut Map,
    entries: *mut u8,
    live: *mut u64,
    index: *mut u32,
    used: usize,
    position: usize,
    start: usize,
    wrapped: u64,
    epoch: u32,
    clears: u32,
}

const _: () = assert!(size_of::<Iteration>() <= size_of::<MapIter>());

/// Positions the iterator at a random first entry.
pub(crate) unsafe fn start(g: *mut G, ty: *const MapType, map: *mut Map, it: *mut MapIter) {
    // SAFETY: the iterator is the caller's, zeroed; the map may be null.
    unsafe {
        let it = it.cast::<Iteration>();
        (*it).key = core::ptr::null_mut();
        (*it).ty = ty;
        (*it).map = map;
        if map.is_null() || (*map).count == 0 {
            return;
        }
        let used = (*map).used as usize;
        (*it).start = ((worker::random(worker::of(g)) >> 32) as usize * used) >> 32;
        (*it).position = (*it).start;
        (*it).wrapped = 0;
        (*it).epoch = (*map).epoch;
        (*it).clears = (*map).clears;
        advance(g, it);
    }
}

/// Goes to the next entry; the key is null at the end.
pub(crate) unsafe fn next(g: *mut G, it: *mut MapIter) {
    // SAFETY: an iterator that start has set up.
    unsafe { advance(g, it.cast()) }
}

unsafe fn advance(g: *mut G, it: *mut Iteration) {
    // SAFETY: the arrays of the iterator are alive: it lies on a stack, which keeps them.
    unsafe {
        let it = &mut *it;
        it.key = core::ptr::null_mut();
        if it.map.is_null() {
            return;
        }
        let map = &*it.map;
        let current = map.epoch == it.epoch;
        if current {
            it.entries = map.entries;
            it.live = map.live;
            it.index = map.index;
            it.used = map.used as usize;
        }
        let slot = slot_size(it.ty);
        loop {
            let limit = if it.wrapped != 0 { it.start.min(it.used) } else { it.used };
            let Some(position) = next_live(it.live, it.position, limit) else {
                if it.wrapped != 0 || it.start == 0 {
                    it.map = core::ptr::null_mut();
                    return;
                }
                it.wrapped = 1;
                it.position = 0;
                continue;
            };
            it.position = position + 1;
            let mut p = it.entries.add(position * slot);
            if !current {
                match with_key!(it.ty, p, |key| find::find(g, it.ty, map, key)) {
                    Some((now, _)) => p = map.entries.add(now * slot),
                    // A key that does not equal itself cannot be looked up, nor deleted except by clear.
                    None if map.clears == it.clears && !equal::equal(g, (*it.ty).key, p, p) => {}
                    None => continue,
                }
            }
            it.key = p;
            it.elem = p.add((*it.ty).elem_offset);
            return;
        }
    }
}

/// The first live position in `from..limit`.
unsafe fn next_live(live: *const u64, from: usize, limit: usize) -> Option<usize> {
    let mut i = from;
    while i < limit {
        // SAFETY: limit is at most the number of slots.
        let bits = unsafe { *live.add(i / 64) } & (u64::MAX << (i % 64));
        if bits != 0 {
            let found = i / 64 * 64 + bits.trailing_zeros() as usize;
            return (found < limit).then_some(found);
        }
        i = (i / 64 + 1) * 64;
    }
    None
}
