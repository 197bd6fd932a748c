//! Carrying out a recipe with a compiler.

use crate::errors::{self, Source};
use crate::exec::{Done, End};
use crate::recipe::{Kind, Recipe};
use crate::toolchain::{Place, Toolchain};
use regex::Regex;
use std::cell::RefCell;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What came of a test.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Verdict {
    /// As expected.
    Pass,
    /// Left out, and why.
    Skip(String),
    /// It imports a standard package that is not embedded.
    Missing(String),
    /// Not as expected, in one line.
    Fail(String),
    /// The compiler panicked, the program ended by a signal, or a limit was exceeded.
    Crash(String),
}

/// How a step ends a test early.
type Step<T> = Result<T, Verdict>;

fn fail<T>(why: impl Into<String>) -> Step<T> {
    Err(Verdict::Fail(one_line(&why.into())))
}

/// Does what the recipe says with `file`, a path below the suite. Gives also what the last command printed.
pub(crate) fn perform(file: &str, text: &str, recipe: &Recipe, place: &Place) -> (Verdict, String) {
    let test = Test { file, text, recipe, place, printed: RefCell::default() };
    if let Some(why) = recipe.skip.clone().or_else(|| test.unsuitable()) {
        return (Verdict::Skip(why), String::new());
    }
    let verdict = test.perform().err().unwrap_or(Verdict::Pass);
    let scratch = place.scratch.display().to_string();
    (verdict, test.printed.into_inner().replace(&scratch, ""))
}

/// What the compiler prints with a test's flags about all its packages, lines with names of files instead of paths.
/// `flags` replaces the recipe's flags.
///
/// # Errors
/// A compiler ends by a signal, panics or exceeds a limit, in one line.
pub(crate) fn printed(file: &str, recipe: &Recipe, flags: &[String], place: &Place) -> Result<String, String> {
    // A file in a test's folder is compiled with what else lies there.
    let parent = file.split_once(".dir/").map(|(stem, _)| format!("{stem}.go"));
    let kind = if parent.is_some() { Kind::ErrorCheckDir } else { recipe.kind };
    let recipe = Recipe { kind, flags: flags.to_vec(), ..recipe.clone() };
    let test = Test { file: parent.as_deref().unwrap_or(file), text: "", recipe: &recipe, place, printed: RefCell::default() };
    let crashed = |verdict: Verdict| match verdict {
        Verdict::Crash(why) | Verdict::Fail(why) | Verdict::Missing(why) | Verdict::Skip(why) => why,
        Verdict::Pass => String::new(),
    };
    let (mut text, folder) = if test.uses_folder() {
        let mut text = String::new();
        for package in test.packages().map_err(crashed)? {
            let done = test.compile_package(&package);
            if let Err(Verdict::Crash(why)) = test.not_crashed(done.clone()) {
                return Err(why);
            }
            text += &done?.text();
        }
        (text, test.folder())
    } else {
        let mut args = words(&["-e", "-o", "a.o"]);
        if !flags.iter().any(|f| f.starts_with("-p=")) {
            args.push("-p=p".into());
        }
        args.extend(flags.iter().cloned());
        args.push(test.path());
        let done = place.compile(&args);
        if let Err(Verdict::Crash(why)) = test.not_crashed(done.clone()) {
            return Err(why);
        }
        (done?.text(), test.place.suite.join(file).parent().map(Path::to_path_buf).unwrap_or_default())
    };
    text = text.replace(&format!("{}/", folder.display()), "");
    Ok(text)
}

struct Test<'a> {
    file: &'a str,
    text: &'a str,
    recipe: &'a Recipe,
    place: &'a Place<'a>,
    /// The output of the last command.
    printed: RefCell<String>,
}

/// A package of a folder: its name and files, in order of name.
struct FolderPackage {
    name: String,
    files: Vec<String>,
}

