// Instances of generic functions as values: in maps, slices, fields, constants of function type, method expressions.
package main

import (
	"fmt"
	"sort"
)

func Double[T ~int | ~string | ~float64](x T) T { return x + x }
func Zero[T any]() (z T)                        { return }
func Show[T any](x T) string                    { return fmt.Sprintf("%v", x) }
func Default[K comparable, V any](m map[K]V) func(K, V) V {
	return func(k K, d V) V {
		if v, ok := m[k]; ok {
			return v
		}
		return d
	}
}

type Op[T any] struct {
	name string
	f    func(T) T
}

type Num int

func (n Num) Twice() Num { return n * 2 }

type Stack[T any] struct{ xs []T }

func (s *Stack[T]) Push(x T)  { s.xs = append(s.xs, x) }
func (s Stack[T]) Top() T     { return s.xs[len(s.xs)-1] }

var table = map[string]func(int) int{"double": Double[int], "zero": func(int) int { return Zero[int]() }}
var show func(Num) string = Show

func compose[T any](ops ...Op[T]) Op[T] {
	out := Op[T]{f: func(x T) T { return x }}
	for _, op := range ops {
		prev := out
		out = Op[T]{prev.name + op.name, func(x T) T { return op.f(prev.f(x)) }}
	}
	return out
}

func apply[T, U any](f func(T) U, xs ...T) (out []U) {
	for _, x := range xs {
		out = append(out, f(x))
	}
	return
}

func main() {
	var names []string
	for n, f := range table {
		names = append(names, fmt.Sprint(n, f(4)))
	}
	sort.Strings(names)
	fmt.Println(names, show(3))
	op := compose(Op[string]{"d", Double[string]}, Op[string]{"!", func(s string) string { return s + "!" }}, Op[string]{"d", Double})
	fmt.Println(op.name, op.f("x"))
	fmt.Println(apply(Num.Twice, 1, 2), apply(Show[Num], 3), apply(Double[float64], 0.25))
	s := &Stack[Num]{}
	push, top := s.Push, (*Stack[Num]).Top
	push(4)
	s.Push(5)
	fmt.Println(top(s), Stack[Num].Top(*s), apply(Stack[Num].Top, *s))
	get := Default(map[string]int{"a": 1})
	fmt.Println(get("a", 9), get("b", 9))
	var nilFunc func(int) int
	fmt.Println(nilFunc == nil, table["none"] == nil, Zero[func()]() == nil)
	fs := [...]func(int) string{Show[int], func(n int) string { return Show(Double(n)) }}
	for _, f := range fs {
		fmt.Print(f(21), " ")
	}
	fmt.Println()
	go Double[int](1)
	defer fmt.Println(Zero[[2]bool](), Zero[error]())
}
