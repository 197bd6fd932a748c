//! The archive that `golift tool compile` writes: what a later compilation needs to import the package, or to link it.
//!
//! golift compiles whole programs, so an archive holds no machine code: it holds the text of the package's files, its
//! path and language version, and the same of every package that it imports and that is not an embedded one,
//! dependencies first. The last package is the archive's own.
//!
//! The form is lines, `verb arguments`; a `file` line gives a length in bytes and is followed by that many bytes and a
//! line end.

use std::fmt::Write;

/// The first line. It begins as the official archives do, so that an output file is known to be an object file.
const HEAD: &str = "!<arch golift 1>\n";

/// A package in an archive.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct ArchivedPackage {
    /// The import path.
    pub(crate) path: String,
    /// The language version.
    pub(crate) go_version: (u32, u32),
    /// Import paths as written in the source, with the paths that they stand for where these differ.
    pub(crate) imports: Vec<(String, String)>,
    /// Names as messages print them, and texts.
    pub(crate) files: Vec<(String, Vec<u8>)>,
}

/// The bytes of an archive.
pub(crate) fn write_archive(packages: &[ArchivedPackage]) -> Vec<u8> {
    let mut out = HEAD.as_bytes().to_vec();
    for p in packages {
        let mut head = format!("package {}\ngo {}.{}\n", p.path, p.go_version.0, p.go_version.1);
        for (written, path) in &p.imports {
            let _ = writeln!(head, "import {written} {path}");
        }
        out.extend_from_slice(head.as_bytes());
        for (name, text) in &p.files {
            out.extend_from_slice(format!("file {} {name}\n", text.len()).as_bytes());
            out.extend_from_slice(text);
            out.push(b'\n');
        }
    }
    out
}

/// The packages of an archive.
///
/// # Errors
/// What is wrong with the file.
pub(crate) fn read_archive(bytes: &[u8]) -> Result<Vec<ArchivedPackage>, String> {
    let mut rest = bytes.strip_prefix(HEAD.as_bytes()).ok_or("not a golift archive")?;
    let mut packages: Vec<ArchivedPackage> = Vec::new();
    while !rest.is_empty() {
        let end = rest.iter().position(|b| *b == b'\n').ok_or("archive ends inside a line")?;
        let line = std::str::from_utf8(&rest[..end]).map_err(|_| "archive has a line that is not UTF-8")?;
        rest = &rest[end + 1..];
        let (verb, words) = line.split_once(' ').ok_or("archive has an empty line")?;
        if verb == "package" {
            packages.push(ArchivedPackage { path: words.to_string(), go_version: (1, 27), ..ArchivedPackage::default() });
            continue;
        }
        let package = packages.last_mut().ok_or("archive does not begin with a package")?;
        let bad = || format!("archive has a bad line: {line}");
        match verb {
            "go" => package.go_version = crate::module::parse_version(words).ok_or_else(bad)?,
            "import" => {
                let (written, path) = words.split_once(' ').ok_or_else(bad)?;
                package.imports.push((written.to_string(), path.to_string()));
            }
            "file" => {
                let (length, name) = words.split_once(' ').ok_or_else(bad)?;
                let length: usize = length.parse().map_err(|_| bad())?;
                let text = rest.get(..length).ok_or("archive ends inside a file")?;
                package.files.push((name.to_string(), text.to_vec()));
                rest = rest.get(length + 1..).ok_or("archive ends inside a file")?;
            }
            _ => return Err(bad()),
        }
    }
    if packages.is_empty() { Err("archive holds no package".to_string()) } else { Ok(packages) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let package = ArchivedPackage {
            path: "test/a".into(),
            go_version: (1, 17),
            imports: vec![("./b".into(), "test/b".into())],
            files: vec![("a b.go".into(), b"package a\n\nimport \"./b\"".to_vec()), ("c.go".into(), Vec::new())],
        };
        let both = vec![ArchivedPackage { path: "test/b".into(), go_version: (1, 27), ..Default::default() }, package];
        assert_eq!(read_archive(&write_archive(&both)), Ok(both));
        assert!(read_archive(b"\x7fELF").is_err());
    }
}
