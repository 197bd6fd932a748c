// iter.Pull and Pull2 (1.23): stepping through iterators, stopping early, panics, zipping two of them.
package main

import (
	"fmt"
	"iter"
)

func letters(n int) iter.Seq[string] {
	return func(yield func(string) bool) {
		defer fmt.Println("letters done")
		for i := range n {
			if !yield(string(rune('a' + i))) {
				fmt.Println("stopped at", i)
				return
			}
		}
	}
}

func zip[A, B any](a iter.Seq[A], b iter.Seq[B]) iter.Seq2[A, B] {
	return func(yield func(A, B) bool) {
		next, stop := iter.Pull(b)
		defer stop()
		for x := range a {
			y, ok := next()
			if !ok || !yield(x, y) {
				return
			}
		}
	}
}

func numbers(yield func(int) bool) {
	for i := 0; yield(i); i++ {
	}
}

func same(a, b *node) bool {
	na, stopA := iter.Pull(a.leaves)
	defer stopA()
	nb, stopB := iter.Pull(b.leaves)
	defer stopB()
	for {
		x, okA := na()
		y, okB := nb()
		if okA != okB || x != y {
			return false
		}
		if !okA {
			return true
		}
	}
}

type node struct {
	v    int
	l, r *node
}

func (n *node) leaves(yield func(int) bool) { n.walk(yield) }

func (n *node) walk(yield func(int) bool) bool {
	if n == nil {
		return true
	}
	if n.l == nil && n.r == nil {
		return yield(n.v)
	}
	return n.l.walk(yield) && n.r.walk(yield)
}

func main() {
	next, stop := iter.Pull(letters(3))
	for {
		s, ok := next()
		fmt.Printf("%q %v\n", s, ok)
		if !ok {
			break
		}
	}
	fmt.Println(next())
	stop()
	next, stop = iter.Pull(letters(3))
	next()
	stop()
	stop()
	fmt.Println(next())
	for n, s := range zip(numbers, letters(2)) {
		fmt.Println(n, s)
	}
	leaf := func(v int) *node { return &node{v: v} }
	a := &node{l: leaf(1), r: &node{l: leaf(2), r: leaf(3)}}
	b := &node{l: &node{l: leaf(1), r: leaf(2)}, r: leaf(3)}
	fmt.Println(same(a, b), same(a, leaf(1)))
	next2, stop2 := iter.Pull2(func(yield func(string, error) bool) {
		_ = yield("ok", nil) && yield("", fmt.Errorf("bad"))
		panic("in the iterator")
	})
	defer stop2()
	fmt.Println(next2())
	fmt.Println(next2())
	defer func() { fmt.Println("recovered", recover()) }()
	next2()
}
