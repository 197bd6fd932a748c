//! Which package-level initialisers are static data, and which may be left out when nothing mentions their variable.
//!
//! Static: constants, nil, composite literals of static values (no maps), addresses of such literals and of variables,
//! `new`, functions, function literals, conversions that change no bits, interface values of all these. Nobody can
//! observe that such a variable has its value before the initialisers of other variables run, unless these reach it
//! in a way that the initialisation order does not see; the official compiler differs from the spec there likewise.

use super::keys::FuncKey;
use super::module::ModuleBuilder;
use golift_frontend::ast::{BinaryOp, Expr, ExprKind, NodeId, UnaryOp};
use golift_ssa::DataId;
use golift_types::{Builtin, Mode, ObjId, ObjKind, PkgId, SelectionKind, Type, TypeAndValue, TypeId, VarKind};
use rustc_hash::FxHashMap;

/// The largest literal that becomes static data, in bytes.
const MAX_STATIC: u64 = 64 << 20;

/// How an initialiser is carried out.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum InitClass {
    /// As data.
    Static,
    /// By code without effects, only if something mentions the variable.
    Lazy,
    /// By code, always.
    Eager,
}

/// Which initialisers are static.
#[derive(Default)]
pub struct Statics {
    /// By package and index in `init_order`.
    pub(super) classes: Vec<Vec<InitClass>>,
    /// Where a variable is initialised.
    inits: FxHashMap<ObjId, (PkgId, u32)>,
    /// Chunks of code by their first initialiser: one past their last.
    ends: FxHashMap<(PkgId, u32), u32>,
    /// Variables to be filled.
    pending: Vec<(ObjId, DataId)>,
    /// Where all pointers to objects without size point.
    pub(super) zero_base: Option<DataId>,
}

impl Statics {
    /// One past the last initialiser of the chunk that starts at `i`.
    pub(super) fn chunk_end(&self, pkg: PkgId, i: u32) -> Option<u32> {
        self.ends.get(&(pkg, i)).copied()
    }
}

