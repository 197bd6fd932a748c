// Package reflect inspects and changes values of any type at run time.
//
// It stands on the type descriptors that the compiler emits (internal/rtype). Types made at run time (SliceOf,
// StructOf, …) are descriptors of the same form; a table keeps them unique together with those of the program.
// Calls go through two pieces of assembly of the runtime that move words between memory and registers (abi.go).
package reflect

import (
	abi "internal/rtype"
	"iter"
	"unsafe"
)

// Type is the representation of a Go type. Types are equal exactly when they are identical.
type Type interface {
	// Align is the alignment of a variable of the type.
	Align() int
	// FieldAlign is the alignment of a field of the type.
	FieldAlign() int
	// Method is method i of the sorted exported methods (of all methods, for interfaces).
	Method(int) Method
	// Methods iterates over what Method returns.
	Methods() iter.Seq[Method]
	// MethodByName finds a method.
	MethodByName(string) (Method, bool)
	// NumMethod is the number of methods that Method can return.
	NumMethod() int
	// Name is the name of a defined or predeclared type in its package, "" for others.
	Name() string
	// PkgPath is the import path of a defined type's package.
	PkgPath() string
	// Size is the size of a value in bytes.
	Size() uintptr
	// String is the type with shortened package names.
	String() string
	// Kind is the kind.
	Kind() Kind
	// Implements reports whether the type has the methods of the interface type u.
	Implements(u Type) bool
	// AssignableTo reports whether values may be assigned to variables of type u.
	AssignableTo(u Type) bool
	// ConvertibleTo reports whether values may be converted to type u.
	ConvertibleTo(u Type) bool
	// Comparable reports whether values may be compared with ==.
	Comparable() bool
	// Bits is the size of a number in bits.
	Bits() int
	// ChanDir is a channel's direction.
	ChanDir() ChanDir
	// IsVariadic reports whether a function's last parameter is ...T.
	IsVariadic() bool
	// Elem is the element type of an array, channel, map, pointer or slice.
	Elem() Type
	// Field is field i of a struct.
	Field(i int) StructField
	// Fields iterates over a struct's fields.
	Fields() iter.Seq[StructField]
	// FieldByIndex follows the indices through nested structs.
	FieldByIndex(index []int) StructField
	// FieldByName finds a field, also promoted ones.
	FieldByName(name string) (StructField, bool)
	// FieldByNameFunc finds the only field at the least depth whose name matches.
	FieldByNameFunc(match func(string) bool) (StructField, bool)
	// In is parameter i of a function.
	In(i int) Type
	// Ins iterates over the parameters.
	Ins() iter.Seq[Type]
	// Key is the key type of a map.
	Key() Type
	// Len is the length of an array.
	Len() int
	// NumField is the number of fields of a struct.
	NumField() int
	// NumIn is the number of parameters.
	NumIn() int
	// NumOut is the number of results.
	NumOut() int
	// Out is result i of a function.
	Out(i int) Type
	// Outs iterates over the results.
	Outs() iter.Seq[Type]
	// OverflowComplex reports whether the type cannot represent x.
	OverflowComplex(x complex128) bool
	// OverflowFloat reports whether the type cannot represent x.
	OverflowFloat(x float64) bool
	// OverflowInt reports whether the type cannot represent x.
	OverflowInt(x int64) bool
	// OverflowUint reports whether the type cannot represent x.
	OverflowUint(x uint64) bool
	// CanSeq reports whether values can be ranged over with one variable.
	CanSeq() bool
	// CanSeq2 reports whether values can be ranged over with two variables.
	CanSeq2() bool

	common() *abi.Type
}

// rtype is the only implementation of Type: a descriptor.
type rtype struct {
	t abi.Type
}

func toRType(t *abi.Type) *rtype { return (*rtype)(unsafe.Pointer(t)) }

// toType is the Type of a descriptor; nil for nil.
func toType(t *abi.Type) Type {
	if t == nil {
		return nil
	}
	return toRType(t)
}

// TypeOf is the dynamic type of i, nil if i is a nil interface.
func TypeOf(i any) Type { return toType(abi.TypeOf(i)) }

// TypeFor is the type T.
func TypeFor[T any]() Type {
	var p *T
	return toType(abi.TypeOf(p).Elem())
}

func (t *rtype) common() *abi.Type { return &t.t }

func (t *rtype) kind() Kind { return Kind(t.t.Kind) }

func (t *rtype) Align() int      { return int(t.t.Align) }
func (t *rtype) FieldAlign() int { return int(t.t.Align) }
func (t *rtype) Name() string    { return t.t.Name }
func (t *rtype) PkgPath() string { return t.t.PkgPath() }
func (t *rtype) Size() uintptr   { return t.t.Size }
func (t *rtype) String() string  { return t.t.Str }
func (t *rtype) Kind() Kind      { return Kind(t.t.Kind) }

func (t *rtype) Comparable() bool { return t.t.Comparable() }

func (t *rtype) Implements(u Type) bool {
	if u == nil {
		panic("reflect: nil type passed to Type.Implements")
	}
	if u.Kind() != Interface {
		panic("reflect: non-interface type passed to Type.Implements")
	}
	return implements(u.common(), &t.t)
}

func (t *rtype) AssignableTo(u Type) bool {
	if u == nil {
		panic("reflect: nil type passed to Type.AssignableTo")
	}
	uu := u.common()
	return directlyAssignable(uu, &t.t) || implements(uu, &t.t)
}