impl Test<'_> {
    /// Why golift cannot be asked: cgo, assembly, the go tool.
    fn unsuitable(&self) -> Option<String> {
        let mut texts = vec![self.text.to_string()];
        if self.uses_folder() {
            for entry in fs::read_dir(self.folder()).into_iter().flatten().flatten() {
                if entry.path().extension().is_some_and(|e| e == "s") {
                    return Some("assembly".into());
                }
                texts.extend(fs::read_to_string(entry.path()));
            }
        }
        let has = |what: &str| texts.iter().any(|t| t.contains(what));
        if has("\nimport \"C\"") {
            return Some("cgo".into());
        }
        let runs = !matches!(self.recipe.kind, Kind::Compile | Kind::CompileDir | Kind::ErrorCheck | Kind::ErrorCheckDir);
        let starts_go = Regex::new(r#"Command\((?:"go"|goTool|`go`|filepath\.Join\(runtime\.GOROOT)|"go",? "?(?:tool|build|run|env)|"go (?:tool|build|run|env) |LookPath\("go"\)|args := \[\]string\{"go"|testenv"#);
        if runs && has("\"os/exec\"") && starts_go.is_ok_and(|r| texts.iter().any(|t| r.is_match(t))) {
            return Some("the go tool itself".into());
        }
        None
    }

    fn uses_folder(&self) -> bool {
        use Kind::*;
        let kind = self.recipe.kind;
        matches!(kind, RunDir | RunInDir | BuildRunDir | CompileDir | BuildDir | ErrorCheckDir | ErrorCheckAndRunDir)
    }

    fn folder(&self) -> PathBuf {
        self.place.suite.join(self.file).with_extension("dir")
    }

    fn path(&self) -> String {
        self.place.suite.join(self.file).display().to_string()
    }

    fn perform(&self) -> Step<()> {
        match self.recipe.kind {
            Kind::Run => self.run(),
            Kind::RunOutput => {
                let generated = self.generate()?;
                self.run_and_compare(&[generated])
            }
            Kind::ErrorCheckOutput => {
                let generated = self.generate()?;
                self.error_check(&generated, false)
            }
            Kind::ErrorCheck => self.error_check(&self.path(), true),
            Kind::Compile => {
                let mut args = words(&["-e", "-p=p", "-o", "a.o"]);
                args.extend(self.compiler_flags());
                args.push(self.path());
                self.success(self.place.compile(&args)).map(drop)
            }
            Kind::Build => {
                let mut args = self.go_flags();
                args.push(self.path());
                self.success(self.place.build(&args)).map(drop)
            }
            Kind::BuildRun => {
                let mut args = self.go_flags();
                args.push(self.path());
                self.success(self.place.build(&args))?;
                self.run_binary()
            }
            Kind::BuildDir | Kind::BuildRunDir => {
                let mut args = self.go_flags();
                args.extend(go_files(&self.folder()).iter().map(|f| self.folder().join(f).display().to_string()));
                self.success(self.place.build(&args))?;
                if self.recipe.kind == Kind::BuildRunDir { self.run_binary() } else { Ok(()) }
            }
            Kind::CompileDir => {
                for package in self.packages()? {
                    self.success(self.compile_package(&package))?;
                }
                Ok(())
            }
            Kind::ErrorCheckDir => self.error_check_folder(),
            Kind::ErrorCheckAndRunDir => {
                self.error_check_folder()?;
                self.run_folder()
            }
            Kind::RunDir => self.run_folder(),
            Kind::RunInDir => self.run_module(),
            Kind::AsmCheck | Kind::Skip => Err(Verdict::Skip("not for golift".into())),
        }
    }

    fn run(&self) -> Step<()> {
        let mut args = self.go_flags();
        args.push(self.file.to_string());
        args.extend(self.recipe.args.iter().cloned());
        self.run_and_compare(&args)
    }

    fn run_and_compare(&self, args: &[String]) -> Step<()> {
        let done = self.success(self.place.run(self.place.suite, args))?;
        self.compare(&done.text())
    }

    /// Runs the program and keeps what it prints as a program.
    fn generate(&self) -> Step<String> {
        let mut args = vec![self.file.to_string()];
        args.extend(self.recipe.args.iter().map(|a| a.trim_start_matches("./").to_string()));
        let done = self.success(self.place.run(self.place.suite, &args))?;
        let path = self.place.scratch.join("tmp__.go");
        match fs::write(&path, &done.output) {
            Ok(()) => Ok(path.display().to_string()),
            Err(e) => fail(e.to_string()),
        }
    }

    fn run_binary(&self) -> Step<()> {
        let binary = self.place.scratch.join("a.exe");
        let done = self.place.exec(Command::new(&binary).args(&self.recipe.args), self.place.scratch);
        let done = self.success(done)?;
        self.compare(&done.text())
    }

    /// Compares with the file's `.out`; without one the output must be empty.
    fn compare(&self, got: &str) -> Step<()> {
        let want = fs::read(self.place.suite.join(self.file).with_extension("out")).unwrap_or_default();
        let want = String::from_utf8_lossy(&want).into_owned();
        let got = got.replace("\r\n", "\n");
        if got == want {
            return Ok(());
        }
        let differ = want.lines().zip(got.lines()).enumerate().find(|(_, (w, g))| w != g);
        match differ {
            Some((n, (w, g))) => fail(format!("output line {}: want {w:?}, got {g:?}", n + 1)),
            None if want.is_empty() => fail(format!("prints {:?}", got.lines().next().unwrap_or(""))),
            None => fail(format!("output has {} lines, want {}", got.lines().count(), want.lines().count())),
        }
    }

    fn error_check(&self, file: &str, without_columns: bool) -> Step<()> {
        let mut args = words(&["-p=p", "-d=panic", "-e", "-o", "a.o"]);
        if without_columns {
            args.push("-C".into());
        }
        args.extend(self.compiler_flags());
        args.push(file.to_string());
        let done = self.not_crashed(self.place.compile(&args))?;
        self.status_as_wanted(&done)?;
        let name = Path::new(file).file_name().unwrap_or_default().to_string_lossy().into_owned();
        let text = fs::read(file).map(|b| String::from_utf8_lossy(&b).into_owned()).unwrap_or_default();
        self.messages(&done, &[Source { path: file.to_string(), name, text }])
    }

    fn messages(&self, done: &Done, sources: &[Source]) -> Step<()> {
        errors::check(&done.text(), self.recipe.want_auto, sources).or_else(fail)
    }

    fn status_as_wanted(&self, done: &Done) -> Step<()> {
        match (self.recipe.want_error, done.ok()) {
            (true, true) => fail("compiles, but should not"),
            (false, false) => fail(first_message(&done.text())),
            _ => Ok(()),
        }
    }

    fn error_check_folder(&self) -> Step<()> {
        let packages = self.packages()?;
        let and_run = self.recipe.kind == Kind::ErrorCheckAndRunDir;
        let failing = packages.len() - 1 - usize::from(self.recipe.want_error && and_run);
        for (i, package) in packages.iter().enumerate() {
            let done = self.not_crashed(self.compile_package(package))?;
            if i == failing {
                self.status_as_wanted(&done)?;
            } else if !done.ok() {
                return fail(first_message(&done.text()));
            }
            let source = |name: &String| {
                let path = self.folder().join(name);
                let text = fs::read(&path).map(|b| String::from_utf8_lossy(&b).into_owned()).unwrap_or_default();
                Source { path: path.display().to_string(), name: name.clone(), text }
            };
            self.messages(&done, &package.files.iter().map(source).collect::<Vec<_>>())?;
        }
        Ok(())
    }

    fn run_folder(&self) -> Step<()> {
        let packages = self.packages()?;
        let may_fail = self.recipe.want_error && self.recipe.kind == Kind::ErrorCheckAndRunDir;
        for (i, package) in packages.iter().enumerate() {
            let done = self.not_crashed(self.compile_package(package))?;
            if !done.ok() && !(may_fail && i + 2 == packages.len()) {
                return fail(first_message(&done.text()));
            }
        }
        let Some(main) = packages.last() else { return fail("the folder holds no package") };
        let object = format!("{}.o", main.files[0].trim_end_matches(".go"));
        let flags = match self.place.tools {
            Toolchain::Golift(_) => Vec::new(),
            Toolchain::Official(..) => self.recipe.link_flags.clone(),
        };
        self.success(self.place.link(&object, &flags))?;
        self.run_binary()
    }

    /// The folder becomes a module of its name.
    fn run_module(&self) -> Step<()> {
        let folder = self.folder();
        let name = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let copy = self.place.scratch.join("src").join(&name);
        if let Err(e) = link_tree(&folder, &copy) {
            return fail(e.to_string());
        }
        if let Err(e) = fs::write(copy.join("go.mod"), format!("module {name}\ngo 1.14\n")) {
            return fail(e.to_string());
        }
        let mut args = self.go_flags();
        args.push(".".into());
        let done = self.success(self.place.run(&copy, &args))?;
        self.compare(&done.text())
    }

    fn compile_package(&self, package: &FolderPackage) -> Result<Done, String> {
        let mut args = words(&["-e", "-D", "test", "-I", "."]);
        let stem = package.files[0].trim_end_matches(".go");
        if package.name == "main" {
            args.push("-p=main".into());
        } else {
            fs::create_dir_all(self.place.scratch.join("test")).map_err(|e| e.to_string())?;
            args.extend(["-o".to_string(), format!("test/{stem}.a"), "-p".to_string(), format!("test/{stem}")]);
        }
        args.extend(self.compiler_flags());
        args.extend(package.files.iter().map(|f| self.folder().join(f).display().to_string()));
        self.place.compile(&args)
    }

    /// The packages of the folder in the order of their first files.
    fn packages(&self) -> Step<Vec<FolderPackage>> {
        let clause = Regex::new(r"(?m)^package ([\p{Lu}\p{Ll}\w]+)").expect("a correct pattern");
        let mut out: Vec<FolderPackage> = Vec::new();
        for file in go_files(&self.folder()) {
            let text = fs::read_to_string(self.folder().join(&file)).unwrap_or_default();
            let Some(name) = clause.captures(&text).map(|c| c[1].to_string()) else {
                return fail(format!("{file} has no package clause"));
            };
            match out.iter_mut().find(|p| p.name == name && !self.recipe.single_file_packages) {
                Some(package) => package.files.push(file),
                None => out.push(FolderPackage { name, files: vec![file] }),
            }
        }
        if out.is_empty() { fail("the folder holds no package") } else { Ok(out) }
    }

    /// Flags for the compiler.
    fn compiler_flags(&self) -> Vec<String> {
        self.recipe.flags.clone()
    }

    /// Flags for `build` and `run`; golift has no counterpart of the ones that the suite uses.
    fn go_flags(&self) -> Vec<String> {
        match self.place.tools {
            Toolchain::Golift(_) => Vec::new(),
            Toolchain::Official(..) => self.recipe.flags.clone(),
        }
    }

    /// The command must succeed.
    fn success(&self, done: Result<Done, String>) -> Step<Done> {
        let done = self.not_crashed(done)?;
        if done.ok() { Ok(done) } else { fail(first_message(&done.text())) }
    }

    /// The command must end by itself, and compile with the packages there are.
    fn not_crashed(&self, done: Result<Done, String>) -> Step<Done> {
        let done = match done {
            Ok(done) => done,
            Err(e) => return fail(e),
        };
        let text = done.text();
        self.printed.replace(text.clone());
        let crash = match done.end {
            End::Signal(n) => Some(format!("signal {n}: {}", first_message(&text))),
            End::Time => Some(format!("no end within {} s", self.place.limits.time.as_secs())),
            End::Memory => Some("more memory than the limit".to_string()),
            End::Status(_) => text.lines().position(|l| l.contains("panicked at ")).map(|i| {
                let lines: Vec<&str> = text.lines().skip(i).take(2).collect();
                format!("compiler panic: {}", lines.join(" "))
            }),
        };
        if let Some(why) = crash {
            return Err(Verdict::Crash(one_line(&why)));
        }
        let missing = Regex::new(r"could not import ([\w/]+) \(file not found\)|package ([\w/]+) is not in std").expect("a correct pattern");
        if !done.ok()
            && let Some(c) = missing.captures(&text)
            && let Some(package) = c.get(1).or(c.get(2))
            && is_standard(package.as_str())
        {
            return Err(Verdict::Missing(package.as_str().to_string()));
        }
        Ok(done)
    }
}

