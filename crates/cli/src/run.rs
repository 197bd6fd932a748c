//! The commands.

use crate::flags::{self, Flags};
use crate::help;
use golift_driver::{
    CompiledProgram, Counted, Failure, JitConfig, Options, Output, Report, SourceSite, Timings, allocation_json, allocation_lines,
    compile_program, output_path, places_line, reconcile, runtime_image, write_executable,
};
use std::io::Write;
use std::process::ExitCode;
use std::time::Instant;

/// What is left to do on the main thread.
pub(crate) enum Action {
    /// Exit with this status.
    Exit(i32),
    /// Run a program in memory.
    Run(Box<Program>),
}

/// A program to be run in memory.
pub(crate) struct Program {
    code: CompiledProgram,
    args: Vec<Vec<u8>>,
    allocs: bool,
    sites: Vec<SourceSite>,
    json: bool,
    timings: Option<Timings>,
}

impl Action {
    /// Does it.
    pub(crate) fn finish(self) -> ExitCode {
        match self {
            Action::Exit(status) => ExitCode::from(status as u8),
            Action::Run(program) => run(*program),
        }
    }
}

/// Runs a program in this process; reports failure as the go command does.
fn run(program: Program) -> ExitCode {
    let Program { code, args, allocs, sites, json, timings } = program;
    let (builtins, asm) = (golift_runtime::builtin_addresses(), golift_runtime::asm_addresses());
    let perf_map = std::env::var_os("GOLIFT_PERFMAP").is_some();
    let start = Instant::now();
    let jit = match code.into_jit(&JitConfig { builtins: &builtins, asm: &asm, perf_map }) {
        Ok(jit) => jit,
        Err(message) => {
            eprintln!("golift: {message}");
            return ExitCode::from(1);
        }
    };
    if let Some(mut timings) = timings {
        timings.add("place in memory", start.elapsed());
        eprint!("{}", timings.render());
    }
    // SAFETY: the program was just compiled by the backend against this runtime's tables, and stays mapped until the
    // process ends; it is the only one.
    let status = unsafe { golift_runtime::run_program(jit.info(), &args, golift_runtime::RunConfig { allocs }) };
    if allocs {
        eprint!("{}", allocations(&sites, json));
    }
    if status == 0 {
        return ExitCode::SUCCESS;
    }
    eprintln!("exit status {status}");
    ExitCode::from(1)
}

/// Where places are, and what was counted at them beside what the analysis said; the total equals `MemStats.Mallocs`.
fn allocations(sites: &[SourceSite], json: bool) -> String {
    let counted = |site: golift_runtime::SiteCount| {
        let golift_runtime::SiteCount { position, expr, verdict, count, bytes, side_count, side_bytes } = site;
        Counted { position, expr, verdict, count, bytes, side_count, side_bytes, note: String::new() }
    };
    let list = reconcile(sites, golift_runtime::allocation_report().into_iter().map(counted).collect());
    if json { allocation_json(&list) } else { places_line(sites) + &allocation_lines(&list) }
}

/// Runs the command line.
pub(crate) fn dispatch(args: &[String]) -> Action {
    let rest = args.get(1..).unwrap_or(&[]);
    match args.first().map(String::as_str) {
        None => usage(),
        Some("help" | "-h" | "-help" | "--help") => print_help(rest.first().map(String::as_str)),
        Some("version") => {
            println!("golift version {} go1.27 linux/{}", env!("CARGO_PKG_VERSION"), arch());
            Action::Exit(0)
        }
        Some(command @ ("build" | "run")) => compile(command, rest),
        Some("vet") => crate::vet::vet(rest),
        Some("test") => crate::test::test(rest),
        Some("bench") => crate::bench::bench(rest),
        Some("tool") => crate::tool::tool(rest),
        Some("escape") => crate::escape::escape(rest),
        Some(other) => {
            eprintln!("golift {other}: unknown command\nRun 'golift help' for usage.");
            Action::Exit(2)
        }
    }
}

fn arch() -> &'static str {
    if cfg!(target_arch = "aarch64") { "arm64" } else { "amd64" }
}

fn usage() -> Action {
    eprint!("{}", help::OVERVIEW);
    Action::Exit(2)
}

fn print_help(topic: Option<&str>) -> Action {
    match topic {
        None => print!("{}", help::OVERVIEW),
        Some("build") => print!("{}", help::BUILD),
        Some("run") => print!("{}", help::RUN),
        Some("test") => print!("{}", help::TEST),
        Some("bench") => print!("{}", help::BENCH),
        Some("vet") => print!("{}", help::VET),
        Some("escape") => print!("{}", help::ESCAPE),
        Some("version") => print!("usage: golift version\n\nVersion prints golift's version and the Go version that it implements.\n"),
        Some(other) => {
            eprintln!("golift help {other}: unknown help topic. Run 'golift help'.");
            return Action::Exit(2);
        }
    }
    Action::Exit(0)
}

/// `-C dir`.
pub(crate) fn change_directory(flags: &Flags) -> Option<Failure> {
    let dir = flags.directory.as_ref()?;
    let text = std::env::set_current_dir(dir).err()?.to_string().to_lowercase();
    let text = text.split(" (os error").next().unwrap_or_default();
    Some(Failure::new(format!("go: chdir {dir}: {text}")))
}

