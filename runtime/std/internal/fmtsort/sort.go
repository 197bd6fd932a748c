// Package fmtsort puts the entries of a map in the order of their keys, for printing.
package fmtsort

import "internal/rtype"

// Entry is a key with its element.
type Entry struct{ Key, Value rtype.Value }

// Sort returns the entries of m, which share its memory: numbers, strings and pointers ascending, false before true, NaN before other
// floats, structs and arrays by their parts, interfaces by type and then by value, nil first.
func Sort(m rtype.Value) []Entry {
	e := make([]Entry, 0, m.Len())
	it := m.MapRange()
	for it.Next() {
		key, elem := it.Borrowed()
		e = append(e, Entry{key, elem})
	}
	if len(e) > 1 {
		mergeSort(e, make([]Entry, len(e)))
	}
	return e
}

func mergeSort(e, tmp []Entry) {
	if len(e) <= 8 {
		for i := 1; i < len(e); i++ {
			x := e[i]
			j := i
			for j > 0 && Compare(x.Key, e[j-1].Key) < 0 {
				e[j] = e[j-1]
				j--
			}
			e[j] = x
		}
		return
	}
	m := len(e) / 2
	mergeSort(e[:m], tmp)
	mergeSort(e[m:], tmp)
	left := tmp[:m]
	copy(left, e[:m])
	i, j := 0, m
	for k := 0; i < m; k++ {
		if j < len(e) && Compare(e[j].Key, left[i].Key) < 0 {
			e[k] = e[j]
			j++
		} else {
			e[k] = left[i]
			i++
		}
	}
}

// Compare orders two values of one type.
func Compare(a, b rtype.Value) int {
	if a.Typ != b.Typ {
		return -1
	}
	less, more := false, false
	switch a.Kind() {
	case rtype.Int, rtype.Int8, rtype.Int16, rtype.Int32, rtype.Int64:
		x, y := a.Int(), b.Int()
		less, more = x < y, x > y
	case rtype.Uint, rtype.Uint8, rtype.Uint16, rtype.Uint32, rtype.Uint64, rtype.Uintptr:
		x, y := a.Uint(), b.Uint()
		less, more = x < y, x > y
	case rtype.String:
		x, y := a.String(), b.String()
		less, more = x < y, x > y
	case rtype.Float32, rtype.Float64:
		return compareFloats(a.Float(), b.Float())
	case rtype.Complex64, rtype.Complex128:
		x, y := a.Complex(), b.Complex()
		if c := compareFloats(real(x), real(y)); c != 0 {
			return c
		}
		return compareFloats(imag(x), imag(y))
	case rtype.Bool:
		x, y := a.Bool(), b.Bool()
		less, more = !x && y, x && !y
	case rtype.Pointer, rtype.UnsafePointer, rtype.Chan:
		x, y := uintptr(a.Pointer()), uintptr(b.Pointer())
		less, more = x < y, x > y
	case rtype.Struct:
		for i := 0; i < a.NumField(); i++ {
			if c := Compare(a.Field(i), b.Field(i)); c != 0 {
				return c
			}
		}
	case rtype.Array:
		for i := 0; i < a.Len(); i++ {
			if c := Compare(a.Index(i), b.Index(i)); c != 0 {
				return c
			}
		}
	case rtype.Interface:
		x, y := a.Elem(), b.Elem()
		if !x.IsValid() || !y.IsValid() {
			less, more = !x.IsValid() && y.IsValid(), x.IsValid() && !y.IsValid()
		} else if x.Typ != y.Typ {
			less, more = x.Typ.Str < y.Typ.Str, x.Typ.Str > y.Typ.Str
		} else {
			return Compare(x, y)
		}
	default:
		panic("bad type in compare: " + a.Typ.Str)
	}
	if less {
		return -1
	}
	if more {
		return 1
	}
	return 0
}

func compareFloats(x, y float64) int {
	switch {
	case x < y || x != x && y == y:
		return -1
	case x > y || x == x && y != y:
		return 1
	}
	return 0
}
