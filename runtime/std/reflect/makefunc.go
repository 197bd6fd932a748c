package reflect

import (
	abi "internal/rtype"
	"unsafe"
)

// madeFunc is the closure object of a function that MakeFunc makes. The code stores the registers of its call,
// calls handler with this object and the registers' address, and loads the registers again.
type madeFunc struct {
	code    unsafe.Pointer
	handler func(*madeFunc, *registers)
	typ     *abi.FuncType
	fn      func([]Value) []Value
}

// MakeFunc is a function of a type that passes its arguments to fn and returns fn's results.
func MakeFunc(typ Type, fn func(args []Value) (results []Value)) Value {
	if typ.Kind() != Func {
		panic("reflect: call of MakeFunc with non-Func type")
	}
	return makeFunc(typ.common(), fn)
}

func makeFunc(t *abi.Type, fn func([]Value) []Value) Value {
	m := &madeFunc{abi.ReflectEntry(entryMakeFunc), handleMadeFunc, (*abi.FuncType)(unsafe.Pointer(t)), fn}
	return Value{t, unsafe.Pointer(m), 0}
}

func handleMadeFunc(m *madeFunc, r *registers) {
	l := layoutOf(m.typ)
	var area unsafe.Pointer
	if l.area != 0 {
		area = r.ints[l.areaReg]
	}
	params := m.typ.Params()
	in := make([]Value, len(params))
	for i, t := range params {
		p := newObject(t)
		how := &l.params[i]
		if how.memory {
			move(t, p, *(*unsafe.Pointer)(r.at(how.places[0], false, area)))
		} else {
			r.get(how, p, area)
		}
		in[i] = fresh(t, p)
	}
	results := m.typ.Results()
	// The registers of results overwrite those of arguments: keep the addresses of result memory. It belongs to the
	// caller's stack, so no heap object may hold pointers to it.
	memory := make([]uintptr, len(results))
	for i := range results {
		if how := &l.results[i]; how.memory {
			memory[i] = *(*uintptr)(r.at(how.places[0], false, area))
		}
	}
	out := m.fn(in)
	if len(out) != len(results) {
		panic("reflect: wrong return count from function created by MakeFunc")
	}
	for i, t := range results {
		x := out[i]
		if x.typ == nil {
			panic("reflect: function created by MakeFunc using closure returned zero Value")
		}
		if x.flag&flagRO != 0 {
			panic("reflect: function created by MakeFunc using closure returned value obtained from unexported field")
		}
		x = x.assignTo("reflect.MakeFunc", t)
		how := &l.results[i]
		if how.memory {
			move(t, unsafe.Pointer(memory[i]), x.address())
		} else {
			r.put(how, x.address(), area)
		}
	}
}

// makeMethodValue is the method value v as an ordinary function.
func makeMethodValue(op string, v Value) Value {
	t := v.methodType()
	// Panics for unexported methods.
	methodReceiver(op, v)
	ro := v.flag.ro()
	// A variable of its own, never written again: the function holds a copy of it, and v need not outlive this call.
	bound := Value{v.typ, v.ptr, v.flag &^ flagRO}
	variadic := (*abi.FuncType)(unsafe.Pointer(t)).Variadic()
	f := makeFunc(t, func(args []Value) []Value {
		if variadic {
			return bound.call("CallSlice", args, true)
		}
		return bound.call("Call", args, false)
	})
	f.flag |= ro
	return f
}
