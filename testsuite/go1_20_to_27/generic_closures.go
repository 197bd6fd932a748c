// Closures in generic functions and methods: captured type-parameter values, nested literals, returned and stored closures.
package main

import "fmt"

func counter[T ~int | ~float64](step T) (next func() T, reset func(T)) {
	var at T
	return func() T { at += step; return at }, func(v T) { at = v }
}

func memo[K comparable, V any](f func(K) V) (func(K) V, *int) {
	calls := 0
	cache := map[K]V{}
	return func(k K) V {
		if v, ok := cache[k]; ok {
			return v
		}
		calls++
		v := f(k)
		cache[k] = v
		return v
	}, &calls
}

func curry[A, B, C, D any](f func(A, B, C) D) func(A) func(B) func(C) D {
	return func(a A) func(B) func(C) D {
		return func(b B) func(C) D {
			return func(c C) D { return f(a, b, c) }
		}
	}
}

type bus[E any] struct{ handlers []func(E) }

func (b *bus[E]) On(f func(E)) (off func()) {
	i := len(b.handlers)
	b.handlers = append(b.handlers, f)
	return func() { b.handlers[i] = nil }
}

func (b *bus[E]) Send(e E) {
	for _, h := range b.handlers {
		if h != nil {
			h(e)
		}
	}
}

func (b *bus[E]) Collect() *[]E {
	var all []E
	b.On(func(e E) { all = append(all, e) })
	return &all
}

func fix[A, R any](f func(func(A) R) func(A) R) func(A) R {
	var self func(A) R
	self = f(func(a A) R { return self(a) })
	return self
}

func pipeline[T any](stages ...func(T) T) func(T) (T, []T) {
	return func(x T) (T, []T) {
		var trace []T
		step := func(f func(T) T) {
			defer func() { trace = append(trace, x) }()
			x = f(x)
		}
		for _, s := range stages {
			step(s)
		}
		return x, trace
	}
}

func lazily[T any](make func() T) func() T {
	var v T
	get := func() T {
		v = make()
		make = nil
		return v
	}
	return func() T {
		if make != nil {
			return get()
		}
		return v
	}
}

type big struct{ data [20]int }

func main() {
	next, reset := counter(2)
	next()
	fmt.Print(next(), " ")
	reset(100)
	fmt.Println(next())
	half, _ := counter(0.5)
	fmt.Println(half(), half())
	var fib func(int) int
	m, calls := memo(func(n int) int {
		if n < 2 {
			return n
		}
		return fib(n-1) + fib(n-2)
	})
	fib = m
	fmt.Println(fib(50), *calls)
	f := curry(func(a int, b string, c bool) string { return fmt.Sprint(a, b, c) })
	fmt.Println(f(1)("x")(true), f(2)("y")(false))
	var b bus[string]
	got := b.Collect()
	off := b.On(func(s string) { fmt.Print("<", s, "> ") })
	b.Send("one")
	off()
	b.Send("two")
	fmt.Println(*got)
	fact := fix(func(self func(int) int) func(int) int {
		return func(n int) int {
			if n == 0 {
				return 1
			}
			return n * self(n-1)
		}
	})
	fmt.Println(fact(10))
	fmt.Println(pipeline(func(s string) string { return s + "a" }, func(s string) string { return s + s })("x"))
	n := 0
	l := lazily(func() big { n++; return big{[20]int{n}} })
	fmt.Println(l().data[0], l().data[0], n)
}
