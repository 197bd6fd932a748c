//! Index and slice expressions (spec, Index expressions; Slice expressions).

use crate::check::Checker;
use crate::constant::{Const, representable};
use crate::info::Mode;
use crate::operand::Operand;
use crate::types::{Basic, Type, TypeId};
use crate::universe::BYTE;
use golift_base::Code;
use golift_frontend::ast::{Expr, ExprKind};

impl<'a> Checker<'a> {
    /// Checks `x[i]`. True if this is the instantiation of a generic function: `x` is then the function.
    pub(crate) fn index_expr(&mut self, x: &mut Operand<'a>, e: &'a Expr) -> bool {
        let ExprKind::Index { x: inner, indices, lbrack, .. } = &e.kind else { return false };
        self.expr_or_type(x, inner, true);
        match x.mode {
            Mode::Invalid => {
                self.use_exprs(indices);
                return false;
            }
            Mode::Type => {
                x.mode = Mode::Invalid;
                x.ty = self.var_type(e);
                if !self.w.is_invalid(x.ty) {
                    x.mode = Mode::Type;
                }
                return false;
            }
            Mode::Value if self.signature(x.ty).is_some_and(|s| !s.tparams.is_empty()) => return true,
            _ => {}
        }
        self.non_generic(x);
        if x.bad() {
            return false;
        }
        let mut length: Option<u64> = None;
        let under = self.w.common_bytes_under(x.ty);
        let valid = match under.map(|u| self.w.ty(u).clone()) {
            Some(Type::Basic(b)) if b.is_string() => {
                if x.mode == Mode::Constant {
                    length = x.val.as_ref().and_then(Const::as_bytes).map(|s| s.len() as u64);
                }
                self.materialize(x);
                x.set_value(BYTE);
                true
            }
            Some(Type::Array(elem, n)) => {
                length = Some(n);
                if x.mode != Mode::Variable {
                    x.mode = Mode::Value;
                }
                x.ty = elem;
                true
            }
            Some(Type::Pointer(base)) => match *self.w.under(base) {
                Type::Array(elem, n) => {
                    length = Some(n);
                    x.mode = Mode::Variable;
                    x.ty = elem;
                    true
                }
                _ => false,
            },
            Some(Type::Slice(elem)) => {
                x.mode = Mode::Variable;
                x.ty = elem;
                true
            }
            Some(Type::Map(key, elem)) => {
                let Some(index) = self.single_index(indices) else {
                    x.spoil();
                    return false;
                };
                let mut k = Operand::invalid();
                self.expr(&mut k, index);
                self.assignment(&mut k, Some(key), "map index");
                x.mode = Mode::MapIndex;
                x.ty = elem;
                return false;
            }
            _ => self.index_type_set(x, &mut length),
        };
        if !valid {
            let msg = format!("cannot index {}", self.opstr(x));
            self.error("NonSliceableOperand", *lbrack, msg);
            self.use_exprs(indices);
            x.spoil();
            return false;
        }
        match self.single_index(indices) {
            Some(index) => {
                self.index(index, length);
            }
            None => x.spoil(),
        }
        false
    }

    /// Indexing a type parameter whose types have no common underlying type: all must have the same element type.
    fn index_type_set(&mut self, x: &mut Operand<'a>, length: &mut Option<u64>) -> bool {
        if !self.w.is_type_param(x.ty) {
            return false;
        }
        let Some(types) = self.w.type_set_of(x.ty) else { return false };
        let mut elem: Option<TypeId> = None;
        let mut mode = Mode::Variable;
        for t in types {
            let e = match *self.w.under(t) {
                Type::Basic(b) if b.is_string() => {
                    mode = Mode::Value;
                    BYTE
                }
                Type::Array(e, n) => {
                    *length = Some(length.map_or(n, |l| l.min(n)));
                    if x.mode != Mode::Variable {
                        mode = Mode::Value;
                    }
                    e
                }
                Type::Pointer(base) => match *self.w.under(base) {
                    Type::Array(e, n) => {
                        *length = Some(length.map_or(n, |l| l.min(n)));
                        e
                    }
                    _ => return false,
                },
                Type::Slice(e) => e,
                _ => return false,
            };
            match elem {
                None => elem = Some(e),
                Some(old) if self.w.identical(old, e) => {}
                Some(_) => return false,
            }
        }
        let Some(elem) = elem else { return false };
        x.mode = mode;
        x.ty = elem;
        true
    }

    /// Gives an untyped constant operand that is used as a run-time value its default type.
    pub(crate) fn materialize(&mut self, x: &Operand<'a>) {
        if self.w.is_untyped(x.ty)
            && let Some(e) = x.expr
        {
            let ty = self.w.default_type(x.ty);
            self.update_expr_type(e, ty, true);
        }
    }

