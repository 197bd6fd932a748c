//! Fuzzing of the compiler.
//!
//! [`targets`] says what is done with an input; cargo-fuzz (`fuzz/`) and [`mutants`], which needs no special toolchain, give
//! inputs. [`generate`] makes valid programs of a seed, and [`programs`] compares what they do in several modes of golift and,
//! when `GO` names one, under an official toolchain. [`pointers`] does the same against the escape analysis, with programs of its own kind.

pub mod generate;
pub mod mutants;
pub mod mutate;
pub mod pointers;
pub mod program_args;
pub mod programs;
pub mod rng;
pub mod targets;
mod text;
