package reflect

import (
	abi "internal/rtype"
	"iter"
)

// numbers counts from 0 in the type of a number.
func numbers(v Value, yield func(Value) bool) {
	t := v.typ
	if v.CanInt() {
		for i := int64(0); i < v.Int(); i++ {
			if !yield(integer(uint64(i), t, 0)) {
				return
			}
		}
		return
	}
	for i := uint64(0); i < v.Uint(); i++ {
		if !yield(integer(i, t, 0)) {
			return
		}
	}
}

func index(i int) Value { return integer(uint64(i), intType, 0) }

// Seq iterates as a range loop over v with one variable does.
func (v Value) Seq() iter.Seq[Value] {
	if v.typ != nil && isYield(v.typ, 1) && v.flag&flagMethod == 0 {
		return func(yield func(Value) bool) {
			body := MakeFunc(v.Type().In(0), func(in []Value) []Value { return []Value{ValueOf(yield(in[0])).Convert(v.Type().In(0).Out(0))} })
			v.Call([]Value{body})
		}
	}
	switch v.Kind() {
	case Int, Int8, Int16, Int32, Int64, Uint, Uint8, Uint16, Uint32, Uint64, Uintptr:
		return func(yield func(Value) bool) { numbers(v, yield) }
	case Pointer:
		if v.typ.Elem().Kind != abi.Array {
			break
		}
		return func(yield func(Value) bool) {
			for i := 0; i < v.Len(); i++ {
				if !yield(index(i)) {
					return
				}
			}
		}
	case Array, Slice:
		return func(yield func(Value) bool) {
			for i := 0; i < v.Len(); i++ {
				if !yield(index(i)) {
					return
				}
			}
		}
	case String:
		return func(yield func(Value) bool) {
			for i := range v.String() {
				if !yield(index(i)) {
					return
				}
			}
		}
	case Map:
		return func(yield func(Value) bool) {
			it := v.MapRange()
			for it.Next() {
				if !yield(it.Key()) {
					return
				}
			}
		}
	case Chan:
		return func(yield func(Value) bool) {
			for {
				x, ok := v.Recv()
				if !ok || !yield(x) {
					return
				}
			}
		}
	}
	panic("reflect: " + v.Type().String() + " cannot produce iter.Seq[Value]")
}

// Seq2 iterates as a range loop over v with two variables does.
func (v Value) Seq2() iter.Seq2[Value, Value] {
	if v.typ != nil && isYield(v.typ, 2) && v.flag&flagMethod == 0 {
		return func(yield func(Value, Value) bool) {
			body := MakeFunc(v.Type().In(0), func(in []Value) []Value { return []Value{ValueOf(yield(in[0], in[1])).Convert(v.Type().In(0).Out(0))} })
			v.Call([]Value{body})
		}
	}
	switch v.Kind() {
	case Pointer:
		if v.typ.Elem().Kind != abi.Array {
			break
		}
		return v.Elem().Seq2()
	case Array, Slice:
		return func(yield func(Value, Value) bool) {
			for i := 0; i < v.Len(); i++ {
				if !yield(index(i), v.Index(i)) {
					return
				}
			}
		}
	case String:
		return func(yield func(Value, Value) bool) {
			for i, r := range v.String() {
				if !yield(index(i), ValueOf(r)) {
					return
				}
			}
		}
	case Map:
		return func(yield func(Value, Value) bool) {
			it := v.MapRange()
			for it.Next() {
				if !yield(it.Key(), it.Value()) {
					return
				}
			}
		}
	}
	panic("reflect: " + v.Type().String() + " cannot produce iter.Seq2[Value, Value]")
}
