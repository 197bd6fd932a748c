//! Finds defined types of infinite size: those that contain themselves other than through a pointer, slice, map,
//! channel, function or interface.

use crate::check::Checker;
use crate::object::ObjId;
use crate::types::{NamedId, Type, TypeId};

/// More instances of one generic type inside each other than this count as infinitely many.
const MAX_NESTED_INSTANCES: usize = 50;

impl<'a> Checker<'a> {
    /// Whether a type is of finite size. Reports a defined type that contains itself; its underlying type becomes
    /// invalid.
    pub(crate) fn check_valid_type(&mut self, ty: TypeId) -> bool {
        let mut path = Vec::new();
        let Err(cycle) = self.finite(ty, &mut path) else { return true };
        if !cycle.is_empty() {
            let objs: Vec<ObjId> = cycle.iter().map(|&n| self.w.named_data(n).obj).collect();
            self.cycle_error(&objs);
            for n in cycle {
                let n = self.w.named_data(n).origin.unwrap_or(n);
                self.w.named[n.0 as usize].underlying = Self::INVALID;
                self.infinite_types.insert(n);
            }
        }
        false
    }

    fn finite(&mut self, ty: TypeId, path: &mut Vec<NamedId>) -> Result<(), Vec<NamedId>> {
        match self.w.ty(self.w.unalias(ty)).clone() {
            Type::Named(n) => {
                if self.valid_types.contains(&n) {
                    return Ok(());
                }
                let data = self.w.named_data(n);
                // These were reported already; instances may still have an infinite underlying type.
                if self.infinite_types.contains(&data.origin.unwrap_or(n)) {
                    return Err(Vec::new());
                }
                if self.w.obj(data.obj).pkg != Some(self.pkg) && data.targs.is_empty() {
                    return Ok(());
                }
                if let Some(i) = path.iter().position(|&p| p == n) {
                    return Err(path[i..].to_vec());
                }
                // Instances that contain ever larger instances of themselves.
                let same = |p: &NamedId| data.origin.is_some() && self.w.named_data(*p).origin == data.origin;
                if path.iter().filter(|p| same(p)).count() > MAX_NESTED_INSTANCES {
                    return Err(vec![n]);
                }
                let under = match data.origin {
                    Some(_) => self.w.named_underlying(n),
                    None => self.right_sides.get(&n).copied().unwrap_or(data.underlying),
                };
                path.push(n);
                let result = self.finite(under, path);
                path.pop();
                if result.is_ok() {
                    self.valid_types.insert(n);
                }
                result
            }
            Type::Struct(fields) => fields.iter().try_for_each(|f| self.finite(f.ty, path)),
            Type::Array(elem, _) => self.finite(elem, path),
            Type::Union(terms) => terms.iter().try_for_each(|t| self.finite(t.ty, path)),
            Type::Interface { embeds, .. } => embeds.iter().try_for_each(|&(t, _)| self.finite(t, path)),
            _ => Ok(()),
        }
    }
}
