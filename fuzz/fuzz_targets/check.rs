//! The checker, with the embedded packages at hand.
#![no_main]

use golift_fuzz::targets::Library;
use std::cell::RefCell;

thread_local! {
    static LIBRARY: RefCell<Option<Library>> = const { RefCell::new(None) };
}

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    LIBRARY.with_borrow_mut(|library| {
        if library.as_ref().is_none_or(Library::is_used_up) {
            *library = Some(Library::new());
        }
        if let Some(library) = library {
            library.check(data);
        }
    });
});
