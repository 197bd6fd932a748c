//! Which declarations of the embedded packages a program can reach, from names alone.
//!
//! Input: all packages of a build as tokens. Output: for each file of an embedded package the declarations that are
//! left out before it is parsed. A hello world reaches a quarter of what fmt and its imports declare, and the rest
//! costs no parsing and no checking.
//!
//! A declaration is reached if a reached one mentions its name: bare in its package, or behind the package's name. A
//! method is reached if its receiver's type is reached and its name is mentioned anywhere, an interface's methods
//! included. Shadowed names make this too large, never too small. Everything that is written outside the embedded
//! packages is reached, and so are the runtime's own package (the compiler calls it), functions named `init`, and
//! variables whose initial values may call something. A program that has `reflect` keeps the exported methods of its types.

use golift_base::{FileId, SourceMap};
use golift_frontend::{DeclOutline, Kind, LexedFile, Outline};
use rustc_hash::{FxHashMap, FxHashSet};
use std::ops::Range;

/// A package as tokens.
pub(crate) struct PackageTokens {
    /// The import path.
    pub(crate) path: String,
    /// Whether declarations may be left out.
    pub(crate) partial: bool,
    /// The files in order.
    pub(crate) files: Vec<(FileId, LexedFile)>,
}

/// The tokens of the unreached declarations by package and file.
pub(crate) fn unreached(packages: &[PackageTokens], sources: &SourceMap) -> Vec<Vec<Vec<Range<u32>>>> {
    let mut r = Reach::new(packages, sources);
    r.roots();
    while let Some(decl) = r.work.pop() {
        r.visit(decl);
    }
    let mut out: Vec<Vec<Vec<Range<u32>>>> = packages.iter().map(|p| vec![Vec::new(); p.files.len()]).collect();
    for (decl, reached) in r.decls.iter().zip(&r.reached) {
        if !reached {
            out[decl.package][decl.file].push(decl.outline.tokens.clone());
        }
    }
    out
}

struct Decl<'s> {
    package: usize,
    file: usize,
    outline: DeclOutline<'s>,
}

