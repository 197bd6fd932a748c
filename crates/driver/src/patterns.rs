//! Command-line arguments → what to build: a list of files, packages by path or directory, `...` patterns
//! (go command, "Package lists and patterns").

use crate::constraint::BuildContext;
use crate::error::{Failure, Report, Result, os_error};
use crate::import_error::is_internal;
use crate::paths::normalize;
use crate::resolve::{Modules, Resolved, has_go_files};
use crate::std_sources::{has_std_package, std_packages};
use std::path::{Path, PathBuf};

/// One thing to build.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Root {
    /// `.go` files of one directory, as given.
    Files(Vec<String>),
    /// A package on disk.
    Dir {
        /// The import path.
        path: String,
        /// The directory.
        dir: PathBuf,
        /// Its module's language version.
        version: (u32, u32),
    },
    /// An embedded package.
    Std(String),
    /// An argument that names nothing.
    Bad(Report),
}

/// What the arguments name; the current directory if there are none. Arguments that name nothing are reports.
///
/// # Errors
/// Arguments that cannot be mixed, and files that do not exist.
pub(crate) fn roots(args: &[String], modules: &Modules, cwd: &Path, cx: &BuildContext) -> Result<Vec<Root>> {
    let is_file = |a: &String| a.ends_with(".go") && cwd.join(a).is_file();
    // `run` takes what looks like files for files, whether they exist or not.
    if args.iter().any(is_file) || args.len() == 1 && args[0].ends_with(".go") && cx.run {
        return Ok(vec![named_files(args, cwd)?]);
    }
    let dot = [".".to_string()];
    let mut roots: Vec<Root> = Vec::new();
    for arg in if args.is_empty() { &dot } else { args } {
        match expand(arg, modules, cwd, cx) {
            Ok(found) => {
                for root in found {
                    if !roots.contains(&root) {
                        roots.push(root);
                    }
                }
            }
            Err(message) => roots.push(Root::Bad(Report::new(arg, message))),
        }
    }
    Ok(roots)
}

fn named_files(args: &[String], cwd: &Path) -> Result<Root> {
    let mut dir: Option<&str> = None;
    if let Some(other) = args.iter().find(|a| !a.ends_with(".go")) {
        return Err(whole_failure(format!("named files must be .go files: {other}")));
    }
    for arg in args {
        match std::fs::metadata(cwd.join(arg)) {
            Err(e) => return Err(whole_failure(format!("stat {arg}: {}", os_error(&e)))),
            Ok(m) if m.is_dir() => return Err(whole_failure(format!("{arg} is a directory, should be a Go file"))),
            Ok(_) => {}
        }
        let own = arg.rsplit_once('/').map_or(".", |(d, _)| if d.is_empty() { "/" } else { d.trim_start_matches("./") });
        match dir {
            Some(d) if d != own => {
                let message = format!("named files must all be in one directory; have {d} and {own}");
                return Err(whole_failure(message));
            }
            _ => dir = Some(own),
        }
    }
    Ok(Root::Files(args.to_vec()))
}

fn whole_failure(message: String) -> Failure {
    Failure::of_packages(vec![Report::new("", message)])
}

fn expand(arg: &str, modules: &Modules, cwd: &Path, cx: &BuildContext) -> std::result::Result<Vec<Root>, String> {
    let local = arg.starts_with('/') || [".", ".."].contains(&arg) || arg.starts_with("./") || arg.starts_with("../");
    match (local, arg.contains("...")) {
        (true, true) => local_pattern(arg, modules, cwd, cx),
        (true, false) => local_dir(arg, modules, cwd),
        (false, true) => Ok(path_pattern(arg, modules, cx)),
        (false, false) if has_std_package(arg) => Ok(vec![Root::Std(arg.to_string())]),
        (false, false) => match arg {
            "std" => Ok(public_std().collect()),
            "all" => Ok(modules.main.iter().flat_map(|m| walk(&m.dir, modules, cx)).collect()),
            _ => match crate::resolve::malformed_path(arg) {
                Some(message) => Err(message),
                None => match modules.resolve(arg, None) {
                    Resolved::Dir(dir, version) => Ok(vec![Root::Dir { path: arg.to_string(), dir, version }]),
                    Resolved::Missing(message) => Err(message),
                },
            },
        },
    }
}

fn local_dir(arg: &str, modules: &Modules, cwd: &Path) -> std::result::Result<Vec<Root>, String> {
    if modules.main.is_empty() {
        return Err("go: go.mod file not found in current directory or any parent directory; see 'go help modules'".into());
    }
    let dir = normalize(&cwd.join(arg));
    if !dir.is_dir() {
        return Err(format!("stat {}: directory not found", dir.display()));
    }
    let Some(module) = modules.module_of_dir(&dir) else {
        if !has_go_files(&dir) {
            return Err(format!("no Go files in {}", dir.display()));
        }
        let shown = crate::paths::short(&dir, cwd);
        return Err(format!("directory {shown} outside main module or its selected dependencies"));
    };
    let path = module.import_path(&dir).unwrap_or_default();
    if let Some(inner) = dir.ancestors().find(|d| d.join("go.mod").is_file())
        && inner != module.dir
    {
        return Err(format!("main module ({}) does not contain package {path}", module.path));
    }
    if !has_go_files(&dir) {
        return Err(format!("no Go files in {}", dir.display()));
    }
    Ok(vec![Root::Dir { path, dir, version: module.go_version }])
}

