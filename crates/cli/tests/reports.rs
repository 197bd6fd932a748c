//! Reports of the escape analysis: across packages, beside counts, beside the official compiler's.

use std::path::Path;
use std::process::{Command, Output};

fn golift(dir: &Path, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_golift")).current_dir(dir).args(args).output().expect("golift starts")
}

/// A scratch module with these files.
fn module(files: &[(&str, &str)]) -> tempfile::TempDir {
    let dir = tempfile::tempdir().expect("a scratch folder");
    for (name, text) in files {
        let path = dir.path().join(name);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("folders are made");
        std::fs::write(path, text).expect("the file is written");
    }
    dir
}

const STORE: &str = "package store\n\ntype Item struct{ next *Item }\n\nvar first *Item\n\n\
    //go:noinline\nfunc Add(i *Item) { link(i) }\n\n//go:noinline\nfunc link(i *Item) {\n\ti.next = first\n\tfirst = i\n}\n";

const MAIN: &str = "package main\n\nimport \"m/store\"\n\nfunc main() {\n\ti := &store.Item{}\n\tstore.Add(i)\n}\n";

#[test]
fn chains_go_through_packages() {
    let dir = module(&[("go.mod", "module m\n\ngo 1.27\n"), ("main.go", MAIN), ("store/store.go", STORE)]);
    let out = golift(dir.path(), &["build", "-m=2", "-o", "/dev/null", "."]);
    let text = String::from_utf8_lossy(&out.stderr);
    let want = "./main.go:6:7: &store.Item{} escapes to heap in main.main:\n\
        ./main.go:6:7:   flow: i of m/store.Add ← &store.Item{}:\n\
        ./main.go:6:7:     from passed to m/store.Add at ./main.go:7:11\n\
        ./main.go:6:7:   flow: i of m/store.link ← i:\n\
        ./main.go:6:7:     from passed to m/store.link at store/store.go:8:25\n\
        ./main.go:6:7:   flow: {heap} ← i:\n\
        ./main.go:6:7:     from assigned to m/store.first at store/store.go:13:8\n\
        ./main.go:6:7: &store.Item{} escapes to heap\n";
    assert!(text.contains(want), "{text}");
}

#[test]
fn packages_without_a_program_are_looked_at() {
    let promise = STORE.replace("//go:noinline\nfunc Add", "//golift:noalloc\nfunc Add");
    let made = promise.replace("link(i) }", "link(&Item{}) }");
    let dir = module(&[("go.mod", "module m\n\ngo 1.27\n"), ("store/store.go", &promise), ("made/made.go", &made)]);
    let out = golift(dir.path(), &["build", "-m=2", "./store"]);
    let text = String::from_utf8_lossy(&out.stderr);
    assert!(out.status.success() && text.contains("store/store.go:8:10: leaking param: i\n"), "{text}");
    let out = golift(dir.path(), &["build", "./made"]);
    let text = String::from_utf8_lossy(&out.stderr);
    let want = "made/made.go:8:1: Add must not allocate (//golift:noalloc): &Item{} escapes to heap (made/made.go:8:26)\n";
    assert!(!out.status.success() && text.contains(want), "{text}");
}

const COUNTED: &str = "package main\n\nvar kept []*int\n\n//go:noinline\nfunc buffer(n int) int {\n\tb := make([]byte, n)\n\treturn len(b)\n}\n\n\
    //go:noinline\nfunc keep(yes bool) {\n\tx := 1\n\tif yes {\n\t\tkept = append(kept, &x)\n\t}\n}\n\n\
    func main() {\n\tbuffer(10)\n\tbuffer(1 << 20)\n\tif len(kept) > 0 {\n\t\tkeep(true)\n\t}\n}\n";

#[test]
fn counts_are_explained() {
    let dir = module(&[("a.go", COUNTED)]);
    let out = golift(dir.path(), &["run", "-allocs", "a.go"]);
    let text = String::from_utf8_lossy(&out.stderr);
    let want = "./a.go:7:11: make([]byte, n) does not escape: 1 allocations, 1048576 bytes; 1 on the side stack, 16 bytes \
        (too large for the side stack at run time)\n";
    assert!(text.contains(want), "{text}");
    assert!(text.contains("./a.go:13:2: moved to heap: x: 0 allocations, 0 bytes (never executed)\n"), "{text}");
}

const CARRIED: &str = "package main\n\nfunc main() {\n\tvar s []*int\n\tfor i := 0; i < 3; i++ {\n\t\tw := i\n\t\ts = append(s, &w)\n\t}\n\
    \tprintln(*s[0])\n}\n";

#[test]
fn differences_stand_side_by_side() {
    let dir = module(&[("a.go", CARRIED)]);
    let out = golift(dir.path(), &["escape", "diff", "-run", "a.go"]);
    let text = String::from_utf8_lossy(&out.stdout);
    assert!(text.contains("./a.go:6:3  w           heap      side stack                3     24              0      0\n"), "{text}");
    assert!(text.contains("1 place differs: on the heap for the official compiler only 1, for golift only 0\n"), "{text}");
    assert!(text.contains("the whole program: "), "{text}");
    let out = golift(dir.path(), &["escape", "diff", "-json", "a.go"]);
    let text = String::from_utf8_lossy(&out.stdout);
    assert!(text.contains("\"position\":\"./a.go:6:3\"") && text.contains("\"technique\":\"side stack\""), "{text}");
    let out = golift(dir.path(), &["escape", "bogus"]);
    assert_eq!(out.status.code(), Some(2), "{}", String::from_utf8_lossy(&out.stderr));
}
