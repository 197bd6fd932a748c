//! Operands: the results of checking expressions, and how messages describe them.

use crate::check::Checker;
use crate::constant::Const;
use golift_frontend::{expr_string, start_pos};
use crate::info::Mode;
use crate::object::Builtin;
use crate::types::{Basic, Type, TypeId};
use golift_base::Pos;
use golift_frontend::ast::Expr;

/// The result of checking an expression.
#[derive(Clone, Debug)]
pub(crate) struct Operand<'a> {
    pub(crate) mode: Mode,
    pub(crate) ty: TypeId,
    /// The value when the mode is `Constant`.
    pub(crate) val: Option<Const>,
    /// The expression; `None` for operands that stand in no source.
    pub(crate) expr: Option<&'a Expr>,
    pub(crate) builtin: Option<Builtin>,
    /// How messages name an operand that is one of several values.
    pub(crate) part: Part,
}

/// Which of several values of one expression an operand is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Part {
    /// The only one.
    Whole,
    /// A call's result, counted from 1, where it is assigned.
    Result(u32),
    /// The boolean of a comma-ok expression.
    Ok,
}

impl<'a> Operand<'a> {
    /// An operand that is yet to be filled in.
    pub(crate) fn invalid() -> Operand<'a> {
        Operand { mode: Mode::Invalid, ty: Basic::Invalid.id(), val: None, expr: None, builtin: None, part: Part::Whole }
    }

    /// A value of a type.
    pub(crate) fn value(ty: TypeId, expr: Option<&'a Expr>) -> Operand<'a> {
        Operand { mode: Mode::Value, ty, val: None, expr, builtin: None, part: Part::Whole }
    }

    /// Whether the operand is erroneous.
    pub(crate) fn bad(&self) -> bool {
        self.mode == Mode::Invalid
    }

    /// Makes the operand erroneous. Its type stays, for messages about the number of arguments.
    pub(crate) fn spoil(&mut self) {
        self.mode = Mode::Invalid;
        self.val = None;
    }

    /// Makes the operand a constant.
    pub(crate) fn set_const(&mut self, ty: TypeId, val: Const) {
        self.mode = Mode::Constant;
        self.ty = ty;
        self.val = Some(val);
    }

    /// Makes the operand a plain value.
    pub(crate) fn set_value(&mut self, ty: TypeId) {
        self.mode = Mode::Value;
        self.ty = ty;
        self.val = None;
    }

    /// Where errors about the operand are reported.
    pub(crate) fn pos(&self) -> Pos {
        self.expr.map_or(Pos::NONE, start_pos)
    }

    /// Whether this is the untyped nil.
    pub(crate) fn is_nil(&self) -> bool {
        self.mode == Mode::Nil
    }
}

fn ordinal(n: u32) -> String {
    let suffix = match (n % 10, n % 100) {
        (1, r) if r != 11 => "st",
        (2, r) if r != 12 => "nd",
        (3, r) if r != 13 => "rd",
        _ => "th",
    };
    format!("{n}{suffix}")
}

fn mode_string(mode: Mode) -> &'static str {
    match mode {
        Mode::Invalid => "invalid operand",
        Mode::NoValue => "no value",
        Mode::Builtin => "built-in",
        Mode::Type => "type",
        Mode::Constant => "constant",
        Mode::Variable => "variable",
        Mode::MapIndex => "map index expression",
        Mode::Value => "value",
        Mode::Nil => "nil",
        Mode::CommaOk => "comma, ok expression",
        Mode::Package => "package",
    }
}

