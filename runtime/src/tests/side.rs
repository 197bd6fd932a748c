//! The side stack: slots, what stays below the top, the way to the heap, the builtins, stress mode.

use super::*;
use crate::channel::{rt_chanrecv, rt_chansend, rt_side_makechan};
use crate::goroutine;
use crate::heap::HEAP;
use crate::heap::allocate::find_object;
use crate::heap::collect::collect_forced;
use crate::map::builtin::{rt_mapaccess64, rt_mapassign64, rt_side_makemap};
use crate::side::{self, rt_side_alloc, rt_side_enter};
use crate::slice::{rt_growslice, rt_side_makeslice};
use crate::text::{rt_bytes_to_string, rt_concat, rt_rune_to_string, rt_side_string_to_runes, rt_string_to_bytes};
use golift_abi::goroutine::{ON_SIDE, SIDE_LIMIT_MIN, SIDE_OBJECT, SIDE_SHARE, SIDE_SLOT};

/// What the code of an owner does around its body.
unsafe fn owner<R>(g: *mut G, body: impl FnOnce() -> R) -> R {
    // SAFETY: g runs; its head is what compiled code works on.
    unsafe {
        let own = if (*g).head.side_limit < SIDE_LIMIT_MIN as usize {
            rt_side_enter(g)
        } else {
            let top = (*g).head.side_top;
            (top | (SIDE_SLOT as usize - 1)).min(top + SIDE_SHARE as usize)
        };
        let saved = ((*g).head.side_top, (*g).head.side_limit);
        (*g).head.side_limit = own;
        let result = body();
        ((*g).head.side_top, (*g).head.side_limit) = saved;
        result
    }
}

/// Stress mode without its collections.
fn stress() {
    let mut heap = HEAP.lock();
    heap.stress = u64::MAX;
    heap.stress_left = u64::MAX;
    side::start(true);
}

fn mallocs() -> u64 {
    crate::heap::statistics::snapshot()[3]
}

const BUFFER: *mut u8 = ON_SIDE as *mut u8;

/// A runtime whose side stacks are not under stress, so that what fits is there.
fn calm(body: impl Fn(*mut G) + Send + 'static) -> i32 {
    run_main(move |g| {
        side::start(false);
        body(g);
    })
}

#[test]
fn objects_go_when_their_owner_returns() {
    let code = calm(|g| unsafe {
        let ty = pointer_type();
        owner(g, || {
            let base = (*g).head.side_top;
            let outer = rt_side_alloc(g, ty, 8);
            for _ in 0..3 {
                let inner = owner(g, || {
                    let p = rt_side_alloc(g, ty, 24).cast::<u64>();
                    assert_eq!([*p, *p.add(1), *p.add(2)], [0; 3]);
                    p.write_bytes(0xff, 3);
                    p as usize
                });
                assert_eq!(inner, outer as usize + 8, "taken back");
            }
            assert_eq!(outer as usize, base);
            assert_eq!((*g).head.side_top, base + 8);
        });
        assert_eq!((*g).head.side_top, (*g).side_slot);
    });
    assert_eq!(code, 0);
}

#[test]
fn what_lies_there_is_a_root() {
    let code = calm(|g| unsafe {
        let address = owner(g, || {
            let holder = rt_side_alloc(g, pointer_type(), 8).cast::<usize>();
            // Hidden from the scan of this stack.
            *holder = crate::heap::allocate::rt_new(g, string_type()) as usize;
            let hidden = !*holder;
            collect_forced(g);
            assert!(find_object(!hidden).is_some(), "reachable from the side stack");
            hidden
        });
        // The memory of the owner is no root any more; a new one may not even see it.
        clear_stack();
        collect_forced(g);
        assert!(find_object(!address).is_none(), "freed with its owner");
    });
    assert_eq!(code, 0);
}

