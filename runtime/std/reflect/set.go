package reflect

import (
	abi "internal/rtype"
	"internal/sys"
	"unsafe"
)

// Set assigns x to the variable v.
func (v Value) Set(x Value) {
	v.mustBeAssignable("Set")
	x.mustBeExported("Set")
	x = x.assignTo("reflect.Set", v.typ)
	move(v.typ, v.ptr, x.address())
}

// SetZero assigns the zero value.
func (v Value) SetZero() {
	v.mustBeAssignable("SetZero")
	sys.Memclr(v.ptr, int(v.typ.Size))
}

// SetBool assigns to a variable of kind Bool.
func (v Value) SetBool(x bool) {
	v.mustBeAssignable("SetBool")
	v.mustBe(Bool, "SetBool")
	*(*bool)(v.ptr) = x
}

// SetInt assigns to a variable of a signed integer kind.
func (v Value) SetInt(x int64) {
	v.mustBeAssignable("SetInt")
	if !v.CanInt() {
		v.bad("SetInt")
	}
	switch v.typ.Size {
	case 1:
		*(*int8)(v.ptr) = int8(x)
	case 2:
		*(*int16)(v.ptr) = int16(x)
	case 4:
		*(*int32)(v.ptr) = int32(x)
	default:
		*(*int64)(v.ptr) = x
	}
}

// SetUint assigns to a variable of an unsigned integer kind.
func (v Value) SetUint(x uint64) {
	v.mustBeAssignable("SetUint")
	if !v.CanUint() {
		v.bad("SetUint")
	}
	switch v.typ.Size {
	case 1:
		*(*uint8)(v.ptr) = uint8(x)
	case 2:
		*(*uint16)(v.ptr) = uint16(x)
	case 4:
		*(*uint32)(v.ptr) = uint32(x)
	default:
		*(*uint64)(v.ptr) = x
	}
}

// SetFloat assigns to a variable of a floating-point kind.
func (v Value) SetFloat(x float64) {
	v.mustBeAssignable("SetFloat")
	switch v.Kind() {
	case Float32:
		*(*float32)(v.ptr) = float32(x)
	case Float64:
		*(*float64)(v.ptr) = x
	default:
		v.bad("SetFloat")
	}
}

// SetComplex assigns to a variable of a complex kind.
func (v Value) SetComplex(x complex128) {
	v.mustBeAssignable("SetComplex")
	switch v.Kind() {
	case Complex64:
		*(*complex64)(v.ptr) = complex64(x)
	case Complex128:
		*(*complex128)(v.ptr) = x
	default:
		v.bad("SetComplex")
	}
}

// SetString assigns to a variable of kind String.
func (v Value) SetString(x string) {
	v.mustBeAssignable("SetString")
	v.mustBe(String, "SetString")
	*(*string)(v.ptr) = x
}

// SetBytes assigns to a variable that is a slice of bytes.
func (v Value) SetBytes(x []byte) {
	v.mustBeAssignable("SetBytes")
	v.mustBe(Slice, "SetBytes")
	if v.typ.Elem().Kind != abi.Uint8 {
		panic("reflect.Value.SetBytes of non-byte slice")
	}
	*(*[]byte)(v.ptr) = x
}

// SetPointer assigns to a variable of kind UnsafePointer.
func (v Value) SetPointer(x unsafe.Pointer) {
	v.mustBeAssignable("SetPointer")
	v.mustBe(UnsafePointer, "SetPointer")
	*(*unsafe.Pointer)(v.ptr) = x
}

// SetLen sets the length of a slice variable.
func (v Value) SetLen(n int) {
	v.mustBeAssignable("SetLen")
	v.mustBe(Slice, "SetLen")
	s := v.slice()
	if uint(n) > uint(s.cap) {
		panic("reflect: slice length out of range in SetLen")
	}
	s.len = n
}

// SetCap sets the capacity of a slice variable.
func (v Value) SetCap(n int) {
	v.mustBeAssignable("SetCap")
	v.mustBe(Slice, "SetCap")
	s := v.slice()
	if n < s.len || n > s.cap {
		panic("reflect: slice capacity out of range in SetCap")
	}
	s.cap = n
}

