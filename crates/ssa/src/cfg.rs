//! The control-flow graph of a function: predecessors and orders of its blocks.
//!
//! The recovery block has no predecessor in the code: it counts as a successor of the entry block,
//! so that it is reachable and the entry dominates it.

use crate::entities::BlockId;
use crate::func::Func;
use cranelift_entity::SecondaryMap;
use smallvec::SmallVec;

/// Predecessors and reverse postorder of the reachable blocks.
#[derive(Clone, Debug)]
pub struct Cfg {
    preds: SecondaryMap<BlockId, Vec<BlockId>>,
    order: Vec<BlockId>,
    /// Position in `order` plus one; 0: unreachable.
    number: SecondaryMap<BlockId, u32>,
}

impl Cfg {
    /// Computes the graph.
    pub fn compute(func: &Func) -> Cfg {
        let mut seen: SecondaryMap<BlockId, bool> = SecondaryMap::new();
        let mut order = Vec::new();
        // An explicit stack of blocks and their other successors: functions can have very many blocks.
        let mut stack = vec![(func.entry(), successors(func, func.entry()))];
        seen[func.entry()] = true;
        while let Some((block, rest)) = stack.last_mut() {
            match rest.next() {
                Some(s) if !seen[s] => {
                    seen[s] = true;
                    stack.push((s, successors(func, s)));
                }
                Some(_) => {}
                None => {
                    order.push(*block);
                    stack.pop();
                }
            }
        }
        order.reverse();
        let mut preds: SecondaryMap<BlockId, Vec<BlockId>> = SecondaryMap::new();
        let mut number = SecondaryMap::new();
        for (i, &block) in order.iter().enumerate() {
            number[block] = i as u32 + 1;
            for s in successors(func, block) {
                // A block's edges come one after the other.
                if preds[s].last() != Some(&block) {
                    preds[s].push(block);
                }
            }
        }
        Cfg { preds, order, number }
    }

    /// The distinct reachable predecessors of a block.
    pub fn preds(&self, block: BlockId) -> &[BlockId] {
        &self.preds[block]
    }

    /// The reachable blocks in reverse postorder, the entry first.
    pub fn order(&self) -> &[BlockId] {
        &self.order
    }

    /// The position in [`Cfg::order`], if the block is reachable.
    pub fn number(&self, block: BlockId) -> Option<usize> {
        (self.number[block] as usize).checked_sub(1)
    }

    /// Whether the block can be reached from the entry.
    pub fn is_reachable(&self, block: BlockId) -> bool {
        self.number[block] != 0
    }
}

/// The successors of a block, the recovery block for the entry included; a target may occur twice.
pub fn successors(func: &Func, block: BlockId) -> impl Iterator<Item = BlockId> + use<> {
    let mut list: SmallVec<[BlockId; 2]> = func.blocks[block].term.targets().into_iter().map(|t| t.block).collect();
    if block == func.entry() {
        list.extend(func.recover_block);
    }
    list.into_iter()
}
