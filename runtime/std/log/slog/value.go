package slog

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"time"
)

// Kind is the kind of a Value.
type Kind int

const (
	KindAny Kind = iota
	KindBool
	KindDuration
	KindFloat64
	KindInt64
	KindString
	KindTime
	KindUint64
	KindGroup
	KindLogValuer
)

var kindNames = [...]string{"Any", "Bool", "Duration", "Float64", "Int64", "String", "Time", "Uint64", "Group", "LogValuer"}

func (k Kind) String() string {
	if k >= 0 && int(k) < len(kindNames) {
		return kindNames[k]
	}
	return "<unknown slog.Kind>"
}

// Value is any value; those of the common kinds need no allocation. The zero Value is nil.
type Value struct {
	_    [0]func()
	kind Kind
	num  uint64
	str  string
	any  any
}

// plainKind is a Kind as a value, which is printed as a number.
type plainKind Kind

// LogValuer is what gives another value to be logged in its place.
type LogValuer interface {
	LogValue() Value
}

// StringValue is a Value of a string.
func StringValue(value string) Value { return Value{kind: KindString, str: value} }

// IntValue is a Value of an int.
func IntValue(v int) Value { return Int64Value(int64(v)) }

// Int64Value is a Value of an int64.
func Int64Value(v int64) Value { return Value{kind: KindInt64, num: uint64(v)} }

// Uint64Value is a Value of a uint64.
func Uint64Value(v uint64) Value { return Value{kind: KindUint64, num: v} }

// Float64Value is a Value of a float64.
func Float64Value(v float64) Value { return Value{kind: KindFloat64, num: math.Float64bits(v)} }

// BoolValue is a Value of a bool.
func BoolValue(v bool) Value {
	if v {
		return Value{kind: KindBool, num: 1}
	}
	return Value{kind: KindBool}
}

// TimeValue is a Value of a time, without its reading of the monotonic clock.
func TimeValue(v time.Time) Value { return Value{kind: KindTime, any: v.Round(0)} }

// DurationValue is a Value of a duration.
func DurationValue(v time.Duration) Value { return Value{kind: KindDuration, num: uint64(v)} }

// GroupValue is a Value of attributes; empty groups among them are left out.
func GroupValue(as ...Attr) Value {
	kept := slices.DeleteFunc(slices.Clone(as), func(a Attr) bool { return a.Value.kind == KindGroup && len(a.Value.Group()) == 0 })
	return Value{kind: KindGroup, any: kept}
}

// AnyValue is a Value of v, of the kind that suits its type.
func AnyValue(v any) Value {
	switch v := v.(type) {
	case string:
		return StringValue(v)
	case int:
		return Int64Value(int64(v))
	case uint:
		return Uint64Value(uint64(v))
	case int64:
		return Int64Value(v)
	case uint64:
		return Uint64Value(v)
	case bool:
		return BoolValue(v)
	case time.Duration:
		return DurationValue(v)
	case time.Time:
		return TimeValue(v)
	case uint8:
		return Uint64Value(uint64(v))
	case uint16:
		return Uint64Value(uint64(v))
	case uint32:
		return Uint64Value(uint64(v))
	case uintptr:
		return Uint64Value(uint64(v))
	case int8:
		return Int64Value(int64(v))
	case int16:
		return Int64Value(int64(v))
	case int32:
		return Int64Value(int64(v))
	case float64:
		return Float64Value(v)
	case float32:
		return Float64Value(float64(v))
	case []Attr:
		return GroupValue(v...)
	case Kind:
		return Value{any: plainKind(v)}
	case Value:
		return v
	case LogValuer:
		return Value{kind: KindLogValuer, any: v}
	}
	return Value{any: v}
}

// Kind is the kind of v.
func (v Value) Kind() Kind { return v.kind }

// Any is the value itself.
func (v Value) Any() any {
	switch v.kind {
	case KindBool:
		return v.num == 1
	case KindDuration:
		return time.Duration(v.num)
	case KindFloat64:
		return math.Float64frombits(v.num)
	case KindInt64:
		return int64(v.num)
	case KindString:
		return v.str
	case KindUint64:
		return v.num
	case KindAny:
		if k, ok := v.any.(plainKind); ok {
			return Kind(k)
		}
	}
	return v.any
}

func (v Value) want(k Kind) {
	if v.kind != k {
		panic(fmt.Sprintf("Value kind is %s, not %s", v.kind, k))
	}
}

// String is the value as text; other than for the accessors below any kind will do.
func (v Value) String() string {
	if v.kind == KindString {
		return v.str
	}
	return string(v.append(nil))
}

// append appends the value as text.
func (v Value) append(b []byte) []byte {
	switch v.kind {
	case KindString:
		return append(b, v.str...)
	case KindInt64:
		return strconv.AppendInt(b, int64(v.num), 10)
	case KindUint64:
		return strconv.AppendUint(b, v.num, 10)
	case KindFloat64:
		return strconv.AppendFloat(b, math.Float64frombits(v.num), 'g', -1, 64)
	case KindBool:
		return strconv.AppendBool(b, v.num == 1)
	case KindDuration:
		return append(b, time.Duration(v.num).String()...)
	case KindTime:
		return append(b, v.any.(time.Time).String()...)
	case KindGroup:
		return fmt.Append(b, v.any.([]Attr))
	}
	return fmt.Append(b, v.any)
}

