//! Packages and modules from the command line: which files belong to a build, and the go command's messages for
//! what cannot be found or may not be imported.

mod scratch;

use scratch::golift;

/// Expects a status and the whole of standard error.
fn check(files: &[(&str, &str)], args: &[&str], status: i32, stderr: &str) {
    let out = golift(files, args);
    assert_eq!(String::from_utf8_lossy(&out.stderr), stderr, "{args:?}");
    assert_eq!(out.status.code(), Some(status), "{args:?}");
}

#[test]
fn missing_packages() {
    let main = "package main\n\nimport (\n\t\"foo/bar\"\n\t\"x.y/z\"\n)\n\nfunc main() {}\n";
    let words = "main.go:4:2: package foo/bar is not in std ($GOROOT/src/foo/bar)\nmain.go:5:2: no required module provides package x.y/z; to add it:\n\tgo get x.y/z\n";
    check(&[("main.go", main)], &["build", "."], 1, words);
    check(&[("main.go", main)], &["run", "main.go"], 1, words);
}

#[test]
fn import_cycles() {
    let files = [
        ("main.go", "package main\n\nimport _ \"m/a\"\n\nfunc main() {}\n"),
        ("a/a.go", "package a\n\nimport _ \"m/b\"\n"),
        ("b/b.go", "package b\n\nimport _ \"m/a\"\n"),
    ];
    let words = "package m\n\timports m/a from main.go\n\timports m/b from a.go\n\timports m/a from b.go: import cycle not allowed\n";
    check(&files, &["build"], 1, words);
}

#[test]
fn internal_packages() {
    let files = [("main.go", "package main\n\nimport _ \"m/a/internal/x\"\n\nfunc main() {}\n"), ("a/internal/x/x.go", "package x\n")];
    check(&files, &["build"], 1, "package m\n\tmain.go:3:8: use of internal package m/a/internal/x not allowed\n");
}

#[test]
fn files_are_chosen_by_name_and_constraint() {
    let files = [
        ("main.go", "package main\n\nfunc main() { println(x) }\n"),
        ("x_windows.go", "package main\n\nconst x = 1\n"),
        ("x_linux.go", "package main\n\nconst x = 2\n"),
        ("tagged.go", "//go:build special\n\npackage main\n\nconst x = 3\n"),
        ("x_test.go", "package main\n\nconst x = 4\n"),
    ];
    check(&files, &["run", "."], 0, "2\n");
    let both = "# m\n./x_linux.go:3:7: x redeclared in this block\n\t./tagged.go:5:7: other declaration of x\n";
    check(&files, &["run", "-tags", "special", "."], 1, both);
}

#[test]
fn vendored_and_replaced_modules() {
    let main = ("main.go", "package main\n\nimport \"x.y/e/q\"\n\nfunc main() { q.Q() }\n");
    let q = "package q\n\nfunc Q() { for i := range 2 { println(i) } }\n";
    let require = "module m\n\ngo 1.27\n\nrequire x.y/e v1.0.0\n";
    let vendored = [
        main,
        ("go.mod", require),
        ("vendor/modules.txt", "# x.y/e v1.0.0\n## explicit; go 1.21\nx.y/e/q\n"),
        ("vendor/x.y/e/q/q.go", q),
    ];
    let old = "cannot range over 2 (untyped int constant): requires go1.22 or later (-lang was set to go1.21; check go.mod)\n";
    check(&vendored, &["run", "."], 1, &format!("# x.y/e/q\nvendor/x.y/e/q/q.go:3:27: {old}"));
    let with_replace = format!("{require}\nreplace x.y/e => ./e\n");
    let replaced = [main, ("go.mod", &with_replace), ("e/go.mod", "module x.y/e\n\ngo 1.22\n"), ("e/q/q.go", q)];
    check(&replaced, &["run", "."], 0, "0\n1\n");
}

#[test]
fn all_packages_are_built_and_discarded() {
    let files = [
        ("main.go", "package main\n\nfunc main() {}\n"),
        ("a/a.go", "package a\n\nvar x int = \"\"\n"),
        ("testdata/t.go", "package t\n\nvar x int = \"\"\n"),
        ("b/b.go", "package b\n\nfunc f() { return 1 }\n"),
    ];
    let words = "# m/a\na/a.go:3:13: cannot use \"\" (untyped string constant) as int value in variable declaration\n# m/b\nb/b.go:3:19: too many return values\n\thave (number)\n\twant ()\n";
    check(&files, &["build", "./..."], 1, words);
    let json = golift(&files, &["build", "-json", "./b"]);
    let first = "{\"ImportPath\":\"m/b\",\"Action\":\"build-output\",\"Output\":\"# m/b\\n\"}\n";
    assert!(String::from_utf8_lossy(&json.stdout).starts_with(first));
}
