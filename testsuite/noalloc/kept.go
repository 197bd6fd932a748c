// Functions that keep the promise: values on the stack, closures that are called only, panics, inlined copies.
package main

import (
	"sort"
	"strconv"
)

type point struct{ x, y int }

type node struct {
	left, right *node
	value       int
}

//golift:noalloc
func (n *node) sum() int {
	if n == nil {
		return 0
	}
	return n.left.sum() + n.value + n.right.sum()
}

//golift:noalloc
func local() int {
	p := &point{1, 2}
	q := []*point{p, {3, 4}}
	return q[0].x + q[1].y
}

//go:noinline
func apply(f func(int) int, n int) int { return f(n) + f(n+1) }

//golift:noalloc
func called(n int) int {
	total := 0
	apply(func(i int) int { total += i; return i }, n)
	return total
}

//golift:noalloc
func failing(n int) int {
	if n < 0 {
		panic("negative: " + strconv.Itoa(n))
	}
	return n
}

type shape interface{ area() int }

type square struct{ side int }

func (s square) area() int { return s.side * s.side }

//golift:noalloc
func method(s shape) int { return s.area() }

//golift:noalloc
func deferred() (n int) {
	defer func() { n++ }()
	return 1
}

//golift:noalloc
func search(sorted []int, x int) int {
	return sort.Search(len(sorted), func(i int) bool { return sorted[i] >= x })
}

//golift:noalloc
func seq(yield func(int) bool) {
	for i := 0; i < 3; i++ {
		if !yield(i) {
			return
		}
	}
}

//golift:noalloc
func ranged() (n int) {
	for i := range seq {
		n += i
	}
	return
}

//golift:noalloc
func read(m map[string]int, key string) int { return m[key] }

func main() {
	println((&node{&node{nil, nil, 1}, nil, 2}).sum(), local(), called(3), failing(4), method(square{2}))
	println(deferred(), search([]int{1, 3, 5}, 3), ranged(), read(map[string]int{"a": 1}, "a"))
}
