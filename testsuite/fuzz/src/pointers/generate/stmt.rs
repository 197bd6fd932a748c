//! Statements without control flow: declarations, stores, calls, appends, strings.

use super::types::{Ty, of};
use super::{Callable, Generator, Var};
use crate::text::Write;

impl Generator {
    /// Some statements.
    pub(super) fn block(&mut self, count: usize, depth: usize) {
        for _ in 0..count {
            self.statement(depth);
        }
    }

    pub(super) fn statement(&mut self, depth: usize) {
        if self.room == 0 {
            return;
        }
        self.room -= 1;
        match self.rng.below(if depth == 0 { 24 } else { 46 }) {
            0..=3 => self.declaration(),
            4..=8 => self.assignment(),
            9 => self.rotation(),
            10..=13 => {
                let callable = self.rng.pick(&self.callables).clone();
                self.call_of(&callable);
            }
            14 => self.dynamic_call(),
            15 | 16 => self.container_statement(),
            17 => self.channel_statement(),
            18 => self.string_statement(),
            19 => {
                let what = *self.rng.pick(&["churn(5)", "churn(9)", "smash(9)", "collect()"]);
                self.line(what);
            }
            20 => self.note_something(),
            21 => self.to_global(),
            22 | 23 => self.loan(),
            _ => self.structured(depth - 1),
        }
    }

    /// A new variable with a value.
    pub(super) fn declaration(&mut self) {
        let ty = self.pool_type();
        self.declaration_of(&ty);
    }

    fn declaration_of(&mut self, ty: &Ty) {
        let e = self.expr(ty, 3);
        let sure = matches!(ty, Ty::Ptr(_) | Ty::Ref(_)) && (e.starts_with('&') || e.starts_with("new(") || e.starts_with("or") && e.ends_with(')'));
        let name = self.declare(ty, sure);
        self.line(&format!("var {name} {} = {e}", ty.text()));
        self.line(&format!("_ = {name}"));
    }

    /// An expression for something of which it is known whether it may be nil.
    pub(super) fn value_for(&mut self, ty: &Ty, sure: bool) -> String {
        match ty {
            Ty::Ptr(i) if sure => {
                let e = self.expr(ty, 2);
                format!("orN{i}({e})")
            }
            Ty::Ref(e) if sure => format!("box[{}]({})", e.text(), self.expr(e, 1)),
            _ => self.expr(ty, 3),
        }
    }

    /// Stores a value in a variable, a field, or behind a pointer.
    fn assignment(&mut self) {
        match self.rng.below(7) {
            0..=2 => {
                let ty = self.pool_type();
                if let Some(to) = self.field(&ty) {
                    let e = self.expr(&ty, 3);
                    self.line(&format!("{to} = {e}"));
                }
            }
            3 => {
                let refs = self.found(|v| v.sure && matches!(v.ty, Ty::Ref(_)));
                if refs.is_empty() {
                    return;
                }
                let v = self.rng.pick(&refs).clone();
                if let Ty::Ref(e) = &v.ty {
                    let value = self.expr(e, 2);
                    let put = if self.rng.one_in(3) { format!("put({}, {value})", v.name) } else { format!("*{} = {value}", v.name) };
                    self.line(&put);
                }
            }
            _ => {
                let vars = self.found(|v| v.assignable);
                if vars.is_empty() {
                    return;
                }
                let v = self.rng.pick(&vars).clone();
                let e = self.value_for(&v.ty, v.sure);
                self.line(&format!("{} = {e}", v.name));
            }
        }
    }

    /// Several variables of a type move on by one.
    fn rotation(&mut self) {
        let ty = self.pool_type();
        let vars: Vec<Var> = self.found(|v| v.assignable && v.ty == ty && !v.sure);
        if vars.len() < 2 {
            return self.declaration_of(&ty);
        }
        let from = self.rng.below(vars.len() - 1);
        let names: Vec<String> = vars[from..].iter().take(3).map(|v| v.name.clone()).collect();
        if self.rng.one_in(3) {
            return self.line(&format!("swap(&{}, &{})", names[0], names[1]));
        }
        let mut values = names[1..].to_vec();
        values.push(if self.rng.one_in(2) { names[0].clone() } else { self.expr(&ty, 2) });
        self.line(&format!("{} = {}", names.join(", "), values.join(", ")));
    }

