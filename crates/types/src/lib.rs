//! AST → typed AST: resolving names, checking, exact constants, initialisation order.
//!
//! The typed AST is the AST plus the side tables of [`Info`], keyed by [`golift_frontend::ast::NodeId`],
//! exactly as `go/types` does it. All types, objects and scopes of the whole program live in one [`World`];
//! ids are dense and never reused.
//! Types are compared with `identical`, never by id: equal ids imply identical types, not the reverse.

pub mod arena;
pub mod assign;
mod basic;
pub mod constant;
mod identity;
pub mod implements;
mod infer;
pub mod info;
pub mod init_order;
pub mod labels;
pub mod lookup;
pub mod object;
pub mod predicates;
pub mod print;
mod print_object;
pub mod returns;
pub mod sizes;
pub mod subst;
pub mod types;
mod unify;
pub mod universe;
mod version;
pub mod world;

mod assignments;
mod binary;
mod builtins;
mod call;
pub mod check;
mod collect;
mod composite;
mod decl;
pub mod dump;
mod embed;
mod expr;
mod frame_size;
mod generic;
mod generic_member;
mod index;
mod instance_cycles;
mod interface_cycles;
mod local_decl;
mod numeric_builtins;
mod operand;
mod range;
mod select;
mod selector;
mod shift;
mod signature;
mod stmt;
mod struct_type;
mod switch;
mod typexpr;
mod unsafe_builtins;
mod untyped;
mod valid_type;

pub use check::{PackageInput, check_package};
pub use constant::{Const, quote_verbatim};
pub use dump::types_dump;
pub use embed::{EmbedKind, EmbedVar, EmbeddedFile, embed_patterns};
pub use info::{Info, Initializer, Mode, Selection, SelectionKind, TypeAndValue};
pub use object::{Builtin, ObjId, ObjKind, Object, Scope, ScopeId, VarKind};
pub use types::{Basic, InterfaceMethod, NamedId, Param, Signature, StructField, Type, TypeId, TypeParamId, UnionTerm};
pub use version::file_version;
pub use world::{FuncDeclRef, Package, PkgId, World};
