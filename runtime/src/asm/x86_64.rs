//! x86-64.

use crate::goroutine::{self, G};
use core::arch::global_asm;

global_asm!(
    ".text",
    // The resume address travels through a register: an indirect jump predicts better than a `ret` to a foreign frame.
    ".globl golift_switch",
    "golift_switch:",
    "pop rcx",
    "push rbp",
    "push rbx",
    "push r12",
    "push r13",
    "push r14",
    "push r15",
    "push rcx",
    "mov [rdi], rsp",
    "mov rsp, rsi",
    "pop rcx",
    "pop r15",
    "pop r14",
    "pop r13",
    "pop r12",
    "pop rbx",
    "pop rbp",
    "jmp rcx",

    ".globl golift_goroutine_start",
    "golift_goroutine_start:",
    "mov rdi, r12",
    "mov rsi, r15",
    "xor ebp, ebp",
    // The closure's memory is needed no longer than its code needs it.
    "xor r12d, r12d",
    "call [rdi]",
    "mov rdi, r15",
    "call {goroutine_end}",
    "ud2",

    ".globl golift_call_go",
    "golift_call_go:",
    "push rbp",
    "push rbx",
    "push r12",
    "push r13",
    "push r14",
    "push r15",
    "mov r15, rdi",
    "mov rbx, rcx",
    "push [r15 + {call_sp}]",
    "push [r15 + {call_fp}]",
    "mov rbp, rsp",
    "sub rsp, 8",
    "test r8, r8",
    "jz 1f",
    "mov [r8], rsp",
    "1:",
    "mov rax, rsi",
    "mov r10, rdx",
    "mov rdi, [r10]",
    "mov rsi, [r10 + 8]",
    "mov rdx, [r10 + 16]",
    "mov rcx, [r10 + 24]",
    "mov r8, [r10 + 32]",
    "mov r9, [r10 + 40]",
    "call rax",
    ".globl golift_call_go_return",
    "golift_call_go_return:",
    "test rbx, rbx",
    "jz 2f",
    "mov [rbx], rax",
    "mov [rbx + 8], rcx",
    "mov [rbx + 16], rdx",
    "mov [rbx + 24], rsi",
    "2:",
    "mov rsp, rbp",
    "pop [r15 + {call_fp}]",
    "pop [r15 + {call_sp}]",
    "pop r15",
    "pop r14",
    "pop r13",
    "pop r12",
    "pop rbx",
    "pop rbp",
    "ret",

    ".globl golift_on_stack",
    "golift_on_stack:",
    "push rbp",
    "push rbx",
    "push r12",
    "push r13",
    "push r14",
    "push r15",
    "mov [rcx], rsp",
    "mov rbx, rsp",
    "mov rsp, rdi",
    "mov rdi, rdx",
    "call rsi",
    "mov rsp, rbx",
    "pop r15",
    "pop r14",
    "pop r13",
    "pop r12",
    "pop rbx",
    "pop rbp",
    "ret",

    ".globl golift_recover_jump",
    "golift_recover_jump:",
    "mov r15, rdi",
    "mov rsp, rsi",
    "mov rbp, rdx",
    "jmp rcx",

    // Arguments stay in their registers unless a segment has to be made; r10, r11 and rax carry none.
    ".globl golift_morestack",
    "golift_morestack:",
    "push rbp",
    "mov rbp, rsp",
    "mov r10, [r15 + {seg}]",
    "mov r11, [r10 + {seg_next}]",
    "test r11, r11",
    "jz 4f",
    "3:",
    "push [r15 + {stack_limit}]",
    "push r10",
    "mov [r10 + {seg_saved_sp}], rsp",
    "mov [r15 + {seg}], r11",
    "mov r10, [r11 + {seg_limit}]",
    "mov [r15 + {stack_limit}], r10",
    "mov rsp, [r11 + {seg_top}]",
    "call [r15 + {morestack_target}]",
    ".globl golift_morestack_return",
    "golift_morestack_return:",
    "lea rsp, [rbp - 16]",
    "pop r11",
    "mov [r15 + {seg}], r11",
    "pop r11",
    "mov [r15 + {stack_limit}], r11",
    "pop rbp",
    "ret",
    "4:",
    "sub rsp, 176",
    "mov [rsp], rdi",
    "mov [rsp + 8], rsi",
    "mov [rsp + 16], rdx",
    "mov [rsp + 24], rcx",
    "mov [rsp + 32], r8",
    "mov [rsp + 40], r9",
    "movups [rsp + 48], xmm0",
    "movups [rsp + 64], xmm1",
    "movups [rsp + 80], xmm2",
    "movups [rsp + 96], xmm3",
    "movups [rsp + 112], xmm4",
    "movups [rsp + 128], xmm5",
    "movups [rsp + 144], xmm6",
    "movups [rsp + 160], xmm7",
    "mov rax, [rbp]",
    "mov [r15 + {call_fp}], rax",
    "lea rax, [rbp + 8]",
    "mov [r15 + {call_sp}], rax",
    "mov rdi, r15",
    "call {grow_stack}",
    "mov r11, rax",
    "mov rdi, [rsp]",
    "mov rsi, [rsp + 8]",
    "mov rdx, [rsp + 16]",
    "mov rcx, [rsp + 24]",
    "mov r8, [rsp + 32]",
    "mov r9, [rsp + 40]",
    "movups xmm0, [rsp + 48]",
    "movups xmm1, [rsp + 64]",
    "movups xmm2, [rsp + 80]",
    "movups xmm3, [rsp + 96]",
    "movups xmm4, [rsp + 112]",
    "movups xmm5, [rsp + 128]",
    "movups xmm6, [rsp + 144]",
    "movups xmm7, [rsp + 160]",
    "add rsp, 176",
    "mov r10, [r15 + {seg}]",
    "jmp 3b",

    // The signal handler left 128 bytes below the interrupted frame alone and pushed the interrupted address.
    ".globl golift_async_preempt",
    "golift_async_preempt:",
    "pushfq",
    "push rax",
    "push rcx",
    "push rdx",
    "push rbx",
    "push rsi",
    "push rdi",
    "push r8",
    "push r9",
    "push r10",
    "push r11",
    "push r12",
    "push r13",
    "push r14",
    "push r15",
    "push rbp",
    "mov [r15 + {call_fp}], rbp",
    "lea rax, [rsp + 128]",
    "mov [r15 + {call_sp}], rax",
    "mov rbp, rsp",
    "and rsp, -16",
    "sub rsp, 256",
    "movups [rsp], xmm0",
    "movups [rsp + 16], xmm1",
    "movups [rsp + 32], xmm2",
    "movups [rsp + 48], xmm3",
    "movups [rsp + 64], xmm4",
    "movups [rsp + 80], xmm5",
    "movups [rsp + 96], xmm6",
    "movups [rsp + 112], xmm7",
    "movups [rsp + 128], xmm8",
    "movups [rsp + 144], xmm9",
    "movups [rsp + 160], xmm10",
    "movups [rsp + 176], xmm11",
    "movups [rsp + 192], xmm12",
    "movups [rsp + 208], xmm13",
    "movups [rsp + 224], xmm14",
    "movups [rsp + 240], xmm15",
    "cld",
    "mov rdi, r15",
    "call {preempted}",
    "movups xmm0, [rsp]",
    "movups xmm1, [rsp + 16]",
    "movups xmm2, [rsp + 32]",
    "movups xmm3, [rsp + 48]",
    "movups xmm4, [rsp + 64]",
    "movups xmm5, [rsp + 80]",
    "movups xmm6, [rsp + 96]",
    "movups xmm7, [rsp + 112]",
    "movups xmm8, [rsp + 128]",
    "movups xmm9, [rsp + 144]",
    "movups xmm10, [rsp + 160]",
    "movups xmm11, [rsp + 176]",
    "movups xmm12, [rsp + 192]",
    "movups xmm13, [rsp + 208]",
    "movups xmm14, [rsp + 224]",
    "movups xmm15, [rsp + 240]",
    "mov rsp, rbp",
    "pop rbp",
    "pop r15",
    "pop r14",
    "pop r13",
    "pop r12",
    "pop r11",
    "pop r10",
    "pop r9",
    "pop r8",
    "pop rdi",
    "pop rsi",
    "pop rbx",
    "pop rdx",
    "pop rcx",
    "pop rax",
    "popfq",
    "ret 128",

    // rsi: the code, rdx: the registers.
    ".globl golift_reflect_call",
    "golift_reflect_call:",
    "push rbp",
    "mov rbp, rsp",
    "push rdx",
    "push rdx",
    "mov rax, rsi",
    "mov r10, rdx",
    "movsd xmm0, [r10 + 64]",
    "movsd xmm1, [r10 + 72]",
    "movsd xmm2, [r10 + 80]",
    "movsd xmm3, [r10 + 88]",
    "movsd xmm4, [r10 + 96]",
    "movsd xmm5, [r10 + 104]",
    "movsd xmm6, [r10 + 112]",
    "movsd xmm7, [r10 + 120]",
    "mov rdi, [r10]",
    "mov rsi, [r10 + 8]",
    "mov rdx, [r10 + 16]",
    "mov rcx, [r10 + 24]",
    "mov r8, [r10 + 32]",
    "mov r9, [r10 + 40]",
    "call rax",
    ".globl golift_reflect_call_return",
    "golift_reflect_call_return:",
    "mov r11, [rbp - 8]",
    "mov [r11], rax",
    "mov [r11 + 8], rcx",
    "mov [r11 + 16], rdx",
    "mov [r11 + 24], rsi",
    "mov [r11 + 32], rdi",
    "mov [r11 + 40], r8",
    "mov [r11 + 48], r9",
    "mov [r11 + 56], r10",
    "movsd [r11 + 64], xmm0",
    "movsd [r11 + 72], xmm1",
    "movsd [r11 + 80], xmm2",
    "movsd [r11 + 88], xmm3",
    "movsd [r11 + 96], xmm4",
    "movsd [r11 + 104], xmm5",
    "movsd [r11 + 112], xmm6",
    "movsd [r11 + 120], xmm7",
    "mov rsp, rbp",
    "pop rbp",
    "ret",

    // rdi: the closure; its second word is the function value of the handler.
    ".globl golift_made_func",
    "golift_made_func:",
    "push rbp",
    "mov rbp, rsp",
    "sub rsp, 128",
    "mov [rsp], rdi",
    "mov [rsp + 8], rsi",
    "mov [rsp + 16], rdx",
    "mov [rsp + 24], rcx",
    "mov [rsp + 32], r8",
    "mov [rsp + 40], r9",
    "movsd [rsp + 64], xmm0",
    "movsd [rsp + 72], xmm1",
    "movsd [rsp + 80], xmm2",
    "movsd [rsp + 88], xmm3",
    "movsd [rsp + 96], xmm4",
    "movsd [rsp + 104], xmm5",
    "movsd [rsp + 112], xmm6",
    "movsd [rsp + 120], xmm7",
    "mov rsi, rdi",
    "mov rdx, rsp",
    "mov rdi, [rsi + 8]",
    "call [rdi]",
    ".globl golift_made_func_return",
    "golift_made_func_return:",
    "lea r11, [rbp - 128]",
    "movsd xmm0, [r11 + 64]",
    "movsd xmm1, [r11 + 72]",
    "movsd xmm2, [r11 + 80]",
    "movsd xmm3, [r11 + 88]",
    "movsd xmm4, [r11 + 96]",
    "movsd xmm5, [r11 + 104]",
    "movsd xmm6, [r11 + 112]",
    "movsd xmm7, [r11 + 120]",
    "mov rax, [r11]",
    "mov rcx, [r11 + 8]",
    "mov rdx, [r11 + 16]",
    "mov rsi, [r11 + 24]",
    "mov rdi, [r11 + 32]",
    "mov r8, [r11 + 40]",
    "mov r9, [r11 + 48]",
    "mov r10, [r11 + 56]",
    "mov rsp, rbp",
    "pop rbp",
    "ret",

    ".globl golift_sigpanic",
    "golift_sigpanic:",
    "mov [r15 + {call_fp}], rbp",
    "mov [r15 + {call_sp}], rsp",
    "and rsp, -16",
    "mov rdi, r15",
    "call {sigpanic}",
    "ud2",

    goroutine_end = sym crate::schedule::goroutine_end,
    grow_stack = sym crate::stack::grow_stack,
    preempted = sym crate::preempt::preempted,
    sigpanic = sym crate::fault::sigpanic,
    call_fp = const goroutine::CALL_FP,
    call_sp = const goroutine::CALL_SP,
    seg = const goroutine::SEG,
    stack_limit = const golift_abi::goroutine::G_STACK_LIMIT,
    morestack_target = const golift_abi::goroutine::G_MORESTACK_TARGET,
    seg_next = const crate::stack::SEG_NEXT,
    seg_limit = const crate::stack::SEG_LIMIT,
    seg_top = const crate::stack::SEG_TOP,
    seg_saved_sp = const crate::stack::SEG_SAVED_SP,
);

