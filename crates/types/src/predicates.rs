//! Questions about types: identity, comparability, classes of basic types, core types.
//!
//! Nothing here changes the world; incomplete defined types have the invalid type as underlying type and
//! answer quietly, because their error is reported elsewhere. (Spec, Type identity; Comparison operators; Core types.)

use crate::lookup::TypeSet;
use crate::types::{Basic, NamedId, Signature, Type, TypeId, TypeParamId};
use crate::universe::EMPTY_INTERFACE;
use crate::world::{PkgId, World};
use golift_frontend::ast::ChanDir;
use std::sync::Arc;

impl World {
    /// The type behind any number of aliases.
    pub fn unalias(&self, mut ty: TypeId) -> TypeId {
        let mut steps = 0;
        while let Type::Alias(n) = self.types[ty.0 as usize] {
            ty = self.named_underlying(n);
            steps += 1;
            if steps > self.named.len() {
                return Basic::Invalid.id();
            }
        }
        ty
    }

    /// The id of the underlying type (spec, Underlying types); of a type parameter, its constraint interface.
    pub fn under_id(&self, ty: TypeId) -> TypeId {
        let mut ty = self.unalias(ty);
        let mut steps = 0;
        loop {
            match self.types[ty.0 as usize] {
                Type::Named(n) => {
                    ty = self.unalias(self.named_underlying(n));
                    steps += 1;
                    if steps > self.named.len() {
                        return Basic::Invalid.id();
                    }
                }
                Type::TypeParam(p) => return self.constraint_interface(p),
                _ => return ty,
            }
        }
    }

    /// The underlying type: never `Named`, `Alias` or `TypeParam`.
    pub fn under(&self, ty: TypeId) -> &Type {
        &self.types[self.under_id(ty).0 as usize]
    }

    /// The interface that a type parameter must implement.
    pub fn constraint_interface(&self, p: TypeParamId) -> TypeId {
        let c = self.unalias(self.type_params[p.0 as usize].constraint);
        let u = match self.types[c.0 as usize] {
            Type::TypeParam(_) => return EMPTY_INTERFACE,
            _ => self.under_id(c),
        };
        match self.types[u.0 as usize] {
            Type::Interface { .. } => u,
            Type::Basic(Basic::Invalid) => EMPTY_INTERFACE,
            _ => self.implicit_interface(p, c),
        }
    }

    /// The defined type that `ty` is, seen through aliases.
    pub fn as_named(&self, ty: TypeId) -> Option<NamedId> {
        match self.types[self.unalias(ty).0 as usize] {
            Type::Named(n) => Some(n),
            _ => None,
        }
    }

    /// The type parameter that `ty` is, seen through aliases.
    pub fn as_type_param(&self, ty: TypeId) -> Option<TypeParamId> {
        match self.types[self.unalias(ty).0 as usize] {
            Type::TypeParam(p) => Some(p),
            _ => None,
        }
    }

    /// The underlying basic type.
    pub fn as_basic(&self, ty: TypeId) -> Option<Basic> {
        match self.under(ty) {
            Type::Basic(b) => Some(*b),
            _ => None,
        }
    }

    /// The underlying function type.
    pub fn as_signature(&self, ty: TypeId) -> Option<&Signature> {
        match self.under(ty) {
            Type::Signature(s) => Some(s),
            _ => None,
        }
    }

    /// The element type if the underlying type is a pointer.
    pub fn pointer_elem(&self, ty: TypeId) -> Option<TypeId> {
        match *self.under(ty) {
            Type::Pointer(e) => Some(e),
            _ => None,
        }
    }

    /// Whether this is the invalid type: an error was already reported.
    pub fn is_invalid(&self, ty: TypeId) -> bool {
        matches!(self.types[self.unalias(ty).0 as usize], Type::Basic(Basic::Invalid))
    }

