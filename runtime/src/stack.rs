//! Goroutine stacks: segments in slots of a few sizes, each size in its own mapping, without guard pages.
//!
//! A segment's usable part ends `STACK_RED_AREA` above its first byte; its descriptor sits at its upper end.
//! `grow_stack` adds a larger segment when a function finds too little room; the older ones stay where they are, so
//! addresses of variables never change. Segments that are not in use are kept for the next overflow and given back by
//! the collector. Reuse is last in, first out; slots that stay unused lose their pages.

use crate::goroutine::G;
use crate::lock::Lock;
use core::sync::atomic::{AtomicUsize, Ordering};
use golift_abi::goroutine::STACK_RED_AREA;

/// The upper end of a piece of stack.
#[repr(C)]
pub(crate) struct Segment {
    /// The next newer segment; may be cached and unused.
    pub next: *mut Segment,
    /// `GHead::stack_limit` for this segment.
    pub limit: usize,
    /// Initial stack pointer; a multiple of 16.
    pub top: usize,
    /// Stack pointer when the next segment was entered.
    pub saved_sp: usize,
    /// The next older segment.
    pub prev: *mut Segment,
    /// First byte of the slot.
    pub base: usize,
    /// Index of the size.
    pub class: usize,
}

/// Offset of [`Segment::next`].
pub(crate) const SEG_NEXT: usize = core::mem::offset_of!(Segment, next);
/// Offset of [`Segment::limit`].
pub(crate) const SEG_LIMIT: usize = core::mem::offset_of!(Segment, limit);
/// Offset of [`Segment::top`].
pub(crate) const SEG_TOP: usize = core::mem::offset_of!(Segment, top);
/// Offset of [`Segment::saved_sp`].
pub(crate) const SEG_SAVED_SP: usize = core::mem::offset_of!(Segment, saved_sp);

/// Usable bytes of each size: 64 KiB, 256 KiB, … 256 MiB.
const CLASSES: usize = 7;
const fn usable(class: usize) -> usize {
    (64 << 10) << (2 * class)
}
const RED: usize = STACK_RED_AREA as usize;
const fn slot_size(class: usize) -> usize {
    usable(class) + RED
}
/// Slots of the smallest size that keep their pages although unused.
const WARM_SLOTS: usize = 256;
/// What all segments of a goroutine may hold. Go's limit is 1,000,000,000 bytes, but its stacks double, so
/// that programs get 512 MiB there.
const SOFT_MAX_STACK: usize = 600 << 20;

static LIMIT: AtomicUsize = AtomicUsize::new(SHOWN_LIMIT);
/// The limit that programs see unless they set it.
const SHOWN_LIMIT: usize = 1_000_000_000;

/// Sets what a stack may hold; the old limit.
pub(crate) fn set_limit(bytes: usize) -> usize {
    LIMIT.swap(bytes, Ordering::Relaxed)
}

/// The limit that is set.
pub(crate) fn limit() -> usize {
    LIMIT.load(Ordering::Relaxed)
}

struct FreeSlot {
    base: usize,
    dirty: bool,
}

struct SlotClass {
    free: Vec<FreeSlot>,
    next: usize,
    end: usize,
    color: usize,
}

/// The free slots of every size.
struct Pool {
    classes: [SlotClass; CLASSES],
    /// The mappings that slots are cut from: start and end.
    chunks: Vec<(usize, usize)>,
    in_use: usize,
    mapped: usize,
}

static POOL: Lock<Pool> = Lock::new(Pool {
    classes: [const { SlotClass { free: Vec::new(), next: 0, end: 0, color: 0 } }; CLASSES],
    chunks: Vec::new(),
    in_use: 0,
    mapped: 0,
});

fn map_chunk(bytes: usize) -> Option<usize> {
    // SAFETY: a fresh anonymous mapping.
    unsafe {
        let flags = libc::MAP_PRIVATE | libc::MAP_ANONYMOUS | libc::MAP_NORESERVE;
        let p = libc::mmap(core::ptr::null_mut(), bytes, libc::PROT_READ | libc::PROT_WRITE, flags, -1, 0);
        if p == libc::MAP_FAILED {
            return None;
        }
        // Huge pages would give every small stack two megabytes.
        libc::madvise(p, bytes, libc::MADV_NOHUGEPAGE);
        Some(p as usize)
    }
}

impl Pool {
    fn take(&mut self, class: usize) -> Option<(usize, usize)> {
        let size = slot_size(class);
        let slots = &mut self.classes[class];
        self.in_use += usable(class);
        slots.color = (slots.color + 1) % 16;
        if let Some(slot) = slots.free.pop() {
            return Some((slot.base, slots.color));
        }
        if slots.next == slots.end {
            let many = if class == 0 { 1 << 16 } else { (512 << 20) / size + 1 };
            let (start, count) = [many, 64, 4, 1].into_iter().find_map(|n| map_chunk(n * size).map(|p| (p, n)))?;
            slots.next = start;
            slots.end = start + count * size;
            self.chunks.push((slots.next, slots.end));
            self.mapped += count * size;
        }
        let base = slots.next;
        slots.next += size;
        Some((base, slots.color))
    }
}

