package rtype

import "unsafe"

// Value is a Go value of any type: what an interface holds, or a part of it.
// With flagIndir, Ptr points to the value; otherwise Ptr is the value.
type Value struct {
	Typ  *Type
	Ptr  unsafe.Pointer
	flag uintptr
}

const (
	flagIndir    = 1 // Ptr points to the value
	flagAddr     = 2 // the value is a variable
	flagSticky   = 4 // reached through an unexported field that is not embedded
	flagEmbedded = 8 // reached through an unexported embedded field
	flagReadOnly = flagSticky | flagEmbedded
)

// ValueOf is the value that v holds; the zero Value for nil.
func ValueOf(v any) Value {
	e := (*eface)(unsafe.Pointer(&v))
	t := TypeOf(v)
	if t == nil {
		return Value{}
	}
	if t.Direct() {
		return Value{t, e.data, 0}
	}
	return Value{t, e.data, flagIndir}
}

// IsValid reports whether v is not the zero Value.
func (v Value) IsValid() bool { return v.Typ != nil }

// Kind is the kind of v's type.
func (v Value) Kind() Kind {
	if v.Typ == nil {
		return Invalid
	}
	return v.Typ.Kind
}

// ro is what parts of v inherit.
func (v Value) ro() uintptr {
	if v.flag&flagReadOnly != 0 {
		return flagSticky
	}
	return 0
}

// CanInterface reports whether v was not reached through unexported fields.
func (v Value) CanInterface() bool { return v.flag&flagReadOnly == 0 }

// CanSet reports whether v is a variable that may be assigned.
func (v Value) CanSet() bool { return v.flag&(flagAddr|flagReadOnly) == flagAddr }

// CanAddr reports whether v is a variable.
func (v Value) CanAddr() bool { return v.flag&flagAddr != 0 }

// Interface is v in an interface.
func (v Value) Interface() any {
	if v.Typ.Kind == Interface {
		if (*InterfaceType)(unsafe.Pointer(v.Typ)).count == 0 {
			return *(*any)(v.Ptr)
		}
		e := v.Elem()
		if e.Typ == nil {
			return nil
		}
		return e.Interface()
	}
	switch {
	case v.Typ.Direct():
		return pack(v.Typ, v.word())
	case v.flag&flagAddr != 0:
		p := newObject(v.Typ)
		move(v.Typ, p, v.Ptr)
		return pack(v.Typ, p)
	}
	return pack(v.Typ, v.Ptr)
}

// Borrowed is v in an interface that shares v's memory, for callers that do not keep it while v may change.
func (v Value) Borrowed() any {
	if v.Typ.Kind == Interface {
		e := v.Elem()
		if e.Typ == nil {
			return nil
		}
		return e.Borrowed()
	}
	if v.Typ.Direct() {
		return pack(v.Typ, v.word())
	}
	return pack(v.Typ, v.Ptr)
}

// word is the single word of a pointer-shaped value.
func (v Value) word() unsafe.Pointer {
	if v.flag&flagIndir != 0 {
		return *(*unsafe.Pointer)(v.Ptr)
	}
	return v.Ptr
}

func (v Value) pointer() unsafe.Pointer { return v.word() }

// address points to the value's bytes.
func (v *Value) address() unsafe.Pointer {
	if v.flag&flagIndir != 0 {
		return v.Ptr
	}
	return unsafe.Pointer(&v.Ptr)
}

// Address points to the value's bytes, for values that are not held in a word.
func (v *Value) Address() unsafe.Pointer { return v.address() }

// at is the value at p, a part of v.
func (v Value) at(t *Type, p unsafe.Pointer) Value {
	if t.Direct() {
		return Value{t, *(*unsafe.Pointer)(p), v.ro()}
	}
	return Value{t, p, flagIndir | v.ro()}
}

func (v Value) copyOf(t *Type, p unsafe.Pointer) Value {
	ro := v.ro()
	if t.Direct() {
		return Value{t, *(*unsafe.Pointer)(p), ro}
	}
	c := newObject(t)
	move(t, c, p)
	return Value{t, c, flagIndir | ro}
}

// Bool is the value of kind Bool.
func (v Value) Bool() bool { return *(*bool)(v.Ptr) }

// Int is the value of a signed kind.
func (v Value) Int() int64 {
	switch v.Typ.Size {
	case 1:
		return int64(*(*int8)(v.Ptr))
	case 2:
		return int64(*(*int16)(v.Ptr))
	case 4:
		return int64(*(*int32)(v.Ptr))
	}
	return *(*int64)(v.Ptr)
}

