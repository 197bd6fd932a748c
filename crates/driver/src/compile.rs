//! The pipeline: packages → checked world → SSA → optimised and placed SSA → machine code.

use crate::code_cache;
use crate::constraint::BuildContext;
use crate::emit::{Emit, Stage};
use crate::error::{Failure, Report, Result};
use crate::load::{Loaded, LoadedPackage, load_program, load_standard_package};
use crate::reconcile::SourceSite;
use crate::std_sources::has_std_package;
use crate::timing::Timings;
use crate::verdicts::{self, VerdictForm};
use golift_backend::{Arch, BackendConfig, CompiledProgram, Cpu, OptLevel};
use golift_base::{Pos, Diagnostics, SourceMap, Symbol};
use golift_middle::lower::{LowerConfig, lower_program};
use golift_middle::gcmodel;
use golift_middle::noalloc::check_noalloc;
use golift_middle::{EscapePolicy, MiddleConfig};
use golift_ssa::Module;
use golift_types::check::{PackageInput, check_package};
use golift_types::{EmbedKind, EmbeddedFile, PkgId, World};
use indexmap::IndexMap;
use std::sync::Arc;

/// How to compile.
#[derive(Clone, Debug)]
pub struct Options {
    /// Where values may live.
    pub escape: EscapePolicy,
    /// Run the optimising passes and Cranelift's.
    pub optimize: bool,
    /// Count allocations for `-allocs`.
    pub count_allocs: bool,
    /// Write over frames that are left, to test the escape analysis.
    pub poison_frames: bool,
    /// Print a stage instead of making code.
    pub emit: Option<Emit>,
    /// Print the verdicts of the escape analysis.
    pub verdicts: Option<VerdictForm>,
    /// Which sites to list in [`Output::sites`].
    pub sites: SiteList,
    /// How many errors to print at most; 0 for all.
    pub error_limit: usize,
    /// How errors look.
    pub error_style: ErrorStyle,
    /// Code for this machine alone (just-in-time), or for any of its architecture.
    pub native: bool,
    /// The platform.
    pub context: BuildContext,
    /// Functions without body are errors only where they are reached.
    pub bodyless: bool,
    /// What to print of the official compiler's decisions.
    pub model: Option<gcmodel::Config>,
}

/// What is listed of sites.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum SiteList {
    /// Nothing.
    #[default]
    None,
    /// Verdicts, to compare with counts.
    Verdicts,
    /// The official compiler's beside golift's; nothing is compiled.
    WithOfficial,
}

/// How errors look.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum ErrorStyle {
    /// As the official compiler prints them, one a line.
    #[default]
    Plain,
    /// With the source line and carets.
    Pretty {
        /// Colours for a terminal.
        color: bool,
    },
}

impl ErrorStyle {
    fn render(self, diags: &Diagnostics, sources: &SourceMap, limit: usize) -> String {
        match self {
            ErrorStyle::Plain => diags.render(sources, limit),
            ErrorStyle::Pretty { color } => crate::pretty::render_pretty(diags, sources, limit, color),
        }
    }
}

impl Default for Options {
    fn default() -> Options {
        Options {
            escape: EscapePolicy::Full,
            optimize: true,
            count_allocs: false,
            poison_frames: false,
            emit: None,
            verdicts: None,
            sites: SiteList::None,
            error_limit: 10,
            error_style: ErrorStyle::Plain,
            native: false,
            context: BuildContext::host(),
            bodyless: false,
            model: None,
        }
    }
}

/// What a compilation gives.
pub struct Output {
    /// The code; `None` when `-emit` asked for an earlier stage.
    pub program: Option<CompiledProgram>,
    /// The import paths of the main packages among what was asked for.
    pub mains: Vec<String>,
    /// What `-emit` prints, for standard output.
    pub emitted: String,
    /// What `-m` prints, for standard error.
    pub verdicts: String,
    /// Phase times.
    pub timings: Timings,
    /// The sites that [`Options::sites`] asks for.
    pub sites: Vec<SourceSite>,
    /// The import paths of all packages that were asked for.
    pub roots: Vec<String>,
}

