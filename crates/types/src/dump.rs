//! The checker's facts as text, for `-emit=types`: one line for each declared object and each expression.
//!
//! `line:col def object` for declarations, `line:col expr : type` for expressions, with `= value` for constants, `-> obj
//! path` for selections and `[types]` for instances, in source order.

use crate::info::{Mode, SelectionKind};
use crate::world::{PkgId, World};
use golift_base::{Pos, SourceMap};
use golift_frontend::ast::{Decl, Expr, ExprKind, Field, File, FuncDecl, FuncType, Ident, Stmt, StmtKind};
use golift_frontend::walk::{Visitor, walk_file};
use golift_frontend::expr_string;

/// The facts about a package's files.
pub fn types_dump(world: &World, pkg: PkgId, sources: &SourceMap) -> String {
    let mut lines = Vec::new();
    for file in &world.package(pkg).files {
        dump_file(world, pkg, sources, file, &mut lines);
    }
    let mut out = String::new();
    for init in &world.package(pkg).init_order {
        let names: Vec<&str> = init.lhs.iter().map(|&o| world.obj(o).name.as_str()).collect();
        out.push_str(&format!("init {}\n", names.join(", ")));
    }
    lines.sort_by_key(|l: &(Pos, u32, String)| (l.0, l.1));
    for (pos, _, text) in lines {
        let at = sources.file_of(pos).map_or(String::new(), |f| f.line_col(pos).to_string());
        out.push_str(&format!("{at} {text}\n"));
    }
    out
}

fn dump_file(world: &World, pkg: PkgId, sources: &SourceMap, file: &File, lines: &mut Vec<(Pos, u32, String)>) {
    let mut d = Dump { world, pkg, lines };
    let _ = sources;
    walk_file(&mut d, file);
}

struct Dump<'w> {
    world: &'w World,
    pkg: PkgId,
    lines: &'w mut Vec<(Pos, u32, String)>,
}

impl Dump<'_> {
    fn line(&mut self, pos: Pos, text: String) {
        let n = self.lines.len() as u32;
        self.lines.push((pos, n, text));
    }

    fn def(&mut self, ident: &Ident) {
        if let Some(Some(obj)) = self.world.info.defs.get(ident.id.0 as usize) {
            let text = format!("def {}", self.world.object_string(*obj, self.pkg));
            self.line(ident.span.lo, text);
        }
    }

    fn fields(&mut self, fields: &[Field]) {
        for name in fields.iter().flat_map(|f| &f.names) {
            self.def(name);
        }
    }

    fn func_type(&mut self, ty: &FuncType) {
        self.fields(&ty.params);
        self.fields(&ty.results);
    }

    fn func(&mut self, decl: &FuncDecl) {
        self.fields(decl.recv.as_slice());
        self.def(&decl.name);
        self.fields(&decl.tparams);
        self.func_type(&decl.ty);
    }
}

impl Visitor for Dump<'_> {
    fn decl(&mut self, decl: &Decl) -> bool {
        match decl {
            Decl::Var(s) | Decl::Const(s) => s.names.iter().for_each(|n| self.def(n)),
            Decl::Type(s) => {
                self.def(&s.name);
                self.fields(&s.tparams);
            }
            Decl::Func(f) => self.func(f),
        }
        true
    }

    fn stmt(&mut self, stmt: &Stmt) -> bool {
        if let StmtKind::TypeSwitch { clauses, bind: Some(_), .. } = &stmt.kind {
            for c in clauses {
                if let Some(&obj) = self.world.info.implicits.get(&c.id) {
                    let text = format!("implicit {}", self.world.object_string(obj, self.pkg));
                    self.line(c.pos, text);
                }
            }
        }
        true
    }

    fn expr(&mut self, e: &Expr) -> bool {
        match &e.kind {
            ExprKind::FuncLit(lit) => self.func_type(&lit.ty),
            ExprKind::FuncType(ty) => self.func_type(ty),
            ExprKind::StructType(fields) => self.fields(fields),
            ExprKind::Name(_) => {
                if let Some(Some(obj)) = self.world.info.defs.get(e.id.0 as usize) {
                    let text = format!("def {}", self.world.object_string(*obj, self.pkg));
                    self.line(e.span.lo, text);
                }
            }
            _ => {}
        }
        let Some(Some(tv)) = self.world.info.types.get(e.id.0 as usize) else { return true };
        let mode = match tv.mode {
            Mode::Type => "type ",
            Mode::Builtin => {
                return true;
            }
            _ => "",
        };
        let mut text = format!("{} : {mode}{}", expr_string(e), self.world.type_string(tv.ty, self.pkg));
        if let Some(v) = &tv.value {
            text.push_str(&format!(" = {}", v.display()));
        }
        if let Some(sel) = self.world.info.selections.get(&e.id) {
            let kind = match sel.kind {
                SelectionKind::Field => "field",
                SelectionKind::Method => "method",
                SelectionKind::MethodExpr => "method expression",
            };
            let name = self.world.obj(sel.obj).name;
            let arrow = if sel.indirect { " through a pointer" } else { "" };
            text.push_str(&format!(" -> {kind} {name} {:?}{arrow}", sel.path));
        }
        let instance = match &e.kind {
            ExprKind::Selector(_, sel) => self.world.info.instances.get(&sel.id),
            _ => self.world.info.instances.get(&e.id),
        };
        if let Some(args) = instance {
            let args: Vec<String> = args.iter().map(|&t| self.world.type_string(t, self.pkg)).collect();
            text.push_str(&format!(" [{}]", args.join(", ")));
        }
        self.line(e.span.lo, text);
        true
    }
}
