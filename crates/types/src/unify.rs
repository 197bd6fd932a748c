//! Type unification: finding type arguments that make two types identical, or one assignable to the other.
//! (Spec, Type unification; Type inference.)

use crate::lookup::Lookup;
use crate::object::ObjKind;
use crate::types::{NamedId, Signature, Type, TypeId, TypeParamId, UnionTerm};
use crate::world::World;
use golift_frontend::ast::ChanDir;

/// How closely types must agree.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Mode {
    /// The types must be identical, not only assignable.
    pub(crate) exact: bool,
    /// The types are those of an assignment: their elements must be identical.
    pub(crate) assign: bool,
}

/// The mode of arguments and parameters.
pub(crate) const ASSIGN: Mode = Mode { exact: false, assign: true };
/// The mode of constraints and core types.
pub(crate) const INEXACT: Mode = Mode { exact: false, assign: false };
/// The mode of method signatures.
pub(crate) const EXACT: Mode = Mode { exact: true, assign: false };

/// Unification that needs more steps inside each other than this fails.
const MAX_DEPTH: u32 = 100;

/// Bound type parameters and what was inferred for them. Parameters that were unified share a slot.
pub(crate) struct Unifier<'w> {
    world: &'w World,
    params: Vec<TypeParamId>,
    slot: Vec<usize>,
    values: Vec<Option<TypeId>>,
    /// Interfaces unify with types that have their methods (from go 1.21 on).
    by_methods: bool,
    depth: u32,
    pairs: Vec<(TypeId, TypeId)>,
}

