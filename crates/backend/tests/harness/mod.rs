//! Builds modules by hand, compiles them, and calls them through a small assembly entry with fake builtins.

#![allow(dead_code, unreachable_pub, missing_docs)]

use cranelift_entity::EntityRef;
use golift_abi::goroutine::{G_SIDE_LIMIT, G_SIDE_TOP, G_WORKER, SIDE_SHARE, SIDE_SLOT};
use golift_abi::sizes;
use golift_abi::{Builtin, builtin};
use golift_backend::{Arch, BackendConfig, CompiledProgram, Cpu, JitConfig, OptLevel, compile};
use golift_base::SourceMap;
use golift_ssa::module::DataKind;
use golift_ssa::*;

std::arch::global_asm!(
    r#"
.globl golift_test_call
golift_test_call:
    push rbp
    mov rbp, rsp
    push rbx
    push r12
    push r13
    push r14
    push r15
    push r8
    mov r15, rsi
    mov rax, rdi
    mov r11, rdx
    movsd xmm0, [rcx]
    movsd xmm1, [rcx+8]
    movsd xmm2, [rcx+16]
    movsd xmm3, [rcx+24]
    movsd xmm4, [rcx+32]
    movsd xmm5, [rcx+40]
    movsd xmm6, [rcx+48]
    movsd xmm7, [rcx+56]
    mov rdi, [r11]
    mov rsi, [r11+8]
    mov rdx, [r11+16]
    mov rcx, [r11+24]
    mov r8, [r11+32]
    mov r9, [r11+40]
    call rax
    mov r11, [rsp]
    mov [r11], rax
    mov [r11+8], rcx
    mov [r11+16], rdx
    mov [r11+24], rsi
    mov [r11+32], rdi
    mov [r11+40], r8
    mov [r11+48], r9
    mov [r11+56], r10
    movsd [r11+64], xmm0
    movsd [r11+72], xmm1
    movsd [r11+80], xmm2
    movsd [r11+88], xmm3
    pop r8
    pop r15
    pop r14
    pop r13
    pop r12
    pop rbx
    pop rbp
    ret

# morestack for tests: resets the limit, counts, and starts the function again on the same stack.
.globl golift_test_morestack
golift_test_morestack:
    mov qword ptr [r15], 0
    inc qword ptr [r15+200]
    mov rax, [r15+8]
    jmp rax

# Jumps to the handler of the defer frame in rsi.
.globl golift_test_recover
golift_test_recover:
    mov rsp, [rsi+16]
    mov rbp, [rsi+24]
    mov rax, [rsi+32]
    mov r15, rdi
    mov rbx, -1
    mov r12, -1
    mov r13, -1
    mov r14, -1
    jmp rax
"#
);

unsafe extern "C" {
    fn golift_test_call(code: *const u8, g: *mut u64, ints: *const u64, floats: *const f64, out: *mut u64);
    fn golift_test_morestack();
    fn golift_test_recover(g: *mut u64, frame: *const u64) -> !;
}

/// The results of a call: eight integer registers and four float registers.
pub struct Out {
    pub ints: [u64; 8],
    pub floats: [f64; 4],
}

extern "C" fn missing() {
    eprintln!("a builtin that the test lacks was called");
    std::process::abort();
}

/// Counts at g[51].
extern "C" fn rt_new(g: *mut u64, desc: *const u64) -> *mut u8 {
    // SAFETY: tests pass descriptors whose first word is the size; g is their array.
    let size = unsafe {
        *g.add(51) += 1;
        *desc as usize
    };
    Box::leak(vec![0u64; size.div_ceil(8).max(1)].into_boxed_slice()).as_mut_ptr().cast()
}

/// The side stack of the tests: one slot, which the goroutine has from its first owner on. Calls count at g[50].
extern "C" fn rt_side_enter(g: *mut u64) -> u64 {
    let slot = side_slot();
    // SAFETY: g is the test's array of 64 words.
    unsafe {
        *g.add(50) += 1;
        *g.add(G_SIDE_TOP as usize / 8) = slot;
        *g.add(G_SIDE_LIMIT as usize / 8) = slot + SIDE_SHARE;
    }
    slot + SIDE_SHARE
}

/// An aligned slot, full of ones.
fn side_slot() -> u64 {
    let layout = std::alloc::Layout::from_size_align(SIDE_SLOT as usize, SIDE_SLOT as usize).unwrap();
    // SAFETY: the layout has a size; the memory is the slot's.
    unsafe {
        let slot = std::alloc::alloc(layout);
        slot.write_bytes(0xff, SIDE_SLOT as usize);
        slot as u64
    }
}

/// What finds no room, or is never made inline, counts at g[51] and comes from elsewhere.
extern "C" fn rt_side_alloc(g: *mut u64, _desc: *const u64, size: u64) -> *mut u8 {
    // SAFETY: g is the test's array.
    unsafe { *g.add(51) += 1 };
    Box::leak(vec![0u64; (size as usize).div_ceil(8).max(1)].into_boxed_slice()).as_mut_ptr().cast()
}

