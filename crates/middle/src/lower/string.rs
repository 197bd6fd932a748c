//! String concatenation.

use super::func::{FuncLowerer, expr_pos};
use golift_frontend::unparen;
use super::value::{SAFE, Val};
use golift_abi::Builtin;
use golift_base::Pos;
use golift_frontend::ast::{BinaryOp, Expr, ExprKind};
use golift_ssa::SiteKind;
use golift_types::Basic;

impl<'p> FuncLowerer<'p, '_> {
    /// A chain of `+` on strings: one runtime call for all operands.
    pub fn concat(&mut self, e: &'p Expr) -> Val {
        let mut operands: Vec<&'p Expr> = Vec::new();
        let mut work: Vec<&'p Expr> = vec![e];
        while let Some(x) = work.pop() {
            let x = if self.hoisted.contains_key(&x.id) { x } else { unparen(x) };
            match &x.kind {
                ExprKind::Binary { op: BinaryOp::Add, x: a, y: b, .. }
                    if self.const_value(x).is_none() && !self.hoisted.contains_key(&x.id) =>
                {
                    work.push(b);
                    work.push(a);
                }
                _ => operands.push(x),
            }
        }
        self.hoist_all(&operands);
        let values: Vec<Val> = operands.into_iter().map(|o| self.expr(o)).collect();
        let text = self.text(e);
        self.concat_values(&values, expr_pos(e), &text)
    }

    /// The concatenation of strings.
    pub fn concat_values(&mut self, values: &[Val], pos: Pos, text: &str) -> Val {
        self.b.set_pos(pos);
        let list = self.m.array_of(Basic::String.id(), values.len() as u64);
        let layout = self.m.layout(list);
        let array = self.temp_layout(layout);
        for (i, v) in values.iter().enumerate() {
            self.store(array, i as i64 * 16, Basic::String.id(), v, SAFE);
        }
        let site = self.site(pos, text.to_owned(), SiteKind::Concat, None);
        let buf = self.nil();
        let n = self.int(values.len() as i64);
        let r = self.builtin(Builtin::rt_concat, &[buf, array, n], Some(site));
        Val::of(&r)
    }
}
