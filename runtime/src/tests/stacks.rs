//! Growing stacks and preemption, with functions in assembly that keep the convention of compiled code.
#![cfg(target_arch = "x86_64")]

use super::*;
use crate::{asm, preempt, timer};
use core::arch::global_asm;

global_asm!(
    ".globl golift_test_depth",
    // depth(context, n, a, b, c) = n == 0 ? a + b + c : depth(context, n - 1, a, b, c) + 1, with a frame of 256 bytes.
    "golift_test_depth:",
    "push rbp",
    "mov rbp, rsp",
    "sub rsp, 256",
    "cmp rsp, [r15]",
    "jb 2f",
    "test rsi, rsi",
    "jz 1f",
    "dec rsi",
    "call golift_test_depth",
    "inc rax",
    "mov rsp, rbp",
    "pop rbp",
    "ret",
    "1:",
    "lea rax, [rdx + rcx]",
    "add rax, r8",
    "mov rsp, rbp",
    "pop rbp",
    "ret",
    "2:",
    "lea rax, [rip + golift_test_depth]",
    "mov [r15 + 8], rax",
    "call golift_morestack",
    "mov rsp, rbp",
    "pop rbp",
    "ret",
    ".globl golift_test_depth_end",
    "golift_test_depth_end:",
    ".globl golift_test_spin",
    // spin(context, flag): waits until *flag is not 0; every register must survive preemption.
    "golift_test_spin:",
    "push rbp",
    "mov rbp, rsp",
    "mov rax, 1",
    "mov rcx, 2",
    "mov r8, 3",
    "mov r11, 4",
    "cvtsi2sd xmm9, rcx",
    "cmp rcx, 2",
    "1:",
    "cmp qword ptr [rsi], 0",
    "je 1b",
    "add rax, rcx",
    "add rax, r8",
    "add rax, r11",
    "cvttsd2si rcx, xmm9",
    "add rax, rcx",
    "pop rbp",
    "ret",
    ".globl golift_test_spin_end",
    "golift_test_spin_end:",
);

unsafe extern "C" {
    fn golift_test_depth();
    fn golift_test_spin();
    fn golift_test_spin_end();
}

unsafe fn call(g: *mut G, code: unsafe extern "C" fn(), args: [u64; 6]) -> u64 {
    let mut out = [0u64; 4];
    // SAFETY: the functions above.
    unsafe { asm::golift_call_go(g, code as *const u8, args.as_ptr(), out.as_mut_ptr(), core::ptr::null_mut()) };
    out[0]
}

#[test]
fn recursion_grows_the_stack_and_keeps_registers() {
    let code = run_main(|g| unsafe {
        for n in [10, 1000, 100_000, 1_500_000, 5] {
            let before = (*g).head.stack_limit;
            assert_eq!(call(g, golift_test_depth, [0, n, 100, 20, 3, 0]), n + 123);
            assert_eq!((*g).head.stack_limit, before);
            assert_eq!((*g).seg, (*g).first_seg);
        }
        crate::heap::collect::collect_forced(g);
        assert!((*(*g).first_seg).next.is_null(), "unused segments are given back");
        assert_eq!(call(g, golift_test_depth, [0, 5000, 1, 1, 1, 0]), 5003);
    });
    assert_eq!(code, 0);
}

#[test]
fn endless_recursion_ends() {
    assert_eq!(
        run_main(|g| unsafe {
            call(g, golift_test_depth, [0, u64::MAX, 0, 0, 0, 0]);
        }),
        2
    );
}

#[test]
fn a_hot_split_is_cheap() {
    run_main(|g| unsafe {
        // Leave just too little room in the first segment, then call over the edge again and again.
        let start = timer::nanotime();
        for _ in 0..10_000 {
            call(g, golift_test_depth, [0, 300, 1, 2, 3, 0]);
        }
        assert!(timer::nanotime() - start < 2_000_000_000);
    });
}

#[test]
fn loops_are_preempted() {
    let code = run_main(|g| unsafe {
        preempt::set_code(golift_test_spin as *const () as usize, golift_test_spin_end as *const () as usize);
        let flag: &'static mut u64 = Box::leak(Box::new(0));
        let flag: *mut u64 = flag;
        go(g, move |g| {
            crate::system::rt_sleep(g, 30_000_000);
            flag.write_volatile(1);
        });
        assert_eq!(call(g, golift_test_spin, [0, flag as u64, 0, 0, 0, 0]), 12);
        preempt::set_code(0, 0);
    });
    assert_eq!(code, 0);
}
