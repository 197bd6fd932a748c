//! Dominator tree, by semidominators and nearest common ancestors (Georgiadis: Linear-Time Algorithms for Dominators and
//! Related Problems, 2005, "Semi-NCA"): fast also where thousands of blocks lead to one.

use crate::cfg::{Cfg, successors};
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
        let mut idom = semi_nca(func, cfg);
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

/// Immediate dominators; the entry has itself or nothing.
fn semi_nca(func: &Func, cfg: &Cfg) -> SecondaryMap<BlockId, Option<BlockId>> {
    // Depth-first numbers from 0; everything below is indexed by them.
    let mut number: SecondaryMap<BlockId, Option<u32>> = SecondaryMap::new();
    let (mut blocks, mut parent) = (Vec::new(), Vec::new());
    let mut stack = vec![(func.entry(), 0)];
    while let Some((block, from)) = stack.pop() {
        if number[block].is_some() {
            continue;
        }
        let n = blocks.len() as u32;
        number[block] = Some(n);
        blocks.push(block);
        parent.push(from);
        stack.extend(successors(func, block).filter(|&s| number[s].is_none()).map(|s| (s, n)));
    }
    let count = blocks.len();
    let mut semi: Vec<u32> = (0..count as u32).collect();
    let mut forest = Forest { ancestor: vec![None; count], label: semi.clone() };
    let mut idom = parent.clone();
    for v in (1..count).rev() {
        for p in cfg.preds(blocks[v]).iter().filter_map(|&p| number[p]) {
            let u = forest.eval(p, &semi);
            semi[v] = semi[v].min(semi[u as usize]);
        }
        forest.ancestor[v] = Some(parent[v]);
    }
    // The nearest common ancestor of the semidominator and the parent.
    for v in 1..count {
        let mut d = idom[v];
        while d > semi[v] {
            d = idom[d as usize];
        }
        idom[v] = d;
    }
    let mut out = SecondaryMap::new();
    for v in 1..count {
        out[blocks[v]] = Some(blocks[idom[v] as usize]);
    }
    out
}

/// The forest of visited vertices, with path compression.
struct Forest {
    ancestor: Vec<Option<u32>>,
    /// The vertex with the least semidominator between the vertex and its ancestor.
    label: Vec<u32>,
}

impl Forest {
    /// The vertex with the least semidominator on the way from `v` up to, but without, the root of its tree.
    fn eval(&mut self, v: u32, semi: &[u32]) -> u32 {
        let mut path = Vec::new();
        let mut at = v;
        while let Some(up) = self.ancestor[at as usize].filter(|&up| self.ancestor[up as usize].is_some()) {
            path.push(at);
            at = up;
        }
        while let Some(below) = path.pop() {
            let up = self.ancestor[below as usize].expect("on a path") as usize;
            if semi[self.label[up] as usize] < semi[self.label[below as usize] as usize] {
                self.label[below as usize] = self.label[up];
            }
            self.ancestor[below as usize] = self.ancestor[up];
        }
        self.label[v as usize]
    }
}