/// Makes a segment of the given size class.
pub(crate) fn allocate_segment(class: usize) -> *mut Segment {
    let taken = POOL.lock().take(class);
    let Some((base, color)) = taken else {
        crate::fatal::throw("out of memory: cannot map a goroutine stack");
    };
    // Different offsets within the page keep the hot lines of many stacks out of one cache set.
    let end = base + slot_size(class) - core::mem::size_of::<Segment>().next_multiple_of(64) - (color % 8) * 64;
    let segment = end as *mut Segment;
    // SAFETY: the slot is ours.
    unsafe {
        segment.write(Segment {
            next: core::ptr::null_mut(),
            limit: base + RED,
            top: end & !15,
            saved_sp: 0,
            prev: core::ptr::null_mut(),
            base,
            class,
        });
    }
    segment
}

/// Gives a chain of segments back, starting with `segment`.
pub(crate) unsafe fn release_segments(mut segment: *mut Segment) {
    let mut pool = POOL.lock();
    while !segment.is_null() {
        // SAFETY: the chain is well formed and nobody runs on it.
        let (next, base, class) = unsafe { ((*segment).next, (*segment).base, (*segment).class) };
        pool.in_use -= usable(class);
        if class >= 2 {
            // SAFETY: the slot is unused.
            unsafe { libc::madvise(base as *mut libc::c_void, slot_size(class), libc::MADV_DONTNEED) };
        }
        pool.classes[class].free.push(FreeSlot { base, dirty: class < 2 });
        segment = next;
    }
}

/// Takes the pages of slots that have not been needed for a while; the collector calls it.
pub(crate) fn trim() {
    let mut pool = POOL.lock();
    for class in 0..CLASSES {
        let slots = &mut pool.classes[class].free;
        let cold = slots.len().saturating_sub(if class == 0 { WARM_SLOTS } else { 4 });
        for slot in &mut slots[..cold] {
            if slot.dirty {
                // SAFETY: the slot is unused.
                unsafe { libc::madvise(slot.base as *mut libc::c_void, slot_size(class), libc::MADV_DONTNEED) };
                slot.dirty = false;
            }
        }
    }
}

/// Frees segments that a goroutine's stack has shrunk out of.
pub(crate) unsafe fn release_unused(g: *mut G) {
    // SAFETY: the goroutine is stopped; segments after the current one hold nothing.
    unsafe {
        let seg = (*g).seg;
        if !seg.is_null() && !(*seg).next.is_null() {
            release_segments((*seg).next);
            (*seg).next = core::ptr::null_mut();
        }
    }
}

/// Bytes of usable stack in use and bytes of address space touched or not, for `MemStats`.
pub(crate) fn statistics() -> (usize, usize) {
    let pool = POOL.lock();
    (pool.in_use, pool.in_use)
}

/// Called by the assembly when there is no cached segment: appends one to the current segment.
pub(crate) unsafe extern "C" fn grow_stack(g: *mut G) -> *mut Segment {
    // SAFETY: called on goroutine g's own stack.
    unsafe {
        let current = (*g).seg;
        let mut total = 0;
        let mut s = current;
        while !s.is_null() {
            total += usable((*s).class);
            s = (*s).prev;
        }
        let class = ((*current).class + 1).min(CLASSES - 1);
        let limit = limit();
        if total + usable(class) > if limit == SHOWN_LIMIT { SOFT_MAX_STACK } else { limit } {
            crate::fatal::stack_overflow(g);
        }
        let segment = allocate_segment(class);
        (*segment).prev = current;
        (*current).next = segment;
        segment
    }
}

/// Makes the segment that holds `sp` the current one; for leaving younger ones at once.
pub(crate) unsafe fn return_to(g: *mut G, sp: usize) {
    // SAFETY: walks the goroutine's own chain, which holds `sp`.
    unsafe {
        let mut s = (*g).first_seg;
        while !s.is_null() {
            if sp >= (*s).base && sp <= (*s).top {
                (*g).seg = s;
                return;
            }
            s = (*s).next;
        }
    }
    crate::fatal::throw("recovery to a foreign stack");
}

/// Where the segments of a stopped goroutine's stack begin and end.
pub(crate) unsafe fn segments(g: *const G) -> impl Iterator<Item = (usize, usize)> {
    // SAFETY: the chain of a stopped goroutine.
    let first = unsafe { (*g).first_seg };
    let some = |s: *mut Segment| (!s.is_null()).then_some(s);
    // SAFETY: likewise; the segment is one of them.
    let chain = core::iter::successors(some(first), move |&s| some(unsafe { (*s).next }));
    // SAFETY: likewise.
    chain.map(|s| (unsafe { (*s).base }, s as usize))
}

/// Whether an address lies in memory for stacks.
pub(crate) fn contains(address: usize) -> bool {
    POOL.lock().chunks.iter().any(|&(start, end)| (start..end).contains(&address))
}

/// The used parts of a stopped goroutine's stack, the newest first: from where to where the frames lie that have not been left.
pub(crate) unsafe fn used(g: *const G) -> impl Iterator<Item = (usize, usize)> {
    // SAFETY: the chain of a stopped goroutine, whose stack pointer is saved.
    let mut next = unsafe { ((*g).seg, (*g).sp) };
    core::iter::from_fn(move || {
        let (segment, sp) = next;
        // SAFETY: the segment is one of the chain; each knows where the one before was left.
        let segment = unsafe { segment.as_ref() }?;
        // SAFETY: likewise.
        next = (segment.prev, unsafe { segment.prev.as_ref() }.map_or(0, |s| s.saved_sp));
        Some((sp, segment.top))
    })
}
