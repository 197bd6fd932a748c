//! Finding packages: from command-line arguments to parsed packages in dependency order.
//!
//! Standard packages come from the embedded table, others from the main module, its vendor directory
//! or a local replacement. Nothing is downloaded.
//!
//! Problems of the go command's kind (missing packages, cycles, forbidden imports) are collected in the order in
//! which it prints them, dependencies first, one for each package, and end the build. Syntax errors are kept with
//! their package: they are the compiler's.

use crate::constraint::BuildContext;
use crate::embed::embedded_files;
use crate::error::{Failure, Report, Result, os_error};
use crate::import_error::{illegal_import, internal_root, is_internal, not_a_package_path};
use crate::module::GO_VERSION;
use crate::patterns::{Root, roots};
use crate::paths::{compiler_name, short};
use crate::reachable::PackageTokens;
use crate::resolve::{Modules, Resolved};
use crate::std_sources::{has_std_package, std_package};
use golift_base::{Diagnostics, Pos, SourceMap};
use golift_frontend::ast::File;
use golift_types::EmbeddedFile;
use golift_frontend::{lex_file, parse_lexed};
use indexmap::IndexMap;
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

mod archived;
mod directory;
mod embedded;
mod tested;

pub(crate) use archived::{load_archive, load_named_files};
use tested::UnderTest;
pub(crate) use tested::{TestRoot, Tested, find_tests, load_tested};

/// The import path of a list of files.
pub(crate) const COMMAND_LINE: &str = "command-line-arguments";

/// A parsed package.
#[derive(Debug, Default)]
pub struct LoadedPackage {
    /// The import path; `command-line-arguments` for a list of files.
    pub path: String,
    /// Its files in order of name.
    pub files: Vec<Arc<File>>,
    /// Import paths, sorted, without `unsafe`.
    pub imports: Vec<String>,
    /// Whether it is an embedded standard package.
    pub std: bool,
    /// The language version from its go.mod.
    pub go_version: (u32, u32),
    /// Whether declarations that the program cannot reach were left out.
    pub partial: bool,
    /// What the parser found wrong.
    pub syntax: Diagnostics,
    /// Why it cannot be built though it can be loaded (only test files), as a line.
    pub unbuildable: Option<String>,
    /// What `//go:embed` directives name, by their positions.
    pub embeds: Vec<(Pos, Vec<EmbeddedFile>)>,
    /// The test program that it was loaded for, if it has other files there than elsewhere.
    pub variant: Option<String>,
    /// What import paths as written stand for, where that is another path (`./a`).
    pub resolved: FxHashMap<String, String>,
}

impl LoadedPackage {
    /// The package that an import path in its files stands for.
    pub(crate) fn target<'a>(&'a self, written: &'a str) -> &'a str {
        self.resolved.get(written).map_or(written, String::as_str)
    }
}

/// All packages of a build, dependencies first.
#[derive(Debug, Default)]
pub struct Loaded {
    /// The packages; of a program, the main package is last.
    pub packages: Vec<LoadedPackage>,
    /// The import paths of what was asked for, in the order of the arguments.
    pub roots: Vec<String>,
    /// All files.
    pub sources: SourceMap,
}

impl Loaded {
    /// Which of the roots are programs.
    pub fn mains(&self) -> Vec<String> {
        let is_main = |p: &LoadedPackage| p.files.first().is_some_and(|f| f.package.name.as_str() == "main");
        let named = |r: &String| self.packages.iter().any(|p| p.path == *r && is_main(p));
        self.roots.iter().filter(|r| named(r)).cloned().collect()
    }
}

/// Standard packages that every program needs: the runtime's hooks live there.
const IMPLICIT: &[&str] = &["runtime"];

/// A package on the way from a root to what is being loaded.
struct Visit {
    path: String,
    /// The file whose import is being followed.
    from: String,
    /// The first error about the package itself.
    error: Option<String>,
}

