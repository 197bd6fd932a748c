//! Size classes: the same sizes as the official runtime's, because `append` shows them to programs as capacities.

pub(crate) use golift_abi::sizes::{CLASSES, SIZES, class_of};

/// Page size of the heap.
pub(crate) const PAGE: usize = 8 << 10;
/// Larger objects get spans of their own.
pub(crate) const MAX_SMALL: usize = 32 << 10;
/// Objects of up to this many bytes that hold pointers share one bitmap for the whole span.
pub(crate) const MAX_MASKED: usize = 512;

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
