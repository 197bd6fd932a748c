//! `print` and `println`, and how uncaught panics print their values.

use crate::goroutine::G;
use crate::text;
use golift_abi::Str;
use golift_abi::typedesc::{FLAG_DIRECT_IFACE, Kind, TypeDesc};

/// Writes to the standard error stream.
pub(crate) fn write_err(mut bytes: &[u8]) {
    while !bytes.is_empty() {
        // SAFETY: valid bytes.
        let n = unsafe { libc::write(2, bytes.as_ptr().cast(), bytes.len()) };
        if n <= 0 {
            return;
        }
        bytes = &bytes[n as usize..];
    }
}

/// A float as `print` shows it: the shortest text that reads back the same, with an exponent if it is below -4 or above 5.
/// `shortest` is Rust's scientific notation of the absolute value.
fn float_digits(negative: bool, shortest: &str) -> String {
    let (mantissa, exponent) = shortest.split_once('e').unwrap_or((shortest, "0"));
    let exponent: i32 = exponent.parse().unwrap_or(0);
    let sign = if negative { "-" } else { "" };
    if !(-4..6).contains(&exponent) {
        let exponent_sign = if exponent < 0 { '-' } else { '+' };
        return format!("{sign}{mantissa}e{exponent_sign}{:02}", exponent.abs());
    }
    let digits: String = mantissa.chars().filter(char::is_ascii_digit).collect();
    if exponent < 0 {
        return format!("{sign}0.{}{digits}", "0".repeat((-exponent - 1) as usize));
    }
    let whole = exponent as usize + 1;
    if digits.len() <= whole {
        return format!("{sign}{digits}{}", "0".repeat(whole - digits.len()));
    }
    format!("{sign}{}.{}", &digits[..whole], &digits[whole..])
}

/// See [`float_digits`].
pub(crate) fn float_text(f: f64) -> String {
    if f.is_nan() {
        return "NaN".into();
    }
    if f.is_infinite() {
        return if f > 0.0 { "+Inf".into() } else { "-Inf".into() };
    }
    float_digits(f.is_sign_negative(), &format!("{:e}", f.abs()))
}

/// See [`float_digits`].
pub(crate) fn float32_text(f: f32) -> String {
    if f.is_finite() { float_digits(f.is_sign_negative(), &format!("{:e}", f.abs())) } else { float_text(f64::from(f)) }
}

/// `(1+2i)` from the texts of the parts.
fn complex_text(re: &str, im: &str) -> String {
    let plus = if im.starts_with(['+', '-']) { "" } else { "+" };
    format!("({re}{plus}{im}i)")
}

