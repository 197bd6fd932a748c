//! Which functions print: those of the library by name, and functions of the package that hand their last
//! parameters on to one of them.

use super::Kind;
use crate::facts::{Callee, Facts};
use golift_base::Pos;
use golift_frontend::ast::{Decl, Expr, ExprKind, FuncDecl, UnaryOp};
use golift_frontend::unparen;
use golift_frontend::walk::walk_exprs;
use golift_types::{Basic, ObjId, Type};
use rustc_hash::FxHashMap;

/// The printing functions that a package declares.
#[derive(Default)]
pub(super) struct Wrappers {
    own: FxHashMap<ObjId, Kind>,
}

impl Wrappers {
    /// Finds them; wrappers of wrappers too.
    pub(super) fn of_package(facts: &Facts<'_>) -> Wrappers {
        let mut out = Wrappers::default();
        let files = facts.files();
        let candidates: Vec<Candidate<'_>> = files
            .iter()
            .flat_map(|f| &f.decls)
            .filter_map(|d| match d {
                Decl::Func(f) => Candidate::new(facts, f),
                _ => None,
            })
            .collect();
        loop {
            let before = out.own.len();
            for c in &candidates {
                if !out.own.contains_key(&c.obj)
                    && let Some(kind) = c.kind(facts, &out)
                {
                    out.own.insert(c.obj, kind);
                }
            }
            if out.own.len() == before {
                return out;
            }
        }
    }

    /// What a function does with its arguments, if it prints.
    pub(super) fn kind(&self, facts: &Facts<'_>, callee: &Callee) -> Option<Kind> {
        self.own.get(&callee.obj).copied().or_else(|| library(facts, callee))
    }
}

fn library(facts: &Facts<'_>, callee: &Callee) -> Option<Kind> {
    let name = callee.name.as_str();
    let printing = match (callee.path.as_str(), callee.recv.is_some()) {
        ("fmt", false) => ["Print", "Sprint", "Fprint", "Append", "Errorf"].iter().any(|p| name.starts_with(p)),
        ("log", _) => ["Print", "Fatal", "Panic"].iter().any(|p| name.starts_with(p)),
        ("testing", true) => {
            ["Error", "Fatal", "Log", "Skip"].contains(&name) || ["Errorf", "Fatalf", "Logf", "Skipf"].contains(&name)
        }
        _ => false,
    };
    if !printing {
        return None;
    }
    let Type::Signature(sig) = facts.w.ty(facts.w.obj(callee.obj).ty) else { return None };
    if !sig.variadic {
        return None;
    }
    Some(match name {
        "Errorf" if callee.path == "fmt" => Kind::Errorf,
        _ if name.ends_with('f') => Kind::Printf,
        _ if name.ends_with("ln") || callee.path == "testing" => Kind::Println,
        _ => Kind::Print,
    })
}

/// A function whose last parameter is `args ...any`, perhaps behind `format string`.
struct Candidate<'f> {
    obj: ObjId,
    decl: &'f FuncDecl,
    format: Option<ObjId>,
    args: ObjId,
}

impl<'f> Candidate<'f> {
    fn new(facts: &Facts<'_>, decl: &'f FuncDecl) -> Option<Candidate<'f>> {
        decl.body.as_ref()?;
        let obj = facts.object(decl.name.id)?;
        let Type::Signature(sig) = facts.w.ty(facts.w.obj(obj).ty) else { return None };
        let last = sig.params.last().filter(|_| sig.variadic)?;
        let Type::Slice(elem) = facts.w.under(last.ty) else { return None };
        if !facts.w.is_interface(*elem) || !facts.w.type_set(facts.w.under_id(*elem)).is_all() {
            return None;
        }
        let format = sig.params.len().checked_sub(2).map(|i| &sig.params[i]);
        let format = format.filter(|p| facts.w.as_basic(p.ty) == Some(Basic::String)).map(|p| p.obj);
        Some(Candidate { obj, decl, format, args: last.obj })
    }

    /// The kind of the first printing function that gets the parameters as they are.
    fn kind(&self, facts: &Facts<'_>, known: &Wrappers) -> Option<Kind> {
        let mut found = None;
        let mut changed = false;
        let body = self.decl.body.as_ref()?;
        golift_frontend::walk::walk_stmts(body, |s| {
            if let golift_frontend::ast::StmtKind::Assign { lhs, .. } = &s.kind {
                let own = |e: &Expr| {
                    facts.named_object(e).is_some_and(|o| o == self.args || Some(o) == self.format)
                };
                changed |= lhs.iter().any(own);
            }
            true
        });
        if changed {
            return None;
        }
        walk_exprs(body, |e| {
            if let ExprKind::Call { fun, args, spread: true, .. } = &e.kind
                && found.is_none()
                && let Some(callee) = facts.callee(fun)
                && let Some(kind) = known.kind(facts, &callee)
                && args.last().and_then(|a| facts.named_object(a)) == Some(self.args)
            {
                let formatted = matches!(kind, Kind::Printf | Kind::Errorf);
                let passed = args.len().checked_sub(2).and_then(|i| facts.named_object(&args[i]));
                if !formatted || self.format.is_some() && passed == self.format {
                    found = Some(kind);
                }
            }
            found.is_none()
        });
        found
    }
}

/// `Error` or `String` if printing the argument in that method calls the method again.
pub(super) fn recursive_text_method(facts: &Facts<'_>, at: Pos, arg: &Expr) -> Option<String> {
    let mut x = unparen(arg);
    if let ExprKind::Unary(UnaryOp::Addr, inner) = &x.kind {
        x = unparen(inner);
    }
    let ExprKind::Name(_) = x.kind else { return None };
    let obj = facts.object(x.id)?;
    for file in facts.files() {
        for decl in &file.decls {
            let Decl::Func(f) = decl else { continue };
            if !(f.span.lo <= at && at < f.span.hi) {
                continue;
            }
            let name = f.name.name.as_str();
            let recv = f.recv.as_ref().and_then(|r| r.names.first()).and_then(|n| facts.object(n.id))?;
            let plain = f.ty.params.is_empty() && f.ty.results.len() == 1;
            let ty = facts.w.obj(recv).ty;
            // Through a value the method must be one of the value's.
            let has = facts.ty(arg).is_some_and(|t| facts.method(t, name).is_some());
            if plain && ["Error", "String"].contains(&name) && recv == obj && has {
                return Some(format!("({}).{name}", facts.type_text(ty)));
            }
        }
    }
    None
}
