package reflect

import (
	abi "internal/rtype"
	"internal/sys"
	"unsafe"
)

// Value is a Go value of any type: what an interface holds, or a part of it, or a variable. The zero Value is no value.
//
// The layout and the lower flags are those of internal/rtype's Value: fmt reads a Value as one of those.
type Value struct {
	typ *abi.Type
	// ptr points to the value if flagIndir is set; else it is the value, a single pointer.
	ptr  unsafe.Pointer
	flag flag
}

type flag uintptr

const (
	flagIndir    flag = 1  // ptr points to the value
	flagAddr     flag = 2  // the value is a variable
	flagStickyRO flag = 4  // reached through an unexported field that is not embedded
	flagEmbedRO  flag = 8  // reached through an unexported embedded field
	flagMethod   flag = 16 // a method value: typ and ptr are the receiver, the bits from methodShift on the index
	flagShared   flag = 32 // with flagMethod: the receiver is a variable, read when the method is called
	methodShift       = 8

	flagRO = flagStickyRO | flagEmbedRO
)

func init() { abi.ReflectValue = abi.TypeOf(Value{}) }

// ro is what a part of a value inherits.
func (f flag) ro() flag {
	if f&flagRO != 0 {
		return flagStickyRO
	}
	return 0
}

// A ValueError is the panic of a method that does not apply to a Value.
type ValueError struct {
	Method string
	Kind   Kind
}

// Error is the text.
func (e *ValueError) Error() string {
	if e.Kind == 0 {
		return "reflect: call of " + e.Method + " on zero Value"
	}
	return "reflect: call of " + e.Method + " on " + e.Kind.String() + " Value"
}

// methodName is how panics name a method of Value; "" stands for a function of the package.
func methodName(method string) string {
	if method == "" {
		return "unknown method"
	}
	return "reflect.Value." + method
}

// bad panics because method does not apply to v.
func (v Value) bad(method string) {
	panic(&ValueError{methodName(method), v.Kind()})
}

func (v Value) mustBe(k Kind, method string) {
	if v.Kind() != k {
		v.bad(method)
	}
}

func (v Value) mustBeExported(method string) {
	if v.typ == nil {
		v.bad(method)
	}
	if v.flag&flagRO != 0 {
		panic("reflect: " + methodName(method) + " using value obtained using unexported field")
	}
}

func (v Value) mustBeAssignable(method string) {
	v.mustBeExported(method)
	if v.flag&flagAddr == 0 {
		panic("reflect: " + methodName(method) + " using unaddressable value")
	}
}

// ValueOf is the value that i holds; the zero Value for nil.
func ValueOf(i any) Value {
	t := abi.TypeOf(i)
	if t == nil {
		return Value{}
	}
	return unpack(t, abi.DataWord(i))
}

// unpack is the value of an interface with this type and data word.
func unpack(t *abi.Type, word unsafe.Pointer) Value {
	if t.Direct() {
		return Value{t, word, 0}
	}
	return Value{t, word, flagIndir}
}

// IsValid reports whether v is not the zero Value.
func (v Value) IsValid() bool { return v.typ != nil }

// Kind is the kind of v's type, Invalid for the zero Value.
func (v Value) Kind() Kind {
	if v.flag&flagMethod != 0 {
		return Func
	}
	if v.typ == nil {
		return Invalid
	}
	return Kind(v.typ.Kind)
}

// Type is v's type.
func (v Value) Type() Type {
	if v.typ == nil {
		panic(&ValueError{"reflect.Value.Type", Invalid})
	}
	if v.flag&flagMethod != 0 {
		return toType(v.methodType())
	}
	return toType(v.typ)
}

// CanAddr reports whether v is a variable.
func (v Value) CanAddr() bool { return v.flag&flagAddr != 0 }

// CanSet reports whether v is a variable that may be assigned.
func (v Value) CanSet() bool { return v.flag&(flagAddr|flagRO) == flagAddr }

