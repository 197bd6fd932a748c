//! `golift escape diff`: where golift's analysis and the official compiler's decide differently, and what that saves.

use crate::flags::{self, Flags};
use crate::help;
use crate::run::{Action, change_directory, fail};
use golift_driver::{Failure, SiteList, SourceSite, compile_program, json_string};
use std::collections::BTreeMap;
use std::fmt::Write;
use std::process::{Command, Stdio};

/// What `diff` shows beside the build flags.
#[derive(Clone, Copy, Default)]
struct Shown {
    run: bool,
    all: bool,
    json: bool,
}

/// Heap allocations and bytes.
type Counts = (u64, u64);

/// Heap allocations by place (position and expression as JSON strings), and in all.
#[derive(Default)]
struct Measured {
    places: BTreeMap<(String, String), Counts>,
    total: Counts,
}

/// Runs `golift escape arguments`.
pub(crate) fn escape(args: &[String]) -> Action {
    match args.first().map(String::as_str) {
        Some("diff") => {}
        Some("-h" | "-help" | "--help") => {
            eprint!("{}", help::ESCAPE);
            return Action::Exit(2);
        }
        Some(other) => return fail(&Failure::usage(format!("golift escape {other}: unknown command\n{}", help::usage_line("escape")))),
        None => return fail(&Failure::usage(help::usage_line("escape"))),
    }
    let own = |a: &&String| matches!(a.trim_start_matches('-'), "run" | "all") && a.starts_with('-');
    let shown = |name: &str| args.iter().any(|a| a.starts_with('-') && a.trim_start_matches('-') == name);
    let rest: Vec<String> = args[1..].iter().filter(|a| !own(a)).cloned().collect();
    let (flags, targets) = match flags::parse("escape", &rest) {
        Ok(parsed) => parsed,
        Err(message) => return fail(&Failure::usage(message)),
    };
    if flags.help || flags.short_help {
        eprint!("{}", help::ESCAPE);
        return Action::Exit(2);
    }
    if let Some(failure) = change_directory(&flags) {
        return fail(&failure);
    }
    let shown = Shown { run: shown("run"), all: shown("all"), json: flags.json };
    match diff(&flags, &targets, shown) {
        Ok(text) => {
            print!("{text}");
            Action::Exit(0)
        }
        Err(failure) => fail(&failure),
    }
}

fn diff(flags: &Flags, targets: &[String], shown: Shown) -> Result<String, Failure> {
    let mut options = flags.options("build").map_err(Failure::usage)?;
    options.sites = SiteList::WithOfficial;
    let output = compile_program(targets, &options)?;
    // Of several packages each is looked at alone.
    if output.roots.len() > 1 {
        let mut text = String::new();
        for root in &output.roots {
            let one = diff(flags, std::slice::from_ref(root), shown)?;
            if !shown.json {
                let _ = writeln!(text, "# {root}");
            }
            text.push_str(&one);
        }
        return Ok(text);
    }
    let measured = match shown.run {
        true => Some((measure(flags, targets, "gc")?, measure(flags, targets, "full")?)),
        false => None,
    };
    let differ = |s: &&SourceSite| (s.in_program || shown.all) && s.official_heap.is_some_and(|o| o != s.heap);
    let sites: Vec<&SourceSite> = output.sites.iter().filter(differ).collect();
    Ok(if shown.json { json(&sites, measured.as_ref()) } else { table(&sites, measured.as_ref()) })
}

/// Runs the program under a policy, without showing what it prints, and reads the report of its allocations.
fn measure(flags: &Flags, targets: &[String], policy: &str) -> Result<Measured, Failure> {
    let exe = std::env::current_exe().map_err(|e| Failure::new(format!("golift: cannot find itself: {e}")))?;
    let mut command = Command::new(exe);
    command.args(["run", "-allocs", "-json"]).arg(format!("-escape={policy}")).arg(format!("-tags={}", flags.tags));
    command.args(targets).stdin(Stdio::null()).stdout(Stdio::null());
    let output = command.output().map_err(|e| Failure::new(format!("golift: cannot run itself: {e}")))?;
    let text = String::from_utf8_lossy(&output.stderr);
    let mut measured = Measured::default();
    for line in text.lines().filter(|l| l.starts_with("{\"position\":")) {
        let Some((position, rest)) = json_text(&line["{\"position\":".len()..]) else { continue };
        let Some((expr, rest)) = rest.strip_prefix(",\"expression\":").and_then(json_text) else { continue };
        let number = |name: &str| -> u64 {
            let at = rest.rfind(&format!("\"{name}\":")).map(|i| &rest[i + name.len() + 3..]).unwrap_or_default();
            at.split(|c: char| !c.is_ascii_digit()).next().and_then(|d| d.parse().ok()).unwrap_or_default()
        };
        let counts = (number("allocations"), number("bytes"));
        measured.total = (measured.total.0 + counts.0, measured.total.1 + counts.1);
        measured.places.insert((position.to_string(), expr.to_string()), counts);
    }
    if measured.places.is_empty() && !output.status.success() {
        return Err(Failure::new(text.into_owned()));
    }
    Ok(measured)
}

