//! The command line: bad input gives the go command's kind of message and exit status, and loses nothing.

use std::path::Path;
use std::process::{Command, Output};

fn golift(dir: &Path, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_golift")).current_dir(dir).args(args).output().expect("golift starts")
}

/// Runs golift on a program and expects a status and a part of standard error.
fn check(program: &[u8], args: &[&str], status: i32, message: &str) {
    let dir = tempfile::tempdir().expect("a scratch folder");
    std::fs::write(dir.path().join("a.go"), program).expect("the program is written");
    let out = golift(dir.path(), args);
    let stderr = String::from_utf8_lossy(&out.stderr);
    assert_eq!(out.status.code(), Some(status), "{args:?}: {stderr}");
    assert!(stderr.contains(message), "{args:?}: want {message:?} in\n{stderr}");
    assert!(!stderr.contains("panicked"), "{args:?}: {stderr}");
}

const HELLO: &[u8] = b"package main\n\nfunc main() { println(\"hi\") }\n";

#[test]
fn missing_file() {
    check(HELLO, &["run", "nofile.go"], 1, "stat nofile.go: no such file or directory");
}

#[test]
fn bad_flags() {
    check(HELLO, &["run", "-zzz", "a.go"], 2, "flag provided but not defined: -zzz");
    check(HELLO, &["build", "-escape=none", "a.go"], 2, "invalid value \"none\" for flag -escape");
    check(HELLO, &["build", "-emit=ssa:nopass", "a.go"], 2, "unknown pass");
    check(HELLO, &["bogus"], 2, "golift bogus: unknown command");
}

#[test]
fn syntax_error() {
    check(b"package main\nfunc main() { x := 1 \n y( }\n", &["build", "a.go"], 1, "./a.go:3:5: syntax error: unexpected }, expected expression");
}

#[test]
fn type_error() {
    check(b"package main\nfunc main() {\n\tx := 1\n}\n", &["build", "a.go"], 1, "# command-line-arguments\n./a.go:3:2: declared and not used: x");
}

#[test]
fn missing_package() {
    check(b"package main\nimport \"nosuch\"\nfunc main() { nosuch.F() }\n", &["run", "a.go"], 1, "a.go:2:8: package nosuch is not in std");
}

#[test]
fn huge_constant() {
    check(b"package main\nconst x = 1 << 10000000\nfunc main() { println(x) }\n", &["run", "a.go"], 1, "./a.go:2:");
}

#[test]
fn not_utf8() {
    check(b"package main\nfunc main() { println(\"\xff\") }\n", &["run", "a.go"], 1, "invalid UTF-8 encoding");
}

#[test]
fn deep_nesting() {
    let mut text = b"package main\nfunc main() { println(".to_vec();
    text.extend(vec![b'('; 10_000]);
    text.push(b'1');
    text.extend(vec![b')'; 10_000]);
    text.extend(b") }\n");
    check(&text, &["run", "a.go"], 0, "1");
}

#[test]
fn exit_status_of_the_program() {
    check(b"package main\nfunc main() { panic(\"x\") }\n", &["run", "a.go"], 1, "panic: x");
    check(b"package main\nfunc main() { panic(\"x\") }\n", &["run", "a.go"], 1, "exit status 2");
}

#[test]
fn output_that_is_no_object_file_is_kept() {
    let dir = tempfile::tempdir().expect("a scratch folder");
    std::fs::write(dir.path().join("a.go"), HELLO).expect("written");
    std::fs::write(dir.path().join("notes"), "keep me").expect("written");
    let out = golift(dir.path(), &["build", "-o", "notes", "a.go"]);
    assert_eq!(out.status.code(), Some(1));
    assert_eq!(std::fs::read_to_string(dir.path().join("notes")).expect("still there"), "keep me");
}

#[test]
fn device_as_output_stays() {
    let dir = tempfile::tempdir().expect("a scratch folder");
    std::fs::write(dir.path().join("a.go"), HELLO).expect("written");
    let out = golift(dir.path(), &["build", "-o", "/dev/null", "a.go"]);
    assert_eq!(out.status.code(), Some(0), "{}", String::from_utf8_lossy(&out.stderr));
    assert!(!std::fs::metadata("/dev/null").expect("still there").is_file());
}

#[test]
fn builds_are_reproducible() {
    let dir = tempfile::tempdir().expect("a scratch folder");
    std::fs::write(dir.path().join("a.go"), HELLO).expect("written");
    for name in ["one", "two"] {
        let out = golift(dir.path(), &["build", "-o", name, "a.go"]);
        assert_eq!(out.status.code(), Some(0), "{}", String::from_utf8_lossy(&out.stderr));
    }
    let read = |name| std::fs::read(dir.path().join(name)).expect("built");
    assert!(read("one") == read("two"), "two builds of one program differ");
    let out = Command::new(dir.path().join("one")).output().expect("runs");
    assert_eq!(String::from_utf8_lossy(&out.stderr), "hi\n");
}