    /// A call of a function, with its results in new variables or stored.
    pub(super) fn call_of(&mut self, callable: &Callable) {
        let mut args = vec!["d-1".to_string()];
        let last = callable.params.len().wrapping_sub(1);
        for (n, p) in callable.params.iter().enumerate() {
            match p {
                Ty::Slice(e) if callable.variadic && n == last => {
                    if self.rng.one_in(3) {
                        args.push(format!("{}...", self.expr(p, 1)));
                    } else {
                        for _ in 0..self.rng.below(3) {
                            args.push(self.expr(e, 2));
                        }
                    }
                }
                _ => args.push(self.expr(p, 2)),
            }
        }
        let args = args.join(", ");
        let call = match callable.receiver {
            None => format!("{}({args})", callable.name),
            Some(_) if callable.name == "Peer" && self.rng.one_in(2) => {
                let shape = self.expr(&Ty::Shape, 1);
                let x = self.declare(&Ty::Shape, false);
                self.line(&format!("var {x} Shape = {shape}"));
                return self.line(&format!("if {x} != nil {{ {x} = {x}.Peer({args}) }}"));
            }
            Some(r) if self.rng.one_in(4) => {
                let (f, p) = (self.fresh("m"), self.sure(r));
                self.line(&format!("{f} := {p}.{}", callable.name));
                format!("{f}({args})")
            }
            Some(r) => format!("{}.{}({args})", self.sure(r), callable.name),
        };
        self.take(&call, &callable.results);
    }

    /// Takes the results of a call.
    fn take(&mut self, call: &str, results: &[Ty]) {
        if results.is_empty() {
            return self.line(call);
        }
        if results.len() == 1 && self.rng.one_in(3) {
            if let Some(to) = self.field(&results[0]) {
                return self.line(&format!("{to} = {call}"));
            }
            let vars = self.found(|v| v.assignable && !v.sure && v.ty == results[0]);
            if !vars.is_empty() {
                let name = self.rng.pick(&vars).name.clone();
                return self.line(&format!("{name} = {call}"));
            }
        }
        if self.rng.one_in(10) {
            let word = if self.rng.one_in(2) { "defer " } else { "" };
            return self.line(&format!("{word}{call}"));
        }
        let names: Vec<String> = results.iter().map(|r| self.declare(r, false)).collect();
        self.line(&format!("{} := {call}", names.join(", ")));
        self.line(&format!("{} = {}", vec!["_"; names.len()].join(", "), names.join(", ")));
    }

    /// A call of a function value.
    fn dynamic_call(&mut self) {
        let fs = self.found(|v| matches!(v.ty, Ty::Thunk(_) | Ty::Fn(_)));
        if fs.is_empty() {
            return self.declaration();
        }
        let f = self.rng.pick(&fs).clone();
        let (arg, result) = match &f.ty {
            Ty::Fn(e) => (self.expr(e, 2), (**e).clone()),
            Ty::Thunk(e) => (String::new(), (**e).clone()),
            _ => return,
        };
        let name = self.declare(&result, false);
        self.line(&format!("var {name} {}", result.text()));
        let more = if self.calm { " && fuel > 0" } else { "" };
        self.line(&format!("if {} != nil{more} {{ {name} = {}({arg}) }}", f.name, f.name));
        self.line(&format!("_ = {name}"));
    }

    /// Stores in, appends to, deletes from, copies containers.
    fn container_statement(&mut self) {
        let vars = self.found(|v| matches!(v.ty, Ty::Slice(_) | Ty::Map(_) | Ty::Names(_) | Ty::Arr(..)));
        if vars.is_empty() {
            return self.declaration();
        }
        let v = self.rng.pick(&vars).clone();
        let (name, k) = (v.name.clone(), self.rng.below(5));
        match &v.ty {
            Ty::Slice(e) => {
                let x = self.expr(e, 2);
                match self.rng.below(6) {
                    0 if v.assignable => self.line(&format!("{name} = append(clip({name}), {x})")),
                    1 => {
                        let other = self.expr(&v.ty, 1);
                        self.line(&format!("copy({name}, {other})"));
                    }
                    2 => self.line(&format!("each({name}, func(p *{}) {{ *p = {x} }})", e.text())),
                    3 if v.assignable => {
                        let c = self.condition();
                        self.line(&format!("{name} = keep({name}, func(x {}) bool {{ return {c} }})", e.text()));
                    }
                    _ => self.line(&format!("if len({name}) > 0 {{ {name}[{k}%len({name})] = {x} }}")),
                }
            }
            Ty::Map(e) => {
                let x = self.expr(e, 2);
                let text = [format!("delete({name}, {k})"), format!("if {name} != nil {{ {name}[{k}] = {x} }}")];
                let which = self.rng.below(4).min(1);
                self.line(&text[which]);
            }
            Ty::Names(e) => {
                let (key, x) = (self.expr(&Ty::Str, 2), self.expr(e, 2));
                let text = [format!("delete({name}, {key})"), format!("if {name} != nil {{ {name}[{key}] = {x} }}")];
                let which = self.rng.below(4).min(1);
                self.line(&text[which]);
            }
            Ty::Arr(n, e) => {
                let x = self.expr(e, 2);
                self.line(&format!("{name}[{}] = {x}", k % n));
            }
            _ => {}
        }
    }

