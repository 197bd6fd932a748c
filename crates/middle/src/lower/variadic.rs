//! Variadic arguments. (Spec, Passing arguments to ... parameters.)

use super::func::FuncLowerer;
use super::value::{SAFE, Val};
use golift_base::Pos;
use golift_ssa::{Op, SiteId, SiteKind, Ty};
use golift_types::{Type, TypeId};

/// What becomes of variadic arguments.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Rest {
    /// A slice.
    Slice,
    /// They stay values if there are any: who evaluates them now and calls later has its own place for them.
    Apart,
}

impl FuncLowerer<'_, '_> {
    /// The type of the elements of a variadic parameter.
    pub fn variadic_elem(&mut self, slice: TypeId) -> TypeId {
        let Type::Slice(elem) = *self.w.under(slice) else {
            panic!("lower: variadic parameter of another type");
        };
        self.m.subst(elem)
    }

    /// Evaluates them.
    pub fn variadic_values(&mut self, slice: TypeId, n: usize, mut value: impl FnMut(&mut Self, usize, TypeId) -> Val) -> Vec<Val> {
        let elem = self.variadic_elem(slice);
        (0..n)
            .map(|i| {
                let v = value(self, i, elem);
                if n > 1 { self.own(v, elem) } else { v }
            })
            .collect()
    }

    /// The slice of variadic arguments; nil without any.
    pub fn variadic(&mut self, slice: TypeId, values: &[Val], pos: Pos) -> Val {
        let n = values.len();
        if n == 0 {
            return self.zero(slice);
        }
        self.b.set_pos(pos);
        let site = self.variadic_site(slice, n, pos);
        self.variadic_at(slice, values, site)
    }

    /// The site of a slice of `n` variadic arguments.
    pub fn variadic_site(&mut self, slice: TypeId, n: usize, pos: Pos) -> SiteId {
        let elem = self.variadic_elem(slice);
        let layout = self.m.array_layout(elem, n as u64);
        self.site(pos, String::from("... argument"), SiteKind::Variadic, Some(layout))
    }

    /// The slice of these values, made at the site.
    pub fn variadic_at(&mut self, slice: TypeId, values: &[Val], site: SiteId) -> Val {
        let elem = self.variadic_elem(slice);
        let a = self.b.emit(Op::Alloc(site), &[], Ty::Ptr);
        let size = self.size_of(elem);
        for (i, v) in values.iter().enumerate() {
            self.store(a, (i as u64 * size) as i64, elem, v, SAFE);
        }
        let n = self.int(values.len() as i64);
        Val::of(&[a, n, n])
    }
}
