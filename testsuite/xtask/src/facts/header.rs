//! Headers of functions as text: which parameter stands at an offset.

/// Where the parts of a function's header are, as offsets of their parentheses.
pub(super) struct Header {
    receiver: Option<(usize, usize)>,
    params: (usize, usize),
    /// The results' names.
    results: Vec<String>,
}

impl Header {
    /// Parses the header whose name, or whose receiver's parenthesis, stands at `at`.
    pub(super) fn parse(text: &[u8], mut at: usize) -> Header {
        let mut receiver = None;
        if text.get(at) == Some(&b'(') {
            let end = group(text, at);
            receiver = Some((at, end));
            at = end + 1;
        }
        while at < text.len() && text[at] != b'(' {
            if text[at] == b'[' {
                at = group(text, at);
            }
            at += 1;
        }
        let end = group(text, at);
        let mut next = end + 1;
        while text.get(next) == Some(&b' ') {
            next += 1;
        }
        let mut results = Vec::new();
        if text.get(next) == Some(&b'(') {
            let list = String::from_utf8_lossy(&text[next + 1..group(text, next)]).into_owned();
            results = split_list(&list).iter().map(|p| p.split(' ').next().unwrap_or_default().to_string()).collect();
        }
        Header { receiver, params: (at, end), results }
    }

    /// All parameters, as [`Header::param`] has them.
    pub(super) fn all_params(&self, text: &[u8]) -> Vec<String> {
        let (from, to) = self.params;
        let list = String::from_utf8_lossy(&text[from + 1..to]).into_owned();
        let count = if list.trim().is_empty() { 0 } else { split_list(&list).iter().filter(|p| !p.is_empty()).count() };
        self.receiver.map(|_| String::from("r")).into_iter().chain((0..count).map(|i| i.to_string())).collect()
    }

    /// Whether a parameter is a function or an iterator.
    pub(super) fn takes_functions(&self, text: &[u8]) -> bool {
        let (from, to) = self.params;
        let list = String::from_utf8_lossy(&text[from + 1..to]).into_owned();
        list.contains("func(") || list.contains("Seq[") || list.contains("Seq2[")
    }

    /// The number of a result, by its name or by that of one without a name.
    pub(super) fn result(&self, name: &str) -> Option<usize> {
        let number = name.strip_prefix("~r").or_else(|| name.strip_prefix("~b"));
        number.and_then(|n| n.parse().ok()).or_else(|| self.results.iter().position(|r| r == name))
    }

    /// The number of the parameter at an offset; `r` for the receiver.
    pub(super) fn param(&self, text: &[u8], at: usize) -> Option<String> {
        if self.receiver.is_some_and(|(from, to)| from < at && at < to) {
            return Some(String::from("r"));
        }
        let (from, to) = self.params;
        if at <= from || at >= to {
            return None;
        }
        let before = String::from_utf8_lossy(&text[from + 1..at]).into_owned();
        Some((split_list(&before).len() - 1).to_string())
    }
}

/// The offset of the bracket that closes the one at `at`.
fn group(text: &[u8], at: usize) -> usize {
    let mut depth = 0;
    for (i, c) in text.iter().enumerate().skip(at) {
        match c {
            b'(' | b'[' | b'{' => depth += 1,
            b')' | b']' | b'}' => {
                depth -= 1;
                if depth == 0 {
                    return i;
                }
            }
            _ => {}
        }
    }
    text.len().saturating_sub(1)
}

/// The parts between commas that stand in no brackets, without the blanks around them.
pub(super) fn split_list(text: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut depth = 0;
    for c in text.chars() {
        match c {
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth -= 1,
            ',' if depth == 0 => {
                parts.push(String::new());
                continue;
            }
            _ => {}
        }
        if let Some(last) = parts.last_mut() {
            last.push(c);
        }
    }
    parts.iter().map(|p| p.trim().to_string()).collect()
}
