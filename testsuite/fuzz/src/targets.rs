//! What is done with an input: parsed, checked and, if it has no errors, compiled to placed SSA.
//!
//! An input passes if nothing panics: whatever the text holds, the phases give a result or messages. Some properties of
//! the results are asserted: messages have positions in the file, the verifier accepts the SSA after every pass.

use golift_base::{Diagnostics, SourceMap};
use golift_driver::{BuildContext, LoadedPackage, load_program, load_standard_package};
use golift_frontend::{ast_dump, decode_source, header_error, parse_file, tokens_dump};
use golift_middle::gcmodel;
use golift_middle::lower::{LowerConfig, lower_program};
use golift_middle::{EscapePolicy, MiddleConfig, optimize};
use golift_types::{PackageInput, PkgId, World, check_package, types_dump};
use rustc_hash::FxHashMap;
use std::path::Path;
use std::sync::Arc;

/// Parses the bytes as a file, and prints what comes out in every form.
///
/// # Panics
/// On a bug of the front end.
pub fn parse(data: &[u8]) {
    let (text, _) = decode_source(data.to_vec());
    let mut sources = SourceMap::default();
    let id = sources.add("x.go".into(), "x.go".into(), text);
    let source = sources.file(id);
    let mut diags = Diagnostics::default();
    let file = parse_file(id, source, &mut 0, &mut diags);
    for d in diags.iter() {
        assert!(sources.file_of(d.pos).is_some(), "a message without a place: {}", d.message);
    }
    diags.render(&sources, 0);
    ast_dump(&file, &sources);
    tokens_dump(source);
    header_error(source);
}

/// The embedded packages, checked once, for inputs that import them.
pub struct Library {
    world: World,
    sources: SourceMap,
    ids: FxHashMap<String, PkgId>,
    next_node: u32,
    inputs: u32,
}

/// A package that imports most of what programs import.
const ROOT: &str = "flag";

/// How many inputs share a library: each leaves its package behind.
const SHARED: u32 = 200;

impl Library {
    /// Loads and checks the packages.
    ///
    /// # Panics
    /// If they have errors.
    pub fn new() -> Library {
        let loaded = match load_standard_package(ROOT, &BuildContext::host()) {
            Ok(loaded) => loaded,
            Err(e) => panic!("the library does not load: {}", e.message),
        };
        let mut lib =
            Library { world: World::new(), sources: loaded.sources, ids: FxHashMap::default(), next_node: 0, inputs: 0 };
        for package in loaded.packages {
            let mut diags = Diagnostics::default();
            let path = package.path.clone();
            let input = input_of(package, &lib.ids);
            let id = check_package(&mut lib.world, input, &lib.sources, &mut diags);
            // Of the library only what a program reaches is ever compiled.
            diags.retain(|d| d.code != "UnusedImport");
            assert!(diags.is_empty(), "{}", diags.render(&lib.sources, 0));
            lib.ids.insert(path, id);
        }
        // Nodes beyond those of the library.
        lib.next_node = 2 * lib.world.info.types.len() as u32;
        lib
    }

    /// Whether it has served long enough.
    pub fn is_used_up(&self) -> bool {
        self.inputs >= SHARED
    }

    /// Checks the bytes as the only file of a package. True if it is a command without errors.
    ///
    /// # Panics
    /// On a bug of the checker; the library is not to be used again then.
    pub fn check(&mut self, data: &[u8]) -> bool {
        self.inputs += 1;
        let (text, _) = decode_source(data.to_vec());
        let name = format!("x{}.go", self.inputs);
        let id = self.sources.add(name.clone(), name, text);
        let mut diags = Diagnostics::default();
        let file = parse_file(id, self.sources.file(id), &mut self.next_node, &mut diags);
        if diags.iter().any(|d| d.code == "Syntax") {
            diags.render(&self.sources, 0);
            return false;
        }
        let is_command = file.package.name.as_str() == "main";
        let imports = self.ids.iter().map(|(path, id)| (path.clone(), *id)).collect();
        let input = PackageInput { path: "main".into(), files: vec![Arc::new(file)], imports, std: false, go_version: (1, 27) };
        let main = check_package(&mut self.world, input, &self.sources, &mut diags);
        diags.render(&self.sources, 0);
        types_dump(&self.world, main, &self.sources);
        diags.is_empty() && is_command
    }
}

impl Default for Library {
    fn default() -> Library {
        Library::new()
    }
}

/// Compiles a file without errors to placed SSA, with the verifier between the passes. It is checked once more: beside its
/// own library it is the only command.
///
/// # Panics
/// On a bug of any phase.
pub fn compile(file: &Path) {
    let args = [file.display().to_string()];
    let Ok(loaded) = load_program(&args, &BuildContext::host()) else { return };
    let sources = loaded.sources;
    let (mut world, mut ids, mut main) = (World::new(), FxHashMap::default(), None);
    for package in loaded.packages {
        let mut diags = Diagnostics::default();
        let is_command = package.files.first().is_some_and(|f| f.package.name.as_str() == "main");
        let input = input_of(package, &ids);
        let path = input.path.clone();
        let input = if is_command { PackageInput { path: "main".into(), ..input } } else { input };
        let id = check_package(&mut world, input, &sources, &mut diags);
        if is_command && !diags.is_empty() {
            return;
        }
        ids.insert(path, id);
        main = Some(id);
    }
    let Some(main) = main else { return };
    gcmodel::report(&world, &sources, main, gcmodel::Config { level: 2, inline: true, columns: true });
    for optimized in [true, false] {
        // Errors are constructs that are not supported.
        let Ok(mut module) = lower_program(&world, &sources, main, &LowerConfig::default()) else { return };
        let escape = if optimized { EscapePolicy::Full } else { EscapePolicy::Heap };
        optimize(&mut module, &MiddleConfig { escape, optimize: optimized, verify: true, ..MiddleConfig::default() });
    }
}

fn input_of(package: LoadedPackage, checked: &FxHashMap<String, PkgId>) -> PackageInput {
    PackageInput {
        imports: package.imports.iter().filter_map(|p| Some((p.clone(), *checked.get(p)?))).collect(),
        path: package.path,
        files: package.files,
        std: package.std,
        go_version: package.go_version,
    }
}
