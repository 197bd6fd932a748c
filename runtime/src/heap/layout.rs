//! Layouts: size class and pointer bitmap. Objects of one layout share spans, whatever their types, so that neither an
//! allocation nor the marker looks at type information object by object.

use super::classes::{CLASSES, MAX_MASKED, SIZES};
use super::span::{Scan, Span};
use golift_abi::typedesc::TypeDesc;
use std::collections::HashMap;

/// One layout.
pub(crate) struct Layout {
    /// Size class.
    pub(crate) class: u8,
    /// How to scan its objects.
    pub(crate) scan: Scan,
    /// Their pointer bitmap.
    pub(crate) mask: u64,
    /// Spans with free objects.
    pub(crate) partial: Vec<*mut Span>,
}

/// All layouts: first one without pointers for each class, then one with a type per object for each class, then bitmaps.
pub(crate) struct Layouts {
    /// By number.
    pub(crate) list: Vec<Layout>,
    by_mask: Option<HashMap<(u8, u64), u32>>,
}

impl Layouts {
    /// None yet.
    pub(crate) const fn new() -> Layouts {
        Layouts { list: Vec::new(), by_mask: None }
    }

    fn fill(&mut self) {
        if self.list.is_empty() {
            for scan in [Scan::None, Scan::Typed] {
                for class in 0..CLASSES {
                    self.list.push(Layout { class: class as u8, scan, mask: 0, partial: Vec::new() });
                }
            }
        }
    }

    /// The layout for objects of a class without pointers.
    #[inline]
    pub(crate) fn noscan(&mut self, class: usize) -> u32 {
        self.fill();
        class as u32
    }

    /// The layout for objects of a class that hold as many values of type `elem` as fit (or one, if not `repeat`).
    pub(crate) fn of_elements(&mut self, class: usize, elem: &TypeDesc, repeat: bool) -> u32 {
        self.fill();
        let size = SIZES[class] as usize;
        if size > MAX_MASKED {
            return (CLASSES + class) as u32;
        }
        let mut mask = 0;
        let mut offset = 0;
        // SAFETY: the descriptor's bitmap covers ptrdata.
        while offset + elem.ptrdata <= size {
            for word in 0..elem.ptrdata / 8 {
                if unsafe { pointer_at(elem, word) } {
                    mask |= 1 << (offset / 8 + word);
                }
            }
            offset += elem.size;
            if !repeat {
                break;
            }
        }
        if mask == 0 {
            return class as u32;
        }
        let next = self.list.len() as u32;
        let id = *self.by_mask.get_or_insert_default().entry((class as u8, mask)).or_insert(next);
        if id == next {
            self.list.push(Layout { class: class as u8, scan: Scan::Mask, mask, partial: Vec::new() });
        }
        id
    }
}

/// Whether word `word` of a value holds a pointer.
///
/// # Safety
/// `word` lies below `ptrdata / 8`.
#[inline]
pub(crate) unsafe fn pointer_at(ty: &TypeDesc, word: usize) -> bool {
    // SAFETY: the bitmap has ptrdata / 8 bits.
    unsafe { *ty.gcmask.add(word / 8) >> (word % 8) & 1 != 0 }
}
