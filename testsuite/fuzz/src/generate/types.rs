//! The types that generated programs use, with their Go text, zero values and literals.

use crate::rng::Rng;

/// A type.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Ty {
    Bool,
    /// An integer type by its name.
    Int(&'static str),
    /// float64 or float32.
    Float(&'static str),
    Str,
    Slice(Box<Ty>),
    Array(usize, Box<Ty>),
    /// Keys are integers or strings.
    Map(Box<Ty>, Box<Ty>),
    /// A pointer to a struct or a basic type.
    Ptr(Box<Ty>),
    /// `S0`, `S1`, ….
    Struct(usize),
    /// `Shape`.
    Iface,
    /// `any`.
    Any,
    /// `func(int) int`.
    Func,
    /// `Stack[T]`, a generic type.
    Stack(Box<Ty>),
}

/// All integer types.
pub(super) const INTS: &[&str] = &["int", "int8", "int16", "int32", "int64", "uint", "uint8", "uint16", "uint32", "uint64", "uintptr"];

impl Ty {
    /// The type as written.
    pub(super) fn text(&self) -> String {
        match self {
            Ty::Bool => "bool".into(),
            Ty::Int(n) | Ty::Float(n) => (*n).into(),
            Ty::Str => "string".into(),
            Ty::Slice(e) => format!("[]{}", e.text()),
            Ty::Array(n, e) => format!("[{n}]{}", e.text()),
            Ty::Map(k, v) => format!("map[{}]{}", k.text(), v.text()),
            Ty::Ptr(e) => format!("*{}", e.text()),
            Ty::Struct(i) => format!("S{i}"),
            Ty::Iface => "Shape".into(),
            Ty::Any => "any".into(),
            Ty::Func => "func(int) int".into(),
            Ty::Stack(e) => format!("Stack[{}]", e.text()),
        }
    }

    /// The type in a name.
    pub(super) fn ident(&self) -> String {
        self.text().chars().map(|c| if c.is_alphanumeric() { c } else { '_' }).collect()
    }

    pub(super) fn is_signed(&self) -> bool {
        matches!(self, Ty::Int(n) if n.starts_with('i'))
    }

    /// Whether `==` is allowed and cannot panic.
    pub(super) fn is_comparable(&self, structs: &[Vec<Ty>]) -> bool {
        match self {
            Ty::Bool | Ty::Int(_) | Ty::Float(_) | Ty::Str | Ty::Ptr(_) => true,
            Ty::Array(_, e) => e.is_comparable(structs),
            Ty::Struct(i) => structs[*i].iter().all(|f| f.is_comparable(structs)),
            _ => false,
        }
    }
}

/// A basic type.
pub(super) fn basic(rng: &mut Rng) -> Ty {
    match rng.below(10) {
        0 => Ty::Bool,
        1 => Ty::Float("float64"),
        2 if rng.one_in(2) => Ty::Float("float32"),
        3 | 4 => Ty::Str,
        5 | 6 => Ty::Int("int"),
        _ => int(rng),
    }
}

/// Any type, `depth` constructors deep at most.
pub(super) fn any_type(rng: &mut Rng, structs: usize, depth: usize) -> Ty {
    if depth == 0 || rng.one_in(3) {
        return basic(rng);
    }
    match rng.below(12) {
        0..=2 => Ty::Slice(Box::new(any_type(rng, structs, depth - 1))),
        3 => Ty::Array(1 + rng.below(4), Box::new(any_type(rng, structs, depth - 1))),
        4 => {
            let key = if rng.one_in(2) { Ty::Str } else { int(rng) };
            Ty::Map(Box::new(key), Box::new(any_type(rng, structs, depth - 1)))
        }
        5 if structs > 0 => Ty::Ptr(Box::new(Ty::Struct(rng.below(structs)))),
        6 => Ty::Ptr(Box::new(basic(rng))),
        7 | 8 if structs > 0 => Ty::Struct(rng.below(structs)),
        9 => Ty::Iface,
        10 => Ty::Func,
        11 if rng.one_in(2) => Ty::Stack(Box::new(basic(rng))),
        _ => Ty::Any,
    }
}

/// A literal of a basic type, in its range and typed.
pub(super) fn literal(rng: &mut Rng, ty: &Ty) -> String {
    match ty {
        Ty::Bool => (*rng.pick(&["true", "false"])).into(),
        Ty::Int(name) => {
            let bits: u32 = name.trim_start_matches(|c: char| c.is_alphabetic()).parse().unwrap_or(64);
            let value = if rng.one_in(4) {
                if ty.is_signed() {
                    let top = (1i128 << (bits - 1)) - 1;
                    *rng.pick(&[top, -top - 1, top - 1, -1])
                } else {
                    let top = (1i128 << bits) - 1;
                    *rng.pick(&[top, top / 2 + 1, top - 1, 0])
                }
            } else {
                let small = rng.below(100) as i128;
                if ty.is_signed() && rng.one_in(3) { -small } else { small }
            };
            format!("{name}({value})")
        }
        Ty::Float(name) => format!("{name}({})", rng.pick(&["0", "1", "-1.5", "0.25", "3.75", "1e10", "-2e-3", "100.125"])),
        _ => (*rng.pick(&["\"\"", "\"a\"", "\"go\"", "\"héllo, 世界\"", "\"xyz\\x00\\xff\"", "`raw\\n`", "\"the quick brown fox\""])).into(),
    }
}

/// An integer type.
pub(super) fn int(rng: &mut Rng) -> Ty {
    Ty::Int(*rng.pick(INTS))
}
