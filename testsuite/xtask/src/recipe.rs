//! The recipe at the head of a test file: what to do with it, with which flags.
//!
//! The recipe is the first comment line that is not a build constraint, up to the first blank line.
//! Unknown words make a file that is no test by itself (it belongs to another's recipe).

use crate::constraint::excluded;

/// What to do with a file.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Kind {
    /// Run the program; its output is in `.out`, or empty.
    Run,
    /// Run the program, run what it prints.
    RunOutput,
    /// Compile the folder's packages, link the last, run.
    RunDir,
    /// Run the module that the folder is.
    RunInDir,
    /// Build, run.
    BuildRun,
    /// Build the folder's files as one program, run.
    BuildRunDir,
    /// Compile one file.
    Compile,
    /// Compile the folder's packages.
    CompileDir,
    /// Build one file.
    Build,
    /// Build the folder's files as one program.
    BuildDir,
    /// Compile one file and compare the messages.
    ErrorCheck,
    /// Compile the folder's packages and compare the messages.
    ErrorCheckDir,
    /// Run the program, compile what it prints and compare the messages.
    ErrorCheckOutput,
    /// `ErrorCheckDir`, then `RunDir`.
    ErrorCheckAndRunDir,
    /// Compare the assembly.
    AsmCheck,
    /// Nothing.
    Skip,
}

impl Kind {
    /// All kinds in the order of the table.
    pub(crate) const ALL: [(Kind, &'static str); 16] = [
        (Kind::Run, "run"),
        (Kind::RunOutput, "runoutput"),
        (Kind::RunDir, "rundir"),
        (Kind::RunInDir, "runindir"),
        (Kind::BuildRun, "buildrun"),
        (Kind::BuildRunDir, "buildrundir"),
        (Kind::Compile, "compile"),
        (Kind::CompileDir, "compiledir"),
        (Kind::Build, "build"),
        (Kind::BuildDir, "builddir"),
        (Kind::ErrorCheck, "errorcheck"),
        (Kind::ErrorCheckDir, "errorcheckdir"),
        (Kind::ErrorCheckOutput, "errorcheckoutput"),
        (Kind::ErrorCheckAndRunDir, "errorcheckandrundir"),
        (Kind::AsmCheck, "asmcheck"),
        (Kind::Skip, "skip"),
    ];

    /// The word in recipes.
    pub(crate) fn name(self) -> &'static str {
        Kind::ALL.iter().find(|(k, _)| *k == self).map_or("", |(_, n)| n)
    }
}

/// A test file's recipe.
#[derive(Clone, Debug)]
pub(crate) struct Recipe {
    /// What to do.
    pub(crate) kind: Kind,
    /// Whether errors are expected.
    pub(crate) want_error: bool,
    /// Whether messages about generated code count.
    pub(crate) want_auto: bool,
    /// Whether each file of a folder is a package of its own.
    pub(crate) single_file_packages: bool,
    /// Flags for the compiler or the go command.
    pub(crate) flags: Vec<String>,
    /// Flags for the linker.
    pub(crate) link_flags: Vec<String>,
    /// What follows the flags.
    pub(crate) args: Vec<String>,
    /// Why the file is left out on this platform or for golift.
    pub(crate) skip: Option<String>,
}

