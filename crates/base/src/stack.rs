//! Deep stacks: the phases recurse as deep as a program nests.
//!
//! The command starts one thread with a deep stack for all of its work; a phase that is called from elsewhere gets a
//! thread of its own. The stack is reserved, not used.

use std::cell::Cell;
use std::sync::Mutex;

/// Enough for what the parser's limits allow in any phase; less where the machine gives no more.
const STACK_SIZES: [usize; 3] = [4 << 30, 512 << 20, 64 << 20];

thread_local! {
    /// Whether this thread was started here.
    static DEEP: Cell<bool> = const { Cell::new(false) };
}

/// Runs `work` on a thread with a deep stack: on this one if it is such a thread or no other can be had, else on a new
/// one. A panic of the work goes on in the caller.
pub fn with_deep_stack<R: Send>(work: impl FnOnce() -> R + Send) -> R {
    if DEEP.get() {
        return work();
    }
    // A thread that cannot be started must leave the work for the next one.
    let work = Mutex::new(Some(work));
    let take = || work.lock().ok().and_then(|mut w| w.take()).expect("the work is done once");
    for size in STACK_SIZES {
        let deep = || {
            DEEP.set(true);
            take()()
        };
        let done = std::thread::scope(|scope| {
            let thread = std::thread::Builder::new().name("golift".into()).stack_size(size);
            thread.spawn_scoped(scope, deep).ok().map(|handle| handle.join())
        });
        match done {
            Some(Ok(result)) => return result,
            Some(Err(panic)) => std::panic::resume_unwind(panic),
            None => {}
        }
    }
    take()()
}
