//! Operations on constants. (Spec, Constant expressions.)

use super::Const;
use super::float::float_op;
use golift_frontend::ast::{BinaryOp, UnaryOp};
use num_bigint::BigInt;
use num_traits::{One, ToPrimitive, Zero};
use std::sync::Arc;

/// How `/` divides.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Division {
    /// Towards zero: both operands are of integer type.
    Integer,
    /// Exactly.
    Exact,
}

/// Left shifts beyond this have no value; the official compiler's limit is 1023 - 1 + 52.
const MAX_SHIFT: u64 = 1 << 16;

/// `op x`; for `^`, `unsigned_bits` is the width of an unsigned type, 0 for signed and untyped operands.
/// `Unknown` if the operator is not defined on the value.
pub fn unary_op(op: UnaryOp, x: &Const, unsigned_bits: u32) -> Const {
    match (op, x) {
        (UnaryOp::Plus, _) if x.is_number() => x.clone(),
        (UnaryOp::Neg, Const::Int(n)) => match n.checked_neg() {
            Some(n) => Const::Int(n),
            None => Const::from_big(-BigInt::from(*n)),
        },
        (UnaryOp::Neg, Const::BigInt(n)) => Const::from_big(-(**n).clone()),
        (UnaryOp::Neg, Const::Float(r)) => Const::Float(Arc::new(-(**r).clone())),
        (UnaryOp::Neg, Const::Huge(s)) => Const::Huge(Arc::new(s.negated())),
        (UnaryOp::Neg, Const::Complex(c)) => Const::complex(unary_op(op, &c.0, 0), unary_op(op, &c.1, 0)),
        (UnaryOp::Not, Const::Bool(b)) => Const::Bool(!b),
        (UnaryOp::Xor, _) => {
            let Some(n) = big(x) else {
                return Const::Unknown;
            };
            let mut n = !n;
            if unsigned_bits > 0 {
                n &= (BigInt::one() << unsigned_bits) - 1;
            }
            Const::from_big(n)
        }
        _ => Const::Unknown,
    }
}

/// `x op y` for arithmetic, string concatenation and logical operators. Division by zero and operators that are not
/// defined on the values give `Unknown`: report them first.
pub fn binary_op(op: BinaryOp, x: &Const, y: &Const, division: Division) -> Const {
    use BinaryOp::{Add, LogAnd, LogOr};
    match (x, y) {
        (Const::Bool(a), Const::Bool(b)) => match op {
            LogAnd => Const::Bool(*a && *b),
            LogOr => Const::Bool(*a || *b),
            _ => Const::Unknown,
        },
        (Const::String(a), Const::String(b)) if op == Add => Const::String([&a[..], &b[..]].concat().into()),
        (Const::Int(a), Const::Int(b)) => small_op(op, *a, *b, division),
        (Const::Complex(_), _) | (_, Const::Complex(_)) => complex_op(op, x, y),
        (Const::Float(_) | Const::Huge(_), _) | (_, Const::Float(_) | Const::Huge(_)) => match (op, division) {
            (BinaryOp::Div, Division::Integer) | (BinaryOp::Rem, _) => big_op(op, &x.to_int(), &y.to_int(), division),
            _ => real_op(op, x, y),
        },
        _ => big_op(op, x, y, division),
    }
}

fn small_op(op: BinaryOp, a: i64, b: i64, division: Division) -> Const {
    let small = match op {
        BinaryOp::Add => a.checked_add(b),
        BinaryOp::Sub => a.checked_sub(b),
        BinaryOp::Mul => a.checked_mul(b),
        BinaryOp::Div if b != 0 && division == Division::Integer => a.checked_div(b),
        BinaryOp::Rem if b != 0 => Some(a.wrapping_rem(b)),
        BinaryOp::And => Some(a & b),
        BinaryOp::Or => Some(a | b),
        BinaryOp::Xor => Some(a ^ b),
        BinaryOp::AndNot => Some(a & !b),
        _ => None,
    };
    small.map_or_else(|| big_op(op, &Const::Int(a), &Const::Int(b), division), Const::Int)
}

fn big_op(op: BinaryOp, x: &Const, y: &Const, division: Division) -> Const {
    let (Some(a), Some(b)) = (big(x), big(y)) else {
        return Const::Unknown;
    };
    let n = match op {
        BinaryOp::Add => a + b,
        BinaryOp::Sub => a - b,
        BinaryOp::Mul => a * b,
        BinaryOp::Div | BinaryOp::Rem if b.is_zero() => return Const::Unknown,
        BinaryOp::Div if division == Division::Integer => a / b,
        BinaryOp::Div => return real_op(op, x, y),
        BinaryOp::Rem => a % b,
        BinaryOp::And => a & b,
        BinaryOp::Or => a | b,
        BinaryOp::Xor => a ^ b,
        BinaryOp::AndNot => a & !b,
        _ => return Const::Unknown,
    };
    Const::from_big(n)
}

