//! The verdicts of the escape analysis as `golift build -m` prints them: lines, reason chains, JSON.
//!
//! Only packages that are not embedded are shown; reason chains go through all.

use crate::error::json_string;
use crate::reconcile::SourceSite;
use golift_base::{Pos, SourceMap};
use golift_middle::escape::{SiteReport, leaks, site_reports};
use golift_middle::gcmodel::join::{Joined, ModelVerdicts};
use golift_ssa::{FlowStep, Module, SiteKind};

/// How verdicts are printed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct VerdictForm {
    /// 1 for decisions, 2 for reasons too.
    pub level: u8,
    /// One JSON object a site and line.
    pub json: bool,
}

/// Whether a position lies in a package of the program, not an embedded one.
pub(crate) fn shown(sources: &SourceMap, pos: Pos) -> bool {
    sources.file_of(pos).is_some_and(|f| !f.path.starts_with("$GOROOT"))
}

/// The lines of `-m` and `-m=2`.
pub(crate) fn lines(module: &Module, sources: &SourceMap, level: u8) -> String {
    let mut lines: Vec<(Pos, String)> = Vec::new();
    for report in site_reports(module, None) {
        let site = &module.sites[report.site];
        let Some(verdict) = report.verdict(module) else { continue };
        if !shown(sources, site.pos) {
            continue;
        }
        if level > 1 && report.heap {
            lines.push((site.pos, format!("{} escapes to heap in {}:", site.expr, site.func)));
            flow_lines(&report.flow, &report.reason, sources, |text| lines.push((site.pos, text)));
        }
        lines.push((site.pos, verdict));
        if report.zero_copy && site.expr.starts_with("([]byte)(") {
            lines.push((site.pos, String::from("zero-copy string->[]byte conversion")));
        }
    }
    if level > 1 {
        for leak in leaks(module).into_iter().filter(|l| shown(sources, l.pos)) {
            if !leak.flow.is_empty() {
                lines.push((leak.pos, format!("parameter {} leaks to {{heap}} in {}:", leak.name, module.funcs[leak.func].name)));
                flow_lines(&leak.flow, "", sources, |text| lines.push((leak.pos, text)));
            }
            lines.push((leak.pos, leak.text.clone()));
        }
    }
    // Chains stay together: the sort is stable, and a line that comes twice at a position comes with its chain.
    lines.sort_by_key(|(pos, _)| *pos);
    if level < 2 {
        lines.sort();
        lines.dedup();
    }
    let mut out = String::from("# command-line-arguments\n");
    for (pos, text) in lines {
        out.push_str(&format!("{}: {text}\n", sources.display(pos)));
    }
    out
}

fn flow_lines(flow: &[FlowStep], reason: &str, sources: &SourceMap, mut line: impl FnMut(String)) {
    if flow.is_empty() && !reason.is_empty() {
        line(format!("  {reason}"));
    }
    for step in flow {
        line(format!("  flow: {} ← {}:", step.to, step.from));
        line(format!("    from {}{}", step.why, place(step, sources)));
    }
}

/// ` at a.go:3:4, inlined at b.go:5:6`.
fn place(step: &FlowStep, sources: &SourceMap) -> String {
    let mut out = String::new();
    if step.pos.is_valid() {
        out.push_str(&format!(" at {}", sources.display(step.pos)));
    }
    for &pos in step.inlined.iter().filter(|p| p.is_valid()) {
        out.push_str(&format!(", inlined at {}", sources.display(pos)));
    }
    out
}

/// Every site of the source.
pub(crate) fn source_sites(module: &Module, sources: &SourceMap, model: Option<&ModelVerdicts>) -> Vec<SourceSite> {
    let of = |report: SiteReport| {
        let site = &module.sites[report.site];
        let plain = || match site.expr.as_str() {
            "" => format!("{} {}", kind_name(site.kind), if report.heap { "is on the heap" } else { "is not on the heap" }),
            expr => format!("{expr} {}", if report.heap { "escapes to heap" } else { "does not escape" }),
        };
        SourceSite {
            position: sources.display(site.pos),
            expr: site.expr.clone(),
            function: site.func.to_string(),
            kind: kind_name(site.kind),
            verdict: report.verdict(module).unwrap_or_else(plain),
            heap: report.heap,
            copies: report.copies,
            gone: report.gone,
            technique: report.technique.unwrap_or_default(),
            official_heap: match report.official {
                Joined::Heap => Some(true),
                Joined::Stack => Some(false),
                Joined::Unknown | Joined::None => None,
            },
            in_program: shown(sources, site.pos),
        }
    };
    site_reports(module, model).into_iter().map(of).collect()
}

