//! File tests of the lexer and parser: `testsuite/lex/*.go` and `testsuite/parse/*.go` with what is expected beside them.
//!
//! `x.err` holds the messages; in lex, other files than `bad_*` have their tokens in `x.tokens`; in parse, a file that begins
//! with `// dump: ast` has its tree in `x.ast`. `GOLIFT_BLESS=1` writes the expectations anew.

use golift_base::{Diagnostics, SourceMap};
use golift_frontend::{ast, ast_dump, decode_source, expr_string, parse_file, parse_header, tokens_dump};
use golift_testsuite::{check_files, check_golden, programs};
use std::fs;
use std::path::Path;

/// Parses a file; the messages and what `dump` makes of it.
fn parse(input: &Path, dump: impl Fn(&ast::File, &SourceMap) -> String) -> (String, String) {
    let (text, _) = decode_source(fs::read(input).unwrap());
    let name = input.file_name().unwrap().to_string_lossy().into_owned();
    let mut sources = SourceMap::default();
    let id = sources.add(name.clone(), name, text);
    let mut diags = Diagnostics::default();
    let file = parse_file(id, sources.file(id), &mut 0, &mut diags);
    (diags.render(&sources, 0), dump(&file, &sources))
}

#[test]
fn files_lex_as_expected() {
    check_files(&programs("lex"), |input| {
        let (errors, tokens) = parse(input, |file, sources| tokens_dump(sources.file(file.file)));
        if input.file_name().unwrap().to_string_lossy().starts_with("bad_") {
            return check_golden(&input.with_extension("err"), &errors);
        }
        check_golden(&input.with_extension("tokens"), &tokens)
    });
}

#[test]
fn files_parse_as_expected() {
    check_files(&programs("parse"), |input| {
        let dumps = fs::read(input).unwrap().starts_with(b"// dump: ast");
        let (errors, tree) = parse(input, |file, sources| if dumps { ast_dump(file, sources) } else { String::new() });
        check_golden(&input.with_extension("err"), &errors)?;
        check_golden(&input.with_extension("ast"), &tree)
    });
}

/// The messages for a text, one a line, without the file's name.
fn errors(text: &str) -> String {
    let mut sources = SourceMap::default();
    let id = sources.add("x".into(), "x".into(), text.into());
    let mut diags = Diagnostics::default();
    let file = parse_file(id, sources.file(id), &mut 0, &mut diags);
    // Trees of deep files need much stack to be dropped; a compiler keeps them to its end.
    std::mem::forget(file);
    diags.render(&sources, 0).replace("x:", "")
}

#[test]
fn deep_nesting_is_no_problem() {
    let around = |n: usize, open: &str, close: &str| {
        errors(&format!("package p\nvar x = {}1{}\n", open.repeat(n), close.repeat(n)))
    };
    for (open, close) in [("(", ")"), ("- ", ""), ("f(", ")"), ("x[", "]"), ("T{", "}"), ("1+(", ")"), ("[]T{{", "}}")] {
        assert_eq!(around(5_000, open, close), "", "{open}");
        assert!(around(1_000_000, open, close).ends_with("syntax error: exceeded max nesting depth\n"), "{open}");
    }
    assert_eq!(around(10_000, "(", ")"), "");
    for (open, close) in [("{", "}"), ("if x {", "}"), ("func() {", "}()"), ("switch { default: ", "}")] {
        let blocks = |n: usize| errors(&format!("package p\nfunc f() {{{}{}}}\n", open.repeat(n), close.repeat(n)));
        assert_eq!(blocks(5_000), "", "{open}");
        assert!(blocks(300_000).ends_with("syntax error: exceeded max nesting depth\n"), "{open}");
    }
    for ty in ["[]", "*", "chan ", "map[int]", "struct{x ", "func(", "[1]", "interface{ f("] {
        let types = |n: usize| errors(&format!("package p\nvar x {}int\n", ty.repeat(n)));
        assert!(types(1_000_000).ends_with("syntax error: exceeded max nesting depth\n"), "{ty}");
    }
}

