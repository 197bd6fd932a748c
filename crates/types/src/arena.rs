//! A vector that grows through a shared reference: entries never move and are never removed.
//!
//! The checker fills the world's tables through `&mut`; lowering adds types (instances, pointers to types that no
//! source mentions) while it holds plain references to others, and several threads may do so at once.
//! Chunks double in size, so that an index is found with two loads.

use std::ops::{Index, IndexMut};
use std::sync::{Mutex, OnceLock};

const FIRST: usize = 64;

/// An append-only vector with stable addresses.
#[derive(Debug)]
pub struct Arena<T> {
    chunks: [OnceLock<Box<[OnceLock<T>]>>; 26],
    len: Mutex<usize>,
}

impl<T> Default for Arena<T> {
    fn default() -> Self {
        Arena { chunks: [const { OnceLock::new() }; 26], len: Mutex::new(0) }
    }
}

/// The chunk and the index in it of entry `i`.
fn place(i: usize) -> (usize, usize) {
    let k = (i / FIRST + 1).ilog2() as usize;
    (k, i - FIRST * ((1 << k) - 1))
}

impl<T> Arena<T> {
    /// The number of entries.
    pub fn len(&self) -> usize {
        *self.len.lock().expect("no thread panics while it adds an entry")
    }

    /// Whether there are no entries.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Adds an entry and returns its index.
    pub fn push(&self, value: T) -> usize {
        let mut len = self.len.lock().expect("no thread panics while it adds an entry");
        let (k, at) = place(*len);
        let chunk = self.chunks[k].get_or_init(|| (0..FIRST << k).map(|_| OnceLock::new()).collect());
        let fresh = chunk[at].set(value).is_ok();
        assert!(fresh, "an entry is set once");
        *len += 1;
        *len - 1
    }

    /// The entry, if there is one.
    pub fn get(&self, i: usize) -> Option<&T> {
        let (k, at) = place(i);
        self.chunks.get(k)?.get()?[at].get()
    }

    /// All entries in order.
    pub fn iter(&self) -> impl Iterator<Item = &T> {
        (0..self.len()).map(|i| &self[i])
    }
}

impl<T> Index<usize> for Arena<T> {
    type Output = T;

    fn index(&self, i: usize) -> &T {
        self.get(i).expect("index of an entry")
    }
}

impl<T> IndexMut<usize> for Arena<T> {
    fn index_mut(&mut self, i: usize) -> &mut T {
        let (k, at) = place(i);
        self.chunks[k].get_mut().and_then(|c| c[at].get_mut()).expect("index of an entry")
    }
}
