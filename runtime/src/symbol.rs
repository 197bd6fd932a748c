//! Program counters to functions, files and lines.

use crate::program;
use golift_abi::Str;
use golift_abi::program::{FUNC_WRAPPER, FuncInfo};

/// A source location; inlined calls have several for one program counter, innermost first.
#[derive(Clone, Copy)]
pub(crate) struct Location {
    /// Logical function.
    pub(crate) func: Str,
    /// File.
    pub(crate) file: Str,
    /// Line.
    pub(crate) line: u32,
    /// It is inlined into the next one.
    pub(crate) inlined: bool,
}

/// The compiled function at a program counter.
pub(crate) fn function_at(pc: usize) -> Option<&'static FuncInfo> {
    let info = program::info()?;
    let funcs = program::table(info.funcs, info.func_count);
    let i = funcs.partition_point(|f| f.start as usize <= pc);
    let f = funcs.get(i.checked_sub(1)?)?;
    (pc < f.start as usize + f.len).then_some(f)
}

/// Whether a function is the program's generated entry.
pub(crate) fn is_entry(f: &FuncInfo) -> bool {
    program::info().is_some_and(|p| p.entry == f.start)
}

/// Whether a return address lies in a generated wrapper.
pub(crate) fn is_wrapper(return_address: usize) -> bool {
    function_at(return_address.wrapping_sub(1)).is_some_and(|f| f.flags & FUNC_WRAPPER != 0)
}

/// The locations of an instruction.
pub(crate) fn locations(pc: usize) -> Vec<Location> {
    let mut list = Vec::new();
    let (Some(info), Some(f)) = (program::info(), function_at(pc)) else { return list };
    let offset = (pc - f.start as usize) as u32;
    let pcs = program::table(f.pcs, f.pc_count);
    let mut i = pcs.partition_point(|p| p.offset <= offset);
    // Instructions without a location belong to the nearest one before.
    let mut at = u32::MAX;
    while at == u32::MAX && i > 0 {
        i -= 1;
        at = pcs[i].loc;
        if is_entry(f) {
            break;
        }
    }
    let locs = program::table(info.locs, info.loc_count);
    while let Some(loc) = locs.get(at as usize) {
        list.push(Location { func: loc.func, file: loc.file, line: loc.line, inlined: loc.parent != u32::MAX });
        at = loc.parent;
        if list.len() > 100 {
            break;
        }
    }
    // The entry's own calls, which inlined functions stand for, have no location.
    if list.is_empty() || is_entry(f) {
        let none = Str { ptr: core::ptr::null(), len: 0 };
        list.push(Location { func: f.name, file: none, line: 0, inlined: false });
    }
    list
}
