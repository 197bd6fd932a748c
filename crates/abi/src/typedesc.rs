//! Type descriptors: what the collector, maps, interfaces, `fmt` and `reflect` know about types at run time.
//!
//! One descriptor for each distinct type of a program: types are identical exactly when the addresses are equal.
//! All lists are (pointer, length) pairs. `runtime/std/internal/rtype` mirrors these structs in Go.

use crate::Str;

/// `reflect.Kind` numbers.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
#[allow(missing_docs)]
pub enum Kind {
    Invalid, Bool, Int, Int8, Int16, Int32, Int64, Uint, Uint8, Uint16, Uint32, Uint64, Uintptr,
    Float32, Float64, Complex64, Complex128, Array, Chan, Func, Interface, Map, Pointer, Slice, String, Struct, UnsafePointer,
}

/// The type has a name (defined or predeclared).
pub const FLAG_NAMED: u8 = 1;
/// Interface data words hold the value itself.
pub const FLAG_DIRECT_IFACE: u8 = 2;
/// Equality is equality of all `size` bytes (no padding, floats, strings, interfaces).
pub const FLAG_REGULAR_MEMORY: u8 = 4;
/// Values can be compared with == (dynamic panics by interface fields aside).
pub const FLAG_COMPARABLE: u8 = 8;
/// A generated descriptor without a Go type (closures, map slots): only size, align and pointers are meaningful.
pub const FLAG_SYNTHETIC: u8 = 16;

/// The common head; 80 bytes. What follows depends on `kind`: the structs below, whose `head` this is.
#[repr(C)]
#[derive(Debug)]
pub struct TypeDesc {
    /// Size of a value in bytes.
    pub size: usize,
    /// Length in bytes of the prefix that can hold pointers; 0: no pointers.
    pub ptrdata: usize,
    /// A hash of the type, for type switches.
    pub hash: u32,
    /// `FLAG_*`.
    pub flags: u8,
    /// Alignment in bytes.
    pub align: u8,
    /// [`Kind`].
    pub kind: u8,
    /// Zero.
    pub pad: u8,
    /// One bit for each word of the first `ptrdata` bytes, lowest bit first.
    pub gcmask: *const u8,
    /// As `%T` prints it: `main.T`, `[]int`.
    pub string: Str,
    /// The descriptor of `*T` if the program has it, else null.
    pub ptr_to: *const TypeDesc,
    /// Name and methods of a defined type, or promoted methods of an unnamed struct (or pointer to either); else null.
    pub uncommon: *const Uncommon,
    /// Name of a defined or predeclared type without package (`T`, `int`); else empty.
    pub name: Str,
}

/// Names and methods of a type.
#[repr(C)]
#[derive(Debug)]
pub struct Uncommon {
    /// Import path of the defining package (`main` for the command).
    pub pkg_path: Str,
    /// Methods sorted by name (exported names compare as themselves, others by package path too).
    pub methods: *const Method,
    /// Their number.
    pub method_count: usize,
}

/// A method of a concrete type.
#[repr(C)]
#[derive(Debug)]
pub struct Method {
    /// The name.
    pub name: Str,
    /// The package path for an unexported method; else empty.
    pub pkg_path: Str,
    /// The signature without receiver: a `FuncType`.
    pub ty: *const TypeDesc,
    /// Code for calls through an interface (receiver = data word); null when no call can reach it.
    pub ifn: *const u8,
}

/// Kind Array.
#[repr(C)]
#[derive(Debug)]
pub struct ArrayType {
    /// The head.
    pub head: TypeDesc,
    /// Element type.
    pub elem: *const TypeDesc,
    /// Number of elements.
    pub len: usize,
}

/// Kind Chan.
#[repr(C)]
#[derive(Debug)]
pub struct ChanType {
    /// The head.
    pub head: TypeDesc,
    /// Element type.
    pub elem: *const TypeDesc,
    /// 1 receive, 2 send, 3 both (`reflect.ChanDir`).
    pub dir: usize,
}

/// Kind Func.
#[repr(C)]
#[derive(Debug)]
pub struct FuncType {
    /// The head.
    pub head: TypeDesc,
    /// Parameters.
    pub params: *const *const TypeDesc,
    /// Their number.
    pub param_count: usize,
    /// Results.
    pub results: *const *const TypeDesc,
    /// Their number.
    pub result_count: usize,
    /// 1 if variadic.
    pub variadic: usize,
}

/// Kind Interface.
#[repr(C)]
#[derive(Debug)]
pub struct InterfaceType {
    /// The head.
    pub head: TypeDesc,
    /// The package path of unexported methods.
    pub pkg_path: Str,
    /// Methods sorted as in [`Uncommon`].
    pub methods: *const InterfaceMethod,
    /// Their number.
    pub method_count: usize,
}

/// A method of an interface type.
#[repr(C)]
#[derive(Debug)]
pub struct InterfaceMethod {
    /// The name.
    pub name: Str,
    /// The package path for an unexported method; else empty.
    pub pkg_path: Str,
    /// The signature: a `FuncType`.
    pub ty: *const TypeDesc,
}

/// Kind Map.
#[repr(C)]
#[derive(Debug)]
pub struct MapType {
    /// The head.
    pub head: TypeDesc,
    /// Key type.
    pub key: *const TypeDesc,
    /// Element type.
    pub elem: *const TypeDesc,
    /// Synthetic descriptor of `struct { key K; elem V }`, the slot of a table.
    pub slot: *const TypeDesc,
    /// Offset of `elem` in a slot.
    pub elem_offset: usize,
    /// Hashing a key may panic (it holds interfaces).
    pub hash_might_panic: usize,
}

/// Kind Pointer.
#[repr(C)]
#[derive(Debug)]
pub struct PointerType {
    /// The head.
    pub head: TypeDesc,
    /// The pointed-to type.
    pub elem: *const TypeDesc,
}

/// Kind Slice.
#[repr(C)]
#[derive(Debug)]
pub struct SliceType {
    /// The head.
    pub head: TypeDesc,
    /// Element type.
    pub elem: *const TypeDesc,
}

/// Kind Struct.
#[repr(C)]
#[derive(Debug)]
pub struct StructType {
    /// The head.
    pub head: TypeDesc,
    /// The package path of unexported fields.
    pub pkg_path: Str,
    /// Fields in source order.
    pub fields: *const StructField,
    /// Their number.
    pub field_count: usize,
}

/// A field.
#[repr(C)]
#[derive(Debug)]
pub struct StructField {
    /// The name.
    pub name: Str,
    /// The type.
    pub ty: *const TypeDesc,
    /// Byte offset.
    pub offset: usize,
    /// The tag.
    pub tag: Str,
    /// Bit 0: embedded; bit 1: exported.
    pub flags: usize,
}

/// The method table for a pair of interface type and concrete type.
/// `fun` holds as many code pointers as the interface has methods, in its order.
#[repr(C)]
#[derive(Debug)]
pub struct Itab {
    /// The interface.
    pub inter: *const InterfaceType,
    /// The concrete type.
    pub ty: *const TypeDesc,
    /// `ty.hash`.
    pub hash: u32,
    /// Zero.
    pub pad: u32,
    /// First of the code pointers.
    pub fun: [*const u8; 0],
}

/// Offset of [`Itab::ty`].
pub const ITAB_TYPE: i32 = 8;
/// Offset of [`Itab::fun`].
pub const ITAB_FUN: i32 = 24;
/// Size of [`TypeDesc`].
pub const TYPE_HEAD_SIZE: usize = core::mem::size_of::<TypeDesc>();
const _: () = assert!(TYPE_HEAD_SIZE == 80);