pub(crate) fn fail(failure: &Failure) -> Action {
    eprint!("{}", failure.message);
    Action::Exit(failure.status)
}

fn compile(command: &str, args: &[String]) -> Action {
    let (flags, rest) = match flags::parse(command, args) {
        Ok(parsed) => parsed,
        Err(message) => return fail(&Failure::usage(message)),
    };
    if flags.help || flags.short_help {
        eprint!("{}", help::usage_line(command));
        return Action::Exit(2);
    }
    let options = match flags.options(command) {
        Ok(options) => options,
        Err(message) => return fail(&Failure::usage(message)),
    };
    if let Some(failure) = change_directory(&flags) {
        return fail(&failure);
    }
    // `run` takes leading .go files, or one package; what follows belongs to the program.
    let files = rest.iter().take_while(|a| a.ends_with(".go")).count();
    let named = if command == "build" { rest.len() } else { files.max(1).min(rest.len()) };
    let (targets, program_args) = rest.split_at(named);
    if command == "run" && targets.is_empty() {
        return fail(&Failure::new("go: no go files listed"));
    }
    let output = match compile_program(targets, &options) {
        Ok(output) => output,
        Err(failure) if flags.json && !failure.reports.is_empty() => {
            print!("{}", failure.reports.iter().map(Report::json).collect::<String>());
            return Action::Exit(failure.status);
        }
        Err(failure) => return fail(&failure),
    };
    print!("{}", output.emitted);
    let _ = std::io::stdout().flush();
    eprint!("{}", output.verdicts);
    if command == "run" {
        return jit(output, &flags, targets, program_args);
    }
    match build(output, &flags, targets, &options) {
        Ok(action) => action,
        Err(failure) => fail(&failure),
    }
}

fn jit(output: Output, flags: &Flags, targets: &[String], rest: &[String]) -> Action {
    let Output { program, timings, mains, sites, .. } = output;
    let Some(code) = program else { return Action::Exit(0) };
    let mut args = vec![program_name(targets, &mains).into_bytes()];
    args.extend(rest.iter().map(|a| a.clone().into_bytes()));
    Action::Run(Box::new(Program { code, args, allocs: flags.allocs, sites, json: flags.json, timings: flags.timings.then_some(timings) }))
}

fn build(output: Output, flags: &Flags, targets: &[String], options: &Options) -> Result<Action, Failure> {
    let Output { program, mut timings, mains, .. } = output;
    if options.emit.is_some() {
        if flags.timings {
            eprint!("{}", timings.render());
        }
        return Ok(Action::Exit(0));
    }
    let Some(program) = program else {
        build_all(&mains, flags, options)?;
        if flags.timings {
            eprint!("{}", timings.render());
        }
        return Ok(Action::Exit(0));
    };
    let image = runtime_image()?;
    let bytes = timings.time("image", || program.write_image(&image));
    let bytes = bytes.map_err(|e| Failure::new(format!("golift: {e}")))?;
    let path = output_path(flags.output.as_deref(), &program_name(targets, &mains));
    timings.time("write", || write_executable(&path, &bytes))?;
    if flags.timings {
        eprint!("{}", timings.render());
    }
    Ok(Action::Exit(0))
}

/// Several packages, or one that is no program: they were checked; programs are written if `-o` says where.
fn build_all(mains: &[String], flags: &Flags, options: &Options) -> Result<(), Failure> {
    let Some(to) = &flags.output else { return Ok(()) };
    let dir = to.ends_with('/') || std::path::Path::new(to).is_dir();
    if !dir {
        return match mains {
            [] | [_] => Ok(()),
            _ => Err(Failure::new(format!("go: cannot write multiple packages to non-directory {to}"))),
        };
    }
    if mains.is_empty() {
        return Err(Failure::new("go: no main packages to build"));
    }
    let image = runtime_image()?;
    for main in mains {
        let Some(program) = compile_program(std::slice::from_ref(main), options)?.program else { continue };
        let bytes = program.write_image(&image).map_err(|e| Failure::new(format!("golift: {e}")))?;
        write_executable(&output_path(Some(to), last_element(main)), &bytes)?;
    }
    Ok(())
}

/// The name of the program: the first file without `.go`, or the last element of the package's path.
fn program_name(targets: &[String], mains: &[String]) -> String {
    match (targets.first(), mains.first()) {
        (Some(file), _) if file.ends_with(".go") => {
            let name = std::path::Path::new(file).file_stem().map(|s| s.to_string_lossy().into_owned());
            name.unwrap_or_else(|| "main".into())
        }
        (_, Some(path)) => last_element(path).to_string(),
        _ => "main".into(),
    }
}

/// The last element of an import path that is not a major version (`x.y/tool/v2` is called `tool`).
pub(crate) fn last_element(path: &str) -> &str {
    let (rest, last) = path.rsplit_once('/').unwrap_or(("", path));
    let version = last.strip_prefix('v').is_some_and(|n| n.len() < 4 && n.parse::<u32>().is_ok_and(|n| n > 1));
    if version && !rest.is_empty() { rest.rsplit('/').next().unwrap_or(rest) } else { last }
}
