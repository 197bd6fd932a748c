//! The counters behind `runtime.MemStats`.

use super::caches::Cache;
use super::classes::{CLASSES, SIZES, class_of};
use super::{HEAP, Heap};
use crate::worker;

/// What has been counted; runs in use are added when somebody asks.
pub(crate) struct Counters {
    /// Objects allocated.
    pub(crate) mallocs: u64,
    /// Objects freed.
    pub(crate) frees: u64,
    /// Bytes allocated, in size classes.
    pub(crate) total_alloc: u64,
    /// Bytes freed.
    pub(crate) freed_bytes: u64,
    /// Objects allocated and freed, by size class.
    pub(crate) by_class: [(u64, u64); CLASSES],
    /// Collections.
    pub(crate) collections: u64,
    /// Collections that the program asked for.
    pub(crate) forced: u64,
    /// Time spent in collections.
    pub(crate) pause_total: u64,
    /// The last collection's time.
    pub(crate) last_pause: u64,
    /// Wall clock at the end of the last collection, in nanoseconds.
    pub(crate) last_gc: u64,
}

impl Counters {
    /// All zero.
    pub(crate) const fn new() -> Counters {
        Counters {
            mallocs: 0, frees: 0, total_alloc: 0, freed_bytes: 0, by_class: [(0, 0); CLASSES], collections: 0, forced: 0, pause_total: 0, last_pause: 0,
            last_gc: 0,
        }
    }

    /// Adds what a cache has handed out of its run; the run then starts at its cursor.
    pub(crate) fn count_run(&mut self, cache: &mut Cache) {
        let bytes = cache.next - cache.start;
        if bytes != 0 {
            let objects = (bytes / cache.size) as u64;
            self.mallocs += objects;
            self.by_class[class_of(cache.size)].0 += objects;
            self.total_alloc += bytes as u64;
            cache.start = cache.next;
        }
    }
}

impl Heap {
    /// Counts what this thread's caches have handed out.
    pub(crate) fn settle(&mut self) {
        let worker = worker::current();
        if worker.is_null() {
            return;
        }
        // SAFETY: this thread's worker and its caches, which nothing else uses now.
        unsafe {
            for cache in (*worker).caches.all() {
                self.counters.count_run(&mut *cache);
            }
        }
    }
}

/// Counters that stand before those of the size classes.
const FIELDS: usize = 20;
/// Classes in `MemStats.BySize`.
const SHOWN_CLASSES: usize = 61;

/// The counters in the order that the builtin table gives.
pub(crate) fn snapshot() -> [u64; FIELDS + 3 * SHOWN_CLASSES] {
    let mut heap = HEAP.lock();
    heap.settle();
    let c = &heap.counters;
    let live = c.total_alloc - c.freed_bytes;
    let (stack_used, stack_sys) = crate::stack::statistics();
    let heap_sys = (heap.pages.end - heap.pages.start) as u64;
    let idle = heap.pages.free_bytes as u64;
    let meta = (heap.spans.len() + heap.spare.len()) as u64 * size_of::<super::span::Span>() as u64;
    let mut all = [0; FIELDS + 3 * SHOWN_CLASSES];
    let fields: [u64; FIELDS] = [
        live, c.total_alloc, heap_sys + stack_sys as u64 + meta, c.mallocs, c.frees, live, heap_sys, idle, heap_sys - idle,
        idle - heap.pages.free_dirty as u64, c.mallocs - c.frees, stack_used as u64, stack_sys as u64, heap.next_gc as u64,
        c.last_gc, c.pause_total, c.collections, c.forced, c.last_pause, meta,
    ];
    all[..FIELDS].copy_from_slice(&fields);
    for (class, row) in all[FIELDS..].chunks_exact_mut(3).enumerate() {
        row.copy_from_slice(&[u64::from(SIZES[class]), c.by_class[class].0, c.by_class[class].1]);
    }
    all
}
