//! Exact constants (spec, Constants): arbitrary-precision integers and rationals.
//!
//! Integers are exact. Fractions are exact while numerator and denominator stay below 4096 bits; beyond that they are
//! rounded to 512 bits of mantissa, and beyond an exponent of 2^31 they have no value: every operation is bounded.

mod arith;
mod float;
mod format;
mod literal;

pub use arith::{Division, binary_op, compare, shift, unary_op};
pub use float::{Scaled, round_f32, round_f64};
pub use format::format_g;
pub(crate) use format::quote;
pub use format::quote_verbatim;

use crate::types::Basic;
use num_bigint::{BigInt, Sign};
use num_rational::BigRational;
use num_traits::{One, Signed, ToPrimitive, Zero};
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
    /// A real number beyond 2^±16384, rounded.
    Huge(Arc<Scaled>),
    /// Real and imaginary part, each `Int`, `BigInt`, `Float` or `Huge`.
    Complex(Arc<(Const, Const)>),
}

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
    /// A number of more than 10,000 characters: `excessively long constant: 0000000000... (10001 chars)`.
    TooLong,
    /// Not a literal, or an exponent beyond every limit: `malformed constant: …`.
    Malformed,
}

/// The largest bit length of an untyped integer before `constant … overflow` is due.
pub const MAX_INT_BITS: u64 = 512;

impl Const {
    /// A string constant.
    pub fn string(text: &str) -> Const {
        Const::String(text.as_bytes().into())
    }

    /// An integer constant in its normal form.
    pub fn from_big(n: BigInt) -> Const {
        n.to_i64().map_or_else(|| Const::BigInt(Arc::new(n)), Const::Int)
    }

    /// An unsigned integer constant.
    pub fn from_u64(n: u64) -> Const {
        i64::try_from(n).map_or_else(|_| Const::from_big(n.into()), Const::Int)
    }

    /// A float constant with exactly this value; infinities and NaN are `Unknown`, -0 is 0.
    pub fn from_f64(f: f64) -> Const {
        BigRational::from_float(f).map_or(Const::Unknown, |r| Const::Float(Arc::new(r)))
    }

    /// `real + imag·i`.
    pub fn complex(real: Const, imag: Const) -> Const {
        if real.is_unknown() || imag.is_unknown() {
            return Const::Unknown;
        }
        Const::Complex(Arc::new((real, imag)))
    }

    /// Whether this is the value of an erroneous expression.
    pub fn is_unknown(&self) -> bool {
        matches!(self, Const::Unknown)
    }

    /// Whether this is a number.
    pub fn is_number(&self) -> bool {
        matches!(self, Const::Int(_) | Const::BigInt(_) | Const::Float(_) | Const::Huge(_) | Const::Complex(_))
    }

    /// Whether the number is 0.
    pub fn is_zero(&self) -> bool {
        self.sign() == 0
    }

    /// -1, 0 or 1; for complex numbers 0 exactly for zero; for everything else 1.
    pub fn sign(&self) -> i32 {
        let of = |s: Sign| match s {
            Sign::Minus => -1,
            Sign::NoSign => 0,
            Sign::Plus => 1,
        };
        match self {
            Const::Int(n) => n.signum() as i32,
            Const::BigInt(n) => of(n.sign()),
            Const::Float(r) => of(r.numer().sign()),
            Const::Huge(s) => 1 - 2 * i32::from(s.is_negative()),
            Const::Complex(c) => c.0.sign() | c.1.sign(),
            _ => 1,
        }
    }

