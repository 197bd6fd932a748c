//! `xtask model`: what `golift tool compile -m` prints beside what the official compiler prints, line by line.
//!
//! Without arguments the subjects are the files of the official test directory whose recipe has `-m`, with their own
//! flags, and the official answers are those that `testsuite/gcmodel/official` records (`--oracle GO --record` writes
//! them). With files and folders, the subjects are the programs there with `--flags`, and `--oracle` is asked.
//! `-live` is left out: its lines are not about inlining and escape.

use crate::action::printed;
use crate::exec::Limits;
use crate::model_report::{Row, classes, differences, is_better_than, table};
use crate::recipe::{Kind, Recipe, parse};
use crate::toolchain::{Place, Toolchain};
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

/// What to compare, and how.
#[derive(clap::Args, Debug)]
pub(crate) struct Config {
    /// Programs, and folders of programs; without them the official test directory's files with `-m`.
    programs: Vec<PathBuf>,
    /// The test directory of Go 1.19 (Debian: golang-1.19-src).
    #[arg(long, default_value = "/usr/share/go-1.19/test")]
    suite: PathBuf,
    /// The golift command; by default the one that lies beside this one.
    #[arg(long)]
    golift: Option<PathBuf>,
    /// The official go command.
    #[arg(long)]
    oracle: Option<PathBuf>,
    /// Write down what the official go command says about the test directory's files.
    #[arg(long, requires = "oracle")]
    record: bool,
    /// The flags with which programs are compiled.
    #[arg(long, default_value = "-m", allow_hyphen_values = true)]
    flags: String,
    /// A folder that keeps the official answers about programs from one run to the next.
    #[arg(long)]
    cache: Option<PathBuf>,
    /// Only files whose path contains this.
    #[arg(long, default_value = "")]
    only: String,
    /// How many kinds of differing messages are listed.
    #[arg(long, default_value_t = 0)]
    classes: usize,
    /// Print all differences, `-` for missing and `+` for extra lines.
    #[arg(short, long)]
    verbose: bool,
}

/// A file to compile.
pub(crate) struct Subject {
    /// The folder that `file` is below.
    root: PathBuf,
    file: String,
    recipe: Recipe,
    flags: Vec<String>,
}

/// The least share of the official lines that must be printed, and the greatest of lines of our own, in per mille:
/// without inlining, and with it.
const BOUNDS: [(usize, usize); 2] = [(990, 10), (850, 150)];

/// Compares; whether the bounds hold.
///
/// # Errors
/// The suite, a tool or a recording is not there.
pub(crate) fn run(config: &Config) -> Result<bool, String> {
    let scratch = tempfile::tempdir().map_err(|e| e.to_string())?;
    let golift = match &config.golift {
        Some(path) => path.clone(),
        None => std::env::current_exe().map_err(|e| e.to_string())?.with_file_name("golift"),
    };
    let golift = golift.canonicalize().map_err(|e| format!("{}: {e}", golift.display()))?;
    let golift = Toolchain::Golift(golift);
    let official = match &config.oracle {
        Some(go) => Some(Toolchain::official(go, scratch.path())?),
        None => None,
    };
    let of_suite = config.programs.is_empty();
    let mut subjects = if of_suite { of_the_suite(&config.suite)? } else { of_programs(config)? };
    subjects.retain(|s| s.file.contains(&config.only));
    let cache = config.cache.as_ref().filter(|_| !of_suite);
    let answer = |s: &Subject| -> Result<Option<String>, String> {
        let recording = match cache {
            Some(dir) => Some(dir.join(recording_name(&format!("{}{}{}", s.root.display(), s.file, config.flags)))),
            None if of_suite => Some(recordings().join(recording_name(&s.file))),
            None => None,
        };
        let recorded = recording.as_ref().filter(|_| !config.record).map(std::fs::read_to_string);
        if let Some(Ok(text)) = recorded {
            return Ok(Some(text).filter(|t| t != FAILED));
        }
        let Some(tools) = &official else {
            return Err(format!("{}: what the official compiler says is not recorded: use --oracle", s.file));
        };
        let text = compile(s, tools, scratch.path())?;
        let failed = !of_suite && (text.contains("could not import") || text.lines().any(is_error));
        let text = if failed { FAILED.to_string() } else { text };
        if let Some(path) = recording {
            path.parent().map_or(Ok(()), std::fs::create_dir_all).map_err(|e| e.to_string())?;
            std::fs::write(&path, &text).map_err(|e| format!("{}: {e}", path.display()))?;
        }
        Ok(Some(text).filter(|t| t != FAILED))
    };
    let rows = parallel(&subjects, |s| -> Result<Option<Row>, String> {
        let Some(want) = answer(s)? else { return Ok(None) };
        let inlined = !s.flags.iter().any(|f| f == "-l");
        let got = compile(s, &golift, scratch.path());
        Ok(Some(Row::of(&s.file, inlined, &want, got)))
    });
    let rows: Vec<Row> = rows.into_iter().collect::<Result<Vec<_>, _>>()?.into_iter().flatten().collect();
    if config.verbose {
        print!("{}", differences(&rows));
    }
    print!("{}", table(&rows, of_suite));
    if config.classes > 0 {
        print!("{}", classes(&rows, config.classes));
    }
    Ok(!of_suite || is_better_than(&rows, BOUNDS))
}

