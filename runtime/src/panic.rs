//! Panics: running deferred calls, recovering, and Goexit. Spec: Handling panics.
//!
//! A panic runs the deferred calls of all active frames on top of the stack, newest first. When one of them recovers, control jumps
//! to the recovery block of its frame, which runs that frame's remaining calls and returns. Rust frames in between
//! vanish without running destructors, so nothing here owns memory across a call into Go.

use crate::asm;
use crate::error;
use crate::fatal;
use crate::goroutine::G;
use crate::reflect;
use crate::select::Pair;
use crate::symbol;
use crate::{schedule, stack, text};
use golift_abi::DeferClosure;
use golift_abi::goroutine::{DeferFrame, RECOVER_CALLER};
use golift_abi::program::ERROR_PANIC_NIL;
use golift_abi::typedesc::TypeDesc;

/// A running panic (or Goexit), on the stack of the function that raised it.
#[repr(C)]
pub(crate) struct Panic {
    /// The panic during which this one was raised.
    pub(crate) prev: *mut Panic,
    /// Dynamic type of the value.
    pub(crate) ty: *const TypeDesc,
    /// Data word of the value.
    pub(crate) data: *mut u8,
    /// Stack pointer at the running deferred call.
    pub(crate) call_sp: usize,
    /// The innermost frame with deferred calls when it was raised.
    start: *mut DeferFrame,
    /// A deferred call has recovered it.
    pub(crate) recovered: bool,
    /// It is a Goexit: not recoverable.
    pub(crate) goexit: bool,
    /// The runtime's functions that raised it, for tracebacks.
    pub(crate) origin: &'static [u8],
}

unsafe fn push(g: *mut G, p: *mut Panic) {
    // SAFETY: p lives as long as it is linked.
    unsafe {
        (*p).prev = (*g).head.panic_top.cast();
        (*p).start = (*g).head.defer_top;
        (*g).head.panic_top = p.cast();
    }
}

/// gopanic(type, data).
pub(crate) unsafe extern "C" fn rt_gopanic(g: *mut G, ty: *const TypeDesc, data: *mut u8) -> ! {
    // SAFETY: g runs on its own stack.
    unsafe {
        if ty.is_null() {
            error::raise(g, ERROR_PANIC_NIL, String::new());
        }
        start(g, ty, data, &[])
    }
}

/// Raises a panic that comes from the given functions of the runtime (`origin.rs`).
pub(crate) unsafe fn start(g: *mut G, ty: *const TypeDesc, data: *mut u8, origin: &'static [u8]) -> ! {
    // SAFETY: g runs on its own stack.
    unsafe {
        let mut record = Panic {
            prev: core::ptr::null_mut(), ty, data, call_sp: 0, start: core::ptr::null_mut(), recovered: false, goexit: false,
            origin,
        };
        let p: *mut Panic = &mut record;
        push(g, p);
        run_deferred(g, p);
        fatal::uncaught_panic(g)
    }
}

/// runtime.Goexit.
pub(crate) unsafe extern "C" fn rt_goexit(g: *mut G) -> ! {
    // SAFETY: g runs on its own stack.
    unsafe {
        let mut record = Panic {
            prev: core::ptr::null_mut(), ty: core::ptr::null(), data: core::ptr::null_mut(), call_sp: 0,
            start: core::ptr::null_mut(), recovered: false, goexit: true, origin: &[],
        };
        let p: *mut Panic = &mut record;
        push(g, p);
        finish_goexit(g, p)
    }
}

unsafe fn finish_goexit(g: *mut G, p: *mut Panic) -> ! {
    // SAFETY: as rt_goexit.
    unsafe {
        run_deferred(g, p);
        (*g).exiting = true;
        (*g).head.panic_top = core::ptr::null_mut();
        schedule::goroutine_end(g)
    }
}

/// Runs deferred calls until none is left, or one recovers (then this does not return).
unsafe fn run_deferred(g: *mut G, p: *mut Panic) {
    // SAFETY: frames are linked by compiled code and live below us.
    unsafe {
        loop {
            let frame = (*g).head.defer_top;
            if frame.is_null() {
                return;
            }
            let call = (*frame).head;
            if call.is_null() {
                (*g).head.defer_top = (*frame).prev;
                continue;
            }
            (*frame).head = (*call).link;
            let args = [call as u64, 0, 0, 0, 0, 0];
            asm::golift_call_go(g, (*call).code, args.as_ptr(), core::ptr::null_mut(), &raw mut (*p).call_sp);
            // A panic raised and recovered inside the call is gone; one that passed us does not come back here.
            (*g).head.panic_top = p.cast();
            if (&raw const (*p).recovered).read_volatile() {
                recover(g, p, frame);
            }
        }
    }
}

