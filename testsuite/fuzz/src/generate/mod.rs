//! Generated programs: valid, terminating, with one result.
//!
//! A seed gives a program. It declares structs with methods, then functions that call earlier ones, and a main that tries
//! each and prints hashes of all variables. Run-time panics are allowed and recovered; `fuel` bounds loops and recursion.
//! What the language leaves open does not show: expressions have no effects, maps are hashed without order, floats are
//! converted to integers only where they fit.

mod expr;
mod hash;
mod prelude;
mod stmt;
mod types;

use crate::rng::Rng;
use crate::text::{Text, Wanted, Write};
use prelude::PRELUDE;
use types::{Ty, any_type, basic, literal};

/// A function's name, parameters and results.
type Callable = (String, Vec<Ty>, Vec<Ty>);

struct Generator {
    rng: Rng,
    text: Text<(String, Ty)>,
    /// The fields of each struct.
    structs: Vec<Vec<Ty>>,
    /// Whether a struct's methods have pointer receivers.
    pointer_methods: Vec<bool>,
    funcs: Vec<Callable>,
    /// Types with a global variable, and that variable's initial value.
    globals: Vec<(Ty, String)>,
    /// Types with a hash function.
    hashed: Wanted<Ty>,
}

/// The program of a seed.
pub fn program(seed: u64) -> String {
    let mut g = Generator {
        rng: Rng::new(seed),
        text: Text::new(),
        structs: Vec::new(),
        pointer_methods: Vec::new(),
        funcs: Vec::new(),
        globals: Vec::new(),
        hashed: Wanted::new(),
    };
    g.structs();
    for _ in 0..2 + g.rng.below(5) {
        g.function();
    }
    g.main();
    let body = std::mem::take(&mut g.text.out);
    g.hash_functions();
    let hashes = std::mem::take(&mut g.text.out);
    g.global_variables();
    format!("{PRELUDE}\n{}\n{body}\n{hashes}", g.text.out)
}

impl Write for Generator {
    type Var = (String, Ty);

    fn text(&mut self) -> &mut Text<(String, Ty)> {
        &mut self.text
    }
}

impl Generator {
    fn any_type(&mut self, depth: usize) -> Ty {
        any_type(&mut self.rng, self.structs.len(), depth)
    }

    /// A variable of this type in scope, or the type's global variable.
    fn variable(&mut self, ty: &Ty) -> String {
        let found: Vec<&String> = self.text.scopes.iter().flatten().filter(|(_, t)| t == ty).map(|(n, _)| n).collect();
        if !found.is_empty() && !self.rng.one_in(6) {
            return (*self.rng.pick(&found)).clone();
        }
        if !self.globals.iter().any(|(t, _)| t == ty) {
            let init = match ty {
                Ty::Bool | Ty::Int(_) | Ty::Float(_) | Ty::Str => literal(&mut self.rng, ty),
                Ty::Slice(_) => format!("make({}, 4, 6)", ty.text()),
                Ty::Map(..) => format!("{}{{}}", ty.text()),
                Ty::Ptr(e) if !self.rng.one_in(8) => format!("new({})", e.text()),
                Ty::Func => "func(x int) int { burn(); return x * 3 }".to_string(),
                Ty::Iface if !self.structs.is_empty() => "&S0{}".to_string(),
                _ => format!("*new({})", ty.text()),
            };
            self.globals.push((ty.clone(), init));
        }
        format!("g_{}", ty.ident())
    }

    fn global_variables(&mut self) {
        for (ty, init) in std::mem::take(&mut self.globals) {
            self.text.out.push_str(&format!("var g_{} {} = {init}\n", ty.ident(), ty.text()));
        }
    }