macro_rules! printer {
    ($(#[$doc:meta])* $name:ident($($arg:ident: $ty:ty),*) $text:expr) => {
        $(#[$doc])*
        pub(crate) unsafe extern "C" fn $name(_g: *mut G, $($arg: $ty),*) {
            write_err($text.as_bytes());
        }
    };
}

printer!(/** print(bool). */ rt_printbool(v: u8) if v & 1 != 0 { "true" } else { "false" });
printer!(/** print(signed). */ rt_printint(v: i64) v.to_string());
printer!(/** print(unsigned). */ rt_printuint(v: u64) v.to_string());
printer!(/** print(hex). */ rt_printhex(v: u64) format!("{v:#x}"));
printer!(/** print(float). */ rt_printfloat(v: f64) float_text(v));
printer!(/** print(float32). */ rt_printfloat32(v: f32) float32_text(v));
printer!(/** print(complex). */ rt_printcomplex(re: f64, im: f64) complex_text(&float_text(re), &float_text(im)));
printer!(/** print(complex64). */ rt_printcomplex64(re: f32, im: f32) complex_text(&float32_text(re), &float32_text(im)));
printer!(/** print(pointer). */ rt_printpointer(v: usize) format!("{v:#x}"));
printer!(/** print(slice). */ rt_printslice(p: usize, len: i64, cap: i64) format!("[{len}/{cap}]{p:#x}"));
printer!(/** print(interface). */ rt_printiface(t: usize, d: usize) format!("({t:#x},{d:#x})"));

/// print(string).
pub(crate) unsafe extern "C" fn rt_printstring(_g: *mut G, ptr: *const u8, len: usize) {
    write_err(crate::program::table(ptr, len));
}

/// Lines after the first get a tab, so that the text cannot be mistaken for a traceback.
pub(crate) fn indent_lines(s: &str) -> String {
    s.replace('\n', "\n\t")
}

/// The value of an uncaught panic that is neither an error nor a Stringer.
pub(crate) unsafe fn panic_value(ty: *const TypeDesc, data: *const u8) -> String {
    // SAFETY: an interface's type and data word.
    unsafe {
        let Some(t) = ty.as_ref() else { return "nil".into() };
        let name = text::lossy(t.string);
        let direct = t.flags & FLAG_DIRECT_IFACE != 0;
        let word = &raw const data;
        let p: *const u8 = if direct { word.cast() } else { data };
        let kinds = [
            Kind::Bool, Kind::Int, Kind::Int8, Kind::Int16, Kind::Int32, Kind::Int64, Kind::Uint, Kind::Uint8, Kind::Uint16,
            Kind::Uint32, Kind::Uint64, Kind::Uintptr, Kind::Float32, Kind::Float64, Kind::Complex64, Kind::Complex128, Kind::String,
        ];
        let Some(kind) = kinds.into_iter().find(|&k| k as u8 == t.kind) else {
            return format!("({name}) {data:p}");
        };
        let basic = t.uncommon.is_null() && !name.contains('.');
        let value = match kind {
            Kind::Bool => (*p != 0).to_string(),
            Kind::Int | Kind::Int64 => p.cast::<i64>().read().to_string(),
            Kind::Int8 => p.cast::<i8>().read().to_string(),
            Kind::Int16 => p.cast::<i16>().read().to_string(),
            Kind::Int32 => p.cast::<i32>().read().to_string(),
            Kind::Uint | Kind::Uint64 | Kind::Uintptr => p.cast::<u64>().read().to_string(),
            Kind::Uint8 => p.read().to_string(),
            Kind::Uint16 => p.cast::<u16>().read().to_string(),
            Kind::Uint32 => p.cast::<u32>().read().to_string(),
            Kind::Float32 => float32_text(p.cast::<f32>().read()),
            Kind::Float64 => float_text(p.cast::<f64>().read()),
            Kind::Complex64 => {
                let c = p.cast::<[f32; 2]>().read();
                complex_text(&float32_text(c[0]), &float32_text(c[1]))
            }
            Kind::Complex128 => {
                let c = p.cast::<[f64; 2]>().read();
                complex_text(&float_text(c[0]), &float_text(c[1]))
            }
            _ => {
                let s = indent_lines(&text::lossy(p.cast::<Str>().read()));
                if basic { s } else { format!("\"{s}\"") }
            }
        };
        if basic {
            return value;
        }
        format!("{name}({})", value.trim_start_matches('(').trim_end_matches(')'))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn floats_print_as_the_official_print_does() {
        let cases = [
            (1e21, "1e+21"), (1e-5, "1e-05"), (0.1, "0.1"), (100000.0, "100000"), (1e6, "1e+06"), (123456789.0, "1.23456789e+08"),
            (-0.0, "-0"), (0.0001234, "0.0001234"), (2.0, "2"), (2.5, "2.5"), (5e-324, "5e-324"), (12345.5, "12345.5"),
        ];
        for (f, text) in cases {
            assert_eq!(float_text(f), text);
        }
        assert_eq!(float32_text(0.1), "0.1");
        assert_eq!(complex_text(&float_text(1.0), &float_text(-2.5)), "(1-2.5i)");
    }
}
