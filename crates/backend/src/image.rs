//! Executables without a linker: the program is appended to the runtime's own executable.
//!
//! Input: the compiled program and the bytes of the runtime's executable, which has fixed addresses and names its
//! builtins, its assembly routines and a slot for the program's tables in sections (see `golift_abi::asm`).
//! Output: the bytes of an executable.
//!
//! The runtime's bytes stay where they are, but for the ELF header and the slot. Behind them come three segments:
//! read-only data with the program header table, which has grown and so has moved, in front; code; writable data.
//! All have the same distance between file offset and address as the runtime's first segment has: the kernel computes
//! from it where the program finds its own headers. Section headers and symbols for the Go functions come last, for
//! debuggers and profilers.

use crate::config::Arch;
use crate::elf::{
    EM_AARCH64, EM_X86_64, Elf, PF_R, PF_W, PF_X, PT_LOAD, PT_PHDR, SEGMENT_SIZE, SHT_NOBITS, SHT_PROGBITS, SHT_STRTAB,
    SHT_SYMTAB, SYMBOL_SIZE, SectionHeader, Segment, u64_at,
};
use crate::layout::Image;
use crate::program::CompiledProgram;
use crate::relocate::{Addresses, Sections, relocate};
use golift_abi::asm::{SECTION_ASM, SECTION_BUILTINS, SECTION_PROGRAM};
use std::fmt;

/// Why an image cannot be written: the runtime's executable is not what it should be.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ImageError(pub String);

impl fmt::Display for ImageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "cannot write the executable: {}", self.0)
    }
}

impl std::error::Error for ImageError {}

impl CompiledProgram {
    /// Makes an executable of the program and the runtime's executable. The same input gives the same bytes.
    ///
    /// # Errors
    ///
    /// If `runtime` is not an executable of the program's architecture with the sections that it must have.
    pub fn write_image(&self, runtime: &[u8]) -> Result<Vec<u8>, ImageError> {
        write_image(&self.image, runtime).map_err(ImageError)
    }
}

/// File offsets of the new parts; addresses are `base` more.
struct Places {
    base: u64,
    headers: u64,
    read_only: u64,
    code: u64,
    data: u64,
    zero: u64,
    page: u64,
}

fn write_image(image: &Image, runtime: &[u8]) -> Result<Vec<u8>, String> {
    let elf = Elf::read(runtime).map_err(|e| format!("the runtime's executable: {e}"))?;
    let machine = match image.arch {
        Arch::X86_64 => EM_X86_64,
        Arch::Aarch64 => EM_AARCH64,
    };
    if elf.machine != machine {
        return Err(format!("the runtime's executable is not for {}", image.arch.goarch()));
    }
    let places = place(image, &elf)?;
    let mut out = Vec::with_capacity(places.data as usize + image.data.len() + (64 << 10));
    out.extend_from_slice(runtime);
    out.resize(places.headers as usize, 0);
    let count = write_segments(image, &elf, &places, &mut out);

    let table = |name| addresses(&elf, name);
    let (builtins, asm) = (table(SECTION_BUILTINS)?, table(SECTION_ASM)?);
    let addresses = Addresses {
        code: places.base + places.code,
        read_only: places.base + places.read_only,
        data: places.base + places.data,
        zero: places.base + places.zero,
        builtins: &builtins,
        asm: &asm,
    };
    out.resize(places.read_only as usize, 0);
    out.extend_from_slice(&image.read_only);
    out.resize(places.code as usize, 0);
    out.extend_from_slice(&image.code);
    out.resize(places.data as usize, 0);
    out.extend_from_slice(&image.data);
    let (head, data) = out.split_at_mut(places.data as usize);
    let (head, code) = head.split_at_mut(places.code as usize);
    let read_only = &mut head[places.read_only as usize..];
    relocate(image, Sections { code, read_only, data }, &addresses)?;

    let slot = elf.section(SECTION_PROGRAM)?;
    let at = slot.offset as usize;
    let program = addresses.read_only + image.program;
    out.get_mut(at..at + 8).ok_or("the slot for the program is cut off")?.copy_from_slice(&program.to_le_bytes());
    out[32..40].copy_from_slice(&places.headers.to_le_bytes());
    out[56..58].copy_from_slice(&count.to_le_bytes());
    write_sections(image, &elf, &places, &mut out)?;
    Ok(out)
}

fn place(image: &Image, elf: &Elf<'_>) -> Result<Places, String> {
    // Kernels for aarch64 may use pages of 64 KiB.
    let page: u64 = if image.arch == Arch::X86_64 { 4 << 10 } else { 64 << 10 };
    let loads = || elf.segments.iter().filter(|s| s.kind == PT_LOAD);
    let first = loads().next().ok_or("the runtime's executable has nothing to load")?;
    let base = first.vaddr.checked_sub(first.offset).ok_or("the runtime's first segment lies below its offset")?;
    let memory_end = loads().map(|s| s.vaddr + s.mem_size).max().unwrap_or(0);
    let headers = (elf.bytes.len() as u64).max(memory_end.saturating_sub(base)).next_multiple_of(page);
    let header_bytes = (elf.segments.len() + 3) * SEGMENT_SIZE;
    let read_only = (headers + header_bytes as u64).next_multiple_of(64);
    let code = (read_only + image.read_only.len() as u64).next_multiple_of(page);
    let data = (code + image.code.len() as u64).next_multiple_of(page);
    let zero = (data + image.data.len() as u64).next_multiple_of(64);
    Ok(Places { base, headers, read_only, code, data, zero, page })
}

