//! Run-time type names, sizes, method sets and keys, against what the official compiler's programs print.

use golift_base::{Diagnostics, SourceMap, Symbol};
use golift_types::{PackageInput, PkgId, TypeId, World, check_package};
use rustc_hash::FxHashMap;
use std::sync::Arc;

const SOURCE: &str = r#"
package main

import "unsafe"

type T struct{ a int }
type G[A, B any] struct { a A; b B }
type I interface { M(); n(int, ...string) (x int, err error) }
type E struct { T; *G[int, T]; I; x byte }
func (T) V() {}
func (*T) P() {}
func (g G[A, B]) First(x B) A { return g.a }

var (
	v0 struct { T; *E; A int "tag"; b string `x"y`; c, d byte }
	v1 []I
	v2 map[string]error
	v3 G[int, *T]
	v4 G[struct{ a int }, func(x int)]
	v5 chan (<-chan int)
	v6 chan<- func()
	v7 <-chan chan<- int
	v8 func(a, b int, c ...string) (x int, err error)
	v9 [3]rune
	v10 *unsafe.Pointer
	v11 any
	v12 interface { error; Foo() interface{} }
	v13 E
	v14 struct{}
	v15 struct { a bool; b int64; c bool; d struct{} }
	v16 [2]struct { s string; b []byte; c uint16; i any }
	v17 struct { a [0]int64; b byte }
	v18 complex64
	v19 struct { x complex64; y float32; z complex128 }
	v20 func(func(int) func()) func(int) (int, int)
)

var (
	k1 interface { M(x int); N() }
	k2 interface { N(); M(int) }
	k3 []byte
	k4 []uint8
	k5 G[byte, any]
	k6 G[uint8, interface{}]
	k7 func(a int) (b string)
	k8 func(int) string
	k9 func(...int)
	k10 func([]int)
	k11 struct { T }
	k12 struct { T T }
	k13 struct { a int "x" }
	k14 struct { a int }
)

func main() { type T int; var l T; _ = l }
"#;

fn world() -> (World, PkgId) {
    let mut sources = SourceMap::default();
    let id = sources.add("t.go".into(), "t.go".into(), SOURCE.into());
    let mut diags = Diagnostics::default();
    let file = golift_frontend::parse_file(id, sources.file(id), &mut 0, &mut diags);
    let mut world = World::new();
    let input = PackageInput {
        path: "main".into(),
        files: vec![Arc::new(file)],
        imports: FxHashMap::default(),
        std: false,
        go_version: (1, 27),
    };
    let pkg = check_package(&mut world, input, &sources, &mut diags);
    assert_eq!(diags.render(&sources, 0), "");
    (world, pkg)
}

fn type_of(w: &World, pkg: PkgId, name: &str) -> TypeId {
    let obj = w.lookup(w.package(pkg).scope, Symbol::new(name)).unwrap();
    w.obj(obj).ty
}

#[test]
fn names_and_sizes_are_the_official_ones() {
    let (w, pkg) = world();
    let want = [
        ("struct { main.T; *main.E; A int \"tag\"; b string \"x\\\"y\"; c uint8; d uint8 }", 48, 8),
        ("[]main.I", 24, 8),
        ("map[string]error", 8, 8),
        ("main.G[int,*main.T]", 16, 8),
        ("main.G[struct { main.a int },func(int)]", 16, 8),
        ("chan (<-chan int)", 8, 8),
        ("chan<- func()", 8, 8),
        ("<-chan chan<- int", 8, 8),
        ("func(int, int, ...string) (int, error)", 8, 8),
        ("[3]int32", 12, 4),
        ("*unsafe.Pointer", 8, 8),
        ("interface {}", 16, 8),
        ("interface { Error() string; Foo() interface {} }", 16, 8),
        ("main.E", 40, 8),
        ("struct {}", 0, 1),
        ("struct { a bool; b int64; c bool; d struct {} }", 24, 8),
        ("[2]struct { s string; b []uint8; c uint16; i interface {} }", 128, 8),
        ("struct { a [0]int64; b uint8 }", 8, 8),
        ("complex64", 8, 4),
        ("struct { x complex64; y float32; z complex128 }", 32, 8),
        ("func(func(int) func()) func(int) (int, int)", 8, 8),
    ];
    for (i, (name, size, align)) in want.into_iter().enumerate() {
        let ty = type_of(&w, pkg, &format!("v{i}"));
        assert_eq!(w.runtime_type_string(ty), name);
        assert_eq!((w.size_of(ty), w.align_of(ty)), (size, align), "{name}");
    }
}

#[test]
fn pointer_words_mark_what_the_collector_follows() {
    let (w, pkg) = world();
    let words = |name: &str| -> String {
        let ty = type_of(&w, pkg, name);
        assert_eq!(w.ptrdata(ty) / 8, w.pointer_words(ty).len() as u64);
        w.pointer_words(ty).iter().map(|&b| if b { '1' } else { '0' }).collect()
    };
    // string: pointer, length; slice: pointer, length, capacity; interface: type word (static data), data.
    assert_eq!(words("v16"), "1010000110100001");
    assert_eq!(words("v13"), "0101");
    assert_eq!(words("v18"), "");
    assert_eq!(words("v11"), "01");
    assert_eq!(words("v8"), "1");
}

#[test]
fn keys_are_equal_exactly_for_identical_types() {
    let (w, pkg) = world();
    for i in (1..=13).step_by(2) {
        let (a, b) = (type_of(&w, pkg, &format!("k{i}")), type_of(&w, pkg, &format!("k{}", i + 1)));
        let same = i < 9;
        assert_eq!(w.identical(a, b), same, "k{i}");
        assert_eq!(w.type_key(a) == w.type_key(b), same, "{} {}", w.type_key(a), w.type_key(b));
    }
}

#[test]
fn method_sets_follow_embedding() {
    let (w, pkg) = world();
    let set = |ty: TypeId| -> Vec<String> {
        w.method_set(ty).iter().map(|m| format!("{}{:?}{}", m.name, m.path, if m.indirect { "*" } else { "" })).collect()
    };
    let e = type_of(&w, pkg, "v13");
    assert_eq!(set(e), ["First[1]*", "M[2]", "V[0]", "n[2]"]);
    let ptr = w.add_type(golift_types::Type::Pointer(e));
    assert_eq!(set(ptr), ["First[1]*", "M[2]*", "P[0]*", "V[0]*", "n[2]*"]);
    let first = w.method_set(e)[0].sig;
    assert_eq!(w.signature_string(first, pkg), "(x T) int");
}
