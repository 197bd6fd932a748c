//! The golift command: flags and printing only.

mod bench;
mod escape;
mod flags;
mod help;
mod run;
mod test;
mod tool;
mod vet;

use std::process::ExitCode;

/// The compiler makes millions of small objects; this allocator takes half the time of the system's.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args_os().skip(1).map(|a| a.to_string_lossy().into_owned()).collect();
    // A panic was reported by its hook; the status is the one of an internal error.
    let done = std::panic::catch_unwind(|| golift_base::with_deep_stack(|| run::dispatch(&args)));
    let Ok(action) = done else { return ExitCode::from(2) };
    action.finish()
}
