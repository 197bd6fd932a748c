//! Natural loops: the targets of back edges and the blocks that reach them.
//!
//! Irreducible cycles (by goto) have no header that dominates them and are not loops here.

use crate::cfg::Cfg;
use crate::dominators::Dominators;
use crate::entities::BlockId;
use crate::func::Func;
use cranelift_entity::SecondaryMap;

/// A natural loop.
#[derive(Clone, Debug)]
pub struct Loop {
    /// The only entry.
    pub header: BlockId,
    /// All blocks, the header first, those of inner loops included.
    pub blocks: Vec<BlockId>,
    /// Blocks that jump back to the header.
    pub latches: Vec<BlockId>,
    /// Index of the enclosing loop.
    pub parent: Option<usize>,
    /// 1 for an outermost loop.
    pub depth: u32,
}

/// All loops of a function, outer before inner.
#[derive(Clone, Debug)]
pub struct Loops {
    /// The loops.
    pub loops: Vec<Loop>,
    innermost: SecondaryMap<BlockId, Option<u32>>,
}

impl Loops {
    /// Finds the loops.
    pub fn compute(_func: &Func, cfg: &Cfg, dom: &Dominators) -> Loops {
        let mut loops = Vec::new();
        // Headers in reverse postorder: an outer header comes before an inner one.
        for &header in cfg.order() {
            let latches: Vec<BlockId> = cfg.preds(header).iter().copied().filter(|&p| dom.dominates(header, p)).collect();
            if latches.is_empty() {
                continue;
            }
            let mut inside: SecondaryMap<BlockId, bool> = SecondaryMap::new();
            inside[header] = true;
            let mut blocks = vec![header];
            let mut work = latches.clone();
            while let Some(b) = work.pop() {
                if !inside[b] {
                    inside[b] = true;
                    blocks.push(b);
                    work.extend(cfg.preds(b).iter().copied().filter(|&p| cfg.is_reachable(p)));
                }
            }
            loops.push(Loop { header, blocks, latches, parent: None, depth: 1 });
        }
        let mut innermost: SecondaryMap<BlockId, Option<u32>> = SecondaryMap::new();
        for i in 0..loops.len() {
            let header = loops[i].header;
            loops[i].parent = innermost[header].map(|p| p as usize);
            loops[i].depth = loops[i].parent.map_or(1, |p| loops[p].depth + 1);
            for b in loops[i].blocks.clone() {
                innermost[b] = Some(i as u32);
            }
        }
        Loops { loops, innermost }
    }

    /// The innermost loop around a block.
    pub fn innermost(&self, block: BlockId) -> Option<usize> {
        self.innermost[block].map(|i| i as usize)
    }

    /// The loops around a block, from the innermost to the outermost.
    pub fn around(&self, block: BlockId) -> impl Iterator<Item = usize> {
        std::iter::successors(self.innermost(block), |&index| self.loops[index].parent)
    }

    /// How many loops surround a block.
    pub fn depth(&self, block: BlockId) -> u32 {
        self.innermost(block).map_or(0, |i| self.loops[i].depth)
    }

    /// Whether a block lies in a loop.
    pub fn contains(&self, loop_index: usize, block: BlockId) -> bool {
        self.around(block).any(|index| index == loop_index)
    }
}
