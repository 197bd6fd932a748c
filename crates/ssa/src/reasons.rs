//! What the escape analysis says to people: the ways by which values escape, and what functions do to their parameters.
//!
//! The analysis fills it only when a report was asked for; no pass reads it and the text form does not keep it.

use crate::entities::{FuncId, SiteId};
use golift_base::Pos;
use std::sync::Arc;

/// A step of the way by which a value escapes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FlowStep {
    /// What holds the value after the step: a variable, an object, `{heap}`.
    pub to: String,
    /// The value.
    pub from: String,
    /// What happens: `stored in &T{...}`, `passed to main.f`, `returned`.
    pub why: String,
    /// Where.
    pub pos: Pos,
    /// The function that the source stands in.
    pub func: Arc<str>,
    /// Where that function was inlined, innermost call first.
    pub inlined: Vec<Pos>,
}

/// What a function does to a parameter.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Leak {
    /// Where the parameter is declared.
    pub pos: Pos,
    /// Its name.
    pub name: String,
    /// The function.
    pub func: FuncId,
    /// The line of the report: `leaking param: p`, `p does not escape`.
    pub text: String,
    /// How it gets to the heap, if it does.
    pub flow: Vec<FlowStep>,
}

/// What the analysis says.
#[derive(Clone, Default, Debug)]
pub struct Reasons {
    /// For sites on the heap the way there, in the order of the functions' code.
    pub flows: Vec<(SiteId, Vec<FlowStep>)>,
    /// For parameters that hold pointers what happens to them.
    pub leaks: Vec<Leak>,
}
