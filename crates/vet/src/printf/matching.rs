//! Whether a value of a type can be printed with a verb.

use crate::facts::Facts;
use golift_base::Symbol;
use golift_types::{Basic, Type, TypeId};

/// What a verb prints, as bits.
pub(super) type Accepts = u32;
pub(super) const BOOL: Accepts = 1;
pub(super) const INT: Accepts = 2;
pub(super) const RUNE: Accepts = 4;
pub(super) const STRING: Accepts = 8;
pub(super) const FLOAT: Accepts = 16;
pub(super) const COMPLEX: Accepts = 32;
pub(super) const POINTER: Accepts = 64;
pub(super) const ERROR: Accepts = 128;
pub(super) const ANY: Accepts = !0;

/// Whether a verb that accepts `accepts` prints values of the type.
pub(super) fn matches(facts: &Facts<'_>, accepts: Accepts, ty: TypeId) -> bool {
    if accepts == ANY {
        return true;
    }
    if accepts == ERROR {
        if ty == Basic::UntypedNil.id() {
            return true;
        }
        return is_error(facts, ty);
    }
    Matcher { facts, accepts, seen: Vec::new() }.matches(ty, true)
}

struct Matcher<'x, 'w> {
    facts: &'x Facts<'w>,
    accepts: Accepts,
    seen: Vec<TypeId>,
}

impl Matcher<'_, '_> {
    fn takes(&self, bits: Accepts) -> bool {
        self.accepts & bits != 0
    }

    fn matches(&mut self, ty: TypeId, top: bool) -> bool {
        let w = self.facts.w;
        if is_formatter(self.facts, ty) {
            return true;
        }
        if self.takes(STRING) && is_text(self.facts, ty) {
            return true;
        }
        if w.is_type_param(ty) {
            let types = w.type_set_of(ty).unwrap_or_default();
            return !types.is_empty() && types.into_iter().all(|t| self.matches(t, top));
        }
        if self.seen.contains(&ty) {
            return true;
        }
        if matches!(w.ty(w.unalias(ty)), Type::Named(_)) {
            self.seen.push(ty);
        }
        match w.under(ty).clone() {
            Type::Signature(_) => self.accepts == POINTER,
            Type::Map(k, v) => self.accepts == POINTER || self.matches(k, false) && self.matches(v, false),
            Type::Chan(..) => self.takes(POINTER),
            Type::Array(elem, _) => self.bytes(elem) || self.matches(elem, false),
            Type::Slice(elem) => self.bytes(elem) || self.accepts == POINTER || self.matches(elem, false),
            Type::Pointer(elem) => {
                if w.is_invalid(elem) || self.accepts == POINTER || w.is_type_param(elem) {
                    return true;
                }
                match w.under(elem) {
                    Type::Struct(_) | Type::Array(..) | Type::Slice(_) | Type::Map(..) => {
                        top && self.matches(w.under_id(elem), false)
                    }
                    _ => self.takes(POINTER),
                }
            }
            Type::Struct(fields) => fields.iter().all(|f| {
                // The text method of an unexported field is not called.
                let hidden = self.takes(STRING) && !f.name.is_exported() && is_text(self.facts, f.ty);
                self.matches(f.ty, false) && !hidden
            }),
            Type::Interface { .. } => true,
            Type::Basic(b) => self.basic(b),
            _ => true,
        }
    }

    fn bytes(&self, elem: TypeId) -> bool {
        self.takes(STRING) && self.facts.w.as_basic(elem) == Some(Basic::Uint8)
    }

    fn basic(&self, b: Basic) -> bool {
        match b {
            Basic::Bool | Basic::UntypedBool => self.takes(BOOL),
            Basic::Int32 | Basic::Uint8 | Basic::UntypedRune => self.takes(INT | RUNE),
            Basic::String | Basic::UntypedString => self.takes(STRING),
            Basic::UnsafePointer => self.takes(POINTER | INT),
            Basic::Float32 | Basic::Float64 | Basic::UntypedFloat => self.takes(FLOAT),
            Basic::Complex64 | Basic::Complex128 | Basic::UntypedComplex => self.takes(COMPLEX),
            Basic::UntypedNil => false,
            Basic::Invalid => true,
            _ => self.takes(INT),
        }
    }
}

/// Whether values have `Error() string`.
fn is_error(facts: &Facts<'_>, ty: TypeId) -> bool {
    returns_text(facts, ty, "Error")
}

/// Whether values print themselves as text: `Error` or `String`.
fn is_text(facts: &Facts<'_>, ty: TypeId) -> bool {
    is_error(facts, ty) || returns_text(facts, ty, "String")
}

fn returns_text(facts: &Facts<'_>, ty: TypeId, name: &str) -> bool {
    if facts.w.is_type_param(ty) {
        return facts.w.type_set(facts.w.under_id(ty)).methods.iter().any(|m| m.name == Symbol::new(name));
    }
    facts.method(ty, name).is_some_and(|sig| {
        sig.params.is_empty() && matches!(&sig.results[..], [r] if facts.w.as_basic(r.ty) == Some(Basic::String))
    })
}

/// Whether values may print themselves with any verb.
pub(super) fn is_formatter(facts: &Facts<'_>, ty: TypeId) -> bool {
    if facts.w.is_interface(ty) && !facts.w.is_type_param(ty) {
        return true;
    }
    facts.method(ty, "Format").is_some_and(|sig| sig.params.len() == 2 && sig.results.is_empty())
}