    /// Whether `ty` is a basic type, a defined type or a type parameter (has a name).
    pub fn has_name(&self, ty: TypeId) -> bool {
        matches!(self.types[self.unalias(ty).0 as usize], Type::Basic(_) | Type::Named(_) | Type::TypeParam(_))
    }

    /// Whether the type is an interface but not a type parameter.
    pub fn is_interface(&self, ty: TypeId) -> bool {
        !self.is_type_param(ty) && matches!(self.under(ty), Type::Interface { .. })
    }

    /// Whether the type is a type parameter.
    pub fn is_type_param(&self, ty: TypeId) -> bool {
        self.as_type_param(ty).is_some()
    }

    /// Whether the type is an uninstantiated generic type.
    pub fn is_generic(&self, ty: TypeId) -> bool {
        match self.types[ty.0 as usize] {
            Type::Alias(n) => {
                let d = &self.named[n.0 as usize];
                !d.tparams.is_empty() && d.origin.is_none()
            }
            Type::Named(n) => {
                let d = &self.named[n.0 as usize];
                !d.tparams.is_empty() && d.origin.is_none()
            }
            _ => false,
        }
    }

    /// Whether a value's size depends on type parameters.
    pub fn has_variable_size(&self, ty: TypeId) -> bool {
        match self.ty(self.unalias(ty)) {
            Type::TypeParam(_) => true,
            Type::Array(e, _) => self.has_variable_size(*e),
            Type::Struct(fields) => fields.iter().any(|f| self.has_variable_size(f.ty)),
            Type::Named(_) => self.is_parameterized(ty) && {
                let under = self.under_id(ty);
                !matches!(self.ty(under), Type::Named(_)) && self.has_variable_size(under)
            },
            _ => false,
        }
    }

    /// Whether the type mentions a type parameter.
    pub fn is_parameterized(&self, ty: TypeId) -> bool {
        self.mentions_type_param(ty, &mut Vec::new())
    }

    fn mentions_type_param(&self, ty: TypeId, seen: &mut Vec<TypeId>) -> bool {
        let mut any = |list: &mut dyn Iterator<Item = TypeId>| {
            let list: Vec<TypeId> = list.collect();
            list.into_iter().any(|t| self.mentions_type_param(t, seen))
        };
        match &self.types[ty.0 as usize] {
            Type::Basic(_) => false,
            Type::TypeParam(_) => true,
            Type::Alias(n) => any(&mut std::iter::once(self.named_underlying(*n))),
            Type::Named(n) => any(&mut self.named[n.0 as usize].targs.iter().copied()),
            Type::Pointer(e) | Type::Slice(e) | Type::Array(e, _) | Type::Chan(_, e) => any(&mut std::iter::once(*e)),
            Type::Map(k, v) => any(&mut [*k, *v].into_iter()),
            Type::Tuple(ts) => any(&mut ts.iter().copied()),
            Type::Signature(s) => any(&mut s.params.iter().chain(&s.results).map(|p| p.ty)),
            Type::Struct(fs) => any(&mut fs.iter().map(|f| f.ty)),
            Type::Union(ts) => any(&mut ts.iter().map(|t| t.ty)),
            Type::Interface { methods, embeds, .. } => {
                if seen.contains(&ty) {
                    return false;
                }
                seen.push(ty);
                let parts: Vec<TypeId> = methods.iter().map(|m| m.sig).chain(embeds.iter().map(|e| e.0)).collect();
                parts.into_iter().any(|t| self.mentions_type_param(t, seen))
            }
        }
    }

    /// Whether a class holds for a basic type, or for every type of a type parameter's type set.
    fn all_basic(&self, ty: TypeId, class: fn(Basic) -> bool) -> bool {
        if let Some(p) = self.as_type_param(ty) {
            let set = self.type_set(self.constraint_interface(p));
            return match &set.terms {
                Some(terms) => {
                    !terms.is_empty()
                        && terms.iter().all(|t| self.as_basic(t.ty).is_some_and(class))
                }
                None => false,
            };
        }
        self.as_basic(ty).is_some_and(class)
    }