/// Reads the recipe of a file; `None` if the file is not a test.
pub(crate) fn parse(text: &str) -> Option<Recipe> {
    let head = text.split("\n\n").next().unwrap_or("");
    let line = head.lines().find(|l| !l.contains("+build") && !l.starts_with("//go:build"))?;
    let words = split_quoted(line.strip_prefix("//")?);
    let (action, rest) = words.split_first()?;
    let (name, want_auto) = match action.as_str() {
        "errorcheckwithauto" => ("errorcheck", true),
        other => (other, false),
    };
    let kind = Kind::ALL.iter().find(|(_, n)| *n == name)?.0;
    let want_error = matches!(kind, Kind::ErrorCheck | Kind::ErrorCheckDir | Kind::ErrorCheckOutput);
    let mut recipe = Recipe {
        kind,
        want_error,
        want_auto,
        single_file_packages: false,
        flags: Vec::new(),
        link_flags: Vec::new(),
        args: Vec::new(),
        skip: None,
    };
    let mut at = 0;
    let mut experiment = None;
    while let Some(flag) = rest.get(at).filter(|f| f.starts_with('-')) {
        at += 1;
        match flag.as_str() {
            "-1" => recipe.want_error = true,
            "-0" => recipe.want_error = false,
            "-s" => recipe.single_file_packages = true,
            "-t" => at += 1,
            "-goexperiment" => {
                experiment = rest.get(at).cloned();
                at += 1;
            }
            "-ldflags" => {
                recipe.link_flags = rest[at..].to_vec();
                at = rest.len();
            }
            "-gcflags" => {
                recipe.flags.push(format!("-gcflags={}", rest.get(at).map_or("", String::as_str)));
                at += 1;
            }
            _ => recipe.flags.push(flag.clone()),
        }
    }
    recipe.args = rest.get(at..).unwrap_or(&[]).to_vec();
    let constraints = text.split("\npackage").next().unwrap_or("");
    recipe.skip = excluded(constraints)
        .map(|line| format!("build constraint {}", line.trim_start_matches("//go:build").trim_start_matches("// +build").trim()))
        .or(experiment.map(|e| format!("experiment {e}")))
        .or_else(|| reason_to_skip(&recipe));
    Some(recipe)
}

/// What no other compiler can be asked.
fn reason_to_skip(recipe: &Recipe) -> Option<String> {
    match recipe.kind {
        Kind::AsmCheck => return Some("assembly of the official compiler".into()),
        Kind::Skip => return Some("marked as skipped".into()),
        _ => {}
    }
    let mut debug = None;
    for flag in recipe.flags.iter().flat_map(|f| f.split(['=', ' ', ','])).collect::<Vec<_>>().windows(1).map(|w| w[0]) {
        match flag {
            "-+" => return Some("rules for the official runtime's own code".into()),
            "-race" => return Some("race detector".into()),
            "-live" | "live" => debug = Some("liveness messages of the official compiler"),
            "nil" | "wb" | "typeassert" | "append" | "slice" | "defer" | "ssa/prove/debug" | "ssa/phiopt/debug" | "ssa/opt/debug"
            | "ssa/likelyadjust/debug" | "ssa/late_fuse/debug" | "ssa/intrinsics/debug" | "ssa/check_bce/debug"
            | "libfuzzer" | "maymorestack"
                if debug.is_none() =>
            {
                debug = Some("messages of the official compiler's passes");
            }
            "checkptr" if recipe.kind == Kind::Run => debug = Some("pointer checks of the official compiler"),
            _ => {}
        }
    }
    if recipe.flags.iter().any(|f| f.starts_with("-gcflags") && f.contains("checkptr=0")) {
        return Some("race detector".into());
    }
    let compiles = matches!(recipe.kind, Kind::Compile | Kind::CompileDir | Kind::Build);
    debug.filter(|_| !compiles).map(String::from)
}

/// Splits at white space outside quotation marks.
fn split_quoted(text: &str) -> Vec<String> {
    let mut out = Vec::new();
    let mut word = String::new();
    let mut quote = None;
    let mut inside = false;
    for c in text.chars() {
        match quote {
            Some(q) if c == q => quote = None,
            Some(_) => word.push(c),
            None if c == '"' || c == '\'' => {
                quote = Some(c);
                inside = true;
            }
            None if c.is_whitespace() => {
                if inside || !word.is_empty() {
                    out.push(std::mem::take(&mut word));
                }
                inside = false;
            }
            None => word.push(c),
        }
    }
    if inside || !word.is_empty() {
        out.push(word);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads() {
        let r = parse("// errorcheck -0 -lang=go1.17\n\n// Copyright\n\npackage p").unwrap();
        assert!(r.kind == Kind::ErrorCheck && !r.want_error && r.flags == ["-lang=go1.17"] && r.skip.is_none());
        let r = parse("//go:build windows\n// run a \"b c\"\n\npackage p").unwrap();
        assert!(r.skip.is_some() && r.args == ["a", "b c"]);
        let r = parse("// errorcheck -0 -m -l\n\npackage p").unwrap();
        assert!(r.skip.is_none() && r.flags == ["-m", "-l"]);
        assert!(parse("// Copyright\n\npackage p").is_none());
        let r = parse("// rundir -ldflags -strictdups=2 -w=0\n\npackage p").unwrap();
        assert_eq!(r.link_flags, ["-strictdups=2", "-w=0"]);
    }
}
