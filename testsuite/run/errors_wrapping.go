// errors.Is, As, Join and Unwrap over chains and trees made with %w.
package main

import (
	"errors"
	"fmt"
	"io"
)

var errBase = errors.New("base")

type codeError struct{ code int }

func (c codeError) Error() string        { return fmt.Sprint("code ", c.code) }
func (c codeError) Is(target error) bool { return target == errBase && c.code > 100 }

type opError struct {
	op  string
	err error
}

func (o *opError) Error() string { return o.op + ": " + o.err.Error() }
func (o *opError) Unwrap() error { return o.err }

type timeout interface{ Timeout() bool }
type slow struct{}

func (slow) Error() string { return "slow" }
func (slow) Timeout() bool { return true }

func main() {
	e1 := fmt.Errorf("one: %w", errBase)
	e2 := &opError{"open", e1}
	e3 := fmt.Errorf("three (%d): %w", 3, e2)
	fmt.Println(e3)
	fmt.Println(errors.Is(e3, errBase), errors.Is(e3, io.EOF), errors.Is(e3, e2), errors.Is(nil, errBase), errors.Is(e3, nil))
	var op *opError
	fmt.Println(errors.As(e3, &op), op.op, errors.Unwrap(e3) == error(e2), errors.Unwrap(errBase) == nil)
	var ce codeError
	fmt.Println(errors.As(e3, &ce), errors.As(fmt.Errorf("x %w", codeError{7}), &ce), ce.code)
	fmt.Println(errors.Is(codeError{200}, errBase), errors.Is(codeError{50}, errBase), errors.Is(codeError{5}, codeError{5}))

	j := errors.Join(errBase, nil, io.EOF, codeError{3})
	fmt.Printf("%v|%d\n", j, len(j.(interface{ Unwrap() []error }).Unwrap()))
	fmt.Println(errors.Is(j, io.EOF), errors.As(j, &ce), ce.code, errors.Unwrap(j), errors.Join(nil, nil) == nil)
	two := fmt.Errorf("both %w and %w", io.ErrUnexpectedEOF, e2)
	fmt.Println(two, errors.Is(two, errBase), errors.Is(two, io.ErrUnexpectedEOF), errors.Unwrap(two) == nil)
	var t timeout
	fmt.Println(errors.As(fmt.Errorf("t: %w", slow{}), &t), t.Timeout())
	v := fmt.Errorf("no wrap %v", errBase)
	fmt.Println(v, errors.Is(v, errBase), fmt.Errorf("%w", nil), errors.New("a") == errors.New("a"))
	fmt.Printf("%q %10s %T %T\n", errBase, io.EOF, errBase, e1)
	defer func() { fmt.Println(recover()) }()
	errors.As(e3, nil)
}
