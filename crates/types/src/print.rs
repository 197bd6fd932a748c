//! Types as text: as messages print them, as run-time type names, and as canonical keys.
//!
//! One writer with three styles: messages (relative to a package, parameter names kept), run-time names (what `%T`
//! prints) and keys (equal exactly for identical types, everything qualified by package path).

use crate::object::ObjId;
use crate::types::{NamedId, Param, Signature, StructField, Type, TypeId, TypeParamId};
use crate::universe::{ANY, EMPTY_INTERFACE};
use crate::world::{PkgId, World};
use golift_base::Symbol;
use golift_frontend::ast::ChanDir;

/// Texts longer than this are cut: only erroneous programs get there.
const MAX_TEXT: usize = 1 << 20;
/// Types nested deeper than this print as `…` in messages: they may be cycles of erroneous programs.
const MAX_DEPTH: u32 = 200;
/// Likewise in names and keys of the types of correct programs, which must differ where the types do.
const MAX_NAME_DEPTH: u32 = 10_000;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Style {
    /// For messages of this package.
    Message(PkgId),
    /// Like `Message`, without parameter names: method signatures side by side.
    Bare(PkgId),
    /// Like `Message`, but everything is qualified by package path.
    Path,
    /// Like `Message`; type arguments as in `Runtime` with `argument`, which is how the official compiler names instances.
    Report(PkgId),
    /// Run-time names. In type arguments packages are given by path and unexported fields are qualified.
    Runtime { argument: bool },
    /// Canonical keys.
    Key,
}

struct Writer<'a> {
    world: &'a World,
    style: Style,
    out: String,
    depth: u32,
    /// Type parameters of enclosing generic signatures, outermost first: keys name them by position.
    bound: Vec<TypeParamId>,
}

impl World {
    fn writer(&self, style: Style) -> Writer<'_> {
        Writer { world: self, style, out: String::new(), depth: 0, bound: Vec::new() }
    }

    /// The type as messages of package `pkg` print it: names of other packages qualified by package name.
    pub fn type_string(&self, ty: TypeId, pkg: PkgId) -> String {
        let mut w = self.writer(Style::Message(pkg));
        w.ty(ty);
        w.out
    }

    /// The type as the official compiler's `-m` reports print it: as messages, with the link names of type arguments.
    pub fn report_type_string(&self, ty: TypeId, pkg: PkgId) -> String {
        let mut w = self.writer(Style::Report(pkg));
        w.ty(ty);
        w.out
    }

    /// The type as link names of instances have it: everything qualified by package path, local types numbered.
    pub fn link_type_string(&self, ty: TypeId) -> String {
        let mut w = self.writer(Style::Runtime { argument: true });
        w.ty(ty);
        w.out
    }

    /// The type as messages print it, everything qualified by package path.
    pub fn path_type_string(&self, ty: TypeId) -> String {
        let mut w = self.writer(Style::Path);
        w.ty(ty);
        w.out
    }

    /// A text that is equal exactly for identical types: everything qualified by package path.
    pub fn type_key(&self, ty: TypeId) -> String {
        let mut w = self.writer(Style::Key);
        w.ty(ty);
        w.out
    }

    /// The type's name at run time, as `%T` and panics print it: `main.T`, `map[string]int`, `interface {}`.
    pub fn runtime_type_string(&self, ty: TypeId) -> String {
        let mut w = self.writer(Style::Runtime { argument: false });
        w.ty(ty);
        w.out
    }

    /// The parameters and results of a function type as messages print them, without `func`: `(x int) (string, error)`.
    pub fn signature_string(&self, ty: TypeId, pkg: PkgId) -> String {
        let mut w = self.writer(Style::Message(pkg));
        if let Type::Signature(sig) = self.under(ty) {
            w.signature(sig);
        }
        w.out
    }

    /// A method with signature `sig` as messages show it beside another: name, parameters without names, results.
    /// `qualified`: all types qualified by package path.
    pub fn method_string(&self, method: ObjId, sig: TypeId, pkg: PkgId, qualified: bool) -> String {
        let o = self.obj(method);
        let mut w = self.writer(if qualified { Style::Key } else { Style::Bare(pkg) });
        w.put(o.name.as_str());
        if let Type::Signature(sig) = self.ty(sig) {
            w.signature(sig);
        }
        w.out
    }

    /// Whether the type is declared inside a function.
    pub fn is_local_type(&self, named: NamedId) -> bool {
        let o = self.obj(self.named_data(named).obj);
        match (o.pkg, o.scope) {
            (Some(pkg), Some(scope)) => self.package(pkg).scope != scope,
            _ => false,
        }
    }

    /// The number of a local type among its package's local types, from 1, in source order.
    fn local_number(&self, named: NamedId) -> usize {
        let o = self.obj(self.named_data(named).obj);
        let mut before: Vec<ObjId> = Vec::new();
        for (i, d) in self.named.iter().enumerate() {
            let p = self.obj(d.obj);
            let counts = d.origin.is_none() && p.pkg == o.pkg && p.pos < o.pos && matches!(self.ty(p.ty), Type::Named(_));
            if counts && self.is_local_type(NamedId(i as u32)) && !before.contains(&d.obj) {
                before.push(d.obj);
            }
        }
        before.len() + 1
    }
}

