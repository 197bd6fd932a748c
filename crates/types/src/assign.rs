//! Assignability and conversions, with the compiler's reasons.
//!
//! (Spec, Assignability; Conversions; Representability.) Interface satisfaction is in `implements.rs`.

use crate::constant::{Const, Unrepresentable, representable};
use crate::info::Mode;
use crate::types::{Basic, Type, TypeId, UnionTerm};
use crate::world::{PkgId, World};
use golift_frontend::ast::ChanDir;

/// What assignability needs to know of an operand.
#[derive(Clone, Copy, Debug)]
pub struct Value<'a> {
    /// What the expression denotes.
    pub mode: Mode,
    /// Its type.
    pub ty: TypeId,
    /// Its constant value.
    pub value: Option<&'a Const>,
}

impl Value<'_> {
    /// A value of this type that is no constant.
    pub fn of_type(ty: TypeId) -> Value<'static> {
        Value { mode: Mode::Value, ty, value: None }
    }
}

/// Why an untyped operand does not take a type.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ImplicitError {
    /// No such conversion: mismatched kinds.
    Invalid,
    /// A float constant that is no integer: `(truncated)`.
    Truncated,
    /// A number outside of the type's range: `(overflows)`.
    Overflow,
}

impl World {
    /// The constant rounded to a basic type, or why it does not fit; the reason goes by the type `from` of the operand,
    /// as the official compiler's does. (Spec, Representability.)
    pub fn representable(&self, value: &Const, from: TypeId, basic: Basic) -> Result<Const, Unrepresentable> {
        representable(value, basic).map_err(|_| {
            if !self.is_numeric(from) || !basic.is_numeric() {
                Unrepresentable::NotRepresentable
            } else if !self.is_integer(from) && basic.is_integer() {
                Unrepresentable::Truncated
            } else {
                Unrepresentable::Overflows
            }
        })
    }

    /// The type parameter's terms, `None` if its type set is not listed.
    fn param_terms(&self, ty: TypeId) -> Option<Option<Vec<UnionTerm>>> {
        let p = self.as_type_param(ty)?;
        Some(self.type_set(self.constraint_interface(p)).terms.clone())
    }

    /// Whether a value may be assigned to a variable of type `target`; the error is the cause, perhaps empty.
    /// (Spec, Assignability.)
    pub fn assignable_to(&self, x: Value<'_>, target: TypeId, pkg: PkgId) -> Result<(), String> {
        if x.mode == Mode::Invalid || self.is_invalid(target) || self.is_invalid(x.ty) {
            return Ok(());
        }
        let (v, t) = (self.unalias(x.ty), self.unalias(target));
        if self.identical(v, t) {
            return Ok(());
        }
        let no = |ok: bool| if ok { Ok(()) } else { Err(String::new()) };
        let (vp, tp) = (self.param_terms(v), self.param_terms(t));
        if self.is_untyped(v) || x.mode == Mode::Nil {
            return match tp {
                Some(terms) => no(terms.is_some_and(|ts| {
                    !ts.is_empty() && ts.iter().all(|term| self.implicit_type(x, term.ty).is_ok())
                })),
                None => no(self.implicit_type(x, t).is_ok()),
            };
        }
        let (vu, tu) = (self.under_id(v), self.under_id(t));
        let one_unnamed = !self.has_name(v) || !self.has_name(t);
        if vp.is_none() && tp.is_none() && one_unnamed && self.identical(vu, tu) {
            return Ok(());
        }
        if (tp.is_none() && matches!(self.ty(tu), Type::Interface { .. })) || self.is_interface_pointer(t) {
            match self.implements(v, target, false, pkg) {
                Ok(()) => return Ok(()),
                Err(cause) if vp.is_none() => return Err(cause),
                Err(_) => {}
            }
        }
        if vp.is_none() && matches!(self.ty(vu), Type::Interface { .. }) && self.implements(t, v, false, pkg).is_ok() {
            return Err("need type assertion".into());
        }
        if let (Type::Chan(ChanDir::Both, a), Type::Chan(_, b)) = (self.ty(vu), self.ty(tu)) {
            if self.identical(*a, *b) {
                return no(one_unnamed);
            }
        }
        if let (false, Some(terms)) = (self.has_name(v), &tp) {
            for term in terms.as_deref().filter(|t| !t.is_empty()).ok_or_else(String::new)? {
                if self.assignable_to(x, term.ty, pkg).is_err() {
                    let name = |ty| self.type_string(ty, pkg);
                    return Err(format!("cannot assign {} to {} (in {})", name(x.ty), name(term.ty), name(target)));
                }
            }
            return Ok(());
        }
        if let (Some(terms), false) = (&vp, self.has_name(t)) {
            for term in terms.as_deref().filter(|t| !t.is_empty()).ok_or_else(String::new)? {
                if self.assignable_to(Value { ty: term.ty, ..x }, t, pkg).is_err() {
                    let name = |ty| self.type_string(ty, pkg);
                    return Err(format!("cannot assign {} (in {}) to {}", name(term.ty), name(x.ty), name(target)));
                }
            }
            return Ok(());
        }
        Err(String::new())
    }

