//! Which files belong to a build: file-name suffixes and `//go:build` lines (go command, Build constraints).

use golift_frontend::build_line::build_constraint;

/// The platform and tags of a build.
#[derive(Clone, Debug)]
pub struct BuildContext {
    /// `linux`.
    pub goos: &'static str,
    /// `amd64` or `arm64`.
    pub goarch: &'static str,
    /// Tags given with `-tags`.
    pub tags: Vec<String>,
    /// A single argument that ends in `.go` is a file even if there is none (`run`).
    pub run: bool,
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
        BuildContext { goos: "linux", goarch, tags: Vec::new(), run: false }
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

    /// Whether a file's build constraint (above the package clause) lets it into the build.
    ///
    /// # Errors
    /// The go command's words for a malformed constraint.
    pub fn matches_text(&self, text: &str) -> Result<bool, String> {
        Ok(build_constraint(text)?.is_none_or(|e| e.eval(&|t| self.tag(t))))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_lines() {
        let cx = BuildContext { goos: "linux", goarch: "amd64", tags: vec!["x".into()], run: false };
        assert!(cx.matches_name("a.go") && cx.matches_name("a_linux.go") && cx.matches_name("linux.go"));
        assert!(!cx.matches_name("a_windows.go") && !cx.matches_name("a_linux_arm64.go"));
        assert_eq!(cx.matches_text("//go:build linux && (x || y) && !cgo && go1.27 && !go1.28\n\npackage p"), Ok(true));
        assert_eq!(cx.matches_text("//go:build ignore\n\npackage p"), Ok(false));
    }
}
