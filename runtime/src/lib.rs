//! The golift runtime: heap and collector, goroutines and scheduler, channels, maps, strings, interfaces, panics, entry points.
//!
//! Compiled code reaches it through [`BUILTIN_TABLE`] and [`ASM_TABLE`]; the contract is `golift-abi`, the only crate it
//! imports besides libc. Builtins run on the goroutine's stack, within the area that every function may use below its limit.
//!
//! Invariants, in one place:
//! * a builtin that can panic, block or print a traceback owns no Rust memory at that point: the jump out runs no destructors;
//! * pointers to heap objects are only kept where the collector looks: on goroutine stacks, in heap objects, in the tables
//!   that `heap::collect` names as roots;
//! * state is a worker's own, behind a [`lock`], or atomic; there is one worker for now.

// Compiled code is trusted to keep the contract; each `unsafe` block says what it relies on.
#![allow(clippy::missing_safety_doc)]

mod asm;
mod channel;
mod equal;
mod error;
mod fatal;
mod fault;
mod goroutine;
mod heap;
mod interface;
mod lock;
mod map;
mod origin;
mod panic;
mod poll;
mod preempt;
mod print;
mod program;
mod reflect;
mod run;
mod schedule;
mod select;
mod side;
mod slice;
mod stack;
mod symbol;
mod signals;
mod spawn;
mod system;
mod table;
mod text;
mod timer;
mod traceback;
mod typetable;
mod worker;

#[cfg(test)]
mod tests;

pub use run::{RunConfig, SiteCount, allocation_report, run_program, stack_objects, total_mallocs, write_counts};
pub use table::{ASM_TABLE, BUILTIN_TABLE, CodeAddress, PROGRAM_SLOT, ProgramSlot, builtin_addresses, asm_addresses, image_program};
