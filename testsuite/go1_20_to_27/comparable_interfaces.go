// Interfaces satisfy comparable (1.20): keys of interface type, and the panics of values that cannot be compared.
package main

import (
	"errors"
	"fmt"
)

type Set[K comparable] map[K]bool

func (s Set[K]) Add(ks ...K) Set[K] {
	for _, k := range ks {
		s[k] = true
	}
	return s
}

func Equal[T comparable](a, b T) bool { return a == b }

func Index[T comparable](s []T, x T) int {
	for i, v := range s {
		if v == x {
			return i
		}
	}
	return -1
}

type holder struct {
	name string
	v    any
}

func try(name string, f func() any) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(name, "panic:", r)
		}
	}()
	fmt.Println(name, f())
}

func main() {
	s := Set[any]{}.Add(1, "1", 1.0, int8(1), [2]int{1, 2}, nil, 1)
	fmt.Println(len(s), s["1"], s[[2]int{1, 2}], s[nil], s[uint(1)])
	err := errors.New("e")
	fmt.Println(Equal[error](err, err), Equal(error(nil), err), Equal[fmt.Stringer](nil, nil))
	fmt.Println(Index([]any{1, "x", nil}, any(nil)), Index([]error{err}, err))
	h := holder{"h", 1}
	fmt.Println(Equal(h, holder{"h", 1}), Equal(h, holder{"h", int64(1)}))
	try("slices", func() any { return Equal[any]([]int{1}, []int{1}) })
	try("maps in structs", func() any { return Equal(holder{"a", map[int]int{}}, holder{"a", map[int]int{}}) })
	try("different names", func() any { return Equal(holder{"a", []int{}}, holder{"b", []int{}}) })
	try("functions", func() any { return Equal[any](main, main) })
	try("different types", func() any { return Equal[any]([]int{}, 1) })
	try("key", func() any { return len(Set[any]{}.Add([]string{"x"})) })
	try("index", func() any { return Index([]any{1, []int{}}, any([]int{})) })
	try("array of any", func() any { return Equal([2]any{1, "x"}, [2]any{1, "x"}) })
	try("lookup", func() any { return Set[any]{}[func() {}] })
}
