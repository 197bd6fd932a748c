//! Calls of every shape, loops, switches, memory, allocation, stack growth, panics and recovery.

mod harness;

use golift_abi::{BoundsKind, Builtin};
use golift_backend::{CacheUpdate, OptLevel};
use golift_ssa::module::DataKind;
use golift_ssa::*;
use harness::*;

#[test]
fn loops_and_recursion() {
    let mut m = Module::default();
    // sum of 0..n
    let mut b = Build::new("main.sum", &[Ty::I64], &[Ty::I64]);
    let (head, body, exit) = (b.block(), b.block(), b.block());
    let zero = b.int(0);
    b.term(Terminator::Jump(to(head, &[zero, zero])));
    let i = b.f.add_block_param(head, Ty::I64);
    let s = b.f.add_block_param(head, Ty::I64);
    b.at = head;
    let c = b.cmp(CmpOp::Slt, i, b.param(0));
    b.branch(c, body, exit);
    b.at = body;
    let s2 = b.bin(BinOp::Add, s, i);
    let one = b.int(1);
    let i2 = b.bin(BinOp::Add, i, one);
    b.term(Terminator::Jump(to(head, &[i2, s2])));
    b.at = exit;
    b.ret(&[s]);
    m.funcs.push(b.f);
    // fib
    let mut b = Build::new("main.fib", &[Ty::I64], &[Ty::I64]);
    let (small, big) = (b.block(), b.block());
    let two = b.int(2);
    let n = b.param(0);
    let c = b.cmp(CmpOp::Slt, n, two);
    b.branch(c, small, big);
    b.at = small;
    b.ret(&[n]);
    b.at = big;
    let me = FuncId::from_u32(1);
    let one = b.int(1);
    let n1 = b.bin(BinOp::Sub, n, one);
    let x = b.op(Op::Call(me), &[n1], Ty::I64);
    let n2 = b.bin(BinOp::Sub, n, two);
    let y = b.op(Op::Call(me), &[n2], Ty::I64);
    let v = b.bin(BinOp::Add, x, y);
    b.ret(&[v]);
    m.funcs.push(b.f);
    // The entry block as a loop: gcd.
    let mut b = Build::new("main.gcd", &[Ty::I64, Ty::I64], &[Ty::I64]);
    let (done, more) = (b.block(), b.block());
    let (x, y) = (b.param(0), b.param(1));
    let zero = b.int(0);
    let c = b.cmp(CmpOp::Eq, y, zero);
    b.branch(c, done, more);
    b.at = done;
    b.ret(&[x]);
    b.at = more;
    let r = b.bin(BinOp::SRem, x, y);
    let entry = b.f.entry();
    b.term(Terminator::Jump(to(entry, &[y, r])));
    m.funcs.push(b.f);
    each_level(&m, |r| {
        assert_eq!(r.call1(0, &[1000]), 499500);
        assert_eq!(r.call1(1, &[20]), 6765);
        assert_eq!(r.call1(2, &[48, 180]), 12);
        // A limit above the stack: the first call goes through morestack.
        r.g[0] = u64::MAX;
        assert_eq!(r.call1(1, &[20]), 6765);
        assert_eq!(r.g[25], 1);
    });
}

/// Parameters and results of `n` words, alternating kinds; returns them reversed.
fn reverser(n: usize) -> (Vec<Ty>, Vec<Ty>) {
    let kinds = [Ty::I64, Ty::F64, Ty::I8, Ty::Ptr, Ty::I32, Ty::F32, Ty::I16];
    let params: Vec<Ty> = (0..n).map(|i| kinds[i % kinds.len()]).collect();
    let results = params.iter().rev().copied().collect();
    (params, results)
}