    /// Whether the type, or each type of a type parameter's set, is boolean.
    pub fn is_boolean(&self, ty: TypeId) -> bool {
        self.all_basic(ty, Basic::is_boolean)
    }

    /// Whether the type, or each type of a type parameter's set, is an integer.
    pub fn is_integer(&self, ty: TypeId) -> bool {
        self.all_basic(ty, Basic::is_integer)
    }

    /// Whether the type, or each type of a type parameter's set, is an unsigned integer.
    pub fn is_unsigned(&self, ty: TypeId) -> bool {
        self.all_basic(ty, Basic::is_unsigned)
    }

    /// Whether the type, or each type of a type parameter's set, is a float.
    pub fn is_float(&self, ty: TypeId) -> bool {
        self.all_basic(ty, Basic::is_float)
    }

    /// Whether the type, or each type of a type parameter's set, is complex.
    pub fn is_complex(&self, ty: TypeId) -> bool {
        self.all_basic(ty, Basic::is_complex)
    }

    /// Whether the type, or each type of a type parameter's set, is numeric.
    pub fn is_numeric(&self, ty: TypeId) -> bool {
        self.all_basic(ty, Basic::is_numeric)
    }

    /// Whether the type, or each type of a type parameter's set, is a string.
    pub fn is_string(&self, ty: TypeId) -> bool {
        self.all_basic(ty, Basic::is_string)
    }

    /// Whether the type, or each type of a type parameter's set, is an integer or float.
    pub fn is_integer_or_float(&self, ty: TypeId) -> bool {
        self.all_basic(ty, |b| b.is_integer() || b.is_float())
    }

    /// Whether the type, or each type of a type parameter's set, is numeric or a string.
    pub fn is_numeric_or_string(&self, ty: TypeId) -> bool {
        self.all_basic(ty, |b| b.is_numeric() || b.is_string())
    }

    /// Whether the type, or each type of a type parameter's set, is ordered (`<` works).
    pub fn is_ordered(&self, ty: TypeId) -> bool {
        self.all_basic(ty, Basic::is_ordered)
    }

    /// Whether constants can have this type (not true of type parameters).
    pub fn is_const_type(&self, ty: TypeId) -> bool {
        !self.is_type_param(ty) && self.as_basic(ty).is_some_and(|b| b.is_const_type())
    }

    /// Whether the type is untyped (`nil` included).
    pub fn is_untyped(&self, ty: TypeId) -> bool {
        matches!(self.types[self.unalias(ty).0 as usize], Type::Basic(b) if b.is_untyped())
    }

    /// Whether the type is typed. (Safe for incomplete types.)
    pub fn is_typed(&self, ty: TypeId) -> bool {
        !self.is_untyped(ty)
    }

    /// Whether the type is an untyped numeric one.
    pub fn is_untyped_numeric(&self, ty: TypeId) -> bool {
        matches!(self.types[self.unalias(ty).0 as usize], Type::Basic(b) if b.is_untyped() && b.is_numeric())
    }

    /// Whether the type is a slice of bytes.
    pub fn is_bytes(&self, ty: TypeId) -> bool {
        matches!(*self.under(ty), Type::Slice(e) if self.as_basic(e) == Some(Basic::Uint8))
    }

    /// Whether the type is a slice of bytes or of runes.
    pub fn is_bytes_or_runes(&self, ty: TypeId) -> bool {
        matches!(*self.under(ty), Type::Slice(e) if matches!(self.as_basic(e), Some(Basic::Uint8 | Basic::Int32)))
    }

