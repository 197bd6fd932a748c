//! Function bodies: statements and expressions → SSA. The boundary to the module level.

use super::captures::{Analysis, Body, analyze};
use super::func::FuncLowerer;
use super::keys::{FuncKey, LitBody};
use super::module::ModuleBuilder;
use golift_ssa::FuncId;
use golift_types::{ObjKind, PkgId};
use rustc_hash::FxHashMap;
use std::rc::Rc;

/// What bodies of function literals inherit from the declaration that they stand in.
#[derive(Default)]
pub struct BodyCache {
    /// The analysis of the outermost declaration, and the literal's index in it.
    pub(super) lits: FxHashMap<FuncId, (Rc<Analysis>, u32)>,
    /// Read-only string headers that interfaces point to.
    pub(super) boxed_strings: FxHashMap<Vec<u8>, golift_ssa::DataId>,
}

/// Lowers the body of a `Decl`, `Lit` or `InitChunk` function: fills `mb.module.funcs[id]`, whose signature, name and
/// flags are set. `mb.env` is the substitution that goes with it.
pub(crate) fn lower_body(mb: &mut ModuleBuilder<'_>, key: &FuncKey, id: FuncId) {
    let w = mb.world;
    match *key {
        FuncKey::Decl(obj, _) => {
            let ObjKind::Func(Some(at)) = w.obj(obj).kind else {
                return;
            };
            let decl = mb.decl_at(at).expect("a declared function has its declaration");
            let Some(body) = &decl.body else {
                return;
            };
            let analysis = analyze(w, Body::Func { recv: decl.recv.as_ref(), ty: &decl.ty, body });
            let ty = mb.subst(w.obj(obj).ty);
            let lead = mb.decl_lead(ty);
            let flat = mb.flat_sig(ty, lead);
            let mut f = FuncLowerer::new(mb, id, at.pkg, Rc::new(analysis), 0, flat);
            f.lower_func(decl.recv.as_ref(), &decl.ty, body, &[]);
            f.finish();
        }
        FuncKey::Lit(..) => {
            let info = mb.lit_info(id);
            let (analysis, index) = match mb.body_cache.lits.get(&id) {
                Some((a, i)) => (a.clone(), *i),
                None => match info.body {
                    LitBody::Func(lit) => (Rc::new(analyze(w, Body::Func { recv: None, ty: &lit.ty, body: &lit.body })), 0),
                    LitBody::Range(_) => panic!("lower: {} without facts", info.name),
                },
            };
            let flat = mb.flat_sig(info.ty, super::Lead::Context);
            let mut f = FuncLowerer::new(mb, id, info.pkg, analysis, index, flat);
            match &info.body {
                LitBody::Func(lit) => f.lower_func(None, &lit.ty, &lit.body, &info.captures),
                LitBody::Range(range) => f.lower_range_body(range, &info.captures),
            }
            f.finish();
        }
        FuncKey::InitChunk(pkg, from, to) => lower_init(mb, id, pkg, from, to),
        FuncKey::InitFunc(pkg, n) => {
            let decl = mb.decl_at(w.package(pkg).inits[n as usize]).expect("a declared function has its declaration");
            let Some(body) = &decl.body else {
                return;
            };
            let analysis = analyze(w, Body::Func { recv: None, ty: &decl.ty, body });
            let flat = Rc::new(super::FlatSig::bare(golift_ssa::Signature::default(), super::Lead::None));
            let mut f = FuncLowerer::new(mb, id, pkg, Rc::new(analysis), 0, flat);
            f.lower_func(None, &decl.ty, body, &[]);
            f.finish();
        }
        ref other => panic!("lower: no body for {other:?}"),
    }
}

/// Package-level initialisers `from..to`, each an assignment in the order of execution.
fn lower_init(mb: &mut ModuleBuilder<'_>, id: FuncId, pkg: PkgId, from: u32, to: u32) {
    let w = mb.world;
    let inits = mb.chunk_inits(pkg, from, to);
    let flat = Rc::new(super::FlatSig::bare(golift_ssa::Signature::default(), super::Lead::None));
    let mut f = FuncLowerer::new(mb, id, pkg, Rc::new(Analysis::default()), 0, flat);
    f.is_init = true;
    for (init, e) in inits {
        f.an = Rc::new(analyze(w, Body::Expr(e)));
        f.lower_global_init(&init.lhs, e);
    }
    f.finish_init();
}
