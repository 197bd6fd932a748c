//! Interfaces: method tables for pairs of interface and concrete type, made on demand, and failed assertions.

use crate::error;
use crate::goroutine::G;
use crate::lock::Lock;
use crate::{equal, program, text, worker};
use golift_abi::program::ERROR_TYPE_ASSERTION;
use golift_abi::typedesc::{InterfaceType, Itab, Kind, StructType, TypeDesc};
use std::collections::HashMap;

const SLOTS: usize = 128;

/// A worker's recently used tables, direct-mapped.
pub(crate) struct ItabCache {
    slots: [(usize, usize, *const Itab); SLOTS],
}

impl ItabCache {
    /// Nothing cached.
    pub(crate) fn new() -> ItabCache {
        ItabCache { slots: [(0, 0, core::ptr::null()); SLOTS] }
    }
}

struct Tables {
    by_pair: Option<HashMap<(usize, usize), usize>>,
}

static TABLES: Lock<Tables> = Lock::new(Tables { by_pair: None });

/// Takes over the program's static tables.
pub(crate) fn start() {
    let mut map = HashMap::new();
    if let Some(info) = program::info() {
        for &itab in program::table(info.itabs, info.itab_count) {
            // SAFETY: static data of the program.
            unsafe { map.insert(((*itab).inter as usize, (*itab).ty as usize), itab as usize) };
        }
    }
    TABLES.lock().by_pair = Some(map);
}

/// The method table of a type for an interface; null if it lacks a method.
pub(crate) unsafe fn find(g: *mut G, inter: *const InterfaceType, ty: *const TypeDesc) -> *const Itab {
    if ty.is_null() {
        return core::ptr::null();
    }
    // SAFETY: descriptors; the cache belongs to this worker.
    unsafe {
        let cache = &mut (*worker::of(g)).itabs;
        let slot = ((inter as usize >> 4) ^ (ty as usize >> 4) ^ (ty as usize >> 10)) % SLOTS;
        let (i, t, itab) = cache.slots[slot];
        if i == inter as usize && t == ty as usize {
            return itab;
        }
        let itab = *TABLES
            .lock()
            .by_pair
            .get_or_insert_default()
            .entry((inter as usize, ty as usize))
            .or_insert_with(|| make(inter, ty) as usize) as *const Itab;
        cache.slots[slot] = (inter as usize, ty as usize, itab);
        itab
    }
}

unsafe fn same(a: golift_abi::Str, b: golift_abi::Str) -> bool {
    // SAFETY: valid strings.
    unsafe { equal::strings_equal(a, b) }
}

/// Code of the method that implements method `i` of an interface, or None.
unsafe fn method(inter: *const InterfaceType, i: usize, ty: *const TypeDesc) -> Option<*const u8> {
    // SAFETY: descriptors.
    unsafe {
        let want = &*(*inter).methods.add(i);
        let uncommon = (*ty).uncommon.as_ref()?;
        let methods = program::table(uncommon.methods, uncommon.method_count);
        let found = methods.iter().find(|m| m.ty == want.ty && same(m.name, want.name) && same(m.pkg_path, want.pkg_path))?;
        Some(found.ifn)
    }
}

unsafe fn make(inter: *const InterfaceType, ty: *const TypeDesc) -> *const Itab {
    // SAFETY: the table is allocated with room for all methods and never freed.
    unsafe {
        let n = (*inter).method_count;
        let mut code = Vec::with_capacity(n);
        for i in 0..n {
            match method(inter, i, ty) {
                Some(c) => code.push(c),
                None => return core::ptr::null(),
            }
        }
        let words = size_of::<Itab>() / 8 + n;
        let itab = Box::leak(vec![0u64; words].into_boxed_slice()).as_mut_ptr().cast::<Itab>();
        (*itab).inter = inter;
        (*itab).ty = ty;
        (*itab).hash = (*ty).hash;
        core::ptr::copy_nonoverlapping(code.as_ptr(), (&raw mut (*itab).fun).cast(), n);
        itab
    }
}

/// assert_iface(interface type, dynamic type): itab or null.
pub(crate) unsafe extern "C" fn rt_find_itab(g: *mut G, inter: *const InterfaceType, ty: *const TypeDesc) -> *const Itab {
    // SAFETY: compiled code passes descriptors.
    unsafe { find(g, inter, ty) }
}

/// The same by reflection.
pub(crate) use rt_find_itab as rt_unsafe_itab;

/// assert_iface_panic(interface type, dynamic type or null, static interface type): itab.
pub(crate) unsafe extern "C" fn rt_assert_itab(
    g: *mut G, inter: *const InterfaceType, ty: *const TypeDesc, _from: *const TypeDesc,
) -> *const Itab {
    // SAFETY: compiled code passes descriptors.
    unsafe {
        let itab = find(g, inter, ty);
        if !itab.is_null() {
            return itab;
        }
        let wanted = text::lossy((*inter).head.string);
        let message = if ty.is_null() {
            format!("interface conversion: interface is nil, not {wanted}")
        } else {
            let missing = (0..(*inter).method_count).find(|&i| method(inter, i, ty).is_none());
            let name = missing.map_or(String::new(), |i| text::lossy((*(*inter).methods.add(i)).name));
            format!("interface conversion: {} is not {wanted}: missing method {name}", text::lossy((*ty).string))
        };
        drop(wanted);
        error::raise(g, ERROR_TYPE_ASSERTION, message)
    }
}

/// panicdottype(dynamic type or null, wanted type, static interface type).
pub(crate) unsafe extern "C" fn rt_panicdottype(
    g: *mut G, have: *const TypeDesc, want: *const TypeDesc, from: *const TypeDesc,
) -> ! {
    // SAFETY: compiled code passes descriptors.
    unsafe { error::raise(g, ERROR_TYPE_ASSERTION, mismatch(have, want, from)) }
}

/// The package that a type's name or its unexported fields or methods belong to.
unsafe fn package_path(ty: *const TypeDesc) -> String {
    // SAFETY: a descriptor, whose kind says what it is the head of.
    unsafe {
        if let Some(uncommon) = (*ty).uncommon.as_ref() {
            return text::lossy(uncommon.pkg_path);
        }
        match (*ty).kind {
            k if k == Kind::Struct as u8 => text::lossy((*ty.cast::<StructType>()).pkg_path),
            k if k == Kind::Interface as u8 => text::lossy((*ty.cast::<InterfaceType>()).pkg_path),
            _ => String::new(),
        }
    }
}

unsafe fn mismatch(have: *const TypeDesc, want: *const TypeDesc, from: *const TypeDesc) -> String {
    // SAFETY: descriptors.
    unsafe {
        let inter = if from.is_null() { "interface".to_string() } else { text::lossy((*from).string) };
        let wanted = text::lossy((*want).string);
        if have.is_null() {
            return format!("interface conversion: {inter} is nil, not {wanted}");
        }
        let had = text::lossy((*have).string);
        let mut message = format!("interface conversion: {inter} is {had}, not {wanted}");
        if had == wanted {
            message += if package_path(have) != package_path(want) { " (types from different packages)" } else { " (types from different scopes)" };
        }
        message
    }
}
