//! Whether types implement interfaces and satisfy constraints, with the compiler's reasons.
//!
//! (Spec, Implementing an interface; Satisfying a type constraint; Type assertions.)

use crate::lookup::{Lookup, LookupQuery};
use crate::object::{ObjId, ObjKind};
use crate::types::{Basic, Type, TypeId, UnionTerm};
use crate::world::{PkgId, World};

/// A method that a type lacks, or has with another signature.
#[derive(Clone, Debug)]
pub struct MissingMethod {
    /// The interface's method.
    pub method: ObjId,
    /// Whether the type has a method of the name with another signature or only with pointer receiver.
    pub wrong_type: bool,
    /// The parenthesised reason: `(missing method M)`, `(method M has pointer receiver)`, …
    pub cause: String,
}

impl World {
    /// Whether type `v` implements interface `t`; the error is the cause (`T does not implement I (missing method M)`).
    /// `constraint`: `t` is a type parameter's constraint.
    pub fn implements(&self, v: TypeId, t: TypeId, constraint: bool, pkg: PkgId) -> Result<(), String> {
        let (vu, tu) = (self.under_id(v), self.under_id(t));
        let invalid = |u: TypeId| matches!(self.ty(u), Type::Basic(Basic::Invalid));
        if invalid(vu) || invalid(tu) || matches!(*self.ty(vu), Type::Pointer(e) if self.is_invalid(e)) {
            return Ok(());
        }
        let verb = if constraint { "satisfy" } else { "implement" };
        let name = |ty| self.type_string(ty, pkg);
        let fail = |detail: String| Err(format!("{} does not {verb} {} ({detail})", name(v), name(t)));
        let Type::Interface { .. } = self.ty(tu) else {
            return fail(match self.is_interface_pointer(t) {
                true => self.interface_pointer_error(t, pkg),
                false => format!("{} is not an interface", name(t)),
            });
        };
        let wanted = self.type_set(tu);
        if wanted.is_all() {
            return Ok(());
        }
        let given = matches!(self.ty(vu), Type::Interface { .. }).then(|| self.type_set(vu));
        let empty = |terms: &Option<Vec<UnionTerm>>| terms.as_ref().is_some_and(Vec::is_empty);
        if given.as_ref().is_some_and(|g| empty(&g.terms)) {
            return Ok(());
        }
        if empty(&wanted.terms) {
            return Err(format!("cannot {verb} {} (empty type set)", name(t)));
        }
        if let Some(missing) = self.missing_method(v, t, true, pkg) {
            // What an invalid embedded field would have contributed is not known.
            if self.embeds_invalid(v, &mut Vec::new()) {
                return Ok(());
            }
            return Err(format!("{} does not {verb} {} {}", name(v), name(t), missing.cause));
        }
        if let Some(terms) = &wanted.terms {
            if let Some(given) = &given {
                let within = given
                    .terms
                    .as_ref()
                    .is_some_and(|gs| gs.iter().all(|g| terms.iter().any(|w| self.term_within(g, w))));
                if !within {
                    return Err(format!("{} does not {verb} {}", name(v), name(t)));
                }
            } else if !terms.iter().any(|w| self.term_includes(w, v)) {
                let near = terms.iter().find(|w| {
                    !w.tilde
                        && self.identical(w.ty, self.under_id(w.ty))
                        && self.term_includes(&UnionTerm { tilde: true, ty: w.ty }, v)
                });
                return fail(match near {
                    Some(w) => format!("possibly missing ~ for {} in {}", name(w.ty), name(t)),
                    None if self.mentions(tu, v, 0) => {
                        format!("{} mentions {}, but {} is not in the type set of {}", name(t), name(v), name(v), name(t))
                    }
                    None => format!("{} missing in {}", name(v), self.terms_string(terms)),
                });
            }
        }
        let needs_comparable = self.interface_comparable(tu, &mut Vec::new());
        if needs_comparable && !self.is_comparable(v, false) && !(constraint && self.is_comparable(v, true)) {
            return Err(format!("{} does not {verb} comparable", name(v)));
        }
        Ok(())
    }

    /// Whether an interface's type set has comparable types only because it says `comparable`.
    pub(crate) fn needs_comparable(&self, t: TypeId) -> bool {
        self.interface_comparable(self.under_id(t), &mut Vec::new())
    }

    /// Whether a struct has an embedded field of invalid type, perhaps through others.
    fn embeds_invalid(&self, ty: TypeId, seen: &mut Vec<TypeId>) -> bool {
        let base = self.deref(ty).0;
        if seen.contains(&base) {
            return false;
        }
        seen.push(base);
        match self.under(base) {
            Type::Basic(Basic::Invalid) => true,
            Type::Struct(fields) => {
                fields.iter().filter(|f| f.embedded).any(|f| self.is_invalid(f.ty) || self.embeds_invalid(f.ty, seen))
            }
            _ => false,
        }
    }

    fn terms_string(&self, terms: &[UnionTerm]) -> String {
        let text = |t: &UnionTerm| format!("{}{}", if t.tilde { "~" } else { "" }, self.path_type_string(t.ty));
        terms.iter().map(text).collect::<Vec<_>>().join(" | ")
    }

    /// Whether a type belongs to a term.
    pub(crate) fn term_includes(&self, term: &UnionTerm, ty: TypeId) -> bool {
        if term.tilde { self.identical(self.under_id(term.ty), self.under_id(ty)) } else { self.identical(term.ty, ty) }
    }

