//! The entry points for maps.

use super::find::{self, Key32, Key64, KeyStr, with_key};
use super::{Map, iterate, make, make_on_side, slot_size};
use crate::goroutine::G;
use crate::{equal, error};
use golift_abi::program::ERROR_PLAIN;
use golift_abi::typedesc::MapType;
use golift_abi::{MapIter, Str};

/// makemap(map type, hint).
pub(crate) unsafe extern "C" fn rt_makemap(g: *mut G, ty: *const MapType, hint: i64) -> *mut Map {
    // SAFETY: compiled code passes a map type.
    unsafe {
        make(g, ty, usable_hint(ty, hint))
    }
}

/// makemap on the side stack.
pub(crate) unsafe extern "C" fn rt_side_makemap(g: *mut G, ty: *const MapType, hint: i64) -> *mut Map {
    // SAFETY: compiled code passes a map type.
    unsafe { make_on_side(g, ty, usable_hint(ty, hint)) }
}

/// The hint as a number of slots; 0 if it makes no sense.
unsafe fn usable_hint(ty: *const MapType, hint: i64) -> usize {
    // SAFETY: a map type.
    let size = unsafe { slot_size(ty) };
    let fits = |n: usize| n.checked_mul(size).is_some_and(|b| b < 1 << 40);
    usize::try_from(hint).ok().filter(|&n| fits(n)).unwrap_or(0)
}

#[inline]
unsafe fn elem(ty: *const MapType, map: *const Map, found: Option<(usize, usize)>) -> *mut u8 {
    // SAFETY: a position of the map.
    unsafe {
        match found {
            Some((position, _)) => (*map).entries.add(position * slot_size(ty) + (*ty).elem_offset),
            None => core::ptr::null_mut(),
        }
    }
}

/// Panics if a key looked up in an empty map has no hash.
unsafe fn check_key(g: *mut G, ty: *const MapType, key: *const u8) {
    // SAFETY: as rt_mapaccess.
    unsafe {
        if (*ty).hash_might_panic != 0 {
            (*g).checking_key = true;
            equal::hash(g, (*ty).key, key, 0);
            (*g).checking_key = false;
        }
    }
}

/// mapaccess(map type, map, key ptr): element or null.
pub(crate) unsafe extern "C" fn rt_mapaccess(g: *mut G, ty: *const MapType, map: *const Map, key: *const u8) -> *mut u8 {
    // SAFETY: compiled code passes a map (or null) and a key of its type.
    unsafe {
        if map.is_null() || (*map).count == 0 {
            check_key(g, ty, key);
            return core::ptr::null_mut();
        }
        // Small maps do not hash, but unhashable keys must be found all the same.
        if (*ty).hash_might_panic != 0 && (*map).index.is_null() {
            equal::hash(g, (*ty).key, key, 0);
        }
        elem(ty, map, with_key!(ty, key, |k| find::find(g, ty, &*map, k)))
    }
}

/// mapaccess for 4-byte keys.
pub(crate) unsafe extern "C" fn rt_mapaccess32(g: *mut G, ty: *const MapType, map: *const Map, key: u32) -> *mut u8 {
    // SAFETY: as rt_mapaccess.
    unsafe {
        if map.is_null() {
            return core::ptr::null_mut();
        }
        elem(ty, map, find::find(g, ty, &*map, Key32(key)))
    }
}

/// mapaccess for 8-byte keys.
pub(crate) unsafe extern "C" fn rt_mapaccess64(g: *mut G, ty: *const MapType, map: *const Map, key: u64) -> *mut u8 {
    // SAFETY: as rt_mapaccess.
    unsafe {
        if map.is_null() {
            return core::ptr::null_mut();
        }
        elem(ty, map, find::find(g, ty, &*map, Key64(key)))
    }
}

