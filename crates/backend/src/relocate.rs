//! Addresses into bytes.
//!
//! Input: an [`Image`], the base address of each section and the addresses of the runtime.
//! Calls that do not reach the runtime go through stubs, if the caller gives room for them.

use crate::config::Arch;
use crate::layout::{Image, ImageReloc, Target};
use crate::symbol::Section;
use cranelift_codegen::binemit::Reloc;
use rustc_hash::FxHashMap;

/// Where the sections and the runtime are.
pub(crate) struct Addresses<'a> {
    pub(crate) code: u64,
    pub(crate) read_only: u64,
    pub(crate) data: u64,
    pub(crate) zero: u64,
    pub(crate) builtins: &'a [u64],
    pub(crate) asm: &'a [u64],
}

impl Addresses<'_> {
    /// The base address of a section.
    pub(crate) fn section(&self, section: Section) -> u64 {
        match section {
            Section::Code => self.code,
            Section::ReadOnly => self.read_only,
            Section::Data => self.data,
            Section::Zero => self.zero,
        }
    }

    fn target(&self, target: Target) -> Result<u64, String> {
        let missing = |name: &str| format!("the runtime lacks {name}");
        match target {
            Target::Section(section, offset) => Ok(self.section(section) + offset),
            Target::Builtin(b) => {
                self.builtins.get(b as usize).copied().filter(|&a| a != 0).ok_or_else(|| missing(b.info().name))
            }
            Target::Asm(a) => {
                self.asm.get(a as usize).copied().filter(|&a| a != 0).ok_or_else(|| missing(a.name()))
            }
        }
    }
}

/// Bytes of one stub.
pub(crate) const STUB: usize = 16;

/// The runtime entries that code calls, in order: as many stubs may be needed.
pub(crate) fn runtime_targets(image: &Image) -> Vec<Target> {
    let mut out: Vec<Target> =
        image.relocs.iter().map(|r| r.target).filter(|t| !matches!(t, Target::Section(..))).collect();
    out.sort();
    out.dedup();
    out
}

/// The sections' bytes, to be completed.
pub(crate) struct Sections<'a> {
    /// The code, with room for stubs behind it if there are any.
    pub(crate) code: &'a mut [u8],
    pub(crate) read_only: &'a mut [u8],
    pub(crate) data: &'a mut [u8],
}

/// Fills in all addresses.
pub(crate) fn relocate(image: &Image, sections: Sections<'_>, addresses: &Addresses<'_>) -> Result<(), String> {
    let Sections { code, read_only, data } = sections;
    let mut stubs: FxHashMap<Target, u64> = FxHashMap::default();
    let mut stub_at = image.code.len().next_multiple_of(STUB);
    for reloc in &image.relocs {
        let at = addresses.section(reloc.section) + reloc.offset;
        let mut value = addresses.target(reloc.target)?.wrapping_add(reloc.addend as u64);
        if !reaches(reloc.kind, at, value) {
            if matches!(reloc.target, Target::Section(..)) {
                return Err("the program is too large: its sections do not reach each other".to_string());
            }
            let stub = match stubs.get(&reloc.target) {
                Some(&stub) => stub,
                None => {
                    let room = code.get_mut(stub_at..stub_at + STUB);
                    let room = room.ok_or_else(|| "the program does not reach the runtime".to_string())?;
                    write_stub(image.arch, room, addresses.target(reloc.target)?);
                    let stub = addresses.code + stub_at as u64;
                    stub_at += STUB;
                    stubs.insert(reloc.target, stub);
                    stub
                }
            };
            value = stub.wrapping_add(reloc.addend as u64);
        }
        let bytes: &mut [u8] = match reloc.section {
            Section::Code => code,
            Section::ReadOnly => read_only,
            Section::Data => data,
            Section::Zero => return Err("a relocation in zero data".to_string()),
        };
        patch(bytes, reloc, at, value)?;
    }
    Ok(())
}

fn reaches(kind: Reloc, at: u64, value: u64) -> bool {
    let distance = value.wrapping_sub(at) as i64;
    match kind {
        Reloc::X86PCRel4 | Reloc::X86CallPCRel4 | Reloc::X86CallPLTRel4 => i32::try_from(distance).is_ok(),
        Reloc::Arm64Call => (-(1 << 27)..1 << 27).contains(&distance),
        Reloc::Aarch64AdrPrelPgHi21 => (-(1i64 << 32)..1 << 32).contains(&distance),
        _ => true,
    }
}

fn patch(bytes: &mut [u8], reloc: &ImageReloc, at: u64, value: u64) -> Result<(), String> {
    let offset = reloc.offset as usize;
    let size = if reloc.kind == Reloc::Abs8 { 8 } else { 4 };
    let word = bytes.get_mut(offset..offset + size).ok_or("a relocation outside of its section")?;
    match reloc.kind {
        Reloc::Abs8 => word.copy_from_slice(&value.to_le_bytes()),
        Reloc::X86PCRel4 | Reloc::X86CallPCRel4 | Reloc::X86CallPLTRel4 => {
            word.copy_from_slice(&(value.wrapping_sub(at) as i32).to_le_bytes());
        }
        Reloc::Arm64Call => {
            let distance = (value.wrapping_sub(at) as i64 >> 2) as u32 & 0x03ff_ffff;
            insert_bits(word, 0xfc00_0000, distance);
        }
        Reloc::Aarch64AdrPrelPgHi21 => {
            let pages = (((value & !0xfff) as i64 - (at & !0xfff) as i64) >> 12) as u32;
            insert_bits(word, 0x9f00_001f, (pages & 3) << 29 | (pages >> 2 & 0x7_ffff) << 5);
        }
        Reloc::Aarch64AddAbsLo12Nc => insert_bits(word, 0xffc0_03ff, (value as u32 & 0xfff) << 10),
        kind => return Err(format!("relocation {kind:?} is not supported")),
    }
    Ok(())
}

/// Keeps the bits in `mask` of an instruction and sets others.
fn insert_bits(word: &mut [u8], mask: u32, bits: u32) {
    let old = u32::from_le_bytes([word[0], word[1], word[2], word[3]]);
    word.copy_from_slice(&(old & mask | bits).to_le_bytes());
}

fn write_stub(arch: Arch, room: &mut [u8], target: u64) {
    match arch {
        Arch::X86_64 => {
            // jmp *0(%rip), the address behind it.
            room[..6].copy_from_slice(&[0xff, 0x25, 0, 0, 0, 0]);
            room[6..14].copy_from_slice(&target.to_le_bytes());
        }
        Arch::Aarch64 => {
            // ldr x16, #8; br x16; the address.
            room[..4].copy_from_slice(&0x5800_0050u32.to_le_bytes());
            room[4..8].copy_from_slice(&0xd61f_0200u32.to_le_bytes());
            room[8..16].copy_from_slice(&target.to_le_bytes());
        }
    }
}
