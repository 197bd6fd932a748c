//! The side stack: what owners do at entry and return, and allocation by moving the goroutine's `side_top`.
//!
//! An owner saves `side_top` and `side_limit`, sets the limit to its own (the end of the slot, or `SIDE_SHARE` bytes further
//! up) and puts both back before it returns or calls in tail position. While the limit is only a mark (no slot yet, none left, stress
//! mode) the runtime says what the owner's limit is, and every allocation calls the runtime: no address is below a mark.
//!
//! An object is cleared before `side_top` moves past it: what lies above belongs to nobody, so that a preemption or a
//! collection in between sees nothing half done. Only this goroutine ever moves its `side_top`.

use super::{Part, Translator};
use crate::symbol::Symbol;
use cranelift_codegen::ir::condcodes::IntCC;
use cranelift_codegen::ir::{BlockArg, InstBuilder, MemFlagsData, Value, types};
use cranelift_entity::SecondaryMap;
use golift_abi::{Builtin, goroutine as g};
use golift_ssa::{DataId, Inst, InstId, Placement, SiteId};

/// Larger objects are allocated and cleared by the runtime.
const INLINE_OBJECT: u64 = 1024;

/// Where an instruction's object is made.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Home {
    /// A slot of the frame.
    Slot,
    /// The side stack.
    Side,
    /// The heap.
    Heap,
    /// The heap, because the frame has no room: the object may point into stacks, as it dies with the frame.
    FrameHeap,
}

