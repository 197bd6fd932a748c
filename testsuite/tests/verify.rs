//! What the SSA verifier rejects: `verify/rules.ssa` has modules that break each of its rules, and its words.

use golift_ssa::parse::parse_module;
use golift_ssa::verify::{VerifyConfig, verify_module};
use golift_testsuite::{check_cases, check_files, files};

/// The number of rules at the head of the verifier.
const RULES: u32 = 12;

#[test]
fn every_rule_rejects_something() {
    check_files(&files("verify", "ssa"), |file| {
        check_cases(file, |input| {
            let module = parse_module(input)?;
            match verify_module(&module, VerifyConfig { require_placement: input.contains("place=unplaced") }) {
                Ok(()) => Err("the module is valid".to_string()),
                Err(errors) => Ok(errors.join("\n")),
            }
        })?;
        let text = std::fs::read_to_string(file).map_err(|e| e.to_string())?;
        let missing: Vec<u32> = (1..=RULES).filter(|n| !text.contains(&format!("-- input: rule {n}:"))).collect();
        if missing.is_empty() { Ok(()) } else { Err(format!("no case for the rules {missing:?}")) }
    });
}
