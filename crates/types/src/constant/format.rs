//! Constants as messages print them.

use super::Const;
use super::float::{Real, Scaled, mantissa_exponent};
use num_rational::BigRational;
use num_traits::One;
use std::sync::Arc;

/// Longer quoted strings are cut.
const MAX_QUOTED: usize = 72;

impl Const {
    /// The text that a message prints for the value: strings quoted and cut after 72 characters, integers in full,
    /// floats as `%.6g`, complex numbers as `(1 + 2i)`.
    pub fn display(&self) -> String {
        match self {
            Const::Unknown => "unknown".into(),
            Const::Bool(b) => b.to_string(),
            Const::String(s) => cut(quote(s)),
            Const::Int(n) => n.to_string(),
            Const::BigInt(n) => n.to_string(),
            Const::Float(r) => float_text(r),
            Const::Huge(s) => huge_text((**s).clone()),
            Const::Complex(c) => format!("({} + {}i)", c.0.display(), c.1.display()),
        }
    }
}

fn cut(s: String) -> String {
    if s.chars().count() <= MAX_QUOTED {
        return s;
    }
    let kept: String = s.chars().take(MAX_QUOTED - 3).collect();
    kept + "..."
}

/// A Go string literal in double quotes (`strconv.Quote`).
pub(crate) fn quote(bytes: &[u8]) -> String {
    quoted(bytes, is_print)
}

/// A Go string literal in double quotes that keeps all characters but control codes.
pub fn quote_verbatim(bytes: &[u8]) -> String {
    quoted(bytes, |_| true)
}

fn quoted(bytes: &[u8], keeps: impl Fn(char) -> bool) -> String {
    let mut out = String::from("\"");
    for chunk in bytes.utf8_chunks() {
        for c in chunk.valid().chars() {
            match c {
                '"' => out.push_str("\\\""),
                '\\' => out.push_str("\\\\"),
                '\x07' => out.push_str("\\a"),
                '\x08' => out.push_str("\\b"),
                '\x0c' => out.push_str("\\f"),
                '\n' => out.push_str("\\n"),
                '\r' => out.push_str("\\r"),
                '\t' => out.push_str("\\t"),
                '\x0b' => out.push_str("\\v"),
                c if c < ' ' || c == '\x7f' => out.push_str(&format!("\\x{:02x}", c as u32)),
                c if !keeps(c) && c as u32 > 0xffff => out.push_str(&format!("\\U{:08x}", c as u32)),
                c if !keeps(c) => out.push_str(&format!("\\u{:04x}", c as u32)),
                c => out.push(c),
            }
        }
        for b in chunk.invalid() {
            out.push_str(&format!("\\x{b:02x}"));
        }
    }
    out.push('"');
    out
}

/// Letters, marks, numbers, punctuation, symbols, and the ASCII space (`unicode.IsPrint`).
fn is_print(c: char) -> bool {
    use unicode_general_category::GeneralCategory as G;
    let category = unicode_general_category::get_general_category(c);
    let invisible = [
        G::Control, G::Format, G::Surrogate, G::PrivateUse, G::Unassigned,
        G::LineSeparator, G::ParagraphSeparator, G::SpaceSeparator,
    ];
    c == ' ' || !invisible.contains(&category)
}

fn float_text(r: &Arc<BigRational>) -> String {
    let f = super::round_f64(r);
    let zero = num_traits::Zero::is_zero(&**r);
    if zero == (f == 0.0) && f.is_finite() {
        let s = format_g(f, Some(6));
        if !r.denom().is_one() && !s.contains('.') {
            return format_g(f, None);
        }
        return s;
    }
    huge_text(Real::Ratio(r.clone()).scaled())
}

/// A number out of the range of `f64`: scaled by its decimal exponent.
fn huge_text(s: Scaled) -> String {
    let (m, exp2) = mantissa_exponent(s);
    let d = exp2 as f64 * std::f64::consts::LN_2 / std::f64::consts::LN_10;
    let mut e = d as i64;
    let mut m = m * 10f64.powf(d - e as f64);
    if m.abs() < 1.0 - 0.5e-6 {
        m *= 10.0;
        e -= 1;
    } else if m.abs() >= 10.0 {
        m /= 10.0;
        e += 1;
    }
    format!("{}e{:+}", format_g(m, Some(6)), e)
}

/// `%.{n}g`, or `%g` (the shortest text that reads back) without a precision, as Go prints them.
pub fn format_g(f: f64, precision: Option<usize>) -> String {
    if f == 0.0 {
        return if f.is_sign_negative() { "-0".into() } else { "0".into() };
    }
    let text = match precision {
        Some(p) => format!("{:.*e}", p.max(1) - 1, f.abs()),
        None => format!("{:e}", f.abs()),
    };
    let (mantissa, exponent) = text.split_once('e').unwrap_or((&text, "0"));
    let exponent: i32 = exponent.parse().unwrap_or(0);
    let digits: String = mantissa.chars().filter(char::is_ascii_digit).collect();
    let digits = digits.trim_end_matches('0');
    let digits = if digits.is_empty() { "0" } else { digits };
    let mut limit = precision.unwrap_or(6) as i32;
    if precision.is_some() && limit > digits.len() as i32 && digits.len() as i32 > exponent {
        limit = digits.len() as i32;
    }
    let sign = if f < 0.0 { "-" } else { "" };
    if exponent < -4 || exponent >= limit {
        let (head, tail) = digits.split_at(1);
        let point = if tail.is_empty() { "" } else { "." };
        let esign = if exponent < 0 { '-' } else { '+' };
        return format!("{sign}{head}{point}{tail}e{esign}{:02}", exponent.abs());
    }
    if exponent < 0 {
        return format!("{sign}0.{}{digits}", "0".repeat((-exponent - 1) as usize));
    }
    let whole = exponent as usize + 1;
    if digits.len() <= whole {
        return format!("{sign}{digits}{}", "0".repeat(whole - digits.len()));
    }
    format!("{sign}{}.{}", &digits[..whole], &digits[whole..])
}
