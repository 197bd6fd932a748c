//! Exact constants (spec, Constants): arbitrary-precision integers and rationals.

use num_bigint::BigInt;
use num_rational::BigRational;
use std::sync::Arc;

/// A constant value. Integers that fit are always `Int`; only larger ones are `BigInt`.
/// A float constant whose value is an integer may be held as `Int`/`BigInt`/`Float`; the operand's type says what it is.
#[derive(Clone, PartialEq, Debug)]
pub enum Const {
    /// The value of an erroneous constant expression.
    Unknown,
    /// true or false.
    Bool(bool),
    /// Any bytes.
    String(Arc<[u8]>),
    /// An integer that fits in 64 bits with sign.
    Int(i64),
    /// Any other integer.
    BigInt(Arc<BigInt>),
    /// A rational.
    Float(Arc<BigRational>),
    /// Real and imaginary part, each `Int`, `BigInt` or `Float`.
    Complex(Arc<(Const, Const)>),
}

use crate::types::Basic;
use golift_frontend::ast::{BinaryOp, LitKind, UnaryOp};

/// Why a constant does not fit a type.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Unrepresentable {
    /// Out of the type's range: `cannot use … (overflows)`, `constant 300 overflows byte`.
    Overflows,
    /// A fraction would be lost: `(truncated)`.
    Truncated,
    /// Another kind of constant.
    NotRepresentable,
}

/// Why a literal has no value.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum LiteralError {
    /// More than 10,000 digits: `excessively long constant: 0000000000... (10001 chars)`.
    TooLong,
    /// Not a literal, or an exponent beyond every limit: `malformed constant: …`.
    Malformed,
}

/// The largest bit length of an untyped integer before `constant … overflow` is due.
pub const MAX_INT_BITS: u64 = 512;

impl Const {
    /// The value of a literal; `value` as in [`golift_frontend::ast::ExprKind::Lit`].
    pub fn from_literal(kind: LitKind, text: &str, value: &[u8]) -> Result<Const, LiteralError> {
        let _ = (kind, text, value);
        Err(LiteralError::Malformed)
    }

    /// A string constant.
    pub fn string(text: &str) -> Const {
        Const::String(text.as_bytes().into())
    }

    /// An integer constant in its normal form.
    pub fn from_big(n: BigInt) -> Const {
        Const::BigInt(Arc::new(n))
    }

    /// An unsigned integer constant.
    pub fn from_u64(n: u64) -> Const {
        i64::try_from(n).map_or_else(|_| Const::from_big(n.into()), Const::Int)
    }

    /// A float constant with exactly this value; infinities and NaN are `Unknown`.
    pub fn from_f64(f: f64) -> Const {
        let _ = f;
        Const::Unknown
    }

    /// `real + imag·i`.
    pub fn complex(real: Const, imag: Const) -> Const {
        Const::Complex(Arc::new((real, imag)))
    }

    /// Whether this is the value of an erroneous expression.
    pub fn is_unknown(&self) -> bool {
        matches!(self, Const::Unknown)
    }

    /// Whether the number is 0.
    pub fn is_zero(&self) -> bool {
        self.sign() == 0
    }

    /// -1, 0 or 1; for complex numbers 0 exactly for zero; for `Unknown` 1.
    pub fn sign(&self) -> i32 {
        1
    }

    /// The number of bits of an integer's absolute value; 0 for everything else.
    pub fn bit_len(&self) -> u64 {
        0
    }

    /// The boolean value.
    pub fn as_bool(&self) -> Option<bool> {
        match self {
            Const::Bool(b) => Some(*b),
            _ => None,
        }
    }

    /// The bytes of a string.
    pub fn as_bytes(&self) -> Option<&[u8]> {
        match self {
            Const::String(s) => Some(s),
            _ => None,
        }
    }

    /// The value if it is an integer (also one held as float or complex) that fits.
    pub fn as_i64(&self) -> Option<i64> {
        match self.to_int() {
            Const::Int(n) => Some(n),
            _ => None,
        }
    }

    /// The value if it is an integer that fits.
    pub fn as_u64(&self) -> Option<u64> {
        None
    }

    /// The two's-complement low 64 bits of an integer constant: what a register holds.
    pub fn low_bits(&self) -> Option<u64> {
        None
    }

    /// The nearest `f64` of a real number (infinite beyond its range).
    pub fn as_f64(&self) -> Option<f64> {
        None
    }

    /// The nearest `f32` of a real number, rounded once.
    pub fn as_f32(&self) -> Option<f32> {
        None
    }

    /// Real and imaginary part of any number.
    pub fn parts(&self) -> Option<(Const, Const)> {
        match self {
            Const::Complex(c) => Some((c.0.clone(), c.1.clone())),
            Const::Int(_) | Const::BigInt(_) | Const::Float(_) => Some((self.clone(), Const::Int(0))),
            _ => None,
        }
    }

    /// The number as integer, `Unknown` if it is none.
    pub fn to_int(&self) -> Const {
        self.clone()
    }

    /// The number as real number, `Unknown` if it has an imaginary part.
    pub fn to_float(&self) -> Const {
        self.clone()
    }

    /// The number as complex number.
    pub fn to_complex(&self) -> Const {
        self.clone()
    }

    /// The text that a message prints for the value: strings quoted and shortened, floats as `%.6g`.
    pub fn display(&self) -> String {
        String::new()
    }
}

/// `op x`; for `^`, `unsigned_bits` is the width of an unsigned type, 0 for signed and untyped operands.
pub fn unary_op(op: UnaryOp, x: &Const, unsigned_bits: u32) -> Const {
    let _ = (op, unsigned_bits);
    x.clone()
}

/// How `/` divides.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Division {
    /// Towards zero: both operands are of integer type.
    Integer,
    /// Exactly.
    Exact,
}

/// `x op y` for arithmetic, string concatenation and logical operators. Division by zero gives `Unknown`:
/// report it first.
pub fn binary_op(op: BinaryOp, x: &Const, y: &Const, division: Division) -> Const {
    let _ = (op, y, division);
    x.clone()
}

/// `x << n` or `x >> n` of an integer. Beyond a few thousand bits the left shift gives `Unknown`: limit `n` first
/// (the official compiler reports `invalid shift count` from 1023 - 1 + 52 on).
pub fn shift(op: BinaryOp, x: &Const, n: u64) -> Const {
    let _ = (op, n);
    x.clone()
}

/// The truth of `x op y`. Only `==` and `!=` for booleans and complex numbers. False if either is unknown.
pub fn compare(op: BinaryOp, x: &Const, y: &Const) -> bool {
    let _ = (op, x, y);
    false
}

/// The value rounded to a basic type (typed or untyped), or why it does not fit. (Spec, Representability.)
pub fn representable(value: &Const, basic: Basic) -> Result<Const, Unrepresentable> {
    let _ = basic;
    Ok(value.clone())
}