    /// The type (and rounded constant value) that an untyped operand gets in a context of type `target`.
    /// Typed operands keep theirs. In an interface the operand gets its default type.
    pub fn implicit_type(&self, x: Value<'_>, target: TypeId) -> Result<(TypeId, Option<Const>), ImplicitError> {
        let invalid = Err(ImplicitError::Invalid);
        if x.mode == Mode::Invalid || (self.is_typed(x.ty) && x.mode != Mode::Nil) || self.is_invalid(target) {
            return Ok((x.ty, None));
        }
        let kind = self.as_basic(x.ty).unwrap_or(Basic::Invalid);
        if x.mode == Mode::Nil || kind == Basic::UntypedNil {
            return if self.has_nil(target) { Ok((target, None)) } else { invalid };
        }
        if self.is_untyped(target) {
            return self.max_untyped(x.ty, target).map_or(invalid, |t| Ok((t, None)));
        }
        if let Some(terms) = self.param_terms(target) {
            let fits = terms.is_some_and(|ts| {
                !ts.is_empty() && ts.iter().all(|t| self.implicit_type(x, self.under_id(t.ty)).is_ok())
            });
            return if fits { Ok((target, None)) } else { invalid };
        }
        match self.under(target) {
            Type::Basic(b) => {
                if let (Mode::Constant, Some(value)) = (x.mode, x.value) {
                    return match self.representable(value, x.ty, *b) {
                        Ok(v) => Ok((target, Some(v))),
                        Err(Unrepresentable::Truncated) => Err(ImplicitError::Truncated),
                        Err(Unrepresentable::Overflows) => Err(ImplicitError::Overflow),
                        Err(Unrepresentable::NotRepresentable) => invalid,
                    };
                }
                let fits = match kind {
                    Basic::UntypedBool => b.is_boolean(),
                    Basic::UntypedString => b.is_string(),
                    _ => b.is_numeric(),
                };
                if fits { Ok((target, None)) } else { invalid }
            }
            Type::Interface { .. } if self.type_set(self.under_id(target)).is_all() => Ok((self.default_type(x.ty), None)),
            _ => invalid,
        }
    }

