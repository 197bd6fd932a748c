//! The heap keeps what is reachable, frees the rest, and counts exactly.

use super::side::clear_stack;
use super::*;
use crate::goroutine;
use crate::heap::{HEAP, allocate, collect, special, statistics};

const NODE: usize = 24;

fn node() -> &'static TypeDesc {
    leak(desc(Kind::Struct, NODE, &[0, 1], false))
}

#[test]
fn lists_survive_and_garbage_goes() {
    run_main(|g| unsafe {
        let ty = node();
        let n = if stressed() { 300 } else { 200_000 };
        let mut head: *mut usize = core::ptr::null_mut();
        for i in 0..n {
            let p = allocate::rt_new(g, ty).cast::<usize>();
            assert_eq!((*p, *p.add(1), *p.add(2)), (0, 0, 0));
            *p = head as usize;
            *p.add(2) = i;
            head = p;
            for _ in 0..2 {
                let garbage = allocate::rt_new(g, ty).cast::<usize>();
                *garbage.add(2) = usize::MAX;
            }
        }
        collect::collect_forced(g);
        let mut at = head;
        for i in (0..n).rev() {
            assert_eq!(*at.add(2), i);
            at = *at as *mut usize;
        }
        assert!(at.is_null());
        let s = statistics::snapshot();
        assert!(s[10] >= n as u64 && s[10] < n as u64 * 3 / 2 + 200, "{} objects live of {n}", s[10]);
        core::hint::black_box(head);
    });
}

#[test]
fn counters_are_exact() {
    run_main(|g| unsafe {
        let before = statistics::snapshot();
        let ty = node();
        for _ in 0..1000 {
            allocate::rt_new(g, ty);
        }
        for _ in 0..10 {
            allocate::bytes(g, 100);
            allocate::bytes(g, 100_000);
        }
        let after = statistics::snapshot();
        assert_eq!(after[3] - before[3], 1020);
        assert_eq!(after[1] - before[1], 1000 * 24 + 10 * 112 + 10 * 106_496);
        assert_eq!(after[3] - after[4], after[10]);
        assert_eq!(after[1] - after[5], HEAP.lock().counters.freed_bytes);
    });
}

#[test]
fn ten_gigabytes_of_garbage_fit_in_little_memory() {
    run_main(|g| unsafe {
        let ty = leak(desc(Kind::Struct, 64, &[0], false));
        let n = if stressed() { 2000 } else { 20_000_000 };
        let before = resident();
        for i in 0..n {
            let p = allocate::rt_new(g, ty).cast::<usize>();
            *p.add(7) = i;
        }
        assert!(resident() < before + (48 << 20), "{} bytes", resident() - before);
    });
}

#[test]
fn large_and_typed_objects_are_scanned() {
    run_main(|g| unsafe {
        let elem = leak(desc(Kind::Struct, 40, &[1, 3], false));
        for count in [5usize, 20, 100, 3000] {
            let array = allocate::object(g, 40 * count, elem).cast::<usize>();
            for i in 0..count {
                for (word, value) in [(1, 7), (3, 9)] {
                    let p = allocate::rt_new(g, node()).cast::<usize>();
                    *p.add(2) = i * 100 + value;
                    *array.add(i * 5 + word) = p as usize;
                    // The other words are not pointers: this one must not keep anything alive, nor confuse anybody.
                    *array.add(i * 5) = p as usize + 8;
                }
            }
            collect::collect_forced(g);
            for _ in 0..2000 {
                let p = allocate::rt_new(g, node()).cast::<usize>();
                *p.add(2) = 0xbad;
            }
            for i in 0..count {
                assert_eq!(*(*array.add(i * 5 + 1) as *const usize).add(2), i * 100 + 7);
                assert_eq!(*(*array.add(i * 5 + 3) as *const usize).add(2), i * 100 + 9);
            }
            core::hint::black_box(array);
        }
    });
}

#[test]
fn interior_pointers_keep_objects() {
    run_main(|g| unsafe {
        let inner = {
            let p = allocate::bytes(g, 5000);
            p.write_bytes(42, 5000);
            p.add(4999)
        };
        collect::collect_forced(g);
        for _ in 0..200 {
            allocate::bytes(g, 5000).write_bytes(1, 5000);
        }
        assert_eq!(*inner, 42);
    });
}

#[test]
fn weak_handles_and_cleanups() {
    thread_local!(static RAN: core::cell::Cell<u32> = const { core::cell::Cell::new(0) });
    run_main(|g| unsafe {
        #[inline(never)]
        unsafe fn make(g: *mut G, keep: bool) -> (usize, *mut u8) {
            unsafe {
                let p = allocate::rt_new(g, node());
                let cleanup = closure(|_| RAN.with(|r| r.set(r.get() + 1)));
                special::add_cleanup(p as usize, cleanup as usize);
                (crate::system::rt_weak(g, p as usize), if keep { p } else { core::ptr::null_mut() })
            }
        }
        let mut handles = Vec::new();
        let keepers = allocate::object(g, 8 * 50, pointer_type()).cast::<usize>();
        let weak = allocate::object(g, 8 * 100, pointer_type()).cast::<usize>();
        for i in 0..100 {
            let (handle, p) = make(g, i % 2 == 0);
            *weak.add(i) = handle;
            if i % 2 == 0 {
                *keepers.add(i / 2) = p as usize;
            }
            handles.push(());
        }
        collect::collect_forced(g);
        collect::collect_forced(g);
        let alive = (0..100).filter(|&i| crate::system::rt_weak_load(g, *weak.add(i) as *const usize) != 0).count();
        assert!((50..60).contains(&alive), "{alive}");
        assert_eq!(RAN.with(core::cell::Cell::get) as usize, 100 - alive);
        core::hint::black_box(keepers);
    });
}

#[test]
fn copies_of_closures_keep_what_they_hold_while_they_are_known() {
    run_main(|g| unsafe {
        // This stack knows the object's address by its complement only.
        let (new, hidden) = start_holding(g);
        clear_stack();
        collect::collect_forced(g);
        assert!(is_there(hidden), "the goroutine has not started");
        forget_closure(new);
        clear_stack();
        collect::collect_forced(g);
        assert!(!is_there(hidden), "nothing points to the copy");
        goroutine::release(new);
    });
}

/// A goroutine in no queue with a copy of a closure that holds a new object, and the complement of that one's address.
#[inline(never)]
unsafe fn start_holding(g: *mut G) -> (*mut G, usize) {
    // SAFETY: g runs; the closure has four words.
    unsafe {
        let held = allocate::rt_new(g, node()) as usize;
        let mut closure = [0, 0, held, 0];
        let new = goroutine::create(closure.as_mut_ptr().cast(), 32, 1, 0);
        assert_eq!(*(((*new).closure_copy + 16) as *const usize), held);
        closure[2] = 0;
        core::hint::black_box(&closure);
        (new, !held)
    }
}

#[inline(never)]
fn is_there(hidden: usize) -> bool {
    allocate::find_object(!hidden).is_some()
}

/// Leaves a goroutine as if it had started and used its closure.
#[inline(never)]
unsafe fn forget_closure(new: *mut G) {
    // SAFETY: it is in no queue; the words are those of its stack that are in use.
    unsafe {
        (*new).closure = core::ptr::null_mut();
        core::ptr::write_bytes((*new).sp as *mut u8, 0, (*new).closure_copy - (*new).sp);
    }
}
