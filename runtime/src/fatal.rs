//! The ends of a program that no Go code can prevent: uncaught panics, deadlocks, stack overflow, broken invariants.

use crate::goroutine::G;
use crate::panic::Panic;
use crate::print::{self, write_err};
use crate::worker::{self, Worker};
use crate::{asm, fault, program, schedule, traceback};
use core::sync::atomic::{AtomicI64, Ordering};
use golift_abi::program::HOOK_PANIC_TEXT;

/// A broken invariant of the runtime, or exhausted memory: says so and ends the process at once.
#[cold]
pub(crate) fn throw(message: &str) -> ! {
    write_err(format!("fatal error: {message}\n").as_bytes());
    let worker = worker::current();
    if !worker.is_null() {
        // SAFETY: this thread's worker; the goroutine is in a builtin.
        unsafe {
            let g = (*worker).current;
            if !g.is_null() {
                write_err(format!("\n{}", traceback::goroutine_text(g)).as_bytes());
            }
        }
    }
    // SAFETY: ends the process.
    unsafe { libc::_exit(2) }
}

static TRACEBACK: AtomicI64 = AtomicI64::new(0);

/// Sets which traces are printed at least: 0 none, 1 one, 2 all; the old setting.
pub(crate) fn set_traceback(level: i64) -> i64 {
    TRACEBACK.swap(level, Ordering::Relaxed)
}

/// The traces at a program's end, each after an empty line: the current goroutine's, then (`all`) the others'.
/// `GOTRACEBACK` changes which are printed.
unsafe fn traces(g: *mut G, all: bool) -> String {
    let setting = std::env::var("GOTRACEBACK").unwrap_or_default();
    let level = match setting.as_str() {
        "none" | "0" => 0,
        "all" | "system" | "crash" | "wer" | "1" | "2" => 2,
        _ => 1,
    };
    // What the program sets only adds to it.
    let all = match level.max(TRACEBACK.load(Ordering::Relaxed)) {
        0 => return String::new(),
        1 => all,
        _ => true,
    };
    // SAFETY: g runs on its own stack, in a builtin or at a fault.
    let own = unsafe { traceback::goroutine_text(g) };
    format!("\n{own}{}", if all { traceback::others_text(g) } else { String::new() })
}

/// `fatal error: …` with the tracebacks of all goroutines; exit status 2.
pub(crate) unsafe fn fatal_at(g: *mut G, message: &str, signal: Option<String>) -> ! {
    // SAFETY: g runs on its own stack, in a builtin or at a fault.
    unsafe {
        let signal = signal.map_or(String::new(), |line| line + "\n");
        let text = format!("fatal error: {message}\n{signal}{}", traces(g, true));
        write_err(text.as_bytes());
        drop(text);
        schedule::exit(2)
    }
}

/// A goroutine's stack has reached the limit. The range is the newest segment's.
pub(crate) unsafe fn stack_overflow(g: *mut G) -> ! {
    // SAFETY: g runs, on its current segment.
    unsafe {
        let (sp, seg) = ((*g).call_sp, (*g).seg);
        let (low, high) = ((*seg).base, seg as usize);
        let limit = crate::stack::limit();
        write_err(format!("runtime: goroutine stack exceeds {limit}-byte limit\nruntime: sp={sp:#x} stack=[{low:#x}, {high:#x}]\n").as_bytes());
        fatal_at(g, "stack overflow", None)
    }
}

/// Nothing can run any more.
pub(crate) unsafe fn deadlock(worker: *mut Worker) {
    // SAFETY: the scheduler's loop calls; all goroutines are stopped.
    unsafe {
        debug_assert!((*worker).current.is_null());
        let message = if schedule::all_have_ended() {
            "no goroutines (main called runtime.Goexit) - deadlock!"
        } else {
            "all goroutines are asleep - deadlock!"
        };
        write_err(format!("fatal error: {message}\n{}", traceback::others_text(core::ptr::null_mut())).as_bytes());
    }
}

/// internal/sys.Throw(message).
pub(crate) unsafe extern "C" fn rt_throw(g: *mut G, ptr: *const u8, len: usize) -> ! {
    // SAFETY: g runs; a valid string.
    unsafe { fatal_at(g, &String::from_utf8_lossy(program::table(ptr, len)), None) }
}

/// A run-time panic in a program without package runtime (tests of the runtime): cannot be recovered.
pub(crate) unsafe fn panic_without_value(g: *mut G, message: &str) -> ! {
    // SAFETY: g runs.
    unsafe {
        write_err(format!("panic: {message}\n{}", traces(g, false)).as_bytes());
        schedule::exit(2)
    }
}

/// Prints the running panics, oldest first, and ends the program.
pub(crate) unsafe fn uncaught_panic(g: *mut G) -> ! {
    // SAFETY: g runs on its own stack; the records are linked and alive.
    unsafe {
        let mut p = (*g).head.panic_top.cast::<Panic>();
        if core::mem::replace(&mut (*g).printing, true) {
            // An Error or String method panicked.
            let ty = (*p).ty.as_ref().map_or(String::new(), |t| crate::text::lossy(t.string));
            let value = if ty == "string" { print::panic_value((*p).ty, (*p).data) } else { format!("type {ty}") };
            let signal = ((*g).fault_signal != 0).then(|| fault::signal_line(g));
            fatal_at(g, &format!("panic while printing panic value: {value}"), signal);
        }
        let mut chain = Vec::new();
        while !p.is_null() {
            chain.push(p);
            p = (*p).prev;
        }
        chain.reverse();
        let count = chain.len();
        let mut text = String::new();
        let mut first = true;
        for (i, &p) in chain.iter().enumerate() {
            if (*p).goexit {
                continue;
            }
            if !first {
                text.push('\t');
            }
            first = false;
            let again = (*p).recovered && chain.get(i + 1).is_some_and(|&q| (*q).ty == (*p).ty && (*q).data == (*p).data);
            text += "panic: ";
            text += &value_text(g, p);
            if again && i + 2 == count {
                text += " [recovered, repanicked]\n";
                break;
            }
            text += if (*p).recovered { " [recovered]\n" } else { "\n" };
        }
        drop(chain);
        if (*g).fault_signal != 0 {
            text += &fault::signal_line(g);
            text.push('\n');
        }
        text += &traces(g, false);
        write_err(text.as_bytes());
        drop(text);
        schedule::exit(2)
    }
}

/// What is printed for a panic's value: the text of errors and Stringers, else the printed value.
unsafe fn value_text(g: *mut G, p: *mut Panic) -> String {
    // SAFETY: the hook is a Go function value that takes an interface and returns (string, int).
    unsafe {
        let hook = program::hook(HOOK_PANIC_TEXT);
        if !hook.is_null() && !(*p).ty.is_null() {
            let args = [hook as u64, (*p).ty as u64, (*p).data as u64, 0, 0, 0];
            let mut out = [0u64; 4];
            asm::golift_call_go(g, (*hook).code, args.as_ptr(), out.as_mut_ptr(), core::ptr::null_mut());
            if out[2] != 0 {
                let text = String::from_utf8_lossy(program::table(out[0] as *const u8, out[1] as usize)).into_owned();
                return print::indent_lines(&text);
            }
        }
        print::panic_value((*p).ty, (*p).data)
    }
}
