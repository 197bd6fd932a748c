//! Programs in memory.
//!
//! One mapping holds code, stubs, read-only data, writable data and zero data, near the runtime if there is room, so
//! that calls reach it directly. After relocation the code becomes executable and no longer writable.

use crate::layout::Image;
use crate::program::CompiledProgram;
use crate::relocate::{Addresses, STUB, Sections, relocate, runtime_targets};
use golift_abi::program::ProgramInfo;
use std::fmt::Write as _;

/// Where the runtime is, in this process.
#[derive(Clone, Copy, Debug)]
pub struct JitConfig<'a> {
    /// Addresses of the builtins, in the order of `golift_abi::Builtin`.
    pub builtins: &'a [usize],
    /// Addresses of the assembly routines, in the order of `golift_abi::asm::ASM`.
    pub asm: &'a [usize],
    /// Write `/tmp/perf-<pid>.map` for `perf`.
    pub perf_map: bool,
}

/// A program in memory, ready to run. Its memory stays for the rest of the process.
#[derive(Clone, Copy, Debug)]
pub struct JitProgram {
    info: &'static ProgramInfo,
}

impl JitProgram {
    /// The program's tables, to be handed to the runtime.
    pub fn info(&self) -> &'static ProgramInfo {
        self.info
    }
}

impl CompiledProgram {
    /// Places the program in memory.
    ///
    /// # Errors
    ///
    /// If memory cannot be had or the runtime lacks an entry.
    pub fn into_jit(self, config: &JitConfig<'_>) -> Result<JitProgram, String> {
        let image = &self.image;
        let stubs = runtime_targets(image).len() * STUB;
        let code_len = page_up(image.code.len().next_multiple_of(STUB) + stubs);
        let read_only_len = page_up(image.read_only.len());
        let data_len = image.data.len().next_multiple_of(64);
        let total = code_len + read_only_len + page_up(data_len + image.zero_size as usize);
        let runtime: Vec<u64> = config.builtins.iter().chain(config.asm).map(|&a| a as u64).collect();
        let base = map_near(&runtime, total.max(PAGE))?;
        // SAFETY: the mapping is fresh, of this length, readable and writable, and nobody else knows of it.
        let memory = unsafe { std::slice::from_raw_parts_mut(base as *mut u8, total) };
        let (code, rest) = memory.split_at_mut(code_len);
        let (read_only, data) = rest.split_at_mut(read_only_len);
        code[..image.code.len()].copy_from_slice(&image.code);
        read_only[..image.read_only.len()].copy_from_slice(&image.read_only);
        data[..image.data.len()].copy_from_slice(&image.data);
        let builtins: Vec<u64> = config.builtins.iter().map(|&a| a as u64).collect();
        let asm: Vec<u64> = config.asm.iter().map(|&a| a as u64).collect();
        let at_data = base + code_len + read_only_len;
        let addresses = Addresses {
            code: base as u64,
            read_only: (base + code_len) as u64,
            data: at_data as u64,
            zero: (at_data + data_len) as u64,
            builtins: &builtins,
            asm: &asm,
        };
        relocate(image, Sections { code, read_only, data }, &addresses)?;
        protect(base, code_len, libc::PROT_READ | libc::PROT_EXEC)?;
        protect(base + code_len, read_only_len, libc::PROT_READ)?;
        if config.perf_map {
            write_perf_map(image, base);
        }
        // SAFETY: the tables begin with a complete `ProgramInfo`, which nothing ever unmaps or writes again.
        let info = unsafe { &*((addresses.read_only + image.program) as *const ProgramInfo) };
        Ok(JitProgram { info })
    }
}

const PAGE: usize = 4096;

fn page_up(n: usize) -> usize {
    n.next_multiple_of(PAGE)
}

/// Maps memory within reach of all the given addresses if possible, else anywhere.
fn map_near(runtime: &[u64], len: usize) -> Result<usize, String> {
    let known = || runtime.iter().copied().filter(|&a| a != 0);
    if let (Some(low), Some(high)) = (known().min(), known().max()) {
        let reach: u64 = if cfg!(target_arch = "aarch64") { 120 << 20 } else { 0x7800_0000 };
        let step = reach / 32;
        for n in 1..32 {
            let below = low.checked_sub(step * n + len as u64);
            let above = high.checked_add(step * n);
            for hint in [below, above].into_iter().flatten() {
                let hint = hint & !(PAGE as u64 - 1);
                let end = hint + len as u64;
                if end.max(high) - hint.min(low) > reach {
                    continue;
                }
                if let Some(base) = map(hint as usize, len) {
                    if base == hint as usize {
                        return Ok(base);
                    }
                    // SAFETY: this mapping was just made and is not used.
                    unsafe { libc::munmap(base as *mut libc::c_void, len) };
                }
            }
        }
    }
    map(0, len).ok_or_else(|| format!("cannot map {len} bytes for code: {}", std::io::Error::last_os_error()))
}

fn map(hint: usize, len: usize) -> Option<usize> {
    let flags = libc::MAP_PRIVATE | libc::MAP_ANONYMOUS;
    // SAFETY: an anonymous mapping at an address of the kernel's choice disturbs nothing.
    let p = unsafe { libc::mmap(hint as *mut libc::c_void, len, libc::PROT_READ | libc::PROT_WRITE, flags, -1, 0) };
    (p != libc::MAP_FAILED).then_some(p as usize)
}

fn protect(base: usize, len: usize, protection: i32) -> Result<(), String> {
    if len == 0 {
        return Ok(());
    }
    // SAFETY: the range is part of the program's own mapping, and no reference into it is live.
    let r = unsafe { libc::mprotect(base as *mut libc::c_void, len, protection) };
    if r == 0 { Ok(()) } else { Err(format!("cannot protect code: {}", std::io::Error::last_os_error())) }
}

fn write_perf_map(image: &Image, base: usize) {
    let mut text = String::new();
    for func in &image.funcs {
        let _ = writeln!(text, "{:x} {:x} {}", base as u64 + func.offset, func.len, func.name);
    }
    // A profile without names is no reason to fail.
    let _ = std::fs::write(format!("/tmp/perf-{}.map", std::process::id()), text);
}
