// Functions that must not allocate and do: directly, through calls, methods, function values and the runtime.
package main

import "strings"

type point struct{ x, y int }

var kept *point

//golift:noalloc
func direct() { kept = &point{1, 2} }

//go:noinline
func outer() { inner() }

//go:noinline
func inner() {
	p := point{3, 4}
	kept = &p
}

//golift:noalloc
func through() {
	outer()
}

func small() *point { return &point{5, 6} }

//golift:noalloc
func inlined() { kept = small() }

type shape interface{ area() int }

type square struct{ side int }

func (s square) area() int { return s.side * s.side }

type listed struct{ sides []int }

//go:noinline
func (l *listed) area() int {
	l.sides = append(l.sides, 1)
	return len(l.sides)
}

//golift:noalloc
func method(s shape) int { return s.area() }

//go:noinline
func apply(f func(int) int, n int) int { return f(n) + f(n+1) }

//golift:noalloc
func value(n int) int {
	return apply(func(i int) int {
		kept = &point{i, n}
		return i
	}, n)
}

//golift:noalloc
func parameter(f func() *point) { kept = f() }

//golift:noalloc
func put(m map[string]int, key string) { m[key]++ }

//golift:noalloc
func start() { go outer() }

//golift:noalloc
func text(a, b string) int { return strings.Count(a+b, "x") }

//golift:noalloc
func deferred() {
	defer outer()
}

//golift:noalloc strict
func strict(n int) int {
	if n < 0 {
		panic("negative: " + strings.Repeat("-", n))
	}
	return n
}

type stack[T any] struct{ items []T }

//golift:noalloc
func (s *stack[T]) push(item T) { s.items = append(s.items, item) }

//golift:noalloc
func uncalled() { kept = new(point) }

func main() {
	direct()
	through()
	inlined()
	println(method(square{2}), method(&listed{}), value(3))
	parameter(small)
	put(map[string]int{}, "a")
	start()
	println(text("x", "y"), strict(1))
	deferred()
	var s stack[int]
	s.push(1)
}
