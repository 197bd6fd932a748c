//! Waiting for file descriptors without stopping other goroutines.
//!
//! A goroutine that would block in a read or write parks here while others can run; the scheduler looks at the descriptors at
//! every tick of the preemption timer, and waits for them and the timers together when nothing is runnable.
//! When nothing else can run, the system call itself may block.

use crate::goroutine::G;
use crate::lock::Lock;
use crate::worker::{self, Worker};
use crate::{preempt, schedule, timer};
use core::sync::atomic::{AtomicUsize, Ordering};

/// Index of `IO wait` among the wait reasons.
const WAIT_IO: usize = 14;
/// What a pipe takes at least when it is ready for writing.
const PIPE_BUF: usize = 4096;

struct Waiter {
    fd: libc::c_int,
    events: libc::c_short,
    g: *mut G,
}

struct Waiters(Vec<Waiter>);

// SAFETY: the goroutines are structures that are never freed.
unsafe impl Send for Waiters {}

static WAITERS: Lock<Waiters> = Lock::new(Waiters(Vec::new()));
static COUNT: AtomicUsize = AtomicUsize::new(0);

/// Whether any goroutine waits here.
#[inline]
pub(crate) fn pending() -> bool {
    COUNT.load(Ordering::Relaxed) != 0
}

fn ready_now(fd: libc::c_int, events: libc::c_short) -> bool {
    let mut entry = libc::pollfd { fd, events, revents: 0 };
    // SAFETY: one entry.
    unsafe { libc::poll(&mut entry, 1, 0) != 0 }
}

unsafe fn others_can_run(g: *mut G) -> bool {
    // SAFETY: g runs.
    unsafe { (*worker::of(g)).runnable.load(Ordering::Relaxed) != 0 || timer::pending() || pending() }
}

/// Returns once the descriptor is ready, or if nothing else could run anyway.
pub(crate) unsafe fn wait(g: *mut G, fd: libc::c_int, events: libc::c_short) {
    // SAFETY: g runs, in a builtin.
    unsafe {
        loop {
            if !others_can_run(g) || ready_now(fd, events) {
                return;
            }
            let mut waiters = WAITERS.lock();
            waiters.0.push(Waiter { fd, events, g });
            COUNT.store(waiters.0.len(), Ordering::Relaxed);
            drop(waiters);
            preempt::arm(worker::of(g));
            schedule::park(g, WAIT_IO);
        }
    }
}

/// How many of `n` bytes a write may take at once so that it does not stop other goroutines: the readers of a pipe may be
/// among them. The standard streams' readers are not.
pub(crate) unsafe fn write_part(g: *mut G, fd: libc::c_int, n: usize) -> usize {
    // SAFETY: as the caller.
    if (0..=2).contains(&fd) || unsafe { !others_can_run(g) } {
        return n;
    }
    // SAFETY: fills the structure.
    let stream = unsafe {
        let mut status: libc::stat = core::mem::zeroed();
        libc::fstat(fd, &mut status) == 0 && matches!(status.st_mode & libc::S_IFMT, libc::S_IFIFO | libc::S_IFSOCK | libc::S_IFCHR)
    };
    if !stream {
        return n;
    }
    // SAFETY: as the caller.
    unsafe { wait(g, fd, libc::POLLOUT) };
    n.min(PIPE_BUF)
}

/// Waits for a descriptor that somebody has made non-blocking, when nothing else can run.
pub(crate) fn block(fd: libc::c_int, events: libc::c_short) {
    let mut entry = libc::pollfd { fd, events, revents: 0 };
    // SAFETY: one entry.
    unsafe { libc::poll(&mut entry, 1, -1) };
}

/// Readies the goroutines whose descriptors are ready; waits up to `nanoseconds` for the first, without end if negative.
pub(crate) unsafe fn run_ready(worker: *mut Worker, nanoseconds: i64) {
    let mut entries: Vec<libc::pollfd> = {
        let waiters = WAITERS.lock();
        waiters.0.iter().map(|w| libc::pollfd { fd: w.fd, events: w.events, revents: 0 }).collect()
    };
    let timeout = libc::timespec { tv_sec: nanoseconds / 1_000_000_000, tv_nsec: nanoseconds % 1_000_000_000 };
    let timeout = if nanoseconds < 0 { core::ptr::null() } else { &raw const timeout };
    // SAFETY: the entries are initialised; a null signal mask leaves it as it is.
    let ready = unsafe { libc::ppoll(entries.as_mut_ptr(), entries.len() as libc::nfds_t, timeout, core::ptr::null()) };
    if ready <= 0 {
        return;
    }
    let mut woken = Vec::new();
    let mut waiters = WAITERS.lock();
    let mut i = 0;
    waiters.0.retain(|w| {
        let keep = entries[i].revents == 0;
        i += 1;
        if !keep {
            woken.push(w.g);
        }
        keep
    });
    COUNT.store(waiters.0.len(), Ordering::Relaxed);
    drop(waiters);
    for g in woken {
        // SAFETY: parked in wait.
        unsafe { schedule::ready(worker, g) };
    }
}

/// Forgets the waiting goroutines of an earlier program.
pub(crate) fn reset() {
    WAITERS.lock().0.clear();
    COUNT.store(0, Ordering::Relaxed);
}
