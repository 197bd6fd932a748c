//! The golift command: flags and printing only.

mod flags;
mod help;
mod run;

use std::process::ExitCode;

fn main() -> ExitCode {
    // Deeply nested programs recurse deeply in the checker and in lowering; the stack is reserved, not used.
    let worker = std::thread::Builder::new().name("golift".into()).stack_size(4 << 30);
    let args: Vec<String> = std::env::args_os().skip(1).map(|a| a.to_string_lossy().into_owned()).collect();
    let done = worker.spawn(move || run::dispatch(&args)).expect("a thread for the compiler can be started");
    let action = match done.join() {
        Ok(action) => action,
        Err(_) => return ExitCode::from(2),
    };
    action.finish()
}
