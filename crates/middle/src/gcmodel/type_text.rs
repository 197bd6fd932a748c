//! Types as the reports print them: names of the current package bare, literals with blanks inside braces.

use crate::report_text::spaced;
use golift_types::{PkgId, Type, TypeId, World};

/// A type's text in package `pkg`.
pub fn type_text(w: &World, ty: TypeId, pkg: PkgId) -> String {
    spaced(&w.report_type_string(without_alias(w, ty), pkg))
}

/// The type that a declared alias stands for; the predeclared ones keep their names.
fn without_alias(w: &World, ty: TypeId) -> TypeId {
    match w.ty(ty) {
        Type::Alias(n) if w.obj(w.named_data(*n).obj).pkg.is_some() => without_alias(w, w.named_data(*n).underlying),
        _ => ty,
    }
}
