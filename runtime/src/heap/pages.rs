//! Pages: one contiguous reserved range of addresses, so that "is this a heap pointer" is one comparison and the span of an
//! address one load.

use super::classes::PAGE;
use super::span::Span;
use std::collections::{BTreeMap, BTreeSet};

/// Address space reserved for the heap, if the system allows that much.
const RESERVE: usize = 256 << 30;
/// The committed part grows in steps of this size.
const GROW: usize = 4 << 20;

/// The page allocator and the page table.
pub(crate) struct Pages {
    /// First byte of the reserved range; 0 before [`Pages::reserve`].
    pub(crate) start: usize,
    /// One past the last committed byte.
    pub(crate) end: usize,
    limit: usize,
    table: *mut *mut Span,
    /// Free runs: first page address → (bytes, dirty).
    free: BTreeMap<usize, (usize, bool)>,
    by_size: BTreeSet<(usize, usize)>,
    /// Bytes of free runs whose memory the system still provides.
    pub(crate) free_dirty: usize,
    /// Bytes in free runs.
    pub(crate) free_bytes: usize,
    /// Bytes given back to the system.
    pub(crate) released: usize,
}

impl Pages {
    /// Nothing reserved yet.
    pub(crate) const fn new() -> Pages {
        Pages {
            start: 0, end: 0, limit: 0, table: core::ptr::null_mut(), free: BTreeMap::new(), by_size: BTreeSet::new(),
            free_dirty: 0, free_bytes: 0, released: 0,
        }
    }

    /// Reserves the range; does nothing the second time.
    pub(crate) fn reserve(&mut self) {
        if self.start != 0 {
            return;
        }
        let mut size = RESERVE;
        loop {
            let start = map(size, libc::PROT_NONE);
            if let Some(start) = start
                && let Some(table) = map((size / PAGE) * 8, libc::PROT_READ | libc::PROT_WRITE)
            {
                self.start = start.next_multiple_of(GROW);
                self.end = self.start;
                self.limit = start + size;
                self.table = table as *mut *mut Span;
                return;
            }
            size /= 2;
            if size < 64 << 20 {
                crate::fatal::throw("cannot reserve address space for the heap");
            }
        }
    }

    /// The span of an address inside `start..end`; null if the page is free.
    #[inline]
    pub(crate) fn span_of(&self, address: usize) -> *mut Span {
        // SAFETY: the table covers the whole range.
        unsafe { *self.table.add((address - self.start) / PAGE) }
    }

    /// Takes `pages` pages: (address, memory may be other than zero); None when memory is exhausted.
    pub(crate) fn allocate(&mut self, pages: usize) -> Option<(usize, bool)> {
        let bytes = pages.checked_mul(PAGE)?;
        loop {
            if let Some(&(size, base)) = self.by_size.range((bytes, 0)..).next() {
                let (_, dirty) = self.remove(base, size);
                if size > bytes {
                    self.insert(base + bytes, size - bytes, dirty);
                }
                return Some((base, dirty));
            }
            let grow = bytes.checked_next_multiple_of(GROW)?;
            if grow > self.limit - self.end {
                return None;
            }
            // SAFETY: inside our own reservation.
            let failed = unsafe { libc::mprotect(self.end as *mut libc::c_void, grow, libc::PROT_READ | libc::PROT_WRITE) } != 0;
            if failed {
                return None;
            }
            let base = self.end;
            self.end += grow;
            self.give_back(base, grow, false);
        }
    }

    fn remove(&mut self, base: usize, size: usize) -> (usize, bool) {
        self.by_size.remove(&(size, base));
        let entry = self.free.remove(&base).unwrap_or((size, true));
        self.free_bytes -= size;
        if entry.1 {
            self.free_dirty -= size;
        }
        entry
    }

    fn insert(&mut self, base: usize, size: usize, dirty: bool) {
        self.free.insert(base, (size, dirty));
        self.by_size.insert((size, base));
        self.free_bytes += size;
        if dirty {
            self.free_dirty += size;
        }
    }

    /// Returns a run of bytes, merging it with its neighbours. Clean and dirty runs stay apart unless one is small.
    pub(crate) fn give_back(&mut self, mut base: usize, mut size: usize, dirty: bool) {
        if let Some((&before, &(n, d))) = self.free.range(..base).next_back()
            && before + n == base
            && d == dirty
        {
            self.remove(before, n);
            base = before;
            size += n;
        }
        if let Some(&(n, d)) = self.free.get(&(base + size))
            && d == dirty
        {
            self.remove(base + size, n);
            size += n;
        }
        self.insert(base, size, dirty);
    }

    /// Points the table at `span` (or null) for all its pages.
    pub(crate) fn map_span(&mut self, base: usize, pages: usize, span: *mut Span) {
        let first = (base - self.start) / PAGE;
        for i in 0..pages {
            // SAFETY: the table covers the whole range.
            unsafe { *self.table.add(first + i) = span };
        }
    }

    /// Gives memory of free runs back to the system, largest first, until at most `keep` dirty bytes are left.
    pub(crate) fn scavenge(&mut self, keep: usize) {
        if self.free_dirty <= keep {
            return;
        }
        let runs: Vec<(usize, usize)> = self.by_size.iter().rev().copied().collect();
        for (size, base) in runs {
            if self.free_dirty <= keep {
                break;
            }
            if !self.free.get(&base).is_some_and(|&(n, dirty)| n == size && dirty) {
                continue;
            }
            // SAFETY: a free run of our own memory.
            unsafe { libc::madvise(base as *mut libc::c_void, size, libc::MADV_DONTNEED) };
            self.remove(base, size);
            self.released += size;
            self.give_back(base, size, false);
        }
    }

    /// Makes neighbouring clean and dirty runs one (dirty) run when a request finds no run long enough; whether it helped.
    pub(crate) fn coalesce(&mut self) -> bool {
        let runs: Vec<(usize, (usize, bool))> = self.free.iter().map(|(&b, &r)| (b, r)).collect();
        let mut merged = false;
        for pair in runs.windows(2) {
            let ((a, _), (b, _)) = (pair[0], pair[1]);
            let Some((&start, &(n, d))) = self.free.range(..=a).next_back() else { continue };
            let Some(&(m, e)) = self.free.get(&b) else { continue };
            if start + n == b && d != e {
                self.remove(start, n);
                self.remove(b, m);
                self.insert(start, n + m, true);
                merged = true;
            }
        }
        merged
    }
}

fn map(bytes: usize, protection: libc::c_int) -> Option<usize> {
    let flags = libc::MAP_PRIVATE | libc::MAP_ANONYMOUS | libc::MAP_NORESERVE;
    // SAFETY: a fresh anonymous mapping.
    let p = unsafe { libc::mmap(core::ptr::null_mut(), bytes, protection, flags, -1, 0) };
    if p == libc::MAP_FAILED { None } else { Some(p as usize) }
}
