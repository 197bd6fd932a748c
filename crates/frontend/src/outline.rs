//! A file's declarations without their trees: what a file declares and mentions, from its tokens alone.
//!
//! [`lex_file`] → [`LexedFile`] → [`LexedFile::outline`] → [`LexedFile::drop_decls`] → [`parse_lexed`]. A caller that
//! knows which declarations a program can reach parses only those; positions stay what they are.
//! For files that are known to be correct: an outline of a file with syntax errors holds what could be made out.

use crate::lexer::{Lexed, lex};
use crate::parser;
use crate::token::{Kind, Token};
use golift_base::SourceFile;
use std::ops::Range;

/// The tokens of a file.
pub struct LexedFile {
    pub(crate) lexed: Lexed,
}

/// What an import declares: its local name if it has one (`.` and `_` too), and its path.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ImportOutline<'s> {
    /// The name before the path.
    pub name: Option<&'s str>,
    /// The path as written, without quotes.
    pub path: &'s str,
}

/// One top-level declaration; a group in parentheses is one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct DeclOutline<'s> {
    /// Its tokens, the closing semicolon included.
    pub tokens: Range<u32>,
    /// `const`, `type`, `var` or `func`.
    pub keyword: Kind,
    /// What it declares.
    pub names: Vec<&'s str>,
    /// The receiver's type name, of a method.
    pub receiver: Option<&'s str>,
    /// Whether evaluating its variables' initial values may call or receive.
    pub runs: bool,
}

/// What a file is made of.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Outline<'s> {
    /// The name in the package clause.
    pub package: &'s str,
    /// The imports.
    pub imports: Vec<ImportOutline<'s>>,
    /// The declarations in order.
    pub decls: Vec<DeclOutline<'s>>,
}

/// A name that stands in the text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Mention<'s> {
    /// The name.
    pub name: &'s str,
    /// Whether it stands behind a dot.
    pub selected: bool,
    /// The name before that dot.
    pub qualifier: Option<&'s str>,
}

/// Lexes a file and records its line directives.
pub fn lex_file(src: &SourceFile) -> LexedFile {
    let lexed = lex(&src.text);
    parser::record_line_directives(src, &lexed);
    LexedFile { lexed }
}

impl LexedFile {
    fn text<'s>(&'s self, src: &'s SourceFile) -> &'s str {
        self.lexed.cleaned.as_deref().unwrap_or(&src.text)
    }

    /// The names among these tokens.
    pub fn mentions<'s>(&'s self, src: &'s SourceFile, tokens: Range<u32>) -> impl Iterator<Item = Mention<'s>> {
        let all = &self.lexed.tokens;
        let text = self.text(src);
        let word = move |t: &Token| &text[t.start as usize..t.end as usize];
        (tokens.start as usize..(tokens.end as usize).min(all.len())).filter(|&i| all[i].kind == Kind::Name).map(move |i| {
            let selected = i > 0 && all[i - 1].kind == Kind::Dot;
            let before = selected.then(|| i.checked_sub(2)).flatten().map(|j| &all[j]);
            Mention { name: word(&all[i]), selected, qualifier: before.filter(|t| t.kind == Kind::Name).map(word) }
        })
    }

    /// The paths of the imports in order.
    pub fn import_paths(&self, src: &SourceFile) -> Vec<String> {
        let mut r = Reader { tokens: &self.lexed.tokens, text: self.text(src), at: 0 };
        let mut imports = Vec::new();
        while matches!(r.kind(), Kind::Package | Kind::Import) {
            r.imports(&mut imports);
            r.at = r.end_of_decl();
        }
        imports.into_iter().map(|i| i.path.to_string()).collect()
    }

