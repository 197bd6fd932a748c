//! Real numbers of bounded size, and correct rounding to machine floats.
//!
//! Rationals while they are small, then `mantissa · 2^exponent` with a bounded mantissa.

use super::Const;
use num_bigint::{BigInt, BigUint, Sign};
use num_integer::Integer;
use num_rational::BigRational;
use num_traits::{One, ToPrimitive, Zero};
use std::sync::Arc;

/// Up to this many bits of numerator and denominator rationals are exact.
const EXACT_BITS: u64 = 4096;
/// Beyond that, this many bits of mantissa are kept.
const MANTISSA_BITS: u64 = 512;
/// Bits that intermediate products keep.
const WORK_BITS: u64 = MANTISSA_BITS + 128;
/// The largest binary exponent of any constant, as in the official compiler.
const MAX_EXPONENT: i64 = 1 << 31;
/// Numbers of larger exponent are held as mantissa and exponent.
const MAX_RATIO_EXPONENT: i64 = 1 << 14;

/// `mantissa · 2^exponent` with a bounded mantissa.
#[derive(Clone, PartialEq, Debug)]
pub struct Scaled {
    sign: Sign,
    mantissa: BigUint,
    exponent: i64,
}

impl Scaled {
    fn new(sign: Sign, mantissa: BigUint, exponent: i64) -> Scaled {
        Scaled { sign, mantissa, exponent }
    }

    /// Rounds half up in magnitude to at most `bits` bits (the difference to half-even is far below what shows).
    fn round(mut self, bits: u64) -> Scaled {
        let len = self.mantissa.bits();
        if len > bits {
            let drop = len - bits;
            let half = self.mantissa.bit(drop - 1);
            self.mantissa >>= drop;
            if half {
                self.mantissa += 1u32;
            }
            self.exponent += drop as i64;
        }
        if let Some(zeros) = self.mantissa.trailing_zeros() {
            self.mantissa >>= zeros;
            self.exponent += zeros as i64;
        }
        self
    }

    fn mul(&self, other: &Scaled) -> Scaled {
        let exponent = self.exponent.saturating_add(other.exponent);
        Scaled::new(self.sign * other.sign, &self.mantissa * &other.mantissa, exponent).round(WORK_BITS)
    }

    fn quo(&self, other: &Scaled) -> Scaled {
        let up = (WORK_BITS + other.mantissa.bits()).saturating_sub(self.mantissa.bits());
        let mut q = (&self.mantissa << up) / &other.mantissa;
        q = (q << 1u32) + 1u32;
        let exponent = self.exponent.saturating_sub(other.exponent).saturating_sub(up as i64 + 1);
        Scaled::new(self.sign * other.sign, q, exponent).round(WORK_BITS)
    }

    fn add(&self, other: &Scaled) -> Scaled {
        if self.mantissa.is_zero() {
            return other.clone();
        }
        if other.mantissa.is_zero() {
            return self.clone();
        }
        let (hi, lo) = if self.top() >= other.top() { (self, other) } else { (other, self) };
        if hi.top() - lo.top() > 2 * WORK_BITS as i64 {
            return hi.clone();
        }
        let exponent = hi.exponent.min(lo.exponent);
        let part = |s: &Scaled| BigInt::from_biguint(s.sign, &s.mantissa << (s.exponent - exponent) as u64);
        let (sign, mantissa) = (part(hi) + part(lo)).into_parts();
        Scaled::new(sign, mantissa, exponent).round(WORK_BITS)
    }

    /// The exponent of the bit above the highest.
    fn top(&self) -> i64 {
        self.exponent.saturating_add(self.mantissa.bits() as i64)
    }

    fn from_ratio(r: &BigRational) -> Scaled {
        let part = |n: &BigInt| Scaled::new(n.sign(), n.magnitude().clone(), 0).round(WORK_BITS);
        let (n, d) = (part(r.numer()), part(r.denom()));
        if d.mantissa.is_one() {
            return Scaled::new(n.sign, n.mantissa, n.exponent - d.exponent);
        }
        n.quo(&d)
    }

    /// Whether the number is negative.
    pub(super) fn is_negative(&self) -> bool {
        self.sign == Sign::Minus
    }

    /// Whether the number is an integer.
    pub(super) fn is_int(&self) -> bool {
        self.exponent >= 0
    }

