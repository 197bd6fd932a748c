//! Interface calls whose receiver's dynamic type is known become calls of its method.

use super::Inliner;
use crate::gcmodel::static_value::assigned_values;
use crate::gcmodel::ir::{Class, Data, F, N, Node, Op, V};
use golift_types::{ObjKind, Type, TypeId};

/// What is known of an interface value's dynamic type.
enum Known {
    /// It is nil, or not yet known on a cycle.
    Nothing,
    /// This type.
    Type(TypeId),
    /// Several, or unknown.
    Unknown,
}

impl Inliner<'_, '_> {
    /// Makes an interface call static if possible.
    pub(super) fn devirtualize(&mut self, f: F, n: N) {
        if self.p.n(n).op != Op::CallInter {
            return;
        }
        let Some(dot) = self.p.n(n).x else { return };
        let (Some(recv), Data::Method(_, name, _)) = (self.p.n(dot).x, self.p.n(dot).data.clone()) else { return };
        let Known::Type(ty) = self.concrete_type(f, recv, &mut Vec::new()) else { return };
        if self.w.is_interface(ty) {
            return;
        }
        let has_shape = |i: &Self, t: TypeId| i.w.link_type_string(t).contains("go.shape.");
        if self.w.link_type_string(ty).starts_with("go.shape.") {
            return;
        }
        let iface = self.p.n(recv).ty;
        for (what, of) in [("receiver", ty), ("interface", iface)] {
            if has_shape(self, of) {
                if self.out.level > 0 {
                    let text = format!("cannot devirtualize {}: shaped {what} {}", self.printer().node(n), self.printer().ty(of));
                    let pos = self.p.n(n).pos;
                    self.out.say(pos, &text);
                }
                return;
            }
        }
        let pkg = self.p.f(f).pkg;
        let Some(found) = self.w.select(ty, true, Some(pkg), name).found() else { return };
        match self.w.obj(found.obj).kind {
            ObjKind::Func(Some(_)) => {}
            ObjKind::Func(None) => return self.devirtualize_partly(n, dot, recv, ty, &found.path),
            _ => return,
        }
        let targs: Vec<TypeId> = self.method_targs(ty);
        let func = if targs.is_empty() {
            self.p.by_obj.get(&found.obj).copied()
        } else {
            let key = targs.iter().map(|&t| self.w.link_type_string(t)).collect::<Vec<_>>().join(";");
            self.p.instances.get(&(found.obj, key)).copied()
        };
        let Some(func) = func else { return };
        let pos = self.p.n(n).pos;
        if self.out.level > 0 {
            let text = format!("devirtualizing {} to {}", self.printer().node(dot), self.printer().ty(ty));
            self.out.say(pos, &text);
        }
        let at = self.p.n(dot).pos;
        let mut operand = self.p.add(Node::new(Op::DotType, at, ty).x(recv));
        let path = &found.path[..found.path.len().saturating_sub(1)];
        for &i in path {
            operand = self.field(operand, i, at);
        }
        let have = self.p.n(operand).ty;
        match (self.w.pointer_elem(have), self.w.has_pointer_receiver(found.obj)) {
            (Some(elem), false) => operand = self.p.add(Node::new(Op::Deref, at, elem).x(operand).implicit()),
            (None, true) => {
                let t = self.w.add_type(Type::Pointer(have));
                operand = self.p.add(Node::new(Op::Addr, at, t).x(operand).implicit());
            }
            _ => {}
        }
        let recv_ty = self.p.n(operand).ty;
        let fun_ty = self.p.n(dot).ty;
        let fun = self.p.add(Node::new(Op::MethExpr, at, fun_ty).data(Data::Method(Some(func), name, recv_ty)));
        let call = self.p.n_mut(n);
        call.op = Op::Call;
        call.x = Some(fun);
        call.list.insert(0, operand);
    }

    /// The method is that of an interface embedded in the known type.
    fn devirtualize_partly(&mut self, n: N, dot: N, recv: N, ty: TypeId, path: &[u32]) {
        let pos = self.p.n(n).pos;
        if self.out.level > 0 {
            let text = format!("partially devirtualizing {} to {}", self.printer().node(dot), self.printer().ty(ty));
            self.out.say(pos, &text);
        }
        let at = self.p.n(dot).pos;
        let mut operand = self.p.add(Node::new(Op::DotType, at, ty).x(recv));
        for &i in &path[..path.len().saturating_sub(1)] {
            operand = self.field(operand, i, at);
        }
        self.p.n_mut(dot).x = Some(operand);
    }

    fn method_targs(&self, ty: TypeId) -> Vec<TypeId> {
        match self.w.as_named(self.w.deref(ty).0) {
            Some(n) => self.w.named_data(n).targs.clone(),
            None => Vec::new(),
        }
    }

    fn field(&mut self, base: N, i: u32, pos: golift_base::Pos) -> N {
        let ty = self.p.n(base).ty;
        let (under, op) = match self.w.pointer_elem(ty) {
            Some(elem) => (elem, Op::DotPtr),
            None => (ty, Op::Dot),
        };
        let Type::Struct(fields) = self.w.under(under) else { return base };
        let (name, ty) = (fields[i as usize].name, fields[i as usize].ty);
        self.p.add(Node::new(op, pos, ty).x(base).data(Data::Field(name, i)))
    }

    fn concrete_type(&mut self, f: F, n: N, seen: &mut Vec<V>) -> Known {
        let mut n = n;
        loop {
            let node = self.p.n(n);
            if node.op == Op::Nil {
                return Known::Nothing;
            }
            if node.ty != crate::gcmodel::ir::NO_TYPE && !self.w.is_interface(node.ty) {
                return Known::Type(node.ty);
            }
            n = match node.op {
                Op::Conv | Op::ConvIface | Op::DotType => match node.x {
                    Some(x) => x,
                    None => return Known::Unknown,
                },
                Op::InlCall if node.list.len() == 1 => node.list[0],
                _ => break,
            };
        }
        let Some(v) = self.p.var_of(n) else { return Known::Unknown };
        if self.p.v(v).class != Class::Auto {
            return Known::Unknown;
        }
        if seen.contains(&v) {
            return Known::Nothing;
        }
        seen.push(v);
        let Some(values) = assigned_values(self.p, f, v) else { return Known::Unknown };
        let mut known = Known::Nothing;
        for value in values {
            match self.concrete_type(f, value, seen) {
                Known::Nothing => {}
                Known::Unknown => return Known::Unknown,
                Known::Type(t) => match known {
                    Known::Type(old) if !self.w.identical(old, t) => return Known::Unknown,
                    _ => known = Known::Type(t),
                },
            }
        }
        known
    }
}
