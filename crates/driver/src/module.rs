//! go.mod files: the module's path, language version, requirements and replacements (Go Modules Reference).

use std::path::{Path, PathBuf};

/// The language version that golift implements.
pub(crate) const GO_VERSION: (u32, u32) = (1, 27);

/// The language version of modules whose go.mod names none.
const OLD_VERSION: (u32, u32) = (1, 16);

/// A module on disk.
#[derive(Clone, Debug)]
pub struct GoMod {
    /// The directory that holds go.mod.
    pub dir: PathBuf,
    /// The module path.
    pub path: String,
    /// `go 1.N`; 1.16 when the line is missing.
    pub go_version: (u32, u32),
    /// `require path version`, in order.
    pub requires: Vec<(String, String)>,
    /// `replace old [version] => new`.
    pub replaces: Vec<Replace>,
}

/// A line `replace old [version] => new [version]`.
#[derive(Clone, Debug)]
pub struct Replace {
    /// The path that is replaced.
    pub old: String,
    /// The only version that is replaced.
    pub version: Option<String>,
    /// The replacement as written.
    pub new: String,
    /// The replacement's directory, if it is one.
    pub dir: Option<PathBuf>,
}

impl GoMod {
    /// The module that `dir` belongs to: the nearest go.mod upwards.
    ///
    /// # Errors
    /// A go.mod that cannot be read, in the go command's words.
    pub fn find(dir: &Path) -> Result<Option<GoMod>, String> {
        match dir.ancestors().find(|d| d.join("go.mod").is_file()) {
            Some(found) => GoMod::read(found, dir).map(Some),
            None => Ok(None),
        }
    }

    /// Reads the go.mod of `dir`; messages name it as seen from `cwd`.
    ///
    /// # Errors
    /// A go.mod that cannot be read, in the go command's words.
    pub fn read(dir: &Path, cwd: &Path) -> Result<GoMod, String> {
        let file = dir.join("go.mod");
        let text = std::fs::read_to_string(&file)
            .map_err(|e| format!("go: reading {}: {}", file.display(), crate::error::os_error(&e)))?;
        let module = GoMod::parse(dir, &text).map_err(|e| {
            let shown = crate::paths::short(&file, cwd);
            match e {
                ParseError::Lines(lines) => {
                    let lines: Vec<String> = lines.into_iter().map(|(n, e)| format!("\n{shown}:{n}: {e}")).collect();
                    format!("go: errors parsing {shown}:{}", lines.concat())
                }
                ParseError::NoModule => format!(
                    "go: error reading {shown}: missing module declaration. To specify the module path:\n\tgo mod edit -module=example.com/mod"
                ),
            }
        })?;
        if module.go_version > GO_VERSION {
            let ((a, b), (c, d)) = (module.go_version, GO_VERSION);
            let shown = crate::paths::short(&file, cwd);
            // The patch release whose library and messages golift follows is 3.
            return Err(format!("go: {shown} requires go >= {a}.{b} (running go {c}.{d}.3; GOTOOLCHAIN=local)"));
        }
        Ok(module)
    }

    fn parse(dir: &Path, text: &str) -> Result<GoMod, ParseError> {
        let mut module = GoMod {
            dir: dir.to_path_buf(),
            path: String::new(),
            go_version: OLD_VERSION,
            requires: Vec::new(),
            replaces: Vec::new(),
        };
        let mut errors: Vec<(usize, String)> = Vec::new();
        let mut block: Option<(String, usize)> = None;
        for (i, line) in text.lines().enumerate() {
            let words: Vec<&str> = line.split("//").next().unwrap_or("").split_whitespace().map(unquote).collect();
            match (&block, words.as_slice()) {
                (_, []) => {}
                (Some(_), [")"]) => block = None,
                (None, [verb, "("]) => block = Some((verb.to_string(), i + 1)),
                (Some((verb, _)), words) => errors.extend(module.line(verb, words, true).err().map(|e| (i + 1, e))),
                (None, [verb, words @ ..]) => {
                    errors.extend(module.line(verb, words, false).err().map(|e| (i + 1, e)));
                }
            }
        }
        if let Some((_, start)) = block {
            let file = dir.join("go.mod");
            let message = format!("syntax error (unterminated block started at {}:{start}:1)", file.display());
            errors.push((text.lines().count() + 1, message));
        }
        if !errors.is_empty() {
            return Err(ParseError::Lines(errors));
        }
        if module.path.is_empty() { Err(ParseError::NoModule) } else { Ok(module) }
    }

