//! Optimising passes: a file a pass, run from the table in `pipeline`.

pub mod bounds_checks;
pub mod captured_closures;
pub mod closure_calls;
pub(crate) mod closure_results;
mod constant_params;
pub mod dead_code;
pub mod decide_calls;
pub mod devirtualize;
mod fold_constants;
pub mod forward_loads;
pub mod inline;
pub mod inline_wrappers;
pub mod keep_allocations;
pub mod partial_escape;
pub mod promote;
pub mod reduce_strength;
pub(crate) mod rewrite;
pub mod share_boxes;
pub mod simplify_cfg;
pub mod sink_allocations;
pub mod specialize;
pub mod unused_functions;
