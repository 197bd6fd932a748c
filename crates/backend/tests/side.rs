//! The side stack: owners, allocation in loops and past the owner's share, callers' regions, recovery.

mod harness;

use golift_abi::BoundsKind;
use golift_abi::goroutine::{G_SIDE_LIMIT, G_SIDE_TOP, SIDE_SHARE, SIDE_SLOT};
use golift_ssa::verify::{VerifyConfig, verify_func};
use golift_ssa::{parse::parse_module, print::print_module, *};
use harness::*;

const TOP: usize = G_SIDE_TOP as usize / 8;
const LIMIT: usize = G_SIDE_LIMIT as usize / 8;
const CALLED: usize = 51;
const NO_FLAGS: MemFlags = MemFlags { nil_check: false, readonly: false, type_word: false, region: 0 };

/// list(n): an object {next, value} for each of 0..n, then the sum of the values; or the address of the last one.
fn list(m: &mut Module, name: &str, size: u64, owner: bool, address: bool) -> FuncId {
    let node = site(m, size, Placement::Side);
    let result = if address { Ty::Ptr } else { Ty::I64 };
    let mut b = Build::new(name, &[Ty::I64], &[result]);
    b.f.side_owner = owner;
    let (head, body, sum, add, end) = (b.block(), b.block(), b.block(), b.block(), b.block());
    let zero = b.int(0);
    let nil = b.op(Op::IConst(0), &[], Ty::Ptr);
    b.term(Terminator::Jump(to(head, &[zero, nil])));
    b.at = head;
    let (i, last) = (b.f.add_block_param(head, Ty::I64), b.f.add_block_param(head, Ty::Ptr));
    let more = b.cmp(CmpOp::Slt, i, b.param(0));
    b.branch(more, body, sum);
    b.at = body;
    let p = b.op(Op::Alloc(node), &[], Ty::Ptr);
    // The second word must be zero, whatever was there before.
    let old = b.op(Op::Load(8, NO_FLAGS), &[p], Ty::I64);
    let value = b.bin(BinOp::Add, old, i);
    b.ops(Op::Store(0, NO_FLAGS), &[p, last], &[]);
    b.ops(Op::Store(8, NO_FLAGS), &[p, value], &[]);
    let one = b.int(1);
    let next = b.bin(BinOp::Add, i, one);
    b.term(Terminator::Jump(to(head, &[next, p])));
    b.at = sum;
    if address {
        b.ret(&[last]);
    } else {
        b.term(Terminator::Jump(to(add, &[last, zero])));
        b.at = add;
        let (p, s) = (b.f.add_block_param(add, Ty::Ptr), b.f.add_block_param(add, Ty::I64));
        let at_end = b.cmp(CmpOp::Eq, p, nil);
        let go_on = b.block();
        b.branch(at_end, end, go_on);
        b.at = go_on;
        let value = b.op(Op::Load(8, NO_FLAGS), &[p], Ty::I64);
        let s2 = b.bin(BinOp::Add, s, value);
        let next = b.op(Op::Load(0, NO_FLAGS), &[p], Ty::Ptr);
        b.term(Terminator::Jump(to(add, &[next, s2])));
        b.at = end;
        b.ret(&[s]);
    }
    if address {
        b.f.layout.retain(|&x| x != add && x != end);
    }
    m.funcs.push(b.f)
}

/// The side stack is as it was: the goroutine has a slot and nothing in it.
fn assert_empty(r: &Running) {
    assert_eq!(r.g[TOP] % SIDE_SLOT, 0);
    assert_eq!(r.g[LIMIT], r.g[TOP] + SIDE_SHARE);
}

#[test]
fn loops_and_the_share() {
    let mut m = Module::default();
    list(&mut m, "main.list", 16, true, false);
    each_level(&m, |r| {
        assert_eq!(r.call1(0, &[10]), 45);
        assert_empty(r);
        let entered = r.g[50];
        assert_eq!((entered, r.g[CALLED]), (1, 0));
        // So many fit; the memory is dirty then.
        let fit = SIDE_SHARE / 16;
        assert_eq!(r.call1(0, &[fit]), (fit - 1) * fit / 2);
        assert_eq!((r.g[50], r.g[CALLED]), (1, 0), "the slot stays");
        let more = fit + 1000;
        assert_eq!(r.call1(0, &[more]), (more - 1) * more / 2);
        assert_eq!(r.g[CALLED], 1000, "the rest is allocated elsewhere");
        assert_empty(r);
        // At the slot's end the share is smaller.
        let base = r.g[TOP];
        r.g[TOP] = base + SIDE_SLOT - 64;
        r.g[CALLED] = 0;
        assert_eq!(r.call1(0, &[10]), 45);
        assert_eq!(r.g[CALLED], 7, "the last byte of a slot stays free");
        assert_eq!(r.g[TOP], base + SIDE_SLOT - 64);
    });
}