// Int64 is the int64; it panics for other kinds.
func (v Value) Int64() int64 {
	v.want(KindInt64)
	return int64(v.num)
}

// Uint64 is the uint64; it panics for other kinds.
func (v Value) Uint64() uint64 {
	v.want(KindUint64)
	return v.num
}

// Bool is the bool; it panics for other kinds.
func (v Value) Bool() bool {
	v.want(KindBool)
	return v.num == 1
}

// Duration is the duration; it panics for other kinds.
func (v Value) Duration() time.Duration {
	v.want(KindDuration)
	return time.Duration(v.num)
}

// Float64 is the float64; it panics for other kinds.
func (v Value) Float64() float64 {
	v.want(KindFloat64)
	return math.Float64frombits(v.num)
}

// Time is the time; it panics for other kinds.
func (v Value) Time() time.Time {
	v.want(KindTime)
	return v.any.(time.Time)
}

// LogValuer is the LogValuer; it panics for other kinds.
func (v Value) LogValuer() LogValuer { return v.any.(LogValuer) }

// Group is the attributes; it panics for other kinds.
func (v Value) Group() []Attr {
	v.want(KindGroup)
	return v.any.([]Attr)
}

// Equal reports whether two values are of the same kind and equal; it panics where == would.
func (v Value) Equal(w Value) bool {
	if v.kind != w.kind {
		return false
	}
	switch v.kind {
	case KindInt64, KindUint64, KindBool, KindDuration:
		return v.num == w.num
	case KindString:
		return v.str == w.str
	case KindFloat64:
		return v.Float64() == w.Float64()
	case KindTime:
		return v.Time().Equal(w.Time())
	case KindGroup:
		return slices.EqualFunc(v.Group(), w.Group(), Attr.Equal)
	}
	return v.any == w.any
}

// Resolve calls LogValue until the result has none; a panic becomes an error value.
func (v Value) Resolve() (rv Value) {
	original := v
	defer func() {
		if r := recover(); r != nil {
			rv = AnyValue(fmt.Errorf("LogValue panicked\n%v", r))
		}
	}()
	for range 100 {
		if v.kind != KindLogValuer {
			return v
		}
		v = v.LogValuer().LogValue()
	}
	return AnyValue(fmt.Errorf("LogValue called too many times on Value of type %T", original.any))
}

// Attr is a key and its value.
type Attr struct {
	Key   string
	Value Value
}

// String is an Attr of a string.
func String(key, value string) Attr { return Attr{key, StringValue(value)} }

// Int64 is an Attr of an int64.
func Int64(key string, value int64) Attr { return Attr{key, Int64Value(value)} }

// Int is an Attr of an int.
func Int(key string, value int) Attr { return Int64(key, int64(value)) }

// Uint64 is an Attr of a uint64.
func Uint64(key string, v uint64) Attr { return Attr{key, Uint64Value(v)} }

// Float64 is an Attr of a float64.
func Float64(key string, v float64) Attr { return Attr{key, Float64Value(v)} }

// Bool is an Attr of a bool.
func Bool(key string, v bool) Attr { return Attr{key, BoolValue(v)} }

// Time is an Attr of a time.
func Time(key string, v time.Time) Attr { return Attr{key, TimeValue(v)} }

// Duration is an Attr of a duration.
func Duration(key string, v time.Duration) Attr { return Attr{key, DurationValue(v)} }

// Group is an Attr of a group; the arguments are as for Logger.Log.
func Group(key string, args ...any) Attr { return Attr{key, GroupValue(attrsOf(args)...)} }

// GroupAttrs is an Attr of a group.
func GroupAttrs(key string, attrs ...Attr) Attr { return Attr{key, GroupValue(attrs...)} }

// Any is an Attr of any value.
func Any(key string, value any) Attr { return Attr{key, AnyValue(value)} }

// Equal reports whether keys and values are equal.
func (a Attr) Equal(b Attr) bool { return a.Key == b.Key && a.Value.Equal(b.Value) }

func (a Attr) String() string { return a.Key + "=" + a.Value.String() }

func (a Attr) isEmpty() bool { return a.Key == "" && a.Value.kind == KindAny && a.Value.any == nil }

const badKey = "!BADKEY"

// attrsOf makes Attrs of keys and values that follow each other, and Attrs among them.
func attrsOf(args []any) []Attr {
	var attrs []Attr
	for len(args) > 0 {
		switch x := args[0].(type) {
		case string:
			if len(args) == 1 {
				return append(attrs, String(badKey, x))
			}
			attrs = append(attrs, Any(x, args[1]))
			args = args[2:]
		case Attr:
			attrs = append(attrs, x)
			args = args[1:]
		default:
			attrs = append(attrs, Any(badKey, x))
			args = args[1:]
		}
	}
	return attrs
}