impl<'a> Checker<'a> {
    /// The kind of a composite underlying type (`slice`, `struct`, …), empty for basic types.
    pub(crate) fn composite_kind(&self, ty: TypeId) -> &'static str {
        match self.w.under(ty) {
            Type::Array(..) => "array",
            Type::Slice(_) => "slice",
            Type::Struct(_) => "struct",
            Type::Pointer(_) => "pointer",
            Type::Signature(_) => "func",
            Type::Interface { .. } => "interface",
            Type::Map(..) => "map",
            Type::Chan(..) => "chan",
            Type::Tuple(_) => "tuple",
            Type::Union(_) => "union",
            _ => "",
        }
    }

    /// The text of an operand's expression, or of what stands for it.
    pub(crate) fn operand_expr_string(&self, x: &Operand<'a>) -> String {
        match x.part {
            Part::Whole => {}
            Part::Result(n) => return format!("{} function result", ordinal(n)),
            Part::Ok => return "ok value of (comma, ok) expression".into(),
        }
        match (x.expr, x.mode) {
            (Some(e), _) => expr_string(e),
            (None, Mode::Builtin) => x.builtin.map_or("", |b| b.name()).into(),
            (None, Mode::Type) => self.tstr(x.ty),
            (None, Mode::Constant) => x.val.as_ref().map(Const::display).unwrap_or_default(),
            _ => String::new(),
        }
    }

    /// The description of an operand in messages: `x (variable of type int)`.
    pub(crate) fn opstr(&self, x: &Operand<'a>) -> String {
        if x.mode == Mode::Nil {
            return if self.w.is_invalid(x.ty) {
                "nil (with invalid type)".into()
            } else if x.ty == Basic::UntypedNil.id() {
                "nil".into()
            } else {
                format!("nil (of type {})", self.tstr(x.ty))
            };
        }
        let expr = self.operand_expr_string(x);
        let mut out = String::new();
        if !expr.is_empty() {
            out.push_str(&expr);
            out.push_str(" (");
        }
        let mut has_type = false;
        match x.mode {
            Mode::Invalid | Mode::NoValue | Mode::Builtin | Mode::Type | Mode::Package => {}
            _ if self.w.is_untyped(x.ty) => {
                out.push_str(&self.tstr(x.ty));
                out.push(' ');
            }
            _ => has_type = true,
        }
        out.push_str(mode_string(x.mode));
        if x.mode == Mode::Constant
            && let Some(v) = &x.val
        {
            let v = v.display();
            if v != expr {
                out.push(' ');
                out.push_str(&v);
            }
        }
        if has_type {
            if self.w.is_invalid(x.ty) {
                out.push_str(" with invalid type");
            } else {
                self.describe_type(&mut out, x.ty);
            }
        }
        if !expr.is_empty() {
            out.push(')');
        }
        out
    }

    /// The description of a call with several results, which are printed with their names.
    pub(crate) fn tuple_operand_string(&self, x: &Operand<'a>) -> String {
        use golift_frontend::ast::ExprKind;
        if let Some(e) = x.expr
            && let ExprKind::Call { fun, .. } = &golift_frontend::unparen(e).kind
            && let Some(Some(tv)) = self.w.info.types.get(fun.id.0 as usize)
            && let Some(sig) = self.w.as_signature(tv.ty)
        {
            let list: Vec<String> = sig
                .results
                .iter()
                .map(|r| {
                    let name = self.w.obj(r.obj).name;
                    let space = if name.as_str().is_empty() { "" } else { " " };
                    format!("{name}{space}{}", self.tstr(r.ty))
                })
                .collect();
            return format!("{} (value of type ({}))", expr_string(e), list.join(", "));
        }
        self.opstr(x)
    }

    fn describe_type(&self, out: &mut String, ty: TypeId) {
        let tparam = self.w.as_type_param(ty);
        out.push_str(" of ");
        if self.w.is_generic(ty) {
            out.push_str("generic ");
        }
        if tparam.is_none() && self.is_described_by_kind(ty) {
            let mut what = self.composite_kind(ty);
            if what.is_empty()
                && let Some(b) = self.w.as_basic(ty)
            {
                what = if b == Basic::UnsafePointer { "Pointer" } else { b.name() };
            }
            if !what.is_empty() {
                out.push_str(what);
                out.push(' ');
            }
        }
        out.push_str("type ");
        out.push_str(&self.tstr(ty));
        if let Some(p) = tparam {
            out.push_str(" constrained by ");
            out.push_str(&self.tstr(self.w.type_param(p).constraint));
            if self.w.type_set_of(ty).is_some_and(|types| types.is_empty()) {
                out.push_str(" with empty type set");
            }
        }
    }

    /// Whether a type's kind is told beside its name: defined types and declared aliases, but not `byte` and `rune`.
    fn is_described_by_kind(&self, ty: TypeId) -> bool {
        match self.w.ty(ty) {
            Type::Named(_) => true,
            Type::Alias(_) => ty != crate::universe::BYTE && ty != crate::universe::RUNE,
            _ => false,
        }
    }
}
