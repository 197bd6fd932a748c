//! `golift vet`: packages are loaded and checked, and those that were asked for are looked at.

use crate::compile::package_input;
use crate::constraint::BuildContext;
use crate::error::{Failure, Report, Result};
use crate::load::{Loaded, load_packages};
use golift_base::SourceMap;
use golift_types::check::check_package;
use golift_types::{PkgId, World};
use golift_vet::vet_package;
use indexmap::IndexMap;

/// Looks at the packages that the arguments name; gives the lines to print, one a finding.
///
/// # Errors
/// The go command's messages for packages that cannot be loaded, and `vet: ` with the first error of those that
/// do not compile, after the findings in the others.
pub fn vet_packages(args: &[String], context: &BuildContext) -> Result<String> {
    let Loaded { packages, roots, sources } = load_packages(args, context)?;
    let mut world = World::new();
    let mut checked: IndexMap<String, PkgId> = IndexMap::new();
    let mut lines = String::new();
    let mut broken = Vec::new();
    for mut package in packages {
        let path = package.path.clone();
        if package.unbuildable.is_some() || package.imports.iter().any(|p| p != "unsafe" && !checked.contains_key(package.target(p))) {
            continue;
        }
        let mut diags = std::mem::take(&mut package.syntax);
        let stop = diags.iter().any(|d| d.code == "Syntax");
        let partial = package.partial;
        let asked = roots.contains(&path) && !package.std;
        let mut id = None;
        if !stop {
            id = Some(check_package(&mut world, package_input(package, &checked), &sources, &mut diags));
        }
        if partial {
            diags.retain(|d| d.code != "UnusedImport");
        }
        diags.retain(|d| d.code != "MissingBody");
        let mut errors: Vec<_> = diags.iter().collect();
        errors.sort_by_key(|d| d.pos);
        match (id, errors.first()) {
            (Some(id), None) => {
                if asked {
                    lines.push_str(&findings(&world, &sources, id));
                }
                checked.insert(path, id);
            }
            (_, Some(first)) => {
                let at = sources.display(first.pos);
                let message = first.message.split('\n').next().unwrap_or_default();
                broken.push(Report::new(&path, format!("# {path}\n# [{path}]\nvet: {at}: {message}")));
            }
            (None, None) => {}
        }
    }
    if broken.is_empty() {
        return Ok(lines);
    }
    let mut failure = Failure::of_packages(broken);
    failure.message.insert_str(0, &lines);
    Err(failure)
}

fn findings(world: &World, sources: &SourceMap, pkg: PkgId) -> String {
    let mut out = String::new();
    for f in vet_package(world, sources, pkg) {
        let at = sources.display(f.pos);
        out.push_str(&format!("{}: {}\n", at.strip_prefix("./").unwrap_or(&at), f.message));
    }
    out
}
