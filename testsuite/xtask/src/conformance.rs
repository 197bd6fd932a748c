//! `xtask conformance`: the official project's test directory with golift.
//!
//! The suite's files → recipes → verdicts, in parallel → a table, and the difference from the list of known failures,
//! which decides about success.

use crate::action::{Verdict, perform};
use crate::exec::Limits;
use crate::known::{Known, OUTDATED};
use crate::recipe::{Kind, parse};
use crate::report::{self, Official, Outcome, compare};
use crate::toolchain::{Place, Toolchain};
use regex::Regex;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

/// What to run, and how.
#[derive(clap::Args, Debug)]
pub(crate) struct Config {
    /// The test directory of Go 1.19 (Debian: golang-1.19-src).
    #[arg(long, default_value = "/usr/share/go-1.19/test")]
    suite: PathBuf,
    /// The golift command; by default the one that lies beside this one.
    #[arg(long)]
    golift: Option<PathBuf>,
    /// How many tests run at a time.
    #[arg(short, long)]
    jobs: Option<usize>,
    /// Only files whose path matches.
    #[arg(long)]
    only: Option<String>,
    /// Only these kinds of recipe.
    #[arg(long)]
    kind: Vec<String>,
    /// A sample that takes two minutes: every fourth file.
    #[arg(long)]
    quick: bool,
    /// Seconds that a command may take.
    #[arg(long, default_value_t = 10)]
    limit: u64,
    /// MiB that a command may use.
    #[arg(long, default_value_t = 2048)]
    memory: u64,
    /// Write the list of known failures anew, keeping reasons.
    #[arg(long)]
    bless: bool,
    /// The official go command, which is asked about failures.
    #[arg(long)]
    oracle: Option<PathBuf>,
    /// The list of known failures.
    #[arg(long)]
    known: Option<PathBuf>,
    /// Print all failures, not only those that the list does not have.
    #[arg(short, long)]
    verbose: bool,
}

/// The folders whose files are tests.
const FOLDERS: &[&str] = &[
    ".", "abi", "chan", "codegen", "dwarf", "fixedbugs", "interface", "internal/runtime/sys", "intrinsic.dir", "ken",
    "runtime", "stress", "syntax", "typeparam", "typeparam/mdempsky",
];

/// One in how many files a quick run takes.
const QUICK: usize = 4;

/// Runs the suite; whether the list of known failures describes what happened.
///
/// # Errors
/// The suite or a tool is not there.
pub(crate) fn run(config: &Config) -> Result<bool, String> {
    let known_path = config.known.clone().unwrap_or_else(|| {
        PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../conformance/KNOWN_FAILURES")
    });
    let mut known = Known::read(&known_path)?;
    let scratch = tempfile::tempdir().map_err(|e| e.to_string())?;
    let suite = config.suite.canonicalize().map_err(|e| {
        format!("{}: {e}\n\tthe suite is that of Go 1.19: on Debian, apt-get install golang-1.19-src", config.suite.display())
    })?;
    let golift = Toolchain::Golift(golift(config)?);
    let official = match &config.oracle {
        Some(go) => Some(Toolchain::official(go, scratch.path())?),
        None => None,
    };
    let tests = tests(&suite, config)?;
    let limits = Limits { time: Duration::from_secs(config.limit), memory: config.memory << 20 };
    let one = |(file, kind): &(String, Kind)| -> Outcome {
        let with = |tools: &Toolchain| {
            let limits = match tools {
                Toolchain::Golift(_) => limits,
                Toolchain::Official(..) => Limits { time: limits.time * 6, ..limits },
            };
            run_test(&suite, file, tools, scratch.path(), limits)
        };
        let (mut verdict, ours) = with(&golift);
        let failed = matches!(verdict, Verdict::Fail(_));
        let official = match official.as_ref().filter(|_| failed).map(with) {
            None => Official::NotAsked,
            Some((Verdict::Pass, _)) => Official::Passes,
            Some((_, theirs)) => match compare(&ours, &theirs) {
                Ok(()) => Official::FailsAlike,
                Err(why) => {
                    verdict = Verdict::Fail(why);
                    Official::FailsOtherwise
                }
            },
        };
        Outcome { file: file.clone(), kind: *kind, verdict, official }
    };
    let jobs = config.jobs.or_else(|| std::thread::available_parallelism().ok().map(usize::from)).unwrap_or(1);
    let outcomes = parallel(&tests, jobs, one);
    print!("{}\n{}", report::table(&outcomes, &known), report::left_out(&outcomes));
    if config.verbose {
        print!("\n{}", report::failures(&outcomes, &known));
    }
    if config.bless {
        report::bless(&outcomes, &mut known, OUTDATED);
        known.write(&known_path)?;
        return Ok(true);
    }
    let differences = report::differences(&outcomes, &known);
    if !differences.is_empty() {
        println!("\n{} differences from {}:", differences.len(), known_path.display());
        differences.iter().for_each(|d| println!("  {d}"));
    }
    Ok(differences.is_empty())
}

