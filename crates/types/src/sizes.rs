//! Memory layout of the official compiler on 64-bit machines: sizes, alignments, offsets, pointer words.
//!
//! Strings are (pointer, length), slices (pointer, length, capacity), interfaces (type or itab, data pointer);
//! everything else that refers to something is one pointer. A struct that ends in a zero-size field, and is not empty
//! itself, has a byte of padding there, so that the field's address stays inside.

use crate::types::{Basic, StructField, Type, TypeId};
use crate::world::World;

/// Sizes saturate here: beyond every limit, with room for further additions.
const HUGE: u64 = 1 << 62;

/// What sizes, alignments and pointer questions need; of defined types it is computed once.
#[derive(Clone, Copy, Debug)]
pub struct Layout {
    /// In bytes, saturating at 2^62.
    size: u64,
    align: u64,
    pointers: bool,
    /// Whether all types inside were known.
    complete: bool,
}

impl Layout {
    fn word(size: u64) -> Layout {
        Layout { size, align: 8, pointers: true, complete: true }
    }
}

impl World {
    /// The size in bytes, a multiple of the alignment. Saturates at 2^62; see [`World::too_large`].
    pub fn size_of(&self, ty: TypeId) -> u64 {
        self.layout(ty).size
    }

    /// Whether the size exceeds what the official compiler allows on a 64-bit machine (2^50 bytes).
    pub fn too_large(&self, ty: TypeId) -> bool {
        self.size_of(ty) >= 1 << 50
    }

    /// The alignment in bytes, at least 1.
    pub fn align_of(&self, ty: TypeId) -> u64 {
        self.layout(ty).align
    }

    /// Whether values of the type hold pointers.
    pub fn has_pointers(&self, ty: TypeId) -> bool {
        self.layout(ty).pointers
    }

    /// The offset of each field of a struct; empty for other types.
    pub fn field_offsets(&self, ty: TypeId) -> Vec<u64> {
        match self.under(ty) {
            Type::Struct(fields) => self.struct_layout(fields).0,
            _ => Vec::new(),
        }
    }

    fn layout(&self, ty: TypeId) -> Layout {
        let ty = self.unalias(ty);
        let Type::Named(n) = *self.ty(ty) else {
            return self.layout_of(self.under(ty));
        };
        if let Some(&known) = self.layouts.read().expect("no thread panics here").get(&n) {
            return known;
        }
        let layout = self.layout_of(self.under(ty));
        if layout.complete {
            self.layouts.write().expect("no thread panics here").insert(n, layout);
        }
        layout
    }

    fn layout_of(&self, under: &Type) -> Layout {
        match under {
            Type::Basic(b) => {
                let size = basic_size(*b);
                let align = if *b == Basic::Complex64 { 4 } else { size.clamp(1, 8) };
                let pointers =
                    matches!(b, Basic::String | Basic::UnsafePointer | Basic::UntypedString | Basic::UntypedNil);
                Layout { size, align, pointers, complete: *b != Basic::Invalid }
            }
            Type::Pointer(_) | Type::Map(..) | Type::Chan(..) | Type::Signature(_) => Layout::word(8),
            Type::Slice(_) => Layout::word(24),
            Type::Interface { .. } => Layout::word(16),
            Type::Array(e, n) => {
                let e = self.layout(*e);
                Layout { size: e.size.saturating_mul(*n).min(HUGE), pointers: e.pointers && *n > 0, ..e }
            }
            Type::Struct(fields) => self.struct_layout(fields).1,
            Type::Tuple(ts) => {
                let parts: Vec<Layout> = ts.iter().map(|t| self.layout(*t)).collect();
                Layout {
                    size: parts.iter().fold(0, |n, p| n.saturating_add(p.size).min(HUGE)),
                    align: 1,
                    pointers: parts.iter().any(|p| p.pointers),
                    complete: parts.iter().all(|p| p.complete),
                }
            }
            Type::Union(_) | Type::TypeParam(_) | Type::Named(_) | Type::Alias(_) => {
                Layout { size: 0, align: 1, pointers: true, complete: false }
            }
        }
    }

    /// Offsets of the fields, and the whole.
    fn struct_layout(&self, fields: &[StructField]) -> (Vec<u64>, Layout) {
        let mut offsets = Vec::with_capacity(fields.len());
        let mut whole = Layout { size: 0, align: 1, pointers: false, complete: true };
        for (i, f) in fields.iter().enumerate() {
            let l = self.layout(f.ty);
            whole.align = whole.align.max(l.align);
            whole.pointers |= l.pointers;
            whole.complete &= l.complete;
            whole.size = whole.size.next_multiple_of(l.align);
            offsets.push(whole.size);
            if l.size == 0 && whole.size > 0 && i + 1 == fields.len() {
                whole.size += 1;
            }
            whole.size = whole.size.saturating_add(l.size).min(HUGE);
        }
        whole.size = whole.size.next_multiple_of(whole.align);
        (offsets, whole)
    }

    /// The number of leading bytes that contain all pointers.
    pub fn ptrdata(&self, ty: TypeId) -> u64 {
        if !self.has_pointers(ty) {
            return 0;
        }
        match self.under(ty) {
            Type::Interface { .. } => 16,
            Type::Array(e, n) => self.size_of(*e).saturating_mul(n - 1).saturating_add(self.ptrdata(*e)),
            Type::Struct(fields) => {
                let offsets = self.struct_layout(fields).0;
                let last = fields.iter().rposition(|f| self.has_pointers(f.ty));
                last.map_or(0, |i| offsets[i].saturating_add(self.ptrdata(fields[i].ty)))
            }
            _ => 8,
        }
    }

    /// One flag for each 8-byte word of [`World::ptrdata`]: whether it holds a pointer. As large as the type: ask for
    /// the element's words of big arrays.
    pub fn pointer_words(&self, ty: TypeId) -> Vec<bool> {
        let mut words = vec![false; (self.ptrdata(ty) / 8) as usize];
        self.mark_pointers(ty, 0, &mut words);
        words
    }

    fn mark_pointers(&self, ty: TypeId, at: u64, words: &mut [bool]) {
        if !self.has_pointers(ty) {
            return;
        }
        let first = (at / 8) as usize;
        match self.under(ty) {
            // The first word refers to a type descriptor or itab, which are never collected.
            Type::Interface { .. } => words[first + 1] = true,
            Type::Array(e, n) => {
                // One element's words, again and again; the last may be shorter.
                self.mark_pointers(*e, at, words);
                let step = (self.size_of(*e) / 8) as usize;
                let end = words.len().min(first + step * *n as usize);
                for i in first + step..end {
                    words[i] = words[i - step];
                }
            }
            Type::Struct(fields) => {
                for (f, offset) in fields.iter().zip(self.struct_layout(fields).0) {
                    self.mark_pointers(f.ty, at + offset, words);
                }
            }
            _ => words[first] = true,
        }
    }
}

fn basic_size(b: Basic) -> u64 {
    match b {
        Basic::Bool | Basic::UntypedBool => 1,
        Basic::String | Basic::UntypedString => 16,
        Basic::UnsafePointer | Basic::UntypedNil | Basic::UntypedInt | Basic::UntypedFloat => 8,
        Basic::UntypedRune => 4,
        Basic::UntypedComplex => 16,
        _ => u64::from(b.number_size()),
    }
}
