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
fn blank_name_of_a_package() {
    check(b"package main\nimport \"fmt\"\nfunc main() { fmt._() }\n", &["run", "a.go"], 1, "./a.go:3:19: undefined: fmt._\n");
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

/// `golift build -o OUTPUT` in a folder with a good program; its status and standard error.
fn build_to(dir: &Path, output: &str) -> (Option<i32>, String) {
    std::fs::write(dir.join("a.go"), HELLO).expect("written");
    let out = golift(dir, &["build", "-o", output, "a.go"]);
    (out.status.code(), String::from_utf8_lossy(&out.stderr).into_owned())
}

fn is_program(path: &Path) -> bool {
    Command::new(path).output().is_ok_and(|o| o.stderr == b"hi\n")
}

#[test]
fn output_in_folders() {
    let dir = tempfile::tempdir().expect("a scratch folder");
    std::fs::create_dir(dir.path().join("there")).expect("made");
    for (output, file) in [("there", "there/a"), ("there/", "there/a"), ("new/", "new/a"), ("new2/sub/x", "new2/sub/x"), ("", "a")] {
        assert_eq!(build_to(dir.path(), output), (Some(0), String::new()), "{output}");
        assert!(is_program(&dir.path().join(file)), "{file}");
    }
    let leftovers = std::fs::read_dir(dir.path()).expect("a folder").flatten().filter(|e| e.file_name().to_string_lossy().contains("tmp"));
    assert_eq!(leftovers.count(), 0);
}

#[test]
fn output_where_nothing_can_be_written() {
    let dir = tempfile::tempdir().expect("a scratch folder");
    let (status, stderr) = build_to(dir.path(), "a.go/x");
    assert_eq!((status, &stderr[..]), (Some(1), "golift: mkdir a.go: file exists\n"));
    let (status, stderr) = build_to(dir.path(), "/proc/x");
    assert_eq!((status, stderr.starts_with("golift: open /proc/x: ")), (Some(1), true), "{stderr}");
    let (status, stderr) = build_to(dir.path(), "/dev/full");
    assert_eq!((status, &stderr[..]), (Some(1), "golift: write /dev/full: no space left on device\n"));
    std::fs::create_dir_all(dir.path().join("d/a")).expect("made");
    let (status, stderr) = build_to(dir.path(), "d");
    assert_eq!((status, &stderr[..]), (Some(1), "golift: build output \"d/a\" already exists and is a directory\n"));
}

#[test]
fn output_that_cannot_be_read_is_kept() {
    use std::os::unix::fs::PermissionsExt;
    let dir = tempfile::tempdir().expect("a scratch folder");
    let path = dir.path().join("secret");
    std::fs::write(&path, "keep me").expect("written");
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0)).expect("changed");
    let (status, stderr) = build_to(dir.path(), "secret");
    assert_eq!((status, &stderr[..]), (Some(1), "golift: build output \"secret\" already exists and is not an object file\n"));
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o600)).expect("changed");
    assert_eq!(std::fs::read_to_string(&path).expect("still there"), "keep me");
}

#[test]
fn pipe_as_output() {
    let dir = tempfile::tempdir().expect("a scratch folder");
    let pipe = dir.path().join("pipe");
    assert!(Command::new("mkfifo").arg(&pipe).status().expect("mkfifo runs").success());
    let (status, stderr) = build_to(dir.path(), "pipe");
    assert_eq!((status, &stderr[..]), (Some(1), "golift: write pipe: no such device or address\n"));
    let reader = {
        let pipe = pipe.clone();
        std::thread::spawn(move || std::fs::read(pipe).expect("the pipe is read"))
    };
    assert_eq!(build_to(dir.path(), "pipe"), (Some(0), String::new()));
    assert!(reader.join().expect("a reader").starts_with(b"\x7fELF"));
    assert!(!std::fs::metadata(&pipe).expect("still there").is_file());
}

#[test]
fn heads_that_the_go_command_refuses() {
    for (text, message) in [
        (&b""[..], "a.go:1:1: expected 'package', found 'EOF'\n"),
        (b"var x int\n", "a.go:1:1: expected 'package', found 'var'\n"),
        (b"package main\nimport x\n", "a.go:2:9: missing import path\n"),
        (b"package main\nimport \"a\nfunc main(){}", "a.go:2:8: string literal not terminated\n"),
        (b"package main\x00\nfunc main() {}\n", "go: reading a.go: unexpected NUL in input\n"),
    ] {
        check(text, &["build", "a.go"], 1, message);
    }
    check(HELLO, &["build", "a.go", "a.go"], 1, "case-insensitive file name collision: \"a.go\" and \"a.go\"\n");
    check(b"package other\n", &["run", "a.go"], 1, "package command-line-arguments is not a main package\n");
}
