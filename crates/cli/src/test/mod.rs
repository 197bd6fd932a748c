//! `golift test`: test programs are compiled one after the other and run beside each other; results are printed in the
//! order of the packages, in the go command's words.

mod arguments;
mod program;

pub(crate) use arguments::go_duration;

use crate::flags;
use crate::help::usage_line;
use crate::run::{Action, change_directory, fail, last_element};
use arguments::Arguments;
use golift_driver::{Failure, Options, TestKind, TestPackage, TestProgram, output_path, runtime_image, test_packages, write_executable};
use program::{Finished, Job, Slots};
use std::collections::HashSet;
use std::io::Write;
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};

/// Runs `golift test arguments`.
pub(crate) fn test(args: &[String]) -> Action {
    let arguments = match arguments::parse(args) {
        Ok(arguments) => arguments,
        Err(message) => return fail(&Failure::usage(message)),
    };
    if arguments.help {
        eprint!("{}", usage_line("test"));
        return Action::Exit(2);
    }
    match run(&arguments) {
        Ok(status) => Action::Exit(status),
        Err(failure) => fail(&failure),
    }
}

fn run(arguments: &Arguments) -> Result<i32, Failure> {
    let (flags, _) = flags::parse("test", &arguments.build).map_err(Failure::usage)?;
    let options = flags.options("test").map_err(Failure::usage)?;
    if let Some(failure) = change_directory(&flags) {
        return Err(failure);
    }
    let packages = test_packages(&arguments.packages, &options)?;
    if arguments.compile_only {
        return compile_only(packages, arguments, &options);
    }
    if arguments.output.is_some() && packages.len() > 1 {
        return Err(several_outputs());
    }
    let failed = run_all(packages, arguments, &options)?;
    if failed && !arguments.packages.is_empty() {
        println!("FAIL");
    }
    Ok(i32::from(failed))
}

fn several_outputs() -> Failure {
    Failure::new("with multiple packages, -o must refer to a directory or /dev/null")
}

/// What comes to the printing thread, in order.
enum Item {
    /// A line that is known already, and whether it tells of a failure.
    Line(String, bool),
    /// A test program to be run by the printing thread.
    Job(Box<Job>),
    /// A test program that runs.
    Running(std::thread::JoinHandle<Finished>),
}

/// Compiles and runs the test programs; tells whether any failed.
fn run_all(packages: Vec<TestPackage>, arguments: &Arguments, options: &Options) -> Result<bool, Failure> {
    let image = runtime_image()?;
    let temporary = tempfile::Builder::new().prefix("golift-test").tempdir();
    let temporary = temporary.map_err(|e| Failure::new(format!("golift: cannot make a temporary directory: {e}")))?;
    let own_directory = arguments.packages.is_empty();
    let echo = arguments.verbose && packages.len() == 1;
    // Output of benchmarks is shown as it comes, and nothing disturbs them.
    let alone = own_directory || arguments.bench || echo;
    let (send, receive) = channel();
    let printer = std::thread::spawn(move || print_items(&receive));
    // The other thread takes what it is sent until this one drops its end.
    let put = |item| drop(send.send(item));
    for package in &packages {
        if let TestKind::SetupFailed(report) = &package.kind {
            eprint!("{}", report.text);
            put(Item::Line(format!("FAIL\t{} [setup failed]\n", package.path), true));
        }
    }
    let mut told = HashSet::new();
    let slots = Arc::new(Slots::new(arguments.parallel));
    for (i, package) in packages.into_iter().enumerate() {
        let mut program = match package.kind {
            TestKind::SetupFailed(_) => continue,
            TestKind::NoTestFiles => {
                put(Item::Line(format!("?   \t{}\t[no test files]\n", package.path), false));
                continue;
            }
            TestKind::Program(program) => program,
        };
        let dir = temporary.path().join(format!("b{i:03}"));
        let file = dir.join(binary_name(&package.path, &program));
        let built = build(&mut program, options, &image, &file);
        if let (Ok(()), Some(output)) = (&built, &arguments.output) {
            let name = binary_name(&package.path, &program);
            std::fs::read(&file).map_err(|e| Failure::new(format!("golift: {e}"))).and_then(|b| write_executable(&output_path(Some(output), &name), &b))?;
        }
        if let Err(failure) = built {
            // A package that fails is part of many programs; it is told once.
            match failure.reports.is_empty() {
                true => eprint!("{}", failure.message),
                false => {
                    // The first line names the package, with the test program that it is a part of.
                    let body = |text: &str| text.split_once('\n').map_or(text, |(_, body)| body).to_string();
                    let new = failure.reports.iter().filter(|r| told.insert(body(&r.text)));
                    new.for_each(|r| eprint!("{}", r.text));
                }
            }
            put(Item::Line(format!("FAIL\t{} [build failed]\n", package.path), true));
            continue;
        }
        let job = Job::new(package.path, file, program.dir.clone(), arguments, own_directory || arguments.bench, echo);
        if alone {
            put(Item::Job(Box::new(job)));
        } else {
            let slot = Slots::take(&slots);
            put(Item::Running(std::thread::spawn(move || {
                let done = job.run();
                drop(slot);
                done
            })));
        }
    }
    drop(send);
    printer.join().map_err(|_| Failure::new("golift: printing the results failed"))
}

/// Prints results in order.
fn print_items(items: &Receiver<Item>) -> bool {
    let mut any = false;
    for item in items {
        let (text, failed) = match item {
            Item::Line(text, failed) => (text.into_bytes(), failed),
            Item::Job(job) => job.run().into_parts(),
            Item::Running(thread) => match thread.join() {
                Ok(done) => done.into_parts(),
                Err(_) => (b"FAIL\n".to_vec(), true),
            },
        };
        any |= failed;
        let mut out = std::io::stdout().lock();
        let _ = out.write_all(&text).and_then(|()| out.flush());
    }
    any
}

fn build(program: &mut TestProgram, options: &Options, image: &[u8], file: &Path) -> Result<(), Failure> {
    let code = program.compile(options)?;
    let bytes = code.write_image(image).map_err(|e| Failure::new(format!("golift: {e}")))?;
    write_executable(file, &bytes)
}

/// `x.test` for the package `m/x`.
fn binary_name(path: &str, program: &TestProgram) -> String {
    let directory = || program.dir.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    let name = if path == "command-line-arguments" { directory() } else { last_element(path).to_string() };
    format!("{name}.test")
}

/// `-c`: writes the test programs.
fn compile_only(packages: Vec<TestPackage>, arguments: &Arguments, options: &Options) -> Result<i32, Failure> {
    let image = runtime_image()?;
    let several = packages.len() > 1;
    let output = arguments.output.as_deref();
    let directory = output.is_none_or(|o| o == "/dev/null" || o.ends_with('/') || Path::new(o).is_dir());
    if several && !directory {
        return Err(several_outputs());
    }
    let mut status = 0;
    for package in packages {
        match package.kind {
            TestKind::NoTestFiles => println!("?   \t{}\t[no test files]", package.path),
            TestKind::SetupFailed(report) => {
                eprint!("{}", report.text);
                status = 1;
            }
            TestKind::Program(mut program) => {
                let file = output_path(output, &binary_name(&package.path, &program));
                if let Err(failure) = build(&mut program, options, &image, &file) {
                    eprint!("{}", failure.message);
                    status = 1;
                }
            }
        }
    }
    Ok(status)
}