func (t *rtype) ConvertibleTo(u Type) bool {
	if u == nil {
		panic("reflect: nil type passed to Type.ConvertibleTo")
	}
	return conversion(u.common(), &t.t) != nil
}

func (t *rtype) Bits() int {
	k := t.kind()
	if k < Int || k > Complex128 {
		panic("reflect: Bits of non-arithmetic Type " + t.String())
	}
	return int(t.t.Size) * 8
}

func (t *rtype) ChanDir() ChanDir {
	if t.kind() != Chan {
		panic("reflect: ChanDir of non-chan type " + t.String())
	}
	return chanDir(&t.t)
}

func chanDir(t *abi.Type) ChanDir { return ChanDir((*abi.ChanType)(unsafe.Pointer(t)).Dir) }

func (t *rtype) fn(method string) *abi.FuncType {
	if t.kind() != Func {
		panic("reflect: " + method + " of non-func type " + t.String())
	}
	return (*abi.FuncType)(unsafe.Pointer(t))
}

func (t *rtype) IsVariadic() bool { return t.fn("IsVariadic").Variadic() }
func (t *rtype) NumIn() int       { return len(t.fn("NumIn").Params()) }
func (t *rtype) NumOut() int      { return len(t.fn("NumOut").Results()) }
func (t *rtype) In(i int) Type    { return toType(t.fn("In").Params()[i]) }
func (t *rtype) Out(i int) Type   { return toType(t.fn("Out").Results()[i]) }

func typeSeq(all []*abi.Type) iter.Seq[Type] {
	return func(yield func(Type) bool) {
		for _, t := range all {
			if !yield(toType(t)) {
				return
			}
		}
	}
}

func (t *rtype) Ins() iter.Seq[Type]  { return typeSeq(t.fn("Ins").Params()) }
func (t *rtype) Outs() iter.Seq[Type] { return typeSeq(t.fn("Outs").Results()) }

func (t *rtype) Elem() Type {
	switch t.kind() {
	case Array, Chan, Map, Pointer, Slice:
		return toType(t.t.Elem())
	}
	panic("reflect: Elem of invalid type " + t.String())
}

func (t *rtype) Key() Type {
	if t.kind() != Map {
		panic("reflect: Key of non-map type " + t.String())
	}
	return toType(t.t.Key())
}

func (t *rtype) Len() int {
	if t.kind() != Array {
		panic("reflect: Len of non-array type " + t.String())
	}
	return arrayLen(&t.t)
}

func arrayLen(t *abi.Type) int { return (*abi.ArrayType)(unsafe.Pointer(t)).Len }

func (t *rtype) OverflowComplex(x complex128) bool {
	switch t.kind() {
	case Complex64:
		return overflowFloat32(real(x)) || overflowFloat32(imag(x))
	case Complex128:
		return false
	}
	panic("reflect: OverflowComplex of non-complex type " + t.String())
}

func (t *rtype) OverflowFloat(x float64) bool {
	switch t.kind() {
	case Float32:
		return overflowFloat32(x)
	case Float64:
		return false
	}
	panic("reflect: OverflowFloat of non-float type " + t.String())
}

func (t *rtype) OverflowInt(x int64) bool {
	switch t.kind() {
	case Int, Int8, Int16, Int32, Int64:
		return overflowInt(t.t.Size, x)
	}
	panic("reflect: OverflowInt of non-int type " + t.String())
}

func (t *rtype) OverflowUint(x uint64) bool {
	switch t.kind() {
	case Uint, Uintptr, Uint8, Uint16, Uint32, Uint64:
		return overflowUint(t.t.Size, x)
	}
	panic("reflect: OverflowUint of non-uint type " + t.String())
}

func overflowFloat32(x float64) bool {
	if x < 0 {
		x = -x
	}
	// Infinities are representable.
	const maxFloat32, maxFloat64 = 0x1p127 * (1 + (1 - 0x1p-23)), 0x1p1023 * (1 + (1 - 0x1p-52))
	return maxFloat32 < x && x <= maxFloat64
}

func overflowInt(size uintptr, x int64) bool {
	shift := 64 - size*8
	return x<<shift>>shift != x
}

func overflowUint(size uintptr, x uint64) bool {
	shift := 64 - size*8
	return x<<shift>>shift != x
}

// isYield reports whether t is func(n values) bool, what an iterator calls.
func isYield(t *abi.Type, n int) bool {
	if t.Kind != abi.Func {
		return false
	}
	f := (*abi.FuncType)(unsafe.Pointer(t))
	if len(f.Params()) != 1 || len(f.Results()) != 0 || f.Variadic() {
		return false
	}
	y := f.Params()[0]
	if y.Kind != abi.Func {
		return false
	}
	g := (*abi.FuncType)(unsafe.Pointer(y))
	return len(g.Params()) == n && len(g.Results()) == 1 && g.Results()[0].Kind == abi.Bool
}

func (t *rtype) CanSeq() bool {
	switch t.kind() {
	case Int8, Int16, Int32, Int64, Int, Uint8, Uint16, Uint32, Uint64, Uint, Uintptr, Array, Slice, Chan, String, Map:
		return true
	case Func:
		return isYield(&t.t, 1)
	case Pointer:
		return t.t.Elem().Kind == abi.Array
	}
	return false
}

func (t *rtype) CanSeq2() bool {
	switch t.kind() {
	case Array, Slice, String, Map:
		return true
	case Func:
		return isYield(&t.t, 2)
	case Pointer:
		return t.t.Elem().Kind == abi.Array
	}
	return false
}
