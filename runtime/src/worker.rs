//! A worker: an OS thread that runs goroutines, with everything that it may touch without a lock.
//!
//! There is one for now. Goroutines find theirs through `GHead::worker`, the rest of the runtime through the
//! thread-local [`current`].

use crate::goroutine::G;
use crate::heap::caches::Caches;
use crate::interface::ItabCache;
use core::cell::Cell;
use core::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::collections::VecDeque;

/// The state of one worker.
#[repr(C)]
pub(crate) struct Worker {
    /// Allocation caches; first, for inline allocation.
    pub caches: Caches,
    /// The goroutine that runs, or null in the scheduler's loop.
    pub current: *mut G,
    /// The goroutine made runnable last: it runs next.
    pub run_next: *mut G,
    /// The others, oldest first.
    pub run_queue: VecDeque<*mut G>,
    /// How many are in `run_next` and `run_queue`; the signal handler reads it.
    pub runnable: AtomicUsize,
    /// Context of the scheduler's loop while a goroutine runs.
    pub scheduler_sp: usize,
    /// A goroutine that has just ended.
    pub dead: *mut G,
    /// Counts scheduling decisions.
    pub schedule_tick: u64,
    /// The preemption timer has fired since the last scheduling decision.
    pub tick: AtomicBool,
    /// The preemption timer runs.
    pub timer_armed: AtomicBool,
    /// Set when the program ends.
    pub exit_code: Option<i32>,
    /// State of the random number generator.
    pub random: u64,
    /// Recently used method tables.
    pub itabs: ItabCache,
}

thread_local! {
    static CURRENT: Cell<*mut Worker> = const { Cell::new(core::ptr::null_mut()) };
}

/// This thread's worker; null on other threads.
#[inline]
pub(crate) fn current() -> *mut Worker {
    CURRENT.with(Cell::get)
}

/// Makes this thread a worker.
pub(crate) fn install() -> *mut Worker {
    let mut seed = [0u8; 8];
    // SAFETY: writes eight bytes.
    unsafe { libc::getrandom(seed.as_mut_ptr().cast(), 8, 0) };
    let worker = Box::into_raw(Box::new(Worker {
        caches: Caches::new(),
        current: core::ptr::null_mut(),
        run_next: core::ptr::null_mut(),
        run_queue: VecDeque::new(),
        runnable: AtomicUsize::new(0),
        scheduler_sp: 0,
        dead: core::ptr::null_mut(),
        schedule_tick: 0,
        tick: AtomicBool::new(false),
        timer_armed: AtomicBool::new(false),
        exit_code: None,
        random: u64::from_ne_bytes(seed) | 1,
        itabs: ItabCache::new(),
    }));
    CURRENT.with(|c| c.set(worker));
    worker
}

/// Undoes [`install`].
pub(crate) unsafe fn uninstall(worker: *mut Worker) {
    CURRENT.with(|c| c.set(core::ptr::null_mut()));
    // SAFETY: made by install, and nothing refers to it any more.
    drop(unsafe { Box::from_raw(worker) });
}

/// The worker that runs `g`.
#[inline]
pub(crate) unsafe fn of(g: *mut G) -> *mut Worker {
    // SAFETY: set whenever a goroutine is run.
    unsafe { (*g).head.worker.cast() }
}

/// The next number of this worker's generator (splitmix64: fast, and good enough for iteration orders and seeds).
#[inline]
pub(crate) unsafe fn random(worker: *mut Worker) -> u64 {
    // SAFETY: only the owner calls.
    let state = unsafe { &mut (*worker).random };
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mut z = *state;
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

impl Worker {
    /// Adds a runnable goroutine, to run next if `next`.
    pub(crate) fn enqueue(&mut self, g: *mut G, next: bool) {
        if next {
            let old = core::mem::replace(&mut self.run_next, g);
            if !old.is_null() {
                self.run_queue.push_back(old);
            }
        } else {
            self.run_queue.push_back(g);
        }
        let n = self.runnable.load(Ordering::Relaxed) + 1;
        self.runnable.store(n, Ordering::Relaxed);
    }

    /// Gives up the preference of the goroutine made runnable last.
    pub(crate) fn demote_next(&mut self) {
        let next = core::mem::replace(&mut self.run_next, core::ptr::null_mut());
        if !next.is_null() {
            self.run_queue.push_back(next);
        }
    }

    /// Takes the next goroutine to run; after a tick of the preemption timer the oldest.
    pub(crate) fn dequeue(&mut self) -> *mut G {
        let fair = self.tick.load(Ordering::Relaxed);
        if fair {
            self.tick.store(false, Ordering::Relaxed);
        }
        let mut g = core::ptr::null_mut();
        if !fair || self.run_queue.is_empty() {
            g = core::mem::replace(&mut self.run_next, core::ptr::null_mut());
        }
        if g.is_null() {
            g = self.run_queue.pop_front().unwrap_or(core::ptr::null_mut());
        }
        if !g.is_null() {
            let n = self.runnable.load(Ordering::Relaxed) - 1;
            self.runnable.store(n, Ordering::Relaxed);
        }
        g
    }
}
