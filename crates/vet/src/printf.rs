//! Calls of `fmt.Printf`, `log.Println` and functions that pass their arguments on to them.
//!
//! Formats that are constants are compared with the arguments: verbs, flags, indices, types and counts. Arguments of
//! the functions without format are searched for what looks like one.

mod format;
mod matching;
mod wrappers;

use crate::facts::Facts;
use crate::{Node, each_node};
use golift_base::Pos;
use golift_frontend::ast::{Expr, ExprKind};
use golift_frontend::unparen;
use golift_types::{Mode, Type};
use wrappers::Wrappers;

/// What a function does with its arguments.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Kind {
    /// Like `fmt.Print`.
    Print,
    /// Like `fmt.Println`.
    Println,
    /// Like `fmt.Printf`.
    Printf,
    /// Like `fmt.Errorf`: `%w` is allowed.
    Errorf,
}

/// Reports calls whose formats and arguments do not fit.
pub(crate) fn check(facts: &mut Facts<'_>) {
    let wrappers = Wrappers::of_package(facts);
    each_node(facts, |facts, node| {
        let Node::Expr(e) = node else { return };
        let ExprKind::Call { fun, args, spread, .. } = &e.kind else { return };
        if facts.is_type(fun) {
            return;
        }
        let Some(callee) = facts.callee(fun) else { return };
        let Some(kind) = wrappers.kind(facts, &callee) else { return };
        let call = Call { expr: e, fun, args, spread: *spread, name: callee.full_name() };
        match kind {
            Kind::Print | Kind::Println => print_call(facts, &call, kind),
            Kind::Printf | Kind::Errorf => format::check(facts, &call, kind),
        }
    });
}

/// A call that is looked at.
struct Call<'c> {
    expr: &'c Expr,
    fun: &'c Expr,
    args: &'c [Expr],
    spread: bool,
    /// How messages call the function.
    name: String,
}

impl Call<'_> {
    fn pos(&self) -> Pos {
        self.expr.span.lo
    }

    /// The index of the first variadic argument.
    fn first_variadic(&self, facts: &Facts<'_>) -> usize {
        facts.signature(self.fun).map_or(0, |sig| sig.params.len().saturating_sub(1))
    }
}

fn print_call(facts: &mut Facts<'_>, call: &Call<'_>, kind: Kind) {
    let first = call.first_variadic(facts);
    let name = &call.name;
    let args = call.args;
    if first == 0
        && let Some(x) = args.first()
        && let ExprKind::Selector(base, sel) = &unparen(x).kind
        && matches!(&base.kind, ExprKind::Name(n) if n.as_str() == "os")
        && ["Stdout", "Stderr"].contains(&sel.name.as_str())
    {
        let message = format!("{name} does not take io.Writer but has first arg {}", facts.text(x));
        facts.report(call.pos(), message);
    }
    let Some(rest) = args.get(first..).filter(|r| !r.is_empty()) else { return };
    if let Some(text) = facts.string_constant(&rest[0])
        && let Some(directive) = format::looks_like_directive(&text)
    {
        facts.report(call.pos(), format!("{name} call has possible Printf formatting directive {directive}"));
    }
    if kind == Kind::Println
        && let Some(text) = rest.last().and_then(|x| facts.string_constant(x))
        && text.ends_with('\n')
    {
        facts.report(call.pos(), format!("{name} arg list ends with redundant newline"));
    }
    for x in rest {
        if is_function_value(facts, x) {
            let message = format!("{name} arg {} is a func value, not called", facts.text(x));
            facts.report(call.pos(), message);
        } else if let Some(method) = wrappers::recursive_text_method(facts, call.pos(), x) {
            let message = format!("{name} arg {} causes recursive call to {method} method", facts.text(x));
            facts.report(call.pos(), message);
        }
    }
}

/// Whether an argument is a function that was probably to be called.
fn is_function_value(facts: &Facts<'_>, e: &Expr) -> bool {
    facts.fact(e).is_some_and(|t| t.mode != Mode::Nil && matches!(facts.w.ty(facts.w.unalias(t.ty)), Type::Signature(_)))
}