struct Loader<'a> {
    cx: &'a BuildContext,
    cwd: PathBuf,
    modules: Modules,
    sources: SourceMap,
    next_node: u32,
    done: IndexMap<String, LoadedPackage>,
    /// The tokens of the packages in `done`.
    tokens: Vec<PackageTokens>,
    /// Leave out of the embedded packages what the program cannot reach.
    partial: bool,
    /// From the root, for cycles.
    stack: Vec<Visit>,
    /// Errors of the go command's kind, which stop the build before compiling.
    errors: Vec<Report>,
    /// Import paths that were found to be bad.
    bad: FxHashSet<String>,
    /// The package whose test program is loaded.
    tested: Option<UnderTest>,
}

/// Loads the program named by command-line arguments: either `.go` files or one package path.
///
/// # Errors
/// The go command's messages for missing files and packages.
pub fn load_program(args: &[String], cx: &BuildContext) -> Result<Loaded> {
    load_packages(args, cx)
}

/// Loads what command-line arguments name: `.go` files, packages, patterns; nothing stands for the current directory.
///
/// # Errors
/// The go command's messages for missing files and packages.
pub fn load_packages(args: &[String], cx: &BuildContext) -> Result<Loaded> {
    let cwd = std::env::current_dir().map_err(|e| Failure::new(format!("go: {e}")))?;
    let modules = Modules::find(&cwd).map_err(Failure::new)?;
    let found = roots(args, &modules, &cwd, cx)?;
    let mut loader = Loader::new(cx, cwd, modules);
    for path in IMPLICIT {
        loader.load_std(path)?;
    }
    let mut names = Vec::new();
    for root in found {
        names.push(match root {
            Root::Files(files) => {
                loader.load_files(&files)?;
                COMMAND_LINE.to_string()
            }
            Root::Dir { path, dir, version } => {
                loader.load_dir(&path, &dir, version, None)?;
                path
            }
            Root::Std(path) => {
                loader.load_std(&path)?;
                path
            }
            Root::Bad(report) => {
                loader.errors.push(report);
                continue;
            }
        });
    }
    if !loader.errors.is_empty() {
        return Err(Failure::of_packages(loader.errors));
    }
    loader.parse_std()?;
    Ok(Loaded { packages: loader.done.into_values().collect(), roots: names, sources: loader.sources })
}

/// Loads an embedded package and what it imports, all of their declarations.
///
/// # Errors
/// The package is not embedded, or a file has a syntax error.
pub fn load_standard_package(path: &str, cx: &BuildContext) -> Result<Loaded> {
    let mut loader = Loader::new(cx, PathBuf::new(), Modules::default());
    loader.partial = false;
    if !has_std_package(path) {
        return Err(Failure::new(format!("package {path} is not in std ($GOROOT/src/{path})")));
    }
    for implied in IMPLICIT {
        loader.load_std(implied)?;
    }
    loader.load_std(path)?;
    loader.parse_std()?;
    let roots = vec![path.to_string()];
    Ok(Loaded { packages: loader.done.into_values().collect(), roots, sources: loader.sources })
}

