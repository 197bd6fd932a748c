//! Why objects escape: ids that the graph notes while a function is solved, of which reports make reason chains.
//!
//! An object's cause names the instruction, the object whose escape took it along, and for what a callee does the
//! callee's phantom, whose own cause stands in the callee's summary. Causes are ids only, and never count when summaries
//! are compared: which of several causes was found first must not keep a component from its fixed point.

use super::graph::Obj;
use golift_ssa::{FuncId, LocId};

/// An instruction of the function that is being solved.
#[derive(Clone, Copy, Default, Debug)]
#[expect(dead_code, reason = "reports will read it")]
pub(crate) struct Here {
    /// Where it stands, with the calls that were inlined.
    pub(crate) loc: Option<LocId>,
    /// While the summary of a callee is applied: the callee.
    pub(crate) callee: Option<FuncId>,
    /// And the phantom in its summary.
    pub(crate) phantom: u32,
}

impl Here {
    /// An instruction by its location.
    pub(crate) fn at(loc: Option<LocId>) -> Here {
        Here { loc, callee: None, phantom: 0 }
    }
}

/// Why an object escaped, beside the reason in words.
#[derive(Clone, Copy, Default, Debug)]
#[expect(dead_code, reason = "reports will read it")]
pub(crate) struct Cause {
    /// The instruction.
    pub(crate) here: Here,
    /// The object that points to this one and escaped, or outlives the function.
    pub(crate) holder: Option<Obj>,
}

impl PartialEq for Cause {
    fn eq(&self, _: &Cause) -> bool {
        true
    }
}

impl Eq for Cause {}
