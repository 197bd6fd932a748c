//! The types of generated pointer programs.

/// A type. Struct types are numbered: `N0`, `N1`, ….
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Ty {
    Int,
    Str,
    Bytes,
    /// `*N0`
    Ptr(usize),
    /// `N0`
    Val(usize),
    Slice(Box<Ty>),
    Arr(usize, Box<Ty>),
    /// `map[int]T`
    Map(Box<Ty>),
    /// `map[string]T`
    Names(Box<Ty>),
    Any,
    /// `Shape`, which all `*N` implement.
    Shape,
    /// `error`, a `*Fail`.
    Err,
    /// `func() T`
    Thunk(Box<Ty>),
    /// `func(T) T`
    Fn(Box<Ty>),
    /// `func(func(T) bool)`, an iterator.
    Iter(Box<Ty>),
    Chan(Box<Ty>),
    /// A pointer to something else than a struct of ours.
    Ref(Box<Ty>),
    /// `*Cell[T]`, a generic list.
    Cell(Box<Ty>),
}

impl Ty {
    /// The type as written.
    pub(super) fn text(&self) -> String {
        match self {
            Ty::Int => "int".into(),
            Ty::Str => "string".into(),
            Ty::Bytes => "[]byte".into(),
            Ty::Ptr(i) => format!("*N{i}"),
            Ty::Val(i) => format!("N{i}"),
            Ty::Slice(e) => format!("[]{}", e.text()),
            Ty::Arr(n, e) => format!("[{n}]{}", e.text()),
            Ty::Map(e) => format!("map[int]{}", e.text()),
            Ty::Names(e) => format!("map[string]{}", e.text()),
            Ty::Any => "any".into(),
            Ty::Shape => "Shape".into(),
            Ty::Err => "error".into(),
            Ty::Thunk(e) => format!("func() {}", e.text()),
            Ty::Fn(e) => format!("func({}) {}", e.text(), e.text()),
            Ty::Iter(e) => format!("func(func({}) bool)", e.text()),
            Ty::Chan(e) => format!("chan {}", e.text()),
            Ty::Ref(e) => format!("*{}", e.text()),
            Ty::Cell(e) => format!("*Cell[{}]", e.text()),
        }
    }

    /// The type in a name.
    pub(super) fn ident(&self) -> String {
        match self {
            Ty::Int => "int".into(),
            Ty::Str => "str".into(),
            Ty::Bytes => "bytes".into(),
            Ty::Ptr(i) => format!("p{i}"),
            Ty::Val(i) => format!("v{i}"),
            Ty::Slice(e) => format!("s_{}", e.ident()),
            Ty::Arr(n, e) => format!("a{n}_{}", e.ident()),
            Ty::Map(e) => format!("m_{}", e.ident()),
            Ty::Names(e) => format!("n_{}", e.ident()),
            Ty::Any => "any".into(),
            Ty::Shape => "shape".into(),
            Ty::Err => "err".into(),
            Ty::Thunk(e) => format!("t_{}", e.ident()),
            Ty::Fn(e) => format!("f_{}", e.ident()),
            Ty::Iter(e) => format!("i_{}", e.ident()),
            Ty::Chan(e) => format!("c_{}", e.ident()),
            Ty::Ref(e) => format!("r_{}", e.ident()),
            Ty::Cell(e) => format!("l_{}", e.ident()),
        }
    }

    /// Whether nil is a value of it and `== nil` is allowed.
    pub(super) fn has_nil(&self) -> bool {
        !matches!(self, Ty::Int | Ty::Str | Ty::Val(_) | Ty::Arr(..))
    }

    /// Whether `==` between two values is allowed and tells identity.
    pub(super) fn has_identity(&self) -> bool {
        matches!(self, Ty::Ptr(_) | Ty::Ref(_) | Ty::Cell(_) | Ty::Chan(_) | Ty::Shape | Ty::Err)
    }
}

/// Shorthand for a boxed type.
pub(super) fn of(ty: &Ty) -> Box<Ty> {
    Box::new(ty.clone())
}
