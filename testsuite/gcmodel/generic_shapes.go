// -m any order
package main

import "fmt"

type List[T any] struct {
	head *node[T]
	n    int
}

type node[T any] struct {
	v    T
	next *node[T]
}

func (l *List[T]) Push(v T) { l.head = &node[T]{v, l.head}; l.n++ }
func (l List[T]) Len() int  { return l.n }
func (l *List[T]) Each(f func(T)) {
	for n := l.head; n != nil; n = n.next {
		f(n.v)
	}
}

func Map[T, U any](xs []T, f func(T) U) []U {
	out := make([]U, 0, len(xs))
	for _, x := range xs {
		out = append(out, f(x))
	}
	return out
}

type Num interface{ ~int | ~float64 }

func Sum[T Num](xs ...T) T {
	var s T
	for _, x := range xs {
		s += x
	}
	return s
}

type MyInt int

func (m MyInt) String() string { return "x" }

func Str[T fmt.Stringer](x T) string { return x.String() }

func Box[T any](x T) any { return x }

func Zero[T any]() T { var z T; return z }

func New[T any](x T) *T { return &x }

func main() {
	var l List[string]
	l.Push("a")
	l.Each(func(s string) { println(s) })
	println(l.Len())
	ys := Map([]int{1, 2}, func(i int) string { return "x" })
	println(len(ys))
	println(Sum(1, 2, 3), Sum(1.5))
	println(Str(MyInt(3)))
	println(Box(3) == nil, Box("x") == nil)
	println(Zero[int]())
	p := New(3)
	q := New(struct{ a int }{1})
	println(*p, q.a)
	f := Zero[string]
	println(f())
	g := l.Len
	println(g())
	h := List[int].Len
	println(h(List[int]{}))
}
