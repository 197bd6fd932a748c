//! Typed AST → SSA → SSA with placements.
//!
//! - [`lower`]: the typed AST becomes an SSA module of the functions reachable from the entry.

pub mod lower;
