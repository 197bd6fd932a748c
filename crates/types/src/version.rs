//! Language versions: features that are newer than the version of the module or file that uses them.
//!
//! A file's version is its module's, unless a `//go:build go1.N` line asks for another one from 1.21 on.
//! (Go Modules Reference, "go directive"; go command, "Build constraints".)

use crate::check::Checker;
use golift_frontend::expr_string;
use crate::object::ObjId;
use crate::world::{Package, World};
use golift_base::Pos;
use golift_frontend::ast::{Expr, File, LitKind};
use std::sync::Arc;

/// The oldest version that a file can ask for.
const OLDEST_OF_FILES: u32 = 21;

/// The language's first version with an own scope for each iteration's loop variables.
const PER_ITERATION: u32 = 22;

/// The `N` of the language version `go1.N` of a file of a module of version `go1.module`.
pub fn file_version(file: &File, module: u32) -> u32 {
    file.go_version.map_or(module, |v| v.max(OLDEST_OF_FILES))
}

impl Package {
    /// Whether loops at `pos` have one set of variables for all iterations (before go 1.22).
    pub fn shares_loop_variables(&self, pos: Pos) -> bool {
        if self.go_version >= (1, PER_ITERATION) && self.files.iter().all(|f| f.go_version.is_none()) {
            return false;
        }
        let file = self.files.iter().find(|f| f.package.span.lo <= pos && pos <= f.eof);
        file.map_or(self.go_version.1, |f| file_version(f, self.go_version.1)) < PER_ITERATION
    }
}

impl World {
    /// Whether the loop variable has one instance for all iterations.
    pub fn is_shared_loop_variable(&self, obj: ObjId) -> bool {
        let o = self.obj(obj);
        o.pkg.is_some_and(|p| self.package(p).shares_loop_variables(o.pos))
    }
}

/// The versions of a package's files.
#[derive(Debug)]
pub(crate) struct Versions {
    /// The oldest one.
    least: u32,
    module: u32,
    /// The end of each file, its version, and whether it asks for it itself.
    files: Vec<(Pos, u32, bool)>,
}

impl Versions {
    pub(crate) fn new(files: &[Arc<File>], module: (u32, u32)) -> Versions {
        let module = if module.0 > 1 { u32::MAX } else { module.1 };
        let files: Vec<_> = files.iter().map(|f| (f.eof, file_version(f, module), f.go_version.is_some())).collect();
        Versions { least: files.iter().map(|f| f.1).fold(module, u32::min), module, files }
    }

    fn at(&self, pos: Pos) -> (u32, bool) {
        let file = self.files.iter().find(|f| pos <= f.0);
        file.map_or((self.module, false), |f| (f.1, f.2))
    }
}

impl<'a> Checker<'a> {
    /// Whether the language version at `pos` is at least `go1.minor`.
    pub(crate) fn allows(&self, pos: Pos, minor: u32) -> bool {
        minor <= self.versions.least || minor <= self.versions.at(pos).0
    }

    /// Reports the use of a feature that is newer than the language version at `pos`; false if it is.
    pub(crate) fn require(&mut self, pos: Pos, minor: u32, feature: impl FnOnce(&Self) -> String) -> bool {
        if self.allows(pos, minor) {
            return true;
        }
        let feature = feature(self);
        self.error("UnsupportedFeature", pos, format!("{feature} requires go1.{minor} or later"));
        false
    }

    /// What is added to a message about a version: where the version comes from.
    pub(crate) fn version_origin(&self, pos: Pos, message: &str) -> String {
        let newer = message.find("requires go1.").is_some_and(|at| message[at..].ends_with(" or later"));
        if !newer {
            return String::new();
        }
        match self.versions.at(pos) {
            (v, true) => format!(" (file declares //go:build go1.{v})"),
            (_, false) => format!(" (-lang was set to go1.{}; check go.mod)", self.versions.module),
        }
    }

    /// Reports files that ask for a version that does not exist yet.
    pub(crate) fn check_file_versions(&mut self) {
        for file in self.files {
            if let Some(v) = file.go_version.filter(|&v| v > crate::universe::LANGUAGE_VERSION.1) {
                let msg = format!("file requires newer Go version go1.{v}");
                self.error("TooNew", file.package.span.lo, msg);
            }
        }
    }

    /// Literals of forms that came with go 1.13.
    pub(crate) fn literal_version(&mut self, e: &'a Expr, kind: LitKind, text: &str) -> bool {
        if !matches!(kind, LitKind::Int | LitKind::Float | LitKind::Imag) || self.allows(e.span.lo, 13) {
            return true;
        }
        let second = text.as_bytes().get(1).map_or(0, u8::to_ascii_lowercase);
        let form = if text.contains('_') {
            "underscore in numeric literal"
        } else if text.starts_with('0') && second == b'b' {
            "binary literal"
        } else if text.starts_with('0') && second == b'o' {
            "0o/0O-style octal literal"
        } else if kind != LitKind::Int && text.starts_with('0') && second == b'x' {
            "hexadecimal floating-point literal"
        } else {
            return true;
        };
        self.require(e.span.lo, 13, |_| form.to_string())
    }

    /// Predeclared functions and functions of package unsafe that came later.
    pub(crate) fn builtin_version(&mut self, call: &'a Expr, id: crate::object::Builtin) -> bool {
        use crate::object::Builtin as B;
        let (minor, name) = match id {
            B::Clear => (21, "clear".to_string()),
            B::Min | B::Max => (21, format!("built-in {}", id.name())),
            B::UnsafeAdd | B::UnsafeSlice => (17, format!("unsafe.{}", id.name())),
            B::UnsafeSliceData | B::UnsafeString | B::UnsafeStringData => (20, format!("unsafe.{}", id.name())),
            _ => return true,
        };
        self.require(call.span.lo, minor, |_| name)
    }

    /// `new` of a value.
    pub(crate) fn new_value_version(&mut self, call: &'a Expr) -> bool {
        self.require(call.span.lo, 26, |_| expr_string(call))
    }
}
