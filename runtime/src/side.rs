//! The side stack: memory for objects that die with a function's activation but have no place in its frame, because they are made
//! in loops, have a size known at run time only, or belong to a caller of the function that makes them.
//!
//! Every goroutine has at most one slot of one reserved range of addresses, taken when an owner is first entered and given back
//! when the goroutine ends. `GHead::side_top` moves up through it; owners (`Func::side_owner`) put it back. `side_limit`
//! ends what the running owner may take, so that an allocation in a long loop turns to the heap in time and is collected
//! there. Nothing moves. The collector scans what lies below `side_top`, word by word.
//!
//! What an allocation on the side stack finds no room for becomes a *frame-lived* heap object: it may point into stacks and
//! side stacks, because whatever can reach it dies with the owner, too.
//!
//! In stress mode `side_limit` is a mark (how many owners are active), so that compiled code always calls; then freed
//! memory is poisoned, and every eighth object is made on the heap.

use crate::goroutine::G;
use crate::heap::sweep::POISON;
use crate::heap::{HEAP, Heap, allocate};
use crate::lock::Lock;
use core::ptr::null;
use core::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use golift_abi::goroutine::{ON_SIDE, SIDE_LIMIT_MIN, SIDE_OBJECT, SIDE_SHARE, SIDE_SLOT};
use golift_abi::typedesc::TypeDesc;

const SLOT: usize = SIDE_SLOT as usize;
const SHARE: usize = SIDE_SHARE as usize;
/// Address space for slots, if the system allows that much.
const RESERVE: usize = 256 << 30;
/// The least that is worth having.
const RESERVE_MIN: usize = 64 << 20;
/// Unused slots that keep their memory.
const WARM_SLOTS: usize = 64;

static START: AtomicUsize = AtomicUsize::new(0);
static END: AtomicUsize = AtomicUsize::new(0);
static STRESS: AtomicBool = AtomicBool::new(false);

struct FreeSlot {
    base: usize,
    dirty: bool,
}

struct Pool {
    free: Vec<FreeSlot>,
    /// The first slot never used.
    next: usize,
    /// There is no address space.
    refused: bool,
}

static POOL: Lock<Pool> = Lock::new(Pool { free: Vec::new(), next: 0, refused: false });

/// Begins a program, under stress or not.
pub(crate) fn start(stress: bool) {
    STRESS.store(stress, Ordering::Relaxed);
}

#[inline]
fn stressed() -> bool {
    STRESS.load(Ordering::Relaxed)
}

/// Whether an address lies in any goroutine's side stack.
#[inline]
pub(crate) fn contains(address: usize) -> bool {
    let start = START.load(Ordering::Relaxed);
    address.wrapping_sub(start) < END.load(Ordering::Relaxed) - start
}

/// Whether a buffer given to a builtin means the side stack.
#[inline]
pub(crate) fn wanted<T>(buffer: *const T) -> bool {
    buffer as usize == ON_SIDE as usize
}

impl Pool {
    fn reserve(&mut self) {
        let mut size = RESERVE;
        while size >= RESERVE_MIN {
            // SAFETY: a fresh anonymous mapping.
            let p = unsafe {
                let flags = libc::MAP_PRIVATE | libc::MAP_ANONYMOUS | libc::MAP_NORESERVE;
                libc::mmap(core::ptr::null_mut(), size, libc::PROT_READ | libc::PROT_WRITE, flags, -1, 0)
            };
            if p != libc::MAP_FAILED {
                // Huge pages would give every slot all of its memory at once.
                // SAFETY: the mapping just made.
                unsafe { libc::madvise(p, size, libc::MADV_NOHUGEPAGE) };
                let start = (p as usize).next_multiple_of(SLOT);
                START.store(start, Ordering::Relaxed);
                END.store((p as usize + size) & !(SLOT - 1), Ordering::Relaxed);
                self.next = start;
                return;
            }
            size /= 4;
        }
        self.refused = true;
    }

    fn take(&mut self) -> Option<usize> {
        if let Some(slot) = self.free.pop() {
            return Some(slot.base);
        }
        if self.next == 0 && !self.refused {
            self.reserve();
        }
        if self.next == END.load(Ordering::Relaxed) {
            return None;
        }
        self.next += SLOT;
        Some(self.next - SLOT)
    }
}

