package json

import (
	"encoding/json/internal/jsontext"
	"strconv"
)

// A Number is a number's text.
type Number string

// String is the text.
func (n Number) String() string { return string(n) }

// Float64 is the number.
func (n Number) Float64() (float64, error) { return strconv.ParseFloat(string(n), 64) }

// Int64 is the number.
func (n Number) Int64() (int64, error) { return strconv.ParseInt(string(n), 10, 64) }

// RawMessage is a JSON value that is kept as it stands.
type RawMessage = jsontext.Value

// A Marshaler makes its own JSON.
type Marshaler interface {
	MarshalJSON() ([]byte, error)
}

// An Unmarshaler reads its own JSON; it has to copy what it keeps of the argument.
type Unmarshaler interface {
	UnmarshalJSON([]byte) error
}

// isNumber reports whether s is a number as JSON writes it.
func isNumber(s string) bool {
	end, err := scanNumber([]byte(s), 0)
	return s != "" && err == nil && end == len(s)
}

func quoted(s string) string { return strconv.Quote(s) }
