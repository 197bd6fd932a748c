//! Generated programs that shuffle pointers: valid, terminating, with one result.
//!
//! A seed gives a program: a few struct types that point to each other, functions that build, link, swap, store and return
//! objects of a small pool of types, so that any value may meet any other, and idioms written by hand with random types in
//! them ([`idioms`]). Every function may call every other: a depth parameter and `fuel` bound the running time. The
//! program reads again and again what it stored and prints checksums; in between it writes over memory that was given back.
//!
//! What the language leaves open does not show: expressions have no effects (functions and closures are called by
//! statements alone), only slices of their full capacity are appended to (outside of idioms that own the slice), channels of
//! the pool are used without blocking, and goroutines run in turns with each other and the one that started them, or know nothing
//! in common (in idioms).

mod alike;
mod expr;
mod flow;
mod idioms;
mod joined;
mod prelude;
mod stmt;
mod sums;
mod types;

use crate::rng::Rng;
use crate::text::{Text, Wanted, Write};
use prelude::{CALM, PRELUDE};
use types::{Ty, of};

/// A function that can be called: `params` follow the depth.
#[derive(Clone)]
struct Callable {
    name: String,
    /// The struct whose pointer is the receiver.
    receiver: Option<usize>,
    params: Vec<Ty>,
    variadic: bool,
    results: Vec<Ty>,
}

#[derive(Clone)]
struct Var {
    name: String,
    ty: Ty,
    /// A pointer that is not nil.
    sure: bool,
    /// Whether it may be assigned to and its address taken.
    assignable: bool,
}

struct Generator {
    rng: Rng,
    text: Text<Var>,
    /// The fields of each struct.
    structs: Vec<Vec<(String, Ty)>>,
    /// The types that variables and fields have.
    pool: Vec<Ty>,
    /// The types that `any` may hold.
    boxed: Vec<Ty>,
    callables: Vec<Callable>,
    globals: Vec<Ty>,
    summed: Wanted<Ty>,
    /// Whether idioms use package sync.
    sync: bool,
    /// The program neither panics nor recovers: what runs out of fuel returns.
    calm: bool,
    /// Statements left in the current function.
    room: usize,
    /// The results of the function being written, if `return` is possible.
    results: Option<Vec<Ty>>,
}

/// The program of a seed.
pub fn program(seed: u64) -> String {
    let mut g = Generator {
        rng: Rng::new(seed),
        text: Text::new(),
        structs: Vec::new(),
        pool: Vec::new(),
        boxed: Vec::new(),
        callables: Vec::new(),
        globals: Vec::new(),
        summed: Wanted::new(),
        sync: false,
        calm: false,
        room: 0,
        results: None,
    };
    g.calm = g.rng.one_in(4);
    g.types();
    let idioms = 5 + g.rng.below(8);
    g.idioms(idioms);
    let plain = g.signatures();
    for i in plain {
        g.function(i);
    }
    g.main();
    g.global_variables();
    g.sum_functions();
    let mut prelude = PRELUDE.to_string();
    if g.calm {
        CALM.iter().for_each(|(from, to)| prelude = prelude.replace(from, to));
    }
    if !g.sync {
        prelude = prelude.replace("\t\"sync\"\n", "");
    }
    prelude + &g.text.out
}

impl Write for Generator {
    type Var = Var;

    fn text(&mut self) -> &mut Text<Var> {
        &mut self.text
    }
}

impl Generator {
    fn pool_type(&mut self) -> Ty {
        self.rng.pick(&self.pool).clone()
    }

    /// Chooses the structs, the pool and the types in interfaces.
    fn types(&mut self) {
        let count = 1 + self.rng.below(3);
        for i in 0..count {
            self.pool.push(Ty::Ptr(i));
        }
        self.pool.extend([Ty::Int, Ty::Ptr(0)]);
        if self.rng.one_in(2) {
            self.pool.push(Ty::Shape);
        }
        for _ in 0..4 + self.rng.below(7) {
            let ty = self.composite(count, 2);
            if !self.pool.contains(&ty) {
                self.pool.push(ty);
            }
        }
        for i in 0..count {
            let mut fields = vec![("id".to_string(), Ty::Int), ("next".to_string(), Ty::Ptr(i))];
            for n in 0..1 + self.rng.below(5) {
                let ty = self.field_type(i);
                fields.push((format!("f{n}"), ty));
            }
            // The order matters for offsets.
            let other = self.rng.below(fields.len());
            fields.swap(0, other);
            self.structs.push(fields);
        }
        self.boxed = vec![Ty::Int, Ty::Str, Ty::Bytes];
        for ty in self.pool.clone().into_iter().chain((0..count).flat_map(|i| [Ty::Ptr(i), Ty::Val(i)])) {
            if !self.boxed.contains(&ty) && !matches!(ty, Ty::Any | Ty::Shape | Ty::Err) {
                self.boxed.push(ty);
            }
        }
        self.boxed.extend([Ty::Err, Ty::Shape]);
        for i in 0..count {
            let mut text = format!("\ntype N{i} struct {{\n");
            for (name, ty) in &self.structs[i] {
                text.push_str(&format!("\t{name} {}\n", ty.text()));
            }
            text.push_str("}\n");
            let sum = self.sum_func(&Ty::Ptr(i));
            text.push_str(&format!("\nfunc (p *N{i}) Sum(d int) int {{ return {sum}(p, d) }}\n"));
            text.push_str(&format!("\nfunc orN{i}(p *N{i}) *N{i} {{\n\tif p == nil {{\n\t\treturn &N{i}{{id: {}}}\n\t}}\n\treturn p\n}}\n", 70 + i));
            text.push_str(&format!("\nfunc asN{i}(x Shape) *N{i} {{\n\tp, _ := x.(*N{i})\n\treturn p\n}}\n"));
            self.text.out.push_str(&text);
        }
    }

