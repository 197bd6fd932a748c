//! Where labeled branches go: the table that lowering needs.
//!
//! The parser has reported what is wrong with labels; this walks over all function bodies of a file again, function
//! literals included, for the targets.

use golift_base::SourceMap;
use golift_frontend::ast::{
    Block, CaseClause, Decl, Expr, ExprKind, Field, File, FuncType, InterfaceElem, NodeId, Stmt, StmtKind,
};
use rustc_hash::FxHashMap;

/// Records the labeled statement that each labeled branch goes to.
pub fn branch_targets(file: &File, sources: &SourceMap, targets: &mut FxHashMap<NodeId, NodeId>) {
    let mut bodies: Vec<&Block> = Vec::new();
    let mut finder = BodyFinder { bodies: &mut bodies };
    for d in &file.decls {
        finder.decl(d);
    }
    let src = sources.file(file.file);
    for body in bodies {
        golift_frontend::check_branches(body, src, targets, &mut |_, _| {});
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
