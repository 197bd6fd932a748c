//! The harness of the file tests that run the golift command.
//!
//! A program `x.go` stands beside what it must print: `x.out` is its standard output, `x.err` (if it fails) the head of
//! its standard error up to the first goroutine trace, and `x.code` its exit status when that is neither 0 nor, with
//! `x.err`, 2. These outputs come from the official toolchain. `x.m` is the expected output of `-m`.
//!
//! `GOLIFT_BLESS=1` writes golift's own output where an expectation of golift's own forms (`.m`, dumps) differs.
//! Expectations that come from the official toolchain are only written by `testsuite/oracle.sh`.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// How a program is compiled and run.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Mode {
    /// `golift run`.
    Jit,
    /// `golift build`, then the binary.
    Aot,
    /// `golift run -opt=none`.
    OptNone,
    /// `golift run -escape=heap`.
    EscapeHeap,
    /// `golift run -escape=gc`, likewise under stress.
    EscapeGc,
    /// `golift run` with a collection at every few allocations and released memory poisoned.
    GcStress,
}

impl Mode {
    /// All modes.
    pub const ALL: [Mode; 6] = [Mode::Jit, Mode::Aot, Mode::OptNone, Mode::EscapeHeap, Mode::EscapeGc, Mode::GcStress];

    /// The name in known-failure lists.
    pub fn name(self) -> &'static str {
        match self {
            Mode::Jit => "jit",
            Mode::Aot => "aot",
            Mode::OptNone => "opt-none",
            Mode::EscapeHeap => "escape-heap",
            Mode::EscapeGc => "escape-gc",
            Mode::GcStress => "gc-stress",
        }
    }
}

/// What a run of a command gave.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// Standard output.
    pub stdout: Vec<u8>,
    /// Standard error.
    pub stderr: Vec<u8>,
    /// Exit status; `None` for a signal or a time-out.
    pub status: Option<i32>,
}

/// The root of the test files.
pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The golift command that was built with the tests.
///
/// # Panics
/// If it is not there: the tests are run with `cargo test --workspace`.
pub fn golift() -> PathBuf {
    let exe = std::env::current_exe().expect("a test has a path");
    let dir = exe.ancestors().nth(2).expect("tests lie in target/PROFILE/deps");
    let path = dir.join("golift");
    assert!(path.exists(), "{} is missing: run cargo test --workspace", path.display());
    path
}

/// The `.go` files of a folder of the test suite, sorted.
pub fn programs(folder: &str) -> Vec<PathBuf> {
    files(folder, "go")
}

/// The files of a folder of the test suite with an extension, sorted.
pub fn files(folder: &str, extension: &str) -> Vec<PathBuf> {
    let dir = root().join(folder);
    let mut files: Vec<PathBuf> = fs::read_dir(&dir)
        .into_iter()
        .flatten()
        .flatten()
        .map(|e| e.path())
        .filter(|p| p.extension().is_some_and(|e| e == extension))
        .collect();
    files.sort();
    files
}

/// Runs a command with a time limit and empty standard input.
pub fn run(command: &mut Command, limit: Duration) -> Outcome {
    let child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn();
    let mut child = child.unwrap_or_else(|e| panic!("{command:?}: {e}"));
    let drain = |mut pipe: Box<dyn Read + Send>| {
        std::thread::spawn(move || {
            let mut bytes = Vec::new();
            let _ = pipe.read_to_end(&mut bytes);
            bytes
        })
    };
    let out = drain(Box::new(child.stdout.take().expect("piped")));
    let err = drain(Box::new(child.stderr.take().expect("piped")));
    let start = Instant::now();
    let status = loop {
        match child.try_wait().expect("a child can be waited for") {
            Some(status) => break status.code(),
            None if start.elapsed() > limit => {
                let _ = child.kill();
                let _ = child.wait();
                break None;
            }
            None => std::thread::sleep(Duration::from_millis(2)),
        }
    };
    Outcome { stdout: out.join().unwrap_or_default(), stderr: err.join().unwrap_or_default(), status }
}

