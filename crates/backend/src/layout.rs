//! Where everything goes: one deterministic pass over compiled functions, data and tables.
//!
//! Output: an [`Image`]: the bytes of three sections and the size of the fourth, with relocations between sections and
//! to the runtime. It can be placed anywhere, as long as the sections lie within ±2 GB of each other.

use crate::compile::{CodeTarget, CompiledFunc};
use crate::config::{Arch, BackendConfig};
use crate::symbol::{Section, Symbol};
use crate::tables::{Root, build_tables, pointers_first};
use crate::translate::Part;
use cranelift_codegen::binemit::Reloc;
use cranelift_entity::SecondaryMap;
use golift_abi::{Asm, Builtin};
use golift_base::SourceMap;
use golift_ssa::module::DataKind;
use golift_ssa::{DataId, FuncId, Module, RelocTarget};

/// A program before it has addresses.
pub(crate) struct Image {
    pub(crate) arch: Arch,
    pub(crate) code: Vec<u8>,
    pub(crate) read_only: Vec<u8>,
    pub(crate) data: Vec<u8>,
    pub(crate) zero_size: u64,
    pub(crate) relocs: Vec<ImageReloc>,
    /// Offset of the `ProgramInfo` in the read-only section.
    pub(crate) program: u64,
    /// Names and places of functions.
    pub(crate) funcs: Vec<PlacedFunc>,
}

/// A function's place in the code section.
pub(crate) struct PlacedFunc {
    pub(crate) name: String,
    pub(crate) offset: u64,
    pub(crate) len: u64,
}

/// An address to fill in.
pub(crate) struct ImageReloc {
    pub(crate) section: Section,
    pub(crate) offset: u64,
    pub(crate) kind: Reloc,
    pub(crate) target: Target,
    pub(crate) addend: i64,
}

/// A place in the program or the runtime.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(crate) enum Target {
    /// An offset in a section.
    Section(Section, u64),
    /// A runtime function.
    Builtin(Builtin),
    /// A runtime routine in assembly.
    Asm(Asm),
}

struct Places {
    funcs: SecondaryMap<FuncId, u64>,
    recovers: SecondaryMap<FuncId, u64>,
    data: SecondaryMap<DataId, (Option<Section>, u64)>,
    tables: Vec<u64>,
}

impl Places {
    fn resolve(&self, symbol: Symbol) -> Target {
        match symbol {
            Symbol::Func(f) => Target::Section(Section::Code, self.funcs[f]),
            Symbol::Recover(f) => Target::Section(Section::Code, self.recovers[f]),
            Symbol::Data(d) => {
                let (section, offset) = self.data[d];
                Target::Section(section.expect("all data is placed"), offset)
            }
            Symbol::Table(t) => Target::Section(Section::ReadOnly, self.tables[t as usize]),
            Symbol::Section(s) => Target::Section(s, 0),
            Symbol::Builtin(b) => Target::Builtin(b),
            Symbol::Asm(a) => Target::Asm(a),
        }
    }
}

