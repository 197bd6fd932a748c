//! Which methods need code because calls through interfaces may reach them (rapid type analysis).

use super::module::ModuleBuilder;
use golift_types::{ObjId, TypeId};

/// What is known of interface calls and boxed types.
#[derive(Default)]
pub struct Reach {}

impl<'p> ModuleBuilder<'p> {
    /// The slot of `method` in itabs of interface type `iface`, for `Op::CallIface`. Marks the method as called:
    /// every use of an interface method (calls, method values, method expressions, go, defer) asks here.
    pub fn iface_slot(&mut self, iface: TypeId, method: ObjId) -> u32 {
        let _ = (iface, method);
        todo!()
    }
}