#[test]
fn under_a_mark_every_allocation_calls() {
    let mut m = Module::default();
    list(&mut m, "main.other", 16, false, false);
    let big = list(&mut m, "main.big", 2000, true, false);
    each_level(&m, |r| {
        // No slot, and no owner is there to ask for one.
        assert_eq!(r.call1(0, &[10]), 45);
        assert_eq!((r.g[TOP], r.g[LIMIT], r.g[CALLED]), (0, 0, 10));
        assert_eq!(r.call1(big.as_u32() as usize, &[3]), 3);
        assert_eq!(r.g[CALLED], 13, "large objects are never made inline");
        assert_empty(r);
    });
}

#[test]
fn objects_of_a_callers_region() {
    let mut m = Module::default();
    let make = list(&mut m, "main.make", 24, false, true);
    // Two calls of a function that is no owner; both lists are there until this one returns.
    let mut b = Build::new("main.both", &[Ty::I64], &[Ty::I64, Ty::I64, Ty::I64]);
    b.f.side_owner = true;
    let p = b.op(Op::Call(make), &[b.param(0)], Ty::Ptr);
    let q = b.op(Op::Call(make), &[b.param(0)], Ty::Ptr);
    let x = b.op(Op::Load(8, NO_FLAGS), &[p], Ty::I64);
    let y = b.op(Op::Load(8, NO_FLAGS), &[q], Ty::I64);
    let pi = b.op(Op::Conv(ConvOp::PtrToInt), &[p], Ty::I64);
    let qi = b.op(Op::Conv(ConvOp::PtrToInt), &[q], Ty::I64);
    let distance = b.bin(BinOp::Sub, qi, pi);
    b.ret(&[x, y, distance]);
    let both = m.funcs.push(b.f);
    // A tail call out of an owner must not take the region away under the callee.
    let mut b = Build::new("main.tail", &[Ty::I64], &[Ty::I64, Ty::I64, Ty::I64]);
    b.f.side_owner = true;
    b.op(Op::Call(make), &[b.param(0)], Ty::Ptr);
    b.term(Terminator::TailCall(both, vec![b.param(0)]));
    let tail = m.funcs.push(b.f);
    each_level(&m, |r| {
        for f in [both, tail] {
            let out = r.call(f.as_u32() as usize, &[100], &[]);
            assert_eq!(out.ints[..3], [99, 99, 2400]);
            assert_empty(r);
        }
    });
}

#[test]
fn loops_that_give_back() {
    let mut m = Module::default();
    let make = list(&mut m, "main.make", 64, false, true);
    // f(n): a list of 10 each time, n times; the sum of the last value and of that of a list from before.
    let mut b = Build::new("main.f", &[Ty::I64], &[Ty::I64]);
    b.f.side_owner = true;
    let (head, body, end) = (b.block(), b.block(), b.block());
    let (zero, one, ten) = (b.int(0), b.int(1), b.int(10));
    let before = b.op(Op::Call(make), &[ten], Ty::Ptr);
    let mark = b.op(Op::SideMark, &[], Ty::I64);
    b.term(Terminator::Jump(to(head, &[zero, before])));
    b.at = head;
    let (i, last) = (b.f.add_block_param(head, Ty::I64), b.f.add_block_param(head, Ty::Ptr));
    let more = b.cmp(CmpOp::Slt, i, b.param(0));
    b.branch(more, body, end);
    b.at = body;
    b.ops(Op::SideRelease, &[mark], &[]);
    let p = b.op(Op::Call(make), &[ten], Ty::Ptr);
    let next = b.bin(BinOp::Add, i, one);
    b.term(Terminator::Jump(to(head, &[next, p])));
    b.at = end;
    let x = b.op(Op::Load(8, NO_FLAGS), &[before], Ty::I64);
    let y = b.op(Op::Load(8, NO_FLAGS), &[last], Ty::I64);
    let s = b.bin(BinOp::Add, x, y);
    b.ret(&[s]);
    m.funcs.push(b.f);
    each_level(&m, |r| {
        assert_eq!(r.call1(1, &[100_000]), 18);
        assert_eq!((r.g[50], r.g[CALLED]), (1, 0), "640 bytes are enough");
        assert_empty(r);
        // The loop has a share of its own.
        r.g[LIMIT] = r.g[TOP] + 8;
        assert_eq!(r.call1(1, &[10]), 18);
        assert_eq!(r.g[CALLED], 0);
    });
}

