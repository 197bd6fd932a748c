// Set operations over generic maps, with methods on the map type and functions that take any map-like set.
package main

import (
	"fmt"
	"sort"
)

type Set[T comparable] map[T]struct{}

func Of[T comparable](xs ...T) Set[T] {
	s := Set[T]{}
	for _, x := range xs {
		s[x] = struct{}{}
	}
	return s
}

func (s Set[T]) Has(x T) bool { _, ok := s[x]; return ok }

func (s Set[T]) Union(others ...Set[T]) Set[T] {
	out := Set[T]{}
	for _, o := range append(others, s) {
		for x := range o {
			out[x] = struct{}{}
		}
	}
	return out
}

func (s Set[T]) Intersect(o Set[T]) Set[T] {
	if len(o) < len(s) {
		s, o = o, s
	}
	out := Set[T]{}
	for x := range s {
		if o.Has(x) {
			out[x] = struct{}{}
		}
	}
	return out
}

func (s Set[T]) Partition(f func(T) bool) (yes, no Set[T]) {
	yes, no = Set[T]{}, Set[T]{}
	for x := range s {
		if f(x) {
			yes[x] = struct{}{}
		} else {
			no[x] = struct{}{}
		}
	}
	return
}

func Sorted[S ~map[T]struct{}, T ~int | ~string](s S) []T {
	out := make([]T, 0, len(s))
	for x := range s {
		out = append(out, x)
	}
	sort.Slice(out, func(i, j int) bool { return out[i] < out[j] })
	return out
}

func GroupBy[K comparable, T any](xs []T, key func(T) K) map[K][]T {
	out := map[K][]T{}
	for _, x := range xs {
		k := key(x)
		out[k] = append(out[k], x)
	}
	return out
}

func Invert[K, V comparable](m map[K]V) map[V]Set[K] {
	out := map[V]Set[K]{}
	for k, v := range m {
		if out[v] == nil {
			out[v] = Set[K]{}
		}
		out[v][k] = struct{}{}
	}
	return out
}

type color string

func main() {
	a, b := Of(1, 2, 3, 2), Of(3, 4)
	fmt.Println(len(a), Sorted(a.Union(b)), Sorted(a.Intersect(b)), a.Has(4))
	even, odd := a.Union(b, Of(10)).Partition(func(n int) bool { return n%2 == 0 })
	fmt.Println(Sorted(even), Sorted(odd))
	fmt.Println(Sorted(Of[color]("red", "blue")), len(Of[any](1, "1", 1.0)))
	g := GroupBy([]string{"apple", "bee", "ant", "cat", "bat"}, func(s string) byte { return s[0] })
	fmt.Println(g['a'], g['b'], g['c'], len(g))
	inv := Invert(map[string]int{"x": 1, "y": 2, "z": 1})
	fmt.Println(Sorted(inv[1]), Sorted(inv[2]))
	nested := map[string]Set[[2]int]{"k": Of([2]int{1, 2}, [2]int{1, 2})}
	fmt.Println(len(nested["k"]), nested["k"].Has([2]int{1, 2}), nested["none"].Has([2]int{}))
}
