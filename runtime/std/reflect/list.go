package reflect

import (
	abi "internal/rtype"
	"internal/sys"
	"unsafe"
)

// sliceHeader is a slice in memory.
type sliceHeader struct {
	data unsafe.Pointer
	len  int
	cap  int
}

// SliceHeader is a slice in memory, with an address that the collector does not see.
type SliceHeader struct {
	Data uintptr
	Len  int
	Cap  int
}

// StringHeader is a string in memory, with an address that the collector does not see.
type StringHeader struct {
	Data uintptr
	Len  int
}

func (v Value) slice() *sliceHeader { return (*sliceHeader)(v.ptr) }

// Len is the length of an array, channel, map, slice, string or pointer to an array.
func (v Value) Len() int {
	switch v.Kind() {
	case Slice:
		return v.slice().len
	case String:
		return len(*(*string)(v.ptr))
	case Array:
		return arrayLen(v.typ)
	case Map:
		m := v.word()
		return len(*(*map[int]int)(unsafe.Pointer(&m)))
	case Chan:
		c := v.word()
		return len(*(*chan int)(unsafe.Pointer(&c)))
	case Pointer:
		if v.typ.Elem().Kind == abi.Array {
			return arrayLen(v.typ.Elem())
		}
		panic("reflect: call of reflect.Value.Len on ptr to non-array Value")
	}
	panic(&ValueError{"reflect.Value.Len", v.Kind()})
}

// Cap is the capacity of an array, channel, slice or pointer to an array.
func (v Value) Cap() int {
	switch v.Kind() {
	case Slice:
		return v.slice().cap
	case Array:
		return arrayLen(v.typ)
	case Chan:
		c := v.word()
		return cap(*(*chan int)(unsafe.Pointer(&c)))
	case Pointer:
		if v.typ.Elem().Kind == abi.Array {
			return arrayLen(v.typ.Elem())
		}
		panic("reflect: call of reflect.Value.Cap on ptr to non-array Value")
	}
	panic(&ValueError{"reflect.Value.Cap", v.Kind()})
}

// Index is element i of an array, slice or string.
func (v Value) Index(i int) Value {
	switch v.Kind() {
	case Slice:
		s := v.slice()
		if uint(i) >= uint(s.len) {
			panic("reflect: slice index out of range")
		}
		t := v.typ.Elem()
		return Value{t, unsafe.Add(s.data, uintptr(i)*t.Size), flagAddr | flagIndir | v.flag.ro()}
	case Array:
		if uint(i) >= uint(arrayLen(v.typ)) {
			panic("reflect: array index out of range")
		}
		t := v.typ.Elem()
		fl := v.flag&(flagIndir|flagAddr) | v.flag.ro()
		if fl&flagIndir == 0 {
			return Value{t, v.ptr, fl}
		}
		return Value{t, unsafe.Add(v.ptr, uintptr(i)*t.Size), fl}
	case String:
		s := *(*string)(v.ptr)
		if uint(i) >= uint(len(s)) {
			panic("reflect: string index out of range")
		}
		b := new(uint8)
		*b = s[i]
		return Value{uint8Type, unsafe.Pointer(b), flagIndir | v.flag.ro()}
	}
	panic(&ValueError{"reflect.Value.Index", v.Kind()})
}

var (
	uint8Type = abi.TypeOf(uint8(0))
	intType   = abi.TypeOf(int(0))
	runeType  = abi.TypeOf(rune(0))
	boolType  = abi.TypeOf(false)
	bytesType = abi.TypeOf([]byte(nil))
)

// newSlice is a slice value with this header.
func newSlice(t *abi.Type, data unsafe.Pointer, n, c int, ro flag) Value {
	s := (*sliceHeader)(newObject(t))
	s.data, s.len, s.cap = data, n, c
	return Value{t, unsafe.Pointer(s), flagIndir | ro}
}

// part is s[i:j:k] of elements of type t, whose bounds have been checked.
func part(data unsafe.Pointer, elem *abi.Type, i, k int) unsafe.Pointer {
	if k == i {
		// Not one past the end of the object.
		return data
	}
	return unsafe.Add(data, uintptr(i)*elem.Size)
}

// Slice is v[i:j] of a slice, string or array variable.
func (v Value) Slice(i, j int) Value {
	ro := v.flag.ro()
	switch v.Kind() {
	case String:
		s := *(*string)(v.ptr)
		if i < 0 || j < i || j > len(s) {
			panic("reflect.Value.Slice: string slice index out of bounds")
		}
		p := (*string)(newObject(v.typ))
		*p = s[i:j]
		return Value{v.typ, unsafe.Pointer(p), flagIndir | ro}
	case Array:
		if v.flag&flagAddr == 0 {
			panic("reflect.Value.Slice: slice of unaddressable array")
		}
		n := arrayLen(v.typ)
		if i < 0 || j < i || j > n {
			panic("reflect.Value.Slice: slice index out of bounds")
		}
		return newSlice(sliceOf(v.typ.Elem()), part(v.ptr, v.typ.Elem(), i, n), j-i, n-i, ro)
	case Slice:
		s := v.slice()
		if i < 0 || j < i || j > s.cap {
			panic("reflect.Value.Slice: slice index out of bounds")
		}
		return newSlice(v.typ, part(s.data, v.typ.Elem(), i, s.cap), j-i, s.cap-i, ro)
	}
	panic(&ValueError{"reflect.Value.Slice", v.Kind()})
}

