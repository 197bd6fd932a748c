//! The benchmarks of a package: its test program built by each contender, and run a benchmark at a time.

use super::arguments::Arguments;
use super::contender::{Builder, Contender, build_official, official, turns, with_policy};
use super::results::{PackageResults, Sample};
use golift_driver::{Failure, Options, TestPackage, TestProgram, write_executable};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// How often a benchmark runs when objects on stacks are counted.
const COUNTED: &str = "100x";

/// A contender's binaries.
struct Binary {
    contender: usize,
    file: PathBuf,
    /// The same program, made to count objects on stacks.
    counting: Option<PathBuf>,
}

/// Measures the benchmarks of a package; `None` if it has none that are wanted.
///
/// # Errors
/// Builds and benchmarks that fail.
pub(super) fn measure_package(
    package: TestPackage,
    mut program: TestProgram,
    contenders: &[Contender],
    arguments: &Arguments,
    options: &Options,
    (image, scratch): (&[u8], &Path),
) -> Result<Option<PackageResults>, Failure> {
    let dir = program.dir.clone();
    let mut binaries = Vec::new();
    for (i, contender) in contenders.iter().enumerate() {
        let file = scratch.join(format!("{i}.test"));
        let counting = match &contender.builder {
            Builder::Golift(policy) => {
                let counting = scratch.join(format!("{i}.counting.test"));
                for (file, count) in [(&file, false), (&counting, true)] {
                    let code = program.compile(&with_policy(options, *policy, count))?;
                    let bytes = code.write_image(image).map_err(|e| Failure::new(format!("golift: {e}")))?;
                    write_executable(file, &bytes)?;
                }
                Some(counting)
            }
            Builder::Official(go) => {
                let mut command = official(go);
                command.args(["test", "-c", "-vet=off", "-o"]).arg(&file).args(tags(options));
                let named = package.path == "command-line-arguments";
                build_official(command.args(if named { &arguments.targets[..] } else { std::slice::from_ref(&package.path) }))?;
                None
            }
        };
        binaries.push(Binary { contender: i, file, counting });
    }
    let Some(first) = binaries.first() else { return Ok(None) };
    let patterns = patterns(&first.file, &dir, &arguments.bench)?;
    if patterns.is_empty() {
        return Ok(None);
    }
    let mut results = PackageResults { path: package.path, benchmarks: Vec::new() };
    let mut on_stack: Vec<Sample> = Vec::new();
    for pattern in &patterns {
        for binary in &binaries {
            let Some(counting) = &binary.counting else { continue };
            for sample in run(counting, &dir, pattern, COUNTED)? {
                if let Some(n) = sample.value("stack-allocs/op") {
                    let name = format!("{} {}", binary.contender, sample.name);
                    on_stack.push(Sample { name, iterations: 1, values: vec![("stack-allocs/op".into(), n)] });
                }
            }
        }
    }
    for round in 0..arguments.count {
        for pattern in &patterns {
            for turn in turns(binaries.len(), round) {
                let Binary { contender, file, .. } = &binaries[turn];
                for mut sample in run(file, &dir, pattern, &arguments.benchtime)? {
                    let name = format!("{contender} {}", sample.name);
                    if let Some(n) = on_stack.iter().find(|s| s.name == name).and_then(|s| s.value("stack-allocs/op")) {
                        sample.set("stack-allocs/op", n);
                    }
                    results.add(sample, *contender, contenders.len());
                }
            }
        }
    }
    Ok((!results.benchmarks.is_empty()).then_some(results))
}

/// `-tags` for the official command.
pub(super) fn tags(options: &Options) -> Option<String> {
    (!options.context.tags.is_empty()).then(|| format!("-tags={}", options.context.tags.join(",")))
}

/// One pattern a benchmark, so that contenders take turns often; the whole pattern where it names subbenchmarks.
fn patterns(file: &Path, dir: &Path, bench: &str) -> Result<Vec<String>, Failure> {
    let list = bench.split('/').next().unwrap_or(bench);
    let text = output(file, dir, &[format!("-test.list={list}")])?;
    let names: Vec<&str> = text.lines().filter(|l| l.starts_with("Benchmark")).collect();
    Ok(match names.is_empty() || !bench.contains('/') {
        true => names.iter().map(|name| format!("^{name}$")).collect(),
        false => vec![bench.to_string()],
    })
}

fn run(file: &Path, dir: &Path, pattern: &str, time: &str) -> Result<Vec<Sample>, Failure> {
    let flags = ["-test.run=^$", "-test.benchmem", "-test.timeout=10m"].map(str::to_string);
    let text = output(file, dir, &[&flags[..], &[format!("-test.bench={pattern}"), format!("-test.benchtime={time}")]].concat())?;
    Ok(text.lines().filter_map(Sample::parse).collect())
}

/// Runs a test program and gives what it prints.
fn output(file: &Path, dir: &Path, args: &[String]) -> Result<String, Failure> {
    let out = Command::new(file).args(args).current_dir(dir).stdin(Stdio::null()).output();
    let out = out.map_err(|e| Failure::new(format!("golift bench: {}: {e}", file.display())))?;
    let text = String::from_utf8_lossy(&out.stdout).into_owned();
    match out.status.success() {
        true => Ok(text),
        false => Err(Failure::new(format!("{text}{}golift bench: a benchmark failed", String::from_utf8_lossy(&out.stderr)))),
    }
}
