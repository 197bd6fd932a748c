//! Expressions of a wanted type, without effects but allocation.

use super::types::{Ty, of};
use super::{Generator, Var};

impl Generator {
    /// Variables that fit.
    pub(super) fn found(&self, fits: impl Fn(&Var) -> bool) -> Vec<Var> {
        self.text.scopes.iter().flatten().filter(|v| fits(v)).cloned().collect()
    }

    /// Whether a variable may get any value of its type. That one that is not nil does, in the end, makes a program panic.
    fn takes_any(&self, v: &Var) -> bool {
        v.assignable && !(self.calm && v.sure)
    }

    /// Perhaps a variable of this type; newer ones more often.
    pub(super) fn variable(&mut self, ty: &Ty) -> Option<String> {
        let found = self.found(|v| v.ty == *ty);
        if found.is_empty() || self.rng.one_in(12) {
            return if self.rng.one_in(3) { Some(self.global(ty)) } else { None };
        }
        let late = found.len().saturating_sub(1 + self.rng.below(3));
        Some(if self.rng.one_in(2) { found[late].name.clone() } else { self.rng.pick(&found).name.clone() })
    }

    /// An expression of this type.
    pub(super) fn expr(&mut self, ty: &Ty, depth: usize) -> String {
        if (depth == 0 || self.rng.below(10) < 5)
            && let Some(v) = self.variable(ty)
        {
            return v;
        }
        if depth == 0 {
            return self.simple(ty);
        }
        match self.rng.below(8) {
            0 => {
                if let Some(e) = self.element(ty) {
                    return e;
                }
            }
            1 | 2 => {
                if let Some(e) = self.field(ty) {
                    return e;
                }
            }
            3 if self.rng.one_in(3) => {
                let (c, x, y) = (self.condition(), self.expr(ty, depth - 1), self.expr(ty, depth - 1));
                return format!("pick[{}]({c}, {x}, {y})", ty.text());
            }
            4 if self.boxed.contains(ty) && self.rng.one_in(2) => {
                if let Some(x) = self.variable(&Ty::Any) {
                    return format!("func() {0} {{ x, _ := {x}.({0}); return x }}()", ty.text());
                }
            }
            _ => {}
        }
        self.composite_expr(ty, depth - 1)
    }

    /// A value that needs no variables.
    pub(super) fn simple(&mut self, ty: &Ty) -> String {
        let k = self.rng.below(50);
        match ty {
            Ty::Int => k.to_string(),
            Ty::Str if k % 2 == 0 => format!("digits({k} + tick)"),
            Ty::Str => (*self.rng.pick(&["\"\"", "\"a\"", "\"bc\"", "\"key\"", "\"a longer text that needs more than thirty-two bytes\""])).into(),
            Ty::Bytes => format!("[]byte(digits(1{k}))"),
            Ty::Ptr(i) if k == 0 => format!("(*N{i})(nil)"),
            Ty::Ptr(i) => format!("&N{i}{{id: {k}}}"),
            Ty::Val(i) => format!("N{i}{{id: {k}}}"),
            Ty::Slice(e) => match k % 3 {
                0 => format!("make([]{}, {})", e.text(), k % 5),
                1 => format!("make([]{}, tick&3+1)", e.text()),
                _ => {
                    let e0 = self.simple(e);
                    format!("[]{}{{{e0}}}", e.text())
                }
            },
            Ty::Map(e) | Ty::Names(e) if k % 2 == 0 => {
                let e = self.simple(e);
                let key = if matches!(ty, Ty::Map(_)) { "3" } else { "\"key\"" };
                format!("{}{{{key}: {e}}}", ty.text())
            }
            Ty::Arr(..) | Ty::Map(_) | Ty::Names(_) => format!("{}{{}}", ty.text()),
            Ty::Any => format!("any({k})"),
            Ty::Shape => format!("Shape(&N0{{id: {k}}})"),
            Ty::Err => format!("error(&Fail{{why: \"e{k}\"}})"),
            Ty::Thunk(e) => {
                let e0 = self.simple(e);
                format!("func() {} {{ return {e0} }}", e.text())
            }
            Ty::Fn(e) => format!("func(x {0}) {0} {{ return x }}", e.text()),
            Ty::Iter(e) => {
                let e0 = self.simple(e);
                format!("seq[{}]({e0})", e.text())
            }
            Ty::Chan(e) => format!("make(chan {}, {})", e.text(), 1 + k % 3),
            Ty::Ref(e) => format!("new({})", e.text()),
            Ty::Cell(e) => format!("&Cell[{}]{{}}", e.text()),
        }
    }