/// Compiles the program that the arguments name: `.go` files or one package.
///
/// # Errors
/// The messages of the go command and the compiler, ready to print.
pub fn compile_program(args: &[String], options: &Options) -> Result<Output> {
    let mut timings = Timings::default();
    // The audit of an embedded package is of all its functions.
    let whole = |path: &String| options.emit.as_ref().is_some_and(|e| e.stage == Stage::Audit) && has_std_package(path);
    let loaded = timings.time("load and parse", || match args {
        [path] if whole(path) => load_standard_package(path, &options.context),
        _ => load_program(args, &options.context),
    })?;
    compile_loaded(loaded, options, timings)
}

/// Compiles loaded packages.
pub(crate) fn compile_loaded(loaded: Loaded, options: &Options, mut timings: Timings) -> Result<Output> {
    let emit = options.emit.as_ref();
    let mains = loaded.mains();
    if options.context.run && mains.is_empty() {
        let path = loaded.roots.first().map_or("", String::as_str);
        return Err(Failure::new(format!("package {path} is not a main package")));
    }
    let loaded_roots = loaded.roots.clone();
    // A package that is no program is lowered when something is asked of its functions.
    let asked = options.verdicts.is_some() || options.sites == SiteList::WithOfficial || makes_promises(&loaded);
    let asked = emit.map_or(asked, |e| e.stage == Stage::Audit);
    let whole_package = loaded.roots.len() == 1 && mains.is_empty() && asked;
    let single = loaded.roots.len() == 1 && (mains.len() == 1 || whole_package);
    let done = |program, emitted: String, verdicts: String, sites: Vec<SourceSite>, timings| {
        Ok(Output { program, mains: mains.clone(), emitted, verdicts, timings, sites, roots: loaded_roots.clone() })
    };
    let stop = |emitted: String, timings| done(None, emitted, String::new(), Vec::new(), timings);
    if let Some(text) = emit.and_then(|e| e.syntax(&loaded)) {
        return stop(text, timings);
    }
    let (world, main, sources) = timings.time("check", || check_packages(loaded, options))?;
    if emit.is_some_and(|e| e.stage == Stage::Types) {
        let text = main.map(|m| golift_types::types_dump(&world, m, &sources)).unwrap_or_default();
        return stop(text, timings);
    }
    let mut verdict_lines = String::new();
    if let (Some(config), Some(target)) = (options.model, main) {
        let path = loaded_roots.first().map_or("", String::as_str);
        verdict_lines = timings.time("model", || model_lines(&world, &sources, target, path, config));
    }
    let (true, Some(main)) = (single, main) else {
        return done(None, String::new(), verdict_lines, Vec::new(), timings);
    };
    let model = (options.escape == EscapePolicy::Gc)
        .then(|| timings.time("model", || Arc::new(gcmodel::model_verdicts(&world, &sources, main))));
    let config = MiddleConfig {
        escape: options.escape,
        model,
        optimize: options.optimize,
        stop_after: emit.and_then(Emit::pass),
        explain: options.verdicts.is_some_and(|v| v.level > 1 || v.json),
        whole_package,
        verify: cfg!(debug_assertions),
    };
    let lower = LowerConfig { whole_package, ..LowerConfig::default() };
    let failed = |d: Diagnostics| render_errors(&d, &sources, options);
    let mut module = timings.time("lower", || lower_program(&world, &sources, main, &lower)).map_err(failed)?;
    let passes = timings.time("optimise and place", || golift_middle::optimize(&mut module, &config));
    for (name, time) in passes {
        timings.add(&format!("  {name}"), time);
    }
    if let Some(text) = emit.and_then(|e| e.ssa(&module, &sources)) {
        return stop(text, timings);
    }
    if options.optimize && options.escape == EscapePolicy::Full {
        check_assertions(&module, &sources).map_err(failed)?;
    }
    if emit.is_some_and(|e| e.stage == Stage::Audit) {
        let model = timings.time("model", || gcmodel::model_verdicts(&world, &sources, main));
        return stop(gcmodel::audit::audit(&module, &sources, &model).render(), timings);
    }
    let json = options.verdicts.is_some_and(|v| v.json);
    let official = (json || options.sites == SiteList::WithOfficial)
        .then(|| timings.time("model", || gcmodel::model_verdicts(&world, &sources, main)));
    let mut emitted = String::new();
    match options.verdicts {
        Some(VerdictForm { json: true, .. }) => {
            emitted = official.as_ref().map(|model| verdicts::json(&module, &sources, model)).unwrap_or_default();
        }
        Some(VerdictForm { level, .. }) => verdict_lines.push_str(&verdicts::lines(&module, &sources, level)),
        None => {}
    }
    let sites = match options.sites {
        SiteList::None => Vec::new(),
        _ => verdicts::source_sites(&module, &sources, official.as_ref()),
    };
    if whole_package || options.sites == SiteList::WithOfficial {
        return done(None, emitted, verdict_lines, sites, timings);
    }
    let mut backend = BackendConfig {
        arch: if options.context.goarch == "arm64" { Arch::Aarch64 } else { Arch::X86_64 },
        cpu: if options.native { Cpu::Host } else { Cpu::V1 },
        opt: if options.optimize { OptLevel::Speed } else { OptLevel::None },
        count_sites: options.count_allocs,
        poison_frames: options.poison_frames,
        ..BackendConfig::default()
    };
    if let Some(emit) = emit {
        emit.select_code(&mut backend);
    }
    let mut cache = code_cache::open(&options.context.goarch);
    let program = timings
        .time("codegen", || {
            let known = cache.as_mut().map(|c| &mut c.code);
            golift_backend::compile_with_cache(&module, &sources, &backend, known)
        })
        .map_err(|e| Failure::new(format!("golift: {e}")))?;
    if let Some(cache) = &cache {
        timings.time("update code cache", || cache.save());
    }
    if let Some(emit) = emit {
        return stop(emit.code(program), timings);
    }
    done(Some(program), emitted, verdict_lines, sites, timings)
}

