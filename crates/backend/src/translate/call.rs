//! Calls: direct, through closures and interfaces, of the runtime, and in tail position.

use super::Translator;
use crate::callconv::{CallLayout, Place, builtin_signature, call_layout, clif_type};
use crate::symbol::Symbol;
use cranelift_codegen::ir::{self, InstBuilder, MemFlagsData, Value, types};
use golift_abi::typedesc::ITAB_FUN;
use golift_abi::{Builtin, builtin};
use golift_ssa::{FuncId, Inst, Placement, SiteId, Terminator, Ty, ValueId};

/// Whom a Go call calls.
pub(crate) enum Callee {
    /// A function of the module.
    Direct(FuncId),
    /// Code at an address.
    Indirect(Value),
}

impl Translator<'_> {
    pub(crate) fn call(&mut self, callee: FuncId, inst: &Inst) {
        let args = self.values(&inst.args);
        let params = self.types(&inst.args);
        self.go_call(Callee::Direct(callee), &params, &args, &inst.results);
    }

    pub(crate) fn call_closure(&mut self, inst: &Inst) {
        let args = self.values(&inst.args);
        let params = self.types(&inst.args);
        let code = self.closure_code(args[0]);
        self.go_call(Callee::Indirect(code), &params, &args, &inst.results);
    }

    pub(crate) fn call_iface(&mut self, slot: u32, inst: &Inst) {
        let args = self.values(&inst.args);
        let params = self.types(&inst.args);
        let code = self.method_code(args[0], slot);
        self.go_call(Callee::Indirect(code), &params[1..], &args[1..], &inst.results);
    }

    fn types(&self, values: &[ValueId]) -> Vec<Ty> {
        values.iter().map(|&v| self.func.ty(v)).collect()
    }

    /// The code of a closure; faults if it is nil.
    fn closure_code(&mut self, closure: Value) -> Value {
        self.b.ins().load(types::I64, MemFlagsData::new(), closure, 0)
    }

    /// The code in an itab's slot; faults if the itab is nil.
    fn method_code(&mut self, itab: Value, slot: u32) -> Value {
        let offset = i64::from(ITAB_FUN) + 8 * i64::from(slot);
        if offset >= golift_abi::NIL_PAGE as i64 {
            self.check_nil(itab);
        }
        self.b.ins().load(types::I64, MemFlagsData::new(), itab, offset as i32)
    }

    fn go_call(&mut self, callee: Callee, params: &[Ty], args: &[Value], results: &[ValueId]) {
        let result_types = self.types(results);
        let layout = call_layout(self.config.arch, params, &result_types);
        let values = self.emit_call(callee, &layout, params, &result_types, args);
        for (&result, value) in results.iter().zip(values) {
            self.define(result, value);
        }
    }

    /// Emits a call and returns all results.
    fn emit_call(
        &mut self,
        callee: Callee,
        layout: &CallLayout,
        params: &[Ty],
        results: &[Ty],
        args: &[Value],
    ) -> Vec<Value> {
        let mut regs = Vec::with_capacity(args.len() + 1);
        let mut area = None;
        if layout.has_spill() {
            let slot = self.new_slot(u64::from(layout.area), 8);
            area = Some(slot);
            for (place, &arg) in layout.params.iter().zip(args) {
                if let Place::Spill(offset) = *place {
                    self.b.ins().stack_store(types::I64, arg, slot, offset as i32);
                }
            }
        }
        regs.extend(layout.params.iter().zip(args).filter(|(p, _)| matches!(p, Place::Reg(_))).map(|(_, &a)| a));
        if let Some(slot) = area {
            regs.push(self.b.ins().stack_addr(types::I64, slot, 0));
        }
        let call = match callee {
            Callee::Direct(f) => {
                let callee = self.func_ref(Symbol::Func(f), || layout.signature(params, results));
                self.b.ins().call(callee, &regs)
            }
            Callee::Indirect(code) => {
                let sig = self.import_sig(layout.signature(params, results));
                self.b.ins().call_indirect(sig, code, &regs)
            }
        };
        let in_regs = self.b.inst_results(call).to_vec();
        layout
            .results
            .iter()
            .zip(results)
            .map(|(place, &ty)| match *place {
                Place::Reg(n) => in_regs[n as usize],
                Place::Spill(offset) => {
                    let slot = area.expect("spilled results have an area");
                    self.b.ins().stack_load(types::I64, clif_type(ty), slot, offset as i32)
                }
            })
            .collect()
    }

    /// Whether a block ends in a tail call that takes a frame of its own on top of this one.
    pub(crate) fn calls_at_end(&self, term: &Terminator) -> bool {
        let args = match term {
            Terminator::TailCall(_, args) | Terminator::TailCallClosure(args) => &args[..],
            Terminator::TailCallIface(_, _, args) => &args[1..],
            _ => return false,
        };
        let params = self.types(args);
        self.keeps_frame() || call_layout(self.config.arch, &params, &self.func.sig.results).has_spill()
    }

    /// Whether the frame must be there until what is called in tail position returns.
    fn keeps_frame(&self) -> bool {
        self.defer_slot.is_some() || self.func.side_owner || self.has_stack_objects()
    }

    /// `return callee(args)`. In place of this function when nothing of its frame can be in use by the callee and the
    /// words fit in registers or in the same spill area; else a call and a return.
    fn tail_call(&mut self, callee: Callee, params: &[Ty], args: &[Value]) {
        let results = self.func.sig.results.clone();
        let layout = call_layout(self.config.arch, params, &results);
        let same_area = layout.has_spill()
            && self.layout.area == layout.area
            && self.layout.results_at == layout.results_at
            && self.spill_in.is_some();
        if self.keeps_frame() || (layout.has_spill() && !same_area) {
            let values = self.emit_call(callee, &layout, params, &results, args);
            self.return_values(&values);
            return;
        }
        // Every argument is computed already: storing into the area cannot overwrite one still to be read.
        if let (true, Some(area)) = (layout.has_spill(), self.spill_in) {
            for (place, &arg) in layout.params.iter().zip(args) {
                if let Place::Spill(offset) = *place {
                    self.b.ins().store(MemFlagsData::trusted(), arg, area, offset as i32);
                }
            }
        }
        let mut regs: Vec<Value> =
            layout.params.iter().zip(args).filter(|(p, _)| matches!(p, Place::Reg(_))).map(|(_, &a)| a).collect();
        if layout.has_spill() {
            regs.extend(self.spill_in);
        }
        match callee {
            Callee::Direct(f) => {
                let callee = self.func_ref(Symbol::Func(f), || layout.signature(params, &results));
                self.b.ins().return_call(callee, &regs);
            }
            Callee::Indirect(code) => {
                let sig = self.import_sig(layout.signature(params, &results));
                self.b.ins().return_call_indirect(sig, code, &regs);
            }
        }
    }

    pub(crate) fn tail_call_direct(&mut self, callee: FuncId, args: &[ValueId]) {
        let (params, args) = (self.types(args), self.values(args));
        self.tail_call(Callee::Direct(callee), &params, &args);
    }

    pub(crate) fn tail_call_closure(&mut self, args: &[ValueId]) {
        let (params, args) = (self.types(args), self.values(args));
        let code = self.closure_code(args[0]);
        self.tail_call(Callee::Indirect(code), &params, &args);
    }

    pub(crate) fn tail_call_iface(&mut self, slot: u32, args: &[ValueId]) {
        let (params, args) = (self.types(args), self.values(args));
        let code = self.method_code(args[0], slot);
        self.tail_call(Callee::Indirect(code), &params[1..], &args[1..]);
    }

    /// Whether an argument could point into this frame.
    fn has_stack_objects(&self) -> bool {
        self.flow.order.iter().any(|&b| {
            let mut sites = self.func.blocks[b].insts.iter().filter_map(|&i| self.func.insts[i].op.site());
            sites.any(|s| self.module.sites[s].placement == Placement::Stack)
        })
    }

    pub(crate) fn call_builtin(&mut self, mut builtin: Builtin, site: Option<SiteId>, inst: &Inst) {
        let mut args = self.values(&inst.args);
        if let Some(site) = site {
            if let Some(buffer) = self.string_buffer(builtin, site) {
                args[0] = buffer;
            }
            if let Some(room) = self.append_room(builtin, site) {
                args[5] = room;
            }
            self.mark_site(site);
            if self.module.sites[site].placement == Placement::Side {
                builtin = builtin.side_form().unwrap_or(builtin);
            }
        }
        let info = builtin.info();
        if args.len() != info.params.len() || inst.results.len() > info.results.len() {
            panic!("backend: {}: {} called with {} words", self.func.name, info.name, args.len());
        }
        let values = self.runtime_call(builtin, &args);
        for (&result, value) in inst.results.iter().zip(values) {
            self.define(result, value);
        }
        if info.flags & builtin::NORETURN != 0 {
            // Whatever follows is dead, but its block needs no special case.
            let rest = self.b.create_block();
            self.b.set_cold_block(rest);
            self.b.ins().trap(super::defer::TRAP_UNREACHABLE);
            self.b.switch_to_block(rest);
        }
    }

    /// Calls the runtime with the goroutine first.
    pub(crate) fn runtime_call(&mut self, builtin: Builtin, args: &[Value]) -> Vec<Value> {
        let callee = self.func_ref(Symbol::Builtin(builtin), || builtin_signature(builtin));
        let mut words: Vec<Value> = Vec::with_capacity(args.len() + 1);
        words.push(self.goroutine());
        words.extend_from_slice(args);
        let call: ir::Inst = self.b.ins().call(callee, &words);
        self.b.inst_results(call).to_vec()
    }
}
