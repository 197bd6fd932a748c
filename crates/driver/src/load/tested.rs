//! Loading the test program of a package: the package with its `_test.go` files, the package of its external tests,
//! and the generated main package.
//!
//! A test program is a program of its own: whatever imports the package under test gets it with its test files.

use super::{COMMAND_LINE, Loaded, Loader, read_source};
use crate::constraint::BuildContext;
use crate::error::{Failure, Report, Result};
use crate::module::GO_VERSION;
use crate::patterns::{Root, roots};
use crate::resolve::Modules;
use crate::test_main::{TestFunctions, main_source, test_functions};
use golift_base::SourceMap;
use golift_frontend::lex_file;
use std::path::{Path, PathBuf};

/// A package on the command line of `golift test`.
#[derive(Clone, Debug)]
pub(crate) struct TestRoot {
    /// The import path as it is shown.
    pub(crate) path: String,
    root: Root,
}

/// What loading a test program gives.
pub(crate) enum Tested {
    /// There are no test files.
    Nothing,
    /// It cannot be loaded.
    Bad(Report),
    /// The packages; the generated one is the root. And the directory where the tests run.
    Program(Box<Loaded>, PathBuf),
}

/// The package whose test program is loaded; that of its external tests has `_test` at the end, the program `.test`.
pub(super) struct UnderTest {
    pub(super) path: String,
    /// Whether files were added to it.
    augmented: bool,
}

/// The packages that arguments of `golift test` name.
///
/// # Errors
/// What the go command reports of no package: that there is no module, that files cannot be mixed with packages.
pub(crate) fn find_tests(args: &[String], cx: &BuildContext) -> Result<Vec<TestRoot>> {
    let cwd = std::env::current_dir().map_err(|e| Failure::new(format!("go: {e}")))?;
    let modules = Modules::find(&cwd).map_err(Failure::new)?;
    let mut found = Vec::new();
    for root in roots(args, &modules, &cwd, cx)? {
        let path = match &root {
            Root::Files(_) => COMMAND_LINE.to_string(),
            Root::Dir { path, .. } | Root::Std(path) => path.clone(),
            Root::Bad(report) if report.text.starts_with("go: ") => return Err(Failure::of_packages(vec![report.clone()])),
            Root::Bad(report) => report.import_path.clone(),
        };
        found.push(TestRoot { path, root });
    }
    Ok(found)
}

/// Loads the test program of a package.
///
/// # Errors
/// Files that cannot be read.
pub(crate) fn load_tested(root: &TestRoot, cx: &BuildContext) -> Result<Tested> {
    let cwd = std::env::current_dir().map_err(|e| Failure::new(format!("go: {e}")))?;
    let modules = Modules::find(&cwd).map_err(Failure::new)?;
    let mut loader = Loader::new(cx, cwd, modules);
    loader.load_std("runtime")?;
    let found = match &root.root {
        Root::Std(_) => return Ok(Tested::Nothing),
        Root::Bad(report) => return Ok(Tested::Bad(bad(&root.path, std::slice::from_ref(report)))),
        Root::Files(files) => loader.load_test_files(files)?,
        Root::Dir { path, dir, version } => loader.load_test_dir(path, dir, *version)?,
    };
    if !loader.errors.is_empty() {
        return Ok(Tested::Bad(bad(&root.path, &loader.errors)));
    }
    let Some(dir) = found else { return Ok(Tested::Nothing) };
    loader.parse_std()?;
    let roots = vec![format!("{}.test", root.path)];
    Ok(Tested::Program(Box::new(Loaded { packages: loader.done.into_values().collect(), roots, sources: loader.sources }), dir))
}

fn bad(path: &str, errors: &[Report]) -> Report {
    let text: String = errors.iter().map(|r| r.text.as_str()).collect();
    Report::new(path, format!("# {path}\n{text}"))
}

type Texts = Vec<(PathBuf, Vec<u8>)>;

