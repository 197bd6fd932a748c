//! Assignability, conversions, interface satisfaction, with the compiler's reasons.
//!
//! (Spec, Assignability; Conversions; Implementing an interface.)

use crate::constant::Const;
use crate::info::Mode;
use crate::object::ObjId;
use crate::types::TypeId;
use crate::world::{PkgId, World};

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

/// Why an untyped operand does not take a type.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ImplicitError {
    /// No such conversion: mismatched kinds.
    Invalid,
    /// A float constant that is no integer.
    Truncated,
    /// A number outside of the type's range.
    Overflow,
}

/// A method that a type lacks, or has with another signature.
#[derive(Clone, Debug)]
pub struct MissingMethod {
    /// The interface's method.
    pub method: ObjId,
    /// Whether the type has a method of the name with another signature (or only with pointer receiver).
    pub wrong_type: bool,
    /// The parenthesised reason: `(missing method M)`, `(method M has pointer receiver)`, …
    pub cause: String,
}

impl World {
    /// Whether a value may be assigned to a variable of type `target`; the error is the cause, perhaps empty, and
    /// goes in parentheses or after a colon as the message demands. (Spec, Assignability.)
    pub fn assignable_to(&self, x: Value<'_>, target: TypeId, pkg: PkgId) -> Result<(), String> {
        let _ = (x, target, pkg);
        Ok(())
    }

    /// The type (and rounded constant value) that an untyped operand gets in a context of type `target`.
    pub fn implicit_type(&self, x: Value<'_>, target: TypeId) -> Result<(TypeId, Option<Const>), ImplicitError> {
        let _ = x;
        Ok((target, None))
    }

    /// Whether a non-constant value may be converted; the error is the cause, perhaps empty. (Spec, Conversions.)
    pub fn convertible_to(&self, x: Value<'_>, target: TypeId, pkg: PkgId) -> Result<(), String> {
        let _ = (x, target, pkg);
        Ok(())
    }

    /// The value of a constant converted to a basic type, `None` if it does not fit. (Spec, Conversions.)
    pub fn convert_const(&self, value: &Const, from: TypeId, target: TypeId) -> Option<Const> {
        let _ = (from, target);
        Some(value.clone())
    }

    /// Whether type `v` implements interface `t`; the error is the cause (`T does not implement I (missing method M)`).
    /// `constraint`: `t` is a type parameter's constraint.
    pub fn implements(&self, v: TypeId, t: TypeId, constraint: bool, pkg: PkgId) -> Result<(), String> {
        let _ = (v, t, constraint, pkg);
        Ok(())
    }

    /// The first method of interface `t` that `v` lacks. `static_`: for an interface `v`, missing methods count;
    /// otherwise (type assertions) only those of conflicting signature.
    pub fn missing_method(&self, v: TypeId, t: TypeId, static_: bool, pkg: PkgId) -> Option<MissingMethod> {
        let _ = (v, t, static_, pkg);
        None
    }

    /// Whether a value of interface type `v` can hold dynamic type `t` (type assertions and switches).
    pub fn assertable_to(&self, v: TypeId, t: TypeId, pkg: PkgId) -> Option<MissingMethod> {
        if self.is_interface(t) {
            return None;
        }
        self.missing_method(t, v, false, pkg)
    }
}
