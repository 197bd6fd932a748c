//! Source bytes that are no part of Go text: invalid UTF-8, NUL, byte order marks.
//!
//! As in the official scanner such bytes are reported and then skipped wherever they stand, even inside tokens.
//! A file that has any is lexed from a cleaned copy; [`Gaps`] maps offsets of the copy back to the file.

/// The byte that stands for an invalid one in a text made by [`decode_source`].
const MARK: u8 = 0x1A;
/// Ends a text that holds marks; a NUL there is no source text.
const TRAILER: &str = "\u{1A}\0\u{1A}";

/// Makes a text of a file's bytes. Byte offsets stay: every invalid byte becomes one marker byte,
/// and a trailer after the end tells the lexer that markers are there.
/// Returns the text and the invalid bytes' offsets with their message (which the lexer will report too).
pub fn decode_source(bytes: Vec<u8>) -> (String, Vec<(u32, String)>) {
    let bytes = match String::from_utf8(bytes) {
        Ok(text) => return (text, Vec::new()),
        Err(e) => e.into_bytes(),
    };
    let mut text = String::with_capacity(bytes.len() + TRAILER.len());
    let mut found = Vec::new();
    let mut rest = &bytes[..];
    while !rest.is_empty() {
        match std::str::from_utf8(rest) {
            Ok(good) => {
                text.push_str(good);
                rest = &[];
            }
            Err(e) => {
                let (good, bad) = rest.split_at(e.valid_up_to());
                text.push_str(std::str::from_utf8(good).unwrap_or_default());
                found.push((text.len() as u32, "invalid UTF-8 encoding".to_string()));
                text.push(MARK as char);
                rest = &bad[1..];
            }
        }
    }
    text.push_str(TRAILER);
    (text, found)
}

/// The offsets where bytes were left out of a cleaned text.
#[derive(Debug, Default)]
pub(crate) struct Gaps {
    /// (offset in the cleaned text, bytes left out up to there), ascending.
    at: Vec<(u32, u32)>,
}

impl Gaps {
    /// The offset in the file of an offset in the cleaned text.
    #[inline]
    pub(crate) fn original(&self, off: u32) -> u32 {
        if self.at.is_empty() { off } else { off + self.shift(off) }
    }

    #[cold]
    fn shift(&self, off: u32) -> u32 {
        let i = self.at.partition_point(|&(o, _)| o <= off);
        i.checked_sub(1).map_or(0, |i| self.at[i].1)
    }
}

/// A cleaned text and what was wrong.
pub(crate) struct Cleaned {
    pub(crate) text: String,
    pub(crate) gaps: Gaps,
    /// Offsets in the file.
    pub(crate) errors: Vec<(u32, String)>,
}

/// Cleans `text`, or returns `None` when there is nothing to clean.
pub(crate) fn clean(text: &str) -> Option<Cleaned> {
    let marked = text.ends_with(TRAILER);
    let bytes = text.as_bytes();
    if !marked && !bytes.contains(&0) && !text.contains('\u{FEFF}') {
        return None;
    }
    let end = if marked { text.len() - TRAILER.len() } else { text.len() };
    let mut out = Cleaned { text: String::with_capacity(end), gaps: Gaps::default(), errors: Vec::new() };
    let mut left_out = 0;
    let mut from = 0;
    let mut i = 0;
    while i < end {
        let (len, msg) = match bytes[i] {
            0 => (1, "invalid NUL character"),
            MARK if marked => (1, "invalid UTF-8 encoding"),
            0xEF if bytes[i..].starts_with(b"\xEF\xBB\xBF") => {
                (3, if i > 0 { "invalid BOM in the middle of the file" } else { "" })
            }
            _ => {
                i += 1;
                continue;
            }
        };
        out.text.push_str(&text[from..i]);
        if !msg.is_empty() {
            out.errors.push((i as u32, msg.to_string()));
        }
        left_out += len as u32;
        out.gaps.at.push((out.text.len() as u32, left_out));
        i += len;
        from = i;
    }
    out.text.push_str(&text[from..end]);
    Some(out)
}
