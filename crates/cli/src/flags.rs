//! Flags in the go command's style (`-o out`, `-escape=heap`, one dash or two), parsed by clap.

use crate::help::usage_line;
use clap::Parser;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use golift_driver::{ErrorStyle, Emit, EscapePolicy, Options, SiteList, VerdictForm};
use std::io::IsTerminal;

/// The flags of `build` and `run`.
#[derive(Parser, Debug, Default)]
#[command(no_binary_name = true, disable_help_flag = true, disable_version_flag = true, args_override_self = true)]
pub(crate) struct Flags {
    /// Output file.
    #[arg(long = "o", allow_hyphen_values = true)]
    pub(crate) output: Option<String>,
    /// Print verdicts.
    #[arg(long = "m", num_args = 0..=1, require_equals = true, default_missing_value = "1")]
    pub(crate) verdicts: Option<u8>,
    /// Print all errors.
    #[arg(long = "e")]
    pub(crate) all_errors: bool,
    /// Placement policy.
    #[arg(long, value_parser = ["heap", "gc", "full", "side"], default_value = "full")]
    pub(crate) escape: String,
    /// Flags of the compiler.
    #[arg(long, default_value = "", allow_hyphen_values = true)]
    pub(crate) gcflags: String,
    /// Code for tests of the compiler.
    #[arg(long = "d", value_parser = ["poisonframes"])]
    pub(crate) debug: Option<String>,
    /// Optimisation.
    #[arg(long, value_parser = ["none", "speed"], default_value = "speed")]
    pub(crate) opt: String,
    /// Build tags.
    #[arg(long, default_value = "")]
    pub(crate) tags: String,
    /// Stage to print.
    #[arg(long)]
    pub(crate) emit: Option<String>,
    /// Phase times.
    #[arg(long)]
    pub(crate) timings: bool,
    /// Allocation report.
    #[arg(long)]
    pub(crate) allocs: bool,
    /// The form of errors.
    #[arg(long, value_parser = ["plain", "pretty"], default_value = "plain")]
    pub(crate) diagnostics: String,
    /// Working directory.
    #[arg(long = "C")]
    pub(crate) directory: Option<String>,
    /// One JSON object a line instead of text.
    #[arg(long)]
    pub(crate) json: bool,
    /// Help.
    #[arg(long = "help")]
    pub(crate) help: bool,
    /// Help.
    #[arg(long = "h")]
    pub(crate) short_help: bool,
}

/// Flags that take their value from the next argument.
const WITH_VALUE: &[&str] = &["o", "escape", "opt", "tags", "emit", "diagnostics", "gcflags", "C", "d"];

/// Splits the command's arguments into flags and the rest, which begins at the first argument without a dash.
///
/// # Errors
/// The go command's message for a bad flag.
pub(crate) fn parse(command: &str, args: &[String]) -> Result<(Flags, Vec<String>), String> {
    let mut flags = Vec::new();
    let mut at = 0;
    while at < args.len() {
        let arg = &args[at];
        let name = arg.trim_start_matches('-');
        if !arg.starts_with('-') || arg == "-" {
            break;
        }
        at += 1;
        if arg == "--" {
            break;
        }
        // clap knows long flags by two dashes; the go command takes one.
        flags.push(format!("--{name}"));
        if WITH_VALUE.contains(&name) {
            let value = args.get(at).ok_or_else(|| format!("flag needs an argument: -{name}\n{}", usage_line(command)))?;
            let flag = flags.pop().unwrap_or_default();
            flags.push(format!("{flag}={value}"));
            at += 1;
        }
    }
    let parsed = Flags::try_parse_from(&flags).map_err(|e| describe(command, &e))?;
    if flags.iter().position(|f| f.starts_with("--C=")).is_some_and(|at| at > 0) {
        let dir = parsed.directory.as_deref().unwrap_or_default();
        return Err(format!("invalid value {dir:?} for flag -C: -C flag must be first flag on command line\n{}", usage_line(command)));
    }
    if parsed.allocs && command != "run" {
        return Err(format!("flag provided but not defined: -allocs\n{}", usage_line(command)));
    }
    if parsed.output.is_some() && command == "run" {
        return Err(format!("flag provided but not defined: -o\n{}", usage_line(command)));
    }
    Ok((parsed, args[at..].to_vec()))
}

