//! Maps agree with a model under random operations, and iteration keeps its promises.

use super::*;
use crate::map::builtin::*;
use crate::map::Map;
use crate::text;
use golift_abi::MapIter;
use std::collections::{BTreeMap, BTreeSet};

fn iterator() -> MapIter {
    MapIter { key: core::ptr::null_mut(), elem: core::ptr::null_mut(), state: [0; 14] }
}

struct Random(u64);
impl Random {
    fn next(&mut self, n: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        (self.0 >> 33) % n
    }
}

#[test]
fn integers_agree_with_a_model() {
    run_main(|g| unsafe {
        let ty = map_type(int_type(), int_type());
        let map = rt_makemap(g, ty, 0);
        let mut model = BTreeMap::new();
        let mut random = Random(1);
        for step in 0..if stressed() { 3000 } else { 300_000 } {
            let key = random.next(if step % 5000 < 2500 { 50 } else { 3000 });
            match random.next(5) {
                0..=2 => {
                    *rt_mapassign64(g, ty, map, key).cast::<u64>() = step;
                    model.insert(key, step);
                }
                3 => {
                    rt_mapdelete(g, ty, map, (&raw const key).cast());
                    model.remove(&key);
                }
                _ => {
                    let p = rt_mapaccess(g, ty, map, (&raw const key).cast()).cast::<u64>();
                    assert_eq!(p.as_ref(), model.get(&key));
                }
            }
            assert_eq!((*map).count, model.len());
            if step % 40_000 == 39_999 {
                rt_mapclear(g, ty, map);
                model.clear();
            }
        }
        let mut seen = BTreeMap::new();
        let mut it = iterator();
        rt_mapiterinit(g, ty, map, &mut it);
        while !it.key.is_null() {
            assert!(seen.insert(*it.key.cast::<u64>(), *it.elem.cast::<u64>()).is_none());
            rt_mapiternext(g, &mut it);
        }
        assert_eq!(seen, model);
        core::hint::black_box(map);
    });
}

#[test]
fn strings_live_in_the_heap() {
    run_main(|g| unsafe {
        let ty = map_type(string_type(), string_type());
        let map = rt_makemap(g, ty, 100);
        let n = if stressed() { 200 } else { 20_000 };
        for i in 0..n {
            let key = text::from_rust(g, format!("key number {i}").as_bytes());
            let elem = rt_mapassignstr(g, ty, map, key.ptr, key.len).cast::<Str>();
            // Allocating here must not lose the map, nor the element that has not been stored yet.
            *elem = Str { ptr: core::ptr::null(), len: 0 };
            let value = text::from_rust(g, format!("value {i}").as_bytes());
            *rt_mapassignstr(g, ty, map, key.ptr, key.len).cast::<Str>() = value;
        }
        for i in 0..n {
            let key = format!("key number {i}");
            let p = rt_mapaccessstr(g, ty, map, key.as_ptr(), key.len()).cast::<Str>();
            assert_eq!(text::of(*p), format!("value {i}").as_bytes());
        }
        assert!(rt_mapaccessstr(g, ty, map, c"nope".as_ptr().cast(), 4).is_null());
        core::hint::black_box(map);
    });
}

/// Mutates while iterating: no entry twice unless it was deleted and made anew, no deleted entry, all untouched entries.
#[test]
fn iteration_survives_mutation() {
    run_main(|g| unsafe {
        let ty = map_type(int_type(), int_type());
        let mut random = Random(7);
        for round in 0..if stressed() { 40 } else { 2000 } {
            let map: *mut Map = rt_makemap(g, ty, 0);
            let n = random.next(200);
            let mut present = BTreeSet::new();
            for key in 0..n {
                *rt_mapassign64(g, ty, map, key).cast::<u64>() = key;
                present.insert(key);
            }
            let start = present.clone();
            let mut touched = BTreeSet::new();
            let mut seen = BTreeSet::new();
            let mut it = iterator();
            rt_mapiterinit(g, ty, map, &mut it);
            let mut steps = 0;
            while !it.key.is_null() {
                let key = *it.key.cast::<u64>();
                assert!(present.contains(&key), "round {round}: deleted {key}");
                assert!(seen.insert(key) || touched.contains(&key), "round {round}: {key} twice");
                steps += 1;
                for _ in 0..random.next(4) {
                    let key = random.next(400);
                    if random.next(2) == 0 && steps < 300 {
                        *rt_mapassign64(g, ty, map, key).cast::<u64>() = key;
                        if present.insert(key) {
                            touched.insert(key);
                        }
                    } else {
                        rt_mapdelete(g, ty, map, (&raw const key).cast());
                        if present.remove(&key) {
                            touched.insert(key);
                        }
                    }
                }
                rt_mapiternext(g, &mut it);
            }
            for key in start {
                assert!(touched.contains(&key) || seen.contains(&key), "round {round}: {key} missed");
            }
        }
    });
}

#[test]
fn not_a_number_is_never_found_but_iterated() {
    run_main(|g| unsafe {
        let ty = map_type(float_type(), int_type());
        let map = rt_makemap(g, ty, 0);
        for i in 0..100u64 {
            let key = if i % 2 == 0 { f64::NAN } else { i as f64 };
            *rt_mapassign(g, ty, map, (&raw const key).cast()).cast::<u64>() = i;
        }
        let zero = -0.0f64;
        *rt_mapassign(g, ty, map, (&raw const zero).cast()).cast::<u64>() = 777;
        let zero = 0.0f64;
        assert_eq!(*rt_mapaccess(g, ty, map, (&raw const zero).cast()).cast::<u64>(), 777);
        let nan = f64::NAN;
        assert!(rt_mapaccess(g, ty, map, (&raw const nan).cast()).is_null());
        let mut it = iterator();
        rt_mapiterinit(g, ty, map, &mut it);
        let mut values = BTreeSet::new();
        while !it.key.is_null() {
            assert!(values.insert(*it.elem.cast::<u64>()));
            if values.len() == 3 {
                // Growth in the middle: NaN entries must still come.
                for i in 1000..1100u64 {
                    let key = i as f64;
                    *rt_mapassign(g, ty, map, (&raw const key).cast()).cast::<u64>() = i;
                }
            }
            rt_mapiternext(g, &mut it);
        }
        assert!((0..100).all(|i| values.contains(&i)));
        core::hint::black_box(map);
    });
}