/// Lays out a program.
pub(crate) fn lay_out(
    module: &Module,
    sources: &SourceMap,
    config: &BackendConfig,
    funcs: &[CompiledFunc],
) -> Image {
    let mut places =
        Places { funcs: SecondaryMap::new(), recovers: SecondaryMap::new(), data: SecondaryMap::new(), tables: Vec::new() };
    let (code, placed) = lay_out_code(module, funcs, &mut places, config.arch);

    let mut roots = Vec::new();
    let mut sizes = [0u64; 3];
    let kinds = [(DataKind::ReadOnly, Section::ReadOnly), (DataKind::Writable, Section::Data), (DataKind::Zero, Section::Zero)];
    for (n, (kind, section)) in kinds.into_iter().enumerate() {
        let mut pointers_end = 0;
        for id in pointers_first(module, kind) {
            let data = &module.data[id];
            // Whole words, so that roots can be scanned by words.
            let at = sizes[n].next_multiple_of(data.align.max(if data.pointers { 8 } else { 1 }));
            places.data[id] = (Some(section), at);
            sizes[n] = at + data.size.max(1);
            if data.pointers {
                sizes[n] = sizes[n].next_multiple_of(8);
                pointers_end = sizes[n];
            }
        }
        if pointers_end > 0 && section != Section::ReadOnly {
            roots.push(Root { section, offset: 0, len: pointers_end });
        }
    }
    let tables = build_tables(module, sources, config, funcs, code.len() as u64, &roots);
    for table in &tables {
        let at = sizes[0].next_multiple_of(8);
        places.tables.push(at);
        sizes[0] = at + table.bytes.len() as u64;
    }

    let mut read_only = vec![0; sizes[0] as usize];
    let mut data_bytes = vec![0; sizes[1] as usize];
    let mut relocs = Vec::new();
    for compiled in funcs {
        let base = place_of(&places, compiled);
        for reloc in &compiled.relocs {
            let target = match reloc.target {
                CodeTarget::Symbol(symbol) => places.resolve(symbol),
                CodeTarget::Own(offset) => Target::Section(Section::Code, base + u64::from(offset)),
            };
            let offset = base + u64::from(reloc.offset);
            relocs.push(ImageReloc { section: Section::Code, offset, kind: reloc.kind, target, addend: reloc.addend });
        }
    }
    for (id, data) in module.data.iter() {
        let (Some(section), at) = places.data[id] else { continue };
        let bytes = match section {
            Section::ReadOnly => &mut read_only,
            Section::Data => &mut data_bytes,
            _ => continue,
        };
        let start = at as usize;
        let len = data.bytes.len().min(data.size as usize);
        bytes[start..start + len].copy_from_slice(&data.bytes[..len]);
        for reloc in &data.relocs {
            let symbol = match reloc.target {
                RelocTarget::Func(f) => Symbol::Func(f),
                RelocTarget::Data(d) => Symbol::Data(d),
            };
            relocs.push(ImageReloc {
                section,
                offset: at + u64::from(reloc.offset),
                kind: Reloc::Abs8,
                target: places.resolve(symbol),
                addend: reloc.addend,
            });
        }
    }
    for (table, &at) in tables.iter().zip(&places.tables) {
        let start = at as usize;
        read_only[start..start + table.bytes.len()].copy_from_slice(&table.bytes);
        for &(offset, symbol, addend) in &table.relocs {
            relocs.push(ImageReloc {
                section: Section::ReadOnly,
                offset: at + u64::from(offset),
                kind: Reloc::Abs8,
                target: places.resolve(symbol),
                addend,
            });
        }
    }
    Image {
        arch: config.arch,
        code,
        read_only,
        data: data_bytes,
        zero_size: sizes[2],
        relocs,
        program: places.tables[crate::tables::PROGRAM as usize],
        funcs: placed,
    }
}

fn place_of(places: &Places, compiled: &CompiledFunc) -> u64 {
    match compiled.part {
        Part::Body => places.funcs[compiled.id],
        Part::Recover => places.recovers[compiled.id],
    }
}

fn lay_out_code(
    module: &Module,
    funcs: &[CompiledFunc],
    places: &mut Places,
    arch: Arch,
) -> (Vec<u8>, Vec<PlacedFunc>) {
    // What lies between functions traps.
    let filler: u8 = if arch == Arch::X86_64 { 0xcc } else { 0 };
    let mut code: Vec<u8> = Vec::with_capacity(funcs.iter().map(|f| f.code.len() + 16).sum());
    let mut placed = Vec::with_capacity(funcs.len());
    for compiled in funcs {
        code.resize(code.len().next_multiple_of(compiled.align as usize), filler);
        let offset = code.len() as u64;
        code.extend_from_slice(&compiled.code);
        let name = &module.funcs[compiled.id].name;
        let name = match compiled.part {
            Part::Body => {
                places.funcs[compiled.id] = offset;
                name.clone()
            }
            Part::Recover => {
                places.recovers[compiled.id] = offset;
                format!("{name}.recover")
            }
        };
        placed.push(PlacedFunc { name, offset, len: compiled.code.len() as u64 });
    }
    (code, placed)
}
