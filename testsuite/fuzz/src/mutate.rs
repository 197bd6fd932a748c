//! Mutations of source texts: on tokens, lines and bytes, with parts of other files of the corpus.

use crate::rng::Rng;

/// Words and marks that matter to the grammar.
const WORDS: &[&str] = &[
    "break", "case", "chan", "const", "continue", "default", "defer", "else", "fallthrough", "for", "func", "go", "goto", "if",
    "import", "interface", "map", "package", "range", "return", "select", "struct", "switch", "type", "var", "(", ")", "[", "]",
    "{", "}", ",", ";", ":", ":=", "=", "...", ".", "<-", "++", "--", "+", "-", "*", "/", "%", "&", "|", "^", "&^", "<<", ">>",
    "~", "!", "&&", "||", "==", "!=", "<", "<=", ">", ">=", "+=", "_", "nil", "true", "iota", "int", "uint8", "string", "error",
    "any", "comparable", "len", "cap", "append", "copy", "delete", "make", "new", "panic", "recover", "close", "clear", "min",
    "max", "complex", "real", "print", "unsafe", "float64", "complex128", "uintptr", "rune", "0", "1", "-1", "1e400", "0x1p-2",
    "1<<63", "1<<64", "'a'", "\"\"", "\"s\"", "`r`", "1i", "0.5", "\n", "// c\n", "/* c */", "T", "x", "f", "main", "init",
];

/// Cuts a text into what tokens look like: words, numbers, texts, marks, blanks.
pub fn pieces(text: &str) -> Vec<&str> {
    let class = |c: char| match c {
        c if c.is_alphanumeric() || c == '_' => 0,
        ' ' | '\t' => 1,
        '\n' => 2,
        '+' | '-' | '*' | '/' | '%' | '&' | '|' | '^' | '<' | '>' | '=' | '!' | ':' | '.' => 3,
        _ => 4,
    };
    let mut out = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let kind = class(first);
        let single = kind == 2 || kind == 4;
        let end = if single { first.len_utf8() } else { rest.find(|c| class(c) != kind).unwrap_or(rest.len()) };
        out.push(&rest[..end]);
        rest = &rest[end..];
    }
    out
}

/// A mutant of `text`, perhaps with parts of `other`.
pub fn mutate(rng: &mut Rng, text: &str, other: &str) -> Vec<u8> {
    let mut tokens: Vec<String> = pieces(text).into_iter().map(String::from).collect();
    let others = pieces(other);
    let most = if rng.one_in(4) { 12 } else { 3 };
    for _ in 0..1 + rng.below(most) {
        if tokens.is_empty() {
            tokens.push("package main\n".into());
        }
        change(rng, &mut tokens, &others);
    }
    let mut bytes = tokens.concat().into_bytes();
    if rng.one_in(40) {
        let at = rng.below(bytes.len() + 1);
        bytes.insert(at.min(bytes.len()), rng.next() as u8);
    }
    if rng.one_in(60) {
        bytes.truncate(rng.below(bytes.len() + 1));
    }
    bytes
}

fn change(rng: &mut Rng, tokens: &mut Vec<String>, others: &[&str]) {
    let at = place(rng, tokens);
    match rng.below(12) {
        0 => {
            tokens.remove(at);
        }
        1 => {
            let copy = tokens[at].clone();
            tokens.insert(at, copy);
        }
        2 => {
            let with = place(rng, tokens);
            tokens.swap(at, with);
        }
        3 | 4 => tokens[at] = (*rng.pick(WORDS)).to_string(),
        5 => tokens.insert(at, format!(" {} ", rng.pick(WORDS))),
        6 | 7 => tokens[at] = tokens[place(rng, tokens)].clone(),
        8 if !others.is_empty() => tokens[at] = (*rng.pick(others)).to_string(),
        // A stretch of lines of the other file.
        9 if !others.is_empty() => {
            let from = rng.below(others.len());
            let to = (from + 1 + rng.below(60)).min(others.len());
            tokens.insert(at, others[from..to].concat());
        }
        10 => {
            let to = (at + 1 + rng.below(20)).min(tokens.len());
            tokens.drain(at..to);
        }
        _ => {
            let to = (at + 1 + rng.below(12)).min(tokens.len());
            let copy = tokens[at..to].concat();
            let (open, close) = *rng.pick(&[("(", ")"), ("{", "}"), ("func() { ", " }()"), ("[]", "{}"), ("if true { ", " }"), ("&", ""), ("*", ""), ("", ".x"), ("", "[0]"), ("", "()")]);
            tokens.splice(at..to, [format!("{open}{copy}{close}")]);
        }
    }
}

/// A token that is not blank, if one is soon found.
fn place(rng: &mut Rng, tokens: &[String]) -> usize {
    let mut at = 0;
    for _ in 0..8 {
        at = rng.below(tokens.len());
        if !tokens[at].trim().is_empty() {
            break;
        }
    }
    at
}
