//! Calls of the functions of package unsafe (spec, Package unsafe).

use crate::check::Checker;
use crate::constant::Const;
use golift_frontend::{expr_string, unparen};
use crate::info::{Mode, Selection, SelectionKind};
use crate::lookup::Lookup;
use crate::object::{Builtin, ObjKind};
use crate::operand::Operand;
use crate::types::{Basic, Type, TypeId};
use crate::universe::BYTE;
use golift_frontend::ast::{Expr, ExprKind};

impl<'a> Checker<'a> {
    /// Checks a call of a function of package unsafe; false after an error.
    pub(crate) fn unsafe_call(&mut self, x: &mut Operand<'a>, call: &'a Expr, id: Builtin, mut args: Vec<Operand<'a>>) -> bool {
        let context = format!("argument to unsafe.{}", id.name());
        match id {
            Builtin::UnsafeAdd => {
                self.assignment(x, Some(Basic::UnsafePointer.id()), &context);
                let mut y = args.swap_remove(1);
                if x.bad() || !self.valid_index(&mut y, "InvalidUnsafeAdd", "length", true) {
                    return false;
                }
                x.set_value(Basic::UnsafePointer.id());
            }
            Builtin::UnsafeAlignof | Builtin::UnsafeSizeof => {
                self.assignment(x, None, &context);
                if x.bad() {
                    return false;
                }
                if !self.check_valid_type(x.ty) {
                    x.set_value(Basic::Uintptr.id());
                    return true;
                }
                if self.w.has_variable_size(x.ty) {
                    x.set_value(Basic::Uintptr.id());
                    return true;
                }
                let n = if id == Builtin::UnsafeSizeof {
                    if self.w.too_large(x.ty) {
                        let msg = format!("{} is too large", self.opstr(x));
                        self.error("TypeTooLarge", x.pos(), msg);
                        return false;
                    }
                    self.w.size_of(x.ty)
                } else {
                    self.w.align_of(x.ty)
                };
                x.set_const(Basic::Uintptr.id(), Const::from_u64(n));
            }
            Builtin::UnsafeOffsetof => return self.unsafe_offsetof(x, call),
            Builtin::UnsafeSlice => {
                let Some(&Type::Pointer(base)) = self.w.common_under(x.ty).map(|u| self.w.ty(u)) else {
                    let msg = format!("invalid argument: {} is not a pointer", self.opstr(x));
                    self.error("InvalidUnsafeSlice", x.pos(), msg);
                    return false;
                };
                let mut y = args.swap_remove(1);
                if !self.valid_index(&mut y, "InvalidUnsafeSlice", "length", false) {
                    return false;
                }
                let t = self.w.new_type(Type::Slice(base));
                x.set_value(t);
            }
            Builtin::UnsafeSliceData => {
                let Some(&Type::Slice(elem)) = self.w.common_under(x.ty).map(|u| self.w.ty(u)) else {
                    let msg = format!("invalid argument: {} is not a slice", self.opstr(x));
                    self.error("InvalidUnsafeSliceData", x.pos(), msg);
                    return false;
                };
                let t = self.w.new_type(Type::Pointer(elem));
                x.set_value(t);
            }
            Builtin::UnsafeString => {
                let t = self.w.new_type(Type::Pointer(BYTE));
                self.assignment(x, Some(t), &context);
                let mut y = args.swap_remove(1);
                if x.bad() || !self.valid_index(&mut y, "InvalidUnsafeString", "length", false) {
                    return false;
                }
                x.set_value(Basic::String.id());
            }
            _ => {
                self.assignment(x, Some(Basic::String.id()), &context);
                if x.bad() {
                    return false;
                }
                let t = self.w.new_type(Type::Pointer(BYTE));
                x.set_value(t);
            }
        }
        true
    }

    fn unsafe_offsetof(&mut self, x: &mut Operand<'a>, call: &'a Expr) -> bool {
        let ExprKind::Call { args, .. } = &call.kind else { return false };
        let ExprKind::Selector(inner, sel) = &unparen(&args[0]).kind else {
            let msg = format!("invalid argument: {} is not a selector expression", expr_string(&args[0]));
            self.error("BadOffsetofSyntax", args[0].span.lo, msg);
            self.use_expr(&args[0]);
            return false;
        };
        self.expr(x, inner);
        if x.bad() {
            return false;
        }
        let base = match *self.w.under(x.ty) {
            Type::Pointer(b) if matches!(self.w.under(b), Type::Struct(_)) => b,
            _ => x.ty,
        };
        let found = match self.w.select(base, false, Some(self.pkg), sel.name) {
            Lookup::Found(f) => f,
            _ => {
                let msg = format!("invalid argument: {} has no single field {}", self.tstr(base), sel.name);
                self.error("MissingFieldOrMethod", x.pos(), msg);
                return false;
            }
        };
        if matches!(self.w.obj(found.obj).kind, ObjKind::Func(_)) {
            let msg = format!("invalid argument: {} is a method value", expr_string(&args[0]));
            self.error("InvalidOffsetof", args[0].span.lo, msg);
            return false;
        }
        if found.indirect {
            let msg = format!(
                "invalid argument: field {} is embedded via a pointer in {}",
                sel.name,
                self.tstr(base)
            );
            self.error("InvalidOffsetof", x.pos(), msg);
            return false;
        }
        if !self.check_valid_type(base) {
            x.set_value(Basic::Uintptr.id());
            return true;
        }
        let offset = self.field_offset(base, &found.path);
        let ty = self.w.obj(found.obj).ty;
        self.record_use(sel.id, found.obj);
        let selector = unparen(&args[0]);
        let selection =
            Selection { kind: SelectionKind::Field, recv: base, obj: found.obj, path: found.path, indirect: false };
        self.w.info.selections.insert(selector.id, selection);
        self.record_type_and_value(selector, Mode::Variable, ty, None);
        if self.w.has_variable_size(base) {
            // The layout depends on type arguments.
            x.set_value(Basic::Uintptr.id());
        } else {
            x.set_const(Basic::Uintptr.id(), Const::from_u64(offset));
        }
        true
    }

    fn field_offset(&self, ty: TypeId, path: &[u32]) -> u64 {
        let mut ty = ty;
        let mut offset = 0;
        for &i in path {
            let Type::Struct(fields) = self.w.under(ty) else { return offset };
            let Some(f) = fields.get(i as usize) else { return offset };
            offset += self.w.field_offsets(ty).get(i as usize).copied().unwrap_or(0);
            ty = f.ty;
        }
        offset
    }
}
