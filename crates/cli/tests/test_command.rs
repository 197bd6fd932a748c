//! `golift test`: which files belong to a test program, what runs, and the lines and exit status of the go command.

mod scratch;

use std::process::{Command, Output};

/// Runs `golift test` in a scratch module with these files.
fn golift_test(files: &[(&str, &str)], args: &[&str]) -> Output {
    scratch::golift(files, &[&["test"], args].concat())
}

/// Runs `golift test` and expects a status and both outputs; times of packages are written `T`.
fn check(files: &[(&str, &str)], args: &[&str], status: i32, stdout: &str, stderr: &str) {
    let out = golift_test(files, args);
    assert_eq!(String::from_utf8_lossy(&out.stderr), stderr, "{args:?}");
    let text = String::from_utf8_lossy(&out.stdout);
    let lines = text.lines().map(|line| match line.split('\t').collect::<Vec<_>>()[..] {
        [result @ ("ok  " | "FAIL"), path, time] if time.contains('s') && time.starts_with(|c: char| c.is_ascii_digit()) => {
            format!("{result}\t{path}\tT{}\n", &time[time.find('s').unwrap_or(0) + 1..])
        }
        _ => format!("{line}\n"),
    });
    assert_eq!(lines.collect::<String>(), stdout, "{args:?}");
    assert_eq!(out.status.code(), Some(status), "{args:?}");
}

const ADD: (&str, &str) = ("a/a.go", "package a\n\nfunc Add(x, y int) int { return x + y }\n\nvar hidden = 1\n");

#[test]
fn tests_of_the_package_and_beside_it() {
    let files = [
        ADD,
        ("a/a_test.go", "package a\n\nimport \"testing\"\n\nvar Hidden = &hidden\n\nfunc TestIn(t *testing.T) { t.Log(hidden) }\n"),
        (
            "a/x_test.go",
            "package a_test\n\nimport (\n\t\"m/a\"\n\t\"m/b\"\n\t\"testing\"\n)\n\nfunc TestOut(t *testing.T) {\n\t*a.Hidden = 5\n\tt.Log(b.Twice())\n}\n",
        ),
        ("b/b.go", "package b\n\nimport \"m/a\"\n\nfunc Twice() int { return a.Add(1, 1) }\n"),
    ];
    check(&files, &["./..."], 0, "ok  \tm/a\tT\n?   \tm/b\t[no test files]\n", "");
    let verbose = "=== RUN   TestIn\n    a_test.go:7: 1\n--- PASS: TestIn (0.00s)\n=== RUN   TestOut\n    x_test.go:11: 2\n--- PASS: TestOut (0.00s)\nPASS\nok  \tm/a\tT\n";
    check(&files, &["-v", "m/a"], 0, verbose, "");
    check(&files, &["-run=None", "./a"], 0, "ok  \tm/a\tT [no tests to run]\n", "");
    check(&files, &["-list", "Out", "./a"], 0, "TestOut\nok  \tm/a\tT\n", "");
}

#[test]
fn failures() {
    let text = "package a\n\nimport \"testing\"\n\nfunc TestF(t *testing.T) {\n\tt.Run(\"sub\", func(t *testing.T) { t.Errorf(\"got %d\", Add(1, 2)) })\n}\n";
    let files = [ADD, ("a/a_test.go", text)];
    let words = "--- FAIL: TestF (0.00s)\n    --- FAIL: TestF/sub (0.00s)\n        a_test.go:6: got 3\nFAIL\nFAIL\tm/a\tT\nFAIL\n";
    check(&files, &["./a"], 1, words, "");
    check(&files, &["-skip", "/sub", "./a"], 0, "ok  \tm/a\tT [no tests to run]\n", "");
}

#[test]
fn builds_that_fail() {
    let test = |body: &str| format!("package a\n\nimport \"testing\"\n\nfunc TestA(t *testing.T) {{ {body} }}\n");
    let files = [ADD, ("a/a_test.go", &test("Sub(1)"))];
    check(&files, &["./a"], 1, "FAIL\tm/a [build failed]\nFAIL\n", "# m/a [m/a.test]\na/a_test.go:5:28: undefined: Sub\n");
    let files = [ADD, ("a/a_test.go", "package a\n\nimport _ \"m/none\"\n")];
    let words = "# m/a\na/a_test.go:3:8: package m/none is not in std ($GOROOT/src/m/none)\n";
    check(&files, &["./a"], 1, "FAIL\tm/a [setup failed]\nFAIL\n", words);
    let files = [("b/b.go", "package b\n\nimport _ \"m/a\"\n"), ADD, ("a/a_test.go", "package a\n\nimport _ \"m/b\"\n")];
    let words = "# m/a\npackage m/a\n\timports m/b from a_test.go\n\timports m/a from b.go: import cycle not allowed in test\n";
    check(&files, &["./a"], 1, "FAIL\tm/a [setup failed]\nFAIL\n", words);
    let files = [ADD, ("a/a_test.go", "package a\n\nfunc TestA(x int) {}\n")];
    let out = golift_test(&files, &["./a"]);
    let words = "a_test.go:3:1: wrong signature for TestA, must be: func TestA(t *testing.T)\n";
    assert!(String::from_utf8_lossy(&out.stderr).ends_with(words));
}

