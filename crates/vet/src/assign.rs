//! Self-assignments: `x = x`.

use crate::facts::Facts;
use crate::{Node, each_node};
use golift_frontend::ast::{ExprKind, StmtKind};
use golift_frontend::unparen;
use golift_types::Type;

/// Reports assignments of an expression to itself.
pub(crate) fn check(facts: &mut Facts<'_>) {
    each_node(facts, |facts, node| {
        let Node::Stmt(s) = node else { return };
        let StmtKind::Assign { lhs, op: None, rhs, .. } = &s.kind else { return };
        if lhs.len() != rhs.len() {
            return;
        }
        let mut own = Vec::new();
        for (l, r) in lhs.iter().zip(rhs) {
            // Reading a map element may create it.
            let map = matches!(&unparen(l).kind, ExprKind::Index { x, .. }
                if facts.ty(x).is_some_and(|t| matches!(facts.w.under(t), Type::Map(..))));
            if map || facts.has_effects(l) || facts.has_effects(r) {
                continue;
            }
            let text = facts.text(l);
            if text == facts.text(r) {
                own.push((l.span.lo, text));
            }
        }
        if let Some(&(pos, _)) = own.first() {
            let names: Vec<&str> = own.iter().map(|(_, t)| t.as_str()).collect();
            facts.report(pos, format!("self-assignment of {}", names.join(", ")));
        }
    });
}
