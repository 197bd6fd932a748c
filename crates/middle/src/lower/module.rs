//! The module under construction: functions on demand, static data, layouts, sites.
//!
//! Every table that hands out ids is here; what fills the larger ones is in `typedesc.rs` (descriptors, itabs),
//! `reach.rs` (methods), `wrappers.rs`, `static_data.rs` and `init.rs`.

use super::LowerConfig;
use super::callconv::{FlatSig, Lead};
use super::linkname::linknames;
use super::keys::{Env, FuncKey, LitBody, LitInfo};
use super::reach::Reach;
use super::repr::Repr;
use golift_abi::Builtin;
use golift_base::{Diagnostics, Pos, SourceMap};
use golift_frontend::ast::{Decl, File, FuncDecl, FuncLit, NodeId};
use golift_ssa::func::FuncFlags;
use golift_ssa::{
    Keep,
    Data, DataId, DataKind, Func, FuncId, Layout, LayoutId, Module, Placement, Reloc, RelocTarget, Signature, Site, SiteId,
    SiteKind,
};
use golift_types::subst::Substitution;
use golift_types::{FuncDeclRef, ObjId, ObjKind, PkgId, TypeId, TypeParamId, World};
use rustc_hash::FxHashMap;
use std::collections::VecDeque;
use std::rc::Rc;
use std::sync::Arc;

/// Pointers may lie in this many leading bytes of an object; the collector's maps have a bit for every word.
const MAX_POINTER_BYTES: u64 = 1 << 31;

/// The program being lowered.
pub struct ModuleBuilder<'p> {
    /// The checked program. Copy the reference out (`let w = mb.world;`) to hold on to its parts.
    pub world: &'p World,
    /// For positions in messages.
    pub sources: &'p SourceMap,
    /// The command's package.
    pub main_pkg: PkgId,
    /// Options.
    pub config: LowerConfig,
    /// What is built.
    pub module: Module,
    /// Unsupported constructs.
    pub diagnostics: Diagnostics,
    /// What objects with a `//go:linkname` stand for.
    pub links: FxHashMap<ObjId, ObjId>,
    /// The substitution of the function being lowered.
    pub env: Env,

    pub(super) envs: Vec<Substitution>,
    pub(super) env_ids: FxHashMap<Vec<(TypeParamId, TypeId)>, Env>,
    pub(super) substituted: FxHashMap<(Env, TypeId), TypeId>,
    pub(super) funcs: FxHashMap<FuncKey, FuncId>,
    pub(super) keys: FxHashMap<FuncId, FuncKey>,
    pub(super) queue: VecDeque<FuncId>,
    pub(super) lits: FxHashMap<FuncId, Rc<LitInfo<'p>>>,
    pub(super) lit_counts: FxHashMap<String, u32>,
    pub(super) synthetic: u32,
    pub(super) reprs: FxHashMap<TypeId, Rc<Repr>>,
    pub(super) flat_sigs: FxHashMap<(TypeId, Lead), Rc<FlatSig>>,
    pub(super) canon_ids: FxHashMap<TypeId, TypeId>,
    pub(super) canon_keys: FxHashMap<String, TypeId>,
    pub(super) pointers: FxHashMap<TypeId, TypeId>,
    pub(super) layouts: FxHashMap<TypeId, LayoutId>,
    pub(super) raw_layouts: FxHashMap<(u64, u64, Vec<bool>, String), LayoutId>,
    pub(super) shapes: FxHashMap<(u64, u64, Vec<bool>), DataId>,
    pub(super) strings: FxHashMap<Vec<u8>, DataId>,
    pub(super) constants: FxHashMap<(Vec<u8>, u64), DataId>,
    pub(super) globals: FxHashMap<ObjId, DataId>,
    pub(super) closures: FxHashMap<FuncId, DataId>,
    pub(super) types: super::typedesc::TypeTable,
    pub(super) reach: Reach,
    pub(super) statics: super::static_data::Statics,
    pub(super) body_cache: super::body::BodyCache,
}

