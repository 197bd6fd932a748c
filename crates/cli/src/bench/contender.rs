//! Who is compared: golift under each policy of placement, and the official toolchain.

use super::arguments::Arguments;
use golift_driver::{EscapePolicy, Failure, Options};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The policies by name, weakest first.
pub(super) const POLICIES: &[(&str, EscapePolicy)] = &[("heap", EscapePolicy::Heap), ("gc", EscapePolicy::Gc), ("full", EscapePolicy::Full)];

/// One column of the results.
#[derive(Clone, Debug)]
pub(super) struct Contender {
    /// What it is called.
    pub(super) name: String,
    /// The name of its file.
    pub(super) file: String,
    /// What builds it.
    pub(super) builder: Builder,
}

/// A compiler with its settings.
#[derive(Clone, Debug)]
pub(super) enum Builder {
    /// golift under a policy.
    Golift(EscapePolicy),
    /// The official go command.
    Official(PathBuf),
}

/// The contenders that the command line asks for.
///
/// # Errors
/// A policy that does not exist; an official go command that was named and does not run.
pub(super) fn contenders(arguments: &Arguments) -> Result<Vec<Contender>, Failure> {
    let mut out = Vec::new();
    let known: Vec<&str> = POLICIES.iter().map(|(name, _)| *name).collect();
    if let Some(bad) = arguments.policies.iter().find(|p| !known.contains(&p.as_str())) {
        let usage = crate::help::usage_line("bench");
        return Err(Failure::usage(format!("invalid value {bad:?} for flag -policy: want some of {}\n{usage}", known.join(", "))));
    }
    for &(name, policy) in POLICIES {
        if arguments.policies.is_empty() || arguments.policies.iter().any(|p| p == name) {
            out.push(Contender { name: name.to_string(), file: format!("{name}.txt"), builder: Builder::Golift(policy) });
        }
    }
    let path = arguments.go.clone().unwrap_or_else(|| PathBuf::from("go"));
    if !path.as_os_str().is_empty() {
        match official_version(&path) {
            Some(version) => out.push(Contender { name: version, file: "go.txt".into(), builder: Builder::Official(path) }),
            None if arguments.go.is_some() => {
                return Err(Failure::new(format!("golift bench: {} is not an official go command", path.display())));
            }
            None => eprintln!("golift bench: no official go command in PATH; golift alone is measured"),
        }
    }
    Ok(out)
}

/// `go1.27.3`.
fn official_version(path: &Path) -> Option<String> {
    let out = official(path).arg("version").output().ok().filter(|o| o.status.success())?;
    let text = String::from_utf8_lossy(&out.stdout);
    text.strip_prefix("go version ")?.split_whitespace().next().map(str::to_string)
}

/// The official go command, which is not to fetch another one.
pub(super) fn official(path: &Path) -> Command {
    let mut command = Command::new(path);
    command.env("GOTOOLCHAIN", "local");
    command
}

/// Runs an official build.
///
/// # Errors
/// What it prints.
pub(super) fn build_official(command: &mut Command) -> Result<(), Failure> {
    let out = command.output().map_err(|e| Failure::new(format!("golift bench: the official go command does not start: {e}")))?;
    match out.status.success() {
        true => Ok(()),
        false => Err(Failure::new(String::from_utf8_lossy(&out.stderr).into_owned())),
    }
}

/// The options for a policy, with or without counting.
pub(super) fn with_policy(options: &Options, escape: EscapePolicy, count_allocs: bool) -> Options {
    Options { escape, count_allocs, ..options.clone() }
}

/// The order of the contenders in a round: everyone is first sometimes.
pub(super) fn turns(count: usize, round: usize) -> impl Iterator<Item = usize> {
    (0..count).map(move |i| (i + round) % count)
}
