//! Lookup, insertion and deletion, written once for four kinds of keys.

use super::{DELETED, Map, SMALL, resize, slot_size};
use crate::equal;
use crate::goroutine::G;
use golift_abi::Str;
use golift_abi::typedesc::{FLAG_REGULAR_MEMORY, Kind, MapType, TypeDesc};

/// A key to look for.
pub(crate) trait Key: Copy {
    /// Its hash; panics if it has none.
    unsafe fn hash(self, g: *mut G, seed: u64) -> u64;
    /// Whether the key in a slot equals it.
    unsafe fn matches(self, g: *mut G, slot: *const u8) -> bool;
    /// Writes it to a slot.
    unsafe fn store(self, slot: *mut u8);
    /// Equal keys may differ (+0 and -0, strings with other bytes behind them): an assignment replaces the key.
    fn replace(self) -> bool {
        false
    }
}

/// A key of 4 bytes.
#[derive(Clone, Copy)]
pub(crate) struct Key32(pub(crate) u32);
/// A key of 8 bytes.
#[derive(Clone, Copy)]
pub(crate) struct Key64(pub(crate) u64);
/// A string.
#[derive(Clone, Copy)]
pub(crate) struct KeyStr(pub(crate) Str);
/// A value of any type.
#[derive(Clone, Copy)]
pub(crate) struct KeyAny(pub(crate) *const TypeDesc, pub(crate) *const u8);

impl Key for Key32 {
    #[inline]
    unsafe fn hash(self, _: *mut G, seed: u64) -> u64 {
        equal::hash_word(u64::from(self.0), seed)
    }
    #[inline]
    unsafe fn matches(self, _: *mut G, slot: *const u8) -> bool {
        // SAFETY: a slot of a map with such keys; likewise below.
        unsafe { *slot.cast::<u32>() == self.0 }
    }
    #[inline]
    unsafe fn store(self, slot: *mut u8) {
        // SAFETY: see matches.
        unsafe { *slot.cast::<u32>() = self.0 }
    }
}

impl Key for Key64 {
    #[inline]
    unsafe fn hash(self, _: *mut G, seed: u64) -> u64 {
        equal::hash_word(self.0, seed)
    }
    #[inline]
    unsafe fn matches(self, _: *mut G, slot: *const u8) -> bool {
        // SAFETY: as above.
        unsafe { *slot.cast::<u64>() == self.0 }
    }
    #[inline]
    unsafe fn store(self, slot: *mut u8) {
        // SAFETY: as above.
        unsafe { *slot.cast::<u64>() = self.0 }
    }
}

impl Key for KeyStr {
    #[inline]
    unsafe fn hash(self, _: *mut G, seed: u64) -> u64 {
        // SAFETY: a valid string.
        unsafe { equal::hash_bytes(self.0.ptr, self.0.len, seed) }
    }
    #[inline]
    unsafe fn matches(self, _: *mut G, slot: *const u8) -> bool {
        // SAFETY: as above.
        unsafe { equal::strings_equal(*slot.cast::<Str>(), self.0) }
    }
    #[inline]
    unsafe fn store(self, slot: *mut u8) {
        // SAFETY: as above.
        unsafe { *slot.cast::<Str>() = self.0 }
    }
    fn replace(self) -> bool {
        true
    }
}

impl Key for KeyAny {
    unsafe fn hash(self, g: *mut G, seed: u64) -> u64 {
        // SAFETY: a value of its type.
        unsafe { equal::hash(g, self.0, self.1, seed) }
    }
    unsafe fn matches(self, g: *mut G, slot: *const u8) -> bool {
        // SAFETY: as above.
        unsafe { equal::equal(g, self.0, slot, self.1) }
    }
    unsafe fn store(self, slot: *mut u8) {
        // SAFETY: as above.
        unsafe { core::ptr::copy_nonoverlapping(self.1, slot, (*self.0).size) }
    }
    fn replace(self) -> bool {
        // SAFETY: a descriptor.
        unsafe { (*self.0).flags & FLAG_REGULAR_MEMORY == 0 }
    }
}

/// Runs `$body` with `$key` bound to the key at `$p` in the form that all entry points agree on.
macro_rules! with_key {
    ($ty:expr, $p:expr, |$key:ident| $body:expr) => {{
        let (key_ty, p): (*const golift_abi::typedesc::TypeDesc, *const u8) = ((*$ty).key, $p);
        let regular = (*key_ty).flags & golift_abi::typedesc::FLAG_REGULAR_MEMORY != 0;
        if regular && (*key_ty).size == 8 {
            let $key = $crate::map::find::Key64(*p.cast::<u64>());
            $body
        } else if regular && (*key_ty).size == 4 {
            let $key = $crate::map::find::Key32(*p.cast::<u32>());
            $body
        } else if (*key_ty).kind == golift_abi::typedesc::Kind::String as u8 {
            let $key = $crate::map::find::KeyStr(*p.cast::<golift_abi::Str>());
            $body
        } else {
            let $key = $crate::map::find::KeyAny(key_ty, p);
            $body
        }
    }};
}
pub(crate) use with_key;

