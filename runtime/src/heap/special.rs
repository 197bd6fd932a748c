//! Finalizers, cleanups and weak handles: what is attached to objects and acts when they become unreachable.
//!
//! Order for an object that only finalizers can reach: weak handles are cleared, its finalizer is queued (which keeps it
//! alive once more), and cleanups wait until it is unreachable again.

use super::allocate;
use super::mark::Marker;
use crate::goroutine::G;
use crate::lock::Lock;
use crate::{asm, schedule, worker};
use golift_abi::DeferClosure;
use std::collections::BTreeMap;

#[derive(Default)]
struct Attached {
    /// Function value to call with the object.
    finalizer: usize,
    /// (handle, function value to call).
    cleanups: Vec<(u64, usize)>,
    /// The weak handle object, or 0.
    weak: usize,
}

struct Specials {
    by_object: BTreeMap<usize, Attached>,
    /// Function values to call, with the object or 0.
    queue: Vec<(usize, usize)>,
    next: u64,
    runner: bool,
}

static SPECIALS: Lock<Specials> = Lock::new(Specials { by_object: BTreeMap::new(), queue: Vec::new(), next: 1, runner: false });

/// Sets (or, with 0, removes) the finalizer of an object.
pub(crate) fn set_finalizer(object: usize, function: usize) {
    SPECIALS.lock().by_object.entry(object).or_default().finalizer = function;
}

/// Adds a cleanup; its handle.
pub(crate) fn add_cleanup(object: usize, function: usize) -> u64 {
    let mut specials = SPECIALS.lock();
    let id = specials.next;
    specials.next += 1;
    specials.by_object.entry(object).or_default().cleanups.push((id, function));
    id
}

/// Removes a cleanup.
pub(crate) fn stop_cleanup(id: u64) {
    for attached in SPECIALS.lock().by_object.values_mut() {
        attached.cleanups.retain(|c| c.0 != id);
    }
}

/// The weak handle of an object, or 0.
pub(crate) fn weak_handle(object: usize) -> usize {
    SPECIALS.lock().by_object.get(&object).map_or(0, |a| a.weak)
}

/// Notes the weak handle of an object.
pub(crate) fn set_weak_handle(object: usize, handle: usize) {
    SPECIALS.lock().by_object.entry(object).or_default().weak = handle;
}

/// Forgets everything.
pub(crate) fn reset() {
    let mut specials = SPECIALS.lock();
    specials.by_object.clear();
    specials.queue.clear();
    specials.runner = false;
}

/// Marks the function values and what waits to be finalized.
pub(crate) fn mark_roots(marker: &mut Marker) {
    let specials = SPECIALS.lock();
    for attached in specials.by_object.values() {
        marker.mark(attached.finalizer);
        for &(_, function) in &attached.cleanups {
            marker.mark(function);
        }
    }
    for &(function, object) in &specials.queue {
        marker.mark(function);
        marker.mark(object);
    }
}

/// Acts on unreached objects; called after the heap has been marked from the roots.
pub(crate) fn process(marker: &mut Marker) {
    let mut specials = SPECIALS.lock();
    let Specials { by_object, queue, .. } = &mut *specials;
    let dead: Vec<usize> = by_object.keys().copied().filter(|&object| !marker.is_marked(object)).collect();
    for &object in &dead {
        let Some(attached) = by_object.get_mut(&object) else { continue };
        let weak = core::mem::take(&mut attached.weak);
        if weak != 0 && marker.is_marked(weak) {
            // SAFETY: a weak handle is an object of 8 bytes, and alive.
            unsafe { *(weak as *mut usize) = 0 };
        }
        if attached.finalizer != 0 {
            queue.push((core::mem::take(&mut attached.finalizer), object));
            marker.mark(object);
        }
    }
    marker.drain();
    for object in dead {
        if marker.is_marked(object) {
            continue;
        }
        if let Some(attached) = by_object.remove(&object) {
            queue.extend(attached.cleanups.into_iter().map(|(_, function)| (function, 0)));
        }
    }
    by_object.retain(|_, attached| {
        if attached.weak != 0 && !marker.is_marked(attached.weak) {
            attached.weak = 0;
        }
        attached.finalizer != 0 || attached.weak != 0 || !attached.cleanups.is_empty()
    });
}

#[repr(transparent)]
struct Runner(DeferClosure);
// SAFETY: immutable.
unsafe impl Sync for Runner {}
static RUNNER: Runner = Runner(DeferClosure { code: run_queue as *const u8, link: core::ptr::null_mut() });

/// Starts a goroutine for the queue if there is something in it.
pub(crate) unsafe fn start_runner() {
    let mut specials = SPECIALS.lock();
    if specials.queue.is_empty() || specials.runner {
        return;
    }
    specials.runner = true;
    drop(specials);
    // SAFETY: this thread's worker.
    unsafe { schedule::spawn(worker::current(), (&raw const RUNNER.0).cast_mut(), 0, 0, true) };
}

/// Where finalizers leave results that do not fit into registers; nobody reads them.
const RESULTS: usize = 64 << 10;

unsafe extern "C" fn run_queue(_context: *mut DeferClosure, g: *mut G) {
    // SAFETY: a fresh object, alive through this function's stack.
    let area = unsafe { allocate::bytes(g, RESULTS) } as u64;
    loop {
        let mut specials = SPECIALS.lock();
        if specials.queue.is_empty() {
            specials.runner = false;
            return;
        }
        let (function, object) = specials.queue.remove(0);
        drop(specials);
        let args = if object == 0 { [function as u64, area, 0, 0, 0, 0] } else { [function as u64, object as u64, area, 0, 0, 0] };
        // SAFETY: a function value whose argument is the object (or nothing).
        unsafe {
            let code = *(function as *const *const u8);
            asm::golift_call_go(g, code, args.as_ptr(), core::ptr::null_mut(), core::ptr::null_mut());
        }
        core::hint::black_box(area);
    }
}
