//! The checker's entry point, its state, error reporting and recording.
//!
//! Input: a package's files and the packages they import. Output: a [`crate::Package`] in the world, facts in
//! [`crate::Info`], errors in the diagnostics. Never panics on user input; after an error the operand is invalid and
//! follow-on errors are suppressed.
//!
//! Order of work: collect the package's objects, check declarations on demand (an object is checked when first used),
//! then the bodies that were put off, then initialisation order and unused imports.

use crate::constant::Const;
use crate::decl::DeclInfo;
use crate::info::{Mode, TypeAndValue};
use crate::labels::branch_targets;
use crate::object::{ObjId, ObjKind, ScopeId, VarKind};
use crate::operand::Operand;
use crate::types::{Basic, NamedId, Signature, TypeId};
use crate::universe::EMPTY_TUPLE;
use crate::untyped::UntypedExpr;
use crate::version::Versions;
use crate::world::{Package, PkgId, World};
use golift_base::{Code, Diagnostic, Diagnostics, Pos, SourceMap, Symbol};
use golift_frontend::ast::{Expr, File, Ident, NodeId};
use indexmap::IndexSet;
use rustc_hash::{FxBuildHasher, FxHashMap, FxHashSet};
use std::sync::Arc;

/// What the driver hands in for one package.
#[derive(Debug)]
pub struct PackageInput {
    /// The import path; `main` for the command.
    pub path: String,
    /// The parsed files, in the order of their names.
    pub files: Vec<Arc<File>>,
    /// The checked packages by the import path as written in the source (`unsafe` need not be there).
    pub imports: FxHashMap<String, PkgId>,
    /// Whether this is an embedded standard package.
    pub std: bool,
    /// The language version.
    pub go_version: (u32, u32),
}

/// Checks a package. All packages that it imports must have been checked before; the result is added to the world
/// even when there were errors.
pub fn check_package(
    world: &mut World,
    input: PackageInput,
    sources: &SourceMap,
    diags: &mut Diagnostics,
) -> PkgId {
    golift_base::with_deep_stack(|| check_on_this_thread(world, input, sources, diags))
}

fn check_on_this_thread(
    world: &mut World,
    input: PackageInput,
    sources: &SourceMap,
    diags: &mut Diagnostics,
) -> PkgId {
    let PackageInput { path, files, imports, std, go_version } = input;
    let pkg = PkgId(world.packages.len() as u32);
    let universe = world.universe;
    let scope = world.new_scope(Some(universe));
    let name = files.first().map_or(Symbol::new("main"), |f| f.package.name);
    world.packages.push(Package {
        path,
        name,
        files: files.clone(),
        scope,
        imports: Vec::new(),
        init_order: Vec::new(),
        inits: Vec::new(),
        std,
        go_version,
    });
    let first_obj = world.objects.len();
    let mut found = Diagnostics::default();
    let mut c = Checker {
        w: world,
        diags: &mut found,
        sources,
        pkg,
        pkg_scope: scope,
        pkg_name: name,
        files: &files,
        import_map: imports,
        std,
        env: Env::new(scope),
        decls: FxHashMap::default(),
        decl_order: Vec::new(),
        methods: FxHashMap::default(),
        colors: FxHashMap::default(),
        obj_path: Vec::new(),
        delayed: Vec::new(),
        untyped: FxHashMap::default(),
        pkg_names: Vec::new(),
        dot_imports: FxHashMap::default(),
        file_scopes: Vec::new(),
        fake_packages: FxHashSet::default(),
        first_error: false,
        target_name: String::new(),
        first_obj,
        last_error: (0, String::new()),
        earlier_errors: diags.iter().any(|d| d.code != "Late"),
        missing_bodies: Vec::new(),
        instance_graph: Default::default(),
        valid_types: FxHashSet::default(),
        infinite_types: FxHashSet::default(),
        instance_places: FxHashMap::default(),
        right_sides: FxHashMap::default(),
        versions: Versions::new(&files, go_version),
        huge_literals: Vec::new(),
        partial_ok: None,
        partial_args: FxHashMap::default(),
        local_aliases: FxHashSet::default(),
    };
    c.check_files();
    drop(c);
    // A range clause with too many variables is wrong in one way only.
    let line = |pos| sources.display_columns(pos, false);
    let clauses: FxHashSet<String> = found.iter().filter(|d| d.code == "InvalidIterVar").map(|d| line(d.pos)).collect();
    diags.retain(|d| d.code != "Late" || !d.message.starts_with("range clause permits") || !clauses.contains(&line(d.pos)));
    diags.append(found);
    pkg
}

/// A check that is put off until the current declaration or statement is complete.
pub(crate) type Action<'a> = Box<dyn FnOnce(&mut Checker<'a>) + 'a>;

