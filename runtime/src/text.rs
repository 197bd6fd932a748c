//! Strings: concatenation, conversions, runes.

use crate::goroutine::G;
use crate::heap::{allocate, classes};
use crate::select::Pair;
use crate::{side, stack};
use golift_abi::Str;
use golift_abi::goroutine::ON_SIDE;

/// Size of the buffers that compiled code lends for small results.
const BUFFER: usize = golift_abi::STRING_BUFFER as usize;
const RUNE_ERROR: u32 = 0xfffd;

/// A string's bytes.
pub(crate) fn of(s: Str) -> &'static [u8] {
    crate::program::table(s.ptr, s.len)
}

/// A string for a message.
pub(crate) fn lossy(s: Str) -> String {
    String::from_utf8_lossy(of(s)).into_owned()
}

/// Copies text to the Go heap.
pub(crate) unsafe fn from_rust(g: *mut G, text: &[u8]) -> Str {
    // SAFETY: g runs.
    unsafe {
        let p = allocate::bytes(g, text.len());
        core::ptr::copy_nonoverlapping(text.as_ptr(), p, text.len());
        Str { ptr: p, len: text.len() }
    }
}

unsafe fn room(g: *mut G, buf: *mut u8, n: usize) -> *mut u8 {
    if !buf.is_null() && !side::wanted(buf) && n <= BUFFER {
        // SAFETY: g runs.
        unsafe { side::count_slot(g, n) };
        return buf;
    }
    // SAFETY: g runs; the callers fill all of it.
    unsafe { side::bytes(g, buf, n, n) }
}

/// concat(buf, strings, n).
pub(crate) unsafe extern "C" fn rt_concat(g: *mut G, buf: *mut u8, strings: *const Str, n: usize) -> Pair {
    // SAFETY: compiled code passes n valid strings.
    unsafe {
        let list = crate::program::table(strings, n);
        let mut total = 0usize;
        let mut parts = 0;
        let mut only = Str { ptr: core::ptr::null(), len: 0 };
        for s in list {
            if s.len != 0 {
                total = total.saturating_add(s.len);
                parts += 1;
                only = *s;
            }
        }
        if total > 1 << 47 {
            crate::fatal::throw("string concatenation too long");
        }
        // One string is the result, unless it lies where the result may outlive it: on a stack, also that of another
        // goroutine, which waits for this one.
        let address = only.ptr as usize;
        let lasts = || !stack::contains(address) && !side::contains(address);
        if parts == 0 || (parts == 1 && lasts()) {
            return Pair(only.ptr as u64, only.len as u64);
        }
        let p = room(g, buf, total);
        let mut at = p;
        for s in list {
            core::ptr::copy_nonoverlapping(s.ptr, at, s.len);
            at = at.add(s.len);
        }
        Pair(p as u64, total as u64)
    }
}

static SINGLE: [u8; 256] = {
    let mut table = [0; 256];
    let mut i = 0;
    while i < 256 {
        table[i] = i as u8;
        i += 1;
    }
    table
};

/// slicebytetostring(buf, ptr, len).
pub(crate) unsafe extern "C" fn rt_bytes_to_string(g: *mut G, buf: *mut u8, ptr: *const u8, len: usize) -> Pair {
    // SAFETY: valid bytes.
    unsafe {
        if len == 0 {
            return Pair(0, 0);
        }
        if len == 1 {
            return Pair(&raw const SINGLE[*ptr as usize] as u64, 1);
        }
        let p = room(g, buf, len);
        core::ptr::copy_nonoverlapping(ptr, p, len);
        Pair(p as u64, len as u64)
    }
}

/// stringtoslicebyte(buf, ptr, len): (ptr, cap).
pub(crate) unsafe extern "C" fn rt_string_to_bytes(g: *mut G, buf: *mut u8, ptr: *const u8, len: usize) -> Pair {
    // SAFETY: a valid string.
    unsafe {
        let (p, cap) = if !buf.is_null() && !side::wanted(buf) && len <= BUFFER {
            core::ptr::write_bytes(buf, 0, BUFFER);
            side::count_slot(g, BUFFER);
            (buf, BUFFER)
        } else {
            let cap = classes::round_up(len, true);
            (side::bytes(g, buf, cap, len), cap)
        };
        core::ptr::copy_nonoverlapping(ptr, p, len);
        Pair(p as u64, cap as u64)
    }
}

/// The rune at the start of `bytes` and its length; invalid encodings give U+FFFD and 1. Not for empty input.
#[inline]
pub(crate) fn decode(bytes: &[u8]) -> (u32, usize) {
    let b0 = u32::from(bytes[0]);
    if b0 < 0x80 {
        return (b0, 1);
    }
    let continuation = |i: usize| bytes.get(i).map_or(0, |&b| u32::from(b)).wrapping_sub(0x80);
    let bad = (RUNE_ERROR, 1);
    if !(0xc2..0xf5).contains(&b0) {
        return bad;
    }
    let b1 = continuation(1);
    if b1 > 0x3f {
        return bad;
    }
    if b0 < 0xe0 {
        return ((b0 & 0x1f) << 6 | b1, 2);
    }
    let b2 = continuation(2);
    if b2 > 0x3f {
        return bad;
    }
    if b0 < 0xf0 {
        let r = (b0 & 0x0f) << 12 | b1 << 6 | b2;
        return if r < 0x800 || (0xd800..0xe000).contains(&r) { bad } else { (r, 3) };
    }
    let b3 = continuation(3);
    if b3 > 0x3f {
        return bad;
    }
    let r = (b0 & 0x07) << 18 | b1 << 12 | b2 << 6 | b3;
    if (0x10000..0x110000).contains(&r) { (r, 4) } else { bad }
}

