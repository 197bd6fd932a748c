//! Package-level variables whose initial values are known: static data instead of code.

use super::module::ModuleBuilder;
use golift_ssa::DataId;
use golift_types::ObjId;

/// Which initialisers are static.
#[derive(Default)]
pub struct Statics {}

impl<'p> ModuleBuilder<'p> {
    /// Fills the contents of a variable that is mentioned for the first time.
    pub(super) fn on_new_global(&mut self, obj: ObjId, data: DataId) {
        let _ = (obj, data);
    }
}
