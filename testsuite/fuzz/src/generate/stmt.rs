//! Statements: declarations, assignments, control flow, calls, closures, goroutines.

use super::Generator;
use super::types::Ty;
use crate::text::Write;

impl Generator {
    /// A new variable of the current block.
    pub(super) fn declare(&mut self, ty: &Ty) -> String {
        let name = self.fresh("v");
        self.text.scopes.last_mut().expect("a scope").push((name.clone(), ty.clone()));
        name
    }

    /// A block of statements.
    pub(super) fn block(&mut self, count: usize, depth: usize) {
        for _ in 0..count {
            self.statement(depth);
        }
    }

    fn some(&mut self, depth: usize) {
        let count = 1 + self.rng.below(3);
        self.block(count, depth);
    }

    fn statement(&mut self, depth: usize) {
        let simple = depth == 0;
        match self.rng.below(if simple { 12 } else { 24 }) {
            0..=3 => self.declaration(),
            4..=7 => self.assignment(),
            8 => {
                let ty = self.any_type(2);
                let x = self.variable(&ty);
                self.dump(&x, &ty);
            }
            9 | 10 => self.call(),
            11 => self.builtin_statement(),
            12..=14 => self.if_statement(depth - 1),
            15..=17 => self.loop_statement(depth - 1),
            18 => self.switch_statement(depth - 1),
            19 => self.type_switch(depth - 1),
            20 => self.closure(depth - 1),
            21 => self.deferred(depth - 1),
            22 => self.goroutine(depth - 1),
            _ => {
                self.open("");
                self.some(depth - 1);
                self.close("}");
            }
        }
    }

    /// Prints a hash of a value.
    pub(super) fn dump(&mut self, x: &str, ty: &Ty) {
        let n = self.text.next;
        self.text.next += 1;
        let text = match ty {
            Ty::Bool | Ty::Int(_) | Ty::Float(_) => format!("println({n}, {x})"),
            _ => format!("println({n}, {}({x}, 3))", self.hash_func(ty)),
        };
        self.line(&text);
    }

    fn declaration(&mut self) {
        let ty = self.any_type(2);
        let e = self.expr(&ty, 3);
        if self.rng.one_in(6) {
            let name = self.declare(&ty);
            self.line(&format!("var {name} {}", ty.text()));
            self.line(&format!("_ = {name}"));
            return;
        }
        let name = self.declare(&ty);
        if self.rng.one_in(3) {
            self.line(&format!("var {name} {} = {e}", ty.text()));
        } else {
            self.line(&format!("{name} := {}({e})", conversion(&ty)));
        }
        self.line(&format!("_ = {name}"));
    }

    /// Something that can be assigned to.
    fn target(&mut self, ty: &Ty) -> String {
        match self.rng.below(6) {
            0 => {
                let s = self.variable(&Ty::Slice(Box::new(ty.clone())));
                format!("{s}[{}]", self.index())
            }
            1 => {
                let m = self.variable(&Ty::Map(Box::new(Ty::Str), Box::new(ty.clone())));
                format!("{m}[{}]", self.variable(&Ty::Str))
            }
            2 => {
                for i in 0..self.structs.len() {
                    if let Some(n) = self.structs[i].iter().position(|f| f == ty) {
                        let holder = if self.rng.one_in(2) { Ty::Struct(i) } else { Ty::Ptr(Box::new(Ty::Struct(i))) };
                        return format!("{}.F{n}", self.variable(&holder));
                    }
                }
                self.variable(ty)
            }
            _ => self.variable(ty),
        }
    }

    fn assignment(&mut self) {
        let ty = self.any_type(2);
        let to = self.target(&ty);
        match &ty {
            Ty::Int(_) if self.rng.one_in(2) => {
                let op = *self.rng.pick(&["+=", "-=", "*=", "^=", "|=", "&^=", "<<=", ">>="]);
                let e = if op.len() == 3 && op.starts_with(['<', '>']) { self.rng.below(20).to_string() } else { self.expr(&ty, 2) };
                self.line(&format!("{to} {op} {e}"));
            }
            Ty::Str if self.rng.one_in(3) => {
                let e = self.expr(&ty, 2);
                self.line(&format!("if len({to}) < 200 {{ {to} += {e} }}"));
            }
            _ if self.rng.one_in(5) => {
                let (x, y) = (self.variable(&ty), self.variable(&ty));
                self.line(&format!("{x}, {y} = {y}, {x}"));
            }
            _ => {
                let e = self.expr(&ty, 3);
                self.line(&format!("{to} = {e}"));
            }
        }
    }

