//! Expressions of a wanted type. They have no effects but panics, so that their order of evaluation does not show:
//! functions with effects are called by statements alone.

use super::Generator;
use super::types::{Ty, literal};

/// An expression's text, and whether it is a constant.
pub(super) struct Text {
    pub(super) text: String,
    pub(super) constant: bool,
}

impl Generator {
    /// An expression of this type.
    pub(super) fn expr(&mut self, ty: &Ty, depth: usize) -> String {
        self.operand(ty, depth).text
    }

    /// An expression that is no constant.
    pub(super) fn dynamic(&mut self, ty: &Ty, depth: usize) -> String {
        let e = self.operand(ty, depth);
        if e.constant { self.variable(ty) } else { e.text }
    }

    fn operand(&mut self, ty: &Ty, depth: usize) -> Text {
        let known = |text: String| Text { text, constant: false };
        if depth == 0 || self.rng.one_in(4) {
            if self.rng.one_in(2) || !matches!(ty, Ty::Bool | Ty::Int(_) | Ty::Float(_) | Ty::Str) {
                return known(self.simple(ty));
            }
            return Text { text: literal(&mut self.rng, ty), constant: true };
        }
        if self.rng.one_in(8) {
            let (c, x, y) = (self.expr(&Ty::Bool, depth - 1), self.expr(ty, depth - 1), self.expr(ty, depth - 1));
            return known(format!("pick[{}]({c}, {x}, {y})", ty.text()));
        }
        known(match ty {
            Ty::Bool => self.bool_expr(depth - 1),
            Ty::Int(_) => self.int_expr(ty, depth - 1),
            Ty::Float(_) => self.float_expr(ty, depth - 1),
            Ty::Str => self.string_expr(depth - 1),
            _ => self.composite_expr(ty, depth - 1),
        })
    }

    fn bool_expr(&mut self, depth: usize) -> String {
        match self.rng.below(5) {
            0 => format!("!{}", self.dynamic(&Ty::Bool, depth)),
            1 | 2 => {
                let op = *self.rng.pick(&["&&", "||", "==", "!="]);
                format!("({} {op} {})", self.dynamic(&Ty::Bool, depth), self.expr(&Ty::Bool, depth))
            }
            3 => {
                let ty = self.any_type(2);
                if ty.is_comparable(&self.structs) {
                    let op = *self.rng.pick(&["==", "!="]);
                    return format!("({} {op} {})", self.dynamic(&ty, depth), self.parenthesized(&ty, depth));
                }
                match ty {
                    Ty::Slice(_) | Ty::Map(..) | Ty::Any | Ty::Iface | Ty::Func => {
                        let x = self.variable(&ty);
                        format!("({x} == nil)")
                    }
                    _ => self.variable(&Ty::Bool),
                }
            }
            _ => {
                let ty = super::types::basic(&mut self.rng);
                if ty == Ty::Bool {
                    return self.variable(&Ty::Bool);
                }
                let op = *self.rng.pick(&["<", "<=", ">", ">="]);
                format!("({} {op} {})", self.dynamic(&ty, depth), self.expr(&ty, depth))
            }
        }
    }

    /// An expression that may stand in a condition: composite literals get parentheses.
    fn parenthesized(&mut self, ty: &Ty, depth: usize) -> String {
        format!("({})", self.expr(ty, depth))
    }

