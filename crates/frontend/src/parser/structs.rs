//! Struct types (spec, "Struct types").

use super::P;
use crate::ast::{Expr, ExprKind, Field, Ident};
use crate::lexer::unquote;
use crate::token::Kind;
use golift_base::Pos;

impl P<'_, '_, '_> {
    /// `struct { … }`; the cursor is at `struct`.
    pub(super) fn struct_type(&mut self) -> Expr {
        let lo = self.pos();
        self.next();
        self.want(Kind::Lbrace);
        let mut fields = Vec::new();
        self.list("struct type", Kind::Semi, Kind::Rbrace, |p| {
            fields.extend(p.struct_field());
            false
        });
        self.mk(lo, ExprKind::StructType(fields))
    }

    fn struct_field(&mut self) -> Option<Field> {
        let lo = self.pos();
        match self.tok() {
            Kind::Name => {
                let name = self.name();
                if matches!(self.tok(), Kind::Dot | Kind::Semi | Kind::Rbrace) || self.tok().is_literal() {
                    let ty = self.qualified_name(Some(name));
                    return Some(self.embedded_field(lo, ty));
                }
                let mut names = self.name_list_after(name);
                if names.len() == 1 && self.tok() == Kind::Lbrack {
                    let name = names.swap_remove(0);
                    let (ty, name) = self.array_or_type_args(name);
                    return Some(match name {
                        Some(name) => self.named_field(lo, vec![name], ty),
                        None => self.embedded_field(lo, ty),
                    });
                }
                let ty = self.type_();
                Some(self.named_field(lo, names, ty))
            }
            Kind::Star => {
                self.next();
                let parenthesised = self.tok() == Kind::Lparen;
                if parenthesised {
                    self.syntax_error("cannot parenthesize embedded type");
                    self.next();
                }
                let elem = self.qualified_name(None);
                if parenthesised {
                    self.got(Kind::Rparen);
                }
                let ty = self.mk(lo, ExprKind::Star(Box::new(elem)));
                Some(self.embedded_field(lo, ty))
            }
            Kind::Lparen => {
                self.syntax_error("cannot parenthesize embedded type");
                self.next();
                let at = self.pos();
                let ty = if self.got(Kind::Star) {
                    let elem = self.qualified_name(None);
                    self.mk(at, ExprKind::Star(Box::new(elem)))
                } else {
                    self.qualified_name(None)
                };
                self.got(Kind::Rparen);
                Some(self.embedded_field(lo, ty))
            }
            _ => {
                self.syntax_error("expected field name or embedded type");
                self.advance(&[Kind::Semi, Kind::Rbrace]);
                None
            }
        }
    }

    fn named_field(&mut self, lo: Pos, names: Vec<Ident>, ty: Expr) -> Field {
        let tag = self.tag();
        let span = self.span_from(lo);
        Field { id: self.st().fresh(), names, ty, tag, embedded: false, span }
    }

    fn embedded_field(&mut self, lo: Pos, ty: Expr) -> Field {
        let tag = self.tag();
        let span = self.span_from(lo);
        Field { id: self.st().fresh(), names: Vec::new(), ty, tag, embedded: true, span }
    }

    /// A field's tag, if one stands there.
    fn tag(&mut self) -> Option<String> {
        let t = self.peek();
        if !t.kind.is_literal() {
            return None;
        }
        let at = self.pos();
        self.next();
        if t.is_bad() {
            return None;
        }
        let text = self.text(t);
        if t.kind != Kind::String {
            self.late_error_at(at, format!("invalid syntax tree: incorrect tag syntax: {text:?}"));
            return None;
        }
        Some(String::from_utf8_lossy(&unquote(text)).into_owned())
    }
}
