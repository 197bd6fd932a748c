//! What a compiled program tells the runtime about itself: entry point, roots, line tables, itabs, sites.
//!
//! The compiler emits one [`ProgramInfo`] as static data. The JIT hands its address to the runtime;
//! the image driver writes it into the image's header slot.

use crate::Str;
use crate::typedesc::{Itab, TypeDesc};

/// The program's tables.
#[repr(C)]
#[derive(Debug)]
pub struct ProgramInfo {
    /// [`PROGRAM_MAGIC`].
    pub magic: u64,
    /// A closure-less Go function (`Tail`, context argument ignored) that runs all package initialisers and `main.main`.
    pub entry: *const u8,
    /// First byte of Go code.
    pub code_start: *const u8,
    /// One past the last byte of Go code.
    pub code_end: *const u8,
    /// Functions sorted by address.
    pub funcs: *const FuncInfo,
    /// Their number.
    pub func_count: usize,
    /// Logical source locations that [`PcLoc::loc`] indexes.
    pub locs: *const LocInfo,
    /// Their number.
    pub loc_count: usize,
    /// Writable static data that may hold pointers into the heap; scanned conservatively, word by word.
    pub roots: *const Range,
    /// Their number.
    pub root_count: usize,
    /// All static itabs, for dynamic conversions to agree with.
    pub itabs: *const *const Itab,
    /// Their number.
    pub itab_count: usize,
    /// All type descriptors with methods or names.
    pub types: *const *const TypeDesc,
    /// Their number.
    pub type_count: usize,
    /// Allocation sites for `-allocs`, index 0 unused; empty without it.
    pub sites: *const SiteInfo,
    /// Their number.
    pub site_count: usize,
    /// Function values (static [`crate::Closure`]s) of the Go functions in [`HOOKS`]; null if the program lacks one.
    pub hooks: [*const crate::Closure; HOOKS.len()],
}

/// Go functions of package `runtime` that the runtime calls through their function values.
///
/// * `newError(kind int, text string) any` makes the value of a run-time panic; kinds are `ERROR_*`.
/// * `panicText(v any) (text string, kind int)` is for printing an uncaught panic: kind 1 if `v` is an error
///   (text is `v.Error()`), 2 if it is a `Stringer` (text is `v.String()`), else 0.
pub const HOOKS: [&str; 2] = ["runtime.newError", "runtime.panicText"];
/// Index of `runtime.newError` in [`HOOKS`].
pub const HOOK_NEW_ERROR: usize = 0;
/// Index of `runtime.panicText` in [`HOOKS`].
pub const HOOK_PANIC_TEXT: usize = 1;

/// `runtime.errorString`: `Error()` puts `runtime error: ` before the text; implements `runtime.Error`.
pub const ERROR_STRING: usize = 0;
/// `runtime.boundsError`: `Error()` puts `runtime error: ` before the text; implements `runtime.Error`.
pub const ERROR_BOUNDS: usize = 1;
/// `*runtime.TypeAssertionError`: `Error()` is the text; implements `runtime.Error`.
pub const ERROR_TYPE_ASSERTION: usize = 2;
/// `runtime.plainError`: `Error()` is the text; implements `runtime.Error` (`send on closed channel`).
pub const ERROR_PLAIN: usize = 3;
/// `*runtime.PanicNilError` (`panic(nil)`); the text is empty.
pub const ERROR_PANIC_NIL: usize = 4;
/// `runtime.errorAddressString`: like `ERROR_STRING`, for memory faults.
pub const ERROR_ADDRESS: usize = 5;

/// The first word of a [`ProgramInfo`].
pub const PROGRAM_MAGIC: u64 = 0x31_74_66_69_6c_6f_67;

/// A range of memory.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct Range {
    /// First byte.
    pub start: *const u8,
    /// Length in bytes.
    pub len: usize,
}

/// A compiled function.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct FuncInfo {
    /// First byte of code.
    pub start: *const u8,
    /// Code length in bytes.
    pub len: usize,
    /// `main.main`, `main.(*T).M`, `main.f.func1`.
    pub name: Str,
    /// Program counters in ascending order.
    pub pcs: *const PcLoc,
    /// Their number.
    pub pc_count: usize,
    /// `FUNC_*`.
    pub flags: u64,
}

/// A generated wrapper, left out of tracebacks.
pub const FUNC_WRAPPER: u64 = 1;
/// It has neither receiver nor parameters: tracebacks print `f()`.
pub const FUNC_NO_PARAMS: u64 = 2;

/// From this code offset on, code belongs to `loc` (u32::MAX: none).
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct PcLoc {
    /// Offset from the function's start.
    pub offset: u32,
    /// Index into [`ProgramInfo::locs`].
    pub loc: u32,
}

/// A source location in a logical function; inlined code names its call site as parent.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct LocInfo {
    /// Name of the logical function.
    pub func: Str,
    /// Absolute path of the file.
    pub file: Str,
    /// Line, from 1.
    pub line: u32,
    /// The call site's location if this code was inlined, else u32::MAX.
    pub parent: u32,
}

/// An allocation site for the report of `-allocs`.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct SiteInfo {
    /// `a.go:3:9`.
    pub position: Str,
    /// The printed expression.
    pub expr: Str,
    /// The compiler's verdict, as `-m` prints it.
    pub verdict: Str,
}
