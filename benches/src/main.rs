//! Compares golift with the official toolchain: `cargo run --release -p golift-benches -- [-n RUNS] [PROGRAM...]`.
//!
//! Each program of `benches/programs` is built by both compilers; the binaries then run in turn, so that the noise of
//! the machine meets both alike. The table gives the median of each, the quartiles' distance as the spread,
//! the ratio of the medians (below 1: golift is faster) and the peak memory.

use clap::Parser;
use std::io;
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

/// Interleaved comparison of golift and the official toolchain.
#[derive(Parser)]
struct Options {
    /// Runs of each binary.
    #[arg(short = 'n', default_value_t = 11)]
    runs: usize,
    /// The golift command.
    #[arg(long)]
    golift: Option<PathBuf>,
    /// The official go command; without one only golift is measured.
    #[arg(long, env = "GO", default_value = "go")]
    go: PathBuf,
    /// Programs, by name without `.go`; all if none is named.
    programs: Vec<String>,
}

/// A measured run.
#[derive(Clone, Copy)]
struct Run {
    seconds: f64,
    peak_kib: i64,
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let options = Options::parse();
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("programs");
    let golift = match options.golift {
        Some(path) => path,
        None => std::env::current_exe()?.with_file_name("golift"),
    };
    let scratch = tempfile::tempdir()?;
    let mut names = options.programs;
    if names.is_empty() {
        names = std::fs::read_dir(&dir)?
            .flatten()
            .filter_map(|e| e.file_name().to_str()?.strip_suffix(".go").map(String::from))
            .collect();
        names.sort();
    }
    println!("{:<16} {:>10} {:>8} {:>10} {:>8} {:>7} {:>12} {:>12}", "program", "golift s", "spread", "gc s", "spread", "ratio", "golift KiB", "gc KiB");
    for name in names {
        let source = dir.join(format!("{name}.go"));
        let ours = scratch.path().join(format!("{name}.golift"));
        let theirs = scratch.path().join(format!("{name}.gc"));
        build(Command::new(&golift).args(["build", "-o"]).arg(&ours).arg(&source))?;
        let gc = build(Command::new(&options.go).env("GO111MODULE", "off").args(["build", "-o"]).arg(&theirs).arg(&source)).is_ok();
        let (mut a, mut b) = (Vec::new(), Vec::new());
        for _ in 0..options.runs {
            a.push(measure(&ours)?);
            if gc {
                b.push(measure(&theirs)?);
            }
        }
        let (median, spread, peak) = summary(&mut a);
        print!("{name:<16} {median:>10.4} {spread:>8.4}");
        if gc {
            let (m, s, p) = summary(&mut b);
            println!(" {m:>10.4} {s:>8.4} {:>7.2} {peak:>12} {p:>12}", median / m);
        } else {
            println!(" {:>10} {:>8} {:>7} {peak:>12} {:>12}", "-", "-", "-", "-");
        }
    }
    Ok(())
}

fn build(command: &mut Command) -> io::Result<()> {
    let status = command.status()?;
    if status.success() { Ok(()) } else { Err(io::Error::other(format!("{command:?}: {status}"))) }
}

/// Median seconds, distance of the quartiles, highest peak.
fn summary(runs: &mut [Run]) -> (f64, f64, i64) {
    runs.sort_by(|a, b| a.seconds.total_cmp(&b.seconds));
    let at = |part: f64| runs[((runs.len() - 1) as f64 * part).round() as usize].seconds;
    (at(0.5), at(0.75) - at(0.25), runs.iter().map(|r| r.peak_kib).max().unwrap_or(0))
}

fn measure(binary: &Path) -> io::Result<Run> {
    let start = Instant::now();
    let child = Command::new(binary).stdin(Stdio::null()).stdout(Stdio::null()).spawn()?;
    let mut status = 0;
    // SAFETY: rusage is plain data, for which all zeroes is a valid value.
    let mut usage: libc::rusage = unsafe { std::mem::zeroed() };
    // SAFETY: the pointers are to live locals, and the child has not been waited for.
    let pid = unsafe { libc::wait4(child.id() as libc::pid_t, &mut status, 0, &mut usage) };
    let seconds = start.elapsed().as_secs_f64();
    if pid < 0 {
        return Err(io::Error::last_os_error());
    }
    let status = std::process::ExitStatus::from_raw(status);
    if !status.success() {
        return Err(io::Error::other(format!("{}: {status}", binary.display())));
    }
    Ok(Run { seconds, peak_kib: usage.ru_maxrss })
}
