//! Text → tokens → AST. The only user of chumsky.
//!
//! [`parse_file`] is the phase: it returns a tree whatever the text holds, and reports in the official compiler's words.
//! Nesting is limited to [`MAX_NESTING`]; trees may be that deep, so phases that recurse over them (and their
//! destructors) need a stack that fits: some 100 MB, which are only touched if a file really is that deep.

pub mod ast;
mod ast_dump;
mod branches;
pub mod build_line;
mod expr_shape;
mod expr_string;
mod header_check;
mod lexer;
mod outline;
mod parser;
mod token;
mod token_dump;
pub mod walk;

pub use ast_dump::ast_dump;
pub use branches::check_branches;
pub use expr_shape::{is_receive, node_pos, start_pos, unparen};
pub use expr_string::{expr_list_string, expr_string};
pub use header_check::header_error;
pub use lexer::decode_source;
pub use outline::{DeclOutline, ImportOutline, LexedFile, Mention, Outline, lex_file};
pub use parser::{MAX_NESTING, parse_file, parse_header, parse_lexed};
pub use token::{Kind, Token};
pub use token_dump::tokens_dump;
