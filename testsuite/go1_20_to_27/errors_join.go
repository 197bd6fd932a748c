// Errors that wrap several errors (1.20): errors.Join, several %w, Is and As through the tree.
package main

import (
	"errors"
	"fmt"
)

type code int

func (c code) Error() string { return fmt.Sprintf("code %d", int(c)) }

type multi []error

func (m multi) Error() string   { return fmt.Sprintf("%d errors", len(m)) }
func (m multi) Unwrap() []error { return m }

func main() {
	a, b := errors.New("a"), errors.New("b")
	j := errors.Join(a, nil, b)
	fmt.Printf("%q\n", j.Error())
	fmt.Println(errors.Is(j, a), errors.Is(j, b), errors.Is(j, errors.New("a")), errors.Unwrap(j))
	fmt.Println(errors.Join(nil, nil) == nil)
	w := fmt.Errorf("both %w and %w, plain %v", a, code(3), b)
	fmt.Println(w, errors.Is(w, a), errors.Is(w, b), errors.Is(w, code(3)))
	var c code
	fmt.Println(errors.As(fmt.Errorf("outer: %w", errors.Join(a, w)), &c), c)
	m := multi{b, fmt.Errorf("deep %w", multi{code(9)})}
	fmt.Println(m, errors.Is(m, code(9)), errors.As(m, &c), c)
	if u, ok := j.(interface{ Unwrap() []error }); ok {
		fmt.Println(len(u.Unwrap()), u.Unwrap())
	}
	single := fmt.Errorf("one %w", a)
	fmt.Println(errors.Unwrap(single) == a, errors.Unwrap(w))
}
