//! Statements with blocks: conditions, loops, closures, deferred calls, panics, goroutines.

use super::types::{Ty, of};
use super::{Generator, Var};
use crate::text::Write;

impl Generator {
    pub(super) fn some(&mut self, depth: usize) {
        let count = 1 + self.rng.below(4);
        self.block(count, depth);
    }

    /// A statement with blocks of statements at most so deep.
    pub(super) fn structured(&mut self, depth: usize) {
        match self.rng.below(25) {
            0..=2 => {
                let c = self.condition();
                self.open(&format!("if {c}"));
                self.some(depth);
                if self.rng.one_in(3) {
                    self.close("} else {");
                    self.text.indent += 1;
                    self.text.scopes.push(Vec::new());
                    self.some(depth);
                }
                self.close("}");
            }
            3..=5 => self.counted_loop(depth),
            6 | 7 => self.carrying_loop(depth),
            8 | 9 => self.range_loop(depth),
            10 => self.type_switch(depth),
            11 | 12 => self.closure(depth),
            13 => self.protected(depth),
            14 => self.goroutine(depth),
            15 => self.early_return(depth),
            16 => self.guard(depth),
            17 => self.jumping_loop(depth),
            18 => self.cold_path(depth),
            19 => {
                let n = self.rng.below(3);
                self.line("switch d & 3 {");
                for case in [format!("case {n}:"), "default:".to_string()] {
                    self.open_case(&case);
                    self.some(depth);
                    self.close_case();
                }
                self.line("}");
            }
            20..=22 => self.joined(depth),
            23 => {
                self.line("defer func() {");
                self.deferred_body(depth);
                self.line("}()");
            }
            _ => {
                self.open("");
                self.some(depth);
                self.close("}");
            }
        }
    }

    /// Leaves the loop, goes on, or not; then more statements.
    fn loop_end(&mut self, depth: usize, label: &str) {
        if self.rng.one_in(2) || !label.is_empty() {
            let c = self.condition();
            let word = *self.rng.pick(&["break", "continue"]);
            self.line(&format!("if {c} {{ {word} {label} }}"));
            self.some(depth);
        }
        self.close("}");
    }

    fn counted_loop(&mut self, depth: usize) {
        let (i, n) = (self.fresh("i"), 2 + self.rng.below(4));
        let label = if self.rng.one_in(4) { self.fresh("L") } else { String::new() };
        if !label.is_empty() {
            self.line(&format!("{label}:"));
        }
        match self.rng.below(3) {
            0 => self.open(&format!("for {i} := range {n}")),
            1 => self.open(&format!("for {i} := 0; {i} < {n}; {i}++")),
            _ => self.open(&format!("for {i} := {n}; {i} > 0; {i} -= 1 + tick&1")),
        }
        self.line(&format!("_ = {i}"));
        self.add(Var { name: i, ty: Ty::Int, sure: false, assignable: false });
        self.line("burn()");
        self.some(depth);
        self.loop_end(depth, &label);
    }

