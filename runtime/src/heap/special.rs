//! Finalizers, cleanups and weak handles: what is attached to objects and acts when they become unreachable.
//!
//! What an object with a finalizer points to is kept, so that finalizers run in the order of references, and never in cycles.
//! Order for an object that nothing else reaches: weak handles are cleared, its finalizer is queued (which keeps it
//! alive once more), and cleanups wait until it is unreachable again.

use super::allocate;
use super::mark::Marker;
use crate::goroutine::G;
use crate::lock::Lock;
use crate::{asm, schedule, worker};
use golift_abi::DeferClosure;
use std::collections::BTreeMap;

/// What is called with an unreachable object.
#[derive(Clone, Copy, Default)]
pub(crate) struct Finalizer {
    /// Function value; 0 for none.
    pub(crate) function: usize,
    /// The type word of an interface that the parameter is, or 0.
    pub(crate) lead: usize,
    /// How many results travel in memory.
    pub(crate) memory: usize,
}

#[derive(Default)]
struct Attached {
    finalizer: Finalizer,
    /// (handle, function value to call).
    cleanups: Vec<(u64, usize)>,
    /// The weak handle object, or 0.
    weak: usize,
}

struct Specials {
    /// By the address that was given, which may be inside an object.
    by_object: BTreeMap<usize, Attached>,
    /// What to call, with the object or 0.
    queue: Vec<(Finalizer, usize)>,
    next: u64,
    runner: bool,
}

static SPECIALS: Lock<Specials> = Lock::new(Specials { by_object: BTreeMap::new(), queue: Vec::new(), next: 1, runner: false });

/// Sets (or, with function 0, removes) the finalizer of an object; false if it has one.
pub(crate) fn set_finalizer(object: usize, finalizer: Finalizer) -> bool {
    let mut specials = SPECIALS.lock();
    let attached = specials.by_object.entry(object).or_default();
    if finalizer.function != 0 && attached.finalizer.function != 0 {
        return false;
    }
    attached.finalizer = finalizer;
    true
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
    for (&object, attached) in &specials.by_object {
        if attached.finalizer.function != 0 {
            marker.mark(attached.finalizer.function);
            marker.mark_contents(object);
        }
        for &(_, function) in &attached.cleanups {
            marker.mark(function);
        }
    }
    for &(finalizer, object) in &specials.queue {
        marker.mark(finalizer.function);
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
        if attached.finalizer.function != 0 {
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
            queue.extend(attached.cleanups.into_iter().map(|(_, function)| (Finalizer { function, lead: 0, memory: 0 }, 0)));
        }
    }
    by_object.retain(|_, attached| {
        if attached.weak != 0 && !marker.is_marked(attached.weak) {
            attached.weak = 0;
        }
        attached.finalizer.function != 0 || attached.weak != 0 || !attached.cleanups.is_empty()
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
        let (finalizer, object) = specials.queue.remove(0);
        drop(specials);
        let function = finalizer.function;
        // The context, memory for results, the parameter, and an area for what does not fit into registers.
        let mut args = [area; 6];
        args[0] = function as u64;
        let mut at = 1 + finalizer.memory.min(2);
        for word in [finalizer.lead, object] {
            if word != 0 {
                args[at] = word as u64;
                at += 1;
            }
        }
        // SAFETY: a function value whose argument is the object (or nothing).
        unsafe {
            let code = *(function as *const *const u8);
            asm::golift_call_go(g, code, args.as_ptr(), core::ptr::null_mut(), core::ptr::null_mut());
        }
        core::hint::black_box(area);
    }
}