/// A JSON string at the start of a text, as it is written, and what follows.
fn json_text(text: &str) -> Option<(&str, &str)> {
    let mut escaped = false;
    let end = text.char_indices().skip(1).find(|&(_, c)| {
        let end = c == '"' && !escaped;
        escaped = c == '\\' && !escaped;
        end
    })?;
    Some(text.split_at(end.0 + 1))
}

fn counts_of(measured: &Measured, site: &SourceSite) -> Counts {
    measured.places.get(&(json_string(&site.position), json_string(&site.expr))).copied().unwrap_or_default()
}

fn table(sites: &[&SourceSite], measured: Option<&(Measured, Measured)>) -> String {
    let mut rows: Vec<Vec<String>> = vec![["position", "expression", "official", "golift"].map(String::from).to_vec()];
    if measured.is_some() {
        rows[0].extend(["official allocs", "bytes", "golift allocs", "bytes"].map(String::from));
    }
    for site in sites {
        let golift = if site.heap { "heap".to_string() } else { site.technique.to_string() };
        let official = if site.official_heap == Some(true) { "heap" } else { "stack" };
        let expr = if site.expr.is_empty() { site.kind.to_string() } else { site.expr.clone() };
        let mut row = vec![site.position.clone(), expr, official.to_string(), golift];
        if let Some((official, golift)) = measured {
            let (a, b) = (counts_of(official, site), counts_of(golift, site));
            row.extend([a.0, a.1, b.0, b.1].map(|n| n.to_string()));
        }
        rows.push(row);
    }
    let mut out = String::new();
    if !sites.is_empty() {
        let width = |i: usize| rows.iter().map(|r| r[i].chars().count()).max().unwrap_or(0);
        let widths: Vec<usize> = (0..rows[0].len()).map(width).collect();
        for row in &rows {
            let cells: Vec<String> = row.iter().zip(&widths).enumerate().map(|(i, (cell, &w))| match i {
                0..4 => format!("{cell:w$}"),
                _ => format!("{cell:>w$}"),
            }).collect();
            out.push_str(cells.join("  ").trim_end());
            out.push('\n');
        }
    }
    let better = sites.iter().filter(|s| !s.heap).count();
    let (n, worse) = (sites.len(), sites.len() - better);
    let places = if n == 1 { "place differs" } else { "places differ" };
    let _ = writeln!(out, "{n} {places}: on the heap for the official compiler only {better}, for golift only {worse}");
    if let Some((official, golift)) = measured {
        let (a, b) = (official.total, golift.total);
        let share = |a: u64, b: u64| if a == 0 { 0.0 } else { 100.0 * (a as f64 - b as f64) / a as f64 };
        let _ = writeln!(
            out,
            "the whole program: {} allocations of {} bytes as the official compiler places them, {} of {} with golift: {:.1}% of the allocations and {:.1}% of the bytes saved",
            a.0, a.1, b.0, b.1, share(a.0, b.0), share(a.1, b.1)
        );
    }
    out
}

/// One object a place.
fn json(sites: &[&SourceSite], measured: Option<&(Measured, Measured)>) -> String {
    let mut out = String::new();
    for site in sites {
        let _ = write!(
            out,
            "{{\"position\":{},\"function\":{},\"expression\":{},\"kind\":{},\"official\":\"{}\",\"golift\":\"{}\"",
            json_string(&site.position),
            json_string(&site.function),
            json_string(&site.expr),
            json_string(site.kind),
            if site.official_heap == Some(true) { "heap" } else { "stack" },
            if site.heap { "heap" } else { "stack" },
        );
        if !site.heap {
            let _ = write!(out, ",\"technique\":{}", json_string(site.technique));
        }
        if let Some((official, golift)) = measured {
            let (a, b) = (counts_of(official, site), counts_of(golift, site));
            let _ = write!(
                out,
                ",\"officialAllocations\":{},\"officialBytes\":{},\"allocations\":{},\"bytes\":{}",
                a.0, a.1, b.0, b.1
            );
        }
        out.push_str("}\n");
    }
    out
}
