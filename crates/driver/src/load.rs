//! Finding packages: from the command line's files or package path to parsed packages in dependency order.
//!
//! Standard packages come from the embedded table, others from the main module, its vendor directory
//! or a local replacement. Nothing is downloaded.

use crate::constraint::BuildContext;
use crate::error::{Failure, Result};
use crate::module::GoMod;
use crate::reachable::{PackageTokens, unreached};
use crate::std_sources::{has_std_package, std_package};
use golift_base::{Diagnostics, Pos, SourceMap};
use golift_frontend::ast::File;
use golift_frontend::{lex_file, parse_lexed};
use indexmap::IndexMap;
use rustc_hash::FxHashSet;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A parsed package.
#[derive(Debug)]
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
}

/// All packages of a build, dependencies first; the one asked for is last.
#[derive(Debug, Default)]
pub struct Loaded {
    /// The packages.
    pub packages: Vec<LoadedPackage>,
    /// All files.
    pub sources: SourceMap,
}

/// Standard packages that every program needs: the runtime's hooks live there.
const IMPLICIT: &[&str] = &["runtime"];

struct Loader<'a> {
    cx: &'a BuildContext,
    cwd: PathBuf,
    module: Option<GoMod>,
    sources: SourceMap,
    next_node: u32,
    done: IndexMap<String, LoadedPackage>,
    /// The tokens of the packages in `done`.
    tokens: Vec<PackageTokens>,
    /// Leave out of the embedded packages what the program cannot reach.
    partial: bool,
    /// Import paths on the way from the root, for cycles.
    stack: Vec<String>,
    /// Errors of the go command's kind, which stop the build before compiling.
    errors: Vec<String>,
    reported: FxHashSet<String>,
}

/// Loads the program named by command-line arguments: either `.go` files or one package path.
///
/// # Errors
/// The go command's messages for missing files and packages, and the compiler's for syntax errors.
pub fn load_program(args: &[String], cx: &BuildContext) -> Result<Loaded> {
    let cwd = std::env::current_dir().map_err(|e| Failure::new(format!("go: {e}")))?;
    let module = GoMod::find(&cwd).map_err(Failure::new)?;
    let mut loader = Loader::new(cx, cwd, module);
    for path in IMPLICIT {
        loader.load_std(path)?;
    }
    if args.iter().all(|a| a.ends_with(".go")) && !args.is_empty() {
        loader.load_files(args)?;
    } else {
        loader.load_argument(args.first().map_or(".", String::as_str))?;
    }
    if !loader.errors.is_empty() {
        return Err(Failure::new(loader.errors.join("\n")));
    }
    loader.parse_std()?;
    Ok(Loaded { packages: loader.done.into_values().collect(), sources: loader.sources })
}

/// Loads an embedded package and what it imports, all of their declarations.
///
/// # Errors
/// The package is not embedded, or a file has a syntax error.
pub fn load_standard_package(path: &str, cx: &BuildContext) -> Result<Loaded> {
    let mut loader = Loader::new(cx, PathBuf::new(), None);
    loader.partial = false;
    if !has_std_package(path) {
        return Err(Failure::new(loader.missing(path, None)));
    }
    loader.load_std(path)?;
    loader.parse_std()?;
    Ok(Loaded { packages: loader.done.into_values().collect(), sources: loader.sources })
}