struct Reach<'s> {
    packages: &'s [PackageTokens],
    sources: &'s SourceMap,
    decls: Vec<Decl<'s>>,
    reached: Vec<bool>,
    work: Vec<usize>,
    /// Package-level names: the declarations with this name.
    named: FxHashMap<(usize, &'s str), Vec<usize>>,
    /// Methods by their receiver's type.
    of_type: FxHashMap<(usize, &'s str), Vec<usize>>,
    /// Methods by their name.
    of_name: FxHashMap<&'s str, Vec<usize>>,
    /// What the names of imports stand for, by package and file.
    imports: FxHashMap<(usize, usize, &'s str), usize>,
    /// Packages that a file imports with a dot.
    dots: FxHashMap<(usize, usize), Vec<usize>>,
    types: FxHashSet<(usize, &'s str)>,
    mentioned: FxHashSet<&'s str>,
    /// Whether exported methods count as mentioned.
    reflects: bool,
}

impl<'s> Reach<'s> {
    fn new(packages: &'s [PackageTokens], sources: &'s SourceMap) -> Reach<'s> {
        let mut r = Reach {
            packages,
            sources,
            decls: Vec::new(),
            reached: Vec::new(),
            work: Vec::new(),
            named: FxHashMap::default(),
            of_type: FxHashMap::default(),
            of_name: FxHashMap::default(),
            imports: FxHashMap::default(),
            dots: FxHashMap::default(),
            types: FxHashSet::default(),
            mentioned: FxHashSet::default(),
            reflects: packages.iter().any(|p| p.path == "reflect"),
        };
        let outlines: Vec<Vec<Outline<'s>>> =
            packages.iter().map(|p| p.files.iter().map(|(id, f)| f.outline(sources.file(*id))).collect()).collect();
        let by_path: FxHashMap<&str, usize> = packages.iter().enumerate().map(|(i, p)| (p.path.as_str(), i)).collect();
        for (package, files) in outlines.iter().enumerate() {
            for (file, outline) in files.iter().enumerate() {
                for import in &outline.imports {
                    let Some(&target) = by_path.get(import.path) else { continue };
                    let own = || outlines[target].first().map_or("", |o| o.package);
                    match import.name {
                        Some("_") => {}
                        Some(".") => r.dots.entry((package, file)).or_default().push(target),
                        name => {
                            r.imports.insert((package, file, name.unwrap_or_else(own)), target);
                        }
                    }
                }
            }
        }
        for (package, files) in outlines.into_iter().enumerate() {
            for (file, outline) in files.into_iter().enumerate() {
                for outline in outline.decls {
                    r.add(Decl { package, file, outline });
                }
            }
        }
        r
    }

    fn add(&mut self, decl: Decl<'s>) {
        let id = self.decls.len();
        if let Some(receiver) = decl.outline.receiver {
            self.of_type.entry((decl.package, receiver)).or_default().push(id);
            self.of_name.entry(decl.outline.names[0]).or_default().push(id);
        } else {
            for &name in &decl.outline.names {
                self.named.entry((decl.package, name)).or_default().push(id);
            }
        }
        self.decls.push(decl);
        self.reached.push(false);
    }

    fn roots(&mut self) {
        for id in 0..self.decls.len() {
            let decl = &self.decls[id];
            let names = &decl.outline.names;
            let runs = match decl.outline.keyword {
                Kind::Func => decl.outline.receiver.is_none() && names[0] == "init",
                _ => decl.outline.runs && names.iter().any(|&n| n != "_"),
            };
            if runs || !self.packages[decl.package].partial {
                self.reach(id);
            }
        }
    }

    fn reach(&mut self, id: usize) {
        if !std::mem::replace(&mut self.reached[id], true) {
            self.work.push(id);
        }
    }

    /// Reaches what a reached declaration mentions.
    fn visit(&mut self, id: usize) {
        let Decl { package, file, ref outline } = self.decls[id];
        let tokens = outline.tokens.clone();
        if outline.keyword == Kind::Type {
            for name in outline.names.clone() {
                self.reach_type((package, name));
            }
        }
        let (source, lexed) = &self.packages[package].files[file];
        for m in lexed.mentions(self.sources.file(*source), tokens) {
            if self.mentioned.insert(m.name) {
                self.reach_methods(m.name);
            }
            if !m.selected {
                self.reach_name(package, m.name);
                for target in self.dots.get(&(package, file)).cloned().unwrap_or_default() {
                    self.reach_name(target, m.name);
                }
            } else if let Some(&target) = m.qualifier.and_then(|q| self.imports.get(&(package, file, q))) {
                self.reach_name(target, m.name);
            }
        }
    }

    fn reach_name(&mut self, package: usize, name: &'s str) {
        for i in 0..self.named.get(&(package, name)).map_or(0, Vec::len) {
            self.reach(self.named[&(package, name)][i]);
        }
    }

    /// A type is reached: so are its mentioned methods.
    fn reach_type(&mut self, of: (usize, &'s str)) {
        self.types.insert(of);
        for i in 0..self.of_type.get(&of).map_or(0, Vec::len) {
            let id = self.of_type[&of][i];
            let name = self.decls[id].outline.names[0];
            let exported = || name.chars().next().is_some_and(char::is_uppercase);
            if self.mentioned.contains(name) || self.reflects && exported() {
                self.reach(id);
            }
        }
    }

    /// A name is mentioned for the first time: so are the methods of reached types that have it.
    fn reach_methods(&mut self, name: &'s str) {
        for i in 0..self.of_name.get(name).map_or(0, Vec::len) {
            let id = self.of_name[name][i];
            let decl = &self.decls[id];
            if decl.outline.receiver.is_some_and(|t| self.types.contains(&(decl.package, t))) {
                self.reach(id);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use golift_frontend::lex_file;

    /// The names of what is left out of the package `lib` for a program.
    fn left_out(main: &str, lib: &str) -> Vec<String> {
        let mut sources = SourceMap::default();
        let mut package = |path: &str, text: &str, partial| {
            let id = sources.add(path.into(), path.into(), text.into());
            PackageTokens { path: path.into(), partial, files: vec![(id, lex_file(sources.file(id)))] }
        };
        let packages = [package("lib", lib, true), package("main", main, false)];
        let gone = &unreached(&packages, &sources)[0][0];
        let (id, lexed) = &packages[0].files[0];
        let outline = lexed.outline(sources.file(*id));
        outline.decls.iter().filter(|d| gone.contains(&d.tokens)).map(|d| d.names.join(",")).collect()
    }

    #[test]
    fn functions_through_functions() {
        let lib = "package lib\nfunc A() { b() }\nfunc b() { c.d() }\nfunc d() {}\nvar c e\nfunc X() { y() }\nfunc y() {}\n\
            type e int\nfunc (e) d() {}\nfunc (e) f() {}\n";
        // A method's own name counts as a mention, so the function `d` stays.
        assert_eq!(left_out("package main\nimport \"lib\"\nfunc main() { lib.A() }\n", lib), ["X", "y", "f"]);
    }

    #[test]
    fn methods_need_their_type_and_their_name() {
        let lib = "package lib\ntype T struct{ U }\nfunc (T) M() {}\nfunc (T) N() {}\ntype U int\nfunc (*U) M() {}\n\
            type V[P any] int\nfunc (V[P]) M() { lost() }\nfunc lost() {}\ntype I interface{ N() }\nfunc Get() I { return nil }\n";
        let main = "package main\nimport l \"lib\"\nvar x l.T\nfunc main() { x.M() }\n";
        assert_eq!(left_out(main, lib), ["N", "V", "M", "lost", "I", "Get"]);
        let main = "package main\nimport . \"lib\"\nvar x T\nfunc main() { Get() }\n";
        assert_eq!(left_out(main, lib), ["M", "M", "V", "M", "lost"]);
    }

    #[test]
    fn initial_values_run() {
        let lib = "package lib\nvar a = f()\nfunc f() int { return k }\nvar b = []int{1}\nconst (\n\tk = iota\n\tl\n)\n\
            var _ = f()\nfunc init() { g() }\nfunc g() {}\n";
        assert_eq!(left_out("package main\nimport _ \"lib\"\n", lib), ["b", "_"]);
    }
}
