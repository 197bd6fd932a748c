//! Positions, spans and the source map.
//!
//! Every file added to the [`SourceMap`] owns a range of the global offset space;
//! a [`Pos`] alone finds its file, line and column. Offset 0 belongs to no file: it is [`Pos::NONE`].
//! Columns count bytes from 1, as the official compiler prints them.

use std::fmt;
use std::sync::OnceLock;

/// A global byte offset: file base + offset in the file. `Pos::NONE` is "no position".
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Debug)]
pub struct Pos(pub u32);

impl Pos {
    /// The position of things that stand in no file.
    pub const NONE: Pos = Pos(0);

    /// Whether this position lies in a file.
    pub fn is_valid(self) -> bool {
        self.0 != 0
    }

    /// The position `n` bytes further on.
    pub fn offset(self, n: u32) -> Pos {
        Pos(self.0 + n)
    }
}

/// A half-open range of global offsets.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default, Debug)]
pub struct Span {
    /// First byte.
    pub lo: Pos,
    /// One past the last byte.
    pub hi: Pos,
}

impl Span {
    /// The span of things that stand in no file.
    pub const NONE: Span = Span { lo: Pos::NONE, hi: Pos::NONE };

    /// The span from `lo` up to, without, `hi`.
    pub fn new(lo: Pos, hi: Pos) -> Span {
        Span { lo, hi }
    }

    /// From the start of `self` to the end of `other`.
    pub fn to(self, other: Span) -> Span {
        Span { lo: self.lo, hi: other.hi }
    }
}

/// The index of a file in the [`SourceMap`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct FileId(pub u32);

/// A file's text, its name as messages print it, and its line starts.
#[derive(Debug)]
pub struct SourceFile {
    /// The name as messages print it: `./a.go`, or an absolute path.
    pub name: String,
    /// The absolute path, for tracebacks and line tables; may equal `name`.
    pub path: String,
    /// The whole text.
    pub text: String,
    /// The global offset of the first byte.
    pub base: Pos,
    line_starts: Vec<u32>,
    line_directives: OnceLock<Vec<LineDirective>>,
}

/// A `//line name:line:col` comment: where it takes effect, and what it says.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LineDirective {
    /// The byte offset in the file from which on it holds.
    pub from: u32,
    /// The file's name as written; may be empty, may be relative to the file's directory.
    pub name: String,
    /// The number of the line that `from` lies in.
    pub line: u32,
    /// The column of `from`; 0 if columns are unknown from here on.
    pub col: u32,
}

/// A position as line directives present it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Presumed<'a> {
    /// The name that a directive gives, relative to the directory of the file that it stands in;
    /// `None` where no directive holds.
    pub name: Option<&'a str>,
    /// Line, from 1.
    pub line: u32,
    /// Column in bytes, from 1; 0 if unknown.
    pub col: u32,
}

/// The first column that the official compiler does not print.
const COL_MAX: u32 = 255;

/// A resolved position; all counted from 1.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct LineCol {
    /// Line, from 1.
    pub line: u32,
    /// Column in bytes, from 1.
    pub col: u32,
}

impl fmt::Display for LineCol {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.line, self.col)
    }
}

impl SourceFile {
    /// Line and column of a global position inside this file.
    pub fn line_col(&self, pos: Pos) -> LineCol {
        let off = pos.0.saturating_sub(self.base.0);
        let line = self.line_starts.partition_point(|&s| s <= off);
        LineCol { line: line as u32, col: off - self.line_starts[line - 1] + 1 }
    }

    /// Records the file's line directives, ascending; the lexer finds them. Only the first call counts.
    pub fn set_line_directives(&self, list: Vec<LineDirective>) {
        let _ = self.line_directives.set(list);
    }

