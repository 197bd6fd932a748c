//! Terminators.
//!
//! A branch that leaves a loop is written `brif exit, body`, the condition turned round if need be: with the other
//! order Cranelift sinks values hoisted out of the loop back into it.

use super::Translator;
use super::arith::{float_cc, int_cc};
use super::defer::TRAP_UNREACHABLE;
use crate::callconv::Place;
use cranelift_codegen::ir::condcodes::{CondCode, IntCC};
use cranelift_codegen::ir::{self, BlockArg, InstBuilder, MemFlagsData, Value};
use cranelift_frontend::Switch;
use golift_ssa::{BlockCall, BlockId, Op, Terminator, ValueId};

impl Translator<'_> {
    pub(crate) fn terminator(&mut self, block: BlockId) {
        let func = self.func;
        match &func.blocks[block].term {
            Terminator::None => panic!("backend: {}: {block} has no terminator", func.name),
            Terminator::Jump(target) => {
                let (to, args) = self.target(target);
                self.b.ins().jump(to, &args);
            }
            Terminator::Branch { cond, then, else_ } => self.branch(block, *cond, then, else_),
            Terminator::Switch { value, cases, default } => self.switch(*value, cases, default),
            Terminator::Return(values) => {
                let values = self.values(values);
                self.return_values(&values);
            }
            Terminator::TailCall(callee, args) => self.tail_call_direct(*callee, args),
            Terminator::TailCallClosure(args) => self.tail_call_closure(args),
            Terminator::TailCallIface(slot, _, args) => self.tail_call_iface(*slot, args),
            Terminator::Unreachable => {
                self.b.ins().trap(TRAP_UNREACHABLE);
            }
        }
    }

    fn target(&mut self, call: &BlockCall) -> (ir::Block, Vec<BlockArg>) {
        let args = call.args.iter().map(|&v| BlockArg::from(self.value(v))).collect();
        (self.block(call.block), args)
    }

    fn branch(&mut self, block: BlockId, cond: ValueId, then: &BlockCall, else_: &BlockCall) {
        let turn = !self.flow.leaves_loop(block, then.block) && self.flow.leaves_loop(block, else_.block);
        let (a, a_args) = self.target(then);
        let (b, b_args) = self.target(else_);
        if turn {
            let not = self.negated(cond);
            self.b.ins().brif(not, b, &b_args, a, &a_args);
        } else {
            let c = self.value(cond);
            self.b.ins().brif(c, a, &a_args, b, &b_args);
        }
    }

    /// The opposite of a condition, as a comparison where it is one.
    fn negated(&mut self, cond: ValueId) -> Value {
        let c = self.value(cond);
        if let Some(def) = self.def_of(cond) {
            let (op, args) = (def.op.clone(), def.args.clone());
            match op {
                Op::Cmp(op) => {
                    let (x, y) = (self.value(args[0]), self.value(args[1]));
                    return self.b.ins().icmp(int_cc(op).complement(), x, y);
                }
                Op::FCmp(op) => {
                    let (x, y) = (self.value(args[0]), self.value(args[1]));
                    return self.b.ins().fcmp(float_cc(op).complement(), x, y);
                }
                _ => {}
            }
        }
        self.b.ins().icmp_imm_u(IntCC::Equal, c, 0)
    }

    fn switch(&mut self, value: ValueId, cases: &[(i64, BlockCall)], default: &BlockCall) {
        let v = self.value(value);
        let bits = self.b.func.dfg.value_type(v).bits();
        let mut switch = Switch::new();
        let mut landings: Vec<(ir::Block, &BlockCall)> = Vec::new();
        let mut landing = |t: &mut Self, call| {
            let block = t.b.create_block();
            landings.push((block, call));
            block
        };
        for (case, call) in cases {
            let index = if bits == 64 { *case as u64 } else { *case as u64 & ((1 << bits) - 1) };
            let block = if call.args.is_empty() { self.block(call.block) } else { landing(self, call) };
            switch.set_entry(u128::from(index), block);
        }
        let otherwise = if default.args.is_empty() { self.block(default.block) } else { landing(self, default) };
        switch.emit(&mut self.b, v, otherwise);
        for (block, call) in landings {
            self.b.switch_to_block(block);
            let (to, args) = self.target(call);
            self.b.ins().jump(to, &args);
        }
    }

    /// Returns: spilled results to the caller's area, the others in registers.
    pub(crate) fn return_values(&mut self, values: &[Value]) {
        self.leave_defer_frame();
        self.leave_side_owner();
        let places = self.layout.results.clone();
        let mut regs = Vec::with_capacity(values.len());
        for (place, &value) in places.iter().zip(values) {
            match *place {
                Place::Reg(_) => regs.push(value),
                Place::Spill(offset) => {
                    let area = self.spill_in.expect("spilled results have an area");
                    self.b.ins().store(MemFlagsData::trusted(), value, area, offset as i32);
                }
            }
        }
        if self.config.poison_frames {
            regs = self.end_of_frame(&regs);
        }
        self.b.ins().return_(&regs);
    }
}
