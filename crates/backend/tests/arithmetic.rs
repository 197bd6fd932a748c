//! Arithmetic at its edges, at both optimisation levels, with constant and with variable operands.

mod harness;

use golift_backend::{Cpu, OptLevel};
use golift_ssa::*;
use harness::*;

/// One function for each operation, taking its operands as parameters.
fn binary(ops: &[(BinOp, Ty)]) -> Module {
    let mut m = Module::default();
    for &(op, ty) in ops {
        let second = if matches!(op, BinOp::Shl | BinOp::UShr | BinOp::SShr | BinOp::Rotl) { Ty::I64 } else { ty };
        let mut b = Build::new("main.f", &[ty, second], &[ty]);
        let v = b.bin(op, b.param(0), b.param(1));
        b.ret(&[v]);
        m.funcs.push(b.f);
    }
    m
}

fn bits(ty: Ty) -> u32 {
    match ty {
        Ty::I8 => 8,
        Ty::I16 => 16,
        Ty::I32 => 32,
        _ => 64,
    }
}

fn sign(v: u64, ty: Ty) -> i64 {
    let n = 64 - bits(ty);
    ((v << n) as i64) >> n
}

fn mask(v: u64, ty: Ty) -> u64 {
    v << (64 - bits(ty)) >> (64 - bits(ty))
}

fn expect(op: BinOp, ty: Ty, x: u64, y: u64) -> u64 {
    let (sx, sy, ux, uy) = (sign(x, ty), sign(y, ty), mask(x, ty), mask(y, ty));
    let n = u64::from(bits(ty));
    mask(
        match op {
            BinOp::SDiv => sx.wrapping_div(sy) as u64,
            BinOp::SRem => sx.wrapping_rem(sy) as u64,
            BinOp::UDiv => ux / uy,
            BinOp::URem => ux % uy,
            BinOp::Shl => if y >= n { 0 } else { x << y },
            BinOp::UShr => if y >= n { 0 } else { ux >> y },
            BinOp::SShr => (sx >> y.min(63)) as u64,
            BinOp::AndNot => x & !y,
            BinOp::Rotl => {
                let k = y % n;
                if k == 0 { ux } else { ux << k | ux >> (n - k) }
            }
            BinOp::SMulHi => ((i128::from(sx) * i128::from(sy)) >> 64) as u64,
            BinOp::UMulHi => ((u128::from(ux) * u128::from(uy)) >> 64) as u64,
            _ => unreachable!(),
        },
        ty,
    )
}

const VALUES: [u64; 14] = [
    0, 1, 2, 7, 31, 63, 64, 65, 200, u64::MAX, u64::MAX - 1, 1 << 63, i64::MAX as u64, 0x8000_0080_8000_8080,
];

#[test]
fn integers() {
    let tys = [Ty::I8, Ty::I16, Ty::I32, Ty::I64];
    let mut ops = Vec::new();
    for ty in tys {
        for op in [BinOp::SDiv, BinOp::SRem, BinOp::UDiv, BinOp::URem, BinOp::Shl, BinOp::UShr, BinOp::SShr, BinOp::AndNot, BinOp::Rotl] {
            ops.push((op, ty));
        }
    }
    ops.push((BinOp::SMulHi, Ty::I64));
    ops.push((BinOp::UMulHi, Ty::I64));
    each_level(&binary(&ops), |r| {
        for (n, &(op, ty)) in ops.iter().enumerate() {
            for x in VALUES {
                for y in VALUES {
                    let divides = matches!(op, BinOp::SDiv | BinOp::SRem | BinOp::UDiv | BinOp::URem);
                    if divides && mask(y, ty) == 0 {
                        continue;
                    }
                    assert_eq!(mask(r.call1(n, &[x, y]), ty), expect(op, ty, x, y), "{op:?} {ty:?} {x:#x} {y:#x}");
                }
            }
        }
    });
}

#[test]
fn constant_operands() {
    let mut m = Module::default();
    let mut expected = Vec::new();
    for op in [BinOp::SDiv, BinOp::SRem, BinOp::UDiv, BinOp::Shl, BinOp::UShr, BinOp::SShr] {
        for c in [1u64, 3, 63, 64, 100, u64::MAX, 1 << 63] {
            let mut b = Build::new("main.f", &[Ty::I64], &[Ty::I64]);
            let k = b.int(c as i64);
            let v = b.bin(op, b.param(0), k);
            b.ret(&[v]);
            m.funcs.push(b.f);
            expected.push((op, c));
        }
    }
    each_level(&m, |r| {
        for (n, &(op, c)) in expected.iter().enumerate() {
            for x in VALUES {
                assert_eq!(r.call1(n, &[x]), expect(op, Ty::I64, x, c), "{op:?} {x:#x} {c:#x}");
            }
        }
    });
}

