//! Tracebacks: walking frame pointers, over segment changes and calls from Rust, and printing as the official runtime does.

use crate::asm;
use crate::goroutine::{self, G, Status};
use crate::origin;
use crate::panic::Panic;
use crate::preempt::in_go_code;
use crate::reflect;
use crate::symbol;
use crate::text;
use core::fmt::Write;
use golift_abi::goroutine::WAIT_REASONS;
use golift_abi::program::FUNC_NO_PARAMS;
use golift_abi::program::FUNC_WRAPPER;

/// Frames printed at each end of a long traceback.
const HALF: usize = 50;

/// One step of a [`Walk`].
#[derive(Clone, Copy)]
pub(crate) enum Frame {
    /// Go code with this return address.
    Code(usize),
    /// A panic (or Goexit) that runs a deferred call.
    Panic(*mut Panic),
}

/// A walk from the newest Go frame outwards.
pub(crate) struct Walk {
    pc: usize,
    fp: usize,
    /// Frame pointer of the function that `pc` was found in.
    callee: usize,
    /// The panics that have not been passed, newest first.
    panics: *mut Panic,
}

impl Walk {
    /// The stack of a goroutine that is in a builtin, preempted, faulting or parked.
    pub(crate) unsafe fn new(g: *mut G) -> Walk {
        // SAFETY: the recorded call is the newest Go frame.
        unsafe {
            if (*g).call_sp == 0 {
                return Walk { pc: 0, fp: 0, callee: 0, panics: core::ptr::null_mut() };
            }
            Walk { pc: asm::caller_pc(g), fp: (*g).call_fp, callee: 0, panics: (*g).head.panic_top.cast() }
        }
    }
}

impl Iterator for Walk {
    type Item = Frame;

    fn next(&mut self) -> Option<Frame> {
        loop {
            let pc = self.pc;
            if self.fp == 0 || pc == 0 {
                let last = core::mem::take(&mut self.pc);
                return in_go_code(last).then_some(Frame::Code(last));
            }
            // SAFETY: fp is a frame of this stack: Go functions keep the chain, and the assembly's frames are known.
            unsafe {
                let word = |a: usize| *(a as *const usize);
                if pc == asm::address(asm::golift_call_go_return) {
                    // The trampoline's frame holds the call of the builtin around it.
                    self.pc = asm::saved_pc(self.fp);
                    self.fp = word(self.fp);
                    let call_sp = core::mem::take(&mut self.callee) + 16;
                    // Younger panics have run all their deferred calls.
                    let mut panic = self.panics;
                    while !panic.is_null() && (*panic).call_sp != call_sp {
                        panic = (*panic).prev;
                    }
                    if !panic.is_null() {
                        self.panics = (*panic).prev;
                        return Some(Frame::Panic(panic));
                    }
                } else if pc == asm::address(asm::golift_morestack_return) {
                    // Leave out the activation that found too little stack.
                    let first = word(self.fp);
                    self.pc = word(first + 8);
                    self.fp = word(first);
                    self.callee = first;
                } else if reflect::is_entry(pc) {
                    self.callee = self.fp;
                    self.pc = word(self.fp + 8);
                    self.fp = word(self.fp);
                } else if in_go_code(pc) {
                    self.callee = self.fp;
                    self.pc = word(self.fp + 8);
                    self.fp = word(self.fp);
                    return Some(Frame::Code(pc));
                } else {
                    return None;
                }
            }
        }
    }
}

/// A function that tracebacks leave out: generated, or one of package runtime that programs cannot name.
fn hidden(func: &str) -> bool {
    let Some(name) = func.strip_prefix("runtime.") else { return func.starts_with("internal/sys.") };
    !name.starts_with(|c: char| c.is_ascii_uppercase()) && !name.starts_with("(*")
}

