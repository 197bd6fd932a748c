//! Labels and branches of a function body (spec, "Labeled statements" to "Fallthrough statements").
//!
//! Checked while parsing, as in the official compiler: labels belong to one function,
//! and what is wrong with them does not depend on types.

use super::P;
use super::error::SyntaxError;
use crate::ast::{Block, Decl, Expr, Ident, Stmt, StmtKind};
use crate::expr_string;
use golift_base::{Pos, Symbol};
use rustc_hash::FxHashMap;

impl P<'_, '_, '_> {
    /// Reports wrong labels and branches of one function; function literals inside were checked before.
    pub(super) fn check_branches(&mut self, body: &Block) {
        let mut c = Checker { labels: FxHashMap::default(), order: Vec::new(), blocks: Vec::new(), errors: Vec::new() };
        let pending = c.block(None, None, Targets::default(), body.lbrace, &body.stmts);
        for jump in pending {
            let name = jump.label.name;
            match c.labels.get_mut(&name) {
                Some(label) => {
                    label.used = true;
                    let start = c.blocks[label.block].start;
                    c.errors.push((jump.label.span.lo, format!("goto {name} jumps into block starting at "), Some(start)));
                }
                None => c.errors.push((jump.label.span.lo, format!("label {name} not defined"), None)),
            }
        }
        for name in &c.order {
            if let Some(label) = c.labels.get(name).filter(|l| !l.used) {
                c.errors.push((label.pos, format!("label {name} defined and not used"), None));
            }
        }
        for (at, mut message, other) in c.errors {
            if let Some(other) = other {
                let src = self.st().src;
                let other = src.line_col(other);
                message.push_str(&format!("{}:{other}", src.name));
            }
            let seen = self.seen();
            self.inp.emit(SyntaxError::new(at, message, seen));
        }
    }
}

/// What an unlabelled branch leaves or repeats.
#[derive(Clone, Copy, Default)]
struct Targets {
    breakable: bool,
    in_loop: bool,
    /// The innermost breakable statement's place in a switch.
    case: Option<Case>,
    type_switch: bool,
    in_switch: bool,
}

/// Directly in a case's statement list: whether it is the last case.
#[derive(Clone, Copy)]
struct Case {
    last: bool,
}

struct Label {
    block: usize,
    pos: Pos,
    used: bool,
}

struct Scope {
    parent: Option<usize>,
    start: Pos,
    /// The label of the statement that the block belongs to.
    label: Option<(Symbol, Labelled)>,
}

/// What a label stands before.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Labelled {
    Loop,
    Breakable,
    Other,
}

/// A `goto` whose label was not seen yet.
#[derive(Clone, Copy)]
struct Jump<'a> {
    label: &'a Ident,
    /// The last variable declaration behind the goto in the block that is being checked.
    over: Option<Declared<'a>>,
}