    fn int_expr(&mut self, ty: &Ty, depth: usize) -> String {
        let name = ty.text();
        match self.rng.below(14) {
            0..=5 => {
                let op = *self.rng.pick(&["+", "-", "*", "&", "|", "^", "&^"]);
                format!("({} {op} {})", self.dynamic(ty, depth), self.expr(ty, depth))
            }
            6 => {
                // May divide by zero; a constant divisor does not.
                let op = *self.rng.pick(&["/", "%"]);
                let x = self.dynamic(ty, depth);
                if self.rng.one_in(2) {
                    return format!("({x} {op} {})", 1 + self.rng.below(100));
                }
                format!("({x} {op} {})", self.dynamic(ty, depth))
            }
            7 => {
                let op = *self.rng.pick(&["<<", ">>"]);
                let count = if self.rng.one_in(3) {
                    self.rng.below(80).to_string()
                } else {
                    let ty = super::types::int(&mut self.rng);
                    format!("({} & 63)", self.dynamic(&ty, depth))
                };
                let x = self.dynamic(ty, depth);
                format!("({x} {op} {count})")
            }
            8 => format!("{}({})", self.rng.pick(&["-", "^"]), self.dynamic(ty, depth)),
            9 => {
                let from = super::types::int(&mut self.rng);
                format!("{name}({})", self.dynamic(&from, depth))
            }
            10 => format!("{name}(toInt({}))", self.dynamic(&Ty::Float("float64"), depth)),
            11 => {
                let of = match self.rng.below(3) {
                    0 => Ty::Str,
                    1 => Ty::Slice(Box::new(self.any_type(1))),
                    _ => Ty::Map(Box::new(Ty::Str), Box::new(self.any_type(1))),
                };
                format!("{name}(len({}))", self.dynamic(&of, depth))
            }
            12 => {
                let f = *self.rng.pick(&["min", "max"]);
                format!("{f}({}, {})", self.dynamic(ty, depth), self.expr(ty, depth))
            }
            _ => {
                let s = self.dynamic(&Ty::Str, depth);
                let i = self.index();
                format!("{name}({s}[{i}])")
            }
        }
    }

    fn float_expr(&mut self, ty: &Ty, depth: usize) -> String {
        match self.rng.below(4) {
            0 | 1 => {
                let op = *self.rng.pick(&["+", "-", "*", "/"]);
                let (x, y) = (self.dynamic(ty, depth), self.dynamic(ty, depth));
                // Converted, so that nothing is fused.
                format!("{}({x} {op} {y})", ty.text())
            }
            2 => {
                let from = if self.rng.one_in(2) { super::types::int(&mut self.rng) } else { Ty::Float("float32") };
                format!("{}({})", ty.text(), self.dynamic(&from, depth))
            }
            _ => format!("-({})", self.dynamic(ty, depth)),
        }
    }

    fn string_expr(&mut self, depth: usize) -> String {
        match self.rng.below(5) {
            0 | 1 => format!("({} + {})", self.dynamic(&Ty::Str, depth), self.expr(&Ty::Str, depth)),
            2 => {
                let s = self.dynamic(&Ty::Str, depth);
                let (i, j) = (self.index(), self.index());
                match self.rng.below(3) {
                    0 => format!("{s}[{i}:]"),
                    1 => format!("{s}[:{i}]"),
                    _ => format!("{s}[{i}:{i}+{j}]"),
                }
            }
            3 => format!("string(rune({} & 1023))", self.dynamic(&Ty::Int("int"), depth)),
            _ => {
                let bytes = Ty::Slice(Box::new(Ty::Int("uint8")));
                format!("string({})", self.dynamic(&bytes, depth))
            }
        }
    }

    /// A small index: often in range.
    pub(super) fn index(&mut self) -> String {
        if self.rng.one_in(2) {
            return self.rng.below(4).to_string();
        }
        format!("({} & {})", self.variable(&Ty::Int("int")), self.rng.pick(&["1", "3", "7"]))
    }

