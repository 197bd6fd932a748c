//! Composite literals and function literals (spec, Composite literals; Function literals).

use crate::check::{Checker, Env};
use crate::constant::Const;
use golift_frontend::expr_string;
use crate::info::{Mode, Selection, SelectionKind};
use crate::lookup::{Lookup, LookupQuery};
use crate::object::{ObjId, ObjKind};
use crate::operand::Operand;
use crate::types::{StructField, Type, TypeId};
use golift_base::Pos;
use golift_frontend::ast::{Expr, ExprKind, FuncLit};
use rustc_hash::FxHashSet;

impl<'a> Checker<'a> {
    /// Checks a function literal; its body waits until the enclosing statement is done.
    pub(crate) fn func_lit(&mut self, x: &mut Operand<'a>, lit: &'a FuncLit) {
        let (sig, scope) = self.func_type(&lit.ty, None);
        let mut env = Env::new(scope);
        env.decl = self.env.decl;
        env.iota = self.env.iota;
        self.later(move |c| c.func_body(env, sig, &lit.body));
        x.mode = Mode::Value;
        x.ty = sig;
    }

    /// Checks a composite literal; `hint` is its type if it is elided.
    pub(crate) fn composite_lit(&mut self, x: &mut Operand<'a>, e: &'a Expr, hint: Option<TypeId>) {
        let ExprKind::Composite { ty, elems, rbrace, .. } = &e.kind else { return };
        let mut open_array: Option<TypeId> = None;
        let mut is_elem = false;
        let (lit_ty, base) = match (ty, hint) {
            (Some(te), _) => {
                if let ExprKind::ArrayType { len, elem } = &te.kind
                    && matches!(len.kind, ExprKind::Ellipsis(_))
                {
                    let elem = self.var_type(elem);
                    open_array = Some(elem);
                    (Self::INVALID, Self::INVALID)
                } else {
                    let t = self.typ(te);
                    let t = if self.complete_named(t) { t } else { Self::INVALID };
                    (t, t)
                }
            }
            (None, Some(hint)) => {
                is_elem = true;
                let base = self.w.common_under(hint).and_then(|u| match *self.w.ty(u) {
                    Type::Pointer(b) => Some(b),
                    _ => None,
                });
                (hint, base.unwrap_or(hint))
            }
            (None, None) => {
                let msg = "invalid composite literal type: missing type";
                let _ = msg;
                self.error("UntypedLit", e.span.lo, "missing type in composite literal");
                (Self::INVALID, Self::INVALID)
            }
        };
        if let Some(elem) = open_array {
            let n = self.indexed_elems(elems, elem, None);
            let t = self.w.new_type(Type::Array(elem, n));
            if let Some(te) = ty {
                self.record_type_expr(te, t);
            }
            x.set_value(t);
            return;
        }
        let under = self.w.common_under(base);
        match under.map(|u| self.w.ty(u).clone()) {
            Some(Type::Struct(fields)) => self.struct_lit(x, base, &fields, elems, *rbrace),
            Some(Type::Array(elem, n)) => {
                self.indexed_elems(elems, elem, Some(n));
            }
            Some(Type::Slice(elem)) => {
                let count = self.indexed_elems(elems, elem, None);
                self.note_literal(count, elem);
            }
            Some(Type::Map(key, elem)) => self.map_lit(key, elem, elems),
            other => {
                for el in elems {
                    match &el.kind {
                        ExprKind::KeyValue(_, v) => {
                            self.use_expr(v);
                        }
                        _ => {
                            self.use_expr(el);
                        }
                    }
                }
                if !self.w.is_invalid(base) && other.is_none_or(|t| !matches!(t, Type::Basic(crate::Basic::Invalid))) {
                    let qualifier = if is_elem { " element" } else { "" };
                    let cause = if under.is_none() { " (no common underlying type)" } else { "" };
                    let msg = format!("invalid composite literal{qualifier} type {}{cause}", self.tstr(lit_ty));
                    self.error("InvalidLit", e.span.lo, msg);
                }
                x.spoil();
                return;
            }
        }
        if self.w.is_invalid(lit_ty) {
            x.spoil();
        } else {
            x.set_value(lit_ty);
        }
    }

