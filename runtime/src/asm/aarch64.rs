//! aarch64.
//!
//! x0 and x1 carry no Go arguments, x8 may carry the address of an area for results; x2..x7 carry arguments and results.

use crate::goroutine::{self, G};
use core::arch::global_asm;

global_asm!(
    ".text",
    ".globl golift_switch",
    "golift_switch:",
    "sub sp, sp, #160",
    "stp x19, x20, [sp]",
    "stp x21, x22, [sp, #16]",
    "stp x23, x24, [sp, #32]",
    "stp x25, x26, [sp, #48]",
    "stp x27, x28, [sp, #64]",
    "stp x29, x30, [sp, #80]",
    "stp d8, d9, [sp, #96]",
    "stp d10, d11, [sp, #112]",
    "stp d12, d13, [sp, #128]",
    "stp d14, d15, [sp, #144]",
    "mov x9, sp",
    "str x9, [x0]",
    "mov sp, x1",
    "ldp x19, x20, [sp]",
    "ldp x21, x22, [sp, #16]",
    "ldp x23, x24, [sp, #32]",
    "ldp x25, x26, [sp, #48]",
    "ldp x27, x28, [sp, #64]",
    "ldp x29, x30, [sp, #80]",
    "ldp d8, d9, [sp, #96]",
    "ldp d10, d11, [sp, #112]",
    "ldp d12, d13, [sp, #128]",
    "ldp d14, d15, [sp, #144]",
    "add sp, sp, #160",
    "br x30",

    // x19 holds the closure, x21 the goroutine. Functions written in Rust take them in x0 and x1.
    ".globl golift_goroutine_start",
    "golift_goroutine_start:",
    "mov x0, x19",
    "mov x1, x21",
    "mov x2, x19",
    "mov x29, xzr",
    "ldr x9, [x19]",
    // The closure's memory is needed no longer than its code needs it.
    "mov x19, xzr",
    "blr x9",
    "mov x0, x21",
    "bl {goroutine_end}",
    "brk #1",

    // The frame, from x29 up: call_fp, call_pc, call_sp, 0, then the saved registers.
    ".globl golift_call_go",
    "golift_call_go:",
    "sub sp, sp, #192",
    "stp x19, x20, [sp, #32]",
    "stp x21, x22, [sp, #48]",
    "stp x23, x24, [sp, #64]",
    "stp x25, x26, [sp, #80]",
    "stp x27, x28, [sp, #96]",
    "stp x29, x30, [sp, #112]",
    "stp d8, d9, [sp, #128]",
    "stp d10, d11, [sp, #144]",
    "stp d12, d13, [sp, #160]",
    "stp d14, d15, [sp, #176]",
    "mov x21, x0",
    "mov x19, x3",
    "ldr x9, [x21, #{call_fp}]",
    "ldr x10, [x21, #{call_pc}]",
    "stp x9, x10, [sp]",
    "ldr x9, [x21, #{call_sp}]",
    "stp x9, xzr, [sp, #16]",
    "mov x29, sp",
    "cbz x4, 1f",
    "mov x9, sp",
    "str x9, [x4]",
    "1:",
    "mov x10, x1",
    "mov x9, x2",
    // Rust functions take the first two words in x0 and x1.
    "ldp x0, x1, [x9]",
    "ldp x2, x3, [x9]",
    "ldp x4, x5, [x9, #16]",
    "ldp x6, x7, [x9, #32]",
    "blr x10",
    ".globl golift_call_go_return",
    "golift_call_go_return:",
    "cbz x19, 2f",
    "stp x2, x3, [x19]",
    "stp x4, x5, [x19, #16]",
    "2:",
    "mov sp, x29",
    "ldp x9, x10, [sp]",
    "str x9, [x21, #{call_fp}]",
    "str x10, [x21, #{call_pc}]",
    "ldr x9, [sp, #16]",
    "str x9, [x21, #{call_sp}]",
    "ldp x19, x20, [sp, #32]",
    "ldp x21, x22, [sp, #48]",
    "ldp x23, x24, [sp, #64]",
    "ldp x25, x26, [sp, #80]",
    "ldp x27, x28, [sp, #96]",
    "ldp x29, x30, [sp, #112]",
    "ldp d8, d9, [sp, #128]",
    "ldp d10, d11, [sp, #144]",
    "ldp d12, d13, [sp, #160]",
    "ldp d14, d15, [sp, #176]",
    "add sp, sp, #192",
    "ret",

    ".globl golift_on_stack",
    "golift_on_stack:",
    "sub sp, sp, #96",
    "stp x19, x20, [sp]",
    "stp x21, x22, [sp, #16]",
    "stp x23, x24, [sp, #32]",
    "stp x25, x26, [sp, #48]",
    "stp x27, x28, [sp, #64]",
    "stp x29, x30, [sp, #80]",
    "mov x9, sp",
    "str x9, [x3]",
    "mov x19, x9",
    "mov sp, x0",
    "mov x0, x2",
    "blr x1",
    "mov sp, x19",
    "ldp x19, x20, [sp]",
    "ldp x21, x22, [sp, #16]",
    "ldp x23, x24, [sp, #32]",
    "ldp x25, x26, [sp, #48]",
    "ldp x27, x28, [sp, #64]",
    "ldp x29, x30, [sp, #80]",
    "add sp, sp, #96",
    "ret",

    ".globl golift_recover_jump",
    "golift_recover_jump:",
    "mov x21, x0",
    "mov sp, x1",
    "mov x29, x2",
    "br x3",

    ".globl golift_morestack",
    "golift_morestack:",
    "stp x29, x30, [sp, #-16]!",
    "mov x29, sp",
    "ldr x9, [x21, #{seg}]",
    "ldr x10, [x9, #{seg_next}]",
    "cbz x10, 4f",
    "3:",
    "ldr x11, [x21, #{stack_limit}]",
    "stp x9, x11, [sp, #-16]!",
    "mov x11, sp",
    "str x11, [x9, #{seg_saved_sp}]",
    "str x10, [x21, #{seg}]",
    "ldr x11, [x10, #{seg_limit}]",
    "str x11, [x21, #{stack_limit}]",
    "ldr x11, [x10, #{seg_top}]",
    "mov sp, x11",
    "ldr x11, [x21, #{morestack_target}]",
    "blr x11",
    ".globl golift_morestack_return",
    "golift_morestack_return:",
    "sub sp, x29, #16",
    "ldp x9, x10, [sp], #16",
    "str x9, [x21, #{seg}]",
    "str x10, [x21, #{stack_limit}]",
    "ldp x29, x30, [sp], #16",
    "ret",
    "4:",
    "sub sp, sp, #144",
    "stp x0, x1, [sp]",
    "stp x2, x3, [sp, #16]",
    "stp x4, x5, [sp, #32]",
    "stp x6, x7, [sp, #48]",
    "str x8, [sp, #64]",
    "stp d0, d1, [sp, #80]",
    "stp d2, d3, [sp, #96]",
    "stp d4, d5, [sp, #112]",
    "stp d6, d7, [sp, #128]",
    "ldp x9, x10, [x29]",
    "str x9, [x21, #{call_fp}]",
    "str x10, [x21, #{call_pc}]",
    "add x9, x29, #16",
    "str x9, [x21, #{call_sp}]",
    "mov x0, x21",
    "bl {grow_stack}",
    "mov x10, x0",
    "ldp x0, x1, [sp]",
    "ldp x2, x3, [sp, #16]",
    "ldp x4, x5, [sp, #32]",
    "ldp x6, x7, [sp, #48]",
    "ldr x8, [sp, #64]",
    "ldp d0, d1, [sp, #80]",
    "ldp d2, d3, [sp, #96]",
    "ldp d4, d5, [sp, #112]",
    "ldp d6, d7, [sp, #128]",
    "add sp, sp, #144",
    "ldr x9, [x21, #{seg}]",
    "b 3b",

    // The signal handler left 128 bytes below the interrupted frame alone, stored the interrupted x30 and pc there
    // (at sp and sp + 8), and jumped here. A jump back would need a register, and the interrupted code may be using all of
    // them: the trap's handler restores the rest of the context.
    ".globl golift_async_preempt",
    "golift_async_preempt:",
    "sub sp, sp, #800",
    "stp x0, x1, [sp, #16]",
    "stp x2, x3, [sp, #32]",
    "stp x4, x5, [sp, #48]",
    "stp x6, x7, [sp, #64]",
    "stp x8, x9, [sp, #80]",
    "stp x10, x11, [sp, #96]",
    "stp x12, x13, [sp, #112]",
    "stp x14, x15, [sp, #128]",
    "stp x16, x17, [sp, #144]",
    "stp x18, x19, [sp, #160]",
    "stp x20, x21, [sp, #176]",
    "stp x22, x23, [sp, #192]",
    "stp x24, x25, [sp, #208]",
    "stp x26, x27, [sp, #224]",
    "stp x28, x29, [sp, #240]",
    "mrs x9, nzcv",
    "mrs x10, fpsr",
    "stp x9, x10, [sp, #256]",
    "stp q0, q1, [sp, #272]",
    "stp q2, q3, [sp, #304]",
    "stp q4, q5, [sp, #336]",
    "stp q6, q7, [sp, #368]",
    "stp q8, q9, [sp, #400]",
    "stp q10, q11, [sp, #432]",
    "stp q12, q13, [sp, #464]",
    "stp q14, q15, [sp, #496]",
    "stp q16, q17, [sp, #528]",
    "stp q18, q19, [sp, #560]",
    "stp q20, q21, [sp, #592]",
    "stp q22, q23, [sp, #624]",
    "stp q24, q25, [sp, #656]",
    "stp q26, q27, [sp, #688]",
    "stp q28, q29, [sp, #720]",
    "stp q30, q31, [sp, #752]",
    "str x29, [x21, #{call_fp}]",
    "ldr x9, [sp, #808]",
    "str x9, [x21, #{call_pc}]",
    "add x10, sp, #944",
    "str x10, [x21, #{call_sp}]",
    "stp x29, x9, [sp]",
    "mov x29, sp",
    "mov x0, x21",
    "bl {preempted}",
    "ldp q0, q1, [sp, #272]",
    "ldp q2, q3, [sp, #304]",
    "ldp q4, q5, [sp, #336]",
    "ldp q6, q7, [sp, #368]",
    "ldp q8, q9, [sp, #400]",
    "ldp q10, q11, [sp, #432]",
    "ldp q12, q13, [sp, #464]",
    "ldp q14, q15, [sp, #496]",
    "ldp q16, q17, [sp, #528]",
    "ldp q18, q19, [sp, #560]",
    "ldp q20, q21, [sp, #592]",
    "ldp q22, q23, [sp, #624]",
    "ldp q24, q25, [sp, #656]",
    "ldp q26, q27, [sp, #688]",
    "ldp q28, q29, [sp, #720]",
    "ldp q30, q31, [sp, #752]",
    "ldp x9, x10, [sp, #256]",
    "msr nzcv, x9",
    "msr fpsr, x10",
    "ldp x0, x1, [sp, #16]",
    "ldp x2, x3, [sp, #32]",
    "ldp x4, x5, [sp, #48]",
    "ldp x6, x7, [sp, #64]",
    "ldp x8, x9, [sp, #80]",
    "ldp x10, x11, [sp, #96]",
    "ldp x12, x13, [sp, #112]",
    "ldp x14, x15, [sp, #128]",
    "ldp x16, x17, [sp, #144]",
    "ldp x18, x19, [sp, #160]",
    "ldp x20, x21, [sp, #176]",
    "ldp x22, x23, [sp, #192]",
    "ldp x24, x25, [sp, #208]",
    "ldp x26, x27, [sp, #224]",
    "ldp x28, x29, [sp, #240]",
    "add sp, sp, #800",
    ".globl golift_preempt_resume",
    "golift_preempt_resume:",
    "brk #1",

    // x3: the code, x4: the registers. Rust functions take the first two words in x0 and x1.
    ".globl golift_reflect_call",
    "golift_reflect_call:",
    "stp x29, x30, [sp, #-32]!",
    "mov x29, sp",
    "str x4, [sp, #16]",
    "mov x9, x3",
    "mov x10, x4",
    "ldp d0, d1, [x10, #64]",
    "ldp d2, d3, [x10, #80]",
    "ldp d4, d5, [x10, #96]",
    "ldp d6, d7, [x10, #112]",
    "ldp x2, x3, [x10]",
    "ldp x4, x5, [x10, #16]",
    "ldp x6, x7, [x10, #32]",
    "mov x0, x2",
    "mov x1, x3",
    "blr x9",
    ".globl golift_reflect_call_return",
    "golift_reflect_call_return:",
    "ldr x10, [x29, #16]",
    "stp x2, x3, [x10]",
    "stp x4, x5, [x10, #16]",
    "stp x6, x7, [x10, #32]",
    "stp d0, d1, [x10, #64]",
    "stp d2, d3, [x10, #80]",
    "stp d4, d5, [x10, #96]",
    "stp d6, d7, [x10, #112]",
    "mov sp, x29",
    "ldp x29, x30, [sp], #32",
    "ret",

    // x2: the closure; its second word is the function value of the handler.
    ".globl golift_made_func",
    "golift_made_func:",
    "stp x29, x30, [sp, #-144]!",
    "mov x29, sp",
    "stp x2, x3, [sp, #16]",
    "stp x4, x5, [sp, #32]",
    "stp x6, x7, [sp, #48]",
    "stp d0, d1, [sp, #80]",
    "stp d2, d3, [sp, #96]",
    "stp d4, d5, [sp, #112]",
    "stp d6, d7, [sp, #128]",
    "mov x3, x2",
    "add x4, sp, #16",
    "ldr x2, [x3, #8]",
    "ldr x9, [x2]",
    "blr x9",
    ".globl golift_made_func_return",
    "golift_made_func_return:",
    "ldp d0, d1, [x29, #80]",
    "ldp d2, d3, [x29, #96]",
    "ldp d4, d5, [x29, #112]",
    "ldp d6, d7, [x29, #128]",
    "ldp x2, x3, [x29, #16]",
    "ldp x4, x5, [x29, #32]",
    "ldp x6, x7, [x29, #48]",
    "mov sp, x29",
    "ldp x29, x30, [sp], #144",
    "ret",

    ".globl golift_sigpanic",
    "golift_sigpanic:",
    "ldr x9, [sp, #8]",
    "str x29, [x21, #{call_fp}]",
    "str x9, [x21, #{call_pc}]",
    "mov x9, sp",
    "str x9, [x21, #{call_sp}]",
    "and x9, x9, #-16",
    "mov sp, x9",
    "mov x0, x21",
    "bl {sigpanic}",
    "brk #1",

    goroutine_end = sym crate::schedule::goroutine_end,
    grow_stack = sym crate::stack::grow_stack,
    preempted = sym crate::preempt::preempted,
    sigpanic = sym crate::fault::sigpanic,
    call_fp = const goroutine::CALL_FP,
    call_sp = const goroutine::CALL_SP,
    call_pc = const goroutine::CALL_PC,
    seg = const goroutine::SEG,
    stack_limit = const golift_abi::goroutine::G_STACK_LIMIT,
    morestack_target = const golift_abi::goroutine::G_MORESTACK_TARGET,
    seg_next = const crate::stack::SEG_NEXT,
    seg_limit = const crate::stack::SEG_LIMIT,
    seg_top = const crate::stack::SEG_TOP,
    seg_saved_sp = const crate::stack::SEG_SAVED_SP,
);

