//! What every phase shares: positions and the source map, interned names, diagnostics, deep stacks.
//!
//! Data only, no IO: texts are handed in by the driver.
//! A position is a `u32` offset into the concatenation of all files, as in `go/token`.

mod diagnostic;
mod source;
mod stack;
mod symbol;

pub use diagnostic::{Code, Diagnostic, Diagnostics};
pub use source::{FileId, LineCol, LineDirective, Pos, Presumed, SourceFile, SourceMap, Span};
pub use stack::with_deep_stack;
pub use symbol::Symbol;
