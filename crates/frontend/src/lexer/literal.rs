//! Rune and string literals: scanning, and decoding of what scanned well (spec, "Rune literals", "String literals").

use super::Lexer;
use super::number::base_name;
use super::unicode::quote;
use crate::token::Kind;

impl Lexer<'_> {
    pub(super) fn std_string(&mut self) {
        let mut ok = true;
        self.i += 1;
        loop {
            match self.ch() {
                b'"' => {
                    self.i += 1;
                    break;
                }
                b'\\' => {
                    self.i += 1;
                    ok &= self.escape(b'"');
                }
                b'\n' => {
                    self.error("newline in string");
                    ok = false;
                    break;
                }
                _ if self.at_end() => {
                    self.error_at(self.start, "string not terminated");
                    ok = false;
                    break;
                }
                _ => self.i += 1,
            }
        }
        self.push(Kind::String, u8::from(!ok));
    }

    pub(super) fn raw_string(&mut self) {
        let body = self.i + 1;
        let mut ok = true;
        match self.src[body..].iter().position(|&b| b == b'`') {
            Some(n) => self.i = body + n + 1,
            None => {
                self.error_at(self.start, "string not terminated");
                self.i = self.src.len();
                ok = false;
            }
        }
        self.push(Kind::String, u8::from(!ok));
    }

    pub(super) fn rune(&mut self) {
        let mut ok = true;
        self.i += 1;
        let mut count = 0;
        loop {
            match self.ch() {
                b'\'' => {
                    if ok && count == 0 {
                        self.error("empty rune literal or unescaped '");
                        ok = false;
                    } else if ok && count != 1 {
                        self.error_at(self.start, "more than one character in rune literal");
                        ok = false;
                    }
                    self.i += 1;
                    break;
                }
                b'\\' => {
                    self.i += 1;
                    ok &= self.escape(b'\'');
                }
                b'\n' => {
                    if ok {
                        self.error("newline in rune literal");
                        ok = false;
                    }
                    break;
                }
                _ if self.at_end() => {
                    if ok {
                        self.error_at(self.start, "rune literal not terminated");
                        ok = false;
                    }
                    break;
                }
                _ => self.bump_char(),
            }
            count += 1;
        }
        self.push(Kind::Rune, u8::from(!ok));
    }

    /// The rest of an escape after its backslash; reports and returns false if it is malformed.
    fn escape(&mut self, quote_byte: u8) -> bool {
        let (digits, base, max) = match self.ch() {
            c if c == quote_byte => {
                self.i += 1;
                return true;
            }
            b'a' | b'b' | b'f' | b'n' | b'r' | b't' | b'v' | b'\\' => {
                self.i += 1;
                return true;
            }
            b'0'..=b'7' => (3, 8, 255),
            b'x' => (2, 16, 255),
            b'u' => (4, 16, 0x10FFFF),
            b'U' => (8, 16, 0x10FFFF),
            // The caller complains about the end of the file.
            _ if self.at_end() => return true,
            _ => {
                self.error("unknown escape");
                return false;
            }
        };
        if base == 16 {
            self.i += 1;
        }
        let mut value = 0u64;
        for _ in 0..digits {
            let Some(c) = self.char() else { return true };
            match c.to_digit(base) {
                Some(d) => value = value * u64::from(base) + u64::from(d),
                None => {
                    self.error(format!("invalid character {} in {} escape", quote(c), base_name(base)));
                    return false;
                }
            }
            self.i += 1;
        }
        if value > max && base == 8 {
            self.error(format!("octal escape value {value} > 255"));
            return false;
        }
        if value > max || (0xD800..0xE000).contains(&value) && max > 255 {
            let shown = format!("U+{value:04X}");
            self.error(format!("escape is invalid Unicode code point {shown}"));
            return false;
        }
        true
    }
}

/// The bytes that a well-formed string literal means.
pub(crate) fn unquote(lit: &str) -> Vec<u8> {
    let Some(body) = lit.get(1..lit.len() - 1) else { return Vec::new() };
    if lit.as_bytes()[0] == b'`' {
        // Carriage returns are discarded from raw strings.
        return body.bytes().filter(|&b| b != b'\r').collect();
    }
    let mut out = Vec::with_capacity(body.len());
    let mut rest = body;
    while let Some(n) = rest.find('\\') {
        out.extend_from_slice(&rest.as_bytes()[..n]);
        let (value, is_byte, len) = escape_value(&rest[n..]);
        if is_byte {
            out.push(value as u8);
        } else if let Some(c) = char::from_u32(value) {
            out.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
        }
        rest = &rest[n + len..];
    }
    out.extend_from_slice(rest.as_bytes());
    out
}

/// The code point that a well-formed rune literal means.
pub(crate) fn unquote_rune(lit: &str) -> i32 {
    let body = lit.get(1..lit.len() - 1).unwrap_or("");
    if body.starts_with('\\') { escape_value(body).0 as i32 } else { body.chars().next().map_or(0, |c| c as i32) }
}

/// The value of the escape that `s` begins with, whether it is one byte rather than a character, and its length.
fn escape_value(s: &str) -> (u32, bool, usize) {
    let number = |from: usize, to: usize, base| u32::from_str_radix(s.get(from..to).unwrap_or("0"), base).unwrap_or(0);
    match s.as_bytes().get(1).copied().unwrap_or(0) {
        b'a' => (7, true, 2),
        b'b' => (8, true, 2),
        b'f' => (12, true, 2),
        b'n' => (10, true, 2),
        b'r' => (13, true, 2),
        b't' => (9, true, 2),
        b'v' => (11, true, 2),
        b'x' => (number(2, 4, 16), true, 4),
        b'u' => (number(2, 6, 16), false, 6),
        b'U' => (number(2, 10, 16), false, 10),
        b'0'..=b'7' => (number(1, 4, 8), true, 4),
        c => (u32::from(c), true, 2),
    }
}
