package rtype

import (
	"internal/sys"
	"unsafe"
)

// eface is an empty interface in memory.
type eface struct {
	typ  *Type
	data unsafe.Pointer
}

// itab is the head of a method table.
type itab struct {
	inter *Type
	typ   *Type
}

// TypeOf is the dynamic type of v, nil for nil.
func TypeOf(v any) *Type { return (*eface)(unsafe.Pointer(&v)).typ }

// Implements reports whether t has the methods of the interface type inter.
func Implements(inter, t *Type) bool {
	if t.Kind == Interface {
		return interfaceImplements(inter, t)
	}
	return (*InterfaceType)(unsafe.Pointer(inter)).count == 0 || sys.FindItab(unsafe.Pointer(inter), unsafe.Pointer(t)) != nil
}

// typeOfWord is the type that the first word of an interface value stands for.
func typeOfWord(word unsafe.Pointer, empty bool) *Type {
	if word == nil || empty {
		return (*Type)(word)
	}
	return (*itab)(word).typ
}

// StoreIface stores the value in v to the interface variable at p, whose type is inter and which v implements.
func StoreIface(inter *Type, p unsafe.Pointer, v any) {
	e := (*eface)(unsafe.Pointer(&v))
	if e.typ == nil || (*InterfaceType)(unsafe.Pointer(inter)).count == 0 {
		*(*eface)(p) = *e
		return
	}
	w := (*[2]unsafe.Pointer)(p)
	w[0] = sys.FindItab(unsafe.Pointer(inter), unsafe.Pointer(e.typ))
	w[1] = e.data
}

// DataWord is the second word of v.
func DataWord(v any) unsafe.Pointer { return (*eface)(unsafe.Pointer(&v)).data }

// Pack is the interface value with this dynamic type and data word.
func Pack(t *Type, data unsafe.Pointer) any { return pack(t, data) }

// Dynamic is the dynamic type and the data word of the interface variable at p, whose type is inter.
func Dynamic(inter *Type, p unsafe.Pointer) (*Type, unsafe.Pointer) {
	w := (*[2]unsafe.Pointer)(p)
	return typeOfWord(w[0], (*InterfaceType)(unsafe.Pointer(inter)).count == 0), w[1]
}

// ItabCode is the code of method i in a method table.
func ItabCode(tab unsafe.Pointer, i int) unsafe.Pointer {
	return *(*unsafe.Pointer)(unsafe.Add(tab, 24+8*i))
}

// ReflectEntry is an entry of the runtime for calls by reflection: 0 the function value that calls with given
// registers, 1 the code of functions that MakeFunc makes.
func ReflectEntry(what int) unsafe.Pointer { return sys.ReflectEntry(what) }

// ReflectValue is the type reflect.Value, nil without package reflect. Its values have the layout of Value.
var ReflectValue *Type

// Reflected is what v holds if it is a reflect.Value.
func Reflected(v any) (Value, bool) {
	if t := TypeOf(v); t == nil || t != ReflectValue {
		return Value{}, false
	}
	return *(*Value)(DataWord(v)), true
}

func pack(t *Type, data unsafe.Pointer) any {
	e := eface{t, data}
	return *(*any)(unsafe.Pointer(&e))
}

func newObject(t *Type) unsafe.Pointer { return sys.UnsafeNew(unsafe.Pointer(t)) }

func move(t *Type, dst, src unsafe.Pointer) {
	// Whole words keep pointers intact for the collector.
	sys.Memmove(dst, src, int(t.Size))
}

// MapIter walks over a map.
type MapIter struct {
	m    Value
	on   bool
	iter [16]unsafe.Pointer
}

// Next goes to the next entry and reports whether there is one.
func (it *MapIter) Next() bool {
	if !it.on {
		it.on = true
		sys.MapIterInit(unsafe.Pointer(it.m.Typ), it.m.pointer(), unsafe.Pointer(&it.iter))
	} else {
		sys.MapIterNext(unsafe.Pointer(&it.iter))
	}
	return it.iter[0] != nil
}

// Key is a copy of the current key.
func (it *MapIter) Key() Value { return it.m.copyOf(it.m.Typ.Key(), it.iter[0]) }

// Elem is a copy of the current element.
func (it *MapIter) Elem() Value { return it.m.copyOf(it.m.Typ.Elem(), it.iter[1]) }

// Borrowed is the current key and element where the map has them, for callers that do not keep them.
func (it *MapIter) Borrowed() (key, elem Value) {
	return it.m.at(it.m.Typ.Key(), it.iter[0]), it.m.at(it.m.Typ.Elem(), it.iter[1])
}

// MapIndex is a copy of the element of key, the zero Value if there is none.
func (v Value) MapIndex(key Value) Value {
	p := sys.MapAccess(unsafe.Pointer(v.Typ), v.pointer(), key.address())
	if p == nil {
		return Value{}
	}
	return v.copyOf(v.Typ.Elem(), p)
}

// SetMapIndex stores key and elem in the map.
func (v Value) SetMapIndex(key, elem Value) {
	p := sys.MapAssign(unsafe.Pointer(v.Typ), v.pointer(), key.address())
	move(v.Typ.Elem(), p, elem.address())
}
