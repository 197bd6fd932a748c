package runtime

import "internal/sys"


// Error is a run-time error, such as an index out of range.
type Error interface {
	error

	// RuntimeError does nothing; it tells run-time errors from others.
	RuntimeError()
}

// Kinds of run-time errors, as crates/abi/src/program.rs numbers them.
const (
	kindString = iota
	kindBounds
	kindAssertion
	kindPlain
	kindPanicNil
	kindAddress
)

// newError makes the value of a run-time panic.
func newError(kind int, text string) any {
	switch kind {
	case kindBounds:
		return boundsError(text)
	case kindAssertion:
		return &TypeAssertionError{text}
	case kindPlain:
		return plainError(text)
	case kindPanicNil:
		return new(PanicNilError)
	case kindAddress:
		return errorAddressString{text, uintptr(sys.Query(sys.QueryFaultAddress))}
	}
	return errorString(text)
}

// panicText is what the report of an uncaught panic says of v: 1 and v.Error(), 2 and v.String(), or 0.
func panicText(v any) (text string, kind int) {
	switch v := v.(type) {
	case error:
		return v.Error(), 1
	case interface{ String() string }:
		return v.String(), 2
	}
	return "", 0
}

type errorString string

func (e errorString) RuntimeError() {}

func (e errorString) Error() string { return "runtime error: " + string(e) }

type errorAddressString struct {
	text string
	addr uintptr
}

func (e errorAddressString) RuntimeError() {}

func (e errorAddressString) Error() string { return "runtime error: " + e.text }

// Addr is the address of the memory fault.
func (e errorAddressString) Addr() uintptr { return e.addr }

type boundsError string

func (e boundsError) RuntimeError() {}

func (e boundsError) Error() string { return "runtime error: " + string(e) }

type plainError string

func (e plainError) RuntimeError() {}

func (e plainError) Error() string { return string(e) }

// TypeAssertionError is a failed type assertion.
type TypeAssertionError struct{ text string }

// RuntimeError marks a run-time error.
func (*TypeAssertionError) RuntimeError() {}

func (e *TypeAssertionError) Error() string { return e.text }

// PanicNilError is what recover returns for panic(nil).
type PanicNilError struct {
	_ [0]func()
}

// RuntimeError marks a run-time error.
func (*PanicNilError) RuntimeError() {}

func (*PanicNilError) Error() string { return "runtime error: panic called with nil argument" }

