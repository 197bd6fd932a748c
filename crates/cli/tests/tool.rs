//! `golift tool compile` and `golift tool link`: packages one at a time, as drivers of the official tools want it.

use std::path::Path;
use std::process::{Command, Output};

fn golift(dir: &Path, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_golift")).current_dir(dir).args(args).output().expect("golift starts")
}

fn write(dir: &Path, name: &str, text: &str) {
    std::fs::write(dir.join(name), text).expect("a file is written");
}

/// Compiles and gives the status and standard output.
fn compile(dir: &Path, args: &[&str]) -> (Option<i32>, String) {
    let all: Vec<&str> = ["tool", "compile"].into_iter().chain(args.iter().copied()).collect();
    let out = golift(dir, &all);
    (out.status.code(), String::from_utf8_lossy(&out.stdout).into_owned())
}

#[test]
fn packages_are_compiled_and_linked_one_by_one() {
    let dir = tempfile::tempdir().expect("a scratch folder");
    let dir = dir.path();
    std::fs::create_dir(dir.join("test")).expect("a folder");
    write(dir, "a.go", "package a\n\ntype T struct{ N int }\n\nfunc F() *T { return &T{42} }\n");
    write(dir, "b.go", "package b\n\nimport \"./a\"\n\nfunc G() *a.T { return a.F() }\n");
    write(dir, "main.go", "package main\n\nimport \"./b\"\n\nfunc main() { print(b.G().N) }\n");
    let ok = (Some(0), String::new());
    assert_eq!(compile(dir, &["-D", "test", "-I", ".", "-p", "test/a", "-o", "test/a.a", "a.go"]), ok);
    assert_eq!(compile(dir, &["-D", "test", "-I", ".", "-p=test/b", "-o", "test/b.a", "b.go"]), ok);
    // What an archive needs of other packages it has itself.
    std::fs::remove_file(dir.join("test/a.a")).expect("the archive is there");
    assert_eq!(compile(dir, &["-D", "test", "-I", ".", "-p=main", "main.go"]), ok);
    let linked = golift(dir, &["tool", "link", "-w", "-o", "a.exe", "main.o"]);
    assert!(linked.status.success(), "{}", String::from_utf8_lossy(&linked.stderr));
    let ran = Command::new(dir.join("a.exe")).output().expect("the program starts");
    assert_eq!(String::from_utf8_lossy(&ran.stderr), "42");
}

#[test]
fn importcfg_names_archives() {
    let dir = tempfile::tempdir().expect("a scratch folder");
    let dir = dir.path();
    write(dir, "a.go", "package a\n\nconst C = 1\n");
    write(dir, "b.go", "package b\n\nimport \"old/a\"\n\nvar X = a.C\n");
    write(dir, "cfg", "# comment\nimportmap old/a=new/a\npackagefile new/a=a.o\n");
    assert_eq!(compile(dir, &["-p=new/a", "a.go"]), (Some(0), String::new()));
    assert_eq!(compile(dir, &["-p=b", "-importcfg", "cfg", "b.go"]), (Some(0), String::new()));
    let missing = "b.go:3:8: could not import old/a (file not found)\n".to_string();
    assert_eq!(compile(dir, &["-p=b", "b.go"]), (Some(1), missing));
}

#[test]
fn messages() {
    let dir = tempfile::tempdir().expect("a scratch folder");
    let dir = dir.path();
    write(dir, "a.go", "package a\n\nvar x int = \"s\"; var y int = \"t\"\n\nfunc f()\n");
    let text = |s: &str| format!("cannot use \"{s}\" (untyped string constant) as int value in variable declaration");
    let (s, t) = (text("s"), text("t"));
    assert_eq!(compile(dir, &["-p=a", "a.go"]), (Some(1), format!("a.go:3:13: {s}\na.go:3:30: {t}\n")));
    assert_eq!(compile(dir, &["-p=a", "-C", "-e", "a.go"]), (Some(1), format!("a.go:3: {s}\na.go:3: {t}\n")));
    write(dir, "b.go", "package b\n\nfunc f()\n");
    assert_eq!(compile(dir, &["-p=b", "b.go"]), (Some(0), String::new()));
    assert_eq!(compile(dir, &["-p=b", "-complete", "b.go"]), (Some(1), "b.go:3:6: missing function body\n".into()));
    write(dir, "c.go", "package c\n\nfunc f( {\n");
    assert_eq!(compile(dir, &["-p=c", "c.go"]).0, Some(2));
}
