//! What is printed: the table by kind, crashes, failures, and the differences from the list of known failures.

use crate::action::Verdict;
use crate::known::Known;
use crate::recipe::Kind;
use std::collections::BTreeMap;

/// A test and what came of it.
#[derive(Clone, Debug)]
pub(crate) struct Outcome {
    /// The path below the suite.
    pub(crate) file: String,
    /// The kind of recipe.
    pub(crate) kind: Kind,
    /// What came of it.
    pub(crate) verdict: Verdict,
    /// For failures, what the official compiler of today says.
    pub(crate) official: Official,
}

/// What the official compiler of today makes of a file that golift fails.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Official {
    /// It was not asked.
    NotAsked,
    /// It passes.
    Passes,
    /// It fails, and prints what golift prints.
    FailsAlike,
    /// It fails in another way.
    FailsOtherwise,
}

/// Compares what two compilers print.
pub(crate) fn compare(ours: &str, official: &str) -> Result<(), String> {
    let lines = |text: &str| -> Vec<String> {
        // A trace has addresses; what comes before it has not.
        let head = text.lines().take_while(|l| !(l.starts_with("goroutine ") && l.ends_with("]:")));
        head.filter(|l| !l.starts_with("exit status") && !l.starts_with('#') && !l.trim().is_empty()).map(String::from).collect()
    };
    let (ours, official) = (lines(ours), lines(official));
    if ours == official {
        return Ok(());
    }
    let only = |a: &[String], b: &[String]| a.iter().find(|l| !b.contains(l)).cloned();
    Err(match (only(&official, &ours), only(&ours, &official)) {
        (Some(o), Some(u)) => format!("1.27 says {o:?}, golift {u:?}"),
        (Some(o), None) => format!("1.27 says also {o:?}"),
        (None, Some(u)) => format!("golift says also {u:?}"),
        (None, None) => "1.27 prints the same lines in another order".to_string(),
    })
}

#[derive(Default)]
struct Row {
    pass: usize,
    fail: usize,
    crash: usize,
    outdated: usize,
    missing: usize,
    skip: usize,
}

impl Outcome {
    fn is_outdated(&self, known: &Known) -> bool {
        match self.official {
            Official::NotAsked => known.reasons.get(&self.file).is_some_and(|r| Known::is_outdated(r)),
            Official::FailsAlike => true,
            Official::Passes | Official::FailsOtherwise => false,
        }
    }
}

/// The table by kind. The share is of the tests that can pass: without skipped ones, those that need a package that is
/// not embedded, and those whose expectation is out of date.
pub(crate) fn table(outcomes: &[Outcome], known: &Known) -> String {
    let mut rows: BTreeMap<Kind, Row> = BTreeMap::new();
    let mut total = Row::default();
    for o in outcomes {
        let outdated = o.is_outdated(known);
        for row in [rows.entry(o.kind).or_default(), &mut total] {
            match &o.verdict {
                Verdict::Pass => row.pass += 1,
                Verdict::Skip(_) => row.skip += 1,
                Verdict::Missing(_) => row.missing += 1,
                Verdict::Fail(_) if outdated => row.outdated += 1,
                Verdict::Fail(_) => row.fail += 1,
                Verdict::Crash(_) => row.crash += 1,
            }
        }
    }
    let mut out = format!(
        "{:20} {:>6} {:>6} {:>6} {:>8} {:>9} {:>8} {:>8}\n",
        "kind", "pass", "fail", "crash", "share", "outdated", "package", "skipped"
    );
    let named = rows.iter().map(|(k, r)| (k.name(), r));
    for (name, r) in named.chain([("all", &total)]) {
        let counted = r.pass + r.fail + r.crash;
        let share = if counted == 0 { "-".to_string() } else { format!("{:.1}%", 100.0 * r.pass as f64 / counted as f64) };
        out.push_str(&format!(
            "{name:20} {:>6} {:>6} {:>6} {share:>8} {:>9} {:>8} {:>8}\n",
            r.pass, r.fail, r.crash, r.outdated, r.missing, r.skip
        ));
    }
    out
}

/// How many tests were left out for which reason, and for which package.
pub(crate) fn left_out(outcomes: &[Outcome]) -> String {
    let mut reasons: BTreeMap<String, usize> = BTreeMap::new();
    for o in outcomes {
        match &o.verdict {
            Verdict::Skip(why) => {
                let group = if why.starts_with("build constraint") { "build constraint".into() } else { why.clone() };
                *reasons.entry(format!("skipped: {group}")).or_default() += 1;
            }
            Verdict::Missing(package) => *reasons.entry(format!("package not embedded: {package}")).or_default() += 1,
            _ => {}
        }
    }
    let mut list: Vec<(String, usize)> = reasons.into_iter().collect();
    list.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    list.iter().map(|(why, n)| format!("{n:>6}  {why}\n")).collect()
}

/// Crashes and failures, a line each.
pub(crate) fn failures(outcomes: &[Outcome], known: &Known) -> String {
    let mut out = String::new();
    let list = |title: &str, pick: &dyn Fn(&Outcome) -> Option<String>| {
        let lines: Vec<String> = outcomes
            .iter()
            .filter_map(|o| Some(format!("  {} ({}): {}\n", o.file, o.kind.name(), pick(o)?)))
            .collect();
        if lines.is_empty() { String::new() } else { format!("{title}: {}\n{}", lines.len(), lines.concat()) }
    };
    out.push_str(&list("crashes", &|o| match &o.verdict {
        Verdict::Crash(why) => Some(why.clone()),
        _ => None,
    }));
    out.push_str(&list("failures", &|o| match &o.verdict {
        Verdict::Fail(why) if !o.is_outdated(known) => Some(why.clone()),
        _ => None,
    }));
    out.push_str(&list("expectations that are out of date", &|o| match &o.verdict {
        Verdict::Fail(why) if o.is_outdated(known) => Some(why.clone()),
        _ => None,
    }));
    out
}

/// What the list of known failures does not say, a line each.
pub(crate) fn differences(outcomes: &[Outcome], known: &Known) -> Vec<String> {
    let mut out = Vec::new();
    for o in outcomes {
        match (&o.verdict, known.reasons.get(&o.file)) {
            (Verdict::Pass, Some(reason)) if !Known::is_unsteady(reason) => {
                out.push(format!("{}: passes, but is listed as a known failure: {reason}", o.file));
            }
            (Verdict::Fail(why), None) => out.push(format!("{}: fails: {why}", o.file)),
            (Verdict::Crash(why), None) => out.push(format!("{}: crashes: {why}", o.file)),
            _ => {}
        }
    }
    out
}

/// The list that says what happened. Reasons that are there are kept.
pub(crate) fn bless(outcomes: &[Outcome], known: &mut Known, outdated: &str) {
    for o in outcomes {
        let why = match &o.verdict {
            Verdict::Fail(why) => why.clone(),
            Verdict::Crash(why) => format!("crash: {why}"),
            _ => {
                if known.reasons.get(&o.file).is_some_and(|r| !Known::is_unsteady(r)) {
                    known.reasons.remove(&o.file);
                }
                continue;
            }
        };
        let reason = match o.official {
            Official::FailsAlike => outdated.to_string(),
            // What was said to be out of date turned out not to be.
            Official::Passes | Official::FailsOtherwise if known.reasons.get(&o.file).is_some_and(|r| Known::is_outdated(r)) => why,
            _ => known.reasons.get(&o.file).cloned().unwrap_or(why),
        };
        known.reasons.insert(o.file.clone(), reason);
    }
}