#[test]
fn any_number_of_words() {
    for n in [1, 6, 7, 9, 13, 30, 60] {
        let mut m = Module::default();
        let (params, results) = reverser(n);
        let reversed = |values: &[ValueId]| values.iter().rev().copied().collect::<Vec<_>>();
        // 0: reverses. 1: calls 0. 2: tail-calls 0 with parameters in order. 3: a closure's code that does so, 4: makes
        // constants, calls through 2 and a closure of 3, and adds all up.
        let mut b = Build::new("main.reverse", &params, &results);
        let ps = b.f.blocks[b.f.entry()].params.clone();
        b.ret(&reversed(&ps));
        let reverse = m.funcs.push(b.f);
        let mut b = Build::new("main.call", &params, &results);
        let vs = b.ops(Op::Call(reverse), &ps, &results);
        b.ret(&vs);
        let call = m.funcs.push(b.f);
        let mut b = Build::new("main.tail", &params, &results);
        b.term(Terminator::TailCall(call, ps.clone()));
        let tail = m.funcs.push(b.f);
        let with_context: Vec<Ty> = [Ty::Ptr].iter().chain(&params).copied().collect();
        let mut b = Build::new("main.closure", &with_context, &results);
        let all = b.f.blocks[b.f.entry()].params.clone();
        b.term(Terminator::TailCall(tail, all[1..].to_vec()));
        let code = m.funcs.push(b.f);
        let closure = words(&mut m, "closure", DataKind::ReadOnly, &[0]);
        m.data[closure].relocs.push(Reloc { offset: 0, target: RelocTarget::Func(code), addend: 0 });
        let itab = words(&mut m, "itab", DataKind::ReadOnly, &[0, 0, 0, 0, 0]);
        m.data[itab].relocs.push(Reloc { offset: 32, target: RelocTarget::Func(code), addend: 0 });
        let mut b = Build::new("main.main", &[Ty::I64], &[Ty::I64]);
        let base = b.param(0);
        let mut args = Vec::new();
        for (i, &ty) in params.iter().enumerate() {
            let k = b.int(i as i64);
            let v = b.bin(BinOp::Add, base, k);
            args.push(match ty {
                Ty::F64 | Ty::F32 => b.op(Op::Conv(ConvOp::SToF), &[v], ty),
                Ty::Ptr => b.op(Op::Conv(ConvOp::IntToPtr), &[v], ty),
                Ty::I64 => v,
                _ => b.op(Op::Conv(ConvOp::Trunc), &[v], ty),
            });
        }
        let closure = b.op(Op::DataAddr(closure, 0), &[], Ty::Ptr);
        let itab = b.op(Op::DataAddr(itab, 0), &[], Ty::Ptr);
        let once = b.ops(Op::Call(tail), &args, &results);
        let mut through = vec![closure];
        through.extend(&args);
        let twice = b.ops(Op::CallClosure, &through, &results);
        let mut through = vec![itab, closure];
        through.extend(&args);
        let thrice = b.ops(Op::CallIface { slot: 1, iface: DataId::from_u32(0) }, &through, &results);
        let mut sum = b.int(0);
        for (i, ty) in results.iter().enumerate() {
            for list in [&once, &twice, &thrice] {
                let v = list[i];
                let wide = match ty {
                    Ty::F64 | Ty::F32 => b.op(Op::Conv(ConvOp::FToS), &[v], Ty::I64),
                    Ty::Ptr => b.op(Op::Conv(ConvOp::PtrToInt), &[v], Ty::I64),
                    Ty::I64 => v,
                    _ => b.op(Op::Conv(ConvOp::ZExt), &[v], Ty::I64),
                };
                let k = b.int(i as i64 + 1);
                let weighted = b.bin(BinOp::Mul, wide, k);
                sum = b.bin(BinOp::Add, sum, weighted);
            }
        }
        b.ret(&[sum]);
        m.funcs.push(b.f);
        let want: u64 = (0..n as u64).map(|i| 3 * (i + 1) * (5 + n as u64 - 1 - i)).sum();
        each_level(&m, |r| {
            assert_eq!(r.call1(4, &[5]), want, "{n} words");
            r.g[0] = u64::MAX;
            assert_eq!(r.call1(4, &[5]), want, "{n} words with growth");
        });
    }
}

#[test]
fn switches() {
    let mut m = Module::default();
    let cases = [-5i64, 0, 1, 2, 3, 4, 5, 6, 100, i64::MIN, i64::MAX];
    for ty in [Ty::I64, Ty::I32] {
        let mut b = Build::new("main.f", &[ty], &[Ty::I64]);
        let join = b.block();
        let r = b.f.add_block_param(join, Ty::I64);
        let mut list = Vec::new();
        let kept: Vec<i64> = cases.iter().copied().filter(|c| ty == Ty::I64 || i32::try_from(*c).is_ok()).collect();
        for (n, &c) in kept.iter().enumerate() {
            let k = b.int(n as i64 * 10);
            list.push((c, to(join, &[k])));
        }
        let other = b.int(-1);
        b.term(Terminator::Switch { value: b.param(0), cases: list, default: to(join, &[other]) });
        b.at = join;
        b.ret(&[r]);
        m.funcs.push(b.f);
    }
    each_level(&m, |r| {
        for (n, c) in cases.into_iter().enumerate() {
            assert_eq!(r.call1(0, &[c as u64]), n as u64 * 10);
        }
        assert_eq!(r.call1(0, &[7]) as i64, -1);
        assert_eq!(r.call1(1, &[-5i64 as u32 as u64]), 0);
        assert_eq!(r.call1(1, &[100]), 80);
        assert_eq!(r.call1(1, &[99]) as i64, -1);
    });
}

