//! Finds defined types of infinite size: those that contain themselves other than through a pointer, slice, map,
//! channel, function or interface.
//!
//! Types are followed as they are declared, not as they are instantiated: a type parameter is looked up in the instance
//! that is being followed. A type that stands inside its own declaration is infinite. (The algorithm of go/types.)

use crate::check::Checker;
use crate::types::{NamedId, Type, TypeId};
use golift_base::Pos;

impl<'a> Checker<'a> {
    /// Whether a type is of finite size. Reports a defined type that contains itself; its underlying type becomes
    /// invalid.
    pub(crate) fn check_valid_type(&mut self, ty: TypeId) -> bool {
        self.finite(ty, &mut Vec::new(), &mut Vec::new())
    }

    /// `nest` holds the defined types whose declarations are being followed, `path` all on the way.
    fn finite(&mut self, ty: TypeId, nest: &mut Vec<NamedId>, path: &mut Vec<NamedId>) -> bool {
        match self.w.ty(self.w.unalias(ty)).clone() {
            Type::Named(n) => self.finite_named(n, nest, path),
            Type::TypeParam(p) => {
                // It stands for its argument in the instance whose declaration it is in.
                let Some(inner) = nest.pop() else { return true };
                let data = self.w.named_data(inner);
                let origin = data.origin.map(|o| self.w.named_data(o));
                let at = origin.and_then(|o| o.tparams.iter().position(|&q| q == p));
                let arg = at.and_then(|i| data.targs.get(i).copied());
                let result = arg.is_none_or(|arg| self.finite(arg, nest, path));
                nest.push(inner);
                result
            }
            Type::Struct(fields) => fields.iter().all(|f| self.finite(f.ty, nest, path)),
            Type::Array(elem, _) => self.finite(elem, nest, path),
            Type::Union(terms) => terms.iter().all(|t| self.finite(t.ty, nest, path)),
            Type::Interface { embeds, .. } => embeds.iter().all(|&(t, _)| self.finite(t, nest, path)),
            _ => true,
        }
    }

    fn finite_named(&mut self, n: NamedId, nest: &mut Vec<NamedId>, path: &mut Vec<NamedId>) -> bool {
        if self.valid_types.contains(&n) {
            return true;
        }
        let data = self.w.named_data(n).clone();
        let origin = data.origin.unwrap_or(n);
        // These were reported already.
        if self.infinite_types.contains(&origin) {
            return false;
        }
        if self.w.obj(data.obj).pkg != Some(self.pkg) && data.targs.is_empty() {
            return true;
        }
        if nest.iter().any(|&e| self.same_named(e, n)) {
            self.w.named[origin.0 as usize].underlying = Self::INVALID;
            self.infinite_types.insert(origin);
            let start = path.iter().position(|&e| e == n).unwrap_or(0);
            let cycle: Vec<(String, Pos)> = path[start..].iter().map(|&e| self.named_place(e)).collect();
            self.type_cycle_error(&cycle);
            return false;
        }
        let side = self.right_sides.get(&origin).copied();
        let side = side.unwrap_or_else(|| self.w.named_data(origin).underlying);
        path.push(n);
        nest.push(n);
        let result = self.finite(side, nest, path);
        nest.pop();
        path.pop();
        if result {
            self.valid_types.insert(n);
        }
        result
    }

    fn same_named(&self, a: NamedId, b: NamedId) -> bool {
        let (x, y) = (self.w.named_data(a), self.w.named_data(b));
        a == b
            || x.origin.is_some()
                && x.origin == y.origin
                && x.targs.len() == y.targs.len()
                && x.targs.iter().zip(&y.targs).all(|(&s, &t)| self.w.identical(s, t))
    }

    /// How messages name a defined type, and where it is declared or, if it is an instance, first instantiated.
    fn named_place(&self, n: NamedId) -> (String, Pos) {
        let data = self.w.named_data(n);
        let obj = self.w.obj(data.obj);
        match self.instance_places.get(&n) {
            Some(&(ty, pos)) => (self.tstr(ty), pos),
            None => (obj.name.to_string(), obj.pos),
        }
    }

    fn type_cycle_error(&mut self, cycle: &[(String, Pos)]) {
        let first = (0..cycle.len()).min_by_key(|&i| cycle[i].1).unwrap_or(0);
        let (name, pos) = &cycle[first];
        if cycle.len() == 1 {
            self.error("InvalidDeclCycle", *pos, format!("invalid recursive type: {name} refers to itself"));
            return;
        }
        let mut msg = format!("invalid recursive type {name}");
        for k in 0..cycle.len() {
            let (from, at) = &cycle[(first + k) % cycle.len()];
            let to = &cycle[(first + k + 1) % cycle.len()].0;
            msg.push_str(&format!("\n\t{}: {from} refers to {to}", self.pos_str(*at)));
        }
        self.error("InvalidDeclCycle", *pos, msg);
    }
}
