//! What lowering must know of a function declaration before it starts: which variables need memory, what function
//! literals capture, which expressions contain calls.
//!
//! Input: a function declaration (or package-level initialiser) with all its literals. Output: [`Analysis`].
//! A variable is captured by value when it is at most 128 bytes, not assigned once a literal may have captured it and
//! its address is not taken, as in the official compiler; other captures share the variable.

use super::captures_range::{Exit, Hidden, LabelPlace};
use golift_frontend::ast::{
    Block, CaseClause, Decl, Expr, ExprKind, Field, FuncType, NodeId, Stmt, StmtKind, ValueSpec,
};
use golift_base::Symbol;
use golift_types::{ObjId, ObjKind, SelectionKind, Type, TypeId, VarKind, World};
use rustc_hash::{FxHashMap, FxHashSet};

/// The size up to which a variable is captured by value.
const MAX_CAPTURE: u64 = 128;

/// Where something stands in a function: in how many loops, and behind how many labels, to which a goto may go back.
/// What stands in the scope of a variable and at the same place runs once for each time that the variable is declared.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct Place {
    loops: u32,
    labels: u32,
}

/// Facts about a local variable.
#[derive(Clone, Copy, Debug, Default)]
pub struct VarFacts {
    /// The function literal (index in [`Analysis::lits`]) that declares it; 0 is the declaration itself.
    pub owner: u32,
    /// `&x`, a pointer-receiver method called on it, or a slice of an array variable.
    pub addr_taken: bool,
    /// Assigned other than by its declaration.
    pub reassigned: bool,
    /// Assigned where a literal may have captured it already: anywhere, but for straight code before the first capture.
    pub changed: bool,
    /// Where it is declared: what is around in the function of the declaration.
    place: Place,
    /// All assignments are in the post statement of the loop that declares it, and all captures in the body: they are of
    /// a copy that does not change.
    pub fixed_in_iteration: bool,
    /// Used by a literal inside its function.
    pub captured: bool,
    /// Small enough to be captured by value.
    pub small: bool,
    /// Declared inside of a loop.
    pub in_loop: bool,
}

impl VarFacts {
    /// Whether literals share the variable.
    pub fn shared(&self) -> bool {
        self.captured && (self.addr_taken || self.changed && !self.fixed_in_iteration || !self.small)
    }

    /// Whether the variable needs memory.
    pub fn in_memory(&self) -> bool {
        self.addr_taken || self.shared()
    }
}

/// Facts about the declaration's body or one function literal.
#[derive(Clone, Debug, Default)]
pub struct LitFacts {
    /// Captured variables in order of first use.
    pub captures: Vec<ObjId>,
    /// Has a `defer` statement of its own.
    pub has_defer: bool,
    /// Calls `recover` itself.
    pub has_recover: bool,
    /// The enclosing literal.
    pub parent: u32,
    /// Where it stands there.
    pub(super) place: Place,
    /// The function that `return` leaves: itself, or for the body of a loop over a function the one with the loop.
    pub root: u32,
    /// What such a body needs of its root, in order of first use.
    pub hidden: Vec<Hidden>,
    /// The ways out of such a body; of a root: of all bodies in it. The index in the root's list plus 1 is the number.
    pub exits: Vec<Exit>,
    /// Bodies assign unnamed results of this root.
    pub results_shared: bool,
}

/// The facts of a whole declaration.
#[derive(Debug, Default)]
pub struct Analysis {
    /// Local variables.
    pub vars: FxHashMap<ObjId, VarFacts>,
    /// The declaration's own body, then its literals in source order.
    pub lits: Vec<LitFacts>,
    /// The index in `lits` of each literal, by its expression, and of each body of a loop over a function, by its statement.
    pub lit_index: FxHashMap<NodeId, u32>,
    /// Expressions that contain a call or receive outside of literals.
    pub calls: FxHashSet<NodeId>,
    /// Labels that `goto` goes to, with the literal that the labeled statement is in.
    pub goto_labels: FxHashSet<(u32, Symbol)>,
}

