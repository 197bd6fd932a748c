//! Type identity. (Spec, Type identity; Uniqueness of identifiers.)

use crate::object::ObjId;
use crate::types::{Signature, Type, TypeId, TypeParamId, UnionTerm};
use crate::world::{PkgId, World};
use golift_base::Symbol;

impl World {
    /// Whether two types are identical (spec, Type identity).
    pub fn identical(&self, x: TypeId, y: TypeId) -> bool {
        Identity { world: self, ignore_tags: false, pairs: Vec::new(), tparams: Vec::new() }.eq(x, y)
    }

    /// Whether two types are identical when struct tags are ignored (spec, Conversions).
    pub fn identical_ignore_tags(&self, x: TypeId, y: TypeId) -> bool {
        Identity { world: self, ignore_tags: true, pairs: Vec::new(), tparams: Vec::new() }.eq(x, y)
    }

    /// Whether two names denote the same field or method: equal, and from one package unless exported.
    /// (Spec, Uniqueness of identifiers.)
    pub fn same_name(&self, a: Symbol, a_pkg: Option<PkgId>, b: Symbol, b_pkg: Option<PkgId>) -> bool {
        a == b && (a.is_exported() || a_pkg == b_pkg)
    }

    /// [`World::same_name`] for two objects.
    pub fn same_id(&self, a: ObjId, b: ObjId) -> bool {
        let (a, b) = (self.obj(a), self.obj(b));
        self.same_name(a.name, a.pkg, b.name, b.pkg)
    }
}

/// One identity question; `pairs` are the interface pairs assumed identical on the way down.
struct Identity<'a> {
    world: &'a World,
    ignore_tags: bool,
    pairs: Vec<(TypeId, TypeId)>,
    /// Type parameters of two generic signatures that correspond.
    tparams: Vec<(TypeParamId, TypeParamId)>,
}

impl Identity<'_> {
    fn eq(&mut self, x: TypeId, y: TypeId) -> bool {
        let w = self.world;
        let (x, y) = (w.unalias(x), w.unalias(y));
        if x == y {
            return true;
        }
        match (w.ty(x), w.ty(y)) {
            (Type::Basic(a), Type::Basic(b)) => a == b,
            (Type::Pointer(a), Type::Pointer(b)) | (Type::Slice(a), Type::Slice(b)) => self.eq(*a, *b),
            (Type::Array(a, n), Type::Array(b, m)) => n == m && self.eq(*a, *b),
            (Type::Map(k1, v1), Type::Map(k2, v2)) => self.eq(*k1, *k2) && self.eq(*v1, *v2),
            (Type::Chan(d1, a), Type::Chan(d2, b)) => d1 == d2 && self.eq(*a, *b),
            (Type::Tuple(a), Type::Tuple(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| self.eq(*a, *b)),
            (Type::TypeParam(a), Type::TypeParam(b)) => a == b || self.tparams.contains(&(*a, *b)),
            (Type::Struct(a), Type::Struct(b)) => {
                a.len() == b.len()
                    && a.iter().zip(b).all(|(f, g)| {
                        f.embedded == g.embedded
                            && (self.ignore_tags || f.tag == g.tag)
                            && w.same_id(f.obj, g.obj)
                            && self.eq(f.ty, g.ty)
                    })
            }
            (Type::Signature(a), Type::Signature(b)) => self.signatures(a, b),
            (Type::Union(a), Type::Union(b)) => {
                a.len() == b.len() && a.iter().zip(b).all(|(s, t)| s.tilde == t.tilde && self.eq(s.ty, t.ty))
            }
            (Type::Interface { .. }, Type::Interface { .. }) => self.interfaces(x, y),
            (Type::Named(a), Type::Named(b)) => {
                let (a, b) = (w.named_data(*a), w.named_data(*b));
                match (a.origin, b.origin) {
                    (Some(o), Some(p)) if o == p && a.targs.len() == b.targs.len() => {
                        a.targs.iter().zip(&b.targs).all(|(s, t)| self.eq(*s, *t))
                    }
                    _ => false,
                }
            }
            _ => false,
        }
    }

    fn signatures(&mut self, a: &Signature, b: &Signature) -> bool {
        if a.tparams.len() != b.tparams.len()
            || a.variadic != b.variadic
            || a.params.len() != b.params.len()
            || a.results.len() != b.results.len()
        {
            return false;
        }
        let depth = self.tparams.len();
        self.tparams.extend(a.tparams.iter().copied().zip(b.tparams.iter().copied()));
        let w = self.world;
        let same = a.tparams.iter().zip(&b.tparams).all(|(p, q)| {
            let (c, d) = (w.constraint_interface(*p), w.constraint_interface(*q));
            self.eq(c, d)
        }) && a.params.iter().zip(&b.params).all(|(p, q)| self.eq(p.ty, q.ty))
            && a.results.iter().zip(&b.results).all(|(p, q)| self.eq(p.ty, q.ty));
        self.tparams.truncate(depth);
        same
    }

    fn interfaces(&mut self, x: TypeId, y: TypeId) -> bool {
        let w = self.world;
        let (a, b) = (w.type_set(x), w.type_set(y));
        if a.comparable != b.comparable || a.methods.len() != b.methods.len() {
            return false;
        }
        match (&a.terms, &b.terms) {
            (None, None) => {}
            (Some(s), Some(t)) => {
                let within = |s: &[UnionTerm], t: &[UnionTerm], me: &mut Self| {
                    s.iter().all(|x| t.iter().any(|y| x.tilde == y.tilde && me.eq(x.ty, y.ty)))
                };
                if !within(s, t, self) || !within(t, s, self) {
                    return false;
                }
            }
            _ => return false,
        }
        if self.pairs.contains(&(x, y)) {
            return true;
        }
        self.pairs.push((x, y));
        a.methods.iter().zip(&b.methods).all(|(m, n)| w.same_id(m.obj, n.obj) && self.eq(m.sig, n.sig))
    }
}