    /// Whether a non-constant value may be converted; the error is the cause, perhaps empty. (Spec, Conversions.)
    pub fn convertible_to(&self, x: Value<'_>, target: TypeId, pkg: PkgId) -> Result<(), String> {
        let cause = match self.assignable_to(x, target, pkg) {
            Ok(()) => return Ok(()),
            Err(cause) => cause,
        };
        let (v, t) = (self.unalias(x.ty), self.unalias(target));
        let (vp, tp) = (self.param_terms(v), self.param_terms(t));
        if vp.is_none() && tp.is_none() {
            return if self.concrete_convertible(v, t) { Ok(()) } else { Err(cause) };
        }
        if let (Type::Pointer(_), Type::Pointer(_)) = (self.ty(v), self.ty(t)) {
            if self.concrete_convertible(v, t) {
                return Ok(());
            }
        }
        let one = |ty: TypeId| Some(vec![UnionTerm { tilde: false, ty }]);
        let listed = |p: Option<Option<Vec<UnionTerm>>>, ty| p.unwrap_or_else(|| one(ty)).filter(|l| !l.is_empty());
        let (Some(vs), Some(ts)) = (listed(vp.clone(), v), listed(tp.clone(), t)) else {
            return Err(cause);
        };
        for a in &vs {
            for b in &ts {
                if self.convertible_to(Value { ty: a.ty, ..x }, b.ty, pkg).is_err() {
                    let name = |ty| self.type_string(ty, pkg);
                    let part = |p: bool, term: TypeId, ty: TypeId| {
                        if p { format!("{} (in {})", name(term), name(ty)) } else { name(ty) }
                    };
                    let from = part(vp.is_some(), a.ty, x.ty);
                    return Err(format!("cannot convert {from} to type {}", part(tp.is_some(), b.ty, target)));
                }
            }
        }
        Ok(())
    }

    /// The conversions beyond assignability, between types that are no type parameters.
    fn concrete_convertible(&self, v: TypeId, t: TypeId) -> bool {
        let (vu, tu) = (self.under_id(v), self.under_id(t));
        if self.identical_ignore_tags(vu, tu) {
            return true;
        }
        if let (&Type::Pointer(a), &Type::Pointer(b)) = (self.ty(v), self.ty(t)) {
            let plain = !self.is_type_param(a) && !self.is_type_param(b);
            if plain && self.identical_ignore_tags(self.under_id(a), self.under_id(b)) {
                return true;
            }
        }
        let both = |class: fn(&World, TypeId) -> bool| class(self, vu) && class(self, tu);
        if both(World::is_integer_or_float) || both(World::is_complex) {
            return true;
        }
        if self.is_string(tu) && (self.is_integer(vu) || self.is_bytes_or_runes(vu)) {
            return true;
        }
        if self.is_string(vu) && self.is_bytes_or_runes(tu) {
            return true;
        }
        let unsafe_ptr = |u: TypeId| matches!(self.ty(u), Type::Basic(Basic::UnsafePointer));
        let address = |u: TypeId| matches!(self.ty(u), Type::Pointer(_) | Type::Basic(Basic::Uintptr));
        if (unsafe_ptr(tu) && address(vu)) || (unsafe_ptr(vu) && address(tu)) {
            return true;
        }
        if let &Type::Slice(elem) = self.ty(vu) {
            let array = match *self.ty(tu) {
                Type::Pointer(e) => self.under(e),
                _ => self.ty(tu),
            };
            return matches!(*array, Type::Array(e, _) if self.identical(elem, e));
        }
        false
    }

    /// The value of a constant converted to a basic type, `None` if it does not fit. (Spec, Conversions.)
    pub fn convert_const(&self, value: &Const, from: TypeId, target: TypeId) -> Option<Const> {
        let basic = self.as_basic(target)?;
        if let Ok(v) = representable(value, basic) {
            return Some(v);
        }
        if self.is_integer(from) && basic.is_string() {
            let code = value.as_u64().and_then(|n| u32::try_from(n).ok()).and_then(char::from_u32);
            return Some(Const::string(&code.unwrap_or('\u{fffd}').to_string()));
        }
        None
    }

    /// Whether the type is a pointer to an interface (or to a type parameter).
    pub fn is_interface_pointer(&self, ty: TypeId) -> bool {
        match *self.under(ty) {
            Type::Pointer(e) => matches!(self.under(e), Type::Interface { .. }),
            _ => false,
        }
    }
}
