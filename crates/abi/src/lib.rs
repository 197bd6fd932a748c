//! The contract between compiled code and the runtime: object layouts, the goroutine header,
//! type descriptors, program tables and the list of runtime builtins.
//!
//! Everything here is `repr(C)` and has the same layout on x86-64 and aarch64.
//! The compiler writes these structures as static data; the runtime and `runtime/std` read them.
//! No dependencies, no code beyond constants and tables.

pub mod asm;
pub mod builtin;
pub mod goroutine;
pub mod program;
pub mod sizes;
pub mod typedesc;
pub mod written;

pub use asm::Asm;
pub use builtin::{Builtin, BuiltinInfo, Word};
pub use written::Written;

/// The size of a pointer and of `int`, in bytes.
pub const WORD: u64 = 8;

/// How many integer or pointer words of arguments a Go function takes in registers, the context and the
/// spill pointer included; the rest goes through a pointer to a slot of the caller, so that growing a stack
/// never copies arguments.
pub const INT_ARG_REGS: usize = 6;
/// How many floating-point arguments travel in registers.
pub const FLOAT_ARG_REGS: usize = 8;
/// How many integer results travel in registers.
pub const INT_RESULT_REGS: usize = 8;
/// How many floating-point results travel in registers.
pub const FLOAT_RESULT_REGS: usize = 8;

/// Explicit variables larger than this go to the heap, as in the official compiler.
pub const MAX_STACK_VAR: u64 = 128 << 10;
/// `new`, `&T{}`, constant `make` and closures larger than this go to the heap.
pub const MAX_IMPLICIT_STACK_VAR: u64 = 64 << 10;

/// Bytes of the buffer in a frame that builtins take for strings and their conversions, as in the official compiler.
pub const STRING_BUFFER: u64 = 32;

/// Where a frame keeps the arrays of slices that grow and do not escape: how many bytes are taken, and the bytes.
/// Enough for five doublings from one word.
#[repr(C)]
pub struct AppendRoom {
    /// Bytes that are taken; when the function begins 0, or [`AppendRoom::GROWS_ON_SIDE`].
    pub taken: u64,
    /// The arrays, one behind the other.
    pub bytes: [u8; 248],
}

impl AppendRoom {
    /// Part of `taken`: what does not fit is made on the side stack instead of the heap.
    pub const GROWS_ON_SIDE: u64 = 1 << 63;
}

/// Accesses at this offset or beyond need an explicit nil check: below it the fault is recognised.
pub const NIL_PAGE: u64 = 4096;

/// `string` in memory.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct Str {
    /// First byte; any value when `len` is 0.
    pub ptr: *const u8,
    /// Length in bytes.
    pub len: usize,
}

/// `[]T` in memory.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct Slice {
    /// First element; null for a nil slice.
    pub ptr: *mut u8,
    /// Length in elements.
    pub len: usize,
    /// Capacity in elements.
    pub cap: usize,
}

/// `any` in memory. Types are pointer-shaped (pointers, maps, channels, functions, unsafe.Pointer and one-element
/// structs and arrays of these) exactly when `data` holds the value itself; otherwise `data` points to a read-only copy.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct Eface {
    /// The dynamic type; null for nil.
    pub ty: *const typedesc::TypeDesc,
    /// The value or a pointer to it.
    pub data: *mut u8,
}

/// An interface with methods in memory.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct Iface {
    /// The method table; null for nil.
    pub tab: *const typedesc::Itab,
    /// As in [`Eface`].
    pub data: *mut u8,
}

/// A function value is a pointer to one of these, followed by the captures.
/// The code takes this pointer as its first argument (the context).
#[repr(C)]
#[derive(Debug)]
pub struct Closure {
    /// Entry point; `Tail` convention with the context first.
    pub code: *const u8,
}

/// What `defer` and `go` record: a closure whose second word links it into the frame's list; captures follow.
/// The code takes no argument but the context; results, if any, are ignored.
#[repr(C)]
#[derive(Debug)]
pub struct DeferClosure {
    /// Entry point.
    pub code: *const u8,
    /// The next older deferred call of the same frame.
    pub link: *mut DeferClosure,
}

/// Byte offset of the count in a map object (`len(m)` is a load; the map pointer may be null).
pub const MAP_COUNT_OFFSET: i32 = 0;
/// Byte offset of the number of buffered elements in a channel (`len(ch)`).
pub const CHAN_LEN_OFFSET: i32 = 0;
/// Byte offset of the buffer size in a channel (`cap(ch)`).
pub const CHAN_CAP_OFFSET: i32 = 8;

/// The state of a map iteration; compiled code reserves it (on the stack), zeroed, and reads `key` and `elem`.
#[repr(C)]
#[derive(Debug)]
pub struct MapIter {
    /// Pointer to the current key; null at the end.
    pub key: *mut u8,
    /// Pointer to the current element.
    pub elem: *mut u8,
    /// For the runtime. May hold pointers into the heap: the stack is scanned conservatively.
    pub state: [u64; 14],
}

/// One case of a `select`; compiled code makes an array of them.
#[repr(C)]
#[derive(Debug)]
pub struct SelectCase {
    /// The channel; null never becomes ready.
    pub chan: *mut u8,
    /// The value to send, or where to store what is received (null: dropped).
    pub elem: *mut u8,
    /// 0 send, 1 receive.
    pub recv: u64,
}

/// The kinds of failed bounds checks, with the texts of the run-time errors:
/// `index out of range [%x] with length %y`, `slice bounds out of range [:%x] with capacity %y`, ….
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[repr(u8)]
pub enum BoundsKind {
    /// `s[x]`, 0 <= x < len failed.
    Index,
    /// `s[?:x]`, 0 <= x <= len(s) failed (strings and arrays).
    SliceAlen,
    /// `s[?:x]`, 0 <= x <= cap(s) failed.
    SliceAcap,
    /// `s[x:y]`, 0 <= x <= y failed.
    SliceB,
    /// `s[::x]`, 0 <= x <= len(s) failed.
    Slice3Alen,
    /// `s[::x]`, 0 <= x <= cap(s) failed.
    Slice3Acap,
    /// `s[:x:y]`, 0 <= x <= y failed.
    Slice3B,
    /// `s[x:y:]`, 0 <= x <= y failed.
    Slice3C,
    /// `(*[x]T)(s)`, x <= len(s) failed: `cannot convert slice with length %y to array or pointer to array with length %x`.
    Convert,
}
