//! Which generated functions exist, their names and signatures; bodies are in `wrapper_body.rs`.

use super::callconv::{FlatSig, Lead};
use super::keys::{Env, FuncKey};
use super::module::ModuleBuilder;
use golift_ssa::func::FuncFlags;
use golift_ssa::{DataId, FuncId, LayoutId, NoAlloc, Signature, Ty};
use golift_types::{ObjId, Type, TypeId};
use std::rc::Rc;

impl<'p> ModuleBuilder<'p> {
    /// Name, signature and flags of a function that is not a literal.
    pub(super) fn describe_func(&mut self, key: &FuncKey) -> (String, Signature, FuncFlags) {
        let mut flags = FuncFlags::default();
        let w = self.world;
        let (name, sig) = match *key {
            FuncKey::Decl(obj, _) | FuncKey::BuiltinFunc(obj) => {
                let env = if let FuncKey::Decl(_, env) = *key { env } else { Env::EMPTY };
                let ty = self.subst_in(env, w.obj(obj).ty);
                let lead = self.decl_lead(ty);
                flags.noinline = self.has_directive(obj, "go:noinline");
                flags.noalloc = self.noalloc(obj);
                (self.link_name(obj, env), self.flat_sig(ty, lead).sig.clone())
            }
            FuncKey::IfaceMethod(recv, m) => {
                flags.wrapper = true;
                (self.method_name(recv, m), self.method_flat(recv, m, Env::EMPTY, Lead::DataWord).sig.clone())
            }
            FuncKey::MethodExpr(recv, m, env) => {
                flags.wrapper = true;
                (self.method_name(recv, m), self.method_flat(recv, m, env, Lead::Recv(recv)).sig.clone())
            }
            FuncKey::MethodValue(recv, m, env) => {
                flags.wrapper = true;
                flags.has_context = true;
                let name = format!("{}-fm", self.method_name(recv, m));
                (name, self.method_flat(recv, m, env, Lead::Context).sig.clone())
            }
            FuncKey::Thunk(f) => {
                flags.wrapper = true;
                flags.has_context = true;
                let (recv, memory) = self.thunk_shape(f);
                let f = &self.module.funcs[f];
                let mut sig = f.sig.clone();
                // Of a func value's code the receiver is an ordinary parameter: it stands behind the result memory.
                sig.params[..recv + memory].rotate_left(recv);
                sig.params.insert(0, Ty::Ptr);
                (f.name.clone(), sig)
            }
            FuncKey::InitFunc(pkg, n) => {
                flags.init = true;
                (format!("{}.init.{n}", self.link_path(pkg)), Signature::default())
            }
            FuncKey::PkgInit(pkg) | FuncKey::InitChunk(pkg, ..) => {
                flags.init = true;
                (format!("{}.init", self.link_path(pkg)), Signature::default())
            }
            FuncKey::Entry => {
                flags.init = true;
                flags.has_context = true;
                ("runtime.main".to_owned(), Signature { params: vec![Ty::Ptr], results: Vec::new() })
            }
            FuncKey::Lit(..) | FuncKey::Synthetic(_) => unreachable!("literals and synthetic functions are made elsewhere"),
        };
        (name, sig, flags)
    }

    /// The flattened signature of a method with another lead.
    fn method_flat(&mut self, recv: TypeId, method: ObjId, env: Env, lead: Lead) -> Rc<FlatSig> {
        let sig = self.method_sig(recv, method);
        let sig = self.subst_in(env, sig);
        self.flat_sig(sig, lead)
    }

    /// The numbers of receiver words and of memory-class results of a function that a thunk calls.
    pub(super) fn thunk_shape(&mut self, f: FuncId) -> (usize, usize) {
        let w = self.world;
        let (sig, recv) = match self.keys[&f] {
            FuncKey::Decl(obj, env) => {
                let sig = self.subst_in(env, w.obj(obj).ty);
                match self.decl_lead(sig) {
                    Lead::Recv(recv) => (sig, recv),
                    _ => return (0, 0),
                }
            }
            FuncKey::MethodExpr(recv, m, env) => {
                let sig = self.method_sig(recv, m);
                (self.subst_in(env, sig), recv)
            }
            _ => return (0, 0),
        };
        let flat = self.flat_sig(sig, Lead::Recv(recv));
        let memory = flat.results.iter().filter(|p| matches!(p, super::Pass::Memory { .. })).count();
        (self.repr(recv).width(), memory)
    }

    /// The link name of a declared function or method: `main.f`, `main.F[...]`, `main.T.M`, `main.(*T).M`.
    pub fn link_name(&self, obj: ObjId, env: Env) -> String {
        let w = self.world;
        let o = w.obj(obj);
        let path = o.pkg.map_or("", |p| self.link_path(p));
        let own = w.as_signature(o.ty).is_some_and(|s| !s.tparams.is_empty());
        let args = if own && env != Env::EMPTY { "[...]" } else { "" };
        match w.as_signature(o.ty).and_then(|s| s.recv.as_ref()) {
            Some(r) => format!("{}{args}", self.method_name(r.ty, obj)),
            None => format!("{path}.{}{args}", o.name.as_str()),
        }
    }