/// Leaves everything younger than `frame` and continues in its recovery block.
unsafe fn recover(g: *mut G, p: *mut Panic, frame: *mut DeferFrame) -> ! {
    // SAFETY: the frame's function is active, below us on the stack.
    unsafe {
        let mut older = (*p).prev;
        while !older.is_null() && reaches((*older).start, frame) {
            // Raised inside the frame's function: leaving it ends this one too, but a Goexit goes on.
            if (*older).goexit {
                (*g).head.panic_top = older.cast();
                finish_goexit(g, older);
            }
            older = (*older).prev;
        }
        (*g).head.panic_top = older.cast();
        (*g).head.defer_top = frame;
        // A later panic has nothing to do with the fault that this one may have come from.
        (*g).fault_signal = 0;
        (*g).fault_pc = 0;
        let record = &*frame;
        (*g).head.stack_limit = record.stack_limit;
        stack::return_to(g, record.sp);
        asm::golift_recover_jump(g, record.sp, record.fp, record.handler)
    }
}

/// Whether `frame` is `from` or an older one.
unsafe fn reaches(mut from: *mut DeferFrame, frame: *mut DeferFrame) -> bool {
    // SAFETY: frames of functions that have not returned.
    unsafe {
        while !from.is_null() {
            if from == frame {
                return true;
            }
            from = (*from).prev;
        }
    }
    false
}

/// deferagain(closure): puts the deferred call that is running back in the list of its frame, in front of the others.
pub(crate) unsafe extern "C" fn rt_defer_again(g: *mut G, call: *mut DeferClosure) {
    // SAFETY: what defers is the innermost such frame while its calls run; the list held the call until it was called.
    unsafe {
        let frame = (*g).head.defer_top;
        (*call).link = (*frame).head;
        (*frame).head = call;
    }
}

/// gorecover(frame pointer of the caller): (type, data).
pub(crate) unsafe extern "C" fn rt_gorecover(g: *mut G, fp: usize) -> Pair {
    // SAFETY: fp is the frame pointer of the Go function that calls recover.
    unsafe {
        let fp = if fp & RECOVER_CALLER as usize != 0 { caller_frame(fp - RECOVER_CALLER as usize) } else { fp };
        let p = (*g).head.panic_top.cast::<Panic>();
        if p.is_null() || (*p).goexit || (*p).recovered || !called_by(p, fp) {
            return Pair(0, 0);
        }
        (*p).recovered = true;
        Pair((*p).ty as u64, (*p).data as u64)
    }
}

/// The frame pointer of the function that called the one with this frame pointer, segment changes and generated parts left out.
unsafe fn caller_frame(mut fp: usize) -> usize {
    // SAFETY: the chain of frame pointers is intact up to the call in golift_call_go, which is not passed.
    unsafe {
        loop {
            let pc = *((fp + 8) as *const usize);
            if pc == asm::address(asm::golift_morestack_return) {
                fp = *(*(fp as *const usize) as *const usize);
                continue;
            }
            fp = *(fp as *const usize);
            if !symbol::is_wrapper(pc) {
                return fp;
            }
        }
    }
}

/// Whether the function with frame pointer `fp` is the deferred call that the panic is running. Segment changes and
/// generated wrappers in between do not count.
unsafe fn called_by(p: *mut Panic, mut fp: usize) -> bool {
    // SAFETY: the chain of frame pointers is intact up to the call in golift_call_go.
    unsafe {
        loop {
            if fp + 16 == (*p).call_sp {
                return true;
            }
            let pc = *((fp + 8) as *const usize);
            if pc == asm::address(asm::golift_morestack_return) {
                // fp → morestack's frame → the first activation of the same function.
                fp = *(*(fp as *const usize) as *const usize);
            } else if symbol::is_wrapper(pc) {
                fp = *(fp as *const usize);
            } else if let Some(outer) = reflect::made_func_frame(fp, pc) {
                fp = outer;
            } else {
                // Package reflect may call on behalf of a function that it has made, such as a method value.
                let by_entry = pc == asm::address(asm::golift_reflect_call_return);
                match made_function(if by_entry { *(fp as *const usize) } else { fp }) {
                    Some(made) => fp = made,
                    None => return false,
                }
            }
        }
    }
}

/// The frame pointer of the function made by package reflect that has led to the frame `fp`, through that package's functions.
unsafe fn made_function(mut fp: usize) -> Option<usize> {
    // SAFETY: the chain of frame pointers is intact; only frames of package reflect are passed.
    unsafe {
        loop {
            let pc = *((fp + 8) as *const usize);
            fp = *(fp as *const usize);
            if pc == asm::address(asm::golift_made_func_return) {
                return Some(fp);
            }
            if pc == asm::address(asm::golift_morestack_return) {
                fp = *(fp as *const usize);
            } else if !text::of(symbol::function_at(pc.wrapping_sub(1))?.name).starts_with(b"reflect.") {
                return None;
            }
        }
    }
}