impl<'p> ModuleBuilder<'p> {
    /// An empty module for the program.
    pub fn new(world: &'p World, sources: &'p SourceMap, main_pkg: PkgId, config: LowerConfig) -> ModuleBuilder<'p> {
        ModuleBuilder {
            world,
            sources,
            main_pkg,
            config,
            module: Module::default(),
            diagnostics: Diagnostics::default(),
            links: linknames(world),
            env: Env::EMPTY,
            envs: vec![Substitution::default()],
            env_ids: FxHashMap::default(),
            substituted: FxHashMap::default(),
            funcs: FxHashMap::default(),
            keys: FxHashMap::default(),
            queue: VecDeque::new(),
            lits: FxHashMap::default(),
            lit_counts: FxHashMap::default(),
            synthetic: 0,
            reprs: FxHashMap::default(),
            flat_sigs: FxHashMap::default(),
            canon_ids: FxHashMap::default(),
            canon_keys: FxHashMap::default(),
            pointers: FxHashMap::default(),
            layouts: FxHashMap::default(),
            raw_layouts: FxHashMap::default(),
            shapes: FxHashMap::default(),
            strings: FxHashMap::default(),
            constants: FxHashMap::default(),
            globals: FxHashMap::default(),
            closures: FxHashMap::default(),
            types: Default::default(),
            reach: Reach::default(),
            statics: Default::default(),
            body_cache: Default::default(),
        }
    }

    // ---- functions ----

    /// The function for a key; its body is lowered later, when this is its first use.
    /// `Lit` and `Synthetic` functions are made by [`Self::lit_func`] and [`Self::new_func`] only.
    pub fn func(&mut self, key: FuncKey) -> FuncId {
        if let Some(&id) = self.funcs.get(&key) {
            return id;
        }
        let key = match key {
            FuncKey::Decl(obj, env) if self.links.contains_key(&obj) => FuncKey::Decl(self.links[&obj], env),
            key => key,
        };
        let key = match key {
            FuncKey::Decl(obj, _) if self.func_decl(obj).is_none_or(|d| d.body.is_none()) => FuncKey::BuiltinFunc(obj),
            key => key,
        };
        if let Some(&id) = self.funcs.get(&key) {
            return id;
        }
        if let FuncKey::Decl(obj, _) = key {
            self.note_reflect(obj);
        }
        let (name, sig, flags) = self.describe_func(&key);
        let id = self.add_func(key, name, sig, flags);
        self.queue.push_back(id);
        id
    }

    /// The function of a declared function or method without type arguments.
    pub fn decl_func(&mut self, obj: ObjId) -> FuncId {
        self.func(FuncKey::Decl(obj, Env::EMPTY))
    }

    /// A function that the caller fills by assigning to `module.funcs[id]`.
    pub fn new_func(&mut self, name: String, sig: Signature, flags: FuncFlags) -> FuncId {
        self.synthetic += 1;
        self.add_func(FuncKey::Synthetic(self.synthetic), name, sig, flags)
    }

    /// The function of a function literal that stands in `outer`; its body is lowered later. Its signature has the
    /// context as lead. `node` is the literal's expression.
    pub fn lit_func(&mut self, node: NodeId, outer: FuncId, info: LitInfo<'p>) -> FuncId {
        let flat = self.flat_sig(info.ty, Lead::Context);
        let flags = FuncFlags { has_context: true, ..FuncFlags::default() };
        let id = self.add_func(FuncKey::Lit(node, outer), info.name.to_string(), flat.sig.clone(), flags);
        self.lits.insert(id, Rc::new(info));
        self.queue.push_back(id);
        id
    }

    /// The facts about a function literal's function.
    pub fn lit_info(&self, id: FuncId) -> Rc<LitInfo<'p>> {
        self.lits[&id].clone()
    }

    /// The key of a function.
    pub fn key_of(&self, id: FuncId) -> &FuncKey {
        &self.keys[&id]
    }

    pub(super) fn add_func(&mut self, key: FuncKey, name: String, sig: Signature, flags: FuncFlags) -> FuncId {
        let mut func = Func::new(name, sig);
        func.flags = flags;
        let id = self.module.funcs.push(func);
        self.funcs.insert(key.clone(), id);
        self.keys.insert(id, key);
        id
    }

    /// The name of the next function literal inside the function named `outer`: `main.f.func1`, inside of that
    /// `main.f.func1.1`; in package-level initialisers `outer` is `main.init`.
    pub fn lit_name(&mut self, outer: &str) -> String {
        let inside_lit = outer.rsplit('.').next().is_some_and(|last| {
            // No identifier has a hyphen.
            last.contains("-range")
                || !last.is_empty()
                    && last.strip_prefix("func").unwrap_or(last).bytes().all(|b| b.is_ascii_digit())
                    && (outer.contains(".func") || outer.contains("-range"))
        });
        let prefix = if inside_lit { format!("{outer}.") } else { format!("{outer}.func") };
        self.numbered_name(&prefix)
    }

    /// `prefix` with the next free number from 1: `main.f.gowrap1`, `main.f.deferwrap2`.
    pub fn numbered_name(&mut self, prefix: &str) -> String {
        let n = self.lit_counts.entry(prefix.to_owned()).or_insert(0);
        *n += 1;
        format!("{prefix}{n}")
    }

    /// The static closure object of a function without captures: what a func value of it points to.
    /// A function without context gets a thunk that drops it.
    pub fn func_value(&mut self, func: FuncId) -> DataId {
        if let Some(&d) = self.closures.get(&func) {
            return d;
        }
        let code = if self.module.funcs[func].flags.has_context { func } else { self.func(FuncKey::Thunk(func)) };
        let name = self.unique_name(&format!("{}·f", self.module.funcs[func].name));
        let d = self.add_data(Data {
            name,
            kind: DataKind::ReadOnly,
            align: 8,
            size: 8,
            bytes: Vec::new(),
            relocs: vec![Reloc { offset: 0, target: RelocTarget::Func(code), addend: 0 }],
            pointers: false,
        });
        self.closures.insert(func, d);
        d
    }

    /// The builtin that implements a bodyless function of a standard package; `None` for functions with a body.
    /// Direct calls become `call_builtin` with the flattened arguments.
    pub fn builtin_for(&self, obj: ObjId) -> Option<Builtin> {
        let w = self.world;
        let o = w.obj(obj);
        let ObjKind::Func(Some(at)) = o.kind else { return None };
        if self.decl_at(at).is_none_or(|d| d.body.is_some()) {
            return None;
        }
        Builtin::by_go_name(&format!("{}.{}", w.package(o.pkg?).path, o.name.as_str()))
    }

    /// The declaration of a function object; `None` for interface methods.
    pub fn func_decl(&self, obj: ObjId) -> Option<&'p FuncDecl> {
        match self.world.obj(obj).kind {
            ObjKind::Func(Some(at)) => self.decl_at(at),
            _ => None,
        }
    }

    /// The function declaration at a place.
    pub fn decl_at(&self, at: FuncDeclRef) -> Option<&'p FuncDecl> {
        match self.file_of(at).decls.get(at.decl as usize) {
            Some(Decl::Func(d)) => Some(d),
            _ => None,
        }
    }

    /// The file of a function declaration.
    pub fn file_of(&self, at: FuncDeclRef) -> &'p File {
        let w = self.world;
        &w.package(at.pkg).files[at.file as usize]
    }

    /// A function literal's function without captures, for package-level initialisers.
    pub fn plain_lit(&mut self, node: NodeId, lit: &'p FuncLit, ty: TypeId, pkg: PkgId, outer: FuncId) -> FuncId {
        if let Some(&id) = self.funcs.get(&FuncKey::Lit(node, outer)) {
            return id;
        }
        let name = self.lit_name(&format!("{}.init", self.link_path(pkg)));
        let info = LitInfo { body: LitBody::Func(lit), ty, pkg, env: Env::EMPTY, name: name.into(), captures: Vec::new() };
        self.lit_func(node, outer, info)
    }

    // ---- data ----

    /// Adds a data object. Its name must be unique.
    pub fn add_data(&mut self, data: Data) -> DataId {
        self.module.data.push(data)
    }

    /// `base`, or `base` with a number if it was handed out before.
    pub fn unique_name(&mut self, base: &str) -> String {
        let n = self.lit_counts.entry(format!("data {base}")).or_insert(0);
        *n += 1;
        if *n == 1 { base.to_owned() } else { format!("{base}#{n}") }
    }

    /// Read-only bytes of a string constant, shared between equal ones. Never empty strings: those have a nil pointer.
    pub fn string_data(&mut self, bytes: &[u8]) -> DataId {
        if let Some(&d) = self.strings.get(bytes) {
            return d;
        }
        let shown: String = String::from_utf8_lossy(&bytes[..bytes.len().min(40)]).escape_default().collect();
        let name = self.unique_name(&format!("go:string.\"{shown}\""));
        let d = self.add_data(read_only(name, bytes.to_vec(), 1));
        self.strings.insert(bytes.to_vec(), d);
        d
    }

    /// Read-only bytes without addresses in them, shared between equal ones.
    pub fn const_bytes(&mut self, bytes: &[u8], align: u64) -> DataId {
        let key = (bytes.to_vec(), align);
        if let Some(&d) = self.constants.get(&key) {
            return d;
        }
        let name = format!("go:const.{}", self.constants.len());
        let d = self.add_data(read_only(name, bytes.to_vec(), align));
        self.constants.insert(key, d);
        d
    }

    /// The memory of a package-level variable. Its initialiser, if it is static, becomes the data's contents.
    pub fn global(&mut self, obj: ObjId) -> DataId {
        let obj = self.links.get(&obj).copied().unwrap_or(obj);
        if let Some(&d) = self.globals.get(&obj) {
            return d;
        }
        let w = self.world;
        let o = w.obj(obj);
        let pkg = o.pkg.expect("a package-level variable has a package");
        let base = format!("{}.{}", w.package(pkg).path, o.name.as_str());
        let name = self.unique_name(&base);
        let d = self.add_data(Data {
            name,
            kind: DataKind::Zero,
            align: w.align_of(o.ty).max(1),
            size: w.size_of(o.ty),
            bytes: Vec::new(),
            relocs: Vec::new(),
            pointers: w.has_pointers(o.ty),
        });
        self.globals.insert(obj, d);
        self.on_new_global(obj, d);
        d
    }

    // ---- layouts and sites ----

    /// The layout of objects of a type.
    pub fn layout(&mut self, ty: TypeId) -> LayoutId {
        if let Some(&l) = self.layouts.get(&ty) {
            return l;
        }
        let canon = self.canon(ty);
        let w = self.world;
        let name = w.runtime_type_string(canon);
        let mut pointers = Vec::new();
        if w.ptrdata(canon) <= MAX_POINTER_BYTES {
            pointers = w.pointer_words(canon);
        } else {
            let text = format!("objects of type {name} are too large: pointers may lie in the first {MAX_POINTER_BYTES} bytes only");
            self.diagnostics.error("TypeTooLarge", Pos::NONE, text);
        }
        let l = self.raw_layout(name, w.size_of(canon), w.align_of(canon), pointers);
        self.layouts.insert(ty, l);
        l
    }

    /// A layout without a Go type (closures, argument blocks): `pointers` has one flag for each leading word.
    pub fn raw_layout(&mut self, name: String, size: u64, align: u64, mut pointers: Vec<bool>) -> LayoutId {
        while pointers.last() == Some(&false) {
            pointers.pop();
        }
        let key = (size, align, pointers, name);
        if let Some(&l) = self.raw_layouts.get(&key) {
            return l;
        }
        let (size, align, pointers, name) = key.clone();
        let desc = self.shape_desc(size, align, &pointers);
        let l = self.module.layouts.push(Layout { name, size, align, pointers, desc });
        self.raw_layouts.insert(key, l);
        l
    }

    /// The layout of an array of `n` objects of a type.
    pub fn array_layout(&mut self, elem: TypeId, n: u64) -> LayoutId {
        let ty = self.array_of(elem, n);
        self.layout(ty)
    }

    /// The layout of a closure object: a word for the code, then fields at the offsets that this computes.
    /// `defer`: a link word follows the code (`abi::DeferClosure`). Fields are (size, align, pointer words).
    pub fn closure_layout(&mut self, name: &str, defer: bool, fields: &[TypeId]) -> (LayoutId, Vec<u64>) {
        let w = self.world;
        let mut size: u64 = if defer { 16 } else { 8 };
        let mut pointers = vec![false; size as usize / 8];
        if defer {
            pointers[1] = true;
        }
        let mut offsets = Vec::new();
        for &ty in fields {
            size = size.next_multiple_of(w.align_of(ty).max(1));
            offsets.push(size);
            for (i, p) in w.pointer_words(ty).into_iter().enumerate() {
                let at = size as usize / 8 + i;
                if p {
                    pointers.resize(pointers.len().max(at + 1), false);
                    pointers[at] = true;
                }
            }
            size += w.size_of(ty);
        }
        let layout = self.raw_layout(format!("closure {name}"), size.next_multiple_of(8), 8, pointers);
        (layout, offsets)
    }

    /// A new allocation site. `func` is the logical function, `expr` the expression as `-m` prints it.
    pub fn new_site(&mut self, pos: Pos, func: &Arc<str>, expr: impl Into<String>, kind: SiteKind, layout: Option<LayoutId>) -> SiteId {
        self.module.sites.push(Site {
            pos,
            func: func.clone(),
            expr: expr.into(),
            kind,
            layout,
            placement: Placement::Unplaced,
            origin: None,
            reason: String::new(),
            in_loop: false,
            keep: Keep::No,
            zero_copy: false,
        })
    }

    // ---- small things ----

    /// A package's path as it stands in link names.
    pub fn link_path(&self, pkg: PkgId) -> &'p str {
        let w = self.world;
        &w.package(pkg).path
    }

    /// Reports a construct that is not supported.
    pub fn unsupported(&mut self, pos: Pos, what: &str) {
        self.diagnostics.error("Unsupported", pos, format!("{what} is not supported yet"));
    }
}

fn read_only(name: String, bytes: Vec<u8>, align: u64) -> Data {
    let size = bytes.len() as u64;
    Data { name, kind: DataKind::ReadOnly, align, size, bytes, relocs: Vec::new(), pointers: false }
}
