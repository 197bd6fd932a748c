//! The main package of a test program: which functions of the `_test.go` files are tests, and the source text of a
//! program that hands them to package testing (package testing, "go help testfunc").

use crate::example_output::{Expected, expected_output};
use golift_base::SourceFile;
use golift_frontend::ast::{Decl, ExprKind, File, FuncDecl};
use std::fmt::Write;

/// The functions of a package that package testing calls.
#[derive(Debug, Default)]
pub(crate) struct TestFunctions {
    tests: Vec<String>,
    benchmarks: Vec<String>,
    fuzz: Vec<String>,
    examples: Vec<(String, Expected)>,
    /// `func TestMain(m *testing.M)`.
    main: bool,
}

/// Adds the test functions of a file.
///
/// # Errors
/// A function that has the name of a test and not the type, with its position.
pub(crate) fn test_functions(file: &File, source: &SourceFile, found: &mut TestFunctions) -> Result<(), String> {
    for decl in &file.decls {
        let Decl::Func(func) = decl else { continue };
        let name = func.name.name.as_str();
        if func.recv.is_some() {
            continue;
        }
        if name == "TestMain" && !takes(func, "T") {
            check(func, "M", source)?;
            found.main = true;
        } else if is_test(name, "Test") {
            check(func, "T", source)?;
            found.tests.push(name.to_string());
        } else if is_test(name, "Benchmark") {
            check(func, "B", source)?;
            found.benchmarks.push(name.to_string());
        } else if is_test(name, "Fuzz") {
            check(func, "F", source)?;
            found.fuzz.push(name.to_string());
        } else if is_test(name, "Example") && func.ty.params.is_empty() && func.tparams.is_empty() {
            let Some(body) = &func.body else { continue };
            let start = (body.lbrace.0 - source.base.0) as usize + 1;
            let end = (body.rbrace.0 - source.base.0) as usize;
            let text = source.text.get(start..end).unwrap_or_default();
            found.examples.extend(expected_output(text).map(|e| (name.to_string(), e)));
        }
    }
    Ok(())
}

/// Whether a name is the prefix, or the prefix and something that does not begin with a small letter.
fn is_test(name: &str, prefix: &str) -> bool {
    name.strip_prefix(prefix).is_some_and(|rest| rest.chars().next().is_none_or(|c| !c.is_lowercase()))
}

/// Whether the function takes one `*testing.T` (or M, B, F), as far as its text says, and returns nothing.
fn takes(func: &FuncDecl, what: &str) -> bool {
    let [param] = &func.ty.params[..] else { return false };
    let ExprKind::Star(ty) = &param.ty.kind else { return false };
    let named = match &ty.kind {
        ExprKind::Name(name) => name.as_str() == what,
        ExprKind::Selector(_, name) => name.name.as_str() == what,
        _ => false,
    };
    named && param.names.len() <= 1 && func.ty.results.is_empty()
}

fn check(func: &FuncDecl, what: &str, source: &SourceFile) -> Result<(), String> {
    let name = func.name.name.as_str();
    let at = || format!("{}:{}: wrong signature for {name}", source.path, source.line_col(func.span.lo));
    if !takes(func, what) {
        return Err(format!("{}, must be: func {name}({} *testing.{what})", at(), what.to_lowercase()));
    }
    if func.tparams.is_empty() { Ok(()) } else { Err(format!("{}, test functions cannot have type parameters", at())) }
}

/// The text of the main package for the tests of `path`; `packages` are its package and that of its external tests.
pub(crate) fn main_source<'a>(path: &str, packages: impl Iterator<Item = (&'a str, TestFunctions)>) -> String {
    let mut head = String::from("package main\n\nimport (\n\t\"os\"\n\t\"testing\"\n\t\"testing/internal/testdeps\"\n");
    let (mut tests, mut benchmarks, mut fuzz, mut examples) = (String::new(), String::new(), String::new(), String::new());
    let mut main = None;
    for (i, (import, found)) in packages.enumerate() {
        let name = format!("p{i}");
        let used = found.main || !(found.tests.is_empty() && found.benchmarks.is_empty() && found.fuzz.is_empty() && found.examples.is_empty());
        let _ = writeln!(head, "\t{} {import:?}", if used { &name } else { "_" });
        let lists = [(&found.tests, &mut tests), (&found.benchmarks, &mut benchmarks), (&found.fuzz, &mut fuzz)];
        for (functions, list) in lists {
            for f in functions {
                let _ = writeln!(list, "\t{{{f:?}, {name}.{f}}},");
            }
        }
        for (f, expected) in &found.examples {
            let _ = writeln!(examples, "\t{{{f:?}, {name}.{f}, {}, {}}},", go_string(&expected.text), expected.unordered);
        }
        if found.main {
            main = Some(name);
        }
    }
    let run = match main {
        Some(package) => format!("\t{package}.TestMain(m)\n\tos.Exit(testdeps.ExitCode)\n"),
        None => "\tos.Exit(m.Run())\n".to_string(),
    };
    format!(
        "{head})\n\n\
         var tests = []testing.InternalTest{{\n{tests}}}\n\n\
         var benchmarks = []testing.InternalBenchmark{{\n{benchmarks}}}\n\n\
         var fuzzTargets = []testing.InternalFuzzTarget{{\n{fuzz}}}\n\n\
         var examples = []testing.InternalExample{{\n{examples}}}\n\n\
         func init() {{ testdeps.ImportPath = {path:?} }}\n\n\
         func main() {{\n\tm := testing.MainStart(testdeps.TestDeps{{}}, tests, benchmarks, fuzzTargets, examples)\n{run}}}\n"
    )
}

/// A Go string literal.
fn go_string(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            c if (c as u32) < 0x20 || c as u32 == 0x7f => {
                let _ = write!(out, "\\x{:02x}", c as u32);
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::is_test;

    #[test]
    fn names_of_tests() {
        assert!(is_test("Test", "Test") && is_test("TestX", "Test") && is_test("Test_x", "Test") && is_test("Test1", "Test"));
        assert!(!is_test("Testify", "Test") && !is_test("Testü", "Test") && is_test("TestÜ", "Test") && !is_test("Tes", "Test"));
    }
}
