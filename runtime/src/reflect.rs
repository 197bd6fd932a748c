//! What package reflect needs of the runtime: the program's descriptors and the entries for calls by reflection.
//!
//! `golift_reflect_call` is the code of a Go function value `func(code unsafe.Pointer, r *registers)`: it loads the
//! argument registers from `*r`, calls `code` and stores the result registers to `*r`. `golift_made_func` is the code
//! of functions that `reflect.MakeFunc` makes: it stores the argument registers in its frame, calls the Go function
//! value in the second word of its closure with the closure and the registers' address, and loads the result
//! registers. A register block holds 8 integer words and 8 floating-point words.

use crate::asm;
use crate::goroutine::G;
use crate::{program, symbol, text};
use golift_abi::Closure;
use golift_abi::typedesc::TypeDesc;

/// A closure object in static memory.
#[repr(transparent)]
struct StaticClosure(Closure);

// SAFETY: immutable.
unsafe impl Sync for StaticClosure {}

static CALL: StaticClosure = StaticClosure(Closure { code: asm::golift_reflect_call as *const u8 });

/// Type descriptor i of the program, null past the end.
pub(crate) unsafe extern "C" fn rt_type_table(_g: *mut G, i: usize) -> *const TypeDesc {
    let Some(info) = program::info() else { return core::ptr::null() };
    program::table(info.types, info.type_count).get(i).map_or(core::ptr::null(), |t| *t)
}

/// The entries: 0 the function value for calls, 1 the code of made functions.
pub(crate) unsafe extern "C" fn rt_reflect_entry(_g: *mut G, what: usize) -> *const u8 {
    match what {
        0 => (&raw const CALL.0).cast(),
        _ => asm::golift_made_func as *const u8,
    }
}

/// Whether a return address is in one of the two entries: their frames are part of the chain of frame pointers.
pub(crate) fn is_entry(pc: usize) -> bool {
    pc == asm::address(asm::golift_reflect_call_return) || pc == asm::address(asm::golift_made_func_return)
}

/// If package reflect itself called the function with frame pointer `fp` and return address `pc` on behalf of a
/// function that it made (a method value, a `MakeFunc`): the frame pointer of that function's code, in whose place
/// `recover` sees the called one.
pub(crate) unsafe fn made_func_frame(fp: usize, pc: usize) -> Option<usize> {
    let (mut at, mut pc) = (fp, pc);
    // SAFETY: the chain of frame pointers is intact up to the goroutine's first frame.
    unsafe {
        let word = |a: usize| *(a as *const usize);
        loop {
            at = word(at);
            if pc == asm::address(asm::golift_made_func_return) {
                return Some(at);
            }
            if pc != asm::address(asm::golift_reflect_call_return) {
                let func = symbol::function_at(pc.wrapping_sub(1))?;
                if !text::of(func.name).starts_with(b"reflect.") {
                    return None;
                }
            }
            pc = word(at + 8);
        }
    }
}
