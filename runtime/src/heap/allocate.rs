//! Allocation, from a cache hit down to fresh pages.

use super::caches::{ArraySlot, Cache, Caches, SLOTS, TypeSlot};
use super::classes::{MAX_MASKED, MAX_SMALL, PAGE, SPAN_PAGES, class_of};
use super::span::{Scan, Span};
use super::{HEAP, Heap, collect};
use crate::goroutine::G;
use crate::{preempt, worker};
use golift_abi::typedesc::TypeDesc;

/// Where all objects of size zero live.
pub(crate) static ZERO_BASE: [u64; 2] = [0; 2];

/// The address of objects of size zero.
pub(crate) fn zero_base() -> *mut u8 {
    (&raw const ZERO_BASE).cast_mut().cast()
}

/// new(type): zeroed object.
pub(crate) unsafe extern "C" fn rt_new(g: *mut G, ty: *const TypeDesc) -> *mut u8 {
    // SAFETY: compiled code passes its goroutine and a descriptor; the slot's cache belongs to this worker.
    unsafe {
        let worker = worker::of(g);
        let slot = (*worker).caches.types[Caches::type_slot(ty)];
        if slot.ty == ty {
            let cache = slot.cache;
            let p = (*cache).next;
            if p != (*cache).end {
                (*cache).next = p + (*cache).size;
                return p as *mut u8;
            }
        }
        new_slow(g, ty)
    }
}

#[cold]
#[inline(never)]
unsafe fn new_slow(g: *mut G, ty: *const TypeDesc) -> *mut u8 {
    // SAFETY: as rt_new.
    unsafe {
        let t = &*ty;
        if t.size == 0 {
            return zero_base();
        }
        if t.size > MAX_SMALL - 8 || (t.ptrdata != 0 && t.size > MAX_MASKED) {
            return object(g, t.size, if t.ptrdata == 0 { core::ptr::null() } else { ty });
        }
        let class = class_of(t.size);
        let worker = worker::of(g);
        let slot = Caches::type_slot(ty);
        let found = (*worker).caches.types[slot];
        let cache = if found.ty == ty {
            found.cache
        } else {
            let mut heap = HEAP.lock();
            let layout = if t.ptrdata == 0 { heap.layouts.noscan(class) } else { heap.layouts.of_elements(class, t, false) };
            let cache = (*worker).caches.cache(layout, &heap.layouts.list[layout as usize]);
            drop(heap);
            (*worker).caches.types[slot] = TypeSlot { ty, cache };
            cache
        };
        bump(g, cache)
    }
}

/// The next object of a cache.
#[inline]
unsafe fn bump(g: *mut G, cache: *mut Cache) -> *mut u8 {
    // SAFETY: the cache belongs to g's worker.
    unsafe {
        let p = (*cache).next;
        if p != (*cache).end {
            (*cache).next = p + (*cache).size;
            return p as *mut u8;
        }
        refill(g, cache);
        let p = (*cache).next;
        (*cache).next = p + (*cache).size;
        p as *mut u8
    }
}

/// A zeroed object of `size` bytes without pointers.
#[inline]
pub(crate) unsafe fn bytes(g: *mut G, size: usize) -> *mut u8 {
    // SAFETY: g is the running goroutine.
    unsafe { object(g, size, core::ptr::null()) }
}

/// A zeroed object of `size` bytes that holds values of type `elem` from its start on; null: no pointers.
pub(crate) unsafe fn object(g: *mut G, size: usize, elem: *const TypeDesc) -> *mut u8 {
    // SAFETY: g is the running goroutine, on its own stack.
    unsafe { object_to_fill(g, size, elem, 0) }
}

