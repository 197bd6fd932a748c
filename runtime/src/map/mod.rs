//! Maps: entries in insertion order in one dense array, and an open-addressed index of 32-bit words beside it.
//!
//! An index word holds the entry's position and, in the bits that positions do not need, bits of the hash, so that a probe
//! rarely reads an entry in vain. Maps of up to eight entries have no index. A deleted entry leaves a hole (a clear bit in
//! `live`); holes go when the array is full: the live entries move to new arrays (`epoch` counts that).
//!
//! Invariants: index words in use are at most three quarters of the index; free slots and holes are zero; arrays that an
//! iteration has seen are never written after the map has left them.
//!
//! `find` lookup, insertion, growth, deletion; `iterate` iteration; `builtin` the entry points.

pub(crate) mod builtin;
pub(crate) mod find;
pub(crate) mod iterate;

use crate::goroutine::G;
use crate::heap::allocate;
use crate::{side, typetable};
use golift_abi::typedesc::{MapType, TypeDesc};

/// Maps of up to this many entries have no index.
pub(crate) const SMALL: usize = 8;
/// An index word of a deleted entry.
pub(crate) const DELETED: u32 = u32::MAX;

/// A map.
#[repr(C)]
pub(crate) struct Map {
    /// Number of entries; compiled code reads it.
    pub(crate) count: usize,
    /// The slots.
    pub(crate) entries: *mut u8,
    /// Index words, then the bits of `live`; null for small maps.
    pub(crate) index: *mut u32,
    /// A bit for each slot; inside the index block, or behind the slots of a small map.
    pub(crate) live: *mut u64,
    /// Slots used, holes included.
    pub(crate) used: u32,
    /// Slots.
    pub(crate) cap: u32,
    /// Index length - 1.
    pub(crate) mask: u32,
    /// The bits of an index word that hold position + 1.
    pub(crate) low: u32,
    /// Hash seed.
    pub(crate) seed: u64,
    /// How often the entries have moved.
    pub(crate) epoch: u32,
    /// How often the map was cleared.
    pub(crate) clears: u32,
    /// Index words that are not empty.
    pub(crate) cells: u32,
    /// The allocation site that made it: growth counts there.
    pub(crate) site: u32,
    /// For maps that die with a frame what tells the active owners apart (`side::owner`): growth stays on the side stack while
    /// the map's own owner runs, and else goes to the heap. 0: any other map.
    pub(crate) owner: usize,
}

/// Bytes of a slot.
#[inline]
pub(crate) unsafe fn slot_size(ty: *const MapType) -> usize {
    // SAFETY: a map type.
    unsafe { (*(*ty).slot).size }
}

impl Map {
    /// Whether a slot holds an entry.
    #[inline]
    pub(crate) unsafe fn is_live(&self, position: usize) -> bool {
        // SAFETY: position < cap.
        unsafe { *self.live.add(position / 64) >> (position % 64) & 1 != 0 }
    }
}

/// Makes an empty map with room for `hint` entries.
pub(crate) unsafe fn make(g: *mut G, ty: *const MapType, hint: usize) -> *mut Map {
    // SAFETY: g runs; the object has the size and layout of Map.
    unsafe {
        let site = (*g).head.site;
        let map = allocate::rt_new(g, typetable::MAP.desc()).cast::<Map>();
        (*map).site = site as u32;
        (*map).seed = crate::worker::random(crate::worker::of(g));
        if hint > SMALL {
            resize(g, ty, map, hint.next_power_of_two());
        }
        map
    }
}

/// The first eight slots of a map on the side stack come with it if they take up to this many bytes.
const SIDE_GROUP: usize = 2 << 10;

