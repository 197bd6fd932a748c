//! Identifiers and type expressions (spec, Types).
//!
//! Input: an expression that must be a type. Output: its type; the invalid type after an error.

use crate::check::Checker;
use crate::constant::Const;
use golift_frontend::{expr_list_string, expr_string};
use crate::info::Mode;
use crate::object::{ObjId, ObjKind, VarKind};
use crate::operand::Operand;
use crate::types::{Basic, Type, TypeId};
use golift_base::Symbol;
use golift_frontend::ast::{Expr, ExprKind};

impl<'a> Checker<'a> {
    /// Checks the use of a name. With `want_type` anything but a type is an error.
    pub(crate) fn ident(&mut self, x: &mut Operand<'a>, e: &'a Expr, name: Symbol, want_type: bool) {
        x.spoil();
        x.expr = Some(e);
        let Some((scope, obj)) = self.w.lookup_parent(self.env.scope, name) else {
            if name.is_blank() {
                self.error("InvalidBlank", e.span.lo, "cannot use _ as value or type");
            } else {
                self.error("UndeclaredName", e.span.lo, format!("undefined: {name}"));
            }
            return;
        };
        self.record_use(e.id, obj);
        let is_type = matches!(self.w.obj(obj).kind, ObjKind::TypeName);
        if want_type && !is_type {
            let kind = self.object_kind(obj);
            self.error("NotAType", e.span.lo, format!("{name} ({kind}) is not a type"));
            self.w.obj_mut(obj).used = true;
            return;
        }
        self.obj_decl(obj);
        if let Some(&pkg_name) = self.dot_imports.get(&(scope, obj)) {
            self.w.obj_mut(pkg_name).used = true;
        }
        let ty = self.w.obj(obj).ty;
        match self.w.obj(obj).kind.clone() {
            ObjKind::PkgName(_) => {
                self.error("InvalidPkgUse", e.span.lo, format!("use of package {name} not in selector"));
                return;
            }
            ObjKind::Const(val) => {
                self.add_dep(obj);
                if self.w.is_invalid(ty) {
                    return;
                }
                let is_iota = self.w.obj(obj).pkg.is_none() && name.as_str() == "iota";
                if is_iota {
                    let Some(iota) = self.env.iota else {
                        self.error("InvalidIota", e.span.lo, "cannot use iota outside constant declaration");
                        return;
                    };
                    x.val = Some(Const::Int(i64::from(iota)));
                } else {
                    x.val = Some(val);
                }
                x.mode = Mode::Constant;
            }
            ObjKind::TypeName => {
                let newer = self.w.obj(obj).pkg.is_none() && matches!(name.as_str(), "any" | "comparable");
                if newer && !self.require(e.span.lo, 18, |_| format!("predeclared {name}")) {
                    return;
                }
                x.mode = Mode::Type;
            }
            ObjKind::Var(_) => {
                if self.w.obj(obj).pkg == Some(self.pkg) {
                    self.w.obj_mut(obj).used = true;
                }
                self.add_dep(obj);
                if self.w.is_invalid(ty) {
                    return;
                }
                x.mode = Mode::Variable;
            }
            ObjKind::Func(_) => {
                self.add_dep(obj);
                x.mode = Mode::Value;
            }
            ObjKind::Builtin(b) => {
                x.builtin = Some(b);
                x.mode = Mode::Builtin;
            }
            ObjKind::Nil => x.mode = Mode::Nil,
            ObjKind::Label => return,
        }
        x.ty = ty;
    }