    /// The number of bits of an integer's absolute value; 0 for everything else.
    pub fn bit_len(&self) -> u64 {
        match self {
            Const::Int(n) => u64::from(64 - n.unsigned_abs().leading_zeros()),
            Const::BigInt(n) => n.bits(),
            _ => 0,
        }
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

    /// The value if it is an integer (also one held as float or complex) that fits.
    pub fn as_u64(&self) -> Option<u64> {
        match self.to_int() {
            Const::Int(n) => u64::try_from(n).ok(),
            Const::BigInt(n) => n.to_u64(),
            _ => None,
        }
    }

    /// The two's-complement low 64 bits of an integer constant: what a register holds.
    pub fn low_bits(&self) -> Option<u64> {
        match self.to_int() {
            Const::Int(n) => Some(n as u64),
            Const::BigInt(n) => (&*n & BigInt::from(u64::MAX)).to_u64(),
            _ => None,
        }
    }

    /// The nearest `f64` of a real number (infinite beyond its range).
    pub fn as_f64(&self) -> Option<f64> {
        match self.to_float() {
            Const::Float(r) => Some(round_f64(&r)),
            Const::Huge(s) => Some(extreme(&s)),
            _ => None,
        }
    }

    /// The nearest `f32` of a real number, rounded once (infinite beyond its range).
    pub fn as_f32(&self) -> Option<f32> {
        match self.to_float() {
            Const::Float(r) => Some(round_f32(&r)),
            Const::Huge(s) => Some(extreme(&s) as f32),
            _ => None,
        }
    }

    /// Real and imaginary part of any number.
    pub fn parts(&self) -> Option<(Const, Const)> {
        match self {
            Const::Complex(c) => Some((c.0.clone(), c.1.clone())),
            Const::Int(_) | Const::BigInt(_) | Const::Float(_) | Const::Huge(_) => Some((self.clone(), Const::Int(0))),
            _ => None,
        }
    }

    /// The number as integer, `Unknown` if it is none.
    pub fn to_int(&self) -> Const {
        match self {
            Const::Int(_) | Const::BigInt(_) => self.clone(),
            Const::Float(r) if r.denom().is_one() => Const::from_big(r.numer().clone()),
            Const::Complex(c) if c.1.is_zero() => c.0.to_int(),
            _ => Const::Unknown,
        }
    }

    /// The number as `Float` or `Huge`, `Unknown` if it has an imaginary part.
    pub fn to_float(&self) -> Const {
        match self {
            Const::Int(n) => Const::Float(Arc::new(BigRational::new_raw((*n).into(), BigInt::one()))),
            Const::BigInt(n) => Const::Float(Arc::new(BigRational::new_raw((**n).clone(), BigInt::one()))),
            Const::Float(_) | Const::Huge(_) => self.clone(),
            Const::Complex(c) if c.1.is_zero() => c.0.to_float(),
            _ => Const::Unknown,
        }
    }

    /// The number as `Complex`.
    pub fn to_complex(&self) -> Const {
        match self {
            Const::Complex(_) => self.clone(),
            Const::Int(_) | Const::BigInt(_) | Const::Float(_) | Const::Huge(_) => Const::complex(self.clone(), Const::Int(0)),
            _ => Const::Unknown,
        }
    }
}

/// The nearest `f64` of a number beyond its range.
fn extreme(s: &Scaled) -> f64 {
    let magnitude = if s.is_large() { f64::INFINITY } else { 0.0 };
    if s.is_negative() { -magnitude } else { magnitude }
}

/// The value rounded to a basic type (typed or untyped), or why it does not fit. (Spec, Representability.)
/// The reason judges the value alone; messages go by the operand's type: see `World::representable`.
pub fn representable(value: &Const, basic: Basic) -> Result<Const, Unrepresentable> {
    if value.is_unknown() {
        return Ok(Const::Unknown);
    }
    let misfit = Err(Unrepresentable::NotRepresentable);
    if basic.is_integer() {
        if !value.is_number() {
            return misfit;
        }
        let n = value.to_int();
        return match &n {
            Const::Unknown if matches!(value, Const::Huge(s) if s.is_int()) => Err(Unrepresentable::Overflows),
            Const::Unknown => Err(Unrepresentable::Truncated),
            _ if fits_integer(&n, basic) => Ok(n),
            _ => Err(Unrepresentable::Overflows),
        };
    }
    if basic.is_float() {
        if !value.is_number() {
            return misfit;
        }
        let f = value.to_float();
        if f.is_unknown() {
            return Err(Unrepresentable::Truncated);
        }
        return round_to(&f, basic).ok_or(Unrepresentable::Overflows);
    }
    if basic.is_complex() {
        let Some((re, im)) = value.parts() else {
            return misfit;
        };
        let part = match basic {
            Basic::Complex64 => Basic::Float32,
            Basic::Complex128 => Basic::Float64,
            _ => return Ok(value.to_complex()),
        };
        return match (round_to(&re, part), round_to(&im, part)) {
            (Some(re), Some(im)) => Ok(Const::complex(re, im)),
            _ => Err(Unrepresentable::Overflows),
        };
    }
    let fits = match value {
        Const::String(_) => basic.is_string(),
        Const::Bool(_) => basic.is_boolean(),
        _ => false,
    };
    if fits { Ok(value.clone()) } else { misfit }
}

/// Whether a normalised integer lies in the range of an integer type.
fn fits_integer(n: &Const, basic: Basic) -> bool {
    if matches!(basic, Basic::UntypedInt | Basic::UntypedRune) {
        return true;
    }
    let bits = basic.number_size() * 8;
    match n {
        Const::Int(n) if basic.is_unsigned() => *n >= 0 && (bits == 64 || *n < 1 << bits),
        Const::Int(n) => bits == 64 || (-(1i64 << (bits - 1))..1i64 << (bits - 1)).contains(n),
        Const::BigInt(n) => basic.is_unsigned() && bits == 64 && n.is_positive() && n.bits() <= 64,
        _ => false,
    }
}

/// A real number rounded to a float type; `None` beyond its range.
fn round_to(value: &Const, basic: Basic) -> Option<Const> {
    let rounded = match basic {
        Basic::Float32 => f64::from(value.as_f32()?),
        Basic::Float64 => value.as_f64()?,
        _ => return Some(value.to_float()),
    };
    rounded.is_finite().then(|| if rounded.is_zero() { zero_float() } else { Const::from_f64(rounded) })
}

fn zero_float() -> Const {
    Const::Float(Arc::new(BigRational::zero()))
}
