//! The addresses that compiled code calls: builtins in the contract's order, and the assembly entry points.
//!
//! They lie in sections of their own, so that the image driver finds them in the file of a non-PIE `golift-rt`.

use crate::asm::{self, builtin_stub};
use crate::channel::{
    rt_chanrecv, rt_chansend, rt_closechan, rt_makechan, rt_side_makechan, rt_unsafe_chanrecv, rt_unsafe_chansend, rt_unsafe_closechan,
    rt_unsafe_makechan,
};
use crate::equal::{rt_efaceeq, rt_eq, rt_memequal, rt_unsafe_eq, rt_unsafe_hash};
use crate::error::{rt_panicbounds, rt_panicdivide, rt_panicnil, rt_panicrange, rt_panicshift, rt_panicunsafe, rt_unreachable};
use crate::fatal::rt_throw;
use crate::heap::allocate::rt_new;
use crate::interface::{rt_assert_itab, rt_find_itab, rt_panicdottype, rt_unsafe_itab};
use crate::map::builtin::{
    rt_makemap, rt_side_makemap, rt_mapaccess, rt_mapaccess32, rt_mapaccess64, rt_mapaccessstr, rt_mapassign, rt_mapassign32, rt_mapassign64,
    rt_mapassignstr, rt_mapclear, rt_mapdelete, rt_mapiterinit, rt_mapiternext, rt_unsafe_makemap, rt_unsafe_mapaccess,
    rt_unsafe_mapassign, rt_unsafe_mapclear, rt_unsafe_mapdelete, rt_unsafe_mapiterinit, rt_unsafe_mapiternext,
};
use crate::panic::{rt_defer_again, rt_goexit, rt_gopanic, rt_gorecover};
use crate::print::{
    rt_printbool, rt_printcomplex, rt_printcomplex64, rt_printfloat, rt_printfloat32, rt_printhex, rt_printiface, rt_printint,
    rt_printpointer, rt_printslice, rt_printstring, rt_printuint,
};
use crate::reflect::{rt_reflect_entry, rt_type_table};
use crate::select::{rt_select, rt_unsafe_select};
use crate::side::{rt_count_slot, rt_frame_new, rt_side_alloc, rt_side_enter};
use crate::spawn::rt_spawn;
use crate::signals::{rt_signal_handle, rt_signal_next};
use crate::slice::{
    rt_growslice, rt_makeslice, rt_side_makeslice, rt_memclr, rt_memmove, rt_memmove_scalars, rt_unsafe_growslice, rt_unsafe_memclr, rt_unsafe_move, rt_unsafe_new,
    rt_unsafe_newarray,
};
use crate::system::{
    rt_addcleanup, rt_argc, rt_argv, rt_caller_pc, rt_control, rt_environ, rt_exit, rt_fma, rt_gc, rt_getg, rt_go, rt_gosched, rt_keepalive, rt_memstats,
    rt_nanotime, rt_park, rt_pc_entry, rt_pc_file, rt_pc_func, rt_pc_line, rt_query, rt_rand, rt_read, rt_ready, rt_setfinalizer,
    rt_setgcpercent, rt_sleep, rt_stack_text, rt_stopcleanup, rt_syscall, rt_syscall6, rt_timer_start, rt_timer_stop, rt_walltime, rt_weak,
    rt_weak_load, rt_write,
};
use crate::text::{
    rt_bytes_to_string, rt_cmpstring, rt_concat, rt_countrunes, rt_decoderune, rt_rune_to_string, rt_runes_to_string,
    rt_side_string_to_runes, rt_string_to_bytes, rt_string_to_runes,
};
use golift_abi::asm::ASM;
use golift_abi::builtin::BUILTINS;
use golift_abi::program::ProgramInfo;

/// An address of code.
#[repr(transparent)]
#[derive(Clone, Copy, Debug)]
pub struct CodeAddress(pub *const ());

// SAFETY: addresses of code are the same everywhere.
unsafe impl Sync for CodeAddress {}

macro_rules! addresses {
    ($($name:ident),*) => { [$(CodeAddress(builtin_stub!($name))),*] };
}

/// The builtins, in the order of `golift_abi::Builtin`.
#[used]
#[unsafe(link_section = ".golift.builtins")]
pub static BUILTIN_TABLE: [CodeAddress; BUILTINS.len()] = golift_abi::for_each_builtin!(addresses);

/// Assembly entry points that compiled code calls, in the order of `golift_abi::asm::ASM`.
#[used]
#[unsafe(link_section = ".golift.asm")]
pub static ASM_TABLE: [CodeAddress; ASM.len()] = [CodeAddress(asm::golift_morestack as *const ())];

/// Where the image driver writes the address of the program.
#[repr(transparent)]
#[derive(Debug)]
pub struct ProgramSlot(*const ProgramInfo);

// SAFETY: written before the process starts.
unsafe impl Sync for ProgramSlot {}

/// The slot of this binary.
#[used]
#[unsafe(link_section = ".golift.program")]
pub static PROGRAM_SLOT: ProgramSlot = ProgramSlot(core::ptr::null());

/// The program that the image driver has added to this binary, if any.
pub fn image_program() -> Option<*const ProgramInfo> {
    // SAFETY: a static; volatile, because the driver writes it into the file after compilation.
    let program = unsafe { (&raw const PROGRAM_SLOT.0).read_volatile() };
    (!program.is_null()).then_some(program)
}

/// [`BUILTIN_TABLE`] as numbers, for the JIT.
pub fn builtin_addresses() -> Vec<usize> {
    BUILTIN_TABLE.iter().map(|a| a.0 as usize).collect()
}

/// [`ASM_TABLE`] as numbers, for the JIT.
pub fn asm_addresses() -> Vec<usize> {
    ASM_TABLE.iter().map(|a| a.0 as usize).collect()
}
