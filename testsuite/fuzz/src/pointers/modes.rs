//! The ways to compile and run a program, and what counts as a difference between them.

use golift_testsuite::{Outcome, run as run_command};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

/// How long a program may take.
const LIMIT: Duration = Duration::from_secs(60);
/// What it may take in other modes, in multiples of what it takes in the reference.
const SLOWER: u32 = 20;

/// How a mode starts a program.
#[derive(Clone, Debug)]
enum Start {
    /// `golift run` with flags, perhaps with the collector under stress and freed frames poisoned.
    Run { flags: &'static [&'static str], stress: bool },
    /// `golift build`, then the binary.
    Build,
    /// `go run` of this command.
    Oracle(PathBuf),
}

/// The modes of a run; the first is the reference.
#[derive(Debug)]
pub(super) struct Modes {
    golift: PathBuf,
    modes: Vec<(&'static str, Start)>,
}

/// A difference.
#[derive(Debug)]
pub(super) struct Finding {
    /// What is printed.
    pub(super) text: String,
    /// The mode that differs from the reference.
    mode: usize,
    /// The interval of the collector's stress.
    stress: String,
    /// What the reduced program must show too.
    kind: String,
}

impl Finding {
    /// Whether it took too long, which takes long to reduce.
    pub(super) fn is_slow(&self) -> bool {
        self.kind.starts_with("killed")
    }
}

impl Modes {
    /// All modes that this compiler has, or those among them that are wanted.
    pub(super) fn available(golift: &Path, oracle: Option<&Path>, wanted: &[String], dir: &Path) -> Result<Modes, String> {
        let run = |flags, stress| Start::Run { flags, stress };
        let mut modes = vec![
            ("heap", run(&["-escape=heap"], false)),
            ("full", run(&[], false)),
            ("gc", run(&["-escape=gc"], false)),
            ("gc-stress", run(&["-escape=gc"], true)),
            ("full-stress", run(&[], true)),
            ("side", run(&["-escape=side"], false)),
            ("side-stress", run(&["-escape=side"], true)),
            ("full-poison", run(&["-d=poisonframes"], true)),
            ("full-binary", Start::Build),
        ];
        if let Some(go) = oracle {
            modes.push(("oracle", Start::Oracle(go.to_path_buf())));
        }
        let mut out = Modes { golift: golift.to_path_buf(), modes: Vec::new() };
        for (name, start) in modes {
            if name != "heap" && !wanted.is_empty() && !wanted.iter().any(|w| w == name) {
                continue;
            }
            // Not every compiler knows every flag.
            if let Start::Run { .. } = start {
                write(dir, "package main\n\nfunc main() {}\n")?;
                if out.run(dir, &start, "0", LIMIT).status != Some(0) {
                    continue;
                }
            }
            out.modes.push((name, start));
        }
        match out.modes.first() {
            Some(("heap", _)) => Ok(out),
            _ => Err(format!("{} does not run programs", golift.display())),
        }
    }

    /// The modes' names.
    pub(super) fn names(&self) -> Vec<&'static str> {
        self.modes.iter().map(|(name, _)| *name).collect()
    }

    fn run(&self, dir: &Path, start: &Start, stress: &str, limit: Duration) -> Outcome {
        match start {
            Start::Run { flags, stress: stressed } => {
                let mut command = Command::new(&self.golift);
                command.current_dir(dir).arg("run").args(*flags).arg("main.go").env("GOLIFTCACHE", "off");
                if *stressed && stress != "0" {
                    command.env("GOLIFT_GCSTRESS", stress);
                }
                run_command(&mut command, limit)
            }
            Start::Build => {
                let binary = dir.join("main");
                let mut command = Command::new(&self.golift);
                command.current_dir(dir).arg("build").arg("-o").arg(&binary).arg("main.go").env("GOLIFTCACHE", "off");
                let built = run_command(&mut command, limit);
                if built.status != Some(0) {
                    return built;
                }
                run_command(Command::new(&binary).current_dir(dir), limit)
            }
            Start::Oracle(go) => run_command(Command::new(go).current_dir(dir).args(["run", "main.go"]), 6 * limit),
        }
    }

