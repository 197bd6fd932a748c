package runtime

import (
	"internal/rtype"
	"internal/sys"
	"unsafe"
)

// SetFinalizer has finalizer called with obj as argument some time after obj is unreachable; nil takes that back.
func SetFinalizer(obj any, finalizer any) {
	const name = "runtime.SetFinalizer: "
	t := rtype.TypeOf(obj)
	if t == nil {
		sys.Throw(name + "first argument is nil")
	}
	if t.Kind != rtype.Pointer {
		sys.Throw(name + "first argument is " + t.Str + ", not pointer")
	}
	object := rtype.DataWord(obj)
	if object == nil {
		sys.Throw(name + "pointer not in heap")
	}
	f := rtype.TypeOf(finalizer)
	if f == nil {
		sys.SetFinalizer(object, nil, nil, 0)
		return
	}
	if f.Kind != rtype.Func {
		sys.Throw(name + "second argument is " + f.Str + ", not a function")
	}
	ft := (*rtype.FuncType)(unsafe.Pointer(f))
	if ft.Variadic() {
		sys.Throw(name + "cannot pass " + t.Str + " to finalizer " + f.Str + " because dotdotdot")
	}
	var lead unsafe.Pointer
	ok := ft.ParamCount == 1
	if ok {
		lead, ok = leadWord(t, ft.Params()[0])
	}
	if !ok {
		sys.Throw(name + "cannot pass " + t.Str + " to finalizer " + f.Str)
	}
	memory := 0
	for _, r := range ft.Results() {
		if scalars(r) > maxScalars {
			memory++
		}
	}
	if memory > 2 {
		sys.Throw(name + "finalizer " + f.Str + " has too many results")
	}
	switch sys.SetFinalizer(object, rtype.DataWord(finalizer), lead, memory) {
	case 1:
		sys.Throw(name + "pointer not at beginning of allocated block")
	case 2:
		sys.Throw(name + "finalizer already set")
	}
}

// leadWord is the word that stands before a pointer of type t in a parameter of type p: nil for pointers, a type or
// method table for interfaces.
func leadWord(t, p *rtype.Type) (word unsafe.Pointer, ok bool) {
	switch {
	case p == t:
		return nil, true
	case p.Kind == rtype.Pointer:
		return nil, (p.Name == "" || t.Name == "") && p.Elem() == t.Elem()
	case p.Kind == rtype.Interface:
		it := (*rtype.InterfaceType)(unsafe.Pointer(p))
		if it.NumMethod() == 0 {
			return unsafe.Pointer(t), true
		}
		tab := sys.FindItab(unsafe.Pointer(it), unsafe.Pointer(t))
		return tab, tab != nil
	}
	return nil, false
}

// maxScalars is how many scalars a result may have that does not travel in memory, as in the compiler's repr.rs.
const maxScalars = 8

// scalars is how many scalars a value has, more than maxScalars if it travels in memory anyway.
func scalars(t *rtype.Type) int {
	switch t.Kind {
	case rtype.Complex64, rtype.Complex128, rtype.String, rtype.Interface:
		return 2
	case rtype.Slice:
		return 3
	case rtype.Array:
		a := (*rtype.ArrayType)(unsafe.Pointer(t))
		switch {
		case a.Len == 1:
			return scalars(a.Elem)
		case a.Len == 0 || a.Elem.Size == 0:
			return 0
		}
		return maxScalars + 1
	case rtype.Struct:
		n := 0
		for _, f := range (*rtype.StructType)(unsafe.Pointer(t)).Fields() {
			n += scalars(f.Type)
		}
		return n
	}
	return 1
}

// Cleanup is the handle of a call of AddCleanup.
type Cleanup struct {
	id int
}

// AddCleanup has cleanup called with arg some time after ptr is unreachable.
func AddCleanup[T, S any](ptr *T, cleanup func(S), arg S) Cleanup {
	if ptr == nil {
		panic(plainError("runtime.AddCleanup: ptr is nil"))
	}
	if p, ok := any(arg).(*T); ok && p == ptr {
		panic(plainError("runtime.AddCleanup: ptr is equal to arg, cleanup will never run"))
	}
	f := func() { cleanup(arg) }
	return Cleanup{sys.AddCleanup(unsafe.Pointer(ptr), *(*unsafe.Pointer)(unsafe.Pointer(&f)))}
}

// Stop cancels the call, if it has not been queued.
func (c Cleanup) Stop() {
	if c.id != 0 {
		sys.StopCleanup(c.id)
	}
}
