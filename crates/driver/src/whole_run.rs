//! A program whose allocations another toolchain is to tell: its `main` gets another name, and a new one calls it.

use crate::constraint::BuildContext;
use crate::error::Result;
use crate::load::load_program;
use golift_frontend::ast::Decl;
use std::path::PathBuf;

/// The replacement of a program's file, and a file beside it.
#[derive(Debug)]
pub struct WrappedMain {
    /// The file that has the function `main`.
    pub file: PathBuf,
    /// What stands in for its text.
    pub text: String,
    /// The text of another file in the same directory.
    pub wrapper: &'static str,
}

/// The name of what was `main`.
const RENAMED: &str = "golift_program_main";

const WRAPPER: &str = "package main

import (
	\"os\"
	\"runtime\"
	\"strconv\"
)

func main() {
	golift_program_main()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	text := strconv.FormatUint(m.Mallocs, 10) + \" \" + strconv.FormatUint(m.TotalAlloc, 10) + \"\\n\"
	os.WriteFile(os.Getenv(\"GOLIFT_COUNTS\"), []byte(text), 0o666)
}
";

/// Finds the `main` of the program that the arguments name; `None` if they name several packages or none has one.
///
/// The new program writes heap objects and bytes to the file that `GOLIFT_COUNTS` names when `main` returns.
///
/// # Errors
/// As for [`load_program`].
pub fn wrap_main(args: &[String], cx: &BuildContext) -> Result<Option<WrappedMain>> {
    let loaded = load_program(args, cx)?;
    let [root] = &loaded.mains()[..] else { return Ok(None) };
    let package = loaded.packages.iter().find(|p| p.path == *root);
    for file in package.into_iter().flat_map(|p| &p.files) {
        let source = loaded.sources.file(file.file);
        for decl in &file.decls {
            let Decl::Func(func) = decl else { continue };
            if func.recv.is_none() && func.name.name.as_str() == "main" {
                let at = (func.name.span.lo.0 - source.base.0) as usize;
                let (before, after) = source.text.split_at(at);
                let text = format!("{before}{RENAMED}{}", &after["main".len()..]);
                return Ok(Some(WrappedMain { file: PathBuf::from(&source.path), text, wrapper: WRAPPER }));
            }
        }
    }
    Ok(None)
}
