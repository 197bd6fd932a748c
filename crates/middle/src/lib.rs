//! Typed AST → SSA → optimised SSA with a placement for every allocation.
//!
//! [`lower::lower_program`] builds the module, [`optimize`] runs the pass table of [`pipeline`], in which escape
//! analysis is one pass.

pub mod escape;
pub mod gcmodel;
pub mod lower;
pub mod noalloc;
pub mod opt;
pub mod pipeline;
mod report_text;

use gcmodel::join::ModelVerdicts;
use std::sync::Arc;

pub use pipeline::{optimize, pass_names, run_pass};

/// Where values may live (`-escape`).
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum EscapePolicy {
    /// Every allocation site on the heap.
    Heap,
    /// What the official compiler allocates, on the heap; the rest where the analysis allows.
    Gc,
    /// The whole analysis.
    #[default]
    Full,
    /// The same, but what would be in frames is on the side stack, to test that.
    Side,
}

/// How the middle end works.
#[derive(Clone, Debug, Default)]
pub struct MiddleConfig {
    /// The placement policy.
    pub escape: EscapePolicy,
    /// What the official compiler would do, for [`EscapePolicy::Gc`].
    pub model: Option<Arc<ModelVerdicts>>,
    /// Run the optimising passes; placement happens in any case.
    pub optimize: bool,
    /// Stop after the pass of this name (`-emit=ssa:PASS`).
    pub stop_after: Option<String>,
    /// Say why sites are where they are (`Module::reasons`).
    pub explain: bool,
    /// Functions that nothing reaches stay: the module is not a program.
    pub whole_package: bool,
    /// Run the verifier between passes.
    pub verify: bool,
}