fn describe(command: &str, error: &clap::Error) -> String {
    let text = |kind| match error.get(kind) {
        Some(ContextValue::String(s)) => s.trim_start_matches('-').split([' ', '=']).next().unwrap_or("").to_string(),
        _ => String::new(),
    };
    let flag = text(ContextKind::InvalidArg);
    let value = match error.get(ContextKind::InvalidValue) {
        Some(ContextValue::String(s)) => s.clone(),
        _ => String::new(),
    };
    let what = match error.kind() {
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => match error.get(ContextKind::ValidValue) {
            Some(ContextValue::Strings(valid)) => {
                format!("invalid value {value:?} for flag -{flag}: want {}", valid.join(" or "))
            }
            _ => format!("invalid value {value:?} for flag -{flag}"),
        },
        ErrorKind::TooManyValues => format!("invalid boolean value for -{flag}"),
        _ => format!("flag provided but not defined: -{flag}"),
    };
    format!("{what}\n{}", usage_line(command))
}

impl Flags {
    /// What `-gcflags` asks to be printed, if anything.
    ///
    /// # Errors
    /// A compiler flag that is not known.
    pub(crate) fn model(&self) -> Result<Option<golift_driver::ModelConfig>, String> {
        let mut config = golift_driver::ModelConfig { level: 0, inline: true, columns: true };
        let text = self.gcflags.rsplit_once("=-").filter(|(pattern, _)| !pattern.starts_with('-') && !pattern.is_empty());
        let text = text.map_or(self.gcflags.clone(), |(_, flags)| format!("-{flags}"));
        for flag in text.split_whitespace() {
            match flag {
                "-m" => config.level += 1,
                "-l" => config.inline = false,
                _ if flag.starts_with("-l=") => config.inline = flag != "-l=1",
                _ => match flag.strip_prefix("-m=").and_then(|n| n.parse().ok()) {
                    Some(n) => config.level = n,
                    None => return Err(format!("flag provided but not defined: {flag}")),
                },
            }
        }
        Ok((config.level > 0).then_some(config))
    }

    /// The driver's options.
    ///
    /// # Errors
    /// A bad `-emit`.
    pub(crate) fn options(&self, command: &str) -> Result<Options, String> {
        let mut options = Options {
            escape: match self.escape.as_str() {
                "heap" => EscapePolicy::Heap,
                "gc" => EscapePolicy::Gc,
                "side" => EscapePolicy::Side,
                _ => EscapePolicy::Full,
            },
            optimize: self.opt != "none",
            count_allocs: self.allocs,
            sites: if self.allocs { SiteList::Verdicts } else { SiteList::None },
            poison_frames: self.debug.is_some(),
            verdicts: self.verdicts.map(|level| VerdictForm { level, json: self.json }),
            model: self.model()?,
            error_style: match self.diagnostics.as_str() {
                "pretty" => ErrorStyle::Pretty { color: std::io::stderr().is_terminal() },
                _ => ErrorStyle::Plain,
            },
            error_limit: if self.all_errors { 0 } else { 10 },
            native: command == "run",
            ..Options::default()
        };
        options.context.run = command == "run";
        options.context.tags = self.tags.split([',', ' ']).filter(|t| !t.is_empty()).map(str::to_string).collect();
        if let Some(emit) = &self.emit {
            options.emit = Some(
                Emit::parse(emit).map_err(|e| format!("invalid value {emit:?} for flag -emit: {e}\n{}", usage_line(command)))?,
            );
        }
        Ok(options)
    }
}