    /// The name of a method of a receiver type.
    fn method_name(&self, recv: TypeId, method: ObjId) -> String {
        let w = self.world;
        let name = w.obj(method).name;
        let (base, pointer) = match w.ty(w.unalias(recv)) {
            Type::Pointer(elem) => (*elem, true),
            _ => (recv, false),
        };
        let (path, text) = match w.as_named(base) {
            Some(n) => {
                let o = w.obj(w.named_data(n).obj);
                let args = if w.named_data(n).targs.is_empty() && w.named_data(n).tparams.is_empty() { "" } else { "[...]" };
                (o.pkg.map(|p| self.link_path(p)), format!("{}{args}", o.name.as_str()))
            }
            None => (w.obj(method).pkg.map(|p| self.link_path(p)), w.runtime_type_string(base)),
        };
        let prefix = path.map_or(String::new(), |p| format!("{p}."));
        if pointer { format!("{prefix}(*{text}).{}", name.as_str()) } else { format!("{prefix}{text}.{}", name.as_str()) }
    }

    /// What `//golift:noalloc` above a declared function says.
    fn noalloc(&self, obj: ObjId) -> Option<NoAlloc> {
        let golift_types::ObjKind::Func(Some(at)) = self.world.obj(obj).kind else { return None };
        let (file, decl) = (self.file_of(at), self.decl_at(at)?);
        decl.directives.iter().find_map(|d| {
            let mut words = file.directives.get(*d as usize)?.text.split_whitespace();
            let found = words.next() == Some("golift:noalloc");
            found.then(|| NoAlloc { pos: decl.span.lo, strict: words.next() == Some("strict") })
        })
    }

    /// Whether a declared function has a directive such as `go:noinline` right above it.
    pub fn has_directive(&self, obj: ObjId, directive: &str) -> bool {
        let golift_types::ObjKind::Func(Some(at)) = self.world.obj(obj).kind else { return false };
        let file = self.file_of(at);
        let Some(decl) = self.decl_at(at) else { return false };
        decl.directives.iter().any(|d| {
            let text = file.directives.get(*d as usize).map_or("", |d| d.text.as_str());
            text.split_whitespace().next() == Some(directive)
        })
    }

    /// The function of the method expression `T.M`; its signature is the method's with the receiver as plain first
    /// parameter (`Lead::Recv(recv)`). For a method that `recv` itself declares this is the method's own function.
    /// `targs`: the method's own type arguments.
    pub fn method_expr(&mut self, recv: TypeId, method: ObjId, targs: &[TypeId]) -> FuncId {
        let recv = self.canon(recv);
        let w = self.world;
        if w.is_interface(recv) {
            self.iface_slot(recv, method);
        } else if let Some(r) = w.as_signature(w.obj(method).ty).and_then(|s| s.recv.as_ref())
            && self.func_decl(method).is_some()
            && w.pointer_elem(r.ty).is_some() == w.pointer_elem(recv).is_some()
            && self.declares(recv, method)
        {
            return self.method_instance(recv, method, targs).0;
        }
        let env = self.own_env(method, targs);
        self.func(FuncKey::MethodExpr(recv, method, env))
    }

    /// Whether a type, or the type it points to, declares the method itself.
    pub(super) fn declares(&self, recv: TypeId, method: ObjId) -> bool {
        let w = self.world;
        let base = if w.as_named(recv).is_some() { recv } else { w.deref(recv).0 };
        w.as_named(base).is_some_and(|n| w.declared_methods(n).contains(&method))
    }

    /// The static closure of the method expression `T.M` as a func value.
    pub fn method_expr_value(&mut self, recv: TypeId, method: ObjId, targs: &[TypeId]) -> DataId {
        let f = self.method_expr(recv, method, targs);
        self.func_value(f)
    }

    /// The method value `x.M` for an `x` of type `recv`: the code to store at offset 0 of a closure object of the
    /// layout, and the offset where `x` itself is stored. For interfaces check `x` for nil first; for promoted
    /// methods evaluate the path to the embedded receiver first and pass that receiver's type.
    pub fn method_value(&mut self, recv: TypeId, method: ObjId, targs: &[TypeId]) -> (FuncId, LayoutId, u64) {
        let recv = self.canon(recv);
        if self.world.is_interface(recv) {
            self.iface_slot(recv, method);
        }
        let env = self.own_env(method, targs);
        let func = self.func(FuncKey::MethodValue(recv, method, env));
        let name = self.module.funcs[func].name.clone();
        let (layout, offsets) = self.closure_layout(&name, false, &[recv]);
        (func, layout, offsets[0])
    }
}
