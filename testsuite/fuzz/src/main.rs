//! `golift-fuzz mutants`, `golift-fuzz programs` and `golift-fuzz pointers`: see the crate's library.

use clap::{Parser, Subcommand};
use golift_fuzz::{mutants, pointers, programs};
use std::process::ExitCode;

#[derive(Parser)]
#[command(name = "golift-fuzz", about = "Fuzzing of the golift compiler")]
struct Args {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Parse, check and compile mutated sources; nothing may panic or hang.
    Mutants(mutants::Config),
    /// Generate valid programs and compare what they print in several modes, and under the toolchain that GO names.
    Programs(programs::Config),
    /// Generate programs that shuffle pointers and compare what they print under each escape policy, with the collector under stress.
    Pointers(pointers::Config),
}

fn main() -> ExitCode {
    let done = match Args::parse().task {
        Task::Mutants(config) => mutants::run(&config),
        Task::Programs(config) => programs::run(&config),
        Task::Pointers(config) => pointers::run(&config),
    };
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(message) => {
            eprintln!("golift-fuzz: {message}");
            ExitCode::from(2)
        }
    }
}
