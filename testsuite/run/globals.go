// Package-level composite values that refer to each other, to functions and to themselves.
package main

import "fmt"

type node struct {
	name string
	next *node
	f    func(int) int
	tags [2]string
	any  any
}

var a = node{"a", &b, double, [2]string{"x"}, 1}
var b = node{name: "b", next: &c}
var c = node{name: "c"}
var table = [...]struct {
	key string
	fn  func(...int) int
}{{"sum", sum}, {"len", func(xs ...int) int { return len(xs) }}}
var byName = map[string]*node{"a": &a, "b": &b}
var matrix = [2][3]int{{1, 2, 3}, {4, 5, 6}}
var view = matrix[1][:2]
var iface fmt.Stringer = stringer(5)
var nested = map[string]map[int][]string{"k": {1: {"one", "uno"}}}
var ptrs = []*int{&matrix[0][0], new(int), nil}
var once = func() int { counter++; return counter }()
var counter = 10
var zero struct {
	p *node
	s []int
	m map[int]int
	i any
	f float64
}
var big [1 << 16]byte
var text = "con" + "stant"
var method = iface.String

type stringer int

func (s stringer) String() string { return fmt.Sprint("stringer ", int(s)) }

func init() { c.next, c.any = &a, &a }

func double(x int) int { return x * 2 }
func sum(xs ...int) (n int) {
	for _, x := range xs {
		n += x
	}
	return
}

func main() {
	fmt.Println(a.next.next.next == &a, a.f(21), b.f == nil, a.tags, c.any.(*node).name)
	for _, t := range table {
		fmt.Print(t.key, t.fn(1, 2, 3), " ")
	}
	byName["b"].name = "changed"
	fmt.Println(b.name, byName["c"] == nil)
	view[0] = 40
	view = append(view, 60)
	*ptrs[0]++
	fmt.Println(matrix, view, *ptrs[1], ptrs[2] == nil)
	fmt.Println(iface, nested["k"][1], once, counter, zero.p == nil, zero.i, len(zero.m), text, method())
	big[len(big)-1] = 7
	n := 0
	for _, v := range big {
		n += int(v)
	}
	fmt.Println(n)
	func() { counter, a.name = 99, "inner" }()
	a2 := a
	a2.tags[1] = "y"
	fmt.Println(counter, a.name, a.tags[1] == "", a2.tags[1])
}