#[test]
fn long_lines_are_no_problem() {
    let text = format!("package p\nvar x = []int{{{}}}\n", "1, ".repeat(400_000));
    assert_eq!(errors(&text), "");
    let text = format!("package p\nvar x = \"{}\"\n", "a".repeat(2_000_000));
    assert_eq!(errors(&text), "");
    let text = format!("package p\nfunc f() {{{}}}\n", "x=1;".repeat(300_000));
    assert_eq!(errors(&text), "");
    let text = format!("package p\nvar x = 1{}\n", "+1".repeat(10_000));
    assert_eq!(errors(&text), "");
}

#[test]
fn headers_stop_after_the_imports() {
    let mut sources = SourceMap::default();
    let text = "package p\nimport (\"a\"; x \"b/c\")\nimport \"d\"\nvar x = @\n";
    let id = sources.add("x".into(), "x".into(), text.into());
    let mut diags = Diagnostics::default();
    let file = parse_header(id, sources.file(id), &mut 0, &mut diags);
    assert_eq!(file.imports.iter().map(|i| &i.path[..]).collect::<Vec<_>>(), ["a", "b/c", "d"]);
    assert!(file.decls.is_empty());
    assert!(diags.is_empty());
}

#[test]
fn expressions_print_as_in_messages() {
    for (text, want) in [
        ("a+b*c", "a + b * c"),
        ("(a+b)*-c", "(a + b) * -c"),
        ("f( x,y... )", "f(x, y...)"),
        ("func(a,b int,c string)(x int,err error){return}", "func(a, b int, c string) (x int, err error) {…}"),
        ("func(){}", "func() {}"),
        ("T{1,2}", "T{…}"),
        ("[]int{}", "[]int{}"),
        ("&T{a:1}", "&T{…}"),
        ("x.y[1:2]", "x.y[1:2]"),
        ("x[:i:j]", "x[:i:j]"),
        ("x.(*T)", "x.(*T)"),
        ("m[string,int](x)", "m[string, int](x)"),
        ("struct{x,y int;T;*U `t`}{}", "struct{x, y int; T; *U \"t\"}{}"),
        ("interface{m(a,b int) error;~int|T}(x)", "interface{m(a, b int) error; ~int | T}(x)"),
        ("map[(K)]chan (<-chan (T)){}", "map[K]chan (<-chan T){}"),
        ("(<-chan (<-chan int))(x)", "(<-chan <-chan int)(x)"),
        ("map[string]chan<- int{}", "map[string]chan<- int{}"),
        ("[...]int{1}", "[...]int{…}"),
        ("<-c", "<-c"),
        ("\"a\\n\"+`b`", "\"a\\n\" + `b`"),
    ] {
        let mut sources = SourceMap::default();
        let id = sources.add("x".into(), "x".into(), format!("package p\nvar x = {text}\n"));
        let mut diags = Diagnostics::default();
        let file = parse_file(id, sources.file(id), &mut 0, &mut diags);
        assert!(diags.is_empty(), "{text}: {}", diags.render(&sources, 0));
        let golift_frontend::ast::Decl::Var(spec) = &file.decls[0] else { panic!() };
        assert_eq!(expr_string(&spec.values[0]), want);
    }
}

#[test]
fn the_go_command_sees_the_head_first() {
    for (text, want) in [
        ("package p\nimport \"a\"\nfunc f() { x y }\n", ""),
        ("var x int\n", "1:1 expected 'package', found 'var'"),
        ("package", "1:8 expected 'IDENT', found 'EOF'"),
        ("package p import \"a\"\n", "1:11 expected ';', found 'import'"),
        ("package p\nimport x\n", "2:9 missing import path"),
        ("package p\nimport 5\n", "2:8 import path must be a string"),
        ("package p\nimport \"a\n", "2:8 string literal not terminated"),
        ("package p\nimport (\"a\" @)\n", "2:13 illegal character U+0040 '@'"),
        ("package p\n@ import 5\n", ""),
        ("package p\nimport \"a\" \"b\"\n", ""),
        ("package p\nimport(}", "2:8 missing import path"),
        ("package p\nimport (\n)]\n", ""),
        ("package p\nimport (\"a\" \"b\")\n", "2:13 expected ';', found \"b\""),
    ] {
        let mut sources = SourceMap::default();
        let id = sources.add("x".into(), "x".into(), text.into());
        let src = sources.file(id);
        let got = golift_frontend::header_error(src)
            .map(|(pos, msg)| format!("{} {msg}", src.line_col(pos)))
            .unwrap_or_default();
        assert_eq!(got, want, "{text}");
    }
}