/// Sees to it that the goroutine has a slot and its head says so; false if there is none left.
#[inline]
unsafe fn have_slot(g: *mut G) -> bool {
    // SAFETY: g runs.
    unsafe { (*g).head.side_top != 0 || take_slot(g) }
}

#[cold]
unsafe fn take_slot(g: *mut G) -> bool {
    // SAFETY: g runs. Its head says that it has no objects on the side stack.
    unsafe {
        if (*g).side_slot == 0 {
            // Refused once, refused for good: owners may have saved that there is no slot.
            if (*g).side_refused {
                return false;
            }
            let Some(base) = POOL.lock().take() else {
                (*g).side_refused = true;
                return false;
            };
            (*g).side_slot = base;
            (*g).side_high = base;
        }
        (*g).head.side_top = (*g).side_slot;
        if !stressed() {
            (*g).head.side_limit = (*g).side_slot + SHARE;
        }
        true
    }
}

/// The entry of an owner while the limit is a mark: the owner's own limit.
pub(crate) unsafe extern "C" fn rt_side_enter(g: *mut G) -> usize {
    // SAFETY: g runs.
    unsafe {
        if !have_slot(g) {
            return 0;
        }
        if stressed() {
            return ((*g).head.side_limit + 1).min(SIDE_LIMIT_MIN as usize - 1);
        }
        let top = (*g).head.side_top;
        (top | (SLOT - 1)).min(top + SHARE)
    }
}

/// In place of an owner: nobody knows.
pub(crate) const UNKNOWN: usize = usize::MAX;

/// What tells the running owner, or its innermost loop that gives back, from all others that are active on this goroutine or
/// any other: its limit. That follows from its `side_top` at the beginning, above which all lies that it has allocated, so
/// that while any of this is alive no other begins there. Where limits do not tell: [`UNKNOWN`].
pub(crate) unsafe fn owner(g: *const G) -> usize {
    // SAFETY: g runs.
    unsafe {
        let limit = (*g).head.side_limit;
        if limit < SIDE_LIMIT_MIN as usize {
            // Under stress, how many have begun; slots have numbers of their own above that.
            let unclear = limit == 0 || limit == SIDE_LIMIT_MIN as usize - 1;
            return if unclear { UNKNOWN } else { (*g).side_slot | limit };
        }
        if limit & (SLOT - 1) == SLOT - 1 { UNKNOWN } else { limit }
    }
}

/// `size` bytes on the side stack, zero from `filled` on; null if there is no room. The caller fills the rest before anything
/// else happens.
pub(crate) unsafe fn take(g: *mut G, size: usize, filled: usize) -> *mut u8 {
    // SAFETY: g runs; the slot is its own, and nobody uses what lies above its top.
    unsafe {
        if size > SIDE_OBJECT as usize || !have_slot(g) {
            return core::ptr::null_mut();
        }
        let top = (*g).head.side_top;
        let mut limit = (*g).head.side_limit;
        if stressed() {
            poison(g);
            (*g).side_count += 1;
            if (*g).side_count.is_multiple_of(8) {
                return core::ptr::null_mut();
            }
            limit = top | (SLOT - 1);
        }
        let after = top + size.next_multiple_of(8);
        if after > limit {
            return core::ptr::null_mut();
        }
        core::ptr::write_bytes((top + filled) as *mut u8, 0, after - top - filled);
        (*g).head.side_top = after;
        (*g).side_high = (*g).side_high.max(after);
        count(g, after - top, |heap| &mut heap.side_sites);
        top as *mut u8
    }
}

/// With counting: adds an object to its site's line in one of the tables.
unsafe fn count(g: *mut G, size: usize, table: fn(&mut Heap) -> &mut Vec<(u64, u64)>) {
    // SAFETY: g runs.
    let site = unsafe { core::mem::take(&mut (*g).head.site) } as usize;
    if site != 0
        && let Some(line) = table(&mut HEAP.lock()).get_mut(site)
    {
        line.0 += 1;
        line.1 += size as u64;
    }
}

/// With counting: notes an object that a builtin puts into memory of its caller's frame.
pub(crate) unsafe fn count_slot(g: *mut G, size: usize) {
    // SAFETY: g runs.
    unsafe { count(g, size, |heap| &mut heap.slot_sites) }
}

