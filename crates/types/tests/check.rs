//! File tests of the checker: `testsuite/check/*.go` with what is expected beside them.
//!
//! `x.err` holds the messages, which are the official compiler's (`go tool compile -complete -e x.go`);
//! a file that begins with `// dump: types` has `x.types` too.
//! `GOLIFT_BLESS=1` writes the expectations anew: compare with the official compiler before you keep them.

use golift_base::{Diagnostics, SourceMap};
use golift_types::{PackageInput, World, check_package, types_dump};
use rustc_hash::FxHashMap;
use std::fs;
use std::path::Path;
use std::sync::Arc;

/// The first line of files whose facts are compared.
const DUMP: &str = "// dump: types";

/// The messages about a program of one file that imports nothing but `unsafe`, and the dump if the file asks for it.
fn check(name: &str, text: &str) -> (String, String) {
    let mut sources = SourceMap::default();
    let id = sources.add(name.into(), name.into(), text.into());
    let mut diags = Diagnostics::default();
    let file = golift_frontend::parse_file(id, sources.file(id), &mut 0, &mut diags);
    if diags.iter().any(|d| d.code == "Syntax") {
        return (diags.render(&sources, 0), String::new());
    }
    let mut world = World::new();
    let input = PackageInput {
        path: "main".into(),
        files: vec![Arc::new(file)],
        imports: FxHashMap::default(),
        std: false,
        go_version: (1, 27),
    };
    let pkg = check_package(&mut world, input, &sources, &mut diags);
    let dump = if text.starts_with(DUMP) { types_dump(&world, pkg, &sources) } else { String::new() };
    (diags.render(&sources, 0), dump)
}

/// Compares with, or writes, an expectation. An empty one has no file.
fn compare(path: &Path, got: &str, wrong: &mut Vec<String>) {
    if std::env::var_os("GOLIFT_BLESS").is_some() {
        if got.is_empty() {
            let _ = fs::remove_file(path);
        } else {
            fs::write(path, got).unwrap();
        }
        return;
    }
    let want = fs::read_to_string(path).unwrap_or_default();
    if want != got {
        let at = want.lines().zip(got.lines()).take_while(|(a, b)| a == b).count();
        wrong.push(format!(
            "{}:{}\n  want: {}\n  got:  {}",
            path.display(),
            at + 1,
            want.lines().nth(at).unwrap_or("(end)"),
            got.lines().nth(at).unwrap_or("(end)")
        ));
    }
}

#[test]
fn files_check_as_expected() {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../testsuite/check");
    let mut inputs: Vec<_> = fs::read_dir(dir).unwrap().map(|e| e.unwrap().path()).collect();
    inputs.retain(|p| p.extension().is_some_and(|e| e == "go"));
    inputs.sort();
    assert!(!inputs.is_empty());
    let mut wrong = Vec::new();
    for input in inputs {
        let text = fs::read_to_string(&input).unwrap();
        let name = input.file_name().unwrap().to_string_lossy().into_owned();
        let (errors, dump) = check(&name, &text);
        compare(&input.with_extension("err"), &errors, &mut wrong);
        if text.starts_with(DUMP) {
            compare(&input.with_extension("types"), &dump, &mut wrong);
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn deep_and_long_programs_are_checked_without_overflow() {
    let chain = vec!["x"; 10_000].join(" + ");
    let (errors, _) = check("chain.go", &format!("package p\nvar x int\nvar y = {chain}\n"));
    assert_eq!(errors, "");
    let constant = vec!["1"; 10_000].join(" + ");
    let (errors, _) = check("constant.go", &format!("package p\nvar y float64 = {constant}\n"));
    assert_eq!(errors, "");
    let parens = format!("{}1{}", "(".repeat(10_000), ")".repeat(10_000));
    let (errors, _) = check("parens.go", &format!("package p\nvar y = {parens}\n"));
    assert_eq!(errors, "");
    let (errors, _) = check("shift.go", "package p\nconst x = 1 << 10000000\n");
    assert_eq!(errors, "shift.go:2:16: invalid operation: invalid shift count 10000000 (untyped int constant)\n");
}
