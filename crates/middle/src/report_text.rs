//! Type literals as `-m` reports print them, in the model's messages and in golift's own.

/// Struct and interface literals with blanks: `struct { x int; y int }`, `struct {}`.
pub(crate) fn spaced(text: &str) -> String {
    if !text.contains("struct{") && !text.contains("interface{") {
        return text.to_owned();
    }
    let mut out = String::new();
    let mut chars = text.chars().peekable();
    let mut open = Vec::new();
    while let Some(c) = chars.next() {
        match c {
            '{' => {
                let full = chars.peek() != Some(&'}');
                open.push(full);
                out.push_str(if full { " { " } else { " {" });
            }
            '}' => out.push_str(if open.pop() == Some(true) { " }" } else { "}" }),
            c => out.push(c),
        }
    }
    out
}