/// Whether a package that was asked for has functions with `//golift:noalloc`.
fn makes_promises(loaded: &Loaded) -> bool {
    let asked = loaded.packages.iter().filter(|p| loaded.roots.contains(&p.path));
    asked.flat_map(|p| &p.files).flat_map(|f| &f.directives).any(|d| d.text.starts_with("golift:noalloc"))
}

/// Checks that functions with `//golift:noalloc` do not allocate.
pub(crate) fn check_assertions(module: &Module, sources: &SourceMap) -> std::result::Result<(), Diagnostics> {
    let mut diags = Diagnostics::default();
    for violation in check_noalloc(module, sources) {
        diags.error("NoAlloc", violation.pos, violation.message);
    }
    if diags.is_empty() { Ok(()) } else { Err(diags) }
}

/// Checks all packages. One that fails does not keep those that do not depend on it from being checked.
fn check_packages(loaded: Loaded, options: &Options) -> Result<(World, Option<PkgId>, SourceMap)> {
    let Loaded { packages, sources, roots } = loaded;
    let mut world = World::new();
    let mut ids: IndexMap<String, PkgId> = IndexMap::new();
    let mut main = None;
    let mut reports = Vec::new();
    for package in packages {
        let shown = package.path.clone();
        if package.imports.iter().any(|p| p != "unsafe" && !ids.contains_key(package.target(p))) {
            continue;
        }
        if let Some(line) = package.unbuildable {
            reports.push(Report::new(shown, line));
            continue;
        }
        let variant = package.variant.as_ref().map(|v| format!("{shown} [{v}]"));
        let title = variant.clone().unwrap_or_else(|| shown.clone());
        let report = |diags: &Diagnostics| Report::new(&title, format!("# {title}\n{}", options.error_style.render(diags, &sources, options.error_limit)));
        let mut package = package;
        let mut diags = std::mem::take(&mut package.syntax);
        if diags.iter().any(|d| d.code == "Syntax") {
            reports.push(report(&diags));
            continue;
        }
        // A program under test is a package like others.
        let is_main = variant.is_none() && package.files.first().is_some_and(|f| f.package.name.as_str() == "main");
        let partial = package.partial;
        let mut package = package;
        let embeds = std::mem::take(&mut package.embeds);
        let mut input = package_input(package, &ids);
        if is_main {
            input.path = "main".to_string();
        }
        let id = check_package(&mut world, input, &sources, &mut diags);
        if partial {
            // What was left out may have been all that used an import.
            diags.retain(|d| d.code != "UnusedImport");
        }
        if diags.is_empty() {
            fill_embedded(&mut world, embeds, &mut diags);
        }
        if options.bodyless {
            diags.retain(|d| d.code != "MissingBody");
        }
        if !diags.is_empty() {
            reports.push(report(&diags));
            continue;
        }
        if roots.contains(&shown) {
            let scope = &world.scopes[world.package(id).scope.0 as usize];
            if is_main && !scope.names.contains_key(&Symbol::new("main")) {
                // The official linker's words.
                let text = format!("# {shown}\nruntime.main_main·f: function main is undeclared in the main package");
                reports.push(Report::new(&shown, text));
            }
            main = Some(id);
        }
        ids.insert(shown, id);
    }
    if reports.is_empty() { Ok((world, main, sources)) } else { Err(Failure::of_packages(reports)) }
}