impl<'a> Loader<'a> {
    fn new(cx: &'a BuildContext, cwd: PathBuf, modules: Modules) -> Loader<'a> {
        Loader {
            cx,
            cwd,
            modules,
            sources: SourceMap::default(),
            next_node: 0,
            done: IndexMap::new(),
            tokens: Vec::new(),
            partial: true,
            stack: Vec::new(),
            errors: Vec::new(),
            bad: FxHashSet::default(),
            tested: None,
        }
    }

    fn load_files(&mut self, args: &[String]) -> Result<()> {
        let mut texts = Vec::new();
        for arg in args {
            let path = self.cwd.join(arg);
            if arg.ends_with("_test.go") {
                continue;
            }
            let bytes = read_source(&path, arg)?;
            if let Err(message) = self.cx.matches_text(&String::from_utf8_lossy(&bytes)) {
                let message = format!("{}: {message}", short(&path, &self.cwd));
                self.errors.push(Report::new(COMMAND_LINE, message));
                return Ok(());
            }
            texts.push((crate::paths::normalize(&path), bytes));
        }
        let dir = args.first().and_then(|a| self.cwd.join(a).parent().map(Path::to_path_buf)).unwrap_or_default();
        let dir = crate::paths::normalize(&dir);
        let version = self.modules.module_of_dir(&dir).or(self.modules.main.first()).map_or(GO_VERSION, |m| m.go_version);
        self.load_package(COMMAND_LINE, texts, &dir, version, None)
    }

    /// Loads the package in a directory; `import` is where it is imported, if it is.
    fn load_dir(&mut self, path: &str, dir: &Path, version: (u32, u32), import: Option<Pos>) -> Result<()> {
        if self.done.contains_key(path) || self.bad.contains(path) {
            return Ok(());
        }
        let Some(files) = self.directory_files(path, dir)? else { return Ok(()) };
        let texts = files.sources;
        self.load_package(path, texts, dir, version, import)
    }

    fn load_std(&mut self, path: &str) -> Result<()> {
        if self.done.contains_key(path) {
            return Ok(());
        }
        let mut files = Vec::new();
        for (name, text) in std_package(path) {
            if name.ends_with("_test.go") || !self.cx.matches_name(name) || self.cx.matches_text(text) != Ok(true) {
                continue;
            }
            let shown = format!("$GOROOT/src/{path}/{name}");
            let id = self.sources.add(shown.clone(), shown, text.to_string());
            files.push((id, lex_file(self.sources.file(id))));
        }
        let paths = files.iter().flat_map(|(id, f)| f.import_paths(self.sources.file(*id)));
        let imports: BTreeSet<String> = paths.filter(|p| p != "unsafe").collect();
        self.stack.push(Visit { path: path.to_string(), from: String::new(), error: None });
        for import in &imports {
            self.load_import(path, None, import, Pos::NONE)?;
        }
        self.stack.pop();
        // What is reached of the package is known when all packages are loaded; then it is parsed.
        let partial = self.partial && path != "runtime";
        self.tokens.push(PackageTokens { path: path.to_string(), partial, files });
        let imports = imports.into_iter().collect();
        let package = LoadedPackage { path: path.to_string(), imports, std: true, go_version: GO_VERSION, partial, ..LoadedPackage::default() };
        self.done.insert(path.to_string(), package);
        Ok(())
    }

    /// Reports that a package cannot be loaded.
    fn fail(&mut self, path: &str, message: String) {
        if self.bad.insert(path.to_string()) {
            self.errors.push(Report::new(path, message));
        }
    }

    /// Loads a package on disk from its files' texts.
    fn load_package(&mut self, path: &str, texts: Vec<(PathBuf, Vec<u8>)>, dir: &Path, version: (u32, u32), import: Option<Pos>) -> Result<()> {
        self.stack.push(Visit { path: path.to_string(), from: String::new(), error: None });
        let mut syntax = Diagnostics::default();
        let mut files: Vec<Arc<File>> = Vec::new();
        let mut tokens = Vec::new();
        let none = texts.is_empty();
        for (file, bytes) in texts {
            let (text, _) = golift_frontend::decode_source(bytes);
            let id = self.sources.add(compiler_name(&file, &self.cwd), file.display().to_string(), text);
            let lexed = lex_file(self.sources.file(id));
            let ast = parse_lexed(id, self.sources.file(id), &lexed, &mut self.next_node, &mut syntax);
            if ast.imports.iter().any(|i| i.path == "C") && path != COMMAND_LINE {
                // Without cgo such files do not count.
                continue;
            }
            files.push(Arc::new(ast));
            tokens.push((id, lexed));
        }
        let bad = if files.is_empty() && !none {
            Some(format!("package {path}: build constraints exclude all Go files in {}", dir.display()))
        } else {
            self.bad_files(&files, dir, import)
        };
        if let Some(message) = bad {
            self.stack.pop();
            self.fail(path, message);
            return Ok(());
        }
        let mut imports: Vec<(String, Pos)> = Vec::new();
        for spec in files.iter().flat_map(|f| &f.imports) {
            if spec.path != "unsafe" && !imports.iter().any(|(p, _)| *p == spec.path) {
                let pos = spec.name.as_ref().map_or(spec.path_span.lo, |n| n.span.lo);
                imports.push((spec.path.clone(), pos));
            }
        }
        imports.sort();
        for (import, pos) in &imports {
            let from = self.sources.file_of(*pos).map_or("", |f| f.name.rsplit('/').next().unwrap_or(""));
            if let Some(visit) = self.stack.last_mut() {
                visit.from = from.to_string();
            }
            self.load_import(path, Some(dir), import, *pos)?;
        }
        if let Some(Visit { error: Some(message), .. }) = self.stack.pop() {
            self.fail(path, message);
        }
        let imports = imports.into_iter().map(|(p, _)| p).collect();
        let mut embeds = Vec::new();
        for file in &files {
            match embedded_files(file, dir) {
                Ok(found) => embeds.extend(found),
                Err((pos, why)) => {
                    let message = format!("{}: {why}", self.position(pos));
                    self.fail(path, message);
                }
            }
        }
        let unbuildable = none.then(|| format!("{path}: no non-test Go files in {}", dir.display()));
        self.tokens.push(PackageTokens { path: path.to_string(), partial: false, files: tokens });
        let package = LoadedPackage {
            variant: self.variant(path),
            path: path.to_string(),
            files,
            imports,
            go_version: version,
            syntax,
            unbuildable,
            embeds,
            ..LoadedPackage::default()
        };
        self.done.insert(path.to_string(), package);
        Ok(())
    }

    /// Two files whose names differ in case only, or not at all.
    fn same_name(&self, files: &[Arc<File>]) -> Option<(String, String)> {
        let mut seen: FxHashMap<String, String> = FxHashMap::default();
        files.iter().find_map(|f| {
            let path = &self.sources.file(f.file).name;
            let name = path.rsplit('/').next().unwrap_or(path).to_string();
            seen.insert(name.to_lowercase(), name.clone()).map(|other| (other, name))
        })
    }

    /// Notes an error about the package being loaded; only the first is printed.
    fn note(&mut self, message: String) {
        if let Some(visit) = self.stack.last_mut() {
            visit.error.get_or_insert(message);
        }
    }

    /// What the go command finds wrong with a package's files before anything else.
    fn bad_files(&self, files: &[Arc<File>], dir: &Path, import: Option<Pos>) -> Option<String> {
        for file in files {
            let source = self.sources.file(file.file);
            if let Some((pos, message)) = golift_frontend::header_error(source) {
                if message == "illegal character NUL" {
                    return Some(format!("go: reading {}: unexpected NUL in input", source.name.trim_start_matches("./")));
                }
                return Some(format!("{}: {message}", self.position(pos)));
            }
            if let Some(spec) = file.imports.iter().find(|i| illegal_import(&i.path)) {
                let at = source.line_col(spec.path_span.lo);
                return Some(format!("{}:{at}: invalid import path: {}", source.path, spec.path));
            }
        }
        let first = files.first()?;
        if let Some((a, b)) = self.same_name(files) {
            return Some(format!("case-insensitive file name collision: {a:?} and {b:?}"));
        }
        let other = files.iter().find(|f| f.package.name != first.package.name)?;
        let base = |f: &File| self.sources.file(f.file).name.rsplit('/').next().unwrap_or("").to_string();
        let message = format!(
            "found packages {} ({}) and {} ({}) in {}",
            first.package.name,
            base(first),
            other.package.name,
            base(other),
            dir.display()
        );
        // An import says where it stands; an argument does not.
        Some(import.map_or(message.clone(), |pos| format!("{}: {message}", self.position(pos))))
    }

    fn load_import(&mut self, importer: &str, importer_dir: Option<&Path>, import: &str, pos: Pos) -> Result<()> {
        if let Some(at) = self.stack.iter().position(|v| v.path == import) {
            let mut lines = format!("package {}", self.stack[0].path);
            for pair in self.stack.windows(2) {
                lines.push_str(&format!("\n\timports {} from {}", pair[1].path, pair[0].from));
            }
            let from = self.stack.last().map_or("", |v| &v.from);
            let in_test = if at == 0 && self.tested.as_ref().is_some_and(|t| t.path == import) { " in test" } else { "" };
            lines.push_str(&format!("\n\timports {import} from {from}: import cycle not allowed{in_test}"));
            self.stack[at].error.get_or_insert(lines);
            return Ok(());
        }
        let Some(importer_dir) = importer_dir else {
            return if has_std_package(import) { self.load_std(import) } else { self.load_missing_std(importer, import, pos) };
        };
        if self.is_own_test_import(importer, import) {
            return if has_std_package(import) { self.load_std(import) } else { Ok(()) };
        }
        if is_internal(import) && (has_std_package(import) || import.starts_with("internal/")) {
            self.forbid(import, pos);
            return Ok(());
        }
        if has_std_package(import) {
            return self.load_std(import);
        }
        if let Some(message) = not_a_package_path(import).or_else(|| crate::resolve::malformed_path(import)) {
            let at = self.position(pos);
            self.fail(import, format!("{at}: {message}"));
            if import.starts_with("./") && importer != COMMAND_LINE {
                self.note(format!("{at}: local import {import:?} in non-local package"));
            }
            return Ok(());
        }
        let by = self.modules.import_path(importer_dir).filter(|_| importer == COMMAND_LINE);
        match self.modules.resolve(import, Some(by.as_deref().unwrap_or(importer))) {
            Resolved::Dir(dir, version) => {
                self.load_dir(import, &dir, version, Some(pos))?;
                let importer = match importer {
                    COMMAND_LINE => by.unwrap_or_default(),
                    _ => self.tested_path(importer).to_string(),
                };
                if let Some(root) = internal_root(import)
                    && !(importer == root || importer.starts_with(&format!("{root}/")))
                {
                    self.forbid(import, pos);
                } else if self.done.get(import).is_some_and(|p| p.files.first().is_some_and(|f| f.package.name.as_str() == "main")) {
                    let at = self.position(pos);
                    self.note(format!("{at}: import {import:?} is a program, not an importable package"));
                }
            }
            Resolved::Missing(message) => {
                let at = self.position(pos);
                self.fail(import, format!("{at}: {message}"));
            }
        }
        Ok(())
    }

    /// An embedded package imports one that is not embedded.
    fn load_missing_std(&mut self, importer: &str, import: &str, pos: Pos) -> Result<()> {
        let at = self.position(pos);
        self.fail(import, format!("{at}: package {import} is not in std ($GOROOT/src/{import}), imported by {importer}"));
        Ok(())
    }

    /// Reports the use of an internal package from outside.
    fn forbid(&mut self, import: &str, pos: Pos) {
        let stack: Vec<&str> = self.stack.iter().map(|v| v.path.as_str()).collect();
        let at = self.position(pos);
        let message = format!("package {}\n\t{at}: use of internal package {import} not allowed", stack.join("\n\timports "));
        self.note(message);
    }

    /// A position as the go command prints it: without `./`.
    fn position(&self, pos: Pos) -> String {
        let shown = self.sources.display(pos);
        shown.strip_prefix("./").map(str::to_string).unwrap_or(shown)
    }
}

fn read_source(path: &Path, shown: &str) -> Result<Vec<u8>> {
    std::fs::read(path).map_err(|e| Failure::new(format!("open {shown}: {}", os_error(&e))))
}