    fn term_within(&self, a: &UnionTerm, b: &UnionTerm) -> bool {
        (b.tilde || !a.tilde) && self.term_includes(b, a.ty)
    }

    /// Whether a constraint writes a type somewhere among its terms.
    fn mentions(&self, t: TypeId, ty: TypeId, depth: u32) -> bool {
        if depth > 20 || self.identical(t, ty) {
            return depth <= 20;
        }
        match self.ty(t) {
            Type::Interface { embeds, .. } => embeds.iter().any(|e| self.mentions(e.0, ty, depth + 1)),
            Type::Union(terms) => terms.iter().any(|u| self.mentions(u.ty, ty, depth + 1)),
            _ => false,
        }
    }

    fn interface_pointer_error(&self, ty: TypeId, pkg: PkgId) -> String {
        let text = self.type_string(ty, pkg);
        match self.pointer_elem(ty) {
            Some(e) if self.is_type_param(e) => format!("type {text} is pointer to type parameter, not type parameter"),
            _ => format!("type {text} is pointer to interface, not interface"),
        }
    }

    /// The first method of interface `t` that `v` lacks. `static_`: for an interface `v`, missing methods count;
    /// otherwise (type assertions) only those of conflicting signature.
    pub fn missing_method(&self, v: TypeId, t: TypeId, static_: bool, pkg: PkgId) -> Option<MissingMethod> {
        let wanted = self.type_set(self.under_id(t));
        let given = matches!(self.under(v), Type::Interface { .. }).then(|| self.type_set(self.under_id(v)));
        for m in &wanted.methods {
            let name = m.name;
            let of_pkg = self.obj(m.obj).pkg;
            let missing = |wrong_type: bool, cause: String| Some(MissingMethod { method: m.obj, wrong_type, cause });
            let (found, sig) = if let Some(given) = &given {
                match given.methods.iter().find(|g| self.same_id(g.obj, m.obj)) {
                    Some(g) => (g.obj, g.sig),
                    None if !static_ => continue,
                    None => return missing(false, self.not_found_cause(v, t, m.obj, pkg)),
                }
            } else {
                let query = LookupQuery { addressable: false, pkg: of_pkg, name, fold_case: false };
                match self.lookup_field_or_method(v, query) {
                    Lookup::Found(f) => (f.obj, self.member_type(v, f.obj, &f.path)),
                    Lookup::Ambiguous => {
                        return missing(false, format!("(ambiguous selector {}.{name})", self.type_string(v, pkg)));
                    }
                    Lookup::PointerReceiver(_) => return missing(true, format!("(method {name} has pointer receiver)")),
                    Lookup::NotFound => {
                        let near = self.lookup_field_or_method(v, LookupQuery { fold_case: true, ..query }).found();
                        let near = near.filter(|f| matches!(self.obj(f.obj).kind, ObjKind::Func(_)));
                        return missing(
                            false,
                            match near {
                                Some(f) if self.obj(f.obj).name == name => format!("(unexported method {name})"),
                                Some(f) => format!("(missing method {name}){}", self.have_want((f.obj, self.member_type(v, f.obj, &f.path)), (m.obj, m.sig), pkg, false)),
                                None => self.not_found_cause(v, t, m.obj, pkg),
                            },
                        );
                    }
                }
            };
            if !matches!(self.obj(found).kind, ObjKind::Func(_)) {
                return missing(false, format!("({}.{name} is a field, not a method)", self.type_string(v, pkg)));
            }
            if self.is_invalid(sig) || self.is_invalid(m.sig) || self.identical(sig, m.sig) {
                continue;
            }
            let (have, want) = ((found, sig), (m.obj, m.sig));
            let same = |qualified| {
                self.method_string(found, sig, pkg, qualified) == self.method_string(m.obj, m.sig, pkg, qualified)
            };
            let detail = match (same(false), same(true)) {
                (false, _) => self.have_want(have, want, pkg, false),
                (true, false) => self.have_want(have, want, pkg, true),
                (true, true) => String::new(),
            };
            return missing(true, format!("(wrong type for method {name}){detail}"));
        }
        None
    }

    /// Two methods with their signatures, one below the other.
    fn have_want(&self, have: (ObjId, TypeId), want: (ObjId, TypeId), pkg: PkgId, qualified: bool) -> String {
        let text = |m: (ObjId, TypeId)| self.method_string(m.0, m.1, pkg, qualified);
        format!("\n\t\thave {}\n\t\twant {}", text(have), text(want))
    }

    fn not_found_cause(&self, v: TypeId, t: TypeId, method: ObjId, pkg: PkgId) -> String {
        if self.is_interface_pointer(v) {
            format!("({})", self.interface_pointer_error(v, pkg))
        } else if self.is_interface_pointer(t) {
            format!("({})", self.interface_pointer_error(t, pkg))
        } else {
            format!("(missing method {})", self.obj(method).name)
        }
    }

    /// The method that keeps a value of interface type `v` from ever holding dynamic type `t`
    /// (type assertions and switches: `impossible type assertion`); `None` if it can.
    pub fn assertable_to(&self, v: TypeId, t: TypeId, pkg: PkgId) -> Option<MissingMethod> {
        if self.is_interface(t) {
            return None;
        }
        self.missing_method(t, v, false, pkg)
    }
}
