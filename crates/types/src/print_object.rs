//! Objects as text: declarations and package qualifiers as messages print them.

use crate::constant::Const;
use crate::object::{ObjId, ObjKind, VarKind};
use crate::types::{Signature, Type};
use crate::world::{PkgId, World};

impl World {
    /// A package's name as messages of `pkg` qualify with it: nothing for `pkg` itself, the quoted path where
    /// several packages share the name.
    pub fn qualifier(&self, of: PkgId, pkg: PkgId) -> String {
        if of == pkg {
            return String::new();
        }
        let p = self.package(of);
        let shared = self.packages.iter().any(|q| q.name == p.name && q.path != p.path);
        if shared { format!("\"{}\"", p.path) } else { p.name.to_string() }
    }

    /// The object as messages print it: `var x int`, `func f(x int)`, `type T struct{}`.
    pub fn object_string(&self, obj: ObjId, pkg: PkgId) -> String {
        let o = self.obj(obj);
        let mut name = o.name.to_string();
        if let (Some(p), Some(scope)) = (o.pkg, o.scope) {
            let q = self.qualifier(p, pkg);
            if !q.is_empty() && self.package(p).scope == scope {
                name = format!("{q}.{name}");
            }
        }
        let ty = || self.type_string(o.ty, pkg);
        match &o.kind {
            ObjKind::PkgName(p) => {
                let path = &self.package(*p).path;
                format!("package {name} (\"{path}\")")
            }
            ObjKind::Const(Const::Unknown) => format!("const {name} {}", ty()),
            ObjKind::Const(_) => format!("const {name} {}", ty()),
            ObjKind::TypeName => match *self.ty(o.ty) {
                Type::Named(n) => {
                    let under = self.type_string(self.named_data(n).underlying, pkg);
                    format!("type {} {under}", ty())
                }
                Type::Alias(n) => format!("type {name} = {}", self.type_string(self.named_data(n).underlying, pkg)),
                _ => format!("type {name}"),
            },
            ObjKind::Var(VarKind::Field | VarKind::Embedded) => format!("field {name} {}", ty()),
            ObjKind::Var(_) => format!("var {name} {}", ty()),
            ObjKind::Func(_) => {
                let recv = match self.ty(o.ty) {
                    Type::Signature(Signature { recv: Some(r), .. }) => format!("({}).", self.type_string(r.ty, pkg)),
                    _ => String::new(),
                };
                format!("func {recv}{name}{}", self.signature_string(o.ty, pkg))
            }
            ObjKind::Label => format!("label {name}"),
            ObjKind::Builtin(_) => format!("builtin {name}"),
            ObjKind::Nil => "nil".into(),
        }
    }
}