/// Encodes a rune (U+FFFD for invalid ones); the length.
#[inline]
pub(crate) fn encode(rune: u32, out: &mut [u8; 4]) -> usize {
    char::from_u32(rune).unwrap_or(char::REPLACEMENT_CHARACTER).encode_utf8(out).len()
}

/// stringtoslicerune(ptr, len, out cap): (ptr, len).
pub(crate) unsafe extern "C" fn rt_string_to_runes(g: *mut G, ptr: *const u8, len: usize, cap: *mut u64) -> Pair {
    // SAFETY: a valid string; cap is a slot of the caller.
    unsafe { runes_of(g, core::ptr::null(), ptr, len, cap) }
}

/// stringtoslicerune on the side stack.
pub(crate) unsafe extern "C" fn rt_side_string_to_runes(g: *mut G, ptr: *const u8, len: usize, cap: *mut u64) -> Pair {
    // SAFETY: as rt_string_to_runes.
    unsafe { runes_of(g, ON_SIDE as *const u8, ptr, len, cap) }
}

unsafe fn runes_of(g: *mut G, buf: *const u8, ptr: *const u8, len: usize, cap: *mut u64) -> Pair {
    // SAFETY: as rt_string_to_runes.
    unsafe {
        let n = count(crate::program::table(ptr, len));
        let bytes = classes::round_up(n * 4, true);
        let p = side::bytes(g, buf, bytes, n * 4).cast::<u32>();
        let mut rest = crate::program::table(ptr, len);
        let mut i = 0;
        while !rest.is_empty() {
            let (rune, width) = decode(rest);
            *p.add(i) = rune;
            i += 1;
            rest = &rest[width..];
        }
        *cap = (bytes / 4) as u64;
        Pair(p as u64, n as u64)
    }
}

/// slicerunetostring(buf, ptr, len).
pub(crate) unsafe extern "C" fn rt_runes_to_string(g: *mut G, buf: *mut u8, ptr: *const u32, len: usize) -> Pair {
    // SAFETY: valid runes.
    unsafe {
        let runes = crate::program::table(ptr, len);
        let mut one = [0; 4];
        let total: usize = runes.iter().map(|&r| encode(r, &mut one)).sum();
        let p = room(g, buf, total);
        let mut at = p;
        for &r in runes {
            let n = encode(r, &mut one);
            core::ptr::copy_nonoverlapping(one.as_ptr(), at, n);
            at = at.add(n);
        }
        Pair(p as u64, total as u64)
    }
}

/// intstring(buf, rune).
pub(crate) unsafe extern "C" fn rt_rune_to_string(g: *mut G, buf: *mut u8, rune: i64) -> Pair {
    // SAFETY: g runs.
    unsafe {
        let mut one = [0; 4];
        let n = encode(u32::try_from(rune).unwrap_or(RUNE_ERROR), &mut one);
        let p = room(g, buf, n);
        core::ptr::copy_nonoverlapping(one.as_ptr(), p, n);
        Pair(p as u64, n as u64)
    }
}

/// decoderune(ptr, len, index): (rune, next index).
pub(crate) unsafe extern "C" fn rt_decoderune(_g: *mut G, ptr: *const u8, len: usize, index: usize) -> Pair {
    let bytes = crate::program::table(ptr, len);
    if index >= len {
        return Pair(u64::from(RUNE_ERROR), index as u64 + 1);
    }
    let (rune, width) = decode(&bytes[index..]);
    Pair(u64::from(rune), (index + width) as u64)
}

fn count(mut bytes: &[u8]) -> usize {
    let mut n = 0;
    while let Some(&b) = bytes.first() {
        let width = if b < 0x80 { 1 } else { decode(bytes).1 };
        bytes = &bytes[width..];
        n += 1;
    }
    n
}

/// countrunes(ptr, len).
pub(crate) unsafe extern "C" fn rt_countrunes(_g: *mut G, ptr: *const u8, len: usize) -> u64 {
    count(crate::program::table(ptr, len)) as u64
}

/// cmpstring(p, plen, q, qlen): -1, 0, 1.
pub(crate) unsafe extern "C" fn rt_cmpstring(_g: *mut G, p: *const u8, plen: usize, q: *const u8, qlen: usize) -> i64 {
    crate::program::table(p, plen).cmp(crate::program::table(q, qlen)) as i64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decoding_agrees_with_the_standard_library() {
        for c in ('\0'..=char::MAX).step_by(37) {
            let mut buf = [0; 4];
            let s = c.encode_utf8(&mut buf);
            assert_eq!(decode(s.as_bytes()), (c as u32, s.len()));
        }
        for bad in [&b"\x80"[..], b"\xc0\x80", b"\xe0\x80\x80", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xff", b"\xe4\xb8"] {
            assert_eq!(decode(bad), (RUNE_ERROR, 1), "{bad:x?}");
        }
        assert_eq!(count("aé世😀\u{fffd}".as_bytes()), 5);
    }
}
