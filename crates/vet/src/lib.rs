//! `golift vet`: constructs of checked packages that are probably mistakes.
//!
//! Typed AST of a package → findings, in the words and at the positions of the official `go vet`. A check is a module
//! with one entry function; it never changes anything. Packages with errors are not looked at.

mod assign;
mod copylocks;
mod facts;
mod flow;
mod lostcancel;
mod printf;
mod unreachable;
mod unusedresult;

use facts::Facts;
use golift_base::{Pos, SourceMap};
use golift_frontend::ast::{Block, Decl, Expr, ExprKind, FuncDecl, FuncType, Stmt};
use golift_frontend::walk::{Visitor, walk_file};
use golift_types::{PkgId, World};

/// Something that is probably wrong.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Finding {
    /// Where.
    pub pos: Pos,
    /// What, in `go vet`'s words.
    pub message: String,
}

/// Looks at a package. The findings of each check are in the order of the source, the checks in a fixed order.
pub fn vet_package(world: &World, sources: &SourceMap, pkg: PkgId) -> Vec<Finding> {
    let mut facts = Facts::new(world, sources, pkg);
    let checks: [fn(&mut Facts<'_>); 6] =
        [unusedresult::check, assign::check, copylocks::check, lostcancel::check, printf::check, unreachable::check];
    for check in checks {
        let first = facts.findings.len();
        check(&mut facts);
        facts.findings[first..].sort_by_key(|f| f.pos);
    }
    facts.findings
}

/// A function with a body: a declaration or a literal.
struct Body<'b> {
    block: &'b Block,
    ty: &'b FuncType,
}

/// Calls `f` for every function and function literal of the package that has a body.
fn each_body(facts: &mut Facts<'_>, f: impl FnMut(&mut Facts<'_>, Body<'_>)) {
    struct Bodies<'x, 'w, F> {
        facts: &'x mut Facts<'w>,
        f: F,
    }
    impl<F: FnMut(&mut Facts<'_>, Body<'_>)> Visitor for Bodies<'_, '_, F> {
        fn decl(&mut self, decl: &Decl) -> bool {
            if let Decl::Func(d) = decl
                && let FuncDecl { body: Some(block), ty, .. } = &**d
            {
                (self.f)(self.facts, Body { block, ty });
            }
            true
        }
        fn expr(&mut self, e: &Expr) -> bool {
            if let ExprKind::FuncLit(lit) = &e.kind {
                (self.f)(self.facts, Body { block: &lit.body, ty: &lit.ty });
            }
            true
        }
    }
    let files = facts.files();
    let mut v = Bodies { facts, f };
    files.iter().for_each(|file| walk_file(&mut v, file));
}

/// A node of the tree.
enum Node<'n> {
    Decl(&'n Decl),
    Stmt(&'n Stmt),
    Expr(&'n Expr),
}

/// Calls `f` for every declaration, statement and expression of the package, outer before inner.
fn each_node(facts: &mut Facts<'_>, f: impl FnMut(&mut Facts<'_>, Node<'_>)) {
    struct Nodes<'x, 'w, F> {
        facts: &'x mut Facts<'w>,
        f: F,
    }
    impl<F: FnMut(&mut Facts<'_>, Node<'_>)> Visitor for Nodes<'_, '_, F> {
        fn decl(&mut self, decl: &Decl) -> bool {
            (self.f)(self.facts, Node::Decl(decl));
            true
        }
        fn stmt(&mut self, stmt: &Stmt) -> bool {
            (self.f)(self.facts, Node::Stmt(stmt));
            true
        }
        fn expr(&mut self, expr: &Expr) -> bool {
            (self.f)(self.facts, Node::Expr(expr));
            true
        }
    }
    let files = facts.files();
    let mut v = Nodes { facts, f };
    files.iter().for_each(|file| walk_file(&mut v, file));
}
