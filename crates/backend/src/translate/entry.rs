//! Function entry: the stack check, parameters from registers and the caller's spill area.
//!
//! The check compares the stack pointer, after the frame is set up, with the goroutine's limit. When it is below, the
//! function leaves its own address in the goroutine and calls `morestack` in its place, with its own arguments. The
//! red area below the limit is large enough for frames up to `MAX_FRAME` and for runtime functions.

use super::{Part, Translator};
use crate::callconv::{Place, clif_type};
use crate::symbol::Symbol;
use cranelift_codegen::ir::condcodes::IntCC;
use cranelift_codegen::ir::{BlockArg, InstBuilder, MemFlagsData, Value, types};
use golift_abi::{AppendRoom, Asm, Builtin, goroutine as g};
use golift_ssa::{InstId, MemFlags, Op, Placement};

/// Leaf functions with more bytes in slots than this check the stack too.
const LEAF_FRAME: u64 = 512;
/// Leaf functions with more instructions than this, whose spill slots may be many, check the stack too.
const LEAF_INSTS: usize = 400;
/// What stack slots may take, so that the whole frame stays below [`g::MAX_FRAME`] but for spills.
const SLOT_LIMIT: u64 = g::MAX_FRAME - (8 << 10);

impl Translator<'_> {
    /// Chooses the allocations that cannot stay in the frame, largest first, and the homes of values that the
    /// recovery part uses.
    pub(crate) fn plan_frame(&mut self) {
        self.plan_homes();
        let mut slots: Vec<(u64, InstId)> = Vec::new();
        for &block in &self.flow.order {
            for &inst in &self.func.blocks[block].insts {
                if let Some(size) = self.wanted_slot(inst) {
                    slots.push((size, inst));
                }
            }
        }
        let mut total: u64 = slots.iter().map(|s| s.0).sum();
        if total > SLOT_LIMIT {
            slots.sort_by(|a, b| b.cmp(a));
            for (size, inst) in slots {
                if total <= SLOT_LIMIT {
                    break;
                }
                total -= size;
                self.demoted.push(inst);
            }
        }
    }

    /// Bytes of stack slot that an instruction's placement asks for.
    fn wanted_slot(&self, inst: InstId) -> Option<u64> {
        let data = &self.func.insts[inst];
        if let Op::CallBuiltin(Builtin::rt_growslice, Some(site)) = data.op {
            return self.append_room_begin(site).map(|_| size_of::<AppendRoom>() as u64);
        }
        let (Op::Alloc(site) | Op::MakeSlice(site)) = data.op else { return None };
        let site = &self.module.sites[site];
        if site.placement != Placement::Stack {
            return None;
        }
        let size = self.module.layouts[site.layout?].size;
        match data.op {
            Op::Alloc(_) => Some(size),
            _ => {
                let cap = self.const_of(data.args[1])?;
                Some(size.saturating_mul(cap as u64))
            }
        }
    }

    /// A load without region may see any store; then stores must not claim to be apart.
    pub(crate) fn plan_regions(&mut self) {
        let loads_anything = self.flow.order.iter().any(|&b| {
            self.func.blocks[b].insts.iter().any(|&i| match self.func.insts[i].op {
                Op::Load(_, MemFlags { region, .. }) | Op::MemCopy(_, MemFlags { region, .. }) => region == 0,
                _ => false,
            })
        });
        self.region_stores = !loads_anything;
    }

    /// Emits the entry block, up to the jump to (or the parameters of) the first block of the body.
    pub(crate) fn entry(&mut self) {
        let entry = self.b.create_block();
        self.b.append_block_params_for_function_params(entry);
        self.b.switch_to_block(entry);
        self.set_loc(None);
        let params: Vec<Value> = self.b.block_params(entry).to_vec();
        if self.needs_stack_check() {
            self.stack_check(&params);
        }
        self.make_append_rooms();
        self.enter_side_owner();
        let first = self.flow.order[0];
        if self.layout.has_spill() {
            self.spill_in = params.last().copied();
        }
        if self.part == Part::Recover {
            self.frame_param = Some(params[0]);
            let first = self.block(first);
            self.b.ins().jump(first, &[]);
            self.b.switch_to_block(first);
            return;
        }
        if self.func.flags.has_defer {
            self.enter_defer_frame();
        }
        let places = self.layout.params.clone();
        let func = self.func;
        let first_params = &func.blocks[first].params;
        let mut args = Vec::with_capacity(places.len());
        for (place, &param) in places.iter().zip(first_params) {
            args.push(match *place {
                Place::Reg(n) => params[n as usize],
                Place::Spill(offset) => {
                    let area = self.spill_in.expect("spilled parameters have an area");
                    let ty = clif_type(self.func.ty(param));
                    self.b.ins().load(ty, MemFlagsData::trusted(), area, offset as i32)
                }
            });
        }
        let is_target = self.flow.order.iter().any(|&b| self.func.blocks[b].term.targets().iter().any(|t| t.block == first));
        let clif = self.block(first);
        if is_target {
            let args: Vec<BlockArg> = args.into_iter().map(BlockArg::from).collect();
            self.b.ins().jump(clif, &args);
            for &param in first_params {
                let ty = clif_type(self.func.ty(param));
                self.b.append_block_param(clif, ty);
            }
            self.b.switch_to_block(clif);
            let values = self.b.block_params(clif).to_vec();
            for (&param, value) in first_params.iter().zip(values) {
                self.define(param, value);
            }
        } else {
            for (&param, value) in first_params.iter().zip(args) {
                self.define(param, value);
            }
            self.b.ins().jump(clif, &[]);
            self.b.switch_to_block(clif);
        }
    }

    fn needs_stack_check(&self) -> bool {
        if self.func.flags.has_defer {
            return true;
        }
        let mut insts = 0;
        let mut slots = 0;
        for &block in &self.flow.order {
            let block = &self.func.blocks[block];
            insts += block.insts.len();
            for &inst in &block.insts {
                if matches!(self.func.insts[inst].op, Op::Call(_) | Op::CallClosure | Op::CallIface { .. }) {
                    return true;
                }
                slots += self.wanted_slot(inst).unwrap_or(0);
            }
            if self.calls_at_end(&block.term) {
                return true;
            }
        }
        insts > LEAF_INSTS || slots > LEAF_FRAME
    }

    fn stack_check(&mut self, params: &[Value]) {
        let short = self.b.create_block();
        let enough = self.b.create_block();
        self.b.set_cold_block(short);
        let goroutine = self.goroutine();
        let sp = self.b.ins().get_stack_pointer(types::I64);
        let limit = self.b.ins().load(types::I64, MemFlagsData::trusted(), goroutine, g::G_STACK_LIMIT);
        let below = self.b.ins().icmp(IntCC::UnsignedLessThan, sp, limit);
        self.b.ins().brif(below, short, &[], enough, &[]);

        self.b.switch_to_block(short);
        let own = self.symbol_addr(self.symbol, 0);
        let goroutine = self.goroutine();
        self.b.ins().store(MemFlagsData::trusted(), own, goroutine, g::G_MORESTACK_TARGET);
        let sig = self.b.func.signature.clone();
        let morestack = self.func_ref(Symbol::Asm(Asm::morestack), || sig);
        let call = self.b.ins().call(morestack, params);
        let results = self.b.inst_results(call).to_vec();
        self.b.ins().return_(&results);

        self.b.switch_to_block(enough);
    }
}
