//! Calls as statements of functions that do nothing but give a result.

use crate::facts::{Callee, Facts};
use crate::{Node, each_node};
use golift_frontend::ast::{ExprKind, StmtKind};
use golift_frontend::unparen;
use golift_types::{Basic, Signature};

/// Functions by package.
const PURE: [(&str, &[&str]); 6] = [
    (
        "context",
        &[
            "WithCancel", "WithCancelCause", "WithDeadline", "WithDeadlineCause", "WithTimeout", "WithTimeoutCause",
            "WithValue", "WithoutCancel",
        ],
    ),
    ("errors", &["New"]),
    ("fmt", &["Append", "Appendf", "Appendln", "Errorf", "Sprint", "Sprintf", "Sprintln"]),
    ("maps", &["All", "Clone", "Collect", "Equal", "EqualFunc", "Keys", "Values"]),
    (
        "slices",
        &[
            "All", "Backward", "BinarySearch", "BinarySearchFunc", "Chunk", "Clip", "Clone", "Collect", "Compact",
            "CompactFunc", "Compare", "CompareFunc", "Concat", "Contains", "ContainsFunc", "Delete", "DeleteFunc",
            "Equal", "EqualFunc", "Grow", "Index", "IndexFunc", "Insert", "IsSorted", "IsSortedFunc", "Max", "MaxFunc",
            "Min", "MinFunc", "Repeat", "Replace", "Sorted", "SortedFunc", "SortedStableFunc", "Values",
        ],
    ),
    ("sort", &["Reverse"]),
];

/// Reports such calls.
pub(crate) fn check(facts: &mut Facts<'_>) {
    each_node(facts, |facts, node| {
        let Node::Stmt(s) = node else { return };
        let StmtKind::Expr(x) = &s.kind else { return };
        let ExprKind::Call { fun, .. } = &unparen(x).kind else { return };
        if facts.is_type(fun) {
            return;
        }
        let Some(callee) = facts.callee(fun) else { return };
        let Callee { path, name, recv, .. } = &callee;
        match recv {
            Some(_) => {
                let text = facts.signature(fun).is_some_and(|sig| is_text_method(facts, sig));
                if text && ["Error", "String"].contains(&name.as_str()) {
                    facts.report(fun.span.lo, format!("result of {} call not used", callee.full_name()));
                }
            }
            None => {
                if PURE.iter().any(|(p, names)| p == path && names.contains(&name.as_str())) {
                    facts.report(fun.span.lo, format!("result of {path}.{name} call not used"));
                }
            }
        }
    });
}

/// `func() string`.
fn is_text_method(facts: &Facts<'_>, sig: &Signature) -> bool {
    sig.params.is_empty() && matches!(&sig.results[..], [r] if facts.w.as_basic(r.ty) == Some(Basic::String))
}