impl<'a> Loader<'a> {
    fn new(cx: &'a BuildContext, cwd: PathBuf, module: Option<GoMod>) -> Loader<'a> {
        Loader {
            cx,
            cwd,
            module,
            sources: SourceMap::default(),
            next_node: 0,
            done: IndexMap::new(),
            tokens: Vec::new(),
            partial: true,
            stack: Vec::new(),
            errors: Vec::new(),
            reported: FxHashSet::default(),
        }
    }

    fn load_files(&mut self, args: &[String]) -> Result<()> {
        let mut texts = Vec::new();
        for arg in args {
            let path = self.cwd.join(arg);
            match std::fs::metadata(&path) {
                Err(e) => return Err(Failure::new(format!("stat {arg}: {}", os_error(&e)))),
                Ok(m) if m.is_dir() => {
                    return Err(Failure::new(format!("directory {arg} should not have .go suffix")));
                }
                Ok(_) => {}
            }
            if arg.ends_with("_test.go") {
                return Err(Failure::new(format!("go: cannot run *_test.go files ({arg})")));
            }
            texts.push((path.clone(), read_source(&path, arg)?));
        }
        let version = self.module.as_ref().map_or((1, 27), |m| m.go_version);
        self.load_package("command-line-arguments", texts, version)
    }

    fn load_argument(&mut self, arg: &str) -> Result<()> {
        if !(arg.starts_with('.') || arg.starts_with('/')) {
            if has_std_package(arg) {
                return self.load_std(arg);
            }
            let dir = self.module.as_ref().and_then(|m| m.resolve(arg));
            return match dir {
                Some(dir) => self.load_dir(arg, &dir),
                None => Err(Failure::new(self.missing(arg, None))),
            };
        }
        let Some(module) = self.module.clone() else {
            return Err(Failure::new(
                "go: go.mod file not found in current directory or any parent directory; see 'go help modules'",
            ));
        };
        let dir = normalize(&self.cwd.join(arg));
        if !dir.is_dir() {
            return Err(Failure::new(format!("stat {}: directory not found", dir.display())));
        }
        let path = module.import_path(&dir).ok_or_else(|| {
            Failure::new(format!("main module ({}) does not contain package {}", module.path, dir.display()))
        })?;
        self.load_dir(&path, &dir)
    }

    fn load_dir(&mut self, path: &str, dir: &Path) -> Result<()> {
        let mut names: Vec<String> = std::fs::read_dir(dir)
            .map_err(|e| Failure::new(format!("open {}: {}", dir.display(), os_error(&e))))?
            .flatten()
            .filter_map(|e| e.file_name().into_string().ok())
            .filter(|n| n.ends_with(".go") && !n.ends_with("_test.go") && !n.starts_with(['_', '.']))
            .collect();
        names.sort();
        let mut texts = Vec::new();
        let any = !names.is_empty();
        for name in names.iter().filter(|n| self.cx.matches_name(n)) {
            let file = dir.join(name);
            let bytes = read_source(&file, &file.display().to_string())?;
            if self.cx.matches_text(&String::from_utf8_lossy(&bytes)) {
                texts.push((file, bytes));
            }
        }
        if texts.is_empty() {
            let why = if any { "build constraints exclude all Go files in" } else { "no Go files in" };
            return Err(Failure::new(format!("package {path}: {why} {}", dir.display())));
        }
        let version = self.module.as_ref().map_or((1, 27), |m| m.go_version);
        self.load_package(path, texts, version)
    }

    fn load_std(&mut self, path: &str) -> Result<()> {
        if self.done.contains_key(path) {
            return Ok(());
        }
        let mut files = Vec::new();
        for (name, text) in std_package(path) {
            if name.ends_with("_test.go") || !self.cx.matches_name(name) || !self.cx.matches_text(text) {
                continue;
            }
            let shown = format!("$GOROOT/src/{path}/{name}");
            let id = self.sources.add(shown.clone(), shown, text.to_string());
            files.push((id, lex_file(self.sources.file(id))));
        }
        let paths = files.iter().flat_map(|(id, f)| f.import_paths(self.sources.file(*id)));
        let imports: BTreeSet<String> = paths.filter(|p| p != "unsafe").collect();
        self.stack.push(path.to_string());
        for import in &imports {
            self.load_import(path, import, Pos::NONE)?;
        }
        self.stack.pop();
        // What is reached of the package is known when all packages are loaded; then it is parsed.
        let partial = self.partial && path != "runtime";
        self.tokens.push(PackageTokens { path: path.to_string(), partial, files });
        let package =
            LoadedPackage { path: path.to_string(), files: Vec::new(), imports: imports.into_iter().collect(), std: true, go_version: (1, 27), partial };
        self.done.insert(path.to_string(), package);
        Ok(())
    }

    /// Parses what the program reaches of the embedded packages.
    fn parse_std(&mut self) -> Result<()> {
        let gone = unreached(&self.tokens, &self.sources);
        let mut diags = Diagnostics::default();
        for ((tokens, gone), package) in std::mem::take(&mut self.tokens).into_iter().zip(gone).zip(self.done.values_mut()) {
            if !package.std {
                continue;
            }
            for ((id, mut lexed), gone) in tokens.files.into_iter().zip(gone) {
                lexed.drop_decls(&gone);
                let file = parse_lexed(id, self.sources.file(id), &lexed, &mut self.next_node, &mut diags);
                package.files.push(Arc::new(file));
            }
        }
        if diags.is_empty() { Ok(()) } else { Err(Failure::new(diags.render(&self.sources, 0))) }
    }

    fn load_package(&mut self, path: &str, texts: Vec<(PathBuf, Vec<u8>)>, go_version: (u32, u32)) -> Result<()> {
        self.stack.push(path.to_string());
        let mut diags = Diagnostics::default();
        let mut files: Vec<Arc<File>> = Vec::new();
        let mut tokens = Vec::new();
        for (file, bytes) in texts {
            let (text, _) = golift_frontend::decode_source(bytes);
            let id = self.sources.add(self.short_name(&file), file.display().to_string(), text);
            let lexed = lex_file(self.sources.file(id));
            let ast = parse_lexed(id, self.sources.file(id), &lexed, &mut self.next_node, &mut diags);
            files.push(Arc::new(ast));
            tokens.push((id, lexed));
        }
        if !diags.is_empty() {
            return Err(Failure::new(format!("# {path}\n{}", diags.render(&self.sources, 10))));
        }
        self.check_names(path, &files)?;
        let mut imports: Vec<(String, Pos)> = Vec::new();
        for spec in files.iter().flat_map(|f| &f.imports) {
            if spec.path != "unsafe" && !imports.iter().any(|(p, _)| *p == spec.path) {
                imports.push((spec.path.clone(), spec.path_span.lo));
            }
        }
        imports.sort();
        for (import, pos) in &imports {
            self.load_import(path, import, *pos)?;
        }
        self.stack.pop();
        let imports = imports.into_iter().map(|(p, _)| p).collect();
        self.tokens.push(PackageTokens { path: path.to_string(), partial: false, files: tokens });
        let package = LoadedPackage { path: path.to_string(), files, imports, std: false, go_version, partial: false };
        self.done.insert(path.to_string(), package);
        Ok(())
    }

    /// All files of a package must have one name.
    fn check_names(&self, path: &str, files: &[Arc<File>]) -> Result<()> {
        let Some(first) = files.first() else { return Ok(()) };
        match files.iter().find(|f| f.package.name != first.package.name) {
            Some(other) if path == "command-line-arguments" => Err(Failure::new(format!(
                "named files must all be in one directory; have packages {} ({}) and {} ({})",
                first.package.name,
                self.sources.file(first.file).name.trim_start_matches("./"),
                other.package.name,
                self.sources.file(other.file).name.trim_start_matches("./"),
            ))),
            Some(other) => Err(Failure::new(format!(
                "found packages {} ({}) and {} ({}) in {path}",
                first.package.name,
                self.sources.file(first.file).name,
                other.package.name,
                self.sources.file(other.file).name,
            ))),
            None => Ok(()),
        }
    }

    fn load_import(&mut self, importer: &str, import: &str, pos: Pos) -> Result<()> {
        if self.done.contains_key(import) {
            return Ok(());
        }
        if let Some(at) = self.stack.iter().position(|p| p == import) {
            let mut lines = format!("package {}\n", self.stack[0]);
            for p in &self.stack[1..] {
                lines.push_str(&format!("\timports {p}\n"));
            }
            lines.push_str(&format!("\timports {}: import cycle not allowed", self.stack[at]));
            return Err(Failure::new(lines));
        }
        if has_std_package(import) {
            if is_internal_to_std(import) && !self.done_is_std(importer) {
                let at = self.sources.display(pos);
                self.errors.push(format!(
                    "package {importer}\n\t{}: use of internal package {import} not allowed",
                    at.trim_start_matches("./")
                ));
                return Ok(());
            }
            return self.load_std(import);
        }
        match self.module.as_ref().and_then(|m| m.resolve(import)) {
            Some(dir) => {
                if let Some(root) = internal_root(import)
                    && !(importer == "command-line-arguments" || importer == root || importer.starts_with(&format!("{root}/")))
                {
                    let at = self.sources.display(pos);
                    self.errors.push(format!(
                        "package {importer}\n\t{}: use of internal package {import} not allowed",
                        at.trim_start_matches("./")
                    ));
                    return Ok(());
                }
                self.load_dir(import, &dir)
            }
            None => {
                let message = self.missing(import, Some(pos));
                if self.reported.insert(import.to_string()) {
                    self.errors.push(message);
                }
                Ok(())
            }
        }
    }

    /// Whether the package being loaded now is an embedded one.
    fn done_is_std(&self, path: &str) -> bool {
        path != "command-line-arguments" && has_std_package(path)
    }

    /// The go command's words for an import that cannot be found.
    fn missing(&self, import: &str, pos: Option<Pos>) -> String {
        let at = pos.map_or(String::new(), |p| {
            let shown = self.sources.display(p);
            format!("{}: ", shown.strip_prefix("./").unwrap_or(&shown))
        });
        let first = import.split('/').next().unwrap_or("");
        if !first.contains('.') {
            format!("{at}package {import} is not in std ($GOROOT/src/{import})")
        } else if self.module.is_none() {
            format!(
                "{at}no required module provides package {import}: go.mod file not found in current directory or any parent directory; see 'go help modules'"
            )
        } else {
            format!("{at}no required module provides package {import}; to add it:\n\tgo get {import}")
        }
    }

    /// The name that messages print: relative to the working directory when that is shorter.
    fn short_name(&self, file: &Path) -> String {
        match file.strip_prefix(&self.cwd) {
            Ok(rest) => format!("./{}", rest.display()),
            Err(_) => file.display().to_string(),
        }
    }
}

/// The path that may import `import`, if it has an `internal` element.
fn internal_root(import: &str) -> Option<&str> {
    if let Some(at) = import.find("/internal/") {
        return Some(&import[..at]);
    }
    import.strip_suffix("/internal")
}

fn is_internal_to_std(import: &str) -> bool {
    import.split('/').any(|e| e == "internal")
}

fn read_source(path: &Path, shown: &str) -> Result<Vec<u8>> {
    std::fs::read(path).map_err(|e| Failure::new(format!("open {shown}: {}", os_error(&e))))
}

/// An OS error in the words that Go prints.
pub(crate) fn os_error(e: &std::io::Error) -> String {
    let text = e.to_string();
    let text = text.split(" (os error").next().unwrap_or(&text);
    let mut chars = text.chars();
    chars.next().map_or(String::new(), |c| c.to_lowercase().chain(chars).collect())
}

/// Removes `.` and `..` elements without asking the file system.
fn normalize(path: &Path) -> PathBuf {
    let mut out = PathBuf::new();
    for part in path.components() {
        match part {
            std::path::Component::CurDir => {}
            std::path::Component::ParentDir => {
                out.pop();
            }
            other => out.push(other),
        }
    }
    out
}
