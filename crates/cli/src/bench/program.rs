//! A program as a benchmark: its whole run is one operation.
//!
//! Time is measured from the start of the process to its end, on binaries that count nothing; so is the processor's, of all
//! threads, which other programs disturb less. Allocations come from one
//! more run: golift's runtime writes its counters when the program ends; the official toolchain gets the program with a
//! `main` around its own, which writes those of `runtime.MemStats`. A program that leaves by `os.Exit` tells
//! the official counts to nobody.

use super::arguments::Arguments;
use super::contender::{Builder, Contender, build_official, official, turns, with_policy};
use super::package::tags;
use super::results::{PackageResults, Sample};
use golift_driver::{Failure, Options, compile_program, json_string, wrap_main, write_executable};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// Measures the program that `targets` name.
///
/// # Errors
/// Builds and runs that fail.
pub(super) fn measure_program(
    (path, targets): (&str, &[String]),
    contenders: &[Contender],
    arguments: &Arguments,
    options: &Options,
    (image, scratch): (&[u8], &Path),
) -> Result<PackageResults, Failure> {
    let name = benchmark_name(path, targets);
    let mut binaries = Vec::new();
    let mut counts = Vec::new();
    for (i, contender) in contenders.iter().enumerate() {
        let (file, counting) = (scratch.join(format!("{i}.run")), scratch.join(format!("{i}.counting.run")));
        let counted = match &contender.builder {
            Builder::Golift(policy) => {
                for (file, count) in [(&file, false), (&counting, true)] {
                    let program = compile_program(targets, &with_policy(options, *policy, count))?.program;
                    let program = program.ok_or_else(|| Failure::new(format!("golift bench: {path} is no program")))?;
                    let bytes = program.write_image(image).map_err(|e| Failure::new(format!("golift: {e}")))?;
                    write_executable(file, &bytes)?;
                }
                true
            }
            Builder::Official(go) => {
                build_official(official(go).args(["build", "-o"]).arg(&file).args(tags(options)).args(targets))?;
                build_counting(go, targets, options, &counting, scratch)?
            }
        };
        counts.push(if counted { count(&counting, arguments, scratch)? } else { Vec::new() });
        binaries.push(file);
    }
    let mut results = PackageResults { path: path.to_string(), benchmarks: Vec::new() };
    for round in 0..arguments.count {
        for turn in turns(binaries.len(), round) {
            let (start, cpu) = (Instant::now(), children_time());
            run(&binaries[turn], arguments, None)?;
            let time = start.elapsed().as_nanos() as f64;
            let cpu = (children_time() - cpu).as_nanos() as f64;
            let mut values = vec![("ns/op".to_string(), time), ("cpu-ns/op".to_string(), cpu)];
            values.extend(counts[turn].iter().cloned());
            results.add(Sample { name: name.clone(), iterations: 1, values }, turn, contenders.len());
        }
    }
    Ok(results)
}

/// The processor time, of user and system, of all processes that were waited for.
fn children_time() -> Duration {
    // SAFETY: the structure is plain data, and the call fills it.
    let usage = unsafe {
        let mut usage: libc::rusage = std::mem::zeroed();
        libc::getrusage(libc::RUSAGE_CHILDREN, &mut usage);
        usage
    };
    let time = |t: libc::timeval| Duration::new(t.tv_sec as u64, t.tv_usec as u32 * 1000);
    time(usage.ru_utime) + time(usage.ru_stime)
}

/// Builds the program with a `main` that tells its allocations; false if it has none that could.
fn build_counting(go: &Path, targets: &[String], options: &Options, file: &Path, scratch: &Path) -> Result<bool, Failure> {
    let Some(wrapped) = wrap_main(targets, &options.context)? else { return Ok(false) };
    let failed = |e: std::io::Error| Failure::new(format!("golift bench: {}: {e}", scratch.display()));
    let (main, wrapper, overlay) = (scratch.join("main.go"), scratch.join("wrapper.go"), scratch.join("overlay.json"));
    let beside = wrapped.file.with_file_name("golift_bench_wrapper.go");
    let entry = |from: &Path, to: &Path| format!("{}:{}", json_string(&from.display().to_string()), json_string(&to.display().to_string()));
    let replace = format!("{{\"Replace\":{{{},{}}}}}\n", entry(&wrapped.file, &main), entry(&beside, &wrapper));
    std::fs::write(&main, wrapped.text).map_err(failed)?;
    std::fs::write(&wrapper, wrapped.wrapper).map_err(failed)?;
    std::fs::write(&overlay, replace).map_err(failed)?;
    let mut command = official(go);
    command.arg("build").arg("-overlay").arg(&overlay).arg("-o").arg(file).args(tags(options)).args(targets);
    if let Some(first) = targets.iter().find(|t| t.ends_with(".go")) {
        // Files are named in one way, all of them.
        command.arg(Path::new(first).with_file_name("golift_bench_wrapper.go"));
    }
    build_official(&mut command)?;
    Ok(true)
}

/// Runs a program that tells its allocations: values with their units.
fn count(file: &Path, arguments: &Arguments, scratch: &Path) -> Result<Vec<(String, f64)>, Failure> {
    let counts = scratch.join("counts");
    let _ = std::fs::remove_file(&counts);
    run(file, arguments, Some(&counts))?;
    let text = std::fs::read_to_string(&counts).unwrap_or_default();
    let numbers: Vec<f64> = text.split_whitespace().filter_map(|w| w.parse().ok()).collect();
    let [objects, bytes, stack @ ..] = &numbers[..] else { return Ok(Vec::new()) };
    let mut values = vec![("B/op".to_string(), *bytes), ("allocs/op".to_string(), *objects)];
    values.extend(stack.first().map(|n| ("stack-allocs/op".to_string(), *n)));
    Ok(values)
}

fn run(file: &Path, arguments: &Arguments, counts: Option<&PathBuf>) -> Result<(), Failure> {
    let mut command = Command::new(file);
    command.args(&arguments.program).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped());
    if let Some(counts) = counts {
        command.env("GOLIFT_COUNTS", counts);
    }
    let out = command.output().map_err(|e| Failure::new(format!("golift bench: {}: {e}", file.display())))?;
    match out.status.success() {
        true => Ok(()),
        false => Err(Failure::new(format!("{}golift bench: the program failed: {}", String::from_utf8_lossy(&out.stderr), out.status))),
    }
}

/// `BenchmarkNbody` for `nbody.go` or `x.y/nbody`.
fn benchmark_name(path: &str, targets: &[String]) -> String {
    let file = targets.first().filter(|t| t.ends_with(".go"));
    let stem = file.and_then(|f| Path::new(f).file_stem()).map(|s| s.to_string_lossy().into_owned());
    let name = stem.unwrap_or_else(|| crate::run::last_element(path).to_string());
    let mut chars = name.chars();
    let first = chars.next().map(|c| c.to_uppercase().collect::<String>()).unwrap_or_default();
    format!("Benchmark{first}{}", chars.as_str()).replace(char::is_whitespace, "_")
}
