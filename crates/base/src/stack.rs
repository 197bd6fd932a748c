//! Deep stacks: the phases recurse as deep as a program nests.
//!
//! The command starts one thread with a deep stack for all of its work; a phase that is called from elsewhere gets a
//! thread of its own. The stack is reserved, not used.

use std::cell::Cell;

/// Enough for what the parser's limits allow in any phase.
const STACK_SIZE: usize = 4 << 30;

thread_local! {
    /// Whether this thread was started here.
    static DEEP: Cell<bool> = const { Cell::new(false) };
}

/// Runs `work` on a thread with a deep stack: on this one if it is such a thread, else on a new one. A panic of the
/// work goes on in the caller.
pub fn with_deep_stack<R: Send>(work: impl FnOnce() -> R + Send) -> R {
    if DEEP.get() {
        return work();
    }
    let deep = || {
        DEEP.set(true);
        work()
    };
    std::thread::scope(|scope| {
        let thread = std::thread::Builder::new().name("golift".into()).stack_size(STACK_SIZE);
        match thread.spawn_scoped(scope, deep).map(|handle| handle.join()) {
            Ok(Ok(result)) => result,
            Ok(Err(panic)) => std::panic::resume_unwind(panic),
            Err(err) => panic!("no memory for a thread's stack: {err}"),
        }
    })
}