fn local_pattern(arg: &str, modules: &Modules, cwd: &Path, cx: &BuildContext) -> std::result::Result<Vec<Root>, String> {
    let fixed = &arg[..arg.find("...").unwrap_or(arg.len())];
    let prefix = &fixed[..fixed.rfind('/').map_or(0, |i| i + 1)];
    let start = normalize(&cwd.join(prefix));
    if !start.is_dir() {
        return Err(format!("pattern {arg}: lstat {prefix}: no such file or directory"));
    }
    let inside = modules.module_of_dir(&start);
    let own = start.ancestors().find(|d| d.join("go.mod").is_file());
    let above = modules.main.iter().any(|m| m.dir.starts_with(&start));
    if !above && inside.is_none_or(|m| Some(m.dir.as_path()) != own) {
        let shown = crate::paths::short(&start, cwd);
        return Err(format!("pattern {arg}: directory prefix {shown} does not contain main module or its selected dependencies"));
    }
    let base = match arg.starts_with('/') {
        true => PathBuf::from("/"),
        false => cwd.to_path_buf(),
    };
    let pattern = normalize(&base.join(arg)).display().to_string();
    let roots = walk(&start, modules, cx).into_iter();
    let roots: Vec<Root> =
        roots.filter(|r| matches!(r, Root::Dir { dir, .. } if matches_pattern(&pattern, &dir.display().to_string()))).collect();
    if roots.is_empty() {
        eprintln!("go: warning: {arg:?} matched no packages");
    }
    Ok(roots)
}

fn path_pattern(arg: &str, modules: &Modules, cx: &BuildContext) -> Vec<Root> {
    let mains = modules.main.iter().flat_map(|m| walk(&m.dir, modules, cx));
    let all = public_std().chain(mains);
    let roots: Vec<Root> = all
        .filter(|r| match r {
            Root::Std(path) | Root::Dir { path, .. } => matches_pattern(arg, path),
            _ => false,
        })
        .collect();
    if roots.is_empty() {
        eprintln!("go: warning: {arg:?} matched no packages");
    }
    roots
}

/// The embedded packages that programs may import.
fn public_std() -> impl Iterator<Item = Root> {
    std_packages().into_iter().filter(|p| !is_internal(p)).map(|p| Root::Std(p.to_string()))
}

/// The packages of main modules in and below a directory, in the order of their paths.
fn walk(start: &Path, modules: &Modules, cx: &BuildContext) -> Vec<Root> {
    let mut roots = Vec::new();
    let mut pending = vec![start.to_path_buf()];
    while let Some(dir) = pending.pop() {
        let module = modules.module_of_dir(&dir);
        if dir.join("go.mod").is_file() && !modules.main.iter().any(|m| m.dir == dir) {
            continue;
        }
        let Ok(entries) = std::fs::read_dir(&dir) else { continue };
        let (mut dirs, mut any) = (Vec::new(), false);
        for entry in entries.flatten() {
            let Ok(name) = entry.file_name().into_string() else { continue };
            if entry.file_type().is_ok_and(|t| t.is_dir()) {
                let vendor = name == "vendor" && module.is_some_and(|m| m.go_version >= (1, 14));
                if !name.starts_with(['.', '_']) && name != "testdata" && !vendor {
                    dirs.push(entry.path());
                }
            } else if name.ends_with(".go") && !name.starts_with(['.', '_']) && cx.matches_name(&name) {
                let text = std::fs::read(entry.path()).unwrap_or_default();
                any |= cx.matches_text(&String::from_utf8_lossy(&text)).unwrap_or(true);
            }
        }
        if any && let Some(module) = module {
            let path = module.import_path(&dir).unwrap_or_default();
            roots.push(Root::Dir { path, dir: dir.clone(), version: module.go_version });
        }
        pending.extend(dirs);
    }
    roots.sort_by(|a, b| match (a, b) {
        (Root::Dir { path: a, .. }, Root::Dir { path: b, .. }) => a.split('/').cmp(b.split('/')),
        _ => std::cmp::Ordering::Equal,
    });
    roots
}

/// Whether a path matches a pattern in which `...` stands for any text; a trailing `/...` may stand for nothing.
fn matches_pattern(pattern: &str, path: &str) -> bool {
    if pattern.strip_suffix("/...").is_some_and(|p| matches_pattern(p, path)) {
        return true;
    }
    let parts: Vec<&str> = pattern.split("...").collect();
    let (first, last) = (parts[0], parts[parts.len() - 1]);
    if parts.len() == 1 {
        return pattern == path;
    }
    let Some(rest) = path.strip_prefix(first) else { return false };
    let Some(mut rest) = rest.strip_suffix(last) else { return false };
    for part in &parts[1..parts.len() - 1] {
        let Some(at) = rest.find(part) else { return false };
        rest = &rest[at + part.len()..];
    }
    true
}

#[cfg(test)]
mod tests {
    use super::matches_pattern;

    #[test]
    fn dots_stand_for_any_text() {
        assert!(matches_pattern("m/...", "m") && matches_pattern("m/...", "m/a/b") && !matches_pattern("m/...", "mx"));
        assert!(matches_pattern("...", "a/b") && matches_pattern("m/.../x", "m/a/x") && !matches_pattern("m/.../x", "m/a/y"));
        assert!(matches_pattern("m...", "mx") && matches_pattern("m", "m"));
    }
}
