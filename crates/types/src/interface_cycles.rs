//! Finds interface literals whose methods mention the literal itself, through embedded interfaces or further literals.
//! They have no finite text or run-time descriptor; the official compiler rejects them too.

use crate::check::Checker;
use crate::info::Mode;
use crate::types::{Type, TypeId};
use golift_base::Pos;
use golift_frontend::ast::{Expr, ExprKind};
use golift_frontend::walk::{Visitor, walk_file};

struct Literals<'w> {
    found: Vec<(Pos, TypeId)>,
    types: &'w [Option<crate::TypeAndValue>],
}

impl Visitor for Literals<'_> {
    fn expr(&mut self, e: &Expr) -> bool {
        if let ExprKind::InterfaceType(elems) = &e.kind
            && !elems.is_empty()
            && let Some(Some(tv)) = self.types.get(e.id.0 as usize)
            && tv.mode == Mode::Type
        {
            self.found.push((e.span.lo, tv.ty));
        }
        true
    }
}

impl<'a> Checker<'a> {
    /// Reports interface literals that refer to themselves.
    pub(crate) fn check_interface_cycles(&mut self) {
        let mut v = Literals { found: Vec::new(), types: &self.w.info.types };
        for file in self.files {
            walk_file(&mut v, file);
        }
        // A cycle is reported once, at its first literal.
        let mut reported: Vec<TypeId> = Vec::new();
        for (pos, ty) in v.found {
            let mut seen = Vec::new();
            if !reported.contains(&ty) && self.mentions_interface(ty, ty, true, &mut seen) {
                let msg = "invalid recursive type: anonymous interface refers to itself \
                           (see https://go.dev/issue/56103)";
                self.error("InvalidTypeCycle", pos, msg);
                reported.extend(seen);
            }
        }
    }

    fn mentions_interface(&self, ty: TypeId, wanted: TypeId, first: bool, seen: &mut Vec<TypeId>) -> bool {
        let ty = self.w.unalias(ty);
        if ty == wanted && !first {
            return true;
        }
        match self.w.ty(ty) {
            Type::Interface { embeds, .. } => {
                if seen.contains(&ty) {
                    return false;
                }
                seen.push(ty);
                let embedded = embeds.iter().map(|&(t, _)| self.w.under_id(t)).filter(|&t| self.w.is_interface(t));
                if embedded.into_iter().any(|t| self.mentions_interface(t, wanted, false, seen)) {
                    return true;
                }
                let set = self.w.type_set(ty);
                set.methods.iter().any(|m| self.mentions_interface(m.sig, wanted, false, seen))
            }
            Type::Pointer(t) | Type::Slice(t) | Type::Array(t, _) | Type::Chan(_, t) => {
                self.mentions_interface(*t, wanted, false, seen)
            }
            Type::Map(k, v) => {
                self.mentions_interface(*k, wanted, false, seen) || self.mentions_interface(*v, wanted, false, seen)
            }
            Type::Signature(sig) => {
                sig.params.iter().chain(&sig.results).any(|p| self.mentions_interface(p.ty, wanted, false, seen))
            }
            Type::Struct(fields) => fields.iter().any(|f| self.mentions_interface(f.ty, wanted, false, seen)),
            _ => false,
        }
    }
}
