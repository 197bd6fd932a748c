//! What the go command has against import paths as they are written.

/// Whether the compiler's own rules forbid the path (spec, "Import declarations"): empty, or with characters that
/// no path may have.
pub(crate) fn illegal_import(path: &str) -> bool {
    let bad = |c: char| c.is_whitespace() || c.is_control() || "!\"#$%&'()*,:;<=>?[\\]^{|}`\u{fffd}".contains(c);
    path.is_empty() || path.chars().any(bad)
}

/// The message for paths that name a place in the file system.
pub(crate) fn not_a_package_path(path: &str) -> Option<String> {
    if path.starts_with('/') {
        return Some(format!("{path:?} is not a package path; see 'go help packages'"));
    }
    let relative = [".", ".."].contains(&path) || path.starts_with("./") || path.starts_with("../");
    relative.then(|| format!("{path:?} is relative, but relative import paths are not supported in module mode"))
}

/// Whether a path has an `internal` element.
pub(crate) fn is_internal(import: &str) -> bool {
    import.split('/').any(|e| e == "internal")
}

/// The path below which `import` may be imported, if it has an `internal` element.
pub(crate) fn internal_root(import: &str) -> Option<&str> {
    if let Some(root) = import.strip_suffix("/internal") {
        return Some(root);
    }
    if import == "internal" || import.starts_with("internal/") && !import[9..].contains("/internal/") {
        return Some("");
    }
    import.rfind("/internal/").map(|at| &import[..at])
}
