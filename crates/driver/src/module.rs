//! go.mod files: the module's path, language version and local replacements (Go Modules Reference).

use std::path::{Path, PathBuf};

/// A main module on disk.
#[derive(Clone, Debug)]
pub struct GoMod {
    /// The directory that holds go.mod.
    pub dir: PathBuf,
    /// The module path.
    pub path: String,
    /// `go 1.N`; 1.27 when the line is missing.
    pub go_version: (u32, u32),
    /// `replace old => ./dir`.
    pub replaces: Vec<(String, PathBuf)>,
}

impl GoMod {
    /// The module that `dir` belongs to: the nearest go.mod upwards.
    ///
    /// # Errors
    /// A go.mod that cannot be read or has no module line.
    pub fn find(dir: &Path) -> Result<Option<GoMod>, String> {
        let mut at = Some(dir);
        while let Some(d) = at {
            let file = d.join("go.mod");
            if file.is_file() {
                let text = std::fs::read_to_string(&file).map_err(|e| format!("go: reading {}: {e}", file.display()))?;
                return GoMod::parse(d, &text).map(Some);
            }
            at = d.parent();
        }
        Ok(None)
    }

    fn parse(dir: &Path, text: &str) -> Result<GoMod, String> {
        let mut module = GoMod { dir: dir.to_path_buf(), path: String::new(), go_version: (1, 27), replaces: Vec::new() };
        let mut block = String::new();
        for line in text.lines() {
            let line = line.split("//").next().unwrap_or("").trim();
            let mut words: Vec<&str> = line.split_whitespace().collect();
            if words.is_empty() {
                continue;
            }
            if words == [")"] {
                block.clear();
                continue;
            }
            if words.len() == 2 && words[1] == "(" {
                block = words[0].to_string();
                continue;
            }
            let verb = if block.is_empty() { words.remove(0).to_string() } else { block.clone() };
            match (verb.as_str(), words.as_slice()) {
                ("module", [path]) => module.path = path.trim_matches('"').to_string(),
                ("go", [version]) => module.go_version = parse_version(version).unwrap_or((1, 27)),
                ("replace", words) => {
                    let Some(arrow) = words.iter().position(|w| *w == "=>") else { continue };
                    if let (Some(old), Some(new)) = (words.first(), words.get(arrow + 1))
                        && (new.starts_with('.') || new.starts_with('/'))
                    {
                        module.replaces.push((old.to_string(), dir.join(new)));
                    }
                }
                _ => {}
            }
        }
        if module.path.is_empty() {
            return Err(format!("go: error reading go.mod: missing module declaration. To specify the module path:\n\tgo mod edit -module=example.com/mod ({})", dir.join("go.mod").display()));
        }
        Ok(module)
    }

    /// The directory of the package with this import path, if the module or a local replacement has it.
    pub fn resolve(&self, import_path: &str) -> Option<PathBuf> {
        let below = |root: &str, dir: &Path| match import_path.strip_prefix(root)? {
            "" => Some(dir.to_path_buf()),
            rest => rest.strip_prefix('/').map(|r| dir.join(r)),
        };
        self.replaces
            .iter()
            .filter_map(|(old, dir)| below(old, dir))
            .chain(below(&self.path, &self.dir))
            .chain(Some(self.dir.join("vendor").join(import_path)))
            .find(|d| d.is_dir())
    }

    /// The import path of a directory inside the module.
    pub fn import_path(&self, dir: &Path) -> Option<String> {
        let rest = dir.strip_prefix(&self.dir).ok()?;
        let rest = rest.to_str()?;
        Some(if rest.is_empty() { self.path.clone() } else { format!("{}/{rest}", self.path) })
    }
}

fn parse_version(text: &str) -> Option<(u32, u32)> {
    let mut parts = text.split('.');
    let major = parts.next()?.parse().ok()?;
    let minor: String = parts.next()?.chars().take_while(char::is_ascii_digit).collect();
    Some((major, minor.parse().ok()?))
}
