//! Build constraints: `//go:build` and `// +build` lines (go command, "Build constraints").
//!
//! A file's text → the expression that decides whether the file belongs to a build, and the language version
//! that the expression asks for (`//go:build go1.21`). Whoever builds says which tags hold.

/// How many operators and tags an expression may have.
const MAX_SIZE: u32 = 1000;

/// The complaint about an expression that breaks off.
const END: &str = "unexpected end of expression";

/// A constraint.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum BuildExpr {
    /// `linux`.
    Tag(String),
    /// `!x`.
    Not(Box<BuildExpr>),
    /// `x && y`.
    And(Box<BuildExpr>, Box<BuildExpr>),
    /// `x || y`.
    Or(Box<BuildExpr>, Box<BuildExpr>),
}

impl BuildExpr {
    /// Whether the constraint holds where `tag` says which tags do.
    pub fn eval(&self, tag: &dyn Fn(&str) -> bool) -> bool {
        match self {
            BuildExpr::Tag(t) => tag(t),
            BuildExpr::Not(x) => !x.eval(tag),
            BuildExpr::And(x, y) => x.eval(tag) && y.eval(tag),
            BuildExpr::Or(x, y) => x.eval(tag) || y.eval(tag),
        }
    }

    /// The `N` of the oldest language version `go1.N` that the constraint holds for, if it implies one.
    pub fn go_version(&self) -> Option<u32> {
        self.min_version(true)
    }

    fn min_version(&self, positive: bool) -> Option<u32> {
        let both = |x: &BuildExpr, y: &BuildExpr, all: bool| {
            let (a, b) = (x.min_version(positive), y.min_version(positive));
            // `None` orders below every version.
            if all { a.max(b) } else { a.min(b) }
        };
        match self {
            BuildExpr::Tag(_) if !positive => None,
            BuildExpr::Tag(t) if t == "go1" => Some(0),
            BuildExpr::Tag(t) => t.strip_prefix("go1.")?.parse().ok(),
            BuildExpr::Not(x) => x.min_version(!positive),
            BuildExpr::And(x, y) => both(x, y, positive),
            BuildExpr::Or(x, y) => both(x, y, !positive),
        }
    }
}

/// A file's constraint: its `//go:build` line, or else its `// +build` lines, above the package clause.
///
/// # Errors
/// The go command's words for a line that cannot be read (`parsing //go:build line: missing close paren`).
pub fn build_constraint(text: &str) -> Result<Option<BuildExpr>, String> {
    let mut go_build = None;
    let mut plus: Vec<(usize, &str)> = Vec::new();
    // `// +build` lines count if a blank line follows before anything that is no `//` comment.
    let (mut plus_end, mut ended, mut in_comment) = (0, false, false);
    'lines: for (number, line) in text.lines().enumerate() {
        let line = line.trim();
        if line.is_empty() {
            if !ended {
                plus_end = number;
            }
            continue;
        }
        if !line.starts_with("//") {
            ended = true;
        }
        if !in_comment {
            if let Some(rest) = line.strip_prefix("//go:build")
                && (rest.is_empty() || rest.starts_with([' ', '\t']))
                && go_build.replace(rest).is_some()
            {
                return Err("multiple //go:build comments".into());
            }
            if let Some(rest) = line.strip_prefix("//").map(str::trim_start).and_then(|r| r.strip_prefix("+build"))
                && (rest.is_empty() || rest.starts_with([' ', '\t']))
            {
                plus.push((number, rest));
            }
        }
        let mut rest = line;
        while !rest.is_empty() {
            if in_comment {
                match rest.find("*/") {
                    Some(at) => {
                        in_comment = false;
                        rest = rest[at + 2..].trim_start();
                    }
                    None => continue 'lines,
                }
            } else if rest.starts_with("//") {
                continue 'lines;
            } else if let Some(inner) = rest.strip_prefix("/*") {
                in_comment = true;
                rest = inner;
            } else {
                break 'lines;
            }
        }
    }
    if let Some(line) = go_build {
        return parse_line(line).map(Some).map_err(|e| format!("parsing //go:build line: {e}"));
    }
    let lines = plus.into_iter().filter(|&(n, _)| n < plus_end);
    Ok(lines.map(|(_, l)| plus_build(l)).reduce(|x, y| BuildExpr::And(Box::new(x), Box::new(y))))
}

/// Reads the expression of a `//go:build` line.
///
/// # Errors
/// What is wrong with it, in the go command's words.
pub fn parse_line(text: &str) -> Result<BuildExpr, String> {
    let mut p = Parser { rest: text, tok: String::new(), tag: false, size: 0 };
    p.lex()?;
    let x = p.or()?;
    if p.tok.is_empty() { Ok(x) } else { Err(format!("unexpected token {}", p.tok)) }
}

/// `a,!b c`: alternatives of conjunctions. A malformed one never holds.
fn plus_build(line: &str) -> BuildExpr {
    let never = || BuildExpr::Tag("ignore".into());
    let word = |w: &str| {
        let (negated, tag) = w.strip_prefix('!').map_or((false, w), |t| (true, t));
        if tag.is_empty() || !tag.chars().all(is_tag_char) {
            return never();
        }
        let tag = BuildExpr::Tag(tag.into());
        if negated { BuildExpr::Not(Box::new(tag)) } else { tag }
    };
    let all = |term: &str| {
        term.split(',').map(word).reduce(|x, y| BuildExpr::And(Box::new(x), Box::new(y))).unwrap_or_else(never)
    };
    line.split_whitespace().map(all).reduce(|x, y| BuildExpr::Or(Box::new(x), Box::new(y))).unwrap_or_else(never)
}

