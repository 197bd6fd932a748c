//! Composite literals. (Spec, Composite literals.)

use super::func::FuncLowerer;
use super::keys::FuncKey;
use super::value::{SAFE, Val, Vals};
use golift_abi::Builtin;
use golift_frontend::ast::{Expr, ExprKind};
use golift_frontend::unparen;
use golift_ssa::{Op, SiteKind, Ty, ValueId};
use golift_types::{Type, TypeId};
use smallvec::{SmallVec, smallvec};

/// Literals of slices with more bytes are refused.
const MAX_LITERAL: u64 = 1 << 31;

/// From this number of constant elements on, an array literal is copied from static data.
const STATIC_ELEMS: usize = 4;

impl<'p> FuncLowerer<'p, '_> {
    /// A composite literal as a value.
    pub fn composite(&mut self, e: &'p Expr) -> Val {
        let ty = self.ty(e);
        if self.w.pointer_elem(ty).is_some() {
            // An elided `&T{…}`.
            return self.addr_composite(e, e);
        }
        let ExprKind::Composite { elems, lbrace, .. } = &e.kind else {
            panic!("lower: composite literal of another sort");
        };
        match *self.w.under(ty) {
            Type::Slice(elem) => self.slice_literal(e, elem, elems),
            Type::Map(..) => self.map_literal(e, ty, elems),
            _ if self.is_mem(ty) => {
                let a = self.temp(ty);
                self.composite_into(e, a, 0);
                Val::Mem(a)
            }
            Type::Struct(_) => {
                self.b.set_pos(*lbrace);
                let mut out = match self.zero(ty) {
                    Val::Flat(v) => v,
                    Val::Mem(_) => Vals::new(),
                };
                self.hoist_elements(elems);
                for (path, v) in self.struct_elems(ty, elems) {
                    let (mut fty, mut first) = (ty, 0);
                    for i in path {
                        first += self.field_comps(fty, i).start;
                        let inner = self.field(fty, i).1;
                        fty = self.m.subst(inner);
                    }
                    let v = self.expr_as(v, fty);
                    out[first..first + v.flat().len()].copy_from_slice(v.flat());
                }
                Val::Flat(out)
            }
            Type::Array(elem, _) => {
                // Arrays of one element, or of elements without data.
                let mut out = self.zero(ty);
                for (_, v) in self.array_elems(elems) {
                    let v = self.expr_as(v, elem);
                    if !v.flat().is_empty() {
                        out = v;
                    }
                }
                out
            }
            ref other => panic!("lower: composite literal of {other:?}"),
        }
    }

    /// The paths to the fields and their values, in source order; only promoted fields have more than one step.
    fn struct_elems(&mut self, ty: TypeId, elems: &'p [Expr]) -> Vec<(SmallVec<[u32; 2]>, &'p Expr)> {
        let Type::Struct(fields) = self.w.under(ty) else {
            panic!("lower: struct literal of another type");
        };
        let mut out = Vec::new();
        for (i, el) in elems.iter().enumerate() {
            match &el.kind {
                ExprKind::KeyValue(k, v) => {
                    let ExprKind::Name(name) = &unparen(k).kind else {
                        continue;
                    };
                    if let Some(s) = self.w.info.selections.get(&unparen(k).id) {
                        out.push((s.path.iter().copied().collect(), &**v));
                    } else if let Some(at) = fields.iter().position(|f| f.name == *name) {
                        out.push((smallvec![at as u32], &**v));
                    }
                }
                _ => out.push((smallvec![i as u32], el)),
            }
        }
        out
    }

    /// The offset and type of a field.
    fn literal_field(&mut self, ty: TypeId, path: &[u32]) -> (u64, TypeId) {
        let (mut ty, mut offset) = (ty, 0);
        for &i in path {
            let (at, inner) = self.field(ty, i);
            ty = self.m.subst(inner);
            offset += at;
        }
        (offset, ty)
    }

    /// The indices and values of an array or slice literal, in source order.
    fn array_elems(&mut self, elems: &'p [Expr]) -> Vec<(u64, &'p Expr)> {
        let mut next = 0;
        let mut out = Vec::new();
        for el in elems {
            let v = match &el.kind {
                ExprKind::KeyValue(k, v) => {
                    if let Some(n) = self.const_value(k).and_then(|c| c.to_int().as_u64()) {
                        next = n;
                    }
                    &**v
                }
                _ => el,
            };
            out.push((next, v));
            next += 1;
        }
        out
    }

    fn hoist_elements(&mut self, elems: &'p [Expr]) {
        let values: Vec<&'p Expr> = elems
            .iter()
            .map(|el| match &el.kind {
                ExprKind::KeyValue(_, v) => &**v,
                _ => el,
            })
            .collect();
        self.hoist_all(&values);
    }

    /// Builds a struct or array literal in fresh zeroed memory.
    pub fn composite_into(&mut self, e: &'p Expr, addr: ValueId, off: i64) {
        let ty = self.ty(e);
        let ExprKind::Composite { elems, .. } = &e.kind else {
            panic!("lower: composite literal of another sort");
        };
        self.hoist_elements(elems);
        match *self.w.under(ty) {
            Type::Struct(_) => {
                for (path, v) in self.struct_elems(ty, elems) {
                    let (at, fty) = self.literal_field(ty, &path);
                    self.element_into(v, addr, off + at as i64, fty);
                }
            }
            Type::Array(elem, n) => self.elements_into(elems, addr, off, elem, n),
            ref other => panic!("lower: composite literal of {other:?} in memory"),
        }
    }

    /// Stores the elements of an array in fresh zeroed memory.
    fn elements_into(&mut self, elems: &'p [Expr], addr: ValueId, off: i64, elem: TypeId, n: u64) {
        let list = self.array_elems(elems);
        let size = self.size_of(elem);
        if list.len() >= STATIC_ELEMS {
            if let Some(bytes) = self.constant_array(&list, elem, n) {
                let total = bytes.len() as u64;
                let d = self.m.const_bytes(&bytes, self.w.align_of(elem));
                let src = self.data(d);
                let dst = self.offset(addr, off);
                self.b.emit0(Op::MemCopy(total, SAFE), &[dst, src]);
                return;
            }
        }
        for (i, v) in list {
            self.element_into(v, addr, off + (i * size) as i64, elem);
        }
    }

    /// The bytes of an array of constant numbers.
    fn constant_array(&mut self, list: &[(u64, &'p Expr)], elem: TypeId, n: u64) -> Option<Vec<u8>> {
        let Type::Basic(b) = *self.w.under(elem) else {
            return None;
        };
        let size = self.size_of(elem) as usize;
        let end = list.iter().map(|(i, _)| i + 1).max()?;
        if !(b.is_integer() || b.is_boolean() || b.is_float()) || end > n || end > 2 * list.len() as u64 {
            return None;
        }
        let mut bytes = vec![0; end as usize * size];
        for &(i, e) in list {
            let c = self.const_value(e)?;
            let bits = if b.is_boolean() {
                c.as_bool()? as u64
            } else if b.is_integer() {
                c.to_int().low_bits()?
            } else if size == 4 {
                c.as_f32()?.to_bits() as u64
            } else {
                c.as_f64()?.to_bits()
            };
            bytes[i as usize * size..][..size].copy_from_slice(&bits.to_le_bytes()[..size]);
        }
        Some(bytes)
    }

    fn element_into(&mut self, v: &'p Expr, addr: ValueId, off: i64, ty: TypeId) {
        let x = unparen(v);
        let literal = matches!(x.kind, ExprKind::Composite { .. }) && !self.hoisted.contains_key(&x.id);
        if literal && matches!(self.w.under(ty), Type::Struct(_) | Type::Array(..)) {
            let from = self.ty(x);
            if self.w.identical(from, ty) {
                return self.composite_into(x, addr, off);
            }
        }
        let v = self.expr_as(v, ty);
        self.store(addr, off, ty, &v, SAFE);
    }

    /// `&T{…}`: `e` is the whole expression, `lit` the literal.
    pub fn addr_composite(&mut self, e: &'p Expr, lit: &'p Expr) -> Val {
        let ptr = self.ty(e);
        let ty = self.w.pointer_elem(ptr).map_or(ptr, |t| self.m.subst(t));
        let pos = super::func::expr_pos(e);
        self.b.set_pos(pos);
        let layout = self.m.layout(ty);
        let text = if std::ptr::eq(e, lit) { format!("&{}", self.literal_text(lit, ty)) } else { self.text(e) };
        let site = self.site(pos, text, SiteKind::AddrLit, Some(layout));
        match *self.w.under(ty) {
            Type::Struct(_) | Type::Array(..) => {
                if let ExprKind::Composite { elems, .. } = &lit.kind {
                    self.hoist_elements(elems);
                }
                let a = self.b.emit(Op::Alloc(site), &[], Ty::Ptr);
                self.composite_inner(lit, a, ty);
                Val::one(a)
            }
            _ => {
                // `&[]int{…}`, `&map…{…}`.
                let v = self.composite(lit);
                let a = self.b.emit(Op::Alloc(site), &[], Ty::Ptr);
                self.store(a, 0, ty, &v, SAFE);
                Val::one(a)
            }
        }
    }

    /// Like [`Self::composite_into`], for a literal whose recorded type may be the pointer.
    fn composite_inner(&mut self, lit: &'p Expr, addr: ValueId, ty: TypeId) {
        let ExprKind::Composite { elems, .. } = &lit.kind else {
            panic!("lower: composite literal of another sort");
        };
        match *self.w.under(ty) {
            Type::Array(elem, n) => self.elements_into(elems, addr, 0, elem, n),
            _ => {
                for (path, v) in self.struct_elems(ty, elems) {
                    let (at, fty) = self.literal_field(ty, &path);
                    self.element_into(v, addr, at as i64, fty);
                }
            }
        }
    }

    fn slice_literal(&mut self, e: &'p Expr, elem: TypeId, elems: &'p [Expr]) -> Val {
        let elem = self.m.subst(elem);
        let n = self.array_elems(elems).iter().map(|(i, _)| i + 1).max().unwrap_or(0);
        self.hoist_elements(elems);
        let pos = super::func::expr_pos(e);
        self.b.set_pos(pos);
        let bytes = self.size_of(elem).saturating_mul(n);
        if bytes > MAX_LITERAL {
            self.frame_too_large(pos, bytes);
            let nil = self.nil();
            let n = self.int(n as i64);
            return Val::of(&[nil, n, n]);
        }
        let layout = self.m.array_layout(elem, n);
        let text = self.text(e);
        let site = self.site(pos, text, SiteKind::SliceLit, Some(layout));
        let a = self.b.emit(Op::Alloc(site), &[], Ty::Ptr);
        self.elements_into(elems, a, 0, elem, n);
        let n = self.int(n as i64);
        Val::of(&[a, n, n])
    }

    /// The official compiler keeps the elements of a slice literal in the frame, however many they are.
    fn frame_too_large(&mut self, literal: golift_base::Pos, bytes: u64) {
        let pos = match self.m.key_of(self.id) {
            FuncKey::Decl(obj, _) => self.w.obj(*obj).pos,
            _ => literal,
        };
        let text = format!("stack frame too large (>1GB): {} MB locals + 0 MB args", bytes >> 20);
        self.m.diagnostics.error("FrameTooLarge", pos, text);
    }

    fn map_literal(&mut self, e: &'p Expr, ty: TypeId, elems: &'p [Expr]) -> Val {
        let (kt, vt) = self.map_types(ty);
        let mut all = Vec::new();
        for el in elems {
            if let ExprKind::KeyValue(k, v) = &el.kind {
                all.push((&**k, &**v));
            }
        }
        let pos = super::func::expr_pos(e);
        self.b.set_pos(pos);
        let text = self.text(e);
        let site = self.site(pos, text, SiteKind::MapLit, None);
        let d = self.desc(ty);
        let hint = self.int(all.len() as i64);
        let map = self.builtin1(Builtin::rt_makemap, &[d, hint], Some(site));
        for (k, v) in all {
            self.hoist_all(&[k, v]);
            let k = self.expr_owned(k, kt);
            let v = self.expr_as(v, vt);
            self.b.set_pos(pos);
            let a = self.map_assign(map, ty, &k);
            self.store(a, 0, vt, &v, SAFE);
        }
        Val::one(map)
    }
}