/// A function body for [`analyze`].
pub enum Body<'a> {
    /// A declared function.
    Func {
        /// The receiver.
        recv: Option<&'a Field>,
        /// Parameters and results.
        ty: &'a FuncType,
        /// The body.
        body: &'a Block,
    },
    /// A package-level initialiser.
    Expr(&'a Expr),
}

/// Analyses a declaration with all its literals.
pub fn analyze(world: &World, body: Body<'_>) -> Analysis {
    let mut w = Walker {
        world,
        a: Analysis::default(),
        cur: 0,
        loop_depth: 0,
        label_count: 0,
        results: Vec::new(),
        labels: FxHashMap::default(),
        gotos: Vec::new(),
        pending_label: None,
    };
    w.a.lits.push(LitFacts::default());
    match body {
        Body::Func { recv, ty, body } => {
            if let Some(r) = recv {
                w.field(r);
            }
            w.func(ty, body);
        }
        Body::Expr(e) => w.expr(e),
    }
    w.a
}

pub(super) struct Walker<'a> {
    pub(super) world: &'a World,
    pub(super) a: Analysis,
    pub(super) cur: u32,
    pub(super) loop_depth: u32,
    /// The labels so far.
    label_count: u32,
    /// The results of the function around: their variables, if they have a name that is not blank.
    pub(super) results: Vec<Option<ObjId>>,
    /// Labels by root and name.
    pub(super) labels: FxHashMap<(u32, Symbol), LabelPlace>,
    /// The `goto` statements of functions that are not finished: where they stand, and their label.
    pub(super) gotos: Vec<(u32, Symbol)>,
    /// The label of the statement that comes next.
    pending_label: Option<Symbol>,
}

impl<'a> Walker<'a> {
    pub(super) fn func(&mut self, ty: &FuncType, body: &Block) {
        for f in &ty.params {
            self.field(f);
        }
        let mut results = Vec::new();
        for f in &ty.results {
            self.field(f);
            if f.names.is_empty() {
                results.push(None);
            }
            let named = f.names.iter().map(|n| self.def(n.id).filter(|&o| !self.world.obj(o).name.is_blank()));
            results.extend(named);
        }
        let outer = std::mem::replace(&mut self.results, results);
        self.stmts(&body.stmts);
        self.results = outer;
        self.finish_gotos(self.cur);
    }

    fn field(&mut self, f: &Field) {
        for n in &f.names {
            if let Some(obj) = self.def(n.id) {
                self.declare(obj);
            }
        }
        if let Some(&obj) = self.world.info.implicits.get(&f.id) {
            self.declare(obj);
        }
    }

    pub(super) fn def(&self, id: NodeId) -> Option<ObjId> {
        self.world.info.defs.get(id.0 as usize).copied().flatten()
    }

    fn declare(&mut self, obj: ObjId) {
        let small = self.world.size_of(self.world.obj(obj).ty) <= MAX_CAPTURE;
        let (owner, in_loop, place) = (self.cur, self.loop_depth > 0, self.place());
        self.a.vars.insert(obj, VarFacts { owner, small, in_loop, place, ..VarFacts::default() });
    }

    /// Where the walk is.
    pub(super) fn place(&self) -> Place {
        Place { loops: self.loop_depth, labels: self.label_count }
    }

    pub(super) fn use_of(&self, id: NodeId) -> Option<ObjId> {
        self.world.info.uses.get(id.0 as usize).copied().flatten()
    }

    pub(super) fn use_var(&mut self, obj: ObjId) {
        if !matches!(self.world.obj(obj).kind, ObjKind::Var(k) if k != VarKind::Global) {
            return;
        }
        let Some(facts) = self.a.vars.get_mut(&obj) else {
            return;
        };
        if facts.owner == self.cur {
            return;
        }
        let (owner, first) = (facts.owner, !std::mem::replace(&mut facts.captured, true));
        if first && !self.world.is_shared_loop_variable(obj) {
            // The literal of the variable's own function that this one is, or is in.
            let mut lit = self.cur;
            while self.a.lits[lit as usize].parent != owner {
                lit = self.a.lits[lit as usize].parent;
            }
            let place = self.a.lits[lit as usize].place;
            if let Some(facts) = self.a.vars.get_mut(&obj) {
                facts.changed &= facts.place != place;
            }
        }
        let mut at = self.cur;
        while at != owner {
            let lit = &mut self.a.lits[at as usize];
            if lit.captures.contains(&obj) {
                break;
            }
            lit.captures.push(obj);
            at = lit.parent;
        }
    }