/// The same, but the first `filled` bytes may be anything: the caller writes them before anything else happens.
pub(crate) unsafe fn object_to_fill(g: *mut G, size: usize, elem: *const TypeDesc, filled: usize) -> *mut u8 {
    // SAFETY: g is the running goroutine, on its own stack.
    unsafe {
        if size == 0 {
            return zero_base();
        }
        let header = if !elem.is_null() && size > MAX_MASKED { 8 } else { 0 };
        if size > MAX_SMALL - 8 {
            return large(g, size, elem, filled);
        }
        let class = class_of(size + header);
        let worker = worker::of(g);
        if elem.is_null() {
            let caches = &mut (*worker).caches;
            let cache = match caches.by_layout.get(class) {
                Some(&cache) if !cache.is_null() => cache,
                _ => {
                    let mut heap = HEAP.lock();
                    let layout = heap.layouts.noscan(class);
                    caches.cache(layout, &heap.layouts.list[layout as usize])
                }
            };
            return bump(g, cache);
        }
        let key = (elem as usize) << 7 | class;
        let slot = ((elem as usize >> 4) ^ (elem as usize >> 11) ^ (class * 37)) % SLOTS;
        let found = (*worker).caches.arrays[slot];
        let cache = if found.key == key {
            found.cache
        } else {
            let mut heap = HEAP.lock();
            let layout = heap.layouts.of_elements(class, &*elem, true);
            let cache = (*worker).caches.cache(layout, &heap.layouts.list[layout as usize]);
            drop(heap);
            (*worker).caches.arrays[slot] = ArraySlot { key, cache };
            cache
        };
        let p = bump(g, cache);
        if header != 0 {
            let span = (*cache).span;
            let i = (*span).index(p as usize);
            (&mut (*span).types)[i] = elem;
        }
        p
    }
}

/// Gives the cache another run of at least one object.
#[cold]
#[inline(never)]
unsafe fn refill(g: *mut G, cache: *mut Cache) {
    // SAFETY: the cache belongs to g's worker; the heap is locked while its spans change.
    unsafe {
        preempt::check(g);
        if (*cache).next != (*cache).end {
            // Another goroutine has refilled it in the meantime.
            return;
        }
        let mut heap = HEAP.lock();
        if heap.single {
            let size = (*cache).size as u64;
            let site = core::mem::take(&mut (*g).head.site) as usize;
            if let Some(count) = heap.sites.get_mut(site) {
                count.0 += 1;
                count.1 += size;
            }
        }
        if heap.must_collect((*cache).size) {
            drop(heap);
            collect::collect(g);
            heap = HEAP.lock();
        }
        if heap.take_run(cache) {
            return;
        }
        drop(heap);
        crate::fatal::throw("runtime: out of memory");
    }
}

/// An object with a span of its own.
#[cold]
#[inline(never)]
unsafe fn large(g: *mut G, size: usize, elem: *const TypeDesc, filled: usize) -> *mut u8 {
    // SAFETY: as object.
    unsafe {
        preempt::check(g);
        let pages = size.div_ceil(PAGE);
        let bytes = pages * PAGE;
        let mut heap = HEAP.lock();
        if heap.single {
            let site = core::mem::take(&mut (*g).head.site) as usize;
            if let Some(count) = heap.sites.get_mut(site) {
                count.0 += 1;
                count.1 += bytes as u64;
            }
        }
        if heap.must_collect(bytes) {
            drop(heap);
            collect::collect(g);
            heap = HEAP.lock();
        }
        let Some((base, dirty)) = heap.allocate_pages(pages) else {
            drop(heap);
            crate::fatal::throw("runtime: out of memory");
        };
        heap.add_span(Span::large(base, pages, elem));
        heap.live_bytes += bytes;
        heap.counters.mallocs += 1;
        heap.counters.total_alloc += bytes as u64;
        drop(heap);
        if dirty {
            core::ptr::write_bytes((base + filled) as *mut u8, 0, bytes - filled);
        }
        base as *mut u8
    }
}

impl Heap {
    /// Whether a collection is due before `bytes` more are taken.
    pub(crate) fn must_collect(&mut self, bytes: usize) -> bool {
        if self.stress != 0 {
            self.stress_left -= 1;
            if self.stress_left == 0 {
                self.stress_left = self.stress;
                return true;
            }
        }
        self.live_bytes + bytes > self.next_gc
    }

