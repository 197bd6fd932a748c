//! Locks that are copied: values whose pointers are locks, or that contain such values, passed, assigned or returned.

use crate::facts::Facts;
use crate::{Node, each_node};
use golift_frontend::ast::{Decl, Expr, ExprKind, Field, FuncType, StmtKind};
use golift_frontend::unparen;
use golift_types::{Builtin, ObjKind, Type, TypeId};

/// Types of package sync that the official library marks as not to be copied by a field of this type.
const NO_COPY: [(&str, &[&str]); 2] = [
    ("sync", &["Cond", "Map", "Once", "Pool", "WaitGroup"]),
    ("sync/atomic", &["Bool", "Int32", "Int64", "Pointer", "Uint32", "Uint64", "Uintptr"]),
];

/// Reports the copies.
pub(crate) fn check(facts: &mut Facts<'_>) {
    each_node(facts, |facts, node| match node {
        Node::Decl(Decl::Func(f)) => {
            let recv = f.recv.as_slice();
            signature(facts, f.name.name.as_str(), recv, &f.ty);
        }
        Node::Decl(Decl::Var(spec)) => {
            for (i, x) in spec.values.iter().enumerate() {
                if let Some(path) = copied(facts, x) {
                    let name = spec.names.get(i).map_or("", |n| n.name.as_str());
                    facts.report(x.span.lo, format!("variable declaration copies lock value to {name}: {path}"));
                }
            }
        }
        Node::Decl(_) => {}
        Node::Stmt(s) => match &s.kind {
            StmtKind::Assign { lhs, op: None, rhs, .. } | StmtKind::Define { lhs, rhs, .. } => {
                for (i, x) in rhs.iter().enumerate() {
                    if let (Some(path), Some(l)) = (copied(facts, x), lhs.get(i)) {
                        let message = format!("assignment copies lock value to {}: {path}", facts.text(l));
                        facts.report(x.span.lo, message);
                    }
                }
            }
            StmtKind::Return(xs) => {
                for x in xs {
                    if let Some(path) = copied(facts, x) {
                        facts.report(x.span.lo, format!("return copies lock value: {path}"));
                    }
                }
            }
            StmtKind::Range { key, value, .. } => {
                for e in [key, value].into_iter().flatten() {
                    range_var(facts, e);
                }
            }
            _ => {}
        },
        Node::Expr(e) => match &e.kind {
            ExprKind::FuncLit(lit) => signature(facts, "func", &[], &lit.ty),
            ExprKind::Composite { elems, .. } => {
                for el in elems {
                    let x = match &el.kind {
                        ExprKind::KeyValue(_, v) => v,
                        _ => el,
                    };
                    if let Some(path) = copied(facts, x) {
                        let message = format!("literal copies lock value from {}: {path}", facts.text(x));
                        facts.report(x.span.lo, message);
                    }
                }
            }
            ExprKind::Call { fun, args, .. } => call(facts, fun, args),
            _ => {}
        },
    });
}

fn signature(facts: &mut Facts<'_>, name: &str, recv: &[Field], ty: &FuncType) {
    for f in recv.iter().chain(&ty.params) {
        if let Some(path) = facts.ty(&f.ty).and_then(|t| lock_path(facts, t)) {
            facts.report(f.ty.span.lo, format!("{name} passes lock by value: {path}"));
        }
    }
}

fn range_var(facts: &mut Facts<'_>, e: &Expr) {
    if matches!(&e.kind, ExprKind::Name(n) if n.is_blank()) {
        return;
    }
    let declared = facts.w.info.defs.get(e.id.0 as usize).copied().flatten().map(|o| facts.w.obj(o).ty);
    let Some(ty) = declared.or_else(|| facts.ty(e)) else { return };
    if let Some(path) = lock_path(facts, ty) {
        facts.report(e.span.lo, format!("range var {} copies lock: {path}", facts.text(e)));
    }
}