impl Writer<'_> {
    fn put(&mut self, s: &str) {
        self.out.push_str(s);
    }

    fn is_message(&self) -> bool {
        matches!(self.style, Style::Message(_) | Style::Bare(_) | Style::Report(_) | Style::Path)
    }

    fn list<T>(&mut self, items: &[T], separator: &str, mut each: impl FnMut(&mut Self, &T)) {
        for (i, item) in items.iter().enumerate() {
            if i > 0 {
                self.put(separator);
            }
            each(self, item);
        }
    }

    fn ty(&mut self, ty: TypeId) {
        // Interfaces that mention each other in many ways would print exponentially long texts.
        let deepest = if matches!(self.style, Style::Runtime { .. } | Style::Key) { MAX_NAME_DEPTH } else { MAX_DEPTH };
        if self.depth > deepest || self.out.len() > MAX_TEXT {
            return self.put("…");
        }
        self.depth += 1;
        self.ty_inner(ty);
        self.depth -= 1;
    }

    fn ty_inner(&mut self, ty: TypeId) {
        let world = self.world;
        match world.ty(ty) {
            Type::Basic(b) => self.put(b.name()),
            Type::Alias(n) => {
                if self.is_message() {
                    self.named(*n);
                } else {
                    self.ty(world.named_underlying(*n));
                }
            }
            Type::Named(n) => self.named(*n),
            Type::Pointer(e) => {
                self.put("*");
                self.ty(*e);
            }
            Type::Slice(e) => {
                self.put("[]");
                self.ty(*e);
            }
            Type::Array(e, n) => {
                self.put(&format!("[{n}]"));
                self.ty(*e);
            }
            Type::Map(k, v) => {
                self.put("map[");
                self.ty(*k);
                self.put("]");
                self.ty(*v);
            }
            Type::Chan(dir, e) => self.chan(*dir, *e),
            Type::Tuple(ts) => {
                self.put("(");
                self.list(ts, ", ", |w, t| w.ty(*t));
                self.put(")");
            }
            Type::Signature(sig) => {
                self.put("func");
                self.signature(sig);
            }
            Type::Struct(fields) => self.fields(fields),
            Type::Interface { .. } => self.interface(ty),
            Type::Union(terms) => self.list(terms, " | ", |w, t| {
                if t.tilde {
                    w.put("~");
                }
                w.ty(t.ty);
            }),
            Type::TypeParam(p) => self.type_param(*p),
        }
    }

    fn type_param(&mut self, p: TypeParamId) {
        if self.style == Style::Key {
            match self.bound.iter().rposition(|b| *b == p) {
                Some(i) => self.put(&format!("${i}")),
                None => self.put(&format!("$#{}", p.0)),
            }
            return;
        }
        let name = self.world.obj(self.world.type_param(p).obj).name;
        self.put(name.as_str());
    }

    fn named(&mut self, n: NamedId) {
        let world = self.world;
        let d = world.named_data(n);
        let o = world.obj(d.obj);
        if let Some(pkg) = o.pkg {
            let q = match self.style {
                Style::Message(cur) | Style::Bare(cur) | Style::Report(cur) => world.qualifier(pkg, cur),
                Style::Runtime { argument: false } => world.package(pkg).name.to_string(),
                _ => world.package(pkg).path.clone(),
            };
            if !q.is_empty() {
                self.put(&q);
                self.put(".");
            }
        }
        self.put(o.name.as_str());
        let message = self.is_message();
        if !d.targs.is_empty() {
            let outer = self.style;
            if let Style::Runtime { .. } | Style::Report(_) = outer {
                self.style = Style::Runtime { argument: true };
            }
            self.put("[");
            let own = d.origin.map_or(0, |o| world.named_data(o).tparams.len()).min(d.targs.len());
            // Behind a local type's own arguments stand those of the function around it; the runtime puts them first.
            let (own, enclosing) = d.targs.split_at(own);
            if !enclosing.is_empty() && (!message || matches!(outer, Style::Report(_))) {
                self.list(enclosing, ",", |w, t| w.ty(*t));
                self.put(if own.is_empty() { "" } else { ";" });
            }
            let separator = if matches!(self.style, Style::Runtime { .. }) || !message { "," } else { ", " };
            self.list(own, separator, |w, t| w.ty(*t));
            self.put("]");
            self.style = outer;
        } else if message && !d.tparams.is_empty() {
            self.type_params(&d.tparams);
        }
        if matches!(self.style, Style::Key | Style::Runtime { argument: true }) {
            let origin = d.origin.unwrap_or(n);
            let number = if !world.is_local_type(origin) {
                0
            } else if self.style == Style::Key {
                origin.0 as usize + 1
            } else {
                world.local_number(origin)
            };
            if number > 0 {
                self.put(&format!("·{number}"));
            }
        }
    }

    /// `[P, Q any, R ~int]`.
    fn type_params(&mut self, list: &[TypeParamId]) {
        self.put("[");
        let mut previous: Option<TypeId> = None;
        for p in list {
            let constraint = self.world.type_param(*p).constraint;
            if let Some(prev) = previous {
                if prev != constraint {
                    self.put(" ");
                    self.ty(prev);
                }
                self.put(", ");
            }
            previous = Some(constraint);
            self.type_param(*p);
        }
        if let Some(prev) = previous {
            self.put(" ");
            self.ty(prev);
        }
        self.put("]");
    }

    fn chan(&mut self, dir: ChanDir, elem: TypeId) {
        let receive_only = matches!(self.world.ty(elem), Type::Chan(ChanDir::Recv, _));
        let (text, parens) = match dir {
            ChanDir::Both => ("chan ", receive_only),
            ChanDir::Send => ("chan<- ", false),
            ChanDir::Recv => ("<-chan ", false),
        };
        self.put(text);
        if parens {
            self.put("(");
        }
        self.ty(elem);
        if parens {
            self.put(")");
        }
    }

    fn signature(&mut self, sig: &Signature) {
        let depth = self.bound.len();
        self.bound.extend(&sig.tparams);
        if !sig.tparams.is_empty() {
            self.type_params(&sig.tparams);
        }
        self.params(&sig.params, sig.variadic);
        let named = |p: &Param| !self.world.obj(p.obj).name.as_str().is_empty();
        match &sig.results[..] {
            [] => {}
            [one] if !matches!(self.style, Style::Message(_) | Style::Bare(_) | Style::Path) || !named(one) => {
                self.put(" ");
                self.ty(one.ty);
            }
            many => {
                self.put(" ");
                self.params(many, false);
            }
        }
        self.bound.truncate(depth);
    }

    fn params(&mut self, params: &[Param], variadic: bool) {
        self.put("(");
        let names = matches!(self.style, Style::Message(_) | Style::Path);
        for (i, p) in params.iter().enumerate() {
            if i > 0 {
                self.put(", ");
            }
            let name = self.world.obj(p.obj).name.as_str();
            if names && !name.is_empty() {
                self.put(name);
                self.put(" ");
            }
            if variadic && i + 1 == params.len() {
                match *self.world.ty(self.world.unalias(p.ty)) {
                    Type::Slice(e) => {
                        self.put("...");
                        self.ty(e);
                    }
                    // append([]byte, "text"...)
                    _ => {
                        self.ty(p.ty);
                        self.put("...");
                    }
                }
            } else {
                self.ty(p.ty);
            }
        }
        self.put(")");
    }

    /// An unexported name's qualification, where the style asks for one.
    fn private_name(&mut self, obj: ObjId, name: Symbol, method: bool) {
        let o = self.world.obj(obj);
        if !name.is_exported() {
            if let Some(pkg) = o.pkg {
                match self.style {
                    Style::Key | Style::Runtime { argument: true } => {
                        self.put(&self.world.package(pkg).path);
                        self.put(".");
                    }
                    Style::Runtime { argument: false } if method => {
                        self.put(self.world.package(pkg).name.as_str());
                        self.put(".");
                    }
                    _ => {}
                }
            }
        }
        self.put(name.as_str());
    }

    fn fields(&mut self, fields: &[StructField]) {
        let runtime = matches!(self.style, Style::Runtime { .. });
        self.put(if runtime { "struct {" } else { "struct{" });
        if runtime && !fields.is_empty() {
            self.put(" ");
        }
        self.list(fields, "; ", |w, f| {
            if !f.embedded || w.style == Style::Key {
                w.private_name(f.obj, f.name, false);
                w.put(if f.embedded { "@" } else { " " });
            }
            w.ty(f.ty);
            if !f.tag.is_empty() {
                w.put(" ");
                let tag = crate::constant::quote(f.tag.as_bytes());
                w.put(&tag);
            }
        });
        if runtime && !fields.is_empty() {
            self.put(" ");
        }
        self.put("}");
    }

    fn interface(&mut self, ty: TypeId) {
        let world = self.world;
        let Type::Interface { methods, embeds, implicit } = world.ty(ty) else {
            return;
        };
        if !self.is_message() {
            return self.flat_interface(ty);
        }
        if ty == EMPTY_INTERFACE {
            return self.named_any();
        }
        if *implicit && methods.is_empty() && embeds.len() == 1 {
            return self.ty(embeds[0].0);
        }
        self.put("interface{");
        let mut sorted: Vec<_> = methods.iter().collect();
        sorted.sort_by(|a, b| world.method_order(a.obj, b.obj));
        self.list(&sorted, "; ", |w, m| {
            w.put(m.name.as_str());
            if let Type::Signature(sig) = world.ty(m.sig) {
                w.signature(sig);
            }
        });
        if !methods.is_empty() && !embeds.is_empty() {
            self.put("; ");
        }
        self.list(embeds, "; ", |w, e| w.ty(e.0));
        self.put("}");
    }

    fn named_any(&mut self) {
        let name = self.world.obj(match self.world.ty(ANY) {
            Type::Alias(n) => self.world.named_data(*n).obj,
            _ => return,
        });
        let name = name.name;
        self.put(name.as_str());
    }

    /// An interface by its whole method set and type restrictions.
    fn flat_interface(&mut self, ty: TypeId) {
        let runtime = self.style != Style::Key;
        let set = self.world.type_set(ty);
        self.put(if runtime { "interface {" } else { "interface{" });
        if runtime && !set.methods.is_empty() {
            self.put(" ");
        }
        self.list(&set.methods, "; ", |w, m| {
            w.private_name(m.obj, m.name, true);
            if let Type::Signature(sig) = w.world.ty(m.sig) {
                w.signature(sig);
            }
        });
        if set.comparable {
            self.put("; comparable");
        }
        if let Some(terms) = &set.terms {
            let mut keys: Vec<String> = terms
                .iter()
                .map(|t| format!("{}{}", if t.tilde { "~" } else { "" }, self.world.type_key(t.ty)))
                .collect();
            keys.sort();
            keys.dedup();
            self.put("; ");
            self.put(&keys.join("|"));
        }
        if runtime && !set.methods.is_empty() {
            self.put(" ");
        }
        self.put("}");
    }
}
