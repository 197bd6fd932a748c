//! The tables of `golift_abi::program`, as data: functions, line tables, roots, itabs, types, sites.
//!
//! Input: the module, its compiled functions and the layout of the writable sections.
//! Output: one [`Table`] each, with symbolic relocations; [`PROGRAM`] is the `ProgramInfo`.

use crate::compile::CompiledFunc;
use crate::config::BackendConfig;
use crate::sites::{self, SiteLines};
use crate::symbol::{Section, Symbol};
use crate::translate::Part;
use cranelift_entity::EntityRef;
use golift_abi::program::{FUNC_NO_PARAMS, FUNC_WRAPPER, HOOKS, PROGRAM_MAGIC};
use golift_base::SourceMap;
use golift_ssa::{DataId, LocId, Module};
use rustc_hash::FxHashMap;

/// Bytes with symbolic 8-byte addresses; aligned to words.
#[derive(Default)]
pub(crate) struct Table {
    pub(crate) bytes: Vec<u8>,
    pub(crate) relocs: Vec<(u32, Symbol, i64)>,
}

/// The `ProgramInfo`.
pub(crate) const PROGRAM: u32 = 0;
const FUNCS: u32 = 1;
const PCS: u32 = 2;
const LOCS: u32 = 3;
const STRINGS: u32 = 4;
const ROOTS: u32 = 5;
const ITABS: u32 = 6;
const TYPES: u32 = 7;
const SITES: u32 = 8;
/// Function values of the hooks.
const HOOK_CLOSURES: u32 = 9;
const COUNT: usize = 10;

/// A stretch of writable data that may hold pointers.
pub(crate) struct Root {
    pub(crate) section: Section,
    pub(crate) offset: u64,
    pub(crate) len: u64,
}

impl Table {
    fn u32(&mut self, v: u32) {
        self.bytes.extend_from_slice(&v.to_le_bytes());
    }

    fn u64(&mut self, v: u64) {
        self.bytes.extend_from_slice(&v.to_le_bytes());
    }

    fn addr(&mut self, symbol: Symbol, addend: i64) {
        self.relocs.push((self.bytes.len() as u32, symbol, addend));
        self.u64(0);
    }
}

struct Builder<'a> {
    module: &'a Module,
    sources: &'a SourceMap,
    tables: Vec<Table>,
    strings: FxHashMap<String, u32>,
    locs: FxHashMap<(u32, u32, u32, u32), u32>,
    loc_count: u32,
}

/// Makes all tables.
pub(crate) fn build_tables(
    module: &Module,
    sources: &SourceMap,
    config: &BackendConfig,
    funcs: &[CompiledFunc],
    code_size: u64,
    roots: &[Root],
) -> Vec<Table> {
    let mut b = Builder {
        module,
        sources,
        tables: (0..COUNT).map(|_| Table::default()).collect(),
        strings: FxHashMap::default(),
        locs: FxHashMap::default(),
        loc_count: 0,
    };
    b.funcs(funcs);
    for root in roots {
        let table = &mut b.tables[ROOTS as usize];
        table.addr(Symbol::Section(root.section), root.offset as i64);
        table.u64(root.len);
    }
    b.data_list(ITABS, &module.itabs);
    b.data_list(TYPES, &module.type_descs);
    let sites = if config.count_sites { b.sites() } else { 0 };
    let loc_count = u64::from(b.loc_count);
    let info = &mut b.tables[PROGRAM as usize];
    info.u64(PROGRAM_MAGIC);
    match module.entry {
        Some(entry) => info.addr(Symbol::Func(entry), 0),
        None => info.u64(0),
    }
    info.addr(Symbol::Section(Section::Code), 0);
    info.addr(Symbol::Section(Section::Code), code_size as i64);
    for (table, count) in [
        (FUNCS, funcs.len() as u64),
        (LOCS, loc_count),
        (ROOTS, roots.len() as u64),
        (ITABS, module.itabs.len() as u64),
        (TYPES, module.type_descs.len() as u64),
        (SITES, sites),
    ] {
        info.addr(Symbol::Table(table), 0);
        info.u64(count);
    }
    let hook = |n: usize| module.hooks.get(n).copied().flatten();
    for n in 0..HOOKS.len() {
        match hook(n) {
            Some(_) => info.addr(Symbol::Table(HOOK_CLOSURES), 8 * n as i64),
            None => info.u64(0),
        }
    }
    let closures = &mut b.tables[HOOK_CLOSURES as usize];
    for n in 0..HOOKS.len() {
        match hook(n) {
            Some(func) => closures.addr(Symbol::Func(func), 0),
            None => closures.u64(0),
        }
    }
    let info = &b.tables[PROGRAM as usize];
    debug_assert_eq!(info.bytes.len(), size_of::<golift_abi::program::ProgramInfo>());
    b.tables
}

