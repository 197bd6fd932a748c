//! Interned names: a `Symbol` is a `u32`, equal exactly when the texts are equal.
//!
//! The table is global and append-only; symbols are never ordered by number where order shows.

use rustc_hash::FxHashMap;
use std::fmt;
use std::sync::{LazyLock, RwLock};

/// An interned string.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Symbol(u32);

#[derive(Default)]
struct Table {
    ids: FxHashMap<&'static str, u32>,
    texts: Vec<&'static str>,
}

static TABLE: LazyLock<RwLock<Table>> = LazyLock::new(RwLock::default);

impl Symbol {
    /// Interns `text`.
    pub fn new(text: &str) -> Symbol {
        if let Some(&id) = TABLE.read().unwrap().ids.get(text) {
            return Symbol(id);
        }
        let mut table = TABLE.write().unwrap();
        if let Some(&id) = table.ids.get(text) {
            return Symbol(id);
        }
        let id = table.texts.len() as u32;
        let text: &'static str = Box::leak(text.into());
        table.texts.push(text);
        table.ids.insert(text, id);
        Symbol(id)
    }

    /// The text.
    pub fn as_str(self) -> &'static str {
        TABLE.read().unwrap().texts[self.0 as usize]
    }

    /// Whether this is the blank identifier `_`.
    pub fn is_blank(self) -> bool {
        self.as_str() == "_"
    }

    /// Whether the name is exported: starts with an upper-case letter (spec, Exported identifiers).
    pub fn is_exported(self) -> bool {
        self.as_str().chars().next().is_some_and(char::is_uppercase)
    }
}

impl fmt::Display for Symbol {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for Symbol {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.as_str())
    }
}
