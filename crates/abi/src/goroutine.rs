//! The part of a goroutine that compiled code touches, at fixed offsets from the pinned register
//! (r15 on x86-64, x21 on aarch64), and the defer frame.

/// The head of the runtime's goroutine structure.
#[repr(C)]
#[derive(Debug)]
pub struct GHead {
    /// Functions whose stack pointer in the entry block is below this call `morestack`.
    pub stack_limit: usize,
    /// Where a function leaves its own address before it calls `morestack`.
    pub morestack_target: usize,
    /// The innermost active defer frame.
    pub defer_top: *mut DeferFrame,
    /// The innermost running panic; for the runtime.
    pub panic_top: *mut u8,
    /// With `-allocs`: the site that allocates next; the runtime counts it and resets it to 0.
    pub site: u64,
    /// The allocation caches of the worker that runs this goroutine; for inline allocation.
    pub worker: *mut u8,
    /// Not 0 while compiled code takes an object from a cache: it is not preempted there.
    pub allocating: u64,
    /// Where the next object of the side stack goes; 0: this goroutine has no side stack yet.
    pub side_top: usize,
    /// What the running owner, or its innermost loop that gives back, may take of the side stack ends here; below [`SIDE_LIMIT_MIN`] every allocation and every
    /// owner's entry calls the runtime.
    pub side_limit: usize,
    /// Where a failing bounds check leaves its index and its length: as arguments they would want the same two registers
    /// of every check, also where the check passes.
    pub bounds: [i64; 2],
}

/// Offset of [`GHead::stack_limit`].
pub const G_STACK_LIMIT: i32 = 0;
/// Offset of [`GHead::morestack_target`].
pub const G_MORESTACK_TARGET: i32 = 8;
/// Offset of [`GHead::defer_top`].
pub const G_DEFER_TOP: i32 = 16;
/// Offset of [`GHead::site`].
pub const G_SITE: i32 = 32;
/// Offset of [`GHead::worker`].
pub const G_WORKER: i32 = 40;

/// Offset of [`GHead::allocating`].
pub const G_ALLOCATING: i32 = 48;
/// Offset of [`GHead::side_top`].
pub const G_SIDE_TOP: i32 = 56;
/// Offset of [`GHead::side_limit`].
pub const G_SIDE_LIMIT: i32 = 64;
/// Offset of [`GHead::bounds`].
pub const G_BOUNDS: i32 = 72;

/// The part of the side stack that one goroutine has: a power of two, and the alignment of every such slot.
pub const SIDE_SLOT: u64 = 1 << 20;
/// What one activation of an owner, with what runs below it, may take of the slot.
pub const SIDE_SHARE: u64 = 256 << 10;
/// Larger objects are never put on the side stack.
pub const SIDE_OBJECT: u64 = 128 << 10;
/// Smaller values of [`GHead::side_limit`] are no addresses but marks: there is no slot yet or none left, or, in stress
/// mode, how many owners are active.
pub const SIDE_LIMIT_MIN: u64 = 64 << 10;
/// In place of a buffer or room: the result goes on the side stack.
pub const ON_SIDE: u64 = 1;

/// The stack below `stack_limit` that every function may still use: checks run after the frame is set up,
/// and runtime functions written in Rust run there.
pub const STACK_RED_AREA: u64 = 64 << 10;
/// Frames larger than this must keep big variables on the heap.
pub const MAX_FRAME: u64 = 32 << 10;

/// One per activation of a function with `defer`, in a stack slot of that function.
/// At entry the function fills it and links it at `GHead::defer_top`; on a normal return it pops and calls
/// `head` until null, then unlinks it. `recover` jumps to `handler` with `sp` and `fp` restored and
/// `stack_limit` reset; all other registers are undefined there but the pinned one.
#[repr(C)]
#[derive(Debug)]
pub struct DeferFrame {
    /// The next outer frame.
    pub prev: *mut DeferFrame,
    /// Deferred calls, newest first.
    pub head: *mut crate::DeferClosure,
    /// Stack pointer in the function's body.
    pub sp: usize,
    /// Frame pointer in the function's body.
    pub fp: usize,
    /// Address of the recovery block.
    pub handler: usize,
    /// `GHead::stack_limit` when the frame was entered.
    pub stack_limit: usize,
    /// `GHead::side_top` when the function was entered; set again when it returns after a recovered panic.
    pub side_top: usize,
    /// Likewise `GHead::side_limit`.
    pub side_limit: usize,
}

/// Offset of [`DeferFrame::prev`].
pub const DEFER_PREV: i32 = 0;
/// Offset of [`DeferFrame::head`].
pub const DEFER_HEAD: i32 = 8;
/// Offset of [`DeferFrame::sp`].
pub const DEFER_SP: i32 = 16;
/// Offset of [`DeferFrame::fp`].
pub const DEFER_FP: i32 = 24;
/// Offset of [`DeferFrame::handler`].
pub const DEFER_HANDLER: i32 = 32;
/// Offset of [`DeferFrame::stack_limit`].
pub const DEFER_STACK_LIMIT: i32 = 40;
/// Offset of [`DeferFrame::side_top`].
pub const DEFER_SIDE_TOP: i32 = 48;
/// Offset of [`DeferFrame::side_limit`].
pub const DEFER_SIDE_LIMIT: i32 = 56;
/// Size of [`DeferFrame`].
pub const DEFER_FRAME_SIZE: u64 = 64;

/// Added to the frame pointer that `recover` passes: the caller of that frame's function is meant.
pub const RECOVER_CALLER: i64 = 1;

/// Why a goroutine is parked, as tracebacks print it; the argument of `internal/sys.Park` is an index.
pub const WAIT_REASONS: [&str; 18] = [
    "running", "chan receive", "chan send", "select", "select (no cases)", "sleep", "sync.Mutex.Lock", "sync.RWMutex.RLock",
    "sync.RWMutex.Lock", "sync.WaitGroup.Wait", "sync.Cond.Wait", "semacquire", "chan receive (nil chan)", "chan send (nil chan)",
    "IO wait", "finalizer wait", "GC worker (idle)", "runnable",
];

const _: () = {
    assert!(core::mem::offset_of!(GHead, side_top) == G_SIDE_TOP as usize);
    assert!(core::mem::offset_of!(GHead, side_limit) == G_SIDE_LIMIT as usize);
    assert!(core::mem::offset_of!(GHead, bounds) == G_BOUNDS as usize);
    assert!(size_of::<DeferFrame>() == DEFER_FRAME_SIZE as usize);
    assert!(SIDE_SLOT.is_power_of_two() && SIDE_SHARE < SIDE_SLOT && SIDE_OBJECT < SIDE_SHARE);
};
