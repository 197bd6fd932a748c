//! File tests of the checker: `testsuite/check/*.go` with what is expected beside them.
//!
//! `x.err` holds the messages, which are the official compiler's (`go tool compile -complete -e x.go`);
//! a file that begins with `// dump: types` has `x.types` too.
//! `GOLIFT_BLESS=1` writes the expectations anew: compare with the official compiler before you keep them.

use golift_base::{Diagnostics, SourceMap};
use golift_testsuite::{check_files, check_golden, programs};
use golift_types::{PackageInput, World, check_package, types_dump};
use rustc_hash::FxHashMap;
use std::fs;
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

#[test]
fn files_check_as_expected() {
    check_files(&programs("check"), |input| {
        let text = fs::read_to_string(input).unwrap();
        let name = input.file_name().unwrap().to_string_lossy().into_owned();
        let (errors, dump) = check(&name, &text);
        check_golden(&input.with_extension("err"), &errors)?;
        check_golden(&input.with_extension("types"), &dump)
    });
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
