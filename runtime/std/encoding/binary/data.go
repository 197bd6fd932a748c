package binary

import (
	"errors"
	"internal/rtype"
	"io"
	"math"
)

var errBufferTooSmall = errors.New("buffer too small")

// typeSize is the number of bytes of a type of fixed size, -1 for others.
func typeSize(t *rtype.Type) int {
	switch t.Kind {
	case rtype.Bool, rtype.Int8, rtype.Uint8, rtype.Int16, rtype.Uint16, rtype.Int32, rtype.Uint32, rtype.Int64, rtype.Uint64,
		rtype.Float32, rtype.Float64, rtype.Complex64, rtype.Complex128:
		return int(t.Size)
	case rtype.Array:
		n := typeSize(t.Elem())
		if n < 0 {
			return -1
		}
		if t.Elem().Size == 0 {
			return 0
		}
		return n * int(t.Size/t.Elem().Size)
	case rtype.Struct:
		sum := 0
		for _, f := range t.Struct().Fields() {
			n := typeSize(f.Type)
			if n < 0 {
				return -1
			}
			sum += n
		}
		return sum
	}
	return -1
}

// dataSize is the number of bytes of a value of fixed size or a slice of such values, -1 for others.
func dataSize(v rtype.Value) int {
	switch {
	case !v.IsValid():
		return -1
	case v.Kind() == rtype.Slice:
		n := typeSize(v.Typ.Elem())
		if n < 0 {
			return -1
		}
		return n * v.Len()
	}
	return typeSize(v.Typ)
}

// target is what a pointer points to, or the value itself.
func target(data any) rtype.Value {
	v := rtype.ValueOf(data)
	if v.IsValid() && v.Kind() == rtype.Pointer {
		if v.IsNil() {
			return rtype.Value{}
		}
		v = v.Elem()
	}
	return v
}

// Size is how many bytes Write would write for v, which may be a pointer to a value; -1 if v has no fixed size.
func Size(v any) int { return dataSize(target(v)) }

func typeName(data any) string {
	if t := rtype.TypeOf(data); t != nil {
		return t.String()
	}
	return "<nil>"
}

// Append appends the bytes of data, which is as for Write.
func Append(buf []byte, order ByteOrder, data any) ([]byte, error) {
	v := target(data)
	n := dataSize(v)
	if n < 0 {
		return nil, errors.New("binary.Append: some values are not fixed-sized in type " + typeName(data))
	}
	old := len(buf)
	buf = append(buf, make([]byte, n)...)
	encode(buf[old:], order, v)
	return buf, nil
}

// Encode writes the bytes of data, which is as for Write, to buf and returns their number.
func Encode(buf []byte, order ByteOrder, data any) (int, error) {
	v := target(data)
	n := dataSize(v)
	if n < 0 {
		return 0, errors.New("binary.Encode: some values are not fixed-sized in type " + typeName(data))
	}
	if len(buf) < n {
		return 0, errBufferTooSmall
	}
	encode(buf[:n], order, v)
	return n, nil
}

// Write writes data: a value of fixed size, a slice of such values or a pointer to either. Blank fields are zeros.
func Write(w io.Writer, order ByteOrder, data any) error {
	v := target(data)
	n := dataSize(v)
	if n < 0 {
		return errors.New("binary.Write: some values are not fixed-sized in type " + typeName(data))
	}
	buf := make([]byte, n)
	encode(buf, order, v)
	_, err := w.Write(buf)
	return err
}

// destination is what data, a pointer or a slice, gives to write to.
func destination(data any) rtype.Value {
	v := rtype.ValueOf(data)
	if v.IsValid() {
		switch v.Kind() {
		case rtype.Pointer:
			if !v.IsNil() {
				return v.Elem()
			}
		case rtype.Slice:
			return v
		}
	}
	return rtype.Value{}
}

// Decode reads data, a pointer to a value of fixed size or a slice of such values, from buf and returns the number of bytes.
func Decode(buf []byte, order ByteOrder, data any) (int, error) {
	v := destination(data)
	n := dataSize(v)
	if n < 0 {
		return 0, errors.New("binary.Decode: invalid type " + typeName(data))
	}
	if len(buf) < n {
		return 0, errBufferTooSmall
	}
	decode(buf[:n], order, v)
	return n, nil
}

