//! Places: what can be read, assigned or addressed.

use super::builder::SsaVar;
use super::func::{FuncLowerer, Local, expr_pos};
use golift_frontend::unparen;
use super::value::{NIL, SAFE, Val};
use golift_abi::BoundsKind;
use golift_frontend::ast::{Expr, ExprKind};
use golift_ssa::{Check, LocId, Op, ValueId};
use golift_types::{ObjKind, SelectionKind, Type, TypeId, VarKind};
use smallvec::SmallVec;

/// Something that holds a value.
#[derive(Clone, Debug)]
pub enum Place {
    /// The blank identifier.
    Blank,
    /// SSA variables.
    Ssa(SmallVec<[SsaVar; 4]>),
    /// Memory; `nil`: the pointer was not checked.
    Mem {
        /// The base.
        addr: ValueId,
        /// Bytes from it.
        off: i64,
        /// Whether the base may be nil.
        nil: bool,
    },
    /// A slice element whose index is checked on access.
    Elem {
        /// The slice's first element.
        ptr: ValueId,
        /// Its length.
        len: ValueId,
        /// The index.
        index: ValueId,
        /// Whether the index has a signed type.
        signed: bool,
        /// The element's size.
        size: u64,
        /// The index expression's location, for the check.
        loc: Option<LocId>,
    },
    /// A map element.
    Map {
        /// The map.
        map: ValueId,
        /// Its type.
        ty: TypeId,
        /// The key.
        key: Val,
    },
}

/// A place, or a value that is in none.
#[derive(Clone, Debug)]
pub enum Spot {
    /// A place.
    Place(Place),
    /// A value.
    Val(Val),
}

