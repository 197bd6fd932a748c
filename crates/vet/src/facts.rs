//! What the checks ask about expressions: types, constants, and which function a call calls.

use crate::Finding;
use golift_base::{Pos, SourceMap, Symbol};
use golift_frontend::ast::{Expr, ExprKind, File, NodeId};
use golift_frontend::unparen;
use golift_types::{Const, Mode, ObjId, ObjKind, PkgId, Signature, Type, TypeAndValue, TypeId, World};
use std::sync::Arc;

/// The package that is looked at, and what was found.
pub(crate) struct Facts<'w> {
    pub(crate) w: &'w World,
    pub(crate) sources: &'w SourceMap,
    pub(crate) pkg: PkgId,
    pub(crate) findings: Vec<Finding>,
}

/// A function or method that is called by name.
#[derive(Clone, Debug)]
pub(crate) struct Callee {
    /// The function's object.
    pub(crate) obj: ObjId,
    /// The import path of its package; empty for methods of universe types.
    pub(crate) path: String,
    /// Its name.
    pub(crate) name: String,
    /// The receiver's type as messages print it, for methods: `*log.Logger`.
    pub(crate) recv: Option<String>,
}

impl Callee {
    /// `fmt.Println`, `(*log.Logger).Printf`.
    pub(crate) fn full_name(&self) -> String {
        match &self.recv {
            Some(recv) => format!("({recv}).{}", self.name),
            None => format!("{}.{}", self.path, self.name),
        }
    }
}

impl<'w> Facts<'w> {
    pub(crate) fn new(w: &'w World, sources: &'w SourceMap, pkg: PkgId) -> Facts<'w> {
        Facts { w, sources, pkg, findings: Vec::new() }
    }

    /// The package's files.
    pub(crate) fn files(&self) -> Vec<Arc<File>> {
        self.w.package(self.pkg).files.clone()
    }

    /// Notes a finding.
    pub(crate) fn report(&mut self, pos: Pos, message: String) {
        self.findings.push(Finding { pos, message });
    }

    /// What the checker recorded for an expression.
    pub(crate) fn fact(&self, e: &Expr) -> Option<&'w TypeAndValue> {
        self.w.info.types.get(e.id.0 as usize)?.as_ref()
    }

    /// An expression's type.
    pub(crate) fn ty(&self, e: &Expr) -> Option<TypeId> {
        self.fact(e).map(|t| t.ty).filter(|&t| !self.w.is_invalid(t))
    }

    /// An expression's constant value.
    pub(crate) fn value(&self, e: &Expr) -> Option<&'w Const> {
        self.fact(e)?.value.as_ref()
    }

    /// The text of a constant string.
    pub(crate) fn string_constant(&self, e: &Expr) -> Option<String> {
        match self.value(e)? {
            Const::String(bytes) => Some(String::from_utf8_lossy(bytes).into_owned()),
            _ => None,
        }
    }

    /// Whether an expression is a type.
    pub(crate) fn is_type(&self, e: &Expr) -> bool {
        self.fact(e).is_some_and(|t| t.mode == Mode::Type)
    }

    /// The object that a name refers to or declares.
    pub(crate) fn object(&self, id: NodeId) -> Option<ObjId> {
        let at = |list: &[Option<ObjId>]| list.get(id.0 as usize).copied().flatten();
        at(&self.w.info.uses).or_else(|| at(&self.w.info.defs))
    }

    /// The object of a name or qualified name.
    pub(crate) fn named_object(&self, e: &Expr) -> Option<ObjId> {
        match &unparen(e).kind {
            ExprKind::Name(_) => self.object(unparen(e).id),
            ExprKind::Selector(_, sel) => match self.w.info.selections.get(&unparen(e).id) {
                Some(s) => Some(s.obj),
                None => self.object(sel.id),
            },
            ExprKind::Index { x, .. } => self.named_object(x),
            _ => None,
        }
    }

    /// The function or method that a call names.
    pub(crate) fn callee(&self, fun: &Expr) -> Option<Callee> {
        let obj = self.named_object(fun)?;
        let o = self.w.obj(obj);
        if !matches!(o.kind, ObjKind::Func(_)) {
            return None;
        }
        let recv = match &unparen(fun).kind {
            ExprKind::Selector(..) => {
                let selection = self.w.info.selections.get(&unparen(fun).id);
                selection.map(|s| self.receiver(obj).unwrap_or(s.recv)).map(|t| self.type_text(t))
            }
            _ => None,
        };
        let path = o.pkg.map_or(String::new(), |p| self.w.package(p).path.clone());
        Some(Callee { obj, path, name: o.name.to_string(), recv })
    }

    /// The declared receiver's type of a method.
    fn receiver(&self, obj: ObjId) -> Option<TypeId> {
        match self.w.ty(self.w.obj(obj).ty) {
            Type::Signature(sig) => sig.recv.as_ref().map(|r| r.ty),
            _ => None,
        }
    }

    /// The signature of a value of function type.
    pub(crate) fn signature(&self, e: &Expr) -> Option<&'w Signature> {
        let ty = self.ty(e)?;
        match self.w.under(ty) {
            Type::Signature(sig) => Some(sig),
            _ => None,
        }
    }

    /// A type with all names qualified by import path.
    pub(crate) fn type_text(&self, ty: TypeId) -> String {
        self.w.path_type_string(ty)
    }

    /// The method of this name in the type's method set: its signature.
    pub(crate) fn method(&self, ty: TypeId, name: &str) -> Option<&'w Signature> {
        let name = Symbol::new(name);
        let entry = self.w.method_set(ty).into_iter().find(|m| m.name == name)?;
        match self.w.ty(entry.sig) {
            Type::Signature(sig) => Some(sig),
            _ => None,
        }
    }

    /// The line of a position.
    pub(crate) fn line(&self, pos: Pos) -> u32 {
        self.sources.file_of(pos).map_or(0, |f| f.line_col(pos).line)
    }

    /// An expression as it is written, on one line.
    pub(crate) fn text(&self, e: &Expr) -> String {
        let Some(file) = self.sources.file_of(e.span.lo) else { return String::new() };
        let range = (e.span.lo.0 - file.base.0) as usize..(e.span.hi.0 - file.base.0) as usize;
        let text = file.text.get(range).unwrap_or("");
        if !text.contains('\n') {
            return text.to_string();
        }
        text.lines().map(str::trim).collect::<Vec<_>>().join(" ")
    }

    /// Whether evaluating an expression may do anything but compute a value: calls other than conversions, receives.
    pub(crate) fn has_effects(&self, e: &Expr) -> bool {
        struct Effects<'x, 'w>(&'x Facts<'w>, bool);
        impl golift_frontend::walk::Visitor for Effects<'_, '_> {
            fn expr(&mut self, e: &Expr) -> bool {
                match &e.kind {
                    ExprKind::Call { fun, .. } if !self.0.is_type(fun) => self.1 = true,
                    ExprKind::Unary(golift_frontend::ast::UnaryOp::Recv, _) => self.1 = true,
                    ExprKind::FuncLit(_) => return false,
                    _ => {}
                }
                !self.1
            }
        }
        let mut v = Effects(self, false);
        golift_frontend::walk::walk_expr(&mut v, e);
        v.1
    }
}
