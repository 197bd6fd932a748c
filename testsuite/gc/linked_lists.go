// Long lists, cut, reversed, spliced; recursion over them; cycles that become garbage.
package main

import (
	"fmt"
	"runtime"
)

type node struct {
	v    int
	next *node
	prev *node
}

func list(n int) (head *node) {
	for i := n; i > 0; i-- {
		head = &node{v: i, next: head}
		if head.next != nil {
			head.next.prev = head
		}
	}
	return
}

func reverse(n *node) (out *node) {
	for n != nil {
		n.next, n.prev, out, n = out, n.next, n, n.next
	}
	return
}

func sum(n *node) int {
	if n == nil {
		return 0
	}
	return n.v + sum(n.next)
}

func ring(n int) *node {
	h := list(n)
	t := h
	for t.next != nil {
		t = t.next
	}
	t.next, h.prev = h, t
	return h
}

func main() {
	l := list(20000)
	fmt.Println(sum(l))
	l = reverse(l)
	fmt.Println(l.v, l.next.v)
	for range 30 {
		r := ring(1000)
		r.v = 5
	}
	runtime.GC()
	s := 0
	for n := l; n != nil; n = n.next {
		if n.next != nil && n.v%2 == 0 {
			n.next = n.next.next
		}
		s += n.v
	}
	fmt.Println(s)
	var heads []*node
	for i := range 100 {
		heads = append(heads, ring(i+1))
		if i%3 == 0 {
			heads[i/2] = nil
		}
	}
	count := 0
	for _, h := range heads {
		for n := h; n != nil; {
			count++
			if n = n.next; n == h {
				break
			}
		}
	}
	fmt.Println(count)
}
