package json

import (
	"encoding"
	"encoding/base64"
	"errors"
	"fmt"
	"reflect"
	"strconv"
	"strings"
	"unsafe"
)

// Unmarshal stores the JSON value in data to what v points to.
func Unmarshal(data []byte, v any) error {
	if err := checkValid(data); err != nil {
		return err
	}
	var room [8]step
	d := decoder{data: data, path: room[:0]}
	return d.decode(v)
}

// view is b as a string that is not kept.
func view(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }

// decoder walks over a valid text. The first error that is not about syntax is kept; the walk goes on.
type decoder struct {
	data      []byte
	at        int
	base      int64 // of data in the input
	err       error
	useNumber bool
	strict    bool // unknown fields are errors
	root      reflect.Type
	path      []step
}

// step leads from a value into a part of it.
type step struct {
	name  string
	index int // if name is ""
	list  bool
}

func (d *decoder) decode(v any) error {
	p := reflect.ValueOf(v)
	if p.Kind() != reflect.Pointer || p.IsNil() {
		return &InvalidUnmarshalError{reflect.TypeOf(v)}
	}
	d.root = p.Type().Elem()
	d.at = skipSpace(d.data, d.at)
	d.value(p, false)
	return d.err
}

func (d *decoder) save(err error) {
	if d.err == nil {
		d.err = err
	}
}

// mismatch notes that a JSON value does not fit a type. end is the index behind the value's first token.
func (d *decoder) mismatch(what string, t reflect.Type, end int, err error) {
	if d.err != nil {
		return
	}
	e := &UnmarshalTypeError{Value: what, Type: t, Offset: d.base + int64(end), Err: err}
	var b strings.Builder
	for i, s := range d.path {
		if i > 0 {
			b.WriteByte('.')
		}
		if s.list {
			b.WriteString(strconv.Itoa(s.index))
		} else {
			b.WriteString(s.name)
		}
	}
	e.Field = b.String()
	if root := d.root; len(d.path) > 0 {
		for root.Kind() == reflect.Pointer {
			root = root.Elem()
		}
		if root.Kind() == reflect.Struct {
			e.Struct = root.Name()
		}
	}
	d.err = e
}

func (d *decoder) push(s step) { d.path = append(d.path, s) }
func (d *decoder) pop()        { d.path = d.path[:len(d.path)-1] }

// kindAt names the JSON value at d.at.
func (d *decoder) kindAt() string {
	switch d.data[d.at] {
	case '{':
		return "object"
	case '[':
		return "array"
	case '"':
		return "string"
	case 't', 'f':
		return "bool"
	case 'n':
		return "null"
	}
	return "number"
}

// tokenEnd is the index behind the first token of the value at d.at.
func (d *decoder) tokenEnd() int {
	if c := d.data[d.at]; c == '{' || c == '[' {
		return d.at + 1
	}
	return skipValue(d.data, d.at)
}

// indirect walks through pointers, which it makes, to what the value at d.at is stored to, or to methods that read it.
func (d *decoder) indirect(v reflect.Value, isNull bool) (Unmarshaler, encoding.TextUnmarshaler, reflect.Value) {
	if v.Kind() != reflect.Pointer && v.Type().Name() != "" && v.CanAddr() {
		v = v.Addr()
	}
	for {
		if v.Kind() == reflect.Interface && !v.IsNil() {
			e := v.Elem()
			if e.Kind() == reflect.Pointer && !e.IsNil() && (!isNull || e.Elem().Kind() == reflect.Pointer) {
				v = e
				continue
			}
		}
		if v.Kind() != reflect.Pointer {
			return nil, nil, v
		}
		if isNull && v.CanSet() {
			return nil, nil, v
		}
		if v.Elem().Kind() == reflect.Interface && v.Elem().Elem() == v {
			// A pointer to itself.
			return nil, nil, v.Elem()
		}
		if v.IsNil() {
			v.Set(reflect.New(v.Type().Elem()))
		}
		if t := v.Type(); v.CanInterface() && t.Elem() != numberType {
			if t.Implements(unmarshalerType) {
				return v.Interface().(Unmarshaler), nil, reflect.Value{}
			}
			if !isNull && t.Implements(textUnmarshalerType) {
				return nil, v.Interface().(encoding.TextUnmarshaler), reflect.Value{}
			}
		}
		v = v.Elem()
	}
}