/// Where an object's declaration stands in the process of being checked.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Color {
    /// Being checked; the index in the object path.
    Grey(u32),
    /// Done.
    Black,
}

/// What surrounds the expression or statement that is being checked.
#[derive(Clone)]
pub(crate) struct Env {
    /// The package-level object whose declaration or body this is; dependencies are noted there.
    pub(crate) decl: Option<ObjId>,
    /// The current scope.
    pub(crate) scope: ScopeId,
    /// The value of iota in a constant declaration.
    pub(crate) iota: Option<u32>,
    /// Where errors in an inherited constant initialisation are reported.
    pub(crate) err_pos: Option<Pos>,
    /// The signature of the function whose body this is.
    pub(crate) sig: Option<TypeId>,
    /// The local variables declared in this function.
    pub(crate) locals: Vec<ObjId>,
    /// Whether a function call or receive was seen (`len` of an array is then no constant).
    pub(crate) has_call_or_recv: bool,
    /// Whether the type parameter list of a declaration is being collected.
    pub(crate) in_tparam_list: bool,
}

impl Env {
    pub(crate) fn new(scope: ScopeId) -> Env {
        Env {
            decl: None,
            scope,
            iota: None,
            err_pos: None,
            sig: None,
            locals: Vec::new(),
            has_call_or_recv: false,
            in_tparam_list: false,
        }
    }
}

/// An ordered set of objects.
pub(crate) type ObjSet = IndexSet<ObjId, FxBuildHasher>;

/// The state of checking one package.
pub(crate) struct Checker<'a> {
    pub(crate) w: &'a mut World,
    pub(crate) diags: &'a mut Diagnostics,
    pub(crate) sources: &'a SourceMap,
    pub(crate) pkg: PkgId,
    pub(crate) pkg_scope: ScopeId,
    pub(crate) pkg_name: Symbol,
    pub(crate) files: &'a [Arc<File>],
    pub(crate) import_map: FxHashMap<String, PkgId>,
    pub(crate) std: bool,
    pub(crate) env: Env,
    /// Package-level and local declarations by object.
    pub(crate) decls: FxHashMap<ObjId, DeclInfo<'a>>,
    /// Package-level objects and methods in source order.
    pub(crate) decl_order: Vec<ObjId>,
    /// Methods by the base type's object until they are attached.
    pub(crate) methods: FxHashMap<ObjId, Vec<ObjId>>,
    /// Absent: not begun (or not an object with a declaration).
    pub(crate) colors: FxHashMap<ObjId, Color>,
    pub(crate) obj_path: Vec<ObjId>,
    pub(crate) delayed: Vec<Action<'a>>,
    pub(crate) untyped: FxHashMap<NodeId, UntypedExpr>,
    /// The package names of all files' imports.
    pub(crate) pkg_names: Vec<ObjId>,
    /// Dot-imported objects: (file scope, object) to the import's package name.
    pub(crate) dot_imports: FxHashMap<(ScopeId, ObjId), ObjId>,
    pub(crate) file_scopes: Vec<ScopeId>,
    /// Packages that could not be imported: every selection of them is silently invalid.
    pub(crate) fake_packages: FxHashSet<PkgId>,
    pub(crate) first_error: bool,
    /// What messages call the target of the expression that is to be checked next.
    pub(crate) target_name: String,
    /// The line and text of the last error.
    pub(crate) last_error: (u32, String),
    /// The number of objects before this package.
    pub(crate) first_obj: usize,
    /// Whether the files had errors before checking.
    pub(crate) earlier_errors: bool,
    /// The instantiations seen so far.
    pub(crate) instance_graph: crate::instance_cycles::InstanceGraph,
    /// Functions without body; only reported when nothing else is wrong.
    pub(crate) missing_bodies: Vec<Pos>,
    /// Defined types whose size is known to be finite.
    pub(crate) valid_types: FxHashSet<NamedId>,
    /// Generic and other defined types that were reported as infinite.
    pub(crate) infinite_types: FxHashSet<NamedId>,
    /// Instances of generic types and where they were written first.
    pub(crate) instance_places: FxHashMap<NamedId, (TypeId, Pos)>,
    /// The right sides of type declarations as written.
    pub(crate) right_sides: FxHashMap<NamedId, TypeId>,
    pub(crate) versions: Versions,
    /// Composite literals larger than any stack frame: the function's position and their size.
    pub(crate) huge_literals: Vec<(Pos, u64)>,
    /// The argument that may be a generic function with some of its type arguments.
    pub(crate) partial_ok: Option<NodeId>,
    /// The type arguments that such arguments give.
    pub(crate) partial_args: FxHashMap<NodeId, Vec<TypeId>>,
    /// Type names that a local alias declaration declares.
    pub(crate) local_aliases: FxHashSet<ObjId>,
}

