//! Formats and their arguments, directive by directive.

use super::matching::{ANY, Accepts, BOOL, COMPLEX, ERROR, FLOAT, INT, POINTER, RUNE, STRING, is_formatter, matches};
use super::{Call, Kind, is_function_value, wrappers};
use crate::facts::Facts;
use golift_base::Pos;
use golift_frontend::ast::{Expr, ExprKind, LitKind};
use golift_frontend::unparen;

/// The verbs, the flags that they know, and what they print.
const VERBS: [(char, &str, Accepts); 22] = [
    ('%', "", 0),
    ('b', " -+.0#", INT | FLOAT | COMPLEX | POINTER),
    ('c', "-", RUNE | INT),
    ('d', " -+.0", INT | POINTER),
    ('e', " -+.0#", FLOAT | COMPLEX),
    ('E', " -+.0#", FLOAT | COMPLEX),
    ('f', " -+.0#", FLOAT | COMPLEX),
    ('F', " -+.0#", FLOAT | COMPLEX),
    ('g', " -+.0#", FLOAT | COMPLEX),
    ('G', " -+.0#", FLOAT | COMPLEX),
    ('o', " -+.0#", INT | POINTER),
    ('O', " -+.0#", INT | POINTER),
    ('p', "-#", POINTER),
    ('q', " -+.0#", RUNE | STRING),
    ('s', " -+.0", STRING),
    ('t', "-", BOOL),
    ('T', "-", ANY),
    ('U', "-#", RUNE | INT),
    ('v', " -+.0#", ANY),
    ('w', " -+.0#", ERROR),
    ('x', " -+.0#", RUNE | INT | STRING | POINTER | FLOAT | COMPLEX),
    ('X', " -+.0#", RUNE | INT | STRING | POINTER | FLOAT | COMPLEX),
];

/// A directive: `%[1]*.3d`.
struct Directive {
    /// Byte offsets in the format.
    start: usize,
    end: usize,
    flags: String,
    verb: char,
    /// Indices of arguments that are widths and precisions.
    stars: Vec<usize>,
    /// The argument's index, from the first one behind the format.
    arg: usize,
    indexed: bool,
}

/// Checks a call with a format.
pub(super) fn check(facts: &mut Facts<'_>, call: &Call<'_>, kind: Kind) {
    let first = call.first_variadic(facts);
    let Some(place) = first.checked_sub(1) else { return };
    let Some(format_arg) = call.args.get(place) else { return };
    let name = &call.name;
    let Some(format) = facts.string_constant(format_arg) else {
        if call.args.len() == first && facts.w.package(facts.pkg).go_version >= (1, 24) {
            facts.report(format_arg.span.lo, format!("non-constant format string in call to {name}"));
        }
        return;
    };
    let args = &call.args[first..];
    if !format.contains('%') {
        if !args.is_empty() {
            facts.report(args[0].span.lo, format!("{name} call has arguments but no formatting directives"));
        }
        return;
    }
    let (mut next, mut most, mut indexed) = (0, 0, false);
    let mut at = 0;
    while let Some(found) = format[at..].find('%') {
        let start = at + found;
        let directive = match parse(&format, start, next) {
            Ok(d) => d,
            Err(message) => {
                facts.report(format_arg.span.lo, format!("{name} format {message}"));
                return;
            }
        };
        at = directive.end;
        indexed |= directive.indexed;
        let text = &format[directive.start..directive.end];
        if !check_directive(facts, call, kind, args, &directive, text, position(format_arg, start)) {
            return;
        }
        next = directive.arg;
        if directive.verb != '%' {
            next += 1;
        }
        most = most.max(next);
    }
    // Calls with indices, or whose last argument stands for several, are not counted.
    if indexed || call.spread || most == args.len() {
        return;
    }
    let message = format!("{name} call needs {} but has {}", count(most), count(args.len()));
    facts.report(call.pos(), message);
}

fn count(n: usize) -> String {
    if n == 1 { "1 arg".into() } else { format!("{n} args") }
}