/// A variable declaration as messages name it.
#[derive(Clone, Copy)]
enum Declared<'a> {
    Var(&'a Ident),
    Define(&'a [Expr], Pos),
}

struct Checker {
    labels: FxHashMap<Symbol, Label>,
    order: Vec<Symbol>,
    blocks: Vec<Scope>,
    errors: Vec<(Pos, String, Option<Pos>)>,
}

impl Checker {
    fn error(&mut self, at: Pos, msg: impl Into<String>) {
        self.errors.push((at, msg.into(), None));
    }

    /// Checks a block's statements and returns the gotos whose labels are not in it.
    fn block<'a>(
        &mut self,
        parent: Option<usize>,
        label: Option<(Symbol, Labelled)>,
        targets: Targets,
        start: Pos,
        stmts: &'a [Stmt],
    ) -> Vec<Jump<'a>> {
        let here = self.blocks.len();
        self.blocks.push(Scope { parent, start, label });
        let mut jumps: Vec<Jump<'a>> = Vec::new();
        for (i, stmt) in stmts.iter().enumerate() {
            let last = stmts[i + 1..].iter().all(|s| matches!(s.kind, StmtKind::Empty));
            self.stmt(here, targets, stmt, last, &mut jumps);
        }
        jumps
    }

    fn stmt<'a>(&mut self, here: usize, targets: Targets, stmt: &'a Stmt, last: bool, jumps: &mut Vec<Jump<'a>>) {
        let mut stmt = stmt;
        let mut label = None;
        while let StmtKind::Labeled(name, inner) = &stmt.kind {
            self.declare(here, name, jumps);
            label = Some((name.name, labelled(inner)));
            stmt = inner;
        }
        // Inside another block a fallthrough is never in place.
        let nested = Targets { case: None, ..targets };
        match &stmt.kind {
            StmtKind::Decl(decls) => {
                let var = decls.iter().find_map(|d| match d {
                    Decl::Var(spec) => spec.names.first(),
                    _ => None,
                });
                if let Some(var) = var {
                    note_variable(jumps, Declared::Var(var));
                }
            }
            StmtKind::Define { lhs, op_pos, .. } => note_variable(jumps, Declared::Define(lhs, *op_pos)),
            StmtKind::Break(None) if !targets.breakable => {
                self.error(stmt.span.lo, "break is not in a loop, switch, or select");
            }
            StmtKind::Continue(None) if !targets.in_loop => self.error(stmt.span.lo, "continue is not in a loop"),
            StmtKind::Break(Some(name)) => match self.enclosing(here, name.name) {
                None => self.error(name.span.lo, format!("break label not defined: {name}", name = name.name)),
                Some(Labelled::Other) => self.error(name.span.lo, format!("invalid break label {}", name.name)),
                Some(_) => {}
            },
            StmtKind::Continue(Some(name)) => match self.enclosing(here, name.name) {
                None => self.error(name.span.lo, format!("continue label not defined: {name}", name = name.name)),
                Some(Labelled::Loop) => {}
                Some(_) => self.error(name.span.lo, format!("invalid continue label {}", name.name)),
            },
            StmtKind::Goto(name) => {
                if !self.visible(here, name.name) {
                    jumps.push(Jump { label: name, over: None });
                }
            }
            StmtKind::Fallthrough => {
                let msg = match targets.case {
                    _ if targets.in_switch && targets.type_switch => "cannot fallthrough in type switch",
                    Some(case) if targets.in_switch && last => {
                        if !case.last {
                            return;
                        }
                        "cannot fallthrough final case in switch"
                    }
                    _ => "fallthrough statement out of place",
                };
                self.error(stmt.span.lo, msg);
            }
            StmtKind::Block(b) => leave(jumps, self.block(Some(here), label, nested, b.lbrace, &b.stmts)),
            StmtKind::If { then, else_, .. } => {
                leave(jumps, self.block(Some(here), label, nested, then.lbrace, &then.stmts));
                if let Some(e) = else_ {
                    leave(jumps, self.block(Some(here), label, nested, e.span.lo, std::slice::from_ref(e)));
                }
            }
            StmtKind::For { body, .. } | StmtKind::Range { body, .. } => {
                let t = Targets { breakable: true, in_loop: true, ..Targets::default() };
                leave(jumps, self.block(Some(here), label, t, body.lbrace, &body.stmts));
            }
            StmtKind::Switch { clauses, .. } | StmtKind::TypeSwitch { clauses, .. } => {
                let type_switch = matches!(stmt.kind, StmtKind::TypeSwitch { .. });
                for (i, c) in clauses.iter().enumerate() {
                    let case = Some(Case { last: i + 1 == clauses.len() });
                    let t =
                        Targets { breakable: true, in_loop: targets.in_loop, case, type_switch, in_switch: true };
                    leave(jumps, self.block(Some(here), label, t, c.pos, &c.body));
                }
            }
            StmtKind::Select { clauses, .. } => {
                let t = Targets { breakable: true, in_loop: targets.in_loop, ..Targets::default() };
                for c in clauses {
                    leave(jumps, self.block(Some(here), label, t, c.pos, &c.body));
                }
            }
            _ => {}
        }
    }

    /// Declares a label, and lands the gotos that wait for it.
    fn declare(&mut self, here: usize, name: &Ident, jumps: &mut Vec<Jump<'_>>) {
        if name.name.is_blank() {
            return;
        }
        if let Some(before) = self.labels.get(&name.name) {
            let at = before.pos;
            self.errors.push((name.span.lo, format!("label {} already defined at ", name.name), Some(at)));
            return;
        }
        let mut used = false;
        let mut over = Vec::new();
        jumps.retain(|j| {
            if j.label.name != name.name {
                return true;
            }
            used = true;
            if let Some(var) = j.over {
                over.push((j.label.span.lo, var));
            }
            false
        });
        for (at, var) in over {
            let (shown, pos) = match var {
                Declared::Var(name) => (name.name.as_str().to_string(), name.span.lo),
                Declared::Define(lhs, at) => (lhs.iter().map(expr_string).collect::<Vec<_>>().join(", "), at),
            };
            self.errors.push((at, format!("goto {} jumps over declaration of {shown} at ", name.name), Some(pos)));
        }
        self.labels.insert(name.name, Label { block: here, pos: name.span.lo, used });
        self.order.push(name.name);
    }

    /// Finds the enclosing statement with this label; `Other` if the label was declared but does not enclose.
    fn enclosing(&mut self, here: usize, name: Symbol) -> Option<Labelled> {
        let mut at = Some(here);
        while let Some(block) = at.map(|i| &self.blocks[i]) {
            if let Some((label, what)) = block.label.filter(|l| l.0 == name) {
                if let Some(l) = self.labels.get_mut(&label) {
                    l.used = true;
                }
                return Some(what);
            }
            at = block.parent;
        }
        // A label that stands elsewhere is no target, but it is used.
        self.labels.get_mut(&name).map(|l| {
            l.used = true;
            Labelled::Other
        })
    }

    /// Whether the label is declared before, in this block or one around it; then it is used.
    fn visible(&mut self, here: usize, name: Symbol) -> bool {
        let Some(label) = self.labels.get_mut(&name) else { return false };
        // A reported jump into a block uses the label too, but only a visible one lands.
        let mut at = Some(here);
        while let Some(i) = at {
            if i == label.block {
                label.used = true;
                return true;
            }
            at = self.blocks[i].parent;
        }
        false
    }
}

fn labelled(stmt: &Stmt) -> Labelled {
    match stmt.kind {
        StmtKind::For { .. } | StmtKind::Range { .. } => Labelled::Loop,
        StmtKind::Switch { .. } | StmtKind::TypeSwitch { .. } | StmtKind::Select { .. } => Labelled::Breakable,
        _ => Labelled::Other,
    }
}

/// A variable is declared: the gotos that wait jump over it, if they land in this block.
fn note_variable<'a>(jumps: &mut [Jump<'a>], var: Declared<'a>) {
    for j in jumps {
        j.over = Some(var);
    }
}

/// Gotos that leave a block; what they jump over there does not count outside.
fn leave<'a>(jumps: &mut Vec<Jump<'a>>, inner: Vec<Jump<'a>>) {
    jumps.extend(inner.into_iter().map(|j| Jump { over: None, ..j }));
}