    /// Whether `nil` is a value of the type; for a type parameter, of each type of its set.
    pub fn has_nil(&self, ty: TypeId) -> bool {
        if let Some(p) = self.as_type_param(ty) {
            let set = self.type_set(self.constraint_interface(p));
            return match &set.terms {
                Some(terms) => !terms.is_empty() && terms.iter().all(|t| self.has_nil(t.ty)),
                None => false,
            };
        }
        match self.under(ty) {
            Type::Basic(b) => matches!(b, Basic::UnsafePointer | Basic::UntypedNil),
            Type::Slice(_)
            | Type::Pointer(_)
            | Type::Signature(_)
            | Type::Map(..)
            | Type::Chan(..)
            | Type::Interface { .. } => true,
            _ => false,
        }
    }

    /// The default type of an untyped type (spec, Constants); other types are their own.
    pub fn default_type(&self, ty: TypeId) -> TypeId {
        match self.types[self.unalias(ty).0 as usize] {
            Type::Basic(b) => match b {
                Basic::UntypedBool => Basic::Bool.id(),
                Basic::UntypedInt => Basic::Int.id(),
                Basic::UntypedRune => crate::universe::RUNE,
                Basic::UntypedFloat => Basic::Float64.id(),
                Basic::UntypedComplex => Basic::Complex128.id(),
                Basic::UntypedString => Basic::String.id(),
                _ => ty,
            },
            _ => ty,
        }
    }

    /// The larger of two untyped numeric kinds (int < rune < float < complex), or `None` if they do not mix.
    pub fn max_untyped(&self, x: TypeId, y: TypeId) -> Option<TypeId> {
        let (x, y) = (self.unalias(x), self.unalias(y));
        if x == y {
            return Some(x);
        }
        (self.is_untyped_numeric(x) && self.is_untyped_numeric(y)).then(|| x.max(y))
    }

    /// Whether values of the type may be compared with `==` (spec, Comparison operators). `dynamic`: interfaces count.
    pub fn is_comparable(&self, ty: TypeId, dynamic: bool) -> bool {
        self.comparable_in(ty, dynamic, &mut Vec::new())
    }

    pub(crate) fn comparable_in(&self, ty: TypeId, dynamic: bool, seen: &mut Vec<TypeId>) -> bool {
        let id = self.unalias(ty);
        if seen.contains(&id) {
            return true;
        }
        seen.push(id);
        if let Some(p) = self.as_type_param(id) {
            return self.interface_comparable(self.constraint_interface(p), seen);
        }
        match self.under(id) {
            Type::Basic(b) => *b != Basic::UntypedNil,
            Type::Pointer(_) | Type::Chan(..) => true,
            Type::Interface { .. } => dynamic || self.interface_comparable(self.under_id(id), seen),
            Type::Struct(fields) => fields.iter().all(|f| self.comparable_in(f.ty, dynamic, seen)),
            Type::Array(e, _) => self.comparable_in(*e, dynamic, seen),
            _ => false,
        }
    }

    /// Whether every type of an interface's type set is strictly comparable.
    pub(crate) fn interface_comparable(&self, iface: TypeId, seen: &mut Vec<TypeId>) -> bool {
        let set = self.type_set(iface);
        match &set.terms {
            None => set.comparable,
            Some(terms) => terms.iter().all(|t| self.comparable_in(t.ty, false, seen)),
        }
    }

    /// Why a type is not comparable, in the compiler's words; empty if there is nothing to add.
    pub fn incomparable_cause(&self, ty: TypeId, pkg: PkgId) -> String {
        let kind = match self.under(ty) {
            Type::Slice(_) => "slice",
            Type::Signature(_) => "func",
            Type::Map(..) => "map",
            _ => "",
        };
        if !kind.is_empty() && !self.is_type_param(ty) {
            return format!("{kind} can only be compared to nil");
        }
        self.incomparable_report(ty, pkg, &mut Vec::new())
    }