fn is_tag_char(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || c == '.'
}

struct Parser<'a> {
    rest: &'a str,
    /// The current token; empty at the end.
    tok: String,
    /// Whether it is a tag.
    tag: bool,
    size: u32,
}

impl Parser<'_> {
    fn lex(&mut self) -> Result<(), String> {
        self.tag = false;
        self.rest = self.rest.trim_start_matches([' ', '\t']);
        let Some(c) = self.rest.chars().next() else {
            self.tok.clear();
            return Ok(());
        };
        let len = match c {
            '(' | ')' | '!' => 1,
            '&' | '|' if self.rest[1..].starts_with(c) => 2,
            '&' | '|' => return Err(format!("invalid syntax at {c}")),
            _ => {
                let len = self.rest.find(|c| !is_tag_char(c)).unwrap_or(self.rest.len());
                if len == 0 {
                    return Err(format!("invalid syntax at {c}"));
                }
                self.tag = true;
                len
            }
        };
        self.tok = self.rest[..len].to_string();
        self.rest = &self.rest[len..];
        Ok(())
    }

    fn grow(&mut self) -> Result<(), String> {
        self.size += 1;
        if self.size > MAX_SIZE { Err("build expression too large".into()) } else { Ok(()) }
    }

    fn or(&mut self) -> Result<BuildExpr, String> {
        let mut x = self.and()?;
        while self.tok == "||" {
            self.grow()?;
            self.lex()?;
            x = BuildExpr::Or(Box::new(x), Box::new(self.and()?));
        }
        Ok(x)
    }

    fn and(&mut self) -> Result<BuildExpr, String> {
        let mut x = self.not()?;
        while self.tok == "&&" {
            self.grow()?;
            self.lex()?;
            x = BuildExpr::And(Box::new(x), Box::new(self.not()?));
        }
        Ok(x)
    }

    fn not(&mut self) -> Result<BuildExpr, String> {
        self.grow()?;
        if self.tok != "!" {
            return self.atom();
        }
        self.lex()?;
        if self.tok == "!" {
            return Err("double negation not allowed".into());
        }
        Ok(BuildExpr::Not(Box::new(self.atom()?)))
    }

    fn atom(&mut self) -> Result<BuildExpr, String> {
        if self.tok == "(" {
            self.lex()?;
            let missing = || "missing close paren".to_string();
            let x = self.or().map_err(|e| if e == END { missing() } else { e })?;
            if self.tok != ")" {
                return Err(missing());
            }
            self.lex()?;
            return Ok(x);
        }
        if !self.tag {
            return Err(if self.tok.is_empty() {
                END.into()
            } else {
                format!("unexpected token {}", self.tok)
            });
        }
        let x = BuildExpr::Tag(std::mem::take(&mut self.tok));
        self.lex()?;
        Ok(x)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn holds(text: &str) -> bool {
        let expr = build_constraint(text).unwrap();
        expr.is_none_or(|e| e.eval(&|t| ["linux", "amd64", "x"].contains(&t)))
    }

    #[test]
    fn lines_above_the_package_clause_count() {
        assert!(holds("// c\n\n//go:build linux && (x || y) && !cgo\npackage p"));
        assert!(!holds("//go:build ignore\n\npackage p"));
        assert!(!holds("/* c */ //go:build linux\n//go:build ignore\n\npackage p"));
        assert!(holds("package p\n//go:build ignore\n"));
        assert!(!holds("// +build windows,amd64 darwin\n// +build linux\n\npackage p"));
        assert!(holds("// +build linux,amd64 darwin\n\npackage p"));
        // Without the blank line it is an ordinary comment.
        assert!(holds("// +build windows\npackage p"));
        // The newer form wins.
        assert!(holds("//go:build linux\n// +build windows\n\npackage p"));
    }

    #[test]
    fn malformed_lines_are_reported() {
        let err = |line: &str| build_constraint(&format!("//go:build {line}\n\npackage p")).unwrap_err();
        assert_eq!(err("a && ("), "parsing //go:build line: missing close paren");
        assert_eq!(err("a &&"), "parsing //go:build line: unexpected end of expression");
        assert_eq!(err("(a"), "parsing //go:build line: missing close paren");
        assert_eq!(err("!!a"), "parsing //go:build line: double negation not allowed");
        assert_eq!(err("a & b"), "parsing //go:build line: invalid syntax at &");
        assert_eq!(err("a b"), "parsing //go:build line: unexpected token b");
        assert_eq!(build_constraint("//go:build a\n//go:build b\n\npackage p").unwrap_err(), "multiple //go:build comments");
        assert!(build_constraint(&format!("//go:build {}a", "(".repeat(100_000))).is_err());
    }

    #[test]
    fn versions_follow_from_expressions() {
        let version = |line: &str| parse_line(line).unwrap().go_version();
        assert_eq!(version("go1.21"), Some(21));
        assert_eq!(version("go1.21 && linux"), Some(21));
        assert_eq!(version("go1.21 || linux"), None);
        assert_eq!(version("go1.21 || go1.18"), Some(18));
        assert_eq!(version("!go1.21"), None);
        assert_eq!(version("!(!go1.21)"), Some(21));
    }
}