impl<'w> Unifier<'w> {
    /// A unifier of these parameters; the first ones may have arguments already.
    pub(crate) fn new(world: &'w World, params: &[TypeParamId], targs: &[Option<TypeId>], by_methods: bool) -> Unifier<'w> {
        let mut values = vec![None; params.len()];
        for (v, t) in values.iter_mut().zip(targs) {
            *v = *t;
        }
        let slot = (0..params.len()).collect();
        Unifier { world, params: params.to_vec(), slot, values, by_methods, depth: 0, pairs: Vec::new() }
    }

    /// The argument of the `i`th parameter.
    pub(crate) fn at(&self, i: usize) -> Option<TypeId> {
        self.values[self.slot[i]]
    }

    /// Sets the argument of the `i`th parameter.
    pub(crate) fn set(&mut self, i: usize, ty: TypeId) {
        let slot = self.slot[i];
        self.values[slot] = Some(ty);
    }

    /// How many parameters have no argument.
    pub(crate) fn unknowns(&self) -> usize {
        (0..self.params.len()).filter(|&i| self.at(i).is_none()).count()
    }

    /// The arguments inferred so far.
    pub(crate) fn inferred(&self) -> Vec<Option<TypeId>> {
        (0..self.params.len()).map(|i| self.at(i)).collect()
    }

    fn bound(&self, ty: TypeId) -> Option<usize> {
        let p = self.world.as_type_param(ty)?;
        self.params.iter().position(|q| *q == p)
    }

    fn join(&mut self, a: usize, b: usize) -> bool {
        let (sa, sb) = (self.slot[a], self.slot[b]);
        if sa == sb {
            return true;
        }
        match (self.values[sa], self.values[sb]) {
            (Some(_), Some(_)) => return false,
            (None, Some(_)) => self.slot.iter_mut().filter(|s| **s == sa).for_each(|s| *s = sb),
            _ => self.slot.iter_mut().filter(|s| **s == sb).for_each(|s| *s = sa),
        }
        true
    }

    /// Whether the types can be made to agree; sets arguments on the way.
    pub(crate) fn unify(&mut self, x: TypeId, y: TypeId, mode: Mode) -> bool {
        if self.world.unalias(x) == self.world.unalias(y) {
            return true;
        }
        if self.depth >= MAX_DEPTH {
            return false;
        }
        self.depth += 1;
        let ok = self.step(x, y, mode);
        self.depth -= 1;
        ok
    }

    fn is_literal(&self, ty: TypeId) -> bool {
        !matches!(self.world.ty(self.world.unalias(ty)), Type::Named(_) | Type::TypeParam(_))
    }

    fn is_interface(&self, ty: TypeId) -> bool {
        self.world.is_interface(ty)
    }

    fn step(&mut self, mut x: TypeId, mut y: TypeId, mode: Mode) -> bool {
        let w = self.world;
        if w.as_named(x).is_some() || self.bound(y).is_some() {
            std::mem::swap(&mut x, &mut y);
        }
        if !mode.exact && w.as_named(y).is_some() && self.is_literal(x) && !self.is_interface(x) {
            y = w.under_id(y);
        }
        match (self.bound(x), self.bound(y)) {
            (Some(a), Some(b)) => {
                if self.join(a, b) {
                    return true;
                }
                return match (self.at(a), self.at(b)) {
                    (Some(s), Some(t)) => self.unify(s, t, mode),
                    _ => false,
                };
            }
            (None, Some(b)) => return self.bind(b, x, mode),
            (Some(a), None) => return self.bind(a, y, mode),
            (None, None) => {}
        }
        if let (Some(a), Some(b)) = (w.as_named(x), w.as_named(y)) {
            let interfaces = self.by_methods && !mode.exact && self.is_interface(x);
            if !interfaces && w.named_data(a).origin.is_some() && w.named_data(a).origin == w.named_data(b).origin {
                return self.named(a, b, mode);
            }
        }
        if self.by_methods && !mode.exact && (self.is_interface(x) || self.is_interface(y)) {
            return self.interfaces(x, y);
        }
        if w.is_type_param(y) {
            std::mem::swap(&mut x, &mut y);
        }
        let inner = Mode { exact: mode.exact || mode.assign, assign: mode.assign };
        self.structure(x, y, mode, inner)
    }

    /// Unifies the argument of a parameter with a type.
    fn bind(&mut self, param: usize, y: TypeId, mode: Mode) -> bool {
        let w = self.world;
        let Some(x) = self.at(param) else {
            self.set(param, y);
            return true;
        };
        if !self.unify(x, y, mode) {
            return false;
        }
        if mode.exact {
            return true;
        }
        // Whichever of several types came first must not matter: interfaces must be the same ones, and do not go with
        // other types; a defined type is preferred, and a directed channel.
        let (xn, yn) = (w.as_named(x).is_some(), w.as_named(y).is_some());
        if self.is_interface(x) != self.is_interface(y) {
            return false;
        }
        if self.is_interface(x) {
            let methods = |t: TypeId| w.type_set(w.under_id(t)).methods.len();
            if xn && yn && !w.identical(x, y) || methods(x) != methods(y) {
                return false;
            }
        }
        if yn && !xn {
            self.set(param, y);
        } else if let (Type::Chan(ChanDir::Both, _), Type::Chan(dir, _)) = (w.under(x), w.under(y)) {
            if !xn && !yn && *dir != ChanDir::Both {
                self.set(param, y);
            }
        }
        true
    }

    fn interfaces(&mut self, x: TypeId, y: TypeId) -> bool {
        let w = self.world;
        if self.is_interface(x) && self.is_interface(y) {
            let (a, b) = (w.type_set(w.under_id(x)), w.type_set(w.under_id(y)));
            if a.comparable != b.comparable || !self.same_terms(&a.terms, &b.terms) {
                return false;
            }
            if self.pairs.contains(&(x, y)) {
                return true;
            }
            self.pairs.push((x, y));
            let (few, many) = if a.methods.len() <= b.methods.len() { (a, b) } else { (b, a) };
            return few.methods.iter().all(|m| {
                let other = many.methods.iter().find(|n| w.same_id(m.obj, n.obj));
                other.is_some_and(|n| self.unify(m.sig, n.sig, EXACT))
            });
        }
        let (iface, other) = if self.is_interface(x) { (x, y) } else { (y, x) };
        self.methods(other, iface)
    }

    /// Whether `ty` has the methods of an interface, with signatures that unify.
    pub(crate) fn methods(&mut self, ty: TypeId, iface: TypeId) -> bool {
        let w = self.world;
        let set = w.type_set(w.under_id(iface));
        set.methods.iter().all(|m| {
            let o = w.obj(m.obj);
            let Lookup::Found(f) = w.select(ty, false, o.pkg, o.name) else {
                return false;
            };
            matches!(w.obj(f.obj).kind, ObjKind::Func(_)) && {
                let sig = w.member_type(ty, f.obj, &f.path);
                w.is_invalid(sig) || self.unify(m.sig, sig, EXACT)
            }
        })
    }

    fn same_terms(&self, a: &Option<Vec<UnionTerm>>, b: &Option<Vec<UnionTerm>>) -> bool {
        match (a, b) {
            (None, None) => true,
            (Some(a), Some(b)) => {
                let within = |a: &[UnionTerm], b: &[UnionTerm]| {
                    a.iter().all(|s| b.iter().any(|t| s.tilde == t.tilde && self.world.identical(s.ty, t.ty)))
                };
                within(a, b) && within(b, a)
            }
            _ => false,
        }
    }

    fn structure(&mut self, x: TypeId, y: TypeId, mode: Mode, inner: Mode) -> bool {
        let w = self.world;
        let (xu, yu) = (w.unalias(x), w.unalias(y));
        match (w.ty(xu), w.ty(yu)) {
            (Type::Basic(a), Type::Basic(b)) => a == b,
            (Type::Pointer(a), Type::Pointer(b)) | (Type::Slice(a), Type::Slice(b)) => self.unify(*a, *b, inner),
            (Type::Array(a, n), Type::Array(b, m)) => n == m && self.unify(*a, *b, inner),
            (Type::Map(k1, v1), Type::Map(k2, v2)) => self.unify(*k1, *k2, inner) && self.unify(*v1, *v2, inner),
            (Type::Chan(d1, a), Type::Chan(d2, b)) => (!mode.exact || d1 == d2) && self.unify(*a, *b, inner),
            (Type::Tuple(a), Type::Tuple(b)) => {
                a.len() == b.len() && a.iter().zip(b).all(|(s, t)| self.unify(*s, *t, inner))
            }
            (Type::Struct(a), Type::Struct(b)) => {
                a.len() == b.len()
                    && a.iter().zip(b).all(|(f, g)| {
                        f.embedded == g.embedded
                            && f.tag == g.tag
                            && w.same_id(f.obj, g.obj)
                            && self.unify(f.ty, g.ty, inner)
                    })
            }
            (Type::Signature(a), Type::Signature(b)) => self.signatures(a, b, inner),
            (Type::Interface { .. }, Type::Interface { .. }) => {
                let (a, b) = (w.type_set(xu), w.type_set(yu));
                if self.pairs.contains(&(xu, yu)) {
                    return true;
                }
                self.pairs.push((xu, yu));
                a.comparable == b.comparable
                    && a.methods.len() == b.methods.len()
                    && self.same_terms(&a.terms, &b.terms)
                    && a.methods
                        .iter()
                        .zip(&b.methods)
                        .all(|(m, n)| w.same_id(m.obj, n.obj) && self.unify(m.sig, n.sig, EXACT))
            }
            (Type::Named(a), Type::Named(b)) => self.named(*a, *b, mode),
            (Type::TypeParam(_), Type::TypeParam(_)) => false,
            (Type::TypeParam(_), _) => match w.common_under(xu) {
                Some(core) => self.unify(core, y, ASSIGN),
                None => false,
            },
            _ => false,
        }
    }

    fn signatures(&mut self, a: &Signature, b: &Signature, mode: Mode) -> bool {
        // The type parameters of a generic argument take part as bound ones.
        a.variadic == b.variadic
            && a.params.len() == b.params.len()
            && a.results.len() == b.results.len()
            && a.params.iter().zip(&b.params).all(|(p, q)| self.unify(p.ty, q.ty, mode))
            && a.results.iter().zip(&b.results).all(|(p, q)| self.unify(p.ty, q.ty, mode))
    }

    fn named(&mut self, a: NamedId, b: NamedId, mode: Mode) -> bool {
        if a == b {
            return true;
        }
        let (a, b) = (self.world.named_data(a), self.world.named_data(b));
        a.origin.is_some()
            && a.origin == b.origin
            && a.targs.len() == b.targs.len()
            && a.targs.iter().zip(&b.targs).all(|(s, t)| self.unify(*s, *t, mode))
    }
}
