//! Tasks of the repository: `cargo run -p xtask -- TASK`.
//!
//! `conformance` runs the official project's test directory; see `conformance.rs`. `model` compares `-m` line by line; see
//! `model.rs`. `generate` writes a large program, `facts` tables about the standard library.

mod action;
mod conformance;
mod constraint;
mod errors;
mod exec;
mod facts;
mod generate;
mod known;
mod model;
mod model_report;
mod recipe;
mod report;
mod toolchain;

use clap::{Parser, Subcommand};
use std::process::ExitCode;

#[derive(Parser)]
#[command(name = "xtask", about = "Tasks of the golift repository")]
struct Args {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Run the official project's test directory and compare with the list of known failures.
    Conformance(conformance::Config),
    /// Compare the model of the official compiler's decisions with what the official compiler prints.
    Model(model::Config),
    /// Write a large program of ordinary style, to measure the speed of parsing and checking.
    Generate(generate::Config),
    /// Measure the tables of the standard library's inlining costs, parameter tags and inlined calls with the official toolchain.
    Facts(facts::Config),
}

fn main() -> ExitCode {
    let done = match Args::parse().task {
        Task::Conformance(config) => conformance::run(&config),
        Task::Model(config) => model::run(&config),
        Task::Generate(config) => generate::run(&config).map(|()| true),
        Task::Facts(config) => facts::run(&config).map(|()| true),
    };
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(message) => {
            eprintln!("xtask: {message}");
            ExitCode::from(2)
        }
    }
}