/// The same on the side stack.
pub(crate) unsafe fn make_on_side(g: *mut G, ty: *const MapType, hint: usize) -> *mut Map {
    const HEADER: usize = size_of::<Map>();
    // SAFETY: as make; the group lies behind the header.
    unsafe {
        let site = (*g).head.site;
        let slots = slot_size(ty) * SMALL;
        let group = if hint <= SMALL && slots <= SIDE_GROUP { slots } else { 0 };
        let mut p = side::take(g, if group == 0 { HEADER } else { HEADER + group + 8 }, 0);
        let owner = if p.is_null() { side::UNKNOWN } else { side::owner(g) };
        let with_group = !p.is_null() && group != 0;
        if p.is_null() {
            p = side::frame_object(g, HEADER, typetable::MAP.desc(), 0);
        }
        let m = &mut *p.cast::<Map>();
        m.site = site as u32;
        m.seed = crate::worker::random(crate::worker::of(g));
        m.owner = owner;
        if with_group {
            m.entries = p.add(HEADER);
            m.live = p.add(HEADER + group).cast();
            m.cap = SMALL as u32;
        }
        if hint > SMALL {
            resize(g, ty, m, hint.next_power_of_two());
        }
        m
    }
}

/// An array for a map. It is on the side stack only if what is released next there releases the map too: an owner or a
/// loop that began after the map was made would give back the array alone.
unsafe fn array(g: *mut G, map: *const Map, size: usize, elem: *const TypeDesc) -> *mut u8 {
    // SAFETY: g runs, and the map is alive.
    unsafe {
        match (*map).owner {
            0 => allocate::object(g, size, elem),
            side::UNKNOWN => side::frame_object(g, size, elem, 0),
            owner if owner == side::owner(g) => side::object(g, size, elem, 0),
            _ => side::frame_object(g, size, elem, 0),
        }
    }
}

/// Moves the map to new arrays of `cap` slots (a power of two).
pub(crate) unsafe fn resize(g: *mut G, ty: *const MapType, map: *mut Map, cap: usize) {
    // SAFETY: g runs; the arrays are allocated with the sizes used here.
    unsafe {
        let slot = slot_size(ty);
        let slots: *const TypeDesc = if (*(*ty).slot).ptrdata == 0 { core::ptr::null() } else { (*ty).slot };
        let Some(bytes) = slot.checked_mul(cap).filter(|&n| n < 1 << 46 && cap < 1 << 31) else {
            crate::fatal::throw("map too large");
        };
        let m = &mut *map;
        let holes = (m.used as usize) != m.count;
        let (entries, index, live);
        (*g).head.site = u64::from(m.site);
        if cap <= SMALL {
            entries = array(g, m, bytes + 8, slots);
            index = core::ptr::null_mut();
            live = entries.add(bytes).cast::<u64>();
        } else {
            entries = array(g, m, bytes, slots);
            (*g).head.site = u64::from(m.site);
            let words = cap * 2;
            index = array(g, m, words * 4 + cap.div_ceil(64) * 8, core::ptr::null()).cast::<u32>();
            live = index.add(words).cast::<u64>();
        }
        let mut next = 0;
        if !holes {
            next = m.used as usize;
            core::ptr::copy_nonoverlapping(m.entries, entries, next * slot);
        } else {
            for i in 0..m.used as usize {
                if m.is_live(i) {
                    core::ptr::copy_nonoverlapping(m.entries.add(i * slot), entries.add(next * slot), slot);
                    next += 1;
                }
            }
            m.epoch += 1;
        }
        for i in 0..next.div_ceil(64) {
            *live.add(i) = if next - i * 64 >= 64 { u64::MAX } else { (1 << (next % 64)) - 1 };
        }
        m.entries = entries;
        m.index = index;
        m.live = live;
        m.used = next as u32;
        m.cap = cap as u32;
        m.cells = next as u32;
        if !index.is_null() {
            m.mask = (cap * 2 - 1) as u32;
            m.low = (cap * 2 - 1) as u32;
            for i in 0..next {
                find::index_existing(g, ty, m, i);
            }
        }
    }
}