#[test]
fn unary() {
    let ops = [UnOp::Neg, UnOp::Not, UnOp::Clz, UnOp::Ctz, UnOp::Popcnt, UnOp::Bswap, UnOp::Bitrev];
    let mut m = Module::default();
    for op in ops {
        let mut b = Build::new("main.f", &[Ty::I32], &[Ty::I32]);
        let v = b.op(Op::Un(op), &[b.param(0)], Ty::I32);
        b.ret(&[v]);
        m.funcs.push(b.f);
    }
    each_level(&m, |r| {
        for x in VALUES {
            let x = x as u32;
            let want = [x.wrapping_neg(), !x, x.leading_zeros(), x.trailing_zeros(), x.count_ones(), x.swap_bytes(), x.reverse_bits()];
            for (n, want) in want.into_iter().enumerate() {
                assert_eq!(r.call1(n, &[u64::from(x)]) as u32, want, "{:?} {x:#x}", ops[n]);
            }
        }
    });
}

const FLOATS: [f64; 20] = [
    0.0, -0.0, 0.5, -0.5, 1.5, 2.5, -2.5, 3.0, 1e30, -1e30, f64::INFINITY, f64::NEG_INFINITY, f64::NAN, 9.223372036854775e18,
    9.223372036854776e18, -9.223372036854776e18, 1.8446744073709552e19, 4503599627370497.5, 0.49999999999999994, -1.0,
];

#[test]
fn float_to_integer() {
    let mut m = Module::default();
    for (op, ty) in [(ConvOp::FToS, Ty::I64), (ConvOp::FToS, Ty::I32), (ConvOp::FToU, Ty::I64)] {
        let mut b = Build::new("main.f", &[Ty::F64], &[ty]);
        let v = b.op(Op::Conv(op), &[b.param(0)], ty);
        b.ret(&[v]);
        m.funcs.push(b.f);
    }
    // What the official compiler's code gives on amd64.
    let signed = |x: f64| if x >= -9.223372036854775808e18 && x < 9.223372036854775808e18 { x as i64 } else { i64::MIN };
    each_level(&m, |r| {
        for x in FLOATS {
            assert_eq!(r.call(0, &[], &[x]).ints[0] as i64, signed(x), "int64({x})");
            let narrow = if x > -2147483649.0 && x < 2147483648.0 { x as i32 } else { i32::MIN };
            assert_eq!(r.call(1, &[], &[x]).ints[0] as i32, narrow, "int32({x})");
            let lower = signed(x - 9.223372036854775808e18);
            let unsigned = signed(x) | lower & (signed(x) >> 63);
            assert_eq!(r.call(2, &[], &[x]).ints[0] as i64, unsigned, "uint64({x})");
        }
    });
}

#[test]
fn rounding_with_and_without_the_instruction() {
    let mut m = Module::default();
    for op in [UnOp::FFloor, UnOp::FCeil, UnOp::FTrunc, UnOp::FNearest] {
        let mut b = Build::new("main.f", &[Ty::F64], &[Ty::F64]);
        let v = b.op(Op::Un(op), &[b.param(0)], Ty::F64);
        b.ret(&[v]);
        m.funcs.push(b.f);
    }
    for cpu in [Cpu::V1, Cpu::Host] {
        for opt in [OptLevel::None, OptLevel::Speed] {
            let mut r = run(&m, &golift_backend::BackendConfig { cpu, ..config(opt) });
            for x in FLOATS {
                for (n, want) in [x.floor(), x.ceil(), x.trunc(), x.round_ties_even()].into_iter().enumerate() {
                    let got = r.call(n, &[], &[x]).floats[0];
                    assert!(got.to_bits() == want.to_bits() || got.is_nan() && want.is_nan(), "{cpu:?} {n} of {x}: {got} {want}");
                }
            }
        }
    }
}

#[test]
fn fused_and_extremes() {
    let mut m = Module::default();
    let mut b = Build::new("main.f", &[Ty::F64; 3], &[Ty::F64]);
    let v = b.op(Op::Fma, &[b.param(0), b.param(1), b.param(2)], Ty::F64);
    b.ret(&[v]);
    m.funcs.push(b.f);
    for op in [BinOp::FMin, BinOp::FMax, BinOp::FCopysign] {
        let mut b = Build::new("main.f", &[Ty::F64; 2], &[Ty::F64]);
        let v = b.bin(op, b.param(0), b.param(1));
        b.ret(&[v]);
        m.funcs.push(b.f);
    }
    for cpu in [Cpu::V1, Cpu::Host] {
        let mut r = run(&m, &golift_backend::BackendConfig { cpu, ..config(OptLevel::Speed) });
        assert_eq!(r.call(0, &[], &[0.1, 10.0, -1.0]).floats[0], 0.1f64.mul_add(10.0, -1.0));
        assert!(r.call(1, &[], &[f64::NAN, 1.0]).floats[0].is_nan());
        assert!(r.call(2, &[], &[1.0, f64::NAN]).floats[0].is_nan());
        assert_eq!(r.call(1, &[], &[0.0, -0.0]).floats[0].to_bits(), (-0.0f64).to_bits());
        assert_eq!(r.call(2, &[], &[-0.0, 0.0]).floats[0].to_bits(), 0);
        assert_eq!(r.call(3, &[], &[3.0, -0.0]).floats[0], -3.0);
    }
}
