//! Channels and select.

use super::*;
use crate::channel::*;
use crate::select::rt_select;
use golift_abi::SelectCase;

#[test]
fn producers_and_consumers() {
    for cap in [0, 1, 7, 100] {
        let code = run_main(move |g| unsafe {
            let ty = chan_type(int_type());
            let work = rt_makechan(g, ty, cap);
            let done = rt_makechan(g, ty, 0);
            let n = if stressed() { 50 } else { 5000u64 };
            for p in 0..4 {
                go(g, move |g| {
                    for i in 0..n {
                        let mut v = p * n + i;
                        rt_chansend(g, work, (&raw mut v).cast());
                    }
                    let mut one = 1u64;
                    rt_chansend(g, done, (&raw mut one).cast());
                });
            }
            go(g, move |g| {
                for _ in 0..4 {
                    rt_chanrecv(g, done, core::ptr::null_mut());
                }
                rt_closechan(g, work);
            });
            let mut sum = 0;
            let mut last = [None; 4];
            let mut v = 0u64;
            while rt_chanrecv(g, work, (&raw mut v).cast()) != 0 {
                sum += v;
                let p = (v / n) as usize;
                assert!(last[p].is_none_or(|l| l < v), "order of one producer");
                last[p] = Some(v);
            }
            assert_eq!(sum, (0..4 * n).sum());
            assert_eq!(rt_chanrecv(g, work, (&raw mut v).cast()), 0);
            assert_eq!(v, 0);
        });
        assert_eq!(code, 0);
    }
}

#[test]
fn values_in_buffers_are_roots() {
    run_main(|g| unsafe {
        let ty = chan_type(pointer_type());
        let chan = rt_makechan(g, ty, 500);
        for i in 0..500u64 {
            let mut p = crate::heap::allocate::bytes(g, 16).cast::<u64>();
            *p = i;
            rt_chansend(g, chan, (&raw mut p).cast());
        }
        crate::heap::collect::collect_forced(g);
        for _ in 0..2000 {
            *crate::heap::allocate::bytes(g, 16).cast::<u64>() = 0xbad;
        }
        for i in 0..500u64 {
            let mut p: *mut u64 = core::ptr::null_mut();
            rt_chanrecv(g, chan, (&raw mut p).cast());
            assert_eq!(*p, i);
        }
    });
}

#[test]
fn select_is_fair_and_complete() {
    run_main(|g| unsafe {
        let ty = chan_type(int_type());
        let a = rt_makechan(g, ty, 0);
        let b = rt_makechan(g, ty, 0);
        let quit = rt_makechan(g, ty, 0);
        for chan in [a, b] {
            go(g, move |g| {
                for i in 0..1000u64 {
                    let mut v = i;
                    rt_chansend(g, chan, (&raw mut v).cast());
                }
                let mut v = 0u64;
                rt_chansend(g, quit, (&raw mut v).cast());
            });
        }
        let (mut counts, mut quits) = ([0u64; 2], 0);
        let mut v = 0u64;
        while quits < 2 {
            let elem = (&raw mut v).cast();
            let mut cases = [a, b, quit, core::ptr::null_mut()].map(|c| SelectCase { chan: c.cast(), elem, recv: 1 });
            let chosen = rt_select(g, cases.as_mut_ptr(), 4, 1).0;
            if chosen == 2 {
                quits += 1;
            } else {
                assert_eq!(v, counts[chosen as usize]);
                counts[chosen as usize] += 1;
            }
        }
        assert_eq!(counts, [1000, 1000]);
        let full = rt_makechan(g, ty, 1);
        let mut picks = [0; 2];
        for _ in 0..1000 {
            let elem = (&raw mut v).cast();
            let mut cases = [SelectCase { chan: full.cast(), elem, recv: 0 }, SelectCase { chan: full.cast(), elem, recv: 1 }];
            picks[rt_select(g, cases.as_mut_ptr(), 2, 1).0 as usize] += 1;
        }
        assert_eq!(picks, [500, 500]);
        let elem = (&raw mut v).cast();
        let mut cases = [SelectCase { chan: a.cast(), elem, recv: 1 }, SelectCase { chan: a.cast(), elem, recv: 0 }];
        assert_eq!(rt_select(g, cases.as_mut_ptr(), 2, 0).0, u64::MAX);
        rt_closechan(g, b);
        let mut uniform = [0; 2];
        rt_closechan(g, quit);
        for _ in 0..2000 {
            let mut cases = [b, quit].map(|c| SelectCase { chan: c.cast(), elem, recv: 1 });
            uniform[rt_select(g, cases.as_mut_ptr(), 2, 1).0 as usize] += 1;
        }
        assert!(uniform.iter().all(|&n| n > 800), "{uniform:?}");
    });
}
