//! Type descriptors and itabs.

use super::module::ModuleBuilder;
use golift_ssa::DataId;
use golift_types::TypeId;

/// The descriptors and itabs of the module.
#[derive(Default)]
pub struct TypeTable {}

impl<'p> ModuleBuilder<'p> {
    /// The descriptor of a type; one for all identical types.
    pub fn type_desc(&mut self, ty: TypeId) -> DataId {
        let _ = ty;
        todo!()
    }

    /// The descriptor of a type whose values are converted to an interface: the first word of an `any`.
    /// Keeps the methods that calls through interfaces can reach.
    pub fn boxed_desc(&mut self, ty: TypeId) -> DataId {
        let _ = ty;
        todo!()
    }

    /// The itab of concrete type `ty` for interface `iface` (with at least one method): the first word of the value.
    pub fn itab(&mut self, iface: TypeId, ty: TypeId) -> DataId {
        let _ = (iface, ty);
        todo!()
    }

    /// The synthetic descriptor of a memory shape.
    pub(super) fn shape_desc(&mut self, size: u64, align: u64, pointers: &[bool]) -> DataId {
        let _ = (size, align, pointers);
        todo!()
    }
}
