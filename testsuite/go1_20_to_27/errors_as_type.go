// errors.AsType (1.26): the error of a type in a tree, with interfaces and pointers as types.
package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
)

type temporary interface {
	error
	Temporary() bool
}
type timeout struct{ op string }

func (t *timeout) Error() string   { return t.op + " timed out" }
func (t *timeout) Temporary() bool { return true }

type status int

func (s status) Error() string { return fmt.Sprint("status ", int(s)) }
func (s status) As(target any) bool {
	if t, ok := target.(**timeout); ok && s == 504 {
		*t = &timeout{"gateway"}
		return true
	}
	return false
}

func find[E error](err error) string {
	if e, ok := errors.AsType[E](err); ok {
		return fmt.Sprintf("%T: %v", e, e)
	}
	return "none"
}

func main() {
	err := fmt.Errorf("outer: %w", errors.Join(status(404), &timeout{"read"}))
	fmt.Println(find[status](err))
	fmt.Println(find[*timeout](err))
	fmt.Println(find[temporary](err))
	fmt.Println(find[*fs.PathError](err))
	fmt.Println(find[*timeout](status(504)), find[*timeout](status(500)))
	fmt.Println(find[error](nil))
	_, e := os.Open("/does/not/exist")
	fmt.Println(find[*fs.PathError](fmt.Errorf("open: %w", e)))
}
