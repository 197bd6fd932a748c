//! Frames that are left with their objects written over, for tests: what still points to one reads nonsense at once.
//!
//! Every slot that holds an object is filled before each return. Slots come into being while the blocks are translated,
//! so the places are only noted then ([`Translator::end_of_frame`]) and filled at the end ([`Translator::poison_objects`]).

use super::Translator;
use cranelift_codegen::cursor::{Cursor, FuncCursor};
use cranelift_codegen::ir::{InstBuilder, StackSlot, Value, types};

/// What stands in objects of frames that are gone: no address, and no likely number.
const POISON: i64 = 0xdbdb_dbdb_dbdb_dbdb_u64 as i64;
/// Of larger objects only the first words are filled.
const WORDS: u64 = 64;

impl Translator<'_> {
    /// A slot for an object.
    pub(crate) fn object_slot(&mut self, size: u64, align: u64) -> StackSlot {
        let slot = self.new_slot(size, align);
        self.objects.push((slot, size));
        slot
    }

    /// Notes that the frame ends here. The results go through memory: reading them may not be put off until after that.
    pub(crate) fn end_of_frame(&mut self, results: &[Value]) -> Vec<Value> {
        let kept: Vec<_> = results.iter().map(|&v| (self.b.func.dfg.value_type(v), v, self.new_slot(8, 8))).collect();
        for &(_, v, slot) in &kept {
            self.b.ins().stack_store(types::I64, v, slot, 0);
        }
        self.exits.push(self.b.ins().nop());
        kept.iter().map(|&(ty, _, slot)| self.b.ins().stack_load(types::I64, ty, slot, 0)).collect()
    }

    /// Fills the objects where the frame ends.
    pub(crate) fn poison_objects(&mut self) {
        for &exit in &self.exits {
            let mut at = FuncCursor::new(self.b.func).at_inst(exit);
            let poison = at.ins().iconst(types::I64, POISON);
            for &(slot, size) in &self.objects {
                for word in 0..size.div_ceil(8).min(WORDS) {
                    at.ins().stack_store(types::I64, poison, slot, 8 * word as i32);
                }
            }
        }
    }
}
