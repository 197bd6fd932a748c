package reflect

import (
	abi "internal/rtype"
	"unsafe"
)

// implements reports whether t has the methods of u, which need not be an interface.
func implements(u, t *abi.Type) bool {
	return u.Kind == abi.Interface && abi.Implements(u, t)
}

// directlyAssignable reports whether values of type v are assignable to type t without a change of representation.
func directlyAssignable(t, v *abi.Type) bool {
	if t == v {
		return true
	}
	if t.Named() && v.Named() || t.Kind != v.Kind {
		return false
	}
	if t.Kind == abi.Chan && chanDir(v) == BothDir && t.Elem() == v.Elem() {
		return true
	}
	return sameUnderlying(t, v, true)
}

// identical compares types, without regard to tags if tags is false.
func identical(t, v *abi.Type, tags bool) bool {
	if tags || t == v {
		return t == v
	}
	if t.Name != v.Name || t.Kind != v.Kind || t.PkgPath() != v.PkgPath() {
		return false
	}
	if t.Named() {
		// A defined type is identical to itself only.
		return false
	}
	return sameUnderlying(t, v, false)
}

func sameUnderlying(t, v *abi.Type, tags bool) bool {
	if t == v {
		return true
	}
	k := Kind(t.Kind)
	if k != Kind(v.Kind) {
		return false
	}
	if Bool <= k && k <= Complex128 || k == String || k == UnsafePointer {
		return true
	}
	switch k {
	case Array:
		return arrayLen(t) == arrayLen(v) && identical(t.Elem(), v.Elem(), tags)
	case Chan:
		return chanDir(t) == chanDir(v) && identical(t.Elem(), v.Elem(), tags)
	case Func:
		f, g := (*abi.FuncType)(unsafe.Pointer(t)), (*abi.FuncType)(unsafe.Pointer(v))
		return f.Variadic() == g.Variadic() && sameList(f.Params(), g.Params(), tags) && sameList(f.Results(), g.Results(), tags)
	case Interface:
		return sameMethods((*abi.InterfaceType)(unsafe.Pointer(t)).Methods(), (*abi.InterfaceType)(unsafe.Pointer(v)).Methods())
	case Map:
		return identical(t.Key(), v.Key(), tags) && identical(t.Elem(), v.Elem(), tags)
	case Pointer, Slice:
		return identical(t.Elem(), v.Elem(), tags)
	case Struct:
		a, b := t.Struct(), v.Struct()
		if a.NumField() != b.NumField() || a.PkgPath != b.PkgPath {
			return false
		}
		ff, gg := a.Fields(), b.Fields()
		for i := range ff {
			f, g := &ff[i], &gg[i]
			if f.Name != g.Name || !identical(f.Type, g.Type, tags) || tags && f.Tag != g.Tag ||
				f.Offset != g.Offset || f.Embedded() != g.Embedded() {
				return false
			}
		}
		return true
	}
	return false
}

func sameList(a, b []*abi.Type, tags bool) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if !identical(a[i], b[i], tags) {
			return false
		}
	}
	return true
}

func sameMethods(a, b []abi.InterfaceMethod) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

// assignTo is v as a value of type dst; context begins the text of the panic if it cannot be.
func (v Value) assignTo(context string, dst *abi.Type) Value {
	if v.flag&flagMethod != 0 {
		v = makeMethodValue(context, v)
	}
	switch {
	case directlyAssignable(dst, v.typ):
		return Value{dst, v.ptr, v.flag&(flagAddr|flagIndir) | v.flag.ro()}
	case implements(dst, v.typ):
		if v.Kind() == Interface && v.IsNil() {
			return zero(dst)
		}
		return intoInterface(dst, v.toInterface(false), 0)
	}
	panic(context + ": value of type " + v.typ.Str + " is not assignable to type " + dst.Str)
}

// intoInterface is a value of interface type dst that holds what x holds.
func intoInterface(dst *abi.Type, x any, ro flag) Value {
	p := newObject(dst)
	abi.StoreIface(dst, p, x)
	return Value{dst, p, flagIndir | ro}
}
