//! Spans: runs of pages that hold objects of one size and one pointer layout. Mark and allocation bits sit here, beside
//! the heap and not in it.

use super::classes::{PAGE, SIZES};
use golift_abi::typedesc::TypeDesc;

/// How the collector finds the pointers of a span's objects.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub(crate) enum Scan {
    /// There are none.
    None,
    /// Every object has the same, given by `mask`.
    Mask,
    /// Each object has its own element type, repeated to its end, in `types`.
    Typed,
}

/// Objects of a span at most: 8 KiB of 8-byte objects.
pub(crate) const MAX_OBJECTS: usize = 1024;
const WORDS: usize = MAX_OBJECTS / 64;

/// A span; the page table points to it.
pub(crate) struct Span {
    /// First byte.
    pub(crate) base: usize,
    /// `ceil(2^32 / size)`: turns an offset into an index without a division. 0 for large objects.
    pub(crate) magic: u32,
    /// Number of objects.
    pub(crate) count: u32,
    /// Bytes of an object.
    pub(crate) size: usize,
    /// Pointer bitmap of every object.
    pub(crate) mask: u64,
    /// How to scan.
    pub(crate) scan: Scan,
    /// Size class; 0: one large object.
    pub(crate) class: u8,
    /// The memory may be other than zero.
    pub(crate) dirty: bool,
    /// On its layout's list of spans with room, or in a cache.
    pub(crate) listed: bool,
    /// Layout whose caches take from it.
    pub(crate) layout: u32,
    /// Where to look for free objects next.
    pub(crate) cursor: u32,
    /// Number of pages.
    pub(crate) pages: usize,
    /// Position in the list of all spans.
    pub(crate) position: usize,
    /// Set bits of `allocated`.
    pub(crate) live: u32,
    /// Element types of the objects (`Typed`).
    pub(crate) types: Vec<*const TypeDesc>,
    /// Objects in use, or set aside for a cache.
    pub(crate) allocated: [u64; WORDS],
    /// Objects reached in this collection.
    pub(crate) marked: [u64; WORDS],
}

impl Span {
    /// A span for small objects of a class.
    pub(crate) fn small(base: usize, class: usize, pages: usize, scan: Scan, mask: u64, layout: u32, dirty: bool) -> Span {
        let size = SIZES[class] as usize;
        let count = (pages * PAGE / size).min(MAX_OBJECTS);
        let types = if scan == Scan::Typed { vec![core::ptr::null(); count] } else { Vec::new() };
        let magic = u32::MAX / size as u32 + 1;
        Span {
            base, magic, count: count as u32, size, mask, scan, class: class as u8, dirty, listed: false, layout, cursor: 0,
            pages, position: 0, live: 0, types, allocated: [0; WORDS], marked: [0; WORDS],
        }
    }

    /// A span with one large object.
    pub(crate) fn large(base: usize, pages: usize, ty: *const TypeDesc) -> Span {
        let scan = if ty.is_null() { Scan::None } else { Scan::Typed };
        let mut allocated = [0; WORDS];
        allocated[0] = 1;
        Span {
            base, magic: 0, count: 1, size: pages * PAGE, mask: 0, scan, class: 0, dirty: true, listed: false, layout: u32::MAX,
            cursor: 1, pages, position: 0, live: 1, types: vec![ty], allocated, marked: [0; WORDS],
        }
    }

    /// Index of the object that holds `address`; may be `count` or more in the unused tail.
    #[inline]
    pub(crate) fn index(&self, address: usize) -> usize {
        (((address - self.base) as u64 * self.magic as u64) >> 32) as usize
    }

    /// Whether object `i` is allocated.
    #[inline]
    pub(crate) fn is_allocated(&self, i: usize) -> bool {
        i < self.count as usize && self.allocated[i / 64] >> (i % 64) & 1 != 0
    }

    /// Takes the next run of free objects as (first, one past the last).
    pub(crate) fn take_run(&mut self, limit: usize) -> Option<(usize, usize)> {
        let count = self.count as usize;
        let mut i = self.cursor as usize;
        while i < count {
            let free = !self.allocated[i / 64] & (u64::MAX << (i % 64));
            if free != 0 {
                i = i / 64 * 64 + free.trailing_zeros() as usize;
                break;
            }
            i = (i / 64 + 1) * 64;
        }
        if i >= count {
            self.cursor = count as u32;
            return None;
        }
        let start = i;
        let stop = count.min(start.saturating_add(limit));
        while i < stop {
            let used = self.allocated[i / 64] & (u64::MAX << (i % 64));
            let end = if used != 0 { i / 64 * 64 + used.trailing_zeros() as usize } else { (i / 64 + 1) * 64 };
            i = end.min(stop);
            if used != 0 && end <= stop {
                break;
            }
        }
        self.set_allocated(start, i, true);
        self.live += (i - start) as u32;
        self.cursor = i as u32;
        Some((start, i))
    }

    /// Sets or clears the allocation bits of objects `start..end`.
    pub(crate) fn set_allocated(&mut self, start: usize, end: usize, value: bool) {
        let mut i = start;
        while i < end {
            let stop = end.min((i / 64 + 1) * 64);
            let bits = if stop - i == 64 { u64::MAX } else { ((1u64 << (stop - i)) - 1) << (i % 64) };
            if value {
                self.allocated[i / 64] |= bits;
            } else {
                self.allocated[i / 64] &= !bits;
            }
            i = stop;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::classes::{CLASSES, SPAN_PAGES};
    use super::*;

    #[test]
    fn indices_by_multiplication_are_exact() {
        for class in 1..CLASSES {
            let pages = SPAN_PAGES[class] as usize;
            let span = Span::small(0, class, pages, Scan::None, 0, 0, false);
            assert!(pages * PAGE / span.size <= MAX_OBJECTS);
            for offset in 0..pages * PAGE {
                assert_eq!(span.index(offset), offset / span.size, "class {class} offset {offset}");
            }
        }
    }

    #[test]
    fn runs_cover_exactly_the_free_objects() {
        let mut span = Span::small(0, 2, 1, Scan::None, 0, 0, false);
        for i in 0..span.count as usize {
            if i % 7 == 3 || (100..230).contains(&i) {
                span.set_allocated(i, i + 1, true);
            }
        }
        let mut seen = Vec::new();
        while let Some((a, b)) = span.take_run(usize::MAX) {
            assert!(a < b);
            seen.extend(a..b);
        }
        let want: Vec<usize> = (0..span.count as usize).filter(|i| !(i % 7 == 3 || (100..230).contains(i))).collect();
        assert_eq!(seen, want);
    }
}
