//! Compiler directives: `//go:noinline` and the like must stand where they mean something.
//!
//! Those the official compiler knows, and `//golift:noalloc`, belong right above a function declaration, alone in their line
//! (`//go:build` above the package clause); anywhere else they are reported. Unknown ones may stand anywhere.

use super::Parsed;
use super::error::SyntaxError;
use crate::ast::{Decl, Directive};
use crate::lexer::Lexed;
use crate::token::Kind;

/// The directives that are flags of functions.
const OF_FUNCTIONS: [&str; 14] = [
    "golift:noalloc",
    "go:noescape",
    "go:norace",
    "go:nosplit",
    "go:noinline",
    "go:nocheckptr",
    "go:systemstack",
    "go:nowritebarrier",
    "go:nowritebarrierrec",
    "go:yeswritebarrierrec",
    "go:cgo_unsafe_args",
    "go:uintptrkeepalive",
    "go:uintptrescapes",
    "go:registerparams",
];

/// Adds an error for every misplaced directive.
/// `library`: the file belongs to the embedded library.
pub(super) fn check(lexed: &Lexed, parsed: &mut Parsed, library: bool) {
    if parsed.file.directives.is_empty() || parsed.read != u32::MAX {
        return;
    }
    let mut taken = vec![false; lexed.directives.len()];
    for d in &parsed.file.decls {
        if let Decl::Func(f) = d {
            for &i in &f.directives {
                taken[i as usize] = true;
                if f.body.is_some() && is(&parsed.file.directives[i as usize], "go:noescape") {
                    let msg = "can only use //go:noescape with external func implementations";
                    parsed.errors.push(SyntaxError::late(f.name.span.lo, msg));
                }
            }
        }
    }
    let unsafe_imported = parsed.file.imports.iter().any(|i| i.path == "unsafe");
    let package = lexed.tokens.iter().find(|t| t.kind == Kind::Package).map_or(0, |t| t.start);
    for (i, (d, raw)) in parsed.file.directives.iter().zip(&lexed.directives).enumerate() {
        let verb = d.text.split(' ').next().unwrap_or_default();
        let misplaced = match verb {
            "go:build" => raw.start > package,
            _ if OF_FUNCTIONS.contains(&verb) => !taken[i],
            _ => false,
        };
        if !library && let Some(message) = reserved(verb, &d.text) {
            parsed.errors.push(SyntaxError::late(d.pos.offset(2), message));
        }
        if misplaced || verb.starts_with("go:") && !raw.blank_line {
            parsed.errors.push(SyntaxError::new(d.pos.offset(2), "misplaced compiler directive", u32::MAX));
        } else if d.text.starts_with("go:linkname ") && !(2..=3).contains(&d.text.split_whitespace().count()) {
            parsed.errors.push(SyntaxError::late(d.pos.offset(2), "usage: //go:linkname localname [linkname]"));
        } else if !unsafe_imported && verb == "go:linkname" {
            let msg = "//go:linkname only allowed in Go files that import \"unsafe\"";
            parsed.errors.push(SyntaxError::late(d.pos.offset(2), msg));
        }
    }
}

/// What is said about a directive that only the official runtime, or code made by cgo, may have.
fn reserved(verb: &str, text: &str) -> Option<String> {
    let runtime = ["go:systemstack", "go:nowritebarrier", "go:nowritebarrierrec", "go:yeswritebarrierrec"];
    if runtime.contains(&verb) {
        return Some(format!("//{verb} only allowed in runtime"));
    }
    if verb == "go:uintptrkeepalive" {
        return Some(format!("//{verb} is only allowed in the standard library"));
    }
    verb.starts_with("go:cgo_").then(|| format!("//{text} only allowed in cgo-generated code"))
}

/// Whether a directive has this verb.
fn is(d: &Directive, verb: &str) -> bool {
    d.text.split(' ').next() == Some(verb)
}