/// Writes the new program header table and returns its length.
fn write_segments(image: &Image, elf: &Elf<'_>, places: &Places, out: &mut Vec<u8>) -> u16 {
    let mut segments = elf.segments.clone();
    let new = |flags: u32, from: u64, file_end: u64, memory_end: u64| Segment {
        kind: PT_LOAD,
        flags,
        offset: from,
        vaddr: places.base + from,
        file_size: file_end - from,
        mem_size: memory_end - from,
        align: places.page,
    };
    let read_only_end = places.read_only + image.read_only.len() as u64;
    let code_end = places.code + image.code.len() as u64;
    let data_end = places.data + image.data.len() as u64;
    let zero_end = (places.zero + image.zero_size).max(data_end);
    let added = [
        new(PF_R, places.headers, read_only_end, read_only_end),
        new(PF_R | PF_X, places.code, code_end, code_end),
        new(PF_R | PF_W, places.data, data_end, zero_end),
    ];
    // Loads go by ascending address; ours are the last of them.
    let after = segments.iter().rposition(|s| s.kind == PT_LOAD).map_or(0, |n| n + 1);
    segments.splice(after..after, added);
    let size = (segments.len() * SEGMENT_SIZE) as u64;
    for segment in &mut segments {
        if segment.kind == PT_PHDR {
            segment.offset = places.headers;
            segment.vaddr = places.base + places.headers;
            segment.file_size = size;
            segment.mem_size = size;
        }
        segment.write(out);
    }
    segments.len() as u16
}

/// Reads a table of addresses out of the runtime.
fn addresses(elf: &Elf<'_>, name: &str) -> Result<Vec<u64>, String> {
    let bytes = elf.contents(elf.section(name)?)?;
    (0..bytes.len() / 8).map(|n| u64_at(bytes, n * 8)).collect()
}

/// Appends section headers: the runtime's, those of the program, and a symbol table with both.
fn write_sections(image: &Image, elf: &Elf<'_>, places: &Places, out: &mut Vec<u8>) -> Result<(), String> {
    let mut sections = elf.sections.clone();
    let Some(names_header) = sections.get(elf.section_names).copied() else { return Ok(()) };
    let mut names = elf.contents(&names_header)?.to_vec();
    let mut name = |text: &str| {
        let at = names.len() as u32;
        names.extend_from_slice(text.as_bytes());
        names.push(0);
        at
    };
    let (alloc, write, exec) = (2, 1, 4);
    let code_index = sections.len() as u16 + 1;
    for (text, kind, flags, from, size) in [
        (".golift.rodata", SHT_PROGBITS, alloc, places.read_only, image.read_only.len() as u64),
        (".golift.text", SHT_PROGBITS, alloc | exec, places.code, image.code.len() as u64),
        (".golift.data", SHT_PROGBITS, alloc | write, places.data, image.data.len() as u64),
        (".golift.bss", SHT_NOBITS, alloc | write, places.zero, image.zero_size),
    ] {
        let (name, addr) = (name(text), places.base + from);
        let offset = if kind == SHT_NOBITS { places.data + image.data.len() as u64 } else { from };
        sections.push(SectionHeader { name, kind, flags, addr, offset, size, align: 16, ..SectionHeader::default() });
    }
    // The runtime's symbols, if it has any, with ours between its local and its global ones.
    let old = sections.iter().position(|s| s.kind == SHT_SYMTAB);
    let (mut local, mut global, mut strings) = (vec![0; SYMBOL_SIZE], Vec::new(), vec![0]);
    if let Some(header) = old.map(|n| sections[n]) {
        let symbols = elf.contents(&header)?;
        let split = (header.info as usize * SYMBOL_SIZE).min(symbols.len());
        local = symbols[..split].to_vec();
        global = symbols[split..].to_vec();
        let old_strings = elf.sections.get(header.link as usize).ok_or("symbols without names")?;
        strings = elf.contents(old_strings)?.to_vec();
    }
    for func in &image.funcs {
        local.extend_from_slice(&(strings.len() as u32).to_le_bytes());
        local.extend_from_slice(&[2, 0]);
        local.extend_from_slice(&code_index.to_le_bytes());
        local.extend_from_slice(&(places.base + places.code + func.offset).to_le_bytes());
        local.extend_from_slice(&func.len.to_le_bytes());
        strings.extend_from_slice(func.name.as_bytes());
        strings.push(0);
    }
    let locals = (local.len() / SYMBOL_SIZE) as u32;
    local.extend_from_slice(&global);
    let symtab = SectionHeader {
        name: name(".symtab"),
        kind: SHT_SYMTAB,
        info: locals,
        align: 8,
        entry_size: SYMBOL_SIZE as u64,
        ..SectionHeader::default()
    };
    let strtab =
        SectionHeader { name: name(".strtab"), kind: SHT_STRTAB, align: 1, ..SectionHeader::default() };
    let mut append = |header: SectionHeader, bytes: &[u8]| {
        out.resize(out.len().next_multiple_of(8), 0);
        let offset = out.len() as u64;
        out.extend_from_slice(bytes);
        SectionHeader { offset, size: bytes.len() as u64, ..header }
    };
    let symtab = append(symtab, &local);
    let strtab = append(strtab, &strings);
    let place_symtab = old.unwrap_or(sections.len());
    if place_symtab == sections.len() {
        sections.push(symtab);
    } else {
        sections[place_symtab] = symtab;
    }
    sections[place_symtab].link = sections.len() as u32;
    sections.push(strtab);
    sections[elf.section_names] = append(names_header, &names);
    out.resize(out.len().next_multiple_of(8), 0);
    let at = out.len() as u64;
    for section in &sections {
        section.write(out);
    }
    out[40..48].copy_from_slice(&at.to_le_bytes());
    out[60..62].copy_from_slice(&(sections.len() as u16).to_le_bytes());
    Ok(())
}