    /// The local variable that holds the place `e` denotes, if no pointer lies between.
    fn variable(&self, e: &Expr) -> Option<ObjId> {
        let mut e = e;
        loop {
            match &e.kind {
                ExprKind::Name(_) => return self.use_of(e.id).or_else(|| self.def(e.id)),
                ExprKind::Paren(x) => e = x,
                ExprKind::Selector(x, _) => {
                    let sel = self.world.info.selections.get(&e.id)?;
                    if sel.kind != SelectionKind::Field || self.path_indirect(sel.recv, &sel.path) {
                        return None;
                    }
                    e = x;
                }
                ExprKind::Index { x, .. } => {
                    let t = self.world.info.types[x.id.0 as usize].as_ref()?.ty;
                    if !matches!(self.world.under(t), Type::Array(..)) {
                        return None;
                    }
                    e = x;
                }
                _ => return None,
            }
        }
    }

    /// Whether following field indices from `ty` passes through a pointer (before the last field).
    pub(super) fn path_indirect(&self, ty: TypeId, path: &[u32]) -> bool {
        let mut at = ty;
        for &i in path {
            if self.world.pointer_elem(at).is_some() {
                return true;
            }
            match self.world.under(at) {
                Type::Struct(fields) => at = fields[i as usize].ty,
                _ => return false,
            }
        }
        false
    }

    pub(super) fn take_address(&mut self, e: &Expr) {
        if let Some(obj) = self.variable(e) {
            if let Some(f) = self.a.vars.get_mut(&obj) {
                f.addr_taken = true;
            }
        }
    }

    pub(super) fn reassign(&mut self, e: &Expr) {
        if let Some(obj) = self.variable(e) {
            self.reassign_obj(obj);
        }
    }

    pub(super) fn reassign_obj(&mut self, obj: ObjId) {
        if let Some(f) = self.a.vars.get_mut(&obj) {
            (f.reassigned, f.changed) = (true, true);
        }
    }

    pub(super) fn stmts(&mut self, list: &[Stmt]) {
        for s in list {
            self.stmt(s);
        }
    }

    pub(super) fn opt_stmt(&mut self, s: Option<&Stmt>) {
        if let Some(s) = s {
            self.stmt(s);
        }
    }

    fn clause(&mut self, c: &CaseClause) {
        for e in &c.exprs {
            self.expr(e);
        }
        if let Some(&obj) = self.world.info.implicits.get(&c.id) {
            self.declare(obj);
        }
        self.stmts(&c.body);
    }

    fn value_spec(&mut self, v: &ValueSpec) {
        for e in &v.values {
            self.expr(e);
        }
        for n in &v.names {
            if let Some(obj) = self.def(n.id) {
                self.declare(obj);
            }
        }
    }

    /// The left side of `:=` or of a defining range clause.
    pub(super) fn define(&mut self, e: &Expr) {
        match self.def(e.id) {
            Some(obj) => self.declare(obj),
            None => {
                self.expr(e);
                self.reassign(e);
            }
        }
    }

