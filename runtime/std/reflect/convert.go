package reflect

import abi "internal/rtype"

// CanConvert reports whether Convert does not panic.
func (v Value) CanConvert(t Type) bool {
	vt := v.Type()
	if !vt.ConvertibleTo(t) {
		return false
	}
	// A slice must be long enough for the array.
	if vt.Kind() == Slice {
		switch {
		case t.Kind() == Array && t.Len() > v.Len():
			return false
		case t.Kind() == Pointer && t.Elem().Kind() == Array && t.Elem().Len() > v.Len():
			return false
		}
	}
	return true
}

// Convert is v converted to type t.
func (v Value) Convert(t Type) Value {
	if v.flag&flagMethod != 0 {
		v = makeMethodValue("Convert", v)
	}
	if v.typ == nil {
		v.bad("Convert")
	}
	op := conversion(t.common(), v.typ)
	if op == nil {
		panic("reflect.Value.Convert: value of type " + v.typ.Str + " cannot be converted to type " + t.String())
	}
	return op(v, t.common())
}

// A converter converts a value to a type.
type converter func(v Value, t *abi.Type) Value

func isInt(k Kind) bool     { return Int <= k && k <= Int64 }
func isUint(k Kind) bool    { return Uint <= k && k <= Uintptr }
func isFloat(k Kind) bool   { return k == Float32 || k == Float64 }
func isComplex(k Kind) bool { return k == Complex64 || k == Complex128 }

// conversion is how values of type src become values of type dst; nil if they cannot.
func conversion(dst, src *abi.Type) converter {
	d, s := Kind(dst.Kind), Kind(src.Kind)
	switch {
	case isInt(s):
		switch {
		case isInt(d) || isUint(d):
			return func(v Value, t *abi.Type) Value { return integer(uint64(v.Int()), t, v.flag.ro()) }
		case isFloat(d):
			return func(v Value, t *abi.Type) Value { return float(float64(v.Int()), t, v.flag.ro()) }
		case d == String:
			return func(v Value, t *abi.Type) Value {
				text := "\uFFFD"
				if x := v.Int(); int64(rune(x)) == x {
					text = string(rune(x))
				}
				return stringOf(text, t, v.flag.ro())
			}
		}
	case isUint(s):
		switch {
		case isInt(d) || isUint(d):
			return func(v Value, t *abi.Type) Value { return integer(v.Uint(), t, v.flag.ro()) }
		case isFloat(d):
			return func(v Value, t *abi.Type) Value { return float(float64(v.Uint()), t, v.flag.ro()) }
		case d == String:
			return func(v Value, t *abi.Type) Value {
				text := "\uFFFD"
				if x := v.Uint(); uint64(rune(x)) == x {
					text = string(rune(x))
				}
				return stringOf(text, t, v.flag.ro())
			}
		}
	case isFloat(s):
		switch {
		case isInt(d):
			return func(v Value, t *abi.Type) Value { return integer(uint64(int64(v.Float())), t, v.flag.ro()) }
		case isUint(d):
			return func(v Value, t *abi.Type) Value { return integer(uint64(v.Float()), t, v.flag.ro()) }
		case isFloat(d):
			return func(v Value, t *abi.Type) Value { return float(v.Float(), t, v.flag.ro()) }
		}
	case isComplex(s):
		if isComplex(d) {
			return func(v Value, t *abi.Type) Value {
				p := newObject(t)
				if t.Size == 8 {
					*(*complex64)(p) = complex64(v.Complex())
				} else {
					*(*complex128)(p) = v.Complex()
				}
				return Value{t, p, flagIndir | v.flag.ro()}
			}
		}
	case s == String:
		if d == Slice && dst.Elem().PkgPath() == "" {
			switch dst.Elem().Kind {
			case abi.Uint8:
				return func(v Value, t *abi.Type) Value {
					p := newObject(t)
					*(*[]byte)(p) = []byte(*(*string)(v.ptr))
					return Value{t, p, flagIndir | v.flag.ro()}
				}
			case abi.Int32:
				return func(v Value, t *abi.Type) Value {
					p := newObject(t)
					*(*[]rune)(p) = []rune(*(*string)(v.ptr))
					return Value{t, p, flagIndir | v.flag.ro()}
				}
			}
		}
	case s == Slice:
		if d == String && src.Elem().PkgPath() == "" {
			switch src.Elem().Kind {
			case abi.Uint8:
				return func(v Value, t *abi.Type) Value { return stringOf(string(v.Bytes()), t, v.flag.ro()) }
			case abi.Int32:
				return func(v Value, t *abi.Type) Value { return stringOf(string(v.runes()), t, v.flag.ro()) }
			}
		}
		if d == Pointer && dst.Elem().Kind == abi.Array && src.Elem() == dst.Elem().Elem() {
			return sliceToArrayPointer
		}
		if d == Array && src.Elem() == dst.Elem() {
			return sliceToArray
		}
	case s == Chan:
		if d == Chan && chanDir(src) == BothDir && src.Elem() == dst.Elem() && (!src.Named() || !dst.Named()) {
			return relabel
		}
	}
	if sameUnderlying(dst, src, false) {
		return relabel
	}
	if d == Pointer && !dst.Named() && s == Pointer && !src.Named() && sameUnderlying(dst.Elem(), src.Elem(), false) {
		return relabel
	}
	if implements(dst, src) {
		return func(v Value, t *abi.Type) Value {
			if v.Kind() == Interface && v.IsNil() {
				z := zero(t)
				z.flag |= v.flag.ro()
				return z
			}
			return intoInterface(t, v.toInterface(false), v.flag.ro())
		}
	}
	return nil
}

// integer is the low bits of x as a value of an integer type.
func integer(x uint64, t *abi.Type, ro flag) Value {
	p := newObject(t)
	switch t.Size {
	case 1:
		*(*uint8)(p) = uint8(x)
	case 2:
		*(*uint16)(p) = uint16(x)
	case 4:
		*(*uint32)(p) = uint32(x)
	default:
		*(*uint64)(p) = x
	}
	return Value{t, p, flagIndir | ro}
}

func float(x float64, t *abi.Type, ro flag) Value {
	p := newObject(t)
	if t.Size == 4 {
		*(*float32)(p) = float32(x)
	} else {
		*(*float64)(p) = x
	}
	return Value{t, p, flagIndir | ro}
}

func stringOf(s string, t *abi.Type, ro flag) Value {
	p := newObject(t)
	*(*string)(p) = s
	return Value{t, p, flagIndir | ro}
}

// relabel gives a value another type of the same representation.
func relabel(v Value, t *abi.Type) Value {
	p := v.ptr
	if v.flag&flagAddr != 0 {
		return valueAt(t, p, v.flag.ro())
	}
	return Value{t, p, v.flag&flagIndir | v.flag.ro()}
}

func sliceToArrayPointer(v Value, t *abi.Type) Value {
	n := arrayLen(t.Elem())
	if n > v.Len() {
		panic("reflect: cannot convert slice with length " + itoa(v.Len()) + " to pointer to array with length " + itoa(n))
	}
	return Value{t, v.slice().data, v.flag.ro()}
}

func sliceToArray(v Value, t *abi.Type) Value {
	n := arrayLen(t)
	if n > v.Len() {
		panic("reflect: cannot convert slice with length " + itoa(v.Len()) + " to array with length " + itoa(n))
	}
	p := newObject(t)
	move(t, p, v.slice().data)
	return Value{t, p, flagIndir | v.flag.ro()}
}
