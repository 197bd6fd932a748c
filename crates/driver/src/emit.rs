//! `-emit=STAGE`: printing what a stage makes.

use crate::load::Loaded;
use golift_backend::{BackendConfig, CompiledProgram};
use golift_base::SourceMap;
use golift_ssa::Module;
use golift_ssa::print::{print_func, print_module};

/// The stages that can be printed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Stage {
    /// Tokens, one a line.
    Tokens,
    /// The syntax tree.
    Ast,
    /// Objects and types of expressions.
    Types,
    /// The IR after lowering or after a pass.
    Ssa,
    /// The verdict for every allocation site.
    Escape,
    /// Where the official compiler would do better.
    Audit,
    /// Cranelift's IR.
    Clif,
    /// Machine code.
    Asm,
}

/// A parsed `-emit` flag.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Emit {
    /// Which stage.
    pub stage: Stage,
    /// `ssa:PASS`: the state after that pass; `lower` is the first. Without it, the state after the last.
    pub after: Option<String>,
    /// `ssa:PASS:FUNC` and `clif::FUNC`: only functions whose name contains this.
    pub func: Option<String>,
}

impl Emit {
    /// Parses `tokens`, `ssa`, `ssa:inline`, ….
    ///
    /// # Errors
    /// A text that says which stages there are.
    pub fn parse(text: &str) -> Result<Emit, String> {
        let mut parts = text.splitn(3, ':');
        let name = parts.next().unwrap_or("");
        let stage = match name {
            "tokens" => Stage::Tokens,
            "ast" => Stage::Ast,
            "types" => Stage::Types,
            "ssa" => Stage::Ssa,
            "escape" => Stage::Escape,
            "audit" => Stage::Audit,
            "clif" => Stage::Clif,
            "asm" => Stage::Asm,
            _ => return Err(format!("unknown stage {name:?}: want tokens, ast, types, ssa[:pass], escape, audit, clif or asm")),
        };
        let after = parts.next().filter(|s| !s.is_empty()).map(str::to_string);
        if let Some(pass) = &after
            && !golift_middle::pass_names().contains(&pass.as_str())
        {
            return Err(format!("unknown pass {pass:?}: want one of {}", golift_middle::pass_names().join(", ")));
        }
        Ok(Emit { stage, after, func: parts.next().map(str::to_string) })
    }

    /// The pass after which the pipeline is to stop.
    pub(crate) fn pass(&self) -> Option<String> {
        if self.stage == Stage::Ssa { self.after.clone() } else { None }
    }

    pub(crate) fn syntax(&self, loaded: &Loaded) -> Option<String> {
        let package = loaded.packages.last()?;
        let mut out = String::new();
        for file in &package.files {
            match self.stage {
                Stage::Tokens => out.push_str(&golift_frontend::tokens_dump(loaded.sources.file(file.file))),
                Stage::Ast => out.push_str(&golift_frontend::ast_dump(file, &loaded.sources)),
                _ => return None,
            }
        }
        Some(out)
    }

    pub(crate) fn ssa(&self, module: &Module, sources: &SourceMap) -> Option<String> {
        match self.stage {
            Stage::Ssa => Some(match &self.func {
                None => print_module(module, Some(sources)),
                Some(part) => module
                    .funcs
                    .iter()
                    .filter(|(_, f)| f.name.contains(part.as_str()))
                    .map(|(id, f)| print_func(id, f, Some(sources)))
                    .collect(),
            }),
            Stage::Escape => Some(golift_middle::escape::report(module, sources)),
            _ => None,
        }
    }

    /// Asks the backend for the texts that [`Emit::code`] prints.
    pub(crate) fn select_code(&self, config: &mut BackendConfig) {
        let part = Some(self.func.clone().unwrap_or_default());
        match self.stage {
            Stage::Clif => config.emit_clif = part,
            _ => config.emit_asm = part,
        }
    }

    pub(crate) fn code(&self, program: CompiledProgram) -> String {
        if self.stage == Stage::Asm { program.asm } else { program.clif }
    }
}
