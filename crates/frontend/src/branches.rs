//! Labels and branch statements of a function body: unused, undefined and duplicate labels, jumps into blocks and over
//! declarations, misplaced break, continue and fallthrough. (Spec, "Labeled statements" to "Fallthrough statements".)
//!
//! One walk over the body without the function literals in it, which are bodies of their own: gotos whose label has not
//! come yet travel outwards until a block declares it.

use crate::ast::{Block, Decl, Ident, NodeId, Stmt, StmtKind, ValueSpec};
use crate::expr_string;
use golift_base::{Pos, SourceFile, Symbol};
use rustc_hash::FxHashMap;

/// Checks a body: wrong labels and branches go to `report`, the labeled statement that each labeled branch goes to, by
/// the branch statement's id, to `targets`.
pub fn check_branches(
    body: &Block,
    src: &SourceFile,
    targets: &mut FxHashMap<NodeId, NodeId>,
    report: &mut dyn FnMut(Pos, String),
) {
    LabelScope { src, branch_targets: targets, report, labels: Vec::new(), blocks: Vec::new() }.function(body);
}

/// A block of the function: statement list, clause, branch of an if.
struct BlockInfo {
    parent: Option<usize>,
    start: Pos,
    /// The labeled statement whose (innermost) statement this block belongs to.
    labeled: Option<NodeId>,
}

struct Label {
    name: Symbol,
    pos: Pos,
    stmt: NodeId,
    /// Whether the labeled statement is a loop, and whether it can be broken out of.
    is_loop: bool,
    is_breakable: bool,
    block: usize,
    used: bool,
}

/// A goto whose label was not seen yet.
#[derive(Clone, Copy)]
struct Forward {
    stmt: NodeId,
    label: Symbol,
    pos: Pos,
}

/// The innermost statement that `break` leaves.
#[derive(Clone, Copy, PartialEq)]
enum Breaks {
    None,
    Other,
    /// A clause of an expression switch: `last` when no clause follows.
    Case { last: bool },
    TypeCase,
}

#[derive(Clone, Copy)]
struct Targets {
    breaks: Breaks,
    in_loop: bool,
    /// Whether the statement list is directly a switch clause's.
    direct: bool,
}

struct LabelScope<'a> {
    src: &'a SourceFile,
    branch_targets: &'a mut FxHashMap<NodeId, NodeId>,
    report: &'a mut dyn FnMut(Pos, String),
    labels: Vec<Label>,
    blocks: Vec<BlockInfo>,
}

/// The last variable declaration of a statement list so far.
struct LastDecl {
    names: String,
    pos: Pos,
    /// The gotos that jump over it if their label comes later in the list.
    over: Vec<NodeId>,
}