    /// Whether the number is far above 1 in magnitude, not far below.
    pub(super) fn is_large(&self) -> bool {
        self.exponent > 0
    }

    /// The number with the other sign.
    pub(super) fn negated(&self) -> Scaled {
        Scaled { sign: -self.sign, ..self.clone() }
    }

    /// The constant; `Unknown` beyond the largest exponent, 0 below the smallest.
    fn into_const(self) -> Const {
        let s = self.round(MANTISSA_BITS);
        if s.mantissa.is_zero() || s.top() < -MAX_EXPONENT {
            return Const::Float(Arc::new(BigRational::zero()));
        }
        if s.top() > MAX_EXPONENT {
            return Const::Unknown;
        }
        if s.top().abs() > MAX_RATIO_EXPONENT {
            return Const::Huge(Arc::new(s));
        }
        let (n, d) = if s.exponent >= 0 {
            (s.mantissa << s.exponent as u64, BigUint::one())
        } else {
            (s.mantissa, BigUint::one() << (-s.exponent) as u64)
        };
        Const::Float(Arc::new(BigRational::new_raw(BigInt::from_biguint(s.sign, n), d.into())))
    }
}

fn is_exact(r: &BigRational) -> bool {
    r.numer().bits() < EXACT_BITS && r.denom().bits() < EXACT_BITS
}

/// A real constant's value in the form that operations need.
pub(super) enum Real {
    /// Small enough for exact arithmetic.
    Ratio(Arc<BigRational>),
    /// Rounded.
    Scaled(Scaled),
}

impl Real {
    pub(super) fn of(x: &Const) -> Option<Real> {
        match x.to_float() {
            Const::Float(r) if is_exact(&r) => Some(Real::Ratio(r)),
            Const::Float(r) => Some(Real::Scaled(Scaled::from_ratio(&r))),
            Const::Huge(s) => Some(Real::Scaled((*s).clone())),
            _ => None,
        }
    }

    pub(super) fn scaled(self) -> Scaled {
        match self {
            Real::Ratio(r) => Scaled::from_ratio(&r),
            Real::Scaled(s) => s,
        }
    }
}

/// `x op y` for `+ - * /`; the divisor is not 0. `Unknown` if an operand is no real number.
pub(super) fn float_op(op: char, x: &Const, y: &Const) -> Const {
    let (Some(x), Some(y)) = (Real::of(x), Real::of(y)) else {
        return Const::Unknown;
    };
    if let (Real::Ratio(x), Real::Ratio(y)) = (&x, &y) {
        let (x, y) = (&**x, &**y);
        let r = match op {
            '+' => x + y,
            '-' => x - y,
            '*' => x * y,
            _ => x / y,
        };
        if is_exact(&r) {
            return Const::Float(Arc::new(r));
        }
        return Scaled::from_ratio(&r).into_const();
    }
    let (a, mut b) = (x.scaled(), y.scaled());
    if op == '-' {
        b.sign = -b.sign;
    }
    let r = match op {
        '+' | '-' => a.add(&b),
        '*' => a.mul(&b),
        _ => a.quo(&b),
    };
    r.into_const()
}

/// `digits · base^(-fraction) · 2^exp2 · 10^exp10`; `Unknown` beyond the limits.
pub(super) fn scaled_literal(digits: BigUint, base: u32, fraction: u64, exp2: i64, exp10: i64) -> Const {
    if digits.is_zero() {
        return Const::Float(Arc::new(BigRational::zero()));
    }
    let shift10 = if base == 10 { exp10.saturating_sub(fraction as i64) } else { exp10 };
    let shift2 = if base == 10 { exp2 } else { exp2.saturating_sub(fraction as i64 * i64::from(base.ilog2())) };
    let small = |e: i64, limit: i64| (-limit..=limit).contains(&e);
    let size = digits.bits() as i64;
    if small(shift10, 1200) && small(shift2, 4000) && size < 40_000 {
        let mut n = BigInt::from(digits);
        let mut d = BigInt::one();
        let ten = BigInt::from(10).pow(shift10.unsigned_abs() as u32);
        if shift10 >= 0 { n *= ten } else { d *= ten }
        if shift2 >= 0 { n <<= shift2 } else { d <<= -shift2 }
        let r = BigRational::new(n, d);
        if is_exact(&r) {
            return Const::Float(Arc::new(r));
        }
        return Scaled::from_ratio(&r).into_const();
    }
    let limit = 2 * MAX_EXPONENT;
    if shift10 > limit || shift2 > limit {
        return Const::Unknown;
    }
    if shift10 < -limit || shift2 < -limit {
        return Const::Float(Arc::new(BigRational::zero()));
    }
    let mut m = Scaled::new(Sign::Plus, digits, shift2).round(WORK_BITS);
    let ten = power_of_ten(shift10.unsigned_abs());
    m = if shift10 >= 0 { m.mul(&ten) } else { m.quo(&ten) };
    m.into_const()
}