    fn struct_lit(
        &mut self,
        x: &mut Operand<'a>,
        base: TypeId,
        fields: &[StructField],
        elems: &'a [Expr],
        rbrace: Pos,
    ) {
        let Some(first) = elems.first() else { return };
        if matches!(first.kind, ExprKind::KeyValue(..)) {
            let mut visited: Vec<(Vec<u32>, golift_base::Symbol)> = Vec::new();
            for el in elems {
                self.keyed_field(x, base, el, &mut visited);
            }
            return;
        }
        for (i, el) in elems.iter().enumerate() {
            if matches!(el.kind, ExprKind::KeyValue(..)) {
                let msg = "mixture of field:value and value elements in struct literal";
                self.error("MixedStructLit", el.span.lo, msg);
                continue;
            }
            let Some(f) = fields.get(i) else {
                self.expr(x, el);
                let msg = format!("too many values in struct literal of type {}", self.tstr(base));
                self.error("InvalidStructLit", el.span.lo, msg);
                break;
            };
            self.name_target(Some(f.ty), |_| f.name.to_string());
            self.expr_target(Some(f.ty), x, el);
            if !f.name.is_exported() && self.w.obj(f.obj).pkg != Some(self.pkg) {
                let msg = format!(
                    "implicit assignment to unexported field {} in struct literal of type {}",
                    f.name,
                    self.tstr(base)
                );
                self.error("UnexportedLitField", el.span.lo, msg);
                continue;
            }
            self.assignment(x, Some(f.ty), "struct literal");
        }
        if elems.len() < fields.len() {
            let msg = format!("too few values in struct literal of type {}", self.tstr(base));
            self.error("InvalidStructLit", rbrace, msg);
        }
    }

    fn keyed_field(
        &mut self,
        x: &mut Operand<'a>,
        base: TypeId,
        el: &'a Expr,
        visited: &mut Vec<(Vec<u32>, golift_base::Symbol)>,
    ) {
        // Of a type parameter the fields are those of its core type.
        let base = if self.w.is_type_param(base) { self.w.common_under(base).unwrap_or(base) } else { base };
        let ExprKind::KeyValue(key, value) = &el.kind else {
            let msg = "mixture of field:value and value elements in struct literal";
            self.error("MixedStructLit", el.span.lo, msg);
            return;
        };
        let ExprKind::Name(name) = key.kind else {
            self.expr(x, value);
            let msg = format!("invalid field name {} in struct literal", expr_string(key));
            self.error("InvalidLitField", el.span.lo, msg);
            return;
        };
        let found = match self.w.select(base, false, Some(self.pkg), name) {
            Lookup::Found(f) => f,
            Lookup::PointerReceiver(_) => {
                self.expr(x, value);
                let msg = self.lookup_error(base, name, None, true);
                self.error("MissingLitField", key.span.lo, msg);
                return;
            }
            Lookup::Ambiguous => {
                self.expr(x, value);
                let msg = format!("ambiguous selector {}.{name}", self.tstr(base));
                self.error("AmbiguousSelector", key.span.lo, msg);
                return;
            }
            Lookup::NotFound => {
                self.expr(x, value);
                let query = LookupQuery { addressable: false, pkg: Some(self.pkg), name, fold_case: true };
                let alt = self.w.lookup_field_or_method(base, query).found().map(|f| f.obj);
                let alt = alt.filter(|&o| matches!(self.w.obj(o).kind, ObjKind::Var(_)));
                let msg = self.lookup_error(base, name, alt, true);
                self.error("MissingLitField", key.span.lo, msg);
                return;
            }
        };
        let obj = found.obj;
        if !matches!(self.w.obj(obj).kind, ObjKind::Var(_)) {
            self.expr(x, value);
            let msg = if found.path.len() > 1 {
                format!("{name} is not a field")
            } else {
                self.lookup_error(base, name, None, true)
            };
            self.error("MissingLitField", key.span.lo, msg);
            return;
        }
        let fty = self.member_type(base, obj, &found.path);
        self.name_target(Some(fty), |_| name.to_string());
        self.expr_target(Some(fty), x, value);
        if found.indirect && found.path.len() > 1 {
            let msg = format!("invalid implicit pointer indirection to reach {name}");
            self.error("InvalidLitField", key.span.lo, msg);
            return;
        }
        self.record_use(key.id, obj);
        if found.path.len() > 1 {
            self.promoted_key_version(base, obj, &found.path, key.span.lo);
            // A promoted field as key (since Go 1.27): the path tells lowering where it stands.
            let sel = Selection {
                kind: SelectionKind::Field,
                recv: base,
                obj,
                path: found.path.clone(),
                indirect: false,
            };
            self.w.info.selections.insert(key.id, sel);
        }
        self.assignment(x, Some(fty), "struct literal");
        for (path, old) in visited.iter() {
            let msg = if *path == found.path {
                format!("duplicate field name {name} in struct literal")
            } else if found.path.starts_with(path) {
                format!("cannot specify promoted field {name} and enclosing embedded field {old}")
            } else if path.starts_with(&found.path) {
                format!("cannot specify embedded field {name} and enclosed promoted field {old}")
            } else {
                continue;
            };
            self.error("DuplicateLitField", el.span.lo, msg);
            return;
        }
        visited.push((found.path, name));
    }

