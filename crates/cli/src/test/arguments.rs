//! The command line of `golift test`: build flags, flags of the command, flags of the test program, packages
//! (go command, "Testing flags").
//!
//! Flags may stand before and after the packages. The first unknown flag and all that follows it belong to the test
//! program, as does what follows `-args`.

use std::time::Duration;

/// The command line, taken apart.
#[derive(Debug, Default)]
pub(crate) struct Arguments {
    /// Flags of `golift build`.
    pub(crate) build: Vec<String>,
    /// Packages or files; none mean the current directory.
    pub(crate) packages: Vec<String>,
    /// What the test program is called with, but `-test.timeout` and `-test.paniconexit0`.
    pub(crate) program: Vec<String>,
    /// `-c`: write the test program, do not run it.
    pub(crate) compile_only: bool,
    /// `-o`.
    pub(crate) output: Option<String>,
    /// `-p`: how many test programs run at the same time.
    pub(crate) parallel: Option<usize>,
    /// Whether what tests print is shown though they pass.
    pub(crate) verbose: bool,
    /// Whether benchmarks run.
    pub(crate) bench: bool,
    /// How long a test program may take; zero for as long as it likes.
    pub(crate) timeout: Duration,
    /// `-h`, `-help`.
    pub(crate) help: bool,
}

/// Build flags with a value.
const BUILD_VALUES: &[&str] = &["escape", "opt", "tags", "diagnostics", "gcflags", "C"];
/// Build flags without.
const BUILD_SWITCHES: &[&str] = &["e", "m"];
/// Flags of the test program with a value.
const TEST_VALUES: &[&str] = &["run", "bench", "benchtime", "count", "cpu", "list", "parallel", "skip", "timeout"];
/// Flags of the test program without.
const TEST_SWITCHES: &[&str] = &["v", "short", "benchmem", "failfast", "fullpath"];
/// Flags of the go command that golift has no counterpart for.
const UNSUPPORTED: &[&str] = &[
    "asan", "blockprofile", "blockprofilerate", "cover", "covermode", "coverpkg", "coverprofile", "cpuprofile", "exec", "fuzz", "fuzzminimizetime",
    "fuzztime", "json", "memprofile", "memprofilerate", "msan", "mutexprofile", "mutexprofilefraction", "n", "outputdir", "race", "shuffle", "trace", "x",
];

/// Takes the command line apart.
///
/// # Errors
/// The go command's message for a bad flag.
pub(crate) fn parse(args: &[String]) -> Result<Arguments, String> {
    let mut out = Arguments { timeout: Duration::from_secs(600), ..Arguments::default() };
    let mut at = 0;
    let mut after_packages = false;
    while let Some(arg) = args.get(at) {
        at += 1;
        let Some(body) = arg.strip_prefix('-').filter(|b| !b.is_empty()) else {
            if after_packages {
                // Packages stand together; what comes later is the program's.
                out.program.extend(args[at - 1..].iter().cloned());
                break;
            }
            out.packages.push(arg.clone());
            continue;
        };
        after_packages |= !out.packages.is_empty();
        let body = body.strip_prefix('-').unwrap_or(body);
        let (name, mut value) = body.split_once('=').map_or((body, None), |(n, v)| (n, Some(v.to_string())));
        let name = name.strip_prefix("test.").unwrap_or(name);
        if name == "args" {
            out.program.extend(args[at..].iter().cloned());
            break;
        }
        let valued = TEST_VALUES.contains(&name) || BUILD_VALUES.contains(&name) || ["o", "p", "vet"].contains(&name);
        if valued && value.is_none() {
            value = Some(args.get(at).cloned().ok_or_else(|| usage(format!("flag needs an argument: -{name}")))?);
            at += 1;
        }
        let value = value.as_deref();
        if UNSUPPORTED.contains(&name) {
            return Err(usage(format!("golift test: flag -{name} is not supported")));
        }
        if BUILD_VALUES.contains(&name) || BUILD_SWITCHES.contains(&name) {
            out.build.push(value.map_or(format!("-{name}"), |v| format!("-{name}={v}")));
        } else if TEST_VALUES.contains(&name) || TEST_SWITCHES.contains(&name) {
            out.test_flag(name, value)?;
        } else {
            match name {
                "c" => out.compile_only = switch(name, value)?,
                "o" => out.output = value.map(str::to_string),
                "p" => out.parallel = Some(number(name, value)?.max(1)),
                "vet" | "a" => {}
                "h" | "help" => out.help = true,
                _ => {
                    out.program.extend(args[at - 1..].iter().cloned());
                    break;
                }
            }
        }
    }
    Ok(out)
}