/// What is kept of a program that the official compiler does not compile.
const FAILED: &str = "(does not compile)\n";

/// Whether a line reports an error: the others are known by their words.
fn is_error(line: &str) -> bool {
    ["declared and not used", "undefined:", "syntax error", "imported and not used", "missing function body"].iter().any(|e| line.contains(e))
}

fn recordings() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../gcmodel/official")
}

fn recording_name(file: &str) -> String {
    let name: String = file.chars().map(|c| if c.is_alphanumeric() || c == '.' { c } else { '_' }).collect();
    format!("{}.m", name.trim_start_matches(['.', '_']).replace(".go", ""))
}

fn compile(s: &Subject, tools: &Toolchain, scratch: &Path) -> Result<String, String> {
    let own = tempfile::tempdir_in(scratch).map_err(|e| e.to_string())?;
    if let Toolchain::Official(_, config) = tools {
        std::fs::copy(config, own.path().join("importcfg")).map_err(|e| e.to_string())?;
    }
    let limits = Limits { time: Duration::from_secs(60), memory: 4 << 30 };
    printed(&s.file, &s.recipe, &s.flags, &Place { tools, scratch: own.path(), suite: &s.root, limits })
}

/// The test directory's files with `-m`, without `-live`.
fn of_the_suite(suite: &Path) -> Result<Vec<Subject>, String> {
    let suite = suite.canonicalize().map_err(|e| format!("{}: {e}", suite.display()))?;
    let mut files = Vec::new();
    go_files(&suite, &mut files);
    let mut out = Vec::new();
    for file in files {
        let text = std::fs::read(&file).map(|b| String::from_utf8_lossy(&b).into_owned()).unwrap_or_default();
        let Some(recipe) = parse(&text) else { continue };
        if !recipe.flags.iter().any(|f| f == "-m" || f.starts_with("-m=")) {
            continue;
        }
        let flags = recipe.flags.iter().filter(|f| *f != "-live").cloned().collect();
        let file = file.strip_prefix(&suite).unwrap_or(&file).display().to_string();
        out.push(Subject { root: suite.clone(), file, recipe, flags });
    }
    Ok(out)
}

/// Programs of one file: those of the test directory only where the recipe is to run them.
fn of_programs(config: &Config) -> Result<Vec<Subject>, String> {
    let mut files = Vec::new();
    for path in &config.programs {
        let path = path.canonicalize().map_err(|e| format!("{}: {e}", path.display()))?;
        if path.is_dir() { go_files(&path, &mut files) } else { files.push(path) }
    }
    let mut out = Vec::new();
    for file in files {
        let text = std::fs::read(&file).map(|b| String::from_utf8_lossy(&b).into_owned()).unwrap_or_default();
        let recipe = parse(&text);
        if !text.contains("\npackage main") && !text.starts_with("package main") || recipe.as_ref().is_some_and(|r| r.kind != Kind::Run) {
            continue;
        }
        let mut recipe = recipe.or_else(|| parse("// run\n\npackage p\n")).ok_or("no recipe")?;
        recipe.kind = Kind::ErrorCheck;
        let mut flags: Vec<String> = config.flags.split(' ').map(String::from).collect();
        flags.push("-p=main".into());
        let root = file.parent().map(Path::to_path_buf).unwrap_or_default();
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        out.push(Subject { root, file: name, recipe, flags });
    }
    Ok(out)
}

/// All Go files below a folder, sorted.
fn go_files(folder: &Path, out: &mut Vec<PathBuf>) {
    let mut entries: Vec<PathBuf> = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|e| e.path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            go_files(&path, out);
        } else if path.extension().is_some_and(|e| e == "go") {
            out.push(path);
        }
    }
}

/// Maps on as many threads as there are cores, keeping the order.
fn parallel<R: Send>(subjects: &[Subject], one: impl Fn(&Subject) -> R + Sync) -> Vec<R> {
    let next = AtomicUsize::new(0);
    let results: Mutex<Vec<Option<R>>> = Mutex::new(subjects.iter().map(|_| None).collect());
    let jobs = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        for _ in 0..jobs {
            scope.spawn(|| {
                loop {
                    let i = next.fetch_add(1, Ordering::Relaxed);
                    let Some(subject) = subjects.get(i) else { return };
                    let result = one(subject);
                    results.lock().expect("no thread panicked")[i] = Some(result);
                }
            });
        }
    });
    results.into_inner().expect("no thread panicked").into_iter().flatten().collect()
}
