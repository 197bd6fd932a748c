//! `golift tool compile` and `golift tool link`: one package at a time, as drivers written for `go tool compile` want it.
//!
//! Files → errors, or an archive (`archive.rs`) that later compilations import. The whole package is lowered and
//! compiled, so that everything that can be wrong with it is reported, although the code is made again at link time:
//! golift compiles whole programs.

use crate::archive::{ArchivedPackage, read_archive, write_archive};
use crate::compile::{check_assertions, model_lines, Options, Output, compile_loaded, package_input};
use crate::error::{Failure, Result, os_error};
use crate::load::{Loaded, LoadedPackage, load_archive, load_named_files};
use crate::output::write_object;
use crate::timing::Timings;
use crate::tool_imports::{ToolImports, ToolReport};
use golift_backend::BackendConfig;
use golift_base::{Diagnostics, SourceMap};
use golift_middle::MiddleConfig;
use golift_middle::gcmodel;
use golift_middle::lower::{LowerConfig, lower_program};
use golift_types::check::check_package;
use golift_types::{PkgId, World};
use indexmap::IndexMap;
use std::path::Path;

/// What to compile, and how.
#[derive(Clone, Debug)]
pub struct ToolCompile {
    /// The package's import path.
    pub path: String,
    /// Where the archive goes; `None` for nowhere.
    pub output: Option<String>,
    /// Every function must have a body.
    pub complete: bool,
    /// What to print of the official compiler's decisions.
    pub model: Option<gcmodel::Config>,
    /// The language version.
    pub go_version: (u32, u32),
    /// The package is part of the standard library.
    pub std: bool,
    /// Where imports are.
    pub imports: ToolImports,
    /// The files.
    pub files: Vec<String>,
}

/// Compiles a package; what `-m` prints is returned.
///
/// # Errors
/// The compiler's messages. The exit status is 1 for errors in the program, 2 for syntax errors and other failures, as
/// with the official tool.
pub fn tool_compile(what: &ToolCompile, options: &Options) -> Result<String> {
    let mut texts = Vec::new();
    for name in &what.files {
        let bytes = std::fs::read(name).map_err(|e| Failure { status: 2, ..Failure::new(format!("open {name}: {}", os_error(&e))) })?;
        texts.push((name.clone(), bytes));
    }
    let loaded = load_named_files(&what.path, texts, what.go_version, &what.imports, &options.context)?;
    let archived = archived(&loaded);
    let report = what.imports.report;
    let (world, main, sources) = check(loaded, what, report)?;
    let verdicts = what.model.map_or(String::new(), |config| model_lines(&world, &sources, main, "", config));
    compile(&world, main, &sources, what, options)?;
    if let Some(output) = &what.output {
        write_object(Path::new(output), &write_archive(&archived))?;
    }
    Ok(verdicts)
}

/// Links the command in an archive.
///
/// # Errors
/// What is wrong with the archive or the program.
pub fn tool_link(archive: &str, options: &Options) -> Result<Output> {
    let bytes = std::fs::read(archive).map_err(|e| Failure::new(format!("open {archive}: {}", os_error(&e))))?;
    let packages = read_archive(&bytes).map_err(|why| Failure::new(format!("{archive}: {why}")))?;
    compile_loaded(load_archive(packages, &options.context)?, options, Timings::default())
}

/// The packages that are not embedded, as they go into an archive.
fn archived(loaded: &Loaded) -> Vec<ArchivedPackage> {
    let own = loaded.packages.iter().filter(|p| !p.std);
    let text = |p: &LoadedPackage| {
        let files = p.files.iter().map(|f| loaded.sources.file(f.file));
        files.map(|f| (f.path.clone(), f.text.clone().into_bytes())).collect()
    };
    own.map(|p| {
        let mut imports: Vec<(String, String)> = p.resolved.iter().map(|(a, b)| (a.clone(), b.clone())).collect();
        imports.sort();
        ArchivedPackage { path: p.path.clone(), go_version: p.go_version, imports, files: text(p) }
    })
    .collect()
}

fn check(loaded: Loaded, what: &ToolCompile, report: ToolReport) -> Result<(World, PkgId, SourceMap)> {
    let Loaded { packages, sources, .. } = loaded;
    let mut world = World::new();
    let mut ids: IndexMap<String, PkgId> = IndexMap::new();
    let mut last = None;
    let count = packages.len();
    for (i, mut package) in packages.into_iter().enumerate() {
        let path = package.path.clone();
        let mut diags = std::mem::take(&mut package.syntax);
        if diags.iter().any(|d| d.code == "Syntax") {
            return Err(Failure { status: 2, ..Failure::new(report.render(&diags, &sources)) });
        }
        let partial = package.partial;
        let mut input = package_input(package, &ids);
        input.std |= what.std && i + 1 == count;
        let id = check_package(&mut world, input, &sources, &mut diags);
        if partial {
            // What was left out may have been all that used an import.
            diags.retain(|d| d.code != "UnusedImport");
        }
        // Without -complete a function without body is one that is written in assembly.
        if i + 1 < count || !what.complete {
            diags.retain(|d| d.code != "MissingBody");
        }
        if !diags.is_empty() {
            return Err(Failure::new(report.render(&diags, &sources)));
        }
        if i + 1 == count
            && let Some(pos) = world.info.embeds.iter().flat_map(|e| &e.directives).min()
        {
            let mut diags = Diagnostics::default();
            let text = "invalid go:embed: build system did not supply embed configuration";
            diags.error("BadEmbed", pos.offset(2), text);
            return Err(Failure::new(report.render(&diags, &sources)));
        }
        ids.insert(path, id);
        last = Some(id);
    }
    Ok((world, last.expect("the package itself was loaded"), sources))
}

fn compile(world: &World, main: PkgId, sources: &SourceMap, what: &ToolCompile, options: &Options) -> Result<()> {
    let lower = LowerConfig { whole_package: true, ..LowerConfig::default() };
    let report = what.imports.report;
    let mut module =
        lower_program(world, sources, main, &lower).map_err(|d| Failure::new(report.render(&d, sources)))?;
    let config = MiddleConfig {
        escape: options.escape,
        optimize: options.optimize,
        verify: cfg!(debug_assertions),
        ..MiddleConfig::default()
    };
    golift_middle::optimize(&mut module, &config);
    check_assertions(&module, sources).map_err(|d| Failure::new(report.render(&d, sources)))?;
    golift_backend::compile(&module, sources, &BackendConfig::default()).map_err(|e| Failure::new(format!("golift: {e}")))?;
    Ok(())
}
