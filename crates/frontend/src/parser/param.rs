//! Parameter lists: parameters, results, receivers, type parameters (spec, "Function types").
//!
//! Entries are read one by one with name and type both optional; when the list is complete it is known
//! whether lone names are types (`func(int, string)`) or share the type that follows (`func(a, b int)`).

use super::P;
use crate::ast::{Expr, ExprKind, Field, Ident};
use crate::token::Kind;
use golift_base::{Pos, Span, Symbol};

/// What a list holds.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum ListKind {
    Receiver,
    Params,
    Results,
    /// All entries need names, and type sets are allowed.
    TypeParams,
    /// What stands in brackets behind a name in an interface: type arguments, unless it turns out otherwise.
    TypeArgs,
}

/// One entry as read; at least one of both is there.
struct Entry {
    name: Option<Ident>,
    ty: Option<Expr>,
}

impl P<'_, '_, '_> {
    /// A list with its closing token; the cursor is behind the opening one. `first` is an entry that was read
    /// already, its type perhaps only its beginning.
    pub(super) fn param_list(&mut self, first: Option<(Ident, Option<Expr>)>, kind: ListKind) -> Vec<Field> {
        let named = kind == ListKind::TypeParams;
        let close = match kind {
            ListKind::TypeParams | ListKind::TypeArgs => Kind::Rbrack,
            _ => Kind::Rparen,
        };
        let mut entries: Vec<Entry> = Vec::new();
        let mut with_both = 0;
        let mut with_type = 0;
        let mut first = match first {
            Some((name, Some(ty))) if self.tok() == close => {
                self.next();
                let span = name.span.to(ty.span);
                let id = self.st().fresh();
                return vec![Field { id, names: vec![name], ty, tag: None, embedded: false, span }];
            }
            first => first,
        };
        let end = self.list("parameter list", Kind::Comma, close, |p| {
            let entry = match first.take() {
                Some((name, Some(ty))) => Some(Entry { name: Some(name), ty: Some(ty) }),
                Some((name, None)) => p.param(Some(name), close),
                None => p.param(None, close),
            };
            if let Some(e) = entry {
                with_both += u32::from(e.name.is_some() && e.ty.is_some());
                with_type += u32::from(e.ty.is_some());
                entries.push(e);
            }
            false
        });
        if entries.is_empty() {
            return Vec::new();
        }
        let mut fields: Vec<Field>;
        if with_both == 0 && !named {
            fields = entries.into_iter().map(|e| self.unnamed(e)).collect();
        } else {
            if with_both != entries.len() as u32 {
                self.check_names(&entries, named, with_both == with_type, end);
            }
            fields = self.group(entries);
        }
        self.check_variadic(&mut fields, kind);
        fields
    }

    /// Reports `...` anywhere but at the last parameter, and takes the element type in its place.
    fn check_variadic(&mut self, fields: &mut [Field], kind: ListKind) {
        let count = fields.len();
        for (i, f) in fields.iter_mut().enumerate() {
            let ExprKind::Ellipsis(elem) = &mut f.ty.kind else { continue };
            if kind == ListKind::Params && i + 1 == count && f.names.len() < 2 {
                continue;
            }
            let msg = if kind == ListKind::Params { "can only use ... with final parameter" } else { "invalid use of ..." };
            self.error_at(f.ty.span.lo, msg.to_string());
            if let Some(elem) = elem.take() {
                f.ty = *elem;
            }
        }
    }

    /// An entry of a list without names: what looks like a name is a type.
    fn unnamed(&mut self, e: Entry) -> Field {
        let ty = match (e.name, e.ty) {
            (_, Some(ty)) => ty,
            (Some(name), None) => Expr { id: self.st().fresh(), span: name.span, kind: ExprKind::Name(name.name) },
            (None, None) => self.bad(),
        };
        let span = ty.span;
        Field { id: self.st().fresh(), names: Vec::new(), ty, tag: None, embedded: false, span }
    }

    /// Reports entries that lack a name or a type in a list where all need both.
    /// `no_loose_types`: every entry with a type has a name.
    fn check_names(&mut self, entries: &[Entry], type_params: bool, no_loose_types: bool, end: Pos) {
        let mut wrong = None;
        let mut have_type = false;
        for e in entries.iter().rev() {
            match (&e.name, &e.ty) {
                (name, Some(ty)) => {
                    have_type = true;
                    if name.is_none() {
                        wrong = Some(ty.span.lo);
                    }
                }
                (Some(name), None) if !have_type => wrong = Some(name.span.lo),
                _ => {}
            }
        }
        let Some(at) = wrong else { return };
        match (type_params, no_loose_types) {
            (true, true) => self.syntax_error_at(end, "missing type constraint"),
            (true, false) if entries.len() == 1 => {
                self.syntax_error_at(at, "missing type parameter name or invalid array length");
            }
            (true, false) => self.syntax_error_at(at, "missing type parameter name"),
            (false, true) => self.syntax_error_at(end, "missing parameter type"),
            (false, false) => self.syntax_error_at(at, "missing parameter name"),
        }
    }

    /// Joins names with the type that follows them.
    fn group(&mut self, entries: Vec<Entry>) -> Vec<Field> {
        let mut fields = Vec::new();
        let mut names: Vec<Ident> = Vec::new();
        for e in entries {
            let Some(ty) = e.ty else {
                names.extend(e.name);
                continue;
            };
            let name = e.name.unwrap_or_else(|| Ident {
                id: self.st().fresh(),
                name: Symbol::new("_"),
                span: Span::new(ty.span.lo, ty.span.lo),
            });
            names.push(name);
            fields.push(self.field(std::mem::take(&mut names), ty));
        }
        if let Some(last) = names.last() {
            let at = last.span.hi;
            let bad = Expr { id: self.st().fresh(), span: Span::new(at, at), kind: ExprKind::Bad };
            fields.push(self.field(names, bad));
        }
        fields
    }

    fn field(&mut self, names: Vec<Ident>, ty: Expr) -> Field {
        let span = names.first().map_or(ty.span, |n| n.span.to(ty.span));
        Field { id: self.st().fresh(), names, ty, tag: None, embedded: false, span }
    }

    /// One entry; its name may have been read already.
    fn param(&mut self, name: Option<Ident>, follow: Kind) -> Option<Entry> {
        let sets = follow == Kind::Rbrack;
        let mut entry = Entry { name: None, ty: None };
        if name.is_none() && sets && self.tok() == Kind::Tilde {
            entry.ty = Some(self.embedded_elem(None));
            return Some(entry);
        }
        if name.is_some() || self.tok() == Kind::Name {
            let name = match name {
                Some(name) => name,
                None => self.name(),
            };
            match self.tok() {
                Kind::Lbrack => {
                    let (ty, name) = self.array_or_type_args(name);
                    entry.name = name;
                    entry.ty = Some(ty);
                    if sets && self.tok() == Kind::Or {
                        entry.ty = entry.ty.map(|ty| self.embedded_elem(Some(ty)));
                    }
                    return Some(entry);
                }
                Kind::Dot => {
                    let mut ty = self.qualified_name(Some(name));
                    if sets && self.tok() == Kind::Or {
                        ty = self.embedded_elem(Some(ty));
                    }
                    entry.ty = Some(ty);
                    return Some(entry);
                }
                Kind::Or if sets => {
                    let ty = self.name_expr(name);
                    entry.ty = Some(self.embedded_elem(Some(ty)));
                    return Some(entry);
                }
                _ => entry.name = Some(name),
            }
        }
        if self.tok() == Kind::Ellipsis {
            let lo = self.pos();
            self.next();
            entry.ty = Some(match self.type_or_none() {
                Some(elem) => self.mk(lo, ExprKind::Ellipsis(Some(Box::new(elem)))),
                None => {
                    let bad = self.bad();
                    self.syntax_error("... is missing type");
                    bad
                }
            });
            return Some(entry);
        }
        if sets && self.tok() == Kind::Tilde {
            entry.ty = Some(self.embedded_elem(None));
            return Some(entry);
        }
        entry.ty = self.type_or_none();
        if sets && self.tok() == Kind::Or {
            entry.ty = entry.ty.map(|ty| self.embedded_elem(Some(ty)));
        }
        if entry.name.is_some() || entry.ty.is_some() {
            return Some(entry);
        }
        self.syntax_error(&format!("expected {}", follow.expected()));
        self.advance(&[Kind::Comma, follow]);
        None
    }
}