    /// A value of a composite type: built, or taken from elsewhere.
    fn composite_expr(&mut self, ty: &Ty, depth: usize) -> String {
        match ty {
            Ty::Slice(e) => match self.rng.below(7) {
                0 => format!("make({}, {})", ty.text(), self.rng.below(6)),
                1 => format!("make({}, {} & 7, 9)", ty.text(), self.variable(&Ty::Int("int"))),
                2 => {
                    let s = self.dynamic(ty, depth);
                    let x = self.expr(e, depth);
                    // The capacity is cut, so that nothing is shared by chance of growth.
                    format!("append({s}[:len({s}):len({s})], {x})")
                }
                3 => {
                    let s = self.variable(ty);
                    format!("{s}[{}:]", self.index())
                }
                4 if **e == Ty::Int("uint8") => format!("[]byte({})", self.dynamic(&Ty::Str, depth)),
                5 => {
                    let from = super::types::basic(&mut self.rng);
                    let list = self.variable(&Ty::Slice(Box::new(from.clone())));
                    let to = self.expr(e, depth);
                    format!("mapped({list}, func(x {}) {} {{ burn(); return {to} }})", from.text(), e.text())
                }
                _ => self.elements(ty, e, depth),
            },
            Ty::Array(_, e) => self.elements(ty, e, depth),
            Ty::Map(k, v) => {
                let n = self.rng.below(3);
                let mut keys: Vec<String> = Vec::new();
                for _ in 0..n {
                    keys.push(self.variable(k));
                }
                keys.dedup();
                let entries: Vec<String> = keys.into_iter().map(|k| format!("{k}: {}", self.expr(v, depth))).collect();
                format!("{}{{{}}}", ty.text(), entries.join(", "))
            }
            Ty::Ptr(e) => match &**e {
                Ty::Struct(_) => format!("&{}", self.composite_expr(e, depth)),
                _ if self.rng.one_in(2) => format!("new({})", e.text()),
                _ => {
                    let x = self.expr(e, depth);
                    format!("func() {} {{ v := {}({x}); return &v }}()", ty.text(), e.text())
                }
            },
            Ty::Struct(i) => {
                let fields = self.structs[*i].clone();
                let values: Vec<String> =
                    fields.iter().enumerate().map(|(n, f)| format!("F{n}: {}", self.expr(f, depth))).collect();
                format!("S{i}{{{}}}", values.join(", "))
            }
            Ty::Iface => {
                let s = Ty::Struct(self.rng.below(self.structs.len()));
                let x = self.expr(&s, depth);
                let pointer = self.pointer_methods[match s { Ty::Struct(i) => i, _ => 0 }];
                if pointer || self.rng.one_in(3) {
                    let p = self.expr(&Ty::Ptr(Box::new(s)), depth);
                    return format!("Shape({p})");
                }
                format!("Shape({x})")
            }
            Ty::Any => {
                let inner = self.any_type(1);
                format!("any({})", self.expr(&inner, depth))
            }
            Ty::Func => match self.rng.below(3) {
                0 => format!("{}.Area", self.variable(&Ty::Iface)),
                _ => {
                    let body = self.expr(&Ty::Int("int"), depth);
                    format!("func(y int) int {{ burn(); return y + {body} }}")
                }
            },
            Ty::Stack(e) => {
                let list = self.expr(&Ty::Slice(e.clone()), depth);
                format!("{}{{items: {list}}}", ty.text())
            }
            _ => self.variable(ty),
        }
    }

    fn elements(&mut self, ty: &Ty, e: &Ty, depth: usize) -> String {
        let most = if let Ty::Array(n, _) = ty { *n } else { 4 };
        let n = self.rng.below(most + 1);
        let list: Vec<String> = (0..n).map(|_| self.expr(e, depth)).collect();
        format!("{}{{{}}}", ty.text(), list.join(", "))
    }

    /// A variable, field or element of this type, or the type's global variable.
    fn simple(&mut self, ty: &Ty) -> String {
        if self.rng.one_in(3) {
            let wanted = ty.clone();
            match self.rng.below(5) {
                0 => {
                    let s = self.variable(&Ty::Slice(Box::new(wanted)));
                    return format!("{s}[{}]", self.index());
                }
                1 => {
                    let m = self.variable(&Ty::Map(Box::new(Ty::Str), Box::new(wanted)));
                    return format!("{m}[{}]", self.variable(&Ty::Str));
                }
                2 => {
                    for i in 0..self.structs.len() {
                        if let Some(n) = self.structs[i].iter().position(|f| f == ty) {
                            let holder = if self.rng.one_in(2) { Ty::Struct(i) } else { Ty::Ptr(Box::new(Ty::Struct(i))) };
                            return format!("{}.F{n}", self.variable(&holder));
                        }
                    }
                }
                3 if matches!(ty, Ty::Bool | Ty::Int(_) | Ty::Float(_) | Ty::Str) => {
                    let p = self.variable(&Ty::Ptr(Box::new(wanted)));
                    return format!("(*{p})");
                }
                _ => {}
            }
        }
        self.variable(ty)
    }
}