impl<'a> Checker<'a> {
    fn check_files(&mut self) {
        for file in self.files {
            branch_targets(file, self.sources, &mut self.w.info.branch_targets);
        }
        self.check_file_versions();
        self.collect_objects();
        self.package_objects();
        self.process_delayed(0);
        self.check_init_order();
        self.unused_imports();
        self.record_untyped();
        if self.diags.is_empty() {
            self.check_instance_cycles();
        }
        if self.diags.is_empty() {
            self.check_interface_cycles();
        }
        if self.diags.is_empty() {
            self.check_sizes();
            self.check_frames();
            self.check_linknames();
            self.check_embeds();
        }
        if self.diags.is_empty() && !self.earlier_errors {
            for pos in std::mem::take(&mut self.missing_bodies) {
                self.error("MissingBody", pos, "missing function body");
            }
        }
    }

    /// Reports declared types and variables that no machine can hold.
    fn check_sizes(&mut self) {
        for i in self.first_obj..self.w.objects.len() {
            let o = &self.w.objects[i];
            if !matches!(o.kind, ObjKind::TypeName | ObjKind::Var(_)) || !o.pos.is_valid() {
                continue;
            }
            let (ty, pos) = (o.ty, o.pos);
            if self.w.too_large(ty) {
                let text = self.tstr(self.w.under_id(ty));
                self.error("TypeTooLarge", pos, format!("type {text} larger than address space"));
            } else if let crate::Type::Chan(_, elem) = *self.w.under(ty)
                && self.w.size_of(elem) >= 1 << 16
            {
                self.error("TypeTooLarge", pos, "channel element type too large (>64kB)");
            }
        }
    }

