//! Packages, modules, the pipeline and its outputs. The only crate of the compiler that does IO.

mod archive;
mod code_cache;
mod compile;
mod constraint;
mod embed;
mod emit;
mod error;
mod import_error;
mod load;
mod module;
mod output;
mod paths;
mod patterns;
mod reachable;
mod resolve;
mod std_sources;
mod timing;
mod tool;
mod tool_imports;
mod vendor;
mod workspace;

pub use compile::{Options, Output, check_standard_package, compile_program};
pub use constraint::BuildContext;
pub use emit::{Emit, Stage};
pub use error::{Failure, Report, Result, json_string};
pub use golift_backend::{CompiledProgram, JitConfig, JitProgram};
pub use golift_middle::EscapePolicy;
pub use golift_middle::gcmodel::Config as ModelConfig;
pub use load::{Loaded, LoadedPackage, load_packages, load_program, load_standard_package};
pub use module::GoMod;
pub use output::{output_path, runtime_image, write_executable};
pub use std_sources::{has_std_package, std_package, std_packages};
pub use timing::Timings;
pub use tool::{ToolCompile, tool_compile, tool_link};
pub use tool_imports::{ToolImports, ToolReport};
