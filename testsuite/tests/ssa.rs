//! Lowering: the SSA of the functions of `ssa/x.go` (all of its package but `main`), beside it as `x.ssa`; and the text form:
//! the SSA of every run program is printed, parsed and printed again.

use golift_ssa::Module;
use golift_ssa::names::Named;
use golift_ssa::parse::parse_module;
use golift_ssa::print::{print_func, print_module};
use golift_ssa::verify::{VerifyConfig, verify_module};
use golift_testsuite::{check_files, check_golden, golift, programs, run};
use std::path::Path;
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

/// What `-emit` prints.
fn emit(file: &Path, stage: &str) -> Result<String, String> {
    let mut command = Command::new(golift());
    command.current_dir(file.parent().expect("a folder")).arg("build").arg(format!("-emit={stage}"));
    let got = run(command.arg(file.file_name().expect("a name")), Duration::from_secs(60));
    if got.status != Some(0) {
        return Err(format!("{}: {}", file.display(), String::from_utf8_lossy(&got.stderr)));
    }
    Ok(String::from_utf8_lossy(&got.stdout).into_owned())
}

/// The text of the package's functions, with names for the ids of functions, data, sites and layouts, which depend on the
/// library, and without locations.
fn package_text(module: &Module) -> String {
    let mut out = String::new();
    for (id, func) in &module.funcs {
        if func.layout.is_empty() || !func.name.starts_with("main.") || matches!(&func.name[..], "main.main" | "main.init") {
            continue;
        }
        for line in print_func(id, func, None).lines().filter(|l| !l.starts_with("  loc")) {
            let line = line.rsplit_once(" @loc").map_or(line, |(head, _)| head);
            match line.strip_prefix("func ") {
                Some(head) => out.push_str(&format!("\nfunc {}", head.split_once(' ').map_or(head, |(_, rest)| rest))),
                None => out.push_str(&with_names(module, line)),
            }
            out.push('\n');
        }
    }
    out.trim_start().to_string()
}

fn with_names(module: &Module, line: &str) -> String {
    let mut out = String::new();
    let mut rest = line;
    while let Some(at) = rest.find(|c: char| c.is_ascii_alphanumeric() || c == '_') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(rest.len());
        let word = &rest[..end];
        rest = &rest[end..];
        out.push_str(&name_of(module, word).unwrap_or_else(|| word.to_string()));
    }
    out.push_str(rest);
    out
}

fn name_of(module: &Module, word: &str) -> Option<String> {
    let digits = word.find(|c: char| c.is_ascii_digit())?;
    let id: u32 = word[digits..].parse().ok()?;
    Some(match &word[..digits] {
        "fn" => module.funcs.get(golift_ssa::FuncId::from_u32(id))?.name.clone(),
        "data" => module.data.get(golift_ssa::DataId::from_u32(id))?.name.clone(),
        "site" => {
            let site = module.sites.get(golift_ssa::SiteId::from_u32(id))?;
            let layout = site.layout.map_or(String::new(), |l| format!(" of {}", module.layouts[l].name));
            let in_loop = if site.in_loop { " in_loop" } else { "" };
            format!("[{} {}{layout}{in_loop}]", site.kind.name(), site.expr)
        }
        _ => return None,
    })
}

#[test]
fn lowering() {
    check_files(&programs("ssa"), |file| {
        let module = parse_module(&emit(file, "ssa:lower")?)?;
        check_golden(&file.with_extension("ssa"), &package_text(&module))
    });
}

/// Print → parse → print is the identity, before the first pass and after the last, and what is parsed is valid.
#[test]
fn text_form_of_all_programs() {
    let mut all = Vec::new();
    for folder in ["run", "std", "gc", "escape", "fixedbugs", "ssa"] {
        all.extend(programs(folder));
    }
    let compiled = AtomicUsize::new(0);
    check_files(&all, |file| {
        for stage in ["ssa:lower", "ssa"] {
            // What does not compile is the matter of the run tests.
            let Ok(text) = emit(file, stage) else { continue };
            compiled.fetch_add(1, Ordering::Relaxed);
            let module = parse_module(&text).map_err(|e| format!("{} {stage}: {e}", file.display()))?;
            let rules = VerifyConfig { require_placement: stage == "ssa" };
            verify_module(&module, rules).map_err(|e| format!("{} {stage}: {}", file.display(), e.join("\n")))?;
            let again = print_module(&module, None);
            let same = |want: &str, got: &str| want.strip_prefix(got).is_some_and(|rest| rest.is_empty() || rest.starts_with(" # "));
            for (n, (want, got)) in text.lines().zip(again.lines()).enumerate() {
                if !same(want, got) {
                    return Err(format!("{} {stage}, line {}:\n  printed       {want}\n  printed again {got}", file.display(), n + 1));
                }
            }
            if text.lines().count() != again.lines().count() {
                return Err(format!("{} {stage}: lines are missing", file.display()));
            }
        }
        Ok(())
    });
    assert!(compiled.into_inner() > 300, "most programs compile");
}