/// Compiles and runs a program in a mode.
pub fn run_program(file: &Path, mode: Mode, scratch: &Path) -> Outcome {
    let limit = Duration::from_secs(if mode == Mode::GcStress { 120 } else { 30 });
    let mut command = Command::new(golift());
    command.current_dir(file.parent().expect("a file has a folder"));
    let name = file.file_name().expect("a file has a name");
    match mode {
        Mode::Jit => command.arg("run"),
        Mode::OptNone => command.args(["run", "-opt=none"]),
        Mode::EscapeHeap => command.args(["run", "-escape=heap"]),
        Mode::EscapeGc => command.env("GOLIFT_GCSTRESS", "61").args(["run", "-escape=gc"]),
        Mode::GcStress => command.env("GOLIFT_GCSTRESS", "61").arg("run"),
        Mode::Aot => {
            let binary = scratch.join(file.file_stem().expect("a file has a stem"));
            let built = run(command.args(["build", "-o"]).arg(&binary).arg(name), limit);
            if built.status != Some(0) {
                return built;
            }
            let outcome = run(Command::new(&binary).current_dir(file.parent().expect("a folder")), limit);
            let _ = fs::remove_file(&binary);
            return outcome;
        }
    };
    let mut outcome = run(command.arg(name), limit);
    // `golift run` reports a failing program as the go command does: `exit status N`, and 1 of its own.
    let text = String::from_utf8_lossy(&outcome.stderr).into_owned();
    if let Some(line) = text.lines().last()
        && let Some(code) = line.strip_prefix("exit status ")
        && outcome.status == Some(1)
    {
        outcome.status = code.parse().ok();
        outcome.stderr.truncate(outcome.stderr.len() - line.len() - 1);
    }
    outcome
}

/// What the program beside these expectations must give.
#[derive(Debug)]
pub struct Expected {
    stdout: Vec<u8>,
    stderr: Option<String>,
    status: i32,
}

impl Expected {
    /// Reads `x.out`, `x.err`, `x.code`.
    pub fn of(file: &Path) -> Expected {
        let stderr = fs::read_to_string(file.with_extension("err")).ok();
        let code = fs::read_to_string(file.with_extension("code")).ok().and_then(|c| c.trim().parse().ok());
        let status = code.unwrap_or(if stderr.is_some() { 2 } else { 0 });
        Expected { stdout: fs::read(file.with_extension("out")).unwrap_or_default(), stderr, status }
    }

    /// The difference, if any.
    pub fn compare(&self, got: &Outcome) -> Result<(), String> {
        let stderr = String::from_utf8_lossy(&got.stderr);
        if got.stdout != self.stdout {
            return Err(format!(
                "standard output differs: {}\n{}",
                first_difference(&self.stdout, &got.stdout),
                stderr.chars().take(600).collect::<String>()
            ));
        }
        if got.status != Some(self.status) {
            return Err(format!("exit status {:?}, want {}\n{}", got.status, self.status, stderr.chars().take(600).collect::<String>()));
        }
        if let Some(want) = &self.stderr {
            let head = normalize_stderr(&stderr);
            let want = normalize_stderr(want);
            if head != want {
                return Err(format!("standard error differs\n--- want\n{want}\n--- got\n{head}"));
            }
        }
        Ok(())
    }
}

/// The part of standard error that must be equal: up to the first trace, without addresses.
pub fn normalize_stderr(text: &str) -> String {
    let mut out = String::new();
    for line in text.lines() {
        if line.starts_with("goroutine ") && line.ends_with("]:") {
            break;
        }
        let mut rest = line;
        while let Some(at) = rest.find("0x") {
            out.push_str(&rest[..at]);
            out.push_str("0x?");
            rest = rest[at + 2..].trim_start_matches(|c: char| c.is_ascii_hexdigit());
        }
        out.push_str(rest);
        out.push('\n');
    }
    out.trim_end().to_string()
}

fn first_difference(want: &[u8], got: &[u8]) -> String {
    let (want, got) = (String::from_utf8_lossy(want), String::from_utf8_lossy(got));
    let mut lines = want.lines().zip(got.lines()).enumerate();
    match lines.find(|(_, (w, g))| w != g) {
        Some((n, (w, g))) => format!("line {}\n  want {w}\n  got  {g}", n + 1),
        None => format!("want {} lines, got {}", want.lines().count(), got.lines().count()),
    }
}

