// Package encoding has the interfaces of values that turn themselves into bytes and back.
package encoding

// BinaryMarshaler is what can turn itself into a binary form.
type BinaryMarshaler interface {
	MarshalBinary() (data []byte, err error)
}

// BinaryUnmarshaler is what can read the form that MarshalBinary makes; it has to copy data that it keeps.
type BinaryUnmarshaler interface {
	UnmarshalBinary(data []byte) error
}

// BinaryAppender is what can append its binary form to b.
type BinaryAppender interface {
	AppendBinary(b []byte) ([]byte, error)
}

// TextMarshaler is what can turn itself into text in UTF-8.
type TextMarshaler interface {
	MarshalText() (text []byte, err error)
}

// TextUnmarshaler is what can read the text that MarshalText makes; it has to copy text that it keeps.
type TextUnmarshaler interface {
	UnmarshalText(text []byte) error
}

// TextAppender is what can append its text to b.
type TextAppender interface {
	AppendText(b []byte) ([]byte, error)
}
