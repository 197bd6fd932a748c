//! Lowering at the level of the module: static data, initialisation, descriptors, reachable methods, wrappers.

use golift_base::{Diagnostics, SourceMap};
use golift_middle::lower::{LowerConfig, lower_program};
use golift_ssa::print::print_module;
use golift_ssa::verify::{VerifyConfig, verify_module};
use golift_ssa::{Data, DataKind, Module};
use golift_types::check::{PackageInput, check_package};
use golift_types::{PkgId, World};
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// Packages of a program, dependencies first: (import path, text). `main` is last.
fn lower(packages: &[(&str, &str)]) -> Module {
    let mut sources = SourceMap::default();
    let mut world = World::new();
    let mut errors = Diagnostics::default();
    let mut nodes = 0;
    let mut ids: FxHashMap<String, PkgId> = FxHashMap::default();
    let mut main = None;
    for (path, text) in packages {
        let name = format!("{path}.go");
        let file = sources.add(name.clone(), name, (*text).to_owned());
        let tree = golift_frontend::parse_file(file, sources.file(file), &mut nodes, &mut errors);
        let input = PackageInput {
            path: (*path).to_owned(),
            files: vec![Arc::new(tree)],
            imports: ids.clone(),
            std: *path != "main",
            go_version: (1, 27),
        };
        let id = check_package(&mut world, input, &sources, &mut errors);
        ids.insert((*path).to_owned(), id);
        main = Some(id);
    }
    assert_eq!(errors.render(&sources, 0), "");
    let config = LowerConfig::default();
    let module = match lower_program(&world, &sources, main.expect("a package"), &config) {
        Ok(m) => m,
        Err(e) => panic!("{}", e.render(&sources, 0)),
    };
    if let Err(e) = verify_module(&module, VerifyConfig::default()) {
        panic!("{}\n{}", e.join("\n"), print_module(&module, Some(&sources)));
    }
    module
}

fn main_only(text: &str) -> Module {
    lower(&[("main", text)])
}

fn data<'m>(m: &'m Module, name: &str) -> &'m Data {
    let found: Vec<&Data> = m.data.values().filter(|d| d.name == name).collect();
    assert_eq!(found.len(), 1, "{name} among {:?}", m.data.values().map(|d| &d.name).collect::<Vec<_>>());
    found[0]
}

fn has_data(m: &Module, name: &str) -> bool {
    m.data.values().any(|d| d.name == name)
}

fn funcs(m: &Module) -> Vec<&str> {
    m.funcs.values().map(|f| f.name.as_str()).collect()
}

fn u64_at(d: &Data, offset: usize) -> u64 {
    let mut word = [0; 8];
    for (i, b) in word.iter_mut().enumerate() {
        *b = d.bytes.get(offset + i).copied().unwrap_or(0);
    }
    u64::from_le_bytes(word)
}

#[test]
fn constant_initialisers_are_data() {
    let m = main_only(
        "package main
        type T struct { a int8; s string; p *T; f func() }
        var x = T{7, \"hi\", &T{a: 1}, g}
        var list = []int32{1, 2, 5: 9}
        var any1 any = 42
        var zero int
        var unused = []string{\"never\"}
        func g() {}
        func main() { _ = x.a; _ = list[0]; _ = any1; zero = 1 }",
    );
    let x = data(&m, "main.x");
    assert_eq!((x.kind, x.size, x.pointers), (DataKind::Writable, 40, true));
    assert_eq!(x.bytes[0], 7);
    assert_eq!(u64_at(x, 16), 2);
    assert_eq!(x.relocs.iter().map(|r| r.offset).collect::<Vec<_>>(), [8, 24, 32]);
    let list = data(&m, "main.list");
    assert_eq!((u64_at(list, 8), u64_at(list, 16)), (6, 6));
    assert_eq!(data(&m, "main.any1").relocs.len(), 2);
    assert_eq!(data(&m, "main.zero").kind, DataKind::Zero);
    assert!(!has_data(&m, "main.unused"));
    assert!(!funcs(&m).contains(&"main.init"));
}

#[test]
fn only_reachable_functions_and_initialisers() {
    let m = main_only(
        "package main
        var a = map[string]int{\"x\": 1}
        var b = map[string]int{\"y\": 2}
        var c = f()
        func f() int { return 1 }
        func unused() int { return b[\"y\"] }
        func main() { println(a[\"x\"]) }",
    );
    assert!(has_data(&m, "main.a") && !has_data(&m, "main.b"));
    let names = funcs(&m);
    assert!(names.contains(&"main.f") && !names.contains(&"main.unused"));
}

#[test]
fn methods_reached_through_interfaces() {
    let m = main_only(
        "package main
        type I interface { M(); N() }
        type A struct{ x, y int }
        func (a A) M() {}
        func (a A) N() {}
        type B struct{ x, y int }
        func (b *B) M() {}
        func (b *B) N() {}
        func (b *B) Other() {}
        func main() { var i I = A{}; i.M(); var b B; b.N() }",
    );
    let names = funcs(&m);
    assert!(names.contains(&"main.A.M"), "{names:?}");
    assert!(!names.contains(&"main.A.N"), "{names:?}");
    assert!(!names.contains(&"main.(*B).M"), "{names:?}");
    assert!(!names.contains(&"main.(*B).Other"), "{names:?}");
    assert_eq!(m.itabs.len(), 1);
    assert_eq!(m.data[m.itabs[0]].relocs.len(), 3);
}

#[test]
fn wrappers_of_promoted_methods() {
    let m = main_only(
        "package main
        type I interface { M(int) int }
        type Big [9]int
        func (b Big) M(i int) int { return b[i] }
        type S struct { n int; *Big }
        type J struct { I }
        func use(i I) int { return i.M(1) }
        func main() {
            s := S{1, &Big{}}
            use(s); use(&s); use(J{s}); use(&J{s}); use(Big{}); use(&Big{})
            f := s.M; f(2)
            g := I.M; g(s, 1)
            h := (*S).M; h(&s, 1)
            k := I(s).M; k(3)
        }",
    );
    let names = funcs(&m);
    for want in ["main.S.M", "main.(*S).M", "main.J.M", "main.(*J).M", "main.Big.M", "main.(*Big).M", "main.I.M", "main.I.M-fm"] {
        assert!(names.contains(&want), "{want} in {names:?}");
    }
}

#[test]
fn packages_are_initialised_in_order() {
    let m = lower(&[
        ("a", "package a\nvar X = f()\nfunc f() int { return 3 }\nfunc init() { X++ }\n"),
        ("main", "package main\nimport \"a\"\nvar y = a.X + 1\nfunc init() { y++ }\nfunc init() { y++ }\nfunc main() { println(y) }\n"),
    ]);
    let names = funcs(&m);
    for want in ["a.init", "a.init.0", "main.init", "main.init.0", "main.init.1", "main.main", "runtime.main"] {
        assert!(names.contains(&want), "{want} in {names:?}");
    }
}