    /// Objects of one iteration are kept by later ones: previous, best so far, lists.
    fn carrying_loop(&mut self, depth: usize) {
        let i = self.rng.below(self.structs.len());
        let (p, n) = (Ty::Ptr(i), 2 + self.rng.below(5));
        let (a, b) = (self.declare(&p, false), self.declare(&p, false));
        self.line(&format!("var {a}, {b} *N{i}"));
        let all = self.fresh("v");
        self.line(&format!("var {all} []*N{i}"));
        let k = self.fresh("i");
        self.open(&format!("for {k} := range {n}"));
        self.add(Var { name: k.clone(), ty: Ty::Int, sure: false, assignable: false });
        self.line(&format!("_ = {k}"));
        self.line("burn()");
        let x = self.fresh("v");
        match self.rng.below(4) {
            0 => {
                let e = self.expr(&Ty::Val(i), 1);
                let v = self.fresh("v");
                self.line(&format!("{v} := {e}"));
                self.line(&format!("{v}.id += {k}"));
                self.line(&format!("{x} := &{v}"));
            }
            1 => self.line(&format!("{x} := &N{i}{{id: {k}}}")),
            2 => self.line(&format!("{x} := box(N{i}{{id: {k}, next: {a}}})")),
            _ => {
                let e = self.expr(&p, 2);
                self.line(&format!("{x} := orN{i}({e})"));
            }
        }
        self.add(Var { name: x.clone(), ty: p.clone(), sure: true, assignable: true });
        self.some(depth);
        for _ in 0..1 + self.rng.below(2) {
            match self.rng.below(7) {
                0 => self.line(&format!("{a}, {b} = {x}, {a}")),
                1 => self.line(&format!("{x}.next, {a} = {a}, {x}")),
                2 => self.line(&format!("if {a} == nil || {x}.id > {a}.id {{ {a} = {x} }}")),
                3 => self.line(&format!("if {b} == nil {{ {b} = {x} }} else {{ {b}.next = {x} }}")),
                4 => self.line(&format!("{all} = append({all}, {x})")),
                5 => {
                    let at = self.rng.below(n);
                    self.line(&format!("if {k} == {at} {{ {b} = {x} }}"));
                }
                _ => self.line(&format!("{a} = {x}")),
            }
        }
        self.loop_end(depth.min(1), "");
        self.line(&format!("_, _, _ = {a}, {b}, {all}"));
        self.add(Var { name: all, ty: Ty::Slice(of(&p)), sure: false, assignable: true });
    }

    fn range_loop(&mut self, depth: usize) {
        let vars = self.found(|v| matches!(v.ty, Ty::Slice(_) | Ty::Arr(..) | Ty::Iter(_) | Ty::Cell(_)));
        if vars.is_empty() {
            return self.counted_loop(depth);
        }
        let v = self.rng.pick(&vars).clone();
        let (x, name) = (self.fresh("v"), v.name.clone());
        let e = match &v.ty {
            Ty::Slice(e) | Ty::Arr(_, e) => {
                self.open(&format!("for _, {x} := range {name}"));
                e
            }
            Ty::Iter(e) => {
                // No function value may be nil here.
                self.line(&format!("if {name} != nil {{ for {x} := range {name} {{"));
                self.text.indent += 1;
                self.text.scopes.push(Vec::new());
                e
            }
            Ty::Cell(e) => {
                self.open(&format!("for {x} := range {name}.All"));
                e
            }
            _ => return,
        };
        self.add(Var { name: x.clone(), ty: (**e).clone(), sure: false, assignable: true });
        self.line(&format!("_ = {x}"));
        self.line("burn()");
        self.some(depth);
        if matches!(v.ty, Ty::Iter(_)) {
            if self.rng.one_in(3) {
                let c = self.condition();
                self.line(&format!("if {c} {{ break }}"));
            }
            self.close("}}");
        } else {
            self.loop_end(depth, "");
        }
    }

    /// A loop by goto.
    fn jumping_loop(&mut self, depth: usize) {
        let (label, k) = (self.fresh("J"), self.fresh("i"));
        let ty = self.pool_type();
        let v = self.declare(&ty, false);
        self.line(&format!("var {v} {}", ty.text()));
        self.line(&format!("{k} := 0"));
        self.line(&format!("{label}:"));
        self.open("");
        self.line("burn()");
        self.line(&format!("{k}++"));
        self.add(Var { name: k.clone(), ty: Ty::Int, sure: false, assignable: false });
        self.some(depth);
        let e = self.expr(&ty, 2);
        self.line(&format!("if {k} & 1 == 1 {{ {v} = {e} }}"));
        self.close("}");
        self.line(&format!("if {k} < 4 {{ goto {label} }}"));
        self.line(&format!("_ = {v}"));
    }

    fn type_switch(&mut self, depth: usize) {
        let x = self.expr(&Ty::Any, 2);
        let v = self.fresh("t");
        self.line(&format!("switch {v} := any({x}).(type) {{"));
        let mut seen: Vec<Ty> = Vec::new();
        for _ in 0..3 {
            let ty = self.rng.pick(&self.boxed).clone();
            // An interface type would also take what the other cases name.
            if seen.contains(&ty) || matches!(ty, Ty::Err | Ty::Shape) {
                continue;
            }
            seen.push(ty.clone());
            self.open_case(&format!("case {}:", ty.text()));
            self.line(&format!("_ = {v}"));
            self.add(Var { name: v.clone(), ty, sure: false, assignable: true });
            self.some(depth);
            self.close_case();
        }
        self.open_case("case nil:");
        self.line(&format!("_ = {v}"));
        self.close_case();
        self.line("}");
    }

