//! Labels and branch statements: unused, undefined and duplicate labels, jumps into blocks and over declarations,
//! misplaced break, continue and fallthrough. (Spec, Labeled, Break, Continue, Goto, Fallthrough statements.)
//!
//! Each function body, function literals included, is checked on its own in one walk: gotos whose label has not come yet
//! travel outwards until a block declares it.

use golift_base::{Code, Diagnostics, Pos, SourceMap};
use golift_frontend::ast::{
    Block, CaseClause, Decl, Expr, ExprKind, Field, File, FuncType, Ident, InterfaceElem, NodeId, Stmt, StmtKind,
    ValueSpec,
};
use golift_base::Symbol;
use rustc_hash::FxHashMap;

/// Checks all function bodies of a file, function literals included, and records the labeled statement
/// that each labeled branch goes to. The official compiler goes on to check types whatever this finds.
pub fn check_branches(
    file: &File,
    sources: &SourceMap,
    branch_targets: &mut FxHashMap<NodeId, NodeId>,
    diagnostics: &mut Diagnostics,
) {
    let mut bodies: Vec<&Block> = Vec::new();
    let mut finder = BodyFinder { bodies: &mut bodies };
    for d in &file.decls {
        finder.decl(d);
    }
    for body in bodies {
        let mut scope = LabelScope { sources, branch_targets, diagnostics, labels: Vec::new(), blocks: Vec::new() };
        scope.function(body);
    }
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
    sources: &'a SourceMap,
    branch_targets: &'a mut FxHashMap<NodeId, NodeId>,
    diagnostics: &'a mut Diagnostics,
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
    fn error(&mut self, code: Code, pos: Pos, message: String) {
        self.diagnostics.soft(code, pos, message);
    }

    fn function(&mut self, body: &Block) {
        let targets = Targets { breaks: Breaks::None, in_loop: false, direct: false };
        let left = self.block(None, targets, None, body.lbrace, &mut body.stmts.iter());
        for goto in left {
            let name = goto.label;
            match self.labels.iter_mut().find(|l| l.name == name) {
                Some(l) => {
                    l.used = true;
                    let start = self.sources.display(self.blocks[l.block].start);
                    let text = format!("goto {name} jumps into block starting at {start}");
                    self.error("JumpIntoBlock", goto.pos, text);
                }
                None => self.error("UndeclaredLabel", goto.pos, format!("label {name} not defined")),
            }
        }
        let unused: Vec<(Symbol, Pos)> = self.labels.iter().filter(|l| !l.used).map(|l| (l.name, l.pos)).collect();
        for (name, pos) in unused {
            self.error("UnusedLabel", pos, format!("label {name} defined and not used"));
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
                    let names: Vec<String> = lhs.iter().map(|e| self.text(e)).collect();
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

    /// The source text of an expression.
    fn text(&self, e: &Expr) -> String {
        if let ExprKind::Name(n) = e.kind {
            return n.to_string();
        }
        let Some(file) = self.sources.file_of(e.span.lo) else {
            return String::new();
        };
        let (lo, hi) = (e.span.lo.0 - file.base.0, e.span.hi.0 - file.base.0);
        file.text.get(lo as usize..hi as usize).unwrap_or("").to_string()
    }

    fn declare(&mut self, block: usize, id: NodeId, label: &Ident, stmt: &Stmt) {
        let (name, pos) = (label.name, label.span.lo);
        if let Some(old) = self.labels.iter().find(|l| l.name == name) {
            let at = self.sources.display(old.pos);
            return self.error("DuplicateLabel", pos, format!("label {name} already defined at {at}"));
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
                let at = self.sources.display(decl.pos);
                let text = format!("goto {name} jumps over declaration of {} at {at}", decl.names);
                self.error("JumpOverDecl", goto.pos, text);
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
                self.error("MisplacedBreak", pos, "break is not in a loop, switch, or select".into());
            }
            StmtKind::Continue(None) if !targets.in_loop => {
                self.error("MisplacedContinue", pos, "continue is not in a loop".into());
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
                self.error("MisplacedFallthrough", pos, text.into());
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
                        self.error("InvalidLabel", pos, format!("invalid {word} label {name}"));
                    }
                    return;
                }
                at = self.blocks[b].parent;
            }
            return self.error("InvalidLabel", pos, format!("invalid {word} label {name}"));
        }
        self.error("UndeclaredLabel", pos, format!("{word} label not defined: {name}"));
    }
}

/// Collects the function bodies of declarations, function literals included, outermost first.
struct BodyFinder<'a, 'b> {
    bodies: &'b mut Vec<&'a Block>,
}

