// Range over values whose type is a type parameter with a function as its underlying type; iterators of type parameters.
package main

import "fmt"

type Seq[T any] func(func(T) bool)

func First[F ~func(func(T) bool), T any](f F) (zero T, ok bool) {
	for x := range f {
		return x, true
	}
	return
}

func Count[F ~func(func() bool)](f F) (n int) {
	for range f {
		n++
	}
	return
}

func Pairs[F ~func(func(K, V) bool), K comparable, V any](f F) map[K]V {
	m := map[K]V{}
	for k, v := range f {
		if _, dup := m[k]; dup {
			continue
		}
		m[k] = v
	}
	return m
}

func Concat[T any, F ~func(func(T) bool)](fs ...F) F {
	return func(yield func(T) bool) {
		for _, f := range fs {
			for x := range f {
				if !yield(x) {
					return
				}
			}
		}
	}
}

func Of[T any](xs ...T) Seq[T] {
	return func(yield func(T) bool) {
		for _, x := range xs {
			if !yield(x) {
				return
			}
		}
	}
}

func Enumerate[T any, F ~func(func(T) bool)](f F) func(func(int, T) bool) {
	return func(yield func(int, T) bool) {
		i := 0
		for x := range f {
			if !yield(i, x) {
				return
			}
			i++
		}
	}
}

func Any[T any](s Seq[T], p func(T) bool) bool {
	for x := range s {
		if p(x) {
			return true
		}
	}
	return false
}


func main() {
	fmt.Println(First(Of("a", "b")))
	fmt.Println(First(Of[int]()))
	fmt.Println(Count(func(y func() bool) { _ = y() && y() }))
	fmt.Println(Pairs(Enumerate(Of(2.5, 3.5))))
	for x := range Concat(Of(1, 2), Of(3)) {
		fmt.Print(x, " ")
	}
	fmt.Println(Any(Of(1, 5, 9), func(n int) bool { return n > 4 }))
	fmt.Println(Pairs(func(y func(string, bool) bool) { _ = y("k", true) && y("k", false) && y("l", false) }))
}
