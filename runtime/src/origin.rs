//! Where run-time panics come from: frames of runtime functions that the official runtime shows between a deferred call and the
//! code that panicked.
//!
//! Programs count them (`runtime.Caller(2)` in a deferred function is the place of an explicit panic), so that they have to be
//! there, although the functions are Rust here and have no place in the program's tables.
//! Their program counters are small numbers, which no code has.

use golift_abi::program::{ERROR_BOUNDS, ERROR_TYPE_ASSERTION};

/// The functions, by number.
const FUNCTIONS: [&str; 19] = [
    "runtime.gopanic", "runtime.panicBounds64", "runtime.panicBounds", "runtime.panicmem", "runtime.sigpanic",
    "runtime.panicdivide", "runtime.panicshift", "runtime.panicdottypeE", "runtime.getitab", "runtime.typeAssert",
    "runtime.panicmakeslicelen", "runtime.makeslice", "runtime.closechan", "runtime.chansend", "runtime.chansend1",
    "runtime.mapassign", "runtime.nilinterhash", "runtime.efaceeq", "runtime.goexit",
];
/// The file that they are said to be in.
pub(crate) const FILE: &str = "$GOROOT/src/runtime/panic.go";

/// `runtime.gopanic`.
pub(crate) const GOPANIC: u8 = 0;
/// `runtime.goexit`, the oldest frame of every goroutine.
pub(crate) const GOROUTINE_START: u8 = 18;

/// The program counter that stands for a function.
pub(crate) fn pc(function: u8) -> usize {
    (usize::from(function) + 1) * 16
}

/// The function of a program counter, or of the one before it.
pub(crate) fn function(pc: usize) -> Option<&'static str> {
    FUNCTIONS.get(pc.div_ceil(16).checked_sub(1)?).copied()
}

/// The functions between `gopanic` and the code that panicked, newest first, for an error of the runtime.
pub(crate) fn of(kind: usize, message: &str) -> &'static [u8] {
    match kind {
        ERROR_BOUNDS => return &[1, 2],
        ERROR_TYPE_ASSERTION if message.contains(": missing method ") => return &[8, 9],
        ERROR_TYPE_ASSERTION => return &[7],
        _ => {}
    }
    let known: [(&str, &'static [u8]); 9] = [
        ("invalid memory address", &[3, 4]),
        ("integer divide", &[5]),
        ("negative shift", &[6]),
        ("makeslice", &[10, 11]),
        ("close of", &[12]),
        ("send on", &[13, 14]),
        ("assignment to entry", &[15]),
        ("hash of", &[16, 15]),
        ("comparing", &[17]),
    ];
    known.iter().find(|(head, _)| message.starts_with(head)).map_or(&[], |&(_, list)| list)
}
