//! Instructions after which the function certainly goes on: those that can neither panic nor end the goroutine.
//!
//! Where nothing in the program can stop a panic (no `recover`, no `Goexit` that takes its place), a panic ends the process
//! while all frames are still there: then panics are quiet too.

use super::place::constant_make;
use crate::opt::devirtualize::is_alloc;
use golift_abi::Builtin;
use golift_ssa::{Check, Func, FuncId, InstId, Module, Op, Terminator};

/// Calls are followed this far.
const MAX_DEPTH: u32 = 3;

/// Whether nothing in a program stops a panic: each ends the process.
pub(super) fn panics_end(module: &Module) -> bool {
    let stops = |op: &Op| matches!(op, Op::CallBuiltin(Builtin::rt_gorecover | Builtin::rt_goexit | Builtin::rt_reflect_entry, _));
    let all = |f: &Func| f.layout.iter().flat_map(|&b| &f.blocks[b].insts).all(|&i| !stops(&f.insts[i].op));
    module.entry.is_some() && module.funcs.values().all(all)
}

/// What tells whether instructions of a function are quiet.
pub(super) struct Quiet<'a> {
    /// The module.
    pub(super) module: &'a Module,
    /// The function.
    pub(super) func: &'a Func,
    /// See [`panics_end`].
    pub(super) panics_end: bool,
}

impl Quiet<'_> {
    /// Whether an instruction is quiet.
    pub(super) fn is_quiet(&self, inst: InstId) -> bool {
        self.quiet_in(self.func, inst, MAX_DEPTH)
    }

    /// Whether what ends a block without going on may stand there.
    pub(super) fn may_end(&self, term: &Terminator) -> bool {
        self.panics_end && matches!(term, Terminator::Unreachable)
    }

    fn quiet_in(&self, func: &Func, inst: InstId, depth: u32) -> bool {
        let data = &func.insts[inst];
        let made_here = |v| is_alloc(func, v);
        match &data.op {
            Op::Load(_, flags) | Op::Store(_, flags) | Op::MemCopy(_, flags) | Op::MemZero(_, flags) => !flags.nil_check || self.panics_end,
            Op::Check(Check::Nil) => self.panics_end || made_here(data.args[0]),
            Op::Check(_) => self.panics_end,
            Op::Atomic(_) => self.panics_end || made_here(data.args[0]),
            Op::Alloc(_) | Op::DeferFrame | Op::FramePtr | Op::Bin(_) => true,
            Op::MakeSlice(_) => self.panics_end || constant_make(self.module, func, inst).is_some(),
            Op::CallBuiltin(Builtin::rt_go, _) => self.panics_end || made_here(data.args[0]),
            Op::CallBuiltin(b, _) => self.quiet_builtin(*b),
            Op::Call(f) => self.quiet_function(*f, depth),
            op => op.is_pure(),
        }
    }

    fn quiet_builtin(&self, builtin: Builtin) -> bool {
        use Builtin::*;
        match builtin {
            rt_memmove | rt_memmove_scalars | rt_memclr | rt_keepalive | rt_memequal | rt_cmpstring | rt_concat | rt_bytes_to_string
            | rt_string_to_bytes | rt_string_to_runes | rt_runes_to_string | rt_rune_to_string | rt_decoderune | rt_countrunes | rt_new
            | rt_mapaccess32 | rt_mapaccess64 | rt_mapaccessstr | rt_chanrecv | rt_gosched | rt_sleep | rt_printbool | rt_printint
            | rt_printuint | rt_printfloat | rt_printstring | rt_printpointer | rt_nanotime | rt_getg => true,
            rt_growslice | rt_mapassign | rt_mapassign32 | rt_mapassign64 | rt_mapassignstr | rt_mapaccess | rt_makemap | rt_makechan
            | rt_chansend | rt_closechan | rt_eq | rt_efaceeq | rt_gopanic | rt_panicbounds | rt_panicdivide | rt_panicshift
            | rt_panicnil | rt_makeslice => self.panics_end,
            _ => false,
        }
    }

    /// Whether a function returns, unless it runs or waits forever.
    fn quiet_function(&self, id: FuncId, depth: u32) -> bool {
        let func = &self.module.funcs[id];
        let ends = |term: &Terminator| match term {
            Terminator::Jump(_) | Terminator::Branch { .. } | Terminator::Switch { .. } | Terminator::Return(_) => true,
            Terminator::TailCall(f, _) => depth > 0 && self.quiet_function(*f, depth - 1),
            term => self.may_end(term),
        };
        depth > 0
            && !func.layout.is_empty()
            && !func.flags.has_defer
            && func.layout.iter().all(|&b| {
                let block = &func.blocks[b];
                ends(&block.term) && block.insts.iter().all(|&inst| self.quiet_in(func, inst, depth - 1))
            })
    }
}
