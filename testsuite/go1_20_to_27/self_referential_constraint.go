// Type parameters that their own constraints refer to (1.26 for type declarations).
package main

import "fmt"

type Adder[A Adder[A]] interface{ Add(A) A }

type Int int

func (a Int) Add(b Int) Int { return a + b }

type Vec struct{ x, y float64 }

func (v Vec) Add(w Vec) Vec { return Vec{v.x + w.x, v.y + w.y} }

func Sum[A Adder[A]](xs ...A) (t A) {
	for _, x := range xs {
		t = t.Add(x)
	}
	return
}

type Node[N Node[N]] interface {
	comparable
	Neighbours() []N
}

type city string

var roads = map[city][]city{"a": {"b", "c"}, "b": {"d"}, "c": {"d"}, "d": nil}

func (c city) Neighbours() []city { return roads[c] }

type Graph[N Node[N]] struct{ seen map[N]int }

func (g *Graph[N]) Visit(n N, depth int) {
	if old, ok := g.seen[n]; ok && old <= depth {
		return
	}
	g.seen[n] = depth
	for _, m := range n.Neighbours() {
		g.Visit(m, depth+1)
	}
}

type Ordered[T Ordered[T]] interface{ Less(T) bool }

type Tree[T Ordered[T]] struct {
	left, right *Tree[T]
	value       T
}

func (t *Tree[T]) Insert(v T) *Tree[T] {
	switch {
	case t == nil:
		return &Tree[T]{value: v}
	case v.Less(t.value):
		t.left = t.left.Insert(v)
	default:
		t.right = t.right.Insert(v)
	}
	return t
}

func (t *Tree[T]) All(yield func(T) bool) {
	t.each(yield)
}

func (t *Tree[T]) each(yield func(T) bool) bool {
	return t == nil || t.left.each(yield) && yield(t.value) && t.right.each(yield)
}

func (a Int) Less(b Int) bool { return a < b }

func main() {
	fmt.Println(Sum[Int](1, 2, 3), Sum(Vec{1, 2}, Vec{0.5, 0}))
	g := Graph[city]{map[city]int{}}
	g.Visit("a", 0)
	fmt.Println(g.seen)
	var t *Tree[Int]
	for _, v := range []Int{3, 1, 2, 5, 4} {
		t = t.Insert(v)
	}
	for v := range t.All {
		fmt.Print(v, " ")
	}
	fmt.Printf("%T\n", t)
}