/// Whether an import path is one of the standard library.
fn is_standard(path: &str) -> bool {
    const TOPS: &[&str] = &[
        "archive", "bufio", "bytes", "cmp", "compress", "container", "context", "crypto", "database", "debug", "embed",
        "encoding", "errors", "expvar", "flag", "fmt", "go", "hash", "html", "image", "index", "internal", "io", "iter",
        "log", "maps", "math", "mime", "net", "os", "path", "plugin", "reflect", "regexp", "runtime", "slices", "sort",
        "strconv", "strings", "sync", "syscall", "testing", "text", "time", "unicode", "unique", "weak",
    ];
    TOPS.contains(&path.split('/').next().unwrap_or(""))
}

/// The most telling line of a failed command's output.
fn first_message(text: &str) -> String {
    let telling = |l: &&str| !l.starts_with('#') && !l.trim().is_empty() && !l.starts_with("exit status");
    let mut lines = text.lines().filter(telling);
    let panic = text.lines().find(|l| l.starts_with("panic:") || l.starts_with("fatal error:"));
    match (panic, lines.next()) {
        (Some(p), Some(first)) if first != p => format!("{p} (after {first:?})"),
        (_, Some(first)) => first.to_string(),
        (_, None) => text.lines().last().unwrap_or("fails without a message").to_string(),
    }
}

fn one_line(text: &str) -> String {
    let flat = text.replace(['\n', '\t'], " ");
    let flat = flat.trim();
    match flat.char_indices().nth(240) {
        Some((at, _)) => format!("{}…", &flat[..at]),
        None => flat.to_string(),
    }
}

fn words(list: &[&str]) -> Vec<String> {
    list.iter().map(|s| s.to_string()).collect()
}

/// The names of a folder's `.go` files, sorted.
fn go_files(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut names: Vec<String> =
        entries.filter_map(|e| e.file_name().into_string().ok()).filter(|n| n.ends_with(".go") && !n.starts_with('.')).collect();
    names.sort();
    names
}

/// Makes a folder of symbolic links to the files of another.
fn link_tree(from: &Path, to: &Path) -> std::io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            link_tree(&entry.path(), &target)?;
        } else {
            std::os::unix::fs::symlink(entry.path(), target)?;
        }
    }
    Ok(())
}
