//! File paths as the go command prints them.

use std::path::{Component, Path, PathBuf};

/// Removes `.` and `..` elements without asking the file system.
pub(crate) fn normalize(path: &Path) -> PathBuf {
    let mut out = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                out.pop();
            }
            other => out.push(other),
        }
    }
    out
}

/// The path relative to `cwd` where that is shorter, else the path itself.
pub(crate) fn short(path: &Path, cwd: &Path) -> String {
    let whole = path.display().to_string();
    let rest: Vec<Component<'_>> = path.components().collect();
    let from: Vec<Component<'_>> = cwd.components().collect();
    let shared = rest.iter().zip(&from).take_while(|(a, b)| a == b).count();
    let mut relative: PathBuf = from[shared..].iter().map(|_| "..").collect();
    relative.extend(&rest[shared..]);
    let relative = if relative.as_os_str().is_empty() { ".".to_string() } else { relative.display().to_string() };
    if relative.len() < whole.len() { relative } else { whole }
}

/// The name of a file in the compiler's messages: `./x.go`, `a/x.go`, `../x.go`.
pub(crate) fn compiler_name(path: &Path, cwd: &Path) -> String {
    let name = short(path, cwd);
    if name.contains('/') { name } else { format!("./{name}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_seen_from_the_working_directory() {
        let cwd = Path::new("/tmp/a/b");
        assert_eq!(compiler_name(Path::new("/tmp/a/b/x.go"), cwd), "./x.go");
        assert_eq!(compiler_name(Path::new("/tmp/a/b/c/x.go"), cwd), "c/x.go");
        assert_eq!(compiler_name(Path::new("/tmp/a/c/x.go"), cwd), "../c/x.go");
        assert_eq!(compiler_name(Path::new("/x.go"), cwd), "/x.go");
        assert_eq!(normalize(Path::new("/a/./b/../c")), Path::new("/a/c"));
    }
}
