//! Text → tokens → AST. The only user of chumsky.

pub mod ast;
