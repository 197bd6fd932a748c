//! Typed AST → SSA → optimised SSA with a placement for every allocation.
//!
//! [`lower::lower_program`] builds the module, [`optimize`] runs the pass table of [`pipeline`], in which escape
//! analysis is one pass.

pub mod escape;
pub mod gcmodel;
pub mod lower;
pub mod opt;
pub mod pipeline;
mod report_text;

pub use pipeline::{optimize, pass_names, run_pass};

/// Where values may live (`-escape`).
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum EscapePolicy {
    /// Every allocation site on the heap.
    Heap,
    /// The whole analysis.
    #[default]
    Full,
}

/// How the middle end works.
#[derive(Clone, Debug, Default)]
pub struct MiddleConfig {
    /// The placement policy.
    pub escape: EscapePolicy,
    /// Run the optimising passes; placement happens in any case.
    pub optimize: bool,
    /// Stop after the pass of this name (`-emit=ssa:PASS`).
    pub stop_after: Option<String>,
    /// Run the verifier between passes.
    pub verify: bool,
}
