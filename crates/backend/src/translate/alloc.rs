//! Allocations: a stack slot, the side stack or the allocator, as the site's placement says.

use super::Translator;
use super::side::Home;
use crate::callconv::clif_type;
use crate::symbol::Symbol;
use cranelift_codegen::ir::condcodes::IntCC;
use cranelift_codegen::ir::{InstBuilder, MemFlagsData, Value, types};
use golift_abi::{AppendRoom, Builtin, STRING_BUFFER, goroutine as g, sizes};
use golift_ssa::{DataId, Inst, InstId, Layout, Op, Placement, SiteId, ValueId};

/// Objects of up to this many bytes are not cleared where they are stored to at once.
const TRACKED: u64 = 256;
/// Larger objects are allocated by a call.
const INLINE_OBJECT: u64 = 1024;
/// The largest object of the side stack.
const SIDE_OBJECT: u64 = g::SIDE_OBJECT;

impl Translator<'_> {
    pub(crate) fn alloc(&mut self, id: InstId, site: SiteId, inst: &Inst) {
        if let Some((maker, at)) = self.shared.member(id) {
            let object = self.value(self.func.result(maker));
            let v = self.b.ins().iadd_imm_s(object, at as i64);
            self.define(inst.results[0], v);
            return;
        }
        let layout = self.site_layout(site);
        let (size, align, desc) = (layout.size, layout.align, layout.desc);
        let v = match self.home_of(id, site) {
            Home::Slot => {
                self.count_slot(site, size);
                let covered = self.covered_words(inst.results[0], size);
                self.zeroed_slot(size, align, &covered)
            }
            Home::Side => {
                let covered = self.covered_words(inst.results[0], size);
                let cache = self.cache_offset(self.site_layout(site), None);
                self.side_object(site, desc, size, &covered, cache)
            }
            Home::FrameHeap => self.frame_object(site, desc, size),
            Home::Heap => {
                // An array of the first variable's type is as good as a struct of those that share it: without pointers.
                let count = self.shared.size(id).map(|shared| shared.div_ceil(size));
                match self.cache_offset(layout, count).filter(|_| !self.config.count_sites && !self.func.blocks[self.place.0].cold) {
                    Some((offset, size)) => self.take_from_cache(desc, count, offset, size),
                    None => {
                        self.mark_site(site);
                        self.new_object(desc, count)
                    }
                }
            }
        };
        self.define(inst.results[0], v);
    }

    /// Calls the allocator for an object, or for an array of some.
    fn new_object(&mut self, desc: DataId, count: Option<u64>) -> Value {
        let desc = self.symbol_addr(Symbol::Data(desc), 0);
        match count {
            None => self.runtime_call(Builtin::rt_new, &[desc])[0],
            Some(n) => {
                let n = self.iconst(types::I64, n as i64);
                self.runtime_call(Builtin::rt_makeslice, &[desc, n, n])[0]
            }
        }
    }

    /// Where the worker's cache for objects of this layout (or arrays of some) is, and their size.
    fn cache_offset(&self, layout: &Layout, count: Option<u64>) -> Option<(i32, u64)> {
        let size = layout.size * count.unwrap_or(1);
        if size == 0 || size > INLINE_OBJECT {
            return None;
        }
        let class = sizes::class_of(size as usize);
        let bits = layout.pointers.iter().enumerate().filter(|(_, p)| **p);
        let mask = bits.fold(0u128, |mask, (i, _)| mask | 1 << i);
        let cache = sizes::fixed_cache(class, u64::try_from(mask).ok()?)?;
        Some(((cache * sizes::CACHE_SIZE) as i32, u64::from(sizes::SIZES[class])))
    }

    /// Takes the next object of a cache, or calls the allocator if its run is used up.
    /// The goroutine is marked meanwhile, since another one that runs in between might take the same object.
    pub(super) fn take_from_cache(&mut self, desc: DataId, count: Option<u64>, offset: i32, size: u64) -> Value {
        let trusted = MemFlagsData::trusted();
        let (slow, fast, done) = (self.b.create_block(), self.b.create_block(), self.b.create_block());
        self.b.set_cold_block(slow);
        let object = self.b.append_block_param(done, types::I64);
        let goroutine = self.goroutine();
        let one = self.iconst(types::I64, 1);
        self.b.ins().store(trusted, one, goroutine, g::G_ALLOCATING);
        let worker = self.b.ins().load(types::I64, trusted, goroutine, g::G_WORKER);
        let next = self.b.ins().load(types::I64, trusted, worker, offset + sizes::CACHE_NEXT);
        let end = self.b.ins().load(types::I64, trusted, worker, offset + sizes::CACHE_END);
        let empty = self.b.ins().icmp(IntCC::Equal, next, end);
        self.b.ins().brif(empty, slow, &[], fast, &[]);
        self.b.switch_to_block(slow);
        let fresh = self.new_object(desc, count);
        self.b.ins().jump(done, &[fresh.into()]);
        self.b.switch_to_block(fast);
        let after = self.b.ins().iadd_imm_s(next, size as i64);
        self.b.ins().store(trusted, after, worker, offset + sizes::CACHE_NEXT);
        self.b.ins().jump(done, &[next.into()]);
        self.b.switch_to_block(done);
        let zero = self.iconst(types::I64, 0);
        self.b.ins().store(trusted, zero, goroutine, g::G_ALLOCATING);
        object
    }

    pub(crate) fn make_slice(&mut self, id: InstId, site: SiteId, inst: &Inst) {
        let layout = self.site_layout(site);
        let (elem, align, desc) = (layout.size, layout.align, layout.desc);
        // Constant sizes have been checked when the program was.
        let (len, cap) = (self.const_of(inst.args[0]), self.const_of(inst.args[1]));
        let size = cap.filter(|&cap| len.is_some_and(|len| 0 <= len && len <= cap)).map(|cap| elem.saturating_mul(cap as u64));
        let home = self.home_of(id, site);
        let v = match (home, cap, size) {
            (Home::Slot, Some(cap), _) => {
                let size = elem.saturating_mul(cap as u64);
                self.count_slot(site, size);
                self.zeroed_slot(size, align, &[])
            }
            (Home::Side, _, Some(size)) if size <= SIDE_OBJECT => self.side_object(site, desc, size, &[], None),
            (Home::FrameHeap, _, Some(size)) => self.frame_object(site, desc, size),
            _ => {
                let builtin = if home == Home::Side { Builtin::rt_side_makeslice } else { Builtin::rt_makeslice };
                let desc = self.symbol_addr(Symbol::Data(desc), 0);
                let (len, cap) = (self.arg(inst, 0), self.arg(inst, 1));
                self.mark_site(site);
                self.runtime_call(builtin, &[desc, len, cap])[0]
            }
        };
        self.define(inst.results[0], v);
    }

    fn site_layout(&self, site: SiteId) -> &golift_ssa::Layout {
        let layout = self.module.sites[site].layout;
        let layout: &Layout = match layout {
            Some(l) => &self.module.layouts[l],
            None => panic!("backend: {}: {site} has no layout", self.func.name),
        };
        layout
    }

    /// An object that its frame has no room for.
    fn frame_object(&mut self, site: SiteId, desc: DataId, size: u64) -> Value {
        let desc = self.symbol_addr(Symbol::Data(desc), 0);
        let size = self.iconst(types::I64, size as i64);
        self.mark_site(site);
        self.runtime_call(Builtin::rt_frame_new, &[desc, size])[0]
    }

    /// A stack slot, cleared where the operation stands, but for the words that are about to be stored.
    fn zeroed_slot(&mut self, size: u64, align: u64, covered: &[bool]) -> Value {
        let slot = self.object_slot(size, align);
        let addr = self.b.ins().stack_addr(types::I64, slot, 0);
        self.clear(addr, size, covered);
        addr
    }

    /// Clears an object, but for the covered words.
    pub(crate) fn clear(&mut self, addr: Value, size: u64, covered: &[bool]) {
        let flags = MemFlagsData::new().with_notrap();
        if covered.contains(&true) {
            let zero = self.iconst(types::I64, 0);
            for (word, _) in covered.iter().enumerate().filter(|(_, done)| !**done) {
                self.b.ins().store(flags, zero, addr, 8 * word as i32);
            }
        } else {
            self.zero(addr, size.next_multiple_of(8), flags);
        }
    }

    /// For each word of a small object in the frame or on the side stack: whether the block stores all of it before anything can see the
    /// object, that is, before the pointer is used for anything else. Stale words may be seen by the collector, which
    /// takes stacks conservatively.
    fn covered_words(&self, object: ValueId, size: u64) -> Vec<bool> {
        if size > TRACKED || self.homes.contains_key(&object) {
            return Vec::new();
        }
        let mut bytes = vec![false; size.next_multiple_of(8) as usize];
        // Padding behind the object need not be cleared.
        bytes[size as usize..].fill(true);
        let (block, n) = self.place;
        for &inst in &self.func.blocks[block].insts[n + 1..] {
            let inst = &self.func.insts[inst];
            if !inst.args.contains(&object) {
                continue;
            }
            let Op::Store(offset, _) = &inst.op else { break };
            if inst.args[1] == object {
                break;
            }
            let len = clif_type(self.func.ty(inst.args[1])).bytes() as usize;
            match usize::try_from(*offset).ok().and_then(|at| bytes.get_mut(at..at + len)) {
                Some(part) => part.fill(true),
                None => break,
            }
        }
        bytes.chunks(8).map(|word| word.iter().all(|&b| b)).collect()
    }

    /// A stack buffer for a builtin that takes one as its first argument, if the site is on the stack; `ON_SIDE` if it is on the
    /// side stack.
    pub(crate) fn string_buffer(&mut self, builtin: Builtin, site: SiteId) -> Option<Value> {
        if !builtin.takes_buffer() {
            return None;
        }
        match self.module.sites[site].placement {
            Placement::Stack => {
                let slot = self.object_slot(STRING_BUFFER, 8);
                Some(self.b.ins().stack_addr(types::I64, slot, 0))
            }
            Placement::Side => Some(self.iconst(types::I64, g::ON_SIDE as i64)),
            _ => None,
        }
    }

    /// The room for the arrays that a site's appends make, if it is in the frame or on the side stack.
    pub(crate) fn append_room(&mut self, builtin: Builtin, site: SiteId) -> Option<Value> {
        if builtin != Builtin::rt_growslice {
            return None;
        }
        if let Some(&slot) = self.append_rooms.get(&site) {
            return Some(self.b.ins().stack_addr(types::I64, slot, 0));
        }
        // Where the frame has no room for it, it is on the heap: on the side stack a loop might release it too early.
        let side = self.module.sites[site].placement == Placement::Side;
        side.then(|| self.iconst(types::I64, g::ON_SIDE as i64))
    }

    /// What the room of an append begins with, if its first arrays are in the frame: those without pointers that stay
    /// there, and those that go on on the side stack, where that is the function's own.
    pub(crate) fn append_room_begin(&self, site: SiteId) -> Option<u64> {
        match self.module.sites[site].placement {
            Placement::Stack => Some(0),
            Placement::Side if self.func.side_owner && !self.site_layout(site).pointers.contains(&true) => Some(AppendRoom::GROWS_ON_SIDE),
            _ => None,
        }
    }

    /// Makes the room of each append whose arrays are in the frame, empty. Stands where the function begins: no array
    /// is handed out twice in one activation.
    pub(crate) fn make_append_rooms(&mut self) {
        let func = self.func;
        for &block in &self.flow.order.clone() {
            for &inst in &func.blocks[block].insts {
                let Op::CallBuiltin(Builtin::rt_growslice, Some(site)) = func.insts[inst].op else { continue };
                let demoted = self.demoted.contains(&inst);
                if demoted || self.append_rooms.contains_key(&site) {
                    continue;
                }
                let Some(begin) = self.append_room_begin(site) else { continue };
                let slot = self.object_slot(size_of::<AppendRoom>() as u64, 8);
                let begin = self.iconst(types::I64, begin as i64);
                self.b.ins().stack_store(types::I64, begin, slot, 0);
                self.append_rooms.insert(site, slot);
            }
        }
    }

    /// With counting: an object is made in a slot of the frame.
    fn count_slot(&mut self, site: SiteId, size: u64) {
        if self.config.count_sites {
            self.mark_site(site);
            let size = self.iconst(types::I64, size as i64);
            self.runtime_call(Builtin::rt_count_slot, &[size]);
        }
    }

    /// With counting: tells the runtime on which line of the report the next allocation counts.
    pub(crate) fn mark_site(&mut self, site: SiteId) {
        if self.config.count_sites {
            let index = self.iconst(types::I64, i64::from(self.sites.line(site)));
            let goroutine = self.goroutine();
            self.b.ins().store(MemFlagsData::trusted(), index, goroutine, g::G_SITE);
        }
    }
}
