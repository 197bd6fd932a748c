//! Programs that shuffle pointers, against the escape analysis: each runs under every policy and with the collector under
//! stress, and all must print the same.
//!
//! What differs is kept beside a reduced form of it.

mod generate;
mod modes;
mod reduce;
mod shrink;

pub use generate::program;

use crate::program_args::ProgramArgs;
use modes::{Finding, Modes};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

/// What to run.
#[derive(clap::Args, Clone, Debug)]
pub struct Config {
    /// For how long.
    #[arg(long, default_value_t = 60)]
    pub seconds: u64,
    /// Which programs.
    #[command(flatten)]
    pub programs: ProgramArgs,
    /// How many programs at a time.
    #[arg(long, default_value_t = 2)]
    pub jobs: usize,
    /// Compare with this official go command too.
    #[arg(long)]
    pub oracle: Option<PathBuf>,
    /// Compare this program instead of generated ones, and reduce it.
    #[arg(long)]
    pub file: Option<PathBuf>,
    /// Print the program of the seed.
    #[arg(long)]
    pub print: bool,
    /// How long reducing one program may take, in seconds; 0 switches it off.
    #[arg(long, default_value_t = 120)]
    pub reduce: u64,
    /// Stop at the first difference.
    #[arg(long)]
    pub first: bool,
    /// The modes to compare with the reference; all by default.
    #[arg(long, value_delimiter = ',')]
    pub modes: Vec<String>,
}

/// Runs; true if all programs did the same in all modes.
///
/// # Errors
/// What cannot be read, written or started.
pub fn run(config: &Config) -> Result<bool, String> {
    if config.print {
        print!("{}", program(config.programs.seed));
        return Ok(true);
    }
    let golift = config.programs.prepare()?;
    let probe = tempfile::tempdir().map_err(|e| e.to_string())?;
    let modes = Modes::available(&golift, config.oracle.as_deref(), &config.modes, probe.path())?;
    if let Some(file) = &config.file {
        let text = fs::read_to_string(file).map_err(|e| format!("{}: {e}", file.display()))?;
        let found = modes.compare(probe.path(), &text, config.programs.seed)?;
        if let Some(finding) = &found {
            println!("{}", finding.text);
            report(config, &modes, probe.path(), &file.with_extension("reduced.go"), &text, finding)?;
        }
        return Ok(found.is_none());
    }
    println!("modes: {}", modes.names().join(" "));
    let end = Instant::now() + Duration::from_secs(config.seconds);
    let (next, done, bad) = (AtomicU64::new(0), AtomicU64::new(0), AtomicU64::new(0));
    let failure: Mutex<Option<String>> = Mutex::new(None);
    let work = || -> Result<(), String> {
        let scratch = tempfile::tempdir().map_err(|e| e.to_string())?;
        loop {
            let n = next.fetch_add(1, Ordering::Relaxed);
            let stop = config.first && bad.load(Ordering::Relaxed) > 0;
            if Instant::now() >= end || n >= config.programs.count || stop {
                return Ok(());
            }
            let seed = config.programs.seed + n;
            let text = program(seed);
            if let Some(finding) = modes.compare(scratch.path(), &text, seed)? {
                bad.fetch_add(1, Ordering::Relaxed);
                let kept = config.programs.out.join(format!("pointers-{seed}.go"));
                fs::write(&kept, &text).map_err(|e| e.to_string())?;
                println!("{}: {}", kept.display(), finding.text);
                report(config, &modes, scratch.path(), &kept.with_extension("reduced.go"), &text, &finding)?;
            }
            done.fetch_add(1, Ordering::Relaxed);
        }
    };
    std::thread::scope(|scope| {
        for _ in 0..config.jobs.clamp(1, 2) {
            scope.spawn(|| {
                if let Err(e) = work() {
                    *failure.lock().unwrap_or_else(|e| e.into_inner()) = Some(e);
                }
            });
        }
    });
    if let Some(e) = failure.into_inner().unwrap_or_else(|e| e.into_inner()) {
        return Err(e);
    }
    let (done, bad) = (done.into_inner(), bad.into_inner());
    println!("{done} programs from seed {}, {bad} differences", config.programs.seed);
    Ok(bad == 0)
}

/// Reduces a program that differs, and writes the result.
fn report(config: &Config, modes: &Modes, dir: &Path, to: &Path, text: &str, finding: &Finding) -> Result<(), String> {
    if config.reduce == 0 || finding.is_slow() {
        return Ok(());
    }
    let end = Instant::now() + Duration::from_secs(config.reduce);
    let small = reduce::reduce(text, end, |candidate| modes.shows(dir, candidate, finding));
    let head = format!("// {}\n", finding.text.trim_end().replace('\n', "\n// "));
    fs::write(to, head + &small).map_err(|e| format!("{}: {e}", to.display()))?;
    println!("reduced to {} lines: {}", small.lines().count(), to.display());
    Ok(())
}
