//! What the official compiler finds out when it lays out stack frames, and about `//go:linkname`.
//!
//! Only looked at in packages without other errors. Frames have a limit of 1 GB; large variables live on the heap,
//! so what exceeds it are arguments and results, and literals of slices and arrays.

use crate::check::Checker;
use crate::decl::DeclKind;
use crate::object::ObjKind;
use crate::types::Type;
use golift_base::{Pos, Symbol};
use rustc_hash::FxHashSet;

/// The largest stack frame.
const MAX_FRAME: u64 = 1 << 30;

impl<'a> Checker<'a> {
    /// Notes a literal whose array takes `count` elements, if no frame could hold it.
    pub(crate) fn note_literal(&mut self, count: u64, elem: crate::TypeId) {
        if self.env.sig.is_none() || count < 1 << 16 || self.w.is_parameterized(elem) {
            return;
        }
        let size = self.w.size_of(elem).saturating_mul(count);
        // Those a little larger may be on the heap, or dropped.
        if size > 2 * MAX_FRAME
            && let Some(DeclKind::Func(decl)) = self.env.decl.and_then(|d| self.decls.get(&d)).map(|d| &d.kind)
        {
            self.huge_literals.push((decl.span.lo.offset(5), size));
        }
    }

    /// Reports functions whose frames would be too large.
    pub(crate) fn check_frames(&mut self) {
        let mut found: Vec<(Pos, u64, u64)> =
            std::mem::take(&mut self.huge_literals).into_iter().map(|(pos, size)| (pos, size, 0)).collect();
        for &obj in &self.decl_order {
            let Some(DeclKind::Func(decl)) = self.decls.get(&obj).map(|d| &d.kind) else { continue };
            let Type::Signature(sig) = self.w.ty(self.w.obj(obj).ty) else { continue };
            if decl.body.is_none() || !sig.tparams.is_empty() || !sig.recv_tparams.is_empty() {
                continue;
            }
            let all = sig.recv.iter().chain(&sig.params).chain(&sig.results);
            let size = all.fold(0u64, |n, p| n.saturating_add(self.w.size_of(p.ty)));
            if size > MAX_FRAME {
                found.push((decl.span.lo.offset(5), 0, size));
            }
        }
        for (pos, locals, args) in found {
            let msg = format!("stack frame too large (>1GB): {} MB locals + {} MB args", locals >> 20, args >> 20);
            self.error("FrameTooLarge", pos, msg);
        }
    }

    /// Reports linknames of what is not declared, or is named twice.
    pub(crate) fn check_linknames(&mut self) {
        // Before Go 1.18 the others were taken to say nothing.
        if self.std || self.w.package(self.pkg).go_version < (1, 18) {
            return;
        }
        let mut named: FxHashSet<Symbol> = FxHashSet::default();
        for d in self.files.iter().flat_map(|f| &f.directives) {
            let mut words = d.text.split_whitespace();
            if words.next() != Some("go:linkname") {
                continue;
            }
            let Some(name) = words.next().map(Symbol::new) else { continue };
            let object = self.w.lookup(self.pkg_scope, name);
            let known = object.is_some_and(|o| matches!(self.w.obj(o).kind, ObjKind::Func(_) | ObjKind::Var(_)));
            if !known {
                let msg = "//go:linkname must refer to declared function or variable";
                self.error("BadLinkname", d.pos.offset(2), msg);
            } else if !named.insert(name) {
                self.error("BadLinkname", d.pos.offset(2), format!("duplicate //go:linkname for {name}"));
            }
        }
    }
}
