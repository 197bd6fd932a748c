//! Why objects escape: ids that the graph notes while a function is solved, of which reports make reason chains.
//!
//! An object's cause names the instruction, the object whose escape took it along, and for what a callee does the
//! phantom in the callee's summary, whose own cause stands in the callee's graph. Causes are ids only and no part of
//! summaries: which of several causes was found first must not keep a component from its fixed point.

use super::graph::Obj;
use golift_ssa::{FuncId, InstId, LocId};

/// An instruction of the function that is being solved.
#[derive(Clone, Copy, Default, Debug)]
pub(crate) struct Here {
    /// The instruction; `None` for the terminator of a block.
    pub(crate) inst: Option<InstId>,
    /// Where it stands, with the calls that were inlined.
    pub(crate) loc: Option<LocId>,
    /// While the summary of a callee is applied: the callee.
    pub(crate) callee: Option<FuncId>,
    /// And the phantom in its summary.
    pub(crate) phantom: u32,
}

impl Here {
    /// An instruction or terminator.
    pub(crate) fn at(inst: Option<InstId>, loc: Option<LocId>) -> Here {
        Here { inst, loc, callee: None, phantom: 0 }
    }
}

/// Why an object escaped, beside the reason in words.
#[derive(Clone, Copy, Default, Debug)]
pub(crate) struct Cause {
    /// The instruction.
    pub(crate) here: Here,
    /// The object that points to this one and escaped, or outlives the function.
    pub(crate) holder: Option<Obj>,
}
