//! Number literals (spec, "Integer literals" to "Imaginary literals").

use super::Lexer;
use super::unicode::quote;
use crate::token::Kind;

/// What a run of digits held.
#[derive(Default)]
struct Digits {
    digit: bool,
    separator: bool,
}

impl Lexer<'_> {
    /// A number from the cursor; with `seen_point` the `.` was consumed already.
    pub(super) fn number(&mut self, seen_point: bool) {
        let mut point = seen_point;
        let mut ok = true;
        let mut base = 10;
        // 'x', 'o', 'b', '0' (a legacy octal number), or 0.
        let mut prefix = 0u8;
        let mut seen = Digits::default();
        let mut invalid = None;
        if !point {
            if self.ch() == b'0' {
                self.i += 1;
                prefix = self.ch() | 0x20;
                (base, prefix) = match prefix {
                    b'x' => (16, b'x'),
                    b'o' => (8, b'o'),
                    b'b' => (2, b'b'),
                    _ => (8, b'0'),
                };
                if prefix == b'0' {
                    seen.digit = true;
                } else {
                    self.i += 1;
                }
            }
            self.digits(base, &mut seen, &mut invalid);
            if self.ch() == b'.' {
                if matches!(prefix, b'o' | b'b') {
                    self.error(format!("invalid radix point in {} literal", base_name(base)));
                    ok = false;
                }
                self.i += 1;
                point = true;
            }
        }
        let mut kind = Kind::Int;
        if point {
            kind = Kind::Float;
            self.digits(base, &mut seen, &mut invalid);
        }
        if !seen.digit && ok {
            self.error(format!("{} literal has no digits", base_name(base)));
            ok = false;
        }
        let exponent = self.ch() | 0x20;
        if matches!(exponent, b'e' | b'p') {
            if ok {
                let shown = quote(self.ch() as char);
                if exponent == b'e' && !matches!(prefix, 0 | b'0') {
                    self.error(format!("{shown} exponent requires decimal mantissa"));
                    ok = false;
                } else if exponent == b'p' && prefix != b'x' {
                    self.error(format!("{shown} exponent requires hexadecimal mantissa"));
                    ok = false;
                }
            }
            self.i += 1;
            kind = Kind::Float;
            if matches!(self.ch(), b'+' | b'-') {
                self.i += 1;
            }
            seen.digit = false;
            let mut ignored = Some(0);
            self.digits(10, &mut seen, &mut ignored);
            if !seen.digit && ok {
                self.error("exponent has no digits");
                ok = false;
            }
        } else if prefix == b'x' && kind == Kind::Float && ok {
            self.error("hexadecimal mantissa requires a 'p' exponent");
            ok = false;
        }
        if self.ch() == b'i' {
            kind = Kind::Imag;
            self.i += 1;
        }
        if let (Kind::Int, Some(at), true) = (kind, invalid, ok) {
            let shown = quote(self.src[at] as char);
            self.error_at(at, format!("invalid digit {shown} in {} literal", base_name(base)));
            ok = false;
        }
        if seen.separator
            && ok
            && let Some(at) = misplaced_separator(&self.src[self.start..self.i])
        {
            self.error_at(self.start + at, "'_' must separate successive digits");
            ok = false;
        }
        self.push(kind, u8::from(!ok));
    }

    /// Steps over digits of `base` and separators. In bases up to 10 all decimal digits are taken,
    /// and the first one that is too large is noted.
    fn digits(&mut self, base: u32, seen: &mut Digits, invalid: &mut Option<usize>) {
        loop {
            let c = self.ch();
            match c {
                b'_' => seen.separator = true,
                b'0'..=b'9' => {
                    if u32::from(c - b'0') >= base && invalid.is_none() {
                        *invalid = Some(self.i);
                    }
                    seen.digit = true;
                }
                b'a'..=b'f' | b'A'..=b'F' if base == 16 => seen.digit = true,
                _ => return,
            }
            self.i += 1;
        }
    }
}

/// The English name of a base.
pub(super) fn base_name(base: u32) -> &'static str {
    match base {
        2 => "binary",
        8 => "octal",
        10 => "decimal",
        _ => "hexadecimal",
    }
}

/// The offset of the first `_` that does not stand between digits (or a base prefix and a digit).
fn misplaced_separator(lit: &[u8]) -> Option<usize> {
    // What stood before: '_', '0' for a digit or prefix, '.' for anything else.
    let mut before = b'.';
    let mut from = 0;
    let hex = lit.len() > 1 && lit[0] == b'0' && matches!(lit[1] | 0x20, b'x');
    if lit.len() > 1 && lit[0] == b'0' && matches!(lit[1] | 0x20, b'x' | b'o' | b'b') {
        before = b'0';
        from = 2;
    }
    for (i, &c) in lit.iter().enumerate().skip(from) {
        let class = match c {
            b'_' => b'_',
            b'0'..=b'9' => b'0',
            b'a'..=b'f' | b'A'..=b'F' if hex => b'0',
            _ => b'.',
        };
        if class == b'_' && before != b'0' {
            return Some(i);
        }
        if class == b'.' && before == b'_' {
            return Some(i - 1);
        }
        before = class;
    }
    (before == b'_').then(|| lit.len() - 1)
}
