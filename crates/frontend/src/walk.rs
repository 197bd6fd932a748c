//! Walking over trees, in source order, without knowing every kind of node.
//!
//! A [`Visitor`] is called on the way down; it says for each node whether to go into it.
//! Types are expressions and are visited as such.

use crate::ast::{Block, Decl, Expr, ExprKind, Field, File, FuncDecl, FuncType, InterfaceElem, Stmt, StmtKind};

/// What to do at each node. Every method returns whether to visit what is inside.
pub trait Visitor {
    /// At a declaration.
    fn decl(&mut self, _decl: &Decl) -> bool {
        true
    }
    /// At a statement.
    fn stmt(&mut self, _stmt: &Stmt) -> bool {
        true
    }
    /// At an expression or type.
    fn expr(&mut self, _expr: &Expr) -> bool {
        true
    }
}

/// Visits all declarations of a file.
pub fn walk_file(v: &mut impl Visitor, file: &File) {
    file.decls.iter().for_each(|d| walk_decl(v, d));
}

/// Calls `f` for every expression and type in a block, outer before inner; `f` says whether to go in.
pub fn walk_exprs(block: &Block, f: impl FnMut(&Expr) -> bool) {
    struct Exprs<F>(F);
    impl<F: FnMut(&Expr) -> bool> Visitor for Exprs<F> {
        fn expr(&mut self, expr: &Expr) -> bool {
            (self.0)(expr)
        }
    }
    walk_block(&mut Exprs(f), block);
}

/// Calls `f` for every statement in a block, outer before inner, those of function literals included only
/// if `f` of the statement around them says to go in.
pub fn walk_stmts(block: &Block, f: impl FnMut(&Stmt) -> bool) {
    struct Stmts<F>(F);
    impl<F: FnMut(&Stmt) -> bool> Visitor for Stmts<F> {
        fn stmt(&mut self, stmt: &Stmt) -> bool {
            (self.0)(stmt)
        }
    }
    walk_block(&mut Stmts(f), block);
}

/// Visits a declaration and what is inside.
pub fn walk_decl(v: &mut impl Visitor, decl: &Decl) {
    if !v.decl(decl) {
        return;
    }
    match decl {
        Decl::Var(s) | Decl::Const(s) => {
            s.ty.iter().chain(&s.values).for_each(|x| walk_expr(v, x));
        }
        Decl::Type(s) => {
            walk_fields(v, &s.tparams);
            walk_expr(v, &s.ty);
        }
        Decl::Func(f) => walk_func(v, f),
    }
}

fn walk_func(v: &mut impl Visitor, f: &FuncDecl) {
    walk_fields(v, f.recv.as_slice());
    walk_fields(v, &f.tparams);
    walk_func_type(v, &f.ty);
    if let Some(body) = &f.body {
        walk_block(v, body);
    }
}

/// Visits the types of parameters and results.
pub fn walk_func_type(v: &mut impl Visitor, ty: &FuncType) {
    walk_fields(v, &ty.params);
    walk_fields(v, &ty.results);
}

fn walk_fields(v: &mut impl Visitor, fields: &[Field]) {
    fields.iter().for_each(|f| walk_expr(v, &f.ty));
}

/// Visits the statements of a block.
pub fn walk_block(v: &mut impl Visitor, block: &Block) {
    block.stmts.iter().for_each(|s| walk_stmt(v, s));
}