/// Position of a key, and its index cell (0 for small maps).
#[inline]
pub(crate) unsafe fn find<K: Key>(g: *mut G, ty: *const MapType, m: &Map, key: K) -> Option<(usize, usize)> {
    // SAFETY: positions in the index and live bits lie below used.
    unsafe {
        let slot = slot_size(ty);
        if m.index.is_null() {
            if m.count == 0 {
                return None;
            }
            let mut bits = *m.live;
            while bits != 0 {
                let i = bits.trailing_zeros() as usize;
                bits &= bits - 1;
                if key.matches(g, m.entries.add(i * slot)) {
                    return Some((i, 0));
                }
            }
            return None;
        }
        let hash = key.hash(g, m.seed);
        let (mask, low) = (m.mask as usize, m.low);
        let want = (hash >> 32) as u32 & !low;
        let mut i = hash as usize & mask;
        loop {
            let word = *m.index.add(i);
            if word == 0 {
                return None;
            }
            if (word ^ want) & !low == 0 && word != DELETED {
                let position = (word & low) as usize - 1;
                if key.matches(g, m.entries.add(position * slot)) {
                    return Some((position, i));
                }
            }
            i = (i + 1) & mask;
        }
    }
}

/// Puts an entry that is in its slot into the index.
pub(crate) unsafe fn index_existing(g: *mut G, ty: *const MapType, m: &mut Map, position: usize) {
    // SAFETY: the slot holds a key; the index has free words.
    unsafe {
        let p = m.entries.add(position * slot_size(ty));
        let hash = with_key!(ty, p, |key| key.hash(g, m.seed));
        insert_word(m, hash, position);
    }
}

#[inline]
unsafe fn insert_word(m: &mut Map, hash: u64, position: usize) {
    // SAFETY: the index has free words.
    unsafe {
        let mut i = hash as usize & m.mask as usize;
        while *m.index.add(i) != 0 {
            i = (i + 1) & m.mask as usize;
        }
        *m.index.add(i) = ((hash >> 32) as u32 & !m.low) | (position as u32 + 1);
    }
}

/// The slot of a key, made if it is not there.
#[inline]
pub(crate) unsafe fn assign<K: Key>(g: *mut G, ty: *const MapType, map: *mut Map, key: K) -> *mut u8 {
    // SAFETY: a map of the type; g runs.
    unsafe {
        if let Some((position, _)) = find(g, ty, &*map, key) {
            let p = (*map).entries.add(position * slot_size(ty));
            if key.replace() {
                key.store(p);
            }
            return p;
        }
        if (*map).index.is_null() {
            // A small map does not hash, but unhashable keys must be found all the same.
            key.hash(g, 0);
        }
        let m = &*map;
        if m.used == m.cap || (!m.index.is_null() && m.cells as usize >= m.cap as usize + m.cap as usize / 2) {
            grow(g, ty, map);
        }
        let m = &mut *map;
        let position = m.used as usize;
        let p = m.entries.add(position * slot_size(ty));
        key.store(p);
        *m.live.add(position / 64) |= 1 << (position % 64);
        m.used += 1;
        m.count += 1;
        if !m.index.is_null() {
            let hash = key.hash(g, m.seed);
            // A NaN has another hash each time; it is never found by its hash.
            insert_word(m, hash, position);
            m.cells += 1;
        }
        p
    }
}

#[cold]
unsafe fn grow(g: *mut G, ty: *const MapType, map: *mut Map) {
    // SAFETY: as assign.
    unsafe {
        let cap = (*map).cap as usize;
        let new = if cap == 0 {
            SMALL
        } else if (*map).count <= cap / 2 + cap / 8 {
            cap
        } else {
            cap * 2
        };
        resize(g, ty, map, new);
    }
}

/// Removes a key.
#[inline]
pub(crate) unsafe fn delete<K: Key>(g: *mut G, ty: *const MapType, map: *mut Map, key: K) {
    // SAFETY: a map of the type.
    unsafe {
        let Some((position, cell)) = find(g, ty, &*map, key) else {
            if (*map).index.is_null() {
                key.hash(g, 0);
            }
            return;
        };
        let m = &mut *map;
        let slot = slot_size(ty);
        core::ptr::write_bytes(m.entries.add(position * slot), 0, slot);
        *m.live.add(position / 64) &= !(1 << (position % 64));
        m.count -= 1;
        if !m.index.is_null() {
            let mask = m.mask as usize;
            *m.index.add(cell) = DELETED;
            // At the end of a run of words, deleted ones can become empty again.
            if *m.index.add((cell + 1) & mask) == 0 {
                let mut i = cell;
                while *m.index.add(i) == DELETED {
                    *m.index.add(i) = 0;
                    m.cells -= 1;
                    i = i.wrapping_sub(1) & mask;
                }
            }
        }
        if position + 1 == m.used as usize {
            m.used -= 1;
        }
    }
}

/// Removes all entries.
pub(crate) unsafe fn clear(ty: *const MapType, map: *mut Map) {
    // SAFETY: a map of the type.
    unsafe {
        let m = &mut *map;
        if m.used != 0 {
            core::ptr::write_bytes(m.entries, 0, m.used as usize * slot_size(ty));
            core::ptr::write_bytes(m.live, 0, (m.used as usize).div_ceil(64));
        }
        if !m.index.is_null() && m.cells != 0 {
            core::ptr::write_bytes(m.index, 0, m.mask as usize + 1);
        }
        m.count = 0;
        m.used = 0;
        m.cells = 0;
        m.clears += 1;
    }
}

const _: () = assert!(Kind::String as u8 != 0 && SMALL == 8);
