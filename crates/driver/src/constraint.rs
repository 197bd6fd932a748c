//! Which files belong to a build: file-name suffixes and `//go:build` lines (go command, Build constraints).

/// The platform and tags of a build.
#[derive(Clone, Debug)]
pub struct BuildContext {
    /// `linux`.
    pub goos: &'static str,
    /// `amd64` or `arm64`.
    pub goarch: &'static str,
    /// Tags given with `-tags`.
    pub tags: Vec<String>,
}

const OSES: &[&str] = &[
    "aix", "android", "darwin", "dragonfly", "freebsd", "hurd", "illumos", "ios", "js", "linux", "nacl", "netbsd",
    "openbsd", "plan9", "solaris", "wasip1", "windows", "zos",
];
const ARCHES: &[&str] = &[
    "386", "amd64", "amd64p32", "arm", "armbe", "arm64", "arm64be", "loong64", "mips", "mipsle", "mips64", "mips64le",
    "mips64p32", "mips64p32le", "ppc", "ppc64", "ppc64le", "riscv", "riscv64", "s390", "s390x", "sparc", "sparc64",
    "wasm",
];

impl BuildContext {
    /// The context of this machine.
    pub fn host() -> BuildContext {
        let goarch = if cfg!(target_arch = "aarch64") { "arm64" } else { "amd64" };
        BuildContext { goos: "linux", goarch, tags: Vec::new() }
    }

    /// Whether a tag of a constraint holds.
    pub fn tag(&self, tag: &str) -> bool {
        if tag == self.goos || tag == self.goarch || tag == "unix" || tag == "gc" {
            return true;
        }
        if let Some(minor) = tag.strip_prefix("go1.") {
            return minor.parse::<u32>().is_ok_and(|m| m <= 27);
        }
        self.tags.iter().any(|t| t == tag)
    }

    /// Whether a file's name lets it into the build: `x_linux.go`, `x_amd64.go`, `x_linux_amd64.go`.
    pub fn matches_name(&self, name: &str) -> bool {
        let stem = name.strip_suffix(".go").unwrap_or(name);
        let stem = stem.strip_suffix("_test").unwrap_or(stem);
        let parts: Vec<&str> = stem.split('_').collect();
        let n = parts.len();
        if n >= 3 && OSES.contains(&parts[n - 2]) && ARCHES.contains(&parts[n - 1]) {
            return self.tag(parts[n - 2]) && self.tag(parts[n - 1]);
        }
        if n >= 2 && (OSES.contains(&parts[n - 1]) || ARCHES.contains(&parts[n - 1])) {
            return self.tag(parts[n - 1]);
        }
        true
    }

    /// Whether a file's `//go:build` line (before the package clause) lets it into the build.
    pub fn matches_text(&self, text: &str) -> bool {
        for line in text.lines() {
            let line = line.trim();
            if let Some(expr) = line.strip_prefix("//go:build ") {
                return Parser { toks: tokenize(expr), at: 0, cx: self }.or();
            }
            if !(line.is_empty() || line.starts_with("//")) {
                return true;
            }
        }
        true
    }
}

fn tokenize(expr: &str) -> Vec<String> {
    let mut out = Vec::new();
    let mut chars = expr.chars().peekable();
    while let Some(&c) = chars.peek() {
        if c.is_whitespace() {
            chars.next();
        } else if "()!".contains(c) {
            out.push(c.to_string());
            chars.next();
        } else if "&|".contains(c) {
            chars.next();
            chars.next();
            out.push(format!("{c}{c}"));
        } else {
            let mut word = String::new();
            while let Some(&c) = chars.peek() {
                if c.is_whitespace() || "()!&|".contains(c) {
                    break;
                }
                word.push(c);
                chars.next();
            }
            out.push(word);
        }
    }
    out
}

struct Parser<'a> {
    toks: Vec<String>,
    at: usize,
    cx: &'a BuildContext,
}

impl Parser<'_> {
    fn eat(&mut self, t: &str) -> bool {
        let hit = self.toks.get(self.at).is_some_and(|x| x == t);
        self.at += hit as usize;
        hit
    }

    fn or(&mut self) -> bool {
        let mut v = self.and();
        while self.eat("||") {
            v |= self.and();
        }
        v
    }

    fn and(&mut self) -> bool {
        let mut v = self.not();
        while self.eat("&&") {
            v &= self.not();
        }
        v
    }

    fn not(&mut self) -> bool {
        // Negations are counted, not nested, so that a hostile line cannot exhaust the stack.
        let mut negate = false;
        while self.eat("!") {
            negate = !negate;
        }
        let v = if self.at < 10_000 && self.eat("(") {
            let v = self.or();
            self.eat(")");
            v
        } else {
            let word = self.toks.get(self.at).cloned().unwrap_or_default();
            self.at += 1;
            self.cx.tag(&word)
        };
        v != negate
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_lines() {
        let cx = BuildContext { goos: "linux", goarch: "amd64", tags: vec!["x".into()] };
        assert!(cx.matches_name("a.go") && cx.matches_name("a_linux.go") && cx.matches_name("linux.go"));
        assert!(!cx.matches_name("a_windows.go") && !cx.matches_name("a_linux_arm64.go"));
        assert!(cx.matches_text("// c\n\n//go:build linux && (x || y) && !cgo\npackage p"));
        assert!(!cx.matches_text("//go:build ignore\n\npackage p"));
        assert!(cx.matches_text("package p\n//go:build ignore\n"));
    }
}
