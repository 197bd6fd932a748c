//! Nodes as the reports print them: expressions normalised, literals' contents elided, simple statements on one line.

use super::ir::{Data, F, N, Node, Op, Program};
use super::type_text::type_text;
use golift_types::{Builtin, Const, PkgId, Type, TypeId, World};

/// Prints nodes for messages about package `pkg`.
#[derive(Clone, Copy)]
pub struct Printer<'a> {
    /// The checked program.
    pub w: &'a World,
    /// The tree.
    pub p: &'a Program,
    /// The package in which names are bare.
    pub pkg: PkgId,
}

/// How tightly a node's form binds.
fn prec(node: &Node) -> u8 {
    match (&node.op, &node.data) {
        (Op::Binary | Op::Logic, Data::Bin(op)) => op.precedence(),
        (Op::AddStr, _) => 4,
        (Op::Unary | Op::Addr | Op::Deref | Op::Recv | Op::PtrLit, _) => 7,
        (Op::Send | Op::InlCall | Op::Closure, _) => 0,
        _ => 8,
    }
}

impl Printer<'_> {
    /// The name of a function as messages print it.
    pub fn func_name(&self, f: F) -> String {
        let func = self.p.f(f);
        self.qualify(func.pkg, func.name.as_str())
    }

    fn qualify(&self, pkg: PkgId, name: &str) -> String {
        if pkg == self.pkg { name.to_owned() } else { format!("{}.{name}", self.w.package(pkg).name) }
    }

    /// A type's text.
    pub fn ty(&self, ty: TypeId) -> String {
        type_text(self.w, ty, self.pkg)
    }

    /// A node's text.
    pub fn node(&self, n: N) -> String {
        self.at(n, 0)
    }

    fn list(&self, list: &[N]) -> String {
        list.iter().map(|&n| self.at(n, 0)).collect::<Vec<_>>().join(", ")
    }

    fn at(&self, n: N, outer: u8) -> String {
        let mut node = self.p.n(n);
        while node.implicit
            && matches!(node.op, Op::Addr | Op::Deref | Op::Conv | Op::ConvIface | Op::SliceToArray | Op::StrToBytes | Op::BytesToStr)
        {
            match node.x {
                Some(x) => node = self.p.n(x),
                None => break,
            }
        }
        let text = self.text(node);
        if outer > prec(node) { format!("({text})") } else { text }
    }

    fn op(&self, n: Option<N>, outer: u8) -> String {
        n.map_or(String::new(), |n| self.at(n, outer))
    }

    /// `T` as what is applied to an operand: in parentheses unless it has a name.
    fn conversion(&self, ty: TypeId) -> String {
        let t = self.ty(ty);
        match self.w.ty(ty) {
            Type::Basic(_) | Type::Named(_) | Type::Alias(_) => t,
            _ => format!("({t})"),
        }
    }

    fn text(&self, node: &Node) -> String {
        match node.op {
            Op::Name => match node.data {
                Data::Var(v) => {
                    let var = self.p.v(v);
                    let name = var.name.as_str();
                    if name.starts_with(['.', '~']) { name.to_owned() } else { self.qualify(var.pkg, name) }
                }
                _ => String::from("_"),
            },
            Op::FuncName => match &node.data {
                Data::Func(f) => self.func_name(*f),
                Data::Sym(s) => s.to_string(),
                _ => String::new(),
            },
            Op::MethExpr => match &node.data {
                Data::Method(_, name, recv) => format!("{}.{name}", self.receiver(*recv)),
                _ => String::new(),
            },
            Op::Literal => self.literal(node),
            Op::Nil => String::from("nil"),
            Op::TypeExpr => self.ty(node.ty),
            Op::Unary => {
                let op = if let Data::Un(op) = node.data { op.as_str() } else { "" };
                let inner = node.x.map(|x| self.p.n(x));
                let gap = if inner.is_some_and(|i| i.op == Op::Unary && format!("{:?}", i.data) == format!("{:?}", node.data)) { " " } else { "" };
                format!("{op}{gap}{}", self.op(node.x, 8))
            }
            Op::Addr | Op::PtrLit => format!("&{}", self.op(node.x, if node.op == Op::Addr { 8 } else { 0 })),
            Op::Deref => format!("*{}", self.op(node.x, 8)),
            Op::Recv => format!("<-{}", self.op(node.x, 8)),
            Op::Binary | Op::Logic => {
                let Data::Bin(op) = node.data else { return String::new() };
                let p = op.precedence();
                format!("{} {} {}", self.op(node.x, p), op.as_str(), self.op(node.y, p + 1))
            }
            Op::AddStr => node.list.iter().map(|&n| self.at(n, 0)).collect::<Vec<_>>().join(" + "),
            Op::Dot | Op::DotPtr => match &node.data {
                Data::Field(name, _) => format!("{}.{name}", self.op(node.x, 8)),
                _ => String::new(),
            },
            Op::DotInter | Op::MethValue => match &node.data {
                Data::Method(_, name, _) => format!("{}.{name}", self.op(node.x, 8)),
                _ => String::new(),
            },
            Op::DotType => format!("{}.({})", self.op(node.x, 8), self.ty(node.ty)),
            Op::Index | Op::IndexMap => format!("{}[{}]", self.op(node.x, 8), self.op(node.y, 0)),
            Op::Slice => {
                let mut out = format!("{}[{}:{}", self.op(node.x, 8), self.op(node.y, 0), self.op(node.z, 0));
                if let Some(&max) = node.list.first() {
                    out += &format!(":{}", self.at(max, 0));
                }
                out + "]"
            }
            Op::Conv
            | Op::ConvIface
            | Op::StrToBytes
            | Op::BytesToStr
            | Op::StrToRunes
            | Op::RunesToStr
            | Op::RuneToStr
            | Op::SliceToArray
            | Op::SliceToArrayPtr => format!("{}({})", self.conversion(node.ty), self.op(node.x, 0)),
            Op::Call | Op::CallInter => {
                format!("{}({}{})", self.op(node.x, 8), self.list(&node.list), if node.flag { "..." } else { "" })
            }
            Op::InlCall => match &node.list[..] {
                [one] => self.at(*one, 0),
                many => self.list(many),
            },
            Op::BuiltinCall => {
                let Data::Builtin(b) = node.data else { return String::new() };
                let name = match b {
                    Builtin::UnsafeString => return String::from("<node unsafe.String>"),
                    Builtin::UnsafeStringData | Builtin::UnsafeSlice | Builtin::UnsafeSliceData | Builtin::UnsafeAdd => format!("unsafe.{}", b.name()),
                    _ => b.name().to_owned(),
                };
                format!("{name}({}{})", self.list(&node.list), if node.flag && b == Builtin::Append { "..." } else { "" })
            }
            Op::New => match node.x {
                Some(x) => format!("new({})", self.at(x, 0)),
                None => format!("new({})", self.ty(self.w.pointer_elem(node.ty).unwrap_or(node.ty))),
            },
            Op::MakeSlice | Op::MakeMap | Op::MakeChan => {
                let mut out = format!("make({}", self.ty(node.ty));
                for n in [node.x, node.y].into_iter().flatten().filter(|&n| !self.p.n(n).implicit) {
                    out += &format!(", {}", self.at(n, 0));
                }
                out + ")"
            }
            Op::ArrayLit | Op::SliceLit | Op::StructLit | Op::MapLit => {
                if node.implicit {
                    return String::from("... argument");
                }
                format!("{}{{{}}}", self.ty(node.ty), if node.list.is_empty() { "" } else { "..." })
            }
            Op::Key => format!("{}:{}", self.op(node.x, 0), self.op(node.y, 0)),
            Op::StructKey => self.op(node.x, 0),
            Op::Closure => String::from("func literal"),
            _ => self.statement(node),
        }
    }

    /// The receiver type of a method expression.
    fn receiver(&self, recv: TypeId) -> String {
        let t = self.ty(recv);
        if t.starts_with('*') { format!("({t})") } else { t }
    }

    fn literal(&self, node: &Node) -> String {
        let Data::Const(value) = &node.data else { return String::new() };
        let text = match value {
            Const::Int(n) if matches!(self.w.ty(node.ty), Type::Alias(_)) && self.w.as_basic(node.ty) == Some(golift_types::Basic::Int32) => rune(*n),
            Const::String(s) => golift_types::quote_verbatim(s),
            other => other.display(),
        };
        let plain = match self.w.ty(node.ty) {
            Type::Basic(b) => {
                matches!(b, golift_types::Basic::Int | golift_types::Basic::String | golift_types::Basic::Bool | golift_types::Basic::Float64 | golift_types::Basic::Complex128)
                    || b.id().0 >= golift_types::Basic::UntypedBool.id().0
            }
            Type::Alias(_) => self.w.as_basic(node.ty) == Some(golift_types::Basic::Int32),
            _ => false,
        };
        if plain || node.ty == super::ir::NO_TYPE { text } else { format!("{}({text})", self.conversion(node.ty)) }
    }

    fn block(&self, list: &[N]) -> String {
        if list.is_empty() {
            return String::from("{  }");
        }
        let mut out = String::from("{");
        for (i, &n) in list.iter().enumerate() {
            out += if i == 0 { " " } else { "; " };
            out += &self.node(n);
        }
        out + " }"
    }

    /// Statements on one line, as in the texts of inlinable bodies.
    pub fn body(&self, list: &[N]) -> String {
        list.iter().map(|&n| self.node(n)).collect::<Vec<_>>().join("; ")
    }

    fn statement(&self, node: &Node) -> String {
        match node.op {
            Op::Dcl => {
                let ty = node.x.map_or(String::new(), |x| self.ty(self.p.n(x).ty));
                format!("var {} {ty}", self.op(node.x, 0))
            }
            Op::Assign => {
                let Some(y) = node.y else {
                    return format!("{} = <nil>", self.op(node.x, 0));
                };
                format!("{} {} {}", self.op(node.x, 0), if node.flag { ":=" } else { "=" }, self.at(y, 0))
            }
            Op::AssignPair | Op::AssignFunc | Op::AssignMapIndex | Op::AssignRecv | Op::AssignDotType => {
                format!("{} {} {}", self.list(&node.list), if node.flag { ":=" } else { "=" }, self.list(&node.rhs))
            }
            Op::AssignOp => {
                let Data::Bin(op) = node.data else { return String::new() };
                if node.flag {
                    return format!("{}{}{}", self.op(node.x, 0), op.as_str(), op.as_str());
                }
                format!("{} {}= {}", self.op(node.x, 0), op.as_str(), self.op(node.y, 0))
            }
            Op::Send => format!("{} <- {}", self.op(node.x, 0), self.op(node.y, 0)),
            Op::Return => format!("return {}", self.list(&node.list)),
            Op::If => {
                let mut out = format!("if {} {}", self.op(node.x, 0), self.block(&node.body));
                if !node.rhs.is_empty() {
                    out += &format!(" else {}", self.block(&node.rhs));
                }
                out
            }
            Op::For => String::from("for loop"),
            Op::Range => String::from("for loop"),
            Op::Switch => String::from("switch statement"),
            Op::Select => String::from("select statement"),
            Op::Case => {
                let head = if node.list.is_empty() { String::from("default") } else { format!("case {}", self.list(&node.list)) };
                format!("{head}: {}", self.body(&node.body))
            }
            Op::CommCase => String::from("case"),
            Op::Block => {
                if node.body.is_empty() {
                    return String::from("{  }");
                }
                self.block(&node.body)
            }
            Op::Label => match &node.data {
                Data::Sym(s) => format!("{s}: "),
                _ => String::new(),
            },
            Op::Goto | Op::Break | Op::Continue => {
                let word = match node.op {
                    Op::Goto => "goto",
                    Op::Break => "break",
                    _ => "continue",
                };
                match &node.data {
                    Data::Sym(s) => format!("{word} {s}"),
                    _ => word.to_owned(),
                }
            }
            Op::Fallthrough => String::from("fallthrough"),
            Op::Go => format!("go {}", self.op(node.x, 0)),
            Op::Defer => format!("defer {}", self.op(node.x, 0)),
            Op::TypeGuard => format!("{}.(type)", self.op(node.x, 8)),
            _ => String::new(),
        }
    }
}

fn rune(n: i64) -> String {
    match char::from_u32(n as u32) {
        Some(c) if (' '..='~').contains(&c) && c != '\'' && c != '\\' => format!("'{c}'"),
        Some('\n') => String::from("'\\n'"),
        Some('\t') => String::from("'\\t'"),
        Some('\r') => String::from("'\\r'"),
        Some('\\') => String::from("'\\\\'"),
        Some('\'') => String::from("'\\''"),
        Some(c) if (c as u32) < 0x80 => format!("'\\x{:02x}'", c as u32),
        Some(c) if (c as u32) < 0x10000 => format!("'\\u{:04x}'", c as u32),
        _ => format!("'\\U{n:08x}'"),
    }
}
