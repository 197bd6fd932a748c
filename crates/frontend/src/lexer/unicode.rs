//! Character classes of the Go spec ("Characters": categories L and Nd) and characters as messages print them.

use std::fmt::Write;
use unicode_general_category::{GeneralCategory as C, get_general_category};

/// A Unicode letter or `_`.
pub(super) fn is_letter(c: char) -> bool {
    c == '_'
        || c.is_ascii_alphabetic()
        || (!c.is_ascii()
            && matches!(
                get_general_category(c),
                C::UppercaseLetter | C::LowercaseLetter | C::TitlecaseLetter | C::ModifierLetter | C::OtherLetter
            ))
}

/// A Unicode decimal digit.
pub(super) fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || (!c.is_ascii() && get_general_category(c) == C::DecimalNumber)
}

/// Whether a character is shown as itself.
fn is_print(c: char) -> bool {
    c == ' '
        || !matches!(
            get_general_category(c),
            C::Control
                | C::Format
                | C::Surrogate
                | C::PrivateUse
                | C::Unassigned
                | C::LineSeparator
                | C::ParagraphSeparator
                | C::SpaceSeparator
        )
}

/// `U+0040 '@'`, or `U+0007` for what cannot be shown: Go's `%#U`.
pub(super) fn describe(c: char) -> String {
    if is_print(c) { format!("U+{:04X} '{c}'", c as u32) } else { format!("U+{:04X}", c as u32) }
}

/// `'a'`, escaped where needed: Go's `%q` of a rune.
pub(super) fn quote(c: char) -> String {
    let mut s = String::from("'");
    match c {
        '\'' => s.push_str("\\'"),
        '\\' => s.push_str("\\\\"),
        '\u{7}' => s.push_str("\\a"),
        '\u{8}' => s.push_str("\\b"),
        '\u{C}' => s.push_str("\\f"),
        '\n' => s.push_str("\\n"),
        '\r' => s.push_str("\\r"),
        '\t' => s.push_str("\\t"),
        '\u{B}' => s.push_str("\\v"),
        c if is_print(c) => s.push(c),
        c if (c as u32) < 0x80 => {
            let _ = write!(s, "\\x{:02x}", c as u32);
        }
        c if (c as u32) < 0x10000 => {
            let _ = write!(s, "\\u{:04x}", c as u32);
        }
        c => {
            let _ = write!(s, "\\U{:08x}", c as u32);
        }
    }
    s.push('\'');
    s
}
