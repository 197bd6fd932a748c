//! Idioms: functions written by hand, with random types and numbers in them.
//!
//! The texts under `idioms/` hold one after the other, each headed by `-- parameters -> results`, with types in short:
//! `T U` any type of the pool, `P Q` pointers to structs, `V` the struct of `P`, `I S B A H E` int, string, bytes, any, Shape,
//! error, and before a type `[]` slice, `{}` map, `()` thunk, `=` function, `~` iterator, `@` cell, `&` pointer.
//! In the text `$F` is the function's name, `$T $U` are types, `$P $Q` struct names, `$k $K` a small and a larger number,
//! `$zT` a value, `$gT` a global variable, `$sum(T)` a checksum function, `$cold` a condition that is seldom true, `$churn` a
//! statement that writes over freed memory, `$noinline` perhaps the directive.

use super::types::{Ty, of};
use super::{Callable, Generator};
use crate::text::Write;

const TEXTS: &[&str] = &[
    include_str!("idioms/results.go.txt"),
    include_str!("idioms/loops.go.txt"),
    include_str!("idioms/calls.go.txt"),
    include_str!("idioms/panics.go.txt"),
    include_str!("idioms/text.go.txt"),
    include_str!("idioms/goroutines.go.txt"),
    JOINED,
    include_str!("idioms/growth.go.txt"),
    include_str!("idioms/hazards.go.txt"),
];

const JOINED: &str = include_str!("idioms/joined.go.txt");

/// The types of an instance of an idiom.
struct Choice {
    t: Ty,
    u: Ty,
    p: usize,
    q: usize,
}

impl Generator {
    /// Writes some idioms and makes their functions known.
    pub(super) fn idioms(&mut self, count: usize) {
        let calm = self.calm;
        let stops = |t: &str| ["panic(", "recover()", "Goexit"].iter().any(|w| t.contains(w));
        let of = |t: &'static str| t.split("\n-- ").skip(1).filter(move |t| !calm || !stops(t));
        let all: Vec<&str> = TEXTS.iter().copied().flat_map(of).collect();
        let joined: Vec<&str> = of(JOINED).collect();
        for _ in 0..count {
            let among = if self.rng.one_in(4) { &joined } else { &all };
            let (head, body) = self.rng.pick(among).split_once('\n').unwrap_or_default();
            let structs = self.structs.len();
            let choice =
                Choice { t: self.pool_type(), u: self.pool_type(), p: self.rng.below(structs), q: self.rng.below(structs) };
            let name = self.fresh("idiom");
            let (params, results) = head.split_once("->").unwrap_or((head, ""));
            let params = signature(params, &choice);
            let results = signature(results, &choice);
            self.text.scopes = vec![Vec::new()];
            let text = self.instance(body, &name, &choice);
            self.sync |= text.contains("sync.");
            self.text.out.push_str(&format!("\n{}\n", text.trim_end()));
            self.callables.push(Callable { name, receiver: None, params, variadic: false, results });
        }
    }

    fn instance(&mut self, body: &str, name: &str, choice: &Choice) -> String {
        let (k, large) = (2 + self.rng.below(4), 6 + self.rng.below(40));
        let mut out = String::new();
        let mut rest = body;
        while let Some(at) = rest.find('$') {
            out.push_str(&rest[..at]);
            rest = &rest[at + 1..];
            let end = rest.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(rest.len());
            let (word, after) = rest.split_at(end);
            rest = after;
            let text = match word {
                "F" => name.to_string(),
                "T" | "U" => type_of(word, choice).text(),
                "P" => format!("N{}", choice.p),
                "Q" => format!("N{}", choice.q),
                "orP" => format!("orN{}", choice.p),
                "orQ" => format!("orN{}", choice.q),
                "k" => k.to_string(),
                "K" => large.to_string(),
                "r" => self.rng.below(5).to_string(),
                "cold" => format!("cold({})", 2 + self.rng.below(5)),
                "churn" => (*self.rng.pick(&["collect()", "churn(4)", "smash(9)", "churn(9)", "tick++"])).into(),
                "noinline" => (*self.rng.pick(&["//go:noinline", "//"])).into(),
                "sum" => {
                    let (inner, after) = rest[1..].split_once(')').unwrap_or_default();
                    rest = after;
                    self.sum_func(&type_of(inner, choice))
                }
                _ if word.starts_with('z') => self.simple(&type_of(&word[1..], choice)),
                _ if word.starts_with('g') => self.global(&type_of(&word[1..], choice)),
                _ => panic!("an idiom has ${word}"),
            };
            out.push_str(&text);
        }
        out + rest
    }
}

fn signature(text: &str, choice: &Choice) -> Vec<Ty> {
    text.split(',').map(str::trim).filter(|t| !t.is_empty()).map(|t| type_of(t, choice)).collect()
}

fn type_of(text: &str, choice: &Choice) -> Ty {
    let prefixes: &[(&str, fn(Box<Ty>) -> Ty)] =
        &[("[]", Ty::Slice), ("{}", Ty::Map), ("()", Ty::Thunk), ("=", Ty::Fn), ("~", Ty::Iter), ("@", Ty::Cell), ("&", Ty::Ref)];
    for (prefix, make) in prefixes {
        if let Some(rest) = text.strip_prefix(prefix) {
            return make(of(&type_of(rest, choice)));
        }
    }
    match text {
        "T" => choice.t.clone(),
        "U" => choice.u.clone(),
        "P" => Ty::Ptr(choice.p),
        "Q" => Ty::Ptr(choice.q),
        "V" => Ty::Val(choice.p),
        "I" => Ty::Int,
        "S" => Ty::Str,
        "B" => Ty::Bytes,
        "A" => Ty::Any,
        "H" => Ty::Shape,
        "E" => Ty::Err,
        _ => panic!("an idiom has the type {text}"),
    }
}