#[test]
fn memory() {
    let mut m = Module::default();
    let sizes = [0u64, 1, 2, 3, 5, 7, 8, 12, 13, 16, 24, 31, 64, 65, 70, 100, 127, 128, 200, 255, 256, 300, 1000];
    for n in sizes {
        let mut b = Build::new("main.copy", &[Ty::Ptr, Ty::Ptr], &[]);
        b.ops(Op::MemCopy(n, MemFlags::default()), &[b.param(0), b.param(1)], &[]);
        b.ret(&[]);
        m.funcs.push(b.f);
        let mut b = Build::new("main.zero", &[Ty::Ptr], &[]);
        b.ops(Op::MemZero(n, MemFlags { nil_check: true, ..MemFlags::default() }), &[b.param(0)], &[]);
        b.ret(&[]);
        m.funcs.push(b.f);
    }
    // A global, a site on the heap, a site on the stack: the old value must be 0.
    let global = words(&mut m, "main.x", DataKind::Zero, &[0, 0]);
    let heap = site(&mut m, 400, Placement::Heap);
    let stack = site(&mut m, 400, Placement::Stack);
    let mut b = Build::new("main.objects", &[Ty::I64, Ty::I64], &[Ty::I64]);
    let g = b.op(Op::DataAddr(global, 8), &[], Ty::Ptr);
    let h = b.op(Op::Alloc(heap), &[], Ty::Ptr);
    let s = b.op(Op::Alloc(stack), &[], Ty::Ptr);
    let mut sum = b.int(0);
    for base in [g, h, s] {
        let at = if base == g { base } else { b.op(Op::ElemAddr { scale: 24, offset: 16 }, &[base, b.param(1)], Ty::Ptr) };
        let old = b.op(Op::Load(0, MemFlags::default()), &[at], Ty::I64);
        b.ops(Op::Store(0, MemFlags::default()), &[at, b.param(0)], &[]);
        let new = b.op(Op::Load(0, MemFlags::default()), &[at], Ty::I64);
        let both = b.bin(BinOp::Add, old, new);
        sum = b.bin(BinOp::Add, sum, both);
    }
    b.ret(&[sum]);
    m.funcs.push(b.f);
    // A call of the C convention with two results, and one with floats.
    let mut b = Build::new("main.runtime", &[Ty::Ptr, Ty::I64, Ty::I64], &[Ty::I64, Ty::I64]);
    let vs = b.ops(
        Op::CallBuiltin(Builtin::rt_decoderune, None),
        &[b.param(0), b.param(1), b.param(2)],
        &[Ty::I64, Ty::I64],
    );
    let f = b.op(Op::FConst(2.5f64.to_bits()), &[], Ty::F64);
    b.ops(Op::CallBuiltin(Builtin::rt_printcomplex, None), &[f, f], &[]);
    b.ret(&vs);
    m.funcs.push(b.f);
    each_level(&m, |r| {
        for (i, n) in sizes.into_iter().enumerate() {
            let src: Vec<u8> = (0..1100).map(|i| (i * 7 + 1) as u8).collect();
            let mut dst = vec![0xAAu8; 1100];
            r.call(2 * i, &[dst.as_mut_ptr() as u64, src.as_ptr() as u64], &[]);
            assert_eq!(dst[..n as usize], src[..n as usize]);
            assert!(dst[n as usize..].iter().all(|&b| b == 0xAA), "copy of {n}");
            // Overlapping: as if through a temporary.
            let mut both = src.clone();
            r.call(2 * i, &[both[3..].as_mut_ptr() as u64, both.as_ptr() as u64], &[]);
            assert_eq!(both[3..3 + n as usize], src[..n as usize]);
            r.call(2 * i + 1, &[dst.as_mut_ptr() as u64], &[]);
            assert!(dst[..n as usize].iter().all(|&b| b == 0) && dst[n as usize..].iter().all(|&b| b == 0xAA));
        }
        let at = 2 * sizes.len();
        assert_eq!(r.call1(at, &[7, 3]), 21);
        assert_eq!(r.call1(at, &[5, 0]), 22);
        let out = r.call(at + 1, &[3, 4, 5], &[]);
        assert_eq!((out.ints[0], out.ints[1]), (7, 20));
        assert_eq!(f64::from_bits(r.g[40]), 6.25);
    });
}

