package reflect

import (
	abi "internal/rtype"
	"sync"
	"unsafe"
)

// Call calls the function v. Variadic functions get their last arguments one by one.
func (v Value) Call(in []Value) []Value {
	v.mustBe(Func, "Call")
	v.mustBeExported("Call")
	return v.call("Call", in, false)
}

// CallSlice calls the variadic function v with the slice of its last arguments.
func (v Value) CallSlice(in []Value) []Value {
	v.mustBe(Func, "CallSlice")
	v.mustBeExported("CallSlice")
	return v.call("CallSlice", in, true)
}

func (v Value) call(op string, in []Value, isSlice bool) []Value {
	var t *abi.FuncType
	var code, lead unsafe.Pointer
	if v.flag&flagMethod != 0 {
		t, code, lead = methodReceiver(op, v)
	} else {
		t = (*abi.FuncType)(unsafe.Pointer(v.typ))
		lead = v.word()
		if lead == nil {
			panic("reflect.Value.Call: call of nil function")
		}
		code = *(*unsafe.Pointer)(lead)
	}
	in = checkArgs(op, t, in, isSlice)
	return invoke(t, code, lead, in)
}

// checkArgs checks the arguments' number and types and packs the variadic ones.
func checkArgs(op string, t *abi.FuncType, in []Value, isSlice bool) []Value {
	params := t.Params()
	n := len(params)
	variadic := t.Variadic()
	if isSlice {
		if !variadic {
			panic("reflect: CallSlice of non-variadic function")
		}
		if len(in) < n {
			panic("reflect: CallSlice with too few input arguments")
		}
		if len(in) > n {
			panic("reflect: CallSlice with too many input arguments")
		}
	} else {
		if variadic {
			n--
		}
		if len(in) < n {
			panic("reflect: Call with too few input arguments")
		}
		if !variadic && len(in) > n {
			panic("reflect: Call with too many input arguments")
		}
	}
	for _, x := range in {
		if x.Kind() == Invalid {
			panic("reflect: " + op + " using zero Value argument")
		}
	}
	for i := 0; i < n; i++ {
		xt := in[i].Type()
		if !xt.AssignableTo(toType(params[i])) {
			panic("reflect: " + op + " using " + xt.String() + " as type " + params[i].Str)
		}
	}
	if isSlice || !variadic {
		return in
	}
	m := len(in) - n
	last := params[n]
	slice := MakeSlice(toType(last), m, m)
	elem := last.Elem()
	for i := 0; i < m; i++ {
		x := in[n+i]
		if xt := x.Type(); !xt.AssignableTo(toType(elem)) {
			panic("reflect: cannot use " + xt.String() + " as type " + elem.Str + " in " + op)
		}
		slice.Index(i).Set(x)
	}
	return append(append(make([]Value, 0, n+1), in[:n]...), slice)
}

var registerSets = sync.Pool{New: func() any { return new(registers) }}

// invoke moves the arguments to their words, calls, and collects the results.
func invoke(t *abi.FuncType, code, lead unsafe.Pointer, in []Value) []Value {
	l := layoutOf(t)
	r := registerSets.Get().(*registers)
	var area unsafe.Pointer
	if l.area != 0 {
		// Made of pointers, so that the collector looks at every word.
		words := make([]unsafe.Pointer, l.area/8)
		area = unsafe.Pointer(&words[0])
		r.ints[l.areaReg] = area
	}
	*(*unsafe.Pointer)(r.at(l.lead, false, area)) = lead
	results := t.Results()
	var room [4]unsafe.Pointer
	memory := room[:min(len(results), len(room))]
	if len(results) > len(room) {
		memory = make([]unsafe.Pointer, len(results))
	}
	for i, rt := range results {
		memory[i] = newObject(rt)
		if how := &l.results[i]; how.memory {
			*(*unsafe.Pointer)(r.at(how.places[0], false, area)) = memory[i]
		}
	}
	params := t.Params()
	for i := range params {
		x := in[i]
		x.mustBeExported("Call")
		x = x.assignTo("reflect.Value.Call", params[i])
		how := &l.params[i]
		if how.memory {
			*(*unsafe.Pointer)(r.at(how.places[0], false, area)) = x.frozen()
		} else {
			r.put(how, x.address(), area)
		}
	}
	entry := abi.ReflectEntry(entryCall)
	call := *(*func(code unsafe.Pointer, r *registers))(unsafe.Pointer(&entry))
	call(code, r)
	for i := range results {
		if how := &l.results[i]; !how.memory {
			r.get(how, memory[i], area)
		}
	}
	// Registers without a result hold anything, also addresses that no heap object should hold.
	*r = registers{}
	registerSets.Put(r)
	out := make([]Value, len(results))
	for i, rt := range results {
		out[i] = fresh(rt, memory[i])
	}
	return out
}