    /// Puts a check off until the current declaration or statement is complete.
    pub(crate) fn later(&mut self, action: impl FnOnce(&mut Checker<'a>) + 'a) {
        self.delayed.push(Box::new(action));
    }

    /// Runs the checks that were put off since there were `top` of them, also those that they put off.
    pub(crate) fn process_delayed(&mut self, top: usize) {
        let mut at = top;
        while at < self.delayed.len() {
            let action = std::mem::replace(&mut self.delayed[at], Box::new(|_| {}));
            at += 1;
            action(self);
        }
        self.delayed.truncate(top);
    }

    fn report(&mut self, code: Code, pos: Pos, message: String, soft: bool) {
        // Messages that mention an invalid operand are follow-on errors unless they are the first.
        if self.first_error {
            let late = |s: &str| message.find(s).is_some_and(|i| i > 0);
            if late("invalid operand") || late("invalid type") {
                return;
            }
        }
        self.first_error = true;
        let pos = self.env.err_pos.unwrap_or(pos);
        // Of equal messages about one line that follow each other only the first counts.
        let line = self.sources.file_of(pos).map_or(0, |f| f.line_col(pos).line);
        if self.last_error.0 == line && self.last_error.1 == message {
            return;
        }
        let message = format!("{message}{}", self.version_origin(pos, &message));
        self.last_error = (line, message.clone());
        self.diags.push(Diagnostic { code, pos, message, soft });
    }

    /// Reports an error.
    pub(crate) fn error(&mut self, code: Code, pos: Pos, message: impl Into<String>) {
        self.report(code, pos, message.into(), false);
    }

    /// Reports an error that leaves later phases meaningful.
    pub(crate) fn soft_error(&mut self, code: Code, pos: Pos, message: impl Into<String>) {
        self.report(code, pos, message.into(), true);
    }

    /// A type's text in messages of this package.
    pub(crate) fn tstr(&self, ty: TypeId) -> String {
        self.w.type_string(ty, self.pkg)
    }

    /// A position's text inside a message.
    pub(crate) fn pos_str(&self, pos: Pos) -> String {
        self.sources.display(pos)
    }

    /// Where messages about a type expression point: a function type's position is its parameter list.
    pub(crate) fn type_pos(&self, e: &Expr) -> Pos {
        let pos = e.span.lo;
        if let golift_frontend::ast::ExprKind::FuncType(_) = e.kind
            && let Some(file) = self.sources.file_of(pos)
        {
            let text = &file.text[(pos.0 - file.base.0) as usize..];
            return pos.offset(text.find('(').unwrap_or(0) as u32);
        }
        pos
    }

    /// An object that this package declares.
    pub(crate) fn new_obj(&mut self, kind: ObjKind, name: Symbol, pos: Pos, ty: TypeId) -> ObjId {
        self.w.new_object(kind, name, Some(self.pkg), pos, ty)
    }

    /// A variable of this package.
    pub(crate) fn new_var(&mut self, kind: VarKind, name: Symbol, pos: Pos, ty: TypeId) -> ObjId {
        self.new_obj(ObjKind::Var(kind), name, pos, ty)
    }

    /// Declares an object in a scope and notes the definition; reports a redeclaration.
    pub(crate) fn declare(&mut self, scope: ScopeId, ident: Option<&Ident>, obj: ObjId) {
        if !self.w.obj(obj).name.is_blank()
            && let Some(alt) = self.w.declare(scope, obj)
        {
            let (name, pos) = (self.w.obj(obj).name, self.w.obj(obj).pos);
            let other = self.other_decl(alt);
            self.error("DuplicateDecl", pos, format!("{name} redeclared in this block{other}"));
            return;
        }
        if self.w.obj(obj).scope.is_none() {
            self.w.obj_mut(obj).scope = Some(scope);
        }
        if let Some(ident) = ident {
            self.record_def(ident.id, obj);
        }
    }

    /// The continuation line that names an earlier declaration.
    pub(crate) fn other_decl(&self, obj: ObjId) -> String {
        let o = self.w.obj(obj);
        if o.pos.is_valid() {
            format!("\n\t{}: other declaration of {}", self.pos_str(o.pos), o.name)
        } else {
            String::new()
        }
    }

    /// Opens a scope inside the current one.
    pub(crate) fn open_scope(&mut self) -> ScopeId {
        let outer = self.env.scope;
        self.env.scope = self.w.new_scope(Some(outer));
        outer
    }

    /// Notes what an identifier declares.
    pub(crate) fn record_def(&mut self, id: NodeId, obj: ObjId) {
        put(&mut self.w.info.defs, id, obj);
    }

    /// Notes what an identifier refers to.
    pub(crate) fn record_use(&mut self, id: NodeId, obj: ObjId) {
        put(&mut self.w.info.uses, id, obj);
    }

    /// Notes an object without identifier.
    pub(crate) fn record_implicit(&mut self, id: NodeId, obj: ObjId) {
        self.w.info.implicits.insert(id, obj);
    }

    /// Notes an expression's mode, type and value.
    pub(crate) fn record_type_and_value(&mut self, e: &Expr, mode: Mode, ty: TypeId, value: Option<Const>) {
        if mode == Mode::Invalid {
            return;
        }
        put(&mut self.w.info.types, e.id, TypeAndValue { mode, ty, value });
    }

    /// Notes a type expression.
    pub(crate) fn record_type_expr(&mut self, e: &Expr, ty: TypeId) {
        put(&mut self.w.info.types, e.id, TypeAndValue { mode: Mode::Type, ty, value: None });
    }

    /// Notes the result of checking an expression; untyped operands wait for their final type.
    pub(crate) fn record(&mut self, x: &Operand<'a>) {
        let Some(e) = x.expr else { return };
        match x.mode {
            Mode::Invalid => {}
            Mode::NoValue => self.record_type_and_value(e, x.mode, EMPTY_TUPLE, None),
            _ if self.w.is_untyped(x.ty) => {
                let info = UntypedExpr { is_lhs: false, mode: x.mode, ty: x.ty, value: x.val.clone() };
                self.untyped.insert(e.id, info);
            }
            Mode::Constant => self.record_type_and_value(e, x.mode, x.ty, x.val.clone()),
            _ => self.record_type_and_value(e, x.mode, x.ty, None),
        }
    }

    /// Notes the tuple type of a comma-ok expression and its parentheses.
    pub(crate) fn record_comma_ok(&mut self, e: &Expr, types: [TypeId; 2]) {
        if types.iter().any(|&t| self.w.is_invalid(t)) {
            return;
        }
        let tuple = self.w.new_tuple(types.to_vec());
        let mut e = e;
        loop {
            if let Some(Some(tv)) = self.w.info.types.get_mut(e.id.0 as usize) {
                tv.ty = tuple;
                tv.mode = Mode::CommaOk;
            }
            match &e.kind {
                golift_frontend::ast::ExprKind::Paren(x) => e = x,
                _ => return,
            }
        }
    }

    /// Expressions that nothing converted keep their untyped type.
    #[allow(clippy::iter_over_hash_type)]
    fn record_untyped(&mut self) {
        for (id, u) in std::mem::take(&mut self.untyped) {
            put(&mut self.w.info.types, id, TypeAndValue { mode: u.mode, ty: u.ty, value: u.value });
        }
    }

    /// The signature of a function type.
    pub(crate) fn signature(&self, ty: TypeId) -> Option<&Signature> {
        self.w.as_signature(ty)
    }

    /// The invalid type.
    pub(crate) const INVALID: TypeId = Basic::Invalid.id();
}

fn put<T>(table: &mut Vec<Option<T>>, id: NodeId, value: T) {
    let i = id.0 as usize;
    if i >= table.len() {
        table.resize_with((i + 1).next_power_of_two().max(1024), || None);
    }
    table[i] = Some(value);
}