#[inline(never)]
pub(super) fn clear_stack() {
    let mut room = [0u64; 2048];
    core::hint::black_box(&mut room);
}

#[test]
fn without_room_it_is_the_heap() {
    let code = calm(|g| unsafe {
        owner(g, || {
            let before = mallocs();
            assert!(!side::contains(rt_side_alloc(g, int_type(), SIDE_OBJECT as usize + 8) as usize));
            assert_eq!(mallocs(), before + 1);
            let mut inside = 0;
            while side::contains(rt_side_alloc(g, int_type(), 1 << 10) as usize) {
                inside += 1;
            }
            assert_eq!(inside, SIDE_SHARE >> 10);
            // A new owner has a share of its own, up to the end of the slot.
            unsafe fn rest_of_slot(g: *mut G, rest: u64) {
                // SAFETY: g runs.
                unsafe {
                    owner(g, || {
                        let mut inside = 0;
                        while side::contains(rt_side_alloc(g, int_type(), 1 << 10) as usize) {
                            inside += 1;
                        }
                        if rest > SIDE_SHARE {
                            assert_eq!(inside, SIDE_SHARE >> 10);
                            rest_of_slot(g, rest - SIDE_SHARE);
                        } else {
                            assert_eq!(inside, (rest >> 10) - 1);
                            owner(g, || assert!(!side::contains(rt_side_alloc(g, int_type(), 1 << 10) as usize)));
                        }
                    });
                }
            }
            rest_of_slot(g, SIDE_SLOT - SIDE_SHARE);
            assert!(!side::contains(rt_side_makeslice(g, int_type(), 1 << 20, 1 << 20) as usize));
        });
    });
    assert_eq!(code, 0);
}

#[test]
fn builtins_put_their_results_there() {
    let code = calm(|g| unsafe {
        let before = mallocs();
        owner(g, || {
            let text = "a string of more than thirty-two bytes, żółw";
            let parts = [name(text), name("!")];
            let both = rt_concat(g, BUFFER, parts.as_ptr(), 2);
            assert!(side::contains(both.0 as usize));
            assert_eq!(crate::text::of(Str { ptr: both.0 as *const u8, len: both.1 as usize }), [text, "!"].concat().as_bytes());
            let bytes = rt_string_to_bytes(g, BUFFER, text.as_ptr(), text.len());
            assert_eq!(bytes.1, 48, "the capacity that a heap object would have");
            assert_eq!(core::slice::from_raw_parts(bytes.0 as *const u8, 48), [text.as_bytes(), &[0]].concat());
            let string = rt_bytes_to_string(g, BUFFER, bytes.0 as *const u8, text.len());
            assert!(side::contains(string.0 as usize) && string.0 != bytes.0);
            let mut cap = 0;
            let runes = rt_side_string_to_runes(g, text.as_ptr(), text.len(), &mut cap);
            assert!(side::contains(runes.0 as usize));
            assert_eq!(*(runes.0 as *const u32).add(runes.1 as usize - 1), u32::from('w'));
            assert!(side::contains(rt_rune_to_string(g, BUFFER, 0x4e16).0 as usize));
            // One part: itself, unless it is on a stack.
            let local = *b"local";
            let kept = rt_concat(g, core::ptr::null_mut(), parts.as_ptr(), 2);
            let one = [Str { ptr: kept.0 as *const u8, len: 5 }, name("")];
            assert_eq!(rt_concat(g, BUFFER, one.as_ptr(), 2).0, kept.0);
            let one = [Str { ptr: string.0 as *const u8, len: 5 }, name("")];
            let copy = rt_concat(g, BUFFER, one.as_ptr(), 2).0;
            assert!(copy != string.0 && side::contains(copy as usize));
            let one = [Str { ptr: local.as_ptr(), len: 5 }, name("")];
            assert!(side::contains(rt_concat(g, BUFFER, one.as_ptr(), 2).0 as usize));
            // Growth: doubling, old elements copied, the rest zero.
            let (mut p, mut cap) = (core::ptr::null_mut::<u64>(), 0);
            for n in 0..100 {
                if n == cap {
                    let grown = rt_growslice(g, int_type(), p.cast(), n, cap, n + 1, BUFFER.cast());
                    (p, cap) = (grown.0 as *mut u64, grown.1 as i64);
                    assert!(side::contains(p as usize));
                    assert!((n..cap).all(|i| *p.add(i as usize) == 0));
                }
                *p.add(n as usize) = n as u64;
            }
            assert!((0..100).all(|i| *p.add(i) == i as u64));
            let channel = rt_side_makechan(g, chan_type(string_type()), 5);
            for _ in 0..3 {
                rt_chansend(g, channel, (&raw const parts[0]).cast_mut().cast());
                let mut out = Str { ptr: core::ptr::null(), len: 0 };
                assert_eq!(rt_chanrecv(g, channel, (&raw mut out).cast()), 1);
                assert_eq!(out.ptr, text.as_ptr());
            }
        });
        assert_eq!(mallocs(), before + 1, "nothing else on the heap");
        // A result on the heap does not refer to what dies with the owner.
        owner(g, || {
            let string = rt_bytes_to_string(g, BUFFER, b"abc".as_ptr(), 3);
            let one = [Str { ptr: string.0 as *const u8, len: 3 }, name("")];
            let kept = rt_concat(g, core::ptr::null_mut(), one.as_ptr(), 2);
            assert!(!side::contains(kept.0 as usize));
        });
    });
    assert_eq!(code, 0);
}

