//! The embedded standard packages: import path → files.

/// `(path below runtime/std, text)`, sorted by path.
static STD_FILES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/std_table.rs"));

/// The files of the standard package `import_path`, as (file name, text) in order of name; empty if there is none.
pub fn std_package(import_path: &str) -> Vec<(&'static str, &'static str)> {
    let start = STD_FILES.partition_point(|(p, _)| *p < import_path);
    STD_FILES[start..]
        .iter()
        .take_while(|(p, _)| p.starts_with(import_path))
        .filter_map(|&(p, text)| {
            let rest = p.strip_prefix(import_path)?.strip_prefix('/')?;
            (!rest.contains('/')).then_some((rest, text))
        })
        .collect()
}

/// Whether the standard package is embedded.
pub fn has_std_package(import_path: &str) -> bool {
    !std_package(import_path).is_empty()
}

/// The import paths of all embedded packages, sorted.
pub fn std_packages() -> Vec<&'static str> {
    let mut paths: Vec<&str> = STD_FILES.iter().filter_map(|(p, _)| Some(p.rsplit_once('/')?.0)).collect();
    paths.sort_unstable();
    paths.dedup();
    paths
}
