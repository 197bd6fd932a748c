//! Preemption: a 10 ms timer signal that makes Go code yield.
//!
//! The timer runs only while another goroutine is runnable or a timer is pending. The handler diverts the thread to
//! `golift_async_preempt` if it was in Go code; in the runtime it only leaves a mark, which the allocator's slow path honours.

use crate::asm::{self, PushedCall};
use crate::goroutine::G;
use crate::poll;
use crate::schedule;
use crate::timer;
use crate::worker::{self, Worker};
use core::sync::atomic::{AtomicPtr, AtomicUsize, Ordering};

/// The code of the running program: the only code that is ever interrupted.
static CODE_START: AtomicUsize = AtomicUsize::new(0);
static CODE_END: AtomicUsize = AtomicUsize::new(0);
static TIMER: AtomicPtr<libc::c_void> = AtomicPtr::new(core::ptr::null_mut());
static TIMER_MADE: AtomicUsize = AtomicUsize::new(0);

const SIGNAL: libc::c_int = libc::SIGURG;
const PERIOD_NS: i64 = 10_000_000;

/// Tells the handlers where Go code is.
pub(crate) fn set_code(start: usize, end: usize) {
    CODE_START.store(start, Ordering::Relaxed);
    CODE_END.store(end, Ordering::Relaxed);
}

/// Whether a program counter lies in Go code.
#[inline]
pub(crate) fn in_go_code(pc: usize) -> bool {
    pc >= CODE_START.load(Ordering::Relaxed) && pc < CODE_END.load(Ordering::Relaxed)
}

/// Makes the timer (stopped) and installs the handler for this thread.
pub(crate) fn install() {
    // SAFETY: documented system calls with initialised structures.
    unsafe {
        let mut action: libc::sigaction = core::mem::zeroed();
        action.sa_sigaction = on_tick as *const () as usize;
        action.sa_flags = libc::SA_SIGINFO | libc::SA_ONSTACK | libc::SA_RESTART;
        libc::sigaction(SIGNAL, &action, core::ptr::null_mut());
        let mut event: libc::sigevent = core::mem::zeroed();
        event.sigev_notify = libc::SIGEV_THREAD_ID;
        event.sigev_signo = SIGNAL;
        event.sigev_notify_thread_id = libc::syscall(libc::SYS_gettid) as libc::c_int;
        let mut id: libc::timer_t = core::ptr::null_mut();
        if libc::timer_create(libc::CLOCK_MONOTONIC, &mut event, &mut id) == 0 {
            TIMER.store(id, Ordering::Relaxed);
            TIMER_MADE.store(1, Ordering::Relaxed);
        }
    }
}

/// Deletes the timer.
pub(crate) fn uninstall() {
    if TIMER_MADE.swap(0, Ordering::Relaxed) != 0 {
        // SAFETY: made by install.
        unsafe { libc::timer_delete(TIMER.load(Ordering::Relaxed)) };
    }
}

fn set(period: i64) {
    if TIMER_MADE.load(Ordering::Relaxed) == 0 {
        return;
    }
    let t = libc::timespec { tv_sec: 0, tv_nsec: period };
    let spec = libc::itimerspec { it_interval: t, it_value: t };
    // SAFETY: the timer exists.
    unsafe { libc::timer_settime(TIMER.load(Ordering::Relaxed), 0, &spec, core::ptr::null_mut()) };
}

/// Starts the timer if it is not running.
#[inline]
pub(crate) unsafe fn arm(worker: *mut Worker) {
    // SAFETY: this thread's worker.
    unsafe {
        if !(*worker).timer_armed.load(Ordering::Relaxed) {
            (*worker).timer_armed.store(true, Ordering::Relaxed);
            set(PERIOD_NS);
        }
    }
}

/// Stops the timer.
pub(crate) unsafe fn disarm(worker: *mut Worker) {
    // SAFETY: this thread's worker.
    unsafe {
        if (*worker).timer_armed.load(Ordering::Relaxed) {
            (*worker).timer_armed.store(false, Ordering::Relaxed);
            set(0);
        }
    }
}

unsafe extern "C" fn on_tick(_signal: libc::c_int, _info: *mut libc::siginfo_t, context: *mut libc::c_void) {
    let worker = worker::current();
    if worker.is_null() {
        return;
    }
    // SAFETY: this thread's worker; only atomics and plain words that the interrupted code does not hold half-written.
    unsafe {
        if (*worker).runnable.load(Ordering::Relaxed) == 0 && !timer::pending() && !poll::pending() {
            disarm(worker);
            return;
        }
        (*worker).tick.store(true, Ordering::Relaxed);
        let (pc, g) = PushedCall::pc_and_g(context);
        if in_go_code(pc) && g == (*worker).current && !g.is_null() && (*g).head.allocating == 0 {
            PushedCall::divert(context, asm::address(asm::golift_async_preempt), 128);
        }
    }
}

/// The assembly comes here on the goroutine's stack, with all registers saved.
pub(crate) unsafe extern "C" fn preempted(g: *mut G) {
    // SAFETY: Go code was interrupted, so no lock of the runtime is held and nothing of it is half done.
    unsafe {
        if in_atomic_code(asm::caller_pc(g)) {
            return;
        }
        (*g).wait_reason = 0;
        schedule::yield_now(g);
    }
}

/// Whether an instruction belongs, inlined or not, to package sync or sync/atomic, whose functions other goroutines must not
/// see half done: their bodies may be several instructions. The next tick comes soon enough.
fn in_atomic_code(pc: usize) -> bool {
    crate::symbol::locations(pc).iter().any(|location| {
        let name = crate::text::of(location.func);
        name.starts_with(b"sync/atomic.") || name.starts_with(b"sync.")
    })
}

/// Yields if the timer has fired while the runtime ran; for slow paths that Go code reaches often.
#[inline]
pub(crate) unsafe fn check(g: *mut G) {
    // SAFETY: runs on g's stack, in a builtin.
    unsafe {
        let worker = worker::of(g);
        if (*worker).tick.load(Ordering::Relaxed) && (*worker).current == g {
            schedule::yield_now(g);
        }
    }
}
