// Package rtype reads the type descriptors that the compiler emits. It is what fmt, errors and sort
// know of types, and the ground that package reflect stands on.
//
// The structs mirror those of crates/abi/src/typedesc.rs field by field.
package rtype

import "unsafe"

// Kind numbers are those of reflect.Kind.
type Kind uint8

// The kinds.
const (
	Invalid Kind = iota
	Bool
	Int
	Int8
	Int16
	Int32
	Int64
	Uint
	Uint8
	Uint16
	Uint32
	Uint64
	Uintptr
	Float32
	Float64
	Complex64
	Complex128
	Array
	Chan
	Func
	Interface
	Map
	Pointer
	Slice
	String
	Struct
	UnsafePointer
)

// Flags of a type.
const (
	FlagNamed         = 1
	FlagDirectIface   = 2
	FlagRegularMemory = 4
	FlagComparable    = 8
	FlagSynthetic     = 16
)

// Flags of a field.
const (
	FieldEmbedded = 1
	FieldExported = 2
)

// Type is a descriptor's head. Types are identical exactly when their descriptors are the same object.
type Type struct {
	Size    uintptr
	PtrData uintptr
	Hash    uint32
	Flags   uint8
	Align   uint8
	Kind    Kind
	_       uint8
	GCMask  *byte
	Str     string
	PtrTo   *Type
	Unc     *Uncommon
	Name    string
}

// Uncommon has the package and the methods of a type.
type Uncommon struct {
	PkgPath     string
	MethodList  *Method
	MethodCount int
}

// Methods are sorted by name.
func (u *Uncommon) Methods() []Method {
	if u == nil {
		return nil
	}
	return unsafe.Slice(u.MethodList, u.MethodCount)
}

// Method is a method of a concrete type.
type Method struct {
	Name    string
	PkgPath string
	Type    *Type
	Code    unsafe.Pointer
}

// ArrayType describes an array.
type ArrayType struct {
	Type
	Elem *Type
	Len  int
}

// ChanType describes a channel.
type ChanType struct {
	Type
	Elem *Type
	Dir  int
}

// FuncType describes a function.
type FuncType struct {
	Type
	ParamList   **Type
	ParamCount  int
	ResultList  **Type
	ResultCount int
	IsVariadic  int
}

// Params are the parameter types.
func (t *FuncType) Params() []*Type { return unsafe.Slice(t.ParamList, t.ParamCount) }

// Results are the result types.
func (t *FuncType) Results() []*Type { return unsafe.Slice(t.ResultList, t.ResultCount) }

// Variadic reports whether the last parameter is ...T.
func (t *FuncType) Variadic() bool { return t.IsVariadic != 0 }

// InterfaceType describes an interface.
type InterfaceType struct {
	Type
	PkgPath string
	methods *InterfaceMethod
	count   int
}

// Methods are sorted by name.
func (t *InterfaceType) Methods() []InterfaceMethod { return unsafe.Slice(t.methods, t.count) }

// NumMethod is the number of methods.
func (t *InterfaceType) NumMethod() int { return t.count }

// InterfaceMethod is a method of an interface type.
type InterfaceMethod struct {
	Name    string
	PkgPath string
	Type    *Type
}

// MapType describes a map.
type MapType struct {
	Type
	Key            *Type
	Elem           *Type
	Slot           *Type
	ElemOffset     uintptr
	HashMightPanic uintptr
}

// PointerType describes a pointer.
type PointerType struct {
	Type
	Elem *Type
}

// SliceType describes a slice.
type SliceType struct {
	Type
	Elem *Type
}

// StructType describes a struct.
type StructType struct {
	Type
	PkgPath    string
	FieldList  *Field
	FieldCount int
}

// Fields are in source order.
func (t *StructType) Fields() []Field { return unsafe.Slice(t.FieldList, t.FieldCount) }

// NumField is their number.
func (t *StructType) NumField() int { return t.FieldCount }

// Field is a field of a struct.
type Field struct {
	Name   string
	Type   *Type
	Offset uintptr
	Tag    string
	Flags  uintptr // FieldEmbedded, FieldExported
}

// Embedded reports whether the field has no name of its own.
func (f *Field) Embedded() bool { return f.Flags&FieldEmbedded != 0 }

// Exported reports whether other packages may use the field.
func (f *Field) Exported() bool { return f.Flags&FieldExported != 0 }

// String is the type as %T prints it.
func (t *Type) String() string { return t.Str }

// Elem is the element type of an array, channel, map, pointer or slice.
func (t *Type) Elem() *Type {
	switch t.Kind {
	case Array:
		return (*ArrayType)(unsafe.Pointer(t)).Elem
	case Chan:
		return (*ChanType)(unsafe.Pointer(t)).Elem
	case Map:
		return (*MapType)(unsafe.Pointer(t)).Elem
	case Pointer:
		return (*PointerType)(unsafe.Pointer(t)).Elem
	case Slice:
		return (*SliceType)(unsafe.Pointer(t)).Elem
	}
	return nil
}

// Key is the key type of a map.
func (t *Type) Key() *Type { return (*MapType)(unsafe.Pointer(t)).Key }

// Struct is the view of a struct's descriptor.
func (t *Type) Struct() *StructType { return (*StructType)(unsafe.Pointer(t)) }

// Named reports whether the type is defined or predeclared.
func (t *Type) Named() bool { return t.Flags&FlagNamed != 0 }

// Comparable reports whether values can be compared with ==.
func (t *Type) Comparable() bool { return t.Flags&FlagComparable != 0 }

// Direct reports whether interfaces hold values of the type in their data word.
func (t *Type) Direct() bool { return t.Flags&FlagDirectIface != 0 }

// PkgPath is the import path of the package that defines the type.
func (t *Type) PkgPath() string {
	if t.Flags&FlagNamed == 0 || t.Unc == nil {
		return ""
	}
	return t.Unc.PkgPath
}
