//! Shorter forms of one line of a program, whether they compile or not.

/// The forms, the shortest first as a rule.
pub(super) fn smaller_lines(line: &str) -> Vec<String> {
    let mut out = Vec::new();
    let text = line.trim_start();
    // A variable without its value.
    if text.starts_with("var ")
        && let Some(at) = line.find(" = ")
    {
        out.push(line[..at].to_string());
    }
    for (open, close) in groups(line) {
        let inner = &line[open + 1..close];
        if inner.is_empty() || text.starts_with("//") {
            continue;
        }
        let items = split(inner);
        let head = line[..open].trim_end_matches(|c: char| c.is_alphanumeric() || "_.[]*".contains(c));
        let rest = &line[close + 1..];
        match line.as_bytes()[open] {
            b'{' => {
                out.push(format!("{}{}", &line[..=open], &line[close..]));
                if items.len() > 1 {
                    out.extend(without_each(line, open, close, &items));
                }
            }
            b'(' => {
                // A call becomes one of its arguments, or loses one.
                out.extend(items.iter().map(|item| format!("{head}{item}{rest}")));
                out.push(format!("{}{}", &line[..=open], &line[close..]));
                if items.len() > 1 {
                    out.extend(without_each(line, open, close, &items));
                }
            }
            _ => {}
        }
    }
    for op in [" + ", " && ", " || "] {
        for (at, _) in line.match_indices(op) {
            let (left, right) = (&line[..at], &line[at + op.len()..]);
            let word_end = right.find([' ', ')', ',', '{']).unwrap_or(right.len());
            out.push(format!("{left}{}", &right[word_end..]));
        }
    }
    out
}

fn without_each(line: &str, open: usize, close: usize, items: &[&str]) -> Vec<String> {
    (0..items.len())
        .map(|n| {
            let kept: Vec<&str> = items.iter().enumerate().filter(|(i, _)| *i != n).map(|(_, item)| *item).collect();
            format!("{}{}{}", &line[..=open], kept.join(", "), &line[close..])
        })
        .collect()
}

/// The bracketed parts of a line: places of the brackets, outer ones first. Texts in quotes have none.
fn groups(line: &str) -> Vec<(usize, usize)> {
    let (mut stack, mut out, mut quoted) = (Vec::new(), Vec::new(), None);
    for (i, c) in line.char_indices() {
        match (quoted, c) {
            (Some(q), _) if q == c => quoted = None,
            (Some(_), _) => {}
            (None, '"' | '\'' | '`') => quoted = Some(c),
            (None, '(' | '{' | '[') => stack.push(i),
            (None, ')' | '}' | ']') => out.extend(stack.pop().map(|open| (open, i))),
            _ => {}
        }
    }
    out.sort_unstable();
    out
}

/// The parts between commas outside of brackets.
fn split(inner: &str) -> Vec<&str> {
    let (mut out, mut depth, mut from, mut quoted) = (Vec::new(), 0, 0, None);
    for (i, c) in inner.char_indices() {
        match (quoted, c) {
            (Some(q), _) if q == c => quoted = None,
            (Some(_), _) => {}
            (None, '"' | '\'' | '`') => quoted = Some(c),
            (None, '(' | '{' | '[') => depth += 1,
            (None, ')' | '}' | ']') => depth -= 1,
            (None, ',') if depth == 0 => {
                out.push(inner[from..i].trim());
                from = i + 1;
            }
            _ => {}
        }
    }
    out.push(inner[from..].trim());
    out
}