    /// A pointer to a struct that is not nil.
    pub(super) fn sure(&mut self, i: usize) -> String {
        let found = self.found(|v| v.sure && v.ty == Ty::Ptr(i) || v.ty == Ty::Val(i));
        if !found.is_empty() && !self.rng.one_in(3) {
            return self.rng.pick(&found).name.clone();
        }
        let e = self.variable(&Ty::Ptr(i)).unwrap_or_else(|| format!("&N{i}{{}}"));
        format!("orN{i}({e})")
    }

    /// A field of some struct with this type.
    pub(super) fn field(&mut self, ty: &Ty) -> Option<String> {
        let mut all = Vec::new();
        for (i, fields) in self.structs.iter().enumerate() {
            all.extend(fields.iter().filter(|(_, f)| f == ty).map(|(name, _)| (i, name.clone())));
        }
        if all.is_empty() {
            return None;
        }
        let (i, name) = self.rng.pick(&all).clone();
        Some(format!("{}.{name}", self.sure(i)))
    }

    /// What a container holds.
    fn element(&mut self, ty: &Ty) -> Option<String> {
        let k = self.rng.below(5);
        let holders = self.found(|v| match &v.ty {
            Ty::Slice(e) | Ty::Map(e) | Ty::Names(e) | Ty::Arr(_, e) => **e == *ty,
            Ty::Ref(e) => **e == *ty && v.sure,
            _ => false,
        });
        if holders.is_empty() {
            return None;
        }
        let v = self.rng.pick(&holders).clone();
        Some(match v.ty {
            Ty::Slice(_) => format!("at({}, {k})", v.name),
            Ty::Map(_) => format!("{}[{k}]", v.name),
            Ty::Names(_) => {
                let key = self.expr(&Ty::Str, 1);
                format!("{}[{key}]", v.name)
            }
            Ty::Arr(n, _) => format!("{}[{}]", v.name, k % n),
            _ => format!("*{}", v.name),
        })
    }

    /// The address of something of this type.
    fn address(&mut self, ty: &Ty) -> Option<String> {
        let vars = self.found(|v| self.takes_any(v) && v.ty == *ty);
        if !vars.is_empty() && !self.rng.one_in(3) {
            return Some(format!("&{}", self.rng.pick(&vars).name));
        }
        let arrays = self.found(|v| v.assignable && matches!(&v.ty, Ty::Arr(_, e) if **e == *ty));
        if !arrays.is_empty() && self.rng.one_in(2) {
            return Some(format!("&{}[0]", self.rng.pick(&arrays).name));
        }
        self.field(ty).map(|f| format!("&{f}"))
    }

    /// A condition.
    pub(super) fn condition(&mut self) -> String {
        match self.rng.below(6) {
            0 | 1 => {
                let all = self.found(|v| v.ty.has_nil());
                if all.is_empty() { "tick&1 == 0".into() } else { format!("({} != nil)", self.rng.pick(&all).name) }
            }
            2 => {
                let all = self.found(|v| v.ty.has_identity());
                if all.is_empty() {
                    return "tick&3 == 0".into();
                }
                let x = self.rng.pick(&all).clone();
                let y = self.expr(&x.ty, 1);
                format!("({} == ({y}))", x.name)
            }
            3 => format!("d&1 == {}", self.rng.below(2)),
            4 => {
                let x = self.expr(&Ty::Int, 1);
                format!("({x})&3 > {}", self.rng.below(3))
            }
            _ => "tick&1 == 0".into(),
        }
    }