    /// Where line directives say that a position is.
    pub fn presumed(&self, pos: Pos) -> Presumed<'_> {
        let LineCol { line, col } = self.line_col(pos);
        let list = self.line_directives.get().map_or(&[][..], |l| &l[..]);
        let off = pos.0.saturating_sub(self.base.0);
        let Some(d) = list.partition_point(|d| d.from <= off).checked_sub(1).map(|i| &list[i]) else {
            return Presumed { name: None, line, col };
        };
        let from = self.line_col(self.base.offset(d.from));
        let col = match d.col {
            0 => 0,
            _ if line == from.line => d.col + (col - from.col),
            _ => col,
        };
        Presumed { name: Some(&d.name), line: d.line + (line - from.line), col }
    }

    /// `name:line:col`, the way messages print a position in this file, line directives heeded.
    /// Unknown columns, and those too large for the official compiler's position encoding, are left out, as there.
    pub fn display(&self, pos: Pos) -> String {
        self.display_columns(pos, true)
    }

    /// [`Self::display`], with or without the column.
    pub fn display_columns(&self, pos: Pos, columns: bool) -> String {
        let Presumed { name, line, col } = self.presumed(pos);
        let name = name.map_or(self.name.clone(), |n| beside(&self.name, n));
        if !columns || col == 0 || col >= COL_MAX { format!("{name}:{line}") } else { format!("{name}:{line}:{col}") }
    }

    /// Path and line of a position for tracebacks and line tables, line directives heeded.
    pub fn trace_line(&self, pos: Pos) -> (String, u32) {
        let Presumed { name, line, .. } = self.presumed(pos);
        (name.map_or(self.path.clone(), |n| beside(&self.path, n)), line)
    }

    /// The text of line `line` (from 1) without its line end.
    pub fn line_text(&self, line: u32) -> &str {
        let lo = self.line_starts[line as usize - 1] as usize;
        let hi = self.line_starts.get(line as usize).map_or(self.text.len(), |&n| n as usize);
        self.text[lo..hi].trim_end_matches(['\n', '\r'])
    }
}

/// All files of a session.
#[derive(Debug, Default)]
pub struct SourceMap {
    files: Vec<SourceFile>,
    next: u32,
}

impl SourceMap {
    /// Adds a file. `name` is what messages print, `path` what tracebacks print.
    pub fn add(&mut self, name: String, path: String, text: String) -> FileId {
        let base = Pos(self.next.max(1));
        self.next = base.0 + text.len() as u32 + 1;
        let mut line_starts = vec![0];
        line_starts.extend(text.bytes().enumerate().filter(|&(_, b)| b == b'\n').map(|(i, _)| i as u32 + 1));
        self.files.push(SourceFile { name, path, text, base, line_starts, line_directives: OnceLock::new() });
        FileId(self.files.len() as u32 - 1)
    }

    /// The file with this id.
    pub fn file(&self, id: FileId) -> &SourceFile {
        &self.files[id.0 as usize]
    }

    /// The file that a position lies in.
    pub fn file_of(&self, pos: Pos) -> Option<&SourceFile> {
        if !pos.is_valid() {
            return None;
        }
        let i = self.files.partition_point(|f| f.base <= pos);
        i.checked_sub(1).map(|i| &self.files[i])
    }

    /// `name:line:col`, the way messages print a position; empty for [`Pos::NONE`].
    pub fn display(&self, pos: Pos) -> String {
        self.display_columns(pos, true)
    }

    /// [`Self::display`], with or without the column.
    pub fn display_columns(&self, pos: Pos, columns: bool) -> String {
        match self.file_of(pos) {
            Some(f) => f.display_columns(pos, columns),
            None => String::new(),
        }
    }

    /// All files in the order they were added.
    pub fn files(&self) -> impl Iterator<Item = &SourceFile> {
        self.files.iter()
    }
}

/// A file name that stands beside `file` unless it is absolute. An empty one stays empty.
fn beside(file: &str, name: &str) -> String {
    match file.rfind('/') {
        Some(dir) if !name.starts_with('/') && !name.is_empty() => format!("{}{name}", &file[..dir + 1]),
        _ => name.to_string(),
    }
}
