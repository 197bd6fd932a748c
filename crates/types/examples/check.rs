//! Checks single-file packages and prints their diagnostics as the official compiler would.
//!
//! `check -I stubs out-dir files…`: imports are read from `stubs/<path>.go`; for each file the diagnostics go to
//! `out-dir/<name>.txt`. Each file is a world of its own.

use golift_base::{Diagnostics, SourceMap};
use golift_types::check::{PackageInput, check_package};
use golift_types::universe::UNSAFE;
use golift_types::{PkgId, World};
use rustc_hash::FxHashMap;
use std::path::Path;
use std::sync::Arc;

/// One file's session.
struct Session<'a> {
    stubs: &'a Path,
    world: World,
    sources: SourceMap,
    nodes: u32,
    loaded: FxHashMap<String, PkgId>,
}

impl Session<'_> {
    fn load(&mut self, path: &str, name: &str, text: String, import_path: &str, diags: &mut Diagnostics) -> Option<PkgId> {
        let id = self.sources.add(name.into(), path.into(), text);
        let file = golift_frontend::parse_file(id, self.sources.file(id), &mut self.nodes, diags);
        if diags.iter().any(|d| d.code == "Syntax") {
            return None;
        }
        let mut imports = FxHashMap::default();
        for spec in &file.imports {
            if let Some(pkg) = self.import(&spec.path) {
                imports.insert(spec.path.clone(), pkg);
            }
        }
        let input = PackageInput {
            path: import_path.into(),
            files: vec![Arc::new(file)],
            imports,
            std: import_path != "main",
            go_version: (1, 27),
        };
        Some(check_package(&mut self.world, input, &self.sources, diags))
    }

    fn import(&mut self, path: &str) -> Option<PkgId> {
        if path == "unsafe" {
            return Some(UNSAFE);
        }
        if let Some(&pkg) = self.loaded.get(path) {
            return Some(pkg);
        }
        let file = self.stubs.join(format!("{path}.go"));
        let text = std::fs::read_to_string(&file).ok()?;
        let mut diags = Diagnostics::default();
        let pkg = self.load(&file.to_string_lossy(), &format!("{path}.go"), text, path, &mut diags)?;
        if !diags.is_empty() {
            eprintln!("stub {path}:\n{}", diags.render(&self.sources, 0));
        }
        self.loaded.insert(path.into(), pkg);
        Some(pkg)
    }
}

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let [flag, stubs, out, files @ ..] = &args[..] else {
        eprintln!("usage: check -I stubs out-dir files…");
        std::process::exit(2);
    };
    assert_eq!(flag, "-I");
    for file in files {
        let path = Path::new(file);
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let text = String::from_utf8_lossy(&std::fs::read(path).unwrap_or_default()).into_owned();
        let run = || {
            let mut session = Session {
                stubs: Path::new(stubs),
                world: World::new(),
                sources: SourceMap::default(),
                nodes: 0,
                loaded: FxHashMap::default(),
            };
            let mut diags = Diagnostics::default();
            session.load(file, &name, text, "main", &mut diags);
            diags.render(&session.sources, 0)
        };
        let result = std::panic::catch_unwind(std::panic::AssertUnwindSafe(run));
        let text = result.unwrap_or_else(|_| "PANIC\n".into());
        std::fs::write(Path::new(out).join(format!("{name}.txt")), text).expect("out-dir can be written");
    }
}
