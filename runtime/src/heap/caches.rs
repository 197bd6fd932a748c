//! Allocation caches: for each layout (size class and pointer bitmap) a worker bumps through a run of free, zeroed objects.
//!
//! Counting costs nothing here: what a cache has handed out is the distance between the run's start and its cursor, and
//! it is added up when the run ends or somebody asks.

use super::span::Span;
use golift_abi::typedesc::TypeDesc;

/// The run that a worker allocates from, for one layout. An empty one has `next == end`.
pub(crate) struct Cache {
    /// The next object.
    pub(crate) next: usize,
    /// One past the run.
    pub(crate) end: usize,
    /// Bytes of an object.
    pub(crate) size: usize,
    /// First object of the run.
    pub(crate) start: usize,
    /// The run's span, or null.
    pub(crate) span: *mut Span,
    /// The layout.
    pub(crate) layout: u32,
}

/// Which cache serves `new(T)`.
#[derive(Clone, Copy)]
pub(crate) struct TypeSlot {
    /// The type, or null.
    pub(crate) ty: *const TypeDesc,
    /// Its cache.
    pub(crate) cache: *mut Cache,
}

/// Which cache serves arrays of `T` in a size class.
#[derive(Clone, Copy)]
pub(crate) struct ArraySlot {
    /// The element type and the class, or 0.
    pub(crate) key: usize,
    /// The cache.
    pub(crate) cache: *mut Cache,
}

/// Slots of the direct-mapped tables.
pub(crate) const SLOTS: usize = 256;

/// A worker's caches.
pub(crate) struct Caches {
    pub(crate) types: [TypeSlot; SLOTS],
    pub(crate) arrays: [ArraySlot; SLOTS],
    /// By layout; boxed, so that the tables may point to them.
    #[allow(clippy::vec_box)]
    pub(crate) by_layout: Vec<Option<Box<Cache>>>,
}

impl Caches {
    /// Empty caches.
    pub(crate) fn new() -> Caches {
        Caches {
            types: [TypeSlot { ty: core::ptr::null(), cache: core::ptr::null_mut() }; SLOTS],
            arrays: [ArraySlot { key: 0, cache: core::ptr::null_mut() }; SLOTS],
            by_layout: Vec::new(),
        }
    }

    /// The slot for a type.
    #[inline]
    pub(crate) fn type_slot(ty: *const TypeDesc) -> usize {
        let a = ty as usize;
        ((a >> 4) ^ (a >> 11)) % SLOTS
    }

    /// The cache of a layout, made if it does not exist.
    pub(crate) fn cache(&mut self, layout: u32, size: usize) -> *mut Cache {
        let i = layout as usize;
        if self.by_layout.len() <= i {
            self.by_layout.resize_with(i + 1, || None);
        }
        let cache = self.by_layout[i].get_or_insert_with(|| {
            Box::new(Cache { next: 0, end: 0, size, start: 0, span: core::ptr::null_mut(), layout })
        });
        &mut **cache
    }
}
