package reflect

import (
	abi "internal/rtype"
	"unsafe"
)

// Bool is the value of kind Bool.
func (v Value) Bool() bool {
	v.mustBe(Bool, "Bool")
	return *(*bool)(v.ptr)
}

// CanInt reports whether Int does not panic.
func (v Value) CanInt() bool { k := v.Kind(); return k >= Int && k <= Int64 }

// CanUint reports whether Uint does not panic.
func (v Value) CanUint() bool { k := v.Kind(); return k >= Uint && k <= Uintptr }

// CanFloat reports whether Float does not panic.
func (v Value) CanFloat() bool { k := v.Kind(); return k == Float32 || k == Float64 }

// CanComplex reports whether Complex does not panic.
func (v Value) CanComplex() bool { k := v.Kind(); return k == Complex64 || k == Complex128 }

// Int is the value of a signed integer.
func (v Value) Int() int64 {
	switch v.Kind() {
	case Int, Int64:
		return *(*int64)(v.ptr)
	case Int8:
		return int64(*(*int8)(v.ptr))
	case Int16:
		return int64(*(*int16)(v.ptr))
	case Int32:
		return int64(*(*int32)(v.ptr))
	}
	panic(&ValueError{"reflect.Value.Int", v.Kind()})
}

// Uint is the value of an unsigned integer.
func (v Value) Uint() uint64 {
	switch v.Kind() {
	case Uint, Uintptr, Uint64:
		return *(*uint64)(v.ptr)
	case Uint8:
		return uint64(*(*uint8)(v.ptr))
	case Uint16:
		return uint64(*(*uint16)(v.ptr))
	case Uint32:
		return uint64(*(*uint32)(v.ptr))
	}
	panic(&ValueError{"reflect.Value.Uint", v.Kind()})
}

// Float is the value of a floating-point number.
func (v Value) Float() float64 {
	switch v.Kind() {
	case Float32:
		return float64(*(*float32)(v.ptr))
	case Float64:
		return *(*float64)(v.ptr)
	}
	panic(&ValueError{"reflect.Value.Float", v.Kind()})
}

// Complex is the value of a complex number.
func (v Value) Complex() complex128 {
	switch v.Kind() {
	case Complex64:
		return complex128(*(*complex64)(v.ptr))
	case Complex128:
		return *(*complex128)(v.ptr)
	}
	panic(&ValueError{"reflect.Value.Complex", v.Kind()})
}

// String is the value of kind String; for other kinds a text of the form `<T Value>`.
func (v Value) String() string {
	switch v.Kind() {
	case String:
		return *(*string)(v.ptr)
	case Invalid:
		return "<invalid Value>"
	}
	return "<" + v.Type().String() + " Value>"
}

// Bytes is a slice of bytes, or an array of bytes that is a variable.
func (v Value) Bytes() []byte {
	switch v.Kind() {
	case Slice:
		if v.typ.Elem().Kind != abi.Uint8 {
			panic("reflect.Value.Bytes of non-byte slice")
		}
		return *(*[]byte)(v.ptr)
	case Array:
		if v.typ.Elem().Kind != abi.Uint8 {
			panic("reflect.Value.Bytes of non-byte array")
		}
		if !v.CanAddr() {
			panic("reflect.Value.Bytes of unaddressable byte array")
		}
		return unsafe.Slice((*byte)(v.ptr), arrayLen(v.typ))
	}
	panic(&ValueError{"reflect.Value.Bytes", v.Kind()})
}

func (v Value) runes() []rune {
	v.mustBe(Slice, "runes")
	if v.typ.Elem().Kind != abi.Int32 {
		panic("reflect.Value.Bytes of non-rune slice")
	}
	return *(*[]rune)(v.ptr)
}

// OverflowInt reports whether v's type cannot represent x.
func (v Value) OverflowInt(x int64) bool {
	if !v.CanInt() {
		v.bad("OverflowInt")
	}
	return overflowInt(v.typ.Size, x)
}

// OverflowUint reports whether v's type cannot represent x.
func (v Value) OverflowUint(x uint64) bool {
	if !v.CanUint() {
		v.bad("OverflowUint")
	}
	return overflowUint(v.typ.Size, x)
}

// OverflowFloat reports whether v's type cannot represent x.
func (v Value) OverflowFloat(x float64) bool {
	if !v.CanFloat() {
		v.bad("OverflowFloat")
	}
	return v.Kind() == Float32 && overflowFloat32(x)
}

// OverflowComplex reports whether v's type cannot represent x.
func (v Value) OverflowComplex(x complex128) bool {
	if !v.CanComplex() {
		v.bad("OverflowComplex")
	}
	return v.Kind() == Complex64 && (overflowFloat32(real(x)) || overflowFloat32(imag(x)))
}