extern "C" fn rt_memmove(_g: *mut u64, dst: *mut u8, src: *const u8, n: usize) {
    // SAFETY: the compiled code passes valid ranges.
    unsafe { std::ptr::copy(src, dst, n) }
}

extern "C" fn rt_memclr(_g: *mut u64, dst: *mut u8, n: usize) {
    // SAFETY: the compiled code passes a valid range.
    unsafe { std::ptr::write_bytes(dst, 0, n) }
}

/// Panics unwind to the innermost defer frame, recording what they were at g[30..].
fn unwind(g: *mut u64, record: [u64; 5]) -> ! {
    // SAFETY: g is the test's array of 64 words; the frame is live.
    unsafe {
        for (i, w) in record.into_iter().enumerate() {
            *g.add(30 + i) = w;
        }
        let frame = *g.add(2) as *const u64;
        if frame.is_null() {
            eprintln!("panic {record:?} without a defer frame");
            std::process::abort();
        }
        golift_test_recover(g, frame)
    }
}

extern "C" fn rt_panicbounds(g: *mut u64, kind: u64, signed: u64) {
    // SAFETY: g is the test's array; its head has index and length.
    let (index, len) = unsafe { (*g.add(9), *g.add(10)) };
    unwind(g, [1, index, len, kind, signed])
}
extern "C" fn rt_panicdivide(g: *mut u64) {
    unwind(g, [2, 0, 0, 0, 0])
}
extern "C" fn rt_panicshift(g: *mut u64) {
    unwind(g, [3, 0, 0, 0, 0])
}
extern "C" fn rt_panicnil(g: *mut u64) {
    unwind(g, [4, 0, 0, 0, 0])
}
extern "C" fn rt_gopanic(g: *mut u64, ty: u64, data: u64) {
    unwind(g, [5, ty, data, 0, 0])
}
#[repr(C)]
struct Pair(u64, u64);

extern "C" fn rt_decoderune(_g: *mut u64, a: u64, b: u64, c: u64) -> Pair {
    Pair(a + b, b * c)
}
extern "C" fn rt_printcomplex(g: *mut u64, a: f64, b: f64) {
    // SAFETY: g is the test's array.
    unsafe { *g.add(40) = (a * b).to_bits() }
}
extern "C" fn rt_fma(_g: *mut u64, a: f64, b: f64, c: f64) -> f64 {
    a.mul_add(b, c)
}

fn builtins() -> Vec<usize> {
    builtin::ALL
        .iter()
        .map(|b| match b {
            Builtin::rt_new => rt_new as *const () as usize,
            Builtin::rt_side_enter => rt_side_enter as *const () as usize,
            Builtin::rt_side_alloc | Builtin::rt_frame_new => rt_side_alloc as *const () as usize,
            Builtin::rt_memmove => rt_memmove as *const () as usize,
            Builtin::rt_memclr => rt_memclr as *const () as usize,
            Builtin::rt_panicbounds => rt_panicbounds as *const () as usize,
            Builtin::rt_panicdivide => rt_panicdivide as *const () as usize,
            Builtin::rt_panicshift => rt_panicshift as *const () as usize,
            Builtin::rt_panicnil => rt_panicnil as *const () as usize,
            Builtin::rt_gopanic => rt_gopanic as *const () as usize,
            Builtin::rt_decoderune => rt_decoderune as *const () as usize,
            Builtin::rt_printcomplex => rt_printcomplex as *const () as usize,
            Builtin::rt_fma => rt_fma as *const () as usize,
            _ => missing as *const () as usize,
        })
        .collect()
}

/// A compiled module and its goroutine.
pub struct Running {
    pub info: &'static golift_abi::program::ProgramInfo,
    pub g: Box<[u64; 64]>,
}

impl Running {
    /// Calls the n-th compiled function.
    pub fn call(&mut self, n: usize, ints: &[u64], floats: &[f64]) -> Out {
        let mut i = [0; 6];
        i[..ints.len()].copy_from_slice(ints);
        let mut f = [0.0; 8];
        f[..floats.len()].copy_from_slice(floats);
        let mut out = [0u64; 12];
        assert!(n < self.info.func_count);
        // SAFETY: the function is compiled code of the signature that the test built; all arrays are large enough.
        unsafe {
            let func = &*self.info.funcs.add(n);
            golift_test_call(func.start, self.g.as_mut_ptr(), i.as_ptr(), f.as_ptr(), out.as_mut_ptr());
        }
        let mut floats = [0.0; 4];
        for (f, bits) in floats.iter_mut().zip(&out[8..]) {
            *f = f64::from_bits(*bits);
        }
        Out { ints: out[..8].try_into().unwrap(), floats }
    }