// Uint is the value of an unsigned kind.
func (v Value) Uint() uint64 {
	switch v.Typ.Size {
	case 1:
		return uint64(*(*uint8)(v.Ptr))
	case 2:
		return uint64(*(*uint16)(v.Ptr))
	case 4:
		return uint64(*(*uint32)(v.Ptr))
	}
	return *(*uint64)(v.Ptr)
}

// Float is the value of a float kind.
func (v Value) Float() float64 {
	if v.Typ.Size == 4 {
		return float64(*(*float32)(v.Ptr))
	}
	return *(*float64)(v.Ptr)
}

// Complex is the value of a complex kind.
func (v Value) Complex() complex128 {
	if v.Typ.Size == 8 {
		return complex128(*(*complex64)(v.Ptr))
	}
	return *(*complex128)(v.Ptr)
}

// String is the value of kind String.
func (v Value) String() string { return *(*string)(v.Ptr) }

// Pointer is the word of a pointer, map, channel, function or unsafe.Pointer, or a slice's first element.
func (v Value) Pointer() unsafe.Pointer {
	if v.Typ.Kind == Slice {
		return *(*unsafe.Pointer)(v.Ptr)
	}
	return v.word()
}

// IsNil reports whether a pointer-like value is nil.
func (v Value) IsNil() bool {
	switch v.Typ.Kind {
	case Interface, Slice:
		return *(*unsafe.Pointer)(v.Ptr) == nil
	}
	return v.word() == nil
}

type sliceHeader struct {
	data unsafe.Pointer
	len  int
	cap  int
}

// Len is the length of a string, slice, array, map or channel.
func (v Value) Len() int {
	switch v.Typ.Kind {
	case Array:
		return (*ArrayType)(unsafe.Pointer(v.Typ)).Len
	case Slice:
		return (*sliceHeader)(v.Ptr).len
	case String:
		return len(*(*string)(v.Ptr))
	case Map:
		m := v.word()
		return len(*(*map[int]int)(unsafe.Pointer(&m)))
	case Chan:
		c := v.word()
		return len(*(*chan int)(unsafe.Pointer(&c)))
	}
	return 0
}

// Cap is the capacity of a slice, array or channel.
func (v Value) Cap() int {
	switch v.Typ.Kind {
	case Array:
		return (*ArrayType)(unsafe.Pointer(v.Typ)).Len
	case Slice:
		return (*sliceHeader)(v.Ptr).cap
	case Chan:
		c := v.word()
		return cap(*(*chan int)(unsafe.Pointer(&c)))
	}
	return 0
}

// Index is element i of an array or a slice; i is in range.
func (v Value) Index(i int) Value {
	switch v.Typ.Kind {
	case Slice:
		t := v.Typ.Elem()
		p := unsafe.Add((*sliceHeader)(v.Ptr).data, uintptr(i)*t.Size)
		return Value{t, p, flagIndir | flagAddr | v.ro()}
	case Array:
		t := v.Typ.Elem()
		if v.flag&flagIndir == 0 {
			return Value{t, v.Ptr, v.flag}
		}
		return Value{t, unsafe.Add(v.Ptr, uintptr(i)*t.Size), v.flag&^flagReadOnly | v.ro()}
	}
	return Value{}
}

// Bytes is the contents of a slice or addressable array of bytes.
func (v Value) Bytes() []byte {
	if v.Typ.Kind == Slice {
		return *(*[]byte)(v.Ptr)
	}
	return unsafe.Slice((*byte)(v.Ptr), (*ArrayType)(unsafe.Pointer(v.Typ)).Len)
}

// NumField is the number of fields of a struct.
func (v Value) NumField() int { return v.Typ.Struct().FieldCount }

// Field is field i of a struct.
func (v Value) Field(i int) Value {
	f := &v.Typ.Struct().Fields()[i]
	// What an embedded struct promotes is as visible as its own name says.
	flag := v.flag &^ flagEmbedded
	if !f.Exported() {
		if f.Embedded() {
			flag |= flagEmbedded
		} else {
			flag |= flagSticky
		}
	}
	if flag&flagIndir == 0 {
		return Value{f.Type, v.Ptr, flag}
	}
	return Value{f.Type, unsafe.Add(v.Ptr, f.Offset), flag}
}

// Elem is what a pointer points to or an interface holds; the zero Value for nil.
func (v Value) Elem() Value {
	ro := v.ro()
	if v.Typ.Kind == Interface {
		w := (*[2]unsafe.Pointer)(v.Ptr)
		t := typeOfWord(w[0], (*InterfaceType)(unsafe.Pointer(v.Typ)).count == 0)
		if t == nil {
			return Value{}
		}
		if t.Direct() {
			return Value{t, w[1], ro}
		}
		return Value{t, w[1], flagIndir | ro}
	}
	p := v.word()
	if p == nil {
		return Value{}
	}
	return Value{v.Typ.Elem(), p, flagIndir | flagAddr | ro}
}

