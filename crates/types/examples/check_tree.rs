//! Checks many packages in one world and prints their diagnostics: `check_tree manifest`.
//!
//! Each line of the manifest is a package, dependencies first: `import path|folder|file,file|alias=path,alias=path`.

use golift_base::{Diagnostics, SourceMap};
use golift_types::World;
use golift_types::check::{PackageInput, check_package};
use golift_types::universe::UNSAFE;
use rustc_hash::FxHashMap;
use std::path::Path;
use std::sync::Arc;

fn main() {
    let manifest = std::env::args().nth(1).expect("usage: check_tree manifest");
    let text = std::fs::read_to_string(manifest).expect("the manifest can be read");
    let mut world = World::new();
    let mut sources = SourceMap::default();
    let mut nodes = 0;
    let mut loaded = FxHashMap::default();
    loaded.insert("unsafe".to_string(), UNSAFE);
    for line in text.lines() {
        let parts: Vec<&str> = line.split('|').collect();
        let [path, dir, files, aliases] = parts[..] else { continue };
        if path == "unsafe" {
            continue;
        }
        let start = std::time::Instant::now();
        let mut diags = Diagnostics::default();
        let mut parsed = Vec::new();
        for name in files.split(',').filter(|n| !n.is_empty()) {
            let file = Path::new(dir).join(name);
            let text = String::from_utf8_lossy(&std::fs::read(&file).expect("a listed file exists")).into_owned();
            let id = sources.add(format!("{path}/{name}"), file.to_string_lossy().into_owned(), text);
            parsed.push(Arc::new(golift_frontend::parse_file(id, sources.file(id), &mut nodes, &mut diags)));
        }
        let mut imports = FxHashMap::default();
        let aliases: FxHashMap<&str, &str> = aliases.split(',').filter_map(|a| a.split_once('=')).collect();
        for spec in parsed.iter().flat_map(|f| &f.imports) {
            let real = aliases.get(spec.path.as_str()).copied().unwrap_or(&spec.path);
            if let Some(&pkg) = loaded.get(real) {
                imports.insert(spec.path.clone(), pkg);
            }
        }
        let input = PackageInput { path: path.into(), files: parsed, imports, std: true, go_version: (1, 27) };
        let pkg = check_package(&mut world, input, &sources, &mut diags);
        loaded.insert(path.into(), pkg);
        if !diags.is_empty() {
            println!("# {path}\n{}", diags.render(&sources, 0));
        }
        if start.elapsed().as_millis() > 500 {
            println!("# {path}: {} ms", start.elapsed().as_millis());
        }
    }
}
