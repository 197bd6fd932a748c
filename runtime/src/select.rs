//! Select statements. Spec: Select statements (one of the cases that can proceed is chosen with uniform probability).

use crate::channel::{Chan, Selecting, Waiter, closed_send, forever};
use crate::goroutine::G;
use crate::{schedule, worker};
use golift_abi::SelectCase;

const WAIT_SELECT: usize = 3;
const WAIT_NO_CASES: usize = 4;

/// Two result words.
#[repr(C)]
pub(crate) struct Pair(pub(crate) u64, pub(crate) u64);

/// select(cases, n, block): (chosen index or -1, received).
pub(crate) unsafe extern "C" fn rt_select(g: *mut G, cases: *mut SelectCase, n: usize, block: u64) -> Pair {
    // SAFETY: compiled code passes n cases with valid channels or null.
    unsafe {
        let list = crate::program::table(cases, n);
        let mut ready = 0;
        let mut chosen = None;
        for (i, case) in list.iter().enumerate() {
            let chan = case.chan.cast::<Chan>();
            if chan.is_null() {
                continue;
            }
            if if case.recv != 0 { (*chan).can_receive() } else { (*chan).can_send() } {
                ready += 1;
                if worker::random(worker::of(g)) % ready == 0 {
                    chosen = Some(i);
                }
            }
        }
        if let Some(i) = chosen {
            let case = &list[i];
            let chan = case.chan.cast::<Chan>();
            if case.recv != 0 {
                let received = (*chan).try_receive(g, case.elem).unwrap_or(false);
                return Pair(i as u64, u64::from(received));
            }
            (*chan).try_send(g, case.elem);
            return Pair(i as u64, 0);
        }
        if block == 0 {
            return Pair(u64::MAX, 0);
        }
        if n == 0 {
            forever(g, WAIT_NO_CASES);
        }
        wait(g, list)
    }
}

/// The same by reflection.
pub(crate) use rt_select as rt_unsafe_select;

unsafe fn wait(g: *mut G, list: &[SelectCase]) -> Pair {
    // SAFETY: the records outlive the wait: they leave all queues before this returns.
    unsafe {
        let mut state = Selecting { fired: None, success: false };
        let state: *mut Selecting = &mut state;
        let mut waiters: Vec<Waiter> = list
            .iter()
            .enumerate()
            .map(|(index, case)| Waiter {
                g, elem: case.elem, next: core::ptr::null_mut(), prev: core::ptr::null_mut(), select: state, index, success: false,
            })
            .collect();
        let records = waiters.as_mut_ptr();
        for (i, case) in list.iter().enumerate() {
            let chan = case.chan.cast::<Chan>();
            if !chan.is_null() {
                let queue = if case.recv != 0 { &mut (*chan).receivers } else { &mut (*chan).senders };
                queue.push(records.add(i));
            }
        }
        schedule::park(g, WAIT_SELECT);
        for (i, case) in list.iter().enumerate() {
            let chan = case.chan.cast::<Chan>();
            if !chan.is_null() {
                let queue = if case.recv != 0 { &mut (*chan).receivers } else { &mut (*chan).senders };
                queue.remove(records.add(i));
            }
        }
        drop(waiters);
        let success = (*state).success;
        let Some(i) = (*state).fired else { crate::fatal::throw("select woke up without a case") };
        if list[i].recv == 0 && !success {
            closed_send(g);
        }
        Pair(i as u64, u64::from(success))
    }
}
