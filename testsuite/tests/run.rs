//! Every run program in every mode.

use golift_testsuite::{Mode, check_folder};

const FOLDERS: [&str; 6] = ["run", "std", "escape", "gc", "fixedbugs", "go1_20_to_27"];

fn check(mode: Mode) {
    for folder in FOLDERS {
        check_folder(folder, mode);
    }
}

#[test]
fn jit() {
    check(Mode::Jit);
}

#[test]
fn aot() {
    check(Mode::Aot);
}

#[test]
fn opt_none() {
    check(Mode::OptNone);
}

#[test]
fn escape_heap() {
    check(Mode::EscapeHeap);
}

#[test]
fn escape_gc() {
    check(Mode::EscapeGc);
}

#[test]
fn gc_stress() {
    check(Mode::GcStress);
}