/// Makes the function that compiled code calls for a builtin: it notes where the Go caller is
/// (frame pointer and address of the return address), for tracebacks and panics, and goes on in Rust.
macro_rules! builtin_stub {
    ($name:ident) => {{
        #[unsafe(naked)]
        unsafe extern "C" fn stub() {
            core::arch::naked_asm!(
                "mov [rdi + {call_fp}], rbp",
                "mov [rdi + {call_sp}], rsp",
                "jmp {target}",
                call_fp = const $crate::goroutine::CALL_FP,
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
    // SAFETY: call_sp is the address of the return address on the goroutine's own stack.
    unsafe { *((*g).call_sp as *const usize) }
}

/// Lays out a fresh stack so that switching to the result runs `closure` on goroutine `g`.
pub(crate) unsafe fn prepare_stack(top: usize, g: *mut G, closure: *mut u8) -> usize {
    let words = [super::address(super::golift_goroutine_start), g as usize, 0, 0, closure as usize, 0, 0];
    // golift_goroutine_start calls with the stack pointer at top - 16, a multiple of 16.
    let sp = top - 16 - words.len() * 8;
    // SAFETY: the caller hands over the whole stack below `top`.
    unsafe { core::ptr::copy_nonoverlapping(words.as_ptr(), sp as *mut usize, words.len()) };
    sp
}

/// The registers of an interrupted context that a diversion changes.
pub(crate) struct PushedCall;

impl PushedCall {
    /// Finishes the return from a preemption where that takes a trap; not here.
    pub(crate) unsafe fn resume(_context: *mut libc::c_void) -> bool {
        false
    }

    /// The interrupted address and the goroutine register.
    pub(crate) unsafe fn pc_and_g(context: *mut libc::c_void) -> (usize, *mut G) {
        let context = context.cast::<libc::ucontext_t>();
        // SAFETY: the kernel passes a valid context to the handler.
        let regs = unsafe { &(*context).uc_mcontext.gregs };
        (regs[libc::REG_RIP as usize] as usize, regs[libc::REG_R15 as usize] as usize as *mut G)
    }

    /// Makes the context continue at `target` as if the interrupted instruction had called it, `skip` bytes further down.
    pub(crate) unsafe fn divert(context: *mut libc::c_void, target: usize, skip: usize) {
        let context = context.cast::<libc::ucontext_t>();
        // SAFETY: as above; the goroutine's stack has the red area below its stack pointer.
        unsafe {
            let regs = &mut (*context).uc_mcontext.gregs;
            let sp = regs[libc::REG_RSP as usize] as usize - skip - 8;
            *(sp as *mut usize) = regs[libc::REG_RIP as usize] as usize;
            regs[libc::REG_RSP as usize] = sp as i64;
            regs[libc::REG_RIP as usize] = target as i64;
        }
    }
}

/// The return address in the frame of `golift_call_go` (for the builtin around it).
pub(crate) unsafe fn saved_pc(fp: usize) -> usize {
    // SAFETY: the frame holds call_fp and call_sp.
    unsafe {
        let call_sp = *((fp + 8) as *const usize);
        if call_sp == 0 { 0 } else { *(call_sp as *const usize) }
    }
}
