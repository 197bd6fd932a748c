//! The back end: SSA with placements → Cranelift IR → machine code, and the two ways to run it.
//!
//! Input: a verified [`golift_ssa::Module`] in which every allocation site has a placement.
//! Output: a [`CompiledProgram`], which becomes a program in memory ([`CompiledProgram::into_jit`]) or an executable
//! image ([`CompiledProgram::write_image`]).
//!
//! Invariants:
//! - The bytes of a compiled function depend only on its SSA, the layouts and placements of its sites and the
//!   signatures of its callees; everything else is a symbolic relocation. Functions compile in parallel and come out
//!   in id order.
//! - Both ways lay code and data out alike; they differ only in the base address and in how the runtime is reached.
//! - This is the only crate that names Cranelift's code generator.
//!
//! Steps, one module each: [`config`] and `isa` (target and flags), [`callconv`] (where words travel), `translate`
//! (operations to Cranelift IR), `compile` (functions to bytes), `tables` (line tables and program tables as data),
//! `layout` (addresses), `relocate` (addresses into bytes), [`jit`] and [`image`] (the drivers).

mod cache;
pub mod callconv;
mod compile;
pub mod config;
mod elf;
mod emit;
pub mod image;
mod isa;
pub mod jit;
mod layout;
mod loops;
mod program;
mod relocate;
mod sites;
mod symbol;
mod tables;
mod translate;

pub use cache::{CacheUpdate, CodeCache};
pub use config::{Arch, BackendConfig, Cpu, OptLevel};
pub use image::ImageError;
pub use jit::{JitConfig, JitProgram};
pub use program::{BackendError, CompiledProgram, compile, compile_with_cache};
