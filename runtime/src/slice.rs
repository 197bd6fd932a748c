//! Slices and raw memory: making, growing, copying, clearing, and objects of types known at run time.

use crate::error;
use crate::goroutine::G;
use crate::heap::{allocate, classes};
use crate::select::Pair;
use crate::side;
use golift_abi::AppendRoom;
use golift_abi::program::ERROR_STRING;
use golift_abi::typedesc::TypeDesc;

/// The largest allocation that Go accepts.
const MAX_ALLOC: usize = 1 << 48;

unsafe fn array(g: *mut G, elem: *const TypeDesc, bytes: usize) -> *mut u8 {
    // SAFETY: g runs; a valid descriptor.
    unsafe { allocate::object(g, bytes, if (*elem).ptrdata == 0 { core::ptr::null() } else { elem }) }
}

fn bytes_of(size: usize, n: i64) -> Option<usize> {
    usize::try_from(n).ok()?.checked_mul(size).filter(|&b| b <= MAX_ALLOC)
}

/// makeslice(elem type, len, cap).
pub(crate) unsafe extern "C" fn rt_makeslice(g: *mut G, elem: *const TypeDesc, len: i64, cap: i64) -> *mut u8 {
    // SAFETY: compiled code passes a descriptor.
    unsafe {
        let size = (*elem).size;
        match bytes_of(size, cap) {
            Some(bytes) if len >= 0 && len <= cap => array(g, elem, bytes),
            _ => bad_size(g, size, len),
        }
    }
}

unsafe fn bad_size(g: *mut G, size: usize, len: i64) -> ! {
    let what = if len < 0 || bytes_of(size, len).is_none() { "len" } else { "cap" };
    // SAFETY: g runs.
    unsafe { error::raise(g, ERROR_STRING, format!("makeslice: {what} out of range")) }
}

/// makeslice on the side stack.
pub(crate) unsafe extern "C" fn rt_side_makeslice(g: *mut G, elem: *const TypeDesc, len: i64, cap: i64) -> *mut u8 {
    // SAFETY: compiled code passes a descriptor.
    unsafe {
        let size = (*elem).size;
        match bytes_of(size, cap) {
            Some(bytes) if len >= 0 && len <= cap => {
                side::object(g, bytes, if (*elem).ptrdata == 0 { core::ptr::null() } else { elem }, 0)
            }
            _ => bad_size(g, size, len),
        }
    }
}

/// growslice(elem type, old ptr, old len, old cap, new len, room): (new ptr, new cap).
pub(crate) unsafe extern "C" fn rt_growslice(
    g: *mut G, elem: *const TypeDesc, old: *const u8, old_len: i64, old_cap: i64, new_len: i64, room: *mut AppendRoom,
) -> Pair {
    // SAFETY: compiled code passes a valid slice.
    unsafe {
        let t = &*elem;
        let refuse = || -> ! { error::raise(g, ERROR_STRING, "growslice: len out of range".to_string()) };
        if new_len < 0 {
            refuse();
        }
        if t.size == 0 {
            return Pair(allocate::zero_base() as u64, new_len as u64);
        }
        let wanted = next_capacity(old_cap, new_len);
        let Some(bytes) = bytes_of(t.size, wanted) else { refuse() };
        let bytes = classes::round_up(bytes, t.ptrdata == 0);
        let cap = bytes / t.size;
        if bytes > MAX_ALLOC {
            refuse();
        }
        let used = old_len as usize * t.size;
        let scan = if t.ptrdata == 0 { core::ptr::null() } else { elem };
        if side::wanted(room) {
            let p = side::object(g, cap * t.size, scan, used);
            core::ptr::copy_nonoverlapping(old, p, used);
            return Pair(p as u64, cap as u64);
        }
        if let Some(p) = take_room(room, cap * t.size) {
            side::count_slot(g, (cap * t.size) as usize);
            core::ptr::copy_nonoverlapping(old, p, used);
            p.add(used).write_bytes(0, cap * t.size - used);
            return Pair(p as u64, cap as u64);
        }
        let on_side = room.as_ref().is_some_and(|room| room.taken & AppendRoom::GROWS_ON_SIDE != 0);
        let p = if on_side { side::object(g, cap * t.size, scan, used) } else { allocate::object_to_fill(g, cap * t.size, scan, used) };
        core::ptr::copy_nonoverlapping(old, p, used);
        Pair(p as u64, cap as u64)
    }
}

/// Room for an array of this size in the caller's frame, if there is some left.
unsafe fn take_room(room: *mut AppendRoom, size: usize) -> Option<*mut u8> {
    // SAFETY: the caller gives null or room of its own, which the function that has it made empty when it began.
    let room = unsafe { room.as_mut() }?;
    let taken = (room.taken & !AppendRoom::GROWS_ON_SIDE) as usize;
    let array = room.bytes.get_mut(taken..taken.checked_add(size)?)?;
    room.taken += size.next_multiple_of(8) as u64;
    Some(array.as_mut_ptr())
}

/// growslice for reflection.
pub(crate) unsafe extern "C" fn rt_unsafe_growslice(
    g: *mut G, elem: *const TypeDesc, old: *const u8, old_len: i64, old_cap: i64, new_len: i64,
) -> Pair {
    // SAFETY: as for rt_growslice.
    unsafe { rt_growslice(g, elem, old, old_len, old_cap, new_len, core::ptr::null_mut()) }
}

/// The official growth rule: double, and from 256 elements on gradually less, down to a quarter more.
fn next_capacity(old_cap: i64, new_len: i64) -> i64 {
    const THRESHOLD: i64 = 256;
    if new_len > old_cap.saturating_mul(2) {
        return new_len;
    }
    if old_cap < THRESHOLD {
        return old_cap * 2;
    }
    let mut cap = old_cap;
    while cap < new_len {
        cap += (cap + 3 * THRESHOLD) >> 2;
        if cap <= 0 {
            return new_len;
        }
    }
    cap
}

/// memmove(dst, src, n).
pub(crate) unsafe extern "C" fn rt_memmove(g: *mut G, dst: *mut u8, src: *const u8, n: usize) {
    // SAFETY: valid memory, or nil.
    unsafe {
        error::check_nil(g, dst, n);
        error::check_nil(g, src, n);
        core::ptr::copy(src, dst, n);
    }
}

/// memclr(ptr, n).
pub(crate) unsafe extern "C" fn rt_memclr(g: *mut G, p: *mut u8, n: usize) {
    // SAFETY: valid memory, or nil.
    unsafe {
        error::check_nil(g, p, n);
        core::ptr::write_bytes(p, 0, n);
    }
}

/// memmove, memclr and growslice for Go code.
pub(crate) use {rt_memclr as rt_unsafe_memclr, rt_memmove as rt_memmove_scalars, rt_memmove as rt_unsafe_move};

/// New object of a type known at run time.
pub(crate) use crate::heap::allocate::rt_new as rt_unsafe_new;

/// New array of a type known at run time.
pub(crate) unsafe extern "C" fn rt_unsafe_newarray(g: *mut G, elem: *const TypeDesc, n: i64) -> *mut u8 {
    // SAFETY: a valid descriptor.
    unsafe { rt_makeslice(g, elem, n, n) }
}
