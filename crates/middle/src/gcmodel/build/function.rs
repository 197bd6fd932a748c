//! Functions and function literals: parameters, results, bodies, captures.

use super::Builder;
use crate::gcmodel::ir::{Class, Data, F, N, Node, Op, V};
use golift_base::{Pos, Symbol};
use golift_frontend::ast::{Expr, FuncDecl, FuncLit};
use golift_types::subst::Substitution;
use golift_types::{Basic, ObjId, Type, TypeId};

impl<'w> Builder<'w> {
    /// Builds a declared function's body.
    pub(super) fn function_body(&mut self, f: F, d: &FuncDecl, subst: Substitution) {
        let old = std::mem::replace(&mut self.subst, subst);
        let outer = std::mem::replace(&mut self.cur, f);
        self.env.clear();
        let ty = self.p.f(f).ty;
        self.signature(f, ty);
        self.dict = if self.p.f(f).shaped { self.dictionary_param(f) } else { None };
        self.r = super::range_func::RangeFuncs::default();
        if let Some(body) = &d.body {
            let stmts = self.stmts(&body.stmts);
            self.p.f_mut(f).body = Some(stmts);
        }
        self.cur = outer;
        self.dict = None;
        self.subst = old;
    }

    /// The first parameter of shaped code.
    pub(super) fn dictionary_param(&mut self, f: F) -> Option<V> {
        let words = self.w.add_type(Type::Array(Basic::Uintptr.id(), 1));
        let (ty, pos) = (self.pointer_to(words), self.p.f(f).pos);
        let param = self.param(Symbol::new(".dict"), ty, pos, None);
        let var = param.var;
        self.p.f_mut(f).params.insert(0, param);
        var
    }

    /// Declares receiver, parameters and results of the current function.
    pub(super) fn signature(&mut self, f: F, ty: TypeId) {
        let Some(sig) = self.w.as_signature(ty) else { return };
        let sig = sig.clone();
        if let Some(r) = &sig.recv {
            let (o, ty) = (self.w.obj(r.obj), self.sub(r.ty));
            let param = self.param(o.name, ty, o.pos, Some(r.obj));
            self.p.f_mut(f).recv = Some(param);
        }
        for p in &sig.params {
            let (o, ty) = (self.w.obj(p.obj), self.sub(p.ty));
            let param = self.param(o.name, ty, o.pos, Some(p.obj));
            self.p.f_mut(f).params.push(param);
        }
        for p in sig.recv.iter().chain(&sig.params).chain(&sig.results) {
            self.note_type(p.ty);
        }
        for (i, r) in sig.results.iter().enumerate() {
            let o = self.w.obj(r.obj);
            let name = match o.name.as_str() {
                "" => Symbol::new(&format!("~r{i}")),
                "_" => Symbol::new(&format!("~b{i}")),
                _ => o.name,
            };
            let (pos, ty) = (o.pos, self.sub(r.ty));
            let v = self.new_local(name, Class::Result, ty, pos);
            self.env.insert(r.obj, v);
            self.p.f_mut(f).results.push(v);
        }
        self.p.f_mut(f).variadic = sig.variadic;
    }

    /// A function literal.
    pub(super) fn func_lit(&mut self, e: &Expr, lit: &FuncLit) -> N {
        let (pos, ty) = (e.span.lo, self.ty(e));
        let declared = self.tv(e).map_or(ty, |t| t.ty);
        let f = self.begin_literal(pos, ty, false);
        self.signature(f, declared);
        let around = std::mem::take(&mut self.r);
        let stmts = self.stmts(&lit.body.stmts);
        self.r = around;
        self.p.f_mut(f).body = Some(stmts);
        self.end_literal(f, pos, ty)
    }

    /// Starts a literal in the current function; what follows is built inside of it.
    pub(super) fn begin_literal(&mut self, pos: Pos, ty: TypeId, wrapper: bool) -> F {
        let name = self.literal_name(self.cur, wrapper);
        let f = self.new_func(name, self.pkg, pos, ty);
        let outer = self.cur;
        let func = self.p.f_mut(f);
        func.outer = Some(outer);
        func.wrapper = wrapper;
        let top = self.p.top_level(outer);
        self.p.f_mut(top).own_literals.push(f);
        self.cur = f;
        f
    }

    /// Ends a literal; gives its expression.
    pub(super) fn end_literal(&mut self, f: F, pos: Pos, ty: TypeId) -> N {
        if let Some(outer) = self.p.f(f).outer {
            self.cur = outer;
        }
        let n = self.add(Node::new(Op::Closure, pos, ty).data(Data::Func(f)));
        self.p.f_mut(f).closure = Some(n);
        n
    }

    /// The name of the next literal of `outer`; `go` and `defer` wrappers are renamed by their maker.
    pub(super) fn literal_name(&mut self, outer: F, wrapper: bool) -> Symbol {
        let nested = self.p.f(outer).outer.is_some();
        let func = self.p.f_mut(outer);
        let n = if wrapper { &mut func.go_defer } else { &mut func.literals };
        *n += 1;
        let text = if wrapper || nested { format!("{}.{n}", func.name) } else { format!("{}.func{n}", func.name) };
        Symbol::new(&text)
    }

    /// A use of a local variable; functions between its owner and here capture it.
    pub(super) fn use_var(&mut self, v: V, pos: Pos) -> N {
        let owner = self.p.v(v).func;
        let mut at = self.cur;
        while at != owner {
            let func = self.p.f_mut(at);
            if !func.captures.iter().any(|&(c, _)| c == v) {
                func.captures.push((v, pos));
            }
            match func.outer {
                Some(o) => at = o,
                None => break,
            }
        }
        self.p.name(v, pos)
    }

    /// Declares a local variable for an object.
    pub(super) fn declare(&mut self, obj: ObjId) -> V {
        let o = self.w.obj(obj);
        let ty = self.sub(o.ty);
        let v = self.new_local(o.name, Class::Auto, ty, o.pos);
        self.env.insert(obj, v);
        v
    }
}
