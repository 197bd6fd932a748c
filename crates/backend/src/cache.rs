//! A cache of compiled functions, keyed by content.
//!
//! The key is a digest of the function's SSA in which every function, data object and descriptor is replaced by its
//! number in order of first use; the relocations of a cached function use the same numbers. So an entry serves every
//! program that contains the same code, whatever the ids around it are.
//!
//! The bytes are for one compiler: the caller gives a fingerprint of the compiler itself, and a cache with another
//! fingerprint is empty. Reading and writing files is the caller's business.

use crate::compile::{CodeReloc, CodeTarget, CompiledFunc};
use crate::config::BackendConfig;
use crate::symbol::Symbol;
use crate::translate::Part;
use cranelift_codegen::binemit::Reloc;
use cranelift_entity::EntityRef;
use golift_abi::{Asm, builtin};
use golift_ssa::{BlockCall, FuncId, LocId, Module, Op, SiteId, SiteKind, Terminator};
use rustc_hash::{FxHashMap, FxHashSet};
use std::hash::{DefaultHasher, Hash, Hasher};

/// The digest of a function.
pub(crate) type Key = [u64; 2];

/// Compiled functions of earlier compilations, and those of this one.
#[derive(Default)]
pub struct CodeCache {
    fingerprint: u64,
    bytes: Vec<u8>,
    index: FxHashMap<Key, (usize, usize)>,
    fresh: Vec<(Key, Vec<u8>)>,
    used: FxHashSet<Key>,
    /// The bytes end in the middle of a record.
    damaged: bool,
}

const MAGIC: &[u8; 8] = b"goliftc2";
const HEAD: usize = 16;
const RECORD_HEAD: usize = 24;
/// Above this size only what the last compilation used is kept.
const SIZE_LIMIT: usize = 24 << 20;

/// How to bring the file up to date.
pub enum CacheUpdate {
    /// Append these bytes.
    Append(Vec<u8>),
    /// These are all the bytes.
    Replace(Vec<u8>),
}

impl CodeCache {
    /// Reads a cache: a head and records of key, length and entry. Bytes that are no cache of this compiler give an
    /// empty one; records behind a damaged one are lost.
    pub fn read(bytes: Vec<u8>, fingerprint: u64) -> CodeCache {
        let mut cache = CodeCache { fingerprint, bytes, ..CodeCache::default() };
        let word = |at: usize| Some(u64::from_le_bytes(cache.bytes.get(at..at + 8)?.try_into().ok()?));
        if cache.bytes.get(..8) != Some(MAGIC) || word(8) != Some(fingerprint) {
            cache.bytes = Vec::new();
            return cache;
        }
        let mut index = FxHashMap::default();
        let mut at = HEAD;
        while let (Some(low), Some(high), Some(len)) = (word(at), word(at + 8), word(at + 16)) {
            let (start, len) = (at + RECORD_HEAD, len as usize);
            let Some(end) = start.checked_add(len).filter(|&end| end <= cache.bytes.len()) else { break };
            index.insert([low, high], (start, len));
            at = end;
        }
        cache.damaged = at != cache.bytes.len();
        cache.index = index;
        cache
    }

    /// What to write for the next time; `None` if nothing is new.
    pub fn update(&self) -> Option<CacheUpdate> {
        if self.fresh.is_empty() {
            return None;
        }
        let mut out = Vec::with_capacity(self.fresh.iter().map(|(_, e)| e.len() + RECORD_HEAD).sum::<usize>() + HEAD);
        let fresh = self.fresh.iter().map(|(key, entry)| (*key, entry.as_slice()));
        let too_large = self.bytes.len() > SIZE_LIMIT;
        if self.bytes.is_empty() || self.damaged || too_large {
            out.extend_from_slice(MAGIC);
            out.extend_from_slice(&self.fingerprint.to_le_bytes());
            let mut kept: Vec<(&Key, &(usize, usize))> =
                self.index.iter().filter(|(key, _)| !too_large || self.used.contains(*key)).collect();
            kept.sort();
            for (key, &(start, len)) in kept {
                record(&mut out, *key, &self.bytes[start..start + len]);
            }
            fresh.for_each(|(key, entry)| record(&mut out, key, entry));
            return Some(CacheUpdate::Replace(out));
        }
        fresh.for_each(|(key, entry)| record(&mut out, key, entry));
        Some(CacheUpdate::Append(out))
    }

