//! Loops that start goroutines which are joined: as many as a group was told before, or as many as another loop receives from.

use super::joined::{Event, Finder, Meeting};
use crate::opt::simplify_cfg::constant;
use golift_ssa::{BinOp, BlockId, CmpOp, InstId, Loops, Op, Terminator, Ty, ValueDef, ValueId};

/// Two loops, one behind the other: the first starts goroutines, each of which sends once, the second receives at least as
/// often.
pub(super) struct Round {
    starts: usize,
    receives: usize,
}

impl Round {
    /// Whether a branch leaves the second loop.
    pub(super) fn is_over(&self, loops: &Loops, from: BlockId, to: BlockId) -> bool {
        loops.contains(self.receives, from) && !loops.contains(self.receives, to)
    }

    /// Whether a branch enters the first loop, or begins another iteration of the loop around both.
    pub(super) fn begins_again(&self, loops: &Loops, from: BlockId, to: BlockId) -> bool {
        let first = &loops.loops[self.starts];
        to == first.header && !loops.contains(self.starts, from) || first.parent.is_some_and(|p| loops.loops[p].header == to)
    }
}

impl Finder<'_> {
    /// The one `go` statement of a loop behind the block that runs `n` times at most, and whether it is met `n` times.
    pub(super) fn started_in_loop(&self, meeting: &Meeting, block: BlockId, n: ValueId) -> Option<(InstId, bool)> {
        let outer = self.loops.innermost(block);
        for (index, l) in self.loops.loops.iter().enumerate() {
            if self.irreducible || l.parent != outer || !self.dom.dominates(block, l.header) {
                continue;
            }
            let Some(bound) = self.bound(index).filter(|&bound| self.is_at_most(bound, n)) else { continue };
            // The header runs once more.
            let mut inside = self.uncounted(meeting).filter(|&(b, _)| b != l.header && self.loops.innermost(b) == Some(index));
            return inside.next().map(|(b, inst)| (inst, self.is_at_most(n, bound) && self.runs_always(index, b)));
        }
        None
    }

    /// The loops around the only `go` statement of a channel and around its only receive, with that statement.
    pub(super) fn round(&self, meeting: &Meeting, received: BlockId) -> Option<(InstId, Round)> {
        let mut starts = self.uncounted(meeting);
        let (Some((block, start)), None) = (starts.next(), starts.next()) else { return None };
        let round = Round { starts: self.loops.innermost(block)?, receives: self.loops.innermost(received)? };
        let [first, second] = [&self.loops.loops[round.starts], &self.loops.loops[round.receives]];
        // The header of the first loop runs once more.
        let holds = !self.irreducible
            && round.starts != round.receives
            && block != first.header
            && first.parent == second.parent
            && self.is_at_most(self.bound(round.starts)?, self.bound(round.receives)?)
            && self.runs_always(round.receives, received);
        holds.then_some((start, round))
    }

    /// The `go` statements of the routines that know a group or channel.
    fn uncounted(&self, meeting: &Meeting) -> impl Iterator<Item = (BlockId, InstId)> {
        let starts = meeting.members.iter().flat_map(|&(r, _)| &self.routines[r].starts).copied();
        starts.filter(|(_, inst)| meeting.events.get(inst) == Some(&Event::Started { counted: false }))
    }

    /// Whether a block is in every iteration of a loop that is left from its header only.
    fn runs_always(&self, index: usize, block: BlockId) -> bool {
        let l = &self.loops.loops[index];
        let leaves = |b: BlockId| {
            let term = &self.func.blocks[b].term;
            term.targets().is_empty() && *term != Terminator::Unreachable || term.targets().iter().any(|t| !self.loops.contains(index, t.block))
        };
        l.latches.iter().all(|&latch| self.dom.dominates(block, latch)) && l.blocks.iter().all(|&b| b == l.header || !leaves(b))
    }

    /// Up to what a loop counts from zero, the same in each iteration; it may end earlier.
    fn bound(&self, index: usize) -> Option<ValueId> {
        let func = self.func;
        let l = &self.loops.loops[index];
        let Terminator::Branch { cond, then, else_ } = &func.blocks[l.header].term else { return None };
        let ValueDef::Result(compared, 0) = func.values[*cond].def else { return None };
        let data = &func.insts[compared];
        if data.op != Op::Cmp(CmpOp::Slt) || self.loops.contains(index, else_.block) || !self.loops.contains(index, then.block) {
            return None;
        }
        let (count, bound) = (data.args[0], data.args[1]);
        let ValueDef::Param(header, at) = func.values[count].def else { return None };
        let is_inside = match func.values[bound].def {
            ValueDef::Param(block, _) => self.loops.contains(index, block),
            ValueDef::Result(inst, _) => l.blocks.iter().any(|&b| func.blocks[b].insts.contains(&inst)),
        };
        let counts = header == l.header
            && func.ty(bound) == Ty::I64
            && (!is_inside || constant(func, bound).is_some())
            && self.cfg.preds(header).iter().all(|&pred| {
                func.blocks[pred].term.targets().iter().filter(|t| t.block == header).all(|t| {
                    let value = t.args[at as usize];
                    if !self.loops.contains(index, pred) {
                        return constant(func, value) == Some(0);
                    }
                    let ValueDef::Result(sum, 0) = func.values[value].def else { return false };
                    let sum = &func.insts[sum];
                    sum.op == Op::Bin(BinOp::Add) && sum.args[0] == count && constant(func, sum.args[1]) == Some(1)
                })
            });
        counts.then_some(bound)
    }

    fn is_at_most(&self, bound: ValueId, n: ValueId) -> bool {
        bound == n || matches!((constant(self.func, bound), constant(self.func, n)), (Some(bound), Some(n)) if bound <= n)
    }
}
