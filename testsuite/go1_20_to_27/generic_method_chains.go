// Generic methods (1.27) that return other instances: fluent pipelines, lazily and eagerly.
package main

import (
	"fmt"
	"strings"
)

type Stream[T any] func(yield func(T) bool)

func From[T any](xs ...T) Stream[T] {
	return func(yield func(T) bool) {
		for _, x := range xs {
			if !yield(x) {
				return
			}
		}
	}
}

func (s Stream[T]) Map[U any](f func(T) U) Stream[U] {
	return func(yield func(U) bool) {
		for x := range s {
			if !yield(f(x)) {
				return
			}
		}
	}
}

func (s Stream[T]) Filter(keep func(T) bool) Stream[T] {
	return func(yield func(T) bool) {
		for x := range s {
			if keep(x) && !yield(x) {
				return
			}
		}
	}
}

func (s Stream[T]) FlatMap[U any](f func(T) Stream[U]) Stream[U] {
	return func(yield func(U) bool) {
		for x := range s {
			for y := range f(x) {
				if !yield(y) {
					return
				}
			}
		}
	}
}

func (s Stream[T]) Reduce[A any](a A, f func(A, T) A) A {
	for x := range s {
		a = f(a, x)
	}
	return a
}

func Zip[T, U any](s Stream[T], o Stream[U]) Stream[Pair[T, U]] {
	return func(yield func(Pair[T, U]) bool) {
		us := o.Slice()
		i := 0
		for x := range s {
			if i >= len(us) || !yield(Pair[T, U]{x, us[i]}) {
				return
			}
			i++
		}
	}
}

func (s Stream[T]) Slice() (out []T) {
	for x := range s {
		out = append(out, x)
	}
	return
}

func (s Stream[T]) GroupBy[K comparable](key func(T) K) map[K][]T {
	return s.Reduce(map[K][]T{}, func(m map[K][]T, x T) map[K][]T {
		m[key(x)] = append(m[key(x)], x)
		return m
	})
}

type Pair[A, B any] struct {
	a A
	b B
}

func (p Pair[A, B]) MapFirst[C any](f func(A) C) Pair[C, B] { return Pair[C, B]{f(p.a), p.b} }
func (p Pair[A, B]) Swap() Pair[B, A]                       { return Pair[B, A]{p.b, p.a} }

type Result[T any] struct {
	v   T
	err error
}

func (r Result[T]) Then[U any](f func(T) (U, error)) (out Result[U]) {
	if r.err != nil {
		out.err = r.err
		return
	}
	out.v, out.err = f(r.v)
	return
}

func main() {
	words := From("go", "is", "fun", "to", "use")
	fmt.Println(words.Map(strings.ToUpper).Filter(func(s string) bool { return len(s) == 2 }).Slice())
	fmt.Println(words.Map(func(s string) int { return len(s) }).Reduce("", func(a string, n int) string { return a + fmt.Sprint(n) }))
	fmt.Println(words.FlatMap(func(s string) Stream[rune] { return From([]rune(s)...) }).Map(func(r rune) string { return string(r) }).Slice())
	z := Zip(words, From(1, 2, 3)).Map(func(p Pair[string, int]) Pair[int, string] { return p.Swap() })
	fmt.Printf("%v %T\n", z.Slice(), z)
	g := words.GroupBy(func(s string) int { return len(s) })
	fmt.Println(g[2], g[3])
	p := Pair[int, bool]{3, true}.MapFirst(func(n int) string { return strings.Repeat("x", n) }).Swap().MapFirst(func(b bool) int { return 7 })
	fmt.Printf("%v %T\n", p, p)
	r := Result[int]{v: 4}.Then(func(n int) (string, error) { return fmt.Sprint(n), nil })
	s := r.Then(func(s string) ([]byte, error) { return nil, fmt.Errorf("no %s", s) }).Then(func(b []byte) (int, error) { return 1, nil })
	fmt.Println(r, s.v, s.err)
}