    /// Takes in the directive `verb words…`.
    fn line(&mut self, verb: &str, words: &[&str], in_block: bool) -> Result<(), String> {
        match (verb, words) {
            ("module", [path]) => self.path = path.to_string(),
            ("module", _) => return Err("usage: module module/path".into()),
            ("go", [version]) => {
                self.go_version = parse_version(version)
                    .ok_or_else(|| format!("invalid go version '{version}': must match format 1.23.0"))?;
            }
            ("go", _) => return Err("go directive expects exactly one argument".into()),
            ("require", [path, version]) => self.requires.push((path.to_string(), version.to_string())),
            ("require", _) => return Err("usage: require module/path v1.2.3".into()),
            ("replace", words) => {
                let usage = || "usage: replace module/path [v1.2.3] => other/module v1.4\n\t or replace module/path [v1.2.3] => ../local/directory".to_string();
                let arrow = words.iter().position(|w| *w == "=>").ok_or_else(usage)?;
                let (old, new) = (&words[..arrow], &words[arrow + 1..]);
                if !(1..=2).contains(&old.len()) || !(1..=2).contains(&new.len()) {
                    return Err(usage());
                }
                let local = new[0].starts_with("./") || new[0].starts_with("../") || new[0].starts_with('/') || [".", ".."].contains(&new[0]);
                if new.len() == 1 && !local {
                    return Err("replacement module without version must be directory path (rooted or starting with . or ..)".into());
                }
                self.replaces.push(Replace {
                    old: old[0].to_string(),
                    version: old.get(1).map(|v| v.to_string()),
                    new: new[0].to_string(),
                    dir: local.then(|| crate::paths::normalize(&self.dir.join(new[0]))),
                });
            }
            ("exclude" | "retract" | "toolchain" | "godebug" | "tool" | "ignore", _) => {}
            (other, _) if in_block => return Err(format!("unknown block type: {other}")),
            (other, _) => return Err(format!("unknown directive: {other}")),
        }
        Ok(())
    }

    /// The import path of a directory inside the module.
    pub fn import_path(&self, dir: &Path) -> Option<String> {
        let rest = dir.strip_prefix(&self.dir).ok()?;
        let rest = rest.to_str()?;
        Some(if rest.is_empty() { self.path.clone() } else { format!("{}/{rest}", self.path) })
    }

    /// The directory that a package of this module would have.
    pub fn package_dir(&self, import_path: &str) -> Option<PathBuf> {
        below(&self.path, &self.dir, import_path)
    }
}

/// Why a go.mod was not accepted.
enum ParseError {
    /// Messages and the lines that they are about.
    Lines(Vec<(usize, String)>),
    /// There is no module line.
    NoModule,
}

/// The directory of `import_path` if the module `root` lies in `dir` and has it.
pub(crate) fn below(root: &str, dir: &Path, import_path: &str) -> Option<PathBuf> {
    match import_path.strip_prefix(root)? {
        "" => Some(dir.to_path_buf()),
        rest => rest.strip_prefix('/').map(|r| dir.join(r)),
    }
}

fn unquote(word: &str) -> &str {
    let inner = word.strip_prefix('"').and_then(|w| w.strip_suffix('"'));
    inner.or_else(|| word.strip_prefix('`').and_then(|w| w.strip_suffix('`'))).unwrap_or(word)
}

/// `1.21`, `1.21.3`, `1.21rc2`.
pub(crate) fn parse_version(text: &str) -> Option<(u32, u32)> {
    let (major, rest) = text.split_once('.')?;
    let digits = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    let tail = &rest[digits..];
    let number = |t: &str| !t.is_empty() && t.chars().all(|c| c.is_ascii_digit());
    let tail_ok = tail.is_empty()
        || tail.strip_prefix('.').is_some_and(number)
        || ["rc", "beta"].iter().any(|p| tail.strip_prefix(p).is_some_and(number));
    tail_ok.then_some(())?;
    Some((major.parse().ok()?, rest[..digits].parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn directives_and_their_errors() {
        let text = "module \"m\" // c\ngo 1.21.3\nrequire (\n\ta.b/c v1.0.0 // indirect\n)\nreplace a.b/c v1.0.0 => ../c\n";
        let m = GoMod::parse(Path::new("/x/y"), text).ok().unwrap();
        assert_eq!((m.path.as_str(), m.go_version), ("m", (1, 21)));
        assert_eq!(m.requires, [("a.b/c".to_string(), "v1.0.0".to_string())]);
        assert_eq!(m.replaces[0].dir.as_deref(), Some(Path::new("/x/c")));
        let Err(ParseError::Lines(errors)) = GoMod::parse(Path::new("/x"), "module m\ngoo 1\ngo 1.x\nrequire (\n") else { panic!() };
        assert_eq!(errors[0], (2, "unknown directive: goo".into()));
        assert_eq!(errors[1], (3, "invalid go version '1.x': must match format 1.23.0".into()));
        assert_eq!(errors[2], (5, "syntax error (unterminated block started at /x/go.mod:4:1)".into()));
    }
}
