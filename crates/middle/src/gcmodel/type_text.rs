//! Types as the reports print them: names of the current package bare, literals with blanks inside braces.

use golift_types::{PkgId, Type, TypeId, World};

/// A type's text in package `pkg`.
pub fn type_text(w: &World, ty: TypeId, pkg: PkgId) -> String {
    spaced(&w.type_string(without_alias(w, ty), pkg))
}

/// The type that a declared alias stands for; the predeclared ones keep their names.
fn without_alias(w: &World, ty: TypeId) -> TypeId {
    match w.ty(ty) {
        Type::Alias(n) if w.obj(w.named_data(*n).obj).pkg.is_some() => without_alias(w, w.named_data(*n).underlying),
        _ => ty,
    }
}

/// Struct and interface literals with blanks: `struct { x int; y int }`, `struct {}`.
fn spaced(text: &str) -> String {
    if !text.contains("struct{") && !text.contains("interface{") {
        return text.to_owned();
    }
    let mut out = String::new();
    let mut chars = text.chars().peekable();
    let mut open = Vec::new();
    while let Some(c) = chars.next() {
        match c {
            '{' => {
                let full = chars.peek() != Some(&'}');
                open.push(full);
                out.push_str(if full { " { " } else { " {" });
            }
            '}' => out.push_str(if open.pop() == Some(true) { " }" } else { "}" }),
            c => out.push(c),
        }
    }
    out
}