    fn structs(&mut self) {
        for i in 0..1 + self.rng.below(3) {
            let count = 1 + self.rng.below(4);
            let fields: Vec<Ty> = (0..count)
                .map(|_| match self.rng.below(8) {
                    0 => Ty::Ptr(Box::new(Ty::Struct(i))),
                    1 => any_type(&mut self.rng, i, 2),
                    _ => basic(&mut self.rng),
                })
                .collect();
            self.text.out.push_str(&format!("\ntype S{i} struct {{\n"));
            for (n, f) in fields.iter().enumerate() {
                self.text.out.push_str(&format!("\tF{n} {}\n", f.text()));
            }
            self.text.out.push_str("}\n");
            self.structs.push(fields);
            self.pointer_methods.push(self.rng.one_in(2));
        }
        for i in 0..self.structs.len() {
            let star = if self.pointer_methods[i] { "*" } else { "" };
            self.text.scopes = vec![vec![("n".into(), Ty::Int("int"))]];
            for (n, f) in self.structs[i].clone().into_iter().enumerate() {
                self.text.scopes[0].push((format!("s.F{n}"), f));
            }
            let e = self.expr(&Ty::Int("int"), 2);
            self.text.out.push_str(&format!("\nfunc (s {star}S{i}) Area(n int) int {{\n\tburn()\n\treturn {e}\n}}\n"));
            self.text.out.push_str(&format!("\nfunc (s {star}S{i}) Name() string {{ return \"S{i}\" }}\n"));
        }
    }

    fn function(&mut self) {
        let name = format!("f{}", self.funcs.len());
        let params: Vec<Ty> = (0..self.rng.below(4)).map(|_| self.any_type(2)).collect();
        let results: Vec<Ty> = (0..self.rng.below(3)).map(|_| self.any_type(2)).collect();
        let named = self.rng.one_in(2);
        self.text.scopes = vec![Vec::new()];
        let mut list = Vec::new();
        for p in &params {
            let name = self.declare(p);
            list.push(format!("{name} {}", p.text()));
        }
        let mut outs = Vec::new();
        for r in &results {
            if named {
                let name = self.declare(r);
                outs.push(format!("{name} {}", r.text()));
            } else {
                outs.push(r.text());
            }
        }
        self.text.out.push_str(&format!("\nfunc {name}({}) ({}) {{\n\tburn()\n", list.join(", "), outs.join(", ")));
        self.text.indent = 1;
        let count = 3 + self.rng.below(8);
        self.block(count, 3);
        let values: Vec<String> = results.iter().map(|r| self.expr(r, 2)).collect();
        if named && self.rng.one_in(2) {
            self.text.out.push_str("\treturn\n}\n");
        } else {
            self.text.out.push_str(&format!("\treturn {}\n}}\n", values.join(", ")));
        }
        self.funcs.push((name, params, results));
    }

    fn main(&mut self) {
        self.text.out.push_str("\nfunc main() {\n");
        self.text.indent = 2;
        for (name, params, results) in self.funcs.clone() {
            for round in 0..2 {
                self.text.scopes = vec![Vec::new()];
                self.text.out.push_str(&format!("\tattempt(\"{name}.{round}\", func() {{\n\t\tfuel = 3000\n"));
                let args: Vec<String> = params.iter().map(|p| self.expr(p, 2)).collect();
                let names: Vec<String> = results.iter().map(|r| self.declare(r)).collect();
                let assign = if names.is_empty() { String::new() } else { format!("{} := ", names.join(", ")) };
                self.text.out.push_str(&format!("\t\t{assign}{name}({})\n", args.join(", ")));
                for (name, ty) in names.iter().zip(&results) {
                    self.dump(name, ty);
                }
                self.text.out.push_str("\t})\n");
            }
        }
        self.text.out.push_str("\tattempt(\"globals\", func() {\n\t\tfuel = 3000\n");
        self.text.scopes = vec![Vec::new()];
        for (ty, _) in self.globals.clone() {
            self.dump(&format!("g_{}", ty.ident()), &ty);
        }
        self.text.out.push_str("\t\tfor _, p := range globalPtrs {\n\t\t\tprintln(*p)\n\t\t}\n");
        self.text.out.push_str("\t\tfor _, f := range globalFuncs {\n\t\t\tif f != nil { println(f(2)) }\n\t\t}\n\t})\n}\n");
    }
}