/// One object a site and line: where it stands, what it is, what the official compiler and golift do with it and why.
pub(crate) fn json(module: &Module, sources: &SourceMap, model: &ModelVerdicts) -> String {
    let mut out = String::new();
    for report in site_reports(module, Some(model)) {
        if shown(sources, module.sites[report.site].pos) {
            out.push_str(&json_object(module, sources, &report));
            out.push('\n');
        }
    }
    out
}

fn json_object(module: &Module, sources: &SourceMap, report: &SiteReport) -> String {
    let site = &module.sites[report.site];
    let mut fields = vec![
        ("position", json_string(&sources.display(site.pos))),
        ("function", json_string(&site.func)),
        ("expression", json_string(&site.expr)),
        ("kind", json_string(kind_name(site.kind))),
    ];
    if let Some(layout) = site.layout.map(|l| &module.layouts[l]) {
        fields.push(("type", json_string(&layout.name)));
        fields.push(("size", layout.size.to_string()));
    }
    let official = match report.official {
        Joined::Heap => "\"heap\"",
        Joined::Stack => "\"stack\"",
        Joined::Unknown | Joined::None => "null",
    };
    fields.push(("official", official.to_string()));
    fields.push(("golift", json_string(if report.heap { "heap" } else { "stack" })));
    if let Some(verdict) = report.verdict(module) {
        fields.push(("verdict", json_string(&verdict)));
    }
    fields.push(("copies", format!("{{\"heap\":{},\"stack\":{}}}", report.copies.0, report.copies.1)));
    if let Some(technique) = report.technique {
        fields.push(("technique", json_string(technique)));
    }
    if report.heap {
        fields.push(("reason", json_string(&report.reason)));
        let steps: Vec<String> = report.flow.iter().map(|step| json_step(step, sources)).collect();
        fields.push(("flow", format!("[{}]", steps.join(","))));
    }
    json_fields(&fields)
}

fn json_step(step: &FlowStep, sources: &SourceMap) -> String {
    let mut fields = vec![("to", json_string(&step.to)), ("from", json_string(&step.from)), ("why", json_string(&step.why))];
    if step.pos.is_valid() {
        fields.push(("position", json_string(&sources.display(step.pos))));
    }
    fields.push(("function", json_string(&step.func)));
    if !step.inlined.is_empty() {
        let calls: Vec<String> = step.inlined.iter().map(|&p| json_string(&sources.display(p))).collect();
        fields.push(("inlined", format!("[{}]", calls.join(","))));
    }
    json_fields(&fields)
}

fn json_fields(fields: &[(&str, String)]) -> String {
    let fields: Vec<String> = fields.iter().map(|(name, value)| format!("\"{name}\":{value}")).collect();
    format!("{{{}}}", fields.join(","))
}

/// A site's sort of construct for programs that read reports.
fn kind_name(kind: SiteKind) -> &'static str {
    match kind {
        SiteKind::Var => "variable",
        SiteKind::Param => "parameter",
        SiteKind::New => "new",
        SiteKind::AddrLit => "address of literal",
        SiteKind::SliceLit => "slice literal",
        SiteKind::MapLit => "map literal",
        SiteKind::MakeSlice => "make slice",
        SiteKind::MakeMap => "make map",
        SiteKind::MakeChan => "make channel",
        SiteKind::Closure => "function literal",
        SiteKind::MethodValue => "method value",
        SiteKind::Box | SiteKind::BoxString | SiteKind::BoxSlice => "conversion to interface",
        SiteKind::Variadic => "variadic arguments",
        SiteKind::Append => "append",
        SiteKind::Concat => "concatenation",
        SiteKind::StringConv => "string conversion",
        SiteKind::MapGrow => "map growth",
        SiteKind::Go => "go statement",
        SiteKind::Defer => "defer statement",
        SiteKind::Runtime => "runtime",
        SiteKind::Temp => "temporary",
    }
}
