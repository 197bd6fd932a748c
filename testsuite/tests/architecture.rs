//! The dependency table of `docs/src/architecture.md` and the manifests agree.

use golift_testsuite::root;
use std::collections::BTreeSet;
use std::fs;

#[test]
fn dependencies_follow_the_table() {
    let top = root().join("..");
    let page = fs::read_to_string(top.join("docs/src/architecture.md")).expect("the architecture page");
    let mut rows = 0;
    for line in page.lines().filter(|l| l.starts_with("| golift") || l.starts_with("| xtask")) {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        let [_, folder, allowed] = cells[..] else { panic!("bad row {line}") };
        let allowed: BTreeSet<String> = allowed.split(',').map(str::trim).filter(|s| !s.is_empty()).map(String::from).collect();
        let manifest = fs::read_to_string(top.join(folder).join("Cargo.toml")).expect(folder);
        let dependencies = manifest.split("[dependencies]").nth(1).unwrap_or("").split("\n[").next().unwrap_or("");
        let mut named = BTreeSet::new();
        for dep in dependencies.lines().filter_map(|l| l.split(['.', '=', ' ']).next()).filter(|d| !d.is_empty()) {
            if let Some(own) = dep.strip_prefix("golift-") {
                named.insert(own.to_string());
            }
            assert!(dep != "chumsky" || folder == "crates/frontend", "{folder} names chumsky");
            let cranelift = dep.starts_with("cranelift") && dep != "cranelift-entity";
            assert!(!cranelift || folder == "crates/backend", "{folder} names {dep}");
        }
        let extra: Vec<&String> = named.difference(&allowed).collect();
        assert!(extra.is_empty(), "{folder} depends on {extra:?}, which docs/src/architecture.md does not allow");
        rows += 1;
    }
    assert_eq!(rows, 15, "the table lists every crate");
}
