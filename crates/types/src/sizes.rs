//! Memory layout of the official compiler on 64-bit machines: sizes, alignments, offsets, pointer words.
//!
//! Strings are (pointer, length), slices (pointer, length, capacity), interfaces (type or itab, data pointer);
//! everything else that refers to something is one pointer. A struct that ends in a zero-size field, and is not empty
//! itself, has a byte of padding there, so that the field's address stays inside.

use crate::types::{Basic, StructField, Type, TypeId};
use crate::world::World;

/// Sizes saturate here: beyond every limit, with room for further additions.
const HUGE: u64 = 1 << 62;

impl World {
    /// The size in bytes, a multiple of the alignment. Saturates at 2^62; see [`World::too_large`].
    pub fn size_of(&self, ty: TypeId) -> u64 {
        match self.under(ty) {
            Type::Basic(b) => basic_size(*b),
            Type::Pointer(_) | Type::Map(..) | Type::Chan(..) | Type::Signature(_) => 8,
            Type::Slice(_) => 24,
            Type::Interface { .. } => 16,
            Type::Array(e, n) => self.size_of(*e).saturating_mul(*n).min(HUGE),
            Type::Struct(fields) => self.struct_layout(fields).1,
            Type::Tuple(ts) => ts.iter().fold(0, |n, t| n + self.size_of(*t)),
            Type::Union(_) | Type::TypeParam(_) | Type::Named(_) | Type::Alias(_) => 0,
        }
    }

    /// Whether the size exceeds what the official compiler allows on a 64-bit machine (2^50 bytes).
    pub fn too_large(&self, ty: TypeId) -> bool {
        self.size_of(ty) >= 1 << 50
    }

    /// The alignment in bytes, at least 1.
    pub fn align_of(&self, ty: TypeId) -> u64 {
        match self.under(ty) {
            Type::Basic(Basic::Complex64) => 4,
            Type::Basic(b) => basic_size(*b).clamp(1, 8),
            Type::Array(e, _) => self.align_of(*e),
            Type::Struct(fields) => fields.iter().map(|f| self.align_of(f.ty)).max().unwrap_or(1),
            Type::Tuple(_) | Type::Union(_) | Type::TypeParam(_) | Type::Named(_) | Type::Alias(_) => 1,
            _ => 8,
        }
    }

    /// The offset of each field of a struct; empty for other types.
    pub fn field_offsets(&self, ty: TypeId) -> Vec<u64> {
        match self.under(ty) {
            Type::Struct(fields) => self.struct_layout(fields).0,
            _ => Vec::new(),
        }
    }

    /// Offsets and size.
    fn struct_layout(&self, fields: &[StructField]) -> (Vec<u64>, u64) {
        let mut offsets = Vec::with_capacity(fields.len());
        let (mut at, mut align) = (0u64, 1u64);
        for (i, f) in fields.iter().enumerate() {
            let a = self.align_of(f.ty);
            align = align.max(a);
            at = at.next_multiple_of(a);
            offsets.push(at);
            let size = self.size_of(f.ty);
            if size == 0 && at > 0 && i + 1 == fields.len() {
                at += 1;
            }
            at = at.saturating_add(size).min(HUGE);
        }
        (offsets, at.next_multiple_of(align))
    }

    /// Whether values of the type hold pointers.
    pub fn has_pointers(&self, ty: TypeId) -> bool {
        match self.under(ty) {
            Type::Basic(b) => matches!(b, Basic::String | Basic::UnsafePointer | Basic::UntypedString | Basic::UntypedNil),
            Type::Array(e, n) => *n > 0 && self.has_pointers(*e),
            Type::Struct(fields) => fields.iter().any(|f| self.has_pointers(f.ty)),
            Type::Tuple(ts) => ts.iter().any(|t| self.has_pointers(*t)),
            _ => true,
        }
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
                let size = self.size_of(*e);
                for i in 0..*n {
                    self.mark_pointers(*e, at + i * size, words);
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