#[test]
fn programs_and_main_functions_of_tests() {
    let files = [
        ("main.go", "package main\n\ntype T int\n\nfunc main() {}\n"),
        (
            "main_test.go",
            "package main\n\nimport (\n\t\"fmt\"\n\t\"testing\"\n)\n\nvar set bool\n\nfunc TestMain(m *testing.M) {\n\tset = true\n\tm.Run()\n\tfmt.Println(\"after\")\n}\n\nfunc TestT(t *testing.T) { fmt.Printf(\"%T %v\\n\", T(1), set) }\n",
        ),
    ];
    check(&files, &[], 0, "main.T true\nPASS\nafter\nok  \tm\tT\n", "");
    check(&files, &["."], 0, "ok  \tm\tT\n", "");
}

#[test]
fn examples_and_fuzz_seeds() {
    let text = "package a\n\nimport (\n\t\"fmt\"\n\t\"testing\"\n)\n\nfunc ExampleAdd() {\n\tfmt.Println(Add(1, 2))\n\t// Output: 3\n}\n\nfunc ExampleAdd_order() {\n\tfmt.Println(\"b\\na\")\n\t// Unordered output:\n\t// a\n\t// b\n}\n\nfunc ExampleAdd_wrong() {\n\tfmt.Println(1)\n\t// Output: 2\n}\n\nfunc Example_none() {}\n\nfunc FuzzAdd(f *testing.F) {\n\tf.Add(1, 2)\n\tf.Fuzz(func(t *testing.T, x, y int) { t.Log(x, y) })\n}\n";
    let files = [ADD, ("a/a_test.go", text)];
    let words = "--- FAIL: ExampleAdd_wrong (0.00s)\ngot:\n1\nwant:\n2\nFAIL\nFAIL\tm/a\tT\nFAIL\n";
    check(&files, &["./a"], 1, words, "");
    let words = "=== RUN   FuzzAdd\n=== RUN   FuzzAdd/seed#0\n    a_test.go:29: 1 2\n--- PASS: FuzzAdd (0.00s)\n    --- PASS: FuzzAdd/seed#0 (0.00s)\nPASS\nok  \tm/a\tT\n";
    check(&files, &["-v", "-run", "Fuzz", "./a"], 0, words, "");
}

#[test]
fn exit_inside_a_test_is_no_success() {
    let files = [ADD, ("a/a_test.go", "package a\n\nimport (\n\t\"os\"\n\t\"testing\"\n)\n\nfunc TestX(t *testing.T) { os.Exit(0) }\n")];
    let out = golift_test(&files, &["./a"]);
    let text = String::from_utf8_lossy(&out.stdout);
    assert!(text.starts_with("--- FAIL: TestX (0.00s)\npanic: unexpected call to os.Exit(0) during test"), "{text}");
    assert_eq!(out.status.code(), Some(1));
}

#[test]
fn the_program_alone() {
    let dir = tempfile::tempdir().expect("a scratch folder");
    std::fs::write(dir.path().join("a_test.go"), "package a\n\nimport \"testing\"\n\nfunc TestA(t *testing.T) {}\n").expect("a file");
    let golift = |args: &[&str]| Command::new(env!("CARGO_BIN_EXE_golift")).current_dir(dir.path()).args(args).output().expect("golift starts");
    let out = golift(&["test", "-c", "-o", "a.test", "a_test.go"]);
    assert_eq!((out.status.code(), String::from_utf8_lossy(&out.stderr).as_ref()), (Some(0), ""));
    let run = Command::new(dir.path().join("a.test")).arg("-test.v").output().expect("the test program starts");
    assert_eq!(String::from_utf8_lossy(&run.stdout), "=== RUN   TestA\n--- PASS: TestA (0.00s)\nPASS\n");
}

#[test]
fn bad_flags() {
    let usage = "usage: golift test [build/test flags] [packages] [build/test flags & test binary flags]\nRun 'golift help test' for details.\n";
    check(&[ADD], &["-count=x", "./a"], 2, "", &format!("invalid value \"x\" for flag -count: parse error\n{usage}"));
    check(&[ADD], &["-v=3"], 2, "", &format!("invalid boolean value \"3\" for -v: parse error\n{usage}"));
    check(&[ADD], &["-cover"], 2, "", &format!("golift test: flag -cover is not supported\n{usage}"));
}