#[test]
fn maps_grow_there_under_their_owner_only() {
    let code = calm(|g| unsafe {
        let ty = map_type(int_type(), int_type());
        let fill = |map, n: u64| (0..n).for_each(|k| *rt_mapassign64(g, ty, map, k).cast::<u64>() = k * k);
        let check = |map, n: u64| assert!((0..n).all(|k| *rt_mapaccess64(g, ty, map, k).cast::<u64>() == k * k));
        owner(g, || {
            let before = mallocs();
            let map = rt_side_makemap(g, ty, 0);
            assert!(side::contains(map as usize));
            owner(g, || fill(map, 8));
            assert_eq!(mallocs(), before, "eight entries have room from the start");
            fill(map, 200);
            check(map, 200);
            assert_eq!(mallocs(), before);
            assert!(side::contains((*map).entries as usize));
            // Under another owner, the arrays would go before the map.
            owner(g, || fill(map, 1000));
            check(map, 1000);
            assert!(!side::contains((*map).entries as usize));
            collect_forced(g);
            check(map, 1000);
            // Likewise in a loop that gives back what its iterations take, until the loop is over.
            let map = rt_side_makemap(g, ty, 0);
            fill(map, 20);
            let (mark, limit) = ((*g).head.side_top, (*g).head.side_limit);
            for _ in 0..3 {
                ((*g).head.side_top, (*g).head.side_limit) = (mark, mark + SIDE_SHARE as usize);
                let inner = rt_side_makemap(g, ty, 0);
                fill(inner, 50);
                check(inner, 50);
                assert!(side::contains((*inner).entries as usize));
                fill(map, 100);
            }
            assert!(!side::contains((*map).entries as usize));
            (*g).head.side_limit = limit;
            check(map, 100);
            let hinted = rt_side_makemap(g, ty, 100);
            let before = mallocs();
            owner(g, || fill(hinted, 100));
            assert_eq!(mallocs(), before);
            check(hinted, 100);
        });
    });
    assert_eq!(code, 0);
}