    /// Finds the declarations.
    pub fn outline<'s>(&'s self, src: &'s SourceFile) -> Outline<'s> {
        let mut r = Reader { tokens: &self.lexed.tokens, text: self.text(src), at: 0 };
        let mut out = Outline::default();
        while r.kind() != Kind::Eof {
            let start = r.at;
            let keyword = r.kind();
            match keyword {
                Kind::Package => out.package = r.word(start + 1),
                Kind::Import => r.imports(&mut out.imports),
                Kind::Const | Kind::Var | Kind::Type | Kind::Func => {
                    let end = r.end_of_decl();
                    let mut decl =
                        DeclOutline { tokens: start as u32..end as u32, keyword, names: Vec::new(), receiver: None, runs: false };
                    if keyword == Kind::Func {
                        r.func(&mut decl);
                    } else {
                        r.specs(end, &mut decl);
                    }
                    out.decls.push(decl);
                    r.at = end;
                    continue;
                }
                _ => {}
            }
            r.at = r.end_of_decl().max(start + 1);
        }
        out
    }

    /// Removes declarations, with the directives before them. `dropped` are their tokens, ascending.
    pub fn drop_decls(&mut self, dropped: &[Range<u32>]) {
        let old = std::mem::take(&mut self.lexed.tokens);
        let mut kept = Vec::with_capacity(old.len());
        let mut gone: Vec<Range<u32>> = Vec::with_capacity(dropped.len());
        let mut at = 0;
        for range in dropped {
            let (start, end) = (range.start as usize, range.end as usize);
            kept.extend_from_slice(&old[at..start]);
            at = end;
            let before = start.checked_sub(1).map_or(0, |i| old[i].end);
            gone.push(before..old[end - 1].end);
        }
        kept.extend_from_slice(&old[at..]);
        self.lexed.tokens = kept;
        self.lexed.directives.retain(|d| {
            let next = gone.partition_point(|g| g.end <= d.start);
            gone.get(next).is_none_or(|g| d.start < g.start)
        });
    }
}

/// A cursor over tokens.
struct Reader<'s> {
    tokens: &'s [Token],
    text: &'s str,
    at: usize,
}

impl<'s> Reader<'s> {
    fn kind_at(&self, i: usize) -> Kind {
        self.tokens.get(i).map_or(Kind::Eof, |t| t.kind)
    }

    fn kind(&self) -> Kind {
        self.kind_at(self.at)
    }

