//! `golift vet`: flags and printing.

use crate::flags;
use crate::help::usage_line;
use crate::run::{Action, change_directory, fail};
use golift_driver::{Failure, Report, json_string, vet_packages};

/// Runs `golift vet arguments`: findings and errors go to standard error; the exit status is 1 if there are any.
pub(crate) fn vet(args: &[String]) -> Action {
    let (flags, rest) = match flags::parse("vet", args) {
        Ok(parsed) => parsed,
        Err(message) => return fail(&Failure::usage(message)),
    };
    if flags.help || flags.short_help {
        eprint!("{}", usage_line("vet"));
        return Action::Exit(2);
    }
    let options = match flags.options("vet") {
        Ok(options) => options,
        Err(message) => return fail(&Failure::usage(message)),
    };
    if let Some(failure) = change_directory(&flags) {
        return fail(&failure);
    }
    match vet_packages(&rest, &options.context) {
        Ok(lines) if lines.is_empty() => Action::Exit(0),
        Ok(lines) if flags.json => {
            print!("{}", json(&lines));
            Action::Exit(0)
        }
        Ok(lines) => {
            eprint!("{lines}");
            Action::Exit(1)
        }
        Err(failure) if flags.json && !failure.reports.is_empty() => {
            print!("{}", failure.reports.iter().map(Report::json).collect::<String>());
            Action::Exit(failure.status)
        }
        Err(failure) => fail(&failure),
    }
}

/// One object a finding.
fn json(lines: &str) -> String {
    lines
        .lines()
        .map(|line| {
            let (posn, message) = line.split_once(": ").unwrap_or(("", line));
            format!("{{\"posn\":{},\"message\":{}}}\n", json_string(posn), json_string(message))
        })
        .collect()
}
