//! Lowering: typed AST → SSA module.
//!
//! Input: a checked [`World`] without errors and the main package. Output: a [`Module`] with every function that is
//! reachable from the entry, static data, descriptors and sites; no placements yet.
//!
//! Invariants:
//! - Only what is reachable is lowered: [`ModuleBuilder::func`] enqueues a body on first use, and methods that only
//!   interface calls can reach get code when a reachable call may reach them (`reach.rs`).
//! - Everything is keyed by canonical types: one descriptor, layout and function for all identical types.
//! - The order of ids is the order of first use, which depends on the source alone.

pub mod append;
pub mod assign;
pub mod binary;
pub mod body;
pub mod builder;
pub mod builtin_call;
pub mod call;
pub mod callconv;
pub mod captures;
pub mod captures_expr;
mod captures_loop;
pub mod captures_range;
pub mod chan;
pub mod closure;
pub mod compare;
pub mod composite;
pub mod const_value;
pub mod convert;
pub mod defer;
pub mod env;
pub mod expr;
pub mod for_stmt;
pub mod func;
pub mod index;
pub mod init;
pub mod intrinsics;
pub mod keys;
mod linkname;
pub mod map;
pub mod module;
pub mod place;
pub mod print;
pub mod range;
pub mod range_func;
pub mod reach;
pub mod repr;
pub mod return_stmt;
pub mod select;
pub mod slice;
pub mod static_data;
pub mod static_write;
pub mod stmt;
pub mod string;
pub mod switch;
pub mod text;
pub mod typedesc;
pub mod typedesc_parts;
pub mod typeswitch;
pub mod value;
pub mod variadic;
pub mod wrapper_body;
pub mod wrappers;

pub use callconv::{FlatSig, Lead, Pass};
pub use keys::{Env, FuncKey, LitInfo};
pub use module::ModuleBuilder;
pub use repr::{Component, Repr};

use golift_base::{Diagnostics, SourceMap};
use golift_ssa::Module;
use golift_types::{PkgId, World};

/// What lowering can be told.
#[derive(Clone, Debug, Default)]
pub struct LowerConfig {
    /// Keep the exported methods of all types that are converted to interfaces, even if no call reaches them.
    pub keep_exported_methods: bool,
    /// Lower all functions and methods of the main package, whether or not anything reaches them, and accept functions
    /// without body: they are written in another language.
    pub whole_package: bool,
}

/// Lowers the program whose command is `main_pkg`. Errors are constructs that are not supported.
pub fn lower_program(world: &World, sources: &SourceMap, main_pkg: PkgId, config: &LowerConfig) -> Result<Module, Diagnostics> {
    let work = || {
        let mut mb = ModuleBuilder::new(world, sources, main_pkg, config.clone());
        mb.run();
        if mb.diagnostics.is_empty() { Ok(mb.module) } else { Err(mb.diagnostics) }
    };
    golift_base::with_deep_stack(work)
}