impl<'a> BodyFinder<'a, '_> {
    fn decl(&mut self, d: &'a Decl) {
        match d {
            Decl::Var(s) | Decl::Const(s) => {
                self.exprs(s.ty.iter().chain(&s.values));
            }
            Decl::Type(t) => {
                self.fields(&t.tparams);
                self.expr(&t.ty);
            }
            Decl::Func(f) => {
                self.fields(f.recv.as_slice());
                self.func_type(&f.ty);
                if let Some(b) = &f.body {
                    self.bodies.push(b);
                    self.stmts(&b.stmts);
                }
            }
        }
    }

    fn fields(&mut self, fields: &'a [Field]) {
        self.exprs(fields.iter().map(|f| &f.ty));
    }

    fn func_type(&mut self, t: &'a FuncType) {
        self.fields(&t.params);
        self.fields(&t.results);
    }

    fn exprs(&mut self, list: impl IntoIterator<Item = &'a Expr>) {
        for e in list {
            self.expr(e);
        }
    }

    fn stmts(&mut self, list: &'a [Stmt]) {
        for s in list {
            self.stmt(s);
        }
    }

    fn clauses(&mut self, list: &'a [CaseClause]) {
        for c in list {
            self.exprs(&c.exprs);
            self.stmts(&c.body);
        }
    }

    fn stmt(&mut self, s: &'a Stmt) {
        match &s.kind {
            StmtKind::Bad
            | StmtKind::Empty
            | StmtKind::Break(_)
            | StmtKind::Continue(_)
            | StmtKind::Goto(_)
            | StmtKind::Fallthrough => {}
            StmtKind::Decl(list) => {
                for d in list {
                    self.decl(d);
                }
            }
            StmtKind::Labeled(_, s) => self.stmt(s),
            StmtKind::Expr(e) | StmtKind::IncDec(e, ..) | StmtKind::Go(e) | StmtKind::Defer(e) => self.expr(e),
            StmtKind::Send(a, b, _) => self.exprs([a, b]),
            StmtKind::Assign { lhs, rhs, .. } | StmtKind::Define { lhs, rhs, .. } => self.exprs(lhs.iter().chain(rhs)),
            StmtKind::Return(list) => self.exprs(list),
            StmtKind::Block(b) => self.stmts(&b.stmts),
            StmtKind::If { init, cond, then, else_ } => {
                self.opt(init);
                self.expr(cond);
                self.stmts(&then.stmts);
                self.opt(else_);
            }
            StmtKind::Switch { init, tag, clauses, .. } => {
                self.opt(init);
                self.exprs(tag);
                self.clauses(clauses);
            }
            StmtKind::TypeSwitch { init, x, clauses, .. } => {
                self.opt(init);
                self.expr(x);
                self.clauses(clauses);
            }
            StmtKind::Select { clauses, .. } => {
                for c in clauses {
                    self.opt(&c.comm);
                    self.stmts(&c.body);
                }
            }
            StmtKind::For { init, cond, post, body } => {
                self.opt(init);
                self.exprs(cond);
                self.opt(post);
                self.stmts(&body.stmts);
            }
            StmtKind::Range { key, value, x, body, .. } => {
                self.exprs(key.iter().chain(value));
                self.expr(x);
                self.stmts(&body.stmts);
            }
        }
    }

    fn opt(&mut self, s: &'a Option<Box<Stmt>>) {
        if let Some(s) = s {
            self.stmt(s);
        }
    }

    fn opt_expr(&mut self, e: &'a Option<Box<Expr>>) {
        if let Some(e) = e {
            self.expr(e);
        }
    }

    fn expr(&mut self, e: &'a Expr) {
        match &e.kind {
            ExprKind::Bad | ExprKind::Name(_) | ExprKind::Lit { .. } => {}
            ExprKind::Composite { ty, elems, .. } => {
                self.opt_expr(ty);
                self.exprs(elems);
            }
            ExprKind::KeyValue(a, b) | ExprKind::MapType(a, b) => self.exprs([&**a, &**b]),
            ExprKind::Binary { x, y, .. } => {
                // Chains of operators lean left: walk down without recursion.
                self.expr(y);
                let mut left = &**x;
                while let ExprKind::Binary { x, y, .. } = &left.kind {
                    self.expr(y);
                    left = x;
                }
                self.expr(left);
            }
            ExprKind::FuncLit(f) => {
                self.func_type(&f.ty);
                self.bodies.push(&f.body);
                self.stmts(&f.body.stmts);
            }
            ExprKind::Paren(x)
            | ExprKind::Selector(x, _)
            | ExprKind::Star(x)
            | ExprKind::Unary(_, x)
            | ExprKind::SliceType(x)
            | ExprKind::ChanType(_, x) => self.expr(x),
            ExprKind::Index { x, indices, .. } => {
                self.expr(x);
                self.exprs(indices);
            }
            ExprKind::Slice { x, lo, hi, max, .. } => {
                self.expr(x);
                self.opt_expr(lo);
                self.opt_expr(hi);
                self.opt_expr(max);
            }
            ExprKind::TypeAssert { x, ty } => {
                self.expr(x);
                self.opt_expr(ty);
            }
            ExprKind::Call { fun, args, .. } => {
                self.expr(fun);
                self.exprs(args);
            }
            ExprKind::Ellipsis(x) => self.opt_expr(x),
            ExprKind::ArrayType { len, elem } => self.exprs([&**len, &**elem]),
            ExprKind::FuncType(t) => self.func_type(t),
            ExprKind::StructType(fields) => self.fields(fields),
            ExprKind::InterfaceType(elems) => {
                for m in elems {
                    match m {
                        InterfaceElem::Method(_, t) => self.func_type(t),
                        InterfaceElem::Embed(e) => self.expr(e),
                    }
                }
            }
        }
    }
}
