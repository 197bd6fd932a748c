//! The mutation driver for toolchains without coverage: a fixed seed, a time limit, a process of its own for the work.
//!
//! The worker writes every input to a file before it is tried, so that a crash or a hang of the worker leaves it behind.

use crate::mutate::mutate;
use crate::rng::Rng;
use crate::targets::{Library, compile, parse};
use golift_testsuite::root;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

/// How long one input may take.
const LIMIT: Duration = Duration::from_secs(20);

/// What to run.
#[derive(clap::Args, Clone, Debug)]
pub struct Config {
    /// For how long.
    #[arg(long, default_value_t = 30)]
    pub seconds: u64,
    /// The seed of the mutations.
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
    /// Where inputs that fail are kept.
    #[arg(long, default_value = "target/fuzz")]
    pub out: PathBuf,
    /// Folders with further sources.
    #[arg(long)]
    pub corpus: Vec<PathBuf>,
    /// Stop at the first failure.
    #[arg(long)]
    pub first: bool,
    /// This process does the work.
    #[arg(long, hide = true)]
    pub worker: bool,
}

/// Runs; true if nothing failed.
///
/// # Errors
/// What cannot be read, written or started.
pub fn run(config: &Config) -> Result<bool, String> {
    if config.worker {
        return golift_base::with_deep_stack(|| work(config));
    }
    fs::create_dir_all(&config.out).map_err(|e| format!("{}: {e}", config.out.display()))?;
    let end = Instant::now() + Duration::from_secs(config.seconds);
    let mut failures = 0;
    for round in 0.. {
        let left = end.saturating_duration_since(Instant::now()).as_secs();
        if left == 0 || (failures > 0 && config.first) {
            break;
        }
        let mut worker = Command::new(std::env::current_exe().map_err(|e| e.to_string())?);
        worker.args(["mutants", "--worker", "--seconds", &left.to_string(), "--seed", &(config.seed + (round << 32)).to_string()]);
        worker.arg("--out").arg(&config.out);
        for folder in &config.corpus {
            worker.arg("--corpus").arg(folder);
        }
        let status = worker.status().map_err(|e| e.to_string())?;
        if status.success() {
            break;
        }
        failures += 1;
        if !current(config).exists() {
            return Err(format!("the worker did not begin: {status}"));
        }
        if status.code() != Some(1) {
            let kept = config.out.join(format!("crash-{}-{round}.go", config.seed));
            let _ = fs::copy(current(config), &kept);
            println!("the worker ended with {status}: {}", kept.display());
        }
    }
    Ok(failures == 0)
}

fn current(config: &Config) -> PathBuf {
    config.out.join(format!("current-{}.go", config.seed as u32))
}

fn corpus(config: &Config) -> Result<Vec<String>, String> {
    let mut files = Vec::new();
    for folder in ["lex", "parse", "check", "ssa", "escape", "clif", "allocs", "run", "gc", "fixedbugs"] {
        files.extend(golift_testsuite::programs(folder));
    }
    for folder in &config.corpus {
        walk(folder, &mut files);
    }
    files.sort();
    let texts: Vec<String> = files.iter().filter_map(|f| fs::read(f).ok()).map(|b| String::from_utf8_lossy(&b).into_owned()).collect();
    let small: Vec<String> = texts.into_iter().filter(|t| t.len() < 30_000).collect();
    if small.is_empty() { Err(format!("no sources in {}", root().display())) } else { Ok(small) }
}

fn walk(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            walk(&path, files);
        } else if path.extension().is_some_and(|e| e == "go") {
            files.push(path);
        }
    }
}

static PANIC: Mutex<String> = Mutex::new(String::new());
static TRIED: AtomicU64 = AtomicU64::new(0);

fn work(config: &Config) -> Result<bool, String> {
    let texts = corpus(config)?;
    let mut library = Library::new();
    std::panic::set_hook(Box::new(|info| {
        let mut text = PANIC.lock().unwrap_or_else(|e| e.into_inner());
        if text.is_empty() {
            *text = info.to_string();
        }
    }));
    watch(config.clone());
    let mut rng = Rng::new(config.seed);
    let end = Instant::now() + Duration::from_secs(config.seconds);
    let (mut seen, mut valid) = (Vec::<String>::new(), 0);
    let mut tried = 0u64;
    let mut text = String::new();
    while Instant::now() < end {
        // Mostly small steps away from a file of the corpus; a mutant without errors is mutated further.
        if text.is_empty() || rng.one_in(3) {
            text.clone_from(rng.pick(&texts));
        }
        let other: &String = rng.pick(&texts);
        let mutant = mutate(&mut rng, &text, other);
        fs::write(current(config), &mutant).map_err(|e| e.to_string())?;
        if library.is_used_up() {
            library = Library::new();
        }
        tried += 1;
        TRIED.store(tried, Ordering::Relaxed);
        let result = catch_unwind(AssertUnwindSafe(|| {
            parse(&mutant);
            let fine = library.check(&mutant);
            if fine {
                compile(&current(config));
            }
            fine
        }));
        text.clear();
        match result {
            Ok(true) => {
                valid += 1;
                text = String::from_utf8_lossy(&mutant).into_owned();
            }
            Ok(false) => {}
            Err(_) => {
                library = Library::new();
                let message = std::mem::take(&mut *PANIC.lock().unwrap_or_else(|e| e.into_inner()));
                let place: String = message.lines().next().unwrap_or_default().to_string();
                if !seen.contains(&place) {
                    let kept = config.out.join(format!("panic-{}-{tried}.go", config.seed));
                    fs::write(&kept, &mutant).map_err(|e| e.to_string())?;
                    println!("{}: {}", kept.display(), message.chars().take(600).collect::<String>());
                    seen.push(place);
                }
                if config.first {
                    return Ok(false);
                }
            }
        }
    }
    println!("{tried} mutants tried, {valid} without errors, {} different failures", seen.len());
    let _ = fs::remove_file(current(config));
    Ok(seen.is_empty())
}

/// Ends the process when one input takes too long.
fn watch(config: Config) {
    std::thread::spawn(move || {
        let (mut last, mut since) = (0, Instant::now());
        loop {
            std::thread::sleep(Duration::from_millis(500));
            let tried = TRIED.load(Ordering::Relaxed);
            if tried != last {
                (last, since) = (tried, Instant::now());
            } else if since.elapsed() > LIMIT && tried > 0 {
                println!("an input takes more than {} s: {}", LIMIT.as_secs(), current(&config).display());
                std::process::exit(3);
            }
        }
    });
}