#[test]
fn recursion_of_owners() {
    let mut m = Module::default();
    let node = site(&mut m, 512, Placement::Side);
    // f(n, p) = n == 0 ? *p : f(n - 1, q) + *p with q a new object that holds n.
    let mut b = Build::new("main.f", &[Ty::I64, Ty::Ptr], &[Ty::I64]);
    b.f.side_owner = true;
    let me = FuncId::from_u32(0);
    let (more, end) = (b.block(), b.block());
    let (n, p) = (b.param(0), b.param(1));
    let zero = b.int(0);
    let done = b.cmp(CmpOp::Eq, n, zero);
    b.branch(done, end, more);
    b.at = end;
    let v = b.op(Op::Load(0, NO_FLAGS), &[p], Ty::I64);
    b.ret(&[v]);
    b.at = more;
    let q = b.op(Op::Alloc(node), &[], Ty::Ptr);
    b.ops(Op::Store(0, NO_FLAGS), &[q, n], &[]);
    let one = b.int(1);
    let less = b.bin(BinOp::Sub, n, one);
    let x = b.op(Op::Call(me), &[less, q], Ty::I64);
    let v = b.op(Op::Load(0, NO_FLAGS), &[p], Ty::I64);
    let s = b.bin(BinOp::Add, x, v);
    b.ret(&[s]);
    m.funcs.push(b.f);
    each_level(&m, |r| {
        let first = 7u64;
        let p = &raw const first as u64;
        // All of the slot, and more.
        let fit = SIDE_SLOT / 512;
        for n in [1, 100, fit - 1, fit + 1000] {
            assert_eq!(r.call1(0, &[n, p]), 7 + n * (n + 1) / 2);
            assert_empty(r);
        }
        assert_eq!(r.g[CALLED], 1001, "the last byte of the slot stays free");
    });
}

/// f(i, n): an object on the side stack, a bounds check that may fail, the object again.
fn checked(m: &mut Module, owner: bool) -> FuncId {
    let make = list(m, "main.make", 16, false, true);
    let mut b = Build::new("main.checked", &[Ty::I64, Ty::I64], &[Ty::I64]);
    b.f.side_owner = owner;
    b.op(Op::Call(make), &[b.param(1)], Ty::Ptr);
    b.ops(Op::Check(Check::Bounds { kind: BoundsKind::Index, signed: true }), &[b.param(0), b.param(1)], &[]);
    b.ret(&[b.param(0)]);
    m.funcs.push(b.f)
}

