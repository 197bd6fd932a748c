//! The part of the capture analysis that walks expressions: uses, addresses taken, calls.

use super::captures::{LitFacts, Walker};
use golift_frontend::ast::{Expr, ExprKind, UnaryOp};
use golift_types::{Builtin, Mode, ObjKind, SelectionKind, Type, TypeId};

impl Walker<'_> {
    fn mode(&self, e: &Expr) -> Option<Mode> {
        self.world.info.types.get(e.id.0 as usize)?.as_ref().map(|t| t.mode)
    }

    /// Marks `e` as containing a call if one of the parts does.
    fn inherit(&mut self, e: &Expr, parts: &[&Expr]) {
        if parts.iter().any(|p| self.a.calls.contains(&p.id)) {
            self.a.calls.insert(e.id);
        }
    }

    pub(super) fn expr(&mut self, e: &Expr) {
        if matches!(self.mode(e), Some(Mode::Type | Mode::Constant)) {
            return;
        }
        match &e.kind {
            ExprKind::Bad | ExprKind::Lit { .. } | ExprKind::Ellipsis(_) => {}
            ExprKind::ArrayType { .. }
            | ExprKind::SliceType(_)
            | ExprKind::MapType(..)
            | ExprKind::ChanType(..)
            | ExprKind::FuncType(_)
            | ExprKind::StructType(_)
            | ExprKind::InterfaceType(_) => {}
            ExprKind::Name(_) => {
                if let Some(obj) = self.use_of(e.id) {
                    self.use_var(obj);
                }
            }
            ExprKind::Composite { elems, .. } => {
                let fields = self.is_struct_lit(e);
                for el in elems {
                    match &el.kind {
                        ExprKind::KeyValue(k, v) => {
                            if !fields {
                                self.expr(k);
                            }
                            self.expr(v);
                            if self.a.calls.contains(&v.id) || self.a.calls.contains(&k.id) {
                                self.a.calls.insert(e.id);
                            }
                        }
                        _ => {
                            self.expr(el);
                            self.inherit(e, &[el]);
                        }
                    }
                }
            }
            ExprKind::KeyValue(k, v) => {
                self.expr(k);
                self.expr(v);
            }
            ExprKind::FuncLit(lit) => {
                let parent = self.cur;
                let index = self.a.lits.len() as u32;
                let place = self.place();
                self.a.lits.push(LitFacts { parent, root: index, place, ..LitFacts::default() });
                self.a.lit_index.insert(e.id, index);
                let depth = std::mem::replace(&mut self.loop_depth, 0);
                self.cur = index;
                self.func(&lit.ty, &lit.body);
                self.cur = parent;
                self.loop_depth = depth;
            }
            ExprKind::Paren(x) => {
                self.expr(x);
                self.inherit(e, &[x]);
            }
            ExprKind::Selector(x, _) => {
                self.expr(x);
                self.inherit(e, &[x]);
                if let Some(sel) = self.world.info.selections.get(&e.id) {
                    let by_ptr = sel.kind == SelectionKind::Method && self.world.has_pointer_receiver(sel.obj);
                    if by_ptr && self.receiver_is_addressed(sel.recv, &sel.path) {
                        self.take_address(x);
                    }
                }
            }
            ExprKind::Index { x, indices, .. } => {
                self.expr(x);
                for i in indices {
                    self.expr(i);
                    self.inherit(e, &[i]);
                }
                self.inherit(e, &[x]);
            }
            ExprKind::Slice { x, lo, hi, max, .. } => {
                self.expr(x);
                self.inherit(e, &[x]);
                for i in [lo, hi, max].into_iter().flatten() {
                    self.expr(i);
                    self.inherit(e, &[i]);
                }
                let is_array = self.world.info.types[x.id.0 as usize]
                    .as_ref()
                    .is_some_and(|t| matches!(self.world.under(t.ty), Type::Array(..)));
                if is_array {
                    self.take_address(x);
                }
            }
            ExprKind::TypeAssert { x, .. } => {
                self.expr(x);
                self.inherit(e, &[x]);
            }
            ExprKind::Call { fun, args, .. } => self.call(e, fun, args),
            ExprKind::Star(x) => {
                self.expr(x);
                self.inherit(e, &[x]);
            }
            ExprKind::Unary(op, x) => {
                self.expr(x);
                self.inherit(e, &[x]);
                match op {
                    UnaryOp::Addr => self.take_address(x),
                    UnaryOp::Recv => {
                        self.a.calls.insert(e.id);
                    }
                    _ => {}
                }
            }
            ExprKind::Binary { .. } => self.binary(e),
        }
    }

    /// Walks down the left spine without recursion: generated code has chains of thousands of operands.
    fn binary(&mut self, e: &Expr) {
        let mut spine = Vec::new();
        let mut at = e;
        while let ExprKind::Binary { x, y, .. } = &at.kind {
            spine.push((at, &**x, &**y));
            at = x;
        }
        self.expr(at);
        for (e, x, y) in spine.into_iter().rev() {
            self.expr(y);
            self.inherit(e, &[x, y]);
        }
    }

    fn call(&mut self, e: &Expr, fun: &Expr, args: &[Expr]) {
        self.expr(fun);
        for a in args {
            self.expr(a);
            self.inherit(e, &[a]);
        }
        self.inherit(e, &[fun]);
        match self.mode(fun) {
            Some(Mode::Type) => {}
            Some(Mode::Builtin) => {
                let mut f = fun;
                while let ExprKind::Paren(x) = &f.kind {
                    f = x;
                }
                let id = match &f.kind {
                    ExprKind::Selector(_, sel) => sel.id,
                    _ => f.id,
                };
                let Some(ObjKind::Builtin(b)) = self.use_of(id).map(|o| self.world.obj(o).kind.clone()) else {
                    return;
                };
                match b {
                    Builtin::Recover => {
                        self.a.lits[self.cur as usize].has_recover = true;
                        self.a.calls.insert(e.id);
                    }
                    Builtin::Append | Builtin::Copy | Builtin::Panic | Builtin::Clear | Builtin::Delete => {
                        self.a.calls.insert(e.id);
                    }
                    _ => {}
                }
            }
            _ => {
                self.a.calls.insert(e.id);
            }
        }
    }

    fn is_struct_lit(&self, e: &Expr) -> bool {
        let Some(t) = &self.world.info.types[e.id.0 as usize] else {
            return false;
        };
        let ty = match self.world.under(t.ty) {
            Type::Pointer(p) => *p,
            _ => t.ty,
        };
        matches!(self.world.under(ty), Type::Struct(_))
    }

    /// Whether a pointer-receiver method called through this path takes the operand's own address.
    fn receiver_is_addressed(&self, ty: TypeId, path: &[u32]) -> bool {
        // The path's last index is the method's.
        let path = &path[..path.len().saturating_sub(1)];
        let mut at = ty;
        for &i in path {
            if self.world.pointer_elem(at).is_some() {
                return false;
            }
            match self.world.under(at) {
                Type::Struct(fields) => at = fields[i as usize].ty,
                _ => return false,
            }
        }
        self.world.pointer_elem(at).is_none() && !self.world.is_interface(at)
    }
}
