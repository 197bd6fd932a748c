//! The entry point and its result.

use crate::cache::CodeCache;
use crate::compile::compile_functions;
use crate::config::BackendConfig;
use crate::isa::build_isa;
use crate::layout::{Image, lay_out};
use golift_base::SourceMap;
use golift_ssa::Module;
use std::fmt;

/// A defect of the compiler, found while a function was compiled.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct BackendError {
    /// The function; empty if none in particular.
    pub func: String,
    /// What went wrong.
    pub message: String,
}

impl fmt::Display for BackendError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.func.is_empty() {
            write!(f, "internal compiler error: {}", self.message)
        } else {
            write!(f, "internal compiler error: in {}: {}", self.func, self.message)
        }
    }
}

impl std::error::Error for BackendError {}

/// A compiled program without addresses.
pub struct CompiledProgram {
    pub(crate) image: Image,
    /// Cranelift IR of the functions asked for.
    pub clif: String,
    /// Assembly of the functions asked for.
    pub asm: String,
}

/// Compiles a module in which every allocation site has a placement.
///
/// # Errors
///
/// A [`BackendError`] is a defect of the compiler, never of the Go program.
pub fn compile(module: &Module, sources: &SourceMap, config: &BackendConfig) -> Result<CompiledProgram, BackendError> {
    compile_with_cache(module, sources, config, None)
}

/// As [`compile`]; functions in the cache are not compiled again, new ones are added to it.
///
/// # Errors
///
/// As for [`compile`].
pub fn compile_with_cache(
    module: &Module,
    sources: &SourceMap,
    config: &BackendConfig,
    cache: Option<&mut CodeCache>,
) -> Result<CompiledProgram, BackendError> {
    let isa = build_isa(config).map_err(|message| BackendError { func: String::new(), message })?;
    let funcs = compile_functions(module, config, &*isa, cache)?;
    let image = lay_out(module, sources, config, &funcs);
    let (clif, asm) = crate::emit::texts(module, sources, &funcs);
    Ok(CompiledProgram { image, clif, asm })
}

impl CompiledProgram {
    /// Bytes of machine code.
    pub fn code_size(&self) -> usize {
        self.image.code.len()
    }

    /// Bytes of read-only and writable data, tables included.
    pub fn data_size(&self) -> usize {
        self.image.read_only.len() + self.image.data.len()
    }

    /// Compiled functions.
    pub fn func_count(&self) -> usize {
        self.image.funcs.len()
    }

    /// Whether two programs are equal in every byte.
    pub fn same_bytes(&self, other: &CompiledProgram) -> bool {
        let (a, b) = (&self.image, &other.image);
        a.code == b.code && a.read_only == b.read_only && a.data == b.data && a.zero_size == b.zero_size
    }
}
