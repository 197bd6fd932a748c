//! Checks that panic, each with its cold block.

use super::Translator;
use super::defer::TRAP_UNREACHABLE;
use cranelift_codegen::ir::condcodes::IntCC;
use cranelift_codegen::ir::{InstBuilder, MemFlagsData, Value, types};
use golift_abi::{BoundsKind, Builtin, goroutine as g};
use golift_ssa::{Check, Inst};

impl Translator<'_> {
    pub(crate) fn check(&mut self, check: Check, inst: &Inst) {
        match check {
            Check::Nil => {
                let p = self.arg(inst, 0);
                self.probe(p);
            }
            Check::Bounds { kind, signed } => {
                let (index, length) = (self.arg(inst, 0), self.arg(inst, 1));
                let fails = match kind {
                    BoundsKind::Index => IntCC::UnsignedGreaterThanOrEqual,
                    _ => IntCC::UnsignedGreaterThan,
                };
                let fails = self.b.ins().icmp(fails, index, length);
                self.panic_if(fails, Builtin::rt_panicbounds, |t| {
                    let goroutine = t.goroutine();
                    t.b.ins().store(MemFlagsData::trusted(), index, goroutine, g::G_BOUNDS);
                    t.b.ins().store(MemFlagsData::trusted(), length, goroutine, g::G_BOUNDS + 8);
                    let kind = t.iconst(types::I64, kind as i64);
                    let signed = t.iconst(types::I64, i64::from(signed));
                    vec![kind, signed]
                });
            }
            Check::DivZero => {
                let divisor = self.arg(inst, 0);
                let fails = self.b.ins().icmp_imm_u(IntCC::Equal, divisor, 0);
                self.panic_if(fails, Builtin::rt_panicdivide, |_| Vec::new());
            }
            Check::Shift => {
                let amount = self.arg(inst, 0);
                let fails = self.b.ins().icmp_imm_s(IntCC::SignedLessThan, amount, 0);
                self.panic_if(fails, Builtin::rt_panicshift, |_| Vec::new());
            }
        }
    }

    /// An explicit nil check, for accesses far from the pointer.
    pub(crate) fn check_nil(&mut self, p: Value) {
        let fails = self.b.ins().icmp_imm_u(IntCC::Equal, p, 0);
        self.panic_if(fails, Builtin::rt_panicnil, |_| Vec::new());
    }

    fn panic_if(&mut self, fails: Value, builtin: Builtin, args: impl FnOnce(&mut Self) -> Vec<Value>) {
        let (cold, next) = (self.b.create_block(), self.b.create_block());
        self.b.set_cold_block(cold);
        self.b.ins().brif(fails, cold, &[], next, &[]);
        self.b.switch_to_block(cold);
        let args = args(self);
        self.runtime_call(builtin, &args);
        self.b.ins().trap(TRAP_UNREACHABLE);
        self.b.switch_to_block(next);
    }
}