    fn composite_expr(&mut self, ty: &Ty, depth: usize) -> String {
        let choice = self.rng.below(8);
        match ty {
            Ty::Int => match choice {
                0 => format!("len({})", self.expr(&Ty::Str, depth)),
                1 => format!("({} + {})", self.expr(&Ty::Int, depth), self.expr(&Ty::Int, depth)),
                2 => format!("({} ^ d)", self.expr(&Ty::Int, depth)),
                _ => self.field(&Ty::Int).unwrap_or_else(|| "d".into()),
            },
            Ty::Str => match choice {
                0 | 1 => format!("({} + {})", self.expr(&Ty::Str, depth), self.expr(&Ty::Str, depth)),
                2 | 3 => format!("string({})", self.expr(&Ty::Bytes, depth)),
                4 => format!("digits({})", self.expr(&Ty::Int, depth)),
                5 => {
                    let s = self.variable(&Ty::Str).unwrap_or_else(|| "digits(tick)".into());
                    format!("{s}[len({s})/2:]")
                }
                6 => format!("({} + \"-\" + {} + string({}))", self.expr(&Ty::Str, depth), self.expr(&Ty::Str, 0), self.expr(&Ty::Bytes, 0)),
                _ => self.simple(ty),
            },
            Ty::Bytes => match choice {
                0..=2 => format!("[]byte({})", self.expr(&Ty::Str, depth)),
                3 => format!("append(clip({}), {}...)", self.expr(&Ty::Bytes, depth), self.expr(&Ty::Str, depth)),
                4 => {
                    let s = self.variable(&Ty::Bytes).unwrap_or_else(|| self.global(ty));
                    format!("{s}[len({s})/2:]")
                }
                5 => "make([]byte, d&7)".into(),
                _ => self.simple(ty),
            },
            Ty::Ptr(i) => match choice {
                0..=3 => self.literal(*i, depth, "&"),
                4 => format!("orN{i}({})", self.expr(ty, depth)),
                5 => format!("asN{i}({})", self.expr(&Ty::Shape, depth)),
                6 => self.address(&Ty::Val(*i)).unwrap_or_else(|| format!("new(N{i})")),
                _ => format!("box({})", self.literal(*i, depth, "")),
            },
            Ty::Val(i) => match choice {
                0..=3 => self.literal(*i, depth, ""),
                _ => format!("*orN{i}({})", self.expr(&Ty::Ptr(*i), depth)),
            },
            Ty::Slice(e) => match choice {
                0 | 1 => {
                    let items: Vec<String> = (0..1 + self.rng.below(3)).map(|_| self.expr(e, depth)).collect();
                    format!("[]{}{{{}}}", e.text(), items.join(", "))
                }
                2 => {
                    let items: Vec<String> = (0..1 + self.rng.below(3)).map(|_| self.expr(e, depth)).collect();
                    format!("list[{}]({})", e.text(), items.join(", "))
                }
                3 | 4 => format!("append(clip({}), {})", self.slice(ty), self.expr(e, depth)),
                5 => {
                    let s = self.slice(ty);
                    let t = self.slice(ty);
                    format!("append(clip({s}), {t}[len({t})/2:]...)")
                }
                6 => {
                    let n = self.expr(&Ty::Int, 1);
                    format!("make([]{}, ({n})&7)", e.text())
                }
                _ => {
                    let s = self.slice(ty);
                    format!("{s}[len({s})/2:]")
                }
            },
            Ty::Arr(n, e) => {
                let items: Vec<String> = (0..self.rng.below(n + 1)).map(|_| self.expr(e, depth)).collect();
                format!("{}{{{}}}", ty.text(), items.join(", "))
            }
            Ty::Map(e) => {
                let (k, x) = (self.rng.below(5), self.expr(e, depth));
                format!("{}{{{k}: {x}}}", ty.text())
            }
            Ty::Names(e) => {
                let x = self.expr(e, depth);
                let k = if choice < 4 { self.expr(&Ty::Str, 1) } else { "\"bc\"".into() };
                format!("{}{{{k}: {x}}}", ty.text())
            }
            Ty::Any => {
                let inner = self.rng.pick(&self.boxed).clone();
                let x = self.expr(&inner, depth);
                format!("any({}({x}))", conversion(&inner))
            }
            Ty::Shape => {
                let i = self.rng.below(self.structs.len());
                format!("Shape({})", self.expr(&Ty::Ptr(i), depth))
            }
            Ty::Err => {
                let (at, why) = (self.expr(&Ty::Shape, depth), self.expr(&Ty::Str, depth));
                let off = self.address(&Ty::Int).unwrap_or_else(|| "nil".into());
                format!("error(&Fail{{{at}, {why}, {off}}})")
            }
            Ty::Thunk(e) => {
                let captured = self.found(|v| self.takes_any(v) && v.ty == **e);
                if choice < 3 && !captured.is_empty() {
                    let v = self.rng.pick(&captured).name.clone();
                    let x = self.expr(e, depth);
                    return format!("func() {0} {{ burn(); x := {v}; {v} = {x}; return x }}", e.text());
                }
                format!("func() {} {{ burn(); return {} }}", e.text(), self.expr(e, depth + 1))
            }
            Ty::Fn(e) => {
                let captured = self.found(|v| self.takes_any(v) && v.ty == **e);
                if choice < 4 && !captured.is_empty() {
                    let v = self.rng.pick(&captured).name.clone();
                    return format!("func(x {0}) {0} {{ burn(); x, {v} = {v}, x; return x }}", e.text());
                }
                format!("func(x {0}) {0} {{ burn(); return {1} }}", e.text(), self.expr(e, depth))
            }
            Ty::Iter(e) => match choice {
                0 => {
                    let c = self.expr(&Ty::Cell(of(e)), depth);
                    format!("({c}).All")
                }
                1..=3 => {
                    let items: Vec<String> = (0..1 + self.rng.below(3)).map(|_| self.expr(e, depth)).collect();
                    format!("seq[{}]({})", e.text(), items.join(", "))
                }
                _ => {
                    let (x, y) = (self.expr(e, depth), self.expr(e, depth));
                    format!("func(yield func({}) bool) {{ burn(); if yield({x}) {{ yield({y}) }} }}", e.text())
                }
            },
            Ty::Chan(_) => self.simple(ty),
            Ty::Ref(e) => match choice {
                0..=4 => self.address(e).unwrap_or_else(|| format!("new({})", e.text())),
                _ => format!("box[{}]({})", e.text(), self.expr(e, depth)),
            },
            Ty::Cell(e) => match choice {
                0..=3 => format!("&Cell[{}]{{{}, {}}}", e.text(), self.expr(e, depth), self.expr(ty, depth)),
                4 => {
                    let c = self.expr(ty, 0);
                    format!("({c}).Push({})", self.expr(e, depth))
                }
                _ => self.simple(ty),
            },
        }
    }

    /// A slice that can stand twice in an expression.
    fn slice(&mut self, ty: &Ty) -> String {
        self.variable(ty).unwrap_or_else(|| self.global(ty))
    }

    /// A composite literal of a struct with some of its fields.
    fn literal(&mut self, i: usize, depth: usize, prefix: &str) -> String {
        let mut parts = Vec::new();
        for (name, ty) in self.structs[i].clone() {
            if self.rng.one_in(2) {
                let d = if self.rng.one_in(2) { 0 } else { depth };
                parts.push(format!("{name}: {}", self.expr(&ty, d)));
            }
        }
        let text = format!("N{i}{{{}}}", parts.join(", "));
        if prefix.is_empty() { text } else { format!("{prefix}{text}") }
    }
}

/// The type in a conversion.
pub(super) fn conversion(ty: &Ty) -> String {
    format!("({})", ty.text())
}
