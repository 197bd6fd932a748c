//! Struct and interface types (spec, Struct types; Interface types).

use crate::check::Checker;
use golift_frontend::unparen;
use crate::object::{ObjId, ObjKind, VarKind};
use crate::types::{Basic, InterfaceMethod, StructField, Type, TypeId, UnionTerm};
use golift_base::{Pos, Symbol};
use golift_frontend::ast::{BinaryOp, Expr, ExprKind, Field, Ident, InterfaceElem, UnaryOp};
use rustc_hash::FxHashMap;

/// How many terms a union may have, as in the official compiler.
const MAX_TERMS: usize = 100;

impl<'a> Checker<'a> {
    /// Checks a struct type.
    pub(crate) fn struct_type(&mut self, list: &'a [Field]) -> TypeId {
        let mut fields: Vec<StructField> = Vec::new();
        let mut seen: FxHashMap<Symbol, ObjId> = FxHashMap::default();
        for f in list {
            let ty = self.var_type(&f.ty);
            let tag = f.tag.clone().unwrap_or_default();
            if f.embedded {
                let pos = f.ty.span.lo;
                let Some(name) = embedded_name(&f.ty) else {
                    continue;
                };
                let obj = self.new_var(VarKind::Embedded, name.0, name.1, ty);
                self.record_implicit(f.id, obj);
                if self.declare_in_set(&mut seen, obj, name.1) {
                    fields.push(StructField { obj, name: name.0, ty, embedded: true, tag });
                }
                self.later(move |c| c.check_embedded(pos, ty));
                continue;
            }
            for name in &f.names {
                let obj = self.new_var(VarKind::Field, name.name, name.span.lo, ty);
                self.record_def(name.id, obj);
                if name.name.is_blank() || self.declare_in_set(&mut seen, obj, name.span.lo) {
                    fields.push(StructField { obj, name: name.name, ty, embedded: false, tag: tag.clone() });
                }
            }
        }
        self.w.new_type(Type::Struct(fields))
    }

    fn declare_in_set(&mut self, seen: &mut FxHashMap<Symbol, ObjId>, obj: ObjId, pos: Pos) -> bool {
        let name = self.w.obj(obj).name;
        if let Some(&alt) = seen.get(&name) {
            let other = self.other_decl(alt);
            self.error("DuplicateDecl", pos, format!("{name} redeclared{other}"));
            return false;
        }
        seen.insert(name, obj);
        true
    }

    fn check_embedded(&mut self, pos: Pos, ty: TypeId) {
        let (base, is_ptr) = match *self.w.ty(self.w.unalias(ty)) {
            Type::Pointer(b) => (b, true),
            _ => (ty, false),
        };
        if self.w.is_invalid(base) {
            return;
        }
        if self.w.is_type_param(base) {
            self.error(
                "MisplacedTypeParam",
                pos,
                "embedded field type cannot be a (pointer to a) type parameter",
            );
            return;
        }
        match self.w.under(base) {
            Type::Basic(Basic::UnsafePointer) => {
                self.error("InvalidPtrEmbed", pos, "embedded field type cannot be unsafe.Pointer");
            }
            Type::Pointer(_) => self.error("InvalidPtrEmbed", pos, "embedded field type cannot be a pointer"),
            Type::Interface { .. } if is_ptr => {
                self.error("InvalidPtrEmbed", pos, "embedded field type cannot be a pointer to an interface");
            }
            _ => {}
        }
    }

