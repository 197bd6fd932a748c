package reflect

import (
	abi "internal/rtype"
	"internal/sys"
	"unsafe"
)

// MakeMap is make(map[K]V).
func MakeMap(typ Type) Value { return MakeMapWithSize(typ, 0) }

// MakeMapWithSize is make(map[K]V, n).
func MakeMapWithSize(typ Type, n int) Value {
	if typ.Kind() != Map {
		panic("reflect.MakeMapWithSize of non-map type")
	}
	t := typ.common()
	return Value{t, sys.MakeMap(unsafe.Pointer(t), n), 0}
}

// MapIndex is the element of key; the zero Value if the map lacks it.
func (v Value) MapIndex(key Value) Value {
	v.mustBe(Map, "MapIndex")
	key = key.assignTo("reflect.Value.MapIndex", v.typ.Key())
	p := sys.MapAccess(unsafe.Pointer(v.typ), v.word(), key.address())
	if p == nil {
		return Value{}
	}
	return valueAt(v.typ.Elem(), p, (v.flag | key.flag).ro())
}

// SetMapIndex sets the element of key; the zero Value deletes it.
func (v Value) SetMapIndex(key, elem Value) {
	v.mustBe(Map, "SetMapIndex")
	v.mustBeExported("SetMapIndex")
	key.mustBeExported("SetMapIndex")
	key = key.assignTo("reflect.Value.SetMapIndex", v.typ.Key())
	if elem.typ == nil {
		sys.MapDelete(unsafe.Pointer(v.typ), v.word(), key.address())
		return
	}
	elem.mustBeExported("SetMapIndex")
	elem = elem.assignTo("reflect.Value.SetMapIndex", v.typ.Elem())
	p := sys.MapAssign(unsafe.Pointer(v.typ), v.word(), key.address())
	move(v.typ.Elem(), p, elem.address())
}

// MapKeys lists the keys in no particular order.
func (v Value) MapKeys() []Value {
	v.mustBe(Map, "MapKeys")
	ro := v.flag.ro()
	out := make([]Value, 0, v.Len())
	it := MapIter{m: v}
	for it.Next() {
		out = append(out, valueAt(v.typ.Key(), it.state[0], ro))
	}
	return out
}

// A MapIter walks over a map.
type MapIter struct {
	m       Value
	started bool
	// state begins with the addresses of the key and the element.
	state [16]unsafe.Pointer
}

// MapRange is an iterator before the first entry of a map.
func (v Value) MapRange() *MapIter {
	if v.Kind() != Map {
		v.bad("MapRange")
	}
	return &MapIter{m: v}
}

// Next goes to the next entry and reports whether there is one.
func (iter *MapIter) Next() bool {
	if !iter.m.IsValid() {
		panic("MapIter.Next called on an iterator that does not have an associated map Value")
	}
	if !iter.started {
		iter.started = true
		sys.MapIterInit(unsafe.Pointer(iter.m.typ), iter.m.word(), unsafe.Pointer(&iter.state))
	} else {
		if iter.state[0] == nil {
			panic("MapIter.Next called on exhausted iterator")
		}
		sys.MapIterNext(unsafe.Pointer(&iter.state))
	}
	return iter.state[0] != nil
}

func (iter *MapIter) check(method string) {
	if !iter.started {
		panic(method + " called before Next")
	}
	if iter.state[0] == nil {
		panic(method + " called on exhausted iterator")
	}
}

// Key is the current key.
func (iter *MapIter) Key() Value {
	iter.check("MapIter.Key")
	return valueAt(iter.m.typ.Key(), iter.state[0], iter.m.flag.ro())
}

// Value is the current element.
func (iter *MapIter) Value() Value {
	iter.check("MapIter.Value")
	return valueAt(iter.m.typ.Elem(), iter.state[1], iter.m.flag.ro())
}

// Reset makes the iterator start over at another map, or at none.
func (iter *MapIter) Reset(v Value) {
	if v.IsValid() {
		v.mustBe(Map, "Reset")
	}
	*iter = MapIter{m: v}
}

// SetIterKey assigns the current key.
func (v Value) SetIterKey(iter *MapIter) {
	iter.check("reflect: Value.SetIterKey")
	v.setFrom("SetIterKey", "reflect.MapIter.SetKey", iter, iter.m.typ.Key(), iter.state[0])
}

// SetIterValue assigns the current element.
func (v Value) SetIterValue(iter *MapIter) {
	iter.check("reflect: Value.SetIterValue")
	v.setFrom("SetIterValue", "reflect.MapIter.SetValue", iter, iter.m.typ.Elem(), iter.state[1])
}

func (v Value) setFrom(method, context string, iter *MapIter, t *abi.Type, p unsafe.Pointer) {
	v.mustBeAssignable(method)
	x := Value{t, p, flagIndir | iter.m.flag.ro()}
	iter.m.mustBeExported(method)
	x = x.assignTo(context, v.typ)
	move(v.typ, v.ptr, x.address())
}
