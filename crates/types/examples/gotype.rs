//! Checks Go files and prints the errors: `gotype [-e] [-I dir] [-types] file.go…`.
//!
//! Imports are read from `dir/<path>/*.go`. With `-types` every expression's type is printed instead.

use golift_base::{Diagnostics, SourceMap};
use golift_frontend::ast::File;
use golift_types::{PackageInput, PkgId, World, check_package, types_dump};
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

struct Loader {
    world: World,
    sources: SourceMap,
    diags: Diagnostics,
    next_node: u32,
    minor: u32,
    roots: Vec<PathBuf>,
    listed: BTreeMap<String, Vec<PathBuf>>,
    done: BTreeMap<String, PkgId>,
}

impl Loader {
    fn parse(&mut self, path: &Path) -> Option<Arc<File>> {
        let text = std::fs::read_to_string(path).ok()?;
        let name = path.display().to_string();
        let id = self.sources.add(name.clone(), name, text);
        let file = golift_frontend::parse_file(id, self.sources.file(id), &mut self.next_node, &mut self.diags);
        Some(Arc::new(file))
    }

    fn load(&mut self, path: &str, files: Vec<Arc<File>>, std: bool) -> PkgId {
        let mut imports = FxHashMap::default();
        for f in &files {
            for i in &f.imports {
                if i.path == "unsafe" || imports.contains_key(&i.path) {
                    continue;
                }
                if let Some(p) = self.import(&i.path) {
                    imports.insert(i.path.clone(), p);
                }
            }
        }
        let input = PackageInput { path: path.into(), files, imports, std, go_version: (1, self.minor) };
        check_package(&mut self.world, input, &self.sources, &mut self.diags)
    }

    fn import(&mut self, path: &str) -> Option<PkgId> {
        if let Some(&p) = self.done.get(path) {
            return Some(p);
        }
        if let Some(names) = self.listed.get(path).or_else(|| self.listed.get(&format!("vendor/{path}"))) {
            let names = names.clone();
            let files: Vec<_> = names.iter().filter_map(|p| self.parse(p)).collect();
            let id = self.load(path, files, true);
            self.done.insert(path.into(), id);
            return Some(id);
        }
        let dir = self.roots.iter().map(|r| r.join(path)).find(|d| d.is_dir())?;
        let mut names: Vec<PathBuf> = std::fs::read_dir(dir).ok()?.flatten().map(|e| e.path()).collect();
        names.sort();
        names.retain(|p| {
            let n = p.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
            n.ends_with(".go") && !n.ends_with("_test.go")
        });
        let files: Vec<_> = names.iter().filter_map(|p| self.parse(p)).collect();
        let id = self.load(path, files, true);
        self.done.insert(path.into(), id);
        Some(id)
    }
}

fn main() {
    let mut limit = 10;
    let mut roots = Vec::new();
    let mut names = Vec::new();
    let mut dump = false;
    let mut listed = BTreeMap::new();
    let mut all = false;
    let mut minor = 27;
    let mut args = std::env::args().skip(1);
    while let Some(a) = args.next() {
        match a.as_str() {
            "-e" => limit = 0,
            "-types" => dump = true,
            "-all" => all = true,
            a if a.starts_with("-lang=go1.") => minor = a["-lang=go1.".len()..].parse().unwrap_or(27),
            "-list" => {
                // Lines of `path|dir|file,file`.
                let text = args.next().and_then(|p| std::fs::read_to_string(p).ok()).unwrap_or_default();
                for line in text.lines() {
                    let parts: Vec<&str> = line.split('|').collect();
                    if let [path, dir, files] = parts[..] {
                        let files = files.split(',').map(|f| Path::new(dir).join(f)).collect();
                        listed.insert(path.to_string(), files);
                    }
                }
            }
            "-I" => roots.extend(args.next().map(PathBuf::from)),
            _ => names.push(a),
        }
    }
    let mut l = Loader {
        world: World::new(),
        sources: SourceMap::default(),
        diags: Diagnostics::default(),
        next_node: 0,
        minor,
        roots,
        listed,
        done: BTreeMap::new(),
    };
    let files: Vec<_> = names.iter().filter_map(|n| l.parse(Path::new(n))).collect();
    let syntax = l.diags.iter().any(|d| d.code == "Syntax");
    let start = std::time::Instant::now();
    if !syntax {
        if all {
            for path in l.listed.keys().cloned().collect::<Vec<_>>() {
                l.import(&path);
            }
        } else {
            let id = l.load("main", files, false);
            if dump {
                print!("{}", types_dump(&l.world, id, &l.sources));
            }
        }
    }
    if std::env::var_os("GOTYPE_TIME").is_some() {
        eprintln!("checked in {:?}", start.elapsed());
    }
    print!("{}", l.diags.render(&l.sources, limit));
    if !l.diags.is_empty() {
        std::process::exit(1);
    }
}