/// f(i, n) checks the bound, runs `work` on the way, and recovers with the named results kept in memory.
fn deferring(m: &mut Module, results: usize, placement: Placement) {
    let var = site(m, 8 * results as u64, placement);
    let tys = vec![Ty::I64; results];
    let mut b = Build::new("main.deferring", &[Ty::I64, Ty::I64], &tys);
    b.f.flags.has_defer = true;
    let recover = b.block();
    let shared = b.block();
    let memory = b.op(Op::Alloc(var), &[], Ty::Ptr);
    b.f.pinned.push(memory);
    for n in 0..results {
        let k = b.int(100 + n as i64);
        b.ops(Op::Store(8 * n as i32, MemFlags::default()), &[memory, k], &[]);
    }
    let check = Op::Check(Check::Bounds { kind: BoundsKind::Index, signed: true });
    b.ops(check, &[b.param(0), b.param(1)], &[]);
    let frame = b.op(Op::DeferFrame, &[], Ty::Ptr);
    let prev = b.op(Op::Load(0, MemFlags::default()), &[frame], Ty::Ptr);
    let prev = b.op(Op::Conv(ConvOp::PtrToInt), &[prev], Ty::I64);
    let sum = b.bin(BinOp::Add, b.param(0), prev);
    b.ops(Op::Store(0, MemFlags::default()), &[memory, sum], &[]);
    b.term(Terminator::Jump(to(shared, &[])));
    b.at = recover;
    b.term(Terminator::Jump(to(shared, &[])));
    b.at = shared;
    let mut values = Vec::new();
    for n in 0..results {
        values.push(b.op(Op::Load(8 * n as i32, MemFlags::default()), &[memory], Ty::I64));
    }
    b.ret(&values);
    b.f.recover_block = Some(recover);
    let id = m.funcs.push(b.f);
    // A caller with many live values in registers, which must survive.
    let mut b = Build::new("main.caller", &[Ty::I64, Ty::I64], &[Ty::I64, Ty::I64]);
    let mut live = Vec::new();
    for k in 1..12 {
        let c = b.int(k * 1000);
        live.push(b.bin(BinOp::Mul, b.param(1), c));
    }
    let vs = b.ops(Op::Call(id), &[b.param(0), b.param(1)], &tys);
    let mut sum = vs[0];
    for v in live {
        sum = b.bin(BinOp::Add, sum, v);
    }
    b.ret(&[sum, vs[results - 1]]);
    m.funcs.push(b.f);
}

#[test]
fn panics_and_recovery() {
    for results in [1, 3, 8, 12] {
        for placement in [Placement::Stack, Placement::Heap] {
            let mut m = Module::default();
            deferring(&mut m, results, placement);
            // Body, recovery part, caller.
            each_level(&m, |r| {
                let live = 66_000 * 4;
                let last = 100 + results as u64 - 1;
                let out = r.call(2, &[3, 4], &[]);
                assert_eq!(out.ints[0], 3 + live);
                assert_eq!(out.ints[1], if results == 1 { 3 } else { last });
                assert_eq!(r.g[2], 0, "unlinked after a return");
                let out = r.call(2, &[4, 4], &[]);
                assert_eq!((out.ints[0], out.ints[1]), (100 + live, last), "{results} {placement:?}");
                assert_eq!(r.g[30..35], [1, 4, 4, BoundsKind::Index as u64, 1]);
                assert_eq!(r.g[2], 0, "unlinked after a recovery");
                let out = r.call(2, &[u64::MAX, 4], &[]);
                assert_eq!(out.ints[0], 100 + live);
            });
        }
    }
}

