//! What machine code refers to by name, and how that is written in Cranelift's names.

use cranelift_codegen::ir::{ExternalName, Function, UserExternalName};
use cranelift_entity::EntityRef;
use golift_abi::{Asm, Builtin};
use golift_ssa::{DataId, FuncId};

/// The target of a relocation.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(crate) enum Symbol {
    /// A function's code.
    Func(FuncId),
    /// The part of a function that runs after a recovered panic.
    Recover(FuncId),
    /// A data object of the module.
    Data(DataId),
    /// A runtime function.
    Builtin(Builtin),
    /// A runtime routine in assembly.
    Asm(Asm),
    /// A table that the back end itself writes.
    Table(u32),
    /// The start of a section.
    Section(Section),
}

/// The four parts of a program in memory.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(crate) enum Section {
    /// Machine code.
    Code,
    /// Data that never changes, tables included.
    ReadOnly,
    /// Writable data with contents.
    Data,
    /// Writable data, zero at first.
    Zero,
}

impl Symbol {
    /// The name inside Cranelift IR.
    pub(crate) fn to_name(self) -> UserExternalName {
        let (namespace, index) = match self {
            Symbol::Func(f) => (0, f.index() as u32),
            Symbol::Recover(f) => (1, f.index() as u32),
            Symbol::Data(d) => (2, d.index() as u32),
            Symbol::Builtin(b) => (3, b as u32),
            Symbol::Asm(a) => (4, a as u32),
            Symbol::Table(_) | Symbol::Section(_) => unreachable!("code does not refer to tables"),
        };
        UserExternalName { namespace, index }
    }

    pub(crate) fn from_name(name: &UserExternalName) -> Option<Symbol> {
        let index = name.index as usize;
        Some(match name.namespace {
            0 => Symbol::Func(FuncId::new(index)),
            1 => Symbol::Recover(FuncId::new(index)),
            2 => Symbol::Data(DataId::new(index)),
            3 => Symbol::Builtin(*golift_abi::builtin::ALL.get(index)?),
            4 => Symbol::Asm(*golift_abi::asm::ASM.get(index)?),
            _ => return None,
        })
    }

    /// Reads a relocation's target back.
    pub(crate) fn from_external(func: &Function, name: &ExternalName) -> Option<Symbol> {
        match name {
            ExternalName::User(r) => Symbol::from_name(&func.params.user_named_funcs()[*r]),
            _ => None,
        }
    }
}