fn golift(config: &Config) -> Result<PathBuf, String> {
    let path = match &config.golift {
        Some(path) => path.clone(),
        None => std::env::current_exe().map_err(|e| e.to_string())?.with_file_name("golift"),
    };
    path.canonicalize().map_err(|e| format!("{}: {e}\n\tbuild golift first, or name it with --golift", path.display()))
}

/// The files with a recipe, with its kind.
fn tests(suite: &Path, config: &Config) -> Result<Vec<(String, Kind)>, String> {
    let only = config.only.as_deref().map(Regex::new).transpose().map_err(|e| e.to_string())?;
    let mut out = Vec::new();
    for folder in FOLDERS {
        let Ok(entries) = std::fs::read_dir(suite.join(folder)) else { continue };
        let mut names: Vec<String> = entries.flatten().filter_map(|e| e.file_name().into_string().ok()).collect();
        names.sort();
        for name in names.into_iter().filter(|n| n.ends_with(".go") && !n.starts_with('.')) {
            let file = if *folder == "." { name } else { format!("{folder}/{name}") };
            if only.as_ref().is_some_and(|r| !r.is_match(&file)) {
                continue;
            }
            let Some(recipe) = parse(&read(&suite.join(&file))) else { continue };
            if config.kind.is_empty() || config.kind.iter().any(|k| k == recipe.kind.name()) {
                out.push((file, recipe.kind));
            }
        }
    }
    if config.quick {
        out = out.into_iter().step_by(QUICK).collect();
    }
    if out.is_empty() { Err("no test matches".to_string()) } else { Ok(out) }
}

fn read(path: &Path) -> String {
    std::fs::read(path).map(|b| String::from_utf8_lossy(&b).into_owned()).unwrap_or_default()
}

fn run_test(suite: &Path, file: &str, tools: &Toolchain, scratch: &Path, limits: Limits) -> (Verdict, String) {
    let text = read(&suite.join(file));
    let Some(recipe) = parse(&text) else { return (Verdict::Skip("no recipe".into()), String::new()) };
    let scratch = match tempfile::tempdir_in(scratch) {
        Ok(dir) => dir,
        Err(e) => return (Verdict::Fail(e.to_string()), String::new()),
    };
    perform(file, &text, &recipe, &Place { tools, scratch: scratch.path(), suite, limits })
}

/// Maps over tests on some threads, keeping the order, and says on standard error how far it is.
fn parallel(tests: &[(String, Kind)], jobs: usize, one: impl Fn(&(String, Kind)) -> Outcome + Sync) -> Vec<Outcome> {
    let next = AtomicUsize::new(0);
    let results: Mutex<Vec<Option<Outcome>>> = Mutex::new(vec![None; tests.len()]);
    std::thread::scope(|scope| {
        for _ in 0..jobs.max(1) {
            scope.spawn(|| {
                loop {
                    let i = next.fetch_add(1, Ordering::Relaxed);
                    let Some(test) = tests.get(i) else { return };
                    if i > 0 && i % 500 == 0 {
                        eprintln!("{i} of {} tests", tests.len());
                    }
                    let outcome = one(test);
                    results.lock().expect("no thread panicked")[i] = Some(outcome);
                }
            });
        }
    });
    results.into_inner().expect("no thread panicked").into_iter().flatten().collect()
}
