//! Trees as text, for `-emit=ast`: one node a line, indented by depth, each with its position.

use crate::ast::{
    Block, CaseClause, CommClause, Decl, Expr, ExprKind, Field, File, FuncDecl, FuncType, Ident, InterfaceElem, Stmt,
    StmtKind, ValueSpec,
};
use golift_base::{Pos, SourceMap};
use std::fmt::{Display, Write};

/// The whole tree of a file.
pub fn ast_dump(file: &File, sources: &SourceMap) -> String {
    let mut d = Dumper { sources, out: String::new(), depth: 0 };
    d.node(file.package.span.lo, format_args!("File package {}", file.package.name));
    d.depth += 1;
    for dir in &file.directives {
        d.node(dir.pos, format_args!("Directive {:?}", dir.text));
    }
    for i in &file.imports {
        match &i.name {
            Some(name) => d.node(i.path_span.lo, format_args!("Import {} {:?}", name.name, i.path)),
            None => d.node(i.path_span.lo, format_args!("Import {:?}", i.path)),
        }
    }
    file.decls.iter().for_each(|x| d.decl(x));
    d.out
}

struct Dumper<'a> {
    sources: &'a SourceMap,
    out: String,
    depth: usize,
}

impl Dumper<'_> {
    /// One line: position (without the file's name) and text.
    fn node(&mut self, at: Pos, what: impl Display) {
        let at = match self.sources.file_of(at) {
            Some(f) => f.line_col(at).to_string(),
            None => "-".to_string(),
        };
        let _ = writeln!(self.out, "{:width$}{at} {what}", "", width = 2 * self.depth);
    }

    fn within(&mut self, f: impl FnOnce(&mut Self)) {
        self.depth += 1;
        f(self);
        self.depth -= 1;
    }

    /// A line that names a part, and the part below it.
    fn part(&mut self, at: Pos, what: &str, f: impl FnOnce(&mut Self)) {
        self.node(at, what);
        self.within(f);
    }

    fn decl(&mut self, decl: &Decl) {
        match decl {
            Decl::Var(s) => self.value_spec("Var", s),
            Decl::Const(s) => self.value_spec("Const", s),
            Decl::Type(s) => {
                let alias = if s.alias { "Alias" } else { "Type" };
                self.node(s.span.lo, format_args!("{alias} {}", s.name.name));
                self.within(|d| {
                    d.fields("TypeParam", &s.tparams);
                    d.expr(&s.ty);
                });
            }
            Decl::Func(f) => self.func_decl(f),
        }
    }

    fn value_spec(&mut self, what: &str, s: &ValueSpec) {
        self.node(s.span.lo, format_args!("{what} {} group={} iota={}", names(&s.names), s.group, s.iota));
        self.within(|d| {
            if let Some(ty) = &s.ty {
                d.part(ty.span.lo, "Of", |d| d.expr(ty));
            }
            d.exprs(&s.values);
        });
    }

    fn func_decl(&mut self, f: &FuncDecl) {
        self.node(f.span.lo, format_args!("Func {}", f.name.name));
        self.within(|d| {
            f.directives.iter().for_each(|i| d.node(f.span.lo, format_args!("Directive {i}")));
            d.fields("Receiver", f.recv.as_slice());
            d.fields("TypeParam", &f.tparams);
            d.func_type(&f.ty);
            if let Some(body) = &f.body {
                d.block(body);
            }
        });
    }

    fn func_type(&mut self, ty: &FuncType) {
        self.fields("Param", &ty.params);
        self.fields("Result", &ty.results);
    }

    fn fields(&mut self, what: &str, fields: &[Field]) {
        for f in fields {
            let mut line = format!("{what} {}", names(&f.names));
            if f.embedded {
                line.push_str("embedded");
            }
            if let Some(tag) = &f.tag {
                let _ = write!(line, " tag={tag:?}");
            }
            self.node(f.span.lo, line.trim_end());
            self.within(|d| d.expr(&f.ty));
        }
    }

    fn exprs(&mut self, xs: &[Expr]) {
        xs.iter().for_each(|x| self.expr(x));
    }

    fn opt(&mut self, what: &str, x: &Option<Box<Expr>>) {
        if let Some(x) = x {
            self.part(x.span.lo, what, |d| d.expr(x));
        }
    }

    fn expr(&mut self, x: &Expr) {
        let at = x.span.lo;
        let head = match &x.kind {
            ExprKind::Bad => "Bad".to_string(),
            ExprKind::Name(name) => format!("Name {name}"),
            ExprKind::Lit { kind, text, .. } => format!("{kind:?} {text}"),
            ExprKind::Composite { .. } => "Composite".to_string(),
            ExprKind::KeyValue(..) => "KeyValue".to_string(),
            ExprKind::FuncLit(_) => "FuncLit".to_string(),
            ExprKind::Paren(_) => "Paren".to_string(),
            ExprKind::Selector(_, sel) => format!("Selector {}", sel.name),
            ExprKind::Index { .. } => "Index".to_string(),
            ExprKind::Slice { three, .. } => if *three { "Slice3" } else { "Slice" }.to_string(),
            ExprKind::TypeAssert { ty, .. } => if ty.is_some() { "TypeAssert" } else { "TypeGuard" }.to_string(),
            ExprKind::Call { spread, .. } => if *spread { "Call ..." } else { "Call" }.to_string(),
            ExprKind::Star(_) => "Star".to_string(),
            ExprKind::Unary(op, _) => format!("Unary {}", op.as_str()),
            ExprKind::Binary { op, .. } => format!("Binary {}", op.as_str()),
            ExprKind::Ellipsis(_) => "Ellipsis".to_string(),
            ExprKind::ArrayType { .. } => "ArrayType".to_string(),
            ExprKind::SliceType(_) => "SliceType".to_string(),
            ExprKind::MapType(..) => "MapType".to_string(),
            ExprKind::ChanType(dir, _) => format!("ChanType {dir:?}"),
            ExprKind::FuncType(_) => "FuncType".to_string(),
            ExprKind::StructType(_) => "StructType".to_string(),
            ExprKind::InterfaceType(_) => "InterfaceType".to_string(),
        };
        self.node(at, head);
        self.within(|d| d.expr_parts(x));
    }

    fn expr_parts(&mut self, x: &Expr) {
        match &x.kind {
            ExprKind::Bad | ExprKind::Name(_) | ExprKind::Lit { .. } => {}
            ExprKind::Composite { ty, elems, .. } => {
                self.opt("Of", ty);
                self.exprs(elems);
            }
            ExprKind::KeyValue(a, b) | ExprKind::MapType(a, b) => {
                self.expr(a);
                self.expr(b);
            }
            ExprKind::ArrayType { len, elem } => {
                self.expr(len);
                self.expr(elem);
            }
            ExprKind::FuncLit(f) => {
                self.func_type(&f.ty);
                self.block(&f.body);
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
                self.opt("Low", lo);
                self.opt("High", hi);
                self.opt("Max", max);
            }
            ExprKind::TypeAssert { x, ty } => {
                self.expr(x);
                self.opt("Of", ty);
            }
            ExprKind::Call { fun, args, .. } => {
                self.expr(fun);
                self.exprs(args);
            }
            ExprKind::Binary { x, y, .. } => {
                self.expr(x);
                self.expr(y);
            }
            ExprKind::Ellipsis(x) => {
                if let Some(x) = x {
                    self.expr(x);
                }
            }
            ExprKind::FuncType(ty) => self.func_type(ty),
            ExprKind::StructType(fields) => self.fields("Field", fields),
            ExprKind::InterfaceType(elems) => elems.iter().for_each(|e| match e {
                InterfaceElem::Method(name, ty) => {
                    self.node(name.span.lo, format_args!("Method {}", name.name));
                    self.within(|d| d.func_type(ty));
                }
                InterfaceElem::Embed(x) => self.part(x.span.lo, "Embed", |d| d.expr(x)),
            }),
        }
    }

    fn block(&mut self, b: &Block) {
        self.part(b.lbrace, "Block", |d| d.stmts(&b.stmts));
    }

    fn stmts(&mut self, list: &[Stmt]) {
        list.iter().for_each(|s| self.stmt(s));
    }

    fn stmt(&mut self, s: &Stmt) {
        let head = match &s.kind {
            StmtKind::Bad => "BadStmt".to_string(),
            StmtKind::Empty => "Empty".to_string(),
            StmtKind::Decl(_) => "DeclStmt".to_string(),
            StmtKind::Labeled(label, _) => format!("Label {}", label.name),
            StmtKind::Expr(_) => "ExprStmt".to_string(),
            StmtKind::Send(..) => "Send".to_string(),
            StmtKind::IncDec(_, inc, _) => if *inc { "Inc" } else { "Dec" }.to_string(),
            StmtKind::Assign { op: None, .. } => "Assign".to_string(),
            StmtKind::Assign { op: Some(op), .. } => format!("Assign {}=", op.as_str()),
            StmtKind::Define { .. } => "Define".to_string(),
            StmtKind::Go(_) => "Go".to_string(),
            StmtKind::Defer(_) => "Defer".to_string(),
            StmtKind::Return(_) => "Return".to_string(),
            StmtKind::Break(label) => branch("Break", label),
            StmtKind::Continue(label) => branch("Continue", label),
            StmtKind::Goto(label) => format!("Goto {}", label.name),
            StmtKind::Fallthrough => "Fallthrough".to_string(),
            StmtKind::Block(b) => return self.block(b),
            StmtKind::If { .. } => "If".to_string(),
            StmtKind::Switch { .. } => "Switch".to_string(),
            StmtKind::TypeSwitch { bind: Some(name), .. } => format!("TypeSwitch {}", name.name),
            StmtKind::TypeSwitch { .. } => "TypeSwitch".to_string(),
            StmtKind::Select { .. } => "Select".to_string(),
            StmtKind::For { .. } => "For".to_string(),
            StmtKind::Range { define, .. } => if *define { "Range :=" } else { "Range" }.to_string(),
        };
        self.node(s.span.lo, head);
        self.within(|d| d.stmt_parts(s));
    }

    fn stmt_parts(&mut self, s: &Stmt) {
        match &s.kind {
            StmtKind::Decl(decls) => decls.iter().for_each(|x| self.decl(x)),
            StmtKind::Labeled(_, inner) => self.stmt(inner),
            StmtKind::Expr(x) | StmtKind::IncDec(x, ..) | StmtKind::Go(x) | StmtKind::Defer(x) => self.expr(x),
            StmtKind::Send(ch, x, _) => {
                self.expr(ch);
                self.expr(x);
            }
            StmtKind::Assign { lhs, op_pos, rhs, .. } | StmtKind::Define { lhs, op_pos, rhs } => {
                self.exprs(lhs);
                self.part(*op_pos, "To", |d| d.exprs(rhs));
            }
            StmtKind::Return(xs) => self.exprs(xs),
            StmtKind::If { init, cond, then, else_ } => {
                self.opt_stmt("Init", init);
                self.part(cond.span.lo, "Cond", |d| d.expr(cond));
                self.block(then);
                self.opt_stmt("Else", else_);
            }
            StmtKind::Switch { init, tag, clauses, .. } => {
                self.opt_stmt("Init", init);
                if let Some(tag) = tag {
                    self.part(tag.span.lo, "Tag", |d| d.expr(tag));
                }
                self.cases(clauses);
            }
            StmtKind::TypeSwitch { init, x, clauses, .. } => {
                self.opt_stmt("Init", init);
                self.part(x.span.lo, "Tag", |d| d.expr(x));
                self.cases(clauses);
            }
            StmtKind::Select { clauses, .. } => clauses.iter().for_each(|c| self.comm(c)),
            StmtKind::For { init, cond, post, body } => {
                self.opt_stmt("Init", init);
                if let Some(cond) = cond {
                    self.part(cond.span.lo, "Cond", |d| d.expr(cond));
                }
                self.opt_stmt("Post", post);
                self.block(body);
            }
            StmtKind::Range { key, value, range_pos, x, body, .. } => {
                key.iter().chain(value).for_each(|v| self.expr(v));
                self.part(*range_pos, "Over", |d| d.expr(x));
                self.block(body);
            }
            StmtKind::Bad
            | StmtKind::Empty
            | StmtKind::Break(_)
            | StmtKind::Continue(_)
            | StmtKind::Goto(_)
            | StmtKind::Fallthrough
            | StmtKind::Block(_) => {}
        }
    }

    fn opt_stmt(&mut self, what: &str, s: &Option<Box<Stmt>>) {
        if let Some(s) = s {
            self.part(s.span.lo, what, |d| d.stmt(s));
        }
    }

    fn cases(&mut self, clauses: &[CaseClause]) {
        for c in clauses {
            self.node(c.pos, if c.default { "Default" } else { "Case" });
            self.within(|d| {
                d.exprs(&c.exprs);
                d.part(c.colon, "Do", |d| d.stmts(&c.body));
            });
        }
    }

    fn comm(&mut self, c: &CommClause) {
        self.node(c.pos, if c.comm.is_none() { "Default" } else { "Case" });
        self.within(|d| {
            if let Some(s) = &c.comm {
                d.stmt(s);
            }
            d.part(c.colon, "Do", |d| d.stmts(&c.body));
        });
    }
}

fn names(list: &[Ident]) -> String {
    list.iter().map(|n| n.name.as_str()).collect::<Vec<_>>().join(", ")
}

fn branch(what: &str, label: &Option<Ident>) -> String {
    match label {
        Some(label) => format!("{what} {}", label.name),
        None => what.to_string(),
    }
}