impl Builder<'_> {
    /// Offset of a string in the table of strings.
    fn string(&mut self, s: &str) -> u32 {
        if let Some(&at) = self.strings.get(s) {
            return at;
        }
        let bytes = &mut self.tables[STRINGS as usize].bytes;
        let at = bytes.len() as u32;
        bytes.extend_from_slice(s.as_bytes());
        self.strings.insert(s.to_string(), at);
        at
    }

    fn str_field(&mut self, table: u32, s: &str) {
        let at = self.string(s);
        let table = &mut self.tables[table as usize];
        table.addr(Symbol::Table(STRINGS), i64::from(at));
        table.u64(s.len() as u64);
    }

    fn funcs(&mut self, funcs: &[CompiledFunc]) {
        for compiled in funcs {
            let func = &self.module.funcs[compiled.id];
            let first = self.tables[PCS as usize].bytes.len();
            let mut known: FxHashMap<LocId, u32> = FxHashMap::default();
            for &(offset, loc) in &compiled.locs {
                let index = match loc {
                    Some(loc) => self.loc(compiled, loc, &mut known),
                    None => u32::MAX,
                };
                let pcs = &mut self.tables[PCS as usize];
                pcs.u32(offset);
                pcs.u32(index);
            }
            let symbol = match compiled.part {
                Part::Body => Symbol::Func(compiled.id),
                Part::Recover => Symbol::Recover(compiled.id),
            };
            let wrapper = func.flags.wrapper || compiled.part == Part::Recover;
            let table = &mut self.tables[FUNCS as usize];
            table.addr(symbol, 0);
            table.u64(compiled.code.len() as u64);
            self.str_field(FUNCS, &func.name);
            let table = &mut self.tables[FUNCS as usize];
            table.addr(Symbol::Table(PCS), first as i64);
            table.u64(compiled.locs.len() as u64);
            let bare = func.sig.params.len() == usize::from(func.flags.has_context);
            table.u64(if wrapper { FUNC_WRAPPER } else { 0 } | if bare { FUNC_NO_PARAMS } else { 0 });
        }
    }

    /// Index of a location in the table of locations.
    fn loc(&mut self, compiled: &CompiledFunc, id: LocId, known: &mut FxHashMap<LocId, u32>) -> u32 {
        if let Some(&index) = known.get(&id) {
            return index;
        }
        let module = self.module;
        let loc = &module.funcs[compiled.id].locs[id];
        let parent = match loc.parent {
            Some(parent) => self.loc(compiled, parent, known),
            None => u32::MAX,
        };
        let (file, line) = self.sources.file_of(loc.pos).map_or_else(Default::default, |f| f.trace_line(loc.pos));
        let key = (self.string(&loc.func), self.string(&file), line, parent);
        let index = match self.locs.get(&key) {
            Some(&index) => index,
            None => {
                let index = self.loc_count;
                self.loc_count += 1;
                self.locs.insert(key, index);
                self.str_field(LOCS, &loc.func);
                self.str_field(LOCS, &file);
                let table = &mut self.tables[LOCS as usize];
                table.u32(line);
                table.u32(parent);
                index
            }
        };
        known.insert(id, index);
        index
    }

    fn data_list(&mut self, table: u32, list: &[DataId]) {
        for &data in list {
            self.tables[table as usize].addr(Symbol::Data(data), 0);
        }
    }

    /// Entry 0 is unused.
    fn sites(&mut self) -> u64 {
        let module = self.module;
        for _ in 0..3 {
            self.str_field(SITES, "");
        }
        let lines = SiteLines::of(module, true);
        for &id in &lines.sites {
            let site = &module.sites[id];
            self.str_field(SITES, &self.sources.display(site.pos));
            self.str_field(SITES, &site.expr);
            self.str_field(SITES, &sites::verdict(site));
        }
        lines.sites.len() as u64 + 1
    }
}

/// The order of writable data: what may hold pointers first, so that the roots are one stretch a section.
pub(crate) fn pointers_first(module: &Module, kind: golift_ssa::module::DataKind) -> Vec<DataId> {
    let of_kind = |pointers: bool| {
        module.data.iter().filter(move |(_, d)| d.kind == kind && d.pointers == pointers).map(|(id, _)| id)
    };
    let out: Vec<DataId> = of_kind(true).chain(of_kind(false)).collect();
    debug_assert!(out.iter().all(|d| d.index() < module.data.len()));
    out
}