    fn stmt(&mut self, s: &Stmt) {
        let label = self.pending_label.take();
        match &s.kind {
            StmtKind::Bad | StmtKind::Empty | StmtKind::Break(None) | StmtKind::Continue(None) => {}
            StmtKind::Break(Some(l)) => self.labeled_branch(l.name, Exit::Break(l.name)),
            StmtKind::Continue(Some(l)) => self.labeled_branch(l.name, Exit::Continue(l.name)),
            StmtKind::Goto(l) => self.gotos.push((self.cur, l.name)),
            StmtKind::Fallthrough => {}
            StmtKind::Decl(decls) => {
                for d in decls {
                    if let Decl::Var(v) = d {
                        self.value_spec(v);
                    }
                }
            }
            StmtKind::Labeled(name, s) => {
                // A goto may come back here.
                self.loop_depth += 1;
                self.label_count += 1;
                self.labels.insert((self.root(), name.name), LabelPlace { lit: self.cur, inside: self.cur });
                self.pending_label = Some(name.name);
                self.stmt(s);
                self.loop_depth -= 1;
            }
            StmtKind::Expr(e) => self.expr(e),
            StmtKind::Send(c, x, _) => {
                self.expr(c);
                self.expr(x);
            }
            StmtKind::IncDec(e, ..) => {
                self.expr(e);
                self.reassign(e);
            }
            StmtKind::Assign { lhs, rhs, .. } => {
                for e in lhs.iter().chain(rhs) {
                    self.expr(e);
                }
                // What the right side captures is what the variable was before.
                for e in lhs {
                    self.reassign(e);
                }
            }
            StmtKind::Define { lhs, rhs, .. } => {
                for e in rhs {
                    self.expr(e);
                }
                for e in lhs {
                    self.define(e);
                }
            }
            StmtKind::Go(e) => self.expr(e),
            StmtKind::Defer(e) => {
                let root = self.root();
                self.a.lits[root as usize].has_defer = true;
                self.hidden(Hidden::Defers);
                self.expr(e);
            }
            StmtKind::Return(xs) => {
                for e in xs {
                    self.expr(e);
                }
                self.return_from_body(!xs.is_empty());
                if !xs.is_empty() {
                    for obj in self.results.clone().into_iter().flatten() {
                        self.reassign_obj(obj);
                    }
                }
            }
            StmtKind::Block(b) => self.stmts(&b.stmts),
            StmtKind::If { init, cond, then, else_ } => {
                self.opt_stmt(init.as_deref());
                self.expr(cond);
                self.stmts(&then.stmts);
                self.opt_stmt(else_.as_deref());
            }
            StmtKind::Switch { init, tag, clauses, .. } => {
                self.opt_stmt(init.as_deref());
                if let Some(t) = tag {
                    self.expr(t);
                }
                for c in clauses {
                    self.clause(c);
                }
            }
            StmtKind::TypeSwitch { init, x, clauses, .. } => {
                self.opt_stmt(init.as_deref());
                self.expr(x);
                for c in clauses {
                    self.clause(c);
                }
            }
            StmtKind::Select { clauses, .. } => {
                for c in clauses {
                    self.opt_stmt(c.comm.as_deref());
                    self.stmts(&c.body);
                }
            }
            StmtKind::For { init, cond, post, body } => {
                self.loop_depth += 1;
                self.opt_stmt(init.as_deref());
                if let Some(c) = cond {
                    self.expr(c);
                }
                let unchanged = self.unchanged_variables(init.as_deref());
                self.stmts(&body.stmts);
                let unchanged = self.assigned_after(unchanged, post.as_deref());
                for obj in unchanged {
                    if let Some(f) = self.a.vars.get_mut(&obj) {
                        f.fixed_in_iteration = true;
                    }
                }
                self.loop_depth -= 1;
            }
            StmtKind::Range { key, value, define, x, body, .. } => {
                self.expr(x);
                let vars = [key.as_ref(), value.as_ref()];
                if self.ranges_over_func(x) {
                    self.range_func_body(s.id, vars, *define, body, label);
                    return;
                }
                if *define && self.shared_range_vars(vars) {
                    self.range_vars(vars, true);
                    self.loop_depth += 1;
                    self.stmts(&body.stmts);
                    self.loop_depth -= 1;
                    return;
                }
                self.loop_depth += 1;
                self.range_vars(vars, *define);
                self.stmts(&body.stmts);
                self.loop_depth -= 1;
            }
        }
    }
}
