//! Type literals as `-m` reports print them, in the model's messages and in golift's own.

/// Struct and interface literals with blanks: `struct { x int; y int }`, `struct {}`.
pub(crate) fn spaced(text: &str) -> String {
    if !text.contains("struct{") && !text.contains("interface{") {
        return text.to_owned();
    }
    let mut out = String::new();
    let mut chars = text.chars().peekable();
    // Of each open brace, what closes it.
    let mut open = Vec::new();
    while let Some(c) = chars.next() {
        match c {
            '{' if out.ends_with(' ') => {
                open.push("}");
                out.push('{');
            }
            '{' => {
                let full = chars.peek() != Some(&'}');
                open.push(if full { " }" } else { "}" });
                out.push_str(if full { " { " } else { " {" });
            }
            '}' => out.push_str(open.pop().unwrap_or("}")),
            c => out.push(c),
        }
    }
    out
}