#[test]
fn slots_are_used_again() {
    let code = calm(|g| unsafe {
        for _ in 0..50 {
            for _ in 0..20 {
                go(g, |g| {
                    owner(g, || {
                        let p = rt_side_alloc(g, int_type(), 4096);
                        assert!(side::contains(p as usize));
                        schedule::yield_now(g);
                        assert_eq!(*p, 0);
                        *p = 1;
                    })
                });
            }
            schedule::yield_now(g);
            schedule::yield_now(g);
        }
        let mut slots: Vec<usize> = Vec::new();
        for _ in 0..3 {
            static SLOT: core::sync::atomic::AtomicUsize = core::sync::atomic::AtomicUsize::new(0);
            go(g, |g| owner(g, || SLOT.store((*g).side_slot, core::sync::atomic::Ordering::Relaxed)));
            while schedule_others(g) {}
            slots.push(SLOT.load(core::sync::atomic::Ordering::Relaxed));
        }
        assert!(slots[0] != 0 && slots.iter().all(|&s| s == slots[0]));
        collect_forced(g);
    });
    assert_eq!(code, 0);
}

/// Runs the other goroutines until they have ended; false then.
unsafe fn schedule_others(g: *mut G) -> bool {
    // SAFETY: g runs.
    unsafe {
        schedule::yield_now(g);
        crate::goroutine::REGISTRY.lock().live > 1
    }
}

#[test]
fn under_stress_freed_memory_is_poisoned() {
    let code = run_main(|g| unsafe {
        stress();
        owner(g, || {
            assert_eq!((*g).head.side_limit, 1, "a mark: how many owners are active");
            let p = (0..2).find_map(|_| {
                let p = owner(g, || rt_side_alloc(g, int_type(), 8).cast::<u64>());
                side::contains(p as usize).then_some(p)
            });
            let p = p.expect("at least one of two is there");
            assert_eq!(*p, 0);
            collect_forced(g);
            assert_eq!(*p, 0xdbdb_dbdb_dbdb_dbdb);
            let on_heap = (0..80).filter(|_| !side::contains(rt_side_alloc(g, int_type(), 8) as usize)).count();
            assert_eq!(on_heap, 10, "every eighth object");
        });
    });
    assert_eq!(code, 0);
}

#[test]
fn under_stress_the_heap_is_checked() {
    let code = run_main(|g| unsafe {
        stress();
        owner(g, || {
            let target = (0..2).map(|_| side::take(g, 8, 0)).max().unwrap_or_default() as usize;
            assert!(side::contains(target));
            let exempt = side::frame_object(g, 8, pointer_type(), 0).cast::<usize>();
            *exempt = target;
            collect_forced(g);
            assert_eq!(*exempt, target);
            let holder = crate::heap::allocate::rt_new(g, pointer_type()).cast::<usize>();
            *holder = target;
            let found = HEAP.lock().violation();
            assert!(found.is_some_and(|text| text.contains("in a side stack")));
            *holder = 0;
            *exempt = 0;
        });
        clear_stack();
        collect_forced(g);
        assert!(HEAP.lock().frame_lived.is_empty(), "forgotten when it dies");
        HEAP.lock().stress = 0;
    });
    assert_eq!(code, 0);
}

#[test]
fn under_stress_closures_of_new_goroutines_are_checked() {
    let code = run_main(|g| unsafe {
        stress();
        let in_frame = [0usize; 2];
        collect_forced(g);
        let started = |closure: usize| {
            let new = goroutine::create(closure as *mut _, 0, 1, 0);
            let found = HEAP.lock().violation();
            goroutine::release(new);
            found
        };
        assert_eq!(started(in_frame.as_ptr() as usize), None);
        let found = started((*g).sp - 64);
        assert!(found.is_some_and(|text| text.contains("in a frame that was left")));
        owner(g, || {
            let there = side::take(g, 8, 0).max(side::take(g, 8, 0)) as usize;
            assert!(side::contains(there));
            assert_eq!(started(there), None);
            assert!(started((*g).head.side_top + 64).is_some());
        });
        HEAP.lock().stress = 0;
    });
    assert_eq!(code, 0);
}