/// Runs all programs of a folder in a mode, two at a time, and panics with the list of unexpected results.
///
/// `KNOWN_FAILURES` in the folder lists `mode name  reason`; a listed program that passes fails the test.
///
/// # Panics
/// On unexpected failures and passes.
pub fn check_folder(folder: &str, mode: Mode) {
    let scratch = tempfile::tempdir().expect("a scratch folder");
    let known = fs::read_to_string(root().join(folder).join("KNOWN_FAILURES")).unwrap_or_default();
    let is_known = |stem: &str| {
        known.lines().any(|l| {
            let mut words = l.split_whitespace();
            words.next().is_some_and(|m| m == mode.name() || m == "all") && words.next() == Some(stem)
        })
    };
    let only = std::env::var("GOLIFT_ONLY").unwrap_or_default();
    let files: Vec<PathBuf> =
        programs(folder).into_iter().filter(|f| f.with_extension("out").exists() && f.to_string_lossy().contains(&only)).collect();
    let results = parallel(&files, |file| Expected::of(file).compare(&run_program(file, mode, scratch.path())));
    let mut bad = String::new();
    for (file, result) in files.iter().zip(&results) {
        let stem = file.file_stem().unwrap_or_default().to_string_lossy();
        match (result, is_known(&stem)) {
            (Ok(()), false) | (Err(_), true) => {}
            (Ok(()), true) => bad.push_str(&format!("{folder}/{stem}: passes, but is listed in KNOWN_FAILURES\n")),
            (Err(why), false) => bad.push_str(&format!("{folder}/{stem}: {why}\n")),
        }
    }
    let failed = results.iter().filter(|r| r.is_err()).count();
    println!("{folder} {}: {} passed, {failed} failed", mode.name(), results.len() - failed);
    assert!(bad.is_empty(), "{}:\n{bad}", mode.name());
}

/// Maps over items on as many threads as there are cores, keeping the order.
pub fn parallel<T: Sync, R: Send>(items: &[T], f: impl Fn(&T) -> R + Sync + Send) -> Vec<R> {
    use rayon::prelude::*;
    items.par_iter().map(f).collect()
}

/// Compares with an expectation of golift's own; with `GOLIFT_BLESS` writes it instead. An empty one has no file.
///
/// # Errors
/// A description of the first difference.
pub fn check_golden(path: &Path, got: &str) -> Result<(), String> {
    let want = fs::read_to_string(path).unwrap_or_default();
    if want == got {
        return Ok(());
    }
    if std::env::var_os("GOLIFT_BLESS").is_some() {
        let done = if got.is_empty() { fs::remove_file(path) } else { fs::write(path, got) };
        return done.map_err(|e| e.to_string());
    }
    Err(format!("{}: {}", path.display(), first_difference(want.as_bytes(), got.as_bytes())))
}

/// Checks a file of cases: what stands before the first `-- input` is a comment, and each `-- input: TITLE` is followed by
/// its `-- output`, which `transform` must give. With `GOLIFT_BLESS` the outputs are written anew.
///
/// # Errors
/// A description of the first difference, or of what `transform` says about an input.
pub fn check_cases(path: &Path, transform: impl Fn(&str) -> Result<String, String>) -> Result<(), String> {
    let text = fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
    let mut parts = text.split("-- input");
    let mut got = parts.next().unwrap_or_default().to_string();
    let mut cases = 0;
    for case in parts {
        let (title, rest) = case.split_once('\n').unwrap_or((case, ""));
        let input = rest.split("-- output\n").next().unwrap_or_default().trim_end();
        let output = transform(input).map_err(|e| format!("{}{title}: {e}", path.display()))?;
        got.push_str(&format!("-- input{title}\n{input}\n-- output\n{}\n\n", output.trim()));
        cases += 1;
    }
    if cases == 0 {
        return Err(format!("{}: no cases", path.display()));
    }
    check_golden(path, &format!("{}\n", got.trim_end()))
}

/// Runs a check over files, some at a time.
///
/// # Panics
/// With the list of what is wrong, or if there are no files.
pub fn check_files(files: &[PathBuf], check: impl Fn(&PathBuf) -> Result<(), String> + Sync + Send) {
    assert!(!files.is_empty(), "no test files");
    let bad: Vec<String> = parallel(files, check).into_iter().filter_map(Result::err).collect();
    assert!(bad.is_empty(), "{} of {} files differ (GOLIFT_BLESS=1 writes them anew):\n{}", bad.len(), files.len(), bad.join("\n"));
}