/// countslot(size).
pub(crate) unsafe extern "C" fn rt_count_slot(g: *mut G, size: i64) {
    // SAFETY: g runs.
    unsafe { count_slot(g, size as usize) }
}

/// A zeroed object of `size` bytes that holds values of type `elem` (null: no pointers) from its start on, on the side stack or
/// frame-lived.
pub(crate) unsafe fn object(g: *mut G, size: usize, elem: *const TypeDesc, filled: usize) -> *mut u8 {
    // SAFETY: g runs.
    unsafe {
        if size == 0 {
            return allocate::zero_base();
        }
        let p = take(g, size, filled);
        if p.is_null() { frame_object(g, size, elem, filled) } else { p }
    }
}

/// A heap object that may point into stacks, because whatever can reach it dies with a frame.
pub(crate) unsafe fn frame_object(g: *mut G, size: usize, elem: *const TypeDesc, filled: usize) -> *mut u8 {
    // SAFETY: g runs.
    unsafe {
        let p = allocate::object_to_fill(g, size, elem, filled);
        if stressed() && size != 0 {
            HEAP.lock().frame_lived.insert(p as usize);
        }
        p
    }
}

/// `size` bytes without pointers for a builtin that is told by `buffer` where: on the side stack or the heap. The caller fills the
/// first `filled` bytes.
pub(crate) unsafe fn bytes(g: *mut G, buffer: *const u8, size: usize, filled: usize) -> *mut u8 {
    // SAFETY: g runs.
    unsafe {
        if wanted(buffer) { object(g, size, null(), filled) } else { allocate::object_to_fill(g, size, null(), filled) }
    }
}

unsafe fn scanned(ty: *const TypeDesc) -> *const TypeDesc {
    // SAFETY: a descriptor.
    unsafe { if (*ty).ptrdata == 0 { null() } else { ty } }
}

/// sidealloc(type, size).
pub(crate) unsafe extern "C" fn rt_side_alloc(g: *mut G, ty: *const TypeDesc, size: usize) -> *mut u8 {
    // SAFETY: compiled code passes a descriptor.
    unsafe { object(g, size, scanned(ty), 0) }
}

/// new(type) for an object that its frame has no room for.
pub(crate) unsafe extern "C" fn rt_frame_new(g: *mut G, ty: *const TypeDesc, size: usize) -> *mut u8 {
    // SAFETY: compiled code passes a descriptor.
    unsafe { frame_object(g, size, scanned(ty), 0) }
}

/// In stress mode, before anything is allocated and at every collection: what owners have given back is no longer what it was.
pub(crate) unsafe fn poison(g: *mut G) {
    // SAFETY: the slot is g's, which runs or is stopped.
    unsafe {
        let top = (*g).head.side_top.max((*g).side_slot);
        if (*g).side_high > top {
            core::ptr::write_bytes(top as *mut u8, POISON, (*g).side_high - top);
        }
        (*g).side_high = top;
    }
}

/// The part of a goroutine's side stack that is in use, for the collector.
pub(crate) unsafe fn used(g: *const G) -> (usize, usize) {
    // SAFETY: the goroutine is stopped.
    unsafe {
        match (*g).head.side_top {
            0 => (0, 0),
            top => ((*g).side_slot, top),
        }
    }
}

/// Gives a dead goroutine's slot back.
pub(crate) unsafe fn release(g: *mut G) {
    // SAFETY: the goroutine is dead.
    unsafe {
        let base = core::mem::take(&mut (*g).side_slot);
        (*g).head.side_top = 0;
        (*g).head.side_limit = 0;
        if base == 0 {
            return;
        }
        if stressed() {
            core::ptr::write_bytes(base as *mut u8, POISON, (*g).side_high - base);
        }
        POOL.lock().free.push(FreeSlot { base, dirty: true });
    }
}

/// Takes the memory of slots that have not been needed for a while; the collector calls it.
pub(crate) fn trim() {
    let mut pool = POOL.lock();
    let cold = pool.free.len().saturating_sub(WARM_SLOTS);
    for slot in &mut pool.free[..cold] {
        if slot.dirty {
            // SAFETY: the slot is unused.
            unsafe { libc::madvise(slot.base as *mut libc::c_void, SLOT, libc::MADV_DONTNEED) };
            slot.dirty = false;
        }
    }
}
