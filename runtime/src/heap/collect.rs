//! When and how a collection runs: with the world stopped, on the worker's system stack.

use super::mark::Marker;
use super::{HEAP, Heap, special};
use crate::goroutine::{self, G};
use crate::{asm, program, schedule, side, stack, timer, worker};

/// Go's smallest heap before the first collection, at GOGC=100.
const MINIMUM: usize = 4 << 20;

/// Collects garbage; `g` is the running goroutine, on its own stack.
pub(crate) unsafe fn collect(g: *mut G) {
    // SAFETY: dumps g's registers on its stack and runs below the scheduler's frames.
    unsafe {
        let worker = worker::of(g);
        let top = ((*worker).scheduler_sp - 256) & !15;
        asm::golift_on_stack(top, collect_here, core::ptr::null_mut(), &mut (*g).sp);
        special::start_runner();
    }
}

/// Collects and counts it as asked for by the program.
pub(crate) unsafe fn collect_forced(g: *mut G) {
    HEAP.lock().counters.forced += 1;
    // SAFETY: as collect.
    unsafe {
        collect(g);
        schedule::yield_now(g);
    }
}

unsafe extern "C" fn collect_here(_: *mut u8) {
    let started = timer::nanotime();
    let mut heap = HEAP.lock();
    let worker = worker::current();
    // SAFETY: the world is stopped: this is the only worker, and it is here.
    unsafe {
        for cache in (*worker).caches.all() {
            heap.flush(cache);
        }
        let goroutines = goroutine::living();
        let copies = goroutines.iter().filter(|&&g| (*g).closure_copy != 0).map(|&g| ((*g).closure_copy, (*(*g).first_seg).top));
        let mut marker = Marker::new(&heap.pages, copies.collect());
        let mut root_bytes = 0;
        for range in program::roots() {
            root_bytes += range.len;
            marker.scan_words(range.start as usize, range.start as usize + range.len);
        }
        marker.drain();
        for g in goroutines {
            root_bytes += scan_stack(&mut marker, g, heap.stress != 0);
            marker.drain();
        }
        timer::for_each_root(|p| marker.mark(p));
        special::mark_roots(&mut marker);
        marker.drain();
        special::process(&mut marker);
        marker.drain();
        drop(marker);
        heap.sweep();
        heap.root_bytes(root_bytes);
        if heap.stress != 0 {
            heap.check();
        }
    }
    stack::trim();
    side::trim();
    let used = (heap.pages.end - heap.pages.start) - heap.pages.free_bytes;
    let keep = heap.next_gc.saturating_add(heap.next_gc / 10).saturating_sub(used);
    if heap.gc_percent >= 0 {
        heap.pages.scavenge(keep);
    }
    let spent = (timer::nanotime() - started) as u64;
    heap.counters.collections += 1;
    heap.counters.pause_total += spent;
    heap.counters.last_pause = spent;
    heap.counters.last_gc = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).map_or(0, |d| d.as_nanos() as u64);
}

/// Scans all used parts of a goroutine's stack and side stack; their size. The copy of its closure is scanned when something
/// points to it.
unsafe fn scan_stack(marker: &mut Marker, g: *mut G, stress: bool) -> usize {
    // SAFETY: the goroutine is stopped with its stack pointer saved; segments are well formed.
    unsafe {
        marker.mark((*g).closure as usize);
        stack::release_unused(g);
        if stress {
            side::poison(g);
        }
        let (start, end) = side::used(g);
        marker.scan_words(start, end);
        let mut bytes = end - start;
        let copy = (*g).closure_copy;
        for (sp, top) in stack::used(g) {
            let end = if copy != 0 && top == (*(*g).first_seg).top { copy } else { top };
            marker.scan_words(sp, end);
            bytes += top - sp;
        }
        bytes
    }
}

impl Heap {
    /// Sets the size at which the next collection starts.
    pub(crate) fn pace(&mut self) {
        self.root_bytes(0);
    }

    fn root_bytes(&mut self, roots: usize) {
        // A heap at its limit still gets room to go on.
        let limit = self.limit.max(self.live_bytes + self.live_bytes / 16 + (1 << 20));
        if self.gc_percent < 0 {
            self.next_gc = limit;
            return;
        }
        let percent = self.gc_percent as usize;
        let minimum = MINIMUM / 100 * percent + MINIMUM % 100 * percent / 100;
        let growth = (self.live_bytes + roots) as u128 * percent as u128 / 100;
        self.next_gc = (self.live_bytes + growth.min(1 << 45) as usize).max(minimum).min(limit);
    }
}

/// Sets the limit of the heap, if `bytes` is not negative; the old limit.
pub(crate) fn set_limit(bytes: i64) -> i64 {
    let mut heap = HEAP.lock();
    let old = heap.limit;
    if bytes >= 0 {
        heap.limit = if bytes == i64::MAX { usize::MAX } else { bytes as usize };
        heap.pace();
    }
    i64::try_from(old).unwrap_or(i64::MAX)
}

/// Sets GOGC; the old value.
pub(crate) fn set_percent(percent: i64) -> i64 {
    let mut heap = HEAP.lock();
    let old = core::mem::replace(&mut heap.gc_percent, percent.max(-1));
    heap.pace();
    old
}
