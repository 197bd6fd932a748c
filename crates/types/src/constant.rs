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