/// Lines of the goroutine's stack.
unsafe fn stack_lines(g: *mut G) -> String {
    let mut head = Vec::new();
    let mut tail = std::collections::VecDeque::new();
    let mut skipped = 0usize;
    // SAFETY: g is stopped, or runs this.
    let (walk, fault_pc) = unsafe { (Walk::new(g), (*g).fault_pc) };
    for frame in walk {
        if head.len() < HALF * 2 {
            head.push(frame);
        } else {
            tail.push_back(frame);
            if tail.len() > HALF {
                tail.pop_front();
                skipped += 1;
            }
        }
    }
    let mut out = String::new();
    if tail.is_empty() {
        for frame in head {
            frame_lines(&mut out, frame, fault_pc);
        }
    } else {
        for &frame in &head[..HALF] {
            frame_lines(&mut out, frame, fault_pc);
        }
        let mut rest: Vec<Frame> = head[HALF..].iter().copied().chain(tail).collect();
        let elided = rest.len() - HALF + skipped;
        let _ = writeln!(out, "...{elided} frames elided...");
        for frame in rest.split_off(rest.len() - HALF) {
            frame_lines(&mut out, frame, 0);
        }
    }
    // SAFETY: as above.
    unsafe {
        if (*g).go_pc != 0 {
            let pc = (*g).go_pc;
            if let Some(location) = symbol::locations(pc - 1).iter().rfind(|l| l.line != 0) {
                let offset = symbol::function_at(pc - 1).map_or(0, |f| pc - f.start as usize);
                let (func, file) = (text::lossy(location.func), text::lossy(location.file));
                let _ = writeln!(out, "created by {func} in goroutine {}\n\t{file}:{} +{offset:#x}", (*g).parent, location.line);
            }
        }
    }
    out
}

fn frame_lines(out: &mut String, frame: Frame, fault_pc: usize) {
    let pc = match frame {
        Frame::Code(pc) => pc,
        Frame::Panic(panic) => {
            // SAFETY: a panic that the walk found is alive.
            let (goexit, ty, data) = unsafe { ((*panic).goexit, (*panic).ty, (*panic).data) };
            // Package runtime's Goexit has a frame of its own.
            if !goexit {
                let _ = writeln!(out, "panic({{{ty:p}?, {data:p}?}})\n\t{}:1 +0x1", origin::FILE);
            }
            return;
        }
    };
    let at = if pc == fault_pc { pc } else { pc - 1 };
    let Some(func) = symbol::function_at(at) else { return };
    if func.flags & FUNC_WRAPPER != 0 {
        return;
    }
    let offset = pc - func.start as usize;
    for location in symbol::locations(at) {
        if hidden(&text::lossy(location.func)) {
            continue;
        }
        let file = text::lossy(location.file);
        let known = !location.inlined && (func.flags & FUNC_NO_PARAMS != 0 || symbol::is_entry(func));
        let (name, args) = (text::lossy(location.func), if known { "" } else { "..." });
        let _ = write!(out, "{name}({args})\n\t{file}:{}", location.line);
        if !location.inlined {
            let _ = write!(out, " +{offset:#x}");
        }
        out.push('\n');
    }
}

/// `goroutine N [state]:` and its stack.
pub(crate) unsafe fn goroutine_text(g: *mut G) -> String {
    // SAFETY: structures are never freed.
    unsafe {
        let state = match (*g).status {
            Status::Running => "running",
            Status::Runnable | Status::Dead => "runnable",
            Status::Waiting => WAIT_REASONS.get((*g).wait_reason).copied().unwrap_or("waiting"),
        };
        format!("goroutine {} [{state}]:\n{}", (*g).id, stack_lines(g))
    }
}

/// All goroutines but `except`, by number, each after an empty line.
pub(crate) fn others_text(except: *mut G) -> String {
    let mut list = goroutine::living();
    // SAFETY: structures are never freed; all others are stopped.
    unsafe {
        list.retain(|&g| g != except && !(*g).system);
        list.sort_by_key(|&g| (*g).id);
        let mut out = String::new();
        for g in list {
            let _ = write!(out, "\n{}", goroutine_text(g));
        }
        out
    }
}
