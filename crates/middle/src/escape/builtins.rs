//! What the runtime's functions do to what they are given: the hand-written summaries of builtins.

use super::graph::{ANY, HEAP, shift};
use super::solve::Solver;
use golift_abi::Builtin;
use golift_abi::builtin::{ALLOC, NOESCAPE};
use golift_ssa::{BlockId, Inst, InstId, Op};

impl Solver<'_> {
    /// Whether the elements of the array that a builtin allocates hold pointers.
    fn holds_pointers(&self, data: &Inst) -> bool {
        let Op::CallBuiltin(_, Some(site)) = data.op else { return true };
        self.module.sites[site].layout.is_none_or(|l| self.module.layouts[l].pointers.contains(&true))
    }

    /// Applies a runtime call.
    pub(super) fn builtin(&mut self, block: BlockId, inst: InstId, builtin: Builtin) {
        let data = &self.func.insts[inst];
        let arg = |s: &Self, i: usize| s.points_to[data.args[i]].clone();
        let flags = builtin.info().flags;
        let fresh = match data.op {
            Op::CallBuiltin(_, Some(site)) if flags & ALLOC != 0 => {
                let o = self.site(site, block);
                // An array of pointers may move from the frame to the heap when it grows, where it must not hold
                // pointers into the frame.
                let in_frame = super::place::has_stack_buffer(builtin)
                    || builtin == Builtin::rt_growslice && !self.holds_pointers(data);
                if !in_frame {
                    self.graph.escape(o, "allocated by the runtime");
                }
                (o, 0)
            }
            _ => (HEAP, 0),
        };
        use Builtin::*;
        match builtin {
            rt_memmove_scalars => {}
            rt_memmove | rt_unsafe_move => self.copy(&arg(self, 0), &arg(self, 1)),
            rt_mapaccess | rt_mapaccess32 | rt_mapaccess64 | rt_mapaccessstr | rt_unsafe_mapaccess => {
                let set = shift(&arg(self, 1), ANY);
                self.add(data.results[0], &set);
            }
            rt_mapassign32 | rt_mapassign64 => {
                let set = shift(&arg(self, 1), ANY);
                self.add(data.results[0], &set);
            }
            rt_mapassign | rt_unsafe_mapassign => {
                let map = shift(&arg(self, 1), ANY);
                let key = self.load_all(&arg(self, 2), ANY);
                self.store_all(&map, ANY, &key);
                self.add(data.results[0], &map);
            }
            rt_mapassignstr => {
                let map = shift(&arg(self, 1), ANY);
                self.store_all(&map, ANY, &arg(self, 2));
                self.add(data.results[0], &map);
            }
            rt_mapiterinit | rt_unsafe_mapiterinit => {
                let map = shift(&arg(self, 1), ANY);
                self.store_all(&arg(self, 2), ANY, &map);
            }
            rt_mapiternext | rt_unsafe_mapiternext => {}
            rt_growslice | rt_unsafe_growslice => {
                // The elements are copied to the new array.
                if self.holds_pointers(data) {
                    let old = self.load_all(&arg(self, 1), ANY);
                    self.store_all(&vec![fresh], ANY, &old);
                }
                self.add(data.results[0], &vec![fresh]);
            }
            rt_concat => {
                // A single non-empty operand is returned as it is.
                let operands = self.load_all(&arg(self, 1), ANY);
                self.add(data.results[0], &operands);
                self.add(data.results[0], &vec![fresh]);
            }
            rt_chansend => {
                let sent = self.load_all(&arg(self, 1), ANY);
                self.escape_all(&sent, "sent on a channel");
            }
            rt_chanrecv => self.store_all(&arg(self, 1), ANY, &vec![(HEAP, 0)]),
            rt_select => {
                let cases = self.load_all(&arg(self, 0), ANY);
                let sent = self.load_all(&cases, ANY);
                self.escape_all(&sent, "sent on a channel");
                self.store_all(&cases, ANY, &vec![(HEAP, 0)]);
            }
            rt_go => self.escape_all(&arg(self, 0), "started as a goroutine"),
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