// value stores the value at d.at to v. quoted: it stands in a string, by the option of a field.
func (d *decoder) value(v reflect.Value, quoted bool) {
	start := d.at
	isNull := d.data[start] == 'n'
	u, text, v := d.indirect(v, isNull)
	switch {
	case u != nil:
		d.at = skipValue(d.data, start)
		if err := u.UnmarshalJSON(d.data[start:d.at]); err != nil {
			d.save(err)
		}
		return
	case text != nil:
		if d.data[start] != '"' {
			t := reflect.TypeOf(text).Elem()
			d.mismatch(d.kindAt(), t, d.tokenEnd(), errors.New("JSON value must be string type"))
			d.at = skipValue(d.data, start)
			return
		}
		d.at = skipValue(d.data, start)
		if err := text.UnmarshalText(unquote(d.data[start:d.at])); err != nil {
			d.save(err)
		}
		return
	case isNull:
		d.at = skipValue(d.data, start)
		switch v.Kind() {
		case reflect.Interface, reflect.Pointer, reflect.Map, reflect.Slice:
			v.SetZero()
		}
		return
	}
	if v.Kind() == reflect.Interface {
		if v.NumMethod() > 0 {
			d.mismatch(d.kindAt(), v.Type(), start, nil)
			d.at = skipValue(d.data, start)
			return
		}
		x := d.any()
		v.Set(reflect.ValueOf(x))
		return
	}
	switch d.data[start] {
	case '{':
		d.object(v)
	case '[':
		d.array(v)
	default:
		d.at = skipValue(d.data, start)
		d.scalar(d.data[start:d.at], v, quoted)
	}
}

// skipAs notes the mismatch and goes on behind the value.
func (d *decoder) skipAs(what string, t reflect.Type) {
	d.mismatch(what, t, d.tokenEnd(), nil)
	d.at = skipValue(d.data, d.at)
}

func (d *decoder) array(v reflect.Value) {
	switch v.Kind() {
	case reflect.Array, reflect.Slice:
	default:
		d.skipAs("array", v.Type())
		return
	}
	d.at = skipSpace(d.data, d.at+1)
	i := 0
	for d.data[d.at] != ']' {
		if d.data[d.at] == ',' {
			d.at = skipSpace(d.data, d.at+1)
		}
		if v.Kind() == reflect.Slice {
			if i >= v.Cap() {
				v.Grow(1)
			}
			if i >= v.Len() {
				v.SetLen(i + 1)
			}
		}
		if i < v.Len() {
			d.push(step{index: i, list: true})
			d.value(v.Index(i), false)
			d.pop()
		} else {
			d.at = skipValue(d.data, d.at)
		}
		i++
		d.at = skipSpace(d.data, d.at)
	}
	d.at++
	if v.Kind() == reflect.Array {
		for ; i < v.Len(); i++ {
			v.Index(i).SetZero()
		}
		return
	}
	v.SetLen(i)
	if i == 0 {
		v.Set(reflect.MakeSlice(v.Type(), 0, 0))
	}
}

func (d *decoder) object(v reflect.Value) {
	switch v.Kind() {
	case reflect.Map:
		if v.IsNil() {
			v.Set(reflect.MakeMap(v.Type()))
		}
	case reflect.Struct:
	default:
		d.skipAs("object", v.Type())
		return
	}
	d.at = skipSpace(d.data, d.at+1)
	for d.data[d.at] != '}' {
		if d.data[d.at] == ',' {
			d.at = skipSpace(d.data, d.at+1)
		}
		start := d.at
		d.at = skipValue(d.data, start)
		name := unquote(d.data[start:d.at])
		keyEnd := d.at
		d.at = skipSpace(d.data, skipSpace(d.data, d.at)+1)
		if v.Kind() == reflect.Map {
			key := string(name)
			d.push(step{name: key})
			d.member(v, key, keyEnd)
			d.pop()
		} else {
			d.field(v, view(name))
		}
		d.at = skipSpace(d.data, d.at)
	}
	d.at++
}

// field stores the value at d.at to a field of struct v.
func (d *decoder) field(v reflect.Value, key string) {
	f := cachedFields(v.Type()).find(key)
	if f == nil {
		if d.strict {
			d.save(fmt.Errorf("json: unknown field %q", key))
		}
		d.at = skipValue(d.data, d.at)
		return
	}
	for k, at := range f.index {
		if k > 0 && v.Kind() == reflect.Pointer {
			if v.IsNil() {
				if !v.CanSet() {
					d.save(fmt.Errorf("json: cannot set embedded pointer to unexported struct: %v", v.Type().Elem()))
					d.at = skipValue(d.data, d.at)
					return
				}
				v.Set(reflect.New(v.Type().Elem()))
			}
			v = v.Elem()
		}
		v = v.Field(at)
	}
	d.push(step{name: f.name})
	if f.quoted {
		d.quotedField(v)
	} else {
		d.value(v, false)
	}
	d.pop()
}

