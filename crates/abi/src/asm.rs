//! Assembly routines of the runtime that compiled code calls with a convention of their own, and the names of the
//! image sections through which the image driver finds the runtime's addresses.

/// An assembly routine. The Rust symbol is the variant's name.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[repr(u16)]
#[allow(non_camel_case_types)]
pub enum Asm {
    /// Called in place of a function's body when the stack is short, with the function's own arguments and results in
    /// their registers. Calls the function at `GHead::morestack_target` again on a larger segment and returns what it
    /// returns; preserves all argument registers up to that call and all result registers after it.
    morestack,
}

/// The table, in the order of [`Asm`].
pub const ASM: &[Asm] = &[Asm::morestack];

impl Asm {
    /// The symbol.
    pub fn name(self) -> &'static str {
        match self {
            Asm::morestack => "morestack",
        }
    }
}

/// Section of the runtime's image: the absolute addresses of all builtins, 8 bytes each, in the order of `Builtin`.
pub const SECTION_BUILTINS: &str = ".golift.builtins";
/// Section of the runtime's image: the absolute addresses of [`ASM`].
pub const SECTION_ASM: &str = ".golift.asm";
/// Section of the runtime's image: one word in which the image driver writes the address of the `ProgramInfo`.
pub const SECTION_PROGRAM: &str = ".golift.program";