fn call(facts: &mut Facts<'_>, fun: &Expr, args: &[Expr]) {
    let builtin = facts.named_object(fun).map(|o| facts.w.obj(o).kind.clone());
    let harmless = matches!(
        builtin,
        Some(ObjKind::Builtin(
            Builtin::New
                | Builtin::Len
                | Builtin::Cap
                | Builtin::UnsafeSizeof
                | Builtin::UnsafeOffsetof
                | Builtin::UnsafeAlignof
        ))
    );
    if harmless {
        return;
    }
    for x in args {
        if let Some(path) = copied(facts, x) {
            facts.report(x.span.lo, format!("call of {} copies lock value: {path}", facts.text(fun)));
        }
    }
}

/// The path to the lock that using this expression as a value copies.
fn copied(facts: &Facts<'_>, e: &Expr) -> Option<String> {
    let e = unparen(e);
    match &e.kind {
        // Fresh values: literals and results.
        ExprKind::Composite { .. } | ExprKind::Call { .. } => return None,
        ExprKind::Star(x) if matches!(unparen(x).kind, ExprKind::Call { .. }) => return None,
        _ => {}
    }
    if facts.is_type(e) {
        return None;
    }
    lock_path(facts, facts.ty(e)?)
}

/// `m.T contains sync.Mutex` if values of the type must not be copied.
fn lock_path(facts: &Facts<'_>, ty: TypeId) -> Option<String> {
    let path = find(facts, ty, &mut Vec::new())?;
    Some(path.into_iter().rev().collect::<Vec<_>>().join(" contains "))
}

/// The lock inside a type, innermost first.
fn find(facts: &Facts<'_>, mut ty: TypeId, seen: &mut Vec<TypeId>) -> Option<Vec<String>> {
    let w = facts.w;
    if seen.contains(&ty) {
        return None;
    }
    seen.push(ty);
    if w.is_type_param(ty) {
        return w.type_set_of(ty)?.into_iter().find_map(|t| {
            let mut path = find(facts, t, seen)?;
            path.push(facts.type_text(ty));
            Some(path)
        });
    }
    while let Type::Array(elem, _) = w.under(ty) {
        ty = *elem;
    }
    if let Type::Tuple(types) = w.ty(ty) {
        return types.iter().find_map(|&t| find(facts, t, seen));
    }
    let Type::Struct(fields) = w.under(ty) else { return None };
    if let Some(n) = w.as_named(ty) {
        let origin = w.named_data(n).origin.unwrap_or(n);
        let o = w.obj(w.named_data(origin).obj);
        let path = o.pkg.map_or("", |p| w.package(p).path.as_str());
        if NO_COPY.iter().any(|(p, names)| *p == path && names.contains(&o.name.as_str())) {
            return Some(vec![format!("{path}.noCopy"), facts.type_text(ty)]);
        }
        if is_locker(facts, ty) {
            return Some(vec![facts.type_text(ty)]);
        }
    }
    fields.iter().find_map(|f| {
        let mut path = find(facts, f.ty, seen)?;
        path.push(facts.type_text(ty));
        Some(path)
    })
}

/// Whether a pointer to the type has `Lock` and `Unlock`, but a value has not.
fn is_locker(facts: &Facts<'_>, ty: TypeId) -> bool {
    let plain = |t: TypeId, pointer: bool, name: &str| {
        let name = golift_base::Symbol::new(name);
        match facts.w.select(t, pointer, Some(facts.pkg), name) {
            golift_types::lookup::Lookup::Found(f) => match facts.w.ty(facts.w.obj(f.obj).ty) {
                Type::Signature(sig) => {
                    matches!(facts.w.obj(f.obj).kind, ObjKind::Func(_)) && sig.params.is_empty() && sig.results.is_empty()
                }
                _ => false,
            },
            _ => false,
        }
    };
    let locks = |pointer: bool| plain(ty, pointer, "Lock") && plain(ty, pointer, "Unlock");
    locks(true) && !locks(false)
}
