//! Build constraints at the head of a test file: `//go:build` expressions and the older `// +build` lines.
//!
//! A line of the older form is a disjunction of its words, a word a conjunction of its comma-separated terms;
//! several lines must all hold.

/// The first constraint line among the head's lines that does not hold on this platform.
pub(crate) fn excluded(head: &str) -> Option<&str> {
    head.lines().find(|line| !line_holds(line))
}

fn line_holds(line: &str) -> bool {
    if let Some(expr) = line.strip_prefix("//go:build ") {
        let mut p = Parser { tokens: tokens(expr), at: 0 };
        return p.or();
    }
    let Some(words) = line.strip_prefix("//").and_then(|l| l.trim_start().strip_prefix("+build ")) else { return true };
    words.split_whitespace().any(|word| {
        word.split(',').all(|term| match term.strip_prefix('!') {
            Some(tag) => !tag_holds(tag),
            None => tag_holds(term),
        })
    })
}

/// Whether a tag is set. `cgo` is not: golift has none.
fn tag_holds(tag: &str) -> bool {
    let arch = if cfg!(target_arch = "aarch64") { "arm64" } else { "amd64" };
    if let Some(minor) = tag.strip_prefix("go1.") {
        return minor.parse::<u32>().is_ok_and(|m| m <= 27);
    }
    tag == "linux" || tag == "unix" || tag == arch || tag == "gc" || tag == "test_run"
}

fn tokens(expr: &str) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let mut word = String::new();
    for c in expr.chars() {
        if c.is_alphanumeric() || c == '_' || c == '.' {
            word.push(c);
            continue;
        }
        if !word.is_empty() {
            out.push(std::mem::take(&mut word));
        }
        match (c, out.last_mut()) {
            ('&', Some(last)) if last == "&" => last.push(c),
            ('|', Some(last)) if last == "|" => last.push(c),
            (' ' | '\t', _) => {}
            _ => out.push(c.to_string()),
        }
    }
    out.extend(Some(word).filter(|w| !w.is_empty()));
    out
}

struct Parser {
    tokens: Vec<String>,
    at: usize,
}

impl Parser {
    fn eat(&mut self, token: &str) -> bool {
        let hit = self.tokens.get(self.at).is_some_and(|t| t == token);
        self.at += usize::from(hit);
        hit
    }

    fn or(&mut self) -> bool {
        let mut value = self.and();
        while self.eat("||") {
            value |= self.and();
        }
        value
    }

    fn and(&mut self) -> bool {
        let mut value = self.not();
        while self.eat("&&") {
            value &= self.not();
        }
        value
    }

    fn not(&mut self) -> bool {
        if self.eat("!") {
            return !self.not();
        }
        if self.eat("(") {
            let value = self.or();
            self.eat(")");
            return value;
        }
        let tag = self.tokens.get(self.at).cloned().unwrap_or_default();
        self.at += 1;
        tag_holds(&tag)
    }
}

#[cfg(test)]
mod tests {
    use super::excluded;

    #[test]
    fn both_forms() {
        assert_eq!(excluded("// run\n//go:build linux && !cgo\n"), None);
        assert!(excluded("//go:build windows || (js && wasm)").is_some());
        assert!(excluded("// +build !linux").is_some());
        assert_eq!(excluded("// +build windows linux,gc\n// +build go1.18"), None);
    }
}
