//! `golift bench`: what placement is worth. Benchmarks, or whole programs, are built under each policy and by the official
//! toolchain, run in turn so that the noise of the machine meets all alike, and compared.

mod arguments;
mod chart;
mod contender;
mod package;
mod program;
mod results;
mod table;

use crate::flags;
use crate::help::usage_line;
use crate::run::{Action, change_directory, fail};
use arguments::Arguments;
use contender::{Builder, Contender, contenders};
use golift_driver::{Failure, Options, TestKind, runtime_image, test_packages};
use results::{PackageResults, Results};
use std::path::Path;

/// Runs `golift bench arguments`.
pub(crate) fn bench(args: &[String]) -> Action {
    let arguments = match arguments::parse(args) {
        Ok(arguments) => arguments,
        Err(message) => return fail(&Failure::usage(message)),
    };
    if arguments.help {
        eprint!("{}", usage_line("bench"));
        return Action::Exit(2);
    }
    match run(&arguments) {
        Ok(()) => Action::Exit(0),
        Err(failure) => fail(&failure),
    }
}

fn run(arguments: &Arguments) -> Result<(), Failure> {
    let (flags, _) = flags::parse("bench", &arguments.build).map_err(Failure::usage)?;
    let options = flags.options("bench").map_err(Failure::usage)?;
    // Where files go is seen from where the command was given.
    let output = arguments.output.as_ref().map(std::path::absolute).transpose();
    let output = output.map_err(|e| Failure::new(format!("golift bench: {e}")))?;
    if let Some(failure) = change_directory(&flags) {
        return Err(failure);
    }
    let contenders = contenders(arguments)?;
    if contenders.is_empty() {
        return Err(Failure::new("golift bench: nothing to compare"));
    }
    let packages = measure(&contenders, arguments, &options)?;
    let official = contenders.iter().position(|c| matches!(c.builder, Builder::Official(_)));
    let base = official.unwrap_or(0);
    let results = Results { contenders: contenders.iter().map(|c| c.name.clone()).collect(), base, packages };
    print!("{}", if arguments.json { table::json(&results) } else { table::table(&results) });
    if let Some(dir) = &output {
        write_files(&results, &contenders, dir, &options)?;
    }
    Ok(())
}

/// Measures what the command line names.
fn measure(contenders: &[Contender], arguments: &Arguments, options: &Options) -> Result<Vec<PackageResults>, Failure> {
    let image = runtime_image()?;
    let scratch = tempfile::Builder::new().prefix("golift-bench").tempdir();
    let scratch = scratch.map_err(|e| Failure::new(format!("golift bench: cannot make a temporary directory: {e}")))?;
    let place = (&image[..], scratch.path());
    let mut out = Vec::new();
    let named_files = arguments.targets.iter().any(|t| t.ends_with(".go"));
    let packages = test_packages(&arguments.targets, options)?;
    let several = packages.len() > 1;
    for mut package in packages {
        let kind = std::mem::replace(&mut package.kind, TestKind::NoTestFiles);
        let path = package.path.clone();
        let measured = match kind {
            TestKind::SetupFailed(report) => return Err(Failure::of_packages(vec![report])),
            TestKind::Program(program) => package::measure_package(package, *program, contenders, arguments, options, place)?,
            TestKind::NoTestFiles => None,
        };
        if let Some(results) = measured {
            out.push(results);
            continue;
        }
        let targets = if named_files { arguments.targets.clone() } else { vec![path.clone()] };
        match golift_driver::wrap_main(&targets, &options.context)? {
            // Of several packages those are meant that have benchmarks.
            Some(_) if !several => out.push(program::measure_program((&path, &targets), contenders, arguments, options, place)?),
            None if !several => {
                let message = format!("golift bench: {path} has no benchmark that matches {:?} and is no program", arguments.bench);
                return Err(Failure::new(message));
            }
            _ => {}
        }
    }
    if out.is_empty() {
        return Err(Failure::new(format!("golift bench: no package has a benchmark that matches {:?}", arguments.bench)));
    }
    Ok(out)
}

/// A file a contender for benchstat, and the chart.
fn write_files(results: &Results, contenders: &[Contender], dir: &Path, options: &Options) -> Result<(), Failure> {
    let failed = |e: std::io::Error| Failure::new(format!("golift bench: {}: {e}", dir.display()));
    std::fs::create_dir_all(dir).map_err(failed)?;
    for (i, contender) in contenders.iter().enumerate() {
        let text = table::benchstat_file(&results.packages, i, &options.context.goarch);
        std::fs::write(dir.join(&contender.file), text).map_err(failed)?;
    }
    let chart = chart::chart(results).map_err(|e| Failure::new(format!("golift bench: the chart cannot be drawn: {e}")))?;
    std::fs::write(dir.join("chart.svg"), chart).map_err(failed)
}