// MapRange is an iterator over a map.
func (v Value) MapRange() *MapIter { return &MapIter{m: v} }

// Set assigns x, of the same type, to the variable v.
func (v Value) Set(x Value) { move(v.Typ, v.Ptr, x.address()) }

// SetInt assigns to a variable of a signed kind.
func (v Value) SetInt(x int64) {
	switch v.Typ.Size {
	case 1:
		*(*int8)(v.Ptr) = int8(x)
	case 2:
		*(*int16)(v.Ptr) = int16(x)
	case 4:
		*(*int32)(v.Ptr) = int32(x)
	default:
		*(*int64)(v.Ptr) = x
	}
}

// SetUint assigns to a variable of an unsigned kind.
func (v Value) SetUint(x uint64) {
	switch v.Typ.Size {
	case 1:
		*(*uint8)(v.Ptr) = uint8(x)
	case 2:
		*(*uint16)(v.Ptr) = uint16(x)
	case 4:
		*(*uint32)(v.Ptr) = uint32(x)
	default:
		*(*uint64)(v.Ptr) = x
	}
}

// SetFloat assigns to a variable of a float kind.
func (v Value) SetFloat(x float64) {
	if v.Typ.Size == 4 {
		*(*float32)(v.Ptr) = float32(x)
	} else {
		*(*float64)(v.Ptr) = x
	}
}

// SetString assigns to a variable of kind String.
func (v Value) SetString(x string) { *(*string)(v.Ptr) = x }

// SetBool assigns to a variable of kind Bool.
func (v Value) SetBool(x bool) { *(*bool)(v.Ptr) = x }

// interfaceImplements reports whether interface type t has all methods of inter.
func interfaceImplements(inter, t *Type) bool {
	have := (*InterfaceType)(unsafe.Pointer(t)).Methods()
	i := 0
	for _, m := range (*InterfaceType)(unsafe.Pointer(inter)).Methods() {
		for i < len(have) && (have[i].Name != m.Name || have[i].PkgPath != m.PkgPath) {
			i++
		}
		if i == len(have) || have[i].Type != m.Type {
			return false
		}
	}
	return true
}

// Swapper exchanges elements i and j of the slice in s.
func Swapper(s any) func(i, j int) {
	v := ValueOf(s)
	if v.Kind() != Slice {
		panic("reflect: call of Swapper on " + kindName(v.Kind()) + " Value")
	}
	h := *(*sliceHeader)(v.Ptr)
	t := v.Typ.Elem()
	size := t.Size
	if size == 8 {
		if t.PtrData != 0 {
			p := unsafe.Slice((*unsafe.Pointer)(h.data), h.len)
			return func(i, j int) { p[i], p[j] = p[j], p[i] }
		}
		p := unsafe.Slice((*int64)(h.data), h.len)
		return func(i, j int) { p[i], p[j] = p[j], p[i] }
	}
	if t.Kind == String {
		p := unsafe.Slice((*string)(h.data), h.len)
		return func(i, j int) { p[i], p[j] = p[j], p[i] }
	}
	if size == 4 {
		p := unsafe.Slice((*int32)(h.data), h.len)
		return func(i, j int) { p[i], p[j] = p[j], p[i] }
	}
	n := h.len
	return func(i, j int) {
		if uint(i) >= uint(n) || uint(j) >= uint(n) {
			panic("reflect: slice index out of range")
		}
		p := unsafe.Add(h.data, uintptr(i)*size)
		q := unsafe.Add(h.data, uintptr(j)*size)
		exchange(p, q, size)
	}
}

// exchange swaps two elements. Whole words keep pointers intact for the collector.
func exchange(p, q unsafe.Pointer, size uintptr) {
	at := uintptr(0)
	for ; at+8 <= size; at += 8 {
		a, b := (*unsafe.Pointer)(unsafe.Add(p, at)), (*unsafe.Pointer)(unsafe.Add(q, at))
		*a, *b = *b, *a
	}
	for ; at < size; at++ {
		a, b := (*byte)(unsafe.Add(p, at)), (*byte)(unsafe.Add(q, at))
		*a, *b = *b, *a
	}
}

var kindNames = [...]string{"invalid", "bool", "int", "int8", "int16", "int32", "int64", "uint", "uint8", "uint16", "uint32", "uint64", "uintptr",
	"float32", "float64", "complex64", "complex128", "array", "chan", "func", "interface", "map", "ptr", "slice", "string", "struct", "unsafe.Pointer"}

func kindName(k Kind) string { return kindNames[k] }

// String is the kind's name.
func (k Kind) String() string { return kindNames[k] }
