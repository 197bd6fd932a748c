//! Expressions as the official compiler prints them in `-m` reports: normalised, literals' contents elided.

use super::func::FuncLowerer;
use crate::report_text::spaced;
use golift_frontend::unparen;
use golift_frontend::ast::{Expr, ExprKind};
use golift_types::{Mode, Type, TypeId};

/// Texts longer than this are cut: generated code has chains of thousands of operands.
const MAX_OPERANDS: usize = 64;

impl<'p> FuncLowerer<'p, '_> {
    /// An expression's text.
    pub fn text(&mut self, e: &'p Expr) -> String {
        let e = unparen(e);
        if self.mode(e) == Mode::Type {
            let ty = self.ty(e);
            return self.type_text(ty);
        }
        match &e.kind {
            ExprKind::Name(n) => n.as_str().to_owned(),
            ExprKind::Lit { text, .. } => text.clone(),
            ExprKind::Composite { .. } => {
                let ty = self.ty(e);
                match self.w.pointer_elem(ty) {
                    Some(t) => format!("&{}", self.literal_text(e, t)),
                    None => self.literal_text(e, ty),
                }
            }
            ExprKind::FuncLit(_) => String::from("func literal"),
            ExprKind::Selector(x, sel) => {
                let embedded = self.embedded_text(e, x);
                format!("{}{embedded}.{}", self.operand_text(x), sel.name)
            }
            ExprKind::Index { x, indices, .. } => {
                let list: Vec<String> = indices.iter().map(|i| self.text(i)).collect();
                format!("{}[{}]", self.operand_text(x), list.join(", "))
            }
            ExprKind::Slice { x, lo, hi, max, .. } => {
                let mut out = format!("{}[", self.operand_text(x));
                if let Some(e) = lo {
                    out += &self.text(e);
                }
                out.push(':');
                if let Some(e) = hi {
                    out += &self.text(e);
                }
                if let Some(e) = max {
                    out.push(':');
                    out += &self.text(e);
                }
                out + "]"
            }
            ExprKind::TypeAssert { x, ty } => {
                let t = ty.as_ref().map_or(String::from("type"), |t| self.text(t));
                format!("{}.({t})", self.operand_text(x))
            }
            ExprKind::Call { fun, args, spread, .. } => {
                let conversion = self.mode(fun) == Mode::Type;
                let list: Vec<String> = args.iter().map(|a| self.text(a)).collect();
                let f = if conversion { self.text(fun) } else { self.operand_text(fun) };
                let f = if conversion && !matches!(unparen(fun).kind, ExprKind::Name(_) | ExprKind::Selector(..)) {
                    format!("({f})")
                } else {
                    f
                };
                format!("{f}({}{})", list.join(", "), if *spread { "..." } else { "" })
            }
            ExprKind::Star(x) => format!("*{}", self.operand_text(x)),
            ExprKind::Unary(op, x) => {
                let twice = matches!(&unparen(x).kind, ExprKind::Unary(inner, _) if inner == op);
                format!("{}{}{}", op.as_str(), if twice { " " } else { "" }, self.operand_text(x))
            }
            ExprKind::Binary { .. } => self.binary_text(e),
            _ => String::from("value"),
        }
    }

    /// The embedded fields that a selector passes through, written out.
    fn embedded_text(&mut self, e: &'p Expr, x: &'p Expr) -> String {
        let Some(s) = self.w.info.selections.get(&e.id) else {
            return String::new();
        };
        let mut out = String::new();
        let mut ty = self.ty(x);
        for &i in &s.path[..s.path.len().saturating_sub(1)] {
            ty = self.w.pointer_elem(ty).unwrap_or(ty);
            let Type::Struct(fields) = self.w.under(ty) else {
                break;
            };
            out.push('.');
            out.push_str(fields[i as usize].name.as_str());
            ty = fields[i as usize].ty;
        }
        out
    }

    fn binary_text(&mut self, e: &'p Expr) -> String {
        let mut parts: Vec<String> = Vec::new();
        let mut at = e;
        let mut outer = 0;
        let mut count = 0;
        while let ExprKind::Binary { op, x, y, .. } = &unparen(at).kind {
            count += 1;
            if count > MAX_OPERANDS {
                break;
            }
            let p = op.precedence();
            if outer > p {
                break;
            }
            outer = p;
            let right = match &unparen(y).kind {
                ExprKind::Binary { op: inner, .. } if inner.precedence() <= p => format!("({})", self.text(y)),
                _ => self.text(y),
            };
            parts.push(format!(" {} {right}", op.as_str()));
            at = x;
        }
        let first = if count > MAX_OPERANDS {
            String::from("…")
        } else {
            match &unparen(at).kind {
                ExprKind::Binary { .. } => format!("({})", self.text(at)),
                _ => self.text(at),
            }
        };
        parts.push(first);
        parts.reverse();
        parts.concat()
    }

    /// An operand of a tighter construct.
    fn operand_text(&mut self, e: &'p Expr) -> String {
        let t = self.text(e);
        match &unparen(e).kind {
            // The sign is a part of the constant.
            _ if self.const_value(e).is_some() => t,
            ExprKind::Binary { .. } | ExprKind::Star(_) | ExprKind::Unary(..) => format!("({t})"),
            _ => t,
        }
    }

    /// `T{...}`, or `T{}` for an empty literal.
    pub fn literal_text(&mut self, e: &'p Expr, ty: TypeId) -> String {
        let empty = matches!(&e.kind, ExprKind::Composite { elems, .. } if elems.is_empty());
        let t = match *self.w.under(ty) {
            Type::Array(elem, n) if matches!(self.w.ty(ty), Type::Array(..)) => format!("[{n}]{}", self.type_text(elem)),
            _ => self.type_text(ty),
        };
        if empty { format!("{t}{{}}") } else { format!("{t}{{...}}") }
    }

    /// A type's text, names of this package unqualified.
    pub fn type_text(&mut self, ty: TypeId) -> String {
        spaced(&self.w.type_string(ty, self.pkg))
    }
}
