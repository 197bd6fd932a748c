//! `xtask facts`: measures what the official compiler says of the standard library's exported functions.
//!
//! Input: what `go build -gcflags=all=-m=2` prints about the packages that golift embeds, with a use of each of their generic
//! functions, and the official sources, in which parameters are found by position. Output: the tables that the model of the
//! official compiler reads.
//! - `std_facts.txt`: a line a function with its inlining cost and, a parameter, what leaks;
//! - `std_generic_facts.txt`: the same of generic functions, as code for shapes;
//! - `std_inlined.txt`: a line an inlinable function with the calls that are inlined in it. Calls in a generic function differ by
//!   instance, and with the functions that it is given: only those without any are there.

mod embedded;
mod header;
mod messages;

use clap::Args;
use embedded::{Embedded, embedded};
use messages::{Fact, Facts};
use std::fmt::Write as _;
use std::path::PathBuf;
use std::process::Command;

/// What to measure.
#[derive(Args)]
pub(crate) struct Config {
    /// The official go command.
    #[arg(long, default_value = "go")]
    go: PathBuf,
    /// The embedded library.
    #[arg(long, default_value = "runtime/std")]
    std: PathBuf,
    /// The folder of the tables.
    #[arg(long, short, default_value = "crates/middle/src/gcmodel")]
    output: PathBuf,
}

/// A function: its package and name.
type Key = (String, String);

/// Writes the tables.
///
/// # Errors
/// The official command fails, or a file cannot be read or written.
pub(crate) fn run(config: &Config) -> Result<(), String> {
    let root = output(Command::new(&config.go).args(["env", "GOROOT"]))?.0;
    let root = format!("{}/src/", root.trim());
    let known = output(Command::new(&config.go).args(["list", "std"]))?.0;
    let ours = embedded(&config.std, &known, &root)?;
    let text = messages(config, &ours)?;
    let facts = messages::read(&text, &root)?;
    let plain = |key: &Key| ours.plain.contains(key);
    let generic = |key: &Key| ours.generic.contains_key(key);
    let inlined = |key: &Key, fact: &Fact| {
        fact.cost.is_some() && (plain(key) || generic(key) && fact.calls.is_empty() && !fact.calls_arguments)
    };
    for (name, table) in [
        ("std_facts.txt", table(&facts, |key, _| plain(key), tags)),
        ("std_generic_facts.txt", table(&facts, |key, _| generic(key), tags)),
        ("std_inlined.txt", table(&facts, inlined, |fact| fact.calls.join(";"))),
    ] {
        let path = config.output.join(name);
        std::fs::write(&path, table).map_err(|e| format!("{}: {e}", path.display()))?;
    }
    Ok(())
}

/// The wanted functions by package, each with what `shown` says of it.
fn table(facts: &Facts, wanted: impl Fn(&Key, &Fact) -> bool, shown: impl Fn(&Fact) -> String) -> String {
    let mut out = String::new();
    let mut package = "";
    for ((path, name), fact) in facts.iter().filter(|(key, fact)| wanted(key, fact)) {
        if path != package {
            let _ = writeln!(out, "package {path}");
            package = path;
        }
        let _ = writeln!(out, "{}", format!("{name} {}", shown(fact)).trim_end());
    }
    out
}

/// The cost, and what leaks by parameter.
fn tags(fact: &Fact) -> String {
    let mut out = fact.cost.clone().unwrap_or_else(|| String::from("-"));
    for (param, tags) in &fact.params {
        let tags: Vec<&str> = tags.iter().map(String::as_str).collect();
        let _ = write!(out, " {param}={}", tags.join(","));
    }
    out
}

/// What the official compiler prints about a program that imports all packages and uses all generic functions.
fn messages(config: &Config, ours: &Embedded) -> Result<String, String> {
    let folder = tempfile::tempdir().map_err(|e| e.to_string())?;
    let write = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).map_err(|e| format!("{name}: {e}"));
    write("main.go", &ours.program())?;
    write("go.mod", &format!("module {}\n\ngo 1.27\n", messages::PROGRAM))?;
    let mut build = Command::new(&config.go);
    build.current_dir(folder.path()).env("GOFLAGS", "").env("GOTOOLCHAIN", "local");
    Ok(output(build.args(["build", "-gcflags=all=-m=2", "-o", "facts.exe", "."]))?.1)
}

/// Standard output and standard error of a command that must succeed.
fn output(command: &mut Command) -> Result<(String, String), String> {
    let done = command.output().map_err(|e| format!("{command:?}: {e}"))?;
    let (out, err) = (String::from_utf8_lossy(&done.stdout).into_owned(), String::from_utf8_lossy(&done.stderr).into_owned());
    if done.status.success() {
        return Ok((out, err));
    }
    // Before errors stands all that was asked for.
    let last: Vec<&str> = err.lines().skip(err.lines().count().saturating_sub(20)).collect();
    Err(format!("{command:?}: {}", last.join("\n")))
}
