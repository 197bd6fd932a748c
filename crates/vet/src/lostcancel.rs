//! Cancel functions of contexts that are not called, or not on all paths: the context's resources leak.

use crate::facts::Facts;
use crate::flow::{Flow, StepId};
use crate::unreachable::any_stmt;
use crate::{Body, each_body};
use golift_base::Pos;
use golift_frontend::ast::{Decl, Expr, ExprKind, Stmt, StmtKind};
use golift_frontend::unparen;
use golift_frontend::walk::{Visitor, walk_block};
use golift_types::{Builtin, ObjId, ObjKind};

/// The functions whose second result is a cancel function.
const MAKERS: [&str; 6] =
    ["WithCancel", "WithCancelCause", "WithTimeout", "WithTimeoutCause", "WithDeadline", "WithDeadlineCause"];

/// A variable that holds a cancel function.
struct Cancel {
    obj: ObjId,
    name: String,
    /// Where the statement begins that sets it.
    stmt: Pos,
}

/// Reports cancel functions that get lost.
pub(crate) fn check(facts: &mut Facts<'_>) {
    each_body(facts, |facts, body| {
        let mut found: Vec<Cancel> = Vec::new();
        let mut discarded: Vec<(Pos, String)> = Vec::new();
        any_stmt(body.block, |s| {
            definition(facts, s, &mut found, &mut discarded);
            false
        });
        for (pos, maker) in discarded {
            let message = format!(
                "the cancel function returned by context.{maker} should be called, not discarded, to avoid a context leak"
            );
            facts.report(pos, message);
        }
        if found.is_empty() {
            return;
        }
        let flow = Flow::new(body.block, &|e| diverges(facts, e));
        for c in found {
            if let Some(ret) = lost(facts, &flow, &body, &c) {
                facts.report(c.stmt, format!("the {} function is not used on all paths (possible context leak)", c.name));
                let line = facts.line(c.stmt);
                let message =
                    format!("this return statement may be reached without using the {} var defined on line {line}", c.name);
                facts.report(ret, message);
            }
        }
    });
}

fn definition(facts: &Facts<'_>, s: &Stmt, found: &mut Vec<Cancel>, discarded: &mut Vec<(Pos, String)>) {
    let mut pair = |id: golift_frontend::ast::NodeId, name: golift_base::Symbol, at: Pos, x: &Expr| {
        let ExprKind::Call { fun, .. } = &unparen(x).kind else { return };
        let Some(callee) = facts.callee(fun) else { return };
        if callee.path != "context" || callee.recv.is_some() || !MAKERS.contains(&callee.name.as_str()) {
            return;
        }
        if name.is_blank() {
            discarded.push((at, callee.name));
        } else if let Some(obj) = facts.object(id)
            && matches!(facts.w.obj(obj).kind, ObjKind::Var(k) if k != golift_types::VarKind::Global)
        {
            found.push(Cancel { obj, name: name.to_string(), stmt: s.span.lo });
        }
    };
    match &s.kind {
        StmtKind::Assign { lhs, op: None, rhs, .. } | StmtKind::Define { lhs, rhs, .. } => {
            if let ([_, cancel], [x]) = (&lhs[..], &rhs[..])
                && let ExprKind::Name(name) = cancel.kind
            {
                pair(cancel.id, name, cancel.span.lo, x);
            }
        }
        StmtKind::Decl(decls) => {
            for d in decls {
                if let Decl::Var(spec) = d
                    && let ([_, cancel], [x]) = (&spec.names[..], &spec.values[..])
                {
                    pair(cancel.id, cancel.name, cancel.span.lo, x);
                }
            }
        }
        _ => {}
    }
}

/// The first way out of the function that is found from the definition without a use of the variable.
fn lost(facts: &Facts<'_>, flow: &Flow, body: &Body<'_>, c: &Cancel) -> Option<Pos> {
    let mut uses: Vec<Pos> = Vec::new();
    struct Uses<'x, 'w>(&'x Facts<'w>, ObjId, &'x mut Vec<Pos>);
    impl Visitor for Uses<'_, '_> {
        fn expr(&mut self, e: &Expr) -> bool {
            let used = |id: golift_frontend::ast::NodeId| self.0.w.info.uses.get(id.0 as usize).copied().flatten();
            if matches!(e.kind, ExprKind::Name(_)) && used(e.id) == Some(self.1) {
                self.2.push(e.span.lo);
            }
            true
        }
    }
    walk_block(&mut Uses(facts, c.obj, &mut uses), body.block);
    // A named result is used by every return.
    let named = body.ty.results.iter().flat_map(|f| &f.names).any(|n| facts.object(n.id) == Some(c.obj));
    let start = *flow.at.get(&c.stmt)?;
    let mut seen = vec![false; flow.steps.len()];
    seen[start] = true;
    let mut pending: Vec<StepId> = flow.steps[start].next.iter().rev().copied().collect();
    while let Some(at) = pending.pop() {
        if std::mem::replace(&mut seen[at], true) {
            continue;
        }
        let step = &flow.steps[at];
        let used = uses.iter().any(|&u| step.spans.iter().any(|s| s.lo <= u && u < s.hi));
        if used {
            continue;
        }
        if let Some(pos) = step.leaves {
            if named {
                continue;
            }
            return Some(pos);
        }
        pending.extend(step.next.iter().rev());
    }
    None
}

/// Calls that never return: `panic`, `os.Exit`, `runtime.Goexit`, `log.Fatal` and its kin.
fn diverges(facts: &Facts<'_>, e: &Expr) -> bool {
    let ExprKind::Call { fun, .. } = &e.kind else { return false };
    if let Some(obj) = facts.named_object(fun)
        && matches!(facts.w.obj(obj).kind, ObjKind::Builtin(Builtin::Panic))
    {
        return true;
    }
    facts.callee(fun).is_some_and(|c| match (c.path.as_str(), c.name.as_str()) {
        ("os", "Exit") | ("runtime", "Goexit") => true,
        ("log", name) => ["Fatal", "Panic"].iter().any(|p| name.starts_with(p)),
        ("testing", name) => matches!(name, "Fatal" | "Fatalf" | "FailNow" | "Skip" | "Skipf" | "SkipNow"),
        _ => false,
    })
}