/// Reads the directive at `start`; `next` is the argument that it takes unless it says otherwise.
fn parse(format: &str, start: usize, next: usize) -> Result<Directive, String> {
    let bytes = format.as_bytes();
    let mut at = start + 1;
    let mut d =
        Directive { start, end: 0, flags: String::new(), verb: '\0', stars: Vec::new(), arg: next, indexed: false };
    while let Some(&b) = bytes.get(at).filter(|b| b"#0+- ".contains(b)) {
        d.flags.push(b as char);
        at += 1;
    }
    let number = |at: &mut usize, d: &mut Directive| -> Result<(), String> {
        if bytes.get(*at) == Some(&b'*') {
            *at += 1;
            d.stars.push(d.arg);
            d.arg += 1;
        } else {
            while bytes.get(*at).is_some_and(u8::is_ascii_digit) {
                *at += 1;
            }
        }
        Ok(())
    };
    let index = |at: &mut usize, d: &mut Directive| -> Result<(), String> {
        if bytes.get(*at) != Some(&b'[') {
            return Ok(());
        }
        let Some(len) = format[*at..].find(']') else {
            return Err(format!("{} is missing closing ]", &format[start..]));
        };
        let inner = &format[*at + 1..*at + len];
        let n: usize = match inner.parse() {
            Ok(n) if n > 0 && inner.bytes().all(|b| b.is_ascii_digit()) => n,
            _ => return Err(format!("has invalid argument index [{inner}]")),
        };
        d.arg = n - 1;
        d.indexed = true;
        *at += len + 1;
        Ok(())
    };
    index(&mut at, &mut d)?;
    number(&mut at, &mut d)?;
    if bytes.get(at) == Some(&b'.') {
        at += 1;
        index(&mut at, &mut d)?;
        number(&mut at, &mut d)?;
    }
    index(&mut at, &mut d)?;
    let Some(verb) = format[at..].chars().next() else {
        return Err(format!("{} is missing verb at end of string", &format[start..]));
    };
    d.verb = verb;
    d.end = at + verb.len_utf8();
    Ok(d)
}

/// False after an error: one for each format is enough.
fn check_directive(
    facts: &mut Facts<'_>,
    call: &Call<'_>,
    kind: Kind,
    args: &[Expr],
    d: &Directive,
    text: &str,
    pos: Pos,
) -> bool {
    let name = &call.name;
    let verb = VERBS.iter().find(|v| v.0 == d.verb);
    // Some values take any verb and flag.
    let is_nil = |facts: &Facts<'_>, x: &Expr| facts.fact(x).is_some_and(|t| t.mode == golift_types::Mode::Nil);
    let formatter = args
        .get(d.arg)
        .is_some_and(|x| !is_nil(facts, x) && facts.ty(x).is_some_and(|t| is_formatter(facts, t)));
    let (flags, accepts) = match verb {
        Some(&(_, flags, accepts)) => (flags, accepts),
        None if formatter => return true,
        None => {
            facts.report(pos, format!("{name} format {text} has unknown verb {}", d.verb));
            return false;
        }
    };
    if let Some(flag) = d.flags.chars().find(|&f| !formatter && f != '0' && !flags.contains(f)) {
        facts.report(pos, format!("{name} format {text} has unrecognized flag {flag}"));
        return false;
    }
    let present = |facts: &mut Facts<'_>, i: usize| {
        if i < args.len() || call.spread && i + 1 >= args.len() {
            return true;
        }
        let message = format!("{name} format {text} reads arg #{}, but call has {}", i + 1, count(args.len()));
        facts.report(pos, message);
        false
    };
    for &star in &d.stars {
        if !present(facts, star) {
            return false;
        }
        if let Some(x) = args.get(star)
            && facts.ty(x).is_some_and(|t| !matches(facts, INT, t))
        {
            facts.report(pos, format!("{name} format {text} uses non-int {} as argument of *", facts.text(x)));
            return false;
        }
    }
    if d.verb == '%' {
        return true;
    }
    if d.verb == 'w' && kind != Kind::Errorf {
        facts.report(pos, format!("{name} does not support error-wrapping directive %w"));
        return false;
    }
    if !present(facts, d.arg) {
        return false;
    }
    let Some(x) = args.get(d.arg).filter(|_| !(call.spread && d.arg + 1 >= args.len())) else { return true };
    if is_function_value(facts, x) && !"pT".contains(d.verb) {
        facts.report(pos, format!("{name} format {text} arg {} is a func value, not called", facts.text(x)));
        return false;
    }
    let ty = if is_nil(facts, x) { Some(golift_types::Basic::UntypedNil.id()) } else { facts.ty(x) };
    if let Some(ty) = ty
        && !matches(facts, accepts, ty)
    {
        let mut of = facts.type_text(ty);
        if facts.w.is_type_param(ty)
            && let Some(t) = facts.w.type_set_of(ty).unwrap_or_default().into_iter().find(|&t| !matches(facts, accepts, t))
        {
            of.push_str(&format!(" (contains {})", facts.type_text(t)));
        }
        facts.report(pos, format!("{name} format {text} has arg {} of wrong type {of}", facts.text(x)));
        return false;
    }
    if accepts & STRING != 0
        && d.verb != 'T'
        && !d.flags.contains('#')
        && let Some(method) = wrappers::recursive_text_method(facts, call.pos(), x)
    {
        let message = format!("{name} format {text} with arg {} causes recursive {method} method call", facts.text(x));
        facts.report(pos, message);
        return false;
    }
    true
}

