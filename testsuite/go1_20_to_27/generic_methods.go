// Methods with type parameters of their own (1.27): inferred and explicit calls, values, expressions, embedding.
package main

import (
	"fmt"
	"strconv"
)

type List[T any] struct{ items []T }

func (l List[T]) Map[U any](f func(T) U) List[U] {
	var out List[U]
	for _, x := range l.items {
		out.items = append(out.items, f(x))
	}
	return out
}

func (l *List[T]) Fold[A any](start A, f func(A, T) A) A {
	for _, x := range l.items {
		start = f(start, x)
	}
	return start
}

func (l List[T]) Pair[U, V any](u U, v V) (T, U, V) { return l.items[0], u, v }

type Plain struct{ name string }

func (p Plain) Show[T any](x T) string { return fmt.Sprintf("%s:%v:%T", p.name, x, x) }

func (p *Plain) Set[S ~string](s S) { p.name = string(s) }

type Embeds struct {
	Plain
	*List[int]
}

type named string

func apply[T, U any](x T, f func(T) U) U { return f(x) }

func main() {
	l := List[int]{[]int{1, 2, 3}}
	strs := l.Map(strconv.Itoa)
	fmt.Printf("%q %T\n", strs.items, strs)
	floats := l.Map[float64](func(n int) float64 { return float64(n) / 2 })
	fmt.Println(floats)
	fmt.Println(l.Fold("", func(a string, n int) string { return a + strconv.Itoa(n) }))
	fmt.Println(l.Pair("u", 2.5))
	fmt.Println(l.Pair[string, any]("u", nil))

	p := Plain{"p"}
	fmt.Println(p.Show(1), p.Show[any]("x"), p.Show(List[bool]{}))
	p.Set(named("q"))
	fmt.Println(p)

	show := p.Show[int]
	p.name = "changed"
	fmt.Println(show(7))
	set := p.Set[string]
	set("by value")
	fmt.Println(p)
	expr := Plain.Show[rune]
	fmt.Println(expr(Plain{"e"}, 'x'))
	pexpr := (*Plain).Set[named]
	pexpr(&p, "through")
	fmt.Println(p)
	fold := List[int].Map[string]
	fmt.Println(fold(l, func(n int) string { return fmt.Sprint(n * n) }))

	e := Embeds{p, &l}
	fmt.Println(e.Show(3.5), e.Map(func(n int) bool { return n > 1 }), e.Fold(0, func(a, b int) int { return a + b }))
	e.Set("embedded")
	fmt.Println(e.Plain)
	m := e.Map[string]
	fmt.Println(m(strconv.Itoa).items)
	fmt.Println(apply(8, e.Show[int]))
	defer p.Set[string]("x")
	defer fmt.Println(p.Show[string]("deferred"))
	done := make(chan string)
	go func() { done <- e.Show[int8](1) }()
	fmt.Println(<-done)
}
