package reflect

import (
	abi "internal/rtype"
	"unsafe"
)

// pair is a comparison in progress: two addresses (or words) and the type.
type pair struct {
	a, b unsafe.Pointer
	t    *abi.Type
}

// DeepEqual reports whether x and y are deeply equal: of one type, and equal element by element, through pointers.
// Functions are equal only if both are nil; NaN is not equal to itself unless reached through one and the same pointer.
func DeepEqual(x, y any) bool {
	if x == nil || y == nil {
		return x == y
	}
	a, b := ValueOf(x), ValueOf(y)
	if a.typ != b.typ {
		return false
	}
	return deepEqual(a, b, map[pair]bool{})
}

// identity is what tells one map, slice, pointer or interface variable from others.
func identity(v Value) unsafe.Pointer {
	switch v.Kind() {
	case Pointer, Map:
		return v.word()
	}
	return v.ptr
}

func deepEqual(a, b Value, seen map[pair]bool) bool {
	if !a.IsValid() || !b.IsValid() {
		return a.IsValid() == b.IsValid()
	}
	if a.typ != b.typ {
		return false
	}
	switch a.Kind() {
	case Pointer, Map, Slice, Interface:
		if a.IsNil() || b.IsNil() {
			break
		}
		// A comparison in progress counts as equal: values may contain themselves.
		p := pair{identity(a), identity(b), a.typ}
		if uintptr(p.a) > uintptr(p.b) {
			p.a, p.b = p.b, p.a
		}
		if seen[p] {
			return true
		}
		seen[p] = true
	}
	switch a.Kind() {
	case Array:
		for i, n := 0, a.Len(); i < n; i++ {
			if !deepEqual(a.Index(i), b.Index(i), seen) {
				return false
			}
		}
		return true
	case Slice:
		if a.IsNil() != b.IsNil() || a.Len() != b.Len() {
			return false
		}
		if a.slice().data == b.slice().data {
			return true
		}
		if a.typ.Elem().Kind == abi.Uint8 {
			return string(a.Bytes()) == string(b.Bytes())
		}
		for i, n := 0, a.Len(); i < n; i++ {
			if !deepEqual(a.Index(i), b.Index(i), seen) {
				return false
			}
		}
		return true
	case Interface:
		if a.IsNil() || b.IsNil() {
			return a.IsNil() == b.IsNil()
		}
		return deepEqual(a.Elem(), b.Elem(), seen)
	case Pointer:
		if a.word() == b.word() {
			return true
		}
		return deepEqual(a.Elem(), b.Elem(), seen)
	case Struct:
		for i, n := 0, a.NumField(); i < n; i++ {
			if !deepEqual(a.Field(i), b.Field(i), seen) {
				return false
			}
		}
		return true
	case Map:
		if a.IsNil() != b.IsNil() || a.Len() != b.Len() {
			return false
		}
		if a.word() == b.word() {
			return true
		}
		it := a.MapRange()
		for it.Next() {
			x, y := it.Value(), b.MapIndex(it.Key())
			if !y.IsValid() || !deepEqual(x, y, seen) {
				return false
			}
		}
		return true
	case Func:
		return a.IsNil() && b.IsNil()
	case Int, Int8, Int16, Int32, Int64:
		return a.Int() == b.Int()
	case Uint, Uint8, Uint16, Uint32, Uint64, Uintptr:
		return a.Uint() == b.Uint()
	case Bool:
		return a.Bool() == b.Bool()
	case String:
		return a.String() == b.String()
	case Float32, Float64:
		return a.Float() == b.Float()
	case Complex64, Complex128:
		return a.Complex() == b.Complex()
	}
	// Channels and unsafe pointers.
	return a.word() == b.word()
}

// Swapper is a function that exchanges elements of a slice.
func Swapper(slice any) func(i, j int) {
	v := ValueOf(slice)
	if v.Kind() != Slice {
		panic(&ValueError{Method: "Swapper", Kind: v.Kind()})
	}
	n := v.Len()
	if n < 2 {
		return func(i, j int) {
			if uint(i) >= uint(n) || uint(j) >= uint(n) {
				panic("reflect: slice index out of range")
			}
		}
	}
	return abi.Swapper(slice)
}