/// Where a byte of a format stands in the source: inside a literal, or at the expression.
fn position(format: &Expr, offset: usize) -> Pos {
    let e = unparen(format);
    let ExprKind::Lit { kind: LitKind::String, text, .. } = &e.kind else { return format.span.lo };
    if text.starts_with('`') {
        // Carriage returns are not part of the value.
        let mut left = offset;
        for (i, b) in text.bytes().enumerate().skip(1) {
            if b == b'\r' {
                continue;
            }
            if left == 0 {
                return e.span.lo.offset(i as u32);
            }
            left -= 1;
        }
        return e.span.lo;
    }
    let bytes = text.as_bytes();
    let (mut at, mut decoded) = (1, 0);
    while at < bytes.len() && decoded < offset {
        if bytes[at] != b'\\' {
            at += 1;
            decoded += 1;
            continue;
        }
        let (len, out) = match bytes.get(at + 1) {
            Some(b'x') => (4, 1),
            Some(b'0'..=b'7') => (4, 1),
            Some(b'u') => (6, decoded_len(&text[at + 2..at + 6])),
            Some(b'U') => (10, decoded_len(&text[at + 2..at + 10])),
            _ => (2, 1),
        };
        at += len;
        decoded += out;
    }
    e.span.lo.offset(at as u32)
}

fn decoded_len(hex: &str) -> usize {
    u32::from_str_radix(hex, 16).ok().and_then(char::from_u32).map_or(3, char::len_utf8)
}

/// What looks like a directive in the text of a function without format: the first one.
pub(super) fn looks_like_directive(text: &str) -> Option<String> {
    let text = text.strip_suffix('%').unwrap_or(text);
    let bytes = text.as_bytes();
    let mut from = 0;
    while let Some(found) = text[from..].find('%') {
        let start = from + found;
        let mut at = start + 1;
        let skip = |at: &mut usize, set: &dyn Fn(u8) -> bool| {
            while bytes.get(*at).is_some_and(|&b| set(b)) {
                *at += 1;
            }
        };
        skip(&mut at, &|b| b"+-#".contains(&b));
        let index = |at: &mut usize| {
            if bytes.get(*at) == Some(&b'[') {
                let digits = bytes[*at + 1..].iter().take_while(|b| b.is_ascii_digit()).count();
                if digits > 0 && bytes.get(*at + 1 + digits) == Some(&b']') {
                    *at += digits + 2;
                }
            }
        };
        index(&mut at);
        let number = |at: &mut usize| {
            if bytes.get(*at) == Some(&b'*') {
                *at += 1;
            } else {
                skip(at, &|b| b.is_ascii_digit());
            }
        };
        number(&mut at);
        if bytes.get(at) == Some(&b'.') {
            at += 1;
            index(&mut at);
            number(&mut at);
        }
        index(&mut at);
        if bytes.get(at).is_some_and(|b| b"bcdefgopqstvxEFGTUX".contains(b)) {
            return Some(text[start..=at].to_string());
        }
        from = start + 1;
    }
    None
}
