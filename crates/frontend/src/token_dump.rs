//! Tokens as text, for `-emit=tokens`.

use crate::lexer::lex;
use crate::token::{Kind, SemiOrigin};
use golift_base::{Pos, SourceFile};
use std::fmt::Write;

/// One token a line: `line:col kind "text"`, the text quoted where the kind does not tell it.
/// Semicolons say where they come from. Errors follow, `line:col error "message"`.
pub fn tokens_dump(src: &SourceFile) -> String {
    let lexed = lex(&src.text);
    let text = lexed.cleaned.as_deref().unwrap_or(&src.text);
    let mut out = String::new();
    for t in &lexed.tokens {
        let at = src.line_col(Pos(src.base.0 + lexed.gaps.original(t.start)));
        let shown = &text[t.start as usize..t.end as usize];
        let _ = match t.kind {
            Kind::Semi if t.flag == SemiOrigin::Newline as u8 => writeln!(out, "{at} ; \"newline\""),
            Kind::Semi if t.flag == SemiOrigin::Eof as u8 => writeln!(out, "{at} ; \"EOF\""),
            Kind::Name => writeln!(out, "{at} name {shown:?}"),
            Kind::Int => writeln!(out, "{at} int {shown:?}"),
            Kind::Float => writeln!(out, "{at} float {shown:?}"),
            Kind::Imag => writeln!(out, "{at} imaginary {shown:?}"),
            Kind::Rune => writeln!(out, "{at} rune {shown:?}"),
            Kind::String => writeln!(out, "{at} string {shown:?}"),
            Kind::AssignOp => writeln!(out, "{at} op= {shown:?}"),
            k => writeln!(out, "{at} {}", k.as_str()),
        };
    }
    for e in &lexed.errors {
        let _ = writeln!(out, "{} error {:?}", src.line_col(Pos(src.base.0 + e.off)), e.message);
    }
    out
}
