//! The heap: size-classed spans, per-worker caches, mark-sweep collection.
//!
//! * `classes` sizes; `span` objects of one size and layout; `pages` address space; `caches` what a worker bumps through;
//! * `allocate` the paths from a cache hit down to fresh pages; `layout` from types to pointer bitmaps;
//! * `collect` when and how a collection runs; `mark`, `sweep` its halves; `special` finalizers, cleanups, weak handles;
//! * `statistics` the counters; `check` the heap checker of stress mode.
//!
//! Invariants: objects are zero when handed out; free objects have a clear allocation bit once the caches are flushed; nothing
//! moves. The heap is precise, goroutine stacks and global data are conservative; a pointer into an object keeps it
//! alive, one past its end does not.

pub(crate) mod allocate;
pub(crate) mod caches;
pub(crate) mod check;
pub(crate) mod classes;
pub(crate) mod collect;
pub(crate) mod layout;
pub(crate) mod mark;
pub(crate) mod pages;
pub(crate) mod span;
pub(crate) mod special;
pub(crate) mod statistics;
pub(crate) mod sweep;

use crate::lock::Lock;
use crate::side;
use layout::Layouts;
use pages::Pages;
use span::Span;
use statistics::Counters;
use std::collections::BTreeSet;

/// The shared part of the heap.
pub(crate) struct Heap {
    /// Address space.
    pub(crate) pages: Pages,
    /// Every span.
    pub(crate) spans: Vec<*mut Span>,
    /// Span structures for reuse.
    pub(crate) spare: Vec<*mut Span>,
    /// Size and pointer bitmaps to layouts, and their spans with room.
    pub(crate) layouts: Layouts,
    /// What has been counted so far.
    pub(crate) counters: Counters,
    /// Bytes in use or set aside for caches; compared with `next_gc`.
    pub(crate) live_bytes: usize,
    /// A collection starts when `live_bytes` reaches this.
    pub(crate) next_gc: usize,
    /// What the program wants the heap to stay below.
    pub(crate) limit: usize,
    /// GOGC; negative: off.
    pub(crate) gc_percent: i64,
    /// Collect at every n-th allocation and poison freed memory; 0: off.
    pub(crate) stress: u64,
    /// Allocations until the next stress collection.
    pub(crate) stress_left: u64,
    /// Caches hold single objects, so that every allocation takes the slow path (stress, `-allocs`).
    pub(crate) single: bool,
    /// Counts and bytes by allocation site; empty without `-allocs`.
    pub(crate) sites: Vec<(u64, u64)>,
    /// The same for the side stack.
    pub(crate) side_sites: Vec<(u64, u64)>,
    /// The same for slots of frames.
    pub(crate) slot_sites: Vec<(u64, u64)>,
    /// In stress mode: objects that may point into stacks, because they die with a frame.
    pub(crate) frame_lived: BTreeSet<usize>,
}

/// The heap.
pub(crate) static HEAP: Lock<Heap> = Lock::new(Heap {
    pages: Pages::new(),
    spans: Vec::new(),
    spare: Vec::new(),
    layouts: Layouts::new(),
    counters: Counters::new(),
    live_bytes: 0,
    next_gc: 4 << 20,
    limit: usize::MAX,
    gc_percent: 100,
    stress: 0,
    stress_left: 0,
    single: false,
    sites: Vec::new(),
    side_sites: Vec::new(),
    slot_sites: Vec::new(),
    frame_lived: BTreeSet::new(),
});

/// Prepares the heap for a program: reads `GOGC` and `GOLIFT_GCSTRESS`, starts counting at zero.
pub(crate) fn start(site_count: usize) {
    let mut heap = HEAP.lock();
    heap.pages.reserve();
    heap.gc_percent = match std::env::var("GOGC").ok().as_deref() {
        Some("off") => -1,
        Some(text) => text.parse().unwrap_or(100),
        None => 100,
    };
    heap.stress = std::env::var("GOLIFT_GCSTRESS").ok().and_then(|n| n.parse().ok()).unwrap_or(0);
    heap.stress_left = heap.stress;
    heap.sites = vec![(0, 0); site_count];
    heap.side_sites = vec![(0, 0); site_count];
    heap.slot_sites = vec![(0, 0); site_count];
    side::start(heap.stress != 0);
    heap.single = heap.stress != 0 || site_count != 0;
    heap.pace();
}
