//! Goroutines: the structure behind the pinned register, the list of all of them, creation and release.
//!
//! A `G` lives as long as the process; dead ones are reused. Offsets of the first fields are known to the assembly.

use crate::lock::Lock;
use crate::side;
use crate::stack::{self, Segment};
use golift_abi::DeferClosure;
use golift_abi::goroutine::GHead;

/// What a goroutine is doing.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub(crate) enum Status {
    /// Free for reuse.
    Dead,
    /// In a run queue.
    Runnable,
    /// On a worker.
    Running,
    /// Parked until somebody readies it.
    Waiting,
}

/// A goroutine.
#[repr(C)]
pub(crate) struct G {
    /// What compiled code sees.
    pub head: GHead,
    /// Frame pointer of the Go function that called the running builtin.
    pub call_fp: usize,
    /// Stack pointer at the builtin's entry: the address of the return address on x86-64.
    pub call_sp: usize,
    /// The segment that the stack pointer is in.
    pub seg: *mut Segment,
    /// Saved stack pointer while not running, or while the worker runs on its system stack.
    pub sp: usize,
    /// Return address of the running builtin (aarch64 only).
    pub call_pc: usize,
    /// The oldest segment.
    pub first_seg: *mut Segment,
    /// What it runs; a root until it has started.
    pub closure: *mut DeferClosure,
    /// Where the oldest end of its stack holds a copy of its closure, up to the segment's top; 0: nowhere.
    pub closure_copy: usize,
    /// Number as tracebacks print it; main is 1.
    pub id: u64,
    /// Number of the creator.
    pub parent: u64,
    /// Return address of the `go` statement.
    pub go_pc: usize,
    /// State.
    pub status: Status,
    /// Go code readied it before it parked.
    pub permit: bool,
    /// It waits in `internal/sys.Park`, so that Go code may ready it.
    pub parked_by_go: bool,
    /// Created by the runtime; does not count for deadlocks.
    pub system: bool,
    /// It is running deferred calls because of `Goexit`, or has finished that way.
    pub exiting: bool,
    /// It looks a key up in an empty map, which only checks that the key has a hash; the error has another text there.
    pub checking_key: bool,
    /// Memory faults away from nil are panics, too.
    pub panic_on_fault: bool,
    /// It is printing an uncaught panic.
    pub printing: bool,
    /// Index into the wait reasons while waiting.
    pub wait_reason: usize,
    /// Address and code of the memory fault being raised.
    pub fault_address: usize,
    /// Address of the instruction that faulted last: not a return address, unlike others in tracebacks.
    pub fault_pc: usize,
    /// `si_code` of that fault.
    pub fault_code: i32,
    /// The signal of that fault.
    pub fault_signal: i32,
    /// Its slot of the side stack; 0: none yet.
    pub side_slot: usize,
    /// There was no slot left when it asked for one.
    pub side_refused: bool,
    /// In stress mode one past the highest byte of the slot that may hold something old.
    pub side_high: usize,
    /// Allocations on the side stack in stress mode.
    pub side_count: usize,
}

/// Offset of [`G::call_fp`].
pub(crate) const CALL_FP: usize = core::mem::offset_of!(G, call_fp);
/// Offset of [`G::call_sp`].
pub(crate) const CALL_SP: usize = core::mem::offset_of!(G, call_sp);
/// Offset of [`G::call_pc`].
#[allow(dead_code)]
pub(crate) const CALL_PC: usize = core::mem::offset_of!(G, call_pc);
/// Offset of [`G::seg`].
pub(crate) const SEG: usize = core::mem::offset_of!(G, seg);

/// All goroutines ever made, and the dead ones among them.
pub(crate) struct Registry {
    /// In the order of creation of the structures.
    pub(crate) all: Vec<*mut G>,
    free: Vec<*mut G>,
    next_id: u64,
    /// Goroutines that are not dead.
    pub(crate) live: usize,
}

/// The registry.
pub(crate) static REGISTRY: Lock<Registry> = Lock::new(Registry { all: Vec::new(), free: Vec::new(), next_id: 1, live: 0 });

/// Makes a goroutine that will run `closure`; it is in no queue yet. If `copied` is not 0, the closure has that many bytes
/// and is copied to the goroutine's own stack.
pub(crate) unsafe fn create(closure: *mut DeferClosure, copied: usize, parent: u64, go_pc: usize) -> *mut G {
    let mut registry = REGISTRY.lock();
    let g = match registry.free.pop() {
        Some(g) => g,
        None => {
            // SAFETY: all-zero is a valid G (null pointers, Status::Dead is 0).
            let g = Box::into_raw(Box::new(unsafe { core::mem::zeroed::<G>() }));
            registry.all.push(g);
            g
        }
    };
    let id = registry.next_id;
    registry.next_id += 1;
    registry.live += 1;
    // SAFETY: a free G is nobody else's; prepare_stack writes to the segment just made.
    unsafe {
        g.write(core::mem::zeroed());
        let segment = stack::allocate_segment(0);
        (*g).seg = segment;
        (*g).first_seg = segment;
        (*g).head.stack_limit = (*segment).limit;
        (*g).id = id;
        (*g).parent = parent;
        (*g).go_pc = go_pc;
        (*g).status = Status::Runnable;
        let mut top = (*segment).top;
        (*g).closure = closure;
        if copied != 0 {
            top = (top - copied) & !15;
            core::ptr::copy_nonoverlapping(closure.cast::<u8>(), top as *mut u8, copied);
            (*g).closure_copy = top;
            (*g).closure = top as *mut DeferClosure;
        }
        (*g).sp = crate::asm::prepare_stack(top, g, (*g).closure.cast());
    }
    g
}

/// Gives a finished goroutine's stack and structure back. Not called on that stack.
pub(crate) unsafe fn release(g: *mut G) {
    // SAFETY: the goroutine is dead and off its stack.
    unsafe {
        stack::release_segments((*g).first_seg);
        side::release(g);
        (*g).first_seg = core::ptr::null_mut();
        (*g).seg = core::ptr::null_mut();
        (*g).closure = core::ptr::null_mut();
        (*g).status = Status::Dead;
    }
    let mut registry = REGISTRY.lock();
    registry.free.push(g);
    registry.live -= 1;
}

/// The goroutines that are not dead, in the order of creation of their structures.
pub(crate) fn living() -> Vec<*mut G> {
    // SAFETY: structures are never freed.
    REGISTRY.lock().all.iter().copied().filter(|&g| unsafe { (*g).status != Status::Dead }).collect()
}

/// Forgets all goroutines of an earlier program in this process.
pub(crate) fn reset() {
    for g in living() {
        // SAFETY: nothing runs Go code between two programs.
        unsafe { release(g) };
    }
    REGISTRY.lock().next_id = 1;
}
