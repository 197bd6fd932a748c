//! Function bodies: statements and expressions → SSA. The boundary to the module level.

use super::keys::FuncKey;
use super::module::ModuleBuilder;
use golift_ssa::FuncId;

/// Lowers the body of a `Decl`, `Lit` or `InitChunk` function: fills `mb.module.funcs[id]`, whose signature, name and
/// flags are set. `mb.env` is the substitution that goes with it.
pub(crate) fn lower_body(mb: &mut ModuleBuilder<'_>, key: &FuncKey, id: FuncId) {
    let _ = (key, id);
    mb.unsupported(golift_base::Pos::NONE, "a function body");
}
