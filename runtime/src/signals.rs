//! Signals that a program asks for through package os/signal: the handler notes them, the package fetches them.
//!
//! The handler only sets a bit, so signals that come again before they are fetched count once, as the kernel's own
//! pending signals do.

use crate::goroutine::G;
use core::sync::atomic::{AtomicU64, Ordering};
use std::sync::Mutex;

/// Bit n-1 says that signal n came and was not fetched yet.
static PENDING: AtomicU64 = AtomicU64::new(0);

/// What the process did about each signal before the program asked for it.
static BEFORE: Mutex<[Option<libc::sigaction>; 65]> = Mutex::new([None; 65]);

extern "C" fn note(signal: libc::c_int) {
    PENDING.fetch_or(1 << (signal - 1), Ordering::Relaxed);
}

/// Says what happens on a signal: 0 what happened before, 1 nothing, 2 it is noted.
pub(crate) unsafe extern "C" fn rt_signal_handle(_g: *mut G, signal: i64, what: i64) {
    if !(1..=64).contains(&signal) {
        return;
    }
    let Ok(mut before) = BEFORE.lock() else { return };
    // SAFETY: a documented system call with initialised structures; the handler is async-signal-safe and runs on the
    // signal stack, since goroutine stacks are small.
    unsafe {
        let mut action: libc::sigaction = core::mem::zeroed();
        match what {
            0 => {
                let Some(old) = before[signal as usize] else { return };
                action = old;
            }
            1 => action.sa_sigaction = libc::SIG_IGN,
            _ => {
                action.sa_sigaction = note as *const () as usize;
                action.sa_flags = libc::SA_ONSTACK | libc::SA_RESTART;
            }
        }
        let mut old: libc::sigaction = core::mem::zeroed();
        if libc::sigaction(signal as libc::c_int, &action, &mut old) == 0 && before[signal as usize].is_none() {
            before[signal as usize] = Some(old);
        }
    }
}

/// A signal that was noted, 0 if there is none.
pub(crate) unsafe extern "C" fn rt_signal_next(_g: *mut G) -> i64 {
    loop {
        let pending = PENDING.load(Ordering::Relaxed);
        if pending == 0 {
            return 0;
        }
        let lowest = pending & pending.wrapping_neg();
        if PENDING.fetch_and(!lowest, Ordering::Relaxed) & lowest != 0 {
            return i64::from(lowest.trailing_zeros()) + 1;
        }
    }
}
