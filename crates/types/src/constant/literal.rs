//! Literals → constants. (Spec, Integer literals; Floating-point literals; Imaginary literals.)

use super::float::scaled_literal;
use super::{Const, LiteralError};
use golift_frontend::ast::LitKind;
use num_bigint::{BigInt, BigUint};
use num_traits::Zero;

/// Numbers may have this many characters.
const MAX_CHARS: usize = 10_000;

impl Const {
    /// The value of a literal; `value` as in [`golift_frontend::ast::ExprKind::Lit`].
    pub fn from_literal(kind: LitKind, text: &str, value: &[u8]) -> Result<Const, LiteralError> {
        match kind {
            LitKind::String => return Ok(Const::String(value.into())),
            LitKind::Rune => {
                let bytes = value.try_into().map_err(|_| LiteralError::Malformed)?;
                return Ok(Const::Int(i64::from(i32::from_le_bytes(bytes))));
            }
            _ => {}
        }
        if text.len() > MAX_CHARS {
            return Err(LiteralError::TooLong);
        }
        let known = |c: Const| if c.is_unknown() { Err(LiteralError::Malformed) } else { Ok(c) };
        match kind {
            LitKind::Int => integer(text).ok_or(LiteralError::Malformed),
            LitKind::Float => known(float(text).ok_or(LiteralError::Malformed)?),
            _ => {
                let number = text.strip_suffix('i').ok_or(LiteralError::Malformed)?;
                let imag = known(float(number).ok_or(LiteralError::Malformed)?)?;
                Ok(Const::complex(Const::Int(0), imag))
            }
        }
    }
}

/// The base that a prefix names, and the rest. A lone leading zero is octal in integers only.
fn split_base(text: &str, octal: bool) -> (u32, &str) {
    let b = text.as_bytes();
    if b.len() > 1 && b[0] == b'0' {
        match b[1] {
            b'x' | b'X' => return (16, &text[2..]),
            b'b' | b'B' => return (2, &text[2..]),
            b'o' | b'O' => return (8, &text[2..]),
            _ if octal => return (8, &text[1..]),
            _ => {}
        }
    }
    (10, text)
}

fn integer(text: &str) -> Option<Const> {
    let (base, digits) = split_base(text, true);
    let digits: String = digits.chars().filter(|&c| c != '_').collect();
    if let Ok(n) = i64::from_str_radix(&digits, base) {
        return Some(Const::Int(n));
    }
    BigInt::parse_bytes(digits.as_bytes(), base).map(Const::from_big)
}

fn float(text: &str) -> Option<Const> {
    let (base, rest) = split_base(text, false);
    let rest: String = rest.chars().filter(|&c| c != '_').collect();
    let mark = if base == 10 { ['e', 'E'] } else { ['p', 'P'] };
    let (mantissa, exponent) = match rest.split_once(mark) {
        Some((m, e)) => (m, exponent(e)?),
        None => (rest.as_str(), 0),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = format!("{whole}{fraction}");
    let digits = BigUint::parse_bytes(digits.as_bytes(), base)?;
    if digits.is_zero() {
        return Some(scaled_literal(digits, base, 0, 0, 0));
    }
    let (exp2, exp10) = if base == 10 { (0, exponent) } else { (exponent, 0) };
    Some(scaled_literal(digits, base, fraction.len() as u64, exp2, exp10))
}

/// A decimal exponent, saturating far beyond every limit.
fn exponent(text: &str) -> Option<i64> {
    let (negative, digits) = match text.as_bytes().first()? {
        b'-' => (true, &text[1..]),
        b'+' => (false, &text[1..]),
        _ => (false, text),
    };
    if digits.is_empty() {
        return None;
    }
    let mut n: i64 = 0;
    for b in digits.bytes() {
        if !b.is_ascii_digit() {
            return None;
        }
        n = (n * 10 + i64::from(b - b'0')).min(1 << 40);
    }
    Some(if negative { -n } else { n })
}