fn power_of_ten(mut n: u64) -> Scaled {
    let mut result = Scaled::new(Sign::Plus, BigUint::one(), 0);
    let mut square = Scaled::new(Sign::Plus, BigUint::from(10u32), 0);
    while n > 0 {
        if n & 1 == 1 {
            result = result.mul(&square);
        }
        n >>= 1;
        if n > 0 {
            square = square.mul(&square.clone());
        }
    }
    result
}

/// |r| rounded half-even to `precision` bits with a lowest bit of at least 2^`lowest`: (mantissa, exponent of its lowest
/// bit), or `None` if it is beyond 2^`highest`.
fn round_bits(r: &BigRational, precision: i64, lowest: i64, highest: i64) -> Option<(u64, i64)> {
    let (n, d) = (r.numer().magnitude(), r.denom().magnitude());
    if n.is_zero() {
        return Some((0, lowest));
    }
    let mut e = n.bits() as i64 - d.bits() as i64;
    if e > highest + 2 {
        return None;
    }
    if e < lowest - 4 {
        return Some((0, lowest));
    }
    let reaches = if e >= 0 { *n >= (d << e as u64) } else { (n << (-e) as u64) >= *d };
    if !reaches {
        e -= 1;
    }
    let ulp = (e - (precision - 1)).max(lowest);
    let (q, rem, div) = if ulp >= 0 {
        let div = d << ulp as u64;
        let (q, rem) = n.div_rem(&div);
        (q, rem, div)
    } else {
        let (q, rem) = (n << (-ulp) as u64).div_rem(d);
        (q, rem, d.clone())
    };
    let mut q = q.to_u64()?;
    let twice = rem << 1u32;
    if twice > div || (twice == div && q & 1 == 1) {
        q += 1;
    }
    Some((q, ulp))
}

/// The nearest `f64`.
pub fn round_f64(r: &BigRational) -> f64 {
    let magnitude = match round_bits(r, 53, -1074, 1024) {
        None => f64::INFINITY,
        Some((q, ulp)) => {
            let (q, ulp) = if q == 1 << 53 { (q >> 1, ulp + 1) } else { (q, ulp) };
            if ulp == -1074 {
                f64::from_bits(q)
            } else if ulp + 52 > 1023 {
                f64::INFINITY
            } else {
                f64::from_bits(((ulp + 52 + 1023) as u64) << 52 | (q & ((1 << 52) - 1)))
            }
        }
    };
    if r.numer().sign() == Sign::Minus { -magnitude } else { magnitude }
}

/// The nearest `f32`.
pub fn round_f32(r: &BigRational) -> f32 {
    let magnitude = match round_bits(r, 24, -149, 128) {
        None => f32::INFINITY,
        Some((q, ulp)) => {
            let (q, ulp) = if q == 1 << 24 { (q >> 1, ulp + 1) } else { (q, ulp) };
            if ulp == -149 {
                f32::from_bits(q as u32)
            } else if ulp + 23 > 127 {
                f32::INFINITY
            } else {
                f32::from_bits(((ulp + 23 + 127) as u32) << 23 | (q as u32 & ((1 << 23) - 1)))
            }
        }
    };
    if r.numer().sign() == Sign::Minus { -magnitude } else { magnitude }
}

/// `(m, e)` with `x = m · 2^e` and 0.5 ≤ |m| < 1, for numbers of any size.
pub(super) fn mantissa_exponent(s: Scaled) -> (f64, i64) {
    let s = s.round(64);
    let exponent = s.top();
    let m = s.mantissa.to_u64().unwrap_or(0) as f64 / 2f64.powi(s.mantissa.bits() as i32);
    (if s.sign == Sign::Minus { -m } else { m }, exponent)
}