    /// Sends or receives without blocking.
    fn channel_statement(&mut self) {
        let vars = self.found(|v| matches!(v.ty, Ty::Chan(_)));
        if vars.is_empty() {
            return self.declaration();
        }
        let v = self.rng.pick(&vars).clone();
        let Ty::Chan(e) = &v.ty else { return };
        if self.rng.one_in(2) {
            let x = self.expr(e, 2);
            return self.line(&format!("select {{ case {} <- {x}: default: }}", v.name));
        }
        let name = self.declare(e, false);
        self.line(&format!("var {name} {}", e.text()));
        self.line(&format!("select {{ case {name} = <-{}: default: }}", v.name));
        self.line(&format!("_ = {name}"));
    }

    /// Strings and bytes that are written to after a conversion.
    fn string_statement(&mut self) {
        let (s, b) = (self.expr(&Ty::Str, 2), self.expr(&Ty::Bytes, 2));
        let (x, y) = (self.fresh("v"), self.fresh("v"));
        match self.rng.below(4) {
            0 => {
                self.line(&format!("{x} := []byte({s})"));
                self.line(&format!("{y} := string({x})"));
                let c = self.condition();
                self.line(&format!("if len({x}) > 0 && {c} {{ {x}[len({x})/2] = '?' }}"));
            }
            1 => {
                self.line(&format!("{x} := append(clip({b}), '!')"));
                self.line(&format!("{y} := string({x}[:len({x})-1])"));
                self.line(&format!("copy({x}, \"zz\")"));
            }
            2 => {
                self.line(&format!("{y} := {s}"));
                self.line(&format!("{x} := []byte({y})[len({y})/3:]"));
                self.line(&format!("{y} += string({x}) + \".\""));
                self.line(&format!("for i := range {x} {{ {x}[i]++ }}"));
            }
            _ => {
                self.line(&format!("{x} := make([]byte, 0, 4+d)"));
                self.line(&format!("{y} := \"\""));
                self.line(&format!("for i, c := range []byte({s}) {{ {x} = append({x}, c+byte(i)); {y} = string({x}) + {y}; if i > 5 {{ break }} }}"));
            }
        }
        self.line(&format!("_, _ = {x}, {y}"));
        for (name, ty) in [(x, Ty::Bytes), (y, Ty::Str)] {
            self.add(Var { name, ty, sure: false, assignable: true });
        }
    }

    /// Something becomes global, seldom.
    pub(super) fn to_global(&mut self) {
        let vars = self.found(|_| true);
        if vars.is_empty() {
            return;
        }
        let v = self.rng.pick(&vars).clone();
        let (g, k) = (self.global(&v.ty), 2 + self.rng.below(9));
        let c = self.condition();
        self.line(&format!("if cold({k}) && {c} {{ {g} = {} }}", v.name));
    }

    /// A local object whose address goes somewhere: into another local, a closure, an interface, a container.
    pub(super) fn loan(&mut self) {
        let i = self.rng.below(self.structs.len());
        let e = self.expr(&Ty::Val(i), 0);
        let x = self.declare(&Ty::Val(i), false);
        self.line(&format!("var {x} N{i} = {e}"));
        let p = Ty::Ptr(i);
        match self.rng.below(6) {
            0 => {
                let y = self.sure(i);
                self.line(&format!("{y}.next = &{x}"));
            }
            1 => {
                let other = self.expr(&p, 1);
                let y = self.declare(&Ty::Slice(of(&p)), false);
                self.line(&format!("{y} := []*N{i}{{&{x}, {other}}}"));
                self.line(&format!("_ = {y}"));
            }
            2 => {
                let y = self.declare(&Ty::Shape, false);
                self.line(&format!("var {y} Shape = &{x}"));
                self.line(&format!("_ = {y}"));
            }
            3 => {
                let y = self.declare(&Ty::Thunk(of(&p)), false);
                self.line(&format!("{y} := func() *N{i} {{ burn(); {x}.id++; return &{x} }}"));
                self.line(&format!("_ = {y}"));
            }
            4 => {
                let y = self.declare(&Ty::Ref(of(&Ty::Int)), true);
                self.line(&format!("{y} := &{x}.id"));
                self.line(&format!("_ = {y}"));
            }
            _ => {
                let y = self.declare(&p, true);
                self.line(&format!("{y} := &{x}"));
                self.line(&format!("_ = {y}"));
            }
        }
    }
}
