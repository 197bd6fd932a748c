//! The command line of `golift bench`.

use std::path::PathBuf;

/// The command line, taken apart.
#[derive(Debug)]
pub(crate) struct Arguments {
    /// Flags of `golift build`.
    pub(crate) build: Vec<String>,
    /// Packages or files; none mean the current directory.
    pub(crate) targets: Vec<String>,
    /// What programs are called with.
    pub(crate) program: Vec<String>,
    /// Which benchmarks to run, as for `golift test`.
    pub(crate) bench: String,
    /// How long one measurement takes, as for `golift test`.
    pub(crate) benchtime: String,
    /// Rounds.
    pub(crate) count: usize,
    /// Where the files go, if anywhere.
    pub(crate) output: Option<PathBuf>,
    /// JSON instead of the table.
    pub(crate) json: bool,
    /// The official go command; `None` to look for one, an empty path for doing without.
    pub(crate) go: Option<PathBuf>,
    /// The policies to compare, in this order; empty for all.
    pub(crate) policies: Vec<String>,
    /// `-h`, `-help`.
    pub(crate) help: bool,
}

/// Takes the command line apart.
///
/// # Errors
/// The message for a bad flag.
pub(crate) fn parse(args: &[String]) -> Result<Arguments, String> {
    let mut out = Arguments {
        build: Vec::new(),
        targets: Vec::new(),
        program: Vec::new(),
        bench: ".".into(),
        benchtime: "300ms".into(),
        count: 6,
        output: None,
        json: false,
        go: None,
        policies: Vec::new(),
        help: false,
    };
    let mut at = 0;
    while let Some(arg) = args.get(at) {
        at += 1;
        let Some(body) = arg.strip_prefix('-').filter(|b| !b.is_empty()) else {
            out.targets.push(arg.clone());
            continue;
        };
        let body = body.strip_prefix('-').unwrap_or(body);
        if body.is_empty() || body == "args" {
            out.program = args[at..].to_vec();
            break;
        }
        let (name, value) = body.split_once('=').map_or((body, None), |(n, v)| (n, Some(v.to_string())));
        let mut next = || {
            let next = value.clone().or_else(|| args.get(at).cloned());
            at += usize::from(value.is_none());
            next.ok_or_else(|| usage(format!("flag needs an argument: -{name}")))
        };
        let invalid = |value: &str, want: &str| usage(format!("invalid value {value:?} for flag -{name}: want {want}"));
        match name {
            "bench" => out.bench = next()?,
            "benchtime" => {
                let value = next()?;
                let times = value.strip_suffix('x').is_some_and(|n| n.parse::<u64>().is_ok());
                if !times && crate::test::go_duration(&value).is_none() {
                    return Err(invalid(&value, "a duration or a number of times as 100x"));
                }
                out.benchtime = value;
            }
            "count" => {
                let value = next()?;
                out.count = value.parse().ok().filter(|n| *n > 0).ok_or_else(|| invalid(&value, "a number of rounds"))?;
            }
            "o" => out.output = Some(PathBuf::from(next()?)),
            "go" => out.go = Some(PathBuf::from(next()?)),
            "policy" => out.policies = next()?.split(',').map(str::to_string).collect(),
            "json" => out.json = true,
            "h" | "help" => out.help = true,
            "tags" | "C" => out.build.push(format!("-{name}={}", next()?)),
            _ => return Err(usage(format!("flag provided but not defined: -{name}"))),
        }
    }
    Ok(out)
}

fn usage(message: String) -> String {
    format!("{message}\n{}", crate::help::usage_line("bench"))
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn flags_and_targets() {
        let words = |line: &str| line.split(' ').map(str::to_string).collect::<Vec<_>>();
        let a = parse(&words("-count 3 x.go -bench=Tree -o out -policy heap,full -args 5 -v")).expect("a good line");
        assert_eq!((a.count, a.bench.as_str(), a.targets.len()), (3, "Tree", 1));
        assert_eq!((a.program.len(), a.policies.len()), (2, 2));
        assert!(parse(&words("-count 0")).is_err_and(|e| e.starts_with("invalid value \"0\" for flag -count: want a number of rounds\n")));
        assert!(parse(&words("-benchtime=1y")).is_err());
    }
}