impl<'p> ModuleBuilder<'p> {
    /// Type, mode and value of an expression as the checker recorded them (without substitution).
    pub fn recorded(&self, id: NodeId) -> Option<&'p TypeAndValue> {
        let w = self.world;
        w.info.types.get(id.0 as usize)?.as_ref()
    }

    /// The object that a name refers to.
    pub fn used_obj(&self, id: NodeId) -> Option<ObjId> {
        *self.world.info.uses.get(id.0 as usize)?
    }

    /// Decides for every package-level initialiser how it is carried out.
    pub(super) fn classify_initializers(&mut self) {
        let w = self.world;
        for (p, pkg) in w.packages.iter().enumerate() {
            let id = PkgId(p as u32);
            let mut classes = Vec::new();
            for (i, init) in pkg.init_order.iter().enumerate() {
                let class = match (&init.lhs[..], self.init_expr(id, init)) {
                    ([var], Some(e)) => {
                        self.statics.inits.insert(*var, (id, i as u32));
                        if self.is_static(e, w.obj(*var).ty) {
                            InitClass::Static
                        } else if self.is_pure(e) {
                            InitClass::Lazy
                        } else {
                            InitClass::Eager
                        }
                    }
                    _ => InitClass::Eager,
                };
                classes.push(class);
            }
            let mut from = None;
            for i in 0..=classes.len() as u32 {
                match (classes.get(i as usize), from) {
                    (Some(InitClass::Eager), None) => from = Some(i),
                    (Some(InitClass::Lazy) | None, Some(f)) => {
                        self.statics.ends.insert((id, f), i);
                        from = None;
                    }
                    _ => {}
                }
                if classes.get(i as usize) == Some(&InitClass::Lazy) {
                    self.statics.ends.insert((id, i), i + 1);
                }
            }
            self.statics.classes.push(classes);
        }
    }

    /// The chunks of a package's initialisers that always run, as ranges of `init_order`.
    pub(super) fn eager_chunks(&self, pkg: PkgId) -> Vec<(u32, u32)> {
        let classes = &self.statics.classes[pkg.0 as usize];
        let eager = (0..classes.len() as u32).filter(|i| classes[*i as usize] == InitClass::Eager);
        eager.filter_map(|i| Some((i, self.statics.chunk_end(pkg, i)?))).collect()
    }

    /// A variable is mentioned for the first time: its initialiser is needed.
    pub(super) fn on_new_global(&mut self, obj: ObjId, data: DataId) {
        if self.world.info.embedded.contains_key(&obj) {
            self.statics.pending.push((obj, data));
            return;
        }
        let Some(&(pkg, i)) = self.statics.inits.get(&obj) else { return };
        match self.statics.classes[pkg.0 as usize][i as usize] {
            InitClass::Static => self.statics.pending.push((obj, data)),
            InitClass::Lazy => {
                self.func(FuncKey::InitChunk(pkg, i, i + 1));
            }
            InitClass::Eager => {}
        }
    }

    /// Fills the static variables that were mentioned since; true if there were any.
    pub(super) fn fill_statics(&mut self) -> bool {
        let mut any = false;
        while let Some((obj, data)) = self.statics.pending.pop() {
            any = true;
            let w = self.world;
            if let Some(files) = w.info.embedded.get(&obj) {
                self.write_embedded(obj, files, data);
                continue;
            }
            let (pkg, i) = self.statics.inits[&obj];
            if let Some(e) = self.init_expr(pkg, &w.package(pkg).init_order[i as usize]) {
                self.write_global(pkg, e, w.obj(obj).ty, data);
            }
        }
        any
    }

    /// Whether an expression of a variable of type `target` can be static data.
    pub(super) fn is_static(&self, e: &Expr, target: TypeId) -> bool {
        let w = self.world;
        let Some(tv) = self.recorded(e.id) else { return false };
        if w.too_large(target) || w.size_of(target) > MAX_STATIC {
            return false;
        }
        if tv.mode == Mode::Nil {
            return true;
        }
        if w.is_interface(target) && w.is_interface(tv.ty) && tv.value.is_none() {
            // From interface to interface: only what is static without looking at the dynamic type.
            return match &e.kind {
                ExprKind::Paren(x) => self.is_static(x, target),
                ExprKind::Call { args, .. } if w.identical(tv.ty, target) => match self.conversion_arg(e) {
                    Some(_) => self.is_static(&args[0], target),
                    None => false,
                },
                _ => false,
            };
        }
        if tv.value.is_some() {
            return true;
        }
        match &e.kind {
            ExprKind::Paren(x) => self.is_static(x, target),
            ExprKind::Composite { .. } => self.is_static_literal(e, tv.ty),
            ExprKind::Unary(UnaryOp::Addr, x) => self.is_static_place(x),
            ExprKind::FuncLit(_) => true,
            ExprKind::Name(_) => self.is_plain_func(e.id),
            ExprKind::Selector(_, sel) => match w.info.selections.get(&e.id) {
                Some(s) => s.kind == SelectionKind::MethodExpr && !w.is_parameterized(s.recv),
                None => self.is_plain_func(sel.id),
            },
            ExprKind::Call { args, .. } => match (self.conversion_arg(e), self.called_builtin(e)) {
                (Some(arg), _) => self.is_static_conversion(arg, tv.ty),
                (None, Some(Builtin::New)) => match self.recorded(args[0].id) {
                    Some(t) if t.mode == Mode::Type => true,
                    _ => w.pointer_elem(tv.ty).is_some_and(|t| self.is_static(&args[0], t)),
                },
                _ => false,
            },
            _ => false,
        }
    }

    /// Whether a composite literal of type `ty` (or a pointer to it, when `&T` is elided) is static.
    fn is_static_literal(&self, e: &Expr, ty: TypeId) -> bool {
        let w = self.world;
        let ty = w.pointer_elem(ty).unwrap_or(ty);
        let ExprKind::Composite { elems, .. } = &e.kind else { return false };
        if w.size_of(ty) > MAX_STATIC {
            return false;
        }
        match w.under(ty) {
            Type::Struct(fields) => elems.iter().enumerate().all(|(i, x)| match &x.kind {
                ExprKind::KeyValue(k, v) => self.keyed_field(ty, k).is_some_and(|(_, field)| self.is_static(v, field)),
                _ => fields.get(i).is_some_and(|f| self.is_static(x, f.ty)),
            }),
            Type::Array(elem, _) | Type::Slice(elem) => {
                let Some(list) = self.indexed_elems(elems) else { return false };
                let end = list.iter().map(|(i, _)| i + 1).max().unwrap_or(0);
                end.saturating_mul(w.size_of(*elem)) <= MAX_STATIC && list.iter().all(|(_, x)| self.is_static(x, *elem))
            }
            _ => false,
        }
    }

    /// The offset and type of the field that a key in a struct literal names; promoted fields included.
    pub(super) fn keyed_field(&self, ty: TypeId, key: &Expr) -> Option<(u64, TypeId)> {
        let w = self.world;
        let ExprKind::Name(name) = &key.kind else { return None };
        let path = match w.info.selections.get(&key.id) {
            Some(s) => s.path.clone(),
            None => match w.under(ty) {
                Type::Struct(fields) => vec![fields.iter().position(|f| f.name == *name)? as u32],
                _ => return None,
            },
        };
        let (mut ty, mut offset) = (ty, 0);
        for i in path {
            let Type::Struct(fields) = w.under(ty) else { return None };
            offset += w.field_offsets(ty)[i as usize];
            ty = fields[i as usize].ty;
        }
        Some((offset, ty))
    }

    /// The elements of an array or slice literal with their indices.
    pub fn indexed_elems<'e>(&self, elems: &'e [Expr]) -> Option<Vec<(u64, &'e Expr)>> {
        let mut next = 0u64;
        let mut out = Vec::with_capacity(elems.len());
        for x in elems {
            let value = match &x.kind {
                ExprKind::KeyValue(k, v) => {
                    next = self.recorded(k.id)?.value.as_ref()?.as_u64()?;
                    &**v
                }
                _ => x,
            };
            out.push((next, value));
            next += 1;
        }
        Some(out)
    }

    /// Whether `&e` is a static address.
    fn is_static_place(&self, e: &Expr) -> bool {
        let w = self.world;
        match &e.kind {
            ExprKind::Paren(x) => self.is_static_place(x),
            ExprKind::Composite { .. } => self.recorded(e.id).is_some_and(|tv| self.is_static_literal(e, tv.ty)),
            ExprKind::Name(_) => self.is_global(e.id),
            ExprKind::Selector(x, sel) => match w.info.selections.get(&e.id) {
                Some(s) => {
                    s.kind == SelectionKind::Field && !s.indirect && w.pointer_elem(s.recv).is_none() && self.is_static_place(x)
                }
                None => self.is_global(sel.id),
            },
            _ => false,
        }
    }

    fn is_static_conversion(&self, arg: &Expr, ty: TypeId) -> bool {
        let w = self.world;
        let Some(from) = self.recorded(arg.id) else { return false };
        if from.mode == Mode::Nil || w.is_interface(ty) {
            return self.is_static(arg, ty);
        }
        if let Some(v) = &from.value {
            return v.as_bytes().is_some() && w.is_bytes(ty);
        }
        w.identical_ignore_tags(w.under_id(from.ty), w.under_id(ty)) && self.is_static(arg, from.ty)
    }

    /// The operand if the expression is a conversion.
    pub(super) fn conversion_arg<'e>(&self, e: &'e Expr) -> Option<&'e Expr> {
        let ExprKind::Call { fun, args, .. } = &e.kind else { return None };
        (self.recorded(fun.id)?.mode == Mode::Type).then(|| args.first())?
    }

    /// The predeclared function that a call calls.
    pub(super) fn called_builtin(&self, e: &Expr) -> Option<Builtin> {
        let ExprKind::Call { fun, .. } = &e.kind else { return None };
        let mut fun = &**fun;
        while let ExprKind::Paren(x) = &fun.kind {
            fun = x;
        }
        let id = match &fun.kind {
            ExprKind::Selector(_, sel) => sel.id,
            _ => fun.id,
        };
        match self.world.obj(self.used_obj(id)?).kind {
            ObjKind::Builtin(b) => Some(b),
            _ => None,
        }
    }

    fn is_plain_func(&self, id: NodeId) -> bool {
        let w = self.world;
        !w.info.instances.contains_key(&id)
            && self.used_obj(id).is_some_and(|o| matches!(w.obj(o).kind, ObjKind::Func(Some(_))))
    }

    fn is_global(&self, id: NodeId) -> bool {
        self.used_obj(id).is_some_and(|o| matches!(self.world.obj(o).kind, ObjKind::Var(VarKind::Global)))
    }

    /// Whether evaluating the expression has no effect but its value (allocation aside) and cannot panic.
    fn is_pure(&self, e: &Expr) -> bool {
        let w = self.world;
        let Some(tv) = self.recorded(e.id) else { return false };
        if tv.value.is_some() || tv.mode == Mode::Nil || tv.mode == Mode::Type {
            return true;
        }
        match &e.kind {
            ExprKind::Paren(x) => self.is_pure(x),
            ExprKind::FuncLit(_) => true,
            ExprKind::Composite { elems, .. } => {
                let is_struct = matches!(w.under(w.pointer_elem(tv.ty).unwrap_or(tv.ty)), Type::Struct(_));
                elems.iter().all(|x| match &x.kind {
                    ExprKind::KeyValue(k, v) => (is_struct || self.is_pure_or_literal(k)) && self.is_pure_or_literal(v),
                    _ => self.is_pure_or_literal(x),
                })
            }
            ExprKind::Name(_) => self.is_plain_func(e.id) || self.is_global(e.id),
            ExprKind::Selector(x, sel) => match w.info.selections.get(&e.id) {
                Some(s) => s.kind == SelectionKind::MethodExpr || (s.kind == SelectionKind::Field && !s.indirect && self.is_pure(x)),
                None => self.is_plain_func(sel.id) || self.is_global(sel.id),
            },
            ExprKind::Unary(UnaryOp::Addr, x) => self.is_static_place(x) || self.is_pure(x),
            ExprKind::Unary(op, x) => *op != UnaryOp::Recv && self.is_pure(x),
            ExprKind::Binary { op, x, y, .. } => {
                !matches!(op, BinaryOp::Div | BinaryOp::Rem | BinaryOp::Shl | BinaryOp::Shr)
                    && !self.recorded(x.id).is_some_and(|t| w.is_interface(t.ty))
                    && self.is_pure(x)
                    && self.is_pure(y)
            }
            ExprKind::Call { fun, args, .. } => {
                if let Some(arg) = self.conversion_arg(e) {
                    return !matches!(w.under(tv.ty), Type::Array(..) | Type::Pointer(_)) && self.is_pure(arg);
                }
                match self.called_builtin(e) {
                    Some(Builtin::New | Builtin::Min | Builtin::Max | Builtin::Complex) => args.iter().all(|a| self.is_pure(a)),
                    Some(Builtin::Make) => args.iter().all(|a| self.recorded(a.id).is_some_and(|t| {
                        t.mode == Mode::Type || t.value.as_ref().is_some_and(|v| v.as_u64().is_some_and(|n| n < 1 << 20))
                    })),
                    Some(_) => false,
                    None => self.is_errors_new(fun) && args.iter().all(|a| self.is_pure(a)),
                }
            }
            _ => false,
        }
    }

    /// [`Self::is_pure`], also for inner literals whose type is elided.
    fn is_pure_or_literal(&self, e: &Expr) -> bool {
        self.is_pure(e)
    }

    /// Whether the called function is `errors.New`: the commonest initialiser that is no literal.
    fn is_errors_new(&self, fun: &Expr) -> bool {
        let ExprKind::Selector(_, sel) = &fun.kind else { return false };
        let w = self.world;
        self.used_obj(sel.id).is_some_and(|o| {
            let o = w.obj(o);
            o.name.as_str() == "New" && o.pkg.is_some_and(|p| w.package(p).std && w.package(p).path == "errors")
        })
    }
}
