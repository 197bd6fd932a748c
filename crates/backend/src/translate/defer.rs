//! Functions with `defer`: the frame record, the landing place after a recovered panic, and the recovery part.
//!
//! At entry the function fills its `DeferFrame` and links it; every return unlinks it. `handler` is the address of a
//! *landing block*, which runs with the stack and frame pointers of the body and nothing else: all it uses is the
//! goroutine's `defer_top`. It calls the recovery part, a function of its own made of the blocks reachable from
//! `recover_block`, with the frame as argument, unlinks, takes the side stack back (not earlier: the remaining deferred calls may
//! use what lies there), and returns the results.
//!
//! The recovery part finds what it uses of the body's values in words behind the `DeferFrame` (their *homes*), where
//! the body puts them when it defines them.
//!
//! Cranelift gives out a block's address only as the handler of a `try_call`. That call stands on a path that is never
//! taken (the stack pointer is never 0): being there is enough to make the prologue save all callee-saved registers,
//! which the landing block's return restores.

use super::{Part, Translator};
use crate::callconv::call_layout;
use crate::symbol::Symbol;
use cranelift_codegen::ir::{
    BlockCall, ExceptionTableData, ExceptionTableItem, ExceptionTag, InstBuilder, MemFlagsData, Signature, TrapCode, Value,
    types,
};
use cranelift_codegen::ir::condcodes::IntCC;
use cranelift_codegen::isa::CallConv;
use crate::loops::Flow;
use golift_abi::{Asm, goroutine as g};
use golift_ssa::{Inst, Ty, ValueId};
use cranelift_entity::SecondaryMap;
use rustc_hash::FxHashMap;

/// The trap after calls that do not return.
pub(crate) const TRAP_UNREACHABLE: TrapCode = TrapCode::unwrap_user(1);

