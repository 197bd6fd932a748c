//! The few parts of the ELF64 format that images need: headers in, headers out.
//!
//! Source: the System V ABI, chapter "Object files"; little-endian only.

/// A program header.
#[derive(Clone, Copy, Default, Debug)]
pub(crate) struct Segment {
    pub(crate) kind: u32,
    pub(crate) flags: u32,
    pub(crate) offset: u64,
    pub(crate) vaddr: u64,
    pub(crate) file_size: u64,
    pub(crate) mem_size: u64,
    pub(crate) align: u64,
}

/// A section header.
#[derive(Clone, Copy, Default, Debug)]
pub(crate) struct SectionHeader {
    pub(crate) name: u32,
    pub(crate) kind: u32,
    pub(crate) flags: u64,
    pub(crate) addr: u64,
    pub(crate) offset: u64,
    pub(crate) size: u64,
    pub(crate) link: u32,
    pub(crate) info: u32,
    pub(crate) align: u64,
    pub(crate) entry_size: u64,
}

/// An executable's headers.
pub(crate) struct Elf<'a> {
    pub(crate) bytes: &'a [u8],
    pub(crate) machine: u16,
    pub(crate) segments: Vec<Segment>,
    pub(crate) sections: Vec<SectionHeader>,
    pub(crate) section_names: usize,
}

pub(crate) const PT_LOAD: u32 = 1;
pub(crate) const PT_PHDR: u32 = 6;
pub(crate) const PF_X: u32 = 1;
pub(crate) const PF_W: u32 = 2;
pub(crate) const PF_R: u32 = 4;
pub(crate) const EM_X86_64: u16 = 62;
pub(crate) const EM_AARCH64: u16 = 183;
pub(crate) const SHT_PROGBITS: u32 = 1;
pub(crate) const SHT_SYMTAB: u32 = 2;
pub(crate) const SHT_STRTAB: u32 = 3;
pub(crate) const SHT_NOBITS: u32 = 8;
pub(crate) const SEGMENT_SIZE: usize = 56;
const SECTION_SIZE: usize = 64;
pub(crate) const SYMBOL_SIZE: usize = 24;
const ET_EXEC: u16 = 2;

fn get<const N: usize>(bytes: &[u8], at: usize) -> Result<[u8; N], String> {
    let slice = at.checked_add(N).and_then(|end| bytes.get(at..end)).ok_or("the file is cut off")?;
    Ok(slice.try_into().unwrap_or([0; N]))
}

pub(crate) fn u16_at(bytes: &[u8], at: usize) -> Result<u16, String> {
    Ok(u16::from_le_bytes(get(bytes, at)?))
}

pub(crate) fn u32_at(bytes: &[u8], at: usize) -> Result<u32, String> {
    Ok(u32::from_le_bytes(get(bytes, at)?))
}

pub(crate) fn u64_at(bytes: &[u8], at: usize) -> Result<u64, String> {
    Ok(u64::from_le_bytes(get(bytes, at)?))
}

impl<'a> Elf<'a> {
    /// Reads the headers of an executable that has fixed addresses.
    pub(crate) fn read(bytes: &'a [u8]) -> Result<Elf<'a>, String> {
        if bytes.get(..6) != Some(&[0x7f, b'E', b'L', b'F', 2, 1]) {
            return Err("not a 64-bit little-endian ELF file".to_string());
        }
        if u16_at(bytes, 16)? != ET_EXEC {
            return Err("not an executable with fixed addresses".to_string());
        }
        let (phoff, shoff) = (u64_at(bytes, 32)? as usize, u64_at(bytes, 40)? as usize);
        let (phnum, shnum) = (u16_at(bytes, 56)? as usize, u16_at(bytes, 60)? as usize);
        let mut segments = Vec::with_capacity(phnum);
        for at in (0..phnum).map(|n| phoff + n * SEGMENT_SIZE) {
            segments.push(Segment {
                kind: u32_at(bytes, at)?,
                flags: u32_at(bytes, at + 4)?,
                offset: u64_at(bytes, at + 8)?,
                vaddr: u64_at(bytes, at + 16)?,
                file_size: u64_at(bytes, at + 32)?,
                mem_size: u64_at(bytes, at + 40)?,
                align: u64_at(bytes, at + 48)?,
            });
        }
        let mut sections = Vec::with_capacity(shnum);
        for at in (0..shnum).map(|n| shoff + n * SECTION_SIZE) {
            sections.push(SectionHeader {
                name: u32_at(bytes, at)?,
                kind: u32_at(bytes, at + 4)?,
                flags: u64_at(bytes, at + 8)?,
                addr: u64_at(bytes, at + 16)?,
                offset: u64_at(bytes, at + 24)?,
                size: u64_at(bytes, at + 32)?,
                link: u32_at(bytes, at + 40)?,
                info: u32_at(bytes, at + 44)?,
                align: u64_at(bytes, at + 48)?,
                entry_size: u64_at(bytes, at + 56)?,
            });
        }
        let section_names = u16_at(bytes, 62)? as usize;
        Ok(Elf { bytes, machine: u16_at(bytes, 18)?, segments, sections, section_names })
    }

    /// A section's bytes in the file.
    pub(crate) fn contents(&self, section: &SectionHeader) -> Result<&'a [u8], String> {
        if section.kind == SHT_NOBITS {
            return Ok(&[]);
        }
        let (start, len) = (section.offset as usize, section.size as usize);
        start.checked_add(len).and_then(|end| self.bytes.get(start..end)).ok_or_else(|| "the file is cut off".to_string())
    }

    /// The section with this name.
    pub(crate) fn section(&self, name: &str) -> Result<&SectionHeader, String> {
        let names = match self.sections.get(self.section_names) {
            Some(s) => self.contents(s)?,
            None => return Err("no section names".to_string()),
        };
        let named = |s: &&SectionHeader| {
            names.get(s.name as usize..).is_some_and(|n| n.starts_with(name.as_bytes()) && n.get(name.len()) == Some(&0))
        };
        self.sections.iter().find(named).ok_or_else(|| format!("no section {name}"))
    }
}

impl Segment {
    /// Appends the header.
    pub(crate) fn write(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(&self.kind.to_le_bytes());
        out.extend_from_slice(&self.flags.to_le_bytes());
        for word in [self.offset, self.vaddr, self.vaddr, self.file_size, self.mem_size, self.align] {
            out.extend_from_slice(&word.to_le_bytes());
        }
    }
}

impl SectionHeader {
    /// Appends the header.
    pub(crate) fn write(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(&self.name.to_le_bytes());
        out.extend_from_slice(&self.kind.to_le_bytes());
        for word in [self.flags, self.addr, self.offset, self.size] {
            out.extend_from_slice(&word.to_le_bytes());
        }
        out.extend_from_slice(&self.link.to_le_bytes());
        out.extend_from_slice(&self.info.to_le_bytes());
        for word in [self.align, self.entry_size] {
            out.extend_from_slice(&word.to_le_bytes());
        }
    }
}
