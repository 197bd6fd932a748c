//! Tests of the runtime without compiled code: goroutines run Rust functions, descriptors are made by hand.
//!
//! `GOLIFT_GCSTRESS=n cargo test -p golift-runtime` runs them with a collection at every n-th allocation.

mod channels;
mod collector;
mod maps;
mod scheduling;
mod side;
mod stacks;

use crate::goroutine::G;
use crate::{heap, program, run, schedule, worker};
use golift_abi::typedesc::{
    ChanType, FLAG_COMPARABLE, FLAG_REGULAR_MEMORY, Kind, MapType, PointerType, TypeDesc,
};
use golift_abi::{DeferClosure, Str};
use std::sync::Mutex;

static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());

#[repr(C)]
struct Entry {
    head: DeferClosure,
    body: Box<dyn Fn(*mut G)>,
}

unsafe extern "C" fn enter(context: *mut DeferClosure, g: *mut G) {
    // SAFETY: tests only make closures that are the head of an Entry.
    unsafe { ((*context.cast::<Entry>()).body)(g) }
}

fn closure(body: impl Fn(*mut G) + 'static) -> *mut DeferClosure {
    let head = DeferClosure { code: enter as *const u8, link: core::ptr::null_mut() };
    Box::into_raw(Box::new(Entry { head, body: Box::new(body) })).cast()
}

/// Runs `body` as the main goroutine of a fresh runtime; the exit status.
pub(crate) fn run_main(body: impl Fn(*mut G) + Send + 'static) -> i32 {
    let _guard = ONE_AT_A_TIME.lock().unwrap_or_else(|e| e.into_inner());
    std::thread::spawn(move || {
        program::set(core::ptr::null());
        heap::start(0);
        // SAFETY: one runtime at a time.
        unsafe { run::run_goroutine(closure(body)) }
    })
    .join()
    .unwrap()
}

/// Starts another goroutine.
pub(crate) fn go(g: *mut G, body: impl Fn(*mut G) + 'static) {
    // SAFETY: g runs.
    unsafe { schedule::spawn(worker::of(g), closure(body), (*g).id, 0, false) };
}

pub(crate) fn stressed() -> bool {
    std::env::var("GOLIFT_GCSTRESS").is_ok()
}

pub(crate) fn name(text: &'static str) -> Str {
    Str { ptr: text.as_ptr(), len: text.len() }
}

/// A descriptor; `pointers` are word indices.
pub(crate) fn desc(kind: Kind, size: usize, pointers: &[usize], regular: bool) -> TypeDesc {
    let mut mask = vec![0u8; size / 64 + 1];
    for &word in pointers {
        mask[word / 8] |= 1 << (word % 8);
    }
    let empty = name("");
    TypeDesc {
        size,
        ptrdata: pointers.iter().max().map_or(0, |w| w * 8 + 8),
        hash: 1,
        flags: FLAG_COMPARABLE | if regular { FLAG_REGULAR_MEMORY } else { 0 },
        align: 8,
        kind: kind as u8,
        pad: 0,
        gcmask: Box::leak(mask.into_boxed_slice()).as_ptr(),
        string: name("test"),
        ptr_to: core::ptr::null(),
        uncommon: core::ptr::null(),
        name: empty,
    }
}

pub(crate) fn leak<T>(value: T) -> &'static T {
    Box::leak(Box::new(value))
}

pub(crate) fn int_type() -> &'static TypeDesc {
    leak(desc(Kind::Int, 8, &[], true))
}

pub(crate) fn string_type() -> &'static TypeDesc {
    leak(desc(Kind::String, 16, &[0], false))
}

pub(crate) fn float_type() -> &'static TypeDesc {
    leak(desc(Kind::Float64, 8, &[], false))
}

pub(crate) fn pointer_type() -> &'static TypeDesc {
    let elem = int_type();
    &leak(PointerType { head: desc(Kind::Pointer, 8, &[0], true), elem }).head
}

pub(crate) fn chan_type(elem: &'static TypeDesc) -> &'static ChanType {
    leak(ChanType { head: desc(Kind::Chan, 8, &[0], true), elem, dir: 3 })
}

pub(crate) fn map_type(key: &'static TypeDesc, elem: &'static TypeDesc) -> &'static MapType {
    let mut pointers = vec![];
    if key.ptrdata != 0 {
        pointers.push(0);
    }
    if elem.ptrdata != 0 {
        pointers.push(key.size / 8);
    }
    let slot = leak(desc(Kind::Struct, key.size + elem.size, &pointers, false));
    leak(MapType { head: desc(Kind::Map, 8, &[0], false), key, elem, slot, elem_offset: key.size, hash_might_panic: 0 })
}

/// Resident memory of this process in bytes.
pub(crate) fn resident() -> usize {
    let text = std::fs::read_to_string("/proc/self/statm").unwrap_or_default();
    text.split(' ').nth(1).and_then(|n| n.parse::<usize>().ok()).unwrap_or(0) * 4096
}
