// Package json reads and writes JSON (RFC 8259), by reflection over Go values.
package json

import (
	"encoding"
	"encoding/base64"
	"fmt"
	"math"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// Marshal is v in JSON.
func Marshal(v any) ([]byte, error) {
	return marshal(v, true)
}

func marshal(v any, html bool) ([]byte, error) {
	space := outputs.Get().(*[]byte)
	e := encoder{html: html, out: (*space)[:0]}
	err := e.encode(reflect.ValueOf(v))
	var out []byte
	if err == nil {
		out = append(make([]byte, 0, len(e.out)), e.out...)
	}
	if cap(e.out) <= maxOutput {
		*space = e.out
		outputs.Put(space)
	}
	return out, err
}

// outputs is memory in which values are encoded, unless it has become larger than maxOutput.
var outputs = sync.Pool{New: func() any { return new([]byte) }}

const maxOutput = 64 << 10

// MarshalIndent is Marshal with Indent applied.
func MarshalIndent(v any, prefix, indent string) ([]byte, error) {
	b, err := Marshal(v)
	if err != nil {
		return nil, err
	}
	return appendIndent(nil, b, prefix, indent), nil
}

// encoder appends to out. Its methods panic with an encodeError.
type encoder struct {
	out  []byte
	html bool
	// depth counts pointers, maps and slices around the value; deep values are watched for cycles in seen.
	depth int
	seen  map[any]bool
}

type encodeError struct{ err error }

const cycleDepth = 1000

func (e *encoder) encode(v reflect.Value) (err error) {
	defer func() {
		if r := recover(); r != nil {
			failed, ok := r.(encodeError)
			if !ok {
				panic(r)
			}
			err = failed.err
		}
	}()
	e.value(v, false)
	return nil
}

func (e *encoder) fail(err error) { panic(encodeError{err}) }

var (
	marshalerType       = reflect.TypeFor[Marshaler]()
	textMarshalerType   = reflect.TypeFor[encoding.TextMarshaler]()
	unmarshalerType     = reflect.TypeFor[Unmarshaler]()
	textUnmarshalerType = reflect.TypeFor[encoding.TextUnmarshaler]()
	numberType          = reflect.TypeFor[Number]()
)

// method is v, or its address, as a value with the methods of an interface type.
func method(v reflect.Value, iface reflect.Type) (any, bool) {
	t := v.Type()
	if t.Kind() != reflect.Interface && t.Implements(iface) {
		return v.Interface(), true
	}
	if t.Kind() != reflect.Pointer && v.CanAddr() && reflect.PointerTo(t).Implements(iface) {
		return v.Addr().Interface(), true
	}
	return nil, false
}

// mentioned is how errors name the type of a value with methods: as a pointer.
func mentioned(t reflect.Type) reflect.Type {
	if t.Kind() == reflect.Pointer {
		return t
	}
	return reflect.PointerTo(t)
}

func isNilPointer(v reflect.Value) bool {
	return (v.Kind() == reflect.Pointer || v.Kind() == reflect.Interface) && v.IsNil()
}

func (e *encoder) value(v reflect.Value, quote bool) {
	if !v.IsValid() {
		e.out = append(e.out, "null"...)
		return
	}
	t := v.Type()
	if v.CanInterface() {
		if m, ok := method(v, marshalerType); ok {
			if isNilPointer(v) {
				e.out = append(e.out, "null"...)
				return
			}
			b, err := m.(Marshaler).MarshalJSON()
			if err == nil {
				err = checkValid(b)
			}
			if err != nil {
				e.fail(&MarshalerError{mentioned(t), err, "MarshalJSON"})
			}
			at := len(e.out)
			e.out = appendCompact(e.out, b)
			if e.html {
				e.out = append(e.out[:at], appendHTMLEscape(nil, e.out[at:])...)
			}
			return
		}
		if m, ok := method(v, textMarshalerType); ok {
			if isNilPointer(v) {
				e.out = append(e.out, "null"...)
				return
			}
			b, err := m.(encoding.TextMarshaler).MarshalText()
			if err != nil {
				e.fail(&MarshalerError{mentioned(t), err, "MarshalText"})
			}
			e.out = appendString(e.out, string(b), e.html)
			return
		}
	}
	switch v.Kind() {
	case reflect.Bool:
		e.quote(quote)
		e.out = strconv.AppendBool(e.out, v.Bool())
		e.quote(quote)
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		e.quote(quote)
		e.out = strconv.AppendInt(e.out, v.Int(), 10)
		e.quote(quote)
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		e.quote(quote)
		e.out = strconv.AppendUint(e.out, v.Uint(), 10)
		e.quote(quote)
	case reflect.Float32, reflect.Float64:
		f := v.Float()
		if math.IsInf(f, 0) || math.IsNaN(f) {
			e.fail(&UnsupportedValueError{v, strconv.FormatFloat(f, 'g', -1, 64)})
		}
		e.quote(quote)
		e.out = appendFloat(e.out, f, t.Bits())
		e.quote(quote)
	case reflect.String:
		e.text(v, quote)
	case reflect.Interface:
		if v.IsNil() {
			e.out = append(e.out, "null"...)
			return
		}
		e.value(v.Elem(), false)
	case reflect.Struct:
		e.structValue(v)
	case reflect.Map:
		e.mapValue(v)
	case reflect.Slice:
		if v.IsNil() {
			e.out = append(e.out, "null"...)
			return
		}
		if t.Elem().Kind() == reflect.Uint8 && !hasMethods(t.Elem()) {
			e.out = append(e.out, '"')
			e.out = base64.StdEncoding.AppendEncode(e.out, v.Bytes())
			e.out = append(e.out, '"')
			return
		}
		key := e.enter(v)
		e.array(v)
		e.leave(key)
	case reflect.Array:
		e.array(v)
	case reflect.Pointer:
		if v.IsNil() {
			e.out = append(e.out, "null"...)
			return
		}
		key := e.enter(v)
		e.value(v.Elem(), quote)
		e.leave(key)
	default:
		e.fail(&UnsupportedTypeError{t})
	}
}

// hasMethods reports whether bytes of the type are not written as one string.
func hasMethods(t reflect.Type) bool {
	p := reflect.PointerTo(t)
	return p.Implements(marshalerType) || p.Implements(textMarshalerType)
}

// enter notes that a value is being written that could contain itself; leave takes what it returns.
func (e *encoder) enter(v reflect.Value) any {
	e.depth++
	if e.depth <= cycleDepth {
		return nil
	}
	if e.seen == nil {
		e.seen = map[any]bool{}
	}
	var key any = v.Pointer()
	if v.Kind() == reflect.Slice {
		key = [2]uintptr{v.Pointer(), uintptr(v.Len())}
	}
	if e.seen[key] {
		e.fail(&UnsupportedValueError{v, fmt.Sprintf("encountered a cycle via %s", v.Type())})
	}
	e.seen[key] = true
	return key
}

func (e *encoder) leave(key any) {
	e.depth--
	if key != nil {
		delete(e.seen, key)
	}
}

func (e *encoder) quote(yes bool) {
	if yes {
		e.out = append(e.out, '"')
	}
}

func (e *encoder) text(v reflect.Value, quote bool) {
	s := v.String()
	if v.Type() == numberType {
		if s == "" {
			s = "0"
		}
		if !isNumber(s) {
			err := fmt.Errorf("cannot parse %q as JSON number: %w", s, strconv.ErrSyntax)
			e.fail(&MarshalerError{mentioned(numberType), err, "MarshalJSONTo"})
		}
		e.quote(quote)
		e.out = append(e.out, s...)
		e.quote(quote)
		return
	}
	if quote {
		s = string(appendString(nil, s, e.html))
		e.out = appendString(e.out, s, false)
		return
	}
	e.out = appendString(e.out, s, e.html)
}

// appendFloat writes numbers as ECMAScript does.
func appendFloat(out []byte, f float64, bits int) []byte {
	abs, format := math.Abs(f), byte('f')
	if abs != 0 {
		if bits == 64 && (abs < 1e-6 || abs >= 1e21) || bits == 32 && (float32(abs) < 1e-6 || float32(abs) >= 1e21) {
			format = 'e'
		}
	}
	out = strconv.AppendFloat(out, f, format, -1, bits)
	if n := len(out); format == 'e' && n >= 4 && out[n-4] == 'e' && out[n-3] == '-' && out[n-2] == '0' {
		// e-09 becomes e-9.
		out[n-2] = out[n-1]
		out = out[:n-1]
	}
	return out
}

func (e *encoder) array(v reflect.Value) {
	e.out = append(e.out, '[')
	for i, n := 0, v.Len(); i < n; i++ {
		if i > 0 {
			e.out = append(e.out, ',')
		}
		e.value(v.Index(i), false)
	}
	e.out = append(e.out, ']')
}

func isEmpty(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.Array, reflect.Map, reflect.Slice, reflect.String:
		return v.Len() == 0
	case reflect.Struct:
		return false
	}
	return v.IsZero()
}