    /// The first difference between the modes; the seed chooses how often the collector runs.
    pub(super) fn compare(&self, dir: &Path, text: &str, seed: u64) -> Result<Option<Finding>, String> {
        let stress = ["3", "7", "17", "41"][(seed % 4) as usize];
        write(dir, text)?;
        let mut reference = None;
        let mut limit = LIMIT;
        for (i, (name, start)) in self.modes.iter().enumerate() {
            let mut stress = stress.to_string();
            let begun = Instant::now();
            let mut got = self.run(dir, start, &stress, limit);
            // Collections after every few allocations take long in programs with many objects.
            if got.status.is_none() && matches!(start, Start::Run { stress: true, .. }) {
                stress.push('0');
                got = self.run(dir, start, &stress, limit);
            }
            if reference.is_none() {
                limit = LIMIT.max(SLOWER * begun.elapsed());
            }
            // A machine that is busy may be too slow for the reference; in other modes the same time should do.
            if reference.is_none() && got.status.is_none() {
                return Ok(None);
            }
            let found = match &reference {
                None => broken(&got),
                Some(want) => difference(want, &got),
            };
            if let Some((kind, what)) = found {
                let text = format!("{name} (GOLIFT_GCSTRESS={stress} where it counts): {what}");
                return Ok(Some(Finding { text, mode: i, stress, kind }));
            }
            reference.get_or_insert(got);
        }
        Ok(None)
    }

    /// Whether a smaller program shows the same kind of difference.
    pub(super) fn shows(&self, dir: &Path, text: &str, finding: &Finding) -> bool {
        if write(dir, text).is_err() {
            return false;
        }
        let reference = self.run(dir, &self.modes[0].1, "0", LIMIT);
        let found = if finding.mode == 0 {
            broken(&reference)
        } else if broken(&reference).is_some() {
            None
        } else {
            difference(&reference, &self.run(dir, &self.modes[finding.mode].1, &finding.stress, LIMIT))
        };
        found.is_some_and(|(kind, _)| kind == finding.kind)
    }
}

fn write(dir: &Path, text: &str) -> Result<(), String> {
    fs::write(dir.join("main.go"), text).map_err(|e| e.to_string())?;
    fs::write(dir.join("go.mod"), "module pointers\n\ngo 1.27\n").map_err(|e| e.to_string())
}

/// What no program may do, whatever others say: the kind, and a description.
fn broken(got: &Outcome) -> Option<(String, String)> {
    let err = String::from_utf8_lossy(&got.stderr);
    if got.status == Some(0) && !err.contains("compiler bug") {
        return None;
    }
    // The program's own output stands before, in digits.
    let said = err.lines().find(|l| {
        ["fatal error", "panic", "thread '", "unexpected", "SIG", "compiler bug"].iter().any(|w| l.starts_with(w)) || l.contains(".go:")
    });
    let status = got.status.map_or("killed, or too slow".to_string(), |s| format!("exit status {s}"));
    let said = said.unwrap_or("");
    let kind: String = said.split("0x").next().unwrap_or("").split(".go:").last().unwrap_or("").chars().filter(|c| !c.is_ascii_digit()).take(40).collect();
    let tail: Vec<&str> = err.lines().rev().take(6).collect();
    let tail: Vec<&str> = tail.into_iter().rev().collect();
    Some((format!("{status} {kind}"), format!("{status}: {said}\n{}", tail.join("\n").chars().take(800).collect::<String>())))
}

fn difference(want: &Outcome, got: &Outcome) -> Option<(String, String)> {
    if let Some(found) = broken(got) {
        return Some(found);
    }
    if got.stderr == want.stderr && got.stdout == want.stdout {
        return None;
    }
    let (a, b) = (String::from_utf8_lossy(&want.stderr), String::from_utf8_lossy(&got.stderr));
    let line = a.lines().zip(b.lines()).position(|(a, b)| a != b).unwrap_or(a.lines().count().min(b.lines().count()));
    let of = |text: &str| text.lines().nth(line).unwrap_or("(end)").to_string();
    Some(("differs".into(), format!("output differs in line {}\n  {}\n  {}", line + 1, of(&a), of(&b))))
}