fn real_op(op: BinaryOp, a: &Const, b: &Const) -> Const {
    match op {
        BinaryOp::Add => float_op('+', a, b),
        BinaryOp::Sub => float_op('-', a, b),
        BinaryOp::Mul => float_op('*', a, b),
        BinaryOp::Div if !b.is_zero() => float_op('/', a, b),
        _ => Const::Unknown,
    }
}

fn complex_op(op: BinaryOp, x: &Const, y: &Const) -> Const {
    let (Some((a, b)), Some((c, d))) = (x.parts(), y.parts()) else {
        return Const::Unknown;
    };
    let go = |op, x: &Const, y: &Const| binary_op(op, x, y, Division::Exact);
    use BinaryOp::{Add, Div, Mul, Sub};
    match op {
        Add | Sub => Const::complex(go(op, &a, &c), go(op, &b, &d)),
        Mul => Const::complex(
            go(Sub, &go(Mul, &a, &c), &go(Mul, &b, &d)),
            go(Add, &go(Mul, &b, &c), &go(Mul, &a, &d)),
        ),
        Div => {
            let norm = go(Add, &go(Mul, &c, &c), &go(Mul, &d, &d));
            if norm.is_zero() {
                return Const::Unknown;
            }
            let re = go(Add, &go(Mul, &a, &c), &go(Mul, &b, &d));
            let im = go(Sub, &go(Mul, &b, &c), &go(Mul, &a, &d));
            Const::complex(go(Div, &re, &norm), go(Div, &im, &norm))
        }
        _ => Const::Unknown,
    }
}

/// `x << n` or `x >> n` of an integer. Left shifts beyond 2^16 give `Unknown`: limit `n` first
/// (the official compiler reports `invalid shift count` above 1023 - 1 + 52).
pub fn shift(op: BinaryOp, x: &Const, n: u64) -> Const {
    let Some(a) = big(&x.to_int()) else {
        return Const::Unknown;
    };
    match op {
        BinaryOp::Shl if a.is_zero() => Const::Int(0),
        BinaryOp::Shl if n > MAX_SHIFT => Const::Unknown,
        BinaryOp::Shl => Const::from_big(a << n),
        BinaryOp::Shr => Const::from_big(a >> n.min(1 << 40)),
        _ => Const::Unknown,
    }
}

/// The truth of `x op y`. Only `==` and `!=` for booleans and complex numbers. False if either is unknown.
pub fn compare(op: BinaryOp, x: &Const, y: &Const) -> bool {
    let order = match (x, y) {
        (Const::Bool(a), Const::Bool(b)) => return equality(op, a == b),
        (Const::String(a), Const::String(b)) => a.cmp(b),
        (Const::Int(a), Const::Int(b)) => a.cmp(b),
        (Const::Complex(_), _) | (_, Const::Complex(_)) => {
            let (Some((a, b)), Some((c, d))) = (x.parts(), y.parts()) else {
                return false;
            };
            let same = compare(BinaryOp::Eq, &a, &c) && compare(BinaryOp::Eq, &b, &d);
            return equality(op, same);
        }
        _ => match float_op('-', x, y) {
            Const::Unknown => return false,
            difference => difference.sign().cmp(&0),
        },
    };
    match op {
        BinaryOp::Eq => order.is_eq(),
        BinaryOp::Ne => order.is_ne(),
        BinaryOp::Lt => order.is_lt(),
        BinaryOp::Le => order.is_le(),
        BinaryOp::Gt => order.is_gt(),
        BinaryOp::Ge => order.is_ge(),
        _ => false,
    }
}

fn equality(op: BinaryOp, same: bool) -> bool {
    match op {
        BinaryOp::Eq => same,
        BinaryOp::Ne => !same,
        _ => false,
    }
}

fn big(x: &Const) -> Option<BigInt> {
    match x {
        Const::Int(n) => Some((*n).into()),
        Const::BigInt(n) => Some((**n).clone()),
        _ => None,
    }
}

impl Const {
    /// The shift count of a constant, if it is a non-negative integer that fits.
    pub fn shift_count(&self) -> Option<u64> {
        match self.to_int() {
            Const::Int(n) => n.to_u64(),
            Const::BigInt(n) => n.to_u64(),
            _ => None,
        }
    }
}
