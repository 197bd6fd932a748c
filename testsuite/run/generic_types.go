package main

import "fmt"

type Set[T comparable] map[T]struct{}

func (s Set[T]) Add(v T)           { s[v] = struct{}{} }
func (s Set[T]) Has(v T) bool      { _, ok := s[v]; return ok }

type Tree[T any] struct {
	cmp         func(a, b T) int
	left, right *Tree[T]
	val         T
}

type Opt[T any] func(*T)

type Big[T any] struct{ a [12]T }

func (b Big[T]) Get(i int) T { return b.a[i] }
func mk[T any](v T) (b Big[T]) { b.a[3] = v; return }

type Getter[T any] interface{ Get(int) T }

func use[T any](g Getter[T]) T { return g.Get(3) }

type Embed[T any] struct {
	Big[T]
	n int
}

func Reduce[T, A any](xs []T, init A, f func(A, T) A) A {
	acc := init
	for _, x := range xs {
		acc = f(acc, x)
	}
	return acc
}

func MakeCounter[T any]() func(T) int {
	n := 0
	seen := []T{}
	return func(v T) int { seen = append(seen, v); n++; return n * len(seen) }
}

type Number interface{ ~int | ~int64 | ~float64 }

func Max[T Number](a, b T) T {
	if a > b {
		return a
	}
	return b
}

func Zero[T any]() (z T) { return }

func kind[T any](v T) string {
	switch any(v).(type) {
	case int:
		return "int"
	case string:
		return "string"
	case []T:
		return "slice"
	}
	return "other"
}

func ch[T any](vs ...T) <-chan T {
	c := make(chan T, len(vs))
	for _, v := range vs {
		c <- v
	}
	close(c)
	return c
}

func apply[T any](t *T, opts ...Opt[T]) {
	for _, o := range opts {
		o(t)
	}
}

type cfg struct{ x int }

func deferred[T any](v T, out *[]T) {
	defer func() { *out = append(*out, v) }()
	defer func(w T) { *out = append(*out, w) }(v)
}

type Num int

func (n *Num) Set(i int) { *n = Num(i) }

type Setter[B any] interface {
	Set(int)
	*B
}

func FromInts[T any, PT Setter[T]](xs []int) []T {
	out := make([]T, len(xs))
	for i, x := range xs {
		p := PT(&out[i])
		p.Set(x)
	}
	return out
}

func main() {
	s := Set[string]{}
	s.Add("x")
	fmt.Println(s.Has("x"), s.Has("y"), len(s))
	t := &Tree[int]{val: 3}
	fmt.Printf("%T %v\n", t, t.val)
	b := mk("hey")
	fmt.Println(b.Get(3), use[string](b), use[string](Embed[string]{b, 1}), use[string](&Embed[string]{b, 1}))
	fmt.Println(Reduce([]int{1, 2, 3}, "", func(a string, x int) string { return a + fmt.Sprint(x) }))
	c := MakeCounter[float64]()
	c(1)
	fmt.Println(c(2))
	fmt.Println(Max(3, 4), Max(2.5, 1), Zero[int](), Zero[*int]() == nil, Zero[string]() == "")
	fmt.Println(kind(1), kind("a"), kind([]int{}), kind(2.0))
	for v := range ch(1, 2, 3) {
		fmt.Print(v, " ")
	}
	fmt.Println()
	var k cfg
	apply(&k, func(c *cfg) { c.x = 9 })
	fmt.Println(k)
	var out []string
	deferred("d", &out)
	fmt.Println(out)
	fmt.Println(FromInts[Num]([]int{4, 5}))
	var g Getter[int] = Big[int]{}
	fmt.Printf("%T %d\n", g, g.Get(0))
	m := g.Get
	fmt.Println(m(1))
	me := Big[int].Get
	fmt.Println(me(mk(7), 3))
}