/// Visits a statement and what is inside.
pub fn walk_stmt(v: &mut impl Visitor, stmt: &Stmt) {
    if !v.stmt(stmt) {
        return;
    }
    match &stmt.kind {
        StmtKind::Bad
        | StmtKind::Empty
        | StmtKind::Break(_)
        | StmtKind::Continue(_)
        | StmtKind::Goto(_)
        | StmtKind::Fallthrough => {}
        StmtKind::Decl(decls) => decls.iter().for_each(|d| walk_decl(v, d)),
        StmtKind::Labeled(_, s) => walk_stmt(v, s),
        StmtKind::Expr(x) | StmtKind::IncDec(x, ..) | StmtKind::Go(x) | StmtKind::Defer(x) => walk_expr(v, x),
        StmtKind::Send(x, y, _) => {
            walk_expr(v, x);
            walk_expr(v, y);
        }
        StmtKind::Assign { lhs, rhs, .. } | StmtKind::Define { lhs, rhs, .. } => {
            lhs.iter().chain(rhs).for_each(|x| walk_expr(v, x));
        }
        StmtKind::Return(xs) => xs.iter().for_each(|x| walk_expr(v, x)),
        StmtKind::Block(b) => walk_block(v, b),
        StmtKind::If { init, cond, then, else_ } => {
            init.iter().for_each(|s| walk_stmt(v, s));
            walk_expr(v, cond);
            walk_block(v, then);
            else_.iter().for_each(|s| walk_stmt(v, s));
        }
        StmtKind::Switch { init, tag, clauses, .. } => {
            init.iter().for_each(|s| walk_stmt(v, s));
            tag.iter().for_each(|x| walk_expr(v, x));
            for c in clauses {
                c.exprs.iter().for_each(|x| walk_expr(v, x));
                c.body.iter().for_each(|s| walk_stmt(v, s));
            }
        }
        StmtKind::TypeSwitch { init, x, clauses, .. } => {
            init.iter().for_each(|s| walk_stmt(v, s));
            walk_expr(v, x);
            for c in clauses {
                c.exprs.iter().for_each(|x| walk_expr(v, x));
                c.body.iter().for_each(|s| walk_stmt(v, s));
            }
        }
        StmtKind::Select { clauses, .. } => {
            for c in clauses {
                c.comm.iter().for_each(|s| walk_stmt(v, s));
                c.body.iter().for_each(|s| walk_stmt(v, s));
            }
        }
        StmtKind::For { init, cond, post, body } => {
            init.iter().for_each(|s| walk_stmt(v, s));
            cond.iter().for_each(|x| walk_expr(v, x));
            post.iter().for_each(|s| walk_stmt(v, s));
            walk_block(v, body);
        }
        StmtKind::Range { key, value, x, body, .. } => {
            key.iter().chain(value).for_each(|x| walk_expr(v, x));
            walk_expr(v, x);
            walk_block(v, body);
        }
    }
}

/// Visits an expression and what is inside, function bodies included.
pub fn walk_expr(v: &mut impl Visitor, x: &Expr) {
    if !v.expr(x) {
        return;
    }
    match &x.kind {
        ExprKind::Bad | ExprKind::Name(_) | ExprKind::Lit { .. } | ExprKind::Ellipsis(None) => {}
        ExprKind::Composite { ty, elems, .. } => {
            ty.iter().for_each(|x| walk_expr(v, x));
            elems.iter().for_each(|x| walk_expr(v, x));
        }
        ExprKind::KeyValue(a, b) | ExprKind::MapType(a, b) => {
            walk_expr(v, a);
            walk_expr(v, b);
        }
        ExprKind::FuncLit(f) => {
            walk_func_type(v, &f.ty);
            walk_block(v, &f.body);
        }
        ExprKind::Paren(x)
        | ExprKind::Selector(x, _)
        | ExprKind::Star(x)
        | ExprKind::Unary(_, x)
        | ExprKind::Ellipsis(Some(x))
        | ExprKind::SliceType(x)
        | ExprKind::ChanType(_, x) => walk_expr(v, x),
        ExprKind::Index { x, indices, .. } => {
            walk_expr(v, x);
            indices.iter().for_each(|x| walk_expr(v, x));
        }
        ExprKind::Slice { x, lo, hi, max, .. } => {
            walk_expr(v, x);
            lo.iter().chain(hi).chain(max).for_each(|x| walk_expr(v, x));
        }
        ExprKind::TypeAssert { x, ty } => {
            walk_expr(v, x);
            ty.iter().for_each(|x| walk_expr(v, x));
        }
        ExprKind::Call { fun, args, .. } => {
            walk_expr(v, fun);
            args.iter().for_each(|x| walk_expr(v, x));
        }
        ExprKind::Binary { x, y, .. } | ExprKind::ArrayType { len: x, elem: y } => {
            walk_expr(v, x);
            walk_expr(v, y);
        }
        ExprKind::FuncType(ty) => walk_func_type(v, ty),
        ExprKind::StructType(fields) => walk_fields(v, fields),
        ExprKind::InterfaceType(elems) => elems.iter().for_each(|e| match e {
            InterfaceElem::Method(_, ty) => walk_func_type(v, ty),
            InterfaceElem::Embed(x) => walk_expr(v, x),
        }),
    }
}