    fn single_index(&mut self, indices: &'a [Expr]) -> Option<&'a Expr> {
        if let [_, second, ..] = indices {
            self.error("InvalidIndex", second.span.lo, "invalid operation: more than one index");
        }
        indices.first()
    }

    /// Checks an index or bound; the result is its type and its value if it is constant. `limit`: it must be less.
    pub(crate) fn index(&mut self, e: &'a Expr, limit: Option<u64>) -> Option<(TypeId, Option<i64>)> {
        let mut x = Operand::invalid();
        self.expr(&mut x, e);
        if !self.valid_index(&mut x, "InvalidIndex", "index", false) {
            return None;
        }
        if x.mode != Mode::Constant {
            return Some((x.ty, None));
        }
        let v = x.val.as_ref().and_then(Const::as_i64)?;
        if let Some(max) = limit
            && v as u64 >= max
        {
            let text = x.val.as_ref().map(Const::display).unwrap_or_default();
            let msg = format!("invalid argument: index {text} out of bounds [0:{max}]");
            self.error("InvalidIndex", x.pos(), msg);
            return None;
        }
        Some((x.ty, Some(v)))
    }

    /// Whether an operand may be used as an index, length or count.
    pub(crate) fn valid_index(&mut self, x: &mut Operand<'a>, code: Code, what: &str, negative: bool) -> bool {
        if x.bad() {
            return false;
        }
        self.convert_untyped(x, Basic::Int.id());
        if x.bad() {
            return false;
        }
        let problem = if !self.all_integer(x.ty) {
            "must be integer"
        } else if x.mode == Mode::Constant {
            let val = x.val.clone().unwrap_or(Const::Unknown);
            if val.is_unknown() {
                return true;
            }
            if !negative && val.sign() < 0 {
                "must not be negative"
            } else if representable(&val, Basic::Int).is_err() {
                "overflows int"
            } else {
                return true;
            }
        } else {
            return true;
        };
        let msg = format!("invalid argument: {what} {} {problem}", self.opstr(x));
        self.error(code, x.pos(), msg);
        false
    }

    /// Checks `x[lo:hi:max]`.
    pub(crate) fn slice_expr(&mut self, x: &mut Operand<'a>, e: &'a Expr) {
        let ExprKind::Slice { x: inner, lo, hi, max, three, .. } = &e.kind else { return };
        let bounds = [lo.as_deref(), hi.as_deref(), max.as_deref()];
        self.expr(x, inner);
        if x.bad() {
            for b in bounds.into_iter().flatten() {
                self.use_expr(b);
            }
            return;
        }
        let mut length: Option<u64> = None;
        let under = self.w.common_bytes_under(x.ty);
        let valid = match under.map(|u| self.w.ty(u).clone()) {
            Some(Type::Basic(b)) if b.is_string() => {
                if *three {
                    let at = max.as_deref().unwrap_or(e).span.lo;
                    self.error("InvalidSliceExpr", at, "invalid operation: 3-index slice of string");
                    x.spoil();
                    return;
                }
                if x.mode == Mode::Constant {
                    length = x.val.as_ref().and_then(Const::as_bytes).map(|s| s.len() as u64);
                }
                if self.w.is_untyped(x.ty) {
                    self.materialize(x);
                    x.ty = Basic::String.id();
                }
                true
            }
            Some(Type::Array(elem, n)) => {
                length = Some(n);
                if x.mode != Mode::Variable {
                    let msg = format!("cannot slice unaddressable value {}", self.opstr(x));
                    self.error("NonSliceableOperand", x.pos(), msg);
                    x.spoil();
                    return;
                }
                x.ty = self.w.new_type(Type::Slice(elem));
                true
            }
            Some(Type::Pointer(base)) => match *self.w.under(base) {
                Type::Array(elem, n) => {
                    length = Some(n);
                    x.ty = self.w.new_type(Type::Slice(elem));
                    true
                }
                _ => false,
            },
            Some(Type::Slice(_)) => true,
            _ => false,
        };
        if !valid {
            let msg = format!("cannot slice {}", self.opstr(x));
            self.error("NonSliceableOperand", x.pos(), msg);
            for b in bounds.into_iter().flatten() {
                self.use_expr(b);
            }
            x.spoil();
            return;
        }
        x.mode = Mode::Value;
        x.val = None;
        let mut values = [None; 3];
        for (i, b) in bounds.into_iter().enumerate() {
            values[i] = match b {
                Some(b) => self.index(b, length.map(|n| n.saturating_add(1))).and_then(|(_, v)| v),
                None if i == 0 => Some(0),
                None => length.map(|n| n as i64),
            };
        }
        for i in 0..2 {
            let Some(v) = values[i] else { continue };
            for j in i + 1..3 {
                if let (Some(w), Some(b)) = (values[j], bounds[j])
                    && v > 0
                    && w < v
                {
                    let msg = format!("invalid slice indices: {w} < {v}");
                    self.error("SwappedSliceIndices", b.span.lo, msg);
                    return;
                }
            }
        }
    }
}
