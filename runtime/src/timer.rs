//! Timers: sleeping goroutines and functions to call, ordered by time.

use crate::goroutine::G;
use crate::lock::Lock;
use crate::poll;
use crate::preempt;
use crate::schedule;
use crate::worker::Worker;
use core::sync::atomic::{AtomicUsize, Ordering};
use golift_abi::DeferClosure;
use std::collections::{BTreeMap, HashMap};

/// What happens when a timer is due.
#[derive(Clone, Copy)]
enum Action {
    /// Ready this goroutine.
    Wake(*mut G),
    /// Run this function value on a goroutine of its own; then again after the period, if not 0.
    Call(*mut DeferClosure, i64),
}

struct Timers {
    queue: BTreeMap<(i64, u64), Action>,
    when: Option<HashMap<u64, i64>>,
    next: u64,
}

static TIMERS: Lock<Timers> = Lock::new(Timers { queue: BTreeMap::new(), when: None, next: 1 });
static COUNT: AtomicUsize = AtomicUsize::new(0);

/// Whether there is any timer.
#[inline]
pub(crate) fn pending() -> bool {
    COUNT.load(Ordering::Relaxed) != 0
}

/// The monotonic clock in nanoseconds.
pub(crate) fn nanotime() -> i64 {
    let mut t = libc::timespec { tv_sec: 0, tv_nsec: 0 };
    // SAFETY: writes the struct.
    unsafe { libc::clock_gettime(libc::CLOCK_MONOTONIC, &mut t) };
    t.tv_sec * 1_000_000_000 + t.tv_nsec
}

impl Timers {
    fn add(&mut self, when: i64, id: u64, action: Action) {
        self.queue.insert((when, id), action);
        self.when.get_or_insert_default().insert(id, when);
        COUNT.store(self.queue.len(), Ordering::Relaxed);
    }
}

fn add(when: i64, action: Action) -> u64 {
    let mut timers = TIMERS.lock();
    let id = timers.next;
    timers.next += 1;
    timers.add(when, id, action);
    id
}

/// Readies `g` at `when`.
pub(crate) unsafe fn wake_at(worker: *mut Worker, g: *mut G, when: i64) {
    add(when, Action::Wake(g));
    // SAFETY: this thread's worker.
    unsafe { preempt::arm(worker) };
}

/// Calls `f` at `when`; the handle.
pub(crate) unsafe fn call_at(worker: *mut Worker, f: *mut DeferClosure, when: i64, period: i64) -> u64 {
    let id = add(when, Action::Call(f, period));
    // SAFETY: this thread's worker.
    unsafe { preempt::arm(worker) };
    id
}

/// Stops a timer; whether it was pending.
pub(crate) fn stop(id: u64) -> bool {
    let mut timers = TIMERS.lock();
    let Some(when) = timers.when.get_or_insert_default().remove(&id) else { return false };
    let found = timers.queue.remove(&(when, id)).is_some();
    COUNT.store(timers.queue.len(), Ordering::Relaxed);
    found
}

/// Runs what is due.
pub(crate) unsafe fn run_due(worker: *mut Worker) {
    let now = nanotime();
    loop {
        let mut timers = TIMERS.lock();
        let Some((&(when, id), &action)) = timers.queue.first_key_value() else { return };
        if when > now {
            return;
        }
        timers.queue.pop_first();
        timers.when.get_or_insert_default().remove(&id);
        if let Action::Call(_, period) = action
            && period > 0
        {
            // Missed ticks are dropped.
            let next = when + period * (1 + (now - when) / period);
            timers.add(next, id, action);
        }
        COUNT.store(timers.queue.len(), Ordering::Relaxed);
        drop(timers);
        // SAFETY: this thread's worker; sleeping goroutines stay until they are woken.
        unsafe {
            match action {
                Action::Wake(g) => schedule::ready(worker, g),
                Action::Call(f, _) => {
                    schedule::spawn(worker, f, 0, 0, false);
                }
            }
        }
    }
}

/// Sleeps until the next timer or file descriptor and runs what waits for it; false if there is neither.
pub(crate) unsafe fn wait_and_run(worker: *mut Worker) -> bool {
    let first = TIMERS.lock().queue.first_key_value().map(|(&(when, _), _)| when);
    if first.is_none() && !poll::pending() {
        return false;
    }
    // SAFETY: this thread's worker; plain system calls.
    unsafe {
        preempt::disarm(worker);
        let wait = first.map_or(-1, |when| (when - nanotime()).max(0));
        if poll::pending() {
            poll::run_ready(worker, wait);
        } else if wait > 0 {
            let t = libc::timespec { tv_sec: wait / 1_000_000_000, tv_nsec: wait % 1_000_000_000 };
            libc::nanosleep(&t, core::ptr::null_mut());
        }
        run_due(worker);
    }
    true
}

/// Calls `visit` for every function value that a timer holds.
pub(crate) fn for_each_root(mut visit: impl FnMut(usize)) {
    for action in TIMERS.lock().queue.values() {
        if let Action::Call(f, _) = action {
            visit(*f as usize);
        }
    }
}

/// Forgets all timers.
pub(crate) fn reset() {
    let mut timers = TIMERS.lock();
    timers.queue.clear();
    timers.when = None;
    COUNT.store(0, Ordering::Relaxed);
}