    pub fn call1(&mut self, n: usize, ints: &[u64]) -> u64 {
        self.call(n, ints, &[]).ints[0]
    }
}

pub fn config(opt: OptLevel) -> BackendConfig {
    BackendConfig { opt, verify: true, ..BackendConfig::default() }
}

pub fn compiled(module: &Module, config: &BackendConfig) -> CompiledProgram {
    match compile(module, &SourceMap::default(), config) {
        Ok(c) => c,
        Err(e) => panic!("{e}"),
    }
}

pub fn run(module: &Module, config: &BackendConfig) -> Running {
    let asm = [golift_test_morestack as *const () as usize];
    let program = compiled(module, config)
        .into_jit(&JitConfig { builtins: &builtins(), asm: &asm, perf_map: false })
        .expect("the program can be placed");
    let mut g = Box::new([0; 64]);
    // A worker whose caches are all used up: every allocation calls `rt_new`.
    let caches = vec![0u64; sizes::FIXED_CACHES * sizes::CACHE_SIZE / 8].leak();
    g[G_WORKER as usize / 8] = caches.as_ptr() as u64;
    Running { info: program.info(), g }
}

/// Runs a check at both optimisation levels; the other architecture is only compiled for.
pub fn each_level(module: &Module, mut check: impl FnMut(&mut Running)) {
    for opt in [OptLevel::None, OptLevel::Speed] {
        let other = BackendConfig { arch: Arch::Aarch64, cpu: Cpu::V1, ..config(opt) };
        assert!(compiled(module, &other).code_size() > 0);
        check(&mut run(module, &config(opt)));
    }
}

/// A function under construction.
pub struct Build {
    pub f: Func,
    pub at: BlockId,
}

impl Build {
    pub fn new(name: &str, params: &[Ty], results: &[Ty]) -> Build {
        let f = Func::new(name.to_string(), Signature { params: params.to_vec(), results: results.to_vec() });
        let at = f.entry();
        Build { f, at }
    }

    pub fn param(&self, n: usize) -> ValueId {
        self.f.blocks[self.f.entry()].params[n]
    }

    pub fn op(&mut self, op: Op, args: &[ValueId], ty: Ty) -> ValueId {
        let i = self.f.append(self.at, op, args, &[ty], None);
        self.f.result(i)
    }

    pub fn ops(&mut self, op: Op, args: &[ValueId], tys: &[Ty]) -> Vec<ValueId> {
        let i = self.f.append(self.at, op, args, tys, None);
        self.f.insts[i].results.to_vec()
    }

    pub fn int(&mut self, c: i64) -> ValueId {
        self.op(Op::IConst(c), &[], Ty::I64)
    }

    pub fn bin(&mut self, op: BinOp, x: ValueId, y: ValueId) -> ValueId {
        let ty = self.f.ty(x);
        self.op(Op::Bin(op), &[x, y], ty)
    }

    pub fn cmp(&mut self, op: CmpOp, x: ValueId, y: ValueId) -> ValueId {
        self.op(Op::Cmp(op), &[x, y], Ty::I8)
    }

    pub fn term(&mut self, t: Terminator) {
        self.f.blocks[self.at].term = t;
    }

    pub fn ret(&mut self, values: &[ValueId]) {
        self.term(Terminator::Return(values.to_vec()));
    }

    pub fn block(&mut self) -> BlockId {
        self.f.add_block()
    }

    pub fn branch(&mut self, cond: ValueId, then: BlockId, else_: BlockId) {
        self.term(Terminator::Branch { cond, then: to(then, &[]), else_: to(else_, &[]) });
    }
}

pub fn to(block: BlockId, args: &[ValueId]) -> BlockCall {
    BlockCall { block, args: args.to_vec() }
}

/// Adds a data object of 8-byte words.
pub fn words(m: &mut Module, name: &str, kind: DataKind, words: &[u64]) -> DataId {
    m.data.push(Data {
        name: name.to_string(),
        kind,
        align: 8,
        size: words.len() as u64 * 8,
        bytes: words.iter().flat_map(|w| w.to_le_bytes()).collect(),
        relocs: Vec::new(),
        pointers: false,
    })
}

/// An allocation site of `size` bytes.
pub fn site(m: &mut Module, size: u64, placement: Placement) -> SiteId {
    let desc = words(m, &format!("type:{}", m.data.len()), DataKind::ReadOnly, &[size, 0]);
    let layout = m.layouts.push(Layout { name: "T".into(), size, align: 8, pointers: Vec::new(), desc });
    assert!(layout.index() < m.layouts.len());
    m.sites.push(Site {
        pos: golift_base::Pos::NONE,
        func: "main.f".into(),
        expr: "T".into(),
        kind: SiteKind::New,
        layout: Some(layout),
        placement,
        origin: None,
        reason: String::new(),
        in_loop: false,
        keep: golift_ssa::Keep::No,
        zero_copy: false,
    })
}
