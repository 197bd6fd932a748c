//! `//go:linkname local remote`: a function without body, or a variable, that is another package's.
//!
//! World → what an object stands for. Only names of Go packages of the program are known; one that names nothing, or
//! something of another type, changes nothing, and a function stays without body.

use golift_base::Symbol;
use golift_frontend::ast::Decl;
use golift_types::{ObjId, ObjKind, World};
use rustc_hash::FxHashMap;

/// The objects that linknames of packages that are not embedded replace.
pub(super) fn linknames(w: &World) -> FxHashMap<ObjId, ObjId> {
    let mut links = FxHashMap::default();
    for package in w.packages.iter().filter(|p| !p.std) {
        for directive in package.files.iter().flat_map(|f| &f.directives) {
            let mut words = directive.text.split_whitespace();
            let (Some("go:linkname"), Some(local), Some(remote)) = (words.next(), words.next(), words.next()) else { continue };
            let Some(local) = w.lookup(package.scope, Symbol::new(local)) else { continue };
            let Some(remote) = symbol(w, remote).filter(|r| *r != local) else { continue };
            match (&w.obj(local).kind, &w.obj(remote).kind) {
                (ObjKind::Func(_), ObjKind::Func(_)) if w.identical(w.obj(local).ty, w.obj(remote).ty) => {
                    match (has_body(w, local), has_body(w, remote)) {
                        (false, _) => drop(links.insert(local, remote)),
                        (true, false) => drop(links.insert(remote, local)),
                        (true, true) => {}
                    }
                }
                (ObjKind::Var(_), ObjKind::Var(_)) if w.identical(w.obj(local).ty, w.obj(remote).ty) => {
                    links.insert(local, remote);
                }
                _ => {}
            }
        }
    }
    links
}

/// The object that `path.name` names.
fn symbol(w: &World, text: &str) -> Option<ObjId> {
    let slash = text.rfind('/').map_or(0, |i| i + 1);
    let dot = slash + text[slash..].find('.')?;
    let package = w.packages.iter().find(|p| p.path == text[..dot])?;
    w.lookup(package.scope, Symbol::new(&text[dot + 1..]))
}

fn has_body(w: &World, obj: ObjId) -> bool {
    let ObjKind::Func(Some(at)) = w.obj(obj).kind else { return false };
    match w.package(at.pkg).files[at.file as usize].decls.get(at.decl as usize) {
        Some(Decl::Func(d)) => d.body.is_some(),
        _ => false,
    }
}
