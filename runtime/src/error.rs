//! Run-time panics: their texts, and making the Go value through package runtime's `newError`.

use crate::goroutine::G;
use crate::{asm, fatal, origin, panic, program, text};
use golift_abi::program::{ERROR_BOUNDS, ERROR_PLAIN, ERROR_STRING, HOOK_NEW_ERROR};

/// Panics with an error value of package runtime; kinds are `ERROR_*` of the contract.
pub(crate) unsafe fn raise(g: *mut G, kind: usize, message: String) -> ! {
    // SAFETY: g runs on its own stack; the hook is a Go function value with these parameters.
    unsafe {
        let hook = program::hook(HOOK_NEW_ERROR);
        if hook.is_null() {
            let prefix = if kind == ERROR_PLAIN { "" } else { "runtime error: " };
            fatal::panic_without_value(g, &format!("{prefix}{message}"));
        }
        let origin = origin::of(kind, &message);
        let s = text::from_rust(g, message.as_bytes());
        drop(message);
        let args = [hook as u64, kind as u64, s.ptr as u64, s.len as u64, 0, 0];
        let mut value = [0u64; 4];
        asm::golift_call_go(g, (*hook).code, args.as_ptr(), value.as_mut_ptr(), core::ptr::null_mut());
        panic::start(g, value[0] as *const _, value[1] as *mut u8, origin)
    }
}

/// Panics if `p` is a nil pointer (or an offset from one) although `n` bytes are wanted.
#[inline]
pub(crate) unsafe fn check_nil(g: *mut G, p: *const u8, n: usize) {
    if (p as usize) < golift_abi::NIL_PAGE as usize && n != 0 {
        // SAFETY: g runs.
        unsafe { rt_panicnil(g) }
    }
}

/// Panics with a nil dereference; `faulted` if the processor found it.
#[cold]
pub(crate) unsafe fn raise_nil(g: *mut G, faulted: bool) -> ! {
    // SAFETY: g runs.
    unsafe {
        if !faulted {
            (*g).fault_signal = libc::SIGSEGV;
            (*g).fault_code = 1;
            (*g).fault_address = 0;
        }
        raise(g, ERROR_STRING, "invalid memory address or nil pointer dereference".to_string())
    }
}

/// Nil dereference found by a check.
#[cold]
pub(crate) unsafe extern "C" fn rt_panicnil(g: *mut G) -> ! {
    // SAFETY: g runs.
    unsafe { raise_nil(g, false) }
}

/// panicbounds(kind, signed); index and length are in the goroutine's head.
pub(crate) unsafe extern "C" fn rt_panicbounds(g: *mut G, kind: u64, signed: u64) -> ! {
    // SAFETY: g runs.
    unsafe {
        let [index, length] = (*g).head.bounds;
        raise(g, ERROR_BOUNDS, bounds_text(index, length, kind, signed != 0))
    }
}

fn bounds_text(x: i64, y: i64, kind: u64, signed: bool) -> String {
    if signed && x < 0 {
        return match kind {
            0 => format!("index out of range [{x}]"),
            1 | 2 => format!("slice bounds out of range [:{x}]"),
            3 => format!("slice bounds out of range [{x}:]"),
            4 | 5 => format!("slice bounds out of range [::{x}]"),
            6 => format!("slice bounds out of range [:{x}:]"),
            7 => format!("slice bounds out of range [{x}::]"),
            _ => format!("cannot convert slice with length {y} to array or pointer to array with length {x}"),
        };
    }
    let x = x as u64;
    match kind {
        0 => format!("index out of range [{x}] with length {y}"),
        1 => format!("slice bounds out of range [:{x}] with length {y}"),
        2 => format!("slice bounds out of range [:{x}] with capacity {y}"),
        3 => format!("slice bounds out of range [{x}:{y}]"),
        4 => format!("slice bounds out of range [::{x}] with length {y}"),
        5 => format!("slice bounds out of range [::{x}] with capacity {y}"),
        6 => format!("slice bounds out of range [:{x}:{y}]"),
        7 => format!("slice bounds out of range [{x}:{y}:]"),
        _ => format!("cannot convert slice with length {y} to array or pointer to array with length {x}"),
    }
}

/// Integer division by zero.
pub(crate) unsafe extern "C" fn rt_panicdivide(g: *mut G) -> ! {
    // SAFETY: g runs.
    unsafe { raise(g, ERROR_STRING, "integer divide by zero".to_string()) }
}

/// Negative shift amount.
pub(crate) unsafe extern "C" fn rt_panicshift(g: *mut G) -> ! {
    // SAFETY: g runs.
    unsafe { raise(g, ERROR_STRING, "negative shift amount".to_string()) }
}

/// unsafe.Slice and unsafe.String.
pub(crate) unsafe extern "C" fn rt_panicunsafe(g: *mut G, kind: u64) -> ! {
    let message = match kind {
        0 => "unsafe.Slice: len out of range",
        1 => "unsafe.Slice: ptr is nil and len is not zero",
        2 => "unsafe.String: len out of range",
        _ => "unsafe.String: ptr is nil and len is not zero",
    };
    // SAFETY: g runs.
    unsafe { raise(g, ERROR_STRING, message.to_string()) }
}

/// The body of a range loop over a function was called at a wrong time.
pub(crate) unsafe extern "C" fn rt_panicrange(g: *mut G, state: u64) -> ! {
    let message = match state {
        1 => "range function continued iteration after function for loop body returned false",
        2 => "range function continued iteration after loop body panic",
        3 => "range function continued iteration after whole loop exit",
        _ => "range function recovered a loop body panic and did not resume panicking",
    };
    // SAFETY: g runs.
    unsafe { raise(g, ERROR_STRING, message.to_string()) }
}

/// Control reached a place that the compiler proved unreachable.
pub(crate) unsafe extern "C" fn rt_unreachable(g: *mut G) -> ! {
    // SAFETY: g runs.
    unsafe { fatal::fatal_at(g, "unreachable code was reached", None) }
}