    fn map_lit(&mut self, key: TypeId, elem: TypeId, elems: &'a [Expr]) {
        let interface_key = self.w.is_interface(key) && !self.w.is_type_param(key);
        let mut seen: FxHashSet<String> = FxHashSet::default();
        let mut x = Operand::invalid();
        for el in elems {
            let ExprKind::KeyValue(k, v) = &el.kind else {
                self.error("MissingLitKey", el.span.lo, "missing key in map literal");
                continue;
            };
            self.expr_with_hint(&mut x, k, key, "map literal");
            let before = (x.mode, x.ty);
            self.assignment(&mut x, Some(key), "map literal");
            if x.bad() {
                continue;
            }
            if x.mode == Mode::Constant
                && let Some(val) = &x.val
            {
                let mut text = const_key(val);
                if interface_key {
                    let ty = if self.w.is_untyped(before.1) { self.w.default_type(before.1) } else { before.1 };
                    text.push('\0');
                    text.push_str(&self.w.type_key(ty));
                }
                if !seen.insert(text) {
                    let msg = format!("duplicate key {} in map literal", val.display());
                    self.error("DuplicateLitKey", x.pos(), msg);
                    continue;
                }
            }
            self.expr_with_hint(&mut x, v, elem, "map literal");
            self.assignment(&mut x, Some(elem), "map literal");
        }
    }

    /// Promoted fields as keys came with go 1.27.
    fn promoted_key_version(&mut self, base: TypeId, obj: ObjId, path: &[u32], at: golift_base::Pos) {
        self.require(at, 27, |c| {
            let mut text = String::new();
            let mut ty = base;
            for &i in &path[..path.len() - 1] {
                let Type::Struct(fields) = c.w.under(c.w.deref(ty).0) else { break };
                text.push_str(&format!("{}.", fields[i as usize].name));
                ty = fields[i as usize].ty;
            }
            let name = c.w.obj(obj).name;
            format!("use of promoted field {text}{name} in struct literal of type {}", c.tstr(base))
        });
    }

    /// Checks the elements of an array or slice literal; returns the length that they need.
    fn indexed_elems(&mut self, elems: &'a [Expr], elem: TypeId, length: Option<u64>) -> u64 {
        let keyed = elems.iter().any(|e| matches!(e.kind, ExprKind::KeyValue(..)));
        let mut visited: FxHashSet<u64> = FxHashSet::default();
        let (mut index, mut max) = (0u64, 0u64);
        let mut x = Operand::invalid();
        for el in elems {
            let mut value = el;
            let mut valid = false;
            if let ExprKind::KeyValue(k, v) = &el.kind {
                value = v;
                match self.index(k, length) {
                    Some((_, Some(i))) => {
                        index = i as u64;
                        valid = true;
                    }
                    Some((_, None)) => {
                        let msg = format!("index {} must be integer constant", expr_string(k));
                        self.error("InvalidLitIndex", el.span.lo, msg);
                    }
                    None => {}
                }
            } else if let Some(n) = length
                && index >= n
            {
                let msg = format!("index {index} is out of bounds (>= {n})");
                self.error("OversizeArrayLit", el.span.lo, msg);
            } else {
                valid = true;
            }
            if valid && keyed && !visited.insert(index) {
                let msg = format!("duplicate index {index} in array or slice literal");
                self.error("DuplicateLitKey", el.span.lo, msg);
            }
            index = index.saturating_add(1);
            max = max.max(index);
            self.expr_with_hint(&mut x, value, elem, "array or slice literal");
            self.assignment(&mut x, Some(elem), "array or slice literal");
        }
        max
    }
}

/// A text that is equal exactly for equal constants.
pub(crate) fn const_key(val: &Const) -> String {
    match val {
        Const::String(s) => s.iter().fold(String::from("s"), |mut out, b| {
            use std::fmt::Write;
            let _ = write!(out, "{b:02x}");
            out
        }),
        Const::Float(_) => match val.to_int() {
            Const::Unknown => format!("{val:?}"),
            int => format!("{int:?}"),
        },
        Const::Complex(c) => match val.to_float() {
            Const::Unknown => format!("{}+{}i", const_key(&c.0), const_key(&c.1)),
            real => const_key(&real),
        },
        _ => format!("{val:?}"),
    }
}