    fn composite(&mut self, structs: usize, depth: usize) -> Ty {
        let inner = |g: &mut Generator| match g.rng.below(6) {
            0 => Ty::Int,
            1 => Ty::Str,
            2 if depth > 1 => g.composite(structs, depth - 1),
            3 => Ty::Val(g.rng.below(structs)),
            _ => Ty::Ptr(g.rng.below(structs)),
        };
        let e = inner(self);
        match self.rng.below(22) {
            0..=3 => Ty::Slice(of(&e)),
            4 => Ty::Arr(1 + self.rng.below(3), of(&e)),
            5 => Ty::Map(of(&e)),
            6 => Ty::Names(of(&e)),
            7 => Ty::Any,
            8 => Ty::Shape,
            9 => Ty::Err,
            10 | 11 => Ty::Thunk(of(&e)),
            12 => Ty::Fn(of(&e)),
            13 => Ty::Iter(of(&e)),
            14 => Ty::Chan(of(&e)),
            15 | 16 if !matches!(e, Ty::Val(_)) => Ty::Ref(of(&e)),
            17 => Ty::Cell(of(&e)),
            18 => Ty::Str,
            19 => Ty::Bytes,
            20 => Ty::Val(self.rng.below(structs)),
            _ => Ty::Slice(Box::new(Ty::Ptr(self.rng.below(structs)))),
        }
    }

    /// The type of a field of struct `i`: values of earlier structs alone.
    fn field_type(&mut self, i: usize) -> Ty {
        fn fits(ty: &Ty, i: usize) -> bool {
            match ty {
                Ty::Val(n) => *n < i,
                Ty::Arr(_, e) => fits(e, i),
                _ => true,
            }
        }
        loop {
            let ty = self.pool_type();
            if fits(&ty, i) {
                return ty;
            }
        }
    }

    /// Decides the functions' signatures, so that all may call all. Returns those to be written.
    fn signatures(&mut self) -> std::ops::Range<usize> {
        let from = self.callables.len();
        let structs = self.structs.len();
        for i in 0..structs {
            self.callables.push(Callable {
                name: "Peer".into(),
                receiver: Some(i),
                params: vec![Ty::Shape],
                variadic: false,
                results: vec![Ty::Shape],
            });
        }
        for n in 0..4 + self.rng.below(8) {
            let mut params: Vec<Ty> = (0..self.rng.below(4)).map(|_| self.pool_type()).collect();
            let results: Vec<Ty> = (0..[0, 1, 1, 1, 2, 3][self.rng.below(6)]).map(|_| self.pool_type()).collect();
            let variadic = self.rng.one_in(6);
            if variadic {
                let e = self.pool_type();
                params.push(Ty::Slice(of(&e)));
            }
            let receiver = if self.rng.one_in(4) { Some(self.rng.below(structs)) } else { None };
            let name = if receiver.is_some() { format!("M{n}") } else { format!("f{n}") };
            self.callables.push(Callable { name, receiver, params, variadic, results });
        }
        from..self.callables.len()
    }

