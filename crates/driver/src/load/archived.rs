//! Loading for `golift tool`: files named one by one, and packages in archives; imports mean what the flags say.
//!
//! There are no modules here. Imports that cannot be found are left to the checker, as the official tool does.

use super::{IMPLICIT, Loaded, LoadedPackage, Loader, Visit};
use crate::archive::ArchivedPackage;
use crate::constraint::BuildContext;
use crate::error::{Failure, Result};
use crate::reachable::PackageTokens;
use crate::resolve::Modules;
use crate::std_sources::has_std_package;
use crate::tool_imports::ToolImports;
use golift_base::Diagnostics;
use golift_frontend::ast::File;
use golift_frontend::{lex_file, parse_lexed};
use rustc_hash::FxHashMap;
use std::path::PathBuf;
use std::sync::Arc;

/// A source file: its name in messages, and its text.
pub(crate) type NamedText = (String, Vec<u8>);

/// Loads a package from its files.
pub(crate) fn load_named_files(
    path: &str,
    files: Vec<NamedText>,
    version: (u32, u32),
    imports: &ToolImports,
    cx: &BuildContext,
) -> Result<Loaded> {
    let mut loader = Loader::for_tool(cx)?;
    loader.load_named(path, files, version, imports)?;
    loader.finish(path)
}

/// Loads the packages of an archive.
pub(crate) fn load_archive(packages: Vec<ArchivedPackage>, cx: &BuildContext) -> Result<Loaded> {
    let last = packages.last().map(|p| p.path.clone()).unwrap_or_default();
    let mut loader = Loader::for_tool(cx)?;
    loader.load_archived(packages)?;
    loader.finish(&last)
}

impl<'a> Loader<'a> {
    fn for_tool(cx: &'a BuildContext) -> Result<Loader<'a>> {
        let mut loader = Loader::new(cx, PathBuf::new(), Modules::default());
        for path in IMPLICIT {
            loader.load_std(path)?;
        }
        Ok(loader)
    }

    fn finish(mut self, root: &str) -> Result<Loaded> {
        if !self.errors.is_empty() {
            return Err(Failure::of_packages(self.errors));
        }
        self.parse_std()?;
        Ok(Loaded { packages: self.done.into_values().collect(), roots: vec![root.to_string()], sources: self.sources })
    }

    fn load_named(&mut self, path: &str, texts: Vec<NamedText>, go_version: (u32, u32), imports: &ToolImports) -> Result<()> {
        let mut syntax = Diagnostics::default();
        let mut files: Vec<Arc<File>> = Vec::new();
        let mut tokens = Vec::new();
        for (name, bytes) in texts {
            let (text, _) = golift_frontend::decode_source(bytes);
            let id = self.sources.add(name.clone(), name, text);
            let lexed = lex_file(self.sources.file(id));
            files.push(Arc::new(parse_lexed(id, self.sources.file(id), &lexed, &mut self.next_node, &mut syntax)));
            tokens.push((id, lexed));
        }
        let paths = files.iter().flat_map(|f| &f.imports).map(|spec| spec.path.clone());
        let mut written: Vec<String> = paths.filter(|p| p != "unsafe").collect();
        written.sort();
        written.dedup();
        let mut resolved = FxHashMap::default();
        self.stack.push(Visit { path: path.to_string(), from: String::new(), error: None });
        for import in &written {
            let target = imports.target(import);
            self.load_target(&target, imports)?;
            if target != *import {
                resolved.insert(import.clone(), target);
            }
        }
        self.stack.pop();
        self.tokens.push(PackageTokens { path: path.to_string(), partial: false, files: tokens });
        let package = LoadedPackage {
            path: path.to_string(),
            files,
            imports: written,
            go_version,
            syntax,
            resolved,
            ..LoadedPackage::default()
        };
        self.done.insert(path.to_string(), package);
        Ok(())
    }

    /// Loads the package that an import path stands for, if there is one.
    fn load_target(&mut self, target: &str, imports: &ToolImports) -> Result<()> {
        if self.done.contains_key(target) {
            return Ok(());
        }
        match imports.archive(target)? {
            Some(packages) => self.load_archived(packages),
            None if has_std_package(target) => self.load_std(target),
            None => Ok(()),
        }
    }

    fn load_archived(&mut self, packages: Vec<ArchivedPackage>) -> Result<()> {
        for package in packages {
            if !self.done.contains_key(&package.path) {
                let imports = ToolImports::of_archived(&package);
                self.load_named(&package.path, package.files, package.go_version, &imports)?;
            }
        }
        Ok(())
    }
}