    /// A call of an earlier function, a method or a function value, with its results taken.
    fn call(&mut self) {
        match self.rng.below(4) {
            0 if !self.funcs.is_empty() => {
                let (name, params, results) = self.rng.pick(&self.funcs).clone();
                let args: Vec<String> = params.iter().map(|p| self.expr(p, 2)).collect();
                let call = format!("{name}({})", args.join(", "));
                if results.is_empty() {
                    return self.line(&call);
                }
                let names: Vec<String> = results.iter().map(|r| self.declare(r)).collect();
                self.line(&format!("{} := {call}", names.join(", ")));
                let blanks = vec!["_"; names.len()].join(", ");
                self.line(&format!("{blanks} = {}", names.join(", ")));
            }
            1 => {
                let shape = self.variable(&Ty::Iface);
                let arg = self.expr(&Ty::Int("int"), 2);
                let name = self.declare(&Ty::Int("int"));
                self.line(&format!("{name} := {shape}.Area({arg})"));
                self.line(&format!("_ = {name}"));
            }
            2 => {
                let f = self.variable(&Ty::Func);
                let arg = self.expr(&Ty::Int("int"), 2);
                let name = self.declare(&Ty::Int("int"));
                self.line(&format!("{name} := {f}({arg})"));
                self.line(&format!("_ = {name}"));
            }
            _ => {
                let e = super::types::basic(&mut self.rng);
                let stack = self.variable(&Ty::Stack(Box::new(e.clone())));
                if self.rng.one_in(2) {
                    let x = self.expr(&e, 2);
                    return self.line(&format!("{stack}.Push({x})"));
                }
                let (x, ok) = (self.declare(&e), self.declare(&Ty::Bool));
                self.line(&format!("{x}, {ok} := {stack}.Pop()"));
                self.line(&format!("_, _ = {x}, {ok}"));
            }
        }
    }

    fn builtin_statement(&mut self) {
        let e = self.any_type(1);
        let list = Ty::Slice(Box::new(e.clone()));
        match self.rng.below(8) {
            0 => {
                let (a, b) = (self.variable(&list), self.variable(&list));
                self.line(&format!("copy({a}, {b})"));
            }
            1 => {
                let a = self.variable(&list);
                self.line(&format!("clear({a})"));
            }
            2 => {
                let (m, k) = (self.variable(&Ty::Map(Box::new(Ty::Str), Box::new(e))), self.expr(&Ty::Str, 1));
                self.line(&format!("delete({m}, {k})"));
            }
            3 => {
                let p = self.variable(&Ty::Int("int"));
                self.line(&format!("globalPtrs = append(globalPtrs, &{p})"));
            }
            4 => {
                let f = self.variable(&Ty::Func);
                self.line(&format!("globalFuncs = append(globalFuncs, {f})"));
            }
            5 => {
                let x = self.expr(&Ty::Any, 2);
                self.line(&format!("globalAny = {x}"));
            }
            6 => {
                let x = self.expr(&Ty::Iface, 2);
                self.line(&format!("globalShape = {x}"));
            }
            _ => {
                let a = self.variable(&list);
                let x = self.expr(&e, 2);
                self.line(&format!("if len({a}) < 50 {{ {a} = append({a}, {x}) }}"));
            }
        }
    }

    fn if_statement(&mut self, depth: usize) {
        let c = self.dynamic(&Ty::Bool, 3);
        self.open(&format!("if ({c})"));
        self.some(depth);
        if self.rng.one_in(2) {
            self.text.scopes.pop();
            self.text.indent -= 1;
            self.open("} else");
            self.some(depth);
        }
        self.close("}");
    }

    fn loop_statement(&mut self, depth: usize) {
        let label = self.rng.one_in(4).then(|| self.fresh("loop"));
        if let Some(label) = &label {
            self.line(&format!("{label}:"));
        }
        let elem = self.any_type(1);
        match self.rng.below(7) {
            0 => {
                let i = self.fresh("i");
                let n = self.rng.below(6);
                self.open(&format!("for {i} := range {n}"));
                self.line(&format!("_ = {i}"));
                self.text.scopes.last_mut().expect("a scope").push((i, Ty::Int("int")));
            }
            1 => {
                let (i, x) = (self.fresh("i"), self.fresh("x"));
                let list = self.variable(&Ty::Slice(Box::new(elem.clone())));
                self.open(&format!("for {i}, {x} := range {list}"));
                self.line(&format!("_, _ = {i}, {x}"));
                self.text.scopes.last_mut().expect("a scope").extend([(i, Ty::Int("int")), (x, elem)]);
            }
            2 => {
                let (i, x) = (self.fresh("i"), self.fresh("x"));
                let s = self.expr(&Ty::Str, 2);
                self.open(&format!("for {i}, {x} := range {s}"));
                self.line(&format!("_, _ = {i}, {x}"));
                self.text.scopes.last_mut().expect("a scope").extend([(i, Ty::Int("int")), (x, Ty::Int("int32"))]);
            }
            3 => {
                let e = super::types::basic(&mut self.rng);
                let (i, x) = (self.fresh("i"), self.fresh("x"));
                let stack = self.variable(&Ty::Stack(Box::new(e.clone())));
                self.open(&format!("for {i}, {x} := range {stack}.All"));
                self.line(&format!("_, _ = {i}, {x}"));
                self.text.scopes.last_mut().expect("a scope").extend([(i, Ty::Int("int")), (x, e)]);
            }
            4 => {
                let i = self.fresh("i");
                let c = self.dynamic(&Ty::Bool, 2);
                self.open(&format!("for {i} := 0; {i} < 6 && ({c}); {i}++"));
                self.text.scopes.last_mut().expect("a scope").push((i, Ty::Int("int")));
            }
            5 => {
                let c = self.dynamic(&Ty::Bool, 2);
                self.open(&format!("for ({c})"));
            }
            _ => {
                let i = self.fresh("i");
                let step = 1 + self.rng.below(3);
                self.open(&format!("for {i} := 10; {i} > 0; {i} -= {step}"));
                self.text.scopes.last_mut().expect("a scope").push((i, Ty::Int("int")));
            }
        }
        self.line("burn()");
        self.some(depth);
        if self.rng.one_in(2) || label.is_some() {
            let c = self.dynamic(&Ty::Bool, 2);
            let word = *self.rng.pick(&["break", "continue"]);
            let text = label.map_or(String::new(), |l| format!(" {l}"));
            self.line(&format!("if ({c}) {{ {word}{text} }}"));
            self.some(depth);
        }
        self.close("}");
    }

