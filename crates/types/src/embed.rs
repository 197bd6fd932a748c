//! `//go:embed` directives: which variables they fill, and whether they may.
//!
//! A directive stands right above the only variable of a package-level `var` declaration with a type and without a
//! value. Blank lines and comments may stand between. (Package embed, Directives.)

use crate::check::Checker;
use crate::object::{ObjId, ObjKind};
use crate::types::{Basic, Type};
use golift_base::Pos;
use golift_frontend::ast::{Decl, File, ValueSpec};

const USAGE: &str = "usage: //go:embed pattern...";
const UNQUOTED: &str = "invalid quoted string in //go:embed: ";
const MISPLACED: &str = "misplaced go:embed directive";

/// What a variable takes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum EmbedKind {
    /// The text of one file, as a string.
    String,
    /// The bytes of one file, as a slice of its own.
    Bytes,
    /// Any number of files: `embed.FS`.
    Files,
}

/// A variable with directives.
#[derive(Clone, Debug)]
pub struct EmbedVar {
    /// The variable.
    pub obj: ObjId,
    /// What it takes.
    pub kind: EmbedKind,
    /// Where the directives stand.
    pub directives: Vec<Pos>,
}

/// A file that a variable takes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct EmbeddedFile {
    /// The path below the package's folder; that of a folder ends in a slash.
    pub name: String,
    /// The contents.
    pub data: Vec<u8>,
}

/// The patterns of a directive's text (`go:embed a "b c"`); `None` if it is another directive.
/// Quoted ones are decoded; the second part is the offset in the text. The error is the text from a pattern on
/// whose quotation marks are wrong.
pub fn embed_patterns(text: &str) -> Option<Result<Vec<(String, usize)>, String>> {
    let rest = text.strip_prefix("go:embed")?;
    if !rest.is_empty() && !rest.starts_with([' ', '\t']) {
        return None;
    }
    let mut out = Vec::new();
    let mut at = text.len() - rest.len();
    loop {
        let rest = &text[at..];
        let start = at + rest.len() - rest.trim_start().len();
        let Some(first) = text[start..].chars().next() else { return Some(Ok(out)) };
        let body = &text[start + 1..];
        let found = match first {
            '`' => body.find('`').map(|n| (body[..n].to_string(), start + n + 2)),
            '"' => quoted(body).map(|(s, n)| (s, start + n + 2)),
            _ => {
                let end = text[start..].find(char::is_whitespace).map_or(text.len(), |n| start + n);
                Some((text[start..end].to_string(), end))
            }
        };
        let Some((pattern, end)) = found else { return Some(Err(text[start..].to_string())) };
        if !text[end..].is_empty() && !text[end..].starts_with(char::is_whitespace) {
            return Some(Err(text[end..].to_string()));
        }
        out.push((pattern, start));
        at = end;
    }
}

/// Decodes up to the closing quotation mark; gives its offset too.
fn quoted(body: &str) -> Option<(String, usize)> {
    let mut out = String::new();
    let mut chars = body.char_indices();
    while let Some((i, c)) = chars.next() {
        match c {
            '"' => return Some((out, i)),
            '\\' => out.push(match chars.next()?.1 {
                'n' => '\n',
                't' => '\t',
                other => other,
            }),
            _ => out.push(c),
        }
    }
    None
}

/// What is wrong with a directive: where, if not at the directive, and the words.
type Wrong = (Option<Pos>, String);

impl<'a> Checker<'a> {
    /// Reports directives that fill nothing, and notes the variables that the others fill.
    pub(crate) fn check_embeds(&mut self) {
        let files = self.files;
        let mut found: Vec<(ObjId, EmbedKind, Pos)> = Vec::new();
        let mut wrong: Vec<(Pos, String)> = Vec::new();
        for file in files {
            let imported = file.imports.iter().any(|i| i.path == "embed");
            for d in &file.directives {
                let Some(patterns) = embed_patterns(&d.text) else { continue };
                let pos = d.pos.offset(2);
                match patterns {
                    Ok(patterns) if !patterns.is_empty() => {}
                    Ok(_) => {
                        wrong.push((pos, USAGE.to_string()));
                        continue;
                    }
                    Err(rest) => {
                        wrong.push((pos, format!("{UNQUOTED}{rest}")));
                        wrong.push((pos, USAGE.to_string()));
                        continue;
                    }
                }
                match self.embed_target(file, d.pos, imported) {
                    Ok((obj, kind)) => found.push((obj, kind, d.pos)),
                    Err((at, msg)) => wrong.push((at.unwrap_or(pos), msg)),
                }
            }
        }
        // What the parser sees keeps the rest from being looked at.
        let early = |msg: &str| msg == USAGE || msg == MISPLACED || msg.starts_with(UNQUOTED);
        if wrong.iter().any(|(_, msg)| early(msg)) {
            wrong.retain(|(_, msg)| early(msg));
        }
        for (pos, msg) in wrong {
            self.error("BadEmbed", pos, msg);
        }
        for (obj, kind, pos) in found {
            match self.w.info.embeds.iter_mut().find(|e| e.obj == obj) {
                Some(e) => e.directives.push(pos),
                None => self.w.info.embeds.push(EmbedVar { obj, kind, directives: vec![pos] }),
            }
        }
    }

