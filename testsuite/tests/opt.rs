//! File tests of the optimising passes: `opt/PASS.ssa` holds cases, each a module before and after the one pass.
//!
//! A case's input is a text that the SSA parser reads; it and the result must satisfy the verifier.

use golift_middle::{pass_names, run_pass};
use golift_ssa::parse::parse_module;
use golift_ssa::print::print_module;
use golift_ssa::verify::{VerifyConfig, verify_module};
use golift_testsuite::{check_cases, check_files, files, root};

/// Entries of the pass table that run an earlier one once more.
const REPEATED: [&str; 5] = ["simplify_inlined", "promote_inlined", "simplify_promoted", "keep_inlined", "keep_copies"];

fn transform(pass: &str, input: &str) -> Result<String, String> {
    let mut module = parse_module(input)?;
    verify_module(&module, VerifyConfig::default()).map_err(|e| format!("the input: {}", e.join("\n")))?;
    assert!(run_pass(&mut module, pass), "no pass is called {pass}");
    let rules = VerifyConfig { require_placement: matches!(pass, "place" | "share_boxes") };
    verify_module(&module, rules).map_err(|e| format!("the result: {}\n{module}", e.join("\n")))?;
    Ok(print_module(&module, None))
}

#[test]
fn passes() {
    check_files(&files("opt", "ssa"), |file| {
        let pass = file.file_stem().expect("a stem").to_string_lossy();
        check_cases(file, |input| transform(&pass, input))
    });
}

#[test]
fn every_pass_has_cases() {
    for pass in pass_names().into_iter().skip(1).filter(|p| !REPEATED.contains(p)) {
        assert!(root().join("opt").join(pass).with_extension("ssa").exists(), "testsuite/opt/{pass}.ssa is missing");
    }
}