impl Loader<'_> {
    /// What a package is called in messages if it was loaded for a test program with other files than elsewhere.
    pub(super) fn variant(&self, path: &str) -> Option<String> {
        let tested = self.tested.as_ref()?;
        let own = path == tested.path && tested.augmented || path.strip_suffix("_test") == Some(&tested.path);
        own.then(|| format!("{}.test", tested.path))
    }

    /// The package that an importer belongs to: external tests may import what the package under test may.
    pub(super) fn tested_path<'p>(&self, importer: &'p str) -> &'p str {
        let external = || importer.strip_suffix("_test").filter(|p| self.tested.as_ref().is_some_and(|t| t.path == *p));
        external().unwrap_or(importer)
    }

    /// Whether the packages of a test program import each other or what only they may import.
    pub(super) fn is_own_test_import(&self, importer: &str, import: &str) -> bool {
        let Some(tested) = &self.tested else { return false };
        match importer.strip_prefix(&tested.path) {
            Some(".test") => true,
            Some("_test") => import == tested.path && self.done.contains_key(import),
            _ => false,
        }
    }

    /// Files named on the command line; gives the directory where the tests run, or nothing without tests.
    fn load_test_files(&mut self, args: &[String]) -> Result<Option<PathBuf>> {
        let (mut sources, mut tests) = (Vec::new(), Vec::new());
        for arg in args {
            let path = crate::paths::normalize(&self.cwd.join(arg));
            let bytes = read_source(&path, arg)?;
            if arg.ends_with("_test.go") { tests.push((path, bytes)) } else { sources.push((path, bytes)) }
        }
        let first = sources.first().or(tests.first()).map(|(path, _)| path.as_path());
        let dir = first.and_then(Path::parent).unwrap_or(Path::new("/")).to_path_buf();
        let version = self.modules.module_of_dir(&dir).or(self.modules.main.first()).map_or(GO_VERSION, |m| m.go_version);
        self.load_test_texts(COMMAND_LINE, sources, tests, dir, version)
    }

    fn load_test_dir(&mut self, path: &str, dir: &Path, version: (u32, u32)) -> Result<Option<PathBuf>> {
        let Some(files) = self.directory_files(path, dir)? else { return Ok(None) };
        self.load_test_texts(path, files.sources, files.tests, dir.to_path_buf(), version)
    }

    fn load_test_texts(&mut self, path: &str, mut own: Texts, tests: Texts, dir: PathBuf, version: (u32, u32)) -> Result<Option<PathBuf>> {
        if tests.is_empty() {
            // Whether what it imports is there is told all the same.
            self.load_package(path, own, &dir, version, None)?;
            return Ok(None);
        }
        let mut external = Vec::new();
        let mut augmented = false;
        for (file, text) in tests {
            if package_name(&text).ends_with("_test") {
                external.push((file, text));
            } else {
                own.push((file, text));
                augmented = true;
            }
        }
        own.sort();
        self.tested = Some(UnderTest { path: path.to_string(), augmented });
        let (has_own, has_external) = (!own.is_empty(), !external.is_empty());
        let external_path = format!("{path}_test");
        if has_own {
            self.load_package(path, own, &dir, version, None)?;
        }
        if has_external && self.errors.is_empty() {
            self.load_package(&external_path, external, &dir, version, None)?;
        }
        for package in [path, &external_path] {
            // Test files are parsed to find the tests, so that their errors come before any compilation.
            if let Some(message) = self.first_syntax_error(package) {
                self.fail(path, message);
            }
        }
        if !self.errors.is_empty() {
            return Ok(None);
        }
        let functions = |package: &str| self.functions_of(package);
        let functions = [functions(path), functions(&external_path)];
        let [own, external] = match functions {
            [Ok(own), Ok(external)] => [own, external],
            [Err(message), _] | [_, Err(message)] => {
                self.fail(path, message);
                return Ok(None);
            }
        };
        let imports = [has_own.then_some((path, own)), has_external.then_some((external_path.as_str(), external))];
        let text = main_source(path, imports.into_iter().flatten());
        let main = dir.join("_testmain.go");
        self.load_package(&format!("{path}.test"), vec![(main, text.into_bytes())], &dir, GO_VERSION, None)?;
        Ok(Some(dir))
    }

    /// The first syntax error in the `_test.go` files of a loaded package.
    fn first_syntax_error(&self, path: &str) -> Option<String> {
        let in_test = |pos| self.sources.file_of(pos).is_some_and(|f| f.path.ends_with("_test.go"));
        let mut errors: Vec<_> = self.done.get(path)?.syntax.iter().filter(|d| d.code == "Syntax" && in_test(d.pos)).collect();
        errors.sort_by_key(|d| d.pos);
        errors.first().map(|d| format!("{}: {}", self.position(d.pos), d.message))
    }

    /// The test functions in the `_test.go` files of a loaded package.
    fn functions_of(&self, path: &str) -> std::result::Result<TestFunctions, String> {
        let mut found = TestFunctions::default();
        for file in self.done.get(path).into_iter().flat_map(|p| &p.files) {
            let source = self.sources.file(file.file);
            if source.path.ends_with("_test.go") {
                test_functions(file, source, &mut found)?;
            }
        }
        Ok(found)
    }
}

/// The name in a file's package clause; empty if there is none.
fn package_name(text: &[u8]) -> String {
    let mut sources = SourceMap::default();
    let id = sources.add(String::new(), String::new(), golift_frontend::decode_source(text.to_vec()).0);
    lex_file(sources.file(id)).outline(sources.file(id)).package.to_string()
}