    /// The function with this key, its relocations to `symbols`.
    pub(crate) fn get(&self, key: Key, id: FuncId, part: Part, symbols: &[Symbol]) -> Option<CompiledFunc> {
        let &(start, len) = self.index.get(&key)?;
        decode(&self.bytes[start..start + len], id, part, symbols)
    }

    /// Records what a compilation used and what it made.
    pub(crate) fn record(&mut self, key: Key, fresh: Option<Vec<u8>>) {
        self.used.insert(key);
        if let Some(entry) = fresh {
            self.fresh.push((key, entry));
        }
    }
}

fn record(out: &mut Vec<u8>, key: Key, entry: &[u8]) {
    for word in [key[0], key[1], entry.len() as u64] {
        out.extend_from_slice(&word.to_le_bytes());
    }
    out.extend_from_slice(entry);
}

/// Collects what a digest is made of.
struct Content {
    bytes: Vec<u8>,
    symbols: Vec<Symbol>,
    known: FxHashMap<Symbol, u32>,
}

impl Hasher for Content {
    fn write(&mut self, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes);
    }

    fn finish(&self) -> u64 {
        0
    }
}

impl Content {
    fn symbol(&mut self, symbol: Symbol) {
        let next = self.symbols.len() as u32;
        let n = *self.known.entry(symbol).or_insert(next);
        if n == next {
            self.symbols.push(symbol);
        }
        self.write_u32(n);
    }

    fn site(&mut self, module: &Module, site: SiteId) {
        let site = &module.sites[site];
        site.placement.hash(self);
        matches!(site.kind, SiteKind::Var | SiteKind::Param).hash(self);
        match site.layout {
            Some(layout) => {
                let layout = &module.layouts[layout];
                (1u8, layout.size, layout.align).hash(self);
                self.symbol(Symbol::Data(layout.desc));
            }
            None => self.write_u8(0),
        }
    }

    fn op(&mut self, module: &Module, op: &Op) {
        std::mem::discriminant(op).hash(self);
        match op {
            Op::FuncAddr(f) | Op::Call(f) => self.symbol(Symbol::Func(*f)),
            Op::DataAddr(d, offset) => {
                self.symbol(Symbol::Data(*d));
                offset.hash(self);
            }
            Op::Alloc(s) | Op::MakeSlice(s) => self.site(module, *s),
            Op::CallBuiltin(b, site) => {
                b.hash(self);
                if let Some(site) = site {
                    self.site(module, *site);
                }
            }
            Op::CallIface { slot, .. } => slot.hash(self),
            op => op.hash(self),
        }
    }

    fn target(&mut self, call: &BlockCall) {
        (call.block, &call.args).hash(self);
    }

    fn terminator(&mut self, term: &Terminator) {
        std::mem::discriminant(term).hash(self);
        match term {
            Terminator::None | Terminator::Unreachable => {}
            Terminator::Jump(t) => self.target(t),
            Terminator::Branch { cond, then, else_ } => {
                cond.hash(self);
                self.target(then);
                self.target(else_);
            }
            Terminator::Switch { value, cases, default } => {
                (value, cases.len()).hash(self);
                for (case, call) in cases {
                    case.hash(self);
                    self.target(call);
                }
                self.target(default);
            }
            Terminator::Return(vs) | Terminator::TailCallClosure(vs) => vs.hash(self),
            Terminator::TailCall(f, vs) => {
                self.symbol(Symbol::Func(*f));
                vs.hash(self);
            }
            Terminator::TailCallIface(slot, _, vs) => (slot, vs).hash(self),
        }
    }
}