#[test]
fn big_frames_go_to_the_heap() {
    let mut m = Module::default();
    let a = site(&mut m, 100 << 10, Placement::Stack);
    let b_site = site(&mut m, 1 << 10, Placement::Stack);
    let mut b = Build::new("main.big", &[], &[Ty::I64]);
    let p = b.op(Op::Alloc(a), &[], Ty::Ptr);
    let q = b.op(Op::Alloc(b_site), &[], Ty::Ptr);
    let (p, q) = (b.op(Op::Conv(ConvOp::PtrToInt), &[p], Ty::I64), b.op(Op::Conv(ConvOp::PtrToInt), &[q], Ty::I64));
    let d = b.bin(BinOp::Sub, p, q);
    b.ret(&[d]);
    m.funcs.push(b.f);
    each_level(&m, |r| {
        let distance = (r.call1(0, &[]) as i64).unsigned_abs();
        assert!(distance > 1 << 20, "one is on the heap");
    });
}

#[test]
fn the_same_module_gives_the_same_bytes() {
    let mut m = Module::default();
    deferring(&mut m, 3, Placement::Heap);
    loopy(&mut m, 50);
    let one = compiled(&m, &golift_backend::BackendConfig { threads: 1, ..config(OptLevel::Speed) });
    let many = compiled(&m, &config(OptLevel::Speed));
    assert_eq!(one.code_size(), many.code_size());
    assert!(one.same_bytes(&many));
}

fn loopy(m: &mut Module, count: usize) {
    for n in 0..count {
        let mut b = Build::new(&format!("main.f{n}"), &[Ty::I64], &[Ty::I64]);
        let mut v = b.param(0);
        for k in 0..n as i64 {
            let c = b.int(k + 3);
            let x = b.bin(BinOp::Mul, v, c);
            let check = Op::Check(Check::Bounds { kind: BoundsKind::SliceB, signed: false });
            b.ops(check, &[x, v], &[]);
            v = b.bin(BinOp::Xor, x, v);
        }
        b.ret(&[v]);
        m.funcs.push(b.f);
    }
}

#[test]
fn cached_functions_serve_other_modules() {
    let config = config(OptLevel::Speed);
    let mut first = Module::default();
    deferring(&mut first, 3, Placement::Heap);
    loopy(&mut first, 20);
    let mut cache = golift_backend::CodeCache::read(Vec::new(), 7);
    let sources = golift_base::SourceMap::default();
    let cold = golift_backend::compile_with_cache(&first, &sources, &config, Some(&mut cache)).unwrap();
    let Some(CacheUpdate::Replace(bytes)) = cache.update() else { panic!("everything is new") };
    let mut cache = golift_backend::CodeCache::read(bytes.clone(), 7);
    let warm = golift_backend::compile_with_cache(&first, &sources, &config, Some(&mut cache)).unwrap();
    assert!(cold.same_bytes(&warm));
    assert!(cache.update().is_none(), "nothing is new");
    // Other ids: the same functions behind others.
    let mut second = Module::default();
    loopy(&mut second, 3);
    words(&mut second, "other", DataKind::Zero, &[0]);
    let from = second.funcs.len() as u32;
    deferring(&mut second, 3, Placement::Heap);
    second.funcs[FuncId::from_u32(from + 1)].insts.values_mut().for_each(|i| {
        if let Op::Call(f) = &mut i.op {
            *f = FuncId::from_u32(from);
        }
    });
    let mut cache = golift_backend::CodeCache::read(bytes.clone(), 7);
    let warm = golift_backend::compile_with_cache(&second, &sources, &config, Some(&mut cache)).unwrap();
    assert!(cache.update().is_none(), "all of it is known");
    assert!(warm.same_bytes(&compiled(&second, &config)));
    // More functions are appended; a file that is cut off still serves.
    loopy(&mut second, 30);
    let mut cache = golift_backend::CodeCache::read(bytes.clone(), 7);
    golift_backend::compile_with_cache(&second, &sources, &config, Some(&mut cache)).unwrap();
    let Some(CacheUpdate::Append(more)) = cache.update() else { panic!("ten functions are new") };
    let mut all = [bytes.clone(), more].concat();
    for cut in [0, 5] {
        all.truncate(all.len() - cut);
        let mut cache = golift_backend::CodeCache::read(all.clone(), 7);
        let warm = golift_backend::compile_with_cache(&second, &sources, &config, Some(&mut cache)).unwrap();
        assert!(warm.same_bytes(&compiled(&second, &config)));
        assert_eq!(matches!(cache.update(), Some(CacheUpdate::Replace(_))), cut > 0);
    }
    let stale = golift_backend::CodeCache::read(bytes, 8);
    assert!(stale.update().is_none());
}