    fn incomparable_report(&self, ty: TypeId, pkg: PkgId, seen: &mut Vec<TypeId>) -> String {
        if self.is_type_param(ty) {
            return "incomparable types in type set".into();
        }
        match self.under(ty) {
            Type::Struct(fields) => {
                for f in fields {
                    if !self.comparable_in(f.ty, true, &mut seen.clone()) {
                        return format!("struct containing {} cannot be compared", self.type_string(f.ty, pkg));
                    }
                }
                String::new()
            }
            Type::Array(_, _) => format!("{} cannot be compared", self.type_string(ty, pkg)),
            _ => String::new(),
        }
    }

    /// The word that messages put before a defined type's name: `value of struct type T`; empty for basic types.
    pub fn composite_kind(&self, ty: TypeId) -> &'static str {
        match self.under(ty) {
            Type::Array(..) => "array",
            Type::Slice(_) => "slice",
            Type::Struct(_) => "struct",
            Type::Pointer(_) => "pointer",
            Type::Signature(_) => "func",
            Type::Interface { .. } => "interface",
            Type::Map(..) => "map",
            Type::Chan(..) => "chan",
            Type::Tuple(_) => "tuple",
            _ => "",
        }
    }

    /// The single underlying type of a type or of all types of a type parameter's set; channels of differing
    /// direction unify to the directed one.
    pub fn common_under(&self, ty: TypeId) -> Option<TypeId> {
        let Some(p) = self.as_type_param(ty) else {
            return Some(self.under_id(ty));
        };
        self.common_under_param(p)
    }

    /// The underlying type that the types of a type parameter's set share, channel directions aside.
    pub(crate) fn common_under_param(&self, p: TypeParamId) -> Option<TypeId> {
        let set = self.type_set(self.constraint_interface(p));
        let terms = set.terms.as_ref()?;
        let mut result: Option<TypeId> = None;
        for term in terms {
            let u = self.under_id(term.ty);
            let Some(r) = result else {
                result = Some(u);
                continue;
            };
            if self.identical(r, u) {
                continue;
            }
            match (&self.types[r.0 as usize], &self.types[u.0 as usize]) {
                (Type::Chan(d1, e1), Type::Chan(d2, e2)) if self.identical(*e1, *e2) => {
                    if *d1 == ChanDir::Both {
                        result = Some(u);
                    } else if *d2 != ChanDir::Both {
                        return None;
                    }
                }
                _ => return None,
            }
        }
        result
    }

    /// Why the types of a type parameter's set have no common underlying type.
    pub fn no_common_under(&self, ty: TypeId, pkg: PkgId) -> String {
        let types = self.type_set_of(ty).unwrap_or_default();
        let Some((&first, rest)) = types.split_first() else {
            return "no specific type".into();
        };
        let differs = |t: &&TypeId| !self.identical(self.under_id(first), self.under_id(**t));
        match rest.iter().find(differs) {
            Some(&t) => {
                let (a, b) = (self.type_string(first, pkg), self.type_string(t, pkg));
                format!("{a} and {b} have different underlying types")
            }
            None => "no specific type".into(),
        }
    }

    /// Like [`World::common_under`], but a set of strings and byte slices counts as string.
    pub fn common_bytes_under(&self, ty: TypeId) -> Option<TypeId> {
        if let Some(u) = self.common_under(ty) {
            return Some(u);
        }
        let p = self.as_type_param(ty)?;
        let set = self.type_set(self.constraint_interface(p));
        let terms = set.terms.as_ref()?;
        let fits = |t: TypeId| self.as_basic(t) == Some(Basic::String) || self.is_bytes(t);
        (!terms.is_empty() && terms.iter().all(|t| fits(t.ty))).then(|| Basic::String.id())
    }

    /// The types of a type parameter's type set, or the type itself; `None` when the set is not listed (any type).
    pub fn type_set_of(&self, ty: TypeId) -> Option<Vec<TypeId>> {
        match self.as_type_param(ty) {
            None => Some(vec![ty]),
            Some(p) => {
                let set: Arc<TypeSet> = self.type_set(self.constraint_interface(p));
                set.terms.as_ref().map(|ts| ts.iter().map(|t| t.ty).collect())
            }
        }
    }
}