#[test]
fn recovery_takes_the_side_stack_back() {
    for owner in [true, false] {
        let mut m = Module::default();
        let make = list(&mut m, "main.node", 16, false, true);
        let inner = checked(&mut m, owner);
        // deferring(i, n) calls inner(i, n) with an object alive, which the recovery part reads.
        let result = site(&mut m, 8, Placement::Stack);
        let mut b = Build::new("main.deferring", &[Ty::I64, Ty::I64], &[Ty::I64]);
        b.f.flags.has_defer = true;
        b.f.side_owner = true;
        let recover = b.block();
        let slot = b.op(Op::Alloc(result), &[], Ty::Ptr);
        b.f.pinned.push(slot);
        let three = b.int(3);
        let p = b.op(Op::Call(make), &[three], Ty::Ptr);
        let pi = b.op(Op::Conv(ConvOp::PtrToInt), &[p], Ty::I64);
        b.ops(Op::Store(0, NO_FLAGS), &[slot, pi], &[]);
        let v = b.op(Op::Call(inner), &[b.param(0), b.param(1)], Ty::I64);
        b.ret(&[v]);
        b.at = recover;
        // The remaining deferred calls would run here: they may allocate, and what was made before must stay.
        b.op(Op::Call(make), &[three], Ty::Ptr);
        let p = b.op(Op::Load(0, NO_FLAGS), &[slot], Ty::Ptr);
        let v = b.op(Op::Load(8, NO_FLAGS), &[p], Ty::I64);
        let hundred = b.int(100);
        let v = b.bin(BinOp::Add, v, hundred);
        b.ret(&[v]);
        b.f.recover_block = Some(recover);
        let deferring = m.funcs.push(b.f);
        // A caller with an object of its own.
        let mut b = Build::new("main.caller", &[Ty::I64, Ty::I64], &[Ty::I64]);
        b.f.side_owner = true;
        let five = b.int(5);
        let p = b.op(Op::Call(make), &[five], Ty::Ptr);
        let mut sum = b.int(0);
        for _ in 0..3 {
            let v = b.op(Op::Call(deferring), &[b.param(0), b.param(1)], Ty::I64);
            sum = b.bin(BinOp::Add, sum, v);
        }
        let v = b.op(Op::Load(8, NO_FLAGS), &[p], Ty::I64);
        let sum = b.bin(BinOp::Add, sum, v);
        b.ret(&[sum]);
        m.funcs.push(b.f);
        for f in &m.funcs {
            assert!(verify_func(&m, f.0, f.1, VerifyConfig { require_placement: true }).is_ok());
        }
        // In id order: node, make, checked, deferring, its recovery part, caller.
        each_level(&m, |r| {
            assert_eq!(r.call1(5, &[3, 20]), 3 * 3 + 4);
            assert_empty(r);
            assert_eq!(r.call1(5, &[20, 20]), 3 * 102 + 4);
            assert_eq!(r.g[2], 0, "unlinked after a recovery");
            assert_empty(r);
        });
    }
}

#[test]
fn what_a_frame_has_no_room_for() {
    let mut m = Module::default();
    let a = site(&mut m, 20 << 10, Placement::Stack);
    let b_site = site(&mut m, 20 << 10, Placement::Stack);
    for owner in [false, true] {
        let mut b = Build::new("main.big", &[], &[Ty::I64]);
        b.f.side_owner = owner;
        let p = b.op(Op::Alloc(a), &[], Ty::Ptr);
        let q = b.op(Op::Alloc(b_site), &[], Ty::Ptr);
        let x = b.op(Op::Load(20000, NO_FLAGS), &[p], Ty::I64);
        let y = b.op(Op::Load(20000, NO_FLAGS), &[q], Ty::I64);
        let s = b.bin(BinOp::Add, x, y);
        b.ret(&[s]);
        m.funcs.push(b.f);
    }
    each_level(&m, |r| {
        assert_eq!(r.call1(0, &[]), 0);
        assert_eq!((r.g[CALLED], r.g[50]), (1, 0));
        assert_eq!(r.call1(1, &[]), 0);
        assert_eq!((r.g[CALLED], r.g[50]), (2, 1));
    });
}

#[test]
fn the_text_form_and_the_verifier() {
    let mut m = Module::default();
    let make = checked(&mut m, true);
    let text = print_module(&m, None);
    assert!(text.contains("place=side") && text.contains(" side_owner {"));
    let again = match parse_module(&text) {
        Ok(again) => again,
        Err(e) => panic!("{e}"),
    };
    assert!(again.funcs[make].side_owner);
    assert_eq!(print_module(&again, None), text);
    // A deferring function with objects there is an owner.
    let node = site(&mut m, 16, Placement::Side);
    let mut b = Build::new("main.d", &[], &[]);
    b.f.flags.has_defer = true;
    b.op(Op::Alloc(node), &[], Ty::Ptr);
    b.ret(&[]);
    let recover = b.block();
    b.at = recover;
    b.ret(&[]);
    b.f.recover_block = Some(recover);
    let mut refused = m.clone();
    let id = refused.funcs.push(b.f.clone());
    let errors = verify_func(&refused, id, &refused.funcs[id], VerifyConfig::default()).unwrap_err();
    assert!(errors[0].contains("is on the side stack of no owner"), "{errors:?}");
    b.f.side_owner = true;
    let id = m.funcs.push(b.f);
    assert!(verify_func(&m, id, &m.funcs[id], VerifyConfig::default()).is_ok());
}
