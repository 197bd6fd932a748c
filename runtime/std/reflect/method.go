package reflect

import (
	abi "internal/rtype"
	"iter"
	"unsafe"
)

// A Method describes a method.
type Method struct {
	// Name is the method's name.
	Name string
	// PkgPath is the package of an unexported method of an interface type, else "".
	PkgPath string
	// Type is the method's type; the receiver is the first parameter unless it belongs to an interface type.
	Type Type
	// Func takes the receiver as first argument.
	Func Value
	// Index is for Type.Method.
	Index int
}

// IsExported reports whether other packages may call the method.
func (m Method) IsExported() bool { return m.PkgPath == "" }

// exportedMethods is the sorted list of a concrete type's exported methods.
func exportedMethods(t *abi.Type) []abi.Method {
	all := t.Unc.Methods()
	n := 0
	for i := range all {
		if all[i].PkgPath == "" {
			n++
		}
	}
	if n == len(all) {
		return all
	}
	out := make([]abi.Method, 0, n)
	for i := range all {
		if all[i].PkgPath == "" {
			out = append(out, all[i])
		}
	}
	return out
}

func interfaceMethods(t *abi.Type) []abi.InterfaceMethod {
	return (*abi.InterfaceType)(unsafe.Pointer(t)).Methods()
}

// The compiler looks for the names of the next functions. If calls can reach NumMethod, Method or MethodByName of a
// type or value, the exported methods of all types whose values get into interfaces stand in their descriptors;
// with Method and MethodByName their code is kept.

func (t *rtype) NumMethod() int {
	if t.kind() == Interface {
		return len(interfaceMethods(&t.t))
	}
	return len(exportedMethods(&t.t))
}

func (t *rtype) Method(i int) Method {
	if t.kind() == Interface {
		all := interfaceMethods(&t.t)
		if i < 0 || i >= len(all) {
			// An interface without this method.
			return Method{}
		}
		m := &all[i]
		return Method{Name: m.Name, PkgPath: m.PkgPath, Type: toType(m.Type), Index: i}
	}
	all := exportedMethods(&t.t)
	if i < 0 || i >= len(all) {
		panic("reflect: Method index out of range")
	}
	m := &all[i]
	sig := (*abi.FuncType)(unsafe.Pointer(m.Type))
	in := append([]*abi.Type{&t.t}, sig.Params()...)
	ft := funcOf(in, sig.Results(), sig.Variadic())
	call := func(args []Value) []Value {
		f := args[0].method(i)
		if sig.Variadic() {
			return f.call("CallSlice", args[1:], true)
		}
		return f.call("Call", args[1:], false)
	}
	return Method{Name: m.Name, Type: toType(ft), Func: makeFunc(ft, call), Index: i}
}

func (t *rtype) Methods() iter.Seq[Method] {
	return func(yield func(Method) bool) {
		for i := 0; i < t.NumMethod(); i++ {
			if !yield(t.Method(i)) {
				return
			}
		}
	}
}

func (t *rtype) MethodByName(name string) (Method, bool) {
	if t.kind() == Interface {
		for i, m := range interfaceMethods(&t.t) {
			if m.Name == name {
				return t.Method(i), true
			}
		}
		return Method{}, false
	}
	for i, m := range exportedMethods(&t.t) {
		if m.Name == name {
			return t.Method(i), true
		}
	}
	return Method{}, false
}

// NumMethod is the number of methods that Method can return.
func (v Value) NumMethod() int {
	if v.typ == nil {
		panic(&ValueError{"reflect.Value.NumMethod", Invalid})
	}
	if v.flag&flagMethod != 0 {
		return 0
	}
	return toRType(v.typ).NumMethod()
}

// Method is method i bound to v.
func (v Value) Method(i int) Value {
	if v.typ == nil {
		panic(&ValueError{"reflect.Value.Method", Invalid})
	}
	if v.flag&flagMethod != 0 || uint(i) >= uint(toRType(v.typ).NumMethod()) {
		panic("reflect: Method index out of range")
	}
	if v.Kind() == Interface && v.IsNil() {
		panic("reflect: Method on nil interface value")
	}
	return v.method(i)
}

func (v Value) method(i int) Value {
	fl := v.flag.ro() | v.flag&flagIndir | flagMethod | flag(i)<<methodShift
	if v.flag&flagAddr != 0 {
		fl |= flagShared
	}
	return Value{v.typ, v.ptr, fl}
}

// MethodByName is the method with a name bound to v; the zero Value if there is none.
func (v Value) MethodByName(name string) Value {
	if v.typ == nil {
		panic(&ValueError{"reflect.Value.MethodByName", Invalid})
	}
	if v.flag&flagMethod != 0 {
		return Value{}
	}
	if v.Kind() == Interface {
		for i, m := range interfaceMethods(v.typ) {
			if m.Name == name {
				return v.Method(i)
			}
		}
		return Value{}
	}
	for i, m := range exportedMethods(v.typ) {
		if m.Name == name {
			return v.Method(i)
		}
	}
	return Value{}
}

// Methods iterates over the methods and their values bound to v.
func (v Value) Methods() iter.Seq2[Method, Value] {
	return func(yield func(Method, Value) bool) {
		t := v.Type()
		for i := 0; i < v.NumMethod(); i++ {
			if !yield(t.Method(i), v.Method(i)) {
				return
			}
		}
	}
}

// methodType is the type of a method value.
func (v Value) methodType() *abi.Type {
	i := int(v.flag >> methodShift)
	if v.typ.Kind == abi.Interface {
		all := interfaceMethods(v.typ)
		if uint(i) >= uint(len(all)) {
			panic("reflect: internal error: invalid method index")
		}
		return all[i].Type
	}
	return exportedMethods(v.typ)[i].Type
}

// methodReceiver is what a call of a method value needs: the code and the data word that it takes as receiver.
func methodReceiver(op string, v Value) (t *abi.FuncType, code, word unsafe.Pointer) {
	i := int(v.flag >> methodShift)
	if v.typ.Kind == abi.Interface {
		m := &interfaceMethods(v.typ)[i]
		if m.PkgPath != "" {
			panic("reflect: " + op + " of unexported method")
		}
		w := (*[2]unsafe.Pointer)(v.ptr)
		if w[0] == nil {
			panic("reflect: " + op + " of method on nil interface value")
		}
		return (*abi.FuncType)(unsafe.Pointer(m.Type)), abi.ItabCode(w[0], i), w[1]
	}
	m := &exportedMethods(v.typ)[i]
	if m.Code == nil {
		panic("reflect: method " + v.typ.Str + "." + m.Name + " was not kept by the compiler")
	}
	switch {
	case v.typ.Direct():
		word = v.word()
	case v.flag&flagShared != 0:
		word = copyOf(v.typ, v.ptr)
	default:
		word = v.ptr
	}
	return (*abi.FuncType)(unsafe.Pointer(m.Type)), m.Code, word
}