// Slice3 is v[i:j:k] of a slice or array variable.
func (v Value) Slice3(i, j, k int) Value {
	ro := v.flag.ro()
	switch v.Kind() {
	case Array:
		if v.flag&flagAddr == 0 {
			panic("reflect.Value.Slice3: slice of unaddressable array")
		}
		if i < 0 || j < i || k < j || k > arrayLen(v.typ) {
			panic("reflect.Value.Slice3: slice index out of bounds")
		}
		return newSlice(sliceOf(v.typ.Elem()), part(v.ptr, v.typ.Elem(), i, k), j-i, k-i, ro)
	case Slice:
		s := v.slice()
		if i < 0 || j < i || k < j || k > s.cap {
			panic("reflect.Value.Slice3: slice index out of bounds")
		}
		return newSlice(v.typ, part(s.data, v.typ.Elem(), i, k), j-i, k-i, ro)
	}
	panic(&ValueError{"reflect.Value.Slice3", v.Kind()})
}

// MakeSlice is make([]T, len, cap).
func MakeSlice(typ Type, len, cap int) Value {
	if typ.Kind() != Slice {
		panic("reflect.MakeSlice of non-slice type")
	}
	switch {
	case len < 0:
		panic("reflect.MakeSlice: negative len")
	case cap < 0:
		panic("reflect.MakeSlice: negative cap")
	case len > cap:
		panic("reflect.MakeSlice: len > cap")
	}
	t := typ.common()
	return newSlice(t, sys.UnsafeNewArray(unsafe.Pointer(t.Elem()), cap), len, cap, 0)
}

// SliceAt is a slice of n elements of a type at p.
func SliceAt(typ Type, p unsafe.Pointer, n int) Value {
	_ = unsafe.Slice((*byte)(p), n)
	return newSlice(sliceOf(typ.common()), p, n, n, 0)
}

// grow makes room for n more elements.
func (v Value) grow(n int) {
	s := v.slice()
	if s.len+n > s.cap {
		s.data, s.cap = sys.GrowSlice(unsafe.Pointer(v.typ.Elem()), s.data, s.len, s.cap, s.len+n)
	}
}

// Grow makes room for n more elements in a slice variable.
func (v Value) Grow(n int) {
	v.mustBeAssignable("Grow")
	v.mustBe(Slice, "Grow")
	if n < 0 {
		panic("reflect.Value.Grow: negative len")
	}
	s := v.slice()
	if s.len+n < 0 {
		panic("reflect.Value.Grow: slice overflow")
	}
	v.grow(n)
}

// extend is v with n more elements, in a header of its own.
func (v Value) extend(n int) Value {
	v.mustBeExported("")
	s := *v.slice()
	if s.len+n < 0 {
		panic("reflect.Append: slice overflow")
	}
	w := newSlice(v.typ, s.data, s.len, s.cap, v.flag.ro())
	w.grow(n)
	w.slice().len += n
	return w
}

// Append is append(s, x...).
func Append(s Value, x ...Value) Value {
	s.mustBe(Slice, "")
	n := s.Len()
	s = s.extend(len(x))
	for i, e := range x {
		s.Index(n + i).Set(e)
	}
	return s
}

// AppendSlice is append(s, t...).
func AppendSlice(s, t Value) Value {
	s.mustBe(Slice, "")
	t.mustBe(Slice, "")
	if x, y := s.typ.Elem(), t.typ.Elem(); x != y {
		panic("reflect.AppendSlice: " + x.Str + " != " + y.Str)
	}
	n, m := s.Len(), t.Len()
	s = s.extend(m)
	copySlice(s.Slice(n, n+m), t)
	return s
}

// Copy is copy(dst, src) for slices and arrays; dst must be a slice or an array variable, src may be a string.
//
// Small enough to be inlined: where the kind is known, a slice does not count as an array, whose elements the value points to.
func Copy(dst, src Value) int {
	if src.Kind() == Array {
		return copyArray(dst, src)
	}
	return copySlice(dst, src)
}

//go:noinline
func copyArray(dst, src Value) int {
	to, n := copyTarget(dst, src, Array)
	sys.Memmove(to, src.address(), n*int(dst.typ.Elem().Size))
	return n
}

// copySlice copies from a slice or a string; other operands panic.
//
//go:noinline
func copySlice(dst, src Value) int {
	to, n := copyTarget(dst, src, src.Kind())
	sys.Memmove(to, *(*unsafe.Pointer)(src.ptr), n*int(dst.typ.Elem().Size))
	return n
}

// copyTarget checks the operands of a copy; where it goes to, and how many elements.
func copyTarget(dst, src Value, sk Kind) (to unsafe.Pointer, n int) {
	dk := dst.Kind()
	if dk != Array && dk != Slice {
		panic(&ValueError{"reflect.Copy", dk})
	}
	if dk == Array {
		dst.mustBeAssignable("")
	}
	dst.mustBeExported("")
	text := false
	if sk != Array && sk != Slice {
		text = sk == String && dst.typ.Elem().Kind == abi.Uint8
		if !text {
			panic(&ValueError{"reflect.Copy", sk})
		}
	}
	src.mustBeExported("")
	if elem := dst.typ.Elem(); !text && elem != src.typ.Elem() {
		panic("reflect.Copy: " + elem.Str + " != " + src.typ.Elem().Str)
	}
	to = dst.ptr
	if dk == Slice {
		to = dst.slice().data
	}
	return to, min(dst.Len(), src.Len())
}