impl LabelScope<'_> {
    fn error(&mut self, pos: Pos, message: String) {
        (self.report)(pos, message);
    }

    fn place(&self, pos: Pos) -> String {
        self.src.display(pos)
    }

    fn function(&mut self, body: &Block) {
        let targets = Targets { breaks: Breaks::None, in_loop: false, direct: false };
        let left = self.block(None, targets, None, body.lbrace, &mut body.stmts.iter());
        for goto in left {
            let name = goto.label;
            match self.labels.iter().position(|l| l.name == name) {
                Some(i) => {
                    self.labels[i].used = true;
                    let start = self.place(self.blocks[self.labels[i].block].start);
                    self.error(goto.pos, format!("goto {name} jumps into block starting at {start}"));
                }
                None => self.error(goto.pos, format!("label {name} not defined")),
            }
        }
        let unused: Vec<(Symbol, Pos)> = self.labels.iter().filter(|l| !l.used).map(|l| (l.name, l.pos)).collect();
        for (name, pos) in unused {
            self.error(pos, format!("label {name} defined and not used"));
        }
    }

    fn is_within(&self, mut block: usize, outer: usize) -> bool {
        while block != outer {
            match self.blocks[block].parent {
                Some(p) => block = p,
                None => return false,
            }
        }
        true
    }

    fn block(
        &mut self,
        parent: Option<usize>,
        targets: Targets,
        labeled: Option<NodeId>,
        start: Pos,
        stmts: &mut dyn Iterator<Item = &Stmt>,
    ) -> Vec<Forward> {
        self.blocks.push(BlockInfo { parent, start, labeled });
        let me = self.blocks.len() - 1;
        let mut list: Vec<&Stmt> = stmts.collect();
        while list.last().is_some_and(|s| matches!(s.kind, StmtKind::Empty)) {
            list.pop();
        }
        let mut forward: Vec<Forward> = Vec::new();
        let mut last_decl: Option<LastDecl> = None;
        for (i, stmt) in list.iter().enumerate() {
            let mut stmt: &Stmt = stmt;
            let mut labeled = None;
            while let StmtKind::Labeled(label, inner) = &stmt.kind {
                if !label.name.is_blank() {
                    self.declare(me, stmt.id, label, inner);
                    self.resolve(stmt.id, label, &mut forward, last_decl.as_ref());
                }
                labeled = Some(stmt.id);
                stmt = inner;
            }
            let is_last = i + 1 == list.len();
            self.stmt(me, targets, labeled, stmt, is_last, &mut forward);
            let declared = match &stmt.kind {
                StmtKind::Decl(decls) => decls.iter().find_map(|d| match d {
                    Decl::Var(ValueSpec { names, .. }) => names.first().map(|n| (n.name.to_string(), n.span.lo)),
                    _ => None,
                }),
                StmtKind::Define { lhs, op_pos, .. } => {
                    let names: Vec<String> = lhs.iter().map(expr_string).collect();
                    Some((names.join(", "), *op_pos))
                }
                _ => None,
            };
            if let Some((names, pos)) = declared {
                last_decl = Some(LastDecl { names, pos, over: forward.iter().map(|g| g.stmt).collect() });
            }
        }
        forward
    }

    fn declare(&mut self, block: usize, id: NodeId, label: &Ident, stmt: &Stmt) {
        let (name, pos) = (label.name, label.span.lo);
        if let Some(old) = self.labels.iter().find(|l| l.name == name) {
            let at = self.place(old.pos);
            return self.error(pos, format!("label {name} already defined at {at}"));
        }
        let is_loop = matches!(stmt.kind, StmtKind::For { .. } | StmtKind::Range { .. });
        let is_switch =
            matches!(stmt.kind, StmtKind::Switch { .. } | StmtKind::TypeSwitch { .. } | StmtKind::Select { .. });
        let is_breakable = is_loop || is_switch;
        self.labels.push(Label { name, pos, stmt: id, is_loop, is_breakable, block, used: false });
    }

    /// Gives the waiting gotos of this block their label.
    fn resolve(&mut self, id: NodeId, label: &Ident, forward: &mut Vec<Forward>, last: Option<&LastDecl>) {
        let (name, mut done) = (label.name, Vec::new());
        forward.retain(|g| {
            if g.label == name {
                done.push(*g);
            }
            g.label != name
        });
        for goto in done {
            self.branch_targets.insert(goto.stmt, id);
            if let Some(l) = self.labels.iter_mut().find(|l| l.name == name) {
                l.used = true;
            }
            if let Some(decl) = last.filter(|d| d.over.contains(&goto.stmt)) {
                let at = self.place(decl.pos);
                let text = format!("goto {name} jumps over declaration of {} at {at}", decl.names);
                self.error(goto.pos, text);
            }
        }
    }

    fn stmt(
        &mut self,
        me: usize,
        targets: Targets,
        labeled: Option<NodeId>,
        stmt: &Stmt,
        is_last: bool,
        forward: &mut Vec<Forward>,
    ) {
        let pos = stmt.span.lo;
        let inner = Targets { direct: false, ..targets };
        match &stmt.kind {
            StmtKind::Break(None) if targets.breaks == Breaks::None => {
                self.error(pos, "break is not in a loop, switch, or select".into());
            }
            StmtKind::Continue(None) if !targets.in_loop => {
                self.error(pos, "continue is not in a loop".into());
            }
            StmtKind::Break(Some(label)) => self.labeled_branch(me, stmt.id, label, false),
            StmtKind::Continue(Some(label)) => self.labeled_branch(me, stmt.id, label, true),
            StmtKind::Fallthrough => {
                let text = match targets.breaks {
                    Breaks::TypeCase => "cannot fallthrough in type switch",
                    Breaks::Case { last } if targets.direct && is_last => {
                        if !last {
                            return;
                        }
                        "cannot fallthrough final case in switch"
                    }
                    _ => "fallthrough statement out of place",
                };
                self.error(pos, text.into());
            }
            StmtKind::Goto(label) => {
                let found = self.labels.iter().position(|l| l.name == label.name);
                if let Some(i) = found {
                    self.labels[i].used = true;
                    if self.is_within(me, self.labels[i].block) {
                        self.branch_targets.insert(stmt.id, self.labels[i].stmt);
                        return;
                    }
                }
                forward.push(Forward { stmt: stmt.id, label: label.name, pos: label.span.lo });
            }
            StmtKind::Block(b) => forward.extend(self.nested(me, inner, labeled, b)),
            StmtKind::If { then, else_, .. } => {
                forward.extend(self.nested(me, inner, labeled, then));
                if let Some(e) = else_ {
                    let start = e.span.lo;
                    forward.extend(self.block(Some(me), inner, labeled, start, &mut std::iter::once(&**e)));
                }
            }
            StmtKind::For { body, .. } | StmtKind::Range { body, .. } => {
                let inner = Targets { breaks: Breaks::Other, in_loop: true, direct: false };
                forward.extend(self.nested(me, inner, labeled, body));
            }
            StmtKind::Switch { clauses, .. } => {
                for (i, c) in clauses.iter().enumerate() {
                    let breaks = Breaks::Case { last: i + 1 == clauses.len() };
                    let inner = Targets { breaks, in_loop: targets.in_loop, direct: true };
                    forward.extend(self.block(Some(me), inner, labeled, c.pos, &mut c.body.iter()));
                }
            }
            StmtKind::TypeSwitch { clauses, .. } => {
                let inner = Targets { breaks: Breaks::TypeCase, in_loop: targets.in_loop, direct: true };
                for c in clauses {
                    forward.extend(self.block(Some(me), inner, labeled, c.pos, &mut c.body.iter()));
                }
            }
            StmtKind::Select { clauses, .. } => {
                let inner = Targets { breaks: Breaks::Other, in_loop: targets.in_loop, direct: false };
                for c in clauses {
                    forward.extend(self.block(Some(me), inner, labeled, c.pos, &mut c.body.iter()));
                }
            }
            _ => {}
        }
    }

    fn nested(&mut self, me: usize, targets: Targets, labeled: Option<NodeId>, body: &Block) -> Vec<Forward> {
        self.block(Some(me), targets, labeled, body.lbrace, &mut body.stmts.iter())
    }

    fn labeled_branch(&mut self, me: usize, stmt: NodeId, label: &Ident, is_continue: bool) {
        let (name, pos) = (label.name, label.span.lo);
        let word = if is_continue { "continue" } else { "break" };
        let target = self.labels.iter().position(|l| l.name == name);
        if let Some(i) = target {
            self.labels[i].used = true;
            let id = self.labels[i].stmt;
            let mut at = Some(me);
            while let Some(b) = at {
                if self.blocks[b].labeled == Some(id) {
                    let fits = if is_continue { self.labels[i].is_loop } else { self.labels[i].is_breakable };
                    if fits {
                        self.branch_targets.insert(stmt, id);
                    } else {
                        self.error(pos, format!("invalid {word} label {name}"));
                    }
                    return;
                }
                at = self.blocks[b].parent;
            }
            return self.error(pos, format!("invalid {word} label {name}"));
        }
        self.error(pos, format!("{word} label not defined: {name}"));
    }
}