    /// What an object is, in messages.
    pub(crate) fn object_kind(&self, obj: ObjId) -> &'static str {
        match &self.w.obj(obj).kind {
            ObjKind::PkgName(_) => "package name",
            ObjKind::Const(_) => "constant",
            ObjKind::TypeName => "type",
            ObjKind::Var(VarKind::Field | VarKind::Embedded) => "field",
            ObjKind::Var(VarKind::Global) => "package-level variable",
            ObjKind::Var(VarKind::Local) => "local variable",
            ObjKind::Var(VarKind::Param) => "parameter",
            ObjKind::Var(VarKind::Recv) => "receiver",
            ObjKind::Var(VarKind::Result) => "result variable",
            ObjKind::Func(_) => "function",
            ObjKind::Label => "label",
            ObjKind::Builtin(_) => "built-in function",
            ObjKind::Nil => "untyped nil",
        }
    }

    /// Checks a type expression.
    pub(crate) fn typ(&mut self, e: &'a Expr) -> TypeId {
        let ty = self.generic_type_or_type(e);
        self.reject_generic(e, ty)
    }

    /// Checks the type of a variable: constraint interfaces are rejected once they are complete.
    pub(crate) fn var_type(&mut self, e: &'a Expr) -> TypeId {
        let ty = self.typ(e);
        self.later(move |c| c.check_no_constraint(e, ty));
        ty
    }

    pub(crate) fn check_no_constraint(&mut self, e: &'a Expr, ty: TypeId) {
        if self.w.is_type_param(ty) || !self.w.is_interface(ty) {
            return;
        }
        let set = self.w.type_set(self.w.under_id(ty));
        if set.is_method_set() {
            return;
        }
        let why = if set.comparable && set.terms.is_none() {
            "interface is (or embeds) comparable"
        } else {
            "interface contains type constraints"
        };
        let t = self.tstr(ty);
        let msg = format!("cannot use type {t} outside a type constraint: {why}");
        self.soft_error("MisplacedConstraintIface", e.span.lo, msg);
    }

    /// Reports a generic type that is used without type arguments.
    fn reject_generic(&mut self, e: &'a Expr, ty: TypeId) -> TypeId {
        if self.w.is_generic(ty) {
            let t = self.tstr(ty);
            self.error(
                "WrongTypeArgCount",
                e.span.lo,
                format!("cannot use generic type {t} without instantiation"),
            );
            return Self::INVALID;
        }
        ty
    }

    /// Checks a type expression; a generic type without arguments is accepted.
    pub(crate) fn generic_type_or_type(&mut self, e: &'a Expr) -> TypeId {
        let ty = self.type_internal(e);
        self.record_type_expr(e, ty);
        ty
    }

    fn type_internal(&mut self, e: &'a Expr) -> TypeId {
        match &e.kind {
            ExprKind::Bad => Self::INVALID,
            ExprKind::Name(name) => {
                let mut x = Operand::invalid();
                self.ident(&mut x, e, *name, true);
                self.type_of_operand(x)
            }
            ExprKind::Selector(..) => {
                let mut x = Operand::invalid();
                self.selector(&mut x, e, true);
                self.type_of_operand(x)
            }
            ExprKind::Index { x, indices, .. } => self.instantiated_type(e, x, indices),
            ExprKind::Paren(x) => self.generic_type_or_type(x),
            ExprKind::ArrayType { len, elem } => {
                if let ExprKind::Ellipsis(_) = len.kind {
                    self.error(
                        "BadDotDotDotSyntax",
                        e.span.lo,
                        "invalid use of [...] array (outside a composite literal)",
                    );
                    self.var_type(elem);
                    return Self::INVALID;
                }
                let n = self.array_length(len);
                let elem = self.var_type(elem);
                match n {
                    Some(n) if !self.w.is_invalid(elem) => self.w.new_type(Type::Array(elem, n)),
                    Some(n) => self.w.new_type(Type::Array(elem, n)),
                    None => Self::INVALID,
                }
            }
            ExprKind::SliceType(elem) => {
                let elem = self.var_type(elem);
                self.w.new_type(Type::Slice(elem))
            }
            ExprKind::Ellipsis(elem) => {
                self.error("InvalidSyntaxTree", e.span.lo, "invalid syntax tree: invalid use of ...");
                if let Some(elem) = elem {
                    self.typ(elem);
                }
                Self::INVALID
            }
            ExprKind::StructType(fields) => self.struct_type(fields),
            ExprKind::Star(base) => {
                let base = self.var_type(base);
                if self.w.is_invalid(base) {
                    return Self::INVALID;
                }
                self.w.new_type(Type::Pointer(base))
            }
            ExprKind::FuncType(ty) => self.func_type(ty, None).0,
            ExprKind::InterfaceType(elems) => self.interface_type(e, elems),
            ExprKind::MapType(key_expr, elem) => {
                let key = self.var_type(key_expr);
                let elem = self.var_type(elem);
                self.later(move |c| c.check_map_key(key_expr, key));
                self.w.new_type(Type::Map(key, elem))
            }
            ExprKind::ChanType(dir, elem) => {
                let elem = self.var_type(elem);
                self.w.new_type(Type::Chan(*dir, elem))
            }
            _ => {
                self.error("NotAType", e.span.lo, format!("{} is not a type", expr_string(e)));
                self.use_expr(e);
                Self::INVALID
            }
        }
    }

    fn check_map_key(&mut self, e: &'a Expr, key: TypeId) {
        if self.w.is_invalid(key) || self.w.is_comparable(key, true) {
            return;
        }
        let why = if self.w.is_type_param(key) { " (missing comparable constraint)" } else { "" };
        let msg = format!("invalid map key type {}{why}", self.tstr(key));
        self.error("IncomparableMapKey", self.type_pos(e), msg);
    }

    fn type_of_operand(&mut self, x: Operand<'a>) -> TypeId {
        match x.mode {
            Mode::Type => x.ty,
            Mode::Invalid => Self::INVALID,
            Mode::NoValue => {
                self.error("NotAType", x.pos(), format!("{} used as type", self.opstr(&x)));
                Self::INVALID
            }
            _ => {
                self.error("NotAType", x.pos(), format!("{} is not a type", self.opstr(&x)));
                Self::INVALID
            }
        }
    }

    /// The length of an array type; `None` after an error.
    pub(crate) fn array_length(&mut self, e: &'a Expr) -> Option<u64> {
        if let ExprKind::Name(name) = e.kind {
            match self.w.lookup_parent(self.env.scope, name) {
                None => {
                    self.error(
                        "InvalidArrayLen",
                        e.span.lo,
                        format!("undefined array length {name} or missing type constraint"),
                    );
                    return None;
                }
                Some((_, obj)) if !matches!(self.w.obj(obj).kind, ObjKind::Const(_)) => {
                    self.error("InvalidArrayLen", e.span.lo, format!("invalid array length {name}"));
                    self.w.obj_mut(obj).used = true;
                    return None;
                }
                _ => {}
            }
        }
        let mut x = Operand::invalid();
        self.expr(&mut x, e);
        if x.mode != Mode::Constant {
            if !x.bad() {
                self.error("InvalidArrayLen", x.pos(), format!("array length {} must be constant", self.opstr(&x)));
            }
            return None;
        }
        if self.w.is_untyped(x.ty) || self.w.is_integer(x.ty) {
            let n = x.val.as_ref().map(Const::to_int);
            if let Some(n) = n.as_ref().and_then(Const::as_i64)
                && n >= 0
            {
                return Some(n as u64);
            }
        }
        let text = self.opstr(&x);
        let msg = if self.w.is_integer(x.ty) {
            format!("invalid array length {text}")
        } else {
            format!("array length {text} must be integer")
        };
        self.error("InvalidArrayLen", x.pos(), msg);
        None
    }

    /// `x[T1, T2]` as a type.
    fn instantiated_type(&mut self, e: &'a Expr, x: &'a Expr, indices: &'a [Expr]) -> TypeId {
        self.require(e.span.lo, 18, |_| "type instantiation".into());
        let generic = self.generic_type_or_type(x);
        if self.w.is_invalid(generic) {
            return Self::INVALID;
        }
        if !self.w.is_generic(generic) {
            let t = self.tstr(generic);
            let msg = format!(
                "invalid operation: {}[{}] ({t} is not a generic type)",
                expr_string(x),
                expr_list_string(indices)
            );
            self.error("NotAGenericType", x.span.lo, msg);
            return Self::INVALID;
        }
        let args: Vec<TypeId> = indices.iter().map(|i| self.var_type(i)).collect();
        if args.iter().any(|&t| self.w.is_invalid(t)) {
            return Self::INVALID;
        }
        self.instantiate_named(e, x, generic, args, indices)
    }

    /// Whether the type is one of the basic types.
    pub(crate) fn is_basic(&self, ty: TypeId, b: Basic) -> bool {
        self.w.as_basic(ty) == Some(b)
    }
}