    fn embed_target(&self, file: &File, directive: Pos, imported: bool) -> Result<(ObjId, EmbedKind), Wrong> {
        let misplaced = || Err((None, MISPLACED.to_string()));
        let inside = |d: &Decl| matches!(d, Decl::Func(f) if f.span.lo <= directive && directive < f.span.hi);
        if file.decls.iter().any(inside) {
            let rest = self.text_between(file, directive, file.eof);
            let word = rest.split(|c: char| !c.is_alphanumeric()).next();
            return match word {
                Some("var") => Err((None, "go:embed cannot apply to var inside func".to_string())),
                _ => misplaced(),
            };
        }
        let vars = file.decls.iter().filter_map(|d| match d {
            Decl::Var(v) if v.span.lo > directive => Some(v),
            _ => None,
        });
        let Some(spec) = vars.min_by_key(|v| v.span.lo) else { return misplaced() };
        let between = self.text_between(file, directive, spec.names[0].span.lo);
        if !matches!(between.trim(), "" | "var") {
            return misplaced();
        }
        self.embed_var(spec, imported)
    }

    fn embed_var(&self, spec: &ValueSpec, imported: bool) -> Result<(ObjId, EmbedKind), Wrong> {
        let why = if !imported {
            "go:embed requires import \"embed\" (or import _ \"embed\", if package is not used)"
        } else if spec.names.len() > 1 {
            "go:embed cannot apply to multiple vars"
        } else if !spec.values.is_empty() {
            "go:embed cannot apply to var with initializer"
        } else if spec.ty.is_none() {
            "go:embed cannot apply to var without type"
        } else {
            ""
        };
        if !why.is_empty() {
            return Err((None, why.to_string()));
        }
        let (major, minor) = self.w.package(self.pkg).go_version;
        if (major, minor) < (1, 16) {
            return Err((None, "go:embed requires go1.16 or later".to_string()));
        }
        let obj = self.w.info.defs.get(spec.names[0].id.0 as usize).copied().flatten();
        let Some(obj) = obj.filter(|&o| matches!(self.w.obj(o).kind, ObjKind::Var(_))) else {
            return Err((None, MISPLACED.to_string()));
        };
        let ty = self.w.obj(obj).ty;
        let no_such = || Err((Some(spec.names[0].span.lo), format!("go:embed cannot apply to var of type {}", self.tstr(ty))));
        let byte = |elem| matches!(self.w.under(elem), Type::Basic(Basic::Uint8));
        let kind = match (self.w.as_named(ty), self.w.under(ty)) {
            (_, Type::Basic(Basic::String)) => EmbedKind::String,
            (_, &Type::Slice(elem)) if byte(elem) => EmbedKind::Bytes,
            (Some(n), _) => {
                let o = self.w.obj(self.w.named_data(n).obj);
                let path = o.pkg.map_or("", |p| &self.w.package(p).path);
                if path != "embed" || o.name.as_str() != "FS" {
                    return no_such();
                }
                EmbedKind::Files
            }
            _ => return no_such(),
        };
        Ok((obj, kind))
    }

    /// The source from the line after a directive on, without comments and blank lines at its start.
    fn text_between(&self, file: &File, directive: Pos, end: Pos) -> String {
        let source = self.sources.file(file.file);
        let text = &source.text[(directive.0 - source.base.0) as usize..(end.0 - source.base.0) as usize];
        let lines = text.lines().skip(1).skip_while(|l| l.trim().is_empty() || l.trim().starts_with("//"));
        lines.collect::<Vec<_>>().join("\n").trim_start().to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::embed_patterns;

    #[test]
    fn patterns() {
        let words = |t: &str| embed_patterns(t).map(|p| p.unwrap().into_iter().map(|(p, at)| format!("{p}@{at}")).collect::<Vec<_>>());
        assert_eq!(words("go:embed a.txt  \"b c\" `d e`"), Some(vec!["a.txt@9".into(), "b c@16".into(), "d e@22".into()]));
        assert_eq!(embed_patterns("go:embed \"a"), Some(Err("\"a".into())));
        assert_eq!(embed_patterns("go:embed `a`x"), Some(Err("x".into())));
        assert_eq!(words("go:embedded"), None);
        assert_eq!(words("go:embed"), Some(Vec::new()));
    }
}