/// mapaccess for strings.
pub(crate) unsafe extern "C" fn rt_mapaccessstr(
    g: *mut G, ty: *const MapType, map: *const Map, ptr: *const u8, len: usize,
) -> *mut u8 {
    // SAFETY: as rt_mapaccess.
    unsafe {
        if map.is_null() {
            return core::ptr::null_mut();
        }
        elem(ty, map, find::find(g, ty, &*map, KeyStr(Str { ptr, len })))
    }
}

#[inline]
unsafe fn check_nil_map(g: *mut G, map: *const Map) {
    if map.is_null() {
        // SAFETY: g runs.
        unsafe { error::raise(g, ERROR_PLAIN, "assignment to entry in nil map".to_string()) }
    }
}

/// mapassign(map type, map, key ptr): element.
pub(crate) unsafe extern "C" fn rt_mapassign(g: *mut G, ty: *const MapType, map: *mut Map, key: *const u8) -> *mut u8 {
    // SAFETY: as rt_mapaccess.
    unsafe {
        check_nil_map(g, map);
        with_key!(ty, key, |k| find::assign(g, ty, map, k)).add((*ty).elem_offset)
    }
}

/// mapassign for 4-byte keys.
pub(crate) unsafe extern "C" fn rt_mapassign32(g: *mut G, ty: *const MapType, map: *mut Map, key: u32) -> *mut u8 {
    // SAFETY: as rt_mapaccess.
    unsafe {
        check_nil_map(g, map);
        find::assign(g, ty, map, Key32(key)).add((*ty).elem_offset)
    }
}

/// mapassign for 8-byte keys.
pub(crate) unsafe extern "C" fn rt_mapassign64(g: *mut G, ty: *const MapType, map: *mut Map, key: u64) -> *mut u8 {
    // SAFETY: as rt_mapaccess.
    unsafe {
        check_nil_map(g, map);
        find::assign(g, ty, map, Key64(key)).add((*ty).elem_offset)
    }
}

/// mapassign for strings.
pub(crate) unsafe extern "C" fn rt_mapassignstr(
    g: *mut G, ty: *const MapType, map: *mut Map, ptr: *const u8, len: usize,
) -> *mut u8 {
    // SAFETY: as rt_mapaccess.
    unsafe {
        check_nil_map(g, map);
        find::assign(g, ty, map, KeyStr(Str { ptr, len })).add((*ty).elem_offset)
    }
}

/// mapdelete(map type, map, key ptr).
pub(crate) unsafe extern "C" fn rt_mapdelete(g: *mut G, ty: *const MapType, map: *mut Map, key: *const u8) {
    // SAFETY: as rt_mapaccess.
    unsafe {
        if map.is_null() || (*map).count == 0 {
            check_key(g, ty, key);
            return;
        }
        with_key!(ty, key, |k| find::delete(g, ty, map, k));
    }
}

/// mapclear(map type, map).
pub(crate) unsafe extern "C" fn rt_mapclear(_g: *mut G, ty: *const MapType, map: *mut Map) {
    // SAFETY: a map or null.
    unsafe {
        if !map.is_null() {
            find::clear(ty, map);
        }
    }
}

/// mapiterinit(map type, map, iter).
pub(crate) unsafe extern "C" fn rt_mapiterinit(g: *mut G, ty: *const MapType, map: *mut Map, it: *mut MapIter) {
    // SAFETY: a map or null, and a zeroed iterator.
    unsafe { iterate::start(g, ty, map, it) }
}

/// mapiternext(iter).
pub(crate) unsafe extern "C" fn rt_mapiternext(g: *mut G, it: *mut MapIter) {
    // SAFETY: an iterator set up by rt_mapiterinit.
    unsafe { iterate::next(g, it) }
}

/// The same by reflection.
pub(crate) use {
    rt_makemap as rt_unsafe_makemap, rt_mapaccess as rt_unsafe_mapaccess, rt_mapassign as rt_unsafe_mapassign,
    rt_mapclear as rt_unsafe_mapclear, rt_mapdelete as rt_unsafe_mapdelete, rt_mapiterinit as rt_unsafe_mapiterinit,
    rt_mapiternext as rt_unsafe_mapiternext,
};
