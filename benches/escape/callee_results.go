package main

// Results that a callee allocates and its caller drops.

type vector struct{ x, y, z int }

//go:noinline
func newVector(x int) *vector { return &vector{x, x + 1, x + 2} }

//go:noinline
func (v *vector) plus(w *vector) *vector { return &vector{v.x + w.x, v.y + w.y, v.z + w.z} }

type node struct {
	left, right *node
	value       int
}

//go:noinline
func leaf(v int) *node { return &node{value: v} }

//go:noinline
func pair(a, b int) *node { return &node{leaf(a), leaf(b), a + b} }

//go:noinline
func counter() func() int {
	n := 0
	return func() int { n++; return n }
}

//go:noinline
func orNil(n int) *vector {
	if n < 0 {
		return nil
	}
	return &vector{n, n, n}
}

type shape interface{ area() int }
type rect struct{ w, h int }

func (r *rect) area() int { return r.w * r.h }

//go:noinline
func newShape(n int) shape { return &rect{n, n} }

//go:noinline
func two(n int) (*vector, *vector) { return &vector{x: n}, &vector{y: n} }

var lastVector *vector

//go:noinline
func remembered(n int) *vector {
	v := &vector{n, n, n}
	lastVector = v
	return v
}

func build(depth int) *node {
	if depth == 0 {
		return &node{value: 1}
	}
	return &node{build(depth - 1), build(depth - 1), depth}
}

var vectors [4]*vector
var count func() int

//go:noinline
func counterFrom(n int) func() int { return func() int { n++; return n } }

func needsInArray() {
	for i := range vectors {
		vectors[i] = newVector(i)
	}
	clobber(3)
	verify(vectors[1].x == 1 && vectors[3].z == 5)
}

func needsCounter() {
	count = counterFrom(seven)
	clobber(3)
	verify(count() == 8 && count() == 9)
}

// One of two results is kept.
func needsFirst() {
	a, b := two(seven)
	lastVector = a
	sinkInt = b.y
	clobber(3)
	verify(lastVector.x == 7)
}

func main() {
	measure([]gauntletCase{
		{"constructor", 0, func() { sinkInt = newVector(seven).y }},
		{"method_chain", 0, func() { sinkInt = newVector(1).plus(newVector(seven)).z }},
		{"small_tree", 0, func() { n := pair(seven, 2); sinkInt = n.left.value + n.right.value }},
		{"closure_with_state", 0, func() { f := counter(); f(); sinkInt = f() }},
		{"result_or_nil", 0, func() { sinkInt = orNil(seven).x }},
		{"interface_result", 0, func() { sinkInt = newShape(seven).area() }},
		{"two_results", 0, func() { a, b := two(seven); sinkInt = a.x + b.y }},
		{"inlined_constructor", 0, func() { v := func() *vector { return &vector{seven, 0, 0} }(); sinkInt = v.x }},
		{"needs_remembered", 1, func() { sinkInt = remembered(seven).x }},
		{"needs_tree_in_global", 1, func() { v := newVector(seven); lastVector = v }},
		{"needs_in_array", 4, needsInArray},
		{"needs_counter", 1, needsCounter},
		{"needs_first_of_two", 1, needsFirst},
	})
}
