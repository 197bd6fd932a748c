//! The scheduler: parking, readying, yielding, goroutine ends, and the loop that looks for work.
//!
//! A goroutine that stops switches straight to the next runnable one; only when there is none (or one has ended) does the
//! worker go back to its loop, which waits for timers and finds deadlocks.

use crate::asm;
use crate::fatal;
use crate::goroutine::{self, G, REGISTRY, Status};
use crate::poll;
use crate::preempt;
use crate::timer;
use crate::worker::{self, Worker};
use core::sync::atomic::Ordering;
use golift_abi::DeferClosure;

/// Index of `sleep` among the wait reasons.
pub(crate) const WAIT_SLEEP: usize = 5;

/// Stops the current goroutine until [`ready`] is called for it.
pub(crate) unsafe fn park(g: *mut G, reason: usize) {
    // SAFETY: runs on g's stack.
    unsafe {
        (*g).status = Status::Waiting;
        (*g).wait_reason = reason;
        switch_away(g);
    }
}

/// Stops the current goroutine until Go code readies it, which may have happened already. Go code that readies late or
/// twice wakes a later wait of this kind, never one in a channel or a timer: callers of this check and wait again.
pub(crate) unsafe fn park_for_go(g: *mut G, reason: usize) {
    // SAFETY: runs on g's stack.
    unsafe {
        if !core::mem::take(&mut (*g).permit) {
            (*g).parked_by_go = true;
            park(g, reason);
        }
    }
}

/// Makes a goroutine runnable that Go code has parked, or is about to park.
pub(crate) unsafe fn ready_for_go(worker: *mut Worker, g: *mut G) {
    // SAFETY: structures are never freed.
    unsafe {
        if (*g).status == Status::Waiting && core::mem::take(&mut (*g).parked_by_go) {
            ready(worker, g);
        } else {
            (*g).permit = true;
        }
    }
}

/// Makes a parked goroutine runnable.
pub(crate) unsafe fn ready(worker: *mut Worker, g: *mut G) {
    // SAFETY: the worker is this thread's.
    unsafe {
        debug_assert_eq!((*g).status, Status::Waiting);
        (*g).status = Status::Runnable;
        (*worker).enqueue(g, true);
        preempt::arm(worker);
    }
}

/// Lets others run.
pub(crate) unsafe fn yield_now(g: *mut G) {
    // SAFETY: runs on g's stack.
    unsafe {
        let worker = worker::of(g);
        if (*worker).runnable.load(Ordering::Relaxed) == 0 && !timer::pending() && !poll::pending() {
            return;
        }
        (*g).status = Status::Runnable;
        (*worker).demote_next();
        (*worker).enqueue(g, false);
        switch_away(g);
    }
}

/// Runs something else on this worker; returns when `g` is chosen again.
unsafe fn switch_away(g: *mut G) {
    // SAFETY: runs on g's stack; the target contexts were saved by golift_switch or prepare_stack.
    unsafe {
        let worker = worker::of(g);
        let next = pick(worker);
        if next == g {
            (*g).status = Status::Running;
        } else if next.is_null() {
            (*worker).current = core::ptr::null_mut();
            asm::golift_switch(&mut (*g).sp, (*worker).scheduler_sp);
        } else {
            enter(worker, next);
            asm::golift_switch(&mut (*g).sp, (*next).sp);
        }
    }
}

unsafe fn enter(worker: *mut Worker, g: *mut G) {
    // SAFETY: g was runnable and now belongs to the worker.
    unsafe {
        (*g).status = Status::Running;
        // From its first run on, its stack knows what it needs of the closure.
        (*g).closure = core::ptr::null_mut();
        (*g).head.worker = worker.cast();
        (*worker).current = g;
    }
}

unsafe fn pick(worker: *mut Worker) -> *mut G {
    // SAFETY: the worker is this thread's.
    unsafe {
        (*worker).schedule_tick += 1;
        let tick = (*worker).tick.load(Ordering::Relaxed);
        if timer::pending() && (tick || (*worker).schedule_tick & 63 == 0) {
            timer::run_due(worker);
        }
        if poll::pending() && (tick || (*worker).schedule_tick & 255 == 0) {
            poll::run_ready(worker, 0);
        }
        (*worker).dequeue()
    }
}

/// Starts a goroutine that runs `closure`.
pub(crate) unsafe fn spawn(worker: *mut Worker, closure: *mut DeferClosure, parent: u64, go_pc: usize, system: bool) -> *mut G {
    // SAFETY: the worker is this thread's.
    unsafe {
        let g = goroutine::create(closure, 0, parent, go_pc);
        (*g).system = system;
        start(worker, g);
        g
    }
}

/// Starts a new goroutine.
pub(crate) unsafe fn start(worker: *mut Worker, g: *mut G) {
    // SAFETY: the worker is this thread's, and the goroutine in no queue.
    unsafe {
        (*g).head.worker = worker.cast();
        (*worker).enqueue(g, true);
        preempt::arm(worker);
    }
}

/// The assembly comes here when a goroutine's function returns.
pub(crate) unsafe extern "C" fn goroutine_end(g: *mut G) -> ! {
    // SAFETY: runs on g's stack for the last time.
    unsafe {
        let worker = worker::of(g);
        if (*g).id == 1 && !(*g).exiting {
            (*worker).exit_code = Some(0);
        }
        (*worker).dead = g;
        (*worker).current = core::ptr::null_mut();
        asm::golift_switch(&mut (*g).sp, (*worker).scheduler_sp);
    }
    unreachable!("a dead goroutine ran");
}

/// Ends the program: goes back to the scheduler's loop, which returns `code`.
pub(crate) unsafe fn exit(code: i32) -> ! {
    let worker = worker::current();
    if worker.is_null() {
        std::process::exit(code);
    }
    // SAFETY: the loop's context is older than everything on this stack.
    unsafe {
        (*worker).exit_code = Some(code);
        (*worker).current = core::ptr::null_mut();
        let mut abandoned = 0;
        asm::golift_switch(&mut abandoned, (*worker).scheduler_sp);
    }
    unreachable!("the program went on after its end");
}

/// Runs goroutines until the program ends; the exit code.
pub(crate) unsafe fn run(worker: *mut Worker) -> i32 {
    // SAFETY: this thread's worker; contexts as in switch_away.
    unsafe {
        loop {
            let dead = core::mem::replace(&mut (*worker).dead, core::ptr::null_mut());
            if !dead.is_null() {
                goroutine::release(dead);
            }
            if let Some(code) = (*worker).exit_code {
                return code;
            }
            let g = pick(worker);
            if !g.is_null() {
                enter(worker, g);
                asm::golift_switch(&mut (*worker).scheduler_sp, (*g).sp);
                continue;
            }
            if timer::wait_and_run(worker) {
                continue;
            }
            fatal::deadlock(worker);
            return 2;
        }
    }
}

/// Whether all goroutines of the program have ended.
pub(crate) fn all_have_ended() -> bool {
    let registry = REGISTRY.lock();
    // SAFETY: structures are never freed.
    registry.all.iter().all(|&g| unsafe { (*g).status == Status::Dead || (*g).system })
}