/// Checks an embedded package and what it imports, whatever a program may reach of them.
///
/// # Errors
/// As for [`compile_program`]; there are none in a sound installation.
pub fn check_standard_package(path: &str, context: &BuildContext) -> Result<()> {
    let loaded = load_standard_package(path, context)?;
    check_packages(loaded, &Options { error_limit: 0, ..Options::default() }).map(|_| ())
}

/// Gives the variables behind `//go:embed` directives their files.
fn fill_embedded(world: &mut World, found: Vec<(Pos, Vec<EmbeddedFile>)>, diags: &mut Diagnostics) {
    if found.is_empty() {
        return;
    }
    for var in world.info.embeds.clone() {
        let own = found.iter().filter(|(pos, _)| var.directives.contains(pos));
        let mut files: Vec<EmbeddedFile> = own.flat_map(|(_, files)| files.iter().cloned()).collect();
        files.sort_by(|a, b| a.name.cmp(&b.name));
        files.dedup();
        if files.is_empty() {
            continue;
        }
        if var.kind == EmbedKind::Files {
            files = file_tree(files);
        } else if files.len() > 1 {
            let o = world.obj(var.obj);
            let ty = o.pkg.map(|p| world.type_string(o.ty, p)).unwrap_or_default();
            diags.error("BadEmbed", o.pos, format!("invalid go:embed: multiple files for type {ty}"));
        }
        world.info.embedded.insert(var.obj, files);
    }
}

/// Files with the folders above them, in the order that package embed searches: by folder, then by name.
fn file_tree(files: Vec<EmbeddedFile>) -> Vec<EmbeddedFile> {
    let mut out: Vec<EmbeddedFile> = Vec::new();
    for file in files {
        for (i, _) in file.name.match_indices('/') {
            let name = file.name[..=i].to_string();
            if !out.iter().any(|f| f.name == name) {
                out.push(EmbeddedFile { name, data: Vec::new() });
            }
        }
        out.push(file);
    }
    out.sort_by(|a, b| {
        let split = |name: &str| {
            let name = name.trim_end_matches('/');
            let (dir, elem) = name.rsplit_once('/').unwrap_or((".", name));
            (dir.to_string(), elem.to_string())
        };
        split(&a.name).cmp(&split(&b.name))
    });
    out
}

/// What the checker needs of a package, given the checked packages by path.
pub(crate) fn package_input(package: LoadedPackage, checked: &IndexMap<String, PkgId>) -> PackageInput {
    PackageInput {
        imports: package.imports.iter().filter_map(|p| Some((p.clone(), *checked.get(package.target(p))?))).collect(),
        path: package.path,
        files: package.files,
        std: package.std,
        go_version: package.go_version,
    }
}

fn render_errors(diags: &Diagnostics, sources: &SourceMap, options: &Options) -> Failure {
    Failure::new(format!("# command-line-arguments\n{}", options.error_style.render(diags, sources, options.error_limit)))
}

/// What the official compiler would print about a package with `-m`.
pub(crate) fn model_lines(world: &World, sources: &SourceMap, target: PkgId, path: &str, config: gcmodel::Config) -> String {
    let report = gcmodel::report(world, sources, target, config);
    let mut out = String::new();
    if !report.lines.is_empty() && !path.is_empty() {
        out.push_str(&format!("# {path}\n"));
    }
    for line in report.lines {
        out.push_str(&line);
        out.push('\n');
    }
    out
}