/// The key of a part of a function, and the symbols that its code may refer to, in the order of their numbers.
pub(crate) fn function_key(module: &Module, config: &BackendConfig, id: FuncId, part: Part) -> (Key, Vec<Symbol>) {
    let func = &module.funcs[id];
    let mut c = Content { bytes: Vec::with_capacity(4096), symbols: Vec::new(), known: FxHashMap::default() };
    (config.arch, config.cpu, config.opt, part).hash(&mut c);
    c.symbol(Symbol::Func(id));
    c.symbol(Symbol::Recover(id));
    func.sig.hash(&mut c);
    (func.flags.has_defer, func.recover_block, func.side_owner).hash(&mut c);
    for &block in &func.layout {
        let data = &func.blocks[block];
        (block, data.cold, data.term_loc, data.params.len(), data.insts.len()).hash(&mut c);
        for &param in &data.params {
            (param, func.ty(param)).hash(&mut c);
        }
        for &inst in &data.insts {
            let inst = &func.insts[inst];
            c.op(module, &inst.op);
            (&inst.args, inst.loc, inst.results.len()).hash(&mut c);
            for &result in &inst.results {
                (result, func.ty(result)).hash(&mut c);
            }
        }
        c.terminator(&data.term);
    }
    let digest = |seed: u64| {
        let mut h = DefaultHasher::new();
        h.write_u64(seed);
        h.write(&c.bytes);
        h.finish()
    };
    ([digest(0x676f), digest(0x6c69_6674)], c.symbols)
}

const RELOCS: [Reloc; 6] = [
    Reloc::X86CallPCRel4,
    Reloc::X86PCRel4,
    Reloc::Abs8,
    Reloc::Arm64Call,
    Reloc::Aarch64AdrPrelPgHi21,
    Reloc::Aarch64AddAbsLo12Nc,
];

/// The bytes of an entry; `None` if the function refers to something without a number.
pub(crate) fn encode(func: &CompiledFunc, symbols: &[Symbol]) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(func.code.len() + 20 * func.relocs.len() + 8 * func.locs.len() + 16);
    for n in [func.align as usize, func.code.len(), func.relocs.len(), func.locs.len()] {
        out.extend_from_slice(&(n as u32).to_le_bytes());
    }
    out.extend_from_slice(&func.code);
    for reloc in &func.relocs {
        let kind = RELOCS.iter().position(|&k| k == reloc.kind)? as u32;
        let (space, index) = match reloc.target {
            CodeTarget::Own(offset) => (0, offset),
            CodeTarget::Symbol(Symbol::Builtin(b)) => (1, b as u32),
            CodeTarget::Symbol(Symbol::Asm(a)) => (2, a as u32),
            CodeTarget::Symbol(s) => (3, symbols.iter().position(|&k| k == s)? as u32),
        };
        for word in [reloc.offset, kind << 8 | space, index] {
            out.extend_from_slice(&word.to_le_bytes());
        }
        out.extend_from_slice(&reloc.addend.to_le_bytes());
    }
    for &(offset, loc) in &func.locs {
        out.extend_from_slice(&offset.to_le_bytes());
        out.extend_from_slice(&loc.map_or(u32::MAX, |l| l.index() as u32).to_le_bytes());
    }
    Some(out)
}

fn decode(bytes: &[u8], id: FuncId, part: Part, symbols: &[Symbol]) -> Option<CompiledFunc> {
    let word = |at: usize| Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?));
    let (align, code_len, reloc_count, loc_count) = (word(0)?, word(4)? as usize, word(8)? as usize, word(12)? as usize);
    let code = bytes.get(16..16 + code_len)?.to_vec();
    let mut at = 16 + code_len;
    let mut relocs = Vec::with_capacity(reloc_count);
    for _ in 0..reloc_count {
        let (offset, tag, index) = (word(at)?, word(at + 4)?, word(at + 8)? as usize);
        let addend = i64::from_le_bytes(bytes.get(at + 12..at + 20)?.try_into().ok()?);
        let target = match tag & 0xff {
            0 => CodeTarget::Own(index as u32),
            1 => CodeTarget::Symbol(Symbol::Builtin(*builtin::ALL.get(index)?)),
            2 => CodeTarget::Symbol(Symbol::Asm(*golift_abi::asm::ASM.get(index)? as Asm)),
            _ => CodeTarget::Symbol(*symbols.get(index)?),
        };
        relocs.push(CodeReloc { offset, kind: *RELOCS.get((tag >> 8) as usize)?, target, addend });
        at += 20;
    }
    let mut locs = Vec::with_capacity(loc_count);
    for _ in 0..loc_count {
        let (offset, loc) = (word(at)?, word(at + 4)?);
        locs.push((offset, (loc != u32::MAX).then(|| LocId::new(loc as usize))));
        at += 8;
    }
    Some(CompiledFunc { id, part, code, align, relocs, locs, clif: None, asm: None, text_names: Vec::new() })
}