impl Arguments {
    /// Takes in a flag that the test program knows as `-test.name`.
    fn test_flag(&mut self, name: &str, value: Option<&str>) -> Result<(), String> {
        match name {
            "v" if value == Some("test2json") => self.verbose = true,
            "v" => self.verbose = switch(name, value)?,
            "bench" => self.bench = value.is_some_and(|v| !v.is_empty()),
            "list" => self.verbose |= value.is_some_and(|v| !v.is_empty()),
            "count" | "parallel" => drop(number(name, value)?),
            "timeout" => {
                self.timeout = go_duration(value.unwrap_or_default()).ok_or_else(|| invalid(name, value))?;
                return Ok(());
            }
            _ if TEST_SWITCHES.contains(&name) => drop(switch(name, value)?),
            _ => {}
        }
        self.program.push(format!("-test.{name}={}", value.unwrap_or("true")));
        Ok(())
    }
}

fn usage(message: String) -> String {
    format!("{message}\n{}", crate::help::usage_line("test"))
}

fn invalid(name: &str, value: Option<&str>) -> String {
    usage(format!("invalid value {:?} for flag -{name}: parse error", value.unwrap_or_default()))
}

fn number(name: &str, value: Option<&str>) -> Result<usize, String> {
    value.unwrap_or_default().parse().map_err(|_| invalid(name, value))
}

fn switch(name: &str, value: Option<&str>) -> Result<bool, String> {
    match value {
        None | Some("1" | "t" | "T" | "true" | "TRUE" | "True") => Ok(true),
        Some("0" | "f" | "F" | "false" | "FALSE" | "False") => Ok(false),
        Some(v) => Err(usage(format!("invalid boolean value {v:?} for -{name}: parse error"))),
    }
}

/// Reads `1h2m3.5s`; `None` for what is no duration, and for negative ones.
pub(crate) fn go_duration(text: &str) -> Option<Duration> {
    if text == "0" {
        return Some(Duration::ZERO);
    }
    let (mut total, mut rest) = (0.0, text);
    if rest.is_empty() {
        return None;
    }
    while !rest.is_empty() {
        let digits = rest.find(|c: char| !c.is_ascii_digit() && c != '.')?;
        let n: f64 = rest[..digits].parse().ok()?;
        rest = &rest[digits..];
        let units = [("ns", 1e-9), ("us", 1e-6), ("µs", 1e-6), ("ms", 1e-3), ("s", 1.0), ("m", 60.0), ("h", 3600.0)];
        let (unit, seconds) = units.iter().find(|(u, _)| rest.starts_with(u))?;
        total += n * seconds;
        rest = &rest[unit.len()..];
    }
    Duration::try_from_secs_f64(total).ok()
}

/// A duration as Go prints it: `1m0s`, `1.5s`, `20ms`.
pub(crate) fn go_duration_string(d: Duration) -> String {
    let trim = |x: f64, unit: &str| format!("{x}{unit}");
    let nanos = d.as_nanos();
    match nanos {
        0 => "0s".into(),
        1..1_000 => format!("{nanos}ns"),
        1_000..1_000_000 => trim(nanos as f64 / 1e3, "µs"),
        1_000_000..1_000_000_000 => trim(nanos as f64 / 1e6, "ms"),
        _ => {
            let (hours, minutes) = (d.as_secs() / 3600, d.as_secs() / 60 % 60);
            let seconds = (d.as_secs() % 60) as f64 + f64::from(d.subsec_nanos()) / 1e9;
            match (hours, minutes) {
                (0, 0) => trim(seconds, "s"),
                (0, m) => format!("{m}m{}", trim(seconds, "s")),
                (h, m) => format!("{h}h{m}m{}", trim(seconds, "s")),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Arguments {
        parse(&line.split(' ').map(str::to_string).collect::<Vec<_>>()).unwrap_or_else(|e| panic!("{e}"))
    }

    #[test]
    fn flags_around_packages() {
        let a = parsed("-v -run X ./a ./b -count=2 -escape heap -args x -v");
        assert_eq!(a.packages, ["./a", "./b"]);
        assert_eq!(a.program, ["-test.v=true", "-test.run=X", "-test.count=2", "x", "-v"]);
        assert_eq!(a.build, ["-escape=heap"]);
        assert_eq!(parsed("-short ./a -mine 3").program, ["-test.short=true", "-mine", "3"]);
        assert!(parse(&["-count=x".to_string()]).is_err_and(|e| e.starts_with("invalid value \"x\" for flag -count: parse error\n")));
    }

    #[test]
    fn durations() {
        assert_eq!(go_duration("1m0.5s"), Some(Duration::from_millis(60500)));
        assert_eq!((go_duration("1"), go_duration(""), go_duration("-1s")), (None, None, None));
        assert_eq!(go_duration_string(Duration::from_secs(660)), "11m0s");
        assert_eq!(go_duration_string(Duration::from_millis(1500)), "1.5s");
    }
}