    fn word(&self, i: usize) -> &'s str {
        self.tokens.get(i).map_or("", |t| &self.text[t.start as usize..t.end as usize])
    }

    /// One past the semicolon that ends the declaration at the cursor.
    fn end_of_decl(&self) -> usize {
        let mut depth = 0i32;
        let mut i = self.at;
        loop {
            match self.kind_at(i) {
                Kind::Eof => return i,
                Kind::Lparen | Kind::Lbrace | Kind::Lbrack => depth += 1,
                Kind::Rparen | Kind::Rbrace | Kind::Rbrack => depth -= 1,
                Kind::Semi if depth <= 0 => return i + 1,
                _ => {}
            }
            i += 1;
        }
    }

    fn imports(&self, out: &mut Vec<ImportOutline<'s>>) {
        for i in self.at + 1..self.end_of_decl() {
            if self.kind_at(i) == Kind::String {
                let named = matches!(self.kind_at(i - 1), Kind::Name | Kind::Dot);
                let path = self.word(i);
                let path = path.get(1..path.len().saturating_sub(1)).unwrap_or("");
                out.push(ImportOutline { name: named.then(|| self.word(i - 1)), path });
            }
        }
    }

    /// `func name` or `func (receiver) name`.
    fn func(&self, decl: &mut DeclOutline<'s>) {
        let mut i = self.at + 1;
        if self.kind_at(i) == Kind::Lparen {
            let (mut parens, mut brackets) = (1, 0);
            while parens > 0 && self.kind_at(i) != Kind::Eof {
                i += 1;
                match self.kind_at(i) {
                    Kind::Lparen => parens += 1,
                    Kind::Rparen => parens -= 1,
                    Kind::Lbrack => brackets += 1,
                    Kind::Rbrack => brackets -= 1,
                    Kind::Name if brackets == 0 => decl.receiver = Some(self.word(i)),
                    _ => {}
                }
            }
            i += 1;
        }
        decl.names.push(self.word(i));
    }

    /// The specifications of a `const`, `var` or `type` declaration that ends before `end`.
    fn specs(&self, end: usize, decl: &mut DeclOutline<'s>) {
        let group = self.kind_at(self.at + 1) == Kind::Lparen;
        let mut i = self.at + 1 + usize::from(group);
        let mut depth = 0i32;
        let mut at_names = true;
        while i < end {
            let kind = self.kind_at(i);
            match kind {
                Kind::Lparen | Kind::Lbrace | Kind::Lbrack => depth += 1,
                Kind::Rparen | Kind::Rbrace | Kind::Rbrack => depth -= 1,
                _ => {}
            }
            decl.runs |= decl.keyword == Kind::Var && matches!(kind, Kind::Lparen | Kind::Arrow | Kind::Func);
            match kind {
                Kind::Semi if depth == 0 => at_names = true,
                Kind::Name if at_names => {
                    decl.names.push(self.word(i));
                    at_names = decl.keyword != Kind::Type && self.kind_at(i + 1) == Kind::Comma;
                    i += usize::from(at_names);
                }
                _ => at_names = false,
            }
            i += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use golift_base::{Diagnostics, SourceMap};

    const TEXT: &str = "package p\nimport (\n\t\"fmt\"\n\tm \"math/rand\"\n)\nimport . \"os\"\n\
        const a, b = 1, 2\nconst (\n\tc = iota\n\td\n)\nvar x, y = f(), []int{1}\nvar z = []int{len}\n\
        type (\n\tT[P any] struct{ u, v int }\n\tU = T[int]\n)\n\n//go:noinline\nfunc f() int { return fmt.A.B + g }\n\
        //go:noinline\nfunc (t *T[P]) m() {}\nfunc (T[P]) n()\n";

    fn lexed() -> (SourceMap, LexedFile) {
        let mut sources = SourceMap::default();
        let id = sources.add("p.go".into(), "p.go".into(), TEXT.into());
        let lexed = lex_file(sources.file(id));
        (sources, lexed)
    }

    #[test]
    fn declarations_are_found() {
        let (sources, lexed) = lexed();
        let src = sources.file(golift_base::FileId(0));
        let outline = lexed.outline(src);
        assert_eq!(outline.package, "p");
        let imports: Vec<_> = outline.imports.iter().map(|i| (i.name, i.path)).collect();
        assert_eq!(imports, [(None, "fmt"), (Some("m"), "math/rand"), (Some("."), "os")]);
        let decls: Vec<String> = outline
            .decls
            .iter()
            .map(|d| format!("{:?} {} {} {}", d.keyword, d.receiver.unwrap_or("-"), d.names.join(","), d.runs))
            .collect();
        let want = [
            "Const - a,b false",
            "Const - c,d false",
            "Var - x,y true",
            "Var - z false",
            "Type - T,U false",
            "Func - f false",
            "Func T m false",
            "Func T n false",
        ];
        assert_eq!(decls, want);
        let f = outline.decls[5].tokens.clone();
        let mentions: Vec<_> = lexed.mentions(src, f).map(|m| (m.qualifier, m.name)).collect();
        assert_eq!(mentions, [(None, "f"), (None, "int"), (None, "fmt"), (Some("fmt"), "A"), (Some("A"), "B"), (None, "g")]);
    }

    #[test]
    fn dropped_declarations_take_their_directives() {
        let (sources, mut lexed) = lexed();
        let id = golift_base::FileId(0);
        let src = sources.file(id);
        let dropped: Vec<_> = [0, 5].map(|i| lexed.outline(src).decls[i].tokens.clone()).into();
        lexed.drop_decls(&dropped);
        let mut diags = Diagnostics::default();
        let file = parser::parse_lexed(id, src, &lexed, &mut 0, &mut diags);
        assert!(diags.is_empty(), "{}", diags.render(&sources, 10));
        assert_eq!(file.decls.len(), 8);
        assert_eq!(file.directives.len(), 1);
        let crate::ast::Decl::Func(m) = &file.decls[6] else { panic!("the first method") };
        assert_eq!((m.name.name.as_str(), m.directives.len()), ("m", 1));
        assert_eq!(sources.display(m.name.span.lo), "p.go:22:16");
    }
}
