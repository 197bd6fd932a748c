//! Memory faults: nil dereferences become Go panics, everything else dies loudly.

use crate::asm::{self, PushedCall};
use crate::error;
use crate::fatal;
use crate::goroutine::G;
use crate::preempt;
use crate::print::write_err;
use golift_abi::NIL_PAGE;
use golift_abi::program::ERROR_ADDRESS;

const ALT_STACK: usize = 64 << 10;

/// Installs the handlers and this thread's signal stack.
pub(crate) fn install() {
    // SAFETY: documented system calls with initialised structures; the stack is never freed.
    unsafe {
        let flags = libc::MAP_PRIVATE | libc::MAP_ANONYMOUS;
        let p = libc::mmap(core::ptr::null_mut(), ALT_STACK, libc::PROT_READ | libc::PROT_WRITE, flags, -1, 0);
        if p != libc::MAP_FAILED {
            let stack = libc::stack_t { ss_sp: p, ss_flags: 0, ss_size: ALT_STACK };
            libc::sigaltstack(&stack, core::ptr::null_mut());
        }
        for signal in [libc::SIGSEGV, libc::SIGBUS, libc::SIGILL, libc::SIGFPE, libc::SIGTRAP] {
            let mut action: libc::sigaction = core::mem::zeroed();
            action.sa_sigaction = on_fault as *const () as usize;
            action.sa_flags = libc::SA_SIGINFO | libc::SA_ONSTACK;
            libc::sigaction(signal, &action, core::ptr::null_mut());
        }
    }
}

unsafe extern "C" fn on_fault(signal: libc::c_int, info: *mut libc::siginfo_t, context: *mut libc::c_void) {
    // SAFETY: the kernel's arguments are valid; Go code keeps its goroutine in the pinned register.
    unsafe {
        if signal == libc::SIGTRAP && PushedCall::resume(context) {
            return;
        }
        let (pc, g) = PushedCall::pc_and_g(context);
        let address = if signal == libc::SIGSEGV || signal == libc::SIGBUS { (*info).si_addr() as usize } else { 0 };
        if preempt::in_go_code(pc) && !crate::worker::current().is_null() {
            (*g).fault_address = address;
            (*g).fault_pc = pc;
            (*g).fault_code = (*info).si_code;
            (*g).fault_signal = signal;
            PushedCall::divert(context, asm::address(asm::golift_sigpanic), 0);
            return;
        }
        write_err(format!("fatal error: signal {signal} in the runtime: pc={pc:#x} addr={address:#x}\n").as_bytes());
        let mut action: libc::sigaction = core::mem::zeroed();
        action.sa_sigaction = libc::SIG_DFL;
        libc::sigaction(signal, &action, core::ptr::null_mut());
    }
}

/// The assembly comes here on the goroutine's stack, as if the faulting instruction had called it.
pub(crate) unsafe extern "C" fn sigpanic(g: *mut G) -> ! {
    // SAFETY: runs on g's stack; the fault was in Go code.
    unsafe {
        let address = (*g).fault_address;
        if (*g).fault_signal == libc::SIGSEGV && address < NIL_PAGE as usize {
            error::raise_nil(g, true);
        }
        if (*g).fault_signal == libc::SIGSEGV || (*g).fault_signal == libc::SIGBUS {
            if (*g).panic_on_fault {
                error::raise(g, ERROR_ADDRESS, "invalid memory address or nil pointer dereference".to_string());
            }
            write_err(format!("unexpected fault address {address:#x}\n").as_bytes());
            fatal::fatal_at(g, "fault", Some(signal_line(g)));
        }
        fatal::fatal_at(g, "unreachable code was reached", Some(signal_line(g)));
    }
}

/// The line that describes the signal of the fault being raised.
pub(crate) unsafe fn signal_line(g: *mut G) -> String {
    // SAFETY: g is running; the recorded call is the faulting instruction.
    unsafe {
        let (name, text) = match (*g).fault_signal {
            libc::SIGBUS => ("SIGBUS", "bus error"),
            libc::SIGILL => ("SIGILL", "illegal instruction"),
            libc::SIGTRAP => ("SIGTRAP", "trace trap"),
            libc::SIGFPE => ("SIGFPE", "floating-point exception"),
            _ => ("SIGSEGV", "segmentation violation"),
        };
        let (code, address, pc) = ((*g).fault_code, (*g).fault_address, asm::caller_pc(g));
        format!("[signal {name}: {text} code={code:#x} addr={address:#x} pc={pc:#x}]")
    }
}