impl Translator<'_> {
    /// Gives a home behind the defer frame to every value that the recovery part uses and the body defines. The first
    /// word is the pointer to the caller's spill area, if results go there.
    pub(crate) fn plan_homes(&mut self) {
        let (true, Some(recover)) = (self.func.flags.has_defer, self.func.recover_block) else { return };
        let flow = Flow::new(self.func, recover);
        let mut inside: SecondaryMap<ValueId, bool> = SecondaryMap::new();
        for &b in &flow.order {
            let block = &self.func.blocks[b];
            let results = block.insts.iter().flat_map(|&i| self.func.insts[i].results.iter());
            for &v in block.params.iter().chain(results) {
                inside[v] = true;
            }
        }
        let mut next = HOMES_AT + 8;
        let mut homes = FxHashMap::default();
        let mut need = |v: ValueId| {
            if !inside[v] && !homes.contains_key(&v) {
                homes.insert(v, next);
                next += 8;
            }
        };
        for &b in &flow.order {
            let block = &self.func.blocks[b];
            for &i in &block.insts {
                self.func.insts[i].args.iter().for_each(|&v| need(v));
            }
            block.term.operands().iter().for_each(|&v| need(v));
        }
        self.homes = homes;
        if self.part == Part::Body {
            self.defer_slot = Some(self.new_slot(next as u64, 8));
        }
    }

    /// Fills and links the `DeferFrame`, and emits the landing block.
    pub(crate) fn enter_defer_frame(&mut self) {
        let slot = self.defer_slot.expect("functions with defer have a slot");
        let (never, body, landing, after) =
            (self.b.create_block(), self.b.create_block(), self.b.create_block(), self.b.create_block());
        for cold in [never, landing, after] {
            self.b.set_cold_block(cold);
        }
        let goroutine = self.goroutine();
        let trusted = MemFlagsData::trusted();
        let frame = self.b.ins().stack_addr(types::I64, slot, 0);
        let prev = self.b.ins().load(types::I64, trusted, goroutine, g::G_DEFER_TOP);
        let limit = self.b.ins().load(types::I64, trusted, goroutine, g::G_STACK_LIMIT);
        let (side_top, side_limit) = self.side_at_entry();
        let zero = self.iconst(types::I64, 0);
        let sp = self.b.ins().get_stack_pointer(types::I64);
        let fp = self.b.ins().get_frame_pointer(types::I64);
        let handler = self.b.ins().get_exception_handler_address(types::I64, never, 0);
        for (value, offset) in [
            (prev, g::DEFER_PREV),
            (zero, g::DEFER_HEAD),
            (sp, g::DEFER_SP),
            (fp, g::DEFER_FP),
            (handler, g::DEFER_HANDLER),
            (limit, g::DEFER_STACK_LIMIT),
            (side_top, g::DEFER_SIDE_TOP),
            (side_limit, g::DEFER_SIDE_LIMIT),
        ] {
            self.b.ins().store(trusted, value, frame, offset);
        }
        if let Some(area) = self.spill_in {
            self.b.ins().store(trusted, area, frame, HOMES_AT);
        }
        self.b.ins().store(trusted, frame, goroutine, g::G_DEFER_TOP);
        let impossible = self.b.ins().icmp_imm_u(IntCC::Equal, sp, 0);
        self.b.ins().brif(impossible, never, &[], body, &[]);

        self.b.switch_to_block(never);
        let sig = self.import_sig(Signature::new(CallConv::Tail));
        let name = self.b.func.declare_imported_user_function(Symbol::Asm(Asm::morestack).to_name());
        let callee = self.b.import_function(cranelift_codegen::ir::ExtFuncData {
            name: cranelift_codegen::ir::ExternalName::user(name),
            signature: sig,
            colocated: true,
            patchable: false,
        });
        let pool = &mut self.b.func.dfg.value_lists;
        let normal = BlockCall::new(after, [], pool);
        let caught = BlockCall::new(landing, [], pool);
        let table =
            ExceptionTableData::new(sig, normal, [ExceptionTableItem::Tag(ExceptionTag::from_u32(0), caught)]);
        let table = self.b.func.dfg.exception_tables.push(table);
        self.b.ins().try_call(callee, &[], table);

        self.b.switch_to_block(after);
        self.b.ins().trap(TRAP_UNREACHABLE);

        self.b.switch_to_block(landing);
        self.landing_block();

        self.b.switch_to_block(body);
    }

    fn landing_block(&mut self) {
        let trusted = MemFlagsData::trusted();
        let goroutine = self.goroutine();
        let frame = self.b.ins().load(types::I64, trusted, goroutine, g::G_DEFER_TOP);
        let mut args: Vec<Value> = vec![frame];
        let results = &self.func.sig.results;
        let layout = call_layout(self.config.arch, &[Ty::Ptr], results);
        if layout.has_spill() {
            let area = self.b.ins().load(types::I64, trusted, frame, HOMES_AT);
            // The recovery part has no spilled arguments, so its results begin the area.
            let at = i64::from(self.layout.results_at) - i64::from(layout.results_at);
            args.push(self.b.ins().iadd_imm_s(area, at));
        }
        let callee = self.func_ref(Symbol::Recover(self.id), || layout.signature(&[Ty::Ptr], results));
        let call = self.b.ins().call(callee, &args);
        let values = self.b.inst_results(call).to_vec();
        let goroutine = self.goroutine();
        let frame = self.b.ins().load(types::I64, trusted, goroutine, g::G_DEFER_TOP);
        let prev = self.b.ins().load(types::I64, trusted, frame, g::DEFER_PREV);
        self.b.ins().store(trusted, prev, goroutine, g::G_DEFER_TOP);
        self.recover_side(frame);
        self.b.ins().return_(&values);
    }

    /// Takes the function's frame off the goroutine's list, before a return.
    pub(crate) fn leave_defer_frame(&mut self) {
        if let (Part::Body, Some(slot)) = (self.part, self.defer_slot) {
            let prev = self.b.ins().stack_load(types::I64, types::I64, slot, g::DEFER_PREV);
            let goroutine = self.goroutine();
            self.b.ins().store(MemFlagsData::trusted(), prev, goroutine, g::G_DEFER_TOP);
        }
    }

    /// The address of this activation's `DeferFrame`.
    pub(crate) fn defer_frame(&mut self) -> Value {
        match (self.frame_param, self.defer_slot) {
            (Some(frame), _) => frame,
            (None, Some(slot)) => self.b.ins().stack_addr(types::I64, slot, 0),
            (None, None) => panic!("backend: {}: defer_frame in a function without defer", self.func.name),
        }
    }

    /// The frame pointer of the activation.
    pub(crate) fn frame_ptr(&mut self, inst: &Inst) {
        let v = match self.frame_param {
            Some(frame) => self.b.ins().load(types::I64, MemFlagsData::trusted(), frame, g::DEFER_FP),
            None => self.b.ins().get_frame_pointer(types::I64),
        };
        self.define(inst.results[0], v);
    }
}

/// Offset of the words behind the defer frame.
const HOMES_AT: i32 = g::DEFER_FRAME_SIZE as i32;
