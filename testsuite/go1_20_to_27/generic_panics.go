// defer, panic and recover in generic functions; errors and panics of type-parameter types.
package main

import (
	"errors"
	"fmt"
	"os"
)

func Try[T any](f func() T) (v T, err error) {
	defer func() {
		switch r := recover().(type) {
		case nil:
		case error:
			err = r
		default:
			err = fmt.Errorf("%v", r)
		}
	}()
	return f(), nil
}

func Must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

func Throw[E error](e E) { panic(e) }

func Catch[E error](f func()) (caught E, ok bool) {
	defer func() {
		if r := recover(); r != nil {
			if caught, ok = r.(E); !ok {
				panic(r)
			}
		}
	}()
	f()
	return
}

func AsType[E error](err error) (e E, ok bool) {
	ok = errors.As(err, &e)
	return
}

type notFound[K comparable] struct{ key K }

func (n notFound[K]) Error() string { return fmt.Sprintf("no %v (%T)", n.key, n.key) }

func Get[K comparable, V any](m map[K]V, k K) V {
	v, ok := m[k]
	if !ok {
		panic(notFound[K]{k})
	}
	return v
}

func cleanup[T any](xs []T, f func(int, T)) (n int) {
	for i, x := range xs {
		defer f(i, x)
		defer func() { n += i }()
	}
	return len(xs)
}

func main() {
	fmt.Println(Try(func() int { return Must(4, nil) }))
	_, err := Try(func() []byte { return Must(os.ReadFile("/none/such")) })
	fmt.Println(err, errors.Is(err, os.ErrNotExist))
	fmt.Println(Try(func() bool { return Get(map[string]bool{"a": true}, "a") && Get(map[string]bool{}, "b") }))
	e, ok := Catch[notFound[int]](func() { Get(map[int]string{}, 7) })
	fmt.Println(e, ok)
	_, err = Try(func() int {
		_, ok := Catch[notFound[int]](func() { Throw(notFound[string]{"s"}) })
		fmt.Println("not here", ok)
		return 1
	})
	s, isS := AsType[notFound[string]](fmt.Errorf("wrapped: %w", err))
	_, isI := AsType[notFound[int]](err)
	fmt.Println(s, isS, isI)
	fmt.Println(cleanup([]string{"x", "y", "z"}, func(i int, s string) { fmt.Print(i, s, " ") }))
	fmt.Println(Try(func() int { var xs []int; return xs[3] }))
	fmt.Println(Try(func() any { return any("s").(fmt.Stringer) }))
}
