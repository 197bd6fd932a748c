//! Reverse post-order and the innermost loop of each block, for translation.
//!
//! Loops are found from back edges in reverse post-order, inner headers first, by walking predecessors up to the
//! header (irreducible regions come out as loops of some header, which is good enough for laying out branches).

use cranelift_entity::{EntityRef, SecondaryMap};
use golift_ssa::{BlockId, Func};

/// Order and loop nesting of the blocks reachable from one root.
pub(crate) struct Flow {
    /// Reachable blocks, every dominator before what it dominates.
    pub(crate) order: Vec<BlockId>,
    /// Header of the innermost loop, as position; `u32::MAX` outside of loops.
    header: SecondaryMap<BlockId, u32>,
    /// For a header position: the header of the loop around it.
    parent: Vec<u32>,
}

const NONE: u32 = u32::MAX;

impl Flow {
    /// Analyses the blocks reachable from `root`.
    pub(crate) fn new(func: &Func, root: BlockId) -> Flow {
        let order = reverse_post_order(func, root);
        let mut position = SecondaryMap::with_default(NONE);
        for (i, &b) in order.iter().enumerate() {
            position[b] = i as u32;
        }
        let mut preds: Vec<Vec<u32>> = vec![Vec::new(); order.len()];
        for (i, &b) in order.iter().enumerate() {
            for t in func.blocks[b].term.targets() {
                preds[position[t.block] as usize].push(i as u32);
            }
        }
        let mut loop_of = vec![NONE; order.len()];
        let mut parent = vec![NONE; order.len()];
        let mut work = Vec::new();
        for head in (0..order.len() as u32).rev() {
            work.extend(preds[head as usize].iter().copied().filter(|&p| p >= head));
            if work.is_empty() {
                continue;
            }
            while let Some(b) = work.pop() {
                if loop_of[b as usize] == NONE {
                    loop_of[b as usize] = head;
                    if b != head {
                        work.extend(preds[b as usize].iter().copied().filter(|&p| p >= head));
                    }
                    continue;
                }
                let mut outer = loop_of[b as usize];
                while parent[outer as usize] != NONE {
                    outer = parent[outer as usize];
                }
                if outer != head {
                    parent[outer as usize] = head;
                    work.extend(preds[outer as usize].iter().copied().filter(|&p| p >= head && p != outer));
                }
            }
            loop_of[head as usize] = head;
        }
        let mut header = SecondaryMap::with_default(NONE);
        for (i, &b) in order.iter().enumerate() {
            header[b] = loop_of[i];
        }
        Flow { order, header, parent }
    }

    /// Whether the edge leaves the innermost loop that `from` is in.
    pub(crate) fn leaves_loop(&self, from: BlockId, to: BlockId) -> bool {
        let inner = self.header[from];
        if inner == NONE {
            return false;
        }
        let mut l = self.header[to];
        while l != NONE {
            if l == inner {
                return false;
            }
            l = self.parent[l as usize];
        }
        true
    }
}

fn reverse_post_order(func: &Func, root: BlockId) -> Vec<BlockId> {
    let mut seen: SecondaryMap<BlockId, bool> = SecondaryMap::with_capacity(func.blocks.len());
    let mut post = Vec::with_capacity(func.blocks.len());
    let mut stack = vec![(root, 0usize)];
    seen[root] = true;
    while let Some((b, next)) = stack.last_mut() {
        let b = *b;
        let targets = func.blocks[b].term.targets();
        if let Some(t) = targets.get(*next) {
            *next += 1;
            if !seen[t.block] {
                seen[t.block] = true;
                stack.push((t.block, 0));
            }
        } else {
            post.push(b);
            stack.pop();
        }
    }
    post.reverse();
    debug_assert!(post.first().is_none_or(|b| b.index() < func.blocks.len()));
    post
}