    /// Pages, after trying to merge free runs of different kinds.
    pub(crate) fn allocate_pages(&mut self, pages: usize) -> Option<(usize, bool)> {
        match self.pages.allocate(pages) {
            None if self.pages.coalesce() => self.pages.allocate(pages),
            found => found,
        }
    }

    /// Registers a span.
    pub(crate) fn add_span(&mut self, mut span: Span) -> *mut Span {
        span.position = self.spans.len();
        let (base, pages) = (span.base, span.pages);
        let p = match self.spare.pop() {
            Some(p) => {
                // SAFETY: a spare structure is initialised and nobody's.
                unsafe { *p = span };
                p
            }
            None => Box::into_raw(Box::new(span)),
        };
        self.spans.push(p);
        self.pages.map_span(base, pages, p);
        p
    }

    /// Adds what the cache has handed out to the counters and returns the rest of its run to its span.
    pub(crate) unsafe fn flush(&mut self, cache: *mut Cache) {
        // SAFETY: the cache's owner is stopped or calls.
        unsafe {
            let c = &mut *cache;
            if c.span.is_null() {
                return;
            }
            self.counters.count_run(c);
            if c.next != c.end {
                let span = &mut *c.span;
                let (first, last) = (span.index(c.next), span.index(c.end - c.size) + 1);
                span.set_allocated(first, last, false);
                span.live -= (last - first) as u32;
                self.live_bytes -= c.end - c.next;
            }
            (*c.span).listed = false;
            c.span = core::ptr::null_mut();
            c.next = 0;
            c.end = 0;
            c.start = 0;
        }
    }

    /// Replaces the cache's used-up run; false if memory is exhausted.
    unsafe fn take_run(&mut self, cache: *mut Cache) -> bool {
        // SAFETY: the cache belongs to the caller; listed spans exist.
        unsafe {
            let c = &mut *cache;
            let limit = if self.single { 1 } else { usize::MAX };
            self.counters.count_run(c);
            c.start = c.next;
            loop {
                if !c.span.is_null() {
                    let span = &mut *c.span;
                    if let Some((first, last)) = span.take_run(limit) {
                        c.start = span.base + first * span.size;
                        c.next = c.start;
                        c.end = span.base + last * span.size;
                        self.live_bytes += c.end - c.start;
                        if span.dirty {
                            core::ptr::write_bytes(c.start as *mut u8, 0, c.end - c.start);
                        }
                        return true;
                    }
                    span.listed = false;
                }
                let layout = &mut self.layouts.list[c.layout as usize];
                c.span = match layout.partial.pop() {
                    Some(span) => span,
                    None => {
                        let (class, scan, mask) = (layout.class as usize, layout.scan, layout.mask);
                        let pages = SPAN_PAGES[class] as usize;
                        let Some((base, dirty)) = self.allocate_pages(pages) else { return false };
                        let span = self.add_span(Span::small(base, class, pages, scan, mask, c.layout, dirty));
                        (*span).listed = true;
                        span
                    }
                };
            }
        }
    }
}

/// The object that holds `address`: (base, size); None if there is none.
pub(crate) fn find_object(address: usize) -> Option<(usize, usize)> {
    let heap = HEAP.lock();
    if address < heap.pages.start || address >= heap.pages.end {
        return None;
    }
    let span = heap.pages.span_of(address);
    if span.is_null() {
        return None;
    }
    // SAFETY: the table's spans exist.
    let span = unsafe { &*span };
    let i = span.index(address);
    span.is_allocated(i).then(|| (span.base + i * span.size, span.size))
}

/// Whether the heap object at an address may hold several variables: it is small and without pointers.
pub(crate) fn may_be_shared(address: usize) -> bool {
    let heap = HEAP.lock();
    let span = heap.pages.span_of(address);
    // SAFETY: the table's spans exist.
    !span.is_null() && unsafe { (*span).size <= 16 && (*span).scan == Scan::None }
}

const _: () = assert!(Scan::None as u8 == 0);
