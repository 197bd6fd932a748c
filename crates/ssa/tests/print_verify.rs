//! The text form of a small function, and what the verifier says of broken ones.

use golift_ssa::print::{print_func, print_module};
use golift_ssa::verify::{VerifyConfig, verify_module};
use golift_ssa::{
    BinOp, Block, BlockCall, CmpOp, Func, FuncId, MemFlags, Module, Op, Signature, Terminator, Ty, ValueId,
};

/// `func f(n int, p *int) int { for n > 0 { n += *p }; return n }`
fn sample() -> Func {
    let sig = Signature { params: vec![Ty::I64, Ty::Ptr], results: vec![Ty::I64] };
    let mut f = Func::new("main.f".to_owned(), sig);
    let entry = f.entry();
    let (n, p) = (f.blocks[entry].params[0], f.blocks[entry].params[1]);
    let (head, body, exit) = (f.add_block(), f.add_block(), f.add_block());
    let m = f.add_block_param(head, Ty::I64);
    let jump = |block, args: &[ValueId]| BlockCall { block, args: args.to_vec() };
    f.blocks[entry].term = Terminator::Jump(jump(head, &[n]));
    let zero = f.append(head, Op::IConst(0), &[], &[Ty::I64], None);
    let zero = f.result(zero);
    let more = f.append(head, Op::Cmp(CmpOp::Sgt), &[m, zero], &[Ty::I8], None);
    let more = f.result(more);
    f.blocks[head].term = Terminator::Branch { cond: more, then: jump(body, &[]), else_: jump(exit, &[]) };
    let flags = MemFlags { nil_check: true, ..MemFlags::default() };
    let x = f.append(body, Op::Load(0, flags), &[p], &[Ty::I64], None);
    let x = f.result(x);
    let sum = f.append(body, Op::Bin(BinOp::Add), &[m, x], &[Ty::I64], None);
    let sum = f.result(sum);
    f.blocks[body].term = Terminator::Jump(jump(head, &[sum]));
    f.blocks[exit].term = Terminator::Return(vec![m]);
    f
}

fn module(f: Func) -> Module {
    let mut m = Module::default();
    m.funcs.push(f);
    m
}

#[test]
fn prints_every_instruction() {
    let m = module(sample());
    let expected = "\
func fn0 \"main.f\" (i64, ptr) -> (i64) {
b0(v0: i64, v1: ptr):
  jump b1(v0)
b1(v2: i64):
  v3: i64 = iconst 0
  v4: i8 = cmp.sgt v2, v3
  branch v4, b2, b3
b2:
  v5: i64 = load.nil v1+0
  v6: i64 = add v2, v5
  jump b1(v6)
b3:
  return v2
}
";
    assert_eq!(print_func(FuncId::from_u32(0), &m.funcs[FuncId::from_u32(0)], None), expected);
    assert_eq!(print_module(&m, None), format!("\n{expected}"));
    assert_eq!(verify_module(&m, VerifyConfig::default()), Ok(()));
}

#[track_caller]
fn broken(change: impl FnOnce(&mut Func), part: &str) {
    let mut f = sample();
    change(&mut f);
    let errors = verify_module(&module(f), VerifyConfig::default()).expect_err("the function is broken");
    assert!(errors.iter().any(|e| e.contains(part)), "{errors:#?}");
}

#[test]
fn finds_what_is_wrong() {
    let block = |f: &Func, i: usize| f.layout[i];
    broken(|f| f.blocks[f.layout[3]].term = Terminator::None, "is missing");
    broken(|f| f.blocks[f.layout[3]].term = Terminator::Return(vec![]), "returns () instead of (i64)");
    broken(
        |f| {
            let sum = f.insts[f.blocks[f.layout[2]].insts[1]].results[0];
            f.blocks[f.layout[3]].term = Terminator::Return(vec![sum]);
        },
        "does not dominate",
    );
    broken(|f| f.blocks[f.layout[2]].insts.swap(0, 1), "does not dominate");
    broken(
        |f| {
            let b = block(f, 1);
            f.blocks[f.layout[0]].term = Terminator::Jump(BlockCall { block: b, args: vec![] });
        },
        "passes () to b1, which takes (i64)",
    );
    broken(
        |f| {
            let i = f.blocks[f.layout[2]].insts[1];
            f.insts[i].op = Op::Bin(BinOp::FAdd);
        },
        "float arithmetic of integers",
    );
    broken(|f| f.blocks[f.layout[1]] = Block::default(), "which no block defines");
    broken(
        |f| {
            let b = f.layout[1];
            f.layout.push(b);
        },
        "laid out twice",
    );
    broken(|f| f.flags.has_defer = true, "go together");
}
