//! Dominator tree (Cooper, Harvey, Kennedy: A Simple, Fast Dominance Algorithm).

use crate::cfg::Cfg;
use crate::entities::BlockId;
use crate::func::Func;
use cranelift_entity::SecondaryMap;

/// Immediate dominators of the reachable blocks.
#[derive(Clone, Debug)]
pub struct Dominators {
    idom: SecondaryMap<BlockId, Option<BlockId>>,
    /// Preorder entry and exit numbers in the tree: a dominates b iff a's interval holds b's.
    interval: SecondaryMap<BlockId, (u32, u32)>,
    preorder: Vec<BlockId>,
}

impl Dominators {
    /// Computes the tree.
    pub fn compute(func: &Func, cfg: &Cfg) -> Dominators {
        let entry = func.entry();
        let mut idom: SecondaryMap<BlockId, Option<BlockId>> = SecondaryMap::new();
        idom[entry] = Some(entry);
        let mut changed = true;
        while changed {
            changed = false;
            for &block in &cfg.order()[1..] {
                let mut new: Option<BlockId> = None;
                for &p in cfg.preds(block) {
                    if idom[p].is_some() {
                        new = Some(match new {
                            None => p,
                            Some(n) => intersect(cfg, &idom, n, p),
                        });
                    }
                }
                if new != idom[block] {
                    idom[block] = new;
                    changed = true;
                }
            }
        }
        idom[entry] = None;
        let mut children: SecondaryMap<BlockId, Vec<BlockId>> = SecondaryMap::new();
        for &block in cfg.order() {
            if let Some(d) = idom[block] {
                children[d].push(block);
            }
        }
        let mut interval: SecondaryMap<BlockId, (u32, u32)> = SecondaryMap::new();
        let mut preorder = Vec::new();
        let mut stack = vec![(entry, 0)];
        while let Some((block, next)) = stack.last_mut() {
            if *next == 0 {
                interval[*block].0 = preorder.len() as u32 + 1;
                preorder.push(*block);
            }
            match children[*block].get(*next) {
                Some(&child) => {
                    *next += 1;
                    stack.push((child, 0));
                }
                None => {
                    interval[*block].1 = preorder.len() as u32;
                    stack.pop();
                }
            }
        }
        Dominators { idom, interval, preorder }
    }

    /// The immediate dominator; `None` for the entry and unreachable blocks.
    pub fn idom(&self, block: BlockId) -> Option<BlockId> {
        self.idom[block]
    }

    /// Whether every path to `b` goes through `a` (reflexive). Unreachable blocks are dominated by nothing.
    pub fn dominates(&self, a: BlockId, b: BlockId) -> bool {
        let (lo, hi) = self.interval[a];
        let (at, _) = self.interval[b];
        at != 0 && lo != 0 && lo <= at && at <= hi
    }

    /// The blocks in a preorder of the tree.
    pub fn preorder(&self) -> &[BlockId] {
        &self.preorder
    }
}

fn intersect(cfg: &Cfg, idom: &SecondaryMap<BlockId, Option<BlockId>>, mut a: BlockId, mut b: BlockId) -> BlockId {
    while a != b {
        while cfg.number(a) > cfg.number(b) {
            a = idom[a].expect("processed blocks have a dominator");
        }
        while cfg.number(b) > cfg.number(a) {
            b = idom[b].expect("processed blocks have a dominator");
        }
    }
    a
}
