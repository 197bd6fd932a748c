//! Descriptors of the runtime's own heap objects.

use crate::channel::Chan;
use crate::map::Map;
use golift_abi::Str;
use golift_abi::typedesc::{FLAG_SYNTHETIC, Kind, TypeDesc};

/// A descriptor in static memory.
pub(crate) struct StaticDesc(TypeDesc);

// SAFETY: immutable.
unsafe impl Sync for StaticDesc {}

impl StaticDesc {
    /// Its address.
    pub(crate) fn desc(&'static self) -> *const TypeDesc {
        &self.0
    }

    /// A descriptor of a struct whose first words hold pointers as `mask` says.
    pub(crate) const fn new(size: usize, ptrdata: usize, mask: &'static [u8]) -> StaticDesc {
        let empty = Str { ptr: core::ptr::null(), len: 0 };
        StaticDesc(TypeDesc {
            size, ptrdata, hash: 0, flags: FLAG_SYNTHETIC, align: 8, kind: Kind::Struct as u8, pad: 0, gcmask: mask.as_ptr(),
            string: empty, ptr_to: core::ptr::null(), uncommon: core::ptr::null(), name: empty,
        })
    }
}

/// A map: the entries and the index.
pub(crate) static MAP: StaticDesc = StaticDesc::new(size_of::<Map>(), 24, &[0b110]);
/// A channel: the buffer. Waiting goroutines are roots themselves.
pub(crate) static CHAN: StaticDesc = StaticDesc::new(size_of::<Chan>(), 24, &[0b100]);