// Clear is clear(v) for maps and slices.
func (v Value) Clear() {
	switch v.Kind() {
	case Slice:
		s := v.slice()
		sys.Memclr(s.data, s.len*int(v.typ.Elem().Size))
	case Map:
		sys.MapClear(unsafe.Pointer(v.typ), v.word())
	default:
		panic(&ValueError{"reflect.Value.Clear", v.Kind()})
	}
}

// IsZero reports whether v is the zero value of its type.
func (v Value) IsZero() bool {
	switch v.Kind() {
	case Bool:
		return !v.Bool()
	case Int, Int8, Int16, Int32, Int64:
		return v.Int() == 0
	case Uint, Uint8, Uint16, Uint32, Uint64, Uintptr:
		return v.Uint() == 0
	case Float32, Float64:
		return v.Float() == 0
	case Complex64, Complex128:
		return v.Complex() == 0
	case Array:
		if v.flag&flagIndir == 0 {
			return v.ptr == nil
		}
		if v.typ.Flags&abi.FlagRegularMemory != 0 {
			return allZero(v.ptr, v.typ.Size)
		}
		for i, n := 0, v.Len(); i < n; i++ {
			if !v.Index(i).IsZero() {
				return false
			}
		}
		return true
	case Struct:
		if v.flag&flagIndir == 0 {
			return v.ptr == nil
		}
		if v.typ.Flags&abi.FlagRegularMemory != 0 {
			return allZero(v.ptr, v.typ.Size)
		}
		for i, n := 0, v.NumField(); i < n; i++ {
			if !v.Field(i).IsZero() && v.typ.Struct().Fields()[i].Name != "_" {
				return false
			}
		}
		return true
	case Chan, Func, Interface, Map, Pointer, Slice, UnsafePointer:
		return v.IsNil()
	case String:
		return v.Len() == 0
	}
	panic(&ValueError{"reflect.Value.IsZero", v.Kind()})
}

func allZero(p unsafe.Pointer, n uintptr) bool {
	for _, b := range unsafe.Slice((*byte)(p), n) {
		if b != 0 {
			return false
		}
	}
	return true
}

// Comparable reports whether == on values of v's dynamic types does not panic.
func (v Value) Comparable() bool {
	switch v.Kind() {
	case Invalid:
		return true
	case Interface:
		return v.IsNil() || v.Elem().Comparable()
	case Array:
		if !v.typ.Comparable() {
			return false
		}
		switch v.typ.Elem().Kind {
		case abi.Interface, abi.Array, abi.Struct:
			for i, n := 0, v.Len(); i < n; i++ {
				if !v.Index(i).Comparable() {
					return false
				}
			}
		}
		return true
	case Struct:
		for i, n := 0, v.NumField(); i < n; i++ {
			if !v.Field(i).Comparable() {
				return false
			}
		}
		return true
	case Func, Map, Slice:
		return false
	}
	return true
}

// Equal is v == u, false for values of different types.
func (v Value) Equal(u Value) bool {
	if v.Kind() == Interface {
		v = v.Elem()
	}
	if u.Kind() == Interface {
		u = u.Elem()
	}
	if !v.IsValid() || !u.IsValid() {
		return v.IsValid() == u.IsValid()
	}
	if v.Kind() != u.Kind() || v.Type() != u.Type() {
		return false
	}
	switch v.Kind() {
	case Array:
		// Elements one by one: the panic names the element's type.
		if v.Len() == 0 {
			if k := Kind(v.typ.Elem().Kind); k == Func || k == Map || k == Slice {
				break
			}
			return true
		}
		for i, n := 0, v.Len(); i < n; i++ {
			if !v.Index(i).Equal(u.Index(i)) {
				return false
			}
		}
		return true
	case Struct:
		for i, n := 0, v.NumField(); i < n; i++ {
			if !v.Field(i).Equal(u.Field(i)) {
				return false
			}
		}
		return true
	case Func, Map, Slice:
	default:
		return sys.UnsafeEqual(unsafe.Pointer(v.typ), v.address(), u.address())
	}
	panic("reflect.Value.Equal: values of type " + v.Type().String() + " are not comparable")
}
