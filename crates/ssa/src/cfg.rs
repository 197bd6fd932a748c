//! The control-flow graph of a function: predecessors and orders of its blocks.
//!
//! The recovery block has no predecessor in the code: it counts as a successor of the entry block,
//! so that it is reachable and the entry dominates it.

use crate::entities::BlockId;
use crate::func::Func;
use cranelift_entity::SecondaryMap;

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
        // An explicit stack of (block, next successor): functions can have very many blocks.
        let mut stack = vec![(func.entry(), 0)];
        seen[func.entry()] = true;
        while let Some((block, next)) = stack.last_mut() {
            let succ = successor(func, *block, *next);
            *next += 1;
            match succ {
                Some(s) if !seen[s] => {
                    seen[s] = true;
                    stack.push((s, 0));
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
                if !preds[s].contains(&block) {
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

fn successor(func: &Func, block: BlockId, n: usize) -> Option<BlockId> {
    let targets = func.blocks[block].term.targets();
    if n < targets.len() {
        return Some(targets[n].block);
    }
    if n == targets.len() && block == func.entry() { func.recover_block } else { None }
}

/// The successors of a block, the recovery block for the entry included; a target may occur twice.
pub fn successors(func: &Func, block: BlockId) -> impl Iterator<Item = BlockId> {
    (0..).map_while(move |n| successor(func, block, n))
}