// quotedField reads a value that stands in a string.
func (d *decoder) quotedField(v reflect.Value) {
	start := d.at
	t := v.Type()
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	switch d.data[start] {
	case 'n':
		d.value(v, false)
	case '"':
		d.at = skipValue(d.data, start)
		inner := unquote(d.data[start:d.at])
		if t.Kind() == reflect.String && t != numberType && (len(inner) == 0 || inner[0] != '"') && string(inner) != "null" {
			err := badChar(inner, 0, "looking for beginning of object key string")
			d.mismatch("string", t, d.at, err)
			return
		}
		if checkValid(inner) != nil || inner[0] == '{' || inner[0] == '[' || len(inner) != len(strings.TrimSpace(string(inner))) {
			if t.Kind() == reflect.Bool {
				d.mismatch(fmt.Sprintf("string %q", inner), t, d.at, strconv.ErrSyntax)
			} else {
				d.mismatch("number "+string(inner), t, d.at, nil)
			}
			return
		}
		sub := decoder{data: inner, root: d.root, path: d.path, useNumber: d.useNumber, base: d.base + int64(d.at-len(inner))}
		sub.value(v, true)
		if sub.err != nil {
			d.save(sub.err)
		}
	default:
		d.skipAs(d.kindAt(), t)
	}
}

// member stores the value at d.at under a key of map v.
func (d *decoder) member(v reflect.Value, key string, keyEnd int) {
	t := v.Type()
	elem := reflect.New(t.Elem()).Elem()
	kt := t.Key()
	var k reflect.Value
	switch {
	case reflect.PointerTo(kt).Implements(textUnmarshalerType):
		p := reflect.New(kt)
		if err := p.Interface().(encoding.TextUnmarshaler).UnmarshalText([]byte(key)); err != nil {
			d.save(err)
			d.at = skipValue(d.data, d.at)
			return
		}
		k = p.Elem()
	case kt.Kind() == reflect.String:
		k = reflect.New(kt).Elem()
		k.SetString(key)
	default:
		k = reflect.New(kt).Elem()
		ok := false
		switch kt.Kind() {
		case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
			n, err := strconv.ParseInt(key, 10, 64)
			if ok = err == nil && !k.OverflowInt(n); ok {
				k.SetInt(n)
			}
		case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
			n, err := strconv.ParseUint(key, 10, 64)
			if ok = err == nil && !k.OverflowUint(n); ok {
				k.SetUint(n)
			}
		case reflect.Interface:
			if ok = kt.NumMethod() == 0; ok {
				k.Set(reflect.ValueOf(key))
			}
		default:
			d.mismatch("string", kt, keyEnd, nil)
			d.at = skipValue(d.data, d.at)
			return
		}
		if !ok {
			d.mismatch("number "+key, kt, keyEnd, nil)
			d.at = skipValue(d.data, d.at)
			return
		}
	}
	d.value(elem, false)
	v.SetMapIndex(k, elem)
}

// scalar stores a string, number or bool.
func (d *decoder) scalar(item []byte, v reflect.Value, quoted bool) {
	t := v.Type()
	switch c := item[0]; c {
	case '"':
		s := unquote(item)
		switch v.Kind() {
		case reflect.String:
			if t == numberType && !isNumber(string(s)) {
				d.save(&UnmarshalTypeError{Value: fmt.Sprintf("string %q", s), Type: t, Err: strconv.ErrSyntax})
				return
			}
			v.SetString(string(s))
		case reflect.Slice:
			if t.Elem().Kind() != reflect.Uint8 {
				d.mismatch("string", t, d.at, nil)
				return
			}
			b := make([]byte, base64.StdEncoding.DecodedLen(len(s)))
			n, err := base64.StdEncoding.Decode(b, s)
			if err != nil {
				d.mismatch("string", t, d.at, err)
				return
			}
			v.SetBytes(b[:n])
		default:
			d.mismatch("string", t, d.at, nil)
		}
	case 't', 'f':
		switch {
		case v.Kind() == reflect.Bool:
			v.SetBool(c == 't')
		case t == numberType:
			d.save(&UnmarshalTypeError{Value: "bool", Type: t})
		default:
			d.mismatch("bool", t, d.at, nil)
		}
	default:
		d.number(view(item), v)
	}
}

func (d *decoder) number(s string, v reflect.Value) {
	t := v.Type()
	switch v.Kind() {
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		n, err := strconv.ParseInt(s, 10, 64)
		if err != nil || v.OverflowInt(n) {
			d.mismatch("number "+s, t, d.at, nil)
			return
		}
		v.SetInt(n)
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		n, err := strconv.ParseUint(s, 10, 64)
		if err != nil || v.OverflowUint(n) {
			d.mismatch("number "+s, t, d.at, nil)
			return
		}
		v.SetUint(n)
	case reflect.Float32, reflect.Float64:
		n, err := strconv.ParseFloat(s, t.Bits())
		if err != nil || v.OverflowFloat(n) {
			d.mismatch("number "+s, t, d.at, nil)
			return
		}
		v.SetFloat(n)
	default:
		if t == numberType {
			v.SetString(strings.Clone(s))
			return
		}
		d.mismatch("number", t, d.at, nil)
	}
}
