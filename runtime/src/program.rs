//! The running program's tables.

use core::sync::atomic::{AtomicPtr, Ordering};
use golift_abi::Closure;
use golift_abi::program::{ProgramInfo, Range};

static PROGRAM: AtomicPtr<ProgramInfo> = AtomicPtr::new(core::ptr::null_mut());

/// Sets the program (null: none).
pub(crate) fn set(info: *const ProgramInfo) {
    PROGRAM.store(info.cast_mut(), Ordering::Release);
}

/// The program, if one runs.
pub(crate) fn info() -> Option<&'static ProgramInfo> {
    // SAFETY: static data of the program, alive as long as it runs.
    unsafe { PROGRAM.load(Ordering::Acquire).as_ref() }
}

/// A table given by pointer and length.
pub(crate) fn table<T>(start: *const T, count: usize) -> &'static [T] {
    if count == 0 || start.is_null() {
        return &[];
    }
    // SAFETY: the compiler emits tables with these lengths.
    unsafe { core::slice::from_raw_parts(start, count) }
}

/// Writable static data.
pub(crate) fn roots() -> &'static [Range] {
    info().map_or(&[], |p| table(p.roots, p.root_count))
}

/// A Go function of package runtime; null if the program lacks it.
pub(crate) fn hook(index: usize) -> *const Closure {
    info().map_or(core::ptr::null(), |p| p.hooks[index])
}
