//! The texts of `-emit=clif` and `-emit=asm`.
//!
//! Cranelift's text is annotated: names behind references to functions and data, and the Go line before the first
//! instruction that belongs to it.

use crate::compile::CompiledFunc;
use crate::symbol::Symbol;
use crate::translate::Part;
use cranelift_entity::EntityRef;
use golift_base::SourceMap;
use golift_ssa::{Func, LocId, Module};
use std::fmt::Write as _;

/// Joins the texts of all functions that have one: Cranelift IR, assembly.
pub(crate) fn texts(module: &Module, sources: &SourceMap, funcs: &[CompiledFunc]) -> (String, String) {
    let (mut clif, mut asm) = (String::new(), String::new());
    for compiled in funcs {
        let func = &module.funcs[compiled.id];
        let title = match compiled.part {
            Part::Body => func.name.clone(),
            Part::Recover => format!("{}, after a recovered panic", func.name),
        };
        if let Some(text) = &compiled.clif {
            let _ = writeln!(clif, "; {title}");
            annotate(&mut clif, module, sources, func, &external_names(module, compiled, text));
            clif.push('\n');
        }
        if let Some(text) = &compiled.asm {
            let _ = writeln!(asm, "; {title}");
            asm.push_str(&external_names(module, compiled, text));
            asm.push('\n');
        }
    }
    (clif, asm)
}

fn annotate(out: &mut String, module: &Module, sources: &SourceMap, func: &Func, text: &str) {
    let mut last = None;
    for line in text.lines() {
        let mut line = line.to_string();
        if let Some(rest) = line.strip_prefix('@')
            && let Some((hex, code)) = rest.split_once(' ')
            && let Ok(loc) = usize::from_str_radix(hex, 16)
        {
            if last != Some(loc) {
                last = Some(loc);
                let place = LocId::new(loc);
                if let Some(pos) = func.locs.get(place).map(|l| l.pos)
                    && let Some(file) = sources.file_of(pos)
                {
                    let at = file.line_col(pos);
                    let source = file.line_text(at.line).trim();
                    let _ = writeln!(out, "    ; {}:{}: {source}", file.name, at.line);
                }
            }
            line = code.to_string();
        }
        let line = names(module, &line);
        let _ = writeln!(out, "{}", line.trim_end());
    }
}

/// Replaces `userextname3` by what it names.
fn external_names(module: &Module, compiled: &CompiledFunc, text: &str) -> String {
    const WORD: &str = "userextname";
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(WORD) {
        let tail = &rest[at + WORD.len()..];
        let digits = tail.bytes().take_while(u8::is_ascii_digit).count();
        let symbol = tail[..digits].parse::<usize>().ok().and_then(|n| compiled.text_names.get(n).copied().flatten());
        out.push_str(&rest[..at]);
        match symbol {
            Some(symbol) => out.push_str(&symbol_name(module, symbol)),
            None => out.push_str(&rest[at..at + WORD.len() + digits]),
        }
        rest = &tail[digits..];
    }
    out.push_str(rest);
    out
}

/// Replaces `u0:3` by the name of function 3, and so on.
fn names(module: &Module, text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('u') {
        let (before, tail) = rest.split_at(at);
        out.push_str(before);
        let word_before = before.chars().last().is_some_and(|c| c.is_alphanumeric());
        match (!word_before).then(|| reference(tail)).flatten() {
            Some((len, symbol)) => {
                out.push_str(&symbol_name(module, symbol));
                rest = &tail[len..];
            }
            None => {
                out.push('u');
                rest = &tail[1..];
            }
        }
    }
    out.push_str(rest);
    out
}

fn reference(text: &str) -> Option<(usize, Symbol)> {
    let digits = |s: &str| s.bytes().take_while(u8::is_ascii_digit).count();
    let n = digits(&text[1..]);
    let colon = text.get(1 + n..2 + n)?;
    if n == 0 || colon != ":" {
        return None;
    }
    let m = digits(&text[2 + n..]);
    let name = cranelift_codegen::ir::UserExternalName {
        namespace: text[1..1 + n].parse().ok()?,
        index: text[2 + n..2 + n + m].parse().ok()?,
    };
    Some((2 + n + m, Symbol::from_name(&name)?))
}

fn symbol_name(module: &Module, symbol: Symbol) -> String {
    match symbol {
        Symbol::Func(f) => module.funcs.get(f).map_or_else(|| f.to_string(), |f| format!("%\"{}\"", f.name)),
        Symbol::Recover(f) => module.funcs.get(f).map_or_else(|| f.to_string(), |f| format!("%\"{}.recover\"", f.name)),
        Symbol::Data(d) => module.data.get(d).map_or_else(|| d.to_string(), |d| format!("%\"{}\"", d.name)),
        Symbol::Builtin(b) => format!("%{}", b.info().name),
        Symbol::Asm(a) => format!("%{}", a.name()),
        Symbol::Table(t) => format!("table{t}"),
        Symbol::Section(s) => format!("{s:?}"),
    }
}
