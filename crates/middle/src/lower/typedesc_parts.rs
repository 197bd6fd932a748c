//! Writing structures with addresses in them into static data.

use super::module::ModuleBuilder;
use golift_ssa::{DataId, FuncId, Reloc, RelocTarget};

/// A static structure being written, field after field.
#[derive(Default)]
pub struct DataWriter {
    /// Contents so far.
    pub bytes: Vec<u8>,
    /// Addresses so far, by ascending offset.
    pub relocs: Vec<Reloc>,
}

impl DataWriter {
    /// A 64-bit word.
    pub fn u64(&mut self, n: u64) {
        self.bytes.extend(n.to_le_bytes());
    }

    /// A 32-bit word.
    pub fn u32(&mut self, n: u32) {
        self.bytes.extend(n.to_le_bytes());
    }

    /// A byte.
    pub fn u8(&mut self, n: u8) {
        self.bytes.push(n);
    }

    /// The address of data, or null.
    pub fn data(&mut self, target: Option<DataId>) {
        if let Some(d) = target {
            self.reloc(RelocTarget::Data(d));
        }
        self.u64(0);
    }

    /// The address of code, or null.
    pub fn func(&mut self, target: Option<FuncId>) {
        if let Some(f) = target {
            self.reloc(RelocTarget::Func(f));
        }
        self.u64(0);
    }

    fn reloc(&mut self, target: RelocTarget) {
        self.relocs.push(Reloc { offset: self.bytes.len() as u32, target, addend: 0 });
    }

    /// A `Str`: pointer and length.
    pub fn str(&mut self, mb: &mut ModuleBuilder<'_>, text: &str) {
        let d = (!text.is_empty()).then(|| mb.string_data(text.as_bytes()));
        self.data(d);
        self.u64(text.len() as u64);
    }
}
