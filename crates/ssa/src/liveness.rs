//! Liveness: the values that are needed at the start and end of each block.

use crate::cfg::Cfg;
use crate::entities::{BlockId, ValueId};
use crate::func::Func;
use cranelift_entity::{EntitySet, SecondaryMap};

/// Live values at block boundaries. A block's own parameters are not live at its start.
#[derive(Clone, Debug)]
pub struct Liveness {
    live_in: SecondaryMap<BlockId, EntitySet<ValueId>>,
    live_out: SecondaryMap<BlockId, EntitySet<ValueId>>,
}

impl Liveness {
    /// Computes liveness by following each use back to its definition.
    pub fn compute(func: &Func, cfg: &Cfg) -> Liveness {
        let defs = definition_blocks(func);
        let mut live = Liveness { live_in: SecondaryMap::new(), live_out: SecondaryMap::new() };
        for &block in cfg.order() {
            for &inst in &func.blocks[block].insts {
                for &arg in &func.insts[inst].args {
                    live.mark(&defs, cfg, block, arg);
                }
            }
            for v in func.blocks[block].term.operands() {
                live.mark(&defs, cfg, block, v);
            }
        }
        live
    }

    fn mark(&mut self, defs: &SecondaryMap<ValueId, Option<BlockId>>, cfg: &Cfg, block: BlockId, value: ValueId) {
        let mut work = vec![block];
        while let Some(b) = work.pop() {
            if defs[value] == Some(b) || !self.live_in[b].insert(value) {
                continue;
            }
            for &p in cfg.preds(b) {
                self.live_out[p].insert(value);
                work.push(p);
            }
        }
    }

    /// Whether a value is live at the start of a block.
    pub fn live_in(&self, block: BlockId, value: ValueId) -> bool {
        self.live_in[block].contains(value)
    }

    /// Whether a value is live at the end of a block, after its terminator's own uses.
    pub fn live_out(&self, block: BlockId, value: ValueId) -> bool {
        self.live_out[block].contains(value)
    }
}

/// The block that defines each value.
pub fn definition_blocks(func: &Func) -> SecondaryMap<ValueId, Option<BlockId>> {
    let mut blocks = SecondaryMap::with_capacity(func.values.len());
    for &block in &func.layout {
        for &param in &func.blocks[block].params {
            blocks[param] = Some(block);
        }
        for &inst in &func.blocks[block].insts {
            for &result in &func.insts[inst].results {
                blocks[result] = Some(block);
            }
        }
    }
    blocks
}