impl Translator<'_> {
    /// Where an instruction's object is made.
    pub(crate) fn home_of(&self, id: InstId, site: SiteId) -> Home {
        match self.module.sites[site].placement {
            Placement::Stack if !self.demoted.contains(&id) => Home::Slot,
            Placement::Stack if self.func.side_owner => Home::Side,
            Placement::Stack => Home::FrameHeap,
            Placement::Side => Home::Side,
            Placement::Heap => Home::Heap,
            Placement::Unplaced => panic!("backend: {}: {site} has no placement", self.func.name),
        }
    }

    /// At the entry of an owner: saves where the side stack is, and sets the limit.
    pub(crate) fn enter_side_owner(&mut self) {
        if !self.func.side_owner || self.part != Part::Body {
            return;
        }
        let trusted = MemFlagsData::trusted();
        let (mark, address, body) = (self.b.create_block(), self.b.create_block(), self.b.create_block());
        self.b.set_cold_block(mark);
        let [top, limit, own] = [(); 3].map(|()| self.b.append_block_param(body, types::I64));
        let goroutine = self.goroutine();
        let old = self.b.ins().load(types::I64, trusted, goroutine, g::G_SIDE_LIMIT);
        let is_mark = self.b.ins().icmp_imm_u(IntCC::UnsignedLessThan, old, g::SIDE_LIMIT_MIN as i64);
        self.b.ins().brif(is_mark, mark, &[], address, &[]);

        self.b.switch_to_block(mark);
        let entered = self.runtime_call(Builtin::rt_side_enter, &[])[0];
        let goroutine = self.goroutine();
        let now = self.b.ins().load(types::I64, trusted, goroutine, g::G_SIDE_TOP);
        let outer = self.b.ins().load(types::I64, trusted, goroutine, g::G_SIDE_LIMIT);
        self.b.ins().jump(body, &[now, outer, entered].map(BlockArg::from));

        self.b.switch_to_block(address);
        let goroutine = self.goroutine();
        let now = self.b.ins().load(types::I64, trusted, goroutine, g::G_SIDE_TOP);
        let own_limit = self.limit_above(now);
        self.b.ins().jump(body, &[now, old, own_limit].map(BlockArg::from));

        self.b.switch_to_block(body);
        let goroutine = self.goroutine();
        self.b.ins().store(trusted, own, goroutine, g::G_SIDE_LIMIT);
        self.side_saved = Some((top, limit));
        if self.defer_slot.is_none() && self.may_have_loops() {
            let slot = self.new_slot(16, 8);
            self.b.ins().stack_store(types::I64, top, slot, 0);
            self.b.ins().stack_store(types::I64, limit, slot, 8);
            self.side_slot = Some(slot);
        }
    }

    /// Whether a block is followed by one that does not stand behind it.
    fn may_have_loops(&self) -> bool {
        let mut seen = SecondaryMap::new();
        self.func.layout.iter().any(|&block| {
            seen[block] = true;
            self.func.blocks[block].term.targets().iter().any(|t| seen[t.block])
        })
    }

    /// `side_top` and `side_limit` as they were when the function was entered, for its defer frame.
    pub(crate) fn side_at_entry(&mut self) -> (Value, Value) {
        match self.side_saved {
            Some(saved) => saved,
            None => {
                let trusted = MemFlagsData::trusted();
                let goroutine = self.goroutine();
                let top = self.b.ins().load(types::I64, trusted, goroutine, g::G_SIDE_TOP);
                (top, self.b.ins().load(types::I64, trusted, goroutine, g::G_SIDE_LIMIT))
            }
        }
    }

    /// Before an owner returns.
    pub(crate) fn leave_side_owner(&mut self) {
        let Some((top, limit)) = self.side_saved else { return };
        let defer = self.defer_slot.map(|slot| (slot, g::DEFER_SIDE_TOP, g::DEFER_SIDE_LIMIT));
        let (top, limit) = match defer.or(self.side_slot.map(|slot| (slot, 0, 8))) {
            Some((slot, top, limit)) => (
                self.b.ins().stack_load(types::I64, types::I64, slot, top),
                self.b.ins().stack_load(types::I64, types::I64, slot, limit),
            ),
            None => (top, limit),
        };
        self.set_side(top, limit);
    }

    /// Takes the side stack back to where the function with this defer frame was entered.
    pub(crate) fn recover_side(&mut self, frame: Value) {
        let trusted = MemFlagsData::trusted();
        let top = self.b.ins().load(types::I64, trusted, frame, g::DEFER_SIDE_TOP);
        let limit = self.b.ins().load(types::I64, trusted, frame, g::DEFER_SIDE_LIMIT);
        self.set_side(top, limit);
    }

    /// Where a share ends that begins at `top`.
    fn limit_above(&mut self, top: Value) -> Value {
        let end = self.b.ins().bor_imm_u(top, g::SIDE_SLOT as i64 - 1);
        let share = self.b.ins().iadd_imm_s(top, g::SIDE_SHARE as i64);
        self.b.ins().umin(end, share)
    }

    /// Before a loop whose iterations give back what they take: it has a share of its own, like an owner, so that maps from
    /// before the loop do not grow in it. The limit stays behind the loop, where the last iteration's objects are. In place of an
    /// address it is the next mark.
    pub(crate) fn side_mark(&mut self, inst: &Inst) {
        let trusted = MemFlagsData::trusted();
        let goroutine = self.goroutine();
        let top = self.b.ins().load(types::I64, trusted, goroutine, g::G_SIDE_TOP);
        let old = self.b.ins().load(types::I64, trusted, goroutine, g::G_SIDE_LIMIT);
        let limit = self.limit_above(top);
        let next = self.b.ins().iadd_imm_s(old, 1);
        let last = self.iconst(types::I64, g::SIDE_LIMIT_MIN as i64 - 1);
        let mark = self.b.ins().umin(next, last);
        let is_mark = self.b.ins().icmp_imm_u(IntCC::UnsignedLessThan, old, g::SIDE_LIMIT_MIN as i64);
        let limit = self.b.ins().select(is_mark, mark, limit);
        self.b.ins().store(trusted, limit, goroutine, g::G_SIDE_LIMIT);
        self.side_marks.insert(inst.results[0], limit);
        self.define(inst.results[0], top);
    }

    /// Takes the side stack back to a mark, where an iteration begins.
    pub(crate) fn side_release(&mut self, inst: &Inst) {
        // A mark of the body does not reach the recovery part; to keep more is always right.
        if let Some(&limit) = self.side_marks.get(&inst.args[0]) {
            let mark = self.arg(inst, 0);
            self.set_side(mark, limit);
        }
    }

    fn set_side(&mut self, top: Value, limit: Value) {
        let trusted = MemFlagsData::trusted();
        let goroutine = self.goroutine();
        self.b.ins().store(trusted, top, goroutine, g::G_SIDE_TOP);
        self.b.ins().store(trusted, limit, goroutine, g::G_SIDE_LIMIT);
    }

    /// An object, or array of objects of the described type, of `size` bytes on the side stack, zero but for the covered
    /// words.
    /// Where the owner's share is used up it comes from the worker's cache for such objects (`cache`: its offset and their
    /// size), as quickly as other heap objects do; only under stress need the runtime know that it is frame-lived.
    pub(crate) fn side_object(&mut self, site: SiteId, desc: DataId, size: u64, covered: &[bool], cache: Option<(i32, u64)>) -> Value {
        let size = size.next_multiple_of(8);
        let cold = self.func.blocks[self.place.0].cold;
        if size == 0 || size > INLINE_OBJECT || cold || self.config.count_sites {
            self.mark_site(site);
            return self.side_call(desc, size);
        }
        let trusted = MemFlagsData::trusted();
        let (full, room, done) = (self.b.create_block(), self.b.create_block(), self.b.create_block());
        self.b.set_cold_block(full);
        let object = self.b.append_block_param(done, types::I64);
        let goroutine = self.goroutine();
        let top = self.b.ins().load(types::I64, trusted, goroutine, g::G_SIDE_TOP);
        let limit = self.b.ins().load(types::I64, trusted, goroutine, g::G_SIDE_LIMIT);
        let after = self.b.ins().iadd_imm_s(top, size as i64);
        let beyond = self.b.ins().icmp(IntCC::UnsignedGreaterThan, after, limit);
        self.b.ins().brif(beyond, full, &[], room, &[]);

        self.b.switch_to_block(full);
        if let Some((offset, size)) = cache {
            let (call, heap) = (self.b.create_block(), self.b.create_block());
            self.b.set_cold_block(call);
            let is_mark = self.b.ins().icmp_imm_u(IntCC::UnsignedLessThan, limit, g::SIDE_LIMIT_MIN as i64);
            self.b.ins().brif(is_mark, call, &[], heap, &[]);
            self.b.switch_to_block(heap);
            let fresh = self.take_from_cache(desc, None, offset, size);
            self.b.ins().jump(done, &[fresh.into()]);
            self.b.switch_to_block(call);
        }
        let fresh = self.side_call(desc, size);
        self.b.ins().jump(done, &[fresh.into()]);

        self.b.switch_to_block(room);
        self.clear(top, size, covered);
        let goroutine = self.goroutine();
        self.b.ins().store(trusted, after, goroutine, g::G_SIDE_TOP);
        self.b.ins().jump(done, &[top.into()]);

        self.b.switch_to_block(done);
        object
    }

    fn side_call(&mut self, desc: DataId, size: u64) -> Value {
        let desc = self.symbol_addr(Symbol::Data(desc), 0);
        let size = self.iconst(types::I64, size as i64);
        self.runtime_call(Builtin::rt_side_alloc, &[desc, size])[0]
    }
}