    /// Writes the body of a function literal, whose `return` is not the function's.
    fn literal_body(&mut self, depth: usize, result: Option<&Ty>) {
        let outer = std::mem::replace(&mut self.results, result.map(|r| vec![r.clone()]));
        self.text.indent += 1;
        self.text.scopes.push(Vec::new());
        self.line("burn()");
        self.some(depth);
        if let Some(r) = result {
            let e = self.expr(r, 2);
            self.line(&format!("return {e}"));
        }
        self.text.scopes.pop();
        self.text.indent -= 1;
        self.results = outer;
    }

    fn closure(&mut self, depth: usize) {
        let e = self.pool_type();
        if self.rng.one_in(2) {
            let name = self.fresh("v");
            self.line(&format!("{name} := func() {} {{", e.text()));
            self.literal_body(depth, Some(&e));
            self.line("}");
            self.line(&format!("_ = {name}"));
            return self.add(Var { name, ty: Ty::Thunk(of(&e)), sure: false, assignable: true });
        }
        let (name, y) = (self.fresh("v"), self.fresh("v"));
        self.line(&format!("{name} := func({y} {0}) {0} {{", e.text()));
        self.text.scopes.push(vec![Var { name: y, ty: e.clone(), sure: false, assignable: true }]);
        self.literal_body(depth, Some(&e));
        self.text.scopes.pop();
        self.line("}");
        self.line(&format!("_ = {name}"));
        self.add(Var { name, ty: Ty::Fn(of(&e)), sure: false, assignable: true });
    }

    fn deferred_body(&mut self, depth: usize) {
        let outer = self.results.take();
        self.text.indent += 1;
        self.text.scopes.push(Vec::new());
        match self.rng.below(3) {
            0 => {
                let i = self.rng.below(self.structs.len());
                let p = Ty::Ptr(i);
                let x = self.declare(&p, false);
                self.line(&if self.calm { format!("var {x} *N{i}") } else { format!("{x}, _ := recover().(*N{i})") });
                self.line(&format!("_ = {x}"));
            }
            1 if !self.calm => self.line("recover()"),
            _ => {}
        }
        self.some(depth);
        self.text.scopes.pop();
        self.text.indent -= 1;
        self.results = outer;
    }

    /// A function literal that is called at once, with a deferred call and perhaps a panic.
    fn protected(&mut self, depth: usize) {
        let result = self.pool_type();
        let name = self.fresh("v");
        let r = self.fresh("r");
        self.line(&format!("{name} := func() ({r} {}) {{", result.text()));
        self.text.scopes.push(vec![Var { name: r, ty: result.clone(), sure: false, assignable: true }]);
        self.text.indent += 1;
        self.line("defer func() {");
        self.deferred_body(depth);
        self.line("}()");
        self.text.indent -= 1;
        self.literal_body_with_panic(depth, &result);
        self.text.scopes.pop();
        self.line("}()");
        self.line(&format!("_ = {name}"));
        self.add(Var { name, ty: result, sure: false, assignable: true });
    }

    fn literal_body_with_panic(&mut self, depth: usize, result: &Ty) {
        let outer = std::mem::replace(&mut self.results, Some(vec![result.clone()]));
        self.text.indent += 1;
        self.text.scopes.push(Vec::new());
        self.line("burn()");
        self.some(depth);
        if !self.calm && self.rng.one_in(2) {
            let what = if self.rng.one_in(3) {
                self.expr(&Ty::Any, 2)
            } else {
                let i = self.rng.below(self.structs.len());
                self.sure(i)
            };
            let c = self.condition();
            self.line(&format!("if {c} {{ panic({what}) }}"));
        }
        let e = self.expr(result, 2);
        self.line(&format!("return {e}"));
        self.text.scopes.pop();
        self.text.indent -= 1;
        self.results = outer;
    }

