//! Marking: an explicit stack of object addresses; roots are goroutine stacks and global data (conservative) and
//! the runtime's own tables.

use super::classes::MAX_MASKED;
use super::layout::pointer_at;
use super::pages::Pages;
use super::span::{Scan, Span};
use golift_abi::typedesc::TypeDesc;

/// Objects found, not yet scanned.
pub(crate) struct Marker<'a> {
    pages: &'a Pages,
    stack: Vec<usize>,
    queue: [usize; QUEUE],
    head: usize,
    /// The copies of closures on goroutines' stacks that nothing found so far points to: start and end, by start.
    copies: Vec<(usize, usize)>,
    /// Where the first one starts, and how far the last one reaches from there.
    copies_start: usize,
    copies_size: usize,
    /// Copies that were found, not yet scanned.
    found: Vec<(usize, usize)>,
}

/// Objects wait here for their prefetched memory.
const QUEUE: usize = 8;

#[inline]
fn prefetch(address: usize) {
    #[cfg(target_arch = "x86_64")]
    // SAFETY: a prefetch never faults.
    unsafe {
        core::arch::x86_64::_mm_prefetch::<{ core::arch::x86_64::_MM_HINT_T0 }>(address as *const i8);
    }
    #[cfg(target_arch = "aarch64")]
    // SAFETY: a prefetch never faults.
    unsafe {
        core::arch::asm!("prfm pldl1keep, [{}]", in(reg) address, options(nostack, readonly));
    }
}

impl<'a> Marker<'a> {
    /// Nothing found yet. `copies`: where copies of closures are on stacks, which are looked at like objects.
    pub(crate) fn new(pages: &'a Pages, mut copies: Vec<(usize, usize)>) -> Marker<'a> {
        copies.sort_unstable();
        let copies_start = copies.first().map_or(0, |c| c.0);
        let copies_size = copies.last().map_or(0, |c| c.1) - copies_start;
        let stack = Vec::with_capacity(1 << 12);
        Marker { pages, stack, queue: [0; QUEUE], head: 0, copies, copies_start, copies_size, found: Vec::new() }
    }

    /// Marks the object that `address` points into, if it points into one.
    #[inline]
    pub(crate) fn mark(&mut self, address: usize) {
        if address.wrapping_sub(self.pages.start) >= self.pages.end - self.pages.start {
            if address.wrapping_sub(self.copies_start) < self.copies_size {
                self.mark_copy(address);
            }
            return;
        }
        let span = self.pages.span_of(address);
        if span.is_null() {
            return;
        }
        // SAFETY: the table's spans exist; the world is stopped.
        let span = unsafe { &mut *span };
        let i = span.index(address);
        if i >= span.count as usize {
            return;
        }
        let bit = 1u64 << (i % 64);
        if span.allocated[i / 64] & bit == 0 || span.marked[i / 64] & bit != 0 {
            return;
        }
        span.marked[i / 64] |= bit;
        if span.scan != Scan::None {
            let base = span.base + i * span.size;
            prefetch(base);
            self.stack.push(base);
        }
    }

    /// Marks what the object at `base` points to, but not the object.
    pub(crate) fn mark_contents(&mut self, base: usize) {
        let span = self.pages.span_of(base);
        // SAFETY: as mark; the object is allocated.
        if !span.is_null() && unsafe { (*span).scan } != Scan::None {
            self.stack.push(base);
        }
    }

    /// Whether the object at `address` has been reached.
    pub(crate) fn is_marked(&self, address: usize) -> bool {
        let span = self.pages.span_of(address);
        if span.is_null() {
            return true;
        }
        // SAFETY: as mark.
        let span = unsafe { &*span };
        let i = span.index(address);
        i >= span.count as usize || span.marked[i / 64] >> (i % 64) & 1 != 0
    }

    /// Marks from every aligned word of a range of memory.
    ///
    /// # Safety
    /// The range is readable.
    pub(crate) unsafe fn scan_words(&mut self, start: usize, end: usize) {
        let mut p = start.next_multiple_of(8);
        while p + 8 <= end {
            // SAFETY: inside the range.
            self.mark(unsafe { (p as *const usize).read_volatile() });
            p += 8;
        }
    }

    /// Marks the copy of a closure that `address` points into, if it points into one.
    #[cold]
    fn mark_copy(&mut self, address: usize) {
        let at = self.copies.partition_point(|c| c.0 <= address);
        if let Some(copy) = at.checked_sub(1).map(|i| &mut self.copies[i])
            && address < copy.1
        {
            self.found.push(*copy);
            copy.1 = copy.0;
        }
    }

    /// Scans until nothing is left. A short first-in-first-out queue gives the prefetches time.
    pub(crate) fn drain(&mut self) {
        loop {
            let slot = self.head % QUEUE;
            self.head += 1;
            let next = self.stack.pop().unwrap_or(0);
            if next != 0 {
                prefetch(self.pages.span_of(next) as usize);
            }
            let base = core::mem::replace(&mut self.queue[slot], next);
            if base != 0 {
                self.scan(base);
            } else if next == 0 && self.queue.iter().all(|&b| b == 0) && self.stack.is_empty() {
                let Some((start, end)) = self.found.pop() else { return };
                // SAFETY: a goroutine's stack holds it.
                unsafe { self.scan_words(start, end) };
            }
        }
    }

    #[inline]
    fn scan(&mut self, base: usize) {
        let span: *const Span = self.pages.span_of(base);
        // SAFETY: only marked objects get here; the world is stopped.
        unsafe {
            if (*span).scan == Scan::Mask {
                let mut mask = (*span).mask;
                while mask != 0 {
                    let word = mask.trailing_zeros() as usize;
                    mask &= mask - 1;
                    self.mark(*((base + word * 8) as *const usize));
                }
                return;
            }
            let types = &(*span).types;
            let i = if (*span).class == 0 { 0 } else { (*span).index(base) };
            let ty = types[i];
            if !ty.is_null() {
                self.scan_elements(base, (*span).size, &*ty);
            }
        }
    }

    /// Scans `size` bytes that hold values of type `ty` from the start on.
    unsafe fn scan_elements(&mut self, base: usize, size: usize, ty: &TypeDesc) {
        let words = ty.ptrdata / 8;
        if words == 0 || ty.size == 0 {
            return;
        }
        let mut at = base;
        // SAFETY: inside the object; the bitmap covers ptrdata.
        unsafe {
            if ty.ptrdata <= MAX_MASKED {
                let mut mask = 0u64;
                for word in 0..words {
                    mask |= u64::from(pointer_at(ty, word)) << word;
                }
                while at + ty.ptrdata <= base + size {
                    let mut m = mask;
                    while m != 0 {
                        let word = m.trailing_zeros() as usize;
                        m &= m - 1;
                        self.mark(*((at + word * 8) as *const usize));
                    }
                    at += ty.size;
                }
                return;
            }
            while at + ty.ptrdata <= base + size {
                for word in 0..words {
                    if pointer_at(ty, word) {
                        self.mark(*((at + word * 8) as *const usize));
                    }
                }
                at += ty.size;
            }
        }
    }
}
