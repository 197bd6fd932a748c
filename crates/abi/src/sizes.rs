//! Size classes and the allocation caches that compiled code bumps through.
//!
//! The sizes are the official runtime's, because `append` shows them to programs as capacities.
//! A worker starts with an array of [`FIXED_CACHES`] caches, [`CACHE_SIZE`] bytes each, whose first words are the next object and
//! the end of the run: one for each class of objects without pointers, and one for each pointer bitmap of the small classes.
//! Compiled code takes `next` if it differs from `end`, and sets [`crate::goroutine::GHead::allocating`] meanwhile.

/// Number of classes; class 0 stands for large objects.
pub const CLASSES: usize = 68;

/// Object size of each class.
pub const SIZES: [u16; CLASSES] = [
    0, 8, 16, 24, 32, 48, 64, 80, 96, 112, 128, 144, 160, 176, 192, 208, 224, 240, 256, 288, 320, 352, 384, 416, 448, 480, 512,
    576, 640, 704, 768, 896, 1024, 1152, 1280, 1408, 1536, 1792, 2048, 2304, 2688, 3072, 3200, 3456, 4096, 4864, 5376, 6144,
    6528, 6784, 6912, 8192, 9472, 9728, 10240, 10880, 12288, 13568, 14336, 16384, 18432, 19072, 20480, 21760, 24576, 27264,
    28672, 32768,
];

/// Classes of sizes up to 1024, by (size + 7) / 8.
const SMALL: [u8; 129] = {
    let mut table = [0; 129];
    let mut c = 1;
    let mut i = 1;
    while i < 129 {
        while (SIZES[c] as usize) < i * 8 {
            c += 1;
        }
        table[i] = c as u8;
        i += 1;
    }
    table
};

/// Classes of sizes above 1024, by (size - 1024 + 127) / 128.
const MEDIUM: [u8; 249] = {
    let mut table = [0; 249];
    let mut c = 1;
    let mut i = 0;
    while i < 249 {
        while (SIZES[c] as usize) < 1024 + i * 128 {
            c += 1;
        }
        table[i] = c as u8;
        i += 1;
    }
    table
};

/// The class of objects of `size` bytes, 1 ..= [`MAX_SMALL`].
#[inline]
pub fn class_of(size: usize) -> usize {
    if size <= 1024 { SMALL[size.div_ceil(8)] as usize } else { MEDIUM[(size - 1024).div_ceil(128)] as usize }
}

/// Bytes of a cache.
pub const CACHE_SIZE: usize = 48;
/// Offset of the next object in a cache.
pub const CACHE_NEXT: i32 = 0;
/// Offset of the end of the run in a cache.
pub const CACHE_END: i32 = 8;

/// Words of the classes with a cache for each bitmap, and the index of the first of these caches.
const MASKED: [(usize, usize); 6] = {
    let words = [1, 2, 3, 4, 6, 8];
    let mut table = [(0, 0); 6];
    let mut first = CLASSES;
    let mut i = 0;
    while i < 6 {
        table[i] = (words[i], first);
        first += 1 << words[i];
        i += 1;
    }
    table
};
/// Number of caches at fixed places.
pub const FIXED_CACHES: usize = MASKED[5].1 + 256;

/// The index of the fixed cache for objects of a class with this pointer bitmap (bit 0 is the first word).
pub fn fixed_cache(class: usize, mask: u64) -> Option<usize> {
    if mask == 0 {
        return Some(class);
    }
    let words = SIZES[class] as usize / 8;
    MASKED.iter().find(|(w, _)| *w == words).map(|(_, first)| first + mask as usize)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fixed_caches_are_apart() {
        let mut seen = std::collections::BTreeSet::new();
        for class in 1..CLASSES {
            for mask in 0..256u64 {
                let words = SIZES[class] as usize / 8;
                if mask >> words.min(63) == 0
                    && let Some(i) = fixed_cache(class, mask)
                {
                    assert!(i < FIXED_CACHES && seen.insert(i), "{class} {mask}");
                }
            }
        }
    }
}
