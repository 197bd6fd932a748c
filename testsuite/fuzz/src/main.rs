//! `golift-fuzz mutants` and `golift-fuzz programs`: see the crate's library.

use clap::{Parser, Subcommand};
use golift_fuzz::{mutants, programs};
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
}

fn main() -> ExitCode {
    let done = match Args::parse().task {
        Task::Mutants(config) => mutants::run(&config),
        Task::Programs(config) => programs::run(&config),
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
