//! `golift test`: the packages that arguments name, as programs that run their tests.

use crate::compile::{Options, compile_loaded};
use crate::error::{Report, Result};
use crate::load::{Loaded, TestRoot, Tested, find_tests, load_tested};
use crate::timing::Timings;
use golift_backend::CompiledProgram;
use std::path::PathBuf;

/// How many loaded programs are kept from the first look at all packages; the others are loaded again.
const KEPT: usize = 8;

/// One package under test.
pub struct TestPackage {
    /// The import path.
    pub path: String,
    /// What there is to do.
    pub kind: TestKind,
}

/// What there is to do for a package under test.
pub enum TestKind {
    /// Nothing: it has no test files.
    NoTestFiles,
    /// To say why it cannot be loaded.
    SetupFailed(Report),
    /// To compile and run a program.
    Program(Box<TestProgram>),
}

/// A test program that can be compiled.
pub struct TestProgram {
    /// The directory of the package, where the tests run.
    pub dir: PathBuf,
    root: TestRoot,
    loaded: Option<Box<Loaded>>,
}

/// Finds and loads the packages.
///
/// # Errors
/// What the go command reports of no package: no module, unreadable files, bad mixtures of arguments.
pub fn test_packages(args: &[String], options: &Options) -> Result<Vec<TestPackage>> {
    let mut out = Vec::new();
    let mut kept = 0;
    for root in find_tests(args, &options.context)? {
        let path = root.path.clone();
        let kind = match load_tested(&root, &options.context)? {
            Tested::Nothing => TestKind::NoTestFiles,
            Tested::Bad(report) => TestKind::SetupFailed(report),
            Tested::Program(loaded, dir) => {
                kept += 1;
                TestKind::Program(Box::new(TestProgram { dir, root, loaded: (kept <= KEPT).then_some(loaded) }))
            }
        };
        out.push(TestPackage { path, kind });
    }
    Ok(out)
}

impl TestProgram {
    /// Compiles the program; it may be done again with other options.
    ///
    /// # Errors
    /// The compiler's messages.
    pub fn compile(&mut self, options: &Options) -> Result<CompiledProgram> {
        let loaded = match self.loaded.take() {
            Some(loaded) => loaded,
            None => match load_tested(&self.root, &options.context)? {
                Tested::Program(loaded, _) => loaded,
                Tested::Bad(report) => return Err(crate::error::Failure::of_packages(vec![report])),
                Tested::Nothing => return Err(crate::error::Failure::new(format!("{}: test files have gone", self.root.path))),
            },
        };
        let output = compile_loaded(*loaded, options, Timings::default())?;
        output.program.ok_or_else(|| crate::error::Failure::new(format!("{}: no program", self.root.path)))
    }
}