// Read reads data, a pointer to a value of fixed size or a slice of such values. Blank fields are skipped. The error is
// io.EOF only if there was no byte at all.
func Read(r io.Reader, order ByteOrder, data any) error {
	v := destination(data)
	n := dataSize(v)
	if n < 0 {
		return errors.New("binary.Read: invalid type " + typeName(data))
	}
	buf := make([]byte, n)
	if _, err := io.ReadFull(r, buf); err != nil {
		return err
	}
	decode(buf, order, v)
	return nil
}

// encode writes v to b and returns the rest of b.
func encode(b []byte, order ByteOrder, v rtype.Value) []byte {
	size := int(v.Typ.Size)
	switch v.Kind() {
	case rtype.Array, rtype.Slice:
		if v.Typ.Elem().Kind == rtype.Uint8 && v.Kind() == rtype.Slice {
			return b[copy(b, v.Bytes()):]
		}
		for i, n := 0, v.Len(); i < n; i++ {
			b = encode(b, order, v.Index(i))
		}
		return b
	case rtype.Struct:
		for i, f := range v.Typ.Struct().Fields() {
			if f.Name == "_" {
				n := typeSize(f.Type)
				clear(b[:n])
				b = b[n:]
				continue
			}
			b = encode(b, order, v.Field(i))
		}
		return b
	case rtype.Bool:
		b[0] = 0
		if v.Bool() {
			b[0] = 1
		}
	case rtype.Int8, rtype.Int16, rtype.Int32, rtype.Int64:
		put(b, order, size, uint64(v.Int()))
	case rtype.Uint8, rtype.Uint16, rtype.Uint32, rtype.Uint64:
		put(b, order, size, v.Uint())
	case rtype.Float32:
		order.PutUint32(b, math.Float32bits(float32(v.Float())))
	case rtype.Float64:
		order.PutUint64(b, math.Float64bits(v.Float()))
	case rtype.Complex64:
		c := v.Complex()
		order.PutUint32(b, math.Float32bits(float32(real(c))))
		order.PutUint32(b[4:], math.Float32bits(float32(imag(c))))
	case rtype.Complex128:
		c := v.Complex()
		order.PutUint64(b, math.Float64bits(real(c)))
		order.PutUint64(b[8:], math.Float64bits(imag(c)))
	}
	return b[size:]
}

func put(b []byte, order ByteOrder, size int, x uint64) {
	switch size {
	case 1:
		b[0] = byte(x)
	case 2:
		order.PutUint16(b, uint16(x))
	case 4:
		order.PutUint32(b, uint32(x))
	case 8:
		order.PutUint64(b, x)
	}
}

func get(b []byte, order ByteOrder, size int) uint64 {
	switch size {
	case 1:
		return uint64(b[0])
	case 2:
		return uint64(order.Uint16(b))
	case 4:
		return uint64(order.Uint32(b))
	}
	return order.Uint64(b)
}

// decode reads v, which is a variable or a slice, from b and returns the rest of b.
func decode(b []byte, order ByteOrder, v rtype.Value) []byte {
	size := int(v.Typ.Size)
	switch v.Kind() {
	case rtype.Array, rtype.Slice:
		if v.Typ.Elem().Kind == rtype.Uint8 && v.Kind() == rtype.Slice {
			return b[copy(v.Bytes(), b):]
		}
		for i, n := 0, v.Len(); i < n; i++ {
			b = decode(b, order, v.Index(i))
		}
		return b
	case rtype.Struct:
		for i, f := range v.Typ.Struct().Fields() {
			if f.Name == "_" {
				b = b[typeSize(f.Type):]
				continue
			}
			b = decode(b, order, v.Field(i))
		}
		return b
	case rtype.Bool:
		v.SetBool(b[0] != 0)
	case rtype.Int8, rtype.Int16, rtype.Int32, rtype.Int64:
		shift := 64 - 8*uint(size)
		v.SetInt(int64(get(b, order, size)<<shift) >> shift)
	case rtype.Uint8, rtype.Uint16, rtype.Uint32, rtype.Uint64:
		v.SetUint(get(b, order, size))
	case rtype.Float32:
		v.SetFloat(float64(math.Float32frombits(order.Uint32(b))))
	case rtype.Float64:
		v.SetFloat(math.Float64frombits(order.Uint64(b)))
	case rtype.Complex64:
		*(*complex64)(v.Address()) = complex(math.Float32frombits(order.Uint32(b)), math.Float32frombits(order.Uint32(b[4:])))
	case rtype.Complex128:
		*(*complex128)(v.Address()) = complex(math.Float64frombits(order.Uint64(b)), math.Float64frombits(order.Uint64(b[8:])))
	}
	return b[size:]
}
