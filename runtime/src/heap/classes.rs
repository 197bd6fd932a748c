//! Size classes: the same sizes as the official runtime's, because `append` shows them to programs as capacities.

/// Page size of the heap.
pub(crate) const PAGE: usize = 8 << 10;
/// Larger objects get spans of their own.
pub(crate) const MAX_SMALL: usize = 32 << 10;
/// Number of classes; class 0 stands for large objects.
pub(crate) const CLASSES: usize = 68;
/// Objects of up to this many bytes that hold pointers share one bitmap for the whole span.
pub(crate) const MAX_MASKED: usize = 512;

/// Object size of each class.
pub(crate) const SIZES: [u16; CLASSES] = [
    0, 8, 16, 24, 32, 48, 64, 80, 96, 112, 128, 144, 160, 176, 192, 208, 224, 240, 256, 288, 320, 352, 384, 416, 448, 480, 512,
    576, 640, 704, 768, 896, 1024, 1152, 1280, 1408, 1536, 1792, 2048, 2304, 2688, 3072, 3200, 3456, 4096, 4864, 5376, 6144,
    6528, 6784, 6912, 8192, 9472, 9728, 10240, 10880, 12288, 13568, 14336, 16384, 18432, 19072, 20480, 21760, 24576, 27264,
    28672, 32768,
];

/// Pages of a span of each class: as few as waste at most an eighth at the end.
pub(crate) const SPAN_PAGES: [u8; CLASSES] = {
    let mut pages = [0; CLASSES];
    let mut c = 1;
    while c < CLASSES {
        let size = SIZES[c] as usize;
        let mut bytes = PAGE;
        while bytes % size > bytes / 8 {
            bytes += PAGE;
        }
        pages[c] = (bytes / PAGE) as u8;
        c += 1;
    }
    pages
};

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
pub(crate) fn class_of(size: usize) -> usize {
    if size <= 1024 { SMALL[size.div_ceil(8)] as usize } else { MEDIUM[(size - 1024).div_ceil(128)] as usize }
}

/// The bytes that an allocation of `size` provides in the official runtime: pointerful objects above 512 bytes carry a
/// word of type information there, which shows in the capacities that `append` chooses.
pub(crate) fn round_up(size: usize, noscan: bool) -> usize {
    if size == 0 {
        return 0;
    }
    let header = if !noscan && size > MAX_MASKED { 8 } else { 0 };
    if size <= MAX_SMALL - 8 {
        return SIZES[class_of(size + header)] as usize - header;
    }
    size.saturating_add(PAGE - 1) & !(PAGE - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_size_fits_its_class_tightly() {
        for size in 1..=MAX_SMALL {
            let c = class_of(size);
            assert!(SIZES[c] as usize >= size, "{size}");
            assert!(c == 1 || (SIZES[c - 1] as usize) < size, "{size}");
        }
    }

    #[test]
    fn capacities_of_the_official_runtime() {
        assert_eq!(round_up(5 * 8, true), 48);
        assert_eq!(round_up(848 * 8, true), 6784);
        assert_eq!(round_up(40960, true), 40960);
        assert_eq!(round_up(1024, false), 1152 - 8);
    }
}