    /// Checks an interface type.
    pub(crate) fn interface_type(&mut self, e: &'a Expr, elems: &'a [InterfaceElem]) -> TypeId {
        let mut methods: Vec<InterfaceMethod> = Vec::new();
        let mut embeds: Vec<(TypeId, Pos)> = Vec::new();
        for elem in elems {
            match elem {
                InterfaceElem::Method(name, ty) => {
                    if name.name.is_blank() {
                        self.error(
                            "BlankIfaceMethod",
                            name.span.lo,
                            "methods must have a unique non-blank name",
                        );
                        continue;
                    }
                    let (sig, _) = self.func_type(ty, None);
                    let obj = self.new_obj(ObjKind::Func(None), name.name, name.span.lo, sig);
                    self.record_def(name.id, obj);
                    methods.push(InterfaceMethod { obj, name: name.name, sig });
                }
                InterfaceElem::Embed(x) => {
                    let ty = self.union_type(x);
                    embeds.push((ty, x.span.lo));
                }
            }
        }
        let ty = self.w.new_type(Type::Interface { methods, embeds, implicit: false });
        if !elems.is_empty() {
            self.later(move |c| c.check_interface(e, ty));
        }
        ty
    }

    /// Reports methods that are declared twice, and embedded types that may not stand there.
    fn check_interface(&mut self, _e: &'a Expr, ty: TypeId) {
        let Type::Interface { methods, embeds, .. } = self.w.ty(ty).clone() else { return };
        let mut seen: Vec<(ObjId, TypeId, Pos)> = Vec::new();
        for m in &methods {
            let pos = self.w.obj(m.obj).pos;
            if let Some(&(_, _, other)) = seen.iter().find(|s| self.w.same_id(s.0, m.obj)) {
                let other = self.pos_str(other);
                let msg =
                    format!("duplicate method {}\n\t{other}: other declaration of method {}", m.name, m.name);
                self.error("DuplicateDecl", pos, msg);
                continue;
            }
            seen.push((m.obj, m.sig, pos));
        }
        for (ety, pos) in embeds {
            if !self.allows(pos, 18) && !self.embed_version(ety, pos) {
                self.drop_embedded(ty, pos);
            }
            if !self.w.is_interface(ety) || self.w.is_type_param(ety) {
                continue;
            }
            let set = self.w.type_set(self.w.under_id(ety));
            for m in &set.methods {
                match seen.iter().find(|s| self.w.same_id(s.0, m.obj)) {
                    Some(&(obj, sig, other)) => {
                        if !self.allows(pos, 14) || obj != m.obj && !self.w.identical(sig, m.sig) {
                            let other = self.pos_str(other);
                            let msg = format!(
                                "duplicate method {}\n\t{other}: other declaration of method {}",
                                m.name, m.name
                            );
                            self.error("DuplicateDecl", pos, msg);
                        }
                    }
                    None => seen.push((m.obj, m.sig, pos)),
                }
            }
        }
    }

    /// Before type parameters only interfaces with methods could be embedded.
    fn embed_version(&mut self, ty: TypeId, pos: Pos) -> bool {
        let text = self.tstr(ty);
        let what = match self.w.under(ty) {
            Type::Basic(Basic::Invalid) => return true,
            Type::Union(_) => "interface element",
            Type::Interface { .. } if self.w.type_set(self.w.under_id(ty)).is_method_set() => return true,
            Type::Interface { .. } => "constraint interface",
            _ => "non-interface type",
        };
        self.require(pos, 18, |_| format!("embedding {what} {text}"))
    }

    /// Takes an embedded element that was reported out of an interface.
    fn drop_embedded(&mut self, iface: TypeId, pos: Pos) {
        if let Type::Interface { embeds, .. } = &mut self.w.types[iface.0 as usize] {
            embeds.retain(|e| e.1 != pos);
        }
        self.w.forget_type_set(iface);
    }

