//! What an example function's last comment says that it prints (package testing, "Examples").
//!
//! Input: the text of the body. Output: the text after `Output:` or `Unordered output:`, without comment markers.

/// The output that an example is expected to have.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Expected {
    /// The lines.
    pub(crate) text: String,
    /// Whether the lines may come in any order.
    pub(crate) unordered: bool,
}

/// Reads the last comment in the body of a function; `None` if it says nothing of output.
pub(crate) fn expected_output(body: &str) -> Option<Expected> {
    let text = group_text(&last_group(body)?);
    let trimmed = text.trim_start();
    let lower = trimmed.to_ascii_lowercase();
    let (unordered, rest) = match lower.strip_prefix("unordered ") {
        Some(rest) => (true, rest),
        None => (false, lower.as_str()),
    };
    let rest = rest.strip_prefix("output:")?;
    let text = trimmed[trimmed.len() - rest.len()..].trim_start_matches(' ');
    Some(Expected { text: text.strip_prefix('\n').unwrap_or(text).to_string(), unordered })
}

/// The comments of the last group: those with nothing but one line end between them.
fn last_group(body: &str) -> Option<Vec<&str>> {
    let bytes = body.as_bytes();
    let mut group: Vec<&str> = Vec::new();
    // Whether something else has come since, and how many line ends.
    let (mut apart, mut lines) = (true, 0);
    let mut at = 0;
    while at < bytes.len() {
        let rest = &bytes[at..];
        let len = match rest[0] {
            b'/' if rest.starts_with(b"//") => rest.iter().position(|&b| b == b'\n').unwrap_or(rest.len()),
            b'/' if rest.starts_with(b"/*") => body[at + 2..].find("*/").map_or(rest.len(), |i| i + 4),
            b'`' => rest[1..].iter().position(|&b| b == b'`').map_or(rest.len(), |i| i + 2),
            quote @ (b'"' | b'\'') => {
                let mut end = 1;
                while end < rest.len() && rest[end] != quote && rest[end] != b'\n' {
                    end += if rest[end] == b'\\' { 2 } else { 1 };
                }
                (end + 1).min(rest.len())
            }
            _ => 1,
        };
        let comment = len > 1 && rest[0] == b'/';
        if comment {
            if apart || lines > 1 {
                group.clear();
            }
            group.push(body.get(at..at + len)?);
            (apart, lines) = (false, 0);
        } else if rest[0] == b'\n' {
            lines += 1;
        } else if !rest[0].is_ascii_whitespace() {
            apart = true;
        }
        at += len;
    }
    (!group.is_empty()).then_some(group)
}

/// The text of comments as documentation shows it: without markers, directives, spaces at line ends, and more than one
/// empty line in a row.
fn group_text(comments: &[&str]) -> String {
    let mut lines: Vec<&str> = Vec::new();
    for comment in comments {
        if let Some(inner) = comment.strip_prefix("/*") {
            lines.extend(inner.strip_suffix("*/").unwrap_or(inner).split('\n'));
        } else if let Some(line) = comment.strip_prefix("//").filter(|l| !is_directive(l)) {
            lines.push(line.strip_prefix(' ').unwrap_or(line));
        }
    }
    let mut out: Vec<&str> = Vec::new();
    for line in lines.iter().map(|l| l.trim_end()) {
        if !line.is_empty() || out.last().is_some_and(|l| !l.is_empty()) {
            out.push(line);
        }
    }
    let mut text = out.join("\n");
    if !text.is_empty() && !text.ends_with('\n') {
        text.push('\n');
    }
    text
}

/// `//go:noinline`, `//line x`: a word of small letters and digits, a colon, and such a letter.
fn is_directive(line: &str) -> bool {
    let small = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit();
    ["line ", "extern ", "export "].iter().any(|p| line.starts_with(p))
        || line.split_once(':').is_some_and(|(word, rest)| !word.is_empty() && word.chars().all(small) && rest.starts_with(small))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(body: &str, text: &str, unordered: bool) {
        assert_eq!(expected_output(body), Some(Expected { text: text.into(), unordered }), "{body}");
    }

    #[test]
    fn the_last_comment_counts() {
        check("\n\tp(\"// Output: 3\")\n\t// Output: 1\n\t// 2\n", "1\n2\n", false);
        check("// Unordered Output:\n//\n// a\n//  b  \n", "\na\n b\n", true);
        check("/* output: x\ny */", "x\ny\n", false);
        check("// Output:\n", "", false);
        check("f('\\'')\n//output: x\n//go:noinline\n// y", "x\ny\n", false);
        assert_eq!(expected_output("// Output: 1\n\n// more\n"), None);
        assert_eq!(expected_output("// Output: 1\nf()\n// more\n"), None);
        assert_eq!(expected_output("f()\n"), None);
    }
}