/// Makes the function that compiled code calls for a builtin: it notes where the Go caller is
/// (frame pointer, return address, stack pointer), for tracebacks and panics, and goes on in Rust.
macro_rules! builtin_stub {
    ($name:ident) => {{
        #[unsafe(naked)]
        unsafe extern "C" fn stub() {
            core::arch::naked_asm!(
                "str x29, [x0, #{call_fp}]",
                "str x30, [x0, #{call_pc}]",
                "mov x9, sp",
                "str x9, [x0, #{call_sp}]",
                "b {target}",
                call_fp = const $crate::goroutine::CALL_FP,
                call_pc = const $crate::goroutine::CALL_PC,
                call_sp = const $crate::goroutine::CALL_SP,
                target = sym $name,
            )
        }
        stub as *const ()
    }};
}
pub(crate) use builtin_stub;

/// Where the goroutine's last call of a builtin returns to.
pub(crate) unsafe fn caller_pc(g: *const G) -> usize {
    // SAFETY: g is valid.
    unsafe { (*g).call_pc }
}

/// The return address in the frame of `golift_call_go` (for the builtin around it).
pub(crate) unsafe fn saved_pc(fp: usize) -> usize {
    // SAFETY: the frame holds call_fp and call_pc.
    unsafe { *((fp + 8) as *const usize) }
}

