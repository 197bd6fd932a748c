package json

import (
	"reflect"
	"strings"
)

// A SyntaxError says what is wrong with a text, and after how many bytes.
type SyntaxError struct {
	msg    string
	Offset int64
}

// Error is the text.
func (e *SyntaxError) Error() string { return e.msg }

// An UnmarshalTypeError says that a JSON value does not fit a Go type.
type UnmarshalTypeError struct {
	// Value is what the JSON value is: "bool", "array", "number -5".
	Value string
	// Type is the Go type.
	Type reflect.Type
	// Offset is how many bytes were read.
	Offset int64
	// Struct is the name of the outermost struct type.
	Struct string
	// Field is the path from there.
	Field string
	// Err is what else there is to say, or nil.
	Err error
}

// Error is the text.
func (e *UnmarshalTypeError) Error() string {
	var b strings.Builder
	b.WriteString("json: cannot unmarshal ")
	b.WriteString(e.Value)
	switch {
	case e.Struct == "" && e.Field == "":
		b.WriteString(" into Go value")
	default:
		b.WriteString(" into ")
		if last := e.Field[strings.LastIndexByte(e.Field, '.')+1:]; !isIndex(last) {
			b.WriteString("Go struct field ")
		}
		b.WriteString(e.Struct + "." + e.Field)
	}
	b.WriteString(" of type ")
	b.WriteString(e.Type.String())
	if e.Err != nil {
		b.WriteString(": ")
		b.WriteString(e.Err.Error())
	}
	return b.String()
}

func isIndex(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

// Unwrap is Err.
func (e *UnmarshalTypeError) Unwrap() error { return e.Err }

// UnmarshalFieldError is not used any more.
type UnmarshalFieldError struct {
	Key   string
	Type  reflect.Type
	Field reflect.StructField
}

// Error is the text.
func (e *UnmarshalFieldError) Error() string {
	return "json: cannot unmarshal object key " + quoted(e.Key) + " into unexported field " + e.Field.Name + " of type " + e.Type.String()
}

// An InvalidUnmarshalError is a bad second argument of Unmarshal: it has to be a pointer.
type InvalidUnmarshalError struct {
	Type reflect.Type
}

// Error is the text.
func (e *InvalidUnmarshalError) Error() string {
	switch {
	case e.Type == nil:
		return "json: Unmarshal(nil)"
	case e.Type.Kind() != reflect.Pointer:
		return "json: Unmarshal(non-pointer " + e.Type.String() + ")"
	}
	return "json: Unmarshal(nil " + e.Type.String() + ")"
}

// An UnsupportedTypeError is a type without a JSON form.
type UnsupportedTypeError struct {
	Type reflect.Type
}

// Error is the text.
func (e *UnsupportedTypeError) Error() string { return "json: unsupported type: " + e.Type.String() }

// An UnsupportedValueError is a value without a JSON form.
type UnsupportedValueError struct {
	Value reflect.Value
	Str   string
}

// Error is the text.
func (e *UnsupportedValueError) Error() string { return "json: unsupported value: " + e.Str }

// InvalidUTF8Error is not used any more.
type InvalidUTF8Error struct {
	S string
}

// Error is the text.
func (e *InvalidUTF8Error) Error() string { return "json: invalid UTF-8 in string: " + quoted(e.S) }

// A MarshalerError is an error of a method of a value.
type MarshalerError struct {
	Type       reflect.Type
	Err        error
	sourceFunc string
}

// Error is the text.
func (e *MarshalerError) Error() string {
	name := e.sourceFunc
	if name == "" {
		name = "MarshalJSON"
	}
	return "json: error calling " + name + " for type " + e.Type.String() + ": " + e.Err.Error()
}

// Unwrap is the method's error.
func (e *MarshalerError) Unwrap() error { return e.Err }
