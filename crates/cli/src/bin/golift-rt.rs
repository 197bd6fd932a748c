//! The runtime as an executable of its own: `golift build` appends a program to a copy of it.
//!
//! Without a program it says so and exits with status 2.

use std::os::unix::ffi::OsStringExt;

fn main() {
    let Some(program) = golift_runtime::image_program() else {
        eprintln!("golift-rt is the runtime that golift build puts into executables; it has no program of its own");
        std::process::exit(2);
    };
    let args: Vec<Vec<u8>> = std::env::args_os().map(OsStringExt::into_vec).collect();
    // SAFETY: the image driver has added a complete program to this file and written its address into the slot.
    let code = unsafe { golift_runtime::run_program(program, &args, golift_runtime::RunConfig::default()) };
    golift_runtime::write_counts();
    std::process::exit(code);
}