    fn function(&mut self, i: usize) {
        let callable = self.callables[i].clone();
        let named = self.rng.one_in(3);
        self.text.scopes = vec![Vec::new()];
        let mut list = vec!["d int".to_string()];
        let last = callable.params.len().wrapping_sub(1);
        for (n, p) in callable.params.iter().enumerate() {
            let name = self.declare(p, false);
            match p {
                Ty::Slice(e) if callable.variadic && n == last => list.push(format!("{name} ...{}", e.text())),
                _ => list.push(format!("{name} {}", p.text())),
            }
        }
        let receiver = callable.receiver.map(|r| {
            let name = self.declare(&Ty::Ptr(r), true);
            format!("({name} *N{r}) ")
        });
        let mut outs = Vec::new();
        for r in &callable.results {
            let name = if named { format!("{} ", self.declare(r, false)) } else { String::new() };
            outs.push(format!("{name}{}", r.text()));
        }
        if self.rng.one_in(4) {
            self.text.out.push_str("\n//go:noinline");
        }
        let head = receiver.as_deref().unwrap_or("");
        self.text.out.push_str(&format!("\nfunc {head}{}({}) ({}) {{\n\tburn()\n", callable.name, list.join(", "), outs.join(", ")));
        self.text.indent = 1;
        let values: Vec<String> = callable.results.iter().map(|r| self.expr(r, 1)).collect();
        let leave = if callable.receiver.is_some() {
            let r = self.text.scopes[0].iter().find(|v| v.sure).map(|v| v.name.clone()).unwrap_or_default();
            format!(" || {r} == nil")
        } else {
            String::new()
        };
        // A nil receiver must not be read, so what is returned then is simple.
        let early: Vec<String> = if leave.is_empty() { values } else { callable.results.iter().map(|r| self.simple(r)).collect() };
        let spent = if self.calm { " || fuel < 0" } else { "" };
        self.line(&format!("if d <= 0{spent}{leave} {{"));
        self.line(&format!("\treturn {}", early.join(", ")));
        self.line("}");
        self.results = Some(callable.results.clone());
        self.room = 24;
        let count = 4 + self.rng.below(7);
        self.block(count, 3);
        if self.rng.one_in(2) {
            self.note_something();
        }
        let values: Vec<String> = callable.results.iter().map(|r| self.expr(r, 2)).collect();
        if named && self.rng.one_in(2) {
            self.text.out.push_str("\treturn\n}\n");
        } else {
            self.text.out.push_str(&format!("\treturn {}\n}}\n", values.join(", ")));
        }
    }

    fn main(&mut self) {
        self.results = None;
        let mut parts = Vec::new();
        let mut todo: Vec<Callable> = self.callables.iter().flat_map(|c| [c.clone(), c.clone()]).collect();
        while !todo.is_empty() {
            let name = self.fresh("part");
            self.text.out.push_str(&format!("\nfunc {name}() {{\n\td := 4\n"));
            self.text.indent = 1;
            self.text.scopes = vec![Vec::new()];
            for _ in 0..2 {
                self.declaration();
            }
            for _ in 0..1 + self.rng.below(3) {
                let Some(callable) = todo.pop() else { break };
                self.call_of(&callable);
                if self.rng.one_in(3) {
                    self.line("collect()");
                }
                if self.rng.one_in(2) {
                    self.note_something();
                }
            }
            self.line("collect()");
            for v in std::mem::take(&mut self.text.scopes[0]) {
                self.note(&v.name, &v.ty, 4);
            }
            self.line("_ = d");
            self.text.out.push_str("}\n");
            parts.push(name);
        }
        self.text.out.push_str("\nfunc main() {\n");
        for part in parts {
            self.line(&format!("attempt(\"{part}\", {part})"));
        }
        self.line("attempt(\"globals\", func() {");
        self.line("\tcollect()");
        self.text.indent = 2;
        for ty in self.globals.clone() {
            self.note(&format!("g_{}", ty.ident()), &ty, 4);
        }
        self.text.indent = 1;
        self.line("})");
        self.text.out.push_str("}\n");
    }

    fn global_variables(&mut self) {
        self.text.out.push('\n');
        self.text.scopes = vec![Vec::new()];
        for ty in self.globals.clone() {
            let init = if self.rng.one_in(2) { String::new() } else { format!(" = {}", self.simple(&ty)) };
            self.text.out.push_str(&format!("var g_{} {}{init}\n", ty.ident(), ty.text()));
        }
    }

    /// The name of the global variable of a type.
    fn global(&mut self, ty: &Ty) -> String {
        if !self.globals.contains(ty) {
            self.globals.push(ty.clone());
        }
        format!("g_{}", ty.ident())
    }

    fn add(&mut self, var: Var) {
        self.text.scopes.last_mut().expect("a scope").push(var);
    }

    /// A new variable of the current block.
    fn declare(&mut self, ty: &Ty, sure: bool) -> String {
        let name = self.fresh("v");
        self.add(Var { name: name.clone(), ty: ty.clone(), sure, assignable: true });
        name
    }

    /// Prints the checksum of a value.
    fn note(&mut self, x: &str, ty: &Ty, depth: usize) {
        let sum = self.sum_func(ty);
        let n = self.text.next;
        self.text.next += 1;
        self.line(&format!("budget = 300; note({n}, {sum}({x}, {}))", depth + 2));
    }

    fn note_something(&mut self) {
        let all: Vec<Var> = self.text.scopes.iter().flatten().cloned().collect();
        if !all.is_empty() {
            let v = self.rng.pick(&all).clone();
            self.note(&v.name, &v.ty, 3);
        }
    }
}