    fn switch_statement(&mut self, depth: usize) {
        let ty = if self.rng.one_in(2) { Ty::Int("int") } else { Ty::Str };
        let x = self.dynamic(&ty, 2);
        self.line(&format!("switch ({x}) {{"));
        let cases: &[&str] = if ty == Ty::Str { &["\"a\"", "\"go\", \"\"", "\"xyz\""] } else { &["0", "1, 2", "3", "-1"] };
        for (i, case) in cases.iter().enumerate() {
            self.open_case(&format!("case {case}:"));
            self.some(depth);
            if i + 1 < cases.len() && self.rng.one_in(5) {
                self.line("fallthrough");
            }
            self.close_case();
        }
        self.open_case("default:");
        self.some(depth);
        self.close_case();
        self.line("}");
    }

    fn type_switch(&mut self, depth: usize) {
        let x = self.variable(&Ty::Any);
        let v = self.fresh("t");
        self.line(&format!("switch {v} := {x}.(type) {{"));
        let mut seen: Vec<String> = Vec::new();
        for _ in 0..3 {
            let ty = self.any_type(1);
            if ty == Ty::Any || seen.contains(&ty.text()) || matches!(ty, Ty::Int("int32" | "uint8")) {
                continue;
            }
            seen.push(ty.text());
            self.open_case(&format!("case {}:", ty.text()));
            self.line(&format!("_ = {v}"));
            self.text.scopes.last_mut().expect("a scope").push((v.clone(), ty));
            self.some(depth);
            self.close_case();
        }
        self.open_case("case nil:");
        self.line(&format!("_ = {v}"));
        self.close_case();
        self.line("}");
    }

    fn closure(&mut self, depth: usize) {
        let name = self.declare(&Ty::Func);
        // Not yet visible in its own body.
        let own = self.text.scopes.last_mut().expect("a scope").pop().expect("just declared");
        let y = self.fresh("y");
        self.open(&format!("{name} := func({y} int) int"));
        self.text.scopes.last_mut().expect("a scope").push((y.clone(), Ty::Int("int")));
        self.line("burn()");
        self.some(depth);
        let e = self.expr(&Ty::Int("int"), 2);
        self.line(&format!("return {e}"));
        self.close("}");
        self.text.scopes.last_mut().expect("a scope").push(own);
        self.line(&format!("_ = {name}"));
    }

    fn deferred(&mut self, depth: usize) {
        self.open("func()");
        let recovers = self.rng.one_in(2);
        self.open("defer func()");
        self.some(depth);
        if recovers {
            self.line("if recover() != nil { println(\"recovered\") }");
        }
        self.close("}()");
        self.some(depth);
        if self.rng.one_in(4) {
            let what = self.expr(&Ty::Int("int"), 1);
            self.line(&format!("if fuel > 0 {{ panic({what}) }}"));
        }
        self.close("}()");
    }

    fn goroutine(&mut self, depth: usize) {
        let ty = self.any_type(1);
        let (ch, v) = (self.fresh("ch"), self.declare(&ty));
        let capacity = self.rng.below(3);
        // The new variable is not visible in the goroutine.
        let own = self.text.scopes.last_mut().expect("a scope").pop().expect("just declared");
        self.line(&format!("{ch} := make(chan {}, {capacity})", ty.text()));
        self.open("go func()");
        self.line(&format!("defer close({ch})"));
        self.line("defer func() { recover() }()");
        self.some(depth.min(1));
        let e = self.expr(&ty, 2);
        self.line(&format!("{ch} <- {e}"));
        self.close("}()");
        if self.rng.one_in(3) {
            self.line(&format!("var {v} {}", ty.text()));
            self.line(&format!("select {{ case {v} = <-{ch}: }}"));
        } else {
            self.line(&format!("{v} := <-{ch}"));
        }
        self.line(&format!("for range {ch} {{}}"));
        self.line(&format!("_ = {v}"));
        self.text.scopes.last_mut().expect("a scope").push(own);
    }
}

/// The type in a conversion.
fn conversion(ty: &Ty) -> String {
    match ty {
        Ty::Ptr(_) | Ty::Func => format!("({})", ty.text()),
        _ => ty.text(),
    }
}