// CanInterface reports whether Interface does not panic.
func (v Value) CanInterface() bool {
	if v.typ == nil {
		panic(&ValueError{"reflect.Value.CanInterface", Invalid})
	}
	return v.flag&flagRO == 0
}

// Interface is v in an interface.
func (v Value) Interface() any { return v.toInterface(true) }

func (v Value) toInterface(safe bool) any {
	if v.typ == nil {
		panic(&ValueError{"reflect.Value.Interface", Invalid})
	}
	if safe && v.flag&flagRO != 0 {
		panic("reflect.Value.Interface: cannot return value obtained from unexported field or method")
	}
	if v.flag&flagMethod != 0 {
		m := makeMethodValue("Interface", v)
		return abi.Pack(m.typ, m.word())
	}
	if v.typ.Kind == abi.Interface {
		t, word := v.dynamic()
		if t == nil {
			return nil
		}
		return abi.Pack(t, word)
	}
	return v.pack()
}

// pack is v, not an interface, in an interface. A variable is copied.
func (v Value) pack() any {
	switch {
	case v.typ.Direct():
		return abi.Pack(v.typ, v.word())
	case v.flag&flagAddr != 0:
		return abi.Pack(v.typ, copyOf(v.typ, v.ptr))
	}
	return abi.Pack(v.typ, v.ptr)
}

// dynamic is the type and the data word that an interface variable holds.
func (v Value) dynamic() (*abi.Type, unsafe.Pointer) {
	return abi.Dynamic(v.typ, v.ptr)
}

// InterfaceData is a pair of unspecified words.
func (v Value) InterfaceData() [2]uintptr {
	v.mustBe(Interface, "InterfaceData")
	return *(*[2]uintptr)(v.ptr)
}

// word is the single word of a pointer-shaped value.
func (v Value) word() unsafe.Pointer {
	if v.flag&flagIndir != 0 {
		return *(*unsafe.Pointer)(v.ptr)
	}
	return v.ptr
}

// address points to the value's bytes; for a value held in v itself into v.
func (v *Value) address() unsafe.Pointer {
	if v.flag&flagIndir != 0 {
		return v.ptr
	}
	return unsafe.Pointer(&v.ptr)
}

// frozen points to bytes that nobody writes any more.
func (v *Value) frozen() unsafe.Pointer {
	if v.flag&flagAddr != 0 {
		return copyOf(v.typ, v.ptr)
	}
	if v.flag&flagIndir == 0 {
		p := new(unsafe.Pointer)
		*p = v.ptr
		return unsafe.Pointer(p)
	}
	return v.ptr
}

func newObject(t *abi.Type) unsafe.Pointer { return sys.UnsafeNew(unsafe.Pointer(t)) }

func move(t *abi.Type, dst, src unsafe.Pointer) {
	if t.Size != 0 {
		sys.Memmove(dst, src, int(t.Size))
	}
}

func copyOf(t *abi.Type, p unsafe.Pointer) unsafe.Pointer {
	c := newObject(t)
	move(t, c, p)
	return c
}

// valueAt is a copy of the value at p.
func valueAt(t *abi.Type, p unsafe.Pointer, ro flag) Value {
	if t.Direct() {
		return Value{t, *(*unsafe.Pointer)(p), ro}
	}
	return Value{t, copyOf(t, p), flagIndir | ro}
}

// fresh is the value at p, which belongs to it.
func fresh(t *abi.Type, p unsafe.Pointer) Value {
	if t.Direct() {
		return Value{t, *(*unsafe.Pointer)(p), 0}
	}
	return Value{t, p, flagIndir}
}

