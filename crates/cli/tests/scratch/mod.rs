//! A scratch module in which golift runs.

use std::path::Path;
use std::process::{Command, Output};

/// Writes `(path, text)` files below a fresh folder, makes it a module `m`, and runs golift there.
pub(crate) fn golift(files: &[(&str, &str)], args: &[&str]) -> Output {
    let dir = tempfile::tempdir().expect("a scratch folder");
    let write = |path: &str, text: &str| {
        let path = dir.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap_or(Path::new("/"))).expect("a folder");
        std::fs::write(path, text).expect("a file");
    };
    write("go.mod", "module m\n\ngo 1.27\n");
    files.iter().for_each(|(path, text)| write(path, text));
    let mut command = Command::new(env!("CARGO_BIN_EXE_golift"));
    command.current_dir(dir.path()).env("GOWORK", "off").args(args).output().expect("golift starts")
}