    /// A goroutine that runs only while this one waits for it: at once, or in two turns.
    fn goroutine(&mut self, depth: usize) {
        let ty = self.pool_type();
        let (ch, v) = (self.fresh("ch"), self.fresh("v"));
        let turns = self.rng.one_in(2);
        let outer = self.results.take();
        self.line(&format!("{ch} := make(chan {}{})", ty.text(), if turns { "" } else { ", 1" }));
        self.line("go func() {");
        self.text.indent += 1;
        self.text.scopes.push(Vec::new());
        self.line(&format!("defer close({ch})"));
        if !self.calm {
            self.line("defer func() { recover() }()");
        }
        if turns {
            let x = self.declare(&ty, false);
            self.line(&format!("{x} := <-{ch}"));
            self.line(&format!("_ = {x}"));
        }
        self.line("burn()");
        self.some(depth.min(1));
        let e = self.expr(&ty, 2);
        self.line(&format!("{ch} <- {e}"));
        self.text.scopes.pop();
        self.text.indent -= 1;
        self.line("}()");
        if turns {
            // It waits: what happens here is in order.
            self.some(0);
            let e = self.expr(&ty, 2);
            self.line(&format!("{ch} <- {e}"));
        }
        self.line(&format!("{v} := <-{ch}"));
        self.line(&format!("for range {ch} {{}}"));
        self.line(&format!("_ = {v}"));
        self.results = outer;
        self.add(Var { name: v, ty, sure: false, assignable: true });
    }

    fn early_return(&mut self, depth: usize) {
        let Some(results) = self.results.clone() else { return self.declaration() };
        let c = self.condition();
        let k = 2 + self.rng.below(4);
        self.open(&format!("if {c} && cold({k})"));
        self.block(1, depth);
        let values: Vec<String> = results.iter().map(|r| self.expr(r, 2)).collect();
        self.line(&format!("return {}", values.join(", ")));
        self.close("}");
    }

    /// A block in which a pointer is not nil.
    fn guard(&mut self, depth: usize) {
        let i = self.rng.below(self.structs.len());
        let (x, e) = (self.fresh("v"), self.expr(&Ty::Ptr(i), 2));
        self.open(&format!("if {x} := ({e}); {x} != nil"));
        self.add(Var { name: x, ty: Ty::Ptr(i), sure: true, assignable: false });
        self.some(depth);
        self.close("}");
    }

    /// A local object that escapes on a path that is seldom taken, and is written to and read afterwards.
    fn cold_path(&mut self, depth: usize) {
        let i = self.rng.below(self.structs.len());
        let e = self.expr(&Ty::Val(i), 1);
        let x = self.declare(&Ty::Val(i), false);
        self.line(&format!("var {x} N{i} = {e}"));
        let alias = self.declare(&Ty::Ptr(i), true);
        self.line(&format!("{alias} := &{x}"));
        self.some(depth.min(1));
        let k = 2 + self.rng.below(5);
        self.open(&format!("if cold({k})"));
        let how = self.rng.below(5);
        match how {
            0 | 1 => {
                let g = self.global(&Ty::Ptr(i));
                self.line(&format!("{g} = {}", if how == 0 { format!("&{x}") } else { alias.clone() }));
            }
            2 => {
                let g = self.global(&Ty::Shape);
                self.line(&format!("{g} = {alias}"));
            }
            3 => {
                let g = self.global(&Ty::Thunk(of(&Ty::Int)));
                self.line(&format!("{g} = func() int {{ {x}.id++; return {alias}.id }}"));
            }
            _ => {
                if self.results.is_some() && !self.calm {
                    self.line(&format!("panic({alias})"));
                } else {
                    let g = self.global(&Ty::Err);
                    self.line(&format!("{g} = &Fail{{at: {alias}, off: &{x}.id}}"));
                }
            }
        }
        self.close("}");
        self.line(&format!("{x}.id += 3"));
        self.some(depth.min(1));
        self.line(&format!("{alias}.id ^= {x}.id << 1"));
        self.note(&x, &Ty::Val(i), 2);
    }
}
