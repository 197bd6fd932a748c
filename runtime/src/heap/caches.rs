//! Allocation caches: for each layout (size class and pointer bitmap) a worker bumps through a run of free, zeroed objects.
//!
//! Counting costs nothing here: what a cache has handed out is the distance between the run's start and its cursor, and
//! it is added up when the run ends or somebody asks.

use super::layout::Layout;
use super::span::{Scan, Span};
use golift_abi::sizes::{CACHE_END, CACHE_NEXT, CACHE_SIZE, FIXED_CACHES, SIZES, fixed_cache};
use golift_abi::typedesc::TypeDesc;

/// The run that a worker allocates from, for one layout. An empty one has `next == end`. Compiled code uses the first words.
#[repr(C)]
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

const _: () = assert!(size_of::<Cache>() == CACHE_SIZE && core::mem::offset_of!(Cache, end) == CACHE_END as usize);
const _: () = assert!(core::mem::offset_of!(Cache, next) == CACHE_NEXT as usize);

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
#[repr(C)]
pub(crate) struct Caches {
    /// Those that compiled code finds by number.
    fixed: [Cache; FIXED_CACHES],
    pub(crate) types: [TypeSlot; SLOTS],
    pub(crate) arrays: [ArraySlot; SLOTS],
    /// By layout; null where there is none yet.
    pub(crate) by_layout: Vec<*mut Cache>,
    /// The other ones; boxed, so that the tables may point to them.
    #[allow(clippy::vec_box)]
    boxed: Vec<Box<Cache>>,
}

const fn empty(size: usize, layout: u32) -> Cache {
    Cache { next: 0, end: 0, size, start: 0, span: core::ptr::null_mut(), layout }
}

impl Caches {
    /// Empty caches.
    pub(crate) fn new() -> Caches {
        Caches {
            fixed: [const { empty(0, 0) }; FIXED_CACHES],
            types: [TypeSlot { ty: core::ptr::null(), cache: core::ptr::null_mut() }; SLOTS],
            arrays: [ArraySlot { key: 0, cache: core::ptr::null_mut() }; SLOTS],
            by_layout: Vec::new(),
            boxed: Vec::new(),
        }
    }

    /// The slot for a type.
    #[inline]
    pub(crate) fn type_slot(ty: *const TypeDesc) -> usize {
        let a = ty as usize;
        ((a >> 4) ^ (a >> 11)) % SLOTS
    }

    /// The cache of layout number `id`, made if it does not exist. The caches must not move from now on.
    pub(crate) fn cache(&mut self, id: u32, layout: &Layout) -> *mut Cache {
        let i = id as usize;
        if self.by_layout.len() <= i {
            self.by_layout.resize(i + 1, core::ptr::null_mut());
        }
        if self.by_layout[i].is_null() {
            let class = layout.class as usize;
            let new = empty(SIZES[class] as usize, id);
            let fixed = if layout.scan == Scan::Typed { None } else { fixed_cache(class, layout.mask) };
            let place = match fixed {
                Some(n) => &mut self.fixed[n],
                None => {
                    self.boxed.push(Box::new(empty(0, 0)));
                    self.boxed.last_mut().expect("just pushed")
                }
            };
            *place = new;
            self.by_layout[i] = place;
        }
        self.by_layout[i]
    }

    /// All caches that exist.
    pub(crate) fn all(&self) -> impl Iterator<Item = *mut Cache> + '_ {
        self.by_layout.iter().copied().filter(|c| !c.is_null())
    }
}