type zeroer interface{ IsZero() bool }

var zeroerType = reflect.TypeFor[zeroer]()

func isZero(v reflect.Value) bool {
	if isNilPointer(v) {
		return true
	}
	if m, ok := method(v, zeroerType); ok {
		return m.(zeroer).IsZero()
	}
	if v.Kind() == reflect.Interface && v.Type().Implements(zeroerType) {
		return v.Interface().(zeroer).IsZero()
	}
	if p := reflect.PointerTo(v.Type()); v.Kind() != reflect.Pointer && p.Implements(zeroerType) {
		c := reflect.New(v.Type())
		c.Elem().Set(v)
		return c.Interface().(zeroer).IsZero()
	}
	return v.IsZero()
}

func (e *encoder) structValue(v reflect.Value) {
	next := byte('{')
	fields := cachedFields(v.Type())
fields:
	for i := range fields.list {
		f := &fields.list[i]
		x := v
		for k, at := range f.index {
			if k > 0 && x.Kind() == reflect.Pointer {
				if x.IsNil() {
					continue fields
				}
				x = x.Elem()
			}
			x = x.Field(at)
		}
		if f.omitEmpty && isEmpty(x) || f.omitZero && isZero(x) {
			continue
		}
		e.out = append(e.out, next)
		next = ','
		if e.html {
			e.out = append(e.out, f.key[1]...)
		} else {
			e.out = append(e.out, f.key[0]...)
		}
		e.value(x, f.quoted)
	}
	if next == '{' {
		e.out = append(e.out, '{')
	}
	e.out = append(e.out, '}')
}

