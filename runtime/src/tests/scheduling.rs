//! Goroutines, timers, deadlocks.

use super::*;
use crate::channel::{rt_chanrecv, rt_chansend, rt_makechan};
use crate::system::{rt_exit, rt_gosched, rt_query, rt_sleep};
use crate::timer;
use std::cell::RefCell;
use std::rc::Rc;

#[test]
fn exit_codes() {
    assert_eq!(run_main(|_| {}), 0);
    assert_eq!(run_main(|g| unsafe { rt_exit(g, 7) }), 7);
    // A deadlock.
    assert_eq!(run_main(|g| unsafe { crate::channel::forever(g, 12) }), 2);
    // The others end with main.
    assert_eq!(
        run_main(|g| {
            go(g, |g| unsafe { crate::channel::forever(g, 12) });
            unsafe { rt_gosched(g) }
        }),
        0
    );
}

#[test]
fn sleepers_wake_in_order() {
    run_main(|g| unsafe {
        let order = Rc::new(RefCell::new(Vec::new()));
        for ms in [30, 10, 20] {
            let order = order.clone();
            go(g, move |g| {
                rt_sleep(g, ms * 1_000_000);
                order.borrow_mut().push(ms);
            });
        }
        let start = timer::nanotime();
        rt_sleep(g, 50_000_000);
        assert!(timer::nanotime() - start >= 50_000_000);
        assert_eq!(*order.borrow(), [10, 20, 30]);
    });
}

#[test]
fn timers_run_functions_and_stop() {
    run_main(|g| unsafe {
        let count = Rc::new(RefCell::new(0));
        let tick = { let count = count.clone(); closure(move |_| *count.borrow_mut() += 1) };
        let w = worker::of(g);
        let now = timer::nanotime();
        let periodic = timer::call_at(w, tick, now + 1_000_000, 2_000_000);
        let never = timer::call_at(w, tick, now + 5_000_000, 0);
        assert!(timer::stop(never));
        assert!(!timer::stop(never));
        rt_sleep(g, 20_000_000);
        assert!(timer::stop(periodic));
        let n = *count.borrow();
        assert!((3..=11).contains(&n), "{n}");
        rt_sleep(g, 10_000_000);
        // One call may have been on its way.
        assert!(*count.borrow() <= n + 1);
    });
}

#[test]
fn a_hundred_thousand_parked_goroutines_are_small() {
    let n = if stressed() { 1000 } else { 100_000u64 };
    run_main(move |g| unsafe {
        let ty = chan_type(int_type());
        let chan = rt_makechan(g, ty, 0);
        let before = resident();
        let body = closure(move |g| {
            rt_chanrecv(g, chan, core::ptr::null_mut());
        });
        for _ in 0..n {
            schedule::spawn(worker::of(g), body, 1, 0, false);
        }
        rt_gosched(g);
        assert_eq!(rt_query(g, 1), n as i64 + 1);
        let each = (resident() - before) / n as usize;
        assert!(stressed() || each < 6 << 10, "{each} bytes each");
        let mut v = 1u64;
        for _ in 0..n {
            rt_chansend(g, chan, (&raw mut v).cast());
        }
        rt_gosched(g);
        assert_eq!(rt_query(g, 1), 1);
    });
}