/// Lays out a fresh stack so that switching to the result runs `closure` on goroutine `g`.
pub(crate) unsafe fn prepare_stack(top: usize, g: *mut G, closure: *mut u8) -> usize {
    let sp = top - 160;
    // SAFETY: the caller hands over the whole stack below `top`.
    unsafe {
        let words = sp as *mut usize;
        words.write_bytes(0, 20);
        *words = closure as usize;
        *words.add(2) = g as usize;
        *words.add(11) = super::address(super::golift_goroutine_start);
    }
    sp
}

unsafe extern "C" {
    fn golift_preempt_resume();
}

/// The registers of an interrupted context that a diversion changes.
pub(crate) struct PushedCall;

impl PushedCall {
    /// The interrupted address and the goroutine register.
    pub(crate) unsafe fn pc_and_g(context: *mut libc::c_void) -> (usize, *mut G) {
        let context = context.cast::<libc::ucontext_t>();
        // SAFETY: the kernel passes a valid context to the handler.
        let regs = unsafe { &(*context).uc_mcontext };
        (regs.pc as usize, regs.regs[21] as usize as *mut G)
    }

    /// Makes the context continue at `target`, `skip` + 16 bytes further down, with the interrupted x30 and pc stored there.
    pub(crate) unsafe fn divert(context: *mut libc::c_void, target: usize, skip: usize) {
        let context = context.cast::<libc::ucontext_t>();
        // SAFETY: as above; the goroutine's stack has the red area below its stack pointer.
        unsafe {
            let regs = &mut (*context).uc_mcontext;
            let sp = regs.sp as usize - skip - 16;
            *(sp as *mut u64) = regs.regs[30];
            *((sp + 8) as *mut u64) = regs.pc;
            regs.sp = sp as u64;
            regs.pc = target as u64;
        }
    }

    /// Finishes the return from a preemption, if that is what the context trapped for.
    pub(crate) unsafe fn resume(context: *mut libc::c_void) -> bool {
        let context = context.cast::<libc::ucontext_t>();
        // SAFETY: at this trap, sp points to the words that divert has stored.
        unsafe {
            let regs = &mut (*context).uc_mcontext;
            if regs.pc as usize != super::address(golift_preempt_resume) {
                return false;
            }
            let sp = regs.sp;
            regs.regs[30] = *(sp as *const u64);
            regs.pc = *((sp + 8) as *const u64);
            regs.sp = sp + 144;
            true
        }
    }
}