// keyText is a map's key as the name of a member.
func (e *encoder) keyText(k reflect.Value) string {
	if k.Kind() == reflect.String {
		if _, ok := method(k, textMarshalerType); !ok {
			return k.String()
		}
	}
	if m, ok := method(k, textMarshalerType); ok {
		if isNilPointer(k) {
			return ""
		}
		b, err := m.(encoding.TextMarshaler).MarshalText()
		if err != nil {
			e.fail(&MarshalerError{mentioned(k.Type()), err, "MarshalText"})
		}
		return string(b)
	}
	switch k.Kind() {
	case reflect.Interface:
		if !k.IsNil() {
			return e.keyText(k.Elem())
		}
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return strconv.FormatInt(k.Int(), 10)
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		return strconv.FormatUint(k.Uint(), 10)
	}
	e.fail(&UnsupportedValueError{k, fmt.Sprintf("jsontext: object member name must be a string after offset %d", len(e.out)+2)})
	return ""
}

type member struct {
	key   string
	value reflect.Value
}

func (e *encoder) mapValue(v reflect.Value) {
	if v.IsNil() {
		e.out = append(e.out, "null"...)
		return
	}
	cycle := e.enter(v)
	members := make([]member, 0, v.Len())
	it := v.MapRange()
	for it.Next() {
		members = append(members, member{e.keyText(it.Key()), it.Value()})
	}
	slices.SortFunc(members, func(a, b member) int { return strings.Compare(a.key, b.key) })
	e.out = append(e.out, '{')
	for i, m := range members {
		if i > 0 {
			e.out = append(e.out, ',')
		}
		e.out = appendString(e.out, m.key, e.html)
		e.out = append(e.out, ':')
		e.value(m.value, false)
	}
	e.out = append(e.out, '}')
	e.leave(cycle)
}

