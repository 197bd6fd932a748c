//! Generated programs in several modes: what they print is compared between the modes, and with an official toolchain when
//! `GO` names one.

use crate::generate::program;
use crate::program_args::ProgramArgs;
use golift_testsuite::{Outcome, run as run_command};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

/// What to run.
#[derive(clap::Args, Clone, Debug)]
pub struct Config {
    /// For how long.
    #[arg(long, default_value_t = 30)]
    pub seconds: u64,
    /// Which programs.
    #[command(flatten)]
    pub programs: ProgramArgs,
    /// Compare this program instead of generated ones.
    #[arg(long)]
    pub file: Option<PathBuf>,
}

/// How long a program may take.
const LIMIT: Duration = Duration::from_secs(20);

/// A way to run a program: its name, flags of `golift run`, an environment variable.
const MODES: [(&str, &[&str], (&str, &str)); 4] = [
    ("jit", &[], ("", "")),
    ("opt-none", &["-opt=none"], ("", "")),
    ("escape-heap", &["-escape=heap"], ("", "")),
    ("gc-stress", &[], ("GOLIFT_GCSTRESS", "5")),
];

/// Runs; true if all programs did the same in all modes.
///
/// # Errors
/// What cannot be read, written or started.
pub fn run(config: &Config) -> Result<bool, String> {
    let golift = config.programs.prepare()?;
    let scratch = tempfile::tempdir().map_err(|e| e.to_string())?;
    if let Some(file) = &config.file {
        let text = fs::read_to_string(file).map_err(|e| format!("{}: {e}", file.display()))?;
        let difference = compare(&golift, scratch.path(), &text)?;
        if let Some(what) = &difference {
            println!("{what}");
        }
        return Ok(difference.is_none());
    }
    let end = Instant::now() + Duration::from_secs(config.seconds);
    let (mut done, mut bad) = (0, 0);
    while Instant::now() < end && done < config.programs.count {
        let seed = config.programs.seed + done;
        let text = program(seed);
        if let Some(what) = compare(&golift, scratch.path(), &text)? {
            bad += 1;
            let kept = config.programs.out.join(format!("program-{seed}.go"));
            fs::write(&kept, &text).map_err(|e| e.to_string())?;
            println!("{}: {what}", kept.display());
        }
        done += 1;
    }
    println!("{done} programs, {bad} differences");
    Ok(bad == 0)
}

/// The first difference between the modes.
fn compare(golift: &Path, dir: &Path, text: &str) -> Result<Option<String>, String> {
    let file = dir.join("main.go");
    fs::write(&file, text).map_err(|e| e.to_string())?;
    let mut first: Option<(String, Outcome)> = None;
    for (name, flags, (key, value)) in MODES {
        let mut command = Command::new(golift);
        command.current_dir(dir).arg("run").args(flags).arg("main.go");
        if !key.is_empty() {
            command.env(key, value);
        }
        let got = run_command(&mut command, LIMIT);
        if let Some(what) = broken(&got) {
            return Ok(Some(format!("{name}: {what}")));
        }
        if let Some(what) = differs(&mut first, name, got) {
            return Ok(Some(what));
        }
    }
    let Some(go) = std::env::var_os("GO") else { return Ok(None) };
    let mut command = Command::new(go);
    let got = run_command(command.current_dir(dir).args(["run", "main.go"]), 3 * LIMIT);
    Ok(differs(&mut first, "the official toolchain", got))
}

/// What no program may do, whatever others say.
fn broken(got: &Outcome) -> Option<String> {
    let err = String::from_utf8_lossy(&got.stderr);
    let shown: String = err.chars().take(600).collect();
    match got.status {
        None => Some(format!("killed, or more than {} s\n{shown}", LIMIT.as_secs())),
        Some(0) if !err.contains("compiler bug") => None,
        Some(status) => Some(format!("exit status {status}\n{shown}")),
    }
}

fn differs(first: &mut Option<(String, Outcome)>, name: &str, got: Outcome) -> Option<String> {
    let Some((other, want)) = first else {
        *first = Some((name.to_string(), got));
        return None;
    };
    if got.status == want.status && got.stderr == want.stderr && got.stdout == want.stdout {
        return None;
    }
    let (a, b) = (String::from_utf8_lossy(&want.stderr), String::from_utf8_lossy(&got.stderr));
    let line = a.lines().zip(b.lines()).position(|(a, b)| a != b).unwrap_or(a.lines().count().min(b.lines().count()));
    let of = |text: &str| text.lines().nth(line).unwrap_or("(end)").to_string();
    Some(format!("{other} and {name} differ in line {}\n  {}\n  {}", line + 1, of(&a), of(&b)))
}
