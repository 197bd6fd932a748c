//! How values of Go types are represented in SSA: as scalars or in memory.
//!
//! A type with at most [`MAX_COMPONENTS`] scalar components and no array of more than one element is a list of
//! scalars; every other type is memory-class: its values live behind a pointer.
//! string = (Ptr, I64), slice = (Ptr, I64, I64), interface = (Ptr, Ptr), complex128 = (F64, F64),
//! complex64 = (F32, F32); pointers, maps, channels, functions and `unsafe.Pointer` are one Ptr.

use super::module::ModuleBuilder;
use golift_ssa::Ty;
use golift_types::{Basic, Type, TypeId};
use std::rc::Rc;

/// The most scalars that one value may have.
pub const MAX_COMPONENTS: usize = 8;

/// One scalar of a value.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Component {
    /// Its type; `Ty::Ptr` exactly when the collector must see it.
    pub ty: Ty,
    /// Its byte offset in memory.
    pub offset: u64,
    /// Whether it is an interface's first word.
    pub type_word: bool,
}

/// The representation of a Go type.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Repr {
    /// The scalars in order of offset; empty for memory-class types (and for types without any data).
    pub components: Vec<Component>,
    /// Whether values live in memory behind a pointer.
    pub memory: bool,
    /// The size in memory.
    pub size: u64,
    /// The alignment in memory.
    pub align: u64,
    /// Whether memory of the type holds pointers.
    pub pointers: bool,
}

impl Repr {
    /// The types of the scalars.
    pub fn tys(&self) -> impl Iterator<Item = Ty> + '_ {
        self.components.iter().map(|c| c.ty)
    }

    /// The only scalar's type, if the value is exactly one scalar.
    pub fn single(&self) -> Option<Ty> {
        match (&self.components[..], self.memory) {
            ([c], false) => Some(c.ty),
            _ => None,
        }
    }

    /// How many SSA values stand for one Go value: the scalars, or one pointer.
    pub fn width(&self) -> usize {
        if self.memory { 1 } else { self.components.len() }
    }
}

/// The scalar that represents a one-scalar basic type.
fn basic_ty(b: Basic) -> Option<Ty> {
    Some(match b {
        Basic::Bool | Basic::UntypedBool | Basic::Int8 | Basic::Uint8 => Ty::I8,
        Basic::Int16 | Basic::Uint16 => Ty::I16,
        Basic::Int32 | Basic::Uint32 | Basic::UntypedRune => Ty::I32,
        Basic::Int | Basic::Int64 | Basic::Uint | Basic::Uint64 | Basic::Uintptr | Basic::UntypedInt => Ty::I64,
        Basic::Float32 => Ty::F32,
        Basic::Float64 | Basic::UntypedFloat => Ty::F64,
        Basic::UnsafePointer | Basic::UntypedNil => Ty::Ptr,
        _ => return None,
    })
}

impl<'p> ModuleBuilder<'p> {
    /// The representation of a type.
    pub fn repr(&mut self, ty: TypeId) -> Rc<Repr> {
        if let Some(r) = self.reprs.get(&ty) {
            return r.clone();
        }
        let mut components = Vec::new();
        let memory = !self.flatten(ty, 0, &mut components);
        if memory {
            components.clear();
        }
        let w = self.world;
        let repr = Repr { components, memory, size: w.size_of(ty), align: w.align_of(ty), pointers: w.has_pointers(ty) };
        let repr = Rc::new(repr);
        self.reprs.insert(ty, repr.clone());
        repr
    }

    /// Appends the scalars of `ty` at `offset`; false if the type is memory-class.
    fn flatten(&self, ty: TypeId, offset: u64, out: &mut Vec<Component>) -> bool {
        let mut add = |ty, at| out.push(Component { ty, offset: offset + at, type_word: false });
        match self.world.under(ty) {
            Type::Basic(b) => match (basic_ty(*b), b) {
                (Some(t), _) => add(t, 0),
                (None, Basic::String | Basic::UntypedString) => {
                    add(Ty::Ptr, 0);
                    add(Ty::I64, 8);
                }
                (None, Basic::Complex64) => {
                    add(Ty::F32, 0);
                    add(Ty::F32, 4);
                }
                (None, Basic::Complex128 | Basic::UntypedComplex) => {
                    add(Ty::F64, 0);
                    add(Ty::F64, 8);
                }
                _ => {}
            },
            Type::Pointer(_) | Type::Map(..) | Type::Chan(..) | Type::Signature(_) => add(Ty::Ptr, 0),
            Type::Slice(_) => {
                add(Ty::Ptr, 0);
                add(Ty::I64, 8);
                add(Ty::I64, 16);
            }
            Type::Interface { .. } => {
                out.push(Component { ty: Ty::Ptr, offset, type_word: true });
                out.push(Component { ty: Ty::Ptr, offset: offset + 8, type_word: false });
            }
            Type::Array(_, 0) => {}
            Type::Array(elem, 1) => return self.flatten(*elem, offset, out),
            Type::Array(elem, _) => return self.world.size_of(*elem) == 0,
            Type::Struct(fields) => {
                let offsets = self.world.field_offsets(ty);
                for (f, at) in fields.iter().zip(offsets) {
                    if !self.flatten(f.ty, offset + at, out) {
                        return false;
                    }
                }
            }
            Type::Tuple(_) | Type::Named(_) | Type::Alias(_) | Type::Union(_) | Type::TypeParam(_) => return false,
        }
        out.len() <= MAX_COMPONENTS
    }
}
