//! What the runtime's functions do to what they are given: the hand-written summaries of builtins.

use super::graph::HEAP;
use super::points_to::{ANY, shift};
use super::solve::Solver;
use golift_abi::{Builtin, MapIter};
use golift_abi::builtin::{ALLOC, NOESCAPE};
use golift_ssa::{BlockId, InstId, Op};
use std::mem::offset_of;

/// Where the keys of a map are in its object, one over the other.
const MAP_KEYS: i64 = 1 << 40;
/// Where its elements are.
const MAP_ELEMS: i64 = 1 << 41;
/// No key is larger than this: pointers anywhere in one are copied to the map.
const MAX_KEY: u64 = (MAP_ELEMS - MAP_KEYS) as u64;

impl Solver<'_> {
    /// Applies a runtime call.
    pub(super) fn builtin(&mut self, block: BlockId, inst: InstId, builtin: Builtin) {
        let data = &self.func.insts[inst];
        let arg = |s: &Self, i: usize| s.points_to[data.args[i]].clone();
        let flags = builtin.info().flags;
        let fresh = match data.op {
            Op::CallBuiltin(_, Some(site)) if flags & ALLOC != 0 => {
                let o = self.site(site, block);
                if !builtin.may_be_on_side() {
                    self.graph.escape(o, "allocated by the runtime");
                }
                (o, 0)
            }
            _ => (HEAP, 0),
        };
        use Builtin::*;
        match builtin {
            rt_memmove_scalars => {}
            rt_memmove | rt_unsafe_move => self.copy(&arg(self, 0), &arg(self, 1), None),
            rt_mapaccess | rt_mapaccess32 | rt_mapaccess64 | rt_mapaccessstr | rt_unsafe_mapaccess | rt_mapassign32
            | rt_mapassign64 => {
                let elems = shift(&arg(self, 1), MAP_ELEMS);
                self.add(data.results[0], &elems);
            }
            rt_mapassign | rt_unsafe_mapassign => {
                let map = arg(self, 1);
                self.copy(&shift(&map, MAP_KEYS), &arg(self, 2), Some(MAX_KEY));
                self.add(data.results[0], &shift(&map, MAP_ELEMS));
            }
            rt_mapassignstr => {
                let map = arg(self, 1);
                self.store_all(&map, MAP_KEYS, &arg(self, 2));
                self.add(data.results[0], &shift(&map, MAP_ELEMS));
            }
            rt_mapiterinit | rt_unsafe_mapiterinit => {
                let (map, iter) = (arg(self, 1), arg(self, 2));
                self.store_all(&iter, offset_of!(MapIter, key) as i64, &shift(&map, MAP_KEYS));
                self.store_all(&iter, offset_of!(MapIter, elem) as i64, &shift(&map, MAP_ELEMS));
            }
            rt_mapiternext | rt_unsafe_mapiternext => {}
            rt_growslice | rt_unsafe_growslice => {
                // The elements are copied to the new array.
                if !matches!(data.op, Op::CallBuiltin(_, Some(site)) if !super::place::holds_pointers(self.module, site)) {
                    let old = self.load_all(&arg(self, 1), ANY);
                    self.store_all(&vec![fresh], ANY, &old);
                }
                self.add(data.results[0], &vec![fresh]);
            }
            rt_concat => {
                // A single non-empty operand is returned as it is only if it is on the heap.
                self.add(data.results[0], &vec![fresh]);
                self.add(data.results[0], &vec![(HEAP, 0)]);
            }
            // A channel holds what was sent on it: one that other goroutines can reach has escaped.
            rt_chansend | rt_unsafe_chansend => {
                let sent = self.load_all(&arg(self, 1), ANY);
                self.store_all(&arg(self, 0), ANY, &sent);
            }
            rt_chanrecv | rt_unsafe_chanrecv => {
                let received = self.load_all(&arg(self, 0), ANY);
                self.store_all(&arg(self, 1), ANY, &received);
            }
            rt_select | rt_unsafe_select => {
                // The cases name channels and what is sent or where to receive. The runtime keeps nothing of them once the
                // goroutine runs on.
                let cases = self.load_all(&arg(self, 0), ANY);
                let values = self.load_all(&cases, ANY);
                self.store_all(&cases, ANY, &values);
            }
            rt_go => match self.joined.code(inst) {
                Some(code) => self.start_goroutine(code, self.joined.get(inst).is_some(), &arg(self, 0)),
                None => self.escape_all(&arg(self, 0), "started as a goroutine"),
            },
            rt_gopanic => {
                self.escape_all(&arg(self, 1), "passed to panic");
            }
            _ => {
                if flags & NOESCAPE == 0 {
                    for i in 0..data.args.len() {
                        self.escape_all(&arg(self, i), "passed to the runtime");
                    }
                }
                for (i, &r) in data.results.iter().enumerate() {
                    let set = if i == 0 && flags & ALLOC != 0 { vec![fresh] } else { vec![(HEAP, 0)] };
                    self.add(r, &set);
                }
            }
        }
    }
}