impl<'p> FuncLowerer<'p, '_> {
    /// Whether the expression denotes a place: a variable, or a part of one, or something behind a pointer or slice.
    pub fn has_place(&mut self, e: &Expr) -> bool {
        if self.hoisted.contains_key(&e.id) {
            return false;
        }
        match &e.kind {
            ExprKind::Name(n) => {
                n.is_blank()
                    || self
                        .use_of(e.id)
                        .or_else(|| self.def(e.id))
                        .is_some_and(|o| matches!(self.w.obj(o).kind, ObjKind::Var(_)))
            }
            ExprKind::Paren(x) => self.has_place(x),
            ExprKind::Star(_) => true,
            ExprKind::Selector(x, sel) => match self.w.info.selections.get(&e.id) {
                Some(s) if s.kind == SelectionKind::Field => {
                    let t = self.ty(x);
                    self.w.pointer_elem(t).is_some() || s.indirect || self.has_place(x)
                }
                Some(_) => false,
                None => self.use_of(sel.id).is_some_and(|o| matches!(self.w.obj(o).kind, ObjKind::Var(_))),
            },
            ExprKind::Index { x, .. } => {
                let t = self.ty(x);
                match self.w.under(t) {
                    Type::Slice(_) | Type::Pointer(_) => true,
                    Type::Array(..) => self.has_place(x),
                    _ => false,
                }
            }
            _ => false,
        }
    }

    /// The place or value of an expression.
    pub fn spot(&mut self, e: &'p Expr) -> Spot {
        if self.has_place(e) {
            let p = self.place(e);
            return Spot::Place(p);
        }
        Spot::Val(self.expr(e))
    }

    /// The place of an expression that denotes one.
    pub fn place(&mut self, e: &'p Expr) -> Place {
        match &e.kind {
            ExprKind::Paren(x) => self.place(x),
            ExprKind::Name(n) => {
                if n.is_blank() {
                    return Place::Blank;
                }
                let obj = self.use_of(e.id).or_else(|| self.def(e.id)).expect("a checked name has its object");
                self.var_place(obj)
            }
            ExprKind::Star(x) => {
                let p = self.scalar(x);
                self.b.set_pos(e.span.lo);
                Place::Mem { addr: p, off: 0, nil: true }
            }
            ExprKind::Selector(x, sel) => {
                let Some(s) = self.w.info.selections.get(&e.id) else {
                    let obj = self.use_of(sel.id).expect("a qualified identifier has its object");
                    return self.var_place(obj);
                };
                let recv = self.ty(x);
                let base = self.spot(x);
                self.b.set_pos(sel.span.lo);
                match self.walk_path(base, recv, &s.path).0 {
                    Spot::Place(p) => p,
                    Spot::Val(v) => {
                        let ty = self.ty(e);
                        let addr = self.spill(&v, ty);
                        Place::Mem { addr, off: 0, nil: false }
                    }
                }
            }
            ExprKind::Index { x, indices, .. } => self.index_place(e, x, &indices[0]),
            _ => {
                let ty = self.ty(e);
                let v = self.expr(e);
                let addr = self.spill(&v, ty);
                Place::Mem { addr, off: 0, nil: false }
            }
        }
    }

    /// The place of a variable.
    pub fn var_place(&mut self, obj: golift_types::ObjId) -> Place {
        match self.vars.get(&obj) {
            Some(Local::Ssa(vars)) => Place::Ssa(vars.clone()),
            Some(local) => {
                let local = local.clone();
                let addr = self.local_addr(&local).expect("a variable in memory");
                Place::Mem { addr, off: 0, nil: false }
            }
            None => {
                if !matches!(self.w.obj(obj).kind, ObjKind::Var(VarKind::Global)) {
                    panic!("lower: {}: variable {} has no storage", self.name, self.w.obj(obj).name);
                }
                let d = self.m.global(obj);
                let addr = self.data(d);
                Place::Mem { addr, off: 0, nil: false }
            }
        }
    }

    /// Follows field indices, through embedded pointers too; also gives the type found.
    pub fn walk_path(&mut self, base: Spot, ty: TypeId, path: &[u32]) -> (Spot, TypeId) {
        let mut at = base;
        let mut ty = ty;
        for &i in path {
            (at, ty) = self.deref_spot(at, ty);
            let (_, fty) = self.field(ty, i);
            at = match at {
                Spot::Val(v) => Spot::Val(self.project(&v, ty, i)),
                Spot::Place(p) => Spot::Place(self.field_place(p, ty, i)),
            };
            ty = self.m.subst(fty);
        }
        (at, ty)
    }

    /// Follows one pointer if the type is one.
    pub fn deref_spot(&mut self, at: Spot, ty: TypeId) -> (Spot, TypeId) {
        let Some(elem) = self.w.pointer_elem(ty) else {
            return (at, ty);
        };
        let p = match at {
            Spot::Val(v) => v.scalar(),
            Spot::Place(p) => self.load_place(&p, ty).scalar(),
        };
        (Spot::Place(Place::Mem { addr: p, off: 0, nil: true }), self.m.subst(elem))
    }

    /// A field of a struct in a place.
    pub fn field_place(&mut self, p: Place, strukt: TypeId, i: u32) -> Place {
        match self.resolve(p) {
            Place::Ssa(vars) => {
                let r = self.field_comps(strukt, i);
                Place::Ssa(vars[r].into())
            }
            Place::Mem { addr, off, nil } => Place::Mem { addr, off: off + self.field(strukt, i).0 as i64, nil },
            other => panic!("lower: field of {other:?}"),
        }
    }

    /// Checks a slice element's index.
    pub fn resolve(&mut self, p: Place) -> Place {
        match p {
            Place::Elem { ptr, len, index, signed, size, loc } => {
                let now = self.b.loc();
                self.b.set_loc(loc);
                self.bounds(index, len, BoundsKind::Index, signed);
                self.b.set_loc(now);
                let addr = self.elem_addr(ptr, index, size);
                Place::Mem { addr, off: 0, nil: false }
            }
            Place::Map { map, ty, key } => {
                let v = self.map_read(map, ty, &key);
                let Type::Map(_, elem) = *self.w.under(ty) else {
                    panic!("lower: map place of another type");
                };
                let addr = self.spill(&v, elem);
                Place::Mem { addr, off: 0, nil: false }
            }
            other => other,
        }
    }

    /// Panics unless the index is in bounds; nothing for constants that are.
    pub fn bounds(&mut self, index: ValueId, len: ValueId, kind: BoundsKind, signed: bool) {
        if let (Some(i), Some(n)) = (self.b.as_iconst(index), self.b.as_iconst(len)) {
            let ok = if kind == BoundsKind::Index { (i as u64) < n as u64 } else { i as u64 <= n as u64 };
            if ok {
                return;
            }
        }
        self.b.emit0(Op::Check(Check::Bounds { kind, signed }), &[index, len]);
    }

    /// `x[i]` as a place, for slices, arrays, pointers to arrays and maps.
    pub fn index_place(&mut self, e: &'p Expr, x: &'p Expr, index: &'p Expr) -> Place {
        let xt = self.ty(x);
        match *self.w.under(xt) {
            Type::Map(key, _) => {
                self.hoist_all(&[x, index]);
                let map = self.scalar(x);
                let key = self.m.subst(key);
                let key = self.expr_owned(index, key);
                self.b.set_pos(e.span.lo);
                Place::Map { map, ty: xt, key }
            }
            Type::Slice(elem) => {
                self.hoist_all(&[x, index]);
                let s = self.expr(x);
                let (i, signed) = self.index_value(index);
                self.b.set_pos(expr_pos(e));
                let size = self.size_of(elem);
                Place::Elem { ptr: s.at(0), len: s.at(1), index: i, signed, size, loc: self.b.loc() }
            }
            Type::Pointer(arr) => {
                self.hoist_all(&[x, index]);
                let p = self.scalar(x);
                let (i, signed) = self.index_value(index);
                self.b.set_pos(expr_pos(e));
                self.array_elem(Place::Mem { addr: p, off: 0, nil: true }, arr, i, signed)
            }
            Type::Array(..) => {
                self.hoist_all(&[x, index]);
                let base = match self.spot(x) {
                    Spot::Place(p) => self.resolve(p),
                    Spot::Val(v) => {
                        let addr = self.spill(&v, xt);
                        Place::Mem { addr, off: 0, nil: false }
                    }
                };
                let (i, signed) = self.index_value(index);
                self.b.set_pos(expr_pos(e));
                self.array_elem(base, xt, i, signed)
            }
            ref other => panic!("lower: {}: index of {other:?}", self.name),
        }
    }

    /// An element of an array in a place, checked.
    pub fn array_elem(&mut self, base: Place, array: TypeId, i: ValueId, signed: bool) -> Place {
        let Type::Array(elem, n) = *self.w.under(array) else {
            panic!("lower: element of a type that is no array");
        };
        let len = self.int(n as i64);
        if n == 0 {
            self.b.emit0(Op::Check(Check::Bounds { kind: BoundsKind::Index, signed }), &[i, len]);
            let addr = self.temp(elem);
            return Place::Mem { addr, off: 0, nil: false };
        }
        match self.resolve(base) {
            Place::Ssa(vars) => {
                self.bounds(i, len, BoundsKind::Index, signed);
                Place::Ssa(vars)
            }
            Place::Mem { addr, off, nil } => {
                let size = self.size_of(elem);
                if nil && size.saturating_mul(n).saturating_add(off as u64) >= golift_abi::NIL_PAGE {
                    self.check_nil(addr);
                    self.bounds(i, len, BoundsKind::Index, signed);
                    let base = self.offset(addr, off);
                    return Place::Mem { addr: self.elem_addr(base, i, size), off: 0, nil: false };
                }
                self.bounds(i, len, BoundsKind::Index, signed);
                if let Some(k) = self.b.as_iconst(i) {
                    if (k as u64) < n {
                        return Place::Mem { addr, off: off + (k as u64 * size) as i64, nil };
                    }
                }
                let base = self.offset(addr, off);
                Place::Mem { addr: self.elem_addr(base, i, size), off: 0, nil }
            }
            other => panic!("lower: element of {other:?}"),
        }
    }

    /// Reads a place.
    pub fn load_place(&mut self, p: &Place, ty: TypeId) -> Val {
        match self.resolve(p.clone()) {
            Place::Blank => self.zero(ty),
            Place::Ssa(vars) => Val::Flat(vars.iter().map(|&v| self.b.read(v)).collect()),
            Place::Mem { addr, off, nil } => self.load(addr, off, ty, if nil { NIL } else { SAFE }),
            other => panic!("lower: load of {other:?}"),
        }
    }

    /// Assigns to a place.
    pub fn store_place(&mut self, p: &Place, ty: TypeId, v: &Val) {
        match p {
            Place::Blank => {}
            Place::Ssa(vars) => {
                for (&var, &v) in vars.iter().zip(v.flat()) {
                    self.b.write(var, v);
                }
            }
            Place::Mem { addr, off, nil } => self.store(*addr, *off, ty, v, if *nil { NIL } else { SAFE }),
            Place::Elem { .. } => {
                let p = self.resolve(p.clone());
                self.store_place(&p, ty, v);
            }
            Place::Map { map, ty: map_ty, key } => {
                let addr = self.map_assign(*map, *map_ty, key);
                self.store(addr, 0, ty, v, SAFE);
            }
        }
    }

    /// The address of a place, checked for nil.
    pub fn place_addr(&mut self, p: Place) -> ValueId {
        match self.resolve(p) {
            Place::Mem { addr, off, nil } => {
                if nil {
                    self.check_nil(addr);
                }
                self.offset(addr, off)
            }
            other => panic!("lower: {}: address of {other:?}", self.name),
        }
    }

    /// The target of an assignment. Indices are checked and pointers followed when the assignment is done.
    pub fn target(&mut self, e: &'p Expr) -> Place {
        let e = unparen(e);
        match &e.kind {
            ExprKind::Name(n) if n.is_blank() => Place::Blank,
            _ => self.place(e),
        }
    }
}
