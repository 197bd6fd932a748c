package reflect

import (
	abi "internal/rtype"
	"iter"
	"unsafe"
)

// NumField is the number of fields of a struct.
func (v Value) NumField() int {
	v.mustBe(Struct, "NumField")
	return v.typ.Struct().NumField()
}

// Field is field i of a struct.
func (v Value) Field(i int) Value {
	if v.Kind() != Struct {
		v.bad("Field")
	}
	s := v.typ.Struct()
	if uint(i) >= uint(s.NumField()) {
		panic("reflect: Field index out of range")
	}
	f := &s.Fields()[i]
	fl := v.flag & (flagStickyRO | flagIndir | flagAddr)
	if !f.Exported() {
		if f.Embedded() {
			fl |= flagEmbedRO
		} else {
			fl |= flagStickyRO
		}
	}
	if fl&flagIndir == 0 {
		if f.Type.Size == 0 {
			// Beside the pointer that v is.
			return Value{f.Type, unsafe.Pointer(&zeroSized), fl | flagIndir}
		}
		return Value{f.Type, v.ptr, fl}
	}
	return Value{f.Type, unsafe.Add(v.ptr, f.Offset), fl}
}

// zeroSized is where values without bytes are.
var zeroSized [1]uint64

// FieldByIndex follows the indices through nested structs; it panics at a nil pointer.
func (v Value) FieldByIndex(index []int) Value {
	if len(index) == 1 {
		return v.Field(index[0])
	}
	v.mustBe(Struct, "FieldByIndex")
	for i, x := range index {
		if i > 0 && v.Kind() == Pointer && v.typ.Elem().Kind == abi.Struct {
			if v.IsNil() {
				panic("reflect: indirection through nil pointer to embedded struct")
			}
			v = v.Elem()
		}
		v = v.Field(x)
	}
	return v
}

// nilEmbedded is the error of FieldByIndexErr.
type nilEmbedded struct{ text string }

func (e *nilEmbedded) Error() string { return e.text }

// FieldByIndexErr is FieldByIndex with an error instead of the panic at a nil pointer.
func (v Value) FieldByIndexErr(index []int) (Value, error) {
	if len(index) == 1 {
		return v.Field(index[0]), nil
	}
	v.mustBe(Struct, "FieldByIndexErr")
	for i, x := range index {
		if i > 0 && v.Kind() == Ptr && v.typ.Elem().Kind == abi.Struct {
			if v.IsNil() {
				return Value{}, &nilEmbedded{"reflect: indirection through nil pointer to embedded struct field " + v.typ.Elem().Name}
			}
			v = v.Elem()
		}
		v = v.Field(x)
	}
	return v, nil
}

// FieldByName is the field with a name; the zero Value if there is none.
func (v Value) FieldByName(name string) Value {
	v.mustBe(Struct, "FieldByName")
	if f, ok := toRType(v.typ).FieldByName(name); ok {
		return v.FieldByIndex(f.Index)
	}
	return Value{}
}

// FieldByNameFunc is the field whose name matches; the zero Value if there is none.
func (v Value) FieldByNameFunc(match func(string) bool) Value {
	if f, ok := toRType(v.typ).FieldByNameFunc(match); ok {
		return v.FieldByIndex(f.Index)
	}
	return Value{}
}

// Fields iterates over a struct's fields and their values.
func (v Value) Fields() iter.Seq2[StructField, Value] {
	t := v.Type()
	if t.Kind() != Struct {
		panic("reflect: Fields of non-struct type " + t.String())
	}
	return func(yield func(StructField, Value) bool) {
		for i := 0; i < v.NumField(); i++ {
			if !yield(t.Field(i), v.Field(i)) {
				return
			}
		}
	}
}