// Elem is what an interface holds or a pointer points to; the zero Value for nil.
func (v Value) Elem() Value {
	switch v.Kind() {
	case Interface:
		t, word := v.dynamic()
		if t == nil {
			return Value{}
		}
		x := unpack(t, word)
		x.flag |= v.flag.ro()
		return x
	case Pointer:
		p := v.word()
		if p == nil {
			return Value{}
		}
		return Value{v.typ.Elem(), p, flagIndir | flagAddr | v.flag.ro()}
	}
	panic(&ValueError{"reflect.Value.Elem", v.Kind()})
}

// Indirect is what v points to, or v itself if it is no pointer.
func Indirect(v Value) Value {
	if v.Kind() != Pointer {
		return v
	}
	return v.Elem()
}

// Addr is a pointer to the variable v.
func (v Value) Addr() Value {
	if v.flag&flagAddr == 0 {
		panic("reflect.Value.Addr of unaddressable value")
	}
	return Value{pointerTo(v.typ), v.ptr, v.flag.ro()}
}

// UnsafeAddr is the address of the variable v.
func (v Value) UnsafeAddr() uintptr {
	if v.typ == nil {
		v.bad("UnsafeAddr")
	}
	if v.flag&flagAddr == 0 {
		panic("reflect.Value.UnsafeAddr of unaddressable value")
	}
	return uintptr(v.ptr)
}

// Zero is the zero value of a type.
func Zero(typ Type) Value {
	if typ == nil {
		panic("reflect: Zero(nil)")
	}
	return zero(typ.common())
}

func zero(t *abi.Type) Value {
	if t.Direct() {
		return Value{t, nil, 0}
	}
	return Value{t, newObject(t), flagIndir}
}

// New is a pointer to a new zero value of a type.
func New(typ Type) Value {
	if typ == nil {
		panic("reflect: New(nil)")
	}
	t := typ.common()
	return Value{pointerTo(t), newObject(t), 0}
}

// NewAt is a pointer to the value of a type at p.
func NewAt(typ Type, p unsafe.Pointer) Value {
	return Value{pointerTo(typ.common()), p, 0}
}

// IsNil reports whether a channel, function, interface, map, pointer or slice is nil.
func (v Value) IsNil() bool {
	switch v.Kind() {
	case Func:
		if v.flag&flagMethod != 0 {
			return false
		}
		return v.word() == nil
	case Chan, Map, Pointer, UnsafePointer:
		return v.word() == nil
	case Interface, Slice:
		return *(*unsafe.Pointer)(v.ptr) == nil
	}
	panic(&ValueError{"reflect.Value.IsNil", v.Kind()})
}

// Pointer is a channel's, function's, map's, pointer's, slice's or string's address.
func (v Value) Pointer() uintptr {
	switch v.Kind() {
	case Pointer, Chan, Map, UnsafePointer, Func, Slice, String:
		return uintptr(v.UnsafePointer())
	}
	panic(&ValueError{"reflect.Value.Pointer", v.Kind()})
}

// UnsafePointer is the same as an unsafe.Pointer.
func (v Value) UnsafePointer() unsafe.Pointer {
	switch v.Kind() {
	case Pointer, Chan, Map, UnsafePointer:
		return v.word()
	case Func:
		if v.flag&flagMethod != 0 {
			// All method values share one address.
			return abi.ReflectEntry(entryMakeFunc)
		}
		p := v.word()
		if p != nil {
			// The code, which a closure begins with.
			p = *(*unsafe.Pointer)(p)
		}
		return p
	case Slice, String:
		return *(*unsafe.Pointer)(v.ptr)
	}
	panic(&ValueError{"reflect.Value.UnsafePointer", v.Kind()})
}

// TypeAssert is v.Interface().(T).
func TypeAssert[T any](v Value) (T, bool) {
	if v.typ == nil {
		panic(&ValueError{"reflect.TypeAssert", Invalid})
	}
	if v.flag&flagRO != 0 {
		panic("reflect.TypeAssert: cannot return value obtained from unexported field or method")
	}
	x, ok := v.toInterface(false).(T)
	return x, ok
}
