//! The parts of the runtime that no Rust function can express: switching stacks, calling into Go code and
//! being entered from signal handlers. One file a machine; both export the same symbols.
//!
//! Facts about Go code that everything here relies on: `Tail` convention (integer arguments rdi, rsi, rdx, rcx, r8, r9
//! or x2..x7, integer results rax, rcx, rdx, rsi, rdi, r8, r9, r10 or x2.. and, beyond, through x8), the pinned register
//! (r15 or x21) holds the current goroutine, and the frame pointer is kept as a chain.

#[cfg(target_arch = "aarch64")]
mod aarch64;
#[cfg(target_arch = "x86_64")]
mod x86_64;

#[cfg(target_arch = "aarch64")]
pub(crate) use aarch64::{builtin_stub, caller_pc, prepare_stack, saved_pc, PushedCall};
#[cfg(target_arch = "x86_64")]
pub(crate) use x86_64::{builtin_stub, caller_pc, prepare_stack, saved_pc, PushedCall};

use crate::goroutine::G;

unsafe extern "C" {
    /// Saves the callee-saved registers and the resume address on the current stack, stores the stack pointer to `*save`
    /// and resumes the context saved at `to`.
    pub(crate) fn golift_switch(save: *mut usize, to: usize);
    /// Calls Go code on the current stack: `args` points to six words of integer arguments; the first four integer
    /// results are stored to `out` unless null. The stack pointer at the call is stored to `sp_out` unless null.
    pub(crate) fn golift_call_go(g: *mut G, code: *const u8, args: *const u64, out: *mut u64, sp_out: *mut usize);
    /// Return address of the call in [`golift_call_go`]; tracebacks recognise it.
    pub(crate) fn golift_call_go_return();
    /// First code of a goroutine.
    pub(crate) fn golift_goroutine_start();
    /// Dumps the callee-saved registers on the current stack, stores the stack pointer to `*save`,
    /// runs `f(arg)` on the stack that ends at `top` and comes back.
    pub(crate) fn golift_on_stack(top: usize, f: unsafe extern "C" fn(*mut u8), arg: *mut u8, save: *mut usize);
    /// Continues at `handler` with the given stack and frame pointers.
    pub(crate) fn golift_recover_jump(g: *mut G, sp: usize, fp: usize, handler: usize) -> !;
    /// Called by a function whose frame does not fit, with that function's arguments.
    pub(crate) fn golift_morestack();
    /// Return address of the call in [`golift_morestack`].
    pub(crate) fn golift_morestack_return();
    /// Calls Go code with the registers of a block (see `reflect.rs`); `Tail` convention.
    pub(crate) fn golift_reflect_call();
    /// Return address of the call in [`golift_reflect_call`].
    pub(crate) fn golift_reflect_call_return();
    /// The code of functions made by reflection; `Tail` convention.
    pub(crate) fn golift_made_func();
    /// Return address of the call in [`golift_made_func`].
    pub(crate) fn golift_made_func_return();
    /// Where the preemption signal diverts Go code to.
    pub(crate) fn golift_async_preempt();
    /// Where the fault handler diverts Go code to.
    pub(crate) fn golift_sigpanic();
}

/// The address of an assembly label.
pub(crate) fn address(f: unsafe extern "C" fn()) -> usize {
    f as *const () as usize
}