    /// Checks an embedded interface element: a type or a union of terms.
    pub(crate) fn union_type(&mut self, e: &'a Expr) -> TypeId {
        let mut parts = Vec::new();
        let mut cur = e;
        while let ExprKind::Binary { op: BinaryOp::Or, x, y, .. } = &cur.kind {
            parts.push(&**y);
            cur = x;
        }
        parts.push(cur);
        parts.reverse();
        let tilde = matches!(cur.kind, ExprKind::Unary(UnaryOp::Tilde, _));
        if parts.len() == 1 && !tilde {
            let ty = self.typ(e);
            if self.w.is_type_param(ty) {
                self.error("MisplacedTypeParam", e.span.lo, "term cannot be a type parameter");
                return Self::INVALID;
            }
            return ty;
        }
        let mut terms: Vec<UnionTerm> = Vec::new();
        let mut places: Vec<&'a Expr> = Vec::new();
        for part in parts {
            let (tilde, te) = match &part.kind {
                ExprKind::Unary(UnaryOp::Tilde, t) => (true, &**t),
                _ => (false, part),
            };
            let ty = self.typ(te);
            if self.w.is_type_param(ty) {
                let t = golift_frontend::expr_string(te);
                let msg = if tilde {
                    format!("type in term ~{t} cannot be a type parameter")
                } else {
                    "term cannot be a type parameter".into()
                };
                self.error("MisplacedTypeParam", te.span.lo, msg);
                terms.push(UnionTerm { tilde, ty: Self::INVALID });
            } else {
                terms.push(UnionTerm { tilde, ty });
            }
            places.push(part);
        }
        if terms.len() > MAX_TERMS {
            let msg = format!("cannot handle more than {MAX_TERMS} union terms (implementation limitation)");
            self.soft_error("InvalidUnion", places[MAX_TERMS].span.lo, msg);
            return Self::INVALID;
        }
        let ty = self.w.new_type(Type::Union(terms));
        self.record_type_expr(e, ty);
        self.later(move |c| c.check_union(ty, &places));
        ty
    }

    fn check_union(&mut self, ty: TypeId, places: &[&'a Expr]) {
        let Type::Union(terms) = self.w.ty(ty).clone() else { return };
        for (i, t) in terms.iter().enumerate() {
            if self.w.is_invalid(t.ty) {
                continue;
            }
            let pos = places[i].span.lo;
            let text = self.tstr(t.ty);
            if t.tilde {
                if self.w.is_interface(t.ty) {
                    self.error("InvalidUnion", pos, format!("invalid use of ~ ({text} is an interface)"));
                    continue;
                }
                let u = self.w.under_id(t.ty);
                if !self.w.identical(t.ty, u) {
                    let u = self.tstr(u);
                    let msg = format!("invalid use of ~ (underlying type of {text} is {u})");
                    self.error("InvalidUnion", pos, msg);
                    continue;
                }
            }
            if self.w.is_interface(t.ty) {
                let set = self.w.type_set(self.w.under_id(t.ty));
                let text = self.w.path_type_string(t.ty);
                let msg = if !set.methods.is_empty() {
                    format!("cannot use {text} in union ({text} contains methods)")
                } else if self.w.unalias(t.ty) == crate::universe::COMPARABLE {
                    "cannot use comparable in union".into()
                } else if set.comparable {
                    format!("cannot use {text} in union ({text} embeds comparable)")
                } else {
                    continue;
                };
                self.error("InvalidUnion", pos, msg);
                continue;
            }
            let overlap = terms[..i].iter().find(|o| {
                if self.w.is_invalid(o.ty) || self.w.is_interface(o.ty) {
                    return false;
                }
                let (mut a, mut b) = (t.ty, o.ty);
                if o.tilde {
                    a = self.w.under_id(a);
                }
                if t.tilde {
                    b = self.w.under_id(b);
                }
                self.w.identical(a, b)
            });
            if let Some(o) = overlap {
                let show = |t: &UnionTerm| format!("{}{}", if t.tilde { "~" } else { "" }, self.w.path_type_string(t.ty));
                let msg = format!("overlapping terms {} and {}", show(t), show(o));
                self.soft_error("InvalidUnion", pos, msg);
            }
        }
    }
}

/// The name and position of an embedded field of type `e`.
fn embedded_name(e: &Expr) -> Option<(Symbol, Pos)> {
    match &unparen(e).kind {
        ExprKind::Name(name) => Some((*name, e.span.lo)),
        ExprKind::Star(x) => embedded_name(x),
        ExprKind::Selector(_, sel) => Some((sel.name, ident_pos(sel))),
        ExprKind::Index { x, .. } => embedded_name(x),
        _ => None,
    }
}

fn ident_pos(id: &Ident) -> Pos {
    id.span.lo
}
