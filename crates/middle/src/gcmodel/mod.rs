//! What the official compiler would decide about inlining and escape, and print with `-m` and `-m=2`.
//!
//! Input: the checked program. Output: the lines about one package, and a verdict for every allocation site in it.
//! Steps: the tree is [built](build), calls are [inlined](inline) within the official cost model, loop variables are
//! separated, dead locals dropped, then the [escape analysis](escape) runs bottom-up over the call graph. Imported
//! packages go through the same steps silently, for their tags and inlinable bodies.
//! It models; it decides nothing about the code that is generated.

pub mod audit;
pub mod bounds;
pub mod build;
pub mod call_graph;
pub mod dead_locals;
pub mod escape;
pub mod inline;
pub mod ir;
pub mod join;
pub mod leaks;
pub mod loop_vars;
pub mod print;
pub mod program;
pub mod static_init;
pub mod static_value;
pub mod std_facts;
pub mod type_text;

use build::Builder;
use escape::{Messages, Verdict};
use golift_base::SourceMap;
use golift_types::{PkgId, World};
use join::ModelVerdicts;

/// What to print.
#[derive(Clone, Copy, Debug)]
pub struct Config {
    /// 0 for nothing, 1 for decisions, 2 for reasons and inlining costs too.
    pub level: u8,
    /// Whether calls are inlined.
    pub inline: bool,
    /// Whether positions have columns.
    pub columns: bool,
}

/// The result for a package.
#[derive(Debug, Default)]
pub struct Report {
    /// The lines in order, `position: text`.
    pub lines: Vec<String>,
    /// The decisions about allocation sites.
    pub verdicts: Vec<Verdict>,
}

/// Analyses package `target` after all packages that stand before it.
pub fn report(world: &World, sources: &SourceMap, target: PkgId, config: Config) -> Report {
    let mut report = Report::default();
    analyze_packages(world, sources, target, config, |_, pkg, lines, verdicts| {
        if pkg == target {
            report.lines = lines;
            report.verdicts = verdicts;
        }
    });
    report
}

/// The verdicts of `target` and all packages that stand before it, to be looked up by place.
pub fn model_verdicts(world: &World, sources: &SourceMap, target: PkgId) -> ModelVerdicts {
    let mut all = ModelVerdicts::default();
    let config = Config { level: 0, inline: true, columns: true };
    analyze_packages(world, sources, target, config, |p, _, _, verdicts| all.add(p, &verdicts));
    all
}

/// Analyses the packages in order; `done` gets each one's lines and verdicts.
fn analyze_packages(
    world: &World,
    sources: &SourceMap,
    target: PkgId,
    config: Config,
    mut done: impl FnMut(&ir::Program, PkgId, Vec<String>, Vec<Verdict>),
) {
    let mut builder = Builder::new(world);
    for i in 0..=target.0 {
        let pkg = PkgId(i);
        let shown = pkg == target;
        let mut package = builder.package(pkg, shown);
        let level = if shown { config.level } else { 0 };
        let mut out = Messages { sources, level, columns: config.columns, lines: Vec::new() };
        let mut verdicts = Vec::new();
        if level > 0 {
            builder.remarks.iter().for_each(|&pos| out.say(pos, "imprecise interface call"));
        }
        inline::run(world, &mut builder.p, pkg, &package.funcs, &mut out, config.inline || !shown, target);
        if shown {
            let wrappers = builder.wrappers();
            inline::run(world, &mut builder.p, pkg, &wrappers, &mut out, config.inline, target);
            package.funcs.extend(wrappers);
        }
        let p = &mut builder.p;
        if let Some(init) = package.init {
            static_init::drop_static(world, p, init);
        }
        let funcs = call_graph::with_literals(p, &package.funcs);
        for &f in &package.funcs {
            loop_vars::separate_loop_variables(p, f);
        }
        for &f in &package.funcs {
            // Literals that go with their variables are analysed all the same.
            let mut todo = vec![f];
            while let Some(f) = todo.pop() {
                todo.extend(dead_locals::drop_dead_locals(p, f));
            }
        }
        for batch in call_graph::bottom_up(p, &funcs) {
            escape::analyze(world, p, pkg, &batch, &mut out, &mut verdicts);
        }
        if shown {
            bounds::report(world, p, &funcs, &mut out);
        }
        done(p, pkg, out.lines, verdicts);
    }
}
